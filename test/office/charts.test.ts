import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { excelHost } from "../../src/excel/excelHost";
import type { CellBlock, PlannedChart } from "../../src/pane/host";
import { defaultEarlier } from "../../src/pane/portfolio/changeExhibits";
import { EXHIBITS, type ExhibitName } from "../../src/pane/portfolio/exhibits";
import { exhibitPlan } from "../../src/pane/portfolio/insertExhibit";
import { wordsFor } from "../../src/pane/words";
import { addressText } from "../../src/workbench/model/a1";
import type { BookSnapshot } from "../../src/workbench/model/bookSnapshot";
import { takeCharts, withCharts } from "../../src/workbench/model/restingCharts";
import { openXlsx } from "../../src/workbench/xlsx/openXlsx";
import { saveXlsx } from "../../src/workbench/xlsx/saveXlsx";
import { quietPane } from "../pane/paneSession";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";
import { sampleHost } from "../support/paneBooks";

/** Genuine Office.js client + workbench host: charts over cells, from the exhibit's plan to the saved file. */
let office: OfficeWindow;
beforeEach(() => {
  office = startOfficeWindow({ globals: true });
  Object.assign(globalThis, { Office: Object.create(office.Office, { context: { value: { displayLanguage: "en-US", partitionKey: undefined, officeTheme: undefined } } }) as typeof Office }); // what the loader would tell
});
afterEach(() => office.close());

const BLOCK = { sheet: "", row: 0, column: 0, rows: 4, columns: 3 };

function table(): string {
  const sheet = office.book.activeSheet();
  office.book.write({ ...BLOCK, sheet }, [["Month", "Open", "Overdue"], ["January", 12, 5], ["February", 15, 4], ["March", 11, 7]]);
  return sheet;
}

async function code(work: Promise<unknown>): Promise<string> {
  return work.then(() => "done", (error: { code: string }) => error.code);
}

