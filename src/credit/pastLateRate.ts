import type { Policy } from "../ledger/policy";
import { isLate, NEVER, type Outcomes } from "./outcomes";
import { BACKTEST } from "./policy";
import type { Steps } from "./steps";

/** Invoices asked of between two steps. */
const STEP = 5_000;

/**
 * What anybody would go by without a score: the share of its buyer's settled invoices that were paid late, with five at the
 * book's own share mixed in, as it stood the day before each invoice was issued. The score has to beat it on the same rows.
 * `asked`: places in the outcomes; fractions, places as in what was asked.
 */
export function* pastLateRates(outcomes: Outcomes, policy: Policy, asked: Int32Array): Steps<Float64Array> {
  const everyone = inOrderPaid(outcomes, Int32Array.from({ length: outcomes.count }, (_, k) => k));
  const ofBuyer = new Map<number, Settled>();
  const rates = new Float64Array(asked.length);
  for (const [at, k] of asked.entries()) {
    if (at % STEP === 0) yield at / asked.length;
    const b = outcomes.buyer[k]!;
    let own = ofBuyer.get(b);
    if (own === undefined) ofBuyer.set(b, (own = inOrderPaid(outcomes, outcomes.byBuyer.subarray(outcomes.from[b]!, outcomes.from[b + 1]!))));
    const [settled, late] = upTo(own, outcomes.issued[k]! - 1);
    const [all, allLate] = upTo(everyone, outcomes.issued[k]! - 1);
    const book = all === 0 ? policy.bookLateRate : allLate / all;
    rates[at] = (late + BACKTEST.pastRateWeight * book) / (settled + BACKTEST.pastRateWeight);
  }
  return rates;
}

/** Days on which invoices were settled, and those on which late ones were, sorted. */
interface Settled {
  readonly days: Int32Array;
  readonly late: Int32Array;
}

function inOrderPaid(outcomes: Outcomes, places: Int32Array): Settled {
  const paid = places.filter((k) => outcomes.paid[k] !== NEVER);
  const daysOf = (some: Int32Array): Int32Array => some.map((k) => outcomes.paid[k]!).sort();
  return { days: daysOf(paid), late: daysOf(paid.filter((k) => isLate(outcomes, k))) };
}

function upTo({ days, late }: Settled, day: number): readonly [settled: number, late: number] {
  return [countUpTo(days, day), countUpTo(late, day)];
}

function countUpTo(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
