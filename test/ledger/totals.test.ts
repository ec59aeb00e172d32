/** Rows that add up other rows: dropped, and held against what they add up. */
import fc from "fast-check";
import { readLedger } from "../../src/ledger/readLedger";
import { totalWord } from "../../src/ledger/totalWords";
import type { Cell, Grid } from "../../src/values/cell";
import { book, doubtsIn, linesIn, openIn } from "../support/book";

const totalsIn = (grid: Grid): string[] => doubtsIn(readLedger(grid)).filter((doubt) => doubt.startsWith("TOTAL"));

describe("what says a total", () => {
  test.each([
    ["Total", "plain", ""], ["TOTAL:", "plain", ""], ["Totals", "plain", ""], ["合计", "plain", ""], ["合　计", "plain", ""], ["共计", "plain", ""], ["合计(12笔)", "plain", ""], ["Grand Total", "grand", ""], ["总计", "grand", ""], ["Report total", "grand", ""],
    ["Subtotal", "sub", ""], ["Sub-total", "sub", ""], ["小计", "sub", ""], ["小计：", "sub", ""], ["Total for Acme Ltd", "sub", "acme ltd"], ["Total Acme Ltd", "sub", "acme ltd"], ["Acme Ltd Total", "sub", "acme ltd"], ["Subtotal: Acme", "sub", "acme"],
    ["华东贸易 小计", "sub", "华东贸易"], ["合计：华东", "sub", "华东"], ["本页合计", "page", ""], ["本页小计", "page", ""], ["Page total", "page", ""], ["累计", "running", ""], ["承前页", "running", ""], ["过次页", "running", ""], ["Balance b/f", "running", ""],
    ["Balance brought forward", "running", ""], ["c/f", "running", ""], ["期初余额", "running", ""], ["*", "star", ""], ["**", "star", ""], ["* Account 100234", "star", "account 100234"],
  ])("%s", (text, kind, name) => {
    expect([totalWord(text)?.kind, totalWord(text)?.name]).toEqual([kind, name]);
  });

  test.each(["Acme Ltd", "Totally Legit Ltd", "Summit", "Assume Inc", "计算机公司", "Balance Sheet Ltd", "", 5, null, "total ".repeat(30)])("%p does not", (cell) => {
    expect(totalWord(cell)).toBeUndefined();
  });
});

