import fc from "fast-check";
import { backTest, backTestInSteps, type BackTest } from "../../src/credit/backTest";
import { brier, calibrationSlope, discrimination, emptySpread, ranked, spreadOf, stabilityIndex } from "../../src/credit/discrimination";
import { againstBook, chance, logOdds, ownRate } from "../../src/credit/lateIndex";
import { outcomesOf } from "../../src/credit/outcomes";
import { pastLateRates } from "../../src/credit/pastLateRate";
import { SCORE } from "../../src/credit/policy";
import { finished } from "../../src/credit/steps";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { addDays, type Day } from "../../src/values/day";
import { say } from "../../src/values/say";
import { shuffled } from "../support/anyBook";
import { Chance } from "../support/chance";
import type { Line } from "../support/columns";
import { bookOf, bookUpTo, on } from "../support/columns";

const told = (p: readonly number[], y: readonly number[]) => {
  const rows = ranked(Float64Array.from(p));
  return spreadOf(rows, Uint8Array.from(y), Int32Array.of(0, p.length), Uint16Array.of(1), emptySpread(rows));
};

describe("methods.md B7 and B9", () => {
  test("AUC .75, Gini .5, KS .5", () => {
    const { auc, ks } = discrimination(told([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]))!;
    expect([auc, 2 * auc - 1, ks]).toEqual([0.75, 0.5, 0.5]);
  });
  test("Brier .0375", () => {
    const [p, y] = [[0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0] as const];
    expect(p.reduce((sum, one, at) => sum + brier(one, y[at]!), 0) / 4).toBeCloseTo(0.0375, 12);
  });
  test("stability .02751", () => expect(stabilityIndex([0.25, 0.25, 0.25, 0.25], [0.2, 0.22, 0.28, 0.3])).toBeCloseTo(0.027508, 6));
  test("odds against a book of 20 % in a book of 5 %: 10 % becomes 2.2857 %", () => expect(chance(logOdds(0.05) + againstBook(0.1, 0.2))).toBeCloseTo(0.022857, 6));
  test.each([[0, 1, 0.0952381], [3, 4, 0.2083333], [30, 60, 0.4], [0, 0, 0.1]])("%i of %i with Beta(2, 18), a book of 10 % with weight 20: %f", (k, n, rate) => {
    expect(ownRate(n, k, { rate: 0.1, weight: 20, lateDays: 0 })).toBeCloseTo(rate, 7);
  });
  test("20 points double the odds: a factor of 28.8539", () => expect(SCORE.pointsPerLogOdds).toBeCloseTo(28.853901, 6));
});

describe("the measures", () => {
  test("all of one kind: no AUC, no slope", () => {
    expect(discrimination(told([0.1, 0.2], [1, 1]))).toBeUndefined();
    expect(calibrationSlope(told([-1, 1], [1, 1]))).toBeUndefined();
    expect(calibrationSlope(told([0.5, 0.5], [0, 1]))).toBeUndefined();
  });
  test("late and good that do not overlap have no slope", () => expect(calibrationSlope(told([-2, -1, 1, 2], [0, 0, 1, 1]))).toBeUndefined());
  test("slope of odds that were twice too bold: half", () => {
    const z = [-2 * Math.log(3), 2 * Math.log(3)].flatMap((one) => Array.from({ length: 4 }, () => one)); // said 1 in 10 and 9 in 10; came 1 in 4 and 3 in 4
    expect(calibrationSlope(told(z, [0, 0, 0, 1, 1, 1, 1, 0]))).toBeCloseTo(0.5, 9);
  });
  test("the plain past late rate: 1 late of 2 settled, the book 2 of 4, five of the book mixed in", () => {
    const lines: Line[] = [
      ...["A", "A", "B", "B"].map((buyer, at): Line => ({ buyer, issued: "2024-01-01", due: "2024-01-31", amount: 1, paid: at % 2 === 0 ? "2024-01-20" : "2024-02-05" })),
      { buyer: "A", issued: "2024-02-06", due: "2024-03-06", amount: 1 },
      { buyer: "C", issued: "2024-02-05", due: "2024-03-06", amount: 1 },
      { buyer: "D", issued: "2024-01-02", due: "2024-03-06", amount: 1 },
    ];
    const rates = finished(pastLateRates(outcomesOf(bookOf(lines), DEFAULT_POLICY), DEFAULT_POLICY, Int32Array.of(4, 5, 6)));
    expect(Array.from(rates)).toEqual([(1 + 5 * 0.5) / 7, 0, 0.3]); // C is judged on 4 February, before anything late was settled; D before anything was
  });
});

/** Two years of weekly invoices; buyer b of `buyers` pays late with odds (b + 1/2) / buyers, by a fixed chance. */
function mixed(buyers: number, weeks = 60): Line[] {
  const chances = new Chance(7);
  return Array.from({ length: weeks * buyers }, (_, at): Line => {
    const b = at % buyers;
    const due = addDays(on("2023-01-02"), 30 + 7 * Math.floor(at / buyers));
    return { buyer: `B${String(b).padStart(2, "0")}`, issued: addDays(due, -30), due, amount: 10, paid: addDays(due, chances.yes((b + 0.5) / buyers) ? 12 : -12) };
  });
}
const MARCH = on("2024-03-31");
const value = (lines: readonly Line[], day: Day = MARCH, months = 6): BackTest => {
  const answer = backTest(bookOf(lines), day, DEFAULT_POLICY, months);
  if (!answer.known) throw new Error(say(answer.reason));
  return answer.value;
};

