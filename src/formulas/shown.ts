import type { JoinedRows } from "../ledger/joinedRows";
import { startsFormula } from "../values/cell";
import { toUnits } from "../values/money";

/** Excel's longest text in a cell. */
const LONGEST_TEXT = 32767;

/**
 * A text from the sheet as a spill may show it. What would start a formula somewhere (`= + - @`, also after blanks) gets an
 * apostrophe in front: pasted as a value, saved as .csv or typed again, it stays a text. `withoutMark` takes it off, so
 * that a buyer looked up from a spill is found under the name the ledger has.
 */
export function shownText(text: string): string {
  const cut = text.length < LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 2)}…`;
  return startsFormula(cut) ? `'${cut}` : cut;
}

export function withoutMark(text: string): string {
  return text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text;
}

/** A row of the range; `2:145` is row 145 of the second block that was joined. */
export function rowText(joined: JoinedRows | undefined, row: number): number | string {
  if (joined === undefined) return row;
  const cell = joined.cell(row, -1);
  return `${cell.block}:${cell.row}`;
}

/** Minor units as the number a cell shows, rounded to the minor unit: the only rounding there is. */
export function shownMoney(minor: number, scale: number): number {
  const whole = Math.sign(minor) * Math.round(Math.abs(minor));
  return toUnits(whole === 0 ? 0 : whole, scale);
}
