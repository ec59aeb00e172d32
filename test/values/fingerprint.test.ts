import fc from "fast-check";
import { Fingerprint } from "../../src/values/fingerprint";
import type { Cell, Grid } from "../../src/values/cell";

function printOf(grid: Grid): string {
  const print = new Fingerprint();
  print.grid(grid);
  return print.hex();
}

const plain = fc.oneof(fc.constantFrom<Cell>("", null, "A-1", "Nordwind", 0, 45_700, -12.5, true, "#REF!"), fc.string(), fc.double());
const sheet = fc.array(fc.array(plain, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });

test("an edit of any cell changes the fingerprint; blanks around the sheet do not", () => {
  fc.assert(
    fc.property(sheet, fc.nat(), fc.nat(), fc.constantFrom<Cell>("edited", 12_345.678, false, "#DIV/0!"), (rows, r, c, cell) => {
      const print = printOf(rows);
      expect(print).toMatch(/^[0-9a-f]{16}$/);
      expect(printOf([...rows.map((cells) => [...cells, "", null]), [null, ""]])).toBe(print);
      const edited = rows.map((cells) => [...cells]);
      const before = edited[r % rows.length]![c % 4];
      edited[r % rows.length]![c % 4] = cell;
      if (!Object.is(before, cell)) expect(printOf(edited)).not.toBe(print);
    }),
  );
});

test("a swap of two rows' cells, a sign, a type of cell, a border between texts: each its own fingerprint", () => {
  const of = (...amounts: Cell[]): string => printOf(amounts.map((amount): Cell[] => ["A", 45_700, 10, amount]));
  const prints = [of(1, 2), of(2, 1), of(-1, -2), of("1", 2), of(1, "2"), of(true, 2), of(1.5, 2), of(1, 2.5), of(null, 2), of(1, null), of("ab", "c"), of("a", "bc")];
  expect(new Set(prints).size).toBe(prints.length);
});
