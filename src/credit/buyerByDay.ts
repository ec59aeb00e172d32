import { firstShare, isLate, knownOn, limitDay, NEVER, wholeLess, wholeOn, type Outcomes } from "./outcomes";
import { SCORE } from "./policy";

/** One buyer's record at the end of each of some days; places as in `days`, which are sorted. */
export interface BuyerByDay {
  readonly known: Int32Array;
  readonly weight: Float64Array;
  readonly settled: Int32Array;
  /** days overdue of an open invoice, as far as the step it falls in: 0, 1, or one above the short step */
  readonly daysOverdue: Int32Array;
}

/** Place of the first of the sorted days on or after one; `days.length` where none is. */
export function atOrAfter(days: Int32Array, day: number): number {
  if (days.length === 0 || day <= days[0]!) return 0;
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every event of an invoice is entered at the first day asked on or after it; running sums then give each day's state. */
export function buyerByDay(outcomes: Outcomes, buyer: number, days: Int32Array): BuyerByDay {
  const ints = (): Int32Array => new Int32Array(days.length + 1);
  const [known, settled, overdue, longOverdue] = [ints(), ints(), ints(), ints()];
  const weight = new Float64Array(days.length + 1);
  const enter = (changes: Int32Array | Float64Array, day: number, change: number): void => {
    if (day !== NEVER) changes[atOrAfter(days, day)]! += change;
  };
  for (let at = outcomes.from[buyer]!; at < outcomes.from[buyer + 1]!; at++) {
    const k = outcomes.byBuyer[at]!;
    enter(known, knownOn(outcomes, k), 1);
    enter(weight, knownOn(outcomes, k), firstShare(outcomes, k));
    if (isLate(outcomes, k)) enter(weight, wholeOn(outcomes, k), wholeLess(outcomes.lateDays));
    enter(settled, outcomes.paid[k]!, 1);
    for (const [changes, since] of [[overdue, 1], [longOverdue, SCORE.overdueShort.days + 1]] as const) {
      const begins = Math.max(outcomes.issued[k]!, outcomes.due[k]! + since);
      if (begins >= outcomes.gone[k]!) continue;
      enter(changes, begins, 1);
      enter(changes, outcomes.gone[k]!, -1);
    }
  }
  for (const changes of [known, weight, settled, overdue, longOverdue]) for (let at = 1; at < days.length; at++) changes[at]! += changes[at - 1]!;
  return { known, weight, settled, daysOverdue: overdue.map((open, at) => (longOverdue[at]! > 0 ? SCORE.overdueShort.days + 1 : open > 0 ? 1 : 0)) };
}

/** Open invoices past due and not yet late at each day: all, those whose days / lateDays do not exceed the buyer's own rate, the days of the others. */
export interface PendingByDay {
  readonly count: Int32Array;
  readonly below: Int32Array;
  readonly daysAbove: Float64Array;
}

/** `own`: the buyer's own rate at each day. With a limit of 0 days nothing is ever pending. */
export function pendingByDay(outcomes: Outcomes, buyer: number, days: Int32Array, own: Float64Array): PendingByDay {
  const pending = { count: new Int32Array(days.length), below: new Int32Array(days.length), daysAbove: new Float64Array(days.length) };
  if (outcomes.lateDays < 1) return pending;
  for (let place = outcomes.from[buyer]!; place < outcomes.from[buyer + 1]!; place++) {
    const k = outcomes.byBuyer[place]!;
    const due = outcomes.due[k]!;
    const until = Math.min(outcomes.gone[k]! - 1, limitDay(outcomes, k));
    for (let at = atOrAfter(days, Math.max(outcomes.issued[k]!, due + 1)); at < days.length && days[at]! <= until; at++) {
      pending.count[at]!++;
      if ((days[at]! - due) / outcomes.lateDays > own[at]!) pending.daysAbove[at]! += days[at]! - due;
      else pending.below[at]!++;
    }
  }
  return pending;
}
