import { NO_DAY } from "../values/day";
import type { Position } from "./position";
import { remembered } from "./remembered";

/** Kind of a settlement that is money received; a credit or a write-off never counts as a payment. */
const PAYMENT = 0;

/**
 * Payments of a window against their documents' days of issue and due days; minor units and minor units x days, one place a
 * buyer, the whole book last. A flow: in another currency at the rate of each payment's own day.
 */
export interface Payments {
  /** all payments, their documents due some day or not: how many, how much, and the sum of amount x days since issue */
  readonly receipts: Int32Array;
  readonly received: Float64Array;
  readonly daysToPay: Float64Array;
  /** payments of documents that carry a due day */
  readonly count: Int32Array;
  readonly paid: Float64Array;
  /** sum of amount x days past due, early payments 0 */
  readonly daysLate: Float64Array;
  /** the same with early payments negative */
  readonly daysSigned: Float64Array;
  /** amount paid after the due day */
  readonly late: Float64Array;
}

/**
 * Payments dated in (day - window, day] of debits that were issued by then. One pass, remembered.
 * A payment dated before its own document is still a payment.
 */
export const payments: (position: Position, window: number) => Payments = remembered((position: Position, window: number) => {
  const { settlements, documents, buyers } = position.ledger;
  const book = buyers.count;
  const [counts, money] = [(): Int32Array => new Int32Array(book + 1), (): Float64Array => new Float64Array(book + 1)];
  const sums: Payments = { receipts: counts(), received: money(), daysToPay: money(), count: counts(), paid: money(), daysLate: money(), daysSigned: money(), late: money() };
  for (let s = 0; s < settlements.count; s++) {
    const day = settlements.day[s]!;
    if (day > position.day || day <= position.day - window || day === NO_DAY || settlements.kind[s] !== PAYMENT) continue;
    const i = settlements.document[s]!;
    const issued = documents.issued[i]!;
    if (documents.amount[i]! <= 0 || issued > position.day) continue;
    const b = documents.buyer[i]!;
    const amount = settlements.amount[s]!;
    sums.receipts[b]!++;
    sums.received[b]! += amount;
    sums.daysToPay[b]! += amount * (day - issued);
    if (documents.due[i]! !== NO_DAY) count(sums, b, amount, day - documents.due[i]!);
  }
  for (const sum of Object.values(sums) as (Float64Array | Int32Array)[]) for (let b = 0; b < book; b++) sum[book]! += sum[b]!;
  return sums;
});

function count(sums: Payments, b: number, amount: number, days: number): void {
  sums.count[b]!++;
  sums.paid[b]! += amount;
  sums.daysSigned[b]! += amount * days;
  if (days <= 0) return;
  sums.daysLate[b]! += amount * days;
  sums.late[b]! += amount;
}
