import { DAYS_TO_1904 } from "../ledger/readDay";
import { refuse } from "../values/answer";
import { errorIn, isBlank, plain, type Cell, type Grid } from "../values/cell";
import { dayIfReal, FIRST_DAY, LAST_DAY, type Day } from "../values/day";

/** What a host hands over for one argument: a cell, a range, nothing, or (with stale metadata) the invocation object. */
export type Arg = unknown;

/** Which argument a sentence means: its name and its place in the formula, from 1. */
export interface Place {
  readonly argument: string;
  readonly place: number;
}

/** Ten years: beyond it a window is a slip of the pen, and no ledger in a sheet fills it. */
const LONGEST_WINDOW = 3660;

/** A hundred years, for an edge of the ageing. */
const LONGEST_EDGE = 36600;

/** More buyers than a sheet has rows. */
const MOST_COUNTED = 1_048_576;

/** Month-ends that a table of them may have. */
const MOST_MONTHS = 120;

function isRange(arg: Arg): arg is Grid {
  return Array.isArray(arg);
}

/** Excel passes its invocation object in the place of an argument it does not know of yet: functions newer than the cached metadata. */
function isInvocation(arg: Arg): boolean {
  if (typeof arg !== "object" || arg === null || Array.isArray(arg)) return false;
  return !("type" in arg) && !("basicValue" in arg) && errorIn(arg) === undefined;
}

/** The range, row by row; a lone cell is a range of one. Undefined when the argument was left out. */
export function askRange(arg: Arg): Grid | undefined {
  if (isInvocation(arg)) return undefined;
  if (!isRange(arg)) return isBlank(arg as Cell) ? undefined : [[arg as Cell]];
  const rows: readonly unknown[] = arg;
  const grid = rows.every(Array.isArray) ? arg : [rows as readonly Cell[]];
  return isLone(grid) && isBlank(grid[0]?.[0]) ? undefined : grid;
}

/** A range of one cell, or of none. */
export function isLone(grid: Grid): boolean {
  return grid.length === 0 || (grid.length === 1 && (grid[0]?.length ?? 0) <= 1);
}

/** A second range that a blank cell may stand for: left out when it is one cell that is blank, or 0 as Excel sends a blank. */
export function askOptionalRange(arg: Arg): Grid | undefined {
  const grid = askRange(arg);
  return grid !== undefined && isLone(grid) && grid[0]?.[0] === 0 ? undefined : grid;
}

/** The one cell of a scalar argument; blank when left out. A range of several cells and an error are refused. */
export function askCell(arg: Arg, where: Place): Cell {
  const grid = askRange(arg);
  if (grid === undefined) return null;
  if (!isLone(grid)) refuse("ONE_CELL", { ...where });
  const cell = plain(grid[0]?.[0]);
  const error = errorIn(cell);
  if (error !== undefined) refuse("ARGUMENT_ERROR", { ...where, error });
  return cell;
}

/** A day: an Excel serial (its time is dropped) or an ISO text. Blank, and 0 as Excel sends a blank, are left out. */
export function askDay(arg: Arg, where: Place, dateSystem: 1900 | 1904): Day | undefined {
  const cell = askCell(arg, where);
  if (isBlank(cell) || cell === 0) return undefined;
  const day = typeof cell === "number" ? dayOfSerial(cell, dateSystem) : typeof cell === "string" ? isoText(cell) : undefined;
  if (day === undefined || !(day >= FIRST_DAY && day <= LAST_DAY)) refuse("BAD_DAY", { ...where, found: foundText(cell) });
  return day as Day;
}

/** The day of a serial as the workbook counts it; its time is dropped. */
export function dayOfSerial(serial: number, dateSystem: 1900 | 1904): Day {
  return (Math.floor(serial) + (dateSystem === 1904 ? DAYS_TO_1904 : 0)) as Day;
}

/** A day as the workbook counts it. */
export function serialOf(day: Day, dateSystem: 1900 | 1904): number {
  return dateSystem === 1904 ? day - DAYS_TO_1904 : day;
}

function isoText(text: string): Day | undefined {
  const match = /^\s*(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ][\d:.]+Z?)?\s*$/.exec(text);
  return match === null ? undefined : dayIfReal(Number(match[1]), Number(match[3]), Number(match[4]));
}

