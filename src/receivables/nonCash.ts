import { keptMoney } from "../ledger/foreign";
import { CN, DN, INV, PMT, PRE, REFUND, UNAP, WO } from "../ledger/ledger";
import { CREDIT, PAYMENT, WRITE_OFF } from "../ledger/settlements";
import { NO_DAY } from "../values/day";
import type { Position } from "./position";
import { rebilled } from "./rebilled";
import { remembered } from "./remembered";

/** Written off of a document that was paid, up to this part of its amount: a short payment let go, and no bad debt (model default). */
export const SHORT_PAYMENT = 0.1;

/**
 * What a window sold, what took money off that is no payment, and what was paid; minor units at the rate of each day, one place
 * a buyer, the whole book last.
 */
export interface NonCash {
  /** invoices and debit notes issued, credits not taken off */
  readonly gross: Float64Array;
  /** credit notes issued, and credits that a list of receipts states without one */
  readonly credits: Float64Array;
  /** of those credit notes: corrected bills, invoiced anew within five days */
  readonly rebilled: Float64Array;
  /** small rests written off of documents that were otherwise paid */
  readonly shortPaid: Float64Array;
  /** everything else written off: bad debt */
  readonly writtenOff: Float64Array;
  /** paid after all on what had been written off */
  readonly recovered: Float64Array;
  /** money received, on documents or on account, less refunds */
  readonly collected: Float64Array;
}

/**
 * Flows dated in (day - window, day]. A credit, a write-off or a receipt that is a document of its own counts on its day of
 * issue; where it settles another document, the two sides of that carry opposite signs and cancel. What is undated is in no
 * window. Two passes, remembered.
 */
export const nonCash: (position: Position, window: number) => NonCash = remembered((position: Position, window: number) => {
  const book = position.ledger.buyers.count;
  const column = (): Float64Array => new Float64Array(book + 1);
  const sums: NonCash = { gross: column(), credits: column(), rebilled: column(), shortPaid: column(), writtenOff: column(), recovered: column(), collected: column() };
  countDocuments(position, window, sums);
  countSettlements(position, window, sums);
  for (const sum of Object.values(sums) as Float64Array[]) for (let b = 0; b < book; b++) sum[book]! += sum[b]!;
  return sums;
});

function countDocuments(position: Position, window: number, sums: NonCash): void {
  const { count, issued, kind, buyer, amount } = position.ledger.documents;
  const credits: number[] = [];
  for (let i = 0; i < count; i++) {
    if (issued[i]! > position.day || issued[i]! <= position.day - window) continue;
    const b = buyer[i]!;
    switch (kind[i]) {
      case INV:
      case DN:
        sums.gross[b]! += amount[i]!;
        break;
      case CN:
        sums.credits[b]! -= amount[i]!;
        credits.push(i);
        break;
      case WO:
        sums.writtenOff[b]! -= amount[i]!;
        break;
      case PMT:
      case UNAP:
      case PRE:
      case REFUND:
        sums.collected[b]! -= amount[i]!;
        break;
    }
  }
  for (const i of rebilled(position, credits)) sums.rebilled[buyer[i]!]! -= amount[i]!;
}

function countSettlements(position: Position, window: number, sums: NonCash): void {
  const { documents, settlements } = position.ledger;
  const { document, day, kind, amount, count } = settlements;
  const none: number = NO_DAY;
  for (let s = 0; s < count; ) {
    const first = s;
    const i = document[s]!;
    const b = documents.buyer[i]!;
    let written = 0;
    for (; s < count && document[s] === i; s++) {
      if (day[s]! > position.day) continue;
      if (kind[s] === WRITE_OFF) written = 1;
      if (day[s]! <= position.day - window || day[s] === none) continue;
      if (kind[s] === PAYMENT) sums.collected[b]! += amount[s]!;
      else if (kind[s] === CREDIT) sums.credits[b]! += amount[s]!;
    }
    if (written === 1) countWrittenOff(position, window, sums, first, s);
  }
}

/** The settlements from `first` to before `end` are one document's, and some of it was written off by the position's day. */
function countWrittenOff(position: Position, window: number, sums: NonCash, first: number, end: number): void {
  const { documents, settlements } = position.ledger;
  const { amount: amounts, settled } = keptMoney(position.ledger);
  const { day, kind, amount } = settlements;
  const i = settlements.document[first]!;
  const b = documents.buyer[i]!;
  const none: number = NO_DAY;
  let [written, paid] = [0, 0];
  for (let s = first; s < end; s++) {
    if (day[s]! > position.day) continue;
    if (kind[s] === WRITE_OFF) written += settled[s]!;
    else if (kind[s] === PAYMENT) paid += settled[s]!;
  }
  const off = paid > 0 && written <= SHORT_PAYMENT * amounts[i]! ? sums.shortPaid : sums.writtenOff;
  let rest = amounts[i]!;
  let lost = 0;
  for (let s = first; s < end; s++) {
    if (day[s]! > position.day) continue;
    rest -= settled[s]!;
    const within = day[s]! > position.day - window && day[s] !== none;
    if (kind[s] === WRITE_OFF) {
      lost += settled[s]!;
      if (within) off[b]! += amount[s]!;
    } else if (kind[s] === PAYMENT && amounts[i]! > 0 && rest < 0 && lost > 0) {
      const back = Math.min(lost, -rest, settled[s]!);
      lost -= back;
      if (within && back > 0) sums.recovered[b]! += Math.round((amount[s]! * back) / settled[s]!);
    }
  }
}
