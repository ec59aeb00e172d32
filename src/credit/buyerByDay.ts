import { firstShare, isLate, knownOn, limitDay, wholeLess, wholeOn, type Outcomes } from "./outcomes";
import { SCORE } from "./policy";

/** One buyer's record at the end of each of some days; places as in `days`, which are sorted. The columns are longer than `count`. */
export interface BuyerByDay {
  readonly days: Int32Array;
  readonly count: number;
  readonly known: Int32Array;
  readonly weight: Float64Array;
  readonly settled: Int32Array;
  /** open invoices overdue, and those of them overdue by more than the short step */
  readonly overdue: Int32Array;
  readonly longOverdue: Int32Array;
  /** open invoices past due and not yet late; those whose days / lateDays do not exceed the buyer's own rate; the days of the others */
  readonly pending: Int32Array;
  readonly below: Int32Array;
  readonly daysAbove: Float64Array;
}

/** Columns for up to so many days: made once, emptied for each buyer. */
export function columnsFor(most: number): Omit<BuyerByDay, "days" | "count"> {
  const ints = (): Int32Array => new Int32Array(most + 1);
  const floats = (): Float64Array => new Float64Array(most + 1);
  return { known: ints(), weight: floats(), settled: ints(), overdue: ints(), longOverdue: ints(), pending: ints(), below: ints(), daysAbove: floats() };
}

/** Place of the first of the sorted days on or after one; `days.length` where none is. */
export function atOrAfter(days: Int32Array, day: number): number {
  if (days.length === 0 || day <= days[0]!) return 0;
  let low = 1;
  let high = days.length;
  if (day > days[high - 1]!) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every event of an invoice is entered at the first day asked on or after it; running sums then give each day's state. */
export function buyerByDay(outcomes: Outcomes, buyer: number, days: Int32Array, columns: Omit<BuyerByDay, "days" | "count">): BuyerByDay {
  const count = days.length;
  const { known, weight, settled, overdue, longOverdue } = columns;
  for (const column of Object.values(columns)) column.fill(0, 0, count + 1);
  for (let at = outcomes.from[buyer]!; at < outcomes.from[buyer + 1]!; at++) {
    const k = outcomes.byBuyer[at]!;
    const since = atOrAfter(days, knownOn(outcomes, k));
    known[since]!++;
    weight[since]! += firstShare(outcomes, k);
    if (isLate(outcomes, k)) weight[atOrAfter(days, wholeOn(outcomes, k))]! += wholeLess(outcomes.lateDays);
    settled[atOrAfter(days, outcomes.paid[k]!)]!++;
    enterWhileOpen(overdue, days, outcomes, k, 1);
    enterWhileOpen(longOverdue, days, outcomes, k, SCORE.overdueShort.days + 1);
  }
  for (let at = 1; at < count; at++) {
    known[at]! += known[at - 1]!;
    weight[at]! += weight[at - 1]!;
    settled[at]! += settled[at - 1]!;
    overdue[at]! += overdue[at - 1]!;
    longOverdue[at]! += longOverdue[at - 1]!;
  }
  return { days, count, ...columns };
}

/** One more from so many days past due on, until it is gone. */
function enterWhileOpen(column: Int32Array, days: Int32Array, outcomes: Outcomes, k: number, daysOverdue: number): void {
  const begins = Math.max(outcomes.issued[k]!, outcomes.due[k]! + daysOverdue);
  if (begins >= outcomes.gone[k]!) return;
  column[atOrAfter(days, begins)]!++;
  column[atOrAfter(days, outcomes.gone[k]!)]!--;
}

/** Counts what is pending at each day. `ownAt`: the buyer's own rate at a day. With a limit of 0 days nothing is ever pending. */
export function countPending(outcomes: Outcomes, buyer: number, state: BuyerByDay, ownAt: (at: number) => number): void {
  if (outcomes.lateDays < 1) return;
  const { days, count } = state;
  for (let place = outcomes.from[buyer]!; place < outcomes.from[buyer + 1]!; place++) {
    const k = outcomes.byBuyer[place]!;
    const due = outcomes.due[k]!;
    const until = Math.min(outcomes.gone[k]! - 1, limitDay(outcomes, k));
    for (let at = atOrAfter(days, Math.max(outcomes.issued[k]!, due + 1)); at < count && days[at]! <= until; at++) {
      state.pending[at]!++;
      if ((days[at]! - due) / outcomes.lateDays > ownAt(at)) state.daysAbove[at]! += days[at]! - due;
      else state.below[at]!++;
    }
  }
}

/** Days overdue of an open invoice, as far as the step it falls in: 0, 1, or one above the short step. */
export function stepOverdue(state: BuyerByDay, at: number): number {
  return state.longOverdue[at]! > 0 ? SCORE.overdueShort.days + 1 : state.overdue[at]! > 0 ? 1 : 0;
}
