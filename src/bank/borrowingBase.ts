import { dilution, DEFAULT_YEAR } from "../receivables/dilution";
import type { Position } from "../receivables/position";
import { known, unknown, type Answer } from "../values/answer";
import { roundedAt } from "../values/money";
import { eligibility, type Eligibility } from "./eligibility";
import { termValue, type LenderTerms } from "./lenderTerms";

/** From what is eligible to what may be drawn; minor units. */
export interface BorrowingBase {
  readonly eligibility: Eligibility;
  /** to six decimals; undefined where no rule asks for it */
  readonly dilution: number | undefined;
  readonly advance: number;
  readonly dilutionReserve: number;
  readonly reserve: number;
  /** advance less reserves, never below 0 */
  readonly base: number;
  /** base, or the commitment if that is less */
  readonly capped: number;
  readonly loans: number;
  readonly lettersOfCredit: number;
  /** below 0: overadvanced */
  readonly availability: number;
}

/** Dilution is held against the terms at six decimals, as the pack's cells round it. */
const DECIMALS = 6;

/**
 * The borrowing base (methods.md G1, steps 11 to 15): eligible x advance rate (what is insured at its own), less dilution above
 * the threshold x eligible, less reserves; at most the commitment; less loans and letters of credit. Dilution is that of the
 * last 365 days by gross sales (AR.DILUTION). Unknown where a dilution reserve is asked for and dilution cannot be told; of a list
 * of open items it cannot, since what was credited and settled is not in it.
 */
export function borrowingBase(position: Position, terms: LenderTerms): Answer<BorrowingBase> {
  const told = dilutionFor(position, terms);
  if (!told.known) return told;
  const found = eligibility(position, terms);
  return known({ eligibility: found, dilution: told.value, ...baseOf(terms, advanceOn(found, terms), found.eligible, told.value) }, told.basis);
}

/** The dilution that the terms hold against their threshold; undefined where they have none. */
export function dilutionFor(position: Position, terms: LenderTerms): Answer<number | undefined> {
  const basis = { method: "borrowingBase", day: position.day, facts: [] };
  if (!terms.has("dilutionThreshold")) return known(undefined, basis);
  if (!position.ledger.dated) return unknown("DILUTION_UNDATED");
  const told = dilution(position, { window: DEFAULT_YEAR });
  if (!told.known) return told;
  const share = roundedAt(told.value, DECIMALS);
  return known(share, { ...basis, facts: [["dilution", share], ["window", DEFAULT_YEAR]] });
}

/** From the advance to what may be drawn. */
export function baseOf(terms: LenderTerms, advance: number, eligible: number, diluted: number | undefined): Omit<BorrowingBase, "eligibility" | "dilution"> {
  const money = (rule: "reserve" | "loans" | "lettersOfCredit"): number => termValue(terms, rule) ?? 0;
  const above = diluted === undefined ? 0 : Math.max(0, roundedAt(diluted - termValue(terms, "dilutionThreshold")!, DECIMALS));
  const dilutionReserve = roundedAt(above * Math.max(0, eligible), 0);
  const base = Math.max(0, advance - dilutionReserve - money("reserve"));
  const capped = Math.min(base, termValue(terms, "commitment") ?? Infinity);
  return { advance, dilutionReserve, reserve: money("reserve"), base, capped, loans: money("loans"), lettersOfCredit: money("lettersOfCredit"), availability: capped - money("loans") - money("lettersOfCredit") };
}

export function advanceOn({ eligible, insured }: Pick<Eligibility, "eligible" | "insured">, terms: LenderTerms): number {
  const rate = termValue(terms, "advanceRate")!;
  const insuredRate = terms.has("countInsured") ? (termValue(terms, "advanceRateInsured") ?? rate) : rate;
  return insuredRate === rate ? roundedAt(eligible * rate, 0) : roundedAt((eligible - insured) * rate, 0) + roundedAt(insured * insuredRate, 0);
}
