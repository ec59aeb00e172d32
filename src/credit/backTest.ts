import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known, unknown, type Answer, type Reason } from "../values/answer";
import { addMonths, isoDay, type Day } from "../values/day";
import { brier, calibrationSlope, discrimination, emptySpread, ranked, spreadOf, stabilityIndex } from "./discrimination";
import { logOdds } from "./lateIndex";
import { gradeOf } from "./grade";
import { closesOn, lateDaysOf, outcomesOf, type Outcomes } from "./outcomes";
import { BACKTEST, CALIBRATION } from "./policy";
import { rememberedByPolicy } from "./remembered";
import { intervalOf, resampled } from "./resampled";
import { GRADES, type Grade } from "./score";
import { percentText } from "./scoreBook";
import { finished, partly, type Steps } from "./steps";
import { testedRows, type Foreseen, type TestedRows } from "./testedRows";

export const BACKTEST_MEASURES = ["auc", "gini", "ks", "brier", "slope", "predicted"] as const;
export type BackTestMeasure = (typeof BACKTEST_MEASURES)[number];
type Interval = readonly [low: number, high: number] | undefined;

/** The score beside the plain past late rate on the same invoices. Intervals are 95 %, from drawing buyers again; undefined in a book of few buyers. */
export interface BackTest {
  readonly day: Day;
  /** first and last day on which the time for paying of a tested invoice ended */
  readonly from: Day;
  readonly to: Day;
  readonly n: number;
  readonly late: number;
  readonly buyers: number;
  /** late share of the tested invoices, fraction */
  readonly observed: number;
  /**
   * AUC, Gini and KS of the points; Brier, slope and mean of the probabilities, of both calibrated by the book as of each month
   * before. undefined: cannot be told, as the slope where late and good do not overlap
   */
  readonly measures: readonly { readonly measure: BackTestMeasure; readonly score: number | undefined; readonly pastRate: number | undefined; readonly difference: number | undefined; readonly scoreInterval: Interval; readonly interval: Interval }[];
  /** how far the grades' shares moved from the earlier half of the invoices to the later (PSI) */
  readonly stability: number;
  /** late share by the grade of the day before issue; undefined = no invoice of it */
  readonly byGrade: readonly { readonly grade: Grade; readonly n: number; readonly late: number }[];
  /** what these figures mean, in sentences: better, no better or worse than the past late rate; foreseen and came; what it is not */
  readonly findings: readonly Reason[];
}

/** The back-test over the invoices whose time for paying ended in the last `months` months to `day`, in one go; remembered. */
export function backTest(ledger: Ledger, day: Day, policy: Policy, months: number = BACKTEST.months): Answer<BackTest> {
  return backTestKept(ledger, day, policy, months) ?? finished(backTestInSteps(ledger, day, policy, months));
}

const byMonths = rememberedByPolicy(() => new Map<number, Answer<BackTest>>());

/** What was found before, as long as ledger and policy are held; undefined where nobody has asked yet. */
export function backTestKept(ledger: Ledger, day: Day, policy: Policy, months: number): Answer<BackTest> | undefined {
  return byMonths(ledger, day, policy).get(months);
}

/** The same in pieces, for a view that shows how far it is and may stop; what it comes to is remembered too. */
export function* backTestInSteps(ledger: Ledger, day: Day, policy: Policy, months: number = BACKTEST.months): Steps<Answer<BackTest>> {
  const answer = yield* closedIn(ledger, day, policy, months);
  byMonths(ledger, day, policy).set(months, answer);
  return answer;
}

function* closedIn(ledger: Ledger, day: Day, policy: Policy, months: number): Steps<Answer<BackTest>> {
  const outcomes = outcomesOf(ledger, policy);
  if (outcomes.firstSettled > day) return unknown("UNDATED_LEDGER");
  const from = addMonths(day, -months);
  const asked = Int32Array.from({ length: outcomes.count }, (_, k) => k).filter((k) => closesOn(outcomes, k) > from && closesOn(outcomes, k) <= day);
  return yield* backTestOf(outcomes, policy, asked, day);
}

/** The back-test on given invoices: places in the outcomes, each known by `day`. */
export function* backTestOf(outcomes: Outcomes, policy: Policy, asked: Int32Array, day: Day): Steps<Answer<BackTest>> {
  const rows = yield* partly(testedRows(outcomes, policy, asked), 0, 0.5);
  const late = rows.late.reduce((sum, one) => sum + one, 0);
  const E = Math.min(late, rows.count - late);
  if (E < BACKTEST.enough) return unknown(late <= rows.count - late ? "TOO_FEW_LATE_TESTED" : "TOO_FEW_GOOD_TESTED", { E, needed: BACKTEST.enough });
  const score = yield* measuring(rows, rows.score);
  const past = yield* measuring(rows, rows.pastRate);
  const whole = new Uint16Array(rows.buyers).fill(1);
  const draws = rows.buyers < BACKTEST.buyers ? [] : yield* partly(resampled(rows.buyers, (times) => [score(times), past(times)] as const), 0.5, 1);
  yield 1;
  const [ours, plain] = [score(whole), past(whole)];
  const measures = BACKTEST_MEASURES.map((measure) => ({
    measure, score: ours[measure], pastRate: plain[measure], difference: less(ours[measure], plain[measure]),
    scoreInterval: intervalOf(draws.map(([one]) => one[measure])),
    interval: intervalOf(draws.map(([one, other]) => less(one[measure], other[measure]))),
  }));
  const closes = asked.map((k) => closesOn(outcomes, k)).sort();
  const found = { day, from: closes[0]! as Day, to: closes.at(-1)! as Day, n: rows.count, late, buyers: rows.buyers, observed: late / rows.count, measures, stability: stabilityOf(rows, policy), byGrade: byGrade(rows, policy) };
  return known({ ...found, findings: findingsOf(found, lateDaysOf(policy)) }, { method: "backTest", day, facts: [["invoices", rows.count], ["late", late], ["buyers", rows.buyers]] });
}

