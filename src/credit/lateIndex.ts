import { SCORE } from "./policy";
import type { BookCounts } from "./tally";

/** The book's late rate now: the last year's outcomes with five at the rate of all time; `otherwise` before there is any. */
export function bookRate({ known, late, recentKnown, recentLate }: BookCounts, otherwise: number): number {
  if (known === 0) return Math.max(SCORE.rateBound, Math.min(1 - SCORE.rateBound, otherwise));
  const ofAllTime = (late + 1) / (known + 2);
  return (recentLate + SCORE.recentPrior * ofAllTime) / (recentKnown + SCORE.recentPrior);
}

/** What a buyer is judged by on a day. */
export interface Record {
  /** known outcomes */
  readonly known: number;
  /** those of them late, with near misses in parts */
  readonly weight: number;
  readonly pending: Pending;
  /** invoices settled so far */
  readonly settled: number;
  /** largest days past due of an open invoice, 0 = nothing overdue */
  readonly daysOverdue: number;
}

/** Open invoices past due but not yet late, split by whether days / lateDays exceeds the buyer's own rate; whole days, so sums are exact. */
export interface Pending {
  readonly count: number;
  split(ownRate: number): { readonly below: number; readonly daysAbove: number };
}

export const NOTHING_PENDING: Pending = { count: 0, split: () => ({ below: 0, daysAbove: 0 }) };

/** Pending items given as a list of days past due. */
export function pendingOf(days: readonly number[] | undefined, lateDays: number): Pending {
  if (days === undefined) return NOTHING_PENDING;
  const split = (ownRate: number): { below: number; daysAbove: number } => {
    const above = days.filter((one) => one / lateDays > ownRate);
    return { below: days.length - above.length, daysAbove: above.reduce((sum, one) => sum + one, 0) };
  };
  return { count: days.length, split };
}

export interface BookLevel {
  /** the book's late rate */
  readonly rate: number;
  /** outcomes at that rate mixed into a buyer's own */
  readonly weight: number;
  readonly lateDays: number;
}

export interface Index {
  /** late count with near misses in parts, pending items included */
  readonly late: number;
  /** the buyer's late rate, pulled towards the book's */
  readonly rate: number;
  readonly x1: number;
  readonly x2: number;
}

/** The late rate of known outcomes alone, pulled towards the book's. */
export function ownRate(known: number, weight: number, book: BookLevel): number {
  return (weight + book.weight * book.rate) / (known + book.weight);
}

/**
 * The two lines of the score. Late index: the buyer's rate in log-odds against the book's, past due items counting as late in
 * part and never less than the buyer's own rate (an overdue item may not improve a score). Who has settled nothing can only
 * be worse than the book. Overdue now: a small step.
 */
export function lateIndex(record: Record, book: BookLevel): Index {
  const own = ownRate(record.known, record.weight, book);
  const items = record.known + record.pending.count;
  let late = record.weight;
  if (record.pending.count > 0) {
    const { below, daysAbove } = record.pending.split(own);
    late += below * own + daysAbove / book.lateDays;
  }
  const rate = items === 0 ? book.rate : (late + book.weight * book.rate) / (items + book.weight);
  const against = againstBook(rate, book.rate);
  return { late, rate, x1: record.settled === 0 ? Math.max(0, against) : against, x2: overdueNow(record.daysOverdue) };
}

/** Log-odds of a buyer's rate against the book's, held to what the data told apart. */
export function againstBook(rate: number, book: number): number {
  return Math.max(-SCORE.indexBound, Math.min(SCORE.indexBound, logOdds(rate) - logOdds(book)));
}

export function logOdds(rate: number): number {
  return Math.log(rate / (1 - rate));
}

/** The probability of these log-odds. */
export function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

export function overdueNow(days: number): number {
  return days <= 0 ? 0 : days <= SCORE.overdueShort.days ? SCORE.overdueShort.x : SCORE.overdueLong;
}

/** Points of a part of x: 20 halve the odds. On a grid of 2^-32, so that parts add up to the score exactly. */
export function pointsOf(x: number): number {
  return x === 0 ? 0 : Math.round(-SCORE.pointsPerLogOdds * x * SCORE.pointsGrid) / SCORE.pointsGrid;
}
