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
function buyerOfRow(opened: Opened, { place }: Selection): number | undefined {
  if (place.sheet !== opened.place.sheet) return undefined;
  const { documents } = opened.reading.ledger;
  const row = place.row - opened.place.row + 1;
  if (place.column < opened.place.column || place.column >= opened.place.column + opened.columns) return undefined;
  const at = documents.row.indexOf(row);
  return at < 0 ? undefined : documents.buyer[at];
}
