import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import type { Reason } from "../values/answer";
import type { Day } from "../values/day";
import { effectReason, heldTo, overridesOf } from "./overrides";
import { GRADES, type BuyerScore, type Grade, type LimitCap } from "./score";
import { statementView } from "./statements";

/** What a limit goes by, after everything that is no payment behaviour. */
export interface Capped {
  readonly caps: readonly LimitCap[];
  /** the grade whose factor the limit has; undefined = ungraded, and nothing against it */
  readonly goesBy: Grade | undefined;
  readonly factor: number;
  /** an override allows no credit at all */
  readonly stopped: boolean;
}

/** A buyer without a grade has a factor of 1, and steps down from there as from C. */
const UNGRADED_PLACE = 2;

/**
 * Overrides hold a limit to a grade at best; statements in distress take the factor of one grade worse, and so do two classes of
 * the buyer's country where the policy says so. Never better than the grade's own factor.
 */
export function capped(ledger: Ledger, day: Day, policy: Policy, one: BuyerScore): Capped {
  const own = one.grade === undefined ? UNGRADED_PLACE : GRADES.indexOf(one.grade);
  const ownFactor = one.grade === undefined ? 1 : policy.limitFactor[own]!;
  const overrides = overridesOf(ledger, policy, one);
  const views = outsideViews(ledger, day, policy, one.buyer);
  if (overrides.length === 0 && views.length === 0) return { caps: [], goesBy: one.grade, factor: ownFactor, stopped: false };
  const held = heldTo(overrides);
  const steps = views.reduce((sum, view) => sum + view.steps, 0);
  const place = Math.min(GRADES.length - 1, Math.max(own + steps, held === undefined ? 0 : GRADES.indexOf(held)));
  return {
    caps: [...overrides.map((override): LimitCap => ({ code: "override", finding: override.finding, effect: effectReason(override) })), ...views.map(({ code, finding, effect }) => ({ code, finding, effect }))],
    goesBy: place === own ? one.grade : GRADES[place]!,
    factor: place === own ? ownFactor : Math.min(ownFactor, policy.limitFactor[place]!),
    stopped: held === "E",
  };
}

export interface OutsideView extends LimitCap {
  /** grades by which the limit's factor is worse */
  readonly steps: number;
}

/** Statements, country and sector of a buyer: lines of their own beside the score, never points in it (methods.md B5, J). */
export function outsideViews(ledger: Ledger, day: Day, policy: Policy, buyer: number): OutsideView[] {
  const facts = ledger.buyers.facts[buyer];
  if (facts === undefined) return [];
  const statements = statementView(ledger, day, policy, buyer);
  const [country, sector] = [facts.get("countryClass"), facts.get("sectorView")];
  return [
    ...(statements === undefined ? [] : [view("statements", statements.finding, statements.zone === "distress" ? 1 : 0)]),
    ...(country === undefined ? [] : [view("country", countryFinding(String(country)), policy.limit.country === "steps" ? Math.floor((Number(country) || 0) / 2) : 0)]),
    ...(sector === undefined ? [] : [view("sector", { code: `sector.${sector}` }, 0)]),
  ];
}

function view(code: LimitCap["code"], finding: Reason, steps: number): OutsideView {
  return { code, finding, steps, effect: steps === 0 ? { code: "cap.none" } : { code: "cap.steps", with: { steps } } };
}

function countryFinding(state: string): Reason {
  return state === "highIncome" || state === "notClassified" ? { code: `country.${state}` } : { code: "country.class", with: { class: state } };
}
