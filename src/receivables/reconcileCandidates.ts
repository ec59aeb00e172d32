import { CN, PMT, PRE, REFUND, UNAP, WO } from "../ledger/ledger";
import { CREDIT_KINDS } from "../ledger/kinds";
import { NO_DAY } from "../values/day";
import { balanceMoney } from "./balanceMoney";
import type { Candidate, Cause } from "./causes";
import type { OwnMoney } from "./ownMoney";
import type { Position } from "./position";
import type { Reading } from "../ledger/reading";

/** How far from the day a document may lie to be a question of cut-off: a balance is struck by the month. */
export const REACH_DAYS = 31;

/** A write-off that one side lacks is looked for in the last year: they are booked at the year's end. */
const WRITE_OFF_DAYS = 366;

const WRITTEN_OFF = 2; // Settlements.kind

/** Kinds that are money received or paid back, not documents of sale. */
const RECEIPT_KINDS: ReadonlySet<number> = new Set([PMT, UNAP, PRE, REFUND]);

/** Doubts about what is left of a document, with the sign that their money has in a control that believed the other side. */
const PART_SETTLED: ReadonlyMap<string, { readonly sign: 1 | -1; readonly whileOpen: boolean }> = new Map([
  ["PAID_UNDATED", { sign: -1, whileOpen: true }],
  ["SETTLED_UNDATED", { sign: -1, whileOpen: true }],
  ["RESIDUE", { sign: 1, whileOpen: false }],
  ["OPEN_UNSUPPORTED", { sign: 1, whileOpen: false }],
  ["PAID_DIFFERS", { sign: 1, whileOpen: true }],
] as const);

/**
 * Documents and receipts of the ledger that the control may have otherwise, each with what it would have more, in minor
 * units. One pass over the documents, one over the settlements, one over the issues.
 */
export function ledgerCandidates(position: Position, reading: Reading, own: OwnMoney): Candidate[] {
  const maker = new Maker(position, own);
  documentCandidates(maker);
  receiptCandidates(maker, reading);
  doubtCandidates(maker, reading);
  return maker.found;
}

class Maker {
  readonly found: Candidate[] = [];
  readonly position: Position;
  readonly own: OwnMoney;

  constructor(position: Position, own: OwnMoney) {
    this.position = position;
    this.own = own;
  }

  /** The control has `times` the given part of document `i` beyond the ledger. */
  add(cause: Cause, i: number, times: number, minor: number, oneToOne: number, more: Partial<Candidate> = {}): void {
    if (minor === 0) return;
    const { documents, currencies } = this.position.ledger;
    this.found.push({
      cause, buyer: documents.buyer[i]!, who: "", effect: times * minor, stated: times * minor, oneToOne: times * oneToOne, currency: currencies[documents.currency[i]!]?.code ?? "", days: 0, part: "", subject: i, alone: false,
      row: documents.row[i]!, number: documents.number.at(i)!, documents: 1, ...more,
    });
  }

  whole(cause: Cause, i: number, times: number, minor: number, more: Partial<Candidate> = {}): void {
    this.add(cause, i, times, minor, this.own.oneToOne(i, minor), more);
  }

  open(cause: Cause, i: number, times: number, more: Partial<Candidate> = {}): void {
    this.add(cause, i, times, this.position.open[i]!, this.own.openOneToOne(i), more);
  }
}

function documentCandidates(maker: Maker): void {
  const { position } = maker;
  const { count, issued, kind } = position.ledger.documents;
  const { amount } = balanceMoney(position);
  for (let i = 0; i < count; i++) {
    const after = issued[i]! - position.day;
    if (after > REACH_DAYS) continue;
    const k = kind[i]!;
    if (after > 0) {
      if (!RECEIPT_KINDS.has(k)) maker.whole("CUT_OFF_AFTER", i, 1, amount[i]!, { days: after });
      else maker.whole("RECEIPT_AFTER", i, 1, amount[i]!, { days: after });
      continue;
    }
    const open = position.open[i]!;
    if (after > -REACH_DAYS) {
      if (!RECEIPT_KINDS.has(k)) maker.whole("CUT_OFF_BEFORE", i, -1, amount[i]!, { days: -after });
      else if (open !== 0) maker.open("RECEIPT_BEFORE", i, -1, { days: -after });
    }
    if (open === 0) continue;
    if (k === UNAP || k === PMT) maker.open("UNAPPLIED", i, -1, { part: k === UNAP ? "on account" : "receipt" });
    else if (k === PRE) maker.open("PREPAYMENT", i, -1);
    else if (k === CN) maker.whole("SIGN", i, -2, amount[i]!);
    else if (k === WO) maker.open("WRITE_OFF", i, -1);
    else if (open < 0 && amount[i]! > 0 && !CREDIT_KINDS.has(k)) maker.open("UNAPPLIED", i, -1, { part: "overpaid" });
  }
}

