import type { Position } from "./position";
import { remembered } from "./remembered";

/**
 * The position with every document as a buyer of its own: what is summed by buyer is then told by document, by the very
 * code that makes the figure. Of the sums that the position itself carries none is by document.
 */
export const byDocument: (position: Position) => Position = remembered((position: Position): Position => {
  const { ledger } = position;
  const { count } = ledger.documents;
  return { ...position, ledger: { ...ledger, documents: { ...ledger.documents, buyer: Int32Array.from({ length: count }, (_, i) => i) }, buyers: { ...ledger.buyers, count } } };
});
