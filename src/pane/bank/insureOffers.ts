import type { BorrowingBase } from "../../bank/borrowingBase";
import type { InsuranceOffer } from "../../bank/insureChoice";
import { readShare } from "../../ledger/readNumber";
import { scaleOf, toUnits } from "../../values/money";
import { sumTyped } from "./packAsked";

/** An offer as it is typed. */
export interface OfferForm {
  /** place in `ledger.buyers` */
  readonly buyer: number;
  readonly limit: string;
  readonly share: string;
  readonly rate: string;
}

/** To begin with so many; further ones are added by hand. */
const FIRST_OFFERS = 6;
/** Examples ([DESIGN]): the usual cover of a loss, and a rate a year on the limit. */
const SHARE = "90%", RATE = "0.5%";

/** Buyers that no cover counts for yet: foreign ones of whom the terms leave out most, then those of whom most is eligible, for it may be lent upon at a better rate. */
export function firstOffers(base: BorrowingBase): OfferForm[] {
  const { position: { openByBuyer, ledger }, facts, buyers } = base.eligibility;
  const out = (b: number): number => (facts.foreign[b] === 1 ? openByBuyer[b]! - buyers.eligible[b]! : 0);
  const places = [...openByBuyer.keys()].filter((b) => openByBuyer[b]! > 0 && facts.insuredLimit[b]! * facts.insuredShare[b]! === 0);
  places.sort((a, b) => out(b) - out(a) || buyers.eligible[b]! - buyers.eligible[a]! || a - b);
  return places.slice(0, FIRST_OFFERS).map((b) => newOffer(b, facts.insuredLimit[b] || openByBuyer[b]!, ledger.exponent)); // a limit without its share counts for nothing, and is an offer
}

/** `limit` in minor units. */
export function newOffer(buyer: number, limit: number, exponent: number): OfferForm {
  return { buyer, limit: toUnits(limit, scaleOf(exponent)).toFixed(exponent), share: SHARE, rate: RATE };
}

/** Undefined where one of the three is no limit, cover or rate. The premium is of the limit, whole minor units. */
export function offerIn({ buyer, limit, share, rate }: OfferForm, exponent: number): InsuranceOffer | undefined {
  const [most, covered, asked] = [sumTyped(limit, exponent) ?? NaN, readShare(share), readShare(rate)];
  if (!(most > 0) || !(covered > 0 && covered <= 1) || !(asked >= 0 && asked <= 1)) return undefined;
  return { buyer, limit: most, share: covered, premium: Math.round(most * asked) };
}
