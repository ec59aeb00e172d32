/**
 * The rules that take receivables out, in order of precedence (methods.md G1): first those that take whole documents, each what
 * the earlier ones left; then those that take a part of what a buyer has left. An insured foreign buyer is one of the latter:
 * what is covered stays. `text` is what cells say, the same in every language, for sums look it up.
 */
export const RULES = [
  { rule: "affiliate", of: "documents", text: "AFFILIATE", en: "Affiliates", zh: "关联方" },
  { rule: "retention", of: "documents", text: "RETENTION", en: "Retention", zh: "质保金" }, // not due until accepted: never eligible
  { rule: "pastDue", of: "documents", text: "PAST DUE", en: "Past due", zh: "逾期" },
  { rule: "crossAge", of: "documents", text: "CROSS-AGE", en: "Cross-aged buyers", zh: "交叉账龄" },
  { rule: "foreign", of: "documents", text: "FOREIGN", en: "Foreign, not insured", zh: "境外未投保" },
  { rule: "government", of: "documents", text: "GOVERNMENT", en: "Government", zh: "政府" },
  { rule: "disputed", of: "documents", text: "DISPUTED", en: "Disputed", zh: "争议" },
  { rule: "insolvent", of: "documents", text: "INSOLVENT", en: "Insolvent buyers", zh: "破产客户" }, // no lender's terms let it in
  { rule: "uncovered", of: "buyer", text: "FOREIGN, BEYOND COVER", en: "Foreign, beyond what is insured", zh: "境外超出投保" },
  { rule: "contra", of: "buyer", text: "CONTRA", en: "Contra accounts", zh: "互抵" },
  { rule: "concentration", of: "buyer", text: "CONCENTRATION", en: "Concentration", zh: "集中度" },
] as const;

export type BankRule = (typeof RULES)[number]["rule"];

/** Place of a rule in `RULES`. */
export function placeOfRule(rule: BankRule): number {
  return RULES.findIndex((one) => one.rule === rule);
}

/** Where no rule takes a document. */
export const NO_RULE = -1;
