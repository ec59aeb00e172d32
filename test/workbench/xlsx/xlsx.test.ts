import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx, writeXlsx, type Cell } from "hucre/xlsx";
import type { BookSnapshot, CellSnapshot } from "../../../src/workbench/model/bookSnapshot";
import type { DataRule } from "../../../src/workbench/model/dataRule";
import { sampleBook } from "../../../src/workbench/sample/sampleBook";
import { notKeptSentence, type CarriedSheet, type CarriedTable } from "../../../src/workbench/xlsx/carried";
import { withDataRules } from "../../../src/workbench/xlsx/dataRules";
import { FileRefused, openBookFile } from "../../../src/workbench/xlsx/openBookFile";
import { openXlsx } from "../../../src/workbench/xlsx/openXlsx";
import { saveXlsx } from "../../../src/workbench/xlsx/saveXlsx";

const BOOK: BookSnapshot = {
  active: 1,
  names: [{ name: "Ledger", formula: "=Sheet2!$B$1" }],
  formats: [{ numberFormat: "#,##0.00" }, { bold: true, fill: "#E8EEF4", fontColor: "#1F2A37" }, { numberFormat: "yyyy-mm-dd" }, { numberFormat: "@" }],
  sheets: [
    {
      name: "Invoices",
      frozenRows: 1,
      columns: [{ column: 0, width: 120 }, { column: 2, width: 60 }],
      tables: [{ name: "Invoices", area: { row: 0, column: 0, rows: 4, columns: 3 }, style: "TableStyleLight9" }],
      cells: [
        [{ value: "Customer", format: 1 }, { value: "Date", format: 1 }, { value: "Amount", format: 1 }],
        [{ value: "00042", format: 3 }, { value: 46000, format: 2 }, { value: 1234.5, format: 0 }],
        [{ value: "=HYPERLINK(\"x\")" }, { value: 46001, format: 2 }, { value: -0.07, format: 0 }],
        [{ value: "青岛海润" }, { value: 46002, format: 2 }, { formula: "=SUM(C2:C3)", value: 1234.43, format: 0 }],
      ],
    },
    {
      name: "Sheet2",
      showGridlines: false,
      cells: [
        [undefined, { formula: "=AR.LEDGER(Invoices[#All])", value: "3 invoices" }],
        [{ formula: "=AR.AGING(Ledger)", value: "Buyer", spill: { rows: 2, columns: 2 } }, { value: "Not due", spilled: true }],
        [{ value: "All buyers", spilled: true }, { value: 12, spilled: true }],
        [{ formula: "=AR.DSO(Ledger)", value: "#N/A", error: true }, { formula: '=XLOOKUP(1,A1:A2,B1:B2,"AR.DSO(")', value: "none" }],
      ],
    },
  ],
};

function at(book: BookSnapshot, sheet: number, row: number, column: number): CellSnapshot {
  return book.sheets[sheet]!.cells[row]![column]!;
}

async function reopened(book: BookSnapshot): Promise<BookSnapshot> {
  return openXlsx(await saveXlsx(book), "book.xlsx");
}

test("formulas, values, formats, tables, names, widths and spills survive saving and opening", async () => {
  const book = await reopened(BOOK);
  expect(at(book, 0, 1, 0).value).toBe("00042");
  expect(at(book, 0, 1, 1).value).toBe(46000);
  expect(book.formats[at(book, 0, 1, 1).format!]!.numberFormat).toBe("yyyy-mm-dd");
  expect(at(book, 0, 2, 2).value).toBe(-0.07);
  expect(at(book, 0, 3, 2)).toMatchObject({ formula: "=SUM(C2:C3)", value: 1234.43 });
  expect(book.formats[at(book, 0, 0, 0).format!]).toMatchObject({ bold: true, fill: "#E8EEF4", fontColor: "#1F2A37" });
  expect(book.names).toEqual([{ name: "Ledger", formula: "=Sheet2!$B$1" }]);
  expect(book.sheets[0]!.tables).toMatchObject([{ name: "Invoices", area: { row: 0, column: 0, rows: 4, columns: 3 }, style: "TableStyleLight9" }]);
  expect(book.sheets[0]!.frozenRows).toBe(1);
  expect(book.sheets[0]!.columns!.find(({ column }) => column === 0)!.width).toBeCloseTo(120, 0);
  expect(book.active).toBe(1);
  expect(at(book, 1, 0, 1)).toMatchObject({ formula: "=AR.LEDGER(Invoices[#All])", value: "3 invoices" });
  expect(at(book, 1, 1, 0)).toMatchObject({ formula: "=AR.AGING(Ledger)", value: "Buyer", spill: { rows: 2, columns: 2 } });
  expect(at(book, 1, 2, 1)).toMatchObject({ value: 12, spilled: true });
  expect(at(book, 1, 3, 0)).toMatchObject({ formula: "=AR.DSO(Ledger)", value: "#N/A", error: true });
  expect(at(book, 1, 3, 1).formula).toBe('=XLOOKUP(1,A1:A2,B1:B2,"AR.DSO(")');
});

