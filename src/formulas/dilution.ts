import { DEFAULT_YEAR, dilution, DILUTION_METHODS } from "../receivables/dilution";
import { askDays, askWord, type Arg } from "./ask";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.DILUTION: a fraction of gross sales, or of collections. */
export function dilutionFigure(ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg, methodArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on) => {
    const window = askDays(windowArg, { argument: "window", place: 4 }, DEFAULT_YEAR);
    const method = askWord(methodArg, { argument: "method", place: 5 }, DILUTION_METHODS);
    return (b) => dilution(on, { method, window, buyer: b });
  });
}
