import fc from "fast-check";
import { creditLimits } from "../../src/credit/creditLimits";
import { highestPaidBalances } from "../../src/credit/paidBalances";
import type { CreditLimit, LimitMethod } from "../../src/credit/score";
import type { Policy } from "../../src/ledger/policy";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { addDays, type Day } from "../../src/values/day";
import { REASON_CODES, say } from "../../src/values/say";
import { linesOf, shuffled } from "../support/anyBook";
import type { BookOptions, Line } from "../support/columns";
import { bookOf, bookUpTo, on } from "../support/columns";

const END = on("2024-12-31");

/** Every month of 2024 an invoice of 30 days, paid so many days after its due day. */
function monthly(buyer: string, amount: number, daysLate: number): Line[] {
  return Array.from({ length: 12 }, (_, month): Line => {
    const issued = addDays(on("2024-01-01"), month * 30);
    return { buyer, issued, due: addDays(issued, 30), amount, paid: addDays(issued, 30 + daysLate) };
  });
}

const first = (lines: readonly Line[], options: BookOptions = {}, policy: Policy = DEFAULT_POLICY, day: Day = END): CreditLimit => creditLimits(bookOf(lines, options), day, policy)[0]!;
const units = (limit: CreditLimit): number => (limit.amount.known ? limit.amount.value / 100 : NaN);
const method = (limit: CreditLimit, id: LimitMethod["id"]): number | string => {
  const { amount } = limit.methods.find((one) => one.id === id)!;
  return amount.known ? amount.value / 100 : amount.reason.code;
};
const deciding = (limit: CreditLimit): string[] => limit.methods.filter(({ used }) => used).map(({ id }) => id);

/* Anker buys 3,650 a month and pays in 20 days, ten early; Baltic buys as much and pays ten late. 366 days of history. */
const LINES = [...monthly("Anker", 3650, -10), ...monthly("Baltic", 3650, 10)];

describe("a buyer that pays ten days early", () => {
  const limit = first(LINES);
  test("needs a year's sales / 365 x 30 days x 1.2; the invoice of 1 January is outside the year", () => {
    expect(method(limit, "L4")).toBe((3650 * 11 * 30 * 1.2) / 365);
  });
  test("has carried one invoice at a time: 3,650 x 1.2", () => {
    expect(method(limit, "L5")).toBe(4380);
  });
  test("gets the need: grade A's 1.3 x 4,380 would carry more", () => {
    expect(limit).toMatchObject({ grade: "A", factor: 1.3, starter: false });
    expect([units(limit), deciding(limit)]).toEqual([3900, ["L4"]]);
  });
  test("accounts bound it, and below nothing they carry nothing", () => {
    const poor = first(LINES, { facts: { Anker: { netWorth: 20_000, workingCapital: 50_000 } } });
    expect([units(poor), deciding(poor)]).toEqual([2600, ["L1"]]);
    const broke = first(LINES, { facts: { Anker: { netWorth: -5 } } });
    expect([units(broke), say(broke.methods[0]!.basis)]).toEqual([0, "Net worth -5.00 is negative: nothing"]);
    const mean = first(LINES, { facts: { Anker: { netWorth: 20_000, workingCapital: 5_000 } } }, { ...DEFAULT_POLICY, limit: { ...DEFAULT_POLICY.limit, combine: "average" } });
    expect([units(mean), deciding(mean)]).toEqual([2900, ["L1", "L2", "L5"]]); // (2,000 + 500 + 4,380) / 3 x 1.3
  });
  test("an insurer's limit stands in for capacity, and what it leaves uncovered is said", () => {
    const insured = first(LINES, { facts: { Anker: { netWorth: 20_000, insuredLimit: 3_000 } } });
    expect([units(insured), deciding(insured), insured.uninsured]).toEqual([3000, ["L6"], 0]);
    expect(first(LINES, { facts: { Anker: { insuredLimit: 1_000 } } }).uninsured).toBe(290_000);
  });
  test("a figure that no ledger could hold is no figure", () => {
    expect(method(first(LINES, { facts: { Anker: { insuredLimit: 1e308, netWorth: NaN } } }), "L6")).toBe("basis.L6.none");
  });
});

test("a buyer that pays ten days late needs ten days more, and counts as paying in order up to fifteen", () => {
  const limit = creditLimits(bookOf(LINES), END, DEFAULT_POLICY)[1]!;
  expect(limit.grade).toBe("E");
  expect([units(limit), say(limit.decision)]).toEqual([0, "Grade E: no credit"]);
  expect(method(limit, "L4")).toBeCloseTo((3650 * 11 * (30 + (11 * 10 + 5) / 12) * 1.2) / 365, 1); // the last is open, 5 days overdue
  expect(method(limit, "L5")).toBe(3650 * 2 * 1.2); // two at a time
});