describe("a book of twelve buyers, each later than the one before", () => {
  const lines = mixed(12);
  const found = value(lines);
  const measure = (name: string) => found.measures.find((one) => one.measure === name)!;

  test("tests the invoices whose time for paying ended in the months asked for", () => {
    const closed = lines.filter(({ due }) => (due as Day) + 1 > on("2023-09-30") && (due as Day) + 1 <= MARCH);
    expect(found).toMatchObject({ n: closed.length, buyers: 12, late: closed.filter(({ due, paid }) => (paid as Day) > (due as Day)).length });
    expect(found.byGrade.reduce((sum, { n }) => sum + n, 0)).toBe(found.n);
  });
  test("ranks well, foresees what came, and is no better than the past late rate, which it says", () => {
    expect(measure("auc").score).toBeGreaterThan(0.75);
    expect(measure("gini").score).toBeCloseTo(2 * measure("auc").score! - 1, 12);
    expect(measure("predicted").score).toBeCloseTo(found.observed, 1);
    expect(measure("auc").difference).toBeCloseTo(measure("auc").score! - measure("auc").pastRate!, 12);
    for (const { score, scoreInterval } of found.measures) expect(scoreInterval![0] <= score! && score! <= scoreInterval![1]).toBe(true);
    expect(say(found.findings[0]!)).toMatch(/^No better than the past late rate: AUC 0\.\d{3} against 0\.\d{3}, difference [+-]0\.\d{3} \([+-]0\.\d{3} to [+-]0\.\d{3}\)$/);
  });
  test("the same to the last bit at every call and in any order of the rows", () => {
    expect(value(lines)).toEqual(found);
    const chances = new Chance(3);
    const order = { *[Symbol.iterator]() { for (;;) yield chances.whole(0, 1e6); } };
    expect(value(shuffled(lines, order))).toEqual(found);
  });
  test("in pieces: rising from 0 to 1, and it can be left in the middle", () => {
    const steps = backTestInSteps(bookOf(lines), MARCH, DEFAULT_POLICY, 6);
    const seen: number[] = [];
    for (const at of steps) seen.push(at);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.every((at, place) => at >= 0 && at <= 1 && (place === 0 || at >= seen[place - 1]!))).toBe(true);
    expect(finished(backTestInSteps(bookOf(lines), MARCH, DEFAULT_POLICY, 6))).toEqual(backTest(bookOf(lines), MARCH, DEFAULT_POLICY, 6));
    const stopped = backTestInSteps(bookOf(lines), MARCH, DEFAULT_POLICY, 6);
    stopped.next();
    expect(stopped.return(undefined as never)).toMatchObject({ done: true });
  });
});

test("a score that beats the plain rate says so: whoever has stopped paying is late before anything of it is settled", () => {
  const silent = mixed(30, 40).map((line): Line => (Number(line.buyer.slice(1)) % 2 === 0 ? { ...line, paid: [] } : { ...line, paid: addDays(line.due as Day, -12) }));
  expect(say(value(silent, MARCH, 12).findings[0]!)).toMatch(/^Better than the past late rate: AUC/);
});

test("fewer than ten buyers: no interval, and no verdict", () => {
  const found = value(mixed(9));
  expect(found.measures.every(({ interval, scoreInterval }) => interval === undefined && scoreInterval === undefined)).toBe(true);
  expect(say(found.findings[0]!)).toMatch(/^Fewer than 10 buyers: whether it is better/);
});

test("the book has moved: said, with what was foreseen and what came", () => {
  const turned = mixed(12).map((line): Line => ((line.issued as Day) > on("2023-12-01") && line.buyer > "B01" ? { ...line, paid: addDays(line.due as Day, 20) } : line));
  expect(value(turned, MARCH, 2).findings.map((one) => say(one))[1]).toMatch(/^The book has moved: \d\d % late foreseen, \d\d+ % came$/);
});

test("too few of the rarer outcome, and a list of open items: it cannot be told", () => {
  const reason = (lines: readonly Line[]): string => {
    const answer = backTest(bookOf(lines), MARCH, DEFAULT_POLICY, 6);
    return answer.known ? "" : say(answer.reason);
  };
  const good = mixed(12).map((line): Line => ({ ...line, paid: addDays(line.due as Day, -12) }));
  expect(reason(good)).toBe("Too few late invoices in these months to test the score on: 0 of the 10 needed. Ask for more months.");
  expect(reason(mixed(12).map((line): Line => ({ ...line, paid: addDays(line.due as Day, 12) })))).toMatch(/^Too few invoices paid on time .* 0 of the 10/);
  expect(reason(mixed(12).map((line): Line => ({ ...line, paid: [] })))).toBe("This list holds no paid invoices, so nobody can be judged by it.");
});

test("nothing dated after the day leaks in", () => {
  const lines = mixed(12);
  fc.assert(
    fc.property(fc.integer({ min: on("2023-07-01"), max: on("2024-04-01") }), (day) => {
      const at = (ledger: ReturnType<typeof bookOf>): object => backTest(ledger, day as Day, DEFAULT_POLICY, 4);
      expect(at(bookUpTo(lines, day as Day))).toEqual(at(bookOf(lines)));
    }),
    { numRuns: 8 },
  );
});

test("sixty thousand invoices within seconds", () => {
  const lines = mixed(60, 1000).map((line, at): Line => ({ ...line, issued: addDays(on("2023-01-02"), at % 420), due: addDays(on("2023-01-02"), 30 + (at % 420)), paid: addDays(on("2023-01-02"), (at % 420) + (at % 7 === 0 ? 45 : 20)) }));
  const ledger = bookOf(lines);
  const began = performance.now();
  expect(backTest(ledger, MARCH, DEFAULT_POLICY, 12)).toMatchObject({ known: true });
  expect(performance.now() - began).toBeLessThan(10_000);
});
