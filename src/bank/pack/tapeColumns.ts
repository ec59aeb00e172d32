/** Columns of the sheet of invoices, from the first; others are counted from here. */
export const TAPE = ["number", "code", "name", "kind", "issued", "due", "open", "age", "late", "disputed", "line", "pastDue", "rule", "eligible", "ineligible"] as const;
export type TapeColumn = (typeof TAPE)[number];

export function tapeColumn(name: TapeColumn): number {
  return TAPE.indexOf(name);
}

/** Row of the headings, and of the first invoice. */
export const TAPE_HEADINGS = 5, TAPE_FIRST = 6;
