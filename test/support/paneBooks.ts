import type { BookSnapshot } from "../../src/workbench/model/bookSnapshot";
import { sampleBook } from "../../src/workbench/sample/sampleBook";
import type { Grid } from "../../src/values/cell";
import { MemoryHost, type MemoryHostOptions } from "./memoryHost";

/** The sample book's sheets and tables behind the pane's Host, formulas as their texts. */
export function sampleHost(options: MemoryHostOptions = {}, book: BookSnapshot = sampleBook()): MemoryHost {
  const sheets = book.sheets.filter(({ tables }) => (tables ?? []).length > 0).map(({ name, cells }) => ({ name, cells: cells.map((row) => row.map((cell) => cell?.value ?? "")) }));
  const tables = book.sheets.flatMap((sheet) => (sheet.tables ?? []).map(({ name, area }) => ({ name, sheet: sheet.name, ...area })));
  return new MemoryHost({ sheets, tables, ...options });
}

const DAY = 45658;

/** Open items in two currencies, with cells that cannot be right. */
export const MIXED: Grid = [
  ["Customer", "Invoice", "Invoice Date", "Due Date", "Amount", "Open Amount", "Currency"],
  ["North Mill", "F-1", DAY, DAY + 30, 1000, 1000, "USD"],
  ["South Trade", "F-2", DAY + 1, DAY + 31, 500.5, 0, "EUR"],
  ["West & Sons", "F-3", "soon", DAY + 32, 250.25, 250.25, "EUR"],
  ["__proto__", "F-4", DAY + 3, "n/a", 12, 12, "USD"],
  ["North Mill", "F-5", DAY + 9, DAY + 39, "#REF!", 80, "USD"],
];

/** Two columns that both could be the amount. */
export const TWINS: Grid = [
  ["Customer", "Invoice", "Invoice Date", "Invoice Amount", "Total Amount"],
  ["North Mill", "F-1", DAY, 1000, 1190],
  ["South Trade", "F-2", DAY + 1, 500, 595],
];

/** A heading that nobody could know. */
export const UNKNOWN: Grid = [
  ["Kunde", "Customer", "Invoice", "Invoice Date", "Betrag"],
  ["x", "North Mill", "F-1", DAY, 1000],
];

/** Dates of which none tells day from month. */
export const EITHER_WAY: Grid = [
  ["Customer", "Invoice", "Invoice Date", "Due Date", "Amount"],
  ["North Mill", "F-1", "03/04/2025", "02/05/2025", 1000],
  ["South Trade", "F-2", "05/04/2025", "04/05/2025", 500],
];

/** An export with a title above it, buyers spelt in several ways, and many cells that are no dates. Begins in B3. */
export const DOUBTFUL: Grid = [
  ["", "", "", "", "", "", ""],
  ["", "", "", "", "", "", ""],
  ["", "Customer No", "Customer Name", "Document No", "Invoice Date", "Net Due Date", "Amount", "Gross Amount USD", "Clerk"],
  ...Array.from({ length: 60 }, (_, at): Grid[number] => ["", `C-${String(1 + (at % 4))}`, ["Nordwind GmbH", "NORDWIND G.m.b.H.", "Harbour Line B.V.", "South Trade & Sons"][at % 4]!, `F-${String(100 + at)}`, DAY + at, at % 2 === 0 ? DAY + at + 30 : `in ${String(30 + at)} days`, 100 + at, 119 + at, "am"]),
];
