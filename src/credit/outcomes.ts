import { DN, INV, type Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { NO_DAY } from "../values/day";
import { SCORE } from "./policy";

/** Days past due up to which an invoice is not yet late. */
export function lateDaysOf(policy: Policy): number {
  return policy.lateAfter + policy.grace;
}

/** Invoices and debit notes with a due day are judged; disputed ones by one switch for features and outcomes alike. */
export function isJudged({ documents }: Ledger, policy: Policy, i: number): boolean {
  const kind = documents.kind[i]!;
  return (kind === INV || kind === DN) && documents.amount[i]! > 0 && documents.due[i]! !== NO_DAY && (policy.scoreDisputed || documents.disputed[i] === 0);
}

/** How much of a late invoice one is that was paid, or is still open, so many days past the limit (0 = on its last day). */
export function lateShare(daysPastLimit: number, lateDays: number): number {
  if (lateDays > SCORE.nearMissUpTo) return daysPastLimit > 0 ? 1 : 0;
  if (daysPastLimit > SCORE.nearMissDays) return 1;
  if (daysPastLimit > 0) return SCORE.justLate;
  return daysPastLimit > -SCORE.nearMissDays ? SCORE.justGood : 0;
}

/** What the book knows of every buyer at the end of a day; one place a buyer, one pass over the documents. */
export interface Outcomes {
  readonly known: Int32Array;
  readonly late: Int32Array;
  /** late invoices with near misses in parts */
  readonly weight: Float64Array;
  /** judged invoices that were settled */
  readonly settled: Int32Array;
  /** largest days past due of an open invoice */
  readonly daysOverdue: Int32Array;
  /** documents past due by a day or more but not yet late */
  readonly pending: Int32Array;
  /** the whole book's known and late outcomes, and those that became known in the last year */
  readonly bookKnown: number;
  readonly bookLate: number;
  readonly recentKnown: number;
  readonly recentLate: number;
  /** something was settled on a dated day by now */
  readonly dated: boolean;
}

/**
 * An invoice is known to be late once more than `lateDays` have passed since its due day without its being settled, known to be good
 * once it is settled by then; until one of the two it says nothing. Nothing after the day is looked at.
 */
export function outcomes(ledger: Ledger, day: number, policy: Policy): Outcomes {
  const { documents, buyers } = ledger;
  const lateDays = lateDaysOf(policy);
  const ints = (): Int32Array => new Int32Array(buyers.count);
  const sums = { known: ints(), late: ints(), weight: new Float64Array(buyers.count), settled: ints(), daysOverdue: ints() };
  const book = { bookKnown: 0, bookLate: 0, recentKnown: 0, recentLate: 0 };
  const pending: number[] = [];
  for (let i = 0; i < documents.count; i++) {
    if (documents.issued[i]! > day || !isJudged(ledger, policy, i)) continue;
    const b = documents.buyer[i]!;
    const due = documents.due[i]!;
    const closed = documents.closed[i]! !== NO_DAY && documents.closed[i]! <= day ? documents.closed[i]! : NO_DAY;
    const isLate = closed === NO_DAY ? day > due + lateDays : closed > due + lateDays;
    if (closed !== NO_DAY) sums.settled[b]!++;
    else if (day - due > sums.daysOverdue[b]!) sums.daysOverdue[b] = day - due;
    if (closed === NO_DAY && !isLate) {
      if (day > due) pending.push(i);
      continue;
    }
    sums.known[b]!++;
    sums.weight[b]! += lateShare((closed === NO_DAY ? day : closed) - due - lateDays, lateDays);
    book.bookKnown++;
    const since = isLate ? due + lateDays + 1 : closed;
    if (since > day - SCORE.recentDays) book.recentKnown++;
    if (!isLate) continue;
    sums.late[b]!++;
    book.bookLate++;
    if (since > day - SCORE.recentDays) book.recentLate++;
  }
  return { ...sums, ...book, pending: Int32Array.from(pending), dated: settledBy(ledger, day) };
}

function settledBy({ settlements }: Ledger, day: number): boolean {
  for (let s = 0; s < settlements.count; s++) if (settlements.day[s]! !== NO_DAY && settlements.day[s]! <= day) return true;
  return false;
}
