/** Months, periods and the documents behind a figure, as cells; and what is refused, in either language. */
import { aging } from "../../src/formulas/aging";
import { creditScore } from "../../src/formulas/creditScore";
import { dsoFigure } from "../../src/formulas/dso";
import { dsoChangeTable } from "../../src/formulas/dsoChange";
import { explanation } from "../../src/formulas/explain";
import { ledgerText } from "../../src/formulas/ledger";
import { rollForwardTable } from "../../src/formulas/rollForward";
import { rollRatesTable } from "../../src/formulas/rollRates";
import { trendTable } from "../../src/formulas/trend";
import type { Cell, Grid } from "../../src/values/cell";
import { book } from "../support/book";
import { on } from "../support/columns";
import { shown } from "../support/shownAnswer";

const BOOK = book`
  Type | Invoice | Customer | Invoice date | Due date   | Amount | Paid date
  INV  | A-1     | Anker    | 2024-01-05   | 2024-02-04 | 1000   | 2024-02-14
  INV  | A-2     | Anker    | 2024-06-01   | 2024-07-01 | 2000   | 2024-07-31
  INV  | A-3     | Anker    | 2024-10-01   | 2024-10-31 | 1500   |
  INV  | B-1     | Baltic   | 2024-02-01   | 2024-03-02 | 500    | 2024-03-02
  INV  | B-2     | Baltic   | 2024-08-01   | 2024-08-31 | 1000   | 2024-08-31
  CN   | B-3     | Baltic   | 2024-09-01   |            | -100   |
  INV  | B-4     | Baltic   | 2024-12-15   | 2025-01-14 | 600    |
`;
const DAY = on("2024-12-31");
const rows = (run: () => unknown): Cell[][] => (shown(run) as Cell[][]).slice(1);

