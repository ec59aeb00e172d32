import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import type { Reason } from "../values/answer";
import type { Day } from "../values/day";
import { daysBeyondTerms } from "../receivables/daysBeyondTerms";
import { position } from "../receivables/position";
import { creditLimits } from "./creditLimits";
import { lateOdds } from "./lateOdds";
import { rememberedByPolicy } from "./remembered";
import { lateFinding } from "./scoreReasons";
import { scoreBook } from "./scoreBook";
import type { Assessment, BuyerScore, ScoreBook } from "./score";

/**
 * All buyers on a day, worst first: lowest score, then those that cannot be judged by what they owe overdue and in all; equal ones by
 * id, so that the order of the sheet's rows changes nothing.
 */
export const assess: (ledger: Ledger, day: Day, policy: Policy) => readonly Assessment[] = rememberedByPolicy((ledger, day, policy) => {
  const at = position(ledger, day);
  const book = scoreBook(ledger, day, policy);
  const limits = creditLimits(ledger, day, policy);
  const all = book.buyers.map((one): Assessment => {
    const limit = limits[one.buyer]!;
    return {
      buyer: one.buyer, score: one.score, grade: one.grade, lateOdds: lateOdds(ledger, day, policy, one.buyer), open: at.openByBuyer[one.buyer]!, overdue: at.overdueByBuyer[one.buyer]!,
      daysBeyondTerms: daysBeyondTerms(at, { buyer: one.buyer }), limit: limit.amount, used: limit.used, over: limit.over, status: one.status, mainReason: mainReason(book, one),
    };
  });
  return all.sort((a, b) => worstFirst(a, b) || byName(ledger, a.buyer, b.buyer));
});

function worstFirst(a: Assessment, b: Assessment): number {
  if (a.score.known !== b.score.known) return a.score.known ? -1 : 1;
  if (a.score.known && b.score.known && a.score.value !== b.score.value) return a.score.value - b.score.value;
  return b.overdue - a.overdue || b.open - a.open;
}

function byName({ buyers }: Ledger, a: number, b: number): number {
  const [one, other] = [`${buyers.id[a]}\u0000${buyers.name[a]}`, `${buyers.id[b]}\u0000${buyers.name[b]}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What moved the score most; why it cannot be told where it cannot. */
function mainReason(book: ScoreBook, one: BuyerScore): Reason {
  if (!one.score.known) return { code: `status.${one.status}`, with: { known: one.known } };
  if (Math.abs(one.overduePoints) > Math.abs(one.latePoints)) return { code: "finding.overdue", with: { days: one.daysOverdue } };
  return lateFinding(book, one);
}
