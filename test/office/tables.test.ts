import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host. A ledger of three invoices in a table. */
let office: OfficeWindow;
let Excel: OfficeWindow["Excel"];
beforeEach(async () => {
  office = startOfficeWindow();
  Excel = office.Excel;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B2:D5").values = [["Invoice", "Buyer", "Open"], ["A-1", "Alder", 10], ["A-2", "Birch", 20], ["A-3", "Cedar", 30]];
    const table = sheet.tables.add("B2:D5", true);
    table.name = "Ledger";
    await context.sync();
  });
});
afterEach(() => office.close());

function withTable<T>(work: (table: Excel.Table, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run((context) => work(context.workbook.tables.getItem("ledger"), context));
}

function code(run: Promise<unknown>): Promise<string> {
  return run.then(() => "no error", (error: { code: string }) => error.code);
}

test("a table's parts and columns", async () => {
  const seen = await withTable(async (table, context) => {
    const whole = table.getRange().load("address");
    const body = table.getDataBodyRange().load("address");
    const head = table.getHeaderRowRange().load("values");
    const open = table.columns.getItem("open");
    const cells = open.getDataBodyRange().load("values");
    open.load("id, index, name, values");
    table.load("name, showHeaders, showTotals, style, worksheet/name");
    table.columns.load("count, items/name");
    await context.sync();
    return [whole.address, body.address, head.values, cells.values, open.index, open.values.length, table.name, table.showTotals, table.worksheet.name, table.columns.count, table.columns.items.map((column) => column.name)];
  });
  expect(seen).toEqual(["Sheet1!B2:D5", "Sheet1!B3:D5", [["Invoice", "Buyer", "Open"]], [[10], [20], [30]], 2, 4, "Ledger", false, "Sheet1", 3, ["Invoice", "Buyer", "Open"]]);
});

test("rows are added at the end, in the middle, and deleted", async () => {
  const seen = await withTable(async (table, context) => {
    table.rows.add(undefined, [["A-4", "Dogwood", 40], ["A-5", "Elm", 50]]);
    table.rows.add(1, [["A-1b", "Alder", 5]]);
    table.rows.getItemAt(0).delete();
    const body = table.getDataBodyRange().load("values, address");
    const count = table.rows.getCount();
    table.rows.load("items/values, items/index");
    await context.sync();
    return [body.address, body.values, count.value, table.rows.items.at(-1)!.values, table.rows.items.at(-1)!.index];
  });
  expect(seen).toEqual(["Sheet1!B3:D7", [["A-1b", "Alder", 5], ["A-2", "Birch", 20], ["A-3", "Cedar", 30], ["A-4", "Dogwood", 40], ["A-5", "Elm", 50]], 5, [["A-5", "Elm", 50]], 4]);
});

test("what stands below a table moves down, and formulas follow", async () => {
  const seen = await withTable(async (table, context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B7").values = [["note"]];
    sheet.getRange("F1").formulas = [["=B7"]];
    table.rows.add(undefined, [["A-4", "Dogwood", 40]]);
    const note = sheet.getRange("B8").load("values");
    const formula = sheet.getRange("F1").load("formulas");
    await context.sync();
    return [note.values, formula.formulas];
  });
  expect(seen).toEqual([[["note"]], [["=B8"]]]);
});

test("the last row deleted leaves a blank one, and the next row added takes its place", async () => {
  const seen = await withTable(async (table, context) => {
    table.rows.deleteRowsAt(0, 3);
    const empty = table.getRange().load("address, values");
    await context.sync();
    const before = [empty.address, empty.values];
    table.rows.add(undefined, [["B-1", "Fir", 1]]);
    const after = table.getRange().load("address, values");
    await context.sync();
    return [before, after.address, after.values];
  });
  expect(seen).toEqual([["Sheet1!B2:D3", [["Invoice", "Buyer", "Open"], ["", "", ""]]], "Sheet1!B2:D3", [["Invoice", "Buyer", "Open"], ["B-1", "Fir", 1]]]);
});

test("columns are added, renamed and deleted, and keep their id", async () => {
  const seen = await withTable(async (table, context) => {
    const added = table.columns.add(1, [["Due"], [45_000], [45_001], [45_002]]);
    const open = table.columns.getItem("Open").load("id, index");
    await context.sync();
    const id = open.id;
    open.name = "Balance";
    table.columns.getItem("Buyer").delete();
    const again = table.columns.getItem(id).load("name, index");
    added.load("index, name");
    const whole = table.getRange().load("address, values");
    await context.sync();
    return [added.name, added.index, again.name, again.index, whole.address, whole.values[0]];
  });
  expect(seen).toEqual(["Due", 1, "Balance", 2, "Sheet1!B2:D5", ["Invoice", "Due", "Balance"]]);
});

test("tables are resized, totalled, converted and deleted", async () => {
  const seen = await withTable(async (table, context) => {
    table.resize("B2:D4");
    const smaller = table.getRange().load("address");
    table.showTotals = true;
    const total = table.getTotalRowRange().load("address");
    await context.sync();
    const made = [smaller.address, total.address];
    table.showTotals = false;
    const range = table.convertToRange().load("address");
    const tables = context.workbook.tables.load("count");
    await context.sync();
    return [made, range.address, tables.count];
  });
  expect(seen).toEqual([["Sheet1!B2:D4", "Sheet1!B5:D5"], "Sheet1!B2:D4", 0]);
});

test("tables found by a range, counted, missing", async () => {
  const seen = await withTable(async (_table, context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const inside = sheet.getRange("C3").getTables().load("items/name");
    const outside = sheet.getRange("Z1").getTables().getCount();
    const none = context.workbook.tables.getItemOrNullObject("Nowhere");
    await context.sync();
    return [inside.items.map((table) => table.name), outside.value, none.isNullObject];
  });
  expect(seen).toEqual([["Ledger"], 0, true]);
});

test("refusals: overlap, a name taken or impossible, cells pushed through a table", async () => {
  const attempt = (work: (sheet: Excel.Worksheet) => unknown) => code(Excel.run(async (context) => {
    work(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  }));
  expect(await attempt((sheet) => sheet.tables.add("C3:F9", true))).toBe("InvalidOperation");
  expect(await attempt((sheet) => (sheet.tables.add("H1:H3", true).name = "ledger"))).toBe("ItemAlreadyExists");
  expect(await attempt((sheet) => (sheet.tables.getItem("Ledger").name = "A1"))).toBe("InvalidArgument");
  expect(await attempt((sheet) => sheet.getRange("B1").insert("Down"))).toBe("InsertDeleteConflict");
});
