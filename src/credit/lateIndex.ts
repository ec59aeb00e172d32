import { SCORE } from "./policy";

/** The book's late rate now: the last year's outcomes with five at the rate of all time; `otherwise` before there is any. */
export function bookRate(known: number, late: number, recentKnown: number, recentLate: number, otherwise: number): number {
  if (known === 0) return otherwise;
  const ofAllTime = (late + 1) / (known + 2);
  return (recentLate + SCORE.recentPrior * ofAllTime) / (recentKnown + SCORE.recentPrior);
}

export interface Known {
  readonly known: number;
  /** late invoices with near misses in parts */
  readonly weight: number;
  /** open invoices past due but not yet late: how many, and days past due of each as often as it occurs (place = days) */
  readonly pendingDays: readonly number[];
}

/**
 * The buyer's late rate: its known outcomes, pulled towards the book's rate with so many outcomes of its own, and what is past
 * due but not yet late as late in part. An overdue item never improves a rate, hence the larger of the two.
 */
export function lateRate({ known, weight, pendingDays }: Known, rate: number, shrinkage: number, lateDays: number): number {
  const settled = (weight + shrinkage * rate) / (known + shrinkage);
  if (pendingDays.length === 0) return settled;
  let below = 0;
  let above = 0; // whole days: added up exactly, whatever their order
  for (const days of pendingDays) {
    if (days / lateDays > settled) above += days;
    else below++;
  }
  return (weight + shrinkage * rate + below * settled + above / lateDays) / (known + shrinkage + pendingDays.length);
}

export function logOdds(rate: number): number {
  return Math.log(rate / (1 - rate));
}

/** Log-odds of a buyer's rate against the book's, held to what the data told apart. */
export function lateIndex(rate: number, book: number): number {
  return Math.max(-SCORE.indexBound, Math.min(SCORE.indexBound, logOdds(rate) - logOdds(book)));
}

export function overdueNow(days: number): number {
  return days <= 0 ? 0 : days <= SCORE.overdueShort.days ? SCORE.overdueShort.x : SCORE.overdueLong;
}

/** Points of a part of x: 20 halve the odds. On a grid of 2^-32, so that parts add up to the score exactly. */
export function pointsOf(x: number): number {
  return x === 0 ? 0 : Math.round(-SCORE.pointsPerLogOdds * x * SCORE.pointsGrid) / SCORE.pointsGrid;
}

/** A probability from log-odds. */
export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
