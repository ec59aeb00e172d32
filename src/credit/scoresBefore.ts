import type { Policy } from "../ledger/policy";
import { bookByDay, type BookByDay } from "./bookByDay";
import { atOrAfter, buyerByDay, columnsFor, countPending, stepOverdue, type BuyerByDay } from "./buyerByDay";
import { lateIndex, NOTHING_PENDING, ownRate, type Index } from "./lateIndex";
import type { Outcomes } from "./outcomes";
import { finished, type Steps } from "./steps";

/** What the score of its buyer was at the end of the day before each invoice was issued; places as in what was asked. */
export interface ScoresBefore {
  /** log-odds against the book of that day */
  readonly x: Float64Array;
  /** log-odds of the book's rate of that day + x */
  readonly z: Float64Array;
}

/**
 * Scores as they were, of many invoices at once, without reading a buyer's history again for each: the days asked of a buyer
 * are sorted, and one sweep over its invoices gives the state at each. Cost: invoices x log(days asked of their buyer), and one
 * step for each day asked while an item is pending (at most the limit in days). `asked`: places in the outcomes.
 */
export function scoresBefore(outcomes: Outcomes, policy: Policy, asked: Int32Array): ScoresBefore {
  return finished(scoresBeforeInSteps(outcomes, policy, asked));
}

/** Invoices asked of between two steps: some milliseconds. */
const STEP = 2_000;

export function* scoresBeforeInSteps(outcomes: Outcomes, policy: Policy, asked: Int32Array): Steps<ScoresBefore> {
  const x = new Float64Array(asked.length);
  const z = new Float64Array(asked.length);
  const { from, order } = placesByBuyer(outcomes, asked);
  const book = bookByDay(outcomes, policy, asked.reduce((last, k) => Math.max(last, outcomes.issued[k]! - 1), 0));
  yield 0;
  const columns = columnsFor(from.reduce((most, at, b) => (b === 0 ? 0 : Math.max(most, at - from[b - 1]!)), 0));
  let next = STEP;
  for (let b = 0; b < outcomes.ledger.buyers.count; b++) {
    if (from[b] === from[b + 1]) continue;
    if (from[b]! >= next) {
      yield from[b]! / asked.length;
      next = from[b]! + STEP;
    }
    const places = order.subarray(from[b]!, from[b + 1]!);
    const days = distinct(places.map((place) => outcomes.issued[asked[place]!]! - 1));
    const scores = scoresOn(outcomes, book, b, days, columns);
    for (const place of places) {
      const at = atOrAfter(days, outcomes.issued[asked[place]!]! - 1);
      x[place] = scores[at]!;
      z[place] = book(days[at]!).logOdds + scores[at]!;
    }
  }
  return { x, z };
}

/** One buyer's x at the end of each of these days. */
function scoresOn(outcomes: Outcomes, book: BookByDay, buyer: number, days: Int32Array, columns: ReturnType<typeof columnsFor>): Float64Array {
  const state = buyerByDay(outcomes, buyer, days, columns);
  const indexAt = indicesOn(outcomes, book, buyer, state);
  return Float64Array.from(days, (_, at) => {
    const { x1, x2 } = indexAt(at);
    return x1 + x2;
  });
}

/** The late index of a buyer's record at the end of each of its days; fills in what is pending. */
export function indicesOn(outcomes: Outcomes, book: BookByDay, buyer: number, state: BuyerByDay): (at: number) => Index {
  const { days } = state;
  countPending(outcomes, buyer, state, (at) => ownRate(state.known[at]!, state.weight[at]!, book(days[at]!)));
  return (at) => {
    const pending = state.pending[at] === 0 ? NOTHING_PENDING : { count: state.pending[at]!, split: () => ({ below: state.below[at]!, daysAbove: state.daysAbove[at]! }) };
    return lateIndex({ known: state.known[at]!, weight: state.weight[at]!, settled: state.settled[at]!, daysOverdue: stepOverdue(state, at), pending }, book(days[at]!));
  };
}

function distinct(days: Int32Array): Int32Array {
  const sorted = days.sort();
  return sorted.filter((day, at) => at === 0 || day !== sorted[at - 1]);
}

function placesByBuyer(outcomes: Outcomes, asked: Int32Array): { readonly from: Int32Array; readonly order: Int32Array } {
  const from = new Int32Array(outcomes.ledger.buyers.count + 1);
  for (const k of asked) from[outcomes.buyer[k]! + 1]!++;
  for (let b = 0; b < from.length - 1; b++) from[b + 1]! += from[b]!;
  const next = from.slice();
  const order = new Int32Array(asked.length);
  for (let place = 0; place < asked.length; place++) order[next[outcomes.buyer[asked[place]!]!]!++] = place;
  return { from, order };
}
