import * as fc from "fast-check";
import { parseInput } from "../../../src/workbench/model/inputParsing";

/** What Excel in English (United States) makes of what is typed; serials count from 1900. */
test.each([
  ["12", 12, undefined],
  [" 12 ", 12, undefined],
  ["-1.5", -1.5, undefined],
  ["+3", 3, undefined],
  [".5", 0.5, undefined],
  ["1,234", 1234, "#,##0"],
  ["1,234.50", 1234.5, "#,##0.00"],
  ["1e3", 1000, "0.00E+00"],
  ["5%", 0.05, "0%"],
  ["12.5%", 0.125, "0.00%"],
  ["$1,234.50", 1234.5, "$#,##0.00"],
  ["€5", 5, "€#,##0"],
  ["¥300", 300, "¥#,##0"],
  ["-$20", -20, "$#,##0"],
  ["(20)", -20, undefined],
  ["1234567890123456", 1234567890123460, undefined], // fifteen digits are kept
  ["2024-01-31", 45322, "m/d/yyyy"],
  ["1/31/2024", 45322, "m/d/yyyy"],
  ["1/31/24", 45322, "m/d/yyyy"],
  ["1/31/30", 10989, "m/d/yyyy"], // 30 to 99 are 1930 to 1999
  ["31-Jan-2024", 45322, "d-mmm-yy"],
  ["Jan 31, 2024", 45322, "d-mmm-yy"],
  ["1/1/1900", 1, "m/d/yyyy"],
  ["2/28/1900", 59, "m/d/yyyy"],
  ["3/1/1900", 61, "m/d/yyyy"], // Excel's 29 February 1900 lies between
  ["12:30", 0.5208333333333334, "h:mm"],
  ["12:30 am", 0.020833333333333332, "h:mm"],
  ["2024-01-31 18:00", 45322.75, "m/d/yyyy h:mm"],
])("%s is the number %d", (text, value, numberFormat) => {
  expect(parseInput(text)).toEqual({ kind: "value", value, type: "Double", ...(numberFormat === undefined ? {} : { numberFormat }) });
});

test.each([["TRUE", true], ["false", false]])("%s is a truth value", (text, value) => {
  expect(parseInput(text)).toEqual({ kind: "value", value, type: "Boolean" });
});

test.each(["1,23", "1.2.3", "12 34", "--1", "$5$", "(-5)", "31/1/2024", "2/30/2024", "13:75", "1/2", "abc", "5 %%", "INV-001", "NaN", "Infinity", "0x10", "1e999"])("%s stays a text", (text) => {
  expect(parseInput(text)).toEqual({ kind: "value", value: text, type: "String" });
});

test("an apostrophe keeps the text behind it, whatever it looks like", () => {
  fc.assert(fc.property(fc.string(), (text) => expect(parseInput(`'${text}`)).toEqual({ kind: "value", value: text, type: "String" })));
});

test("errors, formulas, nothing", () => {
  expect(parseInput("#N/A")).toEqual({ kind: "value", value: "#N/A", type: "Error" });
  expect(parseInput("#div/0!")).toEqual({ kind: "value", value: "#DIV/0!", type: "Error" });
  expect(parseInput("=SUM(A1)")).toEqual({ kind: "formula", formula: "=SUM(A1)" });
  expect(parseInput("=")).toEqual({ kind: "value", value: "=", type: "String" });
  expect(parseInput("")).toEqual({ kind: "value", value: "", type: "Empty" });
});

test("a million letters are a text, at once", () => {
  const start = Date.now();
  expect(parseInput("1".repeat(1_000_000))).toMatchObject({ type: "String" });
  expect(Date.now() - start).toBeLessThan(200);
});

test("any text is read without an exception, numbers as JavaScript writes them as themselves", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseInput(text)));
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => expect(parseInput(String(number))).toMatchObject({ value: number, type: "Double" })));
});
