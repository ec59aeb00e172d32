import type { Answer, Basis } from "../values/answer";
import { aging, agingRow, DEFAULT_EDGES } from "./aging";
import { answered, daysOf } from "./figure";
import type { Figure, OnDay } from "./figure";
import { NO_DAY, isoDay } from "../values/day";
import { scaleOf, toUnits } from "../values/money";
import { balances, placeOf } from "./balances";
import { payments } from "./payments";
import type { Position } from "./position";
import { remembered } from "./remembered";

/**
 * `beyond` (default): early counted as 0, what is open and overdue with its days so far. `signed`: early counted as
 * negative, the open overdue included too. `paid`: settled items only, early counted as 0. `paidSigned`: settled items only, signed.
 * `buckets`: from the ageing alone, no payments and no window: what a reader who sees only balances would say.
 */
export const DBT_METHODS = ["beyond", "signed", "paid", "paidSigned", "buckets"] as const;
export type DbtMethod = (typeof DBT_METHODS)[number];
export const DEFAULT_DBT_WINDOW = 365;

export interface DbtOptions {
  readonly method?: DbtMethod;
  /** days that end with the position's day, for payments; default 365. Open overdue items count whatever their age */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Days beyond terms, money-weighted, in days. Open overdue items are in by default, or a buyer who stops paying would
 * improve. In another currency payments weigh at the rate of their own day, what is open at the closing rate. Unknown NO_PAYMENTS: nothing paid in the window and nothing overdue.
 */
export function daysBeyondTerms(position: Position, options: DbtOptions = {}): Answer<number> {
  const method = options.method ?? "beyond";
  if (method === "buckets") return ofBuckets(position, options.buyer);
  const window = options.window ?? DEFAULT_DBT_WINDOW;
  const at = placeOf(position, options.buyer);
  const sums = payments(position, window);
  const withOpen = method === "beyond" || method === "signed";
  const overdue = withOpen ? balances(position).overdue[at]! : 0;
  const overdueDays = withOpen ? overdueMoneyDays(position)[at]! : 0;
  const paidDays = method === "signed" || method === "paidSigned" ? sums.daysSigned[at]! : sums.daysLate[at]!;
  const figure = dbtFigure(position, window, paidDays + overdueDays, sums.paid[at]! + overdue);
  const scale = scaleOf(position.ledger.exponent);
  const facts: Basis["facts"] = [["paid", toUnits(sums.paid[at]!, scale)], ["payments", sums.count[at]!], ["open and overdue", toUnits(overdue, scale)], ["window", window]];
  return answered(figure, { method: `dbt.${method}`, day: position.day, facts });
}

/** Money x days beyond terms of what was paid and what is overdue, by that money. */
export function dbtFigure(at: Pick<OnDay, "day">, window: number, moneyDays: number, weight: number): Figure {
  return weight > 0 ? moneyDays / weight : { code: "NO_PAYMENTS", with: daysOf(at, window) };
}

/** One answer a buyer, by place in `ledger.buyers`, from one pass over documents and one over settlements. */
export function daysBeyondTermsByBuyer(position: Position, options: Omit<DbtOptions, "buyer"> = {}): Answer<number>[] {
  return Array.from({ length: position.ledger.buyers.count }, (_, buyer) => daysBeyondTerms(position, { ...options, buyer }));
}

/** Open overdue balance x days past due so far, by buyer, the book last. */
export const overdueMoneyDays = remembered((position: Position) => {
  const { count, buyer, due } = position.ledger.documents;
  const book = position.ledger.buyers.count;
  const sums = new Float64Array(book + 1);
  for (let i = 0; i < count; i++) {
    if (position.open[i]! > 0 && due[i]! < position.day && due[i]! !== NO_DAY) sums[buyer[i]!]! += position.open[i]! * (position.day - due[i]!);
  }
  for (let b = 0; b < book; b++) sums[book]! += sums[b]!;
  return sums;
});

export interface PaidItem {
  readonly amount: number;
  /** days past due, early negative */
  readonly days: number;
}

/** The formula alone: sum of amount x days past due / sum of amount; early counts 0 unless signed. */
export function beyondTerms(items: readonly PaidItem[], early: "zero" | "signed" = "zero"): Figure {
  let days = 0;
  let amount = 0;
  for (const item of items) {
    days += item.amount * (early === "zero" ? Math.max(0, item.days) : item.days);
    amount += item.amount;
  }
  return amount > 0 ? days / amount : { code: "NO_PAYMENTS", with: { from: "-", to: "-" } };
}

/** Middle days that stand for the buckets 1-30, 31-60, 61-90 and above, where only an ageing is at hand (Experian's published formula). */
export const BUCKET_DAYS = [15, 45, 75, 105] as const;

/** Overdue debits by age / all open debits. Unknown NO_BALANCE: nothing open. */
function ofBuckets(position: Position, buyer: number | undefined): Answer<number> {
  const sheet = aging(position, { edges: DEFAULT_EDGES });
  const [, first, second, third, last] = buyer === undefined ? sheet.all : agingRow(sheet, buyer);
  const debits = balances(position).debits[placeOf(position, buyer)]!;
  const figure = debits > 0 ? beyondTermsOfAging(debits, [first!, second!, third!, last!]) : { code: "NO_BALANCE", with: { day: isoDay(position.day) } };
  const scale = scaleOf(position.ledger.exponent);
  const facts: Basis["facts"] = [["1-30", first!], ["31-60", second!], ["61-90", third!], ["Over 90", last!], ["open debits", debits]].map(([name, minor]) => [name as string, toUnits(minor as number, scale)]);
  return answered(figure, { method: "dbt.buckets", day: position.day, facts });
}

/** Days beyond terms from an ageing: overdue buckets x their middle days / total balance. */
export function beyondTermsOfAging(total: number, overdue: readonly [number, number, number, number]): Figure {
  if (total <= 0) return { code: "NO_BALANCE" };
  return overdue.reduce((sum, amount, k) => sum + amount * BUCKET_DAYS[k]!, 0) / total;
}
