import fc from "fast-check";
import { calibrate } from "../../src/credit/calibrate";
import { lateOdds } from "../../src/credit/lateOdds";
import { fitted } from "../../src/credit/penalisedFit";
import { scoreBook } from "../../src/credit/scoreBook";
import type { Policy } from "../../src/ledger/policy";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { addDays, type Day } from "../../src/values/day";
import { say } from "../../src/values/say";
import { shuffled } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, bookUpTo, on } from "../support/columns";
import { csvGrid, describeWithData } from "../support/data";

const LATE = [-1.2, -0.5, 0, 0.3, 0.8, 1.1, 1.9, 2.2, -0.1, 0.4, 1.5, 0.9];
const GOOD = [-2, -1.5, -1.1, -0.9, -0.3, 0.1, 0.2, -2.2, -1.8, -0.7, -0.4, 0.6, -1.3, 1.2];
const many = (values: readonly number[], times: number): Float64Array => Float64Array.from(Array.from({ length: times }, () => values).flat());

describe("the penalised fit", () => {
  test("intercept alone below a hundred of the rarer outcome: -0.0489415 by a general minimiser", () => {
    const { a, b } = fitted({ late: many(LATE, 1), good: many(GOOD, 1) });
    expect([a, b]).toEqual([expect.closeTo(-0.0489415, 6), 1]);
  });
  test("both from a hundred: -0.0793322 and 1.3156733 by a general minimiser", () => {
    const { a, b } = fitted({ late: many(LATE, 100), good: many(GOOD, 100) });
    expect(a).toBeCloseTo(-0.07933216, 6);
    expect(b).toBeCloseTo(1.3156733, 6);
  });
  test("below ten the score as it is", () => {
    expect(fitted({ late: many(LATE.slice(0, 9), 1), good: many(GOOD, 10) })).toEqual({ a: 0, b: 1 });
  });
  test("scores far out do not throw it off", () => {
    const { a, b } = fitted({ late: many([9, 8, -9], 50), good: many([-9, -8, 9], 50) });
    expect([a, b].every(Number.isFinite)).toBe(true);
  });
});

/** Every week an invoice of 30 days for each of five buyers; the first `late` of them pay 20 days late. */
function weekly(weeks: number, late: number, every = 7): Line[] {
  return Array.from({ length: weeks }, (_, week) => week).flatMap((week) =>
    Array.from({ length: 5 }, (_, b): Line => {
      const issued = addDays(on("2023-01-02"), week * every);
      const due = addDays(issued, 30);
      return { buyer: `B${b}`, issued, due, amount: 10, paid: addDays(due, b < late ? 20 : -15) };
    }),
  );
}
const DECEMBER = on("2024-12-31");

describe("the window", () => {
  const at = (lines: readonly Line[], day: Day = DECEMBER) => calibrate(bookOf(lines), day, DEFAULT_POLICY);

  test("half a year, where it holds ten of the rarer outcome: 26 late of 130", () => {
    expect(at(weekly(104, 1))).toMatchObject({ window: 182, n: 130, late: 26, E: 26, rarer: "late", enough: true, b: 1 });
  });
  test("a year, two years, where it does not", () => {
    expect(at(weekly(35, 1, 21))).toMatchObject({ window: 365, E: 18, enough: true });
    expect(at(weekly(14, 1, 50))).toMatchObject({ window: 730, E: 14, enough: true });
  });
  test("too few in two years: no probability, and it is said how many", () => {
    const lines = weekly(8, 1, 80);
    expect(at(lines)).toMatchObject({ window: 730, E: 8, enough: false, a: 0, b: 1 });
    const answer = lateOdds(bookOf(lines), DECEMBER, DEFAULT_POLICY, 0);
    expect(answer.known ? "" : say(answer.reason)).toBe("Too few late invoices in this book to say how likely: 8 of the 10 needed.");
  });
  test("nearly all late: the good ones are the rarer", () => {
    expect(at(weekly(8, 4, 80))).toMatchObject({ rarer: "good", E: 8 });
  });
  test("closed the day the limit passes, not before", () => {
    const line: Line = { buyer: "B0", issued: "2024-11-30", due: "2024-12-30", amount: 10, paid: "2024-12-01" };
    expect([at([line], on("2024-12-30")).n, at([line], on("2024-12-31")).n]).toEqual([0, 1]);
  });
});

test("odds follow the fit; a buyer without history has none", () => {
  const ledger = bookOf([...weekly(104, 1), { buyer: "New", issued: "2024-12-20", due: "2025-01-19", amount: 1 }]);
  const odds = (buyer: number) => lateOdds(ledger, DECEMBER, DEFAULT_POLICY, buyer);
  const { a, b } = calibrate(ledger, DECEMBER, DEFAULT_POLICY);
  const book = scoreBook(ledger, DECEMBER, DEFAULT_POLICY);
  expect(odds(0)).toMatchObject({ value: expect.closeTo(1 / (1 + Math.exp(-(a + b * (Math.log(book.rate / (1 - book.rate)) + book.buyers[0]!.x)))), 12) });
  expect(odds(5)).toMatchObject({ known: false, reason: { code: "INSUFFICIENT_HISTORY" } });
});

test("the book has moved when the last quarter is not what was foreseen", () => {
  const turned = weekly(104, 1).map((line) => (line.buyer === "B1" && (line.issued as Day) > on("2024-08-25") ? { ...line, paid: addDays(line.due as Day, 25) } : line));
  const steady = calibrate(bookOf(weekly(104, 1)), DECEMBER, DEFAULT_POLICY);
  const moved = calibrate(bookOf(turned), DECEMBER, DEFAULT_POLICY);
  expect([steady.moved, moved.moved]).toEqual([false, true]);
  expect(moved.quarter).toMatchObject({ n: 65, observed: 0.4 });
});

describe("for any day", () => {
  const lines = weekly(104, 2).map((line, at) => ({ ...line, paid: addDays(line.due as Day, ((at * 37) % 61) - 35) }));
  const day = fc.integer({ min: on("2023-06-01"), max: on("2025-06-01") }).map((serial) => serial as Day);
  const policy = fc.constantFrom(0, 10, 30).map((lateAfter): Policy => ({ ...DEFAULT_POLICY, lateAfter }));

  test("nothing later is looked at, and shuffled rows change nothing, to the last bit", () => {
    fc.assert(
      fc.property(day, policy, fc.infiniteStream(fc.nat()), (when, how, order) => {
        const whole = calibrate(bookOf(lines), when, how);
        expect(calibrate(bookUpTo(lines, when), when, how)).toEqual(whole);
        expect(calibrate(bookOf(shuffled(lines, order)), when, how)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describeWithData("ibm_ar/ledger.csv", "the book's own calibration", () => {
  const { ledger } = readLedger(csvGrid("ibm_ar/ledger.csv"));
  test("foresees the share of late invoices, quarter by quarter, within 6 points", () => {
    for (const day of ["2013-01-31", "2013-04-30", "2013-07-31", "2013-10-31"]) {
      const { quarter, E, enough } = calibrate(ledger, on(day), DEFAULT_POLICY);
      expect([enough, E >= 100]).toEqual([true, true]);
      expect(Math.abs(quarter!.predicted - quarter!.observed)).toBeLessThan(0.06);
    }
  });
});
