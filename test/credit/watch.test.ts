import fc from "fast-check";
import { finished } from "../../src/credit/steps";
import { watch, type Watch } from "../../src/credit/watch";
import { watchEvidence } from "../../src/credit/watchEvidence";
import type { TriggerCode } from "../../src/credit/watchPolicy";
import { compositeIndex, watchStates } from "../../src/credit/watchState";
import { triggersOn, type Trigger } from "../../src/credit/watchTriggers";
import type { Ledger } from "../../src/ledger/ledger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { addDays, type Day } from "../../src/values/day";
import { shuffled } from "../support/anyBook";
import { Chance } from "../support/chance";
import { bookOf, bookUpTo, on, type Line } from "../support/columns";

const DAY = on("2025-06-30");
const ago = (days: number): Day => addDays(DAY, -days);

/** An invoice of 30 days, issued so long ago, paid so many days after its due day; undefined = still open. */
function sold(buyer: string, days: number, late?: number, more: Partial<Line> = {}): Line {
  return { buyer, issued: ago(days), due: ago(days - 30), amount: 100, ...(late === undefined ? {} : { paid: addDays(ago(days - 30), late) }), ...more };
}

function raised(lines: readonly Line[], code: TriggerCode, buyer = 0, options: Parameters<typeof bookOf>[1] = {}): Omit<Trigger, "code"> | undefined {
  const ledger = bookOf(lines, options);
  const found = finished(triggersOn(ledger, DAY, DEFAULT_POLICY))[buyer]!.find((one) => one.code === code);
  if (found === undefined) return undefined;
  const { level, value, against } = found;
  return { level, value, against };
}

function evidence(lines: readonly Line[], code: TriggerCode, buyer = 0): number[] {
  return watchEvidence(bookOf(lines), DAY, buyer, code);
}

/** Twelve months of one invoice each, the last ones of the quarter paid so late. */
const monthly = (buyer: string, late: (turn: number) => number): Line[] => Array.from({ length: 12 }, (_, turn) => sold(buyer, 400 - turn * 30, late(turn)));

describe("T1 pays later than it did in the year", () => {
  test.each([
    [5, undefined], // the year counts the quarter too: 3 of 12 payments 5 days late are 1.25 against 5
    [10, "watch"], // 2.5 and 10
    [30, "alert"],
  ])("a quarter at %i days", (late, level) => {
    const lines = Array.from({ length: 12 }, (_, turn): Line => {
      const paidOn = ago(15 + 30 * turn);
      return { buyer: "N", issued: addDays(paidOn, -30 - (turn < 3 ? late : 0)), due: addDays(paidOn, turn < 3 ? -late : 0), amount: 100, paid: paidOn };
    });
    const found = raised(lines, "T1");
    expect(found?.level).toBe(level);
    if (found !== undefined) expect([found.value, found.against]).toEqual([late, late / 4]);
    if (level === "alert") expect(evidence(lines, "T1")).toEqual([0, 1, 2]);
  });

  test("two payments say nothing", () => expect(raised([sold("N", 300, 0), sold("N", 60, 25)], "T1")).toBeUndefined());
});

describe("T2 a new record of days past due", () => {
  const before = [sold("N", 300, 10), sold("N", 200, 12)];
  test.each([[45, undefined], [46, "watch"], [75, "watch"], [76, "alert"]])("issued %i days ago and open", (days, level) => {
    const lines = [...before, sold("N", days)];
    expect(raised(lines, "T2")?.level).toBe(level);
    if (level !== undefined) {
      expect(raised(lines, "T2")).toMatchObject({ value: days - 30, against: 12 });
      expect(evidence(lines, "T2")).toEqual([2]);
    }
  });
  test("as late as it has been before is no record", () => expect(raised([sold("N", 300, 40), sold("N", 70)], "T2")).toBeUndefined());
  test("what is disputed does not count", () => expect(raised([...before, sold("N", 76, undefined, { disputed: true })], "T2")).toBeUndefined());
});

describe("T4 the limit is used up", () => {
  /** A starter limit: one month's need, 1,200 a year / 12 = 100. */
  const year = Array.from({ length: 9 }, (_, turn) => sold("N", 360 - turn * 30, 0));
  test("paid up: nothing", () => expect(raised(year, "T4")).toBeUndefined());
  test("ten times its month for longer than five days: urgent, and the open invoices behind it", () => {
    const lines = [...year, sold("N", 20, undefined, { amount: 5000 })];
    const found = raised(lines, "T4")!;
    expect([found.level, found.value, found.value > found.against]).toEqual(["alert", 500_000, true]);
    expect(evidence(lines, "T4")).toEqual([9]);
  });
  test("since five days: to be watched", () => {
    expect(raised([...year, sold("N", 4, undefined, { amount: 5000 })], "T4")?.level).toBe("watch");
    expect(raised([...year, sold("N", 5, undefined, { amount: 5000 })], "T4")?.level).toBe("alert");
  });
});

