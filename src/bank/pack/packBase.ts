/** Rules that take whole documents out, in order of precedence. */
export const DOCUMENT_RULES = ["affiliate", "pastDue", "crossAge", "foreign", "government", "disputed", "insolvent"] as const;
export type DocumentRule = (typeof DOCUMENT_RULES)[number];
/** Rules that take a part of what a buyer has left. */
export const BUYER_RULES = ["contra", "concentration"] as const;
export type BuyerRule = (typeof BUYER_RULES)[number];
export type PackRule = DocumentRule | BuyerRule;

/** As the tape says it: sums look it up, so it is the same in every language. */
export const RULE_TEXT: Readonly<Record<DocumentRule, string>> = {
  affiliate: "AFFILIATE", pastDue: "PAST DUE", crossAge: "CROSS-AGE", foreign: "FOREIGN", government: "GOVERNMENT", disputed: "DISPUTED", insolvent: "INSOLVENT",
};
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
  /** after the rules for whole documents */
  readonly left: number;
  readonly contra: number;
  readonly excess: number;
}

/** What the sheets ask of the eligibility engine. Money in minor units; documents and buyers by their place in the ledger. */
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
  readonly cap: number;
  readonly eligible: number;
  readonly dilution: number;
  readonly lines: Readonly<Record<BaseFigure, number>>;
}

/** Figures between eligible receivables and what may be drawn. */
export type BaseFigure = "insured" | "advance" | "dilutionReserve" | "reserve" | "base" | "capped" | "loans" | "lettersOfCredit" | "availability";

/** The lender's terms as the sheets show them; a share as a fraction, money in minor units, days as days. */
export interface PackTerms {
  isOn(rule: string): boolean;
  value(rule: string): number | string | undefined;
  source(rule: string): string;
}
