/** The receivables measures as cells: pages of the books, buyers beside each other, and what is refused in either language. */
import { cashRatioFigure } from "../../src/formulas/cashRatio";
import { hhiFigure, topShareFigure } from "../../src/formulas/concentration";
import { dbtFigure } from "../../src/formulas/daysBeyondTerms";
import { daysToPayFigure } from "../../src/formulas/daysToPay";
import { dilutionFigure } from "../../src/formulas/dilution";
import { dsoFigure } from "../../src/formulas/dso";
import { ceiFigure } from "../../src/formulas/effectiveness";
import { ledgerText } from "../../src/formulas/ledger";
import { payIndexFigure } from "../../src/formulas/paymentIndex";
import { currentShareFigure, overdueShareFigure } from "../../src/formulas/shares";
import { turnoverFigure } from "../../src/formulas/turnover";
import { REASON_CODES } from "../../src/values/say";
import type { Cell, Grid } from "../../src/values/cell";
import { book } from "../support/book";
import { on } from "../support/columns";
import { shown } from "../support/shownAnswer";

/* Anker pays late, Baltic on the day or early and gave two invoices back, Cedar bought once. */
const BOOK = book`
  Type | Invoice | Customer | Invoice date | Due date   | Amount | Paid date
  INV  | A-1     | Anker    | 2024-01-05   | 2024-02-04 | 1000   | 2024-02-14
  INV  | A-2     | Anker    | 2024-06-01   | 2024-07-01 | 2000   | 2024-07-31
  INV  | A-3     | Anker    | 2024-10-01   | 2024-10-31 | 1500   |
  INV  | B-1     | Baltic   | 2024-02-01   | 2024-03-02 | 500    | 2024-03-02
  INV  | B-2     | Baltic   | 2024-05-01   | 2024-05-31 | 500    | 2024-05-11
  INV  | B-3     | Baltic   | 2024-08-01   | 2024-08-31 | 1000   | 2024-08-31
  CN   | B-4     | Baltic   | 2024-09-01   |            | -100   |
  INV  | B-5     | Baltic   | 2024-12-15   | 2025-01-14 | 600    |
  INV  | C-1     | Cedar    | 2024-12-20   | 2025-01-19 | 400    |
`;
const DAY = on("2024-12-31");
const BUYERS = [["Anker"], ["Baltic"], ["Cedar"], [""], ["Nobody"]];
const column = (run: (buyers: Grid) => unknown): unknown => (shown(() => run(BUYERS)) as unknown[][]).flat();
const NOBODY = "na: No buyer 'Nobody' in this ledger.";

