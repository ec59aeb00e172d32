import { DAYS_TO_PAY_METHODS, daysToPay, DEFAULT_PAYMENT_WINDOW } from "../receivables/daysToPay";
import { askDays, askWord, type Arg } from "./ask";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.DAYSTOPAY: days from invoice to payment. */
export function daysToPayFigure(ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg, methodArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on) => {
    const window = askDays(windowArg, { argument: "window", place: 4 }, DEFAULT_PAYMENT_WINDOW);
    const method = askWord(methodArg, { argument: "method", place: 5 }, DAYS_TO_PAY_METHODS);
    return (b) => daysToPay(on, { method, window, buyer: b });
  });
}