describe("T5 sales jump", () => {
  const quarters = (last: number): Line[] => [...Array.from({ length: 4 }, (_, q) => sold("N", 454 - 91 * q, 0, { amount: 1000 })), sold("N", 20, undefined, { amount: last, due: addDays(DAY, 40) })];
  test.each([[1500, undefined], [1501, "watch"], [2100, "watch"]])("%i after 1,000 a quarter", (last, level) => {
    expect(raised(quarters(last), "T5")?.level).toBe(level);
    if (level !== undefined) expect(raised(quarters(last), "T5")).toMatchObject({ value: last * 100, against: 100_000 });
  });
  test("twice as much and later too: urgent", () => {
    const later = [sold("N", 80, 20, { amount: 1500 }), sold("N", 75, 20, { amount: 1500 })];
    expect(raised([...quarters(100), ...later], "T5")?.level).toBe("alert");
    expect(evidence([...quarters(100), ...later], "T5")).toEqual([5, 6, 4]);
  });
  test("a new buyer grows by itself", () => expect(raised([sold("N", 150, 0), sold("N", 20, undefined, { amount: 9000 })], "T5")).toBeUndefined());
});

describe("T6 pays in parts, or round sums on account", () => {
  const inParts = (parts: number): Line => sold("N", 90, undefined, { amount: 1000, paid: Array.from({ length: parts }, (_, at) => [ago(40 - at), 100] as const) });
  test.each([[1, undefined], [2, "watch"], [3, "watch"], [4, "alert"]])("%i parts in 90 days", (parts, level) => {
    expect(raised([inParts(parts)], "T6")?.level).toBe(level);
    expect(evidence([inParts(parts), sold("N", 60, 0)], "T6")).toEqual([0]);
  });
  test("paid in whole is no part, nor is what leaves a tenth", () => expect(raised([sold("N", 60, 0), sold("N", 61, undefined, { amount: 100, paid: [[ago(10), 91]] }), sold("N", 62, undefined, { amount: 100, paid: [[ago(10), 90]] })], "T6")).toBeUndefined());
  test("round sums on account count, others do not", () => {
    const onAccount = (amount: number): Line => ({ buyer: "N", issued: ago(5), amount: -amount, kind: "UNAP" });
    expect(raised([onAccount(5000), onAccount(12_000)], "T6")?.value).toBe(2);
    expect(raised([onAccount(5000.5), onAccount(12_340)], "T6")).toBeUndefined();
  });
});

describe("T7 disputes against its own year before", () => {
  const past = (disputed: number): Line[] => Array.from({ length: 10 }, (_, at) => sold("N", 120 + at, 0, { disputed: at < disputed }));
  const lately = (disputed: number): Line[] => Array.from({ length: 10 }, (_, at) => sold("N", 50 + at, 0, { disputed: at < disputed }));
  test.each([[2, 1, undefined], [3, 1, "watch"], [5, 1, "alert"], [5, 2, "watch"], [2, 0, undefined], [3, 0, "watch"]])("%i of 10 after %i of 10", (now, before, level) => {
    const lines = [...past(before), ...lately(now)];
    expect(raised(lines, "T7")?.level).toBe(level);
    expect(evidence(lines, "T7")).toHaveLength(now);
  });
});

describe("T8 short pays", () => {
  const paid = (of: number): Line[] => [sold("N", 60, undefined, { amount: 1000, paid: [[ago(10), of]] }), sold("N", 61, 0, { amount: 1000 })];
  test.each([[1000, undefined], [965, undefined], [950, "watch"], [901, "watch"]])("%i of 1,000, beside one that is paid in whole", (of, level) => {
    expect(raised(paid(of), "T8")?.level).toBe(level);
    if (level !== undefined) {
      expect(raised(paid(of), "T8")!.value).toBeCloseTo((1000 - of) / 2000, 12);
      expect(evidence(paid(of), "T8")).toEqual([0]);
    }
  });
  test("7 % of all that was paid is urgent", () => expect(raised([sold("N", 60, undefined, { amount: 1000, paid: [[ago(10), 930]] })], "T8")?.level).toBe("alert"));
  test("before the due day the rest may still come", () => expect(raised([sold("N", 20, undefined, { amount: 1000, paid: [[ago(10), 930]] })], "T8")).toBeUndefined());
});

test("T12 a flag among its facts is urgent at once", () => {
  expect(raised([sold("N", 60, 0)], "T12", 0, { facts: { N: { legalFlag: "失信被执行人" } } })).toEqual({ level: "alert", value: 1, against: 0 });
  expect(raised([sold("N", 60, 0)], "T12", 0, { facts: { N: { insolvent: "否" } } })).toBeUndefined();
});

