import type { BorrowingBase } from "../../bank/borrowingBase";
import { termValue, TERMS, type LenderTerms } from "../../bank/lenderTerms";
import type { RuleCost } from "../../bank/ruleCosts";
import { RULES } from "../../bank/rules";
import type { Language } from "../../values/say";
import { buyerName } from "../findBuyers";
import type { Exhibit } from "../portfolio/exhibit";
import type { BankWords } from "./words";

/** A step of the waterfall: what stands there, or what is taken on the way there. */
interface Step {
  readonly name: string;
  readonly minor: number;
  readonly isSum: boolean;
}

/**
 * From gross to availability, each line what it takes from the one before: rules that take nothing are left out. The lines are those
 * of AR.BORROWINGBASE; where that says what an amount comes down to, this says what it comes down by.
 */
export function waterfall(base: BorrowingBase, terms: LenderTerms, { base: words }: BankWords, language: Language): Exhibit {
  const found = base.eligibility;
  const sum = (name: string, minor: number): Step => ({ name, minor, isSum: true });
  const less = (name: string, minor: number): Step[] => (minor === 0 ? [] : [{ name, minor: -minor, isSum: false }]);
  const steps: Step[] = [
    sum(words.gross, found.position.total),
    ...RULES.flatMap((rule, at) => less(rule[language], found.taken[at]!)),
    sum(words.eligible, found.eligible),
    ...less(words.advance, found.eligible - base.advance),
    ...less(words.dilution, base.dilutionReserve),
    ...less(words.reserve, base.reserve),
    ...less(words.floor, base.advance - base.dilutionReserve - base.reserve - base.base),
    sum(words.borrowing, base.base),
    ...(termValue(terms, "commitment") === undefined ? [] : less(words.commitment, base.base - base.capped)),
    ...less(words.loans, base.loans),
    ...less(words.letters, base.lettersOfCredit),
    sum(words.availability, base.availability),
  ];
  return {
    columns: [{ heading: words.line, kind: "text" }, { heading: words.amount, kind: "money" }],
    rows: steps.map(({ name, minor }) => [name, minor]),
    drawing: found.position.total > 0 ? { kind: "waterfall", unit: "money", names: steps.map(({ name }) => name), values: steps.map(({ minor }) => minor), sums: steps.map(({ isSum }) => isSum) } : undefined,
    notes: base.availability < 0 ? [words.over] : [],
  };
}

/** What each rule takes of what is eligible, and of what may be drawn. */
export function costsExhibit(costs: readonly RuleCost[], { costs: words }: BankWords, language: Language): Exhibit {
  const nameOf = new Map<string, string>(TERMS.map((term) => [term.rule, term[language]]));
  return {
    columns: [{ heading: words.rule, kind: "text" }, { heading: words.takes, kind: "money" }, { heading: words.gains, kind: "money" }],
    rows: costs.filter(({ eligible, availability }) => eligible !== 0 || availability !== 0).map(({ rule, eligible, availability }) => [nameOf.get(rule)!, eligible, availability]),
    drawing: undefined,
    notes: [],
  };
}

/** Every buyer with something open, the largest first: what is past due by the terms, whether that takes it whole, and what is above the cap. */
export function buyersExhibit({ eligibility: { position, buyers } }: BorrowingBase, { buyers: words }: BankWords): Exhibit {
  const { openByBuyer, openCountByBuyer, ledger } = position;
  const places = [...openByBuyer.keys()].filter((b) => openByBuyer[b] !== 0 || openCountByBuyer[b]! > 0).sort((a, b) => openByBuyer[b]! - openByBuyer[a]! || a - b);
  return {
    columns: [
      { heading: words.buyer, kind: "text" }, { heading: words.gross, kind: "money" }, { heading: words.pastDue, kind: "money" }, { heading: words.pastShare, kind: "share" },
      { heading: words.crossAged, kind: "text" }, { heading: words.excess, kind: "money" }, { heading: words.eligible, kind: "money" },
    ],
    rows: places.map((b) => [buyerName(ledger.buyers, b), openByBuyer[b], buyers.pastDue[b], buyers.pastDueShare[b], buyers.crossAged[b] === 1 ? words.yes : "", buyers.excess[b], buyers.eligible[b]]),
    drawing: undefined,
    notes: [],
  };
}
