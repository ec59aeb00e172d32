import type { Ledger } from "../ledger/ledger";
import { PAYMENT } from "../ledger/settlements";
import { NO_DAY, type Day } from "../values/day";
import { DaysAsked, SpanSum, sweepBalances } from "./balanceSweep";
import { isSale } from "./creditSales";
import { pointParts, type Experiences } from "./paymentIndex";

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

/** Credit sales of the period that ends with each of the days and begins after the one before, the first after `begins`. */
export function salesBetween(ledger: Ledger, begins: Day, days: readonly Day[], buyer?: number): Float64Array {
  const { count, kind, issued, amount, buyer: buyers } = ledger.documents;
  const asked = new DaysAsked(days);
  const sums = new Float64Array(days.length + 1);
  for (let i = 0; i < count; i++) if (isSale(kind[i]!) && issued[i]! > begins && (buyer === undefined || buyers[i] === buyer)) sums[asked.slot(issued[i]!)]! += amount[i]!;
  return sums;
}

/** `payments` of the window that ends with each of the days: minor units, and minor units x days past due. */
export interface PaymentsByDay {
  /** all payments, and x days since issue */
  readonly received: Float64Array;
  readonly daysToPay: Float64Array;
  /** payments of documents that carry a due day */
  readonly paid: Float64Array;
  readonly daysLate: Float64Array;
  readonly daysSigned: Float64Array;
}

export function paymentsByDay(ledger: Ledger, days: readonly Day[], window: number, buyer?: number): PaymentsByDay {
  const { settlements, documents } = ledger;
  const asked = new DaysAsked(days);
  const sums = { received: sum(days), daysToPay: sum(days), paid: sum(days), daysLate: sum(days), daysSigned: sum(days) };
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    if (settlements.kind[s] !== PAYMENT || settlements.day[s] === NO_DAY || documents.amount[i]! <= 0 || (buyer !== undefined && documents.buyer[i] !== buyer)) continue;
    const [day, due, issued, amount] = [settlements.day[s]!, documents.due[i]!, documents.issued[i]!, settlements.amount[s]!];
    const from = asked.slot(Math.max(day, issued));
    const to = asked.slot(day + window);
    if (from >= to) continue;
    sums.received.add(amount, from, to);
    sums.daysToPay.add(amount * (day - issued), from, to);
    if (due === NO_DAY) continue;
    sums.paid.add(amount, from, to);
    sums.daysSigned.add(amount * (day - due), from, to);
    if (day > due) sums.daysLate.add(amount * (day - due), from, to);
  }
  return { received: sums.received.totals(), daysToPay: sums.daysToPay.totals(), paid: sums.paid.totals(), daysLate: sums.daysLate.totals(), daysSigned: sums.daysSigned.totals() };
}

function sum(days: readonly Day[]): SpanSum {
  return new SpanSum(days.length);
}

/** What `paymentIndex` counts, on each of the days: invoices with a payment in the window or overdue, their money, and that money x points. */
export function experiencesByDay(ledger: Ledger, days: readonly Day[], window: number, buyer?: number): Experiences[] {
  const { documents, settlements } = ledger;
  const { due, issued, amount, buyer: buyers } = documents;
  const asked = new DaysAsked(days);
  const [invoices, weight, points] = [new SpanSum(days.length), new SpanSum(days.length), new SpanSum(days.length)];
  const paidOn = new PaidDays(ledger);
  const counts = (i: number): boolean => amount[i]! > 0 && due[i] !== NO_DAY && (buyer === undefined || buyers[i] === buyer);
  for (let i = 0, s = 0; i < documents.count; i++) {
    const first = s;
    while (s < settlements.count && settlements.document[s] === i) s++;
    if (s === first || !counts(i)) continue;
    let covered = 0;
    for (const k of paidOn.inOrder(first, s)) {
      const [from, to] = [asked.slot(Math.max(settlements.day[k]!, issued[i]!)), asked.slot(settlements.day[k]! + window)];
      if (from >= to) continue;
      weight.add(settlements.amount[k]!, from, to);
      points.add(settlements.amount[k]! * pointParts(settlements.day[k]! - due[i]!), from, to);
      if (to > covered) invoices.add(1, Math.max(from, covered), to);
      covered = Math.max(covered, to);
    }
  }
  sweepBalances(ledger, asked, buyer, (i, balance, from, to) => {
    if (balance < 0 || !counts(i)) return;
    for (let at = Math.max(from, asked.slot(due[i]! + 1)); at < to; at++) {
      weight.add(balance, at, at + 1);
      points.add(balance * pointParts(days[at]! - due[i]!), at, at + 1);
      if (!paidOn.isPaidIn(i, days[at]! - window, days[at]!)) invoices.add(1, at, at + 1);
    }
  });
  const [counted, money, sums] = [invoices.totals(), weight.totals(), points.totals()];
  return days.map((_, at) => ({ invoices: counted[at]!, weight: money[at]!, points: sums[at]! }));
}

/** Payments of a document by day; one taken back (a minus) and one without a day are none. */
class PaidDays {
  readonly #ledger: Ledger;
  /** place of a document's first settlement, made when first asked for */
  #from: Int32Array | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Places of the payments among these settlements, the earliest first. */
  inOrder(first: number, end: number): readonly number[] {
    const found: number[] = [];
    for (let s = first; s < end; s++) if (this.#isPayment(s)) found.push(s);
    return found.length < 2 ? found : found.sort((a, b) => this.#ledger.settlements.day[a]! - this.#ledger.settlements.day[b]!);
  }

  isPaidIn(i: number, after: number, to: number): boolean {
    const { document, day, count } = this.#ledger.settlements;
    this.#from ??= firstOf(document, this.#ledger.documents.count);
    for (let s = this.#from[i]!; s < count && document[s] === i; s++) if (this.#isPayment(s) && day[s]! > after && day[s]! <= to) return true;
    return false;
  }

  #isPayment(s: number): boolean {
    const { kind, day, amount } = this.#ledger.settlements;
    return kind[s] === PAYMENT && day[s] !== NO_DAY && amount[s]! > 0;
  }
}

function firstOf(document: Int32Array, count: number): Int32Array {
  const from = new Int32Array(count).fill(document.length);
  for (let s = document.length - 1; s >= 0; s--) from[document[s]!] = s;
  return from;
}
