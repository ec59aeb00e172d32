import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import type { Figure } from "../receivables/figure";
import type { Day } from "../values/day";
import { bookByDay } from "./bookByDay";
import { buyerByDay, columnsFor, stepOverdue } from "./buyerByDay";
import { pointsOf } from "./lateIndex";
import { outcomesOf } from "./outcomes";
import { SCORE } from "./policy";
import { statusOf, whyNot } from "./scoreBook";
import { indicesOn } from "./scoresBefore";

/** One buyer's score at the end of each of some days (increasing), as `scoreBook` has it on each, or why there is none; one sweep over its invoices. */
export function scoreByDay(ledger: Ledger, policy: Policy, buyer: number, days: readonly Day[]): Figure[] {
  const outcomes = outcomesOf(ledger, policy);
  const book = bookByDay(outcomes, policy, days.at(-1)!);
  const state = buyerByDay(outcomes, buyer, Int32Array.from(days), columnsFor(days.length));
  const indexAt = indicesOn(outcomes, book, buyer, state);
  return days.map((day, at): Figure => {
    const status = statusOf(outcomes.firstSettled <= day, state.known[at]!, state.settled[at]!, stepOverdue(state, at));
    if (status === "undated" || status === "insufficient") return whyNot(status, { ledger, day, rate: book(day).rate }, buyer).reason;
    const { x1, x2 } = indexAt(at);
    return SCORE.base + pointsOf(x1) + pointsOf(x2);
  });
}