describe("a chart through Office.js", () => {
  test("its series are the columns of its cells, named by their headings, over the first column", async () => {
    table();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"));
      const series = chart.series.load("items/name");
      await context.sync();
      const told = series.items.map((one) => [one.getDimensionDataSourceString("Values"), one.getDimensionDataSourceString("Categories")] as const);
      chart.load("name,chartType,left,top,width,height").legend.load("visible,position");
      await context.sync();
      return [chart.name, chart.legend.visible, series.items.map((one) => one.name), told.map(([values, categories]) => [values.value, categories.value])];
    });
    expect(seen).toEqual(["Chart 1", true, ["Open", "Overdue"], [["Sheet1!$B$2:$B$4", "Sheet1!$A$2:$A$4"], ["Sheet1!$C$2:$C$4", "Sheet1!$A$2:$A$4"]]]);
  });

  test("title, axes, legend, series and place are told as they were set", async () => {
    table();
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const chart = sheet.charts.add("Line", sheet.getRange("B2:B4"), "Columns");
      chart.name = "Book";
      chart.title.text = "Open items";
      chart.setPosition("E3", "H12");
      chart.axes.valueAxis.numberFormat = "#,##0";
      chart.axes.valueAxis.minimum = 0;
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.categoryAxis.title.text = "Months";
      const added = chart.series.add("Overdue");
      added.setValues(sheet.getRange("C2:C4"));
      added.setXAxisValues(sheet.getRange("A2:A4"));
      chart.series.getItemAt(0).name = "Open";
      await context.sync();
      const found = sheet.charts.getItem("book").load("id,left,top,title/text,axes/valueAxis/numberFormat,axes/valueAxis/minimum,axes/valueAxis/maximum,axes/categoryAxis/reversePlotOrder,axes/categoryAxis/title/text,series/items/name");
      const last = found.series.getItemAt(1).load("name,chartType");
      const cell = sheet.getRange("E3").load("left,top");
      await context.sync();
      const { valueAxis, categoryAxis } = found.axes;
      return { at: [found.left - cell.left, found.top - cell.top], title: found.title.text, value: [valueAxis.numberFormat, valueAxis.minimum, valueAxis.maximum], category: [categoryAxis.reversePlotOrder, categoryAxis.title.text], names: found.series.items.map(({ name }) => name), added: [last.name, last.chartType] };
    });
    expect(seen).toEqual({ at: [0, 0], title: "Open items", value: ["#,##0", 0, ""], category: [true, "Months"], names: ["Open", "Overdue"], added: ["Overdue", "Line"] });
  });

  test("a chart stands at whole cells: sides in points go to the nearest", async () => {
    const sheet = table();
    const widths = office.book.columnWidth(sheet, 0);
    const seen = await Excel.run(async (context) => {
      const home = context.workbook.worksheets.getActiveWorksheet();
      const chart = home.charts.add("Pie", home.getRange("A1:B4"));
      Object.assign(chart, { left: widths * 2 + 3, width: widths * 5 - 3 });
      chart.load("left,width");
      await context.sync();
      return [chart.left, chart.width];
    });
    expect(seen).toEqual([widths * 2, widths * 5]);
  });

  test("cells that come and go take the chart and what it shows along; a deleted sheet takes its charts", async () => {
    const sheet = table();
    const after = await Excel.run(async (context) => {
      const home = context.workbook.worksheets.getActiveWorksheet();
      const chart = home.charts.add("ColumnClustered", home.getRange("A1:C4"));
      chart.setPosition("E3", "H12");
      const other = context.workbook.worksheets.add("Other");
      other.charts.add("Line", home.getRange("B2:B4"));
      home.getRange("2:2").insert("Down");
      home.getRange("C:C").delete("Left");
      await context.sync();
      return office.store.charts.of(sheet)[0]!;
    });
    expect(after.at).toEqual({ row: 3, column: 3, rows: 10, columns: 4 });
    expect(after.series.map(({ values }) => values)).toEqual([{ sheet, row: 2, column: 1, rows: 3, columns: 1 }, undefined]);
    const other = office.book.sheets()[1]!.id;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().delete();
      await context.sync();
    });
    expect(office.store.charts.of(sheet)).toEqual([]);
    expect(office.store.charts.of(other)).toMatchObject([{ series: [{ values: undefined }] }]);
  });

  test("two charts never share an id, whatever was deleted before", async () => {
    table();
    const ids = await Excel.run(async (context) => {
      const home = context.workbook.worksheets.getActiveWorksheet();
      const [first, second] = [1, 2].map(() => home.charts.add("Line", home.getRange("B1:B4")).load("id"));
      await context.sync();
      first!.delete();
      const third = home.charts.add("Line", home.getRange("B1:B4")).load("id");
      const count = home.charts.getCount();
      await context.sync();
      return [second!.id === third.id, count.value];
    });
    expect(ids).toEqual([false, 2]);
  });

  test.each<[string, (chart: Excel.Chart, sheet: Excel.Worksheet) => unknown, string]>([
    ["a kind that no file of ours holds", (_, sheet) => sheet.charts.add("Sunburst", sheet.getRange("A1:B4")), "ApiNotFound"],
    ["a kind called __proto__", (_, sheet) => sheet.charts.add("__proto__" as Excel.ChartType, sheet.getRange("A1:B4")), "ApiNotFound"],
    ["more series than a chart has", (_, sheet) => sheet.charts.add("Line", sheet.getRange("A1:IX2"), "Columns"), "InvalidArgument"],
    ["a chart that is not there", (_, sheet) => sheet.charts.getItem("None").delete(), "ItemNotFound"],
    ["a series that is not there", (chart) => chart.series.getItemAt(9).delete(), "ItemNotFound"],
    ["a place outside the sheet", (chart) => Object.assign(chart, { left: 1e308 }), "InvalidArgument"],
    ["a height that is none", (chart) => Object.assign(chart, { height: -1 }), "InvalidArgument"],
    ["a legend in no place", (chart) => Object.assign(chart.legend, { position: "Nowhere" }), "InvalidArgument"],
  ])("%s is refused", async (_, ask, expected) => {
    table();
    expect(await code(Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      ask(sheet.charts.add("Line", sheet.getRange("A1:B4")), sheet);
      await context.sync();
    }))).toBe(expected);
  });
});

const words = wordsFor("en");

/** Every exhibit on a sheet of its own with figures where its chart looks, and the chart drawn by the pane's own host. */
async function insertAll(): Promise<ReadonlyMap<ExhibitName, { readonly sheet: string; readonly chart: PlannedChart }>> {
  const opened = (await quietPane(sampleHost())).opened();
  const day = opened.reading.ledger.lastDay;
  const host = excelHost();
  const inserted = new Map<ExhibitName, { sheet: string; chart: PlannedChart }>();
  for (const name of EXHIBITS) {
    const { sheet, charts } = exhibitPlan(name, { ledger: "Ledger", book: { opened, day, earlier: defaultEarlier(day) }, chosen: false, words });
    const id = office.book.addSheet(sheet.sheet);
    const [chart] = charts;
    fill(id, chart!.categories, (at) => `Line ${String(at + 1)}`);
    chart!.series.forEach(({ values }, k) => fill(id, values, (at) => (chart!.kind === "bar" ? 60 - 25 * at : 100 + 10 * at + 40 * k)));
    await host.drawCharts(sheet.sheet, charts);
    inserted.set(name, { sheet: sheet.sheet, chart: chart! });
  }
  return inserted;
}

