import { DEFAULT_DSO_WINDOW, dso, DSO_METHODS, WINDOW_METHODS, type DsoMethod } from "../receivables/dso";
import { position } from "../receivables/position";
import { askDays, askWord, type Arg } from "./ask";
import { figureFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf, tell } from "./book";
import type { Table } from "./told";

const METHODS: readonly [DsoMethod, ...DsoMethod[]] = DSO_METHODS;

/** AR.DSO: days. A window is asked for only by the methods that have one. */
export function dsoFigure(ledgerArg: Arg, asOf: Arg, buyer: Arg, window: Arg, method: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const on = position(ledger, dayOfBook(book, asOf, 2));
    const by = askWord(method, { argument: "method", place: 5 }, METHODS);
    const days = WINDOW_METHODS.includes(by) ? askDays(window, { argument: "window", place: 4 }, DEFAULT_DSO_WINDOW) : DEFAULT_DSO_WINDOW;
    const figure = (b: number | undefined): number => tell(dso(on, { method: by, window: days, buyer: b, retention: policyOf(book).retention }));
    return figureFor(buyer, ledger, policyOf(book).language, figure, () => figure(undefined));
  });
}