test("a text that begins with = stays a text", async () => {
  const cell = at(await reopened(BOOK), 0, 2, 0);
  expect(cell.value).toBe('=HYPERLINK("x")');
  expect(cell.formula).toBeUndefined();
});

test("the file holds our functions the way Excel stores them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "open-account-xlsx-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), await saveXlsx(BOOK));
    const xml = execFileSync("python3", ["-c", "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet2.xml').decode())", join(folder, "book.xlsx")]).toString();
    expect(xml).toContain("_xldudf_AR_LEDGER(Invoices[#All])");
    expect(xml).toContain("_xlfn.XLOOKUP(");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a workbook of the 1904 system shows the same days", async () => {
  const bytes = await writeXlsx({ dateSystem: "1904", sheets: [{ name: "S", rows: [[new Date(Date.UTC(2026, 0, 31))]], cells: new Map([["0,0", { value: new Date(Date.UTC(2026, 0, 31)), style: { numFmt: "yyyy-mm-dd" } }]]) }] });
  const book = await openXlsx(bytes, "mac.xlsx");
  expect(book.date1904).toBe(true);
  expect(at(book, 0, 0, 0).value).toBe(46053);
  const saved = await saveXlsx(book);
  expect((await readXlsx(saved)).dateSystem).toBe("1904");
  expect(at(await openXlsx(saved, "mac.xlsx"), 0, 0, 0).value).toBe(46053);
});

test("a formula filled over many cells stands in each of them", async () => {
  const shared = (formula: string, row: number): [string, Partial<Cell>] => [`${row},1`, { formula, formulaType: "shared", formulaSharedIndex: 0, formulaResult: row * 2, ...(row === 0 ? { formulaRef: "B1:B3" } : {}) }];
  const bytes = await writeXlsx({ sheets: [{ name: "S", rows: [[1], [2], [3]], cells: new Map([shared("A1*2+$A$1", 0), shared("", 1), shared("", 2)]) }] });
  const book = await openXlsx(bytes, "filled.xlsx");
  expect([0, 1, 2].map((row) => at(book, 0, row, 1).formula)).toEqual(["=A1*2+$A$1", "=A2*2+$A$1", "=A3*2+$A$1"]);
});

test("colours by theme and by number are the ones Excel shows", async () => {
  const fill = (color: { theme?: number; tint?: number; indexed?: number }): Partial<Cell> => ({ value: 1, style: { fill: { type: "pattern", pattern: "solid", fgColor: color } } });
  const bytes = await writeXlsx({ sheets: [{ name: "S", rows: [[1, 1, 1]], cells: new Map([["0,0", fill({ theme: 0 })], ["0,1", fill({ theme: 1 })], ["0,2", fill({ indexed: 13 })]]) }] });
  const book = await openXlsx(bytes, "theme.xlsx");
  expect([0, 1, 2].map((column) => book.formats[at(book, 0, 0, column).format!]!.fill)).toEqual(["#FFFFFF", "#000000", "#FFFF00"]);
});

