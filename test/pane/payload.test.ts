import fc from "fast-check";
import { payloadBytes, rowsThatFit } from "../../src/pane/payload";

const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom('"', "\\", "\n", "\u0001", "汉字", "😀"));

test("bytes are those of the JSON text, give or take its last commas", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (grid) => {
      const exact = Buffer.byteLength(JSON.stringify(grid));
      expect(Math.abs(payloadBytes(grid) - exact)).toBeLessThanOrEqual(2 + 2 * grid.length);
    }),
  );
});

test("how many rows fit", () => {
  const grid = Array.from({ length: 100 }, () => ["0123456789"]);
  expect(rowsThatFit(grid)).toBe(100);
  expect(rowsThatFit(grid, 162)).toBe(10);
});
