import type { Ledger } from "../ledger/ledger";
import { ADJ, CN, PMT, PRE, REFUND, UNAP, WO } from "../ledger/ledger";
import type { Day } from "../values/day";
import { exchangeDifference } from "./exchangeDifference";
import { position } from "./position";
import { remembered } from "./remembered";

/** Lines between opening and closing, in reading order. */
export const ROLL_FORWARD_LINES = ["invoices", "receipts", "credits", "writeOffs", "adjustments", "exchange"] as const;
export type RollForwardLine = (typeof ROLL_FORWARD_LINES)[number];

/** Balance to balance, minor units: opening + every line = closing. What lowers the balance carries a minus. One place a buyer, the whole book last. */
export interface RollForward extends Readonly<Record<RollForwardLine, Float64Array>> {
  readonly from: Day;
  readonly to: Day;
  readonly opening: Float64Array;
  readonly closing: Float64Array;
}

/** Which line a document of a kind is when it is issued; a debit of any other kind is an invoice, a credit of it a credit. */
const LINE_OF_KIND: ReadonlyMap<number, RollForwardLine> = new Map([
  [CN, "credits"],
  [PMT, "receipts"], [UNAP, "receipts"], [PRE, "receipts"],
  [REFUND, "receipts"], // money given back: receipts less refunds
  [WO, "writeOffs"],
  [ADJ, "adjustments"], // a journal entry says of itself only that it is one
]);

/** By kind of the settlement: payment, credit applied, write-off. */
const LINE_OF_SETTLEMENT = ["receipts", "credits", "writeOffs"] as const;

/**
 * The roll-forward of the receivable from the end of day `from` to the end of day `to`: documents on their day of issue,
 * settlements on their own day, or on their document's where that is later or none is stated, as in the position. A credit
 * that settles an invoice of the sheet takes off both, so that it counts once, when it was issued. Flows stand at the rate of
 * their own day; `exchange` is what changing rates did. It adds up to the minor unit for any two days, by buyer too.
 * Refused (PERIOD_ORDER): `from` after `to`.
 */
export function rollForward(ledger: Ledger, from: Day, to: Day): RollForward {
  exchangeDifference(ledger, from, to); // refuses days in the wrong order
  return rolled(ledger, from, to);
}

const rolled = remembered((ledger: Ledger, from: number, to: number): RollForward => {
  const { documents, settlements, buyers } = ledger;
  const column = (): Float64Array => new Float64Array(buyers.count + 1);
  const lines = { invoices: column(), receipts: column(), credits: column(), writeOffs: column(), adjustments: column(), exchange: column() };
  const isIn = (day: number): boolean => day > from && day <= to;
  for (let i = 0; i < documents.count; i++) {
    const amount = documents.amount[i]!;
    if (isIn(documents.issued[i]!)) lines[LINE_OF_KIND.get(documents.kind[i]!) ?? (amount > 0 ? "invoices" : "credits")][documents.buyer[i]!]! += amount;
  }
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    if (isIn(Math.max(settlements.day[s]!, documents.issued[i]!))) lines[LINE_OF_SETTLEMENT[settlements.kind[s]!]!][documents.buyer[i]!]! -= settlements.amount[s]!;
  }
  lines.exchange.set(exchangeDifference(ledger, from as Day, to as Day).byBuyer);
  const [opening, closing] = [column(), column()];
  opening.set(position(ledger, from as Day).openByBuyer);
  closing.set(position(ledger, to as Day).openByBuyer);
  for (const sums of [...Object.values(lines), opening, closing]) sums[buyers.count] = sums.reduce((all, one) => all + one, 0);
  return { from: from as Day, to: to as Day, opening, closing, ...lines };
});
