import { LEDGER_FIELDS } from "../../ledger/fields";
import type { Column } from "../../ledger/ledger";
import { NO_COLUMN } from "../../ledger/matching";
import type { SheetColumn, SheetColumns } from "../../ledger/sheetColumns";

/** One field of the ledger, the column that was taken for it, and those that could be. */
export interface FieldRow {
  readonly field: string;
  /** undefined: no column, or one that is not in the sheet (buyers in rows of their own) */
  readonly column: SheetColumn | undefined;
  readonly taken: Column | undefined;
  /** the user's own word: this column, or none */
  readonly settled: "column" | "absent" | undefined;
  readonly likely: readonly SheetColumn[];
  readonly others: readonly SheetColumn[];
  /** the ledger can be read without it */
  readonly mayBeAbsent: boolean;
}

export type Sureness = "certain" | "likely" | "unsure";

/** A heading that says exactly one thing, over cells that fit or over none; any other needs cells that fit. */
const CERTAIN_EXACTLY = 0.799, CERTAIN = 0.84, LIKELY = 0.6;

/** How sure a reading of headings is, in three words. */
export function sureness({ sure, because }: Pick<Column, "sure" | "because">): Sureness {
  if (because === "similar") return "unsure"; // nearly the word, whatever stands below it
  return sure >= (because === "exact" ? CERTAIN_EXACTLY : CERTAIN) ? "certain" : sure >= LIKELY ? "likely" : "unsure";
}

/** Fields that figures rest on, in the order of a document. Those asked for are shown also where no column was taken for them. */
const RESTED_ON: readonly (readonly [field: string, asked: boolean])[] = [
  ["buyerId", true], ["buyerName", true], ["docNo", true], ["docType", true], ["docDate", true], ["postDate", false], ["dueDate", true], ["terms", false],
  ["amount", true], ["amountLocal", false], ["debit", false], ["credit", false], ["open", true], ["openLocal", false], ["paid", true], ["paidLocal", false], ["credited", false], ["writeOff", false],
  ["settledDate", true], ["clearDoc", false], ["ref", false], ["currency", true], ["localCurrency", false], ["dcInd", false], ["status", false], ["voided", false], ["bookType", false], ["disputed", true],
];

/** Of each of these a ledger needs one. */
const NEEDED: readonly (readonly string[])[] = [["buyerId", "buyerName"], ["docDate", "postDate"], ["amount", "open", "amountLocal", "openLocal", "debit", "credit"]];

/** The fields of a sheet as they can be chosen. `settled`: field -> heading, the user's own. */
export function fieldRows({ columns, taken }: SheetColumns, settled: ReadonlyMap<string, string>): FieldRow[] {
  const has = (field: string): boolean => taken.some((one) => one.field === field);
  return RESTED_ON.filter(([field, asked]) => asked || has(field) || settled.has(field)).map(([field]): FieldRow => {
    const own = taken.find((one) => one.field === field);
    const heading = settled.get(field);
    const column = columns.find(({ index, name }) => (own === undefined ? name === heading : index === own.index));
    const rivals = new Set(own?.rivals ?? []);
    const likely = columns.filter((one) => one !== column && rivals.has(one.heading) && !taken.some(({ index }) => index === one.index));
    return {
      field,
      column,
      taken: own,
      settled: heading === undefined ? undefined : heading === NO_COLUMN ? "absent" : "column",
      likely: column === undefined ? likely : [column, ...likely],
      others: columns.filter((one) => one !== column && !likely.includes(one)),
      mayBeAbsent: NEEDED.every((group) => !group.includes(field) || group.some((other) => other !== field && has(other))),
    };
  });
}

/** Columns that no figure rests on: what they were taken for, undefined where they say nothing known. */
export function restOf({ columns, taken }: SheetColumns): { readonly column: SheetColumn; readonly field: string | undefined }[] {
  const used = new Set(RESTED_ON.map(([field]) => field));
  return columns.flatMap((column) => {
    const field = taken.find(({ index }) => index === column.index)?.field;
    return field !== undefined && used.has(field) ? [] : [{ column, field }];
  });
}

/** Fields that hold days: their cells are serials, and are shown as days. */
export const DAY_FIELDS: ReadonlySet<string> = new Set(LEDGER_FIELDS.filter(({ content }) => content === "day").map(({ name }) => name));

/** What a text date can read as, taken from the columns of days; undefined where none can be read in two ways. */
export function ambiguousDate({ columns, taken }: SheetColumns): string | undefined {
  for (const { field, index } of taken) {
    if (!DAY_FIELDS.has(field)) continue;
    const text = columns.find((column) => column.index === index)?.sample.find(isAmbiguous);
    if (typeof text === "string") return text.trim();
  }
  return undefined;
}

function isAmbiguous(cell: unknown): boolean {
  const parts = typeof cell === "string" ? /^\s*(\d{1,2})[./-](\d{1,2})[./-](?:\d{2}|\d{4})\s*$/.exec(cell) : null;
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2];
}
