import { RELEASE } from "../../formulas/version";
import { isoDay, type Day } from "../../values/day";
import type { Cell, Grid } from "../../values/cell";
import type { Area, CellBlock, CellsPlan, FormulaCell, PlannedCell, SheetPlan } from "../host";
import { columnIndex, columnLetters } from "../ledgerFormula";
import type { Words } from "../words";

/** A formula of ours: as Excel shows it, and as a file stores it. */
const OURS = /(?:\bAR\.|_xldudf_AR_)[A-Z]+\s*\(/i;
/** `A5#` and `'Open items'!$A$5#`: what a formula spilled. */
const SPILLED = /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})#/giu;

/** Formulas worth a look: ours, and those that read what a formula spilled. */
export function mayFreeze(formula: string): boolean {
  return OURS.test(formula) || /[A-Z]\$?\d{1,7}#/i.test(formula);
}

/** Of those cells, ours, and whoever reads by `#` what one of them spilled, which would be #REF! without it. */
export function toFreeze(cells: readonly FormulaCell[]): FormulaCell[] {
  const frozen = new Set<FormulaCell>(cells.filter(({ formula }) => OURS.test(formula)));
  const anchors = (): Set<string> => new Set([...frozen].map(({ place }) => keyOf(place.sheet, place.row, columnLetters(place.column))));
  for (let more = true; more; ) {
    const known = anchors();
    const found = cells.filter((cell) => !frozen.has(cell) && readsSpill(cell, known));
    for (const cell of found) frozen.add(cell);
    more = found.length > 0;
  }
  return cells.filter((cell) => frozen.has(cell));
}

function readsSpill({ formula, place }: FormulaCell, anchors: ReadonlySet<string>): boolean {
  return [...formula.matchAll(SPILLED)].some(([, quoted, plain, column, row]) => anchors.has(keyOf(quoted?.replaceAll("''", "'") ?? plain ?? place.sheet, Number(row) - 1, column!)));
}

function keyOf(sheet: string, row: number, column: string): string {
  return `${sheet.toLowerCase()}!${column.toUpperCase()}${String(row)}`;
}

/** What stands on the sheet of frozen formulas: enough to bring each back. */
export interface FrozenCell extends CellBlock {
  readonly sheet: string;
  readonly formula: string;
  /** what the formula's own cell showed */
  readonly shown: Cell;
}

export interface Stamp {
  readonly day: Day | undefined;
  /** the texts of the ledgers: they name content, policy and day */
  readonly ledgers: readonly { readonly cell: string; readonly text: string }[];
  /** the add-in started with the workbook */
  readonly started: boolean;
}

const COLUMNS = ["sheet", "cell", "formula", "rows", "columns", "shown"] as const;
const WIDTHS = [22, 10, 70, 8, 10, 30];
const TITLE = 0, NOTE = 1, STAMP = 3;

/** The sheet on which the formulas stand as text, with the day, release and ledgers that the values are of. */
export function frozenSheet(cells: readonly FormulaCell[], { day, ledgers, started }: Stamp, words: Words): SheetPlan {
  const { freeze } = words;
  const lines: readonly (readonly [string, string])[] = [
    [freeze.day, day === undefined ? freeze.noDay : isoDay(day)],
    [freeze.release, RELEASE],
    ...ledgers.map(({ cell, text }) => [freeze.ledger(cell), text] as const),
    [freeze.started, started ? freeze.yes : freeze.no],
  ];
  const heading = STAMP + lines.length + 1;
  const rows = cells.map(({ place, formula, values }): (string | number | boolean)[] => [place.sheet, `${columnLetters(place.column)}${String(place.row + 1)}`, formula, values.length, values[0]?.length ?? 1, shownOf(values)]);
  return {
    sheet: freeze.sheet,
    cells: [
      { row: TITLE, column: 0, value: freeze.sheetTitle, look: "title" },
      { row: NOTE, column: 0, value: freeze.sheetNote, look: "note" },
      ...lines.flatMap(([label, value], at): PlannedCell[] => [{ row: STAMP + at, column: 0, value: label, look: "label" }, { row: STAMP + at, column: 1, value }]),
      ...COLUMNS.map((column, at): PlannedCell => ({ row: heading, column: at, value: freeze.columns[column], look: "heading" })),
      ...rows.flatMap((row, at) => row.map((value, column): PlannedCell => ({ row: heading + 1 + at, column, value }))),
    ],
    widths: WIDTHS,
    names: [],
    show: false,
  };
}