/** A whole number of days, at least 1. A 0 is refused: it may be a blank cell, or mean nothing. */
export function askDays(arg: Arg, where: Place, otherwise: number): number {
  return askWhole(arg, where, "BAD_WINDOW", LONGEST_WINDOW) ?? otherwise;
}

/** The same where nothing stands for an argument that was left out. */
export function askDaysIfAny(arg: Arg, where: Place): number | undefined {
  return askWhole(arg, where, "BAD_WINDOW", LONGEST_WINDOW);
}

/** How many: a whole number, at least 1. */
export function askCount(arg: Arg, where: Place, otherwise: number): number {
  return askWhole(arg, where, "BAD_COUNT", MOST_COUNTED) ?? otherwise;
}

/** A whole number of months, from 1 to ten years. */
export function askMonths(arg: Arg, where: Place, otherwise: number): number {
  return askWhole(arg, where, "BAD_MONTHS", MOST_MONTHS) ?? otherwise;
}

function askWhole(arg: Arg, where: Place, refusal: string, most: number): number | undefined {
  const cell = askCell(arg, where);
  if (isBlank(cell)) return undefined;
  const whole = typeof cell === "string" && /^\s*\d{1,7}\s*$/.test(cell) ? Number(cell) : cell;
  if (typeof whole !== "number" || !Number.isInteger(whole) || whole < 1 || whole > most) refuse(refusal, { ...where, found: foundText(cell), most });
  return whole;
}

/** An amount of money, at least 0; also a number written as text. A blank is `otherwise`, or refused where there is none. */
export function askAmount(arg: Arg, where: Place, otherwise?: number): number {
  const cell = askCell(arg, where);
  if (isBlank(cell) && otherwise !== undefined) return otherwise;
  const amount = typeof cell === "string" && /^\s*\d{1,30}(?:\.\d{1,30})?\s*$/.test(cell) ? Number(cell) : cell;
  if (typeof amount !== "number" || !(amount >= 0) || !Number.isFinite(amount)) refuse("BAD_AMOUNT", { ...where, found: foundText(cell) });
  return amount;
}

/** One of a few words, the first of which is the default; any case. */
export function askWord<Word extends string>(arg: Arg, where: Place, words: readonly [Word, ...Word[]]): Word {
  const cell = askCell(arg, where);
  if (isBlank(cell) || cell === 0) return words[0];
  const asked = typeof cell === "string" ? cell.normalize("NFKC").trim().toLowerCase() : "";
  const word = words.find((one) => one.toLowerCase() === asked);
  if (word === undefined) refuse("NO_SUCH_WORD", { ...where, found: foundText(cell), list: words.map((one) => `"${one}"`).join(", ") });
  return word;
}

export function askFlag(arg: Arg, where: Place): boolean {
  const cell = askCell(arg, where);
  if (isBlank(cell)) return false;
  if (typeof cell === "boolean") return cell;
  if (cell === 0 || cell === 1) return cell === 1;
  const text = typeof cell === "string" ? cell.trim().toUpperCase() : "";
  if (text !== "TRUE" && text !== "FALSE") refuse("BAD_FLAG", { ...where, found: foundText(cell) });
  return text === "TRUE";
}

/** Upper ends of buckets: whole days, increasing, from a row, a column or one text such as `30,60,90`. Blanks are passed over. */
export function askEdges(arg: Arg, where: Place): readonly number[] | undefined {
  const grid = askRange(arg);
  if (grid === undefined) return undefined;
  const cells: Cell[] = grid.flat().map(plain);
  const edges = cells.flatMap((cell): Cell[] => (typeof cell === "string" ? cell.split(/[,;，；\s]+/) : [cell])).filter((cell) => !isBlank(cell));
  const days = edges.map((edge) => (typeof edge === "string" && /^\d{1,6}$/.test(edge) ? Number(edge) : edge));
  const rising = days.every((day, at) => typeof day === "number" && Number.isInteger(day) && day >= 1 && day <= LONGEST_EDGE && (at === 0 || day > (days[at - 1] as number)));
  if (!rising || days.length === 0 || days.length > 60) refuse("BAD_EDGES", { ...where, found: foundText(cells.slice(0, 12).map(foundText).join(", ")) });
  return days as readonly number[];
}

/** What a cell holds, for a sentence. */
export function foundText(cell: Cell): string {
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(cell) : (errorIn(cell) ?? "");
}
