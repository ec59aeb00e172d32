import { keptMoney } from "../ledger/foreign";
import { DN, INV, PMT, UNAP, type Ledger } from "../ledger/ledger";
import { PAYMENT } from "../ledger/settlements";
import { scaleOf } from "../values/money";
import { WATCH } from "./watchPolicy";

/** How a document was paid by a day; of its own currency, so that rates change no share. */
export interface Paying {
  /** payments of the last 90 days after which more than a tenth was still open */
  parts: number;
  /** share of the document that was left after it was paid but for a tenth or less, and was paid in the last quarter; 0 = none */
  short: number;
  /** it was paid, in whole or but for that much, in the last quarter */
  paidLately: boolean;
}

/** Reads one document's settlements, `from` to `end` of the ledger's, in the order of their days. `into` is filled: a pass makes no objects. */
export function paying(ledger: Ledger, i: number, from: number, end: number, day: number, into: Paying): void {
  const { documents, settlements } = ledger;
  const { amount, settled } = keptMoney(ledger);
  const whole = amount[i]!;
  into.parts = 0;
  into.short = 0;
  into.paidLately = false;
  if (!isInvoice(documents.kind[i]!) || whole <= 0) return;
  let left = whole;
  let last = 0;
  for (let s = from; s < end; s++) {
    const on = settlements.day[s]!;
    if (on > day) continue;
    left -= settled[s]!;
    if (settlements.kind[s] !== PAYMENT || settled[s]! <= 0) continue;
    last = Math.max(last, on);
    if (on > day - WATCH.partDays && left > WATCH.part * whole) into.parts++;
  }
  const lastly = last > day - WATCH.quarter;
  into.paidLately = lastly && left <= WATCH.part * whole;
  if (into.paidLately && left > WATCH.rest * whole && documents.due[i]! < day) into.short = left / whole; // until it is due the rest may still come
}

export function isInvoice(kind: number): boolean {
  return kind === INV || kind === DN;
}

/** Money on account in a round sum, within the last 90 days. */
export function isRoundSum({ documents, exponent }: Ledger, i: number, day: number): boolean {
  const kind = documents.kind[i]!;
  const minor = -documents.amount[i]!;
  if ((kind !== UNAP && kind !== PMT) || minor <= 0 || documents.issued[i]! <= day - WATCH.partDays || documents.issued[i]! > day) return false;
  return minor % (WATCH.roundSum * scaleOf(exponent)) === 0;
}
