import { copyFormula, forgetSheetInFormula, renameSheetInFormula, shiftFormula } from "../../../src/workbench/model/formulaReferences";
import type { Shift } from "../../../src/workbench/model/shiftRect";

const sheetNamed = (name: string) => (name === "Data" ? "data" : name === "My sheet" ? "my" : undefined);
const rows = (direction: "Down" | "Up", row: number, count: number, sheet = "data"): Shift => ({ direction, rect: { sheet, row, column: 0, rows: count, columns: 16_384 } });
const columns = (direction: "Right" | "Left", column: number, count: number): Shift => ({ direction, rect: { sheet: "data", row: 0, column, rows: 1_048_576, columns: count } });

test.each([
  ["=A5", rows("Down", 2, 2), "=A7"],
  ["=A2", rows("Down", 2, 2), "=A2"],
  ["=SUM($A$1:B9)", rows("Down", 4, 1), "=SUM($A$1:B10)"],
  ["=A5", rows("Up", 1, 2), "=A3"],
  ["=A2", rows("Up", 1, 2), "=#REF!"],
  ["=SUM(A1:A9)", rows("Up", 2, 3), "=SUM(A1:A6)"],
  ["=SUM(A:A)+A3", rows("Down", 0, 1), "=SUM(A:A)+A4"],
  ["=SUM(2:3)", rows("Down", 0, 1), "=SUM(3:4)"],
  ["=C1+SUM(A:D)", columns("Right", 1, 1), "=D1+SUM(A:E)"],
  ["=SUM(A:B)", columns("Left", 0, 2), "=SUM(#REF!)"],
  ["=Data!A5+'My sheet'!A5", rows("Down", 0, 1), "=Data!A6+'My sheet'!A5"],
  ["=AR.DSO(Ledger,A5)&\"A5\"", rows("Down", 0, 1), "=AR.DSO(Ledger,A6)&\"A5\""],
  ["=LOG10(A5)+Invoices[A5]+A5_total+F(A5)", rows("Down", 0, 1), "=LOG10(A6)+Invoices[A5]+A5_total+F(A6)"],
])("%s", (formula, shift, expected) => {
  expect(shiftFormula(formula, "data", shift, sheetNamed)).toBe(expected);
});

test("a formula on another sheet moves only what it says of this one", () => {
  expect(shiftFormula("=A5+Data!A5", "my", rows("Down", 0, 1), sheetNamed)).toBe("=A5+Data!A6");
});

test.each([
  ["=A1+$A$1+A$1+$A1", 2, 3, "=D3+$A$1+D$1+$A3"],
  ["=SUM(A1:B2)", 1, 0, "=SUM(A2:B3)"],
  ["=A1", -1, 0, "=#REF!"],
  ["=\"A1\"&A1", 1, 1, "=\"A1\"&B2"],
])("%s copied %d down and %d right", (formula, down, right, expected) => {
  expect(copyFormula(formula, down, right)).toBe(expected);
});

test("sheets renamed and forgotten", () => {
  expect(renameSheetInFormula("=Data!A1+data!$B$2&\"Data!A1\"+Other!A1", "Data", "It's new")).toBe("='It''s new'!A1+'It''s new'!$B$2&\"Data!A1\"+Other!A1");
  expect(forgetSheetInFormula("=SUM('My sheet'!A1:B2)+A1", "my SHEET")).toBe("=SUM(#REF!)+A1");
});