test("rules, validation, notes and links come back although no grid shows them", async () => {
  const bytes = await writeXlsx({
    sheets: [{
      name: "S",
      rows: [["a", 1], ["b", 2]],
      cells: new Map([["0,0", { value: "a", hyperlink: { target: "https://example.com/a" }, comment: { text: "ask them" } }]]),
      dataValidations: [{ type: "list", values: ["a", "b"], range: "A1:A9" }],
      conditionalRules: [{ type: "cellIs", operator: "greaterThan", formula: "1", priority: 1, range: "B1:B2", style: { font: { bold: true } } }],
      merges: [{ startRow: 3, startCol: 0, endRow: 3, endCol: 1 }],
    }],
  });
  const book = await openXlsx(await saveXlsx(await openXlsx(bytes, "a.xlsx")), "b.xlsx");
  expect(book.sheets[0]!.merges).toEqual([{ row: 3, column: 0, rows: 1, columns: 2 }]);
  const carried = book.sheets[0]!.carried as CarriedSheet;
  expect(carried.dataValidations).toMatchObject([{ type: "list", values: ["a", "b"], range: "A1:A9" }]);
  expect(carried.conditionalRules).toMatchObject([{ type: "cellIs", formula: "1", range: "B1:B2" }]);
  expect(carried.attached!.get("0,0")).toMatchObject({ hyperlink: { target: "https://example.com/a" }, comment: { text: "ask them" } });
  expect(notKeptSentence(book, "b.xlsx", "en")).toBeUndefined();
});

test("what a file saved here would lack is said before", async () => {
  const book = await openXlsx(await saveXlsx(BOOK), "tools.xlsm");
  expect(notKeptSentence(book, "tools.xlsm", "en")).toBe("The macros of tools.xlsm are not shown here and will not be in a file saved here. Your own file keeps them.");
  expect(notKeptSentence(book, "tools.xlsm", "zh")).toContain("宏");
});

test("a table's headings are texts, each once, however they were typed", async () => {
  const cells = [[{ value: 2026 }, { value: "Amount" }, { value: "amount" }, undefined], [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }]];
  const book = await reopened({ sheets: [{ name: "S", cells, tables: [{ name: "T", area: { row: 0, column: 0, rows: 2, columns: 4 } }] }], active: 0, names: [], formats: [] });
  expect(book.sheets[0]!.cells[0]!.map((cell) => cell?.value)).toEqual(["2026", "Amount", "amount2", "Column4"]);
  expect((book.sheets[0]!.tables![0]!.carried as CarriedTable).columns.map(({ name }) => name)).toEqual(["2026", "Amount", "amount2", "Column4"]);
});

test("a text that spells an error stays a text, and hostile texts come back whole", async () => {
  const texts = ["#N/A", "__proto__", "_x0041_", "a\u0001b", " two  blanks ", "line\nline", "+1", "@x", "<&>\"'", "\u{1f4b6}"];
  const book = await reopened({ sheets: [{ name: "S", cells: texts.map((value) => [{ value }]) }], active: 0, names: [], formats: [] });
  expect(book.sheets[0]!.cells.map(([cell]) => cell!.value)).toEqual(texts);
  expect(book.sheets[0]!.cells.some(([cell]) => cell!.error === true || cell!.formula !== undefined)).toBe(false);
});

test("a text too long for a cell of a file is refused with its cell, and nothing is cut", async () => {
  const long: BookSnapshot = { sheets: [{ name: "S", cells: [[], [undefined, { value: "x".repeat(40_000) }]] }], active: 0, names: [], formats: [] };
  const refused = await saveXlsx(long).then(() => undefined, (error: unknown) => error as FileRefused);
  expect(refused!.sentence("en")).toBe("S!B2 holds a text of 40000 characters; a cell of an .xlsx file holds at most 32767. Shorten it, then save.");
});

test("the sample book survives", async () => {
  const sample = sampleBook();
  const book = await reopened(sample);
  expect(book.sheets.map(({ name }) => name)).toEqual(sample.sheets.map(({ name }) => name));
  const [before, after] = [sample.sheets[2]!.cells, book.sheets[2]!.cells];
  expect(after).toHaveLength(before.length);
  for (let r = 0; r < before.length; r++) expect(after[r]!.map((cell) => cell?.value)).toEqual(before[r]!.map((cell) => cell?.value));
  expect(book.sheets.flatMap(({ tables }) => tables ?? []).map(({ name }) => name)).toEqual(["Invoices", "Receipts", "Buyers"]);
});

