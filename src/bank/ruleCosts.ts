import type { Position } from "../receivables/position";
import { known, type Answer } from "../values/answer";
import { borrowingBase } from "./borrowingBase";
import type { LenderTerms, TermRule } from "./lenderTerms";

/** What a rule of the agreement costs; minor units. */
export interface RuleCost {
  readonly rule: TermRule;
  /** what would be eligible more, were it off */
  readonly eligible: number;
  /** what could be drawn more, were it off: the commitment may leave nothing of it */
  readonly availability: number;
}

/** Rules that may be off and take something: the rest are rates, balances, or say how another rule is meant. */
const COSTLY: readonly TermRule[] = ["excludeAffiliates", "excludeGovernment", "excludeForeign", "excludeDisputed", "excludeContra", "pastInvoiceDays", "pastDueDays", "crossAge", "concentration", "dilutionThreshold", "reserve", "commitment"];

/**
 * What each rule that is on costs by itself, the dearest first: the base worked out again without it. Costs of several rules do not
 * add up, for a document that one rule lets in another may take. Unknown as the base.
 */
export function ruleCosts(position: Position, terms: LenderTerms): Answer<readonly RuleCost[]> {
  const now = borrowingBase(position, terms);
  if (!now.known) return now;
  const costs: RuleCost[] = [];
  for (const rule of COSTLY) {
    if (!terms.has(rule)) continue;
    const without = borrowingBase(position, new Map([...terms].filter(([one]) => one !== rule)));
    if (!without.known) return without;
    costs.push({ rule, eligible: without.value.eligibility.eligible - now.value.eligibility.eligible, availability: without.value.availability - now.value.availability });
  }
  return known(costs.sort((a, b) => b.availability - a.availability || b.eligible - a.eligible), now.basis);
}
