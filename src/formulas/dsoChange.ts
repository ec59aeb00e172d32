import { DEFAULT_DSO_WINDOW } from "../receivables/dso";
import { dsoChange } from "../receivables/dsoChange";
import { ledgerForDso } from "../receivables/retention";
import { askDays, type Arg } from "./ask";
import { dayNeeded, dayOfBook, ledgerOf, onLedger, policyOf, tell } from "./book";
import type { Table } from "./told";

/** AR.DSOCHANGE: the parts add up to the total change, and with the DSO before to the DSO after, exactly. */
export function dsoChangeTable(ledgerArg: Arg, from: Arg, asOf: Arg, window: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [first, last] = [dayNeeded(book, from, { argument: "from", place: 2 }), dayOfBook(book, asOf, 3)];
    const change = tell(dsoChange(ledgerForDso(ledgerOf(book), policyOf(book).retention), first, last, askDays(window, { argument: "window", place: 4 }, DEFAULT_DSO_WINDOW)));
    return [
      ["Part", "Days"],
      ["DSO before", change.before],
      ["Sales timing", change.timing],
      ["Terms mix", change.terms],
      ["Lateness", change.lateness],
      ["Disputes", change.disputes],
      ["Rest", change.rest],
      ["Total change", change.total],
      ["DSO after", change.after],
    ];
  });
}
