import type { Reason } from "../values/answer";
import { lateRateInterval } from "./betaInterval";
import { SCORE } from "./policy";
import { percentText } from "./scoreBook";
import type { BuyerScore, ScoreBook, ScoreReason } from "./score";


/**
 * Why a buyer has its score. The points of base, late index and overdue add up to the score exactly; status, interval and
 * overrides carry none. Empty points where the buyer cannot be judged.
 */
export function scoreReasons(book: ScoreBook, buyer: number): ScoreReason[] {
  const one = book.buyers[buyer]!;
  const judged = one.score.known;
  const reason = (code: ScoreReason["code"], name: string, finding: Reason, points?: number, change?: Reason): ScoreReason => ({ code, name: { code: name }, finding, points, change });
  return [
    ...(judged
      ? [
          reason("base", "reason.base", { code: "finding.base", with: { rate: percentText(book.rate), days: book.lateDays } }, SCORE.base),
          reason("lateIndex", "reason.lateIndex", lateFinding(book, one), one.latePoints, lateChange(one)),
          reason("overdueNow", "reason.overdueNow", overdueFinding(one), one.overduePoints, one.daysOverdue > 0 ? { code: "change.overdue" } : undefined),
        ]
      : []),
    reason("status", "reason.status", { code: `status.${one.status}`, with: { known: one.known } }),
    ...(judged ? [reason("interval", "reason.interval", interval(book, one))] : []),
    ...(one.daysOverdue > SCORE.longOverdue ? [reason("override", "reason.override", { code: "finding.longOverdue", with: { days: one.daysOverdue } })] : []),
  ];
}

export function lateFinding(book: ScoreBook, one: BuyerScore): Reason {
  const values = { late: one.late, known: one.known, rate: percentText(book.rate), pending: one.pending, days: book.lateDays };
  return { code: one.known === 0 ? "finding.nothingKnown" : one.pending > 0 ? "finding.lateAndPending" : "finding.late", with: values };
}

function overdueFinding(one: BuyerScore): Reason {
  return one.daysOverdue > 0 ? { code: "finding.overdue", with: { days: one.daysOverdue } } : { code: "finding.notOverdue" };
}

function lateChange(one: BuyerScore): Reason | undefined {
  return one.x1 > 0 || one.late > 0 ? { code: "change.late" } : undefined;
}

function interval(book: ScoreBook, one: BuyerScore): Reason {
  const [low, high] = lateRateInterval(one.rate, one.known + one.pending + book.weight);
  return { code: "finding.interval", with: { low: percentText(low), high: percentText(high) } };
}
