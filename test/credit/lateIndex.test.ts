import { bookRate, lateIndex, pendingOf, pointsOf, type Record } from "../../src/credit/lateIndex";
import { lateShare } from "../../src/credit/outcomes";

const BOOK = { rate: 0.3, weight: 2, lateDays: 30 };
const NOTHING: Record = { known: 0, weight: 0, pending: pendingOf(undefined, 30), settled: 1, daysOverdue: 0 };
const of = (record: Partial<Record>) => {
  const { rate, x1, x2 } = lateIndex({ ...NOTHING, ...record }, BOOK);
  return { rate, points: pointsOf(x1) + pointsOf(x2), x: x1 + x2 };
};

describe("in a book where 30 % are late, every invoice far beyond or before the limit", () => {
  test.each([
    [0, 12, 0.0429, 65.2],
    [3, 12, 0.2571, 6.2],
    [9, 12, 0.6857, -47.0],
    [0, 1, 0.2, 15.6],
    [1, 1, 0.5333, -28.3],
  ])("%i late of %i: rate %f, %f points", (weight, known, rate, points) => {
    expect(of({ weight, known }).rate).toBeCloseTo(rate, 4);
    expect(of({ weight, known }).points).toBeCloseTo(points, 1);
  });

  test("nothing known, one open invoice 20 days overdue, late after 30: -15.4 - 10.1", () => {
    const found = of({ pending: pendingOf([20], 30), settled: 0, daysOverdue: 20 });
    expect(found.rate).toBeCloseTo(0.4222, 4);
    expect(found.points).toBeCloseTo(-25.5, 1);
    expect(1 / (1 + Math.exp(-(Math.log(0.3 / 0.7) + found.x)))).toBeCloseTo(0.509, 3);
  });

  test("the same at 8 days: an overdue item never improves a score", () => {
    expect(of({ pending: pendingOf([8], 30), settled: 0, daysOverdue: 8 }).points).toBeCloseTo(-2.9, 1);
    expect(of({ known: 4, weight: 4, pending: pendingOf([8], 30) }).points).toBeLessThanOrEqual(of({ known: 4, weight: 4 }).points);
  });

  test("who has settled nothing can only be worse than the book", () => {
    expect(of({ known: 3, weight: 0, settled: 0 }).points).toBe(0);
    expect(of({ known: 3, weight: 3, settled: 0 }).points).toBeLessThan(0);
  });

  test("is held to 3.5 either way, 101 points", () => {
    expect(of({ known: 100_000, weight: 100_000 }).points).toBeCloseTo(-101, 0);
    expect(of({ known: 100_000, weight: 0 }).points).toBeCloseTo(101, 0);
  });
});

test("overdue now: 1 to 15 days 2.9 points, 16 and more 10.1", () => {
  const points = [0, 1, 15, 16, 400].map((daysOverdue) => of({ known: 10, weight: 3, daysOverdue }).points - of({ known: 10, weight: 3 }).points);
  expect(points.map((one) => Math.round(one * 10) / 10)).toEqual([0, -2.9, -2.9, -10.1, -10.1]);
});

test("near misses count in parts up to a limit of 30 days, and not at all above", () => {
  expect([11, 10, 1, 0, -9, -10, -40].map((days) => lateShare(days, 30))).toEqual([1, 0.875, 0.875, 0.125, 0.125, 0, 0]);
  expect([11, 10, 1, 0, -9, -10, -40].map((days) => lateShare(days, 31))).toEqual([1, 1, 1, 0, 0, 0, 0]);
});

test("the book's rate: 30 late of 100 in a year, 90 of 200 in all", () => {
  expect(bookRate({ known: 200, late: 90, recentKnown: 100, recentLate: 30 }, 0.3)).toBeCloseTo((30 + 5 * (91 / 202)) / 105, 12);
  expect(bookRate({ known: 0, late: 0, recentKnown: 0, recentLate: 0 }, 0.3)).toBe(0.3);
});
