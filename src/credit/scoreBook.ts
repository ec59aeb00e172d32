import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known as told, unknown, type Answer } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import { gradeOf, readGrade } from "./grade";
import { bookRate, lateIndex, lateRate, overdueNow, pointsOf } from "./lateIndex";
import { lateDaysOf, outcomes, type Outcomes } from "./outcomes";
import { SCORE } from "./policy";
import { rememberedByPolicy } from "./remembered";
import type { BuyerScore, ScoreBook, Status } from "./score";
import { BetweenBuyers, shrinkageWeight } from "./shrinkage";

/** Every buyer's score at the end of a day, in one pass over the documents; remembered by ledger, day and policy. */
export const scoreBook: (ledger: Ledger, day: Day, policy: Policy) => ScoreBook = rememberedByPolicy(judge);

function judge(ledger: Ledger, day: Day, policy: Policy): ScoreBook {
  const seen = outcomes(ledger, day, policy);
  const lateDays = lateDaysOf(policy);
  const rate = bookRate(seen.bookKnown, seen.bookLate, seen.recentKnown, seen.recentLate, policy.bookLateRate);
  const weight = weightFor(rate, seen.known, seen.late);
  const pending = pendingByBuyer(ledger, seen.pending, day);
  const frame = { ledger, day, policy, lateDays, dated: seen.dated, rate, known: seen.bookKnown, late: seen.bookLate, weight };
  const buyers = Array.from({ length: ledger.buyers.count }, (_, buyer) => scored(frame, seen, buyer, pending.get(buyer) ?? []));
  return { ...frame, buyers };
}

type Frame = Omit<ScoreBook, "buyers">;

/** Weight 2, but where hardly anything is late: there what the book's buyers themselves suggest. */
function weightFor(rate: number, known: Int32Array, late: Int32Array): number {
  return shrinkageWeight(rate, () => {
    const between = new BetweenBuyers();
    for (let b = 0; b < known.length; b++) between.count(known[b]!, late[b]!, 1);
    return between.weight();
  });
}

function pendingByBuyer({ documents }: Ledger, pending: Int32Array, day: number): Map<number, number[]> {
  const byBuyer = new Map<number, number[]>();
  for (const i of pending) {
    const days = day - documents.due[i]!;
    const list = byBuyer.get(documents.buyer[i]!);
    if (list === undefined) byBuyer.set(documents.buyer[i]!, [days]);
    else list.push(days);
  }
  return byBuyer;
}

function scored(frame: Frame, seen: Outcomes, buyer: number, pendingDays: readonly number[]): BuyerScore {
  const known = seen.known[buyer]!;
  const settled = seen.settled[buyer]!;
  const daysOverdue = seen.daysOverdue[buyer]!;
  const status = statusOf(frame.dated, known, settled, daysOverdue);
  const { rate, x1, x2 } = lateOddsOf({ known, weight: seen.weight[buyer]!, pendingDays }, frame, settled, daysOverdue);
  const [latePoints, overduePoints] = [pointsOf(x1), pointsOf(x2)];
  const judged = status !== "undated" && status !== "insufficient";
  return {
    buyer, status, x: x1 + x2, x1, x2, latePoints, overduePoints, known, late: seen.late[buyer]!, pending: pendingDays.length, lateWeight: seen.weight[buyer]!, rate, settled, daysOverdue,
    score: judged ? answer(frame, SCORE.base + latePoints + overduePoints, known, seen.late[buyer]!) : whyNot(status, frame, buyer),
    grade: judged ? gradeOf(x1 + x2, frame.policy.gradeEdges, readGrade(frame.ledger.buyers.facts[buyer]?.get("previousGrade"))) : undefined,
  };
}

/** The two lines of the score. A buyer with nothing settled can only be worse than the book. */
export function lateOddsOf(
  record: { readonly known: number; readonly weight: number; readonly pendingDays: readonly number[] },
  book: { readonly rate: number; readonly weight: number; readonly lateDays: number },
  settled: number,
  daysOverdue: number,
): { readonly rate: number; readonly x1: number; readonly x2: number } {
  const rate = lateRate(record, book.rate, book.weight, book.lateDays);
  const index = lateIndex(rate, book.rate);
  return { rate, x1: settled === 0 ? Math.max(0, index) : index, x2: overdueNow(daysOverdue) };
}

function statusOf(dated: boolean, known: number, settled: number, daysOverdue: number): Status {
  if (!dated) return "undated";
  if (known === 0 && daysOverdue === 0) return "insufficient";
  if (known === 0 || settled === 0) return "provisional";
  return known < SCORE.thinBelow ? "thin" : known < SCORE.someBelow ? "some" : "normal";
}

function answer(frame: Frame, score: number, known: number, late: number): Answer<number> {
  return told(score, { method: "score.lateIndex", day: frame.day, facts: [["known invoices", known], ["late", late], ["late days", frame.lateDays], ["book rate", frame.rate]] });
}

function whyNot(status: Status, { ledger, day, rate }: Frame, buyer: number): Answer<number> {
  if (status === "undated") return unknown("UNDATED_LEDGER");
  return unknown("INSUFFICIENT_HISTORY", { buyer: ledger.buyers.id[buyer] || ledger.buyers.name[buyer]!, day: isoDay(day), rate: percentText(rate) });
}

/** `30 %`, for sentences. */
export function percentText(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 0.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}
