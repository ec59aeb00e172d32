import { ambiguousDate, fieldRows, restOf, sureness } from "../../src/pane/ledger/fieldRows";
import { sheetColumns } from "../../src/ledger/sheetColumns";
import type { Grid } from "../../src/values/cell";
import { EITHER_WAY, TWINS, UNKNOWN } from "../support/paneBooks";
import { INVOICES } from "./books";

const rowsOf = (grid: Grid, settled: ReadonlyMap<string, string> = new Map()) => fieldRows(sheetColumns(grid, settled)!, settled);
const rowOf = (grid: Grid, field: string, settled?: ReadonlyMap<string, string>) => rowsOf(grid, settled).find((row) => row.field === field)!;

test("a line a field that figures rest on, in the order of a document, also where nothing was taken for it", () => {
  expect(rowsOf(INVOICES).map(({ field, column }) => `${field}: ${column?.name ?? ""}`)).toEqual([
    "buyerId: Customer No", "buyerName: Customer Name", "docNo: Invoice No", "docType: ", "docDate: Invoice Date", "dueDate: Due Date", "amount: Amount", "open: ", "paid: ", "settledDate: Settled Date", "currency: ", "disputed: ",
  ]);
});

test("the likely columns come first: the one taken, then its rivals", () => {
  const amount = rowOf(TWINS, "amount");
  expect(amount.likely.map(({ name }) => name)).toEqual(["Invoice Amount", "Total Amount"]);
  expect(amount.others.map(({ name }) => name)).toEqual(["Customer", "Invoice", "Invoice Date"]);
});

test("what a ledger needs one of cannot be absent while it is the only one", () => {
  const absent = (grid: Grid): string[] => rowsOf(grid).filter(({ mayBeAbsent }) => !mayBeAbsent).map(({ field }) => field);
  expect(absent(INVOICES)).toEqual(["docDate", "amount"]); // two columns say the buyer
  expect(absent([["Customer", "Invoice Date", "Amount", "Open Amount"], ["North", 45658, 1, 1]])).toEqual(["buyerName", "docDate"]);
});

test("the user's own word: a column, or none", () => {
  const settled = new Map([["dueDate", "-"], ["amount", "Total Amount"]]);
  expect(rowOf(TWINS, "dueDate", settled)).toMatchObject({ settled: "absent", column: undefined });
  expect(rowOf(TWINS, "amount", settled)).toMatchObject({ settled: "column", column: { name: "Total Amount" }, taken: { because: "chosen" } });
  expect(rowOf(UNKNOWN, "docType", new Map([["docType", "Kunde"]]))).toMatchObject({ settled: "column", column: { name: "Kunde" } });
});

test("columns that no figure rests on are named, with what they were taken for", () => {
  expect(restOf(sheetColumns([["Customer", "Invoice Date", "Amount", "Tax", "Clerk"], ["North", 45658, 119, 19, "am"]], new Map())!)).toMatchObject([
    { column: { name: "Tax" }, field: "tax" },
    { column: { name: "Clerk" }, field: undefined },
  ]);
});

test("how sure, in three words: a heading that only nearly says it is never certain", () => {
  const word = (sure: number, because: "exact" | "words" | "similar"): string => sureness({ sure, because });
  expect([word(1, "words"), word(0.84, "words"), word(0.83, "words"), word(0.6, "words"), word(0.59, "words"), word(0.9, "similar")]).toEqual(["certain", "certain", "likely", "likely", "unsure", "unsure"]);
  expect([word(0.8, "exact"), word(0.79, "exact")]).toEqual(["certain", "likely"]); // exactly so, over an empty column
});

test("a date that reads in two ways is found in the columns of days alone", () => {
  expect(ambiguousDate(sheetColumns(EITHER_WAY, new Map())!)).toBe("03/04/2025");
  expect(ambiguousDate(sheetColumns(INVOICES, new Map())!)).toBeUndefined();
  const clear: Grid = [["Customer", "Invoice Date", "Amount", "Text"], ["North", "13/04/2025", 1, "01/02/2025"], ["North", "05/05/2025", 1, ""]];
  expect(ambiguousDate(sheetColumns(clear, new Map())!)).toBeUndefined();
});
