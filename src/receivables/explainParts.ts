import { CN, RET } from "../ledger/ledger";
import { NO_DAY, type Day } from "../values/day";
import { columnOf, DEFAULT_EDGES, dueColumn, headingsOf, isCredit } from "./aging";
import { byDocument } from "./byDocument";
import { DEFAULT_TOP, groupBalances, parentsOf } from "./concentration";
import { creditSales, isSale, monthNumber, monthsBack } from "./creditSales";
import { BUCKET_DAYS, DEFAULT_DBT_WINDOW, overdueMoneyDays } from "./daysBeyondTerms";
import { closedByPayment, DEFAULT_PAYMENT_WINDOW } from "./daysToPay";
import { DEFAULT_YEAR } from "./dilution";
import { balances } from "./balances";
import { monthEndBefore } from "./monthEnds";
import { nonCash } from "./nonCash";
import { experiences } from "./paymentIndex";
import { payments } from "./payments";
import { position as positionOn, type Position } from "./position";
import { rebilled } from "./rebilled";
import type { TrendPolicy } from "./trendMeasures";

export interface ExplainAsked {
  readonly at: Position;
  readonly policy: TrendPolicy;
  readonly buyer: number | undefined;
  /** days that end with the position's; left out = the measure's own */
  readonly window?: number | undefined;
  /** how many of the largest; left out = ten */
  readonly top?: number | undefined;
  /** a period of collection begins after the end of this day; left out = the month */
  readonly from?: Day | undefined;
}

/** By document; what stands after the last document is of the whole book and not looked at. The figure is made of `amount`; a document's part of it goes by `part`. */
export interface Parts {
  /** minor units */
  readonly amount: Float64Array;
  /** what of the figure is this document's, in a unit that is the same for all of them; left out = the amount */
  readonly part?: Float64Array;
  /** undefined where the document has none; left out = `daysPastDue` */
  readonly days?: (i: number) => number | undefined;
}

export function daysPastDue({ at }: ExplainAsked): (i: number) => number | undefined {
  const { due } = at.ledger.documents;
  return (i) => (due[i] === NO_DAY ? undefined : at.day - due[i]!);
}

function daysSinceIssue({ at }: ExplainAsked): (i: number) => number {
  return (i) => at.day - at.ledger.documents.issued[i]!;
}

/** What a row's days are: past due (less than 0 = still to run), since issue, from issue to payment, or beyond terms; the last two by the money of the document's payments. */
export type DaysAre = "pastDue" | "sinceIssue" | "toPay" | "beyondTerms";

export interface Explained {
  readonly days: DaysAre;
  readonly parts: (asked: ExplainAsked) => Parts;
}

