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
  const told = new Map<number, Told>();
  const tell = (column: number): Told => {
    let known = told.get(column);
    if (known === undefined) told.set(column, (known = columnOrder(grid, headingRow, column)));
    return known;
  };
  const sheet = (): DateOrder | undefined => oneOf([...columns.values()].map(tell));
  const order = (column: number): DateOrder | undefined => {
    const own = tell(column);
    return policy.dateOrder ?? (own === "both" ? undefined : (own ?? sheet()));
  };
  const shift = policy.dateSystem === 1904 ? DAYS_TO_1904 : 0;
  return new Map([...columns].map(([field, column]) => [field, dayColumn(() => order(column), shift, () => headingOf(grid, headingRow, column))]));
}

/** What the other columns agree on; nothing when they do not. */
function oneOf(told: readonly Told[]): DateOrder | undefined {
  const orders = new Set(told.filter((one) => one !== undefined));
  const only = orders.size === 1 ? [...orders][0] : undefined;
  return only === "both" ? undefined : only;
}

function headingOf(grid: Grid, row: number, column: number): string {
  return String(plain(grid[row]?.[column]) ?? "");
}

type Told = DateOrder | "both" | undefined;

/** `dmy` or `mdy` when the column's texts say one and never the other, `both` when they disagree: then nobody can tell. */
function columnOrder(grid: Grid, headingRow: number, column: number): Told {
  let told: Told;
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = grid[r]?.[column];
    const order = typeof cell === "string" ? orderTold(cell) : undefined;
    if (order === undefined || order === told) continue;
    if (told !== undefined) return "both";
    told = order;
  }
  return told;
}

/** The order is asked for when the first text stands in the column: a column of serials never needs it. */
function dayColumn(orderOf: () => DateOrder | undefined, shift: number, heading: () => string): DayColumn {
  const seen = new Map<string, DayRead>();
  let asked = false;
  let order: DateOrder | undefined;
  return {
    read: (cell) => {
      if (typeof cell === "number") return readDay(cell, undefined, shift);
      const text = plain(cell);
      if (typeof text !== "string") return readDay(text, undefined, shift);
      let day = seen.get(text);
      if (day === undefined) {
        if (!asked) order = orderOf();
        asked = true;
        day = readDay(text, order, shift);
        if (day === UNORDERED_DAY) refuse("DATE_ORDER", { heading: heading(), found: text });
        if (text.length <= 40) seen.set(text, day);
      }
      return day;
    },
  };
}
