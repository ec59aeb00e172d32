import { scoreBook } from "../credit/scoreBook";
import { type Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf, tell } from "./book";
import type { Table } from "./told";

/** AR.CREDITSCORE: points; 500 is the book's average buyer. */
export function creditScore(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const { buyers } = scoreBook(ledger, dayOfBook(book, asOf, 3), policy);
    return figureFor(buyer, ledger, policy.language, (b) => tell(buyers[b]!.score));
  });
}
