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
  if (receipts.length === 0) return ownSettlements(draft);
  const { count } = draft;
  const ordered = [...receipts].sort((a, b) => a.document - b.document || a.day - b.day || a.minor - b.minor);
  takeReceiptsOff(draft, ordered, stated);
  const settlements = columnsFor(ordered.length + statedCount(draft));
  const closed = new Int32Array(count);
  let next = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const first = at;
    const own = draft.settled[i]!;
    const day = draft.settledDay[i]!;
    while (next < ordered.length && ordered[next]!.document === i && own !== 0 && ordered[next]!.day < day) at = put(settlements, at, i, ordered[next]!.day, ordered[next++]!.minor);
    if (own !== 0) at = put(settlements, at, i, day, own);
    while (next < ordered.length && ordered[next]!.document === i) at = put(settlements, at, i, ordered[next]!.day, ordered[next++]!.minor);
    if (at > first) closed[i] = closedDay(settlements, first, at, draft.amount[i]!, draft.issued[i]!);
  }
  return { settlements, closed };
}

/** What the rows themselves say, one settlement a row: the usual case, and nothing but columns. */
function ownSettlements(draft: Draft): { readonly settlements: Settlements; readonly closed: Int32Array } {
  const { count, settled, settledDay, amount, issued } = draft;
  const settlements = columnsFor(statedCount(draft));
  const { document: documents, day: days, amount: amounts } = settlements;
  const closed = new Int32Array(count);
  const none: number = NO_DAY;
  for (let i = 0, at = 0; i < count; i++) {
    const own = settled[i]!;
    if (own === 0) continue;
    const day = settledDay[i]!;
    documents[at] = i;
    days[at] = day;
    amounts[at++] = own;
    const owed = amount[i]!;
    if (day !== none && (owed > 0 ? own >= owed : own <= owed)) closed[i] = day > issued[i]! ? day : issued[i]!;
  }
  return { settlements, closed };
}

function columnsFor(count: number): { count: number; document: Int32Array; day: Int32Array; amount: Float64Array; kind: Uint8Array } {
  return { count, document: new Int32Array(count), day: new Int32Array(count), amount: new Float64Array(count), kind: new Uint8Array(count).fill(PAYMENT) };
}

function statedCount({ count, settled }: Draft): number {
  let stated = 0;
  for (let i = 0; i < count; i++) if (settled[i] !== 0) stated++;
  return stated;
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
