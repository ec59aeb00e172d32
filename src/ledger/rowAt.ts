import type { Day } from "../values/day";
import { toUnits, scaleOf } from "../values/money";
import { KINDS, type Kind, type Ledger } from "./ledger";

/** One document, for people: views and messages. Money in currency units, at the rate of the day of issue; days 0 where there is none. */
export interface LedgerRow {
  readonly row: number;
  readonly buyer: number;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly number: string;
  readonly kind: Kind;
  readonly issued: Day;
  readonly due: Day;
  readonly closed: Day;
  readonly amount: number;
  readonly disputed: boolean;
}

export function rowAt(ledger: Ledger, i: number): LedgerRow {
  const { documents, buyers } = ledger;
  if (!(i >= 0 && i < documents.count)) throw new RangeError(`No document ${i} in a ledger of ${documents.count}`);
  const buyer = documents.buyer[i]!;
  return {
    row: documents.row[i]!,
    buyer,
    buyerId: buyers.id[buyer]!,
    buyerName: buyers.name[buyer]!,
    number: documents.number.at(i)!,
    kind: KINDS[documents.kind[i]!]!,
    issued: documents.issued[i]! as Day,
    due: documents.due[i]! as Day,
    closed: documents.closed[i]! as Day,
    amount: toUnits(documents.amount[i]!, scaleOf(ledger.exponent)),
    disputed: documents.disputed[i] === 1,
  };
}
