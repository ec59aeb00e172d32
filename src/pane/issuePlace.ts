import type { Issue } from "../ledger/issue";
import { issueRange } from "../ledger/issueRange";
import type { Place } from "./host";
import type { Opened } from "./source";

/** The cell that a doubt means: in the range that it counts the rows of, of several blocks in the right one. Undefined for the sheet as a whole. */
export function placeOfIssue(opened: Opened, { code, row, column }: Issue): Place | undefined {
  if (row === 0) return undefined;
  const range = issueRange(code);
  if (range !== "invoices") return within(range === "payments" ? opened.paymentsPlace : opened.buyersPlace, row, column);
  const cell = cellOfReading(opened, row, column);
  return within(cell.place, cell.row, cell.column >= opened.columns ? 0 : cell.column); // a buyer filled down may stand in a column that the sheet has not
}

/** Where a row of the reading begins. */
export function placeOfRow(opened: Opened, row: number): Place | undefined {
  const cell = cellOfReading(opened, row, 0);
  return within(cell.place, cell.row, 0);
}

/** A cell of the reading in the range that it comes from: of several blocks the right one. */
function cellOfReading({ reading, places }: Opened, row: number, column: number): { readonly place: Place | undefined; readonly row: number; readonly column: number } {
  const cell = reading.joined?.cell(row, column) ?? { block: 1, row, column };
  return { place: places[cell.block - 1], row: cell.row, column: cell.column };
}

function within(place: Place | undefined, row: number, column: number): Place | undefined {
  return place && { sheet: place.sheet, row: place.row + row - 1, column: place.column + Math.max(0, column) };
}