describe("a year of two buyers on 31 December", () => {
  test("open at the last month-ends, the day itself last", () => {
    expect(trendTable(BOOK, "open", DAY, 3)).toEqual([["Month end", "Value"], [on("2024-10-31"), 1400], [on("2024-11-30"), 1400], [DAY, 2000]]);
    expect(rows(() => trendTable(BOOK, "OPEN : baltic", on("2024-12-20"), 2))).toEqual([[on("2024-11-30"), -100], [on("2024-12-20"), 500]]);
    expect(trendTable(BOOK, "open", null, null)).toHaveLength(13);
  });

  test("buckets by the policy's edges, and each month what AR.AGING says of it", () => {
    expect(rows(() => trendTable(BOOK, "31-60", DAY, 2)).map(([, value]) => value)).toEqual([0, 0]);
    const own = ledgerText(BOOK, null, null, null, [["key", "value"], ["buckets", "61,90"]]);
    expect(rows(() => trendTable(own, "1-61", DAY, 1))).toEqual([[DAY, 1500]]);
    expect(rows(() => trendTable(BOOK, "61-90", DAY, 12)).map(([day, value]) => [day, value])).toEqual(rows(() => trendTable(BOOK, "61-90", DAY, 12)).map(([day]) => [day, shown(() => aging(BOOK, day, null, null, null)[1]![4])]));
  });

  test("a month that cannot be told is #N/A in its own cell, with why", () => {
    const values = rows(() => trendTable(BOOK, "dso:Baltic", DAY, 14)).map(([, value]) => value);
    expect(values.slice(0, 3)).toEqual(["na: The ledger begins on 2024-01-05, so nothing is known of 2023-11-30.", "na: The ledger begins on 2024-01-05, so nothing is known of 2023-12-31.", "na: No credit sales from 2023-11-03 to 2024-01-31, so days of sales cannot be told."]);
    expect(values.at(-1)).toBe(dsoFigure(BOOK, DAY, "Baltic", null, null)[0]![0]);
  });

  test("a buyer's score as AR.CREDITSCORE has it", () => {
    const [, value] = rows(() => trendTable(BOOK, "score:Anker", DAY, 3)).at(-1)!;
    expect([[value]]).toEqual(creditScore(BOOK, "Anker", DAY));
  });

  test("days of a workbook that counts from 1904", () => {
    const mac = ledgerText(BOOK, null, null, null, [["key", "value"], ["dateSystem", 1904]]);
    expect(rows(() => trendTable(mac, "open", DAY - 1462, 1))).toEqual([[DAY - 1462, 2000]]);
  });

  test("roll-forward of the second half", () => {
    expect(rollForwardTable(BOOK, on("2024-06-30"), DAY)).toEqual([
      ["Line", "Amount"], ["Opening", 2000], ["Invoices", 3100], ["Receipts", -3000], ["Credits", -100], ["Write-offs", 0], ["Adjustments", 0], ["Exchange difference", 0], ["Closing", 2000],
    ]);
  });

  test("roll rates: 1,500 through the buckets month by month; the last is taken as lost", () => {
    const table = rows(() => rollRatesTable(BOOK, DAY, 2));
    expect(table.map(([from, to, balance, migrated, off, roll, loss]) => [from, to, balance, migrated, off, roll, loss])).toEqual([
      ["Not due", "1-30", 1500, 1500, 0, 1, ""], ["1-30", "31-60", 1500, 0, 0, 0, ""], ["31-60", "61-90", 0, 1500, 0, "", ""], ["61-90", "Over 90", 0, 0, 0, "", ""], ["Over 90", "", "", "", "", "", 1],
    ]);
    expect(table.map((row) => row[7])).toEqual(["", "", "Nothing was in this bucket", "Nothing was in this bucket", "Taken as lost"]);
  });

  test("the change of DSO in parts that add up", () => {
    const table = rows(() => dsoChangeTable(BOOK, on("2024-06-30"), DAY, null));
    expect(table.map(([part]) => part)).toEqual(["DSO before", "Sales timing", "Terms mix", "Lateness", "Disputes", "Rest", "Total change", "DSO after"]);
    const [before, ...parts] = table.map(([, days]) => Number(days));
    const [after, total] = [parts.pop()!, parts.pop()!];
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total);
    expect([before! + total, before, after]).toEqual([after, expect.closeTo(90, 9), expect.closeTo((2000 / 600) * 90, 9)]);
  });

  test("the documents behind a figure", () => {
    expect(explanation(BOOK, "open", DAY, null)).toEqual([["Invoice", "Buyer", "Days", "Amount", "Share"], ["A-3", "Anker", 61, 1500, 0.75], ["B-4", "Baltic", -14, 600, 0.3], ["B-3", "Baltic", "", -100, -0.05]]);
    expect(rows(() => explanation(BOOK, "daystopay", DAY, [["Anker"], ["Nobody"], [""], ["Baltic"]]))).toEqual([
      ["A-2", "Anker", 60, 2000, 0.75], ["A-1", "Anker", 40, 1000, 0.25], ["Nobody", ...new Array(4).fill("na: No buyer 'Nobody' in this ledger.")], ["B-2", "Baltic", 30, 1000, 2 / 3], ["B-1", "Baltic", 30, 500, 1 / 3],
    ]);
    expect(rows(() => explanation(BOOK, "overdue", DAY, "Baltic"))).toEqual([]);
  });
});

test("no more rows than an answer holds: the rest is one row, and the shares still add up", () => {
  const many: Grid = [["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"], ...Array.from({ length: 20_050 }, (_, i) => [`I-${i}`, "Anker", DAY - 40, DAY - 10, 1 + i, null]), ["P", "Anker", DAY - 40, DAY - 10, 5, DAY - 20]];
  const table = rows(() => explanation(many, "open", DAY, null));
  expect([table.length, table.at(-1)!.slice(0, 4)]).toEqual([20_001, ["50 more documents", "", "", 1275]]);
  expect(table.reduce((sum, row) => sum + Number(row[4]), 0)).toBeCloseTo(1, 9);
});

