import { NO_DAY } from "../values/day";
import type { Settlements } from "./ledger";
import type { Receipt } from "./readReceipts";
import type { Draft } from "./sweep";

/** What took money off the documents, as it is written down: by document, one after the other. */
export class SettlementList {
  count = 0;
  readonly document: Int32Array;
  readonly day: Int32Array;
  /** minor units, the sign of the document */
  readonly amount: Float64Array;

  constructor(capacity: number) {
    this.document = new Int32Array(capacity);
    this.day = new Int32Array(capacity);
    this.amount = new Float64Array(capacity);
  }

  add(document: number, day: number, minor: number): void {
    const at = this.count++;
    this.document[at] = document;
    this.day[at] = day;
    this.amount[at] = minor;
  }

  /** Turns the sign of what settled a document. */
  negate(document: number): void {
    for (let at = this.#first(document); at < this.count && this.document[at] === document; at++) this.amount[at] = -this.amount[at]!;
  }

  #first(document: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.document[middle]! < document) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  columns(): Settlements {
    const { count } = this;
    return { count, document: this.document.subarray(0, count), day: this.day.subarray(0, count), amount: this.amount.subarray(0, count), kind: new Uint8Array(count) }; // 0 = payment
  }
}

/**
 * What took money off each document, sorted by document and then by day, and the day each was closed. Receipts of their own
 * sheet come before what the row itself says: only what it says beyond them stays, on the row's own day or undated. More
 * received than a row that states it has settled (`stated`) is a doubt with its money.
 */
export function settlementsOf(draft: Draft, receipts: readonly Receipt[], stated: boolean): { readonly settlements: Settlements; readonly closed: Int32Array } {
  if (receipts.length === 0) return { settlements: draft.settled.columns(), closed: draft.closed.subarray(0, draft.count) };
  const settlements = merged(draft, receipts, stated).columns();
  return { settlements, closed: closedDays(draft, settlements) };
}

/** The day on which one settlement closed a document: NO_DAY where it leaves something, or is undated. */
export function closedDay(owed: number, settled: number, day: number, issued: number): number {
  const none: number = NO_DAY;
  if (day === none || (owed > 0 ? settled < owed : settled > owed)) return none;
  return day > issued ? day : issued;
}

function merged(draft: Draft, receipts: readonly Receipt[], stated: boolean): SettlementList {
  const { settled: own } = draft;
  const ordered = [...receipts].sort((a, b) => a.document - b.document || a.day - b.day || a.minor - b.minor);
  const list = new SettlementList(ordered.length + own.count);
  let at = 0;
  for (let next = 0; next < ordered.length; ) {
    const i = ordered[next]!.document;
    for (; at < own.count && own.document[at]! < i; at++) list.add(own.document[at]!, own.day[at]!, own.amount[at]!);
    const from = next;
    let received = 0;
    for (; next < ordered.length && ordered[next]!.document === i; next++) received += ordered[next]!.minor;
    const states = at < own.count && own.document[at] === i;
    const rest = (states ? own.amount[at]! : 0) - received;
    const beyond = rest * draft.amount[i]! > 0;
    if (stated && rest !== 0 && !beyond) draft.issues.add("RECEIPTS_EXCEED", draft.row[i]!, -1, "", -rest, draft.currencies.list[draft.currency[i]!]!.code);
    addInOrder(list, i, ordered.slice(from, next), beyond ? { day: own.day[at]!, minor: rest } : undefined);
    if (states) at++;
  }
  for (; at < own.count; at++) list.add(own.document[at]!, own.day[at]!, own.amount[at]!);
  return list;
}

/** A document's receipts, and what its row says beyond them, by day. */
function addInOrder(list: SettlementList, document: number, receipts: readonly Receipt[], own: { readonly day: number; readonly minor: number } | undefined): void {
  let rest = own;
  for (const { day, minor } of receipts) {
    if (rest !== undefined && rest.day <= day) {
      list.add(document, rest.day, rest.minor);
      rest = undefined;
    }
    list.add(document, day, minor);
  }
  if (rest !== undefined) list.add(document, rest.day, rest.minor);
}

/** First day on which nothing was left; a residue that comes back later (a payment returned) opens it again. */
function closedDays({ count, amount, issued }: Draft, { count: settled, document, day: days, amount: amounts }: Settlements): Int32Array {
  const closed = new Int32Array(count);
  const none: number = NO_DAY;
  for (let s = 0; s < settled; ) {
    const i = document[s]!;
    const owed = amount[i]!;
    let rest = owed;
    let last = none;
    for (; s < settled && document[s] === i; s++) {
      rest -= amounts[s]!;
      const day = days[s]!;
      if (owed > 0 ? rest > 0 : rest < 0) last = none;
      else if (last === none && day !== none) last = day > issued[i]! ? day : issued[i]!;
    }
    closed[i] = last;
  }
  return closed;
}
