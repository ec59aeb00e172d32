import { NO_DAY } from "../values/day";
import type { Settlements } from "./ledger";
import type { Receipt } from "./readReceipts";
import type { Draft } from "./sweep";

const PAYMENT = 0;

/**
 * What took money off each document, sorted by document and then by day, and the day each was closed. Receipts of their own
 * sheet stand for whatever the row itself says of being paid; where the two differ, that is a doubt with its money.
 */
export function settlementsOf(draft: Draft, receipts: readonly Receipt[]): { readonly settlements: Settlements; readonly closed: Int32Array } {
  const { count } = draft;
  const starts = new Int32Array(count + 1);
  for (const { document } of receipts) starts[document + 1]!++;
  const own = (i: number): boolean => starts[i + 1] === 0 && draft.settled[i] !== 0;
  const byReceipt = starts.slice();
  let total = 0;
  for (let i = 0; i < count; i++) total += byReceipt[i + 1]! > 0 ? byReceipt[i + 1]! : draft.settled[i] !== 0 ? 1 : 0;
  const settlements = { count: total, document: new Int32Array(total), day: new Int32Array(total), amount: new Float64Array(total), kind: new Uint8Array(total).fill(PAYMENT) };
  const closed = new Int32Array(count);
  const ordered = receipts.length === 0 ? receipts : [...receipts].sort((a, b) => a.document - b.document || a.day - b.day);
  let next = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const first = at;
    if (own(i)) at = put(settlements, at, i, draft.settledDay[i]!, draft.settled[i]!);
    while (next < ordered.length && ordered[next]!.document === i) {
      const { day, minor } = ordered[next++]!;
      at = put(settlements, at, i, day, minor);
    }
    closed[i] = closedDay(settlements, first, at, draft.amount[i]!, draft.issued[i]!);
  }
  return { settlements, closed };
}

function put(settlements: { document: Int32Array; day: Int32Array; amount: Float64Array }, at: number, document: number, day: number, minor: number): number {
  settlements.document[at] = document;
  settlements.day[at] = day;
  settlements.amount[at] = minor;
  return at + 1;
}

/** First day on which nothing was left; a residue that comes back later (a payment returned) opens it again. */
function closedDay(settlements: { day: Int32Array; amount: Float64Array }, from: number, to: number, amount: number, issued: number): number {
  let rest = amount;
  let closed: number = NO_DAY;
  for (let s = from; s < to; s++) {
    rest -= settlements.amount[s]!;
    const over = amount > 0 ? rest <= 0 : rest >= 0;
    if (over && closed === NO_DAY && settlements.day[s] !== NO_DAY) closed = Math.max(settlements.day[s]!, issued);
    else if (!over) closed = NO_DAY;
  }
  return closed;
}
