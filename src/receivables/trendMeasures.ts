import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import type { Answer } from "../values/answer";
import type { Day } from "../values/day";
import { ceiFigure, collectionEffectiveness } from "./collectionEffectiveness";
import { daysBeyondTerms, dbtFigure, DEFAULT_DBT_WINDOW, type DbtMethod } from "./daysBeyondTerms";
import { daysToPay, DEFAULT_PAYMENT_WINDOW, weightedFigure } from "./daysToPay";
import { dilution } from "./dilution";
import { DEFAULT_DSO_WINDOW, monthFigure, windowFigure, WINDOW_METHODS, type DsoMethod } from "./dso";
import type { Figure } from "./figure";
import { experiencesByDay, paymentsByDay, salesBetween, salesByDay } from "./flowsByDay";
import { herfindahl } from "./herfindahl";
import { monthEndBefore } from "./monthEnds";
import { paymentIndexFigure } from "./paymentIndex";
import { position, type Position } from "./position";
import { ledgerForDso } from "./retention";
import { shareFigure } from "./shares";
import { monthsByDay, overdueMoneyDays, stocksByDay } from "./stocksByDay";
import { topShare } from "./topShare";
import { turnover } from "./turnover";

/** What a measure counts in; money is in minor units. */
export type TrendUnit = "money" | "days" | "share" | "points" | "times";

/** What the figures of all the days are made from; days are month-ends, increasing, but for the last. */
export interface TrendAsked {
  readonly ledger: Ledger;
  readonly policy: TrendPolicy;
  readonly days: readonly Day[];
  /** place in `ledger.buyers`; undefined = the whole book */
  readonly buyer: number | undefined;
}

export type TrendPolicy = Pick<Policy, "buckets" | "credits" | "disputes" | "retention">;

export interface TrendMeasure {
  readonly unit: TrendUnit;
  /** it has no meaning for one buyer */
  readonly ofBook?: true;
  figures(asked: TrendAsked): readonly Figure[];
}

/** Days together, from one sweep over the ledger. */
function swept(unit: TrendUnit, figures: TrendMeasure["figures"]): TrendMeasure {
  return { unit, figures };
}

/** A position a day: what is no sum over documents, and what is seldom asked month by month. */
export function byPosition(unit: TrendUnit, answer: (at: Position, asked: TrendAsked) => Answer<number>): TrendMeasure {
  const figureOn = (day: Day, asked: TrendAsked): Figure => {
    const told = answer(position(asked.ledger, day), asked);
    return told.known ? told.value : told.reason;
  };
  return { unit, figures: (asked) => asked.days.map((day) => figureOn(day, asked)) };
}

/** Measures by name, with the windows that their functions have by default. */
export const TREND_MEASURES: ReadonlyMap<string, TrendMeasure> = new Map<string, TrendMeasure>([
  ["open", swept("money", (asked) => [...receivables(asked).open])],
  ["overdue", swept("money", (asked) => [...receivables(asked).overdue])],
  ["dso", dsoBy("balance")],
  ["dso.best", dsoBy("best")],
  ["dso.delinquent", dsoBy("delinquent")],
  ["dso.countback", dsoBy("countback")],
  ["dso.true", dsoBy("true")],
  ["dso.weighted", dsoBy("weighted")],
  ["daystopay", swept("days", daysToPayByDay)],
  ["daystopay.simple", byPosition("days", (at, { buyer }) => daysToPay(at, { method: "simple", buyer }))],
  ["dbt", dbtBy("beyond")],
  ["dbt.signed", dbtBy("signed")],
  ["dbt.paid", dbtBy("paid")],
  ["dbt.paidsigned", dbtBy("paidSigned")],
  ["dbt.buckets", byPosition("days", (at, { buyer }) => daysBeyondTerms(at, { method: "buckets", buyer }))],
  ["payindex", swept("points", paymentIndexByDay)],
  ["cei", swept("share", ceiByDay)],
  ["cei.cashonly", byPosition("share", (at, { buyer }) => collectionEffectiveness(at, { from: monthEndBefore(at.day), cashOnly: true, buyer }))],
  ["turnover", byPosition("times", (at, { buyer }) => turnover(at, { buyer }))],
  ["dilution", byPosition("share", (at, { buyer }) => dilution(at, { buyer }))],
  ["currentshare", swept("share", (asked) => shares(asked, "notDue"))],
  ["overdueshare", swept("share", (asked) => shares(asked, "overdue"))],
  ["topshare", { ...byPosition("share", (at) => topShare(at)), ofBook: true }],
  ["hhi", { ...byPosition("share", (at) => herfindahl(at)), ofBook: true }],
]);

