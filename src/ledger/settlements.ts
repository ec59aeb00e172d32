import { NO_DAY } from "../values/day";
import type { Settlements } from "./ledger";
import type { Receipt } from "./readReceipts";
import type { Draft } from "./sweep";

const PAYMENT = 0;

/**
 * What took money off each document, sorted by document and then by day, and the day each was closed. Receipts of their own
 * sheet come before what the row itself says: only what it says beyond them stays, on the row's own day or undated. More
 * received than a row that states it has settled (`stated`) is a doubt with its money.
 */
export function settlementsOf(draft: Draft, receipts: readonly Receipt[], stated: boolean): { readonly settlements: Settlements; readonly closed: Int32Array } {
  const { count } = draft;
  const none: number = NO_DAY;
  const ordered = [...receipts].sort((a, b) => a.document - b.document || a.day - b.day || a.minor - b.minor);
  if (ordered.length > 0) takeReceiptsOff(draft, ordered, stated);
  let total = ordered.length;
  for (let i = 0; i < count; i++) if (draft.settled[i] !== 0) total++;
  const settlements = { count: total, document: new Int32Array(total), day: new Int32Array(total), amount: new Float64Array(total), kind: new Uint8Array(total).fill(PAYMENT) };
  const closed = new Int32Array(count);
  let next = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const first = at;
    const own = draft.settled[i]!;
    const day = draft.settledDay[i]!;
    if (next < ordered.length && ordered[next]!.document === i) {
      while (next < ordered.length && ordered[next]!.document === i && own !== 0 && ordered[next]!.day < day) at = put(settlements, at, i, ordered[next]!.day, ordered[next++]!.minor);
      if (own !== 0) at = put(settlements, at, i, day, own);
      while (next < ordered.length && ordered[next]!.document === i) at = put(settlements, at, i, ordered[next]!.day, ordered[next++]!.minor);
      closed[i] = closedDay(settlements, first, at, draft.amount[i]!, draft.issued[i]!);
    } else if (own !== 0) {
      at = put(settlements, at, i, day, own);
      if (own === draft.amount[i]) closed[i] = day === none ? none : Math.max(day, draft.issued[i]!);
      else closed[i] = closedDay(settlements, first, at, draft.amount[i]!, draft.issued[i]!);
    }
  }
  return { settlements, closed };
}

/** Leaves in `settled` what the row says beyond its receipts. */
function takeReceiptsOff(draft: Draft, ordered: readonly Receipt[], stated: boolean): void {
  for (let next = 0; next < ordered.length; ) {
    const i = ordered[next]!.document;
    let received = 0;
    for (; next < ordered.length && ordered[next]!.document === i; next++) received += ordered[next]!.minor;
    const rest = draft.settled[i]! - received;
    const beyond = rest * draft.amount[i]! > 0;
    if (stated && rest !== 0 && !beyond) draft.issues.add("RECEIPTS_EXCEED", draft.row[i]!, -1, "", -rest, draft.currencies.list[draft.currency[i]!]!.code);
    draft.settled[i] = beyond ? rest : 0;
  }
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