describe("totals that are right say nothing more", () => {
  test("subtotals, a grand total, one of a page, one that runs", () => {
    expect(totalsIn(book`
      Customer | Invoice No | Date | Amount | Open
      承前页 | | | 0 | 0
      A | 1 | 2025-01-02 | 100 | 60
      A | 2 | 2025-01-03 | 50 | 50
      小计 | | | 150 | 110
      B | 3 | 2025-01-04 | 70 | 0
      小计 | | | 70 | 0
      本页合计 | | | 220 | 110
      过次页 | | | 220 | 110
      承前页 | | | 220 | 110
      C | 4 | 2025-01-05 | 30 | 30
      小计 | | | 30 | 30
      本页合计 | | | 30 | 30
      累计 | | | 250 | 140
      总计 | | | 250 | 140`)).toEqual(["TOTAL_ROW 2 0", "TOTAL_ROW 5 150", "TOTAL_ROW 7 70", "TOTAL_ROW 8 220", "TOTAL_ROW 9 220", "TOTAL_ROW 10 220", "TOTAL_ROW 12 30", "TOTAL_ROW 13 30", "TOTAL_ROW 14 250", "TOTAL_ROW 15 250"]);
  });

  test("SAP's stars by currency", () => {
    expect(totalsIn(book`
      St | Account | Document Number | Document Date | Amount in doc. curr. | Document currency
       | 100 | 1 | 2025-01-02 | 100 | EUR
       | 100 | 2 | 2025-01-02 | 30 | USD
       | 100 | 3 | 2025-01-02 | 50 | EUR
      * | 100 | | | 150 | EUR
      * | 100 | | | 30 | USD
       | 200 | 4 | 2025-01-02 | 7 | EUR
      * | 200 | | | 7 | EUR
      ** | | | | 157 | EUR
      ** | | | | 30 | USD`)).toEqual(["TOTAL_ROW 5 150", "TOTAL_ROW 6 30", "TOTAL_ROW 8 7", "TOTAL_ROW 9 157", "TOTAL_ROW 10 30"]);
  });

  test("above the rows, and in a unit", () => {
    expect(totalsIn(book`
      单位：万元 | | |
      客户 | 单据号 | 日期 | 金额
      合计 | | | 3
      A | 1 | 2025-01-02 | 1
      B | 2 | 2025-01-03 | 2`)).toEqual(["TOTAL_ROW 3 30000"]);
  });

  test("credits written without a sign count with one", () => {
    expect(totalsIn(book`
      Customer | Type | Invoice No | Date | Amount
      A | Invoice | 1 | 2025-01-02 | 100
      A | Credit note | 2 | 2025-01-03 | 30
      Total | | | | 70`)).toEqual(["TOTAL_ROW 4 70"]);
  });

  test("without a word: no buyer, no number, no day, and the sum", () => {
    expect(totalsIn(book`
      Customer | Invoice No | Date | Amount
      A | 1 | 2025-01-02 | 100
      A | 2 | 2025-01-03 | 50
       | | | 150
      B | 3 | 2025-01-03 | 50
       | | | 50
       | | | 200`)).toEqual(["TOTAL_ROW 4 150", "TOTAL_ROW 6 50", "TOTAL_ROW 7 200"]);
    expect(doubtsIn(readLedger(book`
      Customer | Invoice No | Date | Amount
      A | 1 | 2025-01-02 | 100
      A | 2 | 2025-01-03 | 50
       | | | 140`))).toEqual(["NO_ISSUE_DATE 4 140", "ALL_OPEN 0 150"]);
  });
});

test("a buyer's sums below its documents, under its own number", () => {
  expect(doubtsIn(readLedger(book`
    Customer No | Customer Name | Invoice No | Date | Amount
    C1 | Acme | 1 | 2025-01-02 | 100
    C1 | Acme | 2 | 2025-01-03 | 50
    C1 | Acme | | | 150
    C2 | Total Fitness | 3 | 2025-01-03 | 50
    C2 | Total Fitness | 4 | 2025-01-03 | 20
    C2 | Total Fitness | | | 70
    C2 | Total Fitness | | | 33`))).toEqual(["TOTAL_ROW 4 150", "TOTAL_ROW 7 70", "NO_ISSUE_DATE 8 33", "ALL_OPEN 0 220"]);
});

describe("totals that differ say by how much", () => {
  test("each column apart, against what it can be the total of", () => {
    expect(totalsIn(book`
      Customer | Invoice No | Date | Amount | Open
      A | 1 | 2025-01-02 | 100 | 60
      A | 2 | 2025-01-03 | 50 | 50
      小计 | | | 150 | 111
      B | 3 | 2025-01-04 | 70 | 70
      小计 | | | 69.99 | 70
      总计 | | | 220 | 180`)).toEqual(["TOTAL_ROW 4 150", "TOTAL_DIFFERS 4 1", "TOTAL_ROW 6 69.99", "TOTAL_DIFFERS 6 -0.01", "TOTAL_ROW 7 220"]);
  });

  test("a grand total that is a group's", () => {
    expect(totalsIn(book`
      Customer | Invoice No | Date | Amount
      A | 1 | 2025-01-02 | 100
      Subtotal | | | 100
      B | 2 | 2025-01-03 | 50
      Subtotal | | | 50
      Grand total | | | 50`)).toEqual(["TOTAL_ROW 3 100", "TOTAL_ROW 5 50", "TOTAL_ROW 6 50", "TOTAL_DIFFERS 6 -100"]);
  });

  test("a balance brought forward holds documents that are not there", () => {
    expect(totalsIn(book`
      Customer | Invoice No | Date | Amount
      Balance b/f | | | 500
      A | 1 | 2025-01-02 | 100
      Total | | | 600`)).toEqual(["TOTAL_ROW 2 500", "TOTAL_DIFFERS 2 500", "TOTAL_ROW 4 600", "TOTAL_DIFFERS 4 500"]);
  });

  test("in the currency of its rows", () => {
    const { issues } = readLedger(book`
      Customer | Invoice No | Date | Amount | Currency
      A | 1 | 2025-01-02 | 1000 | JPY
      Total | | | 1200 |`);
    expect(issues.find(({ code }) => code === "TOTAL_DIFFERS")).toMatchObject({ row: 3, column: 3, found: "Total", amount: 200, currency: "JPY" });
  });
});

