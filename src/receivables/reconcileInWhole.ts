import type { Candidate } from "./causes";
import { groupsOf, optionsOf } from "./combinations";
import { explanations, TRUST } from "./explainDifference";
import { atToldRate, rateTold } from "./impliedRate";
import { scenariosOf, type Sides } from "./reconcileSides";

/** Looks that one figure may cost: well under a second. */
const STEPS = 3_000_000;

/** What explains one figure for the whole book, or nothing. */
export function reconciledInWhole(sides: Sides, difference: number): readonly Candidate[] {
  const candidates = [...sides.candidates, ...buyersOf(sides)];
  const [simplest] = explanations(difference, scenariosOf(candidates, sides.foreign, sides.isForeign), { left: STEPS });
  return simplest?.found ?? rateDifference(sides, difference);
}

/** A buyer's whole balance that the control lacks. */
function buyersOf({ position }: Sides): Candidate[] {
  const { ledger, openByBuyer, openCountByBuyer } = position;
  return Array.from({ length: ledger.buyers.count }, (_, buyer) => buyerMissing(buyer, -openByBuyer[buyer]!, openCountByBuyer[buyer])).filter(({ effect }) => effect !== 0);
}

/** A buyer that one side lacks altogether. */
export function buyerMissing(buyer: number, effect: number, documents = 0): Candidate {
  return { cause: "BUYER_NOT_IN_CONTROL", buyer, who: "", effect, stated: effect, oneToOne: effect, currency: "", days: 0, part: "", subject: -1, alone: false, row: 0, number: "", documents };
}

/**
 * Rows of a currency at a rate that only the control knows, alone or beside one other cause taken whole: believed when the
 * rate that makes it exact has so few digits that it can hardly be chance.
 */
function rateDifference(sides: Sides, difference: number): readonly Candidate[] {
  const { unrated, scale } = sides;
  const options = optionsOf(groupsOf(sides.candidates.filter(({ cause, effect }) => cause !== "NO_RATE" && effect !== 0)));
  for (const beside of [[], ...options.map(({ members }) => members)]) {
    const rest = difference - beside.reduce((sum, { effect }) => sum + effect, 0);
    for (const { cause, rows, from, to } of unrated) {
      const told = rateTold(rows, rest, scale);
      const alike = unrated.filter((one) => one.cause === cause).length;
      const most = TRUST / (alike * (beside.length === 0 ? 2 : 4 * options.length)); // it comes after all else was tried
      if (told !== undefined && told.rate >= from && told.rate <= to && told.odds <= most) return [...beside, ...atToldRate(rows, told.rate, scale)];
    }
  }
  return [];
}
