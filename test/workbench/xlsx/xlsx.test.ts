import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import type { BookSnapshot, CellSnapshot } from "../../../src/workbench/model/bookSnapshot";
import { sampleBook } from "../../../src/workbench/sample/sampleBook";
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
    writeFileSync(join(folder, "book.xlsx"), await saveXlsx({ ...BOOK, active: 0 }));
    execFileSync(soffice!, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", "--outdir", folder, join(folder, "book.xlsx")], { stdio: "pipe" });
    const lines = readFileSync(join(folder, "book.csv"), "utf8").replace(/^\uFEFF/, "").trim().split("\n");
    expect(lines[0]).toBe("Customer,Date,Amount");
    expect(lines[1]).toBe('00042,2025-12-09,"1,234.50"');
    expect(lines[2]).toContain("HYPERLINK");
    expect(lines[3]).toBe('青岛海润,2025-12-11,"1,234.43"');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
