import { lateOdds as oddsOf } from "../credit/lateOdds";
import { type Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf, tell } from "./book";
import type { Table } from "./told";

/** AR.LATEODDS: the probability that an invoice is paid late, unrounded; views round it. */
export function lateOdds(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const day = dayOfBook(book, asOf, 3);
    return figureFor(buyer, ledger, policy.language, (b) => tell(oddsOf(ledger, day, policy, b)));
  });
}
