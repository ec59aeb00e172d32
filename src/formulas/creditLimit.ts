import { creditLimits } from "../credit/creditLimits";
import { type Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, tell } from "./book";
import type { Table } from "./told";

/** AR.CREDITLIMIT: money in currency units. */
export function creditLimit(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const limits = creditLimits(ledger, dayOfBook(book, asOf, 3), policy);
    const money = moneyOf(ledger);
    return figureFor(buyer, ledger, policy.language, (b) => money(tell(limits[b]!.amount)));
  });
}
