import * as fc from "fast-check";
import { addressText, areaText, bounding, columnIndex, columnName, contains, intersect, MAX_COLUMNS, MAX_ROWS, parseArea, sheetPrefix, splitAddress } from "../../../src/workbench/model/a1";

test.each([
  ["A1", 0, 0, 1, 1],
  ["$B$2:C9", 1, 1, 8, 2],
  ["c9:b2", 1, 1, 8, 2],
  ["A:C", 0, 0, MAX_ROWS, 3],
  ["$3:5", 2, 0, 3, MAX_COLUMNS],
  ["XFD1048576", MAX_ROWS - 1, MAX_COLUMNS - 1, 1, 1],
])("%s", (text, row, column, rows, columns) => {
  expect(parseArea(text)).toEqual({ row, column, rows, columns });
});

test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B", "A:3", "A1:B2:C3", "Sheet1!A1", "R1C1x", "-A1", "__proto__"])("%s is no address", (text) => {
  expect(parseArea(text)).toBeUndefined();
});

test("columns are letters and numbers, both ways", () => {
  expect([columnName(0), columnName(25), columnName(26), columnName(701), columnName(702), columnName(MAX_COLUMNS - 1)]).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  fc.assert(fc.property(fc.integer({ min: 0, max: MAX_COLUMNS - 1 }), (column) => columnIndex(columnName(column)) === column));
});

test("every area is read back as written", () => {
  const area = fc
    .tuple(fc.integer({ min: 0, max: MAX_ROWS - 1 }), fc.integer({ min: 0, max: MAX_COLUMNS - 1 }), fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500 }))
    .map(([row, column, rows, columns]) => ({ row, column, rows: Math.min(rows, MAX_ROWS - row), columns: Math.min(columns, MAX_COLUMNS - column) }));
  fc.assert(fc.property(area, fc.boolean(), (one, absolute) => expect(parseArea(areaText(one, absolute))).toEqual(one)));
});

test("sheet names are quoted where a formula needs it", () => {
  expect(["Sheet1", "账簿", "My sheet", "It's", "2024", "A1", "RC", "a-b", "x.y"].map(sheetPrefix)).toEqual(["Sheet1", "账簿", "'My sheet'", "'It''s'", "'2024'", "'A1'", "'RC'", "'a-b'", "x.y"]);
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 31 }).filter((name) => name.trim() === name && !name.startsWith("=")), (name) => {
    const address = addressText(name, { row: 0, column: 0, rows: 1, columns: 1 });
    expect(splitAddress(address)).toEqual({ sheet: name, rest: "A1" });
  }));
});

test("rectangles meet, span and hold each other", () => {
  const a = { sheet: "s", row: 0, column: 0, rows: 4, columns: 2 };
  const b = { sheet: "s", row: 3, column: 1, rows: 5, columns: 5 };
  expect(intersect(a, b)).toEqual({ sheet: "s", row: 3, column: 1, rows: 1, columns: 1 });
  expect(intersect(a, { ...b, sheet: "t" })).toBeUndefined();
  expect(bounding(a, b)).toEqual({ sheet: "s", row: 0, column: 0, rows: 8, columns: 6 });
  expect([contains(bounding(a, b), b), contains(a, b)]).toEqual([true, false]);
});
