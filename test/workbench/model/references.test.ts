import { areaText } from "../../../src/workbench/model/a1";
import { MemoryBook } from "../../../src/workbench/model/MemoryBook";
import { resolveReference } from "../../../src/workbench/model/resolveReference";

/** What a text means, in a book with a table of three invoices and some names. */
const book = new MemoryBook({ sheets: ["Data", "My sheet"] });
const [data, mine] = book.sheets().map((sheet) => sheet.id) as [string, string];
book.write({ sheet: data, row: 1, column: 1, rows: 4, columns: 3 }, [["Invoice", "Buyer", "Open amount"], ["A-1", "Alder", 10], ["A-2", "Birch", 20], ["A-3", "Cedar", 30]]);
const table = book.addTable({ sheet: data, row: 1, column: 1, rows: 4, columns: 3 }, true, "Ledger");
book.setName({ name: "Rate", formula: "=Data!$H$1", scope: undefined, comment: "", visible: true });
book.setName({ name: "Rate", formula: "='My sheet'!$H$2", scope: mine, comment: "", visible: true });
book.setName({ name: "Whole", formula: "=Ledger[#All]", scope: undefined, comment: "", visible: true });
book.setName({ name: "Loop", formula: "=Loop", scope: undefined, comment: "", visible: true });
book.setName({ name: "Five", formula: "=5", scope: undefined, comment: "", visible: true });

test.each([
  ["B2", "Data", "B2"],
  ["'My sheet'!A1:B2", "My sheet", "A1:B2"],
  ["my sheet!A:A", "My sheet", "A:A"],
  ["=Data!$C$3", "Data", "C3"],
  ["rate", "Data", "H1"],
  ["Ledger", "Data", "B3:D5"],
  ["Ledger[#All]", "Data", "B2:D5"],
  ["ledger[#headers]", "Data", "B2:D2"],
  ["Ledger[Open amount]", "Data", "D3:D5"],
  ["Ledger[[#All],[Buyer]]", "Data", "C2:C5"],
  ["Ledger[[Invoice]:[Buyer]]", "Data", "B3:C5"],
  ["Ledger[[#Headers],[#Data],[Buyer]]", "Data", "C2:C5"],
  ["Whole", "Data", "B2:D5"],
])("%s", (text, sheet, area) => {
  const rect = resolveReference(book, text, data)!;
  expect([book.sheets().find((one) => one.id === rect.sheet)!.name, areaText(rect)]).toEqual([sheet, area]);
});

test("a sheet's own name comes before the workbook's", () => {
  expect(resolveReference(book, "Rate", mine)).toMatchObject({ sheet: mine, row: 1 });
});

test.each(["Nowhere!A1", "Ledger[Nothing]", "Ledger[#Totals]", "Five", "Loop", "NoName", "A1+B2", "", "__proto__"])("%s means no cells", (text) => {
  expect(resolveReference(book, text, data)).toBeUndefined();
});

test("a totals row is found when it is shown", () => {
  book.changeTable(table, { showTotals: true, rect: { sheet: data, row: 1, column: 1, rows: 5, columns: 3 } });
  expect(areaText(resolveReference(book, "Ledger[#Totals]", data)!)).toBe("B6:D6");
  expect(areaText(resolveReference(book, "Ledger", data)!)).toBe("B3:D5");
});
