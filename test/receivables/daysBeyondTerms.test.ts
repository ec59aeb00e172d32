import { beyondTerms, beyondTermsOfAging, daysBeyondTerms, daysBeyondTermsByBuyer } from "../../src/receivables/daysBeyondTerms";
import { position } from "../../src/receivables/position";
import type { Answer } from "../../src/values/answer";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

/* 6,000 paid on the due day, 4,000 thirty days later; 5,000 paid five days early. */
const PAID: readonly Line[] = [
  { buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 10000, paid: [["2025-02-09", 6000], ["2025-03-11", 4000]] },
  { buyer: "Anker", issued: "2025-01-20", due: "2025-02-19", amount: 5000, paid: "2025-02-14" },
];
const value = (answer: Answer<number>): number | string => (answer.known ? answer.value : answer.reason.code);
const APRIL = on("2025-04-10");

test("the formula alone: 120,000 / 15,000, signed 95,000 / 15,000", () => {
  const items = [{ amount: 6000, days: 0 }, { amount: 4000, days: 30 }, { amount: 5000, days: -5 }];
  expect(beyondTerms(items)).toBe(8);
  expect(beyondTerms(items, "signed")).toBeCloseTo(6.333333, 6);
  expect(beyondTerms([])).toMatchObject({ code: "NO_PAYMENTS" });
});

test("from an ageing: (20,000 x 15 + 10,000 x 45 + 5,000 x 75 + 5,000 x 105) / 100,000", () => {
  expect(beyondTermsOfAging(100000, [20000, 10000, 5000, 5000])).toBe(16.5);
});

describe("from a ledger", () => {
  test.each([["beyond", 8], ["paid", 8], ["signed", 95 / 15], ["paidSigned", 95 / 15]] as const)("%s: all settled", (method, expected) => {
    expect(value(daysBeyondTerms(position(bookOf(PAID), APRIL), { method }))).toBeCloseTo(expected, 9);
  });

  test("a buyer who stops paying does not improve: 5,000 open, 40 days overdue", () => {
    const at = position(bookOf([...PAID, { buyer: "Anker", issued: "2025-01-30", due: "2025-03-01", amount: 5000 }]), APRIL);
    expect(value(daysBeyondTerms(at))).toBeCloseTo((120000 + 200000) / 20000, 9);
    expect(value(daysBeyondTerms(at, { method: "paid" }))).toBe(8);
  });

  test("payments before the window are out, what is open and overdue is in whatever its age", () => {
    const at = position(bookOf([...PAID, { buyer: "Anker", issued: "2024-01-30", due: "2025-03-01", amount: 4000 }]), APRIL);
    expect(value(daysBeyondTerms(at, { window: 30 }))).toBe(40); // 11 March is 30 days back: outside
    expect(value(daysBeyondTerms(at, { window: 31 }))).toBe(35);
  });

  test("a write-off and a credit are no payment", () => {
    const at = position(bookOf([{ buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 100, paid: [["2025-03-01", 60, "writeOff"], ["2025-03-01", 40, "credit"]] }]), APRIL);
    expect(value(daysBeyondTerms(at))).toBe("NO_PAYMENTS");
  });

  test("by buyer, and a buyer of whom nothing can be told", () => {
    const at = position(bookOf([...PAID, { buyer: "Baltic", issued: "2025-04-01", due: "2025-05-01", amount: 10 }]), APRIL);
    expect(daysBeyondTermsByBuyer(at).map(value)).toEqual([8, "NO_PAYMENTS"]);
  });
});
