import type { Reason } from "../values/answer";
import { lateRateInterval } from "./betaInterval";
import { againstBook, pointsOf } from "./lateIndex";
import { outsideViews } from "./limitCaps";
import { effectReason, overridesOf } from "./overrides";
import { SCORE } from "./policy";
import type { BuyerScore, ScoreBook, ScoreReason } from "./score";
import { percentText } from "./scoreBook";

/**
 * Why a buyer has its score. The points of base, late index and overdue add up to the score, bit for bit and in any order;
 * status, interval and overrides carry none. Only the latter where the buyer cannot be judged.
 */
export function scoreReasons(book: ScoreBook, buyer: number): ScoreReason[] {
  const one = book.buyers[buyer]!;
  const status = line("status", { code: `status.${one.status}`, with: { known: one.known } });
  return one.score.known ? [...counted(book, one), status, line("interval", interval(book, one)), ...beside(book, one)] : [status, ...beside(book, one)];
}

function line(code: ScoreReason["code"], finding: Reason, points?: number, change?: Reason): ScoreReason {
  return { code, name: { code: `reason.${code}` }, finding, points, change };
}

function counted(book: ScoreBook, one: BuyerScore): ScoreReason[] {
  return [
    line("base", { code: "finding.base", with: { rate: percentText(book.rate), days: book.lateDays } }, SCORE.base),
    line("lateIndex", lateFinding(book, one), one.latePoints, { code: "change.late", with: { good: signed(nextInvoice(book, one, 0)), late: signed(nextInvoice(book, one, 1)) } }),
    line("overdueNow", overdueFinding(one), one.overduePoints, one.overduePoints < 0 ? { code: "change.overdue", with: { points: signed(-one.overduePoints) } } : undefined),
  ];
}

export function lateFinding(book: ScoreBook, one: BuyerScore): Reason {
  const values = { late: one.late, known: one.known, rate: percentText(book.rate), pending: one.pending, days: book.lateDays };
  return { code: one.known === 0 ? "finding.nothingKnown" : one.pending > 0 ? "finding.lateAndPending" : "finding.late", with: values };
}

function overdueFinding(one: BuyerScore): Reason {
  return one.daysOverdue > 0 ? { code: "finding.overdue", with: { days: one.daysOverdue } } : { code: "finding.notOverdue" };
}

/** Points that one more outcome would add or take: `share` 0 paid well in time, 1 late. Whoever has settled one may be better than the book. */
function nextInvoice(book: ScoreBook, one: BuyerScore, share: 0 | 1): number {
  const items = one.known + one.pending + 1;
  const against = againstBook((one.lateWeight + share + book.weight * book.rate) / (items + book.weight), book.rate);
  return pointsOf(share === 1 && one.settled === 0 ? Math.max(0, against) : against) - one.latePoints;
}

/** `+4.2`, `-9.8` */
function signed(points: number): string {
  return `${points < -0.05 ? "-" : "+"}${Math.abs(points).toFixed(1)}`;
}

function interval(book: ScoreBook, one: BuyerScore): Reason {
  const [low, high] = lateRateInterval(one.rate, one.known + one.pending + book.weight);
  return { code: "finding.interval", with: { low: percentText(low), high: percentText(high) } };
}

/** What is for a person to decide, and what the policy makes of it, whatever the points say. */
export function overrides({ ledger, policy }: ScoreBook, one: BuyerScore): ScoreReason[] {
  return overridesOf(ledger, policy, one).map((override) => line("override", override.finding, undefined, effectReason(override)));
}

/** The overrides, then what others say. */
function beside(book: ScoreBook, one: BuyerScore): ScoreReason[] {
  return [
    ...overrides(book, one),
    ...outsideViews(book.ledger, book.day, book.policy, one.buyer).map(({ code, finding }) => line(code, finding)),
  ];
}
