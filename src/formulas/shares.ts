import { currentShare, overdueShare } from "../receivables/shares";
import { askDaysIfAny, type Arg } from "./ask";
import { measureFor } from "./measure";
import type { Table } from "./told";

/** AR.CURRENTSHARE: the fraction of the open debits, or of those issued in a window, that is not past due. */
export function currentShareFigure(ledger: Arg, asOf: Arg, buyer: Arg, window: Arg): Table {
  return shareFor(currentShare, ledger, asOf, buyer, window);
}

/** AR.OVERDUESHARE: the fraction that is past due. */
export function overdueShareFigure(ledger: Arg, asOf: Arg, buyer: Arg, window: Arg): Table {
  return shareFor(overdueShare, ledger, asOf, buyer, window);
}

function shareFor(share: typeof currentShare, ledger: Arg, asOf: Arg, buyer: Arg, windowArg: Arg): Table {
  return measureFor(ledger, asOf, buyer, (on) => {
    const window = askDaysIfAny(windowArg, { argument: "window", place: 4 });
    return (b) => share(on, { window, buyer: b });
  });
}
