import { LATE_INDEX } from "./policy";

/** k^2/n is summed on this grid, so that the sum does not depend on the order of the buyers. */
const GRID = 2 ** 20;

/** Sums over buyers with enough outcomes, kept up to date one outcome at a time. */
export class BetweenBuyers {
  private buyers = 0;
  private outcomes = 0;
  private late = 0;
  private squares = 0;
  private lateSquares = 0;

  /** Puts a buyer's n outcomes, k of them late, in (`sign` 1), or takes them out (-1). */
  count(n: number, k: number, sign: 1 | -1): void {
    if (n < LATE_INDEX.leastOutcomes) return;
    this.buyers += sign;
    this.outcomes += sign * n;
    this.late += sign * k;
    this.squares += sign * n * n;
    this.lateSquares += sign * Math.round(((k * k) / n) * GRID);
  }

  /**
   * The outcomes a buyer's own record should be mixed with: 1/rho - 1, rho the correlation of outcomes within a buyer by
   * analysis of variance (Ridout, Demetrio and Firth 1999), held to 1..5. The largest where the book is too small to say.
   */
  weight(): number {
    const { leastBuyers, leastWeight, mostWeight } = LATE_INDEX;
    if (this.buyers < leastBuyers) return mostWeight;
    const lateSquares = this.lateSquares / GRID;
    const between = (lateSquares - this.late ** 2 / this.outcomes) / (this.buyers - 1);
    const within = (this.late - lateSquares) / (this.outcomes - this.buyers);
    const size = (this.outcomes - this.squares / this.outcomes) / (this.buyers - 1);
    const rho = (between - within) / (between + (size - 1) * within);
    if (!(rho > 0)) return mostWeight;
    return Math.max(leastWeight, Math.min(mostWeight, 1 / rho - 1));
  }
}

/** Weight 2 as measured; in a book that is hardly ever late, the book's own estimate. */
export function shrinkageWeight(rate: number, estimate: () => number): number {
  return rate < LATE_INDEX.smallRate ? estimate() : LATE_INDEX.weight;
}
