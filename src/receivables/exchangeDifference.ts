import type { Ledger } from "../ledger/ledger";
import { refuse } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import { position } from "./position";
import { remembered } from "./remembered";

/** What changing rates added to the receivable (a loss carries a minus) after `from` and up to `to`; minor units. */
export interface ExchangeDifference {
  readonly from: Day;
  readonly to: Day;
  readonly byBuyer: Float64Array;
  readonly total: number;
}

/**
 * The exchange difference of a period, the end of day `from` to the end of day `to`: what a roll of opening balance + documents
 * issued - settlements = closing balance is out by, to the minor unit, because balances stand at the closing rate and flows
 * at the rate of their own day. It holds the gain or loss on what was open (closing against opening rate), on what was issued
 * (closing against its day's) and on what was paid (its day's against the opening or the issue rate), and the rounding of
 * each document to whole minor units. It is neither sale nor receipt nor dilution (methods.md 0.5; IAS 21.28). Exactly 0
 * where no rate changes. Refused (PERIOD_ORDER): `from` after `to`.
 */
export function exchangeDifference(ledger: Ledger, from: Day, to: Day): ExchangeDifference {
  if (from > to) refuse("PERIOD_ORDER", { from: isoDay(from), to: isoDay(to) });
  return difference(ledger, from, to);
}

const difference = remembered((ledger: Ledger, from: number, to: number): ExchangeDifference => {
  const byBuyer = new Float64Array(ledger.buyers.count);
  if (ledger.foreign !== undefined) addDifferences(ledger, from as Day, to as Day, byBuyer);
  return { from: from as Day, to: to as Day, byBuyer, total: byBuyer.reduce((sum, one) => sum + one, 0) };
});

/** A settlement dated before its document, or without a day, counts from the day of issue, as in the position. */
function addDifferences(ledger: Ledger, from: Day, to: Day, byBuyer: Float64Array): void {
  const { documents, settlements } = ledger;
  const [opening, closing] = [position(ledger, from).open, position(ledger, to).open];
  const isIn = (day: number): boolean => day > from && day <= to;
  for (let i = 0; i < documents.count; i++) byBuyer[documents.buyer[i]!]! += closing[i]! - opening[i]! - (isIn(documents.issued[i]!) ? documents.amount[i]! : 0);
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    if (isIn(Math.max(settlements.day[s]!, documents.issued[i]!))) byBuyer[documents.buyer[i]!]! += settlements.amount[s]!;
  }
}