describe("a year of three buyers on 31 December", () => {
  test("days to pay: 40 and 60 days of Anker's 3,000; 30, 10 and 30 of Baltic's 2,000", () => {
    const nothing = "na: No invoice was paid from 2024-01-02 to 2024-12-31, so days to pay cannot be told.";
    expect(column((buyers) => daysToPayFigure(BOOK, DAY, buyers, null, null))).toEqual([160000 / 3000, 25, nothing, "", NOBODY]);
    expect(column((buyers) => daysToPayFigure(BOOK, DAY, buyers, 365, "Simple"))).toEqual([50, 70 / 3, nothing, "", NOBODY]);
    expect(daysToPayFigure(BOOK, DAY, null, null, null)).toEqual([[210000 / 5000]]);
  });

  test("days beyond terms: what is open and overdue has its days so far", () => {
    const none = "na: Nothing was paid from 2024-01-02 to 2024-12-31 and nothing is overdue, so days beyond terms cannot be told.";
    expect(column((buyers) => dbtFigure(BOOK, DAY, buyers, null, null))).toEqual([(10000 + 60000 + 1500 * 61) / 4500, 0, none, "", NOBODY]);
    expect(column((buyers) => dbtFigure(BOOK, DAY, buyers, null, "paid"))).toEqual([70000 / 3000, 0, none, "", NOBODY]);
    expect(column((buyers) => dbtFigure(BOOK, DAY, buyers, null, "signed"))).toEqual([161500 / 4500, -10000 / 2000, none, "", NOBODY]);
    expect(column((buyers) => dbtFigure(BOOK, DAY, buyers, null, "buckets"))).toEqual([75, 0, 0, "", NOBODY]); // 61 days overdue
  });

  test("payment index; one invoice is no record", () => {
    const [anker, baltic, cedar] = column((buyers) => payIndexFigure(BOOK, DAY, buyers, null)) as (number | string)[];
    const points = (days: number): number => 40 - (days - 60) / 3;
    expect(anker).toBeCloseTo((1000 * (80 - 20 / 3) + 2000 * 50 + 1500 * points(61)) / 4500, 9);
    expect(baltic).toBeCloseTo((500 * 80 + 500 * 90 + 1000 * 80) / 2000, 9);
    expect(cedar).toBe("na: Invoices paid from 2024-01-02 to 2024-12-31 or past due: 0; an index takes at least 3.");
  });

  test("collection effectiveness of the second half-year", () => {
    /* 2,000 open on 30 June, 3,400 sold, 2,400 open, 1,000 of it not due */
    expect(ceiFigure(BOOK, on("2024-06-30"), DAY, null)).toBe((2000 + 3400 - 2400) / (2000 + 3400 - 1000));
    expect(ceiFigure(BOOK, "2024-06-30", DAY, "monthly")).toBeCloseTo((2000 + 3400 / 6 - 2400) / (2000 + 3400 / 6 - 1000), 12);
    expect(ceiFigure(BOOK, on("2024-06-30"), DAY, "cashonly")).toBe((2000 + 3500 - 2500) / (2000 + 3500 - 1000));
  });

  test("turnover of half a year: 3,400 sold on a mean of 2,200", () => {
    expect(turnoverFigure(BOOK, DAY, null, 184, null)).toEqual([[3400 / 2200]]);
    expect(shown(() => turnoverFigure(BOOK, DAY, null, null, null))).toBe("na: The ledger begins on 2024-01-05, so what was open at the end of 2024-01-01 is not known. Let the period begin on or after 2024-01-05.");
    expect(turnoverFigure(BOOK, on("2025-01-31"), "Baltic", null, "months")[0]![0]).toBeCloseTo(2500 / ((500 - 3 * 100 + 2 * 500) / 13), 9); // February; the credit from September; 600 less 100 in December and January
  });

  test("dilution, shares, concentration", () => {
    expect(column((buyers) => dilutionFigure(BOOK, DAY, buyers, null, null))).toEqual([0, 100 / 2600, 0, "", NOBODY]);
    expect(dilutionFigure(BOOK, DAY, null, null, "collections")).toEqual([[100 / 5000]]);
    expect(column((buyers) => currentShareFigure(BOOK, DAY, buyers, null))).toEqual([0, 1, 1, "", NOBODY]);
    expect([overdueShareFigure(BOOK, DAY, null, null), overdueShareFigure(BOOK, DAY, null, 30)]).toEqual([[[1500 / 2500]], [[0]]]);
    expect([topShareFigure(BOOK, DAY, 1), topShareFigure(BOOK, DAY, null)]).toEqual([1500 / 2400, 1]);
    expect(hhiFigure(BOOK, DAY, null)).toBeCloseTo((1500 ** 2 + 500 ** 2 + 400 ** 2) / 2400 ** 2, 12);
  });

  test("buyers of one parent are one hand", () => {
    const groups = ledgerText(BOOK, DAY, null, book`
      Customer | Parent
      Baltic   | Nordic
      Cedar    | nordic
    `, null);
    expect([topShareFigure(groups, null, 1), hhiFigure(groups, null, null)]).toEqual([1500 / 2400, (1500 ** 2 + 900 ** 2) / 2400 ** 2]);
  });

  test("credit notes and write-offs stated among receipts: one is dilution, the other neither payment nor dilution", () => {
    const invoices = book`
      Invoice | Customer | Invoice date | Due date   | Amount
      1       | Anker    | 2024-01-05   | 2024-02-04 | 1000
      2       | Anker    | 2024-01-05   | 2024-02-04 | 1000
    `;
    const receipts = book`
      Invoice | Payment date | Amount | Type
      1       | 2024-02-04   | 900    | Payment
      1       | 2024-02-10   | 100    | Credit note
      2       | 2024-03-01   | 1000   | Write-off
    `;
    const text = ledgerText(invoices, DAY, receipts, null, null);
    expect([dilutionFigure(text, null, null, null, null), dilutionFigure(text, null, null, null, "collections")]).toEqual([[[0.05]], [[100 / 900]]]);
    expect([daysToPayFigure(text, null, null, null, null), daysToPayFigure(text, null, null, null, "simple")]).toEqual([[[30]], [[36]]]);
  });

  test("cash ratio of any balance sheet", () => {
    expect([cashRatioFigure(100, 20, 400), cashRatioFigure("100", null, [[400]]), cashRatioFigure(0, 0, 1)]).toEqual([0.3, 0.25, 0]);
  });
});

