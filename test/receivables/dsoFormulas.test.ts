import { averageReceivable, balanceDso, bestDso, countback, delinquentDso, trueDso, weightedDso } from "../../src/receivables/dsoFormulas";

/** Published worked examples and own ones; where a published page rounds half-way or errs, the arithmetic rules. */
describe("balance method", () => {
  test.each([
    ["three months of a software manual: 10,869 x 90 / 17,674", 10869, 17674, 90, 55.347403],
    ["one month: 300,000 / 450,000 x 31", 300000, 450000, 31, 20.666667],
    ["a year: 3,000 / 16,000 x 365 (the page rounds sales a day first and prints 68.45)", 3000, 16000, 365, 68.4375],
    ["nothing owed", 0, 450000, 31, 0],
  ])("%s", (_, receivable, sales, days, expected) => {
    expect(balanceDso(receivable, sales, days)).toBeCloseTo(expected, 6);
  });

  test("on the average of opening and closing: April, 18,000 / 20,000 x 30", () => {
    expect(balanceDso(averageReceivable(17000, 19000), 20000, 30)).toBe(27);
  });

  test("no sales, or a credit balance, is no figure and never 0", () => {
    expect(balanceDso(100, 0, 90)).toEqual({ code: "NO_SALES" });
    expect(balanceDso(100, -5, 90)).toEqual({ code: "NO_SALES" });
    expect(balanceDso(-100, 5, 90)).toEqual({ code: "NEGATIVE_BASE" });
  });
});

test("600,000 owed of which 420,000 not due, 900,000 sold in 90 days: 60 = best possible 42 + delinquent 18", () => {
  expect(bestDso(420000, 900000, 90)).toBe(42);
  expect(delinquentDso(600000, 420000, 900000, 90)).toBe(18);
});

describe("countback", () => {
  const count = (receivable: number, sales: number[], days: number[], zero?: "count" | "stop") => countback(receivable, { sales, days }, zero);

  test.each([
    ["months of 30 days", 212000, [100000, 80000, 70000], [30, 30, 30], 73.714286],
    ["calendar days", 1500, [800, 500, 620], [31, 28, 31], 69],
    ["a month without sales counts its days", 1500, [800, 0, 1400], [31, 28, 31], 74.5],
    ["and so does one with more credit notes than invoices", 1500, [800, -40, 1400], [31, 28, 31], 74.5],
    ["nothing owed", 0, [800], [31], 0],
    ["exactly used up", 1300, [800, 500], [31, 28], 59],
  ])("%s", (_, receivable, sales, days, expected) => {
    expect(count(receivable, sales, days)).toBeCloseTo(expected, 6);
  });

  test("a published table prints 179.7, taking 2,000 for what remains; 1,000 remains", () => {
    expect(count(12000, [2500, 1750, 2250, 2500, 2000, 2250], [30, 31, 31, 30, 31, 30])).toBeCloseTo(153 + (1000 / 2250) * 30, 9);
  });

  test("stops at a month without sales where asked to", () => {
    expect(count(1500, [800, 0, 1400], [31, 28, 31], "stop")).toEqual({ code: "STOPPED", with: { days: 31 } });
  });

  test("a receivable older than the history has a lower bound", () => {
    expect(count(5000, [800, 500, 620], [31, 28, 31])).toEqual({ code: "HISTORY_EXHAUSTED", with: { days: 90 } });
  });

  test("a credit balance is no figure", () => {
    expect(count(-1, [800], [31])).toEqual({ code: "NEGATIVE_BASE" });
  });
});

test("31 March: 300 open of 20 March (800 sold), 200 of 10 February (500), 62 of 15 January (620)", () => {
  expect(trueDso({ openDays: [11 * 300, 49 * 200, 75 * 62], sales: [800, 500, 620] })).toBeCloseTo(31.225, 9);
  expect(weightedDso({ open: [300, 200, 62], sales: [800, 500, 620], days: [31, 28, 31] })).toBeCloseTo(25.925, 9);
});
