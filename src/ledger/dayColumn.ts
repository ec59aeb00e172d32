import { refuse } from "../values/answer";
import { plain, type Cell, type Grid } from "../values/cell";
import type { Policy } from "./policy";
import { DAYS_TO_1904, orderTold, readDay, UNORDERED_DAY, type DateOrder, type DayRead } from "./readDay";

/** Reads one date column; each different text is parsed once. */
export interface DayColumn {
  read(cell: Cell): DayRead;
}

/** The order of day and month in each date column: what its own texts tell, else what the sheet's other date columns tell, else the policy. */
export function dayColumns(grid: Grid, headingRow: number, columns: ReadonlyMap<string, number>, policy: Policy): ReadonlyMap<string, DayColumn> {
  const told = new Map<string, DateOrder | undefined>();
  for (const [field, column] of columns) told.set(field, policy.dateOrder ?? columnOrder(grid, headingRow, column));
  const sheet = [...told.values()].find((order) => order !== undefined);
  const shift = policy.dateSystem === 1904 ? DAYS_TO_1904 : 0;
  return new Map([...columns].map(([field, column]) => [field, dayColumn(told.get(field) ?? sheet, shift, () => headingOf(grid, headingRow, column))]));
}

function headingOf(grid: Grid, row: number, column: number): string {
  return String(plain(grid[row]?.[column]) ?? "");
}

/** `dmy` or `mdy` when the column's texts say one and never the other; the first that decides counts when they disagree. */
function columnOrder(grid: Grid, headingRow: number, column: number): DateOrder | undefined {
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = grid[r]?.[column];
    const order = typeof cell === "string" ? orderTold(cell) : undefined;
    if (order !== undefined) return order;
  }
  return undefined;
}

function dayColumn(order: DateOrder | undefined, shift: number, heading: () => string): DayColumn {
  const seen = new Map<string, DayRead>();
  return {
    read: (cell) => {
      if (typeof cell !== "string") return readDay(cell, order, shift);
      let day = seen.get(cell);
      if (day === undefined) {
        day = readDay(cell, order, shift);
        if (day === UNORDERED_DAY) refuse("DATE_ORDER", { heading: heading(), found: cell });
        if (cell.length <= 40) seen.set(cell, day);
      }
      return day;
    },
  };
}
