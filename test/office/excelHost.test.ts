import type { Cell } from "../../src/values/cell";
import { HostProblem, type Host, type SheetPlan } from "../../src/pane/host";
import { excelHost } from "../../src/excel/excelHost";
import { newSource, openSource } from "../../src/pane/source";
import { templatePlan } from "../../src/pane/template";
import { wordsFor } from "../../src/pane/words";
import { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { startOfficeWindow, type OfficeWindow, type OfficeWindowOptions } from "../support/officeWindow";

/** Genuine Office.js client + workbench host: the pane's host over Excel. */
let office: OfficeWindow;
let host: Host;

function start(options: OfficeWindowOptions = {}): void {
  office = startOfficeWindow({ globals: true, port: new MemoryBook(), ...options });
  const context = { displayLanguage: "zh-CN", partitionKey: undefined, officeTheme: undefined };
  Object.assign(globalThis, { Office: Object.create(office.Office, { context: { value: context } }) as typeof Office }); // what the loader would tell
  host = excelHost();
}

beforeEach(() => start());
afterEach(() => office.close());

const QUIET = { signal: new AbortController().signal, onProgress: (): void => undefined };

function put(row: number, column: number, cells: readonly (readonly (number | string | boolean)[])[], sheet = office.book.sheets()[0]!.id): void {
  office.book.write({ sheet, row, column, rows: cells.length, columns: cells[0]!.length }, cells);
}

const INVOICES = [
  ["Customer", "Invoice", "Invoice date", "Due date", "Amount"],
  ["North", "F-1", 45658, 45688, 120.5],
  ["South", "F-2", 45660, 45690, 80],
];

function tableOfInvoices(): void {
  put(2, 1, INVOICES);
  office.book.addTable({ sheet: office.book.sheets()[0]!.id, row: 2, column: 1, rows: 3, columns: 5 }, true, "Invoices");
}

async function problem(work: Promise<unknown>): Promise<HostProblem> {
  return work.then(
    () => Promise.reject(new Error("It should have failed")),
    (error: unknown) => {
      if (error instanceof HostProblem) return error;
      throw error;
    },
  );
}

test("speaks the display language", () => {
  expect(host.language).toBe("zh");
});

describe("areas", () => {
  test("a table with its headings, and the used range of a sheet without one", async () => {
    tableOfInvoices();
    const other = office.book.addSheet("Open items");
    put(1, 0, [["Buyer", "Open"], ["North", 5]], other);
    const areas = await host.areas(QUIET.signal);
    expect(areas).toEqual([
      { reference: "Invoices[#All]", table: "Invoices", place: { sheet: "Sheet1", row: 2, column: 1 }, rows: 3, columns: 5, head: INVOICES },
      { reference: "'Open items'!A2:B3", table: "", place: { sheet: "Open items", row: 1, column: 0 }, rows: 2, columns: 2, head: [["Buyer", "Open"], ["North", 5]] },
    ]);
  });

  test("hidden and empty sheets are left out", async () => {
    const hidden = office.book.addSheet("Old");
    put(0, 0, INVOICES, hidden);
    office.book.changeSheet(hidden, { visibility: "Hidden" });
    expect(await host.areas(QUIET.signal)).toEqual([]);
  });

  test("stops when asked", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(host.areas(stop.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("read", () => {
  test.each([
    ["Invoices[#All]", 3, 2],
    ["Invoices", 2, 3],
    ["Invoices[#Data]", 2, 3],
    ["Sheet1!B3:F5", 3, 2],
    ["'Sheet1'!$B$3:$F$5", 3, 2],
    ["B3:F5", 3, 2],
    ["Book", 3, 2],
  ])("%s has %i rows from row index %i", async (reference, rows, row) => {
    tableOfInvoices();
    office.book.setName({ name: "Book", formula: "=Sheet1!$B$3:$F$5", scope: undefined, comment: "", visible: true });
    const block = await host.read(reference, QUIET);
    expect(block.grid).toEqual(rows === 3 ? INVOICES : INVOICES.slice(1));
    expect(block.place).toEqual({ sheet: "Sheet1", row, column: 1 });
  });

  test("whole columns cost no more than they hold", async () => {
    tableOfInvoices();
    const block = await host.read("Sheet1!B:F", QUIET);
    expect(block.grid).toHaveLength(5);
    expect(block.grid[2]).toEqual(INVOICES[0]);
  });

  test("a large range comes block by block, told as it goes", async () => {
    const rows = Array.from({ length: 45_000 }, (_, at): Cell[] => [at, `Buyer ${String(at)}`]);
    put(0, 0, rows as (number | string)[][]);
    const seen: number[] = [];
    const { grid } = await host.read("Sheet1!A1:B45000", { signal: QUIET.signal, onProgress: (read) => void seen.push(read) });
    expect(grid).toHaveLength(45_000);
    expect(grid[44_999]).toEqual([44_999, "Buyer 44999"]);
    expect(seen).toEqual([0, 20_000, 40_000, 45_000]);
  });

  test("a block above the payload limit is asked for again in halves", async () => {
    office.close();
    start({ payloadLimit: 60_000 });
    put(0, 0, Array.from({ length: 5000 }, (_, at) => [at, "x".repeat(40)]));
    const { grid } = await host.read("Sheet1!A1:B5000", QUIET);
    expect(grid).toHaveLength(5000);
    expect(grid[4999]![0]).toBe(4999);
  });

  test("stops between two blocks", async () => {
    put(0, 0, Array.from({ length: 50_000 }, (_, at) => [at]));
    const stop = new AbortController();
    const reading = host.read("Sheet1!A1:A50000", { signal: stop.signal, onProgress: (read) => (read > 0 ? stop.abort() : undefined) });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a single cell tells its formula", async () => {
    put(0, 0, [["=1+1"]]);
    expect((await host.read("Sheet1!A1", QUIET)).formula).toBe("=1+1");
  });

  test.each(["Nothing", "Nothing[#All]", "'No sheet'!A1:B2", "Sheet1!A1:"])("%s is not there, and says so", async (reference) => {
    expect((await problem(host.read(reference, QUIET))).code).toBe("notFound");
  });
});

describe("addSheet", () => {
  const plan = (cells: SheetPlan["cells"], more: Partial<SheetPlan> = {}): SheetPlan => ({ sheet: "Ledger", cells, widths: [20], names: [], show: false, ...more });

  test("writes formulas as formulas, and every text as the text it is", async () => {
    const texts = ["=1+1", "+49 30", "-5", "@home", "007", "2025-01-02", "'quoted", "__proto__", "\t=1"];
    const sheet = await host.addSheet(plan([{ row: 0, column: 1, formula: "=1+1" }, ...texts.map((value, row) => ({ row, column: 0, value }))]));
    const id = office.book.sheets().find(({ name }) => name === sheet)!.id;
    expect(office.book.values({ sheet: id, row: 0, column: 0, rows: texts.length, columns: 1 }).flat()).toEqual(texts);
    expect(office.book.formulas({ sheet: id, row: 0, column: 0, rows: texts.length, columns: 1 }).flat()).toEqual(texts);
    expect(office.book.formulas({ sheet: id, row: 0, column: 1, rows: 1, columns: 1 })[0]).toEqual(["=1+1"]);
  });

  test("names a cell of the new sheet", async () => {
    await host.addSheet(plan([{ row: 2, column: 1, formula: "=AR.LEDGER(Sheet1!A1:B2)" }], { names: [{ name: "Ledger", row: 2, column: 1 }] }));
    expect(office.book.names()).toMatchObject([{ name: "Ledger", formula: "=Ledger!$B$3" }]);
    expect(await host.takenNames()).toEqual(["Ledger"]);
    expect(await host.namedFormulas()).toMatchObject([{ name: "Ledger", formula: "=AR.LEDGER(Sheet1!A1:B2)", place: { sheet: "Ledger", row: 2, column: 1 } }]);
  });

  test("a taken sheet name gets a number, in any case of letters", async () => {
    office.book.addSheet("LEDGER");
    expect(await host.addSheet(plan([]))).toBe("Ledger 2");
  });

  test("number formats, widths, and the sheet in front when asked", async () => {
    const name = await host.addSheet(plan([{ row: 0, column: 0, formula: "=2", format: "0.00" }, { row: 1, column: 0, value: "", format: "yyyy-mm-dd" }], { show: true }));
    const sheet = office.book.sheets().find((one) => one.name === name)!;
    expect(office.book.activeSheet()).toBe(sheet.id);
    expect(office.book.numberFormats({ sheet: sheet.id, row: 0, column: 0, rows: 2, columns: 1 })).toEqual([["0.00"], ["yyyy-mm-dd"]]);
    expect(office.book.columnWidth(sheet.id, 0)).toBeGreaterThan(100);
  });
});

describe("the ledger template", () => {
  const template = templatePlan("Invoices", wordsFor("en"));

  test("is a table with formats, rules and headings that stay in view, and is read as it stands", async () => {
    const name = await host.addSheet(template);
    const sheet = office.book.sheets().find((one) => one.name === name)!;
    expect(sheet).toMatchObject({ name: "Receivables", frozenRows: 4 });
    expect(office.book.tables()).toMatchObject([{ name: "Invoices", style: "TableStyleLight1", rect: { sheet: sheet.id, row: 3, column: 0, rows: 21, columns: 10 } }]);
    expect(office.book.numberFormats({ sheet: sheet.id, row: 23, column: 0, rows: 1, columns: 10 })).toEqual([["@", "@", "@", "@", "yyyy-mm-dd", "yyyy-mm-dd", "#,##0.00", "@", "yyyy-mm-dd", "@"]]);
    expect(office.store.rulesOf(sheet.id).map(({ area, check }) => [area.column, check.kind])).toEqual([[3, "List"], [4, "Date"], [5, "Date"], [6, "Decimal"], [7, "List"], [8, "Date"], [9, "List"]]);
    const { reading } = await openSource(host, newSource("Invoices[#All]"), "en", QUIET);
    expect([reading.ledger.documents.count, reading.issues]).toEqual([1, []]);
  });

  test("in a host that knows no such rules it is there without them", async () => {
    const [first] = template.rules!;
    const name = await host.addSheet({ ...template, rules: [first!, { ...first!, row: first!.row + 1 }] }); // one rule over part of another: not implemented
    const sheet = office.book.sheets().find((one) => one.name === name)!;
    expect(office.book.tables()).toHaveLength(1);
    expect(office.store.rulesOf(sheet.id)).toHaveLength(1);
  });
});

describe("drawCharts", () => {
  const block = (row: number, column: number): { row: number; column: number; rows: number; columns: number } => ({ row, column, rows: 3, columns: 1 });
  const chart = { kind: "line", title: "DSO", categories: block(0, 0), series: [{ name: "Balance", values: block(0, 1) }, { name: "Best", values: block(0, 2) }], at: { row: 0, column: 4, rows: 10, columns: 6 }, format: "0" } as const;

  async function drawn(): Promise<string[]> {
    return Excel.run(async (context) => {
      const charts = context.workbook.worksheets.getItem("Sheet1").charts.load("items/title/text");
      await context.sync();
      return charts.items.map((one) => one.title.text);
    });
  }

  test("a chart with its title, its series and their cells", async () => {
    put(0, 0, [[45658, 30, 20], [45689, 31, 21], [45717, 32, 22]]);
    await host.drawCharts("Sheet1", [chart]);
    expect(await drawn()).toEqual(["DSO"]);
    const sheet = office.book.sheets()[0]!.id;
    expect(office.store.charts.of(sheet)).toMatchObject([{ at: chart.at, value: { format: "0" }, legend: { visible: true, position: "Bottom" }, series: [{ name: "Balance", values: { sheet, ...block(0, 1) }, categories: block(0, 0) }, { name: "Best", values: block(0, 2), categories: block(0, 0) }] }]);
  });

  test("when one of several is refused, that is said and none is left half made", async () => {
    put(0, 0, [[45658, 30, 20], [45689, 31, 21], [45717, 32, 22]]);
    expect((await problem(host.drawCharts("Sheet1", [chart, { ...chart, at: { ...chart.at, row: -1 } }]))).code).toBe("notFound");
    expect(await drawn()).toEqual([]);
  });

  test("a sheet that is gone is said", async () => {
    expect((await problem(host.drawCharts("Gone", [chart]))).code).toBe("gone");
  });
});

describe("setPage", () => {
  const page = { landscape: false, area: { row: 0, column: 0, rows: 40, columns: 3 }, footer: "Page &P of &N" };

  test("one page, upright, with its print area and footer", async () => {
    await host.setPage("Sheet1", page);
    const { bag } = office.host.core.context;
    const path = `worksheet/${office.book.sheets()[0]!.id}/pageLayout`;
    expect([bag.get(path, "orientation"), bag.get(path, "zoom"), bag.get(path, "printArea"), bag.get(`${path}/headersfooters/defaultforallpages`, "centerFooter")]).toEqual(["Portrait", { horizontalFitToPages: 1, verticalFitToPages: 1 }, "Sheet1!A1:C40", "Page &P of &N"]);
  });

  test("a sheet that is gone is said", async () => {
    expect((await problem(host.setPage("Gone", page))).code).toBe("gone");
  });
});

describe("change", () => {
  test("writes texts as texts, formulas as formulas, clears what is blank, and lets its table grow first", async () => {
    tableOfInvoices();
    await host.change({
      sheet: "Sheet1",
      cells: [{ row: 2, column: 6, value: "=Parent" }, { row: 5, column: 1, value: "@West" }, { row: 3, column: 2, value: "" }, { row: 0, column: 0, formula: "=1+1" }],
      table: { name: "Invoices", rows: 4, columns: 6 },
    });
    const sheet = office.book.sheets()[0]!.id;
    expect(office.book.tables()[0]!.rect).toMatchObject({ row: 2, column: 1, rows: 4, columns: 6 });
    expect(office.book.formulas({ sheet, row: 2, column: 6, rows: 1, columns: 1 })).toEqual([["=Parent"]]);
    expect(office.book.values({ sheet, row: 2, column: 6, rows: 1, columns: 1 })).toEqual([["=Parent"]]);
    expect(office.book.values({ sheet, row: 3, column: 1, rows: 3, columns: 2 })).toEqual([["North", ""], ["South", "F-2"], ["@West", ""]]);
    expect(office.book.formulas({ sheet, row: 0, column: 0, rows: 1, columns: 1 })).toEqual([["=1+1"]]);
  });

  test("a sheet that is gone is said", async () => {
    expect((await problem(host.change({ sheet: "Gone", cells: [{ row: 0, column: 0, value: 1 }] }))).code).toBe("gone");
  });
});

test("the workbook keeps plain data under a key, and forgets it", async () => {
  expect(await host.kept("openAccount.choices")).toBeUndefined();
  const value = [{ fingerprint: "0123456789abcdef", choices: [["field.amount", "Total"]] }];
  await host.keep("openAccount.choices", value);
  expect(await host.kept("openAccount.choices")).toEqual(value);
  expect([...office.store.settings.keys()]).toEqual(["openAccount.choices"]);
  await host.keep("openAccount.choices", undefined);
  await host.keep("openAccount.choices", undefined);
  expect(office.store.settings.size).toBe(0);
});

describe("selection and events", () => {
  test("what is selected, and the table around it", async () => {
    tableOfInvoices();
    const sheet = office.book.sheets()[0]!.id;
    office.book.select({ sheet, row: 3, column: 1, rows: 1, columns: 1 });
    expect(await host.selection()).toEqual({ place: { sheet: "Sheet1", row: 3, column: 1 }, reference: "Sheet1!B4", cells: 1, table: "Invoices", value: "North" });
    office.book.select({ sheet, row: 10, column: 0, rows: 2, columns: 3 });
    expect(await host.selection()).toMatchObject({ reference: "Sheet1!A11:C12", cells: 6, table: "" });
  });

  test("goes to a cell of another sheet", async () => {
    const other = office.book.addSheet("Other");
    await host.goTo({ sheet: "Other", row: 4, column: 2 });
    expect(office.book.selection()).toMatchObject({ sheet: other, row: 4, column: 2, rows: 1, columns: 1 });
    expect((await problem(host.goTo({ sheet: "Gone", row: 0, column: 0 }))).code).toBe("gone");
  });

  test("tells of edits by sheet, until stopped", async () => {
    const sheets: string[] = [];
    const stop = host.onEdit((sheet) => sheets.push(sheet));
    await settled();
    put(0, 0, [[1]]);
    await settled();
    expect(sheets).toEqual(["Sheet1"]);
    stop();
    await settled();
    put(0, 0, [[2]]);
    await settled();
    expect(sheets).toEqual(["Sheet1"]);
  });

  test("tells of selection", async () => {
    let told = 0;
    const stop = host.onSelection(() => told++);
    await settled();
    office.book.select({ sheet: office.book.sheets()[0]!.id, row: 5, column: 5, rows: 1, columns: 1 });
    await settled();
    expect(told).toBeGreaterThan(0);
    stop();
  });
});

test("the date system is what a date cell shows", async () => {
  put(0, 0, [["Date"], [45658]]);
  office.book.setFormat({ sheet: office.book.sheets()[0]!.id, row: 1, column: 0, rows: 1, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
  expect(await host.dateSystem({ sheet: "Sheet1", row: 0, column: 0 })).toBe(1900);
});

/** The client sends its events and registrations in their own time. */
function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 150));
}
