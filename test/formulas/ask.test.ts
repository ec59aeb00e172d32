import fc from "fast-check";
import { askCell, askDay, askDays, askEdges, askFlag, askOptionalRange, askRange, askWord } from "../../src/formulas/ask";
import { Refusal } from "../../src/values/answer";
import { say } from "../../src/values/say";

const AS_OF = { argument: "asOf", place: 2 };
const WINDOW = { argument: "window", place: 4 };
const METHOD = { argument: "method", place: 5 };

/** What Excel passes in the place of an argument that it does not know of yet. */
const INVOCATION = { address: "Sheet1!B2", functionName: "DSO", parameterAddresses: [] };
const ERROR = { type: "Error", basicValue: "#REF!", basicType: "Error" };

function sentence(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind}: ${say(error.reason)}`;
    throw error;
  }
  return "answered";
}

describe("what counts as left out", () => {
  test.each([[undefined], [null], [""], ["  "], [[[null]]], [[[""]]], [[[]]], [[]], [INVOCATION]])("%j", (arg) => {
    expect(askRange(arg)).toBeUndefined();
    expect(askCell(arg, AS_OF)).toBeNull();
    expect(askDay(arg, AS_OF, 1900)).toBeUndefined();
    expect(askDays(arg, WINDOW, 90)).toBe(90);
    expect(askWord(arg, METHOD, ["due", "invoice"])).toBe("due");
    expect(askFlag(arg, AS_OF)).toBe(false);
    expect(askEdges(arg, AS_OF)).toBeUndefined();
  });

  test("0 is a blank cell for a date, a word and a second range; for days it is refused", () => {
    expect(askDay(0, AS_OF, 1900)).toBeUndefined();
    expect(askWord([[0]], METHOD, ["due", "invoice"])).toBe("due");
    expect(askOptionalRange([[0]])).toBeUndefined();
    expect(sentence(() => askDays(0, WINDOW, 90))).toBe("value: Argument 4, window, is '0': it must be a whole number of days from 1 to 3660. Leave it out for the default.");
  });

  test("an error and a data type are no invocation", () => {
    expect(sentence(() => askCell(ERROR, AS_OF))).toBe("value: Argument 2, asOf, is the error #REF!. Mend that cell first.");
    expect(askCell({ type: "FormattedNumber", basicValue: 45292, numberFormat: "yyyy-mm-dd" }, AS_OF)).toBe(45292);
  });
});

describe("a day", () => {
  test.each([
    [45292, 45292],
    [45292.75, 45292],
    [[[45292]], 45292],
    ["2024-01-01", 45292],
    ["2024/1/1", 45292],
    ["2024-01-01T10:00:00Z", 45292],
  ])("%j", (arg, day) => expect(askDay(arg, AS_OF, 1900)).toBe(day));

  test("serials of a 1904 workbook are 1,462 days behind, texts are not", () => {
    expect(askDay(43830, AS_OF, 1904)).toBe(45292);
    expect(askDay("2024-01-01", AS_OF, 1904)).toBe(45292);
  });

  test.each([["soon"], ["2024-02-30"], ["31/12/2024"], [true], [-5], [12], [3e6], [1e308], [NaN], [Infinity]])("%p is refused, with its place", (arg) => {
    expect(sentence(() => askDay(arg, AS_OF, 1900))).toMatch(/^value: Argument 2, asOf, is '.*': not a date between 1990 and 2200\. Give a date cell/);
  });

  test("of several cells is refused", () => {
    expect(sentence(() => askDay([[45292, 45293]], AS_OF, 1900))).toBe("value: Argument 2, asOf, takes one cell, and was given a range of several.");
  });
});

test.each([[90, 90], ["60", 60], [[[365]], 365]])("days %j", (arg, days) => expect(askDays(arg, WINDOW, 90)).toBe(days));
test.each([[0], [-1], [90.5], [1e9], ["ninety"], [true], [NaN]])("days %p are refused", (arg) => expect(sentence(() => askDays(arg, WINDOW, 90))).toMatch(/^value: Argument 4, window/));

test("a word is read in any case and width; another is refused with the list", () => {
  expect(askWord(" Invoice ", METHOD, ["due", "invoice"])).toBe("invoice");
  expect(askWord("ｉｎｖｏｉｃｅ", METHOD, ["due", "invoice"])).toBe("invoice");
  expect(sentence(() => askWord("quick", METHOD, ["due", "invoice"]))).toBe('value: Argument 5, method, is \'quick\'. It must be one of "due", "invoice".');
  expect(sentence(() => askWord(7, METHOD, ["due", "invoice"]))).toMatch(/^value: Argument 5, method, is '7'/);
  expect(sentence(() => askWord("x".repeat(1_000_000), METHOD, ["due"])).length).toBeLessThan(400);
});

test.each([[true, true], [false, false], [1, true], [0, false], ["true", true], ["FALSE", false]])("a flag %j", (arg, flag) => expect(askFlag(arg, AS_OF)).toBe(flag));
test.each([["yes"], [2], [-1]])("a flag %j is refused", (arg) => expect(sentence(() => askFlag(arg, AS_OF))).toMatch(/must be TRUE or FALSE/));

test.each([
  [[[30, 60, 90]], [30, 60, 90]],
  [[[15], [45]], [15, 45]],
  ["30,60,90", [30, 60, 90]],
  [[[30, null, 60]], [30, 60]],
  [45, [45]],
])("edges %j", (arg, edges) => expect(askEdges(arg, AS_OF)).toEqual(edges));
test.each([[[[60, 30]]], [[[0, 30]]], [[[30, 30]]], [[[30.5]]], ["thirty"], [[[ERROR, 30]]], [[Array.from({ length: 61 }, (_, i) => i + 1)]]])("edges %j are refused", (arg) => {
  expect(sentence(() => askEdges(arg, AS_OF))).toMatch(/^value: Argument 2, asOf, is '.*each larger than the one before/);
});

test("whatever arrives is read or refused", () => {
  const cell = fc.oneof(fc.anything(), fc.constantFrom("__proto__", "=1+1", 1e308, -0, NaN, ERROR, INVOCATION));
  const arg = fc.oneof(cell, fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }));
  fc.assert(
    fc.property(arg, (value) => {
      for (const ask of [() => askDay(value, AS_OF, 1900), () => askDays(value, WINDOW, 90), () => askWord(value, METHOD, ["due"]), () => askFlag(value, AS_OF), () => askEdges(value, AS_OF)]) sentence(ask);
    }),
    { numRuns: 500 },
  );
});
