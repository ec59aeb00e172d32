import type { Arg } from "./ask";
import { onLedger, readingOf } from "./book";
import { shownText } from "./shown";
import type { Table } from "./told";

const HEADINGS = ["Field", "Heading", "How sure"];

/** AR.COLUMNS: a line a field, in the order of the sheet's columns: its heading, and from 0 to 1 how sure that it is the field. */
export function columnsTable(ledgerArg: Arg): Table {
  return onLedger(ledgerArg, (book) => [HEADINGS, ...readingOf(book).columns.map(({ field, heading, sure }) => [field, shownText(heading), sure])]);
}
