import type { TermRule } from "../lenderTerms";
import type { PackData } from "./packData";
import { cell } from "./sheetDraft";
import type { TermRow } from "./termsSheet";
import type { StyledCell } from "./document";
import type { WordKey } from "./words";

interface Term {
  readonly rule: TermRule;
  readonly kind: "switch" | "days" | "share" | "money" | "word";
  /** the name of its switch, and of its value, in formulas */
  readonly on?: string;
  readonly value?: string;
}

/** The lender's rules in the order of functions.md, and what formulas call them. */
const TERMS: readonly Term[] = [
  { rule: "excludeAffiliates", kind: "switch", on: "AffiliatesOn" },
  { rule: "excludeGovernment", kind: "switch", on: "GovernmentOn" },
  { rule: "excludeForeign", kind: "switch", on: "ForeignOn" },
  { rule: "excludeDisputed", kind: "switch", on: "DisputedOn" },
  { rule: "excludeContra", kind: "switch", on: "ContraOn" },
  { rule: "pastInvoiceDays", kind: "days", on: "PastInvoiceOn", value: "PastInvoiceDays" },
  { rule: "pastDueDays", kind: "days", on: "PastDueOn", value: "PastDueDays" },
  { rule: "creditsInPrior", kind: "switch", on: "CreditsInPrior" },
  { rule: "crossAge", kind: "share", on: "CrossAgeOn", value: "CrossAge" },
  { rule: "concentration", kind: "share", on: "ConcentrationOn", value: "Concentration" },
  { rule: "concentrationBase", kind: "word" },
  { rule: "advanceRate", kind: "share", value: "AdvanceRate" },
  { rule: "advanceRateInsured", kind: "share", value: "AdvanceRateInsured" },
  { rule: "countInsured", kind: "switch", on: "InsuredOn" },
  { rule: "dilutionThreshold", kind: "share", on: "DilutionOn", value: "DilutionThreshold" },
  { rule: "reserve", kind: "money", value: "Reserve" },
  { rule: "commitment", kind: "money", on: "CommitmentOn", value: "Commitment" },
  { rule: "loans", kind: "money", value: "Loans" },
  { rule: "lettersOfCredit", kind: "money", value: "LettersOfCredit" },
];

const LOOKS = { days: "inputText", share: "inputShare", money: "input" } as const;

export function termRows(data: PackData): readonly TermRow[] {
  const { say, base: { terms } } = data;
  return TERMS.map(({ rule, kind, on, value }) => ({
    rule,
    on: cell(terms.isOn(rule) ? 1 : 0, "inputText"),
    value: valueCell(data, rule, kind),
    source: terms.source(rule),
    meaning: say(`term.${rule}` as WordKey),
    ...(on === undefined ? {} : { onName: on }),
    ...(value === undefined ? {} : { valueName: value }),
  }));
}

/** A term that is off has a value all the same: formulas call it. */
function valueCell({ base: { terms }, units }: PackData, rule: TermRule, kind: Term["kind"]): StyledCell {
  const value = terms.value(rule);
  if (kind === "switch") return cell("", "inputText");
  if (kind === "word") return cell(String(value ?? ""), "inputText");
  const number = typeof value === "number" ? value : 0;
  return cell(kind === "money" ? units(number) : number, LOOKS[kind]);
}
