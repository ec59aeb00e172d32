import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host. */
let office: OfficeWindow;
let Excel: OfficeWindow["Excel"];
beforeEach(() => {
  office = startOfficeWindow();
  Excel = office.Excel;
});
afterEach(() => office.close());

function code(run: Promise<unknown>): Promise<string> {
  return run.then(() => "no error", (error: { code: string }) => error.code);
}

test("the first sync: an active sheet, two rows written and read back", async () => {
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
    range.values = [[1, "two"], [true, "3"]];
    range.load("values, address, valueTypes");
    await context.sync();
    return [range.address, range.values, range.valueTypes];
  });
  expect(values).toEqual(["Sheet1!A1:B2", [[1, "two"], [true, 3]], [["Double", "String"], ["Boolean", "Double"]]]);
});

test("sheets are added once, named, found, counted, moved, hidden and deleted", async () => {
  const seen = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const ledger = worksheets.add("Ledger");
    ledger.tabColor = "#334455";
    const summary = worksheets.add("Summary");
    summary.position = 0;
    await context.sync();
    ledger.visibility = "Hidden";
    worksheets.load("items/name, items/visibility, items/position");
    const count = worksheets.getCount();
    const seen = worksheets.getCount(true);
    const last = worksheets.getLast().load("name");
    const next = worksheets.getFirst().getNext().load("name");
    await context.sync();
    const before = worksheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position]);
    ledger.delete();
    const gone = worksheets.getItemOrNullObject("ledger");
    const child = gone.getRange("A1"); // a child of nothing is nothing
    await context.sync();
    return [before, count.value, seen.value, last.name, next.name, gone.isNullObject, child.isNullObject];
  });
  expect(seen).toEqual([[["Summary", "Visible", 0], ["Sheet1", "Visible", 1], ["Ledger", "Hidden", 2]], 3, 2, "Ledger", "Sheet1", true, true]);
  expect(office.book.sheets().map((sheet) => sheet.name)).toEqual(["Summary", "Sheet1"]);
});

test("a proxy goes on working after its sheet was renamed", async () => {
  const names = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Draft");
    await context.sync();
    sheet.name = "Final's";
    const cell = sheet.getRange("B2").load("address");
    await context.sync();
    return cell.address;
  });
  expect(names).toBe("'Final''s'!B2");
});

test("names a sheet cannot have", async () => {
  const add = (name: string) => code(Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  }));
  expect(await add("sheet1")).toBe("ItemAlreadyExists");
  expect(await add("a/b")).toBe("InvalidArgument");
  expect(await add("x".repeat(32))).toBe("InvalidArgument");
  expect(await add("__proto__")).toBe("no error");
});

test("the last visible sheet stays", async () => {
  expect(await code(Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().delete();
    await context.sync();
  }))).toBe("InvalidOperation");
});

test("a copy has the cells, the formats and a name of its own", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B1").formulas = [[5, "=A1"]];
    sheet.getRange("A1").numberFormat = [["0.00"]];
    const copy = sheet.copy("Beginning").load("name, position");
    const cells = copy.getRange("A1:B1").load("formulas, numberFormat");
    await context.sync();
    return [copy.name, copy.position, cells.formulas, cells.numberFormat];
  });
  expect(seen).toEqual(["Sheet1 (2)", 0, [[5, "=A1"]], [["0.00", "General"]]]);
});

test("panes are frozen, gridlines switched, protection told", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.freezePanes.freezeRows(1);
    sheet.showGridlines = false;
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    sheet.load("showGridlines, protection/protected");
    await context.sync();
    const address = frozen.address;
    sheet.freezePanes.unfreeze();
    const none = sheet.freezePanes.getLocationOrNullObject();
    await context.sync();
    return [address, sheet.showGridlines, sheet.protection.protected, none.isNullObject];
  });
  expect(seen).toEqual(["Sheet1!1:1", false, false, true]);
});

test("top and skip page through a collection; nested objects are loaded", async () => {
  const seen = await Excel.run(async (context) => {
    for (const name of ["B", "C", "D"]) context.workbook.worksheets.add(name);
    await context.sync();
    const page = context.workbook.worksheets.load({ $top: 2, $skip: 1, name: true });
    context.workbook.load({ name: true, application: { calculationMode: true } });
    await context.sync();
    return [page.items.map((sheet) => sheet.name), context.workbook.name, context.workbook.application.calculationMode];
  });
  expect(seen).toEqual([["B", "C"], "Book1.xlsx", "Automatic"]);
});

test("the selection, read and set", async () => {
  const seen = await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("B2:C5").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const cell = context.workbook.getActiveCell().load("address");
    await context.sync();
    return [selected.address, cell.address];
  });
  expect(seen).toEqual(["Sheet1!B2:C5", "Sheet1!B2"]);
});

test("application: mode, state, full calculation, suspension", async () => {
  const seen = await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.calculationMode = "Manual";
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculate("Full");
    application.load("calculationMode, calculationState, decimalSeparator");
    await context.sync();
    return [application.calculationMode, application.calculationState, application.decimalSeparator];
  });
  expect(seen).toEqual(["Manual", "Done", "."]);
});

test("charts are kept with what they show, their parts as told", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
    chart.name = "Ageing";
    chart.title.text = "Ageing by bucket";
    chart.legend.visible = false;
    chart.setPosition("D2", "H12");
    const count = sheet.charts.getCount();
    const found = sheet.charts.getItemOrNullObject("ageing");
    found.load("name, chartType, title/text");
    await context.sync();
    return [count.value, found.isNullObject, found.name, found.chartType, found.title.text];
  });
  expect(seen).toEqual([1, false, "Ageing", "ColumnClustered", "Ageing by bucket"]);
});

test("retrieve, update and ensureUnchanged answer as load and set do", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet() as Excel.Worksheet & { retrieve(option: object): { name: string }; update(state: object): void };
    const retrieved = sheet.retrieve({ name: true });
    sheet.update({ tabColor: "#AA0000" });
    sheet.load("tabColor");
    await context.sync();
    return [retrieved.name, sheet.tabColor];
  });
  expect(seen).toEqual(["Sheet1", "#AA0000"]);
  const changed = await code(Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet() as Excel.Worksheet & { ensureUnchanged(state: object): void };
    sheet.ensureUnchanged({ tabColor: "#AA0000" });
    await context.sync();
    sheet.ensureUnchanged({ tabColor: "#00AA00" });
    await context.sync();
  }));
  expect(changed).toBe("EnsureUnchangedFailed");
});

test("requirement sets decide what isSetSupported says, by number and not by letter", async () => {
  const old = startOfficeWindow({ requirementSets: { ExcelApi: "1.10", SharedRuntime: "1.1" } });
  const { requirements } = old.Office.context;
  expect([["ExcelApi", "1.9"], ["ExcelApi", "1.10"], ["ExcelApi", "1.17"], ["SharedRuntime", "1.1"], ["CustomFunctionsRuntime", "1.1"]].map(([set, version]) => requirements.isSetSupported(set!, version!))).toEqual([true, true, false, true, false]);
  await old.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["written under an old set"]];
    await context.sync();
  });
  expect(old.book.values({ sheet: old.book.activeSheet(), row: 0, column: 0, rows: 1, columns: 1 })).toEqual([["written under an old set"]]);
  old.close();
});
