import fc from "fast-check";
import { sumOfCents } from "../../../src/workbench/grid/sumOfCents";

/** Digits with the point two from the right: what a decimal library would print. */
function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const CENTS = fc.integer({ min: -4e14, max: 4e14 });

test("numbers of whole cents add up as decimals do", () => {
  fc.assert(fc.property(CENTS, CENTS, (a, b) => {
    expect(sumOfCents(Number(decimal(a)), Number(decimal(b)))).toBe(Number(decimal(a + b)) + 0);
  }));
});

test("0.1 and 0.2 are 0.3", () => {
  expect([sumOfCents(0.1, 0.2), sumOfCents(1.1, 2.2), sumOfCents(-0.01, 0.01)]).toEqual([0.3, 3.3, 0]);
});

test.each([[0.001, 1], [1 / 3, 1], [1e13, 0.01], [NaN, 1], [1, Infinity], [1e308, 1e308], [9e12, 9e12]])("%p and %p are left to the library", (a, b) => {
  expect(sumOfCents(a, b)).toBeUndefined();
});
