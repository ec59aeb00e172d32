import type { Ledger } from "../ledger/ledger";
import { isSale } from "../receivables/creditSales";
import { documentsByBuyer } from "../receivables/documentsByBuyer";
import { position } from "../receivables/position";
import { NO_DAY, type Day } from "../values/day";
import { isInvoice, isRoundSum, paying, type Paying } from "./watchDocuments";
import { THRESHOLDS, WATCH, type TriggerCode } from "./watchPolicy";

/** The documents of a buyer that raised a trigger, the weightiest first: places in the ledger's documents. None behind a flag among its facts. */
export function watchEvidence(ledger: Ledger, day: Day, buyer: number, code: TriggerCode): number[] {
  const { documents } = ledger;
  const { from, order } = documentsByBuyer(ledger);
  const weigh = weights(ledger, day)[code];
  const found: { readonly i: number; readonly weight: number }[] = [];
  for (let at = from[buyer]!; at < from[buyer + 1]!; at++) {
    const i = order[at]!;
    const weight = documents.issued[i]! <= day ? weigh(i) : 0;
    if (weight > 0) found.push({ i, weight });
  }
  return found.sort((a, b) => b.weight - a.weight || a.i - b.i).map(({ i }) => i);
}

/** How much a document has to do with each trigger; 0 = nothing. */
function weights(ledger: Ledger, day: Day): Readonly<Record<TriggerCode, (i: number) => number>> {
  const { issued, due, amount, kind, disputed, closed } = ledger.documents;
  const { open } = position(ledger, day);
  const daysOpen = (i: number): number => (open[i]! > 0 && due[i] !== NO_DAY ? Math.max(0, day - due[i]!) : 0);
  const within = (i: number, days: number): boolean => issued[i]! > day - days;
  const invoice = (i: number): boolean => isInvoice(kind[i]!) && amount[i]! > 0;
  const paidLate = (i: number): number => (closed[i] !== NO_DAY && closed[i]! <= day && closed[i]! > day - WATCH.quarter && due[i] !== NO_DAY ? Math.max(0, closed[i]! - due[i]!) : 0);
  const settling = settlementsBy(ledger);
  const paid = (i: number): Paying => {
    const told: Paying = { parts: 0, short: 0, paidLately: false };
    const [first, end] = settling(i);
    paying(ledger, i, first, end, day, told);
    return told;
  };
  return {
    T1: (i) => (amount[i]! > 0 ? (daysOpen(i) + paidLate(i)) * amount[i]! : 0), // as they weigh in days beyond terms
    T2: (i) => (invoice(i) && disputed[i] === 0 && daysOpen(i) > THRESHOLDS.T2.watch ? daysOpen(i) : 0),
    T4: (i) => open[i]!,
    T5: (i) => (isSale(kind[i]!) && within(i, WATCH.quarter) ? amount[i]! : 0),
    T6: (i) => (isRoundSum(ledger, i, day) ? 1 : paid(i).parts),
    T7: (i) => (invoice(i) && disputed[i] === 1 && within(i, WATCH.quarter) ? amount[i]! : 0),
    T8: (i) => paid(i).short * amount[i]!,
    T12: () => 0,
    T13: (i) => (isSale(kind[i]!) && within(i, WATCH.lately) ? amount[i]! : 0),
  };
}

/** Where a document's settlements stand: they are sorted by document. */
function settlementsBy({ settlements }: Ledger): (i: number) => readonly [first: number, end: number] {
  const { count, document } = settlements;
  const firstFrom = (i: number): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (document[middle]! < i) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (i) => [firstFrom(i), firstFrom(i + 1)];
}