/** Documents behind each measure of `trend`. The comment says what Amount is; Share goes by it, or by what comes after the semicolon. */
const ROWS: readonly (readonly [measure: string, days: DaysAre, parts: Explained["parts"]])[] = [
  ["open", "pastDue", ({ at }) => ({ amount: at.open })], // open
  ["overdue", "pastDue", (asked) => ({ amount: openWhere(asked, isOverdue) })], // open and past due
  ["dso", "sinceIssue", (asked) => receivable(asked, () => true)], // open, retention left out
  ["dso.best", "sinceIssue", (asked) => receivable(asked, isNotDue)], // open and not due
  ["dso.delinquent", "sinceIssue", (asked) => receivable(asked, (one, i) => !isNotDue(one, i))], // overdue, without a due day, and credits
  ["dso.countback", "sinceIssue", (asked) => receivable(asked, () => true)], // open, retention left out
  ["dso.true", "sinceIssue", trueParts], // open; x age / sales of its month
  ["dso.weighted", "sinceIssue", (asked) => bySales(asked, (open, _, { sales, days }) => (open * days) / sales)], // open; / sales of its month x days of it
  ["daystopay", "toPay", paidDays], // paid in 365 days; x days
  ["daystopay.simple", "toPay", closedDays], // amount of what was paid in full in 365 days; days
  ["dbt", "beyondTerms", (asked) => beyondTerms(asked, "beyond")], // paid in 365 days, and open overdue; x days, early 0
  ["dbt.signed", "beyondTerms", (asked) => beyondTerms(asked, "signed")], // the same; x days, early less than 0
  ["dbt.paid", "beyondTerms", (asked) => beyondTerms(asked, "paid")], // paid in 365 days; x days, early 0
  ["dbt.paidsigned", "beyondTerms", (asked) => beyondTerms(asked, "paidSigned")], // paid in 365 days; x days, early less than 0
  ["dbt.buckets", "pastDue", bucketDays], // open debits; x the middle days of their bucket
  ["payindex", "beyondTerms", indexParts], // paid in 365 days, and open overdue; x points
  ["cei", "sinceIssue", collected], // collected or credited in the month so far
  ["cei.cashonly", "sinceIssue", collectedInCash], // collected in the month so far
  ["turnover", "sinceIssue", (asked) => ({ amount: creditSales(byDocument(asked.at), asked.window ?? DEFAULT_YEAR).byBuyer, days: daysSinceIssue(asked) })], // sold in 365 days
  ["dilution", "sinceIssue", diluted], // credited or let go in 365 days
  ["currentshare", "pastDue", (asked) => ({ amount: openWhere(asked, (one, i) => isNotDue(one, i) && isInWindow(one, i)) })], // open and not due
  ["overdueshare", "pastDue", (asked) => ({ amount: openWhere(asked, (one, i) => isOverdue(one, i) && isInWindow(one, i)) })], // open and past due
  ["topshare", "pastDue", (asked) => concentrated(asked, largest(asked), (open) => open)], // open of the ten largest
  ["hhi", "pastDue", (asked) => concentrated(asked, groupBalances(asked.at.ledger, asked.at.openByBuyer), (open, group) => open * group)], // open; x open of its buyer or group
];

export const EXPLAINED: ReadonlyMap<string, Explained> = new Map(ROWS.map(([measure, days, parts]) => [measure, { days, parts }]));

type Which = (asked: ExplainAsked, i: number) => boolean;

function isNotDue({ at: { ledger, open, day } }: ExplainAsked, i: number): boolean {
  return open[i]! > 0 && ledger.documents.due[i] !== NO_DAY && ledger.documents.due[i]! >= day;
}

function isOverdue({ at: { ledger, open, day } }: ExplainAsked, i: number): boolean {
  return open[i]! > 0 && ledger.documents.due[i] !== NO_DAY && ledger.documents.due[i]! < day;
}

/** Issued in the window, where one was asked for. */
function isInWindow({ at: { ledger, day }, window }: ExplainAsked, i: number): boolean {
  return window === undefined || ledger.documents.issued[i]! > day - window;
}

function openWhere(asked: ExplainAsked, which: Which): Float64Array {
  return asked.at.open.map((open, i) => (open !== 0 && which(asked, i) ? open : 0));
}

function receivable(asked: ExplainAsked, which: Which): Parts {
  const { kind } = asked.at.ledger.documents;
  return { amount: openWhere(asked, (_, i) => kind[i] !== RET && which(asked, i)), days: daysSinceIssue(asked) };
}

/** Open invoices of months with sales: the others are in no true or weighted DSO. */
function bySales(asked: ExplainAsked, partOf: (open: number, i: number, month: { readonly sales: number; readonly days: number }) => number): Parts {
  const { at, buyer } = asked;
  const { kind, issued } = at.ledger.documents;
  const months = monthsBack(at, buyer);
  const back = (i: number): number => monthNumber(at.day) - monthNumber(issued[i]! as Day);
  const amount = openWhere(asked, (_, i) => at.open[i]! > 0 && isSale(kind[i]!) && months.sales[back(i)]! > 0);
  return { amount, part: amount.map((open, i) => (open === 0 ? 0 : partOf(open, i, { sales: months.sales[back(i)]!, days: months.days[back(i)]! }))), days: daysSinceIssue(asked) };
}

