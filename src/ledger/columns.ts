import { refuse } from "../values/answer";
import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { isBucket } from "./buckets";
import { cut, shown } from "./cellShown";
import type { Field } from "./field";
import { LEDGER_FIELDS } from "./fields";
import { Fingerprint } from "../values/fingerprint";
import { headingText } from "./headingText";
import { ROWS_SEARCHED } from "./headingRow";
import { judge, refuseTwoAmounts, type HeadingDoubt } from "./judgement";
import type { Column } from "./ledger";
import { columnsCalled, Matching, NO_COLUMN } from "./matching";
import { looksLikeDay } from "./profile";
import { readNumber } from "./readNumber";
import { titlesOf } from "./titles";

export { shown } from "./cellShown";

/** Where the headings are, and which column each field was found in. */
export interface Headings {
  /** 0-based row; of two rows of headings the lower one */
  readonly row: number;
  readonly columns: readonly Column[];
  /** by column, as the sheet has it; of two rows both, the upper one first; "" where there is none */
  readonly texts: readonly string[];
  /** units of money that one of the sheet's numbers counts, as a title above the headings says: 10,000 for 单位：万元 */
  readonly unit: number;
  /** the currency that a title or the amount's heading names, where no column does */
  readonly currency: string | undefined;
  /** columns of money by age: `1-30`, `1-3个月` */
  readonly buckets: readonly number[];
  readonly doubts: readonly HeadingDoubt[];
  /** the column that plays this part, -1 where none does */
  at(field: string): number;
}

/** Finds the headings of a list of fields; undefined when no row looks like headings. `chosen`: field -> heading, the user's own. */
export function findHeadings(grid: Grid, fields: readonly Field[], chosen: ReadonlyMap<string, string>): Headings | undefined {
  const matching = Matching.of(grid, fields, chosen);
  if (matching === undefined) return undefined;
  refuseTwoAmounts(grid, matching);
  return headingsOf(matching, []);
}

/** The same without a refusal: for whoever chooses among columns that reading alone cannot tell apart. */
export function likelyHeadings(grid: Grid, fields: readonly Field[], chosen: ReadonlyMap<string, string>): Headings | undefined {
  const matching = Matching.of(grid, fields, chosen);
  return matching === undefined ? undefined : headingsOf(matching, []);
}

function headingsOf(matching: Matching, doubts: readonly HeadingDoubt[]): Headings {
  const { row, texts } = matching.at;
  const columns = [...matching.taken.values()].sort((a, b) => a.column - b.column).map((one): Column => ({
    field: one.field.name, heading: one.heading, index: one.column, sure: one.sure, because: one.because, rivals: matching.rivals(one.field.name).map(({ heading }) => heading),
  }));
  const buckets = texts.flatMap((text, column) => (isBucket(text) ? [column] : []));
  return { row, columns, texts, unit: 1, currency: undefined, buckets, doubts, at: (field) => matching.column(field) };
}

/** The headings of a ledger as far as they were found, or a refusal that says what was looked for and what was found. */
export function readHeadings(grid: Grid, chosen: ReadonlyMap<string, string>): Headings {
  if (grid.length === 0 || grid.every((row) => row.every(isBlank))) refuse("EMPTY_SHEET");
  if (grid.length === 1 && (grid[0]?.length ?? 0) <= 1) refuse("SINGLE_CELL", { found: shown(grid[0]?.[0]) });
  const matching = Matching.of(grid, LEDGER_FIELDS, chosen);
  for (const [field, heading] of chosen) if (heading !== NO_COLUMN) checkChosen(grid, matching, field, heading);
  if (matching === undefined) refuse(looksLikeData(grid) ? "NO_HEADINGS" : "UNKNOWN_HEADINGS", { listFound: firstRow(grid) });
  const judged = judge(grid, matching);
  const { at, doubts: local } = partsOf(matching);
  const doubts = [...judged, ...local];
  const headings: Headings = { ...headingsOf(matching, doubts), at };
  const titles = titlesOf(grid, headings);
  return { ...headings, ...titles, doubts: [...doubts, ...titles.doubts] };
}

function checkChosen(grid: Grid, matching: Matching | undefined, field: string, heading: string): void {
  const wanted = headingText(heading);
  const there = matching === undefined ? grid.slice(0, ROWS_SEARCHED).some((row) => row.some((cell) => headingText(plain(cell)) === wanted)) : columnsCalled(matching.at, heading).length > 0;
  if (!there) refuse("NO_SUCH_HEADING", { field, heading });
}

/**
 * A sheet with nothing in the document's own currency is read in local currency throughout: its amount, what is open and
 * the name of the currency. Where no column names the local currency, the document's stands for it if it is one in all rows
 * sampled, and does not count else; both are said.
 */
function partsOf(matching: Matching): { readonly at: Headings["at"]; readonly doubts: HeadingDoubt[] } {
  const has = (field: string): boolean => matching.column(field) >= 0;
  const own = has("amount") || has("open") || (has("debit") && has("credit"));
  const local = (has("amountLocal") || has("openLocal")) && (!own || (has("openLocal") && has("amountLocal") && !has("open") && !has("paid")));
  if (!local) return { at: (field) => matching.column(field), doubts: [] };
  const currency = matching.taken.get("currency");
  const unnamed = currency !== undefined && !has("localCurrency");
  const stands = unnamed && isOne(matching, currency.column);
  const parts = new Map([["amount", "amountLocal"], ["open", "openLocal"], ["paid", "paidLocal"], ...(stands ? [] : [["currency", "localCurrency"] as const])]);
  const doubts = unnamed ? [{ code: stands ? "LOCAL_AS_DOCUMENT" : "LOCAL_MONEY", row: matching.at.row, column: currency.column, found: currency.heading }] : [];
  return { at: (field) => matching.column(parts.get(field) ?? field), doubts };
}

function isOne(matching: Matching, column: number): boolean {
  const { blank, values } = matching.profile(column);
  return !blank && values === 1;
}

/** The ledger's headings in one text, whatever their writing: under it a user's choice of columns is kept in the workbook. 16 hexadecimal digits. */
export function headingsFingerprint(headings: Pick<Headings, "texts">): string {
  const print = new Fingerprint();
  headings.texts.forEach((text, column) => print.cell(column, headingText(text)));
  return print.hex();
}

/** First rows of numbers and dates where headings should be. */
export function looksLikeData(grid: Grid): boolean {
  const first = grid.find((row) => row.some((cell) => !isBlank(cell))) ?? [];
  const filled = first.map(plain).filter((cell) => !isBlank(cell));
  return filled.some((cell) => typeof cell === "number" || looksLikeDay(cell) || !Number.isNaN(readNumber(cell, undefined)));
}

function firstRow(grid: Grid): string {
  return rowText(grid.find((row) => row.some((cell) => !isBlank(cell))) ?? []);
}

export function rowText(row: readonly Cell[]): string {
  const texts = row.filter((cell) => !isBlank(cell)).slice(0, 20).map((cell) => cut(shown(cell)));
  return texts.join(", ");
}