type Asked = (ledger: unknown, asOf: Cell, window: Cell) => unknown;
const WINDOWED: Readonly<Record<string, Asked>> = {
  DSO: (ledger, asOf, window) => dsoFigure(ledger, asOf, null, window, null),
  DAYSTOPAY: (ledger, asOf, window) => daysToPayFigure(ledger, asOf, null, window, null),
  DBT: (ledger, asOf, window) => dbtFigure(ledger, asOf, null, window, null),
  PAYINDEX: (ledger, asOf, window) => payIndexFigure(ledger, asOf, null, window),
  TURNOVER: (ledger, asOf, window) => turnoverFigure(ledger, asOf, null, window, null),
  DILUTION: (ledger, asOf, window) => dilutionFigure(ledger, asOf, null, window, null),
  CURRENTSHARE: (ledger, asOf, window) => currentShareFigure(ledger, asOf, null, window),
  OVERDUESHARE: (ledger, asOf, window) => overdueShareFigure(ledger, asOf, null, window),
};
const OTHERS: Readonly<Record<string, Asked>> = {
  CEI: (ledger, asOf) => ceiFigure(ledger, on("2023-12-31"), asOf, null),
  TOPSHARE: (ledger, asOf) => topShareFigure(ledger, asOf, null),
  HHI: (ledger, asOf) => hhiFigure(ledger, asOf, null),
};
const CHINESE = ledgerText(BOOK, null, null, null, [["key", "value"], ["language", "zh"]]);

describe.each(Object.entries(WINDOWED))("%s refuses", (_, ask) => {
  test.each<Cell>([0, -30, 10000, 1.5, "ninety", true])("a window of %p", (window) => {
    expect(shown(() => ask(BOOK, DAY, window))).toMatch(/^value: Argument 4, window, is '.+': it must be a whole number of days from 1 to 3660\. Leave it out for the default\.$/);
    expect(shown(() => ask(CHINESE, DAY, window))).toMatch(/^value: 第 4 个参数 window 是“.+”：须为 1 至 3660 的整数天数。省略即取默认值。$/);
  });
});

describe.each(Object.entries({ ...WINDOWED, ...OTHERS }))("%s cannot tell", (name, ask) => {
  const sentence = (ledger: unknown, day: Cell): unknown => shown(() => ask(ledger, day, null));
  const NOTHING = /^na: .{15,}\.$/;

  test("anything before the first row, in either language", () => {
    expect(sentence(BOOK, on("2024-01-04"))).toMatch(NOTHING);
    expect(sentence(CHINESE, on("2024-01-04"))).toMatch(/^na: .*[\u4e00-\u9fff].*。$/);
  });
  test("of a ledger of credits alone", () => {
    const credits = book`
      Type | Invoice | Customer | Invoice date | Amount | Paid date
      CN   | 1       | Anker    | 2023-06-01   | -100   | 2024-02-01
      CN   | 2       | Baltic   | 2024-02-01   | -50    |
    `;
    expect(sentence(credits, DAY)).toMatch(NOTHING);
  });
  if (!["CURRENTSHARE", "OVERDUESHARE", "TOPSHARE", "HHI", "DBT", "PAYINDEX", "CEI"].includes(name)) {
    test("long after the last row, when nothing was sold or paid for years", () => {
      expect(sentence(BOOK, on("2031-01-01"))).toMatch(NOTHING);
    });
  }
});

describe("long after the last row what is open is all overdue", () => {
  const day = on("2031-01-01");
  test.each<[string, () => unknown, unknown]>([
    ["CURRENTSHARE", () => currentShareFigure(BOOK, day, null, null), [[0]]],
    ["OVERDUESHARE", () => overdueShareFigure(BOOK, day, null, null), [[1]]],
    ["DBT", () => dbtFigure(BOOK, day, "Cedar", null, null), [[day - on("2025-01-19")]]],
    ["PAYINDEX", () => payIndexFigure(BOOK, day, null, null), [[1]]],
  ["DSO", () => shown(() => dsoFigure(BOOK, day, null, null, null)), "na: No credit sales from 2030-10-04 to 2031-01-01, so days of sales cannot be told."],
  ])("%s", (_, run, expected) => expect(run()).toEqual(expected));
});

test("negative sales divide nothing", () => {
  const returned = [...BOOK, ["CN", "A-4", "Anker", "2024-12-01", null, -90000, null]];
  for (const ask of [dsoFigure, turnoverFigure]) expect(shown(() => ask(returned, DAY, null, 90, null))).toMatch(/^na: No credit sales from 2024-10-03 to 2024-12-31/);
});