/** A plain cell of what a formula shows. */
function shownOf(values: Grid): string | number | boolean {
  const shown = values[0]?.[0];
  return typeof shown === "number" || typeof shown === "boolean" ? shown : String(shown ?? "");
}

/** Values over the formulas, sheet by sheet. #N/A stays an error, so that whoever asks ISNA is told the same. */
export function freezing(cells: readonly FormulaCell[]): CellsPlan[] {
  return bySheet(cells, ({ place }) => place.sheet).map(([sheet, own]) => ({ sheet, cells: [], blocks: own.map(({ place, values }) => ({ row: place.row, column: place.column, values: values.map((row) => row.map(asPlain)) })) }));
}

function asPlain(cell: Cell): string | number | boolean {
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  return typeof cell === "string" ? cell : "";
}

/** The formulas where they stood, what they had spilled cleared first. */
export function restoring(cells: readonly FrozenCell[]): CellsPlan[] {
  return bySheet(cells, ({ sheet }) => sheet).map(([sheet, own]) => ({ sheet, cleared: own, cells: own.map(({ row, column, formula }) => ({ row, column, formula })) }));
}

function bySheet<One>(cells: readonly One[], sheetOf: (one: One) => string): (readonly [string, readonly One[]])[] {
  const sheets = new Map<string, One[]>();
  for (const one of cells) {
    const own = sheets.get(sheetOf(one));
    if (own === undefined) sheets.set(sheetOf(one), [one]);
    else own.push(one);
  }
  return [...sheets];
}

/** Where the formulas of a workbook lie frozen; undefined where none are. */
export function frozenArea(areas: readonly Area[], all: readonly Words[]): Area | undefined {
  return areas.find(({ head }) => all.some(({ freeze }) => head[TITLE]?.[0] === freeze.sheetTitle && headingIn(head, freeze.columns) >= 0));
}

/** What a sheet of frozen formulas holds; a line that names no cell, or no formula of ours, is passed over. */
export function readFrozen(grid: Grid, all: readonly Words[]): { readonly cells: readonly FrozenCell[]; readonly started: boolean } {
  const words = all.find(({ freeze }) => headingIn(grid, freeze.columns) >= 0);
  if (words === undefined) return { cells: [], started: false };
  const heading = headingIn(grid, words.freeze.columns);
  const started = grid.slice(0, heading).some(([label, value]) => label === words.freeze.started && value === words.freeze.yes);
  return { cells: grid.slice(heading + 1).flatMap(frozenIn), started };
}

function headingIn(grid: Grid, columns: Readonly<Record<(typeof COLUMNS)[number], string>>): number {
  return grid.findIndex((row) => COLUMNS.every((column, at) => row[at] === columns[column]));
}

const LARGEST = 1_048_576;

function frozenIn([sheet, cell, formula, rows, columns, shown]: readonly Cell[]): FrozenCell[] {
  const at = typeof cell === "string" ? /^([A-Z]{1,3})(\d{1,7})$/.exec(cell) : null;
  if (at === null || sheet === undefined || sheet === "" || typeof formula !== "string" || !formula.startsWith("=") || !mayFreeze(formula)) return [];
  const size = (value: Cell): number => (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LARGEST ? value : 1);
  return [{ sheet: String(sheet), row: Number(at[2]) - 1, column: columnIndex(at[1]!), rows: size(rows), columns: size(columns), formula, shown }];
}

/** A cell still shows what its formula did when it was frozen: nobody moved it, and nobody wrote over it. */
export function isUntouched({ shown }: FrozenCell, now: Cell): boolean {
  if (typeof shown === "number" && typeof now === "number") return Math.abs(shown - now) <= 1e-12 * Math.abs(shown); // a file keeps fifteen digits
  return String(shown ?? "") === String(now ?? "");
}
