import type { Policy } from "../ledger/policy";
import { bookByDay, type BookByDay } from "./bookByDay";
import { atOrAfter, buyerByDay, pendingByDay } from "./buyerByDay";
import { lateIndex, logOdds, ownRate } from "./lateIndex";
import type { Outcomes } from "./outcomes";

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
  const x = new Float64Array(asked.length);
  const z = new Float64Array(asked.length);
  const byBuyer = placesByBuyer(outcomes, asked);
  const book = bookByDay(outcomes, policy, asked.reduce((last, k) => Math.max(last, outcomes.issued[k]! - 1), 0));
  for (let b = 0; b < outcomes.ledger.buyers.count; b++) {
    const places = byBuyer.order.subarray(byBuyer.from[b]!, byBuyer.from[b + 1]!);
    if (places.length === 0) continue;
    const days = distinct(places.map((place) => outcomes.issued[asked[place]!]! - 1));
    const scores = scoresOn(outcomes, book, b, days);
    for (const place of places) {
      const at = atOrAfter(days, outcomes.issued[asked[place]!]! - 1);
      x[place] = scores.x[at]!;
      z[place] = scores.z[at]!;
    }
  }
  return { x, z };
}

/** One buyer's scores at the end of each of these days. */
function scoresOn(outcomes: Outcomes, book: BookByDay, buyer: number, days: Int32Array): ScoresBefore {
  const state = buyerByDay(outcomes, buyer, days);
  const books = Array.from(days, book);
  const own = Float64Array.from(days, (_, at) => ownRate({ known: state.known[at]!, weight: state.weight[at]! }, books[at]!));
  const pending = pendingByDay(outcomes, buyer, days, own);
  const x = Float64Array.from(days, (_, at) => {
    const split = { below: pending.below[at]!, daysAbove: pending.daysAbove[at]! };
    const items = { count: pending.count[at]!, split: () => split };
    const { x1, x2 } = lateIndex({ known: state.known[at]!, weight: state.weight[at]!, settled: state.settled[at]!, daysOverdue: state.daysOverdue[at]!, pending: items }, books[at]!);
    return x1 + x2;
  });
  return { x, z: x.map((one, at) => logOdds(books[at]!.rate) + one) };
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
