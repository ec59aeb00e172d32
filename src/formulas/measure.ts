import { position, type Position } from "../receivables/position";
import type { Answer } from "../values/answer";
import type { Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf, tell, type Book } from "./book";
import type { Table } from "./told";

/** One measure, asked of a position for a buyer or, undefined, for the whole book. */
export type Measure = (buyer: number | undefined) => Answer<number>;

/** What most measures share: a figure of the book, of a buyer, or beside each of a range of buyers. `of` reads the further arguments once. */
export function measureFor(ledgerArg: Arg, asOf: Arg, buyer: Arg, of: (on: Position, book: Book) => Measure): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const measure = of(position(ledger, dayOfBook(book, asOf, 2)), book);
    const figure = (b?: number): number => tell(measure(b));
    return figureFor(buyer, ledger, policyOf(book).language, figure, figure);
  });
}
