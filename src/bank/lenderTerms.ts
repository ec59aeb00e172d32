/** How a term's value is written: a switch has none; a share is a fraction, money is in units of the ledger's currency. */
export type TermKind = "switch" | "days" | "share" | "money" | "base";

/** What concentration is a share of. */
export const CONCENTRATION_BASES = ["eligible", "gross", "fixpoint"] as const;
export type ConcentrationBase = (typeof CONCENTRATION_BASES)[number];

interface TermOf {
  readonly rule: string;
  readonly kind: TermKind;
  /** taken where the rule is on and its value is blank; undefined: a value must be given */
  readonly usual?: number | ConcentrationBase;
  readonly en: string;
  readonly zh: string;
}

/** The lender's rules (methods.md G1), in the order of functions.md. Usual values are the market's; a rule that is missing is off. */
export const TERMS = [
  { rule: "excludeAffiliates", kind: "switch", en: "Affiliates are out", zh: "剔除关联方" },
  { rule: "excludeGovernment", kind: "switch", en: "Government without assignment is out", zh: "剔除政府" },
  { rule: "excludeForeign", kind: "switch", en: "Foreign buyers are out, but for what is insured", zh: "剔除境外" },
  { rule: "excludeDisputed", kind: "switch", en: "Disputed documents are out", zh: "剔除争议" },
  { rule: "excludeContra", kind: "switch", en: "What we owe a buyer is out", zh: "剔除互抵" },
  { rule: "pastInvoiceDays", kind: "days", usual: 90, en: "Out when older than so many days from invoice", zh: "开票天数上限" },
  { rule: "pastDueDays", kind: "days", usual: 60, en: "Out when past due by more than so many days", zh: "逾期天数上限" },
  { rule: "creditsInPrior", kind: "switch", en: "What is past due is taken gross of credits", zh: "逾期不抵贷项" },
  { rule: "crossAge", kind: "share", usual: 0.5, en: "A buyer is out whole when more than this share of it is past due", zh: "交叉账龄" },
  { rule: "concentration", kind: "share", usual: 0.25, en: "Most that one buyer may be of the base", zh: "集中度上限" },
  { rule: "concentrationBase", kind: "base", usual: "eligible", en: "What concentration is a share of", zh: "集中度基数" },
  { rule: "advanceRate", kind: "share", en: "Advance rate", zh: "预支比例" },
  { rule: "advanceRateInsured", kind: "share", en: "Advance rate of what is insured", zh: "投保部分预支比例" },
  { rule: "countInsured", kind: "switch", en: "What is insured counts, foreign or not", zh: "计入投保部分" },
  { rule: "dilutionThreshold", kind: "share", usual: 0.05, en: "Dilution above this is reserved", zh: "稀释门槛" },
  { rule: "reserve", kind: "money", en: "Other reserves", zh: "其他准备" },
  { rule: "commitment", kind: "money", en: "Commitment", zh: "承诺额度" },
  { rule: "loans", kind: "money", en: "Loans outstanding", zh: "贷款余额" },
  { rule: "lettersOfCredit", kind: "money", en: "Letters of credit", zh: "信用证" },
] as const satisfies readonly TermOf[];

export type TermRule = (typeof TERMS)[number]["rule"];

/** One rule of the lender's agreement that is on. */
export interface Term {
  readonly rule: TermRule;
  /** days, a fraction, or money in minor units; a switch has none */
  readonly value: number | ConcentrationBase | undefined;
  /** the clause it comes from, as the sheet has it */
  readonly source: string;
  /** 1-based row of the terms sheet */
  readonly row: number;
}

/** The lender's terms as they were read: rules that are on. */
export type LenderTerms = ReadonlyMap<TermRule, Term>;

/** The number of a rule; undefined where it is off. */
export function termValue(terms: LenderTerms, rule: TermRule): number | undefined {
  const value = terms.get(rule)?.value;
  return typeof value === "number" ? value : undefined;
}

export function concentrationBase(terms: LenderTerms): ConcentrationBase {
  const value = terms.get("concentrationBase")?.value;
  return typeof value === "string" ? value : "eligible";
}
