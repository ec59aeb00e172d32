import type { Answer, Basis } from "../values/answer";
import { unknown } from "../values/answer";
import type { Day } from "../values/day";
import { addDays, isoDay } from "../values/day";
import { moneyText, scaleOf, toUnits } from "../values/money";
import { currentReceivableOf, receivableOf } from "./balances";
import type { Months } from "./creditSales";
import { documentsOf, isSale, monthNumber, monthsBack, salesOf } from "./creditSales";
import type { OpenItem } from "./dsoFormulas";
import { averageReceivable, balanceDso, bestDso, countback, delinquentDso, trueDso, weightedDso } from "./dsoFormulas";
import type { Figure } from "./figure";
import { answered } from "./figure";
import type { Position } from "./position";
import { position as positionOn } from "./position";
import { remembered } from "./remembered";

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
  /** balance method: the closing receivable (default), or the mean of it and that of `window` days before */
  readonly numerator?: "ending" | "average";
  /** countback: a month without sales counts its days (default), or stops the count */
  readonly zeroMonth?: "count" | "stop";
}

/**
 * Days sales outstanding, in days. The receivable is what is open less unapplied credits, retention left out; sales are
 * gross invoices and debit notes less credit notes. In another currency the receivable counts at the closing rate of its day
 * (position) and sales at that of their days of issue (creditSales), countback and best DSO like the others. Unknown: NO_SALES, NEGATIVE_BASE (a credit balance),
 * HISTORY_EXHAUSTED (the receivable is older than the ledger: the days so far are a lower bound).
 */
export function dso(position: Position, options: DsoOptions = {}): Answer<number> {
  const method = options.method ?? "balance";
  return WINDOW_METHODS.includes(method) ? windowDso(position, method, options) : monthDso(position, method, options.buyer, options.zeroMonth ?? "count");
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
  const from = addDays(position.day, 1 - window);
  const figure = sales > 0 ? inWindow(method, receivable, notDue, sales, window) : { code: "NO_SALES" };
  const scale = scaleOf(position.ledger.exponent);
  const facts: Basis["facts"] = [
    ["receivable", toUnits(receivable, scale)],
    ["not due", toUnits(notDue, scale)],
    ["credit sales", toUnits(sales, scale)],
    ["since", isoDay(from)],
    ["window", window],
  ];
  return answered(explained(figure, position, receivable, from), { method: `dso.${method}`, day: position.day, facts });
}

function openingOf(position: Position, window: number, buyer: number | undefined): number {
  return receivableOf(positionOn(position.ledger, addDays(position.day, -window)), buyer);
}

function inWindow(method: DsoMethod, receivable: number, notDue: number, sales: number, days: number): Figure {
  if (method === "best") return bestDso(notDue, sales, days);
  return method === "delinquent" ? delinquentDso(receivable, notDue, sales, days) : balanceDso(receivable, sales, days);
}

/** Puts days and money into a reason's sentence. */
function explained(figure: Figure, position: Position, receivable: number, from: Day): Figure {
  if (typeof figure === "number") return figure;
  const to = isoDay(position.day);
  if (figure.code === "NO_SALES") return { code: "NO_SALES", with: { from: isoDay(from), to } };
  if (figure.code === "NEGATIVE_BASE") return { code: "NEGATIVE_BASE", with: { money: moneyText(-receivable, position.ledger.exponent), currency: position.ledger.currency, day: to } };
  return { code: figure.code, with: { days: 0, ...figure.with, from: isoDay(position.ledger.firstDay) } };
}

function monthDso(position: Position, method: DsoMethod, buyer: number | undefined, zeroMonth: "count" | "stop"): Answer<number> {
  const { ledger, day } = position;
  const months = buyer === undefined ? monthsOfBook(position) : monthsBack(position, buyer);
  const receivable = receivableOf(position, buyer);
  if (!months.sales.some((sales) => sales !== 0)) return unknown("NO_SALES", { from: isoDay(ledger.firstDay), to: isoDay(day) });
  const scale = scaleOf(ledger.exponent);
  const left = leftOut(months);
  const facts: (readonly [string, number | string])[] = [
    ["receivable", toUnits(receivable, scale)],
    ["months", months.sales.length],
  ];
  if (left.open > 0 && method !== "countback") facts.push(["left out, of months without sales", toUnits(left.open, scale)]);
  const figure = byMonths(position, method, buyer, months, receivable, zeroMonth);
  return answered(explained(figure, position, receivable, ledger.firstDay), { method: `dso.${method}`, day, facts });
}

const monthsOfBook = remembered((position: Position) => monthsBack(position, undefined));

function byMonths(position: Position, method: DsoMethod, buyer: number | undefined, months: Months, receivable: number, zeroMonth: "count" | "stop"): Figure {
  if (method === "countback") return countback(receivable, months, zeroMonth);
  const left = leftOut(months);
  if (left.open > 0 && left.open === left.all) return { code: "NO_MONTH_SALES" };
  if (method === "weighted") return weightedDso(months);
  return buyer === undefined ? trueOfBook(position) : trueDso(openItems(position, buyer, months));
}

const trueOfBook = remembered((position: Position) => trueDso(openItems(position, undefined, monthsOfBook(position))));

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

function* openItems(position: Position, buyer: number | undefined, months: Months): Generator<OpenItem> {
  const { issued, kind } = position.ledger.documents;
  const now = monthNumber(position.day);
  for (const i of documentsOf(position.ledger, buyer)) {
    if (position.open[i]! <= 0 || !isSale(kind[i]!)) continue;
    yield { age: position.day - issued[i]!, open: position.open[i]!, monthSales: months.sales[now - monthNumber(issued[i]! as Day)]! };
  }
}
