import type { Answer, Basis } from "../values/answer";
import type { Day } from "../values/day";
import { addDays, isoDay } from "../values/day";
import { moneyText, scaleOf, toUnits } from "../values/money";
import { balances, currentReceivableOf, placeOf, receivableOf } from "./balances";
import type { Months } from "./creditSales";
import { monthsBack, salesOf } from "./creditSales";
import { averageReceivable, balanceDso, bestDso, countback, delinquentDso, trueDso, weightedDso } from "./dsoFormulas";
import type { Figure, OnDay } from "./figure";
import { answered, isTold } from "./figure";
import type { Position } from "./position";
import { position as positionOn } from "./position";
import { remembered } from "./remembered";
import { ledgerForDso, type Retention } from "./retention";

export const DSO_METHODS = ["balance", "best", "delinquent", "countback", "true", "weighted"] as const;
export type DsoMethod = (typeof DSO_METHODS)[number];

/** Methods that go by the days of a window; the others go by calendar months and take none. */
export const WINDOW_METHODS: readonly DsoMethod[] = ["balance", "best", "delinquent"];
export const DEFAULT_DSO_WINDOW = 90;

export interface DsoOptions {
  readonly method?: DsoMethod;
  /** days that end with the position's day; default 90. Ignored by the methods that go by months */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
  /** left out (default), or counted as invoices are: in the receivable and in the sales */
  readonly retention?: Retention;
  /** balance method: the closing receivable (default), or the mean of it and that of `window` days before */
  readonly numerator?: "ending" | "average";
  /** countback: a month without sales counts its days (default), or stops the count */
  readonly zeroMonth?: "count" | "stop";
}

/**
 * Days sales outstanding, in days. The receivable is what is open less unapplied credits, retention left out unless it is asked for, and named where there is some; sales are
 * gross invoices and debit notes less credit notes. In another currency the receivable counts at the closing rate of its day
 * (position) and sales at that of their days of issue (creditSales), countback and best DSO like the others. Unknown: NO_SALES, NEGATIVE_BASE (a credit balance),
 * HISTORY_EXHAUSTED (the receivable is older than the ledger: the days so far are a lower bound).
 */
export function dso(position: Position, options: DsoOptions = {}): Answer<number> {
  const { method = "balance", retention = "exclude" } = options;
  const ledger = ledgerForDso(position.ledger, retention);
  const on = ledger === position.ledger ? position : positionOn(ledger, position.day);
  const answer = WINDOW_METHODS.includes(method) ? windowDso(on, method, options) : monthDso(on, method, options.buyer, options.zeroMonth ?? "count");
  const kept = balances(position).retention[placeOf(position, options.buyer)]!;
  if (!answer.known || kept === 0) return answer;
  return { ...answer, basis: { ...answer.basis, facts: [...answer.basis.facts, [`retention, ${retention}d`, toUnits(kept, scaleOf(ledger.exponent))]] } };
}

/** One answer a buyer, by place in `ledger.buyers`; two passes over the ledger whatever the number of buyers. */
export function dsoByBuyer(position: Position, options: Omit<DsoOptions, "buyer"> = {}): Answer<number>[] {
  return Array.from({ length: position.ledger.buyers.count }, (_, buyer) => dso(position, { ...options, buyer }));
}

function windowDso(position: Position, method: DsoMethod, options: DsoOptions): Answer<number> {
  const window = options.window ?? DEFAULT_DSO_WINDOW;
  const { buyer } = options;
  const sales = salesOf(position, window, buyer);
  const notDue = currentReceivableOf(position, buyer);
  const ending = receivableOf(position, buyer);
  const receivable = options.numerator === "average" ? averageReceivable(openingOf(position, window, buyer), ending) : ending;
  const figure = windowFigure(position, method, { receivable, notDue, sales, window });
  const scale = scaleOf(position.ledger.exponent);
  const facts: Basis["facts"] = [
    ["receivable", toUnits(receivable, scale)],
    ["not due", toUnits(notDue, scale)],
    ["credit sales", toUnits(sales, scale)],
    ["since", isoDay(addDays(position.day, 1 - window))],
    ["window", window],
  ];
  return answered(figure, { method: `dso.${method}`, day: position.day, facts });
}

