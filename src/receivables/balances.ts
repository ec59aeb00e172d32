import { RET } from "../ledger/ledger";
import { NO_DAY } from "../values/day";
import type { Position } from "./position";
import { remembered } from "./remembered";

/** Parts of the open balance that ratios are made of; minor units at the closing rate, one place a buyer, the whole book last. */
export interface Balances {
  /** open debits, credits left out */
  readonly debits: Float64Array;
  /** open debits not past due: due today or later */
  readonly notDue: Float64Array;
  /** open debits past due by a day or more */
  readonly overdue: Float64Array;
  /** open retention: a class of its own, due long after the sale, left out of DSO */
  readonly retention: Float64Array;
  /** the part of it that is a debit and not past due: in `notDue` too */
  readonly retentionNotDue: Float64Array;
  /** everything open, credits taken off */
  readonly net: Float64Array;
}

/** One pass over the position, remembered. The book's own figures are at `ledger.buyers.count`. */
export const balances: (position: Position) => Balances = remembered((position: Position) => {
  const { ledger, open, day } = position;
  const { count, buyer, due, kind } = ledger.documents;
  const column = (): Float64Array => new Float64Array(ledger.buyers.count + 1);
  const sums = { debits: column(), notDue: column(), overdue: column(), retention: column(), retentionNotDue: column(), net: column() };
  for (let i = 0; i < count; i++) {
    const balance = open[i]!;
    if (balance === 0) continue;
    const b = buyer[i]!;
    sums.net[b]! += balance;
    if (kind[i] === RET) sums.retention[b]! += balance;
    if (balance < 0) continue;
    sums.debits[b]! += balance;
    if (due[i]! === NO_DAY) continue;
    if (due[i]! < day) sums.overdue[b]! += balance;
    else {
      sums.notDue[b]! += balance;
      if (kind[i] === RET) sums.retentionNotDue[b]! += balance;
    }
  }
  for (const sum of Object.values(sums)) sum[ledger.buyers.count] = sum.reduce((all, one) => all + one, 0);
  return sums;
});

/** Where a figure of this buyer, or of the whole book, stands in `Balances`. */
export function placeOf(position: Position, buyer: number | undefined): number {
  return buyer ?? position.ledger.buyers.count;
}

/** What ratios hold against sales: open less unapplied credits, without retention. Minor units. */
export function receivableOf(position: Position, buyer: number | undefined): number {
  const at = placeOf(position, buyer);
  const { net, retention } = balances(position);
  return net[at]! - retention[at]!;
}

/** The part of the receivable that is not past due: debits, without retention. Minor units. */
export function currentReceivableOf(position: Position, buyer: number | undefined): number {
  const at = placeOf(position, buyer);
  const { notDue, retentionNotDue } = balances(position);
  return notDue[at]! - retentionNotDue[at]!;
}
