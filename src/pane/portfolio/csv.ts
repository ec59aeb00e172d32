import { startsFormula } from "../../values/cell";
import { isoDay, type Day } from "../../values/day";
import { moneyText } from "../../values/money";
import type { Entry, Exhibit, Kind } from "./exhibit";

/** Some spreadsheets take the full-width signs for the plain ones. */
const FULL_WIDTH = /^\s*[\uff1d\uff0b\uff0d\uff20]/;

/** What no figure can be told for is in a cell what the functions answer there. */
const UNTOLD = "#N/A";

/**
 * An exhibit's table as a file for spreadsheets: UTF-8 with its mark, or Excel would not read Chinese; days as ISO, money in
 * units, shares as fractions, none of them rounded further. A text stays a text: one that a spreadsheet would calculate gets an apostrophe.
 */
export function csvOf({ columns, rows, total }: Pick<Exhibit, "columns" | "rows" | "total">, exponent: number): string {
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
  const safe = startsFormula(text) || FULL_WIDTH.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
