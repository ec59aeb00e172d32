/** AR.COLUMNS: what was taken for what. */
import { columnsTable } from "../../src/formulas/columns";
import { ledgerText } from "../../src/formulas/ledger";
import { CellRefusal } from "../../src/formulas/told";
import { book } from "../support/book";

const SHEET = book`
  客户 | Invoice # | Invoice Date | Due | Amount | Colour | Currency
  A | 1 | 2025-01-02 | 2025-02-01 | 100 | red | EUR
  B | 2 | 2025-01-03 | 2025-02-01 | 50 | blue | USD`;

test("a line a field in the order of the sheet; what nobody takes is left out; several currencies answer too", () => {
  const [headings, ...rows] = columnsTable(SHEET);
  expect(headings).toEqual(["Field", "Heading", "How sure"]);
  expect(rows.map(([field, heading]) => [field, heading])).toEqual([["buyerName", "客户"], ["docNo", "Invoice #"], ["docDate", "Invoice Date"], ["dueDate", "Due"], ["amount", "Amount"], ["currency", "Currency"]]);
  for (const [, , sure] of rows) expect(sure as number).toBeGreaterThan(0);
  for (const [, , sure] of rows) expect(sure as number).toBeLessThanOrEqual(1);
  expect(rows[2]![2]).toBe(1);
  expect(rows[3]![2]).toBeCloseTo(0.6 * 0.7 + 0.4, 10); // Due has two meanings
});

test("the text of AR.LEDGER answers the same, and what the policy settled is sure", () => {
  expect(columnsTable([[ledgerText(SHEET, null, null, null, null)]])).toEqual(columnsTable(SHEET));
  const settled = ledgerText(SHEET, null, null, null, [["field.docNo", "Colour"]]);
  expect(columnsTable([[settled]]).slice(1).find(([field]) => field === "docNo")).toEqual(["docNo", "Colour", 1]);
});

test("a heading never becomes a formula, and a sheet that cannot be read is refused", () => {
  const sheet = book`
    Customer | =Invoice Date | Amount
    A | 2025-01-02 | 100`;
  expect(columnsTable(sheet)[2]![1]).toBe("'=Invoice Date");
  expect(() => columnsTable([["no", "ledger"]])).toThrow(CellRefusal);
});
