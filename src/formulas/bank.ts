import { borrowingBase, type BorrowingBase } from "../bank/borrowingBase";
import { documentParts, eligibility } from "../bank/eligibility";
import { termValue, type LenderTerms } from "../bank/lenderTerms";
import { readTerms } from "../bank/readTerms";
import { RULES, type BankRule } from "../bank/rules";
import { position } from "../receivables/position";
import { refuse } from "../values/answer";
import { say } from "../values/say";
import { askRange, type Arg } from "./ask";
import { buyerText } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, tell, type Book } from "./book";
import { shownText } from "./shown";
import type { Table, Told } from "./told";

/** AR.BORROWINGBASE: gross receivables, every rule that is on, and on to availability; gross and the rules add up to what is eligible. */
export function borrowingBaseTable(ledgerArg: Arg, termsArg: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const terms = termsOf(book, termsArg);
    const found = tell(borrowingBase(position(ledger, dayOfBook(book, asOf, 3)), terms));
    const money = moneyOf(ledger);
    return [["Line", "Amount"], ...lines(found, terms).map(([line, minor]): Told[] => [line, money(minor)])];
  });
}

function lines({ eligibility: found, ...base }: BorrowingBase, terms: LenderTerms): (readonly [string, number])[] {
  const out = RULES.map(({ en }, at) => [en, -found.taken[at]! + 0] as const);
  return [
    ["Gross receivables", found.position.total], ...out, ["Eligible", found.eligible],
    ["Advance", base.advance], ["Dilution reserve", -base.dilutionReserve + 0], ["Other reserves", -base.reserve + 0], ["Borrowing base", base.base],
    ...(termValue(terms, "commitment") === undefined ? [] : [["Within the commitment", base.capped] as const]),
    ["Loans", -base.loans + 0], ["Letters of credit", -base.lettersOfCredit + 0], ["Availability", base.availability],
  ];
}

const HEADINGS = ["Invoice", "Buyer", "Open", "Eligible", "Ineligible", "Rule"];
const TEXTS: ReadonlyMap<BankRule, string> = new Map(RULES.map(({ rule, text }) => [rule, text]));

/** AR.ELIGIBLE: a row an open document, and another for each further rule that takes a part of it; Open = Eligible + Ineligible in each. */
export function eligibleTable(ledgerArg: Arg, termsArg: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const found = eligibility(position(ledger, dayOfBook(book, asOf, 3)), termsOf(book, termsArg));
    const { number, buyer, row } = ledger.documents;
    const money = moneyOf(ledger);
    const nameOf = (i: number): string => shownText(number.at(i) || say({ code: "cause.row", with: { row: row[i]! } }, policyOf(book).language));
    return [HEADINGS, ...documentParts(found).map(({ document, open, eligible, rule }): Told[] => [nameOf(document), buyerText(ledger, buyer[document]!), money(open), money(eligible), money(open - eligible), rule === undefined ? "" : TEXTS.get(rule)!])];
  });
}

function termsOf(book: Book, arg: Arg): LenderTerms {
  return readTerms(askRange(arg) ?? refuse("NO_TERMS"), ledgerOf(book).exponent);
}