test.each([
  ["empty.xlsx", new Uint8Array(0), "empty"],
  ["old.xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "oldExcel"],
  ["broken.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), "notWorkbook"],
  ["letter.xlsx", new TextEncoder().encode("Dear buyer"), "notWorkbook"],
  ["picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), "notText"],
])("%s is refused with a sentence", async (name, bytes, problem) => {
  const refused = await openBookFile(bytes, name).then(() => undefined, (error: unknown) => error);
  expect(refused).toBeInstanceOf(FileRefused);
  expect((refused as FileRefused).problem).toBe(problem);
  expect((refused as FileRefused).sentence("en")).toContain(name);
  expect((refused as FileRefused).sentence("zh")).toMatch(/[\u4e00-\u9fff]/);
});

const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);

(soffice === undefined ? test.skip : test)("LibreOffice opens what was saved, with the same values", async () => {
  const folder = mkdtempSync(join(tmpdir(), "open-account-office-"));
  try {
    const answers = [{ formula: "=AR.LEDGER(Invoices[#All])", value: "3 invoices" }, undefined, { formula: "=AR.DSO(Ledger)", value: 43.5, format: 0 }];
    writeFileSync(join(folder, "book.xlsx"), await saveXlsx({ ...BOOK, active: 0, sheets: [{ ...BOOK.sheets[0]!, cells: [...BOOK.sheets[0]!.cells, answers] }, BOOK.sheets[1]!] }));
    execFileSync(soffice!, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", "--outdir", folder, join(folder, "book.xlsx")], { stdio: "pipe" });
    const lines = readFileSync(join(folder, "book.csv"), "utf8").replace(/^\uFEFF/, "").trim().split("\n");
    expect(lines[0]).toBe("Customer,Date,Amount");
    expect(lines[1]).toBe('00042,2025-12-09,"1,234.50"');
    expect(lines[2]).toContain("HYPERLINK");
    expect(lines[3]).toBe('青岛海润,2025-12-11,"1,234.43"');
    expect(lines[4]).toBe("3 invoices,,43.50"); // what AR formulas answered when the file was written, text and number alike
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

test("what add-ins let cells take is in the file, beside what the file had", async () => {
  const says = { ignoreBlanks: true, prompt: { show: true, title: "Date", message: "The day of issue" }, alert: { show: true, title: "Date", message: "Enter a date", style: "Stop" } } as const;
  const rules: readonly DataRule[] = [
    { ...says, area: { row: 4, column: 4, rows: 5000, columns: 1 }, check: { kind: "Date", operator: "Between", from: "1990-01-01", to: "2199-12-31" } },
    { ...says, area: { row: 4, column: 3, rows: 5000, columns: 1 }, check: { kind: "List", source: "Invoice,Credit note", inCell: true }, alert: { ...says.alert, style: "Warning" } },
    { ...says, area: { row: 4, column: 6, rows: 5000, columns: 1 }, check: { kind: "Decimal", operator: "GreaterThan", from: "=$A$1" } },
  ];
  const book: BookSnapshot = { sheets: [{ name: "S", cells: [[{ value: "x" }]], carried: { dataValidations: [{ type: "whole", operator: "greaterThan", formula1: "0", range: "A1:A2" }] } }], active: 0, names: [], formats: [] };
  const { dataValidations } = (await reopened(withDataRules(book, () => rules))).sheets[0]!.carried as CarriedSheet;
  expect(dataValidations).toMatchObject([
    { type: "whole", range: "A1:A2" },
    { type: "date", operator: "between", formula1: "32874", formula2: "109574", range: "E5:E5004", inputMessage: "The day of issue", errorMessage: "Enter a date" },
    { type: "list", values: ["Invoice", "Credit note"], range: "D5:D5004", errorStyle: "warning" },
    { type: "decimal", operator: "greaterThan", formula1: "$A$1", range: "G5:G5004" },
  ]);
  const of1904 = withDataRules({ ...book, date1904: true }, () => rules).sheets[0]!.carried as CarriedSheet;
  expect(of1904.dataValidations![1]).toMatchObject({ formula1: "31412" }); // 1,462 days less
});
