import { dayAsked } from "../ledger/dayAsked";
import { DEFAULT_YEAR } from "../receivables/dilution";
import { openingDay, turnover, TURNOVER_METHODS } from "../receivables/turnover";
import { askDays, askWord, type Arg } from "./ask";
import { readingOf } from "./book";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.TURNOVER: times in the window. A list of open items has no opening balance to tell it by. */
export function turnoverFigure(ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg, methodArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on, book) => {
    const window = askDays(windowArg, { argument: "window", place: 4 }, DEFAULT_YEAR);
    const method = askWord(methodArg, { argument: "method", place: 5 }, TURNOVER_METHODS);
    dayAsked(readingOf(book), openingDay(on.day, window, method));
    return (b) => turnover(on, { method, window, buyer: b });
  });
}
