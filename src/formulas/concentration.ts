import { DEFAULT_TOP } from "../receivables/concentration";
import { herfindahl, HHI_METHODS } from "../receivables/herfindahl";
import { position, type Position } from "../receivables/position";
import { topShare } from "../receivables/topShare";
import type { Answer } from "../values/answer";
import { askCount, askWord, type Arg } from "./ask";
import { dayOfBook, ledgerOf, onLedger, tell } from "./book";

/** AR.TOPSHARE: the fraction of the open balance that the largest hold. */
export function topShareFigure(ledger: Arg, asOf: Arg, n: Arg): number {
  return ofBook(ledger, asOf, (on) => topShare(on, { top: askCount(n, { argument: "n", place: 3 }, DEFAULT_TOP) }));
}

/** AR.HHI: the index, 0 to 1, or what it comes to. */
export function hhiFigure(ledger: Arg, asOf: Arg, method: Arg): number {
  return ofBook(ledger, asOf, (on) => herfindahl(on, { method: askWord(method, { argument: "method", place: 3 }, HHI_METHODS) }));
}

function ofBook(ledgerArg: Arg, asOf: Arg, measure: (on: Position) => Answer<number>): number {
  return onLedger(ledgerArg, (book) => tell(measure(position(ledgerOf(book), dayOfBook(book, asOf, 2)))));
}
