import type { Grid } from "../values/cell";
import { rowBytes } from "./payload";
import type { PieceSizes } from "./pieceFormula";

/** Of a payload so much is filled, so that a piece has room for longer texts and for the rows that stay with it. */
const FILLED = 0.7;

/** Rows that may stay with a piece before another begins. */
const SLACK = 0.05;
const MOST_SLACK = 1000;

/** Pieces that stand ready for rows to come. */
const SPARE = 0.25;

/**
 * How a range is cut so that every piece fits, wherever it begins: rows move through the pieces when one is put in above.
 * `heads`: rows that every piece carries; `beside`: bytes of the other arguments. Undefined where a row alone is too much.
 */
export function pieceSizes(grid: Grid, heads: number, beside: number, limit: number): PieceSizes | undefined {
  const bytes = new Float64Array(grid.length - heads + 1);
  for (let row = heads; row < grid.length; row++) bytes[row - heads + 1] = bytes[row - heads]! + rowBytes(grid[row]!);
  const room = limit * FILLED - beside - grid.slice(0, heads).reduce((sum, row) => sum + rowBytes(row), 0);
  let least = 0;
  let most = bytes.length;
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (heaviest(bytes, middle) <= room) least = middle;
    else most = middle;
  }
  if (least === 0) return undefined;
  const rows = round(least);
  const needed = Math.ceil((grid.length - heads) / rows);
  return { rows, slack: Math.min(MOST_SLACK, Math.floor(rows * SLACK)), pieces: needed + Math.max(1, Math.ceil(needed * SPARE)) };
}

/** Bytes of so many rows together, of those that weigh most. `bytes`: of all rows before each. */
function heaviest(bytes: Float64Array, rows: number): number {
  let most = 0;
  for (let end = Math.min(rows, bytes.length - 1); end < bytes.length; end++) most = Math.max(most, bytes[end]! - bytes[Math.max(0, end - rows)]!);
  return most;
}

/** A number that reads well: two figures and zeros. */
function round(rows: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.floor(rows / unit) * unit;
}

/** The pieces as the formulas cut the range that is there now. */
export function piecesOf(grid: Grid, heads: number, { rows, slack, pieces }: PieceSizes): Grid[] {
  const [head, count] = [grid.slice(0, heads), grid.length - heads];
  const cut: Grid[] = [];
  for (let from = 0; from === 0 || (count > from + slack && cut.length < pieces); from += rows) {
    const isLast = cut.length === pieces - 1 || count <= from + rows + slack;
    cut.push([...head, ...grid.slice(heads + from, isLast ? undefined : heads + from + rows)]);
  }
  return cut;
}
