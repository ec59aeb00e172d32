import fc from "fast-check";
import { errorIn, isBlank, plain, startsFormula } from "../../src/values/cell";
import { exponentOf, isCurrency } from "../../src/values/currency";
import { addMonths, civilOf, dayIfReal, dayOf, daysInMonth, FIRST_DAY, isoDay, LAST_DAY, monthEnd, monthStart, type Day } from "../../src/values/day";
import { moneyText, scaleOf, toMinor, toUnits } from "../../src/values/money";

describe("days are Excel's serials", () => {
  test.each([["1990-01-01", FIRST_DAY], ["2025-01-01", 45658], ["2024-02-29", 45351], ["2000-03-01", 36586], ["2200-12-31", LAST_DAY]])("%s is %d", (iso, day) => {
    expect([isoDay(day as Day), dayOf(...(iso.split("-").map(Number) as [number, number, number]))]).toEqual([iso, day]);
  });

  test("every day is its civil date, and that date's day", () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 200_000 }), (day) => {
      const { year, month, day: d } = civilOf(day as Day);
      expect([dayOf(year, month, d), d >= 1 && d <= daysInMonth(year, month)]).toEqual([day, true]);
    }));
  });

  test("no 30 February; 31 January and a month is the end of February", () => {
    expect([dayIfReal(2025, 2, 30), dayIfReal(2025, 13, 1), dayIfReal(1900, 2, 29)]).toEqual([undefined, undefined, undefined]);
    expect([isoDay(addMonths(dayOf(2025, 1, 31), 1)), isoDay(addMonths(dayOf(2024, 3, 31), -1)), isoDay(addMonths(dayOf(2024, 11, 30), 3))]).toEqual(["2025-02-28", "2024-02-29", "2025-02-28"]);
    expect([isoDay(monthStart(dayOf(2025, 12, 7))), isoDay(monthEnd(dayOf(2025, 12, 7)))]).toEqual(["2025-12-01", "2025-12-31"]);
  });
});

describe("money is whole minor units", () => {
  test.each([[1.005, 100, 101], [-1.005, 100, -101], [50.39, 100, 5039], [0.1 + 0.2, 100, 30], [1.5, 1, 2], [-1.5, 1, -2], [12.345, 1000, 12345], [-0, 100, 0]])("%d x %d is %d", (units, scale, minor) => {
    expect(Object.is(toMinor(units, scale), minor)).toBe(true);
  });

  test("what does not fit is no money", () => {
    for (const units of [1e308, Infinity, -Infinity, NaN, 1e14]) expect(toMinor(units, 100)).toBeNaN();
  });

  test("there and back", () => {
    fc.assert(fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom(1, 100, 1000), (minor, scale) => expect(toMinor(toUnits(minor, scale), scale)).toBe(minor === 0 ? 0 : minor)));
  });

  test("as text, with the currency's own decimals", () => {
    expect([moneyText(123456789, 2), moneyText(-5, 2), moneyText(1200, 0), moneyText(12345, 3), moneyText(0, 2)]).toEqual(["1,234,567.89", "-0.05", "1,200", "12.345", "0.00"]);
  });

  test("decimals by currency", () => {
    expect(["USD", "XXX", "JPY", "KWD", "CLF", "__proto__"].map((code) => [exponentOf(code), scaleOf(exponentOf(code))])).toEqual([[2, 100], [2, 100], [0, 1], [3, 1000], [4, 10000], [2, 100]]);
    expect([isCurrency("EUR"), isCurrency("eur"), isCurrency("__proto__"), isCurrency("DEM")]).toEqual([true, false, false, false]);
  });
});

describe("cells", () => {
  test("blank in each of its ways, and nothing else", () => {
    expect([null, undefined, "", "  ", "\u3000", 0, false, "-", {}].map(isBlank)).toEqual([true, true, true, true, true, false, false, false, false]);
  });

  test("errors, however the host sends them", () => {
    expect([{ type: "Error", basicValue: "#REF!" }, { code: "#N/A", message: "x" }, "#DIV/0!", "#hash", 7, null, { type: "Error" }].map(errorIn)).toEqual(["#REF!", "#N/A", "#DIV/0!", undefined, undefined, undefined, "#VALUE!"]);
  });

  test("a data type is its plain value; an error stays one", () => {
    const error = { type: "Error", basicValue: "#N/A" };
    expect([plain({ type: "Double", basicValue: 3 }), plain({ basicValue: {} }), plain(error), plain("x")]).toEqual([3, null, error, "x"]);
  });

  test("texts that a host would take for a formula", () => {
    expect(["=1", "+1", "-1", "@x", " =1", "\t1", "\n1", "1=1", "a", ""].map(startsFormula)).toEqual([true, true, true, true, true, true, true, false, false, false]);
  });
});
