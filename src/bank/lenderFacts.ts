import { currencyWord, saysYes } from "../ledger/kinds";
import type { Ledger } from "../ledger/ledger";
import { refuse } from "../values/answer";
import { scaleOf, toMinor } from "../values/money";

/** What the `buyers` range says of a buyer that a lender asks for; one place a buyer. Money in minor units. */
export interface LenderFacts {
  readonly affiliate: Uint8Array;
  readonly government: Uint8Array;
  readonly foreign: Uint8Array;
  readonly insolvent: Uint8Array;
  /** what we owe it */
  readonly payable: Float64Array;
  /** the insurer's limit; 0 = none */
  readonly insuredLimit: Float64Array;
  /** fraction of a loss that the insurer pays; 0 where it is not stated: then nothing is counted */
  readonly insuredShare: Float64Array;
  /** of the policy's deductible, what falls on this buyer */
  readonly deductible: Float64Array;
}

/** Refused: an insurer's limit in another currency than the ledger's (INSURED_CURRENCY), for it can be neither added nor compared. */
export function lenderFacts({ buyers, exponent, currency }: Ledger): LenderFacts {
  const { count, facts, id, name } = buyers;
  const flags = (fact: string): Uint8Array => Uint8Array.from({ length: count }, (_, b) => (saysYes(String(facts[b]?.get(fact) ?? "")) ? 1 : 0));
  const numbers = (fact: string, most: number, scale: number): Float64Array =>
    Float64Array.from({ length: count }, (_, b) => {
      const value = facts[b]?.get(fact);
      const number = typeof value === "number" ? toMinor(value, scale) : 0;
      return number > 0 && number <= most ? number : 0;
    });
  const money = (fact: string): Float64Array => numbers(fact, Number.MAX_SAFE_INTEGER, scaleOf(exponent));
  for (let b = 0; b < count; b++) {
    const stated = facts[b]?.get("insuredCurrency");
    if (stated !== undefined && currencyWord(String(stated)) !== currency) refuse("INSURED_CURRENCY", { buyer: name[b] || id[b]!, found: String(stated), currency });
  }
  return {
    affiliate: flags("affiliate"), government: flags("government"), foreign: flags("foreign"), insolvent: flags("insolvent"),
    payable: money("payable"), insuredLimit: money("insuredLimit"), deductible: money("deductible"),
    insuredShare: Float64Array.from({ length: count }, (_, b) => shareIn(facts[b]?.get("insuredShare"))),
  };
}

function shareIn(fact: string | number | undefined): number {
  return typeof fact === "number" && fact >= 0 && fact <= 1 ? fact : 0;
}