function fill(sheet: string, { row, column, rows, columns }: CellBlock, cell: (at: number) => string | number): void {
  const at = (r: number, c: number): number => r * columns + c;
  office.book.write({ sheet, row, column, rows, columns }, Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => cell(at(r, c)))));
}

/** the book at rest, values and charts */
function snapshot(): BookSnapshot {
  const sheets = office.book.sheets();
  const book = {
    active: 0, names: [], formats: [],
    sheets: sheets.map(({ id, name }) => {
      const used = office.book.usedRect(id, true);
      const values = used === undefined ? [] : office.book.values({ ...used, row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns });
      return { name, cells: values.map((row) => row.map((value) => (value === "" ? undefined : { value }))) };
    }),
  };
  return withCharts(book, office.store.charts, sheets);
}

const LOOKS: Readonly<Record<PlannedChart["kind"], string>> = { line: "Line", column: "ColumnClustered", bar: "BarClustered" };

describe("every exhibit's chart", () => {
  test("stands where it was planned, with its title, its series and its cells; saved and opened again it is the same", async () => {
    const inserted = await insertAll();
    const saved = snapshot();
    const bytes = await saveXlsx(saved);
    const opened = await openXlsx(bytes, "book.xlsx");
    for (const [name, { sheet, chart }] of inserted) {
      const place = (block: CellBlock): object => ({ ...block, sheet });
      const expected = {
        type: LOOKS[chart.kind], at: chart.at, title: { text: chart.title, visible: true },
        legend: { position: chart.series.length > 1 ? "Bottom" : expect.any(String) as unknown, visible: chart.series.length > 1 },
        category: chart.kind === "bar" ? { reversed: true, labels: "Low" } : {}, value: { format: chart.format },
        series: chart.series.map((one) => ({ name: one.name, values: place(one.values), categories: place(chart.categories) })),
      };
      for (const book of [saved, opened]) expect([name, book.sheets.find((one) => one.name === sheet)!.charts]).toMatchObject([name, [expected]]);
    }
    expect(opened.carried).toMatchObject({ notKept: [] });
    const again = await openXlsx(await saveXlsx(opened), "book.xlsx");
    expect(again.sheets.map(({ charts }) => charts)).toEqual(opened.sheets.map(({ charts }) => charts));
  });

  test("an opened book's charts are there for an add-in", async () => {
    await insertAll();
    const opened = await openXlsx(await saveXlsx(snapshot()), "book.xlsx");
    takeCharts(office.store.charts, opened, office.book.sheets());
    const found = await Excel.run(async (context) => {
      const charts = context.workbook.worksheets.getItem(words.exhibits.titles.dso).charts.load("items/chartType,items/title/text,items/series/items/name");
      await context.sync();
      return charts.items.map((chart) => [chart.chartType, chart.title.text, chart.series.items.length]);
    });
    expect(found).toEqual([["Line", words.exhibits.titles.dso, 5]]);
  });

  const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);

  (soffice === undefined ? test.skip : test)("LibreOffice opens them as charts over the same cells", async () => {
    const inserted = await insertAll();
    const folder = mkdtempSync(join(tmpdir(), "open-account-charts-"));
    try {
      writeFileSync(join(folder, "book.xlsx"), await saveXlsx(snapshot()));
      execFileSync(soffice!, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "again"), join(folder, "book.xlsx")], { stdio: "pipe" });
      const { sheets } = await readXlsx(readFileSync(join(folder, "again", "book.xlsx")));
      for (const [name, { sheet, chart }] of inserted) {
        const [drawn] = sheets.find((one) => one.name === sheet)!.charts ?? [];
        expect([name, drawn?.title, drawn?.kinds]).toEqual([name, chart.title, [chart.kind === "line" ? "line" : "bar"]]);
        const upright = chart.categories.columns === 1; // LibreOffice writes a row of categories as several levels, which hucre does not read
        expect(drawn!.series!.map(({ valuesRef, categoriesRef }) => [valuesRef, upright ? categoriesRef : undefined])).toEqual(chart.series.map(({ values }) => [addressText(sheet, values, true), upright ? addressText(sheet, chart.categories, true) : undefined]));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
