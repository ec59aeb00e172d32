/** What terms say (methods.md 0.3), the days they give, and days off. */
import fc from "fast-check";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { daysOff, dueFrom, rolled } from "../../src/ledger/terms";
import type { Cell, Grid } from "../../src/values/cell";
import { addMonths, isoDay, monthEnd, type Day } from "../../src/values/day";
import { book, doubtsIn, openIn, refusal } from "../support/book";
import { on } from "../support/columns";

const NO_POLICY = readPolicy([]);
const due = (text: string, issued = "2025-01-20", policy: Cell[][] = []): string | undefined => {
  const day = dueFrom(text, on(issued), readPolicy(policy));
  return day === undefined ? undefined : isoDay(day);
};

describe("issued on 20 January 2025", () => {
  test.each<[texts: string, due: string]>([
    ["net 30; Net 30 days; NET30; N30; n/30; N 30; Net-30; 30; 030 days; 30 days; 30d; 30.0; 30 days net; within 30 days; due in 30 days; payment within 30 days; 30 days from invoice date; 30 days after date of invoice; net 30 from invoice; ３０天", "2025-02-19"],
    ["30 Tage netto; zahlbar innerhalb 30 Tagen; 30 jours net; 30天; 30天内; 30天内付款; 净30天; 账期30天; 信用期30天; 付款期30天", "2025-02-19"],
    ["2/10 n30; 2/10 net 30; 2/10, n/30; 2/10 n/30; 2% 10 net 30; 2%/10 Net 30; 2% 10 days, net 30 days; 1.5/10 net 30; 1,5% 10 net 30", "2025-02-19"],
    ["货到30天; 票到30天; 开票后30天; 开票后30天内付款; 收货后30天; 验收后30天; 见票后30天付款; 发票日后30天", "2025-02-19"],
    ["EOM+30; EOM 30; EOM + 30 days; end of month + 30 days; month end plus 30 days; 30 days from end of month; 30 days after end of the month; net EOM 30; 月结30天; 月结30; 月结 30 天; 月结+30天; 30天月结; 票到月结30天; 月结30天付款", "2025-03-02"],
    ["30 EOM; net 30 EOM; 30 days EOM; 30 days end of month; 30 days net EOM; 2/10 n30 EOM", "2025-02-28"],
    ["EOM; end of month; due end of month; 月底; 当月底付款", "2025-01-31"],
    ["COD; C.O.D.; CIA; CWO; cash; prepaid; payment in advance; due on receipt; Due Upon Receipt; immediate; Payable immediately; sofort; 0; net 0; 0 days; 现结; 现款; 货到付款; 款到发货; 预付款; 立即付款", "2025-01-20"],
    ["10th of following month; 10th of the following month; 10th of next month; net 10th prox; 10 prox.; 10 MFI; due on the 10th of the month following; 次月10日; 次月10号前付款; 下月10日; 下个月10号", "2025-02-10"],
    ["end of next month; 次月底; 次月末付款; 31st of following month", "2025-02-28"],
    ["1 month; net 1 month; 1个月", "2025-02-20"],
    ["3 months; 3个月内", "2025-04-20"],
  ])("%s", (texts, expected) => {
    for (const text of texts.split("; ")) expect([text, due(text)]).toEqual([text, expected]);
  });

  test.each([
    "", " ", "30/60/90", "30/60", "30, 60, 90 days", "30 60", "50% advance, net 30", "30%预付", "30% 预付 70% 月结30天", "2/10", "2/10/30", "2%", "net", "月结", "季结", "次月结", "30 jours fin de mois", "by agreement", "30 days from approval", "10-30", "30+60", "EOM+30/60",
    "0th of next month", "99th of next month", "2025", "-30", "30.5", "1000", "net 30 or so", "NAH4", "NAA8", "CA10", "NA32", "CA30", "NAM4", "C106", "BR56", "0001", "0002", "ZB01", "Z1", "K30", "30".repeat(500_000), "net ".repeat(15), "(".repeat(60),
  ])("%p says no day that anybody could rely on", (text) => {
    expect(due(text)).toBeUndefined();
  });
});

