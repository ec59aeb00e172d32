import fc from "fast-check";
import { assignment } from "../../src/ledger/assignment";

/** Every way to give each row a column of its own or none. */
function best(weights: readonly (readonly number[])[], row = 0, used = new Set<number>()): number {
  if (row === weights.length) return 0;
  let most = best(weights, row + 1, used);
  weights[row]!.forEach((weight, column) => {
    if (used.has(column) || weight === 0) return;
    used.add(column);
    most = Math.max(most, weight + best(weights, row + 1, used));
    used.delete(column);
  });
  return most;
}

test("the sum is the largest there is, and no column is given twice", () => {
  const weight = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }).map((it) => it / 10));
  const matrix = fc.integer({ min: 1, max: 5 }).chain((columns) => fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), { maxLength: 5 }));
  fc.assert(
    fc.property(matrix, (weights) => {
      const found = assignment(weights);
      const given = found.filter((column) => column >= 0);
      expect(new Set(given).size).toBe(given.length);
      for (const [row, column] of found.entries()) if (column >= 0) expect(weights[row]![column]).toBeGreaterThan(0);
      expect(found.reduce((sum, column, row) => sum + (column < 0 ? 0 : weights[row]![column]!), 0)).toBeCloseTo(best(weights), 9);
    }),
  );
});

test("the greedy choice is not taken where it costs more than it gives", () => {
  expect(assignment([[1, 0.9], [0.9, 0]])).toEqual([1, 0]);
});
