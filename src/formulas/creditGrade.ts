import { scoreBook } from "../credit/scoreBook";
import { type Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf, tell } from "./book";
import type { Table } from "./told";

/** AR.CREDITGRADE: A to E; where there is no score there is no grade, for the same reason. */
export function creditGrade(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const { buyers } = scoreBook(ledger, dayOfBook(book, asOf, 3), policy);
    return figureFor(buyer, ledger, policy.language, (b) => {
      tell(buyers[b]!.score);
      return buyers[b]!.grade!;
    });
  });
}
