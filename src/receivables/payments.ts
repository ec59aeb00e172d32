import { NO_DAY } from "../values/day";
import type { Position } from "./position";
import { remembered } from "./remembered";

/** Kind of a settlement that is money received; a credit or a write-off never counts as a payment. */
const PAYMENT = 0;

/**
 * Payments of a window against their documents' due days; minor units and minor units x days, one place a buyer, the whole book
 * last. A flow: in another currency at the rate of each payment's own day.
 */
export interface Payments {
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
 * Payments dated in (day - window, day] of debits that were issued by then and carry a due day. One pass, remembered.
 * A payment dated before its own document is still a payment.
 */
export const payments: (position: Position, window: number) => Payments = remembered((position: Position, window: number) => {
  const { settlements, documents, buyers } = position.ledger;
  const book = buyers.count;
  const sums: Payments = {
    count: new Int32Array(book + 1), paid: new Float64Array(book + 1), daysLate: new Float64Array(book + 1), daysSigned: new Float64Array(book + 1), late: new Float64Array(book + 1),
  };
  for (let s = 0; s < settlements.count; s++) {
    const day = settlements.day[s]!;
    if (day > position.day || day <= position.day - window || day === NO_DAY || settlements.kind[s] !== PAYMENT) continue;
    const i = settlements.document[s]!;
    const due = documents.due[i]!;
    if (due === NO_DAY || documents.amount[i]! <= 0 || documents.issued[i]! > position.day) continue;
    count(sums, documents.buyer[i]!, settlements.amount[s]!, day - due);
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
