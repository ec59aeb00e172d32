import type { BookSnapshot } from "../../../src/workbench/model/bookSnapshot";
import { openCsv, sheetName } from "../../../src/workbench/xlsx/csv";

function values(book: BookSnapshot): unknown[][] {
  return book.sheets[0]!.cells.map((row) => row.map((cell) => cell?.value));
}

function opened(text: string): unknown[][] {
  return values(openCsv(new TextEncoder().encode(text), "ledger.csv"));
}

test("numbers become numbers only where nothing is lost", () => {
  expect(opened("id,amount,long,date,odd\n000123,1234.50,1234567890123456,2026-01-31,3-4\n0,-5,12,2026-02-30,1e5")).toEqual([
    ["id", "amount", "long", "date", "odd"],
    ["000123", 1234.5, "1234567890123456", 46053, "3-4"],
    [0, -5, 12, "2026-02-30", "1e5"],
  ]);
});

test("semicolons, tabs, quotes, line breaks inside a cell", () => {
  expect(opened("a;b\n1;\"x;y\"\n")).toEqual([["a", "b"], [1, "x;y"]]);
  expect(opened("a\tb\n1\t2")).toEqual([["a", "b"], [1, 2]]);
  expect(opened('a,b\n"two\nlines",2')).toEqual([["a", "b"], ["two\nlines", 2]]);
});

test("what begins like a formula stays a text, and is kept as text", () => {
  const book = openCsv(new TextEncoder().encode("a\n=1+1\n@x\n+5\n-x"), "a.csv");
  expect(values(book)).toEqual([["a"], ["=1+1"], ["@x"], ["+5"], ["-x"]]);
  for (const row of book.sheets[0]!.cells.slice(1)) {
    expect(row[0]!.formula).toBeUndefined();
    expect(book.formats[row[0]!.format!]!.numberFormat).toBe("@");
  }
});

test("UTF-8 with its mark, UTF-16, and GB18030 as Chinese Excel writes it", () => {
  expect(opened("\uFEFF客户,金额\n甲,1")).toEqual([["客户", "金额"], ["甲", 1]]);
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([..."客户\n1"].map((letter) => letter.charCodeAt(0))).buffer)]);
  expect(values(openCsv(utf16, "a.csv"))).toEqual([["客户"], [1]]);
  const gb = new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7, 0x0a, 0x31]); // 客户
  expect(values(openCsv(gb, "a.csv"))).toEqual([["客户"], [1]]);
});

test("the sheet takes the file's name, as far as Excel allows it", () => {
  expect(sheetName("AR [2026]/open.csv")).toBe("AR  2026  open");
  expect(sheetName("x".repeat(60) + ".csv")).toHaveLength(31);
  expect(sheetName(".csv")).toBe("Sheet1");
});
