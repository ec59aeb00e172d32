import { chance } from "./lateIndex";

/** Rows by the place of their figure among all distinct ones, smallest first: made once, weighed many times. */
export interface Ranked {
  readonly values: Float64Array;
  readonly rank: Int32Array;
}

export function ranked(figures: Float64Array): Ranked {
  const values = figures.slice().sort().filter((value, at, all) => at === 0 || value !== all[at - 1]);
  const placeOf = (value: number): number => {
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { values, rank: Int32Array.from(figures, placeOf) };
}

/** Late and good rows at each distinct figure, as many as were drawn. */
export interface Spread {
  readonly values: Float64Array;
  readonly late: Float64Array;
  readonly good: Float64Array;
}

export function emptySpread({ values }: Pick<Ranked, "values">): Spread {
  return { values, late: new Float64Array(values.length), good: new Float64Array(values.length) };
}

/** Counts buyer b's rows, `from[b]` to `from[b + 1] - 1`, as often as `times[b]` says. `into` is emptied and filled: a hundred draws need no new columns. */
export function spreadOf({ rank }: Ranked, late: Uint8Array, from: Int32Array, times: Uint16Array, into: Spread): Spread {
  into.late.fill(0);
  into.good.fill(0);
  for (let b = 0; b < times.length; b++) {
    const often = times[b]!;
    if (often === 0) continue;
    for (let row = from[b]!; row < from[b + 1]!; row++) (late[row] === 1 ? into.late : into.good)[rank[row]!]! += often;
  }
  return into;
}

/**
 * How well larger figures tell late rows from good ones. `auc`: how often a late row is above a good one, ties by half;
 * `ks`: the largest distance between the two distributions. Undefined where all rows are of one kind (methods.md B9).
 */
export function discrimination({ late, good }: Spread): { readonly auc: number; readonly ks: number } | undefined {
  const [lates, goods] = [late.reduce((a, b) => a + b, 0), good.reduce((a, b) => a + b, 0)];
  if (lates === 0 || goods === 0) return undefined;
  let [lateBelow, goodBelow, wins, ks] = [0, 0, 0, 0];
  for (let at = 0; at < late.length; at++) {
    wins += late[at]! * (goodBelow + good[at]! / 2);
    lateBelow += late[at]!;
    goodBelow += good[at]!;
    ks = Math.max(ks, Math.abs(lateBelow / lates - goodBelow / goods));
  }
  return { auc: wins / (lates * goods), ks };
}

/** Squared distance of a probability from what came, 0 or 1. */
export function brier(probability: number, late: 0 | 1): number {
  return (probability - late) ** 2;
}

const STEPS = 30;
/** Beyond it the likelihood has no maximum: late and good do not overlap. */
const STEEPEST = 50;

/** Slope of the outcomes on the log-odds foreseen, by maximum likelihood: 1 is right, below 1 the odds are too bold. Undefined where it has none. */
export function calibrationSlope({ values, late, good }: Spread): number | undefined {
  let [a, b] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (let at = 0; at < values.length; at++) {
      const n = late[at]! + good[at]!;
      if (n === 0) continue;
      const p = chance(a + b * values[at]!);
      const rest = late[at]! - n * p;
      const w = n * p * (1 - p);
      ga += rest;
      gb += rest * values[at]!;
      haa += w;
      hab += w * values[at]!;
      hbb += w * values[at]! ** 2;
    }
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 1e-9 * haa * hbb)) return undefined;
    const [da, db] = [(ga * hbb - gb * hab) / determinant, (gb * haa - ga * hab) / determinant];
    a += da;
    b += db;
    if (Math.abs(b) > STEEPEST) return undefined;
    if (Math.abs(da) + Math.abs(db) < 1e-10) return b;
  }
  return undefined;
}

/** How far shares have moved from those expected: below 0.1 stable, to 0.25 worth a look, above it another book (PSI, methods.md B9). */
export function stabilityIndex(expected: readonly number[], actual: readonly number[]): number {
  return expected.reduce((sum, e, at) => sum + (actual[at]! - e) * Math.log(actual[at]! / e), 0);
}