function openingOf(position: Position, window: number, buyer: number | undefined): number {
  return receivableOf(positionOn(position.ledger, addDays(position.day, -window)), buyer);
}

export interface WindowSums {
  readonly receivable: number;
  readonly notDue: number;
  readonly sales: number;
  readonly window: number;
}

/** A window method of the sums it takes, minor units; a reason in its day and money. */
export function windowFigure(at: OnDay, method: DsoMethod, { receivable, notDue, sales, window }: WindowSums): Figure {
  const figure = sales <= 0 ? { code: "NO_SALES" } : method === "best" ? bestDso(notDue, sales, window) : method === "delinquent" ? delinquentDso(receivable, notDue, sales, window) : balanceDso(receivable, sales, window);
  return explained(figure, at, receivable, addDays(at.day, 1 - window));
}

/** A month method of the months back from the day; a reason in its day and money. */
export function monthFigure(at: OnDay, method: DsoMethod, receivable: number, months: Months, zeroMonth: "count" | "stop" = "count"): Figure {
  const from = at.ledger.firstDay;
  if (!months.sales.some((sales) => sales !== 0)) return explained({ code: "NO_SALES" }, at, receivable, from);
  const figure = byMonths(method, receivable, months, zeroMonth);
  const sold = months.sales.some((sales) => sales > 0); // credits alone are no sales, and 0 days would be no figure of theirs
  return explained(sold || !isTold(figure) ? figure : { code: "NO_SALES" }, at, receivable, from);
}

function byMonths(method: DsoMethod, receivable: number, months: Months, zeroMonth: "count" | "stop"): Figure {
  if (method === "countback") return countback(receivable, months, zeroMonth);
  const left = leftOut(months);
  if (left.open > 0 && left.open === left.all) return { code: "NO_MONTH_SALES" };
  return method === "weighted" ? weightedDso(months) : trueDso(months);
}

/** Puts days and money into a reason's sentence. */
function explained(figure: Figure, { ledger, day }: OnDay, receivable: number, from: Day): Figure {
  if (typeof figure === "number") return figure;
  const to = isoDay(day);
  if (figure.code === "NO_SALES") return { code: "NO_SALES", with: { from: isoDay(from), to } };
  if (figure.code === "NEGATIVE_BASE") return { code: "NEGATIVE_BASE", with: { money: moneyText(-receivable, ledger.exponent), currency: ledger.currency, day: to } };
  return { code: figure.code, with: { days: 0, ...figure.with, from: isoDay(ledger.firstDay) } };
}

function monthDso(position: Position, method: DsoMethod, buyer: number | undefined, zeroMonth: "count" | "stop"): Answer<number> {
  const { ledger, day } = position;
  const months = buyer === undefined ? monthsOfBook(position) : monthsBack(position, buyer);
  const receivable = receivableOf(position, buyer);
  const scale = scaleOf(ledger.exponent);
  const left = leftOut(months);
  const facts: (readonly [string, number | string])[] = [
    ["receivable", toUnits(receivable, scale)],
    ["months", months.sales.length],
  ];
  if (left.open > 0 && method !== "countback") facts.push(["left out, of months without sales", toUnits(left.open, scale)]);
  return answered(monthFigure(position, method, receivable, months, zeroMonth), { method: `dso.${method}`, day, facts });
}

const monthsOfBook = remembered((position: Position) => monthsBack(position, undefined));

/** Open money of months whose credit notes reach their invoices: no share can be taken of it. */
function leftOut(months: Months): { readonly open: number; readonly all: number } {
  let open = 0;
  let all = 0;
  for (let m = 0; m < months.sales.length; m++) {
    all += months.open[m]!;
    if (months.sales[m]! <= 0) open += months.open[m]!;
  }
  return { open, all };
}
