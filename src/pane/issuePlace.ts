import type { Issue } from "../ledger/issue";
import { issueRange } from "../ledger/issueRange";
import type { Place } from "./host";
import type { Opened } from "./source";

/** The cell that a doubt means: in the range that it counts the rows of, of several blocks in the right one. Undefined for the sheet as a whole. */
export function placeOfIssue({ reading, columns, places, paymentsPlace, buyersPlace }: Opened, { code, row, column }: Issue): Place | undefined {
  if (row === 0) return undefined;
  const range = issueRange(code);
  if (range !== "invoices") return within(range === "payments" ? paymentsPlace : buyersPlace, row, column);
  const cell = reading.joined?.cell(row, column) ?? { block: 1, row, column };
  return within(places[cell.block - 1], cell.row, cell.column >= columns ? 0 : cell.column); // a buyer filled down may stand in a column that the sheet has not
}

function within(place: Place | undefined, row: number, column: number): Place | undefined {
  return place && { sheet: place.sheet, row: place.row + row - 1, column: place.column + Math.max(0, column) };
}
