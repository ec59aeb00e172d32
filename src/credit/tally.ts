import type { Outcomes } from "./outcomes";
import { countsOn, isLate, knownOn, limitDay } from "./outcomes";
import { SCORE } from "./policy";

/** What the book knows at the end of a day; one place a buyer in each column. */
export interface Tally {
  readonly known: Int32Array;
  readonly late: Int32Array;
  /** late invoices with near misses in parts; eighths, so sums are exact in any order */
  readonly weight: Float64Array;
  /** invoices settled so far */
  readonly settled: Int32Array;
  /** largest days past due of an open invoice */
  readonly daysOverdue: Int32Array;
  /** days past due of each open invoice that is past due but not yet late, by buyer */
  readonly pending: ReadonlyMap<number, readonly number[]>;
  readonly book: BookCounts;
}

/** The whole book's outcomes, and those that became known in the last year. */
export interface BookCounts {
  readonly known: number;
  readonly late: number;
  readonly recentKnown: number;
  readonly recentLate: number;
}

/** A tally while the pass runs. */
interface Filling extends Omit<Tally, "pending" | "book"> {
  readonly pending: Map<number, number[]>;
  readonly book: { -readonly [Count in keyof BookCounts]: number };
}

/**
 * One pass: an invoice is known to be late once the limit has passed without its being settled, known to be good once it is
 * settled in time; until one of the two it says nothing. What is dated after the day is not looked at.
 */
export function tallyOn(outcomes: Outcomes, day: number): Tally {
  const ints = (): Int32Array => new Int32Array(outcomes.ledger.buyers.count);
  const tally: Filling = {
    known: ints(), late: ints(), weight: new Float64Array(outcomes.ledger.buyers.count), settled: ints(), daysOverdue: ints(),
    pending: new Map<number, number[]>(),
    book: { known: 0, late: 0, recentKnown: 0, recentLate: 0 },
  };
  for (let k = 0; k < outcomes.count; k++) {
    if (outcomes.issued[k]! > day) continue;
    if (outcomes.paid[k]! <= day) tally.settled[outcomes.buyer[k]!]!++;
    if (knownOn(outcomes, k) <= day) countOutcome(tally, outcomes, k, day);
    if (outcomes.gone[k]! > day && outcomes.due[k]! < day) countOverdue(tally, outcomes, k, day);
  }
  return tally;
}

function countOutcome(tally: Filling, outcomes: Outcomes, k: number, day: number): void {
  const b = outcomes.buyer[k]!;
  const late = isLate(outcomes, k) ? 1 : 0;
  const recent = knownOn(outcomes, k) > day - SCORE.recentDays ? 1 : 0;
  tally.known[b]!++;
  tally.late[b]! += late;
  tally.weight[b]! += countsOn(outcomes, k, day);
  tally.book.known++;
  tally.book.late += late;
  tally.book.recentKnown += recent;
  tally.book.recentLate += late * recent;
}

function countOverdue(tally: Filling, outcomes: Outcomes, k: number, day: number): void {
  const b = outcomes.buyer[k]!;
  const days = day - outcomes.due[k]!;
  if (days > tally.daysOverdue[b]!) tally.daysOverdue[b] = days;
  if (day > limitDay(outcomes, k)) return;
  const list = tally.pending.get(b);
  if (list === undefined) tally.pending.set(b, [days]);
  else list.push(days);
}
