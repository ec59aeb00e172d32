import { dayIfReal, type Day } from "../values/day";
import type { CellBlock } from "./host";

/**
 * The formula of a ledger cell, both ways: `=AR.LEDGER(invoices, asOf, payments, buyers, policy)`.
 * Arguments are kept as the text a formula has; "" where one is left out.
 */
export interface LedgerCall {
  readonly invoices: string;
  readonly asOf: string;
  readonly payments: string;
  readonly buyers: string;
  readonly policy: string;
}

/** Excel stores our functions as `_xldudf_AR_LEDGER(`; shows them as `AR.LEDGER(`. */
const CALL = /^=\s*(?:_xldudf_)?AR[._](LEDGER|JOIN)\s*\(([\s\S]*)\)\s*$/i;

/** `=AR.JOIN(block, block, ...)` */
export interface JoinCall {
  /** its arguments, "" where one is left out */
  readonly joins: readonly string[];
}

/** The call in a formula, or undefined where the formula is neither AR.LEDGER nor AR.JOIN. */
export function parseLedgerFormula(formula: string): LedgerCall | JoinCall | undefined {
  const match = CALL.exec(formula);
  if (match === null) return undefined;
  if (match[1]!.toUpperCase() === "JOIN") return { joins: splitArguments(match[2]!) };
  const [invoices = "", asOf = "", payments = "", buyers = "", policy = ""] = splitArguments(match[2]!);
  return { invoices, asOf, payments, buyers, policy };
}

export function makeLedgerFormula(call: LedgerCall): string {
  const parts = [call.invoices, call.asOf, call.payments, call.buyers, call.policy];
  while (parts.length > 1 && parts[parts.length - 1] === "") parts.pop();
  return `=AR.LEDGER(${parts.join(",")})`;
}

/** `$A$7:$B$9`, columns `A:I`, rows `1:9`: an address without its sheet means the sheet of the formula. */
const BARE = /^\$?(?:[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|[A-Z]{1,3}:\$?[A-Z]{1,3}|\d+:\$?\d+)$/i;

/** A reference as another sheet would write it. */
export function onSheet(reference: string, sheet: string): string {
  return BARE.test(reference) && !/^\d+$/.test(reference) ? `${sheetText(sheet)}!${reference}` : reference;
}

export function callOnSheet({ invoices, asOf, payments, buyers, policy }: LedgerCall, sheet: string): LedgerCall {
  const whole = (reference: string): string => onSheet(reference, sheet);
  return { invoices: whole(invoices), asOf: whole(asOf), payments: whole(payments), buyers: whole(buyers), policy: whole(policy) };
}

/** Splits at commas outside quotes and brackets. A doubled quote stays inside its quotes by itself. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "(" || sign === "[" || sign === "{") depth++;
    else if (sign === ")" || sign === "]" || sign === "}") depth--;
    else if (sign === "," && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

/** The day of `DATE(2026,6,30)`; undefined for anything else and for a day that there is not. */
export function dateIn(text: string): Day | undefined {
  const date = /^DATE\((.*)\)$/i.exec(text);
  return date === null ? undefined : dayIfReal(...(splitArguments(date[1]!).map(Number) as [number, number, number]));
}

/** A reference that a host can read: an address, a table, a name; not a calculation such as `VSTACK(...)`. */
export function isReference(text: string): boolean {
  return text !== "" && !/^["{]/.test(text) && !/[()]/.test(text.replace(/'(?:[^']|'')*'/g, "").replace(/\[[^\]]*\]/g, ""));
}

/** `'Open items'!A1`: the sheet's name as a formula writes it. */
export function sheetText(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** 0 -> A, 26 -> AA */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** A -> 0, AA -> 26 */
export function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function cellAddress(sheet: string, row: number, column: number): string {
  return `${sheetText(sheet)}!${columnLetters(column)}${row + 1}`;
}

/** `Buyers!A1:D12` for a block of cells. */
export function blockReference(sheet: string, { row, column, rows, columns }: CellBlock): string {
  return `${cellAddress(sheet, row, column)}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** The table that a reference means as a whole: `Invoices` for `Invoices[#All]`. */
export function tableIn(reference: string): string | undefined {
  return /^([^[\]!'":]+)\[#All\]$/i.exec(reference)?.[1];
}

/** `Ledger`, or `Ledger_2`, `Ledger_3` where it is taken; names of a workbook differ without regard to case. */
export function freeName(wished: string, taken: readonly string[]): string {
  return firstFree(wished, taken, "_");
}

/** `Invoices`, or `Invoices2`: some spreadsheets know no table whose name has an underscore. */
export function freeTableName(wished: string, taken: readonly string[]): string {
  return firstFree(wished, taken, "");
}

function firstFree(wished: string, taken: readonly string[], between: string): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wished.toLowerCase())) return wished;
  let number = 2;
  while (used.has(`${wished}${between}${String(number)}`.toLowerCase())) number++;
  return `${wished}${between}${String(number)}`;
}
