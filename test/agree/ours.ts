/** Our side: the domain functions, by the names that the SQL gives its columns. `null` where they cannot tell. */
import { findBuyer } from "../../src/ledger/findBuyer";
import type { Ledger } from "../../src/ledger/ledger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { aging, agingRow } from "../../src/receivables/aging";
import { badDebtShare } from "../../src/receivables/badDebt";
import { collectionEffectiveness } from "../../src/receivables/collectionEffectiveness";
import { daysBeyondTerms, DBT_METHODS } from "../../src/receivables/daysBeyondTerms";
import { daysToPay, DAYS_TO_PAY_METHODS } from "../../src/receivables/daysToPay";
import { dilution, DILUTION_METHODS } from "../../src/receivables/dilution";
import { dso, DSO_METHODS } from "../../src/receivables/dso";
import { herfindahl, HHI_METHODS } from "../../src/receivables/herfindahl";
import { paymentIndex } from "../../src/receivables/paymentIndex";
import { position } from "../../src/receivables/position";
import { rollForward } from "../../src/receivables/rollForward";
import { rollRates, type Roll } from "../../src/receivables/rollRates";
import { currentShare, overdueShare } from "../../src/receivables/shares";
import { topShare } from "../../src/receivables/topShare";
import { trend, trendMeasure } from "../../src/receivables/trend";
import { turnover, TURNOVER_METHODS } from "../../src/receivables/turnover";
import type { Answer } from "../../src/values/answer";
import type { Day } from "../../src/values/day";

export type Figures = Readonly<Record<string, number | null>>;

/** `*` is the whole book. */
export const BOOK = "*";

const told = (answer: Answer<number>): number | null => (answer.known ? answer.value : null);

function placeOf(ledger: Ledger, who: string): number | undefined {
  return who === BOOK ? undefined : findBuyer(ledger, who);
}

export function figuresOn(ledger: Ledger, day: Day, from: Day, who: string): Figures {
  const buyer = placeOf(ledger, who);
  const at = position(ledger, day);
  const named = <Method extends string>(name: string, methods: readonly Method[], measure: (method: Method) => Answer<number>): Figures =>
    Object.fromEntries(methods.map((method) => [`${name}.${method}`, told(measure(method))]));
  return {
    open: buyer === undefined ? at.total : at.openByBuyer[buyer]!,
    overdue: buyer === undefined ? at.overdueByBuyer.reduce((sum, one) => sum + one, 0) : at.overdueByBuyer[buyer]!,
    ...agingOn(ledger, day, buyer),
    ...named("dso", DSO_METHODS, (method) => dso(at, { method, buyer })),
    ...named("daysToPay", DAYS_TO_PAY_METHODS, (method) => daysToPay(at, { method, buyer })),
    ...named("dbt", DBT_METHODS, (method) => daysBeyondTerms(at, { method, buyer })),
    payIndex: told(paymentIndex(at, { buyer })),
    "cei.total": told(collectionEffectiveness(at, { from, buyer })),
    "cei.monthly": told(collectionEffectiveness(at, { from, variant: "monthly", buyer })),
    "cei.cashOnly": told(collectionEffectiveness(at, { from, cashOnly: true, buyer })),
    ...named("turnover", TURNOVER_METHODS, (method) => turnover(at, { method, buyer })),
    ...named("dilution", DILUTION_METHODS, (method) => dilution(at, { method, buyer })),
    badDebt: told(badDebtShare(at, { buyer })),
    "share.current": told(currentShare(at, { buyer })),
    "share.overdue": told(overdueShare(at, { buyer })),
    "share.current, 90 days": told(currentShare(at, { window: 90, buyer })),
    "share.overdue, 90 days": told(overdueShare(at, { window: 90, buyer })),
  };
}

function agingOn(ledger: Ledger, day: Day, buyer: number | undefined): Figures {
  const by = (["due", "invoice"] as const).map((basis): Figures => {
    const sheet = aging(position(ledger, day), { basis });
    const row = buyer === undefined ? sheet.all : agingRow(sheet, buyer);
    return Object.fromEntries(sheet.headings.map((heading, column) => [`${basis === "due" ? "aging" : "issued"} ${heading}`, row[column]!]));
  });
  return { ...by[0], ...by[1] };
}

export function spreadOn(ledger: Ledger, day: Day, by: "parent" | "buyer"): Figures {
  const at = position(ledger, day);
  return {
    "topShare 10": told(topShare(at, { by })),
    "topShare 3": told(topShare(at, { top: 3, by })),
    ...Object.fromEntries(HHI_METHODS.map((method) => [method === "hhi" ? "hhi" : `hhi.${method}`, told(herfindahl(at, { method, by }))])),
  };
}

export function forwardTo(ledger: Ledger, from: Day, day: Day, who: string): Figures {
  const { opening, invoices, receipts, credits, writeOffs, closing } = rollForward(ledger, from, day);
  const at = placeOf(ledger, who) ?? ledger.buyers.count;
  return Object.fromEntries(Object.entries({ opening, invoices, receipts, credits, writeOffs, closing }).map(([line, sums]) => [line, sums[at]!]));
}

/** Undefined where no roll can be told at all. */
export function rollsTo(ledger: Ledger, day: Day): readonly Roll[] | undefined {
  const answer = rollRates(ledger, day);
  return answer.known ? answer.value.rolls : undefined;
}

/** Column of the SQL -> name of the measure in a trend. */
export const TREND_NAMES: ReadonlyMap<string, string> = new Map([
  ["open", "open"], ["overdue", "overdue"],
  ["aging Not due", "not due"], ["aging 1-30", "1-30"], ["aging 31-60", "31-60"], ["aging 61-90", "61-90"], ["aging Over 90", "over 90"], ["aging No due date", "no due date"], ["aging Unapplied", "unapplied"],
  ["dso.balance", "dso"], ["dso.best", "dso.best"], ["dso.delinquent", "dso.delinquent"], ["dso.countback", "dso.countback"], ["dso.true", "dso.true"], ["dso.weighted", "dso.weighted"],
  ["daysToPay.weighted", "daystopay"], ["daysToPay.simple", "daystopay.simple"],
  ["dbt.beyond", "dbt"], ["dbt.signed", "dbt.signed"], ["dbt.paid", "dbt.paid"], ["dbt.paidSigned", "dbt.paidsigned"], ["dbt.buckets", "dbt.buckets"],
  ["payIndex", "payindex"], ["cei.ofMonth", "cei"], ["dilution.sales", "dilution"], ["share.current", "currentshare"], ["share.overdue", "overdueshare"],
]);

export const TREND_MONTHS = 13;

/** A trend by day. */
export function trendTo(ledger: Ledger, day: Day, who: string, name: string): ReadonlyMap<number, number | null> {
  const measure = trendMeasure(name, DEFAULT_POLICY);
  if (measure === undefined) throw new Error(`No trend of ${name}`);
  const { points } = trend({ ledger, policy: DEFAULT_POLICY, day, months: TREND_MONTHS, buyer: placeOf(ledger, who) }, measure, name);
  return new Map(points.map((point) => [point.day, typeof point.figure === "number" ? point.figure : null]));
}