describe("who is called so", () => {
  test("Total Energies and 合计贸易 are buyers: with a day, with a number, or with other documents", () => {
    const reading = readLedger(book`
      Customer | Invoice No | Date | Amount
      Total Energies | 1 | 2025-01-02 | 100
      合计贸易 | 2 | 2025-01-02 | 50
      Total Energies | 3 | | 70
      合计贸易 | | | 30`);
    expect([linesIn(reading.ledger).length, doubtsIn(reading)]).toEqual([2, ["NO_ISSUE_DATE 4 70", "NO_ISSUE_DATE 5 30", "ALL_OPEN 0 150"]]);
  });

  test("a total with a day is a total when it is the sum, and counts nothing twice", () => {
    const reading = readLedger(book`
      客户 | 单据号 | 日期 | 金额
      A | 1 | 2025-01-02 | 100
      A | 2 | 2025-01-03 | 50
      合计 | | 2025-01-31 | 150`);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([150, ["TOTAL_ROW 4 150", "ALL_OPEN 0 150"]]);
    expect(openIn(readLedger(book`
      客户 | 单据号 | 日期 | 金额
      A | 1 | 2025-01-02 | 100
      合计 | 2 | 2025-01-31 | 40`).ledger)).toBe(140);
  });
});

test("whatever the documents, right totals are silent and a wrong one tells its difference to the cent", () => {
  const line = fc.record({ cents: fc.integer({ min: -1_000_000, max: 5_000_000 }).filter((it) => it !== 0), open: fc.boolean() });
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 }), fc.nat(), fc.integer({ min: 1, max: 99_999 }), (groups, at, wrong) => {
      const sum = (lines: readonly { cents: number }[]): number => lines.reduce((total, { cents }) => total + cents, 0);
      const chosen = at % (groups.length + 1);
      const rows: Cell[][] = groups.flatMap((lines, g) => [...lines.map(({ cents }, i): Cell[] => [`B${g}`, `${g}-${i}`, 45_700, cents / 100]), ["小计", "", "", (sum(lines) + (g === chosen ? wrong : 0)) / 100]]);
      const grid = (grand: number): Grid => [["Customer", "Invoice No", "Date", "Amount"], ...rows, ["总计", "", "", grand / 100]];
      const all = sum(groups.flat());
      const differs = readLedger(grid(all + (chosen === groups.length ? wrong : 0))).issues.filter(({ code }) => code === "TOTAL_DIFFERS");
      const told = differs.map(({ amount }) => Math.abs(amount));
      if (told.length === 0) return expect(chosen < groups.length && coincides(groups, chosen, wrong)).toBe(true);
      expect(told.length).toBe(1);
      expect(told[0]! <= wrong).toBe(true);
      if (chosen === groups.length) expect(differs[0]!.amount).toBe(wrong);
    }),
    { numRuns: 300 },
  );
});

/** A wrong subtotal that happens to be the sum of this group and whole groups before it. */
function coincides(groups: readonly (readonly { cents: number }[])[], chosen: number, wrong: number): boolean {
  const sums = groups.map((lines) => lines.reduce((total, { cents }) => total + cents, 0));
  let before = 0;
  for (let g = chosen - 1; g >= 0; g--) {
    before += sums[g]!;
    if (before === wrong) return true;
  }
  return false;
}
