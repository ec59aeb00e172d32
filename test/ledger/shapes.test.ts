/** Sheets that are no list of documents are refused by name; odd ones that are, are read. */
import { readLedger } from "../../src/ledger/readLedger";
import type { Cell, Grid } from "../../src/values/cell";
import { book, openIn, refusal } from "../support/book";

const REFUSED: readonly (readonly [name: string, grid: Grid, en: RegExp, zh: RegExp])[] = [
  ["a trial balance (K-neg)", book`
    科目编码 | 期初余额 | 借方 | 贷方 | 期末余额
    1122 | 100 | 50 | 30 | 120`, /trial balance/, /科目余额表/],
  ["a trial balance with two rows of headings", book`
    科目编码 | 科目名称 | 期初余额 | | 本期发生额 | | 期末余额 |
     | | 借方 | 贷方 | 借方 | 贷方 | 借方 | 贷方
    1122 | 应收账款 | 100 | | 50 | 30 | 120 |`, /trial balance/, /科目余额表/],
  ["余额 in a 科目余额表", book`
    科目编码 | 科目名称 | 方向 | 余额
    1122 | 应收账款 | 借 | 120`, /trial balance/, /科目余额表/],
  ["an English trial balance", book`
    Account | Description | Debit | Credit
    1100 | Receivables | 100 |
    2100 | Payables | | 100`, /trial balance/, /科目余额表/],
  ["an ageing summary", book`
    Customer | Current | 1-30 | 31 - 60 | 61-90 days | > 90 | Total
    A | 1 | 2 | 3 | 4 | 5 | 15`, /ageing summary.*1-30, 31 - 60, 61-90 days, > 90.*AR\.AGING/, /账龄表.*AR\.AGING/],
  ["账龄 by customer", book`
    客户名称 | 1-3个月 | 3-6个月 | 6-12个月 | 1年以上 | 合计
    A | 1 | 2 | 3 | 4 | 10`, /ageing summary.*1-3个月/, /账龄表/],
  ["a list of payments by its headings", book`
    Receipt No | Receipt Date | Customer | Amount Received | Payment Method
    R1 | 2025-01-02 | A | 100 | wire`, /list of payments.*argument payments/, /收款清单/],
  ["a list of payments by its types", book`
    单据类型 | 单据编号 | 单据日期 | 客户 | 金额
    收款单 | 1 | 2025-01-02 | A | 100
    收款单 | 2 | 2025-01-03 | A | 100
    收款单 | 3 | 2025-01-04 | B | 100`, /list of payments/, /收款清单/],
];

test.each(REFUSED)("%s is refused by name", (_, grid, en, zh) => {
  expect(refusal(() => readLedger(grid))).toMatch(en);
  expect(refusal(() => readLedger(grid), "zh")).toMatch(zh);
});

test("buckets beside documents are no summary", () => {
  expect(openIn(readLedger(book`
    Customer | Invoice No | Invoice Date | 1-30 | 31-60 | Outstanding
    A | 1 | 2025-01-02 | 100 | | 100`).ledger)).toBe(100);
});

test("what a ledger lacks is said; a debit alone is no amount", () => {
  expect(refusal(() => readLedger(book`
    Customer | Invoice No | Colour
    A | 1 | red`))).toMatch(/lack a date of issue.*, an amount/);
  expect(refusal(() => readLedger(book`
    客户 | 日期 | 凭证号 | 借方
    A | 2025-01-02 | 1 | 100`))).toMatch(/lack an amount/);
});

describe("300 columns", () => {
  const wide = (columns: number, rows: number): Grid => [
    ["Customer", "Invoice No", "Invoice Date", "Amount", ...Array.from({ length: columns }, (_, c) => `Attribute ${String.fromCharCode(97 + (c % 26))} of thing number ${"x".repeat(c % 7)}`)],
    ...Array.from({ length: rows }, (_, r): Cell[] => ["A", String(r), 45_700, 1, ...Array.from({ length: columns }, (_, c) => (c % 3 ? `text ${r} ${c}` : r * c))]),
  ];

  test("are read as four, wherever the four stand", () => {
    const grid = wide(296, 50);
    expect(openIn(readLedger(grid).ledger)).toBe(50);
    expect(openIn(readLedger(grid.map((row) => [...row].reverse())).ledger)).toBe(50);
  });

  test("take a time that grows with the columns, not with their square", () => {
    const cost = (grid: Grid): number => Math.min(...Array.from({ length: 7 }, () => {
      const began = process.hrtime.bigint();
      readLedger(grid);
      return Number(process.hrtime.bigint() - began);
    }));
    const [few, many] = [wide(75, 200), wide(300, 200)];
    cost(few);
    expect(cost(many) / cost(few)).toBeLessThan(16);
  });
});

test("a hostile heading costs no time and is nobody's", () => {
  const long = "(".repeat(100) + "a".repeat(20);
  const grid: Grid = [["Customer", "Invoice Date", "Amount", "__proto__", "constructor", long, "x".repeat(1_000_000), "=cmd()", "Amount of ".repeat(11)], ["A", 45_700, 5, "a", "b", "c", "d", "e", "f"]];
  const { columns, ledger } = readLedger(grid);
  expect([columns.map(({ field }) => field), openIn(ledger)]).toEqual([["buyerName", "docDate", "amount"], 5]);
});
