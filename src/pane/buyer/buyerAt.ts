import { findBuyer } from "../../ledger/findBuyer";
import { Refusal } from "../../values/answer";
import { isBlank } from "../../values/cell";
import type { Selection } from "../host";
import type { Opened } from "../source";

/** The buyer that the selected cell names, if it names one of this ledger. */
export function buyerAt(opened: Opened, selection: Selection | undefined): number | undefined {
  if (selection === undefined || isBlank(selection.value) || typeof selection.value === "object" || typeof selection.value === "boolean") return undefined;
  const row = buyerOfRow(opened, selection);
  if (row !== undefined) return row;
  try {
    return findBuyer(opened.reading.ledger, selection.value);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Anywhere in a row of the ledger itself the row's buyer is meant: an invoice number is not to be taken for a buyer's. */
function buyerOfRow({ reading, places, columns }: Opened, { place }: Selection): number | undefined {
  const { documents } = reading.ledger;
  for (const [at, { sheet, row: first, column }] of places.entries()) {
    if (place.sheet !== sheet || place.column < column || place.column >= column + columns) continue;
    const own = place.row - first + 1;
    const row = reading.joined === undefined ? own : reading.joined.row(at + 1, own);
    const document = row === undefined ? -1 : documents.row.indexOf(row);
    if (document >= 0) return documents.buyer[document];
  }
  return undefined;
}
