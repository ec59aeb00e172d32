import type { BorrowingBase } from "../borrowingBase";
import { roundedAt } from "../../values/money";
import { concentrationBase, termValue, type LenderTerms, type TermRule } from "../lenderTerms";
import { NO_RULE, placeOfRule, RULES } from "../rules";

/** Rules that take whole documents out, in order of precedence. */
export const DOCUMENT_RULES = ["affiliate", "retention", "pastDue", "crossAge", "foreign", "government", "disputed", "insolvent"] as const;
export type DocumentRule = (typeof DOCUMENT_RULES)[number];
/** Rules that take a part of what a buyer has left. */
export const BUYER_RULES = ["uncovered", "contra", "concentration"] as const;
export type BuyerRule = (typeof BUYER_RULES)[number];
export type PackRule = DocumentRule | BuyerRule;

/** As the tape says it: sums look it up, so it is the same in every language. */
export const RULE_TEXT: Readonly<Record<PackRule, string>> = Object.fromEntries(RULES.map(({ rule, text }) => [rule, text])) as Record<PackRule, string>;
export const ELIGIBLE_TEXT = "ELIGIBLE";

/** A buyer in the borrowing base; money in minor units, facts 0 or 1. */
export interface BaseBuyer {
  readonly pastDue: number;
  readonly cross: number;
  readonly affiliate: number;
  readonly foreign: number;
  readonly government: number;
  readonly insolvent: number;
  readonly payable: number;
  readonly insuredLimit: number;
  /** fraction; 0 = not insured */
  readonly insuredShare: number;
  readonly deductible: number;
  /** 1 = what is insured of it counts */
  readonly covered: number;
  /** after the rules for whole documents */
  readonly left: number;
  /** what the insurer would pay of that */
  readonly cover: number;
  readonly uncovered: number;
  readonly contra: number;
  readonly excess: number;
  readonly eligible: number;
  /** of it insured */
  readonly insured: number;
}

/** What the sheets ask of the borrowing base. Money in minor units; documents and buyers by their place in the ledger. */
export interface PackBase {
  readonly terms: PackTerms;
  /** the rule that takes a document out, undefined: none does */
  ruleOf(document: number): DocumentRule | undefined;
  /** its open money where it is past due by the terms, else 0 */
  pastDueOf(document: number): number;
  taken(rule: PackRule): number;
  buyer(place: number): BaseBuyer;
  /** eligible before concentration */
  readonly before: number;
  /** 0 where the terms cap nobody */
  readonly cap: number;
  readonly eligible: number;
  readonly lines: Readonly<Record<BaseFigure, number>>;
}

/** Figures between eligible receivables and what may be drawn. */
export type BaseFigure = "insured" | "advance" | "dilutionReserve" | "reserve" | "base" | "capped" | "loans" | "lettersOfCredit" | "availability";

/** The lender's terms as the sheets show them; a share as a fraction, money in minor units, days as days. */
export interface PackTerms {
  isOn(rule: TermRule): boolean;
  value(rule: TermRule): number | string | undefined;
  source(rule: TermRule): string;
}

/** The engine's answer as the sheets ask for it. */
export function packBase(found: BorrowingBase): PackBase {
  const { eligibility: of } = found;
  const { facts, buyers } = of;
  const insured = of.terms.has("countInsured");
  const buyer = (b: number): BaseBuyer => ({
    pastDue: buyers.pastDue[b]!, cross: buyers.crossAged[b]!, affiliate: facts.affiliate[b]!, foreign: facts.foreign[b]!, government: facts.government[b]!, insolvent: facts.insolvent[b]!, payable: facts.payable[b]!,
    insuredLimit: facts.insuredLimit[b]!, insuredShare: facts.insuredShare[b]!, deductible: facts.deductible[b]!, covered: insured && facts.insuredLimit[b]! > 0 && facts.insuredShare[b]! > 0 ? 1 : 0,
    left: buyers.left[b]!, cover: buyers.cover[b]!, uncovered: buyers.uncovered[b]!, contra: buyers.contra[b]!, excess: buyers.excess[b]!, eligible: buyers.eligible[b]!,
    insured: Math.max(0, Math.min(buyers.eligible[b]!, buyers.cover[b]!)),
  });
  return {
    terms: packTerms(of.terms), buyer, before: of.before, cap: Number.isFinite(of.cap) ? of.cap : roundedAt((termValue(of.terms, "concentration") ?? 0) * of.before, 0), eligible: of.eligible,
    ruleOf: (i) => (of.rule[i] === NO_RULE ? undefined : (RULES[of.rule[i]!]!.rule as DocumentRule)),
    pastDueOf: (i) => of.pastDue[i]!,
    taken: (rule) => of.taken[placeOfRule(rule)]!,
    lines: {
      insured: of.insured, advance: found.advance, dilutionReserve: found.dilutionReserve, reserve: found.reserve, base: found.base, capped: found.capped,
      loans: found.loans, lettersOfCredit: found.lettersOfCredit, availability: found.availability,
    },
  };
}

/** The insured rate, where it is not stated, is that of all. */
function packTerms(terms: LenderTerms): PackTerms {
  return {
    isOn: (rule) => terms.has(rule),
    value: (rule) => (rule === "concentrationBase" ? concentrationBase(terms) : rule === "advanceRateInsured" && !terms.has(rule) ? terms.get("advanceRate")?.value : terms.get(rule)?.value),
    source: (rule) => terms.get(rule)?.source ?? "",
  };
}
