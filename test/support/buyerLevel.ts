import { discrimination, emptySpread, ranked, spreadOf } from "../../src/credit/discrimination";
import { isLate, knownOn, NEVER, type Outcomes } from "../../src/credit/outcomes";
import { GRADES, type Grade } from "../../src/credit/score";
import { scoreBook } from "../../src/credit/scoreBook";
import type { Policy } from "../../src/ledger/policy";
import { addMonths, addDays, monthEnd, type Day } from "../../src/values/day";

const AHEAD = 90;

/** A buyer at a month-end: its x, its plain past late rate (shrunk by 5), and how the invoices of the next 90 days went. */
interface Point {
  readonly x: number;
  readonly grade: Grade | undefined;
  readonly pastRate: number;
  readonly n: number;
  readonly late: number;
}

export interface BuyerLevel {
  readonly points: number;
  readonly half: { readonly card: number; readonly pastRate: number };
  readonly any: { readonly card: number; readonly pastRate: number };
  readonly spearman: { readonly card: number; readonly pastRate: number };
  /** late share of the next 90 days by grade, invoices counted */
  readonly byGrade: readonly (readonly [grade: Grade, share: number, invoices: number])[];
}

/** Month-ends of the later 30 %, invoices of the next 90 days; buyers that could be judged, all of whose outcomes are known by the ledger's last day. */
export function buyerLevel(outcomes: Outcomes, policy: Policy, from: Day): BuyerLevel {
  const points: Point[] = [];
  for (let day = monthEnd(addMonths(from, -1)); day + AHEAD <= outcomes.ledger.lastDay; day = monthEnd(addDays(day, 1))) points.push(...pointsOn(outcomes, policy, day));
  const auc = (figure: (one: Point) => number, bad: (one: Point) => boolean): number => {
    const rows = ranked(Float64Array.from(points, figure));
    return discrimination(spreadOf(rows, Uint8Array.from(points, (one) => (bad(one) ? 1 : 0)), Int32Array.of(0, points.length), Uint16Array.of(1), emptySpread(rows)))!.auc;
  };
  const both = (of: (figure: (one: Point) => number) => number): { card: number; pastRate: number } => ({ card: of(({ x }) => x), pastRate: of(({ pastRate }) => pastRate) });
  const share = ({ late, n }: Point): number => late / n;
  const graded = GRADES.map((grade): readonly [Grade, number, number] => {
    const of = points.filter((one) => one.grade === grade);
    const [late, n] = [of.reduce((sum, one) => sum + one.late, 0), of.reduce((sum, one) => sum + one.n, 0)];
    return [grade, late / n, n];
  });
  return {
    points: points.length,
    half: both((figure) => auc(figure, (one) => share(one) >= 0.5)),
    any: both((figure) => auc(figure, ({ late }) => late > 0)),
    spearman: both((figure) => correlation(ranks(points.map(figure)), ranks(points.map(share)))),
    byGrade: graded,
  };
}

function pointsOn(outcomes: Outcomes, policy: Policy, day: Day): Point[] {
  const { buyers } = scoreBook(outcomes.ledger, day, policy);
  const ahead = buyers.map(() => ({ n: 0, late: 0, whole: true }));
  const past = buyers.map(() => ({ n: 0, late: 0 }));
  for (let k = 0; k < outcomes.count; k++) {
    const b = outcomes.buyer[k]!;
    if (outcomes.paid[k] !== NEVER && outcomes.paid[k]! <= day) {
      past[b]!.n++;
      if (isLate(outcomes, k)) past[b]!.late++;
    }
    if (outcomes.issued[k]! <= day || outcomes.issued[k]! > day + AHEAD) continue;
    if (knownOn(outcomes, k) > outcomes.ledger.lastDay) ahead[b]!.whole = false;
    ahead[b]!.n++;
    if (isLate(outcomes, k)) ahead[b]!.late++;
  }
  const all = past.reduce((sum, { n, late }) => ({ n: sum.n + n, late: sum.late + late }), { n: 0, late: 0 });
  const rate = all.n === 0 ? policy.bookLateRate : all.late / all.n;
  return buyers.flatMap(({ x, grade, score }, b): Point[] => {
    const { n, late, whole } = ahead[b]!;
    return n === 0 || !whole || !score.known ? [] : [{ x, grade, n, late, pastRate: (past[b]!.late + 5 * rate) / (past[b]!.n + 5) }];
  });
}

function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = new Map<number, number>();
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && sorted[end] === sorted[at]) end++;
    mean.set(sorted[at]!, (at + end - 1) / 2);
    at = end;
  }
  return values.map((value) => mean.get(value)!);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (one: (at: number) => number): number => a.reduce((total, _, at) => total + one(at), 0);
  return sum((at) => (a[at]! - ma) * (b[at]! - mb)) / Math.sqrt(sum((at) => (a[at]! - ma) ** 2) * sum((at) => (b[at]! - mb) ** 2));
}
