import * as fc from "fast-check";
import { shownText } from "../../../src/workbench/model/numberFormatText";

test.each([
  [1234.5, "General", "1234.5"],
  [0.1 + 0.2, "General", "0.3"],
  [1e11, "General", "1E+11"],
  [123456789012, "General", "1.23457E+11"],
  [-7, "General", "-7"],
  [1234.567, "#,##0.00", "1,234.57"],
  [-1234.5, "#,##0", "-1,235"],
  [-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"],
  [0, "#,##0;-#,##0;\"nil\"", "nil"],
  [0.256, "0.0%", "25.6%"],
  [5, "000", "005"],
  [0.5, "#.##", ".5"],
  [1234.5, "$#,##0.00", "$1,234.50"],
  [20, "[$€-407]#,##0", "€20"],
  [12, "0 \"days\"", "12 days"],
  [12345, "0.00E+00", "1.23E+04"],
  [45322, "yyyy-mm-dd", "2024-01-31"],
  [45322, "m/d/yyyy", "1/31/2024"],
  [45322, "d-mmm-yy", "31-Jan-24"],
  [45322, "dddd, mmmm d", "Wednesday, January 31"],
  [45322.75, "yyyy-mm-dd hh:mm:ss", "2024-01-31 18:00:00"],
  [0.5208333333, "h:mm AM/PM", "12:30 PM"],
  [60, "yyyy-mm-dd", "1900-02-29"], // Excel's own day
  [true, "0.00", "TRUE"],
  ["text", "0.00", "text"],
  ["007", "@", "007"],
])("%s in %s", (value, format, shown) => {
  expect(shownText(value, format)).toBe(shown);
});

test("any finite number in any of the formats is shown without an exception", () => {
  const formats = ["General", "0", "#,##0.00", "0%", "0.00E+00", "yyyy-mm-dd", "m/d/yyyy h:mm", "#", "@", "weird \\d [x]"];
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), fc.constantFrom(...formats), (value, format) => expect(typeof shownText(value, format)).toBe("string")));
});