function trueParts(asked: ExplainAsked): Parts {
  const age = daysSinceIssue(asked);
  return bySales(asked, (open, i, { sales }) => (open * age(i)) / sales);
}

/** Days of a document by its own money: part / amount. */
function meanDays(amount: Float64Array, moneyDays: Float64Array): (i: number) => number | undefined {
  return (i) => (amount[i] === 0 ? undefined : moneyDays[i]! / amount[i]!);
}

function paidDays({ at, window = DEFAULT_PAYMENT_WINDOW }: ExplainAsked): Parts {
  const { received, daysToPay } = payments(byDocument(at), window);
  return { amount: received, part: daysToPay, days: meanDays(received, daysToPay) };
}

function closedDays({ at, window = DEFAULT_PAYMENT_WINDOW }: ExplainAsked): Parts {
  const { count, days } = closedByPayment(byDocument(at), window);
  return { amount: at.ledger.documents.amount.map((amount, i) => (count[i] === 1 ? amount : 0)), part: Float64Array.from(days), days: (i) => days[i] };
}

/** What each open debit brings to the days that stand for its bucket. */
function bucketDays({ at }: ExplainAsked): Parts {
  const { due } = at.ledger.documents;
  const daysOf = (i: number): number => (due[i] === NO_DAY || due[i]! >= at.day ? 0 : BUCKET_DAYS[dueColumn(DEFAULT_EDGES, at.day - due[i]!) - 1]!);
  const amount = at.open.map((open) => Math.max(0, open));
  return { amount, part: amount.map((open, i) => open * daysOf(i)) };
}

function beyondTerms({ at, window = DEFAULT_DBT_WINDOW }: ExplainAsked, method: "beyond" | "signed" | "paid" | "paidSigned"): Parts {
  const on = byDocument(at);
  const { paid, daysLate, daysSigned } = payments(on, window);
  const moneyDays = method === "signed" || method === "paidSigned" ? daysSigned : daysLate;
  if (method === "paid" || method === "paidSigned") return { amount: paid, part: moneyDays, days: meanDays(paid, moneyDays) };
  const [overdue, overdueDays] = [balances(on).overdue, overdueMoneyDays(on)];
  const amount = paid.map((one, i) => one + overdue[i]!);
  const part = moneyDays.map((one, i) => one + overdueDays[i]!);
  return { amount, part, days: meanDays(amount, part) };
}

function indexParts(asked: ExplainAsked): Parts {
  const { weight, points } = experiences(byDocument(asked.at), asked.window ?? DEFAULT_PAYMENT_WINDOW);
  const { amount, days } = beyondTerms(asked, "signed");
  return { amount: weight, part: points, days: (i) => (amount[i] === 0 ? undefined : days!(i)) };
}

/** Opening and sales of the month less what is open at its end: money, and credits other than credit notes of the month. */
function collected(asked: ExplainAsked): Parts {
  const { at, from = monthEndBefore(at.day) } = asked;
  const { kind } = at.ledger.documents;
  const opening = positionOn(at.ledger, from).open;
  const sales = creditSales(byDocument(at), at.day - from).byBuyer;
  return { amount: at.open.map((closing, i) => (kind[i] === RET ? sales[i]! : opening[i]! + sales[i]! - closing)), days: daysSinceIssue(asked) };
}

/** The same with sales before credit notes, and less what credits and write-offs took off. */
function collectedInCash(asked: ExplainAsked): Parts {
  const { at, from = monthEndBefore(at.day) } = asked;
  const { kind } = at.ledger.documents;
  const opening = positionOn(at.ledger, from).open;
  const { gross, credits, writtenOff, shortPaid } = nonCash(byDocument(at), at.day - from);
  const taken = at.open.map((closing, i) => gross[i]! - credits[i]! - writtenOff[i]! - shortPaid[i]! + (kind[i] === RET ? 0 : opening[i]! - closing));
  return { amount: taken, days: daysSinceIssue(asked) };
}

