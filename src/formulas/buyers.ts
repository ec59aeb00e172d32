import { position } from "../receivables/position";
import { type Arg } from "./ask";
import { buyerText } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger } from "./book";
import { shownText } from "./shown";
import type { Table } from "./told";

const HEADINGS = ["Buyer", "Name", "Open", "Overdue", "Invoices"];

/** AR.BUYERS: a row a buyer, the largest open balance first, equal ones in the ledger's order. */
export function buyersTable(ledgerArg: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const { openByBuyer, overdueByBuyer, openCountByBuyer } = position(ledger, dayOfBook(book, asOf, 2));
    const money = moneyOf(ledger);
    const order = Array.from(openByBuyer.keys()).sort((a, b) => openByBuyer[b]! - openByBuyer[a]! || a - b);
    const rows = order.map((b) => [buyerText(ledger, b), shownText(ledger.buyers.name[b]!), money(openByBuyer[b]!), money(overdueByBuyer[b]!), openCountByBuyer[b]!]);
    return [HEADINGS, ...rows];
  });
}