/** One receipt: what a buyer's payment of a day settled in one currency. */
interface Receipt {
  readonly cause: Cause;
  readonly first: number;
  readonly days: number;
  effect: number;
  oneToOne: number;
  parts: { readonly document: number; readonly effect: number; readonly oneToOne: number }[];
}

/**
 * Receipts just before and just after the day, by buyer, currency and day: as a buyer pays several documents at once, so a
 * receipt is early or late at once. The second of two equal rows repeats the receipt of the first.
 */
function receiptCandidates(maker: Maker, { issues }: Reading): void {
  const { day, ledger } = maker.position;
  const { documents, settlements } = ledger;
  const { settled } = balanceMoney(maker.position);
  const receipts = new Map<number, Receipt>();
  const doubles = new Set(issues.filter(({ code }) => code === "DUPLICATE").map(({ row }) => row));
  for (let s = 0; s < settlements.count; s++) {
    const at = settlements.day[s]!;
    const i = settlements.document[s]!;
    const minor = settled[s]!;
    if (at === NO_DAY || documents.issued[i]! > day || RECEIPT_KINDS.has(documents.kind[i]!) || doubles.has(documents.row[i]!)) continue;
    const after = at - day;
    if (settlements.kind[s] === WRITTEN_OFF) {
      if (after <= 0 && after > -WRITE_OFF_DAYS) maker.whole("WRITE_OFF", i, 1, minor, { subject: -1 });
    } else if (after <= REACH_DAYS && after > -REACH_DAYS) collect(receipts, maker, i, after, minor);
  }
  let subject = -1;
  for (const { cause, first, effect, oneToOne, days, parts } of receipts.values()) {
    const about = { days, subject: --subject, documents: parts.length }; // a receipt is no document of the ledger: a place of its own
    maker.add(cause, first, 1, effect, oneToOne, about);
    if (parts.length > 1) for (const part of parts) maker.add(cause, part.document, 1, part.effect, part.oneToOne, { ...about, documents: 1, alone: true });
  }
}

function collect(receipts: Map<number, Receipt>, maker: Maker, i: number, after: number, minor: number): void {
  const { buyer, currency } = maker.position.ledger.documents;
  const key = (buyer[i]! * 256 + currency[i]!) * 128 + after + 64;
  const times = after > 0 ? -1 : 1;
  let receipt = receipts.get(key);
  if (receipt === undefined) receipts.set(key, (receipt = { cause: after > 0 ? "RECEIPT_AFTER" : "RECEIPT_BEFORE", first: i, days: Math.abs(after), effect: 0, oneToOne: 0, parts: [] }));
  const part = { document: i, effect: times * minor, oneToOne: times * maker.own.oneToOne(i, minor) };
  receipt.effect += part.effect;
  receipt.oneToOne += part.oneToOne;
  receipt.parts.push(part);
}

/** What the reader doubted of documents that it kept: doubles, and what is left of them. */
function doubtCandidates(maker: Maker, { issues }: Reading): void {
  const { ledger, open, day } = maker.position;
  const { documents, foreign } = ledger;
  const concerned = issues.filter(({ code }) => code === "DUPLICATE" || PART_SETTLED.has(code));
  if (concerned.length === 0) return;
  const places = new Map<number, number>(concerned.map(({ row }) => [row, -1]));
  for (let i = 0; i < documents.count; i++) if (places.has(documents.row[i]!)) places.set(documents.row[i]!, i);
  const firsts = firstsOf(maker.position, concerned.filter(({ code }) => code === "DUPLICATE").map(({ row }) => places.get(row)!));
  for (const { code, row, amount } of concerned) {
    const i = places.get(row)!;
    if (i < 0 || documents.issued[i]! > day) continue;
    const doubt = PART_SETTLED.get(code);
    if (doubt === undefined) maker.open("DUPLICATE", open[i] !== 0 ? i : (firsts.get(i) ?? i), -1);
    else if (doubt.whileOpen === (open[i] !== 0)) maker.whole("PART_SETTLED", i, doubt.sign, foreign?.restated(amount, documents.currency[i]!, day) ?? amount, { part: code });
  }
}

/** For each double that a receipt has settled, its open twin: one receipt settles one of the two. */
function firstsOf({ ledger, open }: Position, doubles: readonly number[]): ReadonlyMap<number, number> {
  const { count, number, buyer, amount, issued } = ledger.documents;
  const settled = doubles.filter((i) => i >= 0 && open[i] === 0);
  const wanted = new Set(settled.map((i) => number.at(i)!));
  const firsts = new Map<number, number>();
  if (wanted.size === 0) return firsts;
  const twins = new Map<string, number>();
  for (let i = 0; i < count; i++) if (open[i] !== 0 && wanted.has(number.at(i)!)) twins.set(`${buyer[i]!} ${amount[i]!} ${issued[i]!} ${number.at(i)!}`, i);
  for (const i of settled) {
    const twin = twins.get(`${buyer[i]!} ${amount[i]!} ${issued[i]!} ${number.at(i)!}`);
    if (twin !== undefined) firsts.set(i, twin);
  }
  return firsts;
}
