import { aging as ageingOn, agingRow, type AgingBasis } from "../receivables/aging";
import { position } from "../receivables/position";
import { askEdges, askWord, type Arg } from "./ask";
import { askBuyers, buyerText, largestFirst, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf } from "./book";
import type { Table, Told } from "./told";

const BASES: readonly [AgingBasis, AgingBasis] = ["due", "invoice"];

/**
 * AR.AGING: one row for the book or a buyer, a row a buyer for `"*"` (largest total first, then the book), the rows of a
 * range of buyers one under the other. Every row adds up to its total.
 */
export function aging(ledgerArg: Arg, asOf: Arg, buyer: Arg, basis: Arg, edges: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const { buckets, credits, disputes, language } = policyOf(book);
    const day = dayOfBook(book, asOf, 2);
    const sheet = ageingOn(position(ledger, day), {
      basis: askWord(basis, { argument: "basis", place: 4 }, BASES),
      edges: askEdges(edges, { argument: "edges", place: 5 }) ?? buckets,
      credits,
      disputes,
    });
    const money = moneyOf(ledger);
    const heading = ["Buyer", ...sheet.headings];
    const all = (): Told[] => ["All buyers", ...Array.from(sheet.all, money)];
    const row = (b: number): Told[] => [buyerText(ledger, b), ...Array.from(agingRow(sheet, b), money)];
    const asked = askBuyers(buyer);
    switch (asked.who) {
      case "none":
        return [heading, all()];
      case "every":
        return [heading, ...largestFirst(ledger, (b) => agingRow(sheet, b).at(-1)!).map(row), all()];
      case "one":
        return [heading, row(neededBuyer(ledger, asked.cell))];
      case "several":
        return [heading, ...rowsFor(asked.cells, ledger, language, heading.length, (b) => [row(b)])];
    }
  });
}
