import fc from "fast-check";
import { shownMoney, shownText, withoutMark } from "../../src/formulas/shown";
import { startsFormula } from "../../src/values/cell";

test.each([
  ["Anker GmbH", "Anker GmbH"],
  ["=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"],
  ["+86 21 5555", "'+86 21 5555"],
  ["-N/A-", "'-N/A-"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1+1", "'\t=1+1"],
  ["'t Hooft", "'t Hooft"],
  ["", ""],
])("%j is shown as %j", (text, shown) => expect(shownText(text)).toBe(shown));

test("no shown text starts a formula or is too long for a cell, and a short one comes back as it was", () => {
  const texts = fc.oneof(fc.string(), fc.tuple(fc.constantFrom("=", "+", "-", "@", " =", "\n@", "'="), fc.string()).map((parts) => parts.join("")));
  fc.assert(fc.property(texts, (text) => !startsFormula(shownText(text)) && withoutMark(shownText(text)) === withoutMark(text)));
  expect(shownText("=".repeat(1_000_000)).length).toBeLessThanOrEqual(32767);
});

test("money is rounded to its minor unit, half away from zero, and never shows -0", () => {
  expect([shownMoney(123456, 100), shownMoney(-250.5, 100), shownMoney(-0.4, 100), shownMoney(1500, 1)]).toEqual([1234.56, -2.51, 0, 1500]);
});