describe("what is refused says what to do, in the ledger's language", () => {
  const zh = ledgerText(BOOK, null, null, null, [["key", "value"], ["language", "zh"]]);
  const said = (run: (ledger: unknown) => unknown): [unknown, unknown] => [shown(() => run(BOOK)), shown(() => run(zh))];

  test.each<[string, (ledger: unknown) => unknown, RegExp, RegExp]>([
    ["a measure that does not exist", (of) => trendTable(of, "dos", DAY, null), /^value: Argument 2, measure, is 'dos'\. It must be one of open, overdue, not due, 1-30, 31-60, 61-90, over 90, no due date, unapplied, dso, .*, hhi, score:BUYER\.$/, /^value: 第 2 个参数 measure 是“dos”。须为以下之一：open, /],
    ["no measure", (of) => trendTable(of, null, DAY, null), /^value: Argument 2, measure, is ''/, /^value: 第 2 个参数/],
    ["an explanation of no measure", (of) => explanation(of, "dos", DAY, null), /^value: Argument 2, measure, is 'dos'\. It must be one of open, .*, hhi, score\.$/, /^value: 第 2 个参数/],
    ["an explanation of nobody's score", (of) => explanation(of, "score", DAY, null), /^value: No buyer was given/, /^value: 未给出客户/],
    ["an explanation of a score that is none", (of) => explanation(of, "score", on("2023-12-31"), "Anker"), /^na: /, /^na: /],
    ["a score of nobody", (of) => trendTable(of, "score", DAY, null), /^value: No buyer was given/, /^value: 未给出客户/],
    ["a buyer that does not exist", (of) => trendTable(of, "dso:Nobody", DAY, null), /^na: No buyer 'Nobody'/, /^na: .*Nobody/],
    ["concentration of one buyer", (of) => trendTable(of, "hhi:Anker", DAY, null), /^value: 'hhi' is a measure of the whole ledger/, /^value: “hhi”是整本台账的指标/],
    ["an explanation of it", (of) => explanation(of, "topshare", DAY, "Anker"), /^value: 'topshare' is a measure of the whole ledger/, /^value: “topshare”是整本台账的指标/],
    ["months 0", (of) => trendTable(of, "open", DAY, 0), /^value: Argument 4, months, is '0': it must be a whole number of months from 1 to 120\./, /^value: 第 4 个参数 months 是“0”/],
    ["months below 0", (of) => rollRatesTable(of, DAY, -3), /^value: Argument 3, months, is '-3'/, /^value: 第 3 个参数 months/],
    ["10,000 months", (of) => trendTable(of, "open", DAY, 10_000), /^value: Argument 4, months, is '10000'/, /^value: 第 4 个参数 months/],
    ["a window of 10,000 days", (of) => dsoChangeTable(of, on("2024-06-30"), DAY, 10_000), /^value: Argument 4, window, is '10000'/, /^value: 第 4 个参数 window/],
    ["a window of 0", (of) => dsoChangeTable(of, on("2024-06-30"), DAY, 0), /^value: Argument 4, window, is '0'/, /^value: 第 4 个参数 window/],
    ["no first day", (of) => rollForwardTable(of, null, DAY), /^value: Argument 2, from, is empty/, /^value: 第 2 个参数 from 为空/],
    ["days exchanged", (of) => rollForwardTable(of, DAY, DAY - 30), /^value: The period begins after it ends/, /^value: 期间的开始日/],
    ["days exchanged for DSO", (of) => dsoChangeTable(of, DAY, DAY - 30, null), /^value: The period begins after it ends/, /^value: 期间的开始日/],
    ["a day before the first row", (of) => trendTable(of, "open", on("2020-06-30"), 5), /^na: The ledger begins on 2024-01-05, so nothing is known of 2020-06-30\.$/, /^na: 台账始于 2024-01-05/],
    ["rates before the first row", (of) => rollRatesTable(of, on("2020-06-30"), null), /^na: No invoice with a due day was open/, /^na: .*各月月初/],
    ["an explanation before the first row", (of) => explanation(of, "open", on("2020-06-30"), null), /^na: The ledger begins on/, /^na: 台账始于/],
    ["no sales on the later day", (of) => dsoChangeTable(of, on("2024-06-30"), on("2034-06-30"), null), /^na: No credit sales from 2034-04-02 to 2034-06-30/, /^na: .*没有赊销额/],
    ["an explanation of a figure that is unknown", (of) => explanation(of, "dso", on("2034-06-30"), null), /^na: No credit sales/, /^na: .*没有赊销额/],
  ])("%s", (_what, run, english, chinese) => {
    const [en, cn] = said(run);
    expect(en).toMatch(english);
    expect(cn).toMatch(chinese);
  });

  test("long after the last row what is open stays, and ratios to sales cannot be told", () => {
    expect(rows(() => trendTable(BOOK, "open", on("2034-12-31"), 120)).at(-1)![1]).toBe(2000);
    expect(shown(() => trendTable(BOOK, "dso", on("2040-12-31"), 12))).toMatch(/^na: No credit sales/);
  });

  test("only credits, and one invoice", () => {
    const credits = book`
      Type | Invoice | Customer | Invoice date | Due date | Amount | Paid date
      CN | C-1 | Anker | 2024-06-01 | | -100 |
      CN | C-2 | Anker | 2024-06-02 | | -50 | 2024-07-01`;
    const day = on("2024-08-31");
    expect(rows(() => trendTable(credits, "open", day, 1))).toEqual([[day, -100]]);
    for (const name of ["dso", "dso.countback", "dbt", "payindex", "cei", "overdueshare"]) expect([name, shown(() => trendTable(credits, name, day, 3))]).toEqual([name, expect.stringMatching(/^na: /)]);
    expect(shown(() => rollRatesTable(credits, day, null))).toMatch(/^na: /);
    expect(shown(() => dsoChangeTable(credits, on("2024-06-30"), day, null))).toMatch(/^na: /);
    expect(rows(() => rollForwardTable(credits, on("2024-05-31"), day)).map(([, amount]) => amount)).toEqual([0, 0, 50, -150, 0, 0, 0, -100]);
    const one = book`
      Invoice | Customer | Invoice date | Due date | Amount | Paid date
      I-1 | Anker | 2024-06-01 | 2024-07-01 | 100 | 2024-07-11`;
    expect(rows(() => trendTable(one, "dbt", on("2024-07-31"), 2)).map(([, value]) => value)).toEqual(["na: Nothing was paid from 2023-07-02 to 2024-06-30 and nothing is overdue, so days beyond terms cannot be told.", 10]);
    expect(rows(() => explanation(one, "dbt", on("2024-07-31"), null))).toEqual([["I-1", "Anker", 10, 100, 1]]);
  });

  test("a list of open items is not asked about its past", () => {
    const list = book`
      Invoice | Customer | Invoice date | Due date | Open amount
      I-1 | Anker | 2024-06-01 | 2024-07-01 | 100
      I-2 | Anker | 2024-08-15 | 2024-09-14 | 50`;
    const day = on("2024-08-31");
    expect(rows(() => trendTable(list, "open", day, 2))).toEqual([[on("2024-07-31"), expect.stringMatching(/^value: /)], [day, 150]]);
    for (const run of [() => rollRatesTable(list, day, null), () => rollForwardTable(list, on("2024-06-30"), day), () => dsoChangeTable(list, on("2024-06-30"), day, null)]) expect(shown(run)).toMatch(/^value: /);
    const listed = ledgerText(list, null, null, null, [["key", "value"], ["backdate", "asListed"]]);
    expect(rows(() => trendTable(listed, "open", day, 2)).map(([, value]) => value)).toEqual([100, 150]);
  });

  test("what looks like a formula stays a text", () => {
    const hostile = book`
      Invoice | Customer | Invoice date | Due date | Amount | Paid date
      ${"=1+1"} | ${"@SUM(A1)"} | 2024-06-01 | 2024-07-01 | 100 |
      ${"__proto__"} | ${"constructor"} | 2024-06-01 | 2024-07-01 | 50 | 2024-07-02`;
    expect(rows(() => explanation(hostile, "open", DAY, null))).toEqual([["'=1+1", "'@SUM(A1)", 183, 100, 1]]);
    expect(rows(() => trendTable(hostile, "open:constructor", on("2024-06-30"), 1)).map(([, value]) => value)).toEqual([50]);
    expect(shown(() => trendTable(hostile, "x".repeat(1_000_000), DAY, null))).toMatch(/^value: .{20,1200}$/);
  });
});
