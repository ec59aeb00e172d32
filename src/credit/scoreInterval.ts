import { lateRateInterval } from "./betaInterval";
import { gradeOf } from "./grade";
import { againstBook, pointsOf } from "./lateIndex";
import { SCORE } from "./policy";
import type { Grade, ScoreBook } from "./score";

/** What the score would be at either end of the late rate's interval. */
export interface ScoreEnd {
  readonly score: number;
  readonly grade: Grade;
}

/**
 * The 80 % interval of the buyer's late rate (score.md 5) in points and grades: what is overdue now stays as it is. Undefined
 * where there is no score.
 */
export function scoreInterval(book: ScoreBook, buyer: number): { readonly low: ScoreEnd; readonly high: ScoreEnd } | undefined {
  const one = book.buyers[buyer]!;
  if (!one.score.known) return undefined;
  const [good, bad] = lateRateInterval(one.rate, one.known + one.pending + book.weight);
  const end = (rate: number): ScoreEnd => {
    const bounded = Math.max(SCORE.rateBound, Math.min(1 - SCORE.rateBound, rate)); // log-odds need a rate between 0 and 1
    const against = againstBook(bounded, book.rate);
    const x1 = one.settled === 0 ? Math.max(0, against) : against;
    return { score: SCORE.base + pointsOf(x1) + pointsOf(one.x2), grade: gradeOf(x1 + one.x2, book.policy.gradeEdges) };
  };
  return { low: end(bad), high: end(good) };
}
