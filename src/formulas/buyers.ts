import { position } from "../receivables/position";
import { type Arg } from "./ask";
import { buyerText, largestFirst } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger } from "./book";
import { shownText } from "./shown";
import type { Table } from "./told";

const HEADINGS = ["Buyer", "Name", "Open", "Overdue", "Invoices"];

/** AR.BUYERS: a row a buyer, the largest open balance first. */
export function buyersTable(ledgerArg: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const { openByBuyer, overdueByBuyer, openCountByBuyer } = position(ledger, dayOfBook(book, asOf, 2));
    const money = moneyOf(ledger);
    const rows = largestFirst(ledger, (b) => openByBuyer[b]!).map((b) => [buyerText(ledger, b), shownText(ledger.buyers.name[b]!), money(openByBuyer[b]!), money(overdueByBuyer[b]!), openCountByBuyer[b]!]);
    return [HEADINGS, ...rows];
  });
}
