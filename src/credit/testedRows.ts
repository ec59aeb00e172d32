import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { monthEndBefore } from "../receivables/monthEnds";
import type { Day } from "../values/day";
import { splitByOutcome, windowAt } from "./calibrate";
import { chance, logOdds } from "./lateIndex";
import { isLate, type Outcomes } from "./outcomes";
import { pastLateRates } from "./pastLateRate";
import { fitted, type Fit } from "./penalisedFit";
import { SCORE } from "./policy";
import { scoresBeforeInSteps } from "./scoresBefore";
import { partly, type Steps } from "./steps";

/** What one way of judging foresaw for each row: the figure that ranks (larger is worse) and the calibrated probability. */
export interface Foreseen {
  readonly figure: Float64Array;
  readonly probability: Float64Array;
}

/** Invoices with what was foreseen of them the day before they were issued, and what came. In an order that the sheet's rows do not touch. */
export interface TestedRows {
  readonly count: number;
  /** 0 to `buyers` - 1, in the order of their names; rows stand in this order */
  readonly buyer: Int32Array;
  readonly buyers: number;
  readonly issued: Int32Array;
  readonly late: Uint8Array;
  readonly score: Foreseen;
  readonly pastRate: Foreseen;
}

/**
 * Tests `asked` (places in the outcomes, known by `day`). Figures are those of the day before issue; probabilities of score and
 * past late rate alike are calibrated by the book at the end of the month before, on outcomes closed by then. Nothing later leaks in.
 */
export function* testedRows(outcomes: Outcomes, policy: Policy, asked: Int32Array): Steps<TestedRows> {
  yield 0;
  const { order, buyer, buyers } = inOrder(outcomes, asked);
  yield 0;
  const last = order.reduce((day, k) => Math.max(day, outcomes.issued[k]!), 0);
  const all = Int32Array.from({ length: outcomes.count }, (_, k) => k).filter((k) => outcomes.issued[k]! <= last);
  const before = yield* partly(scoresBeforeInSteps(outcomes, policy, all), 0, 0.5);
  const past = yield* partly(pastLateRates(outcomes, policy, all), 0.5, 0.6);
  yield 0.6;
  const place = new Int32Array(outcomes.count);
  all.forEach((k, at) => (place[k] = at));
  const pastOdds = past.map((rate) => logOdds(Math.max(SCORE.rateBound, Math.min(1 - SCORE.rateBound, rate))));
  const fits = yield* partly(monthlyFits(outcomes, order, all, [before.z, pastOdds]), 0.6, 1);
  const foreseen = (which: 0 | 1, figures: Float64Array, odds: Float64Array): Foreseen => ({
    figure: Float64Array.from(order, (k) => figures[place[k]!]!),
    probability: Float64Array.from(order, (k) => {
      const { a, b } = fits.get(monthEndBefore(outcomes.issued[k]! as Day))![which];
      return chance(a + b * odds[place[k]!]!);
    }),
  });
  const score = foreseen(0, before.x, before.z);
  yield 1;
  const pastRate = foreseen(1, past, pastOdds);
  return {
    count: order.length, buyer, buyers,
    issued: order.map((k) => outcomes.issued[k]!),
    late: Uint8Array.from(order, (k) => (isLate(outcomes, k) ? 1 : 0)),
    score, pastRate,
  };
}

/** By buyer's name, day of issue, outcome: rows that are alike in these have the same figures. */
function inOrder(outcomes: Outcomes, asked: Int32Array): { readonly order: Int32Array; readonly buyer: Int32Array; readonly buyers: number } {
  const rankOf = new Map(byName(outcomes.ledger, new Set(asked.map((k) => outcomes.buyer[k]!))).map((b, rank) => [b, rank]));
  const rank = (k: number): number => rankOf.get(outcomes.buyer[k]!)!;
  const late = (k: number): number => (isLate(outcomes, k) ? 1 : 0);
  const order = asked.slice().sort((a, b) => rank(a) - rank(b) || outcomes.issued[a]! - outcomes.issued[b]! || late(a) - late(b));
  return { order, buyer: order.map(rank), buyers: rankOf.size };
}

function byName({ buyers }: Ledger, some: ReadonlySet<number>): number[] {
  const name = (b: number): string => `${buyers.id[b]}\u0000${buyers.name[b]}`;
  return [...some].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

/** For each month in which a row was issued, by the end of the month before: the fit of either kind of log-odds. */
function* monthlyFits(outcomes: Outcomes, rows: Int32Array, all: Int32Array, odds: readonly [Float64Array, Float64Array]): Steps<ReadonlyMap<number, readonly [Fit, Fit]>> {
  const days = [...new Set(rows.map((k) => monthEndBefore(outcomes.issued[k]! as Day)))];
  const fits = new Map<number, readonly [Fit, Fit]>();
  for (const day of days) {
    const { from, to } = windowAt(outcomes, day);
    const fitOf = (z: Float64Array): Fit => fitted(splitByOutcome(outcomes, all, z, from, to));
    fits.set(day, [fitOf(odds[0]), fitOf(odds[1])]);
    yield fits.size / days.length;
  }
  return fits;
}