/** A credit note that settles an invoice shows on the invoice; corrected bills are taken out again where they stand. */
function diluted(asked: ExplainAsked): Parts {
  const { at, window = DEFAULT_YEAR } = asked;
  const { count, kind, issued, amount: amounts } = at.ledger.documents;
  const { credits, shortPaid } = nonCash(byDocument(at), window);
  const amount = credits.map((one, i) => one + shortPaid[i]!);
  const notes: number[] = [];
  for (let i = 0; i < count; i++) if (kind[i] === CN && issued[i]! <= at.day && issued[i]! > at.day - window) notes.push(i);
  for (const i of rebilled(at, notes)) amount[i]! += amounts[i]!;
  return { amount, days: daysSinceIssue(asked) };
}

/** The largest buyers or groups and what they owe. */
function largest({ at: { ledger, openByBuyer }, top = DEFAULT_TOP }: ExplainAsked): ReadonlyMap<string, number> {
  return new Map([...groupBalances(ledger, openByBuyer)].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, top));
}

function concentrated({ at }: ExplainAsked, groups: ReadonlyMap<string, number>, partOf: (open: number, group: number) => number): Parts {
  const parents = parentsOf(at.ledger);
  const { buyer } = at.ledger.documents;
  const owed = (i: number): number => Math.max(0, groups.get(parents[buyer[i]!]!) ?? 0);
  const amount = at.open.map((open, i) => (open !== 0 && owed(i) > 0 ? open : 0));
  return { amount, part: amount.map((open, i) => (open === 0 ? 0 : partOf(open, owed(i)))) };
}

/** A column of the ageing as the policy has credits and disputes: past due | open; a credit that no bucket takes ages by its own day. */
export function bucketParts(asked: ExplainAsked, column: number): Parts {
  const { at, policy: { buckets, credits, disputes } } = asked;
  const { disputed, due, issued, kind } = at.ledger.documents;
  const sheet = { position: at, basis: "due" as const, edges: buckets, headings: headingsOf("due", buckets) };
  const counted = disputes === "exclude" ? at.open.map((open, i) => (disputed[i] === 1 ? 0 : open)) : at.open;
  const open = credits === "fifo" ? lessOldestFirst(asked.at, counted) : counted;
  const amount = open.map((balance, i) => (balance !== 0 && columnOf(sheet, i, balance, credits) === column ? balance : 0));
  return { amount, days: (i) => (due[i] !== NO_DAY ? at.day - due[i]! : isCredit(kind[i]!) ? at.day - issued[i]! : undefined) };
}

/** Credits of each buyer off its oldest debits, those without a due day last, as the ageing does it. */
function lessOldestFirst({ ledger, day }: Position, counted: Float64Array): Float64Array {
  const { buyer, due, issued, kind } = ledger.documents;
  const left = counted.slice();
  const ages = (i: number): number => (due[i] !== NO_DAY ? due[i]! : isCredit(kind[i]!) ? issued[i]! : day + 2 ** 20);
  const credits = new Map<number, number[]>();
  left.forEach((open, i) => {
    if (open >= 0) return;
    const line = credits.get(buyer[i]!);
    if (line === undefined) credits.set(buyer[i]!, [i]);
    else line.push(i);
  });
  const debits = [...left.keys()].filter((i) => left[i]! > 0 && credits.has(buyer[i]!)).sort((a, b) => ages(a) - ages(b) || a - b);
  for (const i of debits) {
    const line = credits.get(buyer[i]!)!;
    for (; line.length > 0 && left[i]! > 0; ) {
      const credit = line.at(-1)!;
      const taken = Math.min(-left[credit]!, left[i]!);
      left[credit]! += taken;
      left[i]! -= taken;
      if (left[credit] === 0) line.pop();
    }
  }
  return left;
}
