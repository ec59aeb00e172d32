import { currentShare, overdueShare } from "../receivables/shares";
import { askDaysIfAny, type Arg } from "./ask";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.CURRENTSHARE and AR.OVERDUESHARE: fractions of the open debits, or of those issued in a window. */
export function shareFigure(share: typeof currentShare, ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on) => {
    const window = askDaysIfAny(windowArg, { argument: "window", place: 4 });
    return (b) => share(on, { window, buyer: b });
  });
}

export { currentShare, overdueShare };