describe("T13 silent, then a large order", () => {
  const past = [sold("N", 400, 0), sold("N", 391, 0)];
  test("over the limit as well: urgent", () => {
    const lines = [...past, sold("N", 20, undefined, { amount: 5000 })];
    expect(raised(lines, "T13")).toEqual({ level: "alert", value: 371, against: 500_000 });
    expect(evidence(lines, "T13")).toEqual([2]);
  });
  test("as large as ever, or after half a year: nothing", () => {
    expect(raised([...past, sold("N", 20, undefined, { amount: 150 })], "T13")).toBeUndefined();
    expect(raised([sold("N", 200, 0), sold("N", 20, undefined, { amount: 5000 })], "T13")).toBeUndefined();
  });
});

describe("index and states", () => {
  test("methods.md H4", () => {
    expect(compositeIndex([])).toBe(0);
    expect(compositeIndex(["watch", "alert"])).toBeCloseTo(100 * (1 - 0.85 * 0.65), 12);
  });
  test("the vector of methods.md H5", () => {
    expect(watchStates([55, 61, 66, 72, 68, 64, 59, 54, 49, 46])).toEqual(["normal", "watch", "watch", "alert", "alert", "alert", "alert", "watch", "watch", "normal"]);
  });
});

const watched = (ledger: Ledger, since = ago(91)): Watch => finished(watch(ledger, DAY, since, DEFAULT_POLICY, () => true));

/** Six buyers over two years; buyer 5 pays in time for a year and nothing since. */
const BOOK: readonly Line[] = Array.from({ length: 6 }, (_, b) =>
  Array.from({ length: 24 }, (_none, turn): Line => sold(`B${String(b)}`, 730 - turn * 30 + b, b === 5 && turn > 11 ? undefined : b % 2 === 0 ? -5 : turn % 3 === 0 ? 20 : 0, { amount: 100 + b })),
).flat();

describe("the list", () => {
  test("a grade that fell is told with the one before; who pays early raises nothing", () => {
    const { buyers } = watched(bookOf(BOOK), ago(380));
    const fallen = buyers[5]!;
    expect(fallen.moved).toBeGreaterThan(0);
    expect(fallen.triggers.map(({ code }) => code)).toContain("T2");
    expect(buyers[0]!.moved).toBeLessThanOrEqual(0); // the book grew worse around it
    expect(buyers[0]).toMatchObject({ triggers: [], index: 0, state: "normal" });
  });

  test("the figures are those of the book as it was: nothing dated later leaks in", () => {
    const early = ago(200);
    const of = (ledger: Ledger): unknown => finished(triggersOn(ledger, early, DEFAULT_POLICY));
    expect(of(bookOf(BOOK))).toEqual(of(bookUpTo(BOOK, early)));
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.array(fc.nat(), { minLength: 150, maxLength: 150 }), (seed, order) => {
        const chance = new Chance(seed);
        const lines = BOOK.map((line) => ({ ...line, disputed: chance.next() < 0.1 }));
        const byName = (all: readonly Line[]): unknown => {
          const ledger = bookOf(all);
          return watched(ledger).buyers.map((one) => [ledger.buyers.name[one.buyer], { ...one, buyer: 0, score: 0 }]).sort();
        };
        expect(byName(shuffled(lines, order))).toEqual(byName(lines));
      }),
      { numRuns: 10 },
    );
  });

  test("every trigger but a flag has rows behind it", () => {
    const ledger = bookOf(BOOK);
    for (const { buyer, triggers } of watched(ledger).buyers) for (const { code } of triggers) expect([code, watchEvidence(ledger, DAY, buyer, code).length > 0]).toEqual([code, true]);
  });

  test("in pieces from 0 on, and of an earlier day that cannot be told no grade is compared", () => {
    const steps = watch(bookOf(BOOK), DAY, ago(91), DEFAULT_POLICY, (day) => day === DAY);
    const seen: number[] = [];
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        expect(step.value.readings).toEqual([DAY]);
        expect(step.value.buyers.every(({ gradeBefore, moved }) => gradeBefore === undefined && moved === 0)).toBe(true);
        break;
      }
      seen.push(step.value);
    }
    expect([seen[0], seen.at(-1)]).toEqual([0, 0.5]);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  test("monthly books of many buyers raise what their payments say, and stay finite", () => {
    const { buyers } = watched(bookOf([...monthly("A", () => 0), ...monthly("B", (turn) => (turn > 8 ? 60 : 0))]));
    for (const { triggers } of buyers) for (const { value, against } of triggers) expect([Number.isFinite(value), Number.isFinite(against)]).toEqual([true, true]);
  });
});
