import { createHash } from "node:crypto";
import { SAMPLE_BUYERS } from "../../../src/workbench/sample/buyers";
import { sampleBook } from "../../../src/workbench/sample/sampleBook";
import { CLOSING_SERIAL, FIRST_SERIAL, makeTrade } from "../../../src/workbench/sample/trade";

const trade = makeTrade();

function openOnClosing(): Map<string, number> {
  const open = new Map(trade.documents.map(({ number, cents }) => [number, cents]));
  for (const { number, cents } of trade.receipts) open.set(number, open.get(number)! - cents);
  return open;
}

test("about 2,000 invoices of 60 buyers over two years, always the same", () => {
  expect(SAMPLE_BUYERS).toHaveLength(60);
  expect(trade.documents.length).toBeGreaterThan(1900);
  expect(trade.documents.length).toBeLessThan(2300);
  expect(makeTrade()).toEqual(trade);
  expect(trade.documents.every(({ issued }) => issued >= FIRST_SERIAL && issued <= CLOSING_SERIAL)).toBe(true);
});

test("names in two languages, credit notes, part payments, disputes", () => {
  expect(SAMPLE_BUYERS.filter(({ name }) => /[\u4e00-\u9fff]/.test(name)).length).toBeGreaterThan(15);
  expect(trade.documents.filter(({ type }) => type === "Credit note").length).toBeGreaterThan(40);
  expect(trade.documents.filter(({ disputed }) => disputed).length).toBeGreaterThan(20);
  const parts = new Map<string, number>();
  for (const { number } of trade.receipts) parts.set(number, (parts.get(number) ?? 0) + 1);
  expect([...parts.values()].filter((count) => count === 2).length).toBeGreaterThan(80);
});

test("document numbers are told apart, nothing is paid before it was issued, nothing is overpaid", () => {
  const numbers = trade.documents.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  const issued = new Map(trade.documents.map((one) => [one.number, one.issued]));
  for (const { number, paid } of trade.receipts) {
    expect(paid).toBeGreaterThanOrEqual(issued.get(number)!);
    expect(paid).toBeLessThanOrEqual(CLOSING_SERIAL);
  }
  const amounts = new Map(trade.documents.map(({ number, cents }) => [number, cents]));
  for (const [number, open] of openOnClosing()) expect(Math.sign(open) * Math.sign(amounts.get(number)!)).toBeGreaterThanOrEqual(0);
});

test("two get worse and one goes under: it owes more overdue than anybody", () => {
  expect(SAMPLE_BUYERS.filter(({ habit }) => habit === "worsening")).toHaveLength(2);
  const open = openOnClosing();
  const overdue = new Map<string, number>();
  for (const { number, due, buyer } of trade.documents) if (due < CLOSING_SERIAL) overdue.set(buyer.no, (overdue.get(buyer.no) ?? 0) + open.get(number)!);
  const worst = [...overdue].sort((a, b) => b[1] - a[1])[0]!;
  expect(SAMPLE_BUYERS.find(({ no }) => no === worst[0])!.habit).toBe("failing");
});

test("the book: three tables, a named cell, formulas beginning with = only where we put them", () => {
  const book = sampleBook();
  expect(book.sheets.map(({ name }) => name)).toEqual(["Summary", "Buyer", "Invoices", "Receipts", "Buyers", "Assessment", "Connection"]);
  expect(book.sheets.flatMap(({ tables }) => tables ?? []).map(({ name, area }) => [name, area.rows])).toEqual([
    ["Invoices", trade.documents.length + 1],
    ["Receipts", trade.receipts.length + 1],
    ["Buyers", 61],
  ]);
  expect(book.names).toMatchObject([{ name: "Ledger", formula: "=Connection!$B$3" }]);
  expect(book.sheets[6]!.cells[2]![1]!.formula).toBe("=AR.LEDGER(Invoices[#All],,Receipts[#All],Buyers[#All])");
  const again = createHash("sha256").update(JSON.stringify(sampleBook())).digest("hex");
  expect(createHash("sha256").update(JSON.stringify(book)).digest("hex")).toBe(again);
});

test("in Chinese every label of ours is Chinese; tables, headings and formulas stay as they are", () => {
  const [english, chinese] = [sampleBook("en"), sampleBook("zh")];
  const fromRange = new Set(["Open Account", "C-1020"]);
  for (const place of [0, 1, 6]) {
    english.sheets[place]!.cells.forEach((row, r) => row.forEach((cell, c) => {
      const other = chinese.sheets[place]!.cells[r]![c];
      expect(other?.formula).toBe(cell?.formula);
      if (typeof cell?.value !== "string" || cell.value === "" || fromRange.has(cell.value) || /^[A-Z.]+\(/.test(cell.value)) return;
      expect(other!.value).toMatch(/[\u4e00-\u9fff]/);
    }));
  }
  for (const place of [2, 3, 4]) expect(chinese.sheets[place]).toEqual(english.sheets[place]);
});
