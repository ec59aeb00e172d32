import type { Ledger } from "../ledger/ledger";
import { CN, DN, INV } from "../ledger/ledger";
import type { Day } from "../values/day";
import { civilOf, dayOf, daysInMonth } from "../values/day";
import { documentsByBuyer } from "./documentsByBuyer";
import type { Position } from "./position";
import { remembered } from "./remembered";

/**
 * Credit sales are what was invoiced, gross of tax: invoices and debit notes less credit notes (these carry a minus). A flow:
 * in another currency at the rate of each document's day of issue; a later rate is no sale (methods.md 0.5).
 */
export function isSale(kind: number): boolean {
  return kind === INV || kind === DN || kind === CN;
}

export interface Sales {
  /** minor units */
  readonly total: number;
  readonly byBuyer: Float64Array;
  /** invoices, debit and credit notes counted */
  readonly documents: number;
}

/** Credit sales of the `window` days that end with the position's day: issued in (day - window, day]. One pass, remembered. */
export const creditSales: (position: Position, window: number) => Sales = remembered((position: Position, window: number) => {
  const { documents, buyers } = position.ledger;
  const { count, kind, issued, buyer, amount } = documents;
  const byBuyer = new Float64Array(buyers.count);
  let total = 0;
  let counted = 0;
  for (let i = 0; i < count; i++) {
    if (issued[i]! > position.day || issued[i]! <= position.day - window || !isSale(kind[i]!)) continue;
    byBuyer[buyer[i]!]! += amount[i]!;
    total += amount[i]!;
    counted++;
  }
  return { total, byBuyer, documents: counted };
});

/** Credit sales of the window, of a buyer or of the whole book; minor units. */
export function salesOf(position: Position, window: number, buyer: number | undefined): number {
  const { total, byBuyer } = creditSales(position, window);
  return buyer === undefined ? total : byBuyer[buyer]!;
}

/** Months counted through, so that two can be subtracted. */
export function monthNumber(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** What each calendar month sold and still has open, latest first; a month in mid-run is the part up to the day asked. */
export interface Months {
  /** credit sales, minor units at the rates of the days of issue, by months back from the day's own month */
  readonly sales: Float64Array;
  /** open balance of invoices and debit notes of that month, minor units at the closing rate; credits and overpaid ones count nothing */
  readonly open: Float64Array;
  /** that balance x days since issue */
  readonly openDays: Float64Array;
  /** calendar days; elapsed days in the day's own month */
  readonly days: Int32Array;
}

/** Months from the day's own back to the ledger's first. `buyer` undefined = the whole book. */
export function monthsBack(position: Position, buyer: number | undefined): Months {
  const { ledger, day } = position;
  const now = monthNumber(day);
  const months = emptyMonths(day, Math.max(1, now - monthNumber(ledger.firstDay) + 1));
  for (const i of documentsOf(ledger, buyer)) {
    if (ledger.documents.issued[i]! > day || !isSale(ledger.documents.kind[i]!)) continue;
    const back = now - monthNumber(ledger.documents.issued[i]! as Day);
    months.sales[back]! += ledger.documents.amount[i]!;
    if (!(position.open[i]! > 0)) continue;
    months.open[back]! += position.open[i]!;
    months.openDays[back]! += position.open[i]! * (day - ledger.documents.issued[i]!);
  }
  return months;
}

/** Months of a day with nothing in them yet. */
export function emptyMonths(day: Day, count: number): Months {
  const days = new Int32Array(count);
  const now = monthNumber(day);
  for (let back = 0; back < count; back++) {
    const year = Math.floor((now - back) / 12);
    days[back] = daysInMonth(year, now - back - year * 12 + 1);
  }
  const { year, month } = civilOf(day);
  days[0] = day - dayOf(year, month, 1) + 1;
  return { sales: new Float64Array(count), open: new Float64Array(count), openDays: new Float64Array(count), days };
}

/** Places of a buyer's documents, or of all. */
export function* documentsOf(ledger: Ledger, buyer: number | undefined): Generator<number> {
  if (buyer === undefined) {
    for (let i = 0; i < ledger.documents.count; i++) yield i;
    return;
  }
  const { from, order } = documentsByBuyer(ledger);
  for (let at = from[buyer]!; at < from[buyer + 1]!; at++) yield order[at]!;
}
