import { DEFAULT_PAYMENT_WINDOW } from "../receivables/daysToPay";
import { paymentIndex } from "../receivables/paymentIndex";
import { askDays, type Arg } from "./ask";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.PAYINDEX: 1 to 100. */
export function payIndexFigure(ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on) => {
    const window = askDays(windowArg, { argument: "window", place: 4 }, DEFAULT_PAYMENT_WINDOW);
    return (b) => paymentIndex(on, { window, buyer: b });
  });
}