test("months are clamped, and the month's end is that of the year", () => {
  expect([due("1 month", "2025-01-31"), due("1 month", "2024-01-31"), due("次月底", "2024-01-31"), due("30th of next month", "2025-01-05"), due("30 EOM", "2024-01-31"), due("EOM+30", "2024-01-31"), due("10th of following month", "2024-12-31"), due("月结60天", "2024-12-02")]).toEqual([
    "2025-02-28", "2024-02-29", "2024-02-29", "2025-02-28", "2024-03-31", "2024-03-01", "2025-01-10", "2025-03-01",
  ]);
});

test("EOM+n, n EOM and n days, on any day", () => {
  fc.assert(fc.property(fc.integer({ min: on("1990-01-01"), max: on("2190-12-31") }), fc.integer({ min: 0, max: 365 }), (from, days) => {
    const by = (text: string): number | undefined => dueFrom(text, from as Day, NO_POLICY);
    expect([by(`net ${days}`), by(`EOM+${days}`), by(`${days} EOM`), by("2 months")]).toEqual([from + days, monthEnd(from as Day) + days, monthEnd((from + days) as Day), addMonths(from as Day, 2)]);
  }));
});

test("without a day to count from there is none, and a baseline date counts as well as the day of issue", () => {
  expect(dueFrom("net 30", 0 as Day, NO_POLICY)).toBeUndefined();
  expect(dueFrom("30", on("2025-02-01"), NO_POLICY)).toBe(on("2025-03-03"));
});

describe("a baseline date", () => {
  test("starts the terms, where they decide; without one the day of issue does", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Baseline Date | Due Date | Terms | Amount
      A | 2025-01-20 | 2025-02-01 | | net 30 | 1
      A | 2025-01-20 | | | net 30 | 2
      A | 2025-01-20 | 2025-02-01 | 2025-02-10 | net 30 | 4
      A | 2025-01-20 | 2025-02-01 | | EOM+30 | 8
      A | 2025-01-20 | 2025-02-01 | | | 16
      A | 2025-01-20 | 2024-12-01 | | net 30 | 32
      A | 2025-01-20 | soon | | net 30 | 64
      A | 2025-01-20 | soon | 2025-02-10 | net 30 | 128
      A | 2025-01-20 | 2205-01-01 | | net 30 | 256
      A | 2025-01-20 | #N/A | | net 30 | 512`);
    expect([...reading.ledger.documents.due].map((day) => (day === 0 ? "" : isoDay(day as Day)))).toEqual(["2025-03-03", "2025-02-19", "2025-02-10", "2025-03-30", "", "2024-12-31", "", "2025-02-10", "", ""]);
    expect(doubtsIn(reading)).toEqual(["DUE_BEFORE_ISSUE 7 32", "BAD_BASELINE 8 64", "DATE_OUTSIDE 10 256", "ERROR_CELL 11 0", "ALL_OPEN 0 1023"]);
    expect(reading.issues.slice(0, 3).map(({ column }) => column)).toEqual([2, 2, 2]);
  });

  test("starts the buyer's own terms too", () => {
    const buyers: Grid = [["Customer", "Terms Days"], ["A", 45]];
    const reading = readLedger(book`
      Customer | Invoice Date | Baseline Date | Amount
      A | 2025-01-20 | 2025-02-01 | 1
      A | 2025-01-20 | | 2
      A | 2025-01-20 | soon | 4`, { buyers });
    expect([...reading.ledger.documents.due].map((day) => (day === 0 ? "" : isoDay(day as Day)))).toEqual(["2025-03-18", "2025-03-06", ""]);
    expect(doubtsIn(reading)).toEqual(["ALL_OPEN 0 7", "BAD_BASELINE 4 4"]);
  });

  test("asks for the order of day and month only where terms count from it", () => {
    const sheet = (due: string): Grid => book`
      Customer | Invoice Date | Baseline Date | Due Date | Terms | Amount
      A | 2025-01-20 | ${"03/04/2025"} | ${due} | net 30 | 1`;
    expect(openIn(readLedger(sheet("2025-05-05")).ledger)).toBe(1);
    expect(refusal(() => readLedger(sheet("")))).toMatch(/"Baseline Date".*dateOrder/);
  });
});

