import { NO_DAY } from "../values/day";
import { heldIn } from "./currencies";
import type { Settlements } from "./ledger";
import type { Draft } from "./sweep";

/** What a settlement is (`Settlements.kind`): money received, a credit applied, or a write-off, which is no payment. */
export const PAYMENT = 0, CREDIT = 1, WRITE_OFF = 2;

/** One settlement of one document, found elsewhere than in the document's own row. */
export interface Settled {
  readonly document: number;
  /** NO_DAY where it is not stated */
  readonly day: number;
  /** minor units, the sign of the document */
  readonly minor: number;
  readonly kind: number;
}

/** What took money off the documents, as it is written down: by document, one after the other. */
export class SettlementList {
  count = 0;
  readonly document: Int32Array;
  readonly day: Int32Array;
  /** minor units, the sign of the document */
  readonly amount: Float64Array;
  readonly kind: Uint8Array;

  constructor(capacity: number) {
    this.document = new Int32Array(capacity);
    this.day = new Int32Array(capacity);
    this.amount = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
  }

  add(document: number, day: number, minor: number, kind: number = PAYMENT): void {
    const at = this.count++;
    this.document[at] = document;
    this.day[at] = day;
    this.amount[at] = minor;
    this.kind[at] = kind;
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
    return { count, document: this.document.subarray(0, count), day: this.day.subarray(0, count), amount: this.amount.subarray(0, count), kind: this.kind.subarray(0, count) };
  }
}

/**
 * What took money off each document, sorted by document and then by day, and the day each was closed. Receipts of their own
 * sheet come before what the row itself says: only what it says beyond them stays, on the row's own day or undated. More
 * received than a row that states it has settled (`stated`) is a doubt with its money. What documents of the sheet settle
 * among themselves (`within`) comes on top: it starts from what the rows leave.
 */
export function settlementsOf(draft: Draft, receipts: readonly Settled[], within: readonly Settled[], stated: boolean): { readonly settlements: Settlements; readonly closed: Int32Array } {
  if (receipts.length === 0 && within.length === 0) return { settlements: draft.settled.columns(), closed: draft.closed.subarray(0, draft.count) };
  const own = receipts.length === 0 ? draft.settled : beyondReceipts(draft, receipts, stated);
  const settlements = withMore(own, [...receipts, ...within]).columns();
  return { settlements, closed: closedDays(draft, settlements) };
}

/** The day on which one settlement closed a document: NO_DAY where it leaves something, or is undated. */
export function closedDay(owed: number, settled: number, day: number, issued: number): number {
  const none: number = NO_DAY;
  if (day === none || (owed > 0 ? settled < owed : settled > owed)) return none;
  return day > issued ? day : issued;
}

/** What the rows say was settled beyond their receipts. */
function beyondReceipts(draft: Draft, receipts: readonly Settled[], stated: boolean): SettlementList {
  const received = new Map<number, number>();
  for (const { document, minor } of receipts) received.set(document, (received.get(document) ?? 0) + minor);
  const { settled: own, amount } = draft;
  const list = new SettlementList(own.count);
  const doubt = (i: number, rest: number): void => {
    if (stated && rest !== 0) draft.issues.add("RECEIPTS_EXCEED", draft.row[i]!, -1, "", -rest, heldIn(draft, i));
  };
  for (let at = 0; at < own.count; at++) {
    const i = own.document[at]!;
    const rest = own.amount[at]! - (received.get(i) ?? 0);
    received.delete(i);
    if (rest * amount[i]! > 0) list.add(i, own.day[at]!, rest, own.kind[at]);
    else doubt(i, rest);
  }
  for (const [i, minor] of received) doubt(i, -minor);
  return list;
}

/** Two lists as one, by document and then by day; of one day the rows' own word comes first. */
function withMore(own: SettlementList, more: Settled[]): SettlementList {
  more.sort((a, b) => a.document - b.document || a.day - b.day || a.minor - b.minor);
  const list = new SettlementList(own.count + more.length);
  let next = 0;
  for (let at = 0; at < own.count; at++) {
    const document = own.document[at]!, day = own.day[at]!;
    for (; next < more.length && comesBefore(more[next]!, document, day); next++) put(list, more[next]!);
    list.add(document, day, own.amount[at]!, own.kind[at]);
  }
  for (; next < more.length; next++) put(list, more[next]!);
  return list;
}

function comesBefore(one: Settled, document: number, day: number): boolean {
  return one.document < document || (one.document === document && one.day < day);
}

function put(list: SettlementList, { document, day, minor, kind }: Settled): void {
  list.add(document, day, minor, kind);
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
