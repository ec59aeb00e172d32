import { chance } from "./lateIndex";
import { CALIBRATION } from "./policy";

/** Log-odds foreseen for invoices that turned out late and good: sorted, so that the order of rows changes nothing. */
export interface Closed {
  readonly late: Float64Array;
  readonly good: Float64Array;
}

/** logit P = a + b z */
export interface Fit {
  readonly a: number;
  readonly b: number;
}

const AS_IS: Fit = { a: 0, b: 1 };
const STEPS = 40;

/** Few of the rarer outcome: as it is; up to a hundred: the intercept alone; from a hundred: both. */
export function fitted(closed: Closed): Fit {
  const E = Math.min(closed.late.length, closed.good.length);
  return E < CALIBRATION.enough ? AS_IS : newton(closed, E >= CALIBRATION.slopeFrom);
}

/** Newton's steps on the penalised likelihood; it is concave, so a dozen are plenty. */
function newton(closed: Closed, slope: boolean): Fit {
  let { a, b } = AS_IS;
  const priorA = 1 / CALIBRATION.interceptSpread ** 2;
  const priorB = 1 / CALIBRATION.slopeSpread ** 2;
  for (let step = 0; step < STEPS; step++) {
    const sums: Sums = { ga: -a * priorA, gb: -(b - 1) * priorB, haa: priorA, hab: 0, hbb: priorB };
    add(sums, closed.late, 1, a, b);
    add(sums, closed.good, 0, a, b);
    const determinant = sums.haa * sums.hbb - sums.hab * sums.hab;
    const da = slope ? (sums.ga * sums.hbb - sums.gb * sums.hab) / determinant : sums.ga / sums.haa;
    const db = slope ? (sums.gb * sums.haa - sums.ga * sums.hab) / determinant : 0;
    a += da;
    b += db;
    if (Math.abs(da) + Math.abs(db) < 1e-12) break;
  }
  return { a, b };
}

interface Sums {
  ga: number;
  gb: number;
  haa: number;
  hab: number;
  hbb: number;
}

/** Gradient and curvature of the likelihood of one outcome's invoices. */
function add(sums: Sums, list: Float64Array, outcome: 0 | 1, a: number, b: number): void {
  for (const z of list) {
    const p = chance(a + b * z);
    const w = p * (1 - p);
    sums.ga += outcome - p;
    sums.gb += (outcome - p) * z;
    sums.haa += w;
    sums.hab += w * z;
    sums.hbb += w * z * z;
  }
}
