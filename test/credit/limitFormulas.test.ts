import { combined, creditNeed, flooredTo, limitFrom, monthsNeed } from "../../src/credit/limitFormulas";

const NEED = creditNeed(900_000, 45, 10, 1.2);

test("need: 900,000 / 365 x (45 + 10) x 1.2", () => {
  expect(NEED).toBeCloseTo(162_739.726, 3);
  expect(monthsNeed(900_000)).toBe(75_000);
});

describe("what capacity methods carry together", () => {
  const methods = [200_000, 60_000, 100_000, 132_000]; // a tenth of net worth 2,000,000 and of working capital 600,000, references, history 110,000 x 1.2
  test("the smallest, the median, the mean", () => {
    expect([combined(methods, "min"), combined(methods, "median"), combined(methods, "average")]).toEqual([60_000, 116_000, 123_000]);
  });
  test("the published mean of three: net worth, references, need", () => {
    expect(combined([200_000, 100_000, NEED], "average")).toBeCloseTo(154_246.575, 3);
  });
  test("of none there is none; of an odd number the middle one", () => {
    expect([combined([], "min"), combined([9, 1, 5], "median")]).toEqual([undefined, 5]);
  });
});

describe("the limit", () => {
  const parts = { need: NEED, ownShare: undefined, capacity: 60_000, insured: 150_000, starter: undefined };
  test("the insurer's 150,000 where capacity carries 60,000 and the need is 162,740", () => {
    expect(limitFrom(parts)).toEqual({ amount: 150_000, by: "L6" });
  });
  test.each([
    ["need", { ...parts, insured: 500_000 }, NEED, "L4"],
    ["our own concentration", { ...parts, ownShare: 90_000 }, 90_000, "L7"],
    ["capacity", { ...parts, insured: 50_000 }, 60_000, "capacity"],
    ["capacity without an insurer", { ...parts, insured: undefined }, 60_000, "capacity"],
    ["a month's need of a starter", { ...parts, starter: 40_000 }, 40_000, "starter"],
    ["an insurer's refusal", { ...parts, capacity: undefined, insured: 0 }, 0, "L6"],
  ] as const)("%s", (_, some, amount, by) => {
    expect(limitFrom(some)).toEqual({ amount, by });
  });
});

test("floored to two significant digits", () => {
  expect([162_739.73, 150_000, 99.9, 100, 1_000, 9.7, 0.4, 0, NaN, 999_999_999_999].map((minor) => flooredTo(minor, 2))).toEqual([160_000, 150_000, 99, 100, 1_000, 9, 0, 0, 0, 990_000_000_000]);
});