/** Sums of every day that ratios are made of: `balances` of each. */
function receivables({ ledger, days, buyer }: TrendAsked) {
  const { columns, retention, retentionNotDue } = stocksByDay(ledger, days, { buyer });
  const [notDue, overdue, noDueDate, unapplied] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
  const debits = notDue.map((one, at) => one + overdue[at]! + noDueDate[at]!);
  const open = debits.map((one, at) => one + unapplied[at]!);
  return { open, overdue, notDue, debits, receivable: open.map((one, at) => one - retention[at]!), current: notDue.map((one, at) => one - retentionNotDue[at]!) };
}

function dsoBy(method: DsoMethod): TrendMeasure {
  const window = DEFAULT_DSO_WINDOW;
  const byWindow = (asked: TrendAsked): Figure[] => {
    const { ledger, days, buyer } = asked;
    const { receivable, current } = receivables(asked);
    const sales = salesByDay(ledger, days, window, buyer);
    return days.map((day, at) => windowFigure({ ledger, day }, method, { receivable: receivable[at]!, notDue: current[at]!, sales: sales[at]!, window }));
  };
  const byMonths = (asked: TrendAsked): Figure[] => {
    const { ledger, days, buyer } = asked;
    const { receivable } = receivables(asked);
    const months = monthsByDay(ledger, days, buyer);
    return days.map((day, at) => monthFigure({ ledger, day }, method, receivable[at]!, months[at]!));
  };
  const figures = WINDOW_METHODS.includes(method) ? byWindow : byMonths;
  return swept("days", (asked) => figures({ ...asked, ledger: ledgerForDso(asked.ledger, asked.policy.retention) }));
}

function dbtBy(method: Exclude<DbtMethod, "buckets">): TrendMeasure {
  const window = DEFAULT_DBT_WINDOW;
  return swept("days", (asked) => {
    const { ledger, days, buyer } = asked;
    const { paid, daysLate, daysSigned } = paymentsByDay(ledger, days, window, buyer);
    const paidDays = method === "signed" || method === "paidSigned" ? daysSigned : daysLate;
    if (method === "paid" || method === "paidSigned") return days.map((day, at) => dbtFigure({ day }, window, paidDays[at]!, paid[at]!));
    const { overdue } = receivables(asked);
    const overdueDays = overdueMoneyDays(ledger, days, buyer);
    return days.map((day, at) => dbtFigure({ day }, window, paidDays[at]! + overdueDays[at]!, paid[at]! + overdue[at]!));
  });
}

function daysToPayByDay({ ledger, days, buyer }: TrendAsked): Figure[] {
  const { received, daysToPay: moneyDays } = paymentsByDay(ledger, days, DEFAULT_PAYMENT_WINDOW, buyer);
  return days.map((day, at) => weightedFigure({ day }, DEFAULT_PAYMENT_WINDOW, moneyDays[at]!, received[at]!));
}

function paymentIndexByDay({ ledger, days, buyer }: TrendAsked): Figure[] {
  const found = experiencesByDay(ledger, days, DEFAULT_PAYMENT_WINDOW, buyer);
  return days.map((day, at) => paymentIndexFigure({ day }, DEFAULT_PAYMENT_WINDOW, found[at]!));
}

/** Of each day's own month, or what of it has passed: from the end of the month before. */
function ceiByDay(asked: TrendAsked): Figure[] {
  const { ledger, days, buyer } = asked;
  const begins = monthEndBefore(days[0]!);
  const { receivable, current } = receivables({ ...asked, days: [begins, ...days] });
  const sales = salesBetween(ledger, begins, days, buyer);
  return days.map((day, at) => ceiFigure({ ledger, day }, at === 0 ? begins : days[at - 1]!, { begin: receivable[at]!, sales: sales[at]!, end: receivable[at + 1]!, endCurrent: current[at + 1]! }));
}

function shares(asked: TrendAsked, part: "notDue" | "overdue"): Figure[] {
  const sums = receivables(asked);
  return asked.days.map((day, at) => shareFigure({ day }, sums[part][at]!, sums.debits[at]!));
}
