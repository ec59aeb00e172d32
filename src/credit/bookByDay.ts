import type { Policy } from "../ledger/policy";
import { bookRate, logOdds, type BookLevel } from "./lateIndex";
import { isLate, knownOn, type Outcomes } from "./outcomes";
import { LATE_INDEX, SCORE } from "./policy";
import { BetweenBuyers } from "./shrinkage";

/** The book on a day, and the log-odds of its rate. */
export interface BookOnDay extends BookLevel {
  readonly logOdds: number;
}

/** The book's late rate, and how much of it is mixed into each buyer, at the end of any day up to the last one asked for. */
export type BookByDay = (day: number) => BookOnDay;

/** Running counts of outcomes by the day they became known, from one pass; weights only where the rate is small enough to need one. */
export function bookByDay(outcomes: Outcomes, policy: Policy, last: number): BookByDay {
  const { first, upTo } = countsByDay(outcomes, last);
  let weights: ((day: number) => number) | undefined;
  const onDay = (day: number): BookOnDay => {
    const [known, late] = upTo(day);
    const [knownBefore, lateBefore] = upTo(day - SCORE.recentDays);
    const rate = bookRate({ known, late, recentKnown: known - knownBefore, recentLate: late - lateBefore }, policy.bookLateRate);
    if (rate < LATE_INDEX.smallRate) weights ??= weightsByDay(outcomes, first, last);
    return { rate, weight: rate < LATE_INDEX.smallRate ? weights!(day) : LATE_INDEX.weight, lateDays: outcomes.lateDays, logOdds: logOdds(rate) };
  };
  const made = new Map<number, BookOnDay>();
  return (day) => {
    const found = made.get(day) ?? onDay(day);
    made.set(day, found);
    return found;
  };
}

interface Counts {
  /** first day on which an outcome is known; after the last where none is */
  readonly first: number;
  upTo(day: number): readonly [known: number, late: number];
}

function countsByDay(outcomes: Outcomes, last: number): Counts {
  let first = last + 1;
  for (let k = 0; k < outcomes.count; k++) first = Math.min(first, knownOn(outcomes, k));
  const known = new Int32Array(last - first + 2);
  const late = new Int32Array(last - first + 2);
  for (let k = 0; k < outcomes.count; k++) {
    const at = knownOn(outcomes, k) - first;
    if (at > last - first) continue;
    known[at]!++;
    if (isLate(outcomes, k)) late[at]!++;
  }
  for (let at = 1; at < known.length; at++) {
    known[at]! += known[at - 1]!;
    late[at]! += late[at - 1]!;
  }
  return { first, upTo: (day) => (day < first ? [0, 0] : [known[Math.min(day, last) - first]!, late[Math.min(day, last) - first]!]) };
}

/** The weight that the book itself suggests, at the end of every day: outcomes in the order in which they became known. */
function weightsByDay(outcomes: Outcomes, first: number, last: number): (day: number) => number {
  const between = new BetweenBuyers();
  const known = new Int32Array(outcomes.ledger.buyers.count);
  const late = new Int32Array(outcomes.ledger.buyers.count);
  const order = inOrderKnown(outcomes, first, last);
  const weights = new Float64Array(Math.max(1, last - first + 1));
  let at = 0;
  for (let day = first; day <= last; day++) {
    for (; at < order.length && knownOn(outcomes, order[at]!) === day; at++) {
      const b = outcomes.buyer[order[at]!]!;
      between.count(known[b]!, late[b]!, -1);
      known[b]!++;
      if (isLate(outcomes, order[at]!)) late[b]!++;
      between.count(known[b]!, late[b]!, 1);
    }
    weights[day - first] = between.weight();
  }
  const before = new BetweenBuyers().weight();
  return (day) => (day < first ? before : weights[Math.min(day, last) - first]!);
}

/** Outcomes known by the last day, in the order of their days: counted into place. */
function inOrderKnown(outcomes: Outcomes, first: number, last: number): Int32Array {
  const next = new Int32Array(Math.max(0, last - first) + 2);
  const known = new Int32Array(outcomes.count);
  for (let k = 0; k < outcomes.count; k++) {
    known[k] = knownOn(outcomes, k);
    if (known[k]! <= last) next[known[k]! - first + 1]!++;
  }
  for (let at = 1; at < next.length; at++) next[at]! += next[at - 1]!;
  const order = new Int32Array(next.at(-1)!);
  for (let k = 0; k < outcomes.count; k++) if (known[k]! <= last) order[next[known[k]! - first]!++] = k;
  return order;
}
