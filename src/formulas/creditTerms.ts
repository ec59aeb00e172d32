import { discountCost, longestTerm } from "../credit/creditTerms";
import { pdOf } from "../credit/expectedLoss";
import { scoreBook } from "../credit/scoreBook";
import { refuse } from "../values/answer";
import { askAmount, askWord, type Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf, spoken, tell } from "./book";
import type { Table } from "./told";

/** AR.TERMS: days of credit that the policy's margin carries for the buyer's grade. */
export function creditTerms(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const { margin, costOfMoney, lgd, language } = policy;
    if (margin === undefined || costOfMoney === undefined) refuse("NEEDS_MARGIN");
    const day = dayOfBook(book, asOf, 3);
    const { buyers } = scoreBook(ledger, day, policy);
    return figureFor(buyer, ledger, language, (b) => {
      tell(buyers[b]!.score);
      return longestTerm({ margin, costOfMoney, lgd, pd: tell(pdOf(policy, buyers[b]!.grade, day)) });
    });
  });
}

/** AR.DISCOUNTCOST: a fraction a year; no ledger, so English. */
export function discountCostFigure(discount: Arg, discountDays: Arg, netDays: Arg, method: Arg): number {
  try {
    const share = askAmount(discount, { argument: "discount", place: 1 });
    if (share >= 1) refuse("BAD_DISCOUNT", { place: 1, found: share });
    const [early, net] = [askAmount(discountDays, { argument: "discountDays", place: 2 }), askAmount(netDays, { argument: "netDays", place: 3 })];
    if (net <= early) refuse("DISCOUNT_DAYS", { net, early });
    const cost = discountCost(share, early, net, askWord(method, { argument: "method", place: 4 }, ["effective", "simple"] as const));
    return Number.isFinite(cost) ? cost : refuse("BAD_DISCOUNT", { place: 1, found: share });
  } catch (error) {
    throw spoken(error, "en");
  }
}
