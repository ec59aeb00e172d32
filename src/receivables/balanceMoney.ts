import { keptMoney } from "../ledger/foreign";
import type { Position } from "./position";
import { remembered } from "./remembered";

/** By document and by settlement, minor units of the ledger's currency. */
export interface BalanceMoney {
  readonly amount: Float64Array;
  readonly settled: Float64Array;
}

/**
 * What documents and settlements count as parts of the balance of a day: in another currency at the closing rate of that day,
 * as the balance does, and not as the flows they were. A part and the rest are each rounded: together they may be a minor unit off.
 */
export const balanceMoney: (position: Position) => BalanceMoney = remembered(({ ledger, day }: Position): BalanceMoney => {
  const { documents, settlements, foreign } = ledger;
  if (foreign === undefined) return keptMoney(ledger);
  const { currency } = documents;
  return {
    amount: foreign.amount.map((minor, i) => foreign.restated(minor, currency[i]!, day)),
    settled: foreign.settled.map((minor, s) => foreign.restated(minor, currency[settlements.document[s]!]!, day)),
  };
});
