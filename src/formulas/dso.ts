import { DEFAULT_DSO_WINDOW, dso, DSO_METHODS, WINDOW_METHODS } from "../receivables/dso";
import { askDays, askWord, type Arg } from "./ask";
import { policyOf } from "./book";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.DSO: days. A window is asked for only by the methods that have one. */
export function dsoFigure(ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg, methodArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on, book) => {
    const method = askWord(methodArg, { argument: "method", place: 5 }, DSO_METHODS);
    const window = WINDOW_METHODS.includes(method) ? askDays(windowArg, { argument: "window", place: 4 }, DEFAULT_DSO_WINDOW) : DEFAULT_DSO_WINDOW;
    return (b) => dso(on, { method, window, buyer: b, retention: policyOf(book).retention });
  });
}
