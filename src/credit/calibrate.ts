import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { NO_DAY } from "../values/day";
import { chance } from "./lateIndex";
import { isJudged, lateDaysOf } from "./outcomes";
import { fitted, type Closed, type Fit } from "./penalisedFit";
import { CALIBRATION } from "./policy";
import { rememberedByPolicy } from "./remembered";
import type { Calibration } from "./score";
import { scoresBefore } from "./sweep";

/**
 * How the ledger itself turns scores into probabilities: the invoices whose outcome closed in the last half year (longer where
 * fewer than ten of the rarer outcome did), the scores their buyers had the day before each was issued, and a penalised
 * logistic fit: logit P = a + b z, a normal around 0, b normal around 1. With fewer than ten no probability is said.
 */
export const calibrate: (ledger: Ledger, day: Calibration["day"], policy: Policy) => Calibration = rememberedByPolicy((ledger, day, policy) => {
  const longest = closedIn(ledger, policy, day - CALIBRATION.windows[2] - CALIBRATION.quarter, day);
  const z = new Map(scoresBefore(ledger, policy, longest).map((one) => [one.document, one.z]));
  const within: Window = (from, to) => splitByOutcome(ledger, policy, longest, z, from, to);
  const { window, closed } = windowAt(within, day);
  const late = closed.late.length;
  const n = late + closed.good.length;
  const E = Math.min(late, n - late);
  const fit = fitted(closed);
  const quarter = quarterOf(within, day);
  return {
    day, window, n, late, E, rarer: late <= n - late ? "late" : "good", enough: E >= CALIBRATION.enough, ...fit,
    expectedLate: expected(closed, fit),
    quarter,
    moved: quarter !== undefined && Math.abs(quarter.predicted - quarter.observed) > CALIBRATION.moved,
    bands: E >= CALIBRATION.slopeFrom ? bandsOf(closed, fit) : [],
  };
});

type Window = (from: number, to: number) => Closed;

/** Day on which it is settled, one way or the other, whether the invoice is late. */
function closesOn(ledger: Ledger, policy: Policy, i: number): number {
  return Math.max(ledger.documents.due[i]! + lateDaysOf(policy) + 1, ledger.documents.issued[i]!);
}

/** By the day the window of late or not closes, for both outcomes alike, or early payers would be over-represented. */
function closedIn(ledger: Ledger, policy: Policy, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < ledger.documents.count; i++) {
    if (ledger.documents.issued[i]! > to || !isJudged(ledger, policy, i)) continue;
    const day = closesOn(ledger, policy, i);
    if (day > from && day <= to) found.push(i);
  }
  return found;
}

function splitByOutcome(ledger: Ledger, policy: Policy, documents: readonly number[], z: ReadonlyMap<number, number>, from: number, to: number): Closed {
  const { due, closed } = ledger.documents;
  const late: number[] = [];
  const good: number[] = [];
  for (const i of documents) {
    const day = closesOn(ledger, policy, i);
    if (day <= from || day > to) continue;
    const paidInTime = closed[i]! !== NO_DAY && closed[i]! <= due[i]! + lateDaysOf(policy);
    (paidInTime ? good : late).push(z.get(i)!);
  }
  return { late: Float64Array.from(late).sort(), good: Float64Array.from(good).sort() };
}

function windowAt(within: Window, day: number): { window: number; closed: Closed } {
  const longest = CALIBRATION.windows[CALIBRATION.windows.length - 1]!;
  for (const window of CALIBRATION.windows) {
    const closed = within(day - window, day);
    if (Math.min(closed.late.length, closed.good.length) >= CALIBRATION.enough || window === longest) return { window, closed };
  }
  throw new Error("The longest window always answers");
}

function expected(closed: Closed, { a, b }: Fit): number {
  const sum = (list: Float64Array): number => list.reduce((all, z) => all + chance(a + b * z), 0);
  return sum(closed.late) + sum(closed.good);
}

/** The last closed quarter, as the calibration before it foresaw it. */
function quarterOf(within: Window, day: number): Calibration["quarter"] {
  const before = day - CALIBRATION.quarter;
  const earlier = windowAt(within, before).closed;
  const now = within(before, day);
  const n = now.late.length + now.good.length;
  if (n === 0 || Math.min(earlier.late.length, earlier.good.length) < CALIBRATION.enough) return undefined;
  return { n, predicted: expected(now, fitted(earlier)) / n, observed: now.late.length / n };
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
