import { daysBeyondTerms, DBT_METHODS, DEFAULT_DBT_WINDOW } from "../receivables/daysBeyondTerms";
import { askDays, askWord, type Arg } from "./ask";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.DBT: days beyond terms. */
export function dbtFigure(ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg, methodArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on) => {
    const window = askDays(windowArg, { argument: "window", place: 4 }, DEFAULT_DBT_WINDOW);
    const method = askWord(methodArg, { argument: "method", place: 5 }, DBT_METHODS);
    return (b) => daysBeyondTerms(on, { method, window, buyer: b });
  });
}
