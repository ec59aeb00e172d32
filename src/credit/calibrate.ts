import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { chance } from "./lateIndex";
import { closesOn, isLate, outcomesOf, type Outcomes } from "./outcomes";
import { fitted, type Closed, type Fit } from "./penalisedFit";
import { CALIBRATION } from "./policy";
import { rememberedByPolicy } from "./remembered";
import type { Calibration } from "./score";
import { scoresBefore } from "./scoresBefore";

/**
 * How the ledger itself turns scores into probabilities: the invoices whose outcome closed in the last half year (longer where
 * fewer than ten of the rarer outcome did), the scores their buyers had the day before each was issued, and a penalised
 * logistic fit: logit P = a + b z, a normal around 0, b normal around 1. With fewer than ten no probability is said.
 */
export const calibrate: (ledger: Ledger, day: Calibration["day"], policy: Policy) => Calibration = rememberedByPolicy((ledger, day, policy) => {
  const outcomes = outcomesOf(ledger, policy);
  const now = windowAt(outcomes, day);
  const before = windowAt(outcomes, day - CALIBRATION.quarter);
  const asked = closedIn(outcomes, Math.min(now.from, before.from), day);
  const { z } = scoresBefore(outcomes, policy, asked);
  const within = (from: number, to: number): Closed => splitByOutcome(outcomes, asked, z, from, to);
  const closed = within(now.from, day);
  const E = Math.min(now.late, now.good);
  const fit = fitted(closed);
  const quarter = quarterOf(within(before.from, before.to), within(before.to, day));
  return {
    day, window: day - now.from, n: now.late + now.good, late: now.late, E, rarer: now.late <= now.good ? "late" : "good", enough: E >= CALIBRATION.enough, ...fit,
    expectedLate: expected(closed, fit),
    quarter,
    moved: quarter !== undefined && Math.abs(quarter.predicted - quarter.observed) > CALIBRATION.moved,
    bands: E >= CALIBRATION.slopeFrom ? bandsOf(closed, fit) : [],
  };
});

/** Outcomes closed in (from, to]. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly late: number;
  readonly good: number;
}

/** The shortest window with ten of the rarer outcome, else the longest. Outcomes are counted by the shortest window they fall in. */
export function windowAt(outcomes: Outcomes, to: number): Window {
  const { windows } = CALIBRATION;
  const counts = windows.map(() => ({ late: 0, good: 0 }));
  for (let k = 0; k < outcomes.count; k++) {
    const age = to - closesOn(outcomes, k);
    if (age < 0 || age >= windows[windows.length - 1]!) continue;
    const count = counts[age < windows[0] ? 0 : age < windows[1] ? 1 : 2]!;
    if (isLate(outcomes, k)) count.late++;
    else count.good++;
  }
  let [late, good] = [0, 0];
  for (let w = 0; ; w++) {
    late += counts[w]!.late;
    good += counts[w]!.good;
    if (Math.min(late, good) >= CALIBRATION.enough || w === windows.length - 1) return { from: to - windows[w]!, to, late, good };
  }
}

/** By the day the time for paying is over, for both outcomes alike, or early payers would be over-represented. */
function closedIn(outcomes: Outcomes, from: number, to: number): Int32Array {
  const found = new Int32Array(outcomes.count);
  let count = 0;
  for (let k = 0; k < outcomes.count; k++) {
    const closes = closesOn(outcomes, k);
    if (closes > from && closes <= to) found[count++] = k;
  }
  return found.slice(0, count);
}

export function splitByOutcome(outcomes: Outcomes, asked: Int32Array, z: Float64Array, from: number, to: number): Closed {
  const late: number[] = [];
  const good: number[] = [];
  asked.forEach((k, at) => {
    const closes = closesOn(outcomes, k);
    if (closes > from && closes <= to) (isLate(outcomes, k) ? late : good).push(z[at]!);
  });
  return { late: Float64Array.from(late).sort(), good: Float64Array.from(good).sort() };
}

function expected(closed: Closed, { a, b }: Fit): number {
  const sum = (list: Float64Array): number => list.reduce((all, z) => all + chance(a + b * z), 0);
  return sum(closed.late) + sum(closed.good);
}

/** The last closed quarter, as the calibration before it foresaw it; undefined where that one foresaw nothing. */
function quarterOf(earlier: Closed, closed: Closed): Calibration["quarter"] {
  const n = closed.late.length + closed.good.length;
  if (n === 0 || Math.min(earlier.late.length, earlier.good.length) < CALIBRATION.enough) return undefined;
  return { n, predicted: expected(closed, fitted(earlier)) / n, observed: closed.late.length / n };
}

const BANDS = 5;

function bandsOf(closed: Closed, fit: Fit): Calibration["bands"] {
  const bands = Array.from({ length: BANDS }, (_, at) => ({ from: at / BANDS, to: (at + 1) / BANDS, n: 0, predicted: 0, late: 0 }));
  for (const [list, late] of [[closed.late, 1], [closed.good, 0]] as const) {
    for (const z of list) {
      const p = chance(fit.a + fit.b * z);
      const band = bands[Math.min(BANDS - 1, Math.floor(p * BANDS))]!;
      band.n++;
      band.predicted += p;
      band.late += late;
    }
  }
  return bands.filter(({ n }) => n > 0).map(({ from, to, n, predicted, late }) => ({ from, to, n, predicted: predicted / n, observed: late / n }));
}
