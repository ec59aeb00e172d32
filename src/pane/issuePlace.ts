import { rangeOf, type Issue } from "../ledger/issue";
import type { Place } from "./host";
import type { Opened } from "./source";

/** The cell that a doubt is about: in the range whose rows it counts, and of several blocks in the right one. */
export function placeOfIssue({ reading, place, places, paymentsPlace, buyersPlace }: Opened, { code, row, column }: Issue): Place {
  const range = rangeOf(code);
  if (range === "invoices" && reading.joined !== undefined) {
    const cell = reading.joined.cell(row, column);
    return within(places[cell.block - 1]!, cell.row, cell.column);
  }
  return within((range === "payments" ? paymentsPlace : range === "buyers" ? buyersPlace : undefined) ?? place, row, column);
}

function within({ sheet, row: first, column: left }: Place, row: number, column: number): Place {
  return { sheet, row: first + row - 1, column: left + Math.max(0, column) };
}
