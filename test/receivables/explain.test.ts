import fc from "fast-check";
import type { Ledger } from "../../src/ledger/ledger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Policy } from "../../src/ledger/policy";
import { creditSales } from "../../src/receivables/creditSales";
import { documentsBehind, explain, type ExplainedRow, type Explanation, type FigureShape } from "../../src/receivables/explain";
import { EXPLAINED } from "../../src/receivables/explainParts";
import { monthEndBefore } from "../../src/receivables/monthEnds";
import { nonCash } from "../../src/receivables/nonCash";
import { position } from "../../src/receivables/position";
import { trendNames } from "../../src/receivables/trend";
import type { Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";
import { INVOICES, readRated, RECEIPTS } from "../support/currencyBook";

/* To 31 March: 300 of Anker is not due, 200 of Baltic 19 days late and 62 of it 45 days; Baltic paid 558 on the day, Anker 520 ten days early and on credit 20. */
const BOOK: readonly Line[] = [
  { buyer: "Anker", issued: "2025-03-20", due: "2025-04-19", amount: 300 },
  { buyer: "Anker", issued: "2025-03-05", due: "2025-04-04", amount: 520, paid: "2025-03-25" },
  { buyer: "Baltic", issued: "2025-02-10", due: "2025-03-12", amount: 200 },
  { buyer: "Baltic", issued: "2025-01-15", due: "2025-02-14", amount: 620, paid: [["2025-02-14", 558]] },
  { buyer: "Anker", issued: "2025-03-28", amount: -20, kind: "UNAP" },
];
const MARCH = on("2025-03-31");
const explained = (ledger: Ledger, name: string, day: Day, buyer?: number, policy: Policy = DEFAULT_POLICY): Explanation => {
  const answer = explain(ledger, day, name, { policy, buyer });
  if (answer?.known !== true) throw new Error(answer === undefined ? "no such measure" : answer.reason.code);
  return answer.value;
};
const lines = (name: string, buyer?: number): unknown[] => explained(bookOf(BOOK), name, MARCH, buyer).rows.map(({ row, days, amount, share }) => [row, days, amount, Number(share.toFixed(6))]);

test("what is open: row, days past due, money, share, the largest first", () => {
  expect(lines("open")).toEqual([[2, -19, 30000, 0.553506], [4, 19, 20000, 0.369004], [5, 45, 6200, 0.114391], [6, undefined, -2000, -0.0369]]);
  expect(lines("overdue")).toEqual([[4, 19, 20000, 0.763359], [5, 45, 6200, 0.236641]]);
  expect(lines("31-60")).toEqual([[5, 45, 6200, 1]]);
  expect(lines("Unapplied")).toEqual([[6, 3, -2000, 1]]);
  expect(lines("overdue", 0)).toEqual([]);
});

test("DSO by age of the invoice; days beyond terms by what was paid late and what is overdue", () => {
  expect(lines("dso")).toEqual([[2, 11, 30000, 0.553506], [4, 49, 20000, 0.369004], [5, 75, 6200, 0.114391], [6, 3, -2000, -0.0369]]);
  expect(lines("dbt")).toEqual([[4, 19, 20000, 0.576631], [5, 4.5, 62000, 0.423369], [3, 0, 52000, 0]]); // 62 x 45 and 558 x 0 over 620
  expect(lines("dbt.signed", 0)).toEqual([[3, -10, 52000, 1]]);
});

test("a figure whose parts come to nothing is shared out by the money", () => {
  expect(lines("dbt", 0)).toEqual([[3, 0, 52000, 1]]);
});

test("what cannot be told, and what is no measure", () => {
  const ledger = bookOf(BOOK);
  expect(explain(ledger, on("2024-12-31"), "dso", { policy: DEFAULT_POLICY })).toMatchObject({ known: false, reason: { code: "BEFORE_LEDGER" } });
  expect(explain(ledger, on("2026-12-31"), "dso", { policy: DEFAULT_POLICY })).toMatchObject({ known: false, reason: { code: "NO_SALES" } });
  for (const name of ["", "score", "__proto__"]) expect(explain(ledger, MARCH, name, { policy: DEFAULT_POLICY })).toBeUndefined();
  expect(explain(ledger, MARCH, "hhi", { policy: DEFAULT_POLICY, buyer: 0 })).toBeUndefined();
});

/** The figure again, from the rows alone and the one number that it is held against. */
const AGAIN: Readonly<Record<string, (rows: readonly ExplainedRow[], ledger: Ledger, day: Day, buyer: number | undefined) => number>> = {
  dso: (rows, ledger, day, buyer) => (money(rows) / salesIn(ledger, day, 90, buyer)) * 90,
  "dso.best": (rows, ledger, day, buyer) => (money(rows) / salesIn(ledger, day, 90, buyer)) * 90,
  "dso.delinquent": (rows, ledger, day, buyer) => (money(rows) / salesIn(ledger, day, 90, buyer)) * 90,
  daystopay: (rows) => moneyDays(rows) / money(rows),
  "daystopay.simple": (rows) => rows.reduce((sum, { days }) => sum + days!, 0) / rows.length,
  dbt: (rows) => moneyDays(rows) / money(rows),
  "dbt.signed": (rows) => moneyDays(rows) / money(rows),
  "dbt.paid": (rows) => moneyDays(rows) / money(rows),
  "dbt.paidsigned": (rows) => moneyDays(rows) / money(rows),
  "dbt.buckets": (rows) => rows.reduce((sum, { amount, days = 0 }) => sum + amount * (days <= 0 ? 0 : days <= 30 ? 15 : days <= 60 ? 45 : days <= 90 ? 75 : 105), 0) / money(rows),
  dilution: (rows, ledger, day, buyer) => money(rows) / nonCash(position(ledger, day), 365).gross[buyer ?? ledger.buyers.count]!,
};
const money = (rows: readonly ExplainedRow[]): number => rows.reduce((sum, { amount }) => sum + amount, 0);
const moneyDays = (rows: readonly ExplainedRow[]): number => rows.reduce((sum, { amount, days }) => sum + amount * days!, 0);
const salesIn = (ledger: Ledger, day: Day, window: number, buyer: number | undefined): number => {
  const { total, byBuyer } = creditSales(position(ledger, day), window);
  return buyer === undefined ? total : byBuyer[buyer]!;
};

function expectRows(ledger: Ledger, day: Day, policy: Policy): void {
  for (const buyer of [undefined, ...Array.from({ length: Math.min(3, ledger.buyers.count) }, (_, b) => b)]) {
    for (const name of trendNames(policy)) {
      const answer = explain(ledger, day, name, { policy, buyer });
      if (answer?.known !== true) continue;
      const { rows, figure, unit } = answer.value;
      const shares = rows.reduce((sum, { share }) => sum + share, 0);
      if (rows.length > 0 && (money(rows) !== 0 || rows.some(({ share }) => share !== 0))) expect([name, Number(shares.toFixed(6))]).toEqual([name, 1]);
      if (unit === "money") expect([name, money(rows)]).toEqual([name, figure]);
      const again = AGAIN[name];
      if (again !== undefined && rows.length > 0) expect([name, again(rows, ledger, day, buyer)]).toEqual([name, expect.closeTo(figure, 6)]);
      if (buyer !== undefined) expect(rows.every(({ document }) => ledger.documents.buyer[document] === buyer)).toBe(true);
      expect(rows.every(({ row, document }) => ledger.documents.row[document] === row)).toBe(true);
    }
  }
}

describe("for any book, buyer, day and policy the shares add up to 1, the money to the figure, and the figure is made again from the rows", () => {
  const day = fc.integer({ min: 45660, max: 46300 }).map((serial) => serial as Day);
  const policies = fc.record({ credits: fc.constantFrom("separate" as const, "fifo" as const, "current" as const, "ownDate" as const), disputes: fc.constantFrom("memo" as const, "exclude" as const) }).map((own): Policy => ({ ...DEFAULT_POLICY, ...own }));

  test("in one currency", () => {
    fc.assert(fc.property(linesOf(), day, policies, (all, when, policy) => expectRows(bookOf(all), when, policy)), { numRuns: 150 });
  });

  test("in several", () => {
    const { ledger } = readRated(INVOICES, RECEIPTS);
    for (const when of ["2026-03-31", "2026-05-15", "2026-06-30", "2026-08-31"]) expectRows(ledger, on(when), DEFAULT_POLICY);
  });

  test("collections of a month: opening, sales, closing", () => {
    fc.assert(
      fc.property(linesOf(), day, (all, when) => {
        const ledger = bookOf(all);
        const answer = explain(ledger, when, "cei", { policy: DEFAULT_POLICY });
        if (answer?.known !== true) return;
        const from = monthEndBefore(when);
        const sales = creditSales(position(ledger, when), when - from).total;
        expect(money(answer.value.rows)).toBe(position(ledger, from).total + sales - position(ledger, when).total);
      }),
    );
  });
});

test("every measure has its rows", () => {
  expect(trendNames(DEFAULT_POLICY).slice(9).filter((name) => !EXPLAINED.has(name))).toEqual([]);
});

describe("a figure of its own shape", () => {
  const behind = (name: string, shape: FigureShape): unknown[] => documentsBehind(bookOf(BOOK), MARCH, name, { policy: DEFAULT_POLICY, ...shape })!.rows.map(({ row, amount }) => [row, amount]);

  test("a window: what was paid, or invoiced, in it", () => {
    expect(behind("daystopay", { window: 10 })).toEqual([[3, 52000]]);
    expect(behind("daystopay", { window: 46 })).toEqual([[5, 55800], [3, 52000]]);
    expect(behind("overdueshare", { window: 60 })).toEqual([[4, 20000]]);
    expect(behind("currentshare", { window: 5 })).toEqual([]);
    expect(behind("turnover", { window: 30 })).toEqual([[3, 52000], [2, 30000]]);
  });

  test("the largest so many, and a period of collection", () => {
    expect(behind("topshare", { top: 1 })).toEqual([[2, 30000], [6, -2000]]);
    expect(behind("cei", { from: on("2025-02-28") })).toEqual([[3, 52000], [6, 2000]]);
    expect(behind("cei", { from: on("2025-01-31") })).toEqual([[5, 55800], [3, 52000], [6, 2000]]);
  });

  test("collected in cash is what was collected, less credit notes and write-offs", () => {
    const ledger = bookOf([
      { buyer: "Anker", issued: "2025-01-20", due: "2025-02-19", amount: 300, paid: "2025-03-10" },
      { buyer: "Anker", issued: "2025-02-20", due: "2025-03-19", amount: 200 },
      { buyer: "Anker", issued: "2025-03-20", due: "2025-04-19", amount: 500 },
      { buyer: "Anker", issued: "2025-03-22", amount: -80, kind: "CN" },
    ]);
    const money = (name: string): number => documentsBehind(ledger, MARCH, name, { policy: DEFAULT_POLICY })!.rows.reduce((sum, { amount }) => sum + amount, 0);
    expect([money("cei"), money("cei.cashonly")]).toEqual([30000, 30000]); // the credit note is less sold in the one, and added back in the other
  });
});
