import fc from "fast-check";
import { scoreBook } from "../../src/credit/scoreBook";
import { scoreByDay } from "../../src/credit/scoreByDay";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Policy } from "../../src/ledger/policy";
import { aging, agingRow } from "../../src/receivables/aging";
import { collectionEffectiveness } from "../../src/receivables/collectionEffectiveness";
import { daysBeyondTerms } from "../../src/receivables/daysBeyondTerms";
import { daysToPay } from "../../src/receivables/daysToPay";
import { dilution } from "../../src/receivables/dilution";
import { dso } from "../../src/receivables/dso";
import { explain } from "../../src/receivables/explain";
import { herfindahl } from "../../src/receivables/herfindahl";
import { monthEndBefore, monthEndsTo } from "../../src/receivables/monthEnds";
import { paymentIndex } from "../../src/receivables/paymentIndex";
import { position, type Position } from "../../src/receivables/position";
import { currentShare, overdueShare } from "../../src/receivables/shares";
import { topShare } from "../../src/receivables/topShare";
import { trend, trendMeasure, trendNames, type Trend } from "../../src/receivables/trend";
import { turnover } from "../../src/receivables/turnover";
import type { Answer } from "../../src/values/answer";
import { isoDay, type Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";
import { INVOICES, readRated, RECEIPTS } from "../support/currencyBook";
import { csvGrid, describeWithData } from "../support/data";

type One = (at: Position, buyer: number | undefined) => number | object;
const told = (answer: Answer<number>): number | object => (answer.known ? answer.value : answer.reason);

/** Each measure as its own function has it on one day. */
const ALONE: Readonly<Record<string, One>> = {
  open: (at, b) => (b === undefined ? at.total : at.openByBuyer[b]!),
  overdue: (at, b) => (b === undefined ? at.overdueByBuyer.reduce((sum, one) => sum + one, 0) : at.overdueByBuyer[b]!),
  dso: (at, buyer) => told(dso(at, { buyer })),
  "dso.best": (at, buyer) => told(dso(at, { method: "best", buyer })),
  "dso.delinquent": (at, buyer) => told(dso(at, { method: "delinquent", buyer })),
  "dso.countback": (at, buyer) => told(dso(at, { method: "countback", buyer })),
  "dso.true": (at, buyer) => told(dso(at, { method: "true", buyer })),
  "dso.weighted": (at, buyer) => told(dso(at, { method: "weighted", buyer })),
  daystopay: (at, buyer) => told(daysToPay(at, { buyer })),
  "daystopay.simple": (at, buyer) => told(daysToPay(at, { method: "simple", buyer })),
  dbt: (at, buyer) => told(daysBeyondTerms(at, { buyer })),
  "dbt.signed": (at, buyer) => told(daysBeyondTerms(at, { method: "signed", buyer })),
  "dbt.paid": (at, buyer) => told(daysBeyondTerms(at, { method: "paid", buyer })),
  "dbt.paidsigned": (at, buyer) => told(daysBeyondTerms(at, { method: "paidSigned", buyer })),
  "dbt.buckets": (at, buyer) => told(daysBeyondTerms(at, { method: "buckets", buyer })),
  payindex: (at, buyer) => told(paymentIndex(at, { buyer })),
  cei: (at, buyer) => told(collectionEffectiveness(at, { from: monthEndBefore(at.day), buyer })),
  "cei.cashonly": (at, buyer) => told(collectionEffectiveness(at, { from: monthEndBefore(at.day), cashOnly: true, buyer })),
  turnover: (at, buyer) => told(turnover(at, { buyer })),
  dilution: (at, buyer) => told(dilution(at, { buyer })),
  currentshare: (at, buyer) => told(currentShare(at, { buyer })),
  overdueshare: (at, buyer) => told(overdueShare(at, { buyer })),
  topshare: (at) => told(topShare(at)),
  hhi: (at) => told(herfindahl(at)),
};

function aloneOf(name: string, { buckets, credits, disputes }: Policy): One {
  const known = ALONE[name];
  if (known !== undefined) return known;
  return (at, b) => {
    const sheet = aging(at, { edges: buckets, credits, disputes });
    const column = sheet.headings.findIndex((heading) => heading.toLowerCase() === name);
    return (b === undefined ? sheet.all : agingRow(sheet, b))[column]!;
  };
}

const sweep = (ledger: Ledger, name: string, day: Day, months: number, buyer?: number, policy: Policy = DEFAULT_POLICY): Trend => trend({ ledger, policy, buyer, day, months }, trendMeasure(name, policy)!, name);

/** Every measure on every month-end against its own function. */
function expectToAgree(ledger: Ledger, day: Day, months: number, policy: Policy): void {
  for (const buyer of [undefined, ...Array.from({ length: Math.min(3, ledger.buyers.count) }, (_, b) => b)]) {
    for (const name of trendNames(policy)) {
      if (buyer !== undefined && trendMeasure(name, policy)!.ofBook === true) continue;
      const { points } = sweep(ledger, name, day, months, buyer, policy);
      const one = aloneOf(name, policy);
      const alone = points.map(({ day: at }) => (at < ledger.firstDay ? { code: "BEFORE_LEDGER", with: { day: isoDay(at), first: isoDay(ledger.firstDay) } } : one(position(ledger, at), buyer)));
      expect([name, buyer, points.map(({ figure }) => figure)]).toEqual([name, buyer, alone]);
    }
  }
}

const policies = fc.record({ credits: fc.constantFrom("separate" as const, "fifo" as const, "current" as const, "ownDate" as const), disputes: fc.constantFrom("memo" as const, "exclude" as const), buckets: fc.constantFrom([30, 60, 90], [10], [15, 45, 200, 365]) }).map((own): Policy => ({ ...DEFAULT_POLICY, ...own }));

describe("every month-end is what a position on that day gives, exactly, the reasons too", () => {
  const day = fc.integer({ min: 45660, max: 46300 }).map((serial) => serial as Day);

  test("for any book, buyer and policy", () => {
    fc.assert(fc.property(linesOf(), day, fc.integer({ min: 1, max: 14 }), policies, (lines, last, months, policy) => expectToAgree(bookOf(lines), last, months, policy)), { numRuns: 60 });
  });

  test("with settlements of every kind, undated, early, taken back, and retention", () => {
    const draw = fc.infiniteStream(fc.tuple(fc.constantFrom("payment" as const, "payment" as const, "credit" as const, "writeOff" as const), fc.integer({ min: 0, max: 11 })));
    const mixed = fc.tuple(linesOf(25), draw).map(([lines, drawn]) =>
      lines.map((line): Line => {
        const paid = (line.paid as readonly (readonly [Day, number])[]).map(([at, amount]) => {
          const [kind, luck] = drawn.next().value;
          return [luck === 0 ? undefined : luck === 1 ? ((at - 120) as Day) : at, luck === 2 ? -amount : luck === 3 ? amount * 2 : amount, kind] as const;
        });
        return { ...line, paid: [...paid].reverse(), ...(drawn.next().value[1] === 0 && line.kind === "INV" ? { kind: "RET" as const } : {}) };
      }),
    );
    fc.assert(fc.property(mixed, day, policies, (lines, last, policy) => expectToAgree(bookOf(lines), last, 13, policy)), { numRuns: 60 });
  });

  test("in several currencies, each month-end at its own closing rate", () => {
    const { ledger } = readRated(INVOICES, RECEIPTS);
    for (const last of ["2026-06-30", "2026-07-15", "2027-01-31"]) expectToAgree(ledger, on(last), 9, DEFAULT_POLICY);
  });

  test("the score of a buyer", () => {
    fc.assert(
      fc.property(linesOf(), day, fc.constantFrom(0, 7, 45), fc.boolean(), (lines, last, lateAfter, scoreDisputed) => {
        const [ledger, policy, days] = [bookOf(lines), { ...DEFAULT_POLICY, lateAfter, scoreDisputed }, monthEndsTo(last, 14)];
        for (let b = 0; b < ledger.buyers.count; b++) expect(scoreByDay(ledger, policy, b, days)).toEqual(days.map((at) => told(scoreBook(ledger, at, policy).buyers[b]!.score)));
      }),
      { numRuns: 60 },
    );
  });
});

/* Anker: 100 on 10 January, due 9 February, paid 20 March. Baltic: 60 on 5 February, due 7 March, never paid. */
const BOOK = bookOf([{ buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 100, paid: "2025-03-20" }, { buyer: "Baltic", issued: "2025-02-05", due: "2025-03-07", amount: 60 }]);
const figures = (name: string, day: string, months: number, buyer?: number): unknown[] => sweep(BOOK, name, on(day), months, buyer).points.map(({ figure }) => (typeof figure === "number" ? figure : figure.code));

test("the last point is the day itself, those before it are month-ends", () => {
  expect(sweep(BOOK, "open", on("2025-04-10"), 4).points.map(({ day }) => isoDay(day))).toEqual(["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-10"]);
  expect(monthEndsTo(on("2025-03-31"), 2).map(isoDay)).toEqual(["2025-02-28", "2025-03-31"]);
});

test("stocks, overdue, buckets and days by month", () => {
  expect(figures("open", "2025-04-10", 4)).toEqual([10000, 16000, 6000, 6000]);
  expect(figures("overdue", "2025-04-10", 4)).toEqual([0, 10000, 6000, 6000]);
  expect(figures("1-30", "2025-04-10", 4)).toEqual([0, 10000, 6000, 0]);
  expect(figures("31-60", "2025-04-10", 4)).toEqual([0, 0, 0, 6000]);
  expect(figures("open", "2025-04-10", 4, 1)).toEqual([0, 6000, 6000, 6000]);
  expect(figures("dso", "2025-03-31", 2)).toEqual([90, (6000 / 16000) * 90]);
});

test("before the ledger's first document nothing is known, which is no zero; long after its last one what is open stays", () => {
  expect(figures("open", "2025-01-31", 3)).toEqual(["BEFORE_LEDGER", "BEFORE_LEDGER", 10000]);
  expect(figures("open", "2024-12-31", 2)).toEqual(["BEFORE_LEDGER", "BEFORE_LEDGER"]);
  expect(figures("open", "2034-12-31", 120).at(-1)).toBe(6000);
  expect(figures("dso", "2034-12-31", 120).at(-1)).toBe("NO_SALES");
});

test("names in any case and spacing; none that does not exist", () => {
  expect(trendNames(DEFAULT_POLICY).slice(0, 8)).toEqual(["open", "overdue", "not due", "1-30", "31-60", "61-90", "over 90", "no due date"]);
  expect(trendMeasure(" NotDue ", DEFAULT_POLICY)).toBeDefined();
  expect(trendMeasure("DSO.Best", DEFAULT_POLICY)).toBeDefined();
  for (const name of ["", "dso.fast", "__proto__", "constructor", "91-120"]) expect(trendMeasure(name, DEFAULT_POLICY)).toBeUndefined();
});

for (const file of ["ibm_ar/ledger.csv", "cassandra_dev/ledger.csv"]) {
  describeWithData(file, "two years of a real ledger, the whole book and three buyers", () => {
    test("every measure on every month-end, and every document behind the last", () => {
      const { ledger } = readLedger(csvGrid(file));
      expect(ledger.documents.count).toBeGreaterThan(2000);
      expectToAgree(ledger, ledger.lastDay, 24, DEFAULT_POLICY);
      for (const name of trendNames(DEFAULT_POLICY)) {
        const answer = explain(ledger, ledger.lastDay, name, { policy: DEFAULT_POLICY });
        if (answer?.known === true && answer.value.rows.length > 0) expect([name, answer.value.rows.reduce((sum, { share }) => sum + share, 0)]).toEqual([name, expect.closeTo(1, 9)]);
      }
    });
  });
}
