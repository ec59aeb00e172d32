import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known as told, unknown, type Answer } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import { gradeOf, readGrade } from "./grade";
import { bookRate, lateIndex, pendingOf, pointsOf } from "./lateIndex";
import { outcomesOf } from "./outcomes";
import { SCORE } from "./policy";
import { rememberedByPolicy } from "./remembered";
import type { BuyerScore, ScoreBook, Status } from "./score";
import { BetweenBuyers, shrinkageWeight } from "./shrinkage";
import { tallyOn, type Tally } from "./tally";

/**
 * Every buyer's score at the end of a day, in one pass over the invoices; remembered by ledger, day and policy. In a list in
 * which nothing is settled on a day by then only the late ones show, so there nobody is judged.
 */
export const scoreBook: (ledger: Ledger, day: Day, policy: Policy) => ScoreBook = rememberedByPolicy((ledger, day, policy) => {
  const outcomes = outcomesOf(ledger, policy);
  const tally = tallyOn(outcomes, day);
  const rate = bookRate(tally.book, policy.bookLateRate);
  const weight = shrinkageWeight(rate, () => estimate(tally));
  const frame: Frame = { ledger, day, policy, lateDays: outcomes.lateDays, dated: outcomes.firstSettled <= day, rate, weight, known: tally.book.known, late: tally.book.late };
  return { ...frame, buyers: Array.from({ length: ledger.buyers.count }, (_, buyer) => scored(frame, tally, buyer)) };
});

type Frame = Omit<ScoreBook, "buyers">;

/** What the book's buyers themselves suggest. */
function estimate({ known, late }: Tally): number {
  const between = new BetweenBuyers();
  for (let b = 0; b < known.length; b++) between.count(known[b]!, late[b]!, 1);
  return between.weight();
}

function scored(frame: Frame, tally: Tally, buyer: number): BuyerScore {
  const known = tally.known[buyer]!;
  const late = tally.late[buyer]!;
  const settled = tally.settled[buyer]!;
  const daysOverdue = tally.daysOverdue[buyer]!;
  const pending = pendingOf(tally.pending.get(buyer), frame.lateDays);
  const { late: lateWeight, rate, x1, x2 } = lateIndex({ known, weight: tally.weight[buyer]!, pending, settled, daysOverdue }, frame);
  const status = statusOf(frame.dated, known, settled, daysOverdue);
  const judged = status !== "undated" && status !== "insufficient";
  const [latePoints, overduePoints] = [pointsOf(x1), pointsOf(x2)];
  return {
    buyer, status, x: x1 + x2, x1, x2, latePoints, overduePoints, known, late, pending: pending.count, lateWeight, rate, settled, daysOverdue,
    score: judged ? answer(frame, SCORE.base + latePoints + overduePoints, known, late) : whyNot(status, frame, buyer),
    grade: judged ? gradeOf(x1 + x2, frame.policy.gradeEdges, readGrade(frame.ledger.buyers.facts[buyer]?.get("previousGrade"))) : undefined,
  };
}

/** How much is known of a buyer with these counts. */
export function statusOf(dated: boolean, known: number, settled: number, daysOverdue: number): Status {
  if (!dated) return "undated";
  if (known === 0 && daysOverdue === 0) return "insufficient";
  if (known === 0 || settled === 0) return "provisional";
  return known < SCORE.thinBelow ? "thin" : known < SCORE.someBelow ? "some" : "normal";
}

function answer(frame: Frame, score: number, known: number, late: number): Answer<number> {
  return told(score, { method: "score.lateIndex", day: frame.day, facts: [["known invoices", known], ["late", late], ["late days", frame.lateDays], ["book rate", frame.rate]] });
}

/** Why a buyer of such a status has no score. */
export function whyNot(status: Status, { ledger, day, rate }: Pick<Frame, "ledger" | "day" | "rate">, buyer: number): ReturnType<typeof unknown> {
  if (status === "undated") return unknown("UNDATED_LEDGER");
  return unknown("INSUFFICIENT_HISTORY", { buyer: ledger.buyers.id[buyer] || ledger.buyers.name[buyer]!, day: isoDay(day), rate: percentText(rate) });
}

/** `30 %`, for sentences. */
export function percentText(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 0.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}