describe("a terms code", () => {
  test("is explained by the policy, in days or in words, and that goes before what it says", () => {
    expect([due("NAH4", undefined, [["terms.nah4", 45]]), due("nah4 ", undefined, [["terms.NAH4", "45"]]), due("ZB60", undefined, [["terms.ZB60", "EOM+30"]]), due("net 30", undefined, [["terms.Net 30", "月结30天"]])]).toEqual([
      "2025-03-06", "2025-03-06", "2025-03-02", "2025-03-02",
    ]);
    for (const value of ["sometime", "ZB30", -1, 4000]) expect(refusal(() => readPolicy([["terms.X", value]]))).toMatch(/terms\.X/);
  });

  test("of SAP is taken for the days it ends with, and that is a doubt with its money, where it decides", () => {
    const sheet = book`
      Customer | Invoice Date | Due Date | Amount | Terms
      A | 2025-01-20 | | 1 | ZB30
      A | 2025-01-20 | | 2 | ${"0030"}
      A | 2025-01-20 | | 4 | NT30
      A | 2025-01-20 | 2025-02-01 | 8 | ZB30
      A | 2025-01-20 | | 16 | 0001
      A | 2025-01-20 | | 32 | NAH4
      A | 2025-01-20 | 2025-02-01 | 64 | NAH4
      A | 2025-01-20 | | 128 |`;
    const reading = readLedger(sheet);
    expect([...reading.ledger.documents.due].map((day) => (day === 0 ? "" : isoDay(day as Day)))).toEqual(["2025-02-19", "2025-02-19", "2025-02-19", "2025-02-01", "", "", "2025-02-01", ""]);
    expect(doubtsIn(reading).filter((doubt) => doubt.startsWith("TERMS"))).toEqual(["TERMS_GUESSED 2 1", "TERMS_GUESSED 3 2", "TERMS_GUESSED 4 4", "TERMS_UNKNOWN 6 16", "TERMS_UNKNOWN 7 32"]);
    const told = readLedger(sheet, { policy: readPolicy([["terms.ZB30", 30], ["terms.0030", 30], ["terms.NT30", 30], ["terms.0001", 0], ["terms.NAH4", 45]]) });
    expect(doubtsIn(told).filter((doubt) => doubt.startsWith("TERMS"))).toEqual([]);
  });
});

describe("days off", () => {
  const next = (day: string, ...holidays: string[]): string => isoDay(rolled(on(day), daysOff(holidays.map(on))) as Day);

  test("a Saturday, a Sunday and a holiday move to the next working day", () => {
    expect([next("2025-01-31"), next("2025-02-01"), next("2025-02-02"), next("2025-02-03")]).toEqual(["2025-01-31", "2025-02-03", "2025-02-03", "2025-02-03"]);
    expect([next("2025-02-01", "2025-02-03"), next("2025-02-03", "2025-02-04", "2025-02-03"), next("2025-02-07", "2025-02-07", "2025-02-10"), next("2025-02-05", "2025-02-01")]).toEqual(["2025-02-04", "2025-02-05", "2025-02-11", "2025-02-05"]);
  });

  test("as counting day by day has it", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 45_700, max: 45_760 }), { maxLength: 40 }), fc.integer({ min: 45_690, max: 45_770 }), (holidays, day) => {
      let at = day;
      while (at % 7 < 2 || holidays.includes(at)) at++;
      expect(rolled(day, daysOff(holidays))).toBe(at);
    }));
  });

  test("three years of holidays are passed in one step, for every document", () => {
    const holidays = Array.from({ length: 1_100 }, (_, i) => 45_700 + i);
    const off = daysOff(holidays);
    expect([rolled(45_700, off), rolled(46_798, off)]).toEqual([46_800, 46_800].map((day) => day + [2, 1, 0, 0, 0, 0, 0][day % 7]!));
    const rows = Array.from({ length: 60_000 }, (_, i): Cell[] => ["A", 45_600, 45_700 + (i % 1_000), 1]);
    const grid: Grid = [["Customer", "Invoice Date", "Due Date", "Amount"], ...rows];
    const policy = readPolicy([["businessDays", "roll"], ["holidays", holidays.map((day) => isoDay(day as Day)).join(",")]]);
    expect(new Set(readLedger(grid, { policy }).ledger.documents.due)).toEqual(new Set([rolled(45_700, off)]));
  });
});
