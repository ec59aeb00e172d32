import fc from "fast-check";
import type { BookSnapshot } from "../../../src/workbench/model/bookSnapshot";
import { shownText } from "../../../src/workbench/model/numberFormatText";
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
  expect(opened("a\n-0\n+5\n1,5\n12%\n1 000\n.5\n5.")).toEqual([["a"], ["-0"], ["+5"], [1, 5], ["12%"], ["1 000"], [".5"], ["5."]]);
});

test("every text that becomes a number is shown again as it was written", () => {
  const book = openCsv(new TextEncoder().encode("amount\n10.50\n7\n0.100\n-3.00"), "a.csv");
  const shown = book.sheets[0]!.cells.slice(1).map(([cell]) => shownText(cell!.value!, cell!.format === undefined ? "General" : book.formats[cell!.format]!.numberFormat!));
  expect(shown).toEqual(["10.50", "7", "0.100", "-3.00"]);
});

test("numbers and ids of any kind: what is shown is what was written", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,18}(\.\d{1,6})?$/), (text) => {
      const book = openCsv(new TextEncoder().encode(`id\n${text}`), "a.csv");
      const cell = book.sheets[0]!.cells[1]![0]!;
      if (typeof cell.value === "string") return cell.value === text;
      return shownText(cell.value as number, cell.format === undefined ? "General" : book.formats[cell.format]!.numberFormat!) === text || String(cell.value) === text;
    }),
  );
});

test("dates with the year first become dates as they were written; others stay texts", () => {
  const book = openCsv(new TextEncoder().encode("d\n2026-01-31\n2026/1/31\n2026-1-31\n1/31/2026\n31.01.2026\n1900-01-01"), "a.csv");
  expect(values(book).flat()).toEqual(["d", 46053, 46053, "2026-1-31", "1/31/2026", "31.01.2026", "1900-01-01"]);
  const formats = book.sheets[0]!.cells.slice(1, 3).map(([cell]) => book.formats[cell!.format!]!.numberFormat);
  expect(formats).toEqual(["yyyy-mm-dd", "yyyy/m/d"]);
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
  const bare = new Uint8Array(new Uint16Array([..."id,客户\n17,甲"].map((letter) => letter.charCodeAt(0))).buffer);
  expect(values(openCsv(bare, "a.csv"))).toEqual([["id", "客户"], [17, "甲"]]);
  const western = new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x4c, 0x74, 0x64]); // Café Ltd
  expect(values(openCsv(western, "a.csv"))).toEqual([["Café Ltd"]]);
  const gb = new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7, 0x0a, 0x31]); // 客户
  expect(values(openCsv(gb, "a.csv"))).toEqual([["客户"], [1]]);
});

test("a cell of a million letters is kept whole", () => {
  const long = "x".repeat(1_000_000);
  expect(opened(`a\n${long}`)).toEqual([["a"], [long]]);
});

test("the sheet takes the file's name, as far as Excel allows it", () => {
  expect(sheetName("AR [2026]/open.csv")).toBe("AR  2026  open");
  expect(sheetName("x".repeat(60) + ".csv")).toHaveLength(31);
  expect(sheetName(".csv")).toBe("Sheet1");
});
