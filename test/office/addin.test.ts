import { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { built, builtMetadata } from "../support/builtAddin";
import { ChannelEvaluator } from "../support/channelEvaluator";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Our functions as built, in the genuine Office.js runtime: formulas typed into a book, figures read out of its cells. */
const INVOICES = [
  ["Invoice", "Buyer", "Issue date", "Due date", "Amount", "Paid date"],
  ["A-1", "Alder", 45292, 45322, 1000, 45330],
  ["A-2", "Alder", 45323, 45353, 500, ""],
  ["B-1", "Birch", 45301, 45331, 300, ""],
  ["B-2", "__proto__", 45350, 45380, 200, ""],
];

let office: OfficeWindow;
let book: MemoryBook;
beforeAll(async () => {
  const evaluator = new ChannelEvaluator("AR", builtMetadata().functions);
  book = new MemoryBook({ evaluator });
  office = startOfficeWindow({ port: book });
  office.window.eval(built("functions.js"));
  evaluator.connect(office.host.functions);
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:F5").values = INVOICES;
    sheet.tables.add("A1:F5", true).name = "Invoices";
    sheet.getRange("H1").formulas = [["=AR.LEDGER(Invoices[#All])"]];
    context.workbook.names.add("Ledger", sheet.getRange("H1"));
    await context.sync();
  });
  await book.idle();
});
afterAll(() => office.close());

/** what a formula comes to, in a cell of its own with room below and beside it */
async function calculated(formula: string): Promise<unknown[][]> {
  const sheet = book.addSheet();
  const cell = { sheet, row: 0, column: 0, rows: 1, columns: 1 };
  book.write(cell, [[formula]]);
  await book.idle();
  const values = book.values(book.spillOf(sheet, 0, 0) ?? cell);
  book.removeSheet(sheet);
  return values;
}

test("AR.LEDGER answers a text that names the reading", () => {
  const [[text]] = book.values({ sheet: book.activeSheet(), row: 0, column: 7, rows: 1, columns: 1 }) as [[string]];
  expect(text).toMatch(/^4 invoices, 3 buyers to 2024-\d\d-\d\d #[0-9a-f]+$/);
});

test("a figure is the same by name, by handle and by range", async () => {
  const [[byName]] = (await calculated("=AR.DSO(Ledger)")) as [[unknown]];
  expect(byName).toEqual(expect.any(Number));
  expect(await calculated("=AR.DSO(Sheet1!H1)")).toEqual([[byName]]);
  expect(await calculated("=AR.DSO(Sheet1!A1:F5)")).toEqual([[byName]]);
  expect(await calculated("=AR.DSO(AR.LEDGER(Invoices[#All]))")).toEqual([[byName]]);
});

test("a table spills with its headings, and every row adds up", async () => {
  const [headings, ...rows] = await calculated("=AR.AGING(Ledger,,\"*\")");
  expect(headings).toEqual(["Buyer", "Not due", "1-30", "31-60", "61-90", "Over 90", "No due date", "Unapplied", "Total"]);
  for (const [, ...money] of rows) {
    const [total, ...buckets] = [...money].reverse() as number[];
    expect(buckets.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total!, 2);
  }
  expect(rows.at(-1)![8]).toBe(1000); // 500 + 300 + 200 are open
});

test("an edit in the ledger changes the figure", async () => {
  const cell = { sheet: book.activeSheet(), row: 2, column: 4, rows: 1, columns: 1 };
  const total = async () => ((await calculated("=AR.AGING(Ledger)")) as unknown[][])[1]![8];
  const before = await total();
  book.write(cell, [[750]]);
  await book.idle();
  expect([before, await total()]).toEqual([1000, 1250]);
  book.write(cell, [[500]]);
  await book.idle();
});

test("refusals reach the cell as their error, and keep their sentence", async () => {
  const messages: string[] = [];
  office.host.functions.onOutcomes((outcomes) => messages.push(...outcomes.flatMap((one) => (one.ok ? [] : [`${one.error} ${one.message}`]))));
  expect(await calculated("=AR.DSO(Sheet1!A2:F5)")).toEqual([["#VALUE!"]]); // no heading row
  expect(messages.join("\n")).toMatch(/^#VALUE! \S.{20,}/);
});