type Figures = Readonly<Record<BackTestMeasure, number | undefined>>;

function less(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one - other;
}

/** The measures of one way of judging, with each buyer's rows as often as it was drawn. What adds up is added up by buyer once. */
function* measuring(rows: TestedRows, { figure, probability }: Foreseen): Steps<(times: Uint16Array) => Figures> {
  yield 0.5;
  const byFigure = ranked(figure);
  yield 0.5;
  const byOdds = ranked(probability.map((p) => Math.round(logOdds(p) * BACKTEST.slopeGrid) / BACKTEST.slopeGrid));
  yield 0.5;
  const sums = { rows: new Float64Array(rows.buyers), squares: new Float64Array(rows.buyers), probability: new Float64Array(rows.buyers) };
  rows.buyer.forEach((b, row) => {
    sums.rows[b]! += 1;
    sums.squares[b]! += brier(probability[row]!, rows.late[row] === 1 ? 1 : 0);
    sums.probability[b]! += probability[row]!;
  });
  const from = new Int32Array(rows.buyers + 1);
  for (let b = 0; b < rows.buyers; b++) from[b + 1] = from[b]! + sums.rows[b]!;
  const [figures, odds] = [emptySpread(byFigure), emptySpread(byOdds)];
  return (times) => {
    const told = discrimination(spreadOf(byFigure, rows.late, from, times, figures));
    const total = (of: Float64Array): number => of.reduce((sum, one, b) => sum + one * times[b]!, 0);
    const n = total(sums.rows);
    return {
      auc: told?.auc, gini: told === undefined ? undefined : 2 * told.auc - 1, ks: told?.ks, brier: total(sums.squares) / n,
      slope: calibrationSlope(spreadOf(byOdds, rows.late, from, times, odds)), predicted: total(sums.probability) / n,
    };
  };
}

function byGrade({ score, late }: TestedRows, { gradeEdges }: Policy): BackTest["byGrade"] {
  const all = GRADES.map((grade) => ({ grade, n: 0, late: 0 }));
  score.figure.forEach((x, row) => {
    const one = all[GRADES.indexOf(gradeOf(x, gradeEdges))]!;
    one.n++;
    one.late += late[row]!;
  });
  return all;
}

/** Shares of the grades in either half by day of issue; half a row more in each, so that an empty grade has a share. */
function stabilityOf({ issued, score }: TestedRows, { gradeEdges }: Policy): number {
  const middle = issued.slice().sort()[issued.length >> 1]!;
  const counts = [GRADES.map(() => 0.5), GRADES.map(() => 0.5)] as const;
  score.figure.forEach((x, row) => counts[issued[row]! < middle ? 0 : 1][GRADES.indexOf(gradeOf(x, gradeEdges))]!++);
  const [earlier, later] = counts.map((of) => of.map((one) => one / of.reduce((a, b) => a + b, 0)));
  return stabilityIndex(earlier!, later!);
}

/** The sentence that is true: whether the score ranks better than the plain rate is said only where the interval leaves no doubt. */
function findingsOf(found: Omit<BackTest, "findings">, days: number): Reason[] {
  const auc = found.measures.find(({ measure }) => measure === "auc")!;
  const predicted = found.measures.find(({ measure }) => measure === "predicted")!.score!;
  const moved = Math.abs(predicted - found.observed) > CALIBRATION.moved;
  const three = (figure: number): string => figure.toFixed(3);
  const values = { score: three(auc.score!), past: three(auc.pastRate!), difference: signed(auc.difference!) };
  const interval = auc.interval;
  return [
    interval === undefined
      ? { code: "backTest.tooFew", with: { ...values, buyers: BACKTEST.buyers } }
      : { code: "backTest.verdict", about: { code: `backTest.${interval[0] > 0 ? "better" : interval[1] < 0 ? "worse" : "noBetter"}` }, with: { ...values, low: signed(interval[0]), high: signed(interval[1]) } },
    { code: moved ? "backTest.moved" : "backTest.foreseen", with: { predicted: percentText(predicted), observed: percentText(found.observed) } },
    { code: "backTest.rows", with: { n: found.n, late: found.late, buyers: found.buyers, from: isoDay(found.from), to: isoDay(found.to) } },
    { code: "notDefault", with: { days } },
  ];
}

function signed(figure: number): string {
  return `${figure < 0 ? "" : "+"}${figure.toFixed(3)}`;
}
