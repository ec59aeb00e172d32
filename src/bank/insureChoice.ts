import type { Position } from "../receivables/position";
import { known, type Answer } from "../values/answer";
import { advanceOn, baseOf, dilutionFor } from "./borrowingBase";
import { fromLeft, eligibility, type Eligibility } from "./eligibility";
import type { LenderTerms } from "./lenderTerms";

/** A buyer that could be insured. Money in minor units. */
export interface InsuranceOffer {
  /** place in `ledger.buyers` */
  readonly buyer: number;
  /** the insurer's limit */
  readonly limit: number;
  /** fraction of a loss that is paid */
  readonly share: number;
  readonly premium: number;
}

export interface InsureChoice {
  /** places in the offers, in their order */
  readonly chosen: readonly number[];
  /** availability more than without any of the offers */
  readonly gain: number;
  readonly premium: number;
  /** every set of offers was tried */
  readonly exact: boolean;
  /** no set within the budget gains more than this; equal to `gain` where the choice is exact */
  readonly bound: number;
}

/** Offers up to which every set is tried: 4,096 of them. */
const MOST_TRIED = 12;

/**
 * Which buyers to insure for the most availability a unit of premium: within a budget the set that gains most, of two alike the
 * cheaper; without one, the set that gains most for each unit of premium, of two alike the larger. Up to twelve offers every set is
 * tried. Beyond, the offer with the most gain a unit is added as long as the budget bears it and it gains (without a budget, as long
 * as the yield does not fall), and the bound is what all offers together would gain, or each alone added up, whichever is more.
 * Offers count only where the terms do (`countInsured`). Unknown as the borrowing base.
 */
export function insureChoice(position: Position, terms: LenderTerms, offers: readonly InsuranceOffer[], budget?: number): Answer<InsureChoice> {
  const told = dilutionFor(position, terms);
  if (!told.known) return told;
  const drawn = drawnBy(position, terms, offers, told.value);
  const none = drawn(() => false);
  const gainOf = (taken: (at: number) => boolean): number => drawn(taken) - none;
  const exact = offers.length <= MOST_TRIED;
  const found = exact ? best(offers, gainOf, budget) : greedy(offers, gainOf, budget);
  const bound = exact ? found.gain : Math.max(gainOf(() => true), offers.reduce((sum, _, at) => sum + Math.max(0, gainOf((one) => one === at)), 0));
  return known({ ...found, exact, bound }, { method: "insureChoice", day: position.day, facts: [["offers", offers.length]] });
}

type GainOf = (taken: (at: number) => boolean) => number;
type Found = Pick<InsureChoice, "chosen" | "gain" | "premium">;

const NOTHING: Found = { chosen: [], gain: 0, premium: 0 };

/** `a` before `b`: within a budget more gain, then less premium; else more gain a unit, then more gain. */
function isBetter(a: Found, b: Found, budget: number | undefined): boolean {
  if (a.gain <= 0) return false;
  if (budget !== undefined) return a.gain > b.gain || (a.gain === b.gain && a.premium < b.premium);
  const [left, right] = [a.gain * b.premium, b.gain * a.premium];
  return b.gain <= 0 || left > right || (left === right && a.gain > b.gain);
}

function best(offers: readonly InsuranceOffer[], gainOf: GainOf, budget: number | undefined): Found {
  let found = NOTHING;
  for (let set = 1; set < 2 ** offers.length; set++) {
    const chosen = offers.map((_, at) => at).filter((at) => (set & (1 << at)) !== 0);
    const premium = chosen.reduce((sum, at) => sum + offers[at]!.premium, 0);
    if (budget !== undefined && premium > budget) continue;
    const one = { chosen, premium, gain: gainOf((at) => (set & (1 << at)) !== 0) };
    if (isBetter(one, found, budget)) found = one;
  }
  return found;
}

function greedy(offers: readonly InsuranceOffer[], gainOf: GainOf, budget: number | undefined): Found {
  let found = NOTHING;
  const left = new Set(offers.keys());
  for (;;) {
    let next: Found | undefined;
    let nextAt = -1;
    for (const at of left) {
      const premium = found.premium + offers[at]!.premium;
      if (budget !== undefined && premium > budget) continue;
      const chosen = [...found.chosen, at];
      const one = { chosen, premium, gain: gainOf((place) => chosen.includes(place)) };
      if (one.gain <= found.gain) continue;
      if (next === undefined || (one.gain - found.gain) * offers[nextAt]!.premium > (next.gain - found.gain) * offers[at]!.premium) [next, nextAt] = [one, at];
    }
    if (next === undefined || (budget === undefined && !isBetter(next, found, undefined))) return { ...found, chosen: [...found.chosen].sort((a, b) => a - b) };
    found = next;
    left.delete(nextAt);
  }
}

/** Availability with some of the offers taken. Documents are judged once with all and once with none: an offer moves its own buyer only, until the cap. */
function drawnBy(position: Position, terms: LenderTerms, offers: readonly InsuranceOffer[], dilution: number | undefined): (taken: (at: number) => boolean) => number {
  const bare = eligibility(position, terms, new Map());
  const all = eligibility(position, terms, new Map(offers.map((offer) => [offer.buyer, offer])));
  return (taken) => {
    const insured = new Set(offers.filter((_, at) => taken(at)).map(({ buyer }) => buyer));
    const of = (which: "left" | "cover" | "uncovered" | "contra"): Float64Array => bare.buyers[which].map((money, b) => (insured.has(b) ? all.buyers[which][b]! : money));
    const found: Pick<Eligibility, "eligible" | "insured"> = fromLeft(terms, position.total, { left: of("left"), cover: of("cover"), uncovered: of("uncovered"), contra: of("contra") });
    return baseOf(terms, advanceOn(found, terms), found.eligible, dilution).availability;
  };
}
