import * as fc from "fast-check";
import { mergeRects } from "../../../src/workbench/model/mergeRects";
import { shiftRect, shiftSpan } from "../../../src/workbench/model/shiftRect";
import type { Rect } from "../../../src/workbench/model/WorkbookPort";

const rect = (row: number, column: number, rows: number, columns: number, sheet = "s"): Rect => ({ sheet, row, column, rows, columns });

test("strips below and beside each other are one rectangle", () => {
  expect(mergeRects([rect(0, 0, 3, 2), rect(3, 0, 3, 2), rect(6, 0, 1, 2)])).toEqual([rect(0, 0, 7, 2)]);
  expect(mergeRects([rect(0, 0, 1, 1), rect(0, 1, 1, 1), rect(1, 0, 1, 1), rect(1, 1, 1, 1)])).toEqual([rect(0, 0, 2, 2)]);
  expect(mergeRects([rect(0, 0, 1, 1), rect(2, 0, 1, 1), rect(0, 0, 1, 1, "t")])).toHaveLength(3);
});

test("merged rectangles cover the same cells", () => {
  const some = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).map(([r, c, h, w]) => rect(r, c, h, w)), { maxLength: 8 });
  const cells = (rects: readonly Rect[]) => new Set(rects.flatMap((one) => Array.from({ length: one.rows * one.columns }, (_, at) => `${one.row + Math.floor(at / one.columns)},${one.column + (at % one.columns)}`)));
  fc.assert(fc.property(some, (rects) => expect([...cells(mergeRects(rects))].sort()).toEqual([...cells(rects)].sort())));
});

test("inserting and deleting the same lines gives a range back", () => {
  const lines = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 5 }), fc.nat(20), fc.integer({ min: 1, max: 5 }));
  fc.assert(fc.property(lines, ([from, count, at, changed]) => {
    const moved = shiftSpan(from, count, at, changed, true)!;
    expect(shiftSpan(moved.from, moved.count, at, changed, false)).toEqual({ from, count });
  }));
});

test("lines that stay are counted one by one", () => {
  const lines = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.nat(12), fc.integer({ min: 1, max: 6 }));
  fc.assert(fc.property(lines, ([from, count, at, gone]) => {
    const left = Array.from({ length: count }, (_, index) => from + index).filter((line) => line < at || line >= at + gone);
    const span = shiftSpan(from, count, at, gone, false);
    expect(span?.count ?? 0).toBe(left.length);
    if (span) expect(span.from).toBe(left[0]! - (left[0]! >= at ? gone : 0));
  }));
});

test("a range moves only when the strip covers its whole width", () => {
  const insert = (strip: Rect) => shiftRect(rect(5, 1, 2, 3), { rect: strip, direction: "Down" });
  expect(insert(rect(0, 0, 2, 16_384))).toEqual(rect(7, 1, 2, 3));
  expect(insert(rect(0, 1, 2, 3))).toEqual(rect(7, 1, 2, 3));
  expect(insert(rect(0, 1, 2, 2))).toEqual(rect(5, 1, 2, 3));
  expect(insert(rect(0, 0, 2, 16_384, "t"))).toEqual(rect(5, 1, 2, 3));
});
