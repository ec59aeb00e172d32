import { isoDay, type Day } from "../../values/day";
import { moneyText } from "../../values/money";
import type { Entry, Exhibit, Kind } from "./exhibit";

/** Spreadsheets take a text for a formula that begins with one of these, full width too, blanks and tabs before it or none. */
const LIKE_A_FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** What no figure can be told for is in a cell what the functions answer there. */
const UNTOLD = "#N/A";

/**
 * An exhibit's table as a file for spreadsheets: UTF-8 with its mark, or Excel would not read Chinese; days as ISO, money in
 * units, shares as fractions, none of them rounded further. A text stays a text: one that a spreadsheet would calculate gets an apostrophe.
 */
export function csvOf({ columns, rows, total }: Exhibit, exponent: number): string {
  const line = (entries: readonly Entry[]): string => entries.map((entry, at) => field(entry, columns[at]!.kind, exponent)).join(",");
  const lines = [columns.map(({ heading }) => textField(heading)).join(","), ...rows.map(line), ...(total === undefined ? [] : [line(total)])];
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function field(entry: Entry, kind: Kind, exponent: number): string {
  if (entry === undefined) return UNTOLD;
  if (typeof entry === "string") return textField(entry);
  if (kind === "money") return moneyText(entry, exponent).replaceAll(",", "");
  return kind === "day" ? isoDay(entry as Day) : String(entry);
}

function textField(text: string): string {
  const safe = LIKE_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
