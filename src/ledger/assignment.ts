/**
 * The assignment of rows to columns with the largest sum of weights, each row to at most one column and each column to at
 * most one row: -1 where a row has none. A weight of 0 is no candidate. Kuhn's method with potentials, rows² x columns.
 */
export function assignment(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length;
  const columns = Math.max(rows, ...weights.map((row) => row.length));
  const cost = (row: number, column: number): number => -(weights[row]![column] ?? 0);
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1); // 1-based row of each 1-based column, 0 = free
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const from = owner[column]!;
      let step = Infinity;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (used[c] === 1) continue;
        const reduced = cost(from - 1, c - 1) - ofRow[from]! - ofColumn[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          before[c] = column;
        }
        if (least[c]! < step) {
          step = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (used[c] === 1) {
          ofRow[owner[c]!] = ofRow[owner[c]!]! + step;
          ofColumn[c] = ofColumn[c]! - step;
        } else least[c] = least[c]! - step;
      }
      column = next;
    } while (owner[column] !== 0);
    for (; column !== 0; column = before[column]!) owner[column] = owner[before[column]!]!;
  }
  const found = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) if (owner[c]! > 0 && (weights[owner[c]! - 1]![c - 1] ?? 0) > 0) found[owner[c]! - 1] = c - 1;
  return found;
}