test("a buyer with one invoice: its days are told, an index is not", () => {
  const one = book`
    Invoice | Customer | Invoice date | Due date   | Amount | Paid date
    1       | Anker    | 2024-03-01   | 2024-03-31 | 100    | 2024-04-10
  `;
  expect([daysToPayFigure(one, DAY, "Anker", null, null), daysToPayFigure(one, DAY, "Anker", null, "simple"), dbtFigure(one, DAY, "Anker", null, null), dilutionFigure(one, DAY, "Anker", null, null)]).toEqual([[[40]], [[40]], [[10]], [[0]]]);
  expect(shown(() => payIndexFigure(one, DAY, "Anker", null))).toBe("na: Invoices paid from 2024-01-02 to 2024-12-31 or past due: 1; an index takes at least 3.");
  expect(shown(() => currentShareFigure(one, DAY, "Anker", null))).toBe("na: Nothing is owed on 2024-12-31, so this figure cannot be told.");
});

test("a list of open items has no balance of before", () => {
  const list = book`
    Invoice | Customer | Invoice date | Due date   | Open amount
    1       | Anker    | 2024-03-01   | 2024-03-31 | 100
    2       | Anker    | 2024-11-01   | 2024-12-31 | 300
  `;
  expect(shown(() => ceiFigure(list, on("2024-06-30"), DAY, null))).toMatch(/^value: 2024-06-30 is before the last document \(2024-11-01\)/);
  expect(shown(() => turnoverFigure(list, DAY, null, 90, null))).toMatch(/^value: 2024-10-02 is before the last document/);
  expect([currentShareFigure(list, DAY, null, null), dbtFigure(list, DAY, null, null, "buckets")]).toEqual([[[0.75]], [[(100 * 105) / 400]]]);
});

test.each<[string, () => unknown, string]>([
  ["no from", () => ceiFigure(BOOK, null, DAY, null), "value: Argument 2, from, is empty. Give a date."],
  ["a from that is blank and comes as 0", () => ceiFigure(BOOK, 0, DAY, null), "value: Argument 2, from, is empty. Give a date."],
  ["a period of no days", () => ceiFigure(BOOK, DAY, DAY, null), "value: The period begins after it ends: from 2025-01-01 to 2024-12-31. Give the earlier day first."],
  ["a variant that is none", () => ceiFigure(BOOK, "2024-06-30", DAY, "yearly"), 'value: Argument 4, variant, is \'yearly\'. It must be one of "total", "monthly", "cashOnly".'],
  ["a method of DBT", () => dbtFigure(BOOK, DAY, null, null, "late"), 'value: Argument 5, method, is \'late\'. It must be one of "beyond", "signed", "paid", "paidSigned", "buckets".'],
  ["a method of DAYSTOPAY", () => daysToPayFigure(BOOK, DAY, null, null, "mean"), 'value: Argument 5, method, is \'mean\'. It must be one of "weighted", "simple".'],
  ["a method of TURNOVER", () => turnoverFigure(BOOK, DAY, null, null, "13"), 'value: Argument 5, method, is \'13\'. It must be one of "ends", "months".'],
  ["a method of DILUTION", () => dilutionFigure(BOOK, DAY, null, null, "net"), 'value: Argument 5, method, is \'net\'. It must be one of "sales", "collections".'],
  ["a method of HHI", () => hhiFigure(BOOK, DAY, "points"), 'value: Argument 3, method, is \'points\'. It must be one of "hhi", "effective", "normalised".'],
  ["the largest 0", () => topShareFigure(BOOK, DAY, 0), "value: Argument 3, n, is '0': it must be a whole number from 1 to 1048576. Leave it out for the default."],
  ["no cash", () => cashRatioFigure(null, 1, 1), "value: Argument 1, cash, is '': it must be a number of at least 0."],
  ["liabilities in words", () => cashRatioFigure(1, 1, "many"), "value: Argument 3, currentLiabilities, is 'many': it must be a number of at least 0."],
  ["an overdraft as cash", () => cashRatioFigure(-5, 1, 1), "value: Argument 1, cash, is '-5': it must be a number of at least 0."],
  ["no liabilities", () => cashRatioFigure(1, 1, 0), "na: Current liabilities are 0 or less, so there is nothing to divide by."],
  ["numbers beyond all numbers", () => cashRatioFigure(1e308, 1e308, 1), "na: These numbers are too large to divide."],
])("%s", (_, run, expected) => expect(shown(run)).toBe(expected));

test("every reason of these measures has its sentence", () => {
  expect(["NOTHING_PAID", "THIN_DATA", "NO_SALES_IN", "NO_COLLECTIONS", "NO_RECEIVABLE", "NO_HISTORY", "NOTHING_TO_COLLECT", "NO_LIABILITIES", "TOO_LARGE", "NO_BALANCE", "PERIOD_ORDER"].filter((code) => !REASON_CODES.includes(code))).toEqual([]);
});
