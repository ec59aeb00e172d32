import type { Ledger } from "../ledger/ledger";
import { PAYMENT } from "../ledger/settlements";
import { NO_DAY, type Day } from "../values/day";
import { DaysAsked, SpanSum } from "./balanceSweep";
import { isSale } from "./creditSales";

/** `creditSales` of the window that ends with each of the days: minor units. */
export function salesByDay(ledger: Ledger, days: readonly Day[], window: number, buyer?: number): Float64Array {
  const { count, kind, issued, amount, buyer: buyers } = ledger.documents;
  const asked = new DaysAsked(days);
  const sum = new SpanSum(days.length);
  for (let i = 0; i < count; i++) {
    if (!isSale(kind[i]!) || (buyer !== undefined && buyers[i] !== buyer)) continue;
    sum.add(amount[i]!, asked.slot(issued[i]!), asked.slot(issued[i]! + window));
  }
  return sum.totals();
}

/** `payments` of the window that ends with each of the days: minor units, and minor units x days past due. */
export interface PaymentsByDay {
  readonly paid: Float64Array;
  readonly daysLate: Float64Array;
  readonly daysSigned: Float64Array;
}

export function paymentsByDay(ledger: Ledger, days: readonly Day[], window: number, buyer?: number): PaymentsByDay {
  const { settlements, documents } = ledger;
  const asked = new DaysAsked(days);
  const [paid, daysLate, daysSigned] = [new SpanSum(days.length), new SpanSum(days.length), new SpanSum(days.length)];
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    if (settlements.kind[s] !== PAYMENT || settlements.day[s] === NO_DAY || documents.amount[i]! <= 0 || (buyer !== undefined && documents.buyer[i] !== buyer)) continue;
    const [day, due, amount] = [settlements.day[s]!, documents.due[i]!, settlements.amount[s]!];
    const from = asked.slot(Math.max(day, documents.issued[i]!));
    const to = asked.slot(day + window);
    if (due === NO_DAY || from >= to) continue;
    paid.add(amount, from, to);
    daysSigned.add(amount * (day - due), from, to);
    if (day > due) daysLate.add(amount * (day - due), from, to);
  }
  return { paid: paid.totals(), daysLate: daysLate.totals(), daysSigned: daysSigned.totals() };
}
