import { isBlank, plain, type Grid } from "../values/cell";
import { readNumber } from "./readNumber";

/** Sums are looked for in so many rows below the headings. */
const ROWS_LOOKED_AT = 300;
/** So many of the rows must agree: a total row or a slip among them is no proof against it. */
const NEARLY_ALL = 0.95, MOSTLY = 0.8;
/** A balance runs from row to row when at least so many rows say so. */
const ROWS_OF_PROOF = 3;

const CENT = 0.005;

/** Is `result` the sum of the other columns, row for row, and not by their being nothing? */
export function isSum(grid: Grid, headingRow: number, result: number, parts: readonly number[]): boolean {
  let rows = 0, agree = 0, proof = 0;
  for (let r = headingRow + 1; r < Math.min(grid.length, headingRow + 1 + ROWS_LOOKED_AT); r++) {
    const total = numberAt(grid, r, result);
    if (Number.isNaN(total)) continue;
    const numbers = parts.map((column) => (isBlank(grid[r]?.[column]) ? 0 : numberAt(grid, r, column)));
    if (numbers.some(Number.isNaN)) continue;
    rows++;
    if (!near(numbers.reduce((sum, one) => sum + one, 0), total)) continue;
    agree++;
    if (numbers.filter((one) => one !== 0).length >= 2) proof++;
  }
  return proof > 0 && agree >= NEARLY_ALL * rows;
}

/** Does the column carry forward from row to row what `amount` adds to it, upwards or downwards? */
export function isRunning(grid: Grid, headingRow: number, balance: number, amountAt: (r: number) => number): boolean {
  const looked = Math.min(grid.length, headingRow + 1 + ROWS_LOOKED_AT);
  let down = 0, up = 0, other = 0, last = NaN, lastAmount = NaN;
  for (let r = headingRow + 1; r < looked; r++) {
    const [now, amount] = [numberAt(grid, r, balance), amountAt(r)];
    if (Number.isNaN(now) || Number.isNaN(amount)) continue;
    if (!near(now, amount) && !Number.isNaN(last)) {
      if (near(last + amount, now)) down++;
      else if (near(now + lastAmount, last)) up++;
      else other++;
    }
    [last, lastAmount] = [now, amount];
  }
  const most = Math.max(down, up);
  return most >= ROWS_OF_PROOF && most >= MOSTLY * (down + up + other);
}

export function numberAt(grid: Grid, r: number, column: number): number {
  return column < 0 ? NaN : readNumber(grid[r]?.[column], undefined);
}

/** Do two columns say the same in every row that has both? One that fills what the other leaves blank says another thing. */
export function agree(grid: Grid, row: number, one: number, other: number): boolean {
  for (let r = row + 1; r < Math.min(grid.length, row + 500); r++) {
    const [a, b] = [plain(grid[r]?.[one]), plain(grid[r]?.[other])];
    if (isBlank(a) && isBlank(b)) continue;
    if (isBlank(a)) return false;
    if (isBlank(b)) continue;
    const [x, y] = [readNumber(a, undefined), readNumber(b, undefined)];
    if (Number.isNaN(x) || Number.isNaN(y) ? textAt(a) !== textAt(b) : Math.abs(x - y) > 1e-9 * Math.abs(x)) return false;
  }
  return true;
}

function textAt(cell: unknown): string {
  return typeof cell === "object" ? "" : String(cell).trim();
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= CENT + 1e-9 * Math.abs(b);
}