describe("a starter", () => {
  test("of whom nothing is known: one month's need at most", () => {
    const limit = first([{ buyer: "New", issued: "2024-12-20", due: "2025-03-20", amount: 1200 }, ...LINES]);
    expect(limit).toMatchObject({ grade: undefined, factor: 1, starter: true, exposure: 120_000, over: true });
    expect([units(limit), deciding(limit)]).toEqual([100, ["starter"]]);
  });
  test("an insurer's limit does not lift it above that", () => {
    expect(units(first([{ buyer: "New", issued: "2024-12-20", due: "2025-03-20", amount: 1200 }, ...LINES], { facts: { New: { insuredLimit: 9_000 } } }))).toBe(100);
  });
  test("in a list of open items everybody is one", () => {
    const limit = first([{ buyer: "Anker", issued: "2024-10-01", due: "2024-10-31", amount: 1200 }]);
    expect(limit).toMatchObject({ starter: true, grade: undefined });
    expect(method(limit, "L5")).toBe("basis.L5.none");
  });
});

describe("edges", () => {
  test("sales without a due day say nothing of the need; nothing is made up", () => {
    const limit = first([{ buyer: "Anker", issued: "2024-10-01", amount: 1200 }]);
    expect(method(limit, "L4")).toBe("basis.L4.none");
    expect([units(limit), deciding(limit)]).toEqual([390, ["starter"]]); // 1,200 in 92 days
  });
  test("who bought nothing for a year needs nothing; what is still open is over", () => {
    const limit = first([{ buyer: "Old", issued: "2023-01-01", due: "2023-01-31", amount: 50 }, ...LINES]);
    expect(limit).toMatchObject({ amount: { value: 0 }, used: { known: false, reason: { code: "NO_LIMIT" } }, over: true });
  });
  test("our own concentration is a bound from ten buyers on", () => {
    const others = (count: number): Line[] => Array.from({ length: count }, (_, b) => ({ buyer: `B${b}`, issued: "2024-06-01", due: "2024-07-01", amount: 100, paid: "2024-06-20" }));
    expect(method(first([...monthly("Anker", 3650, -10), ...others(8)]), "L7")).toBe("basis.L7.none");
    const limit = first([...monthly("Anker", 3650, -10), ...others(9)]);
    expect([method(limit, "L7"), units(limit), deciding(limit)]).toEqual([(3650 * 11 + 900) / 10, 3900, ["L4"]]);
  });
  test("before the first day, and on it", () => {
    for (const day of ["2023-12-30", "2023-12-31", "2024-01-01"]) expect(first(LINES, {}, DEFAULT_POLICY, on(day)).amount.known).toBe(true);
  });
});

describe("the highest balance paid in order", () => {
  const highest = (lines: readonly Line[], day = END): number => highestPaidBalances(bookOf(lines), day)[0]! / 100;
  test("is of a day's end: invoiced and paid on one day is nothing", () => {
    expect(highest([{ buyer: "A", issued: "2024-05-01", due: "2024-05-31", amount: 70, paid: "2024-05-01" }])).toBe(0);
  });
  test("adds what overlaps, less what was paid in parts", () => {
    const lines: Line[] = [
      { buyer: "A", issued: "2024-05-01", due: "2024-05-31", amount: 70, paid: [["2024-05-10", 30], ["2024-06-01", 40]] },
      { buyer: "A", issued: "2024-05-20", due: "2024-06-19", amount: 50, paid: "2024-06-30" },
      { buyer: "A", issued: "2024-06-02", due: "2024-07-02", amount: 500, paid: "2024-07-18" }, // sixteen days late
    ];
    expect(highest(lines)).toBe(90);
  });
  test("looks back a year: paid on the second day of it, it was open at the end of the first", () => {
    const line = (paid: string): Line[] => [{ buyer: "A", issued: "2023-12-20", due: "2024-01-19", amount: 70, paid }];
    expect([highest(line("2024-01-01")), highest(line("2024-01-02")), highest(line("2024-01-03"))]).toEqual([0, 0, 70]); // 31 December less 365 days is 1 January
  });
});

describe("for any book and day", () => {
  const day = fc.integer({ min: 45_650, max: 46_300 }).map((serial) => serial as Day);
  const byName = (lines: readonly Line[], when: Day, ledger = bookOf(lines)): [string, object][] =>
    creditLimits(ledger, when, DEFAULT_POLICY).map(({ buyer, ...rest }): [string, object] => [ledger.buyers.name[buyer]!, rest]).sort(([a], [b]) => (a < b ? -1 : 1));

  test("two significant digits, never below nothing, sentences for everything", () => {
    fc.assert(
      fc.property(linesOf(), day, (lines, when) => {
        for (const { amount, methods, decision } of creditLimits(bookOf(lines), when, DEFAULT_POLICY)) {
          expect(amount.known && /^\d{1,2}0*$/.test(String(amount.value))).toBe(true);
          for (const reason of [decision, ...methods.flatMap((one) => [one.name, one.basis, ...(one.amount.known ? [] : [one.amount.reason])])]) expect(REASON_CODES).toContain(reason.code);
        }
      }),
    );
  });

  test("shuffled rows change nothing, and nothing later is looked at", () => {
    fc.assert(
      fc.property(linesOf(), day, fc.infiniteStream(fc.nat()), (lines, when, order) => {
        const whole = byName(lines, when);
        expect(byName(shuffled(lines, order), when)).toEqual(whole);
        const cut = bookUpTo(lines, when);
        expect(byName([], when, cut)).toEqual(whole.filter(([name]) => cut.buyers.name.includes(name)));
      }),
    );
  });
});
