import { errorIn, plain, type Cell } from "../values/cell";
import { dayIfReal, FIRST_DAY, LAST_DAY, NO_DAY } from "../values/day";

export type DateOrder = "ymd" | "dmy" | "mdy";

/** A cell in a date column: a day, NO_DAY for nothing, or one of the marks below. */
export type DayRead = number;

/** not a date at all */
export const UNREADABLE_DAY = -1;
/** a date, but outside 1990 to 2200 */
export const DOUBTFUL_DAY = -2;
/** day and month cannot be told apart */
export const UNORDERED_DAY = -3;

const LONGEST_DATE = 40;
const BLANK_DATES = /^(?:0+(?:[./-]0+)*|1900-01-00|00:00:00|n\/?a|none|-+|null)$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$/i;
const SLASHED = /^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$/;

/** Serials of the 1904 system are this many days behind. */
export const DAYS_TO_1904 = 1462;

/** An Excel serial, `20250603` as a number, or a text; `shift` is 1462 for workbooks of the 1904 system. */
export function readDay(cell: Cell, order: DateOrder | undefined, shift: number): DayRead {
  const value = plain(cell);
  if (typeof value === "number") return ofNumber(value, shift);
  if (value === null || value === undefined) return NO_DAY;
  if (typeof value !== "string" || errorIn(value) !== undefined) return UNREADABLE_DAY;
  if (value.length > LONGEST_DATE) return UNREADABLE_DAY;
  return ofText(value.normalize("NFKC").trim(), order, shift);
}

function ofNumber(value: number, shift: number): DayRead {
  if (value === 0) return NO_DAY;
  if (!Number.isFinite(value)) return UNREADABLE_DAY;
  if (value >= 19000101 && value <= 99991231 && Number.isInteger(value)) return compact(value);
  const serial = Math.floor(value) + shift;
  return serial > 0 && serial < 2958466 ? within(serial) : UNREADABLE_DAY;
}

function compact(digits: number): DayRead {
  return real(Math.floor(digits / 10000), Math.floor(digits / 100) % 100, digits % 100);
}

function within(day: number): DayRead {
  return day >= FIRST_DAY && day <= LAST_DAY ? day : DOUBTFUL_DAY;
}

function real(year: number, month: number, day: number): DayRead {
  const found = dayIfReal(year, month, day);
  return found === undefined ? UNREADABLE_DAY : within(found);
}

function ofText(text: string, order: DateOrder | undefined, shift: number): DayRead {
  if (text === "" || BLANK_DATES.test(text)) return NO_DAY;
  const date = text.replace(TIME, "");
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(date);
  if (iso !== null) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const digits = /^(\d{8})(?:\.0+)?$/.exec(date);
  if (digits !== null) return compact(Number(digits[1]));
  const slashed = SLASHED.exec(date);
  if (slashed !== null) return ordered(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]), orderOf(date, order));
  if (/^\d{5}(?:\.\d+)?$/.test(date)) return ofNumber(Number(date), shift);
  return named(date);
}

/** Dots are how the day-first countries write (DIN 5008). */
function orderOf(date: string, order: DateOrder | undefined): DateOrder | undefined {
  return order ?? (date.includes(".") ? "dmy" : undefined);
}

function ordered(first: number, second: number, year: number, order: DateOrder | undefined): DayRead {
  if (order === "dmy") return real(year, second, first);
  if (order === "mdy") return real(year, first, second);
  if (first > 12) return real(year, second, first);
  if (second > 12) return real(year, first, second);
  return first === second ? real(year, first, second) : UNORDERED_DAY;
}

/** `3 Jun 2025`, `Jun 3, 2025`, `03-JUN-2025` */
function named(date: string): DayRead {
  const parts = /^(?:(\d{1,2})[\s-]+([a-z]{3,9})|([a-z]{3,9})[\s-]+(\d{1,2}))[\s,.-]+(\d{4})$/i.exec(date);
  if (parts === null) return UNREADABLE_DAY;
  const month = MONTHS.indexOf((parts[2] ?? parts[3])!.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? UNREADABLE_DAY : real(Number(parts[5]), month, Number(parts[1] ?? parts[4]));
}

/** What one text tells of the order of day and month in its column: `dmy`, `mdy`, or nothing. */
export function orderTold(text: string): DateOrder | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  const slashed = SLASHED.exec(text.trim().replace(TIME, ""));
  if (slashed === null || text.includes(".")) return undefined;
  return Number(slashed[1]) > 12 ? "dmy" : Number(slashed[2]) > 12 ? "mdy" : undefined;
}
