import type { Ledger } from "../ledger/ledger";
import { DaysAsked, sweepBalances } from "../receivables/balanceSweep";
import { isSale } from "../receivables/creditSales";
import { position, smallestCounted } from "../receivables/position";
import { addDays, NO_DAY, type Day } from "../values/day";
import { isInvoice, isRoundSum, paying, type Paying } from "./watchDocuments";
import { WATCH } from "./watchPolicy";

/** What the triggers look at, one place a buyer; money in minor units, at the rate of the day of issue. */
export interface WatchFigures {
  /** largest days past due of an undisputed open invoice, and of those settled within a year */
  readonly daysOverdue: Int32Array;
  readonly daysLateBefore: Int32Array;
  /** sales of the last quarter, and of the four before */
  readonly sales: Float64Array;
  readonly salesBefore: Float64Array;
  readonly firstSale: Int32Array;
  /** payments in part and round sums on account, 90 days */
  readonly parts: Int32Array;
  /** invoices of the last quarter and of the year before it, and those of them disputed */
  readonly invoices: Int32Array;
  readonly disputed: Int32Array;
  readonly invoicesBefore: Int32Array;
  readonly disputedBefore: Int32Array;
  /** money of the invoices paid in the last quarter, and what of them was left unpaid */
  readonly paidLately: Float64Array;
  readonly shortPaid: Float64Array;
  /** first sale of the last month, the last one before it; sales of that month, and before it with their number */
  readonly backOn: Int32Array;
  readonly lastBefore: Int32Array;
  readonly backWith: Float64Array;
  readonly soldBefore: Float64Array;
  readonly soldBeforeCount: Int32Array;
}

/** One walk down documents and settlements side by side, for all buyers. */
export function watchFigures(ledger: Ledger, day: Day): WatchFigures {
  const { documents, settlements, buyers } = ledger;
  const { count, buyer, kind, issued, due, amount, disputed, closed } = documents;
  const { open } = position(ledger, day);
  const counted = smallestCounted(ledger);
  const ints = (): Int32Array => new Int32Array(buyers.count);
  const floats = (): Float64Array => new Float64Array(buyers.count);
  const sums: WatchFigures = {
    daysOverdue: ints(), daysLateBefore: ints(), sales: floats(), salesBefore: floats(), firstSale: ints(), parts: ints(),
    invoices: ints(), disputed: ints(), invoicesBefore: ints(), disputedBefore: ints(), paidLately: floats(), shortPaid: floats(),
    backOn: ints(), lastBefore: ints(), backWith: floats(), soldBefore: floats(), soldBeforeCount: ints(),
  };
  const paid: Paying = { parts: 0, short: 0, paidLately: false };
  for (let i = 0, s = 0; i < count; i++) {
    const from = s;
    while (s < settlements.count && settlements.document[s] === i) s++;
    const on = issued[i]!;
    if (on > day) continue;
    const b = buyer[i]!;
    if (isSale(kind[i]!)) countSale(sums, b, amount[i]!, day - on, on);
    if (isRoundSum(ledger, i, day)) sums.parts[b]!++;
    if (!isInvoice(kind[i]!) || amount[i]! <= 0) continue;
    countDispute(sums, b, day - on, disputed[i]!);
    if (disputed[i] === 0 && due[i] !== NO_DAY) {
      if (open[i]! >= counted) sums.daysOverdue[b] = Math.max(sums.daysOverdue[b]!, day - due[i]!);
      else if (closed[i] !== NO_DAY && closed[i]! <= day && closed[i]! > day - WATCH.year) sums.daysLateBefore[b] = Math.max(sums.daysLateBefore[b]!, closed[i]! - due[i]!);
    }
    if (s === from) continue;
    paying(ledger, i, from, s, day, paid);
    sums.parts[b]! += paid.parts;
    if (paid.paidLately) sums.paidLately[b]! += amount[i]!;
    sums.shortPaid[b]! += paid.short * amount[i]!;
  }
  return sums;
}

function countSale(sums: WatchFigures, b: number, amount: number, age: number, on: number): void {
  if (age < WATCH.quarter) sums.sales[b]! += amount;
  else if (age < WATCH.quarter * (1 + WATCH.quarters)) sums.salesBefore[b]! += amount;
  if (sums.firstSale[b] === 0 || on < sums.firstSale[b]!) sums.firstSale[b] = on;
  if (amount <= 0) return;
  if (age < WATCH.lately) {
    sums.backWith[b]! += amount;
    if (sums.backOn[b] === 0 || on < sums.backOn[b]!) sums.backOn[b] = on;
  } else {
    sums.soldBefore[b]! += amount;
    sums.soldBeforeCount[b]!++;
    sums.lastBefore[b] = Math.max(sums.lastBefore[b]!, on);
  }
}

function countDispute(sums: WatchFigures, b: number, age: number, disputed: number): void {
  if (age < WATCH.quarter) {
    sums.invoices[b]!++;
    sums.disputed[b]! += disputed;
  } else if (age < WATCH.quarter + WATCH.year) {
    sums.invoicesBefore[b]!++;
    sums.disputedBefore[b]! += disputed;
  }
}

/** The least each buyer owed on any of the last days, net of unapplied credits: above the limit all that time where it is above it. */
export function leastExposure(ledger: Ledger, day: Day): Float64Array {
  const days = Array.from({ length: WATCH.overDays + 1 }, (_, at) => addDays(day, at - WATCH.overDays));
  const sums = new Float64Array(ledger.buyers.count * days.length);
  sweepBalances(ledger, new DaysAsked(days), undefined, (i, balance, from, to) => {
    const row = ledger.documents.buyer[i]! * days.length;
    for (let at = from; at < to; at++) sums[row + at]! += balance;
  });
  return Float64Array.from({ length: ledger.buyers.count }, (_, b) => Math.min(...sums.subarray(b * days.length, (b + 1) * days.length)));
}
