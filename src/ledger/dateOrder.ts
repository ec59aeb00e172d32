import { plain, type Cell, type Grid } from "../values/cell";
import * as form from "./dateParts";
import type { DateOrder } from "./readDay";

const { dateForm, parts, SHORT_YEAR, YEAR_LAST } = form; // bound once: fetched for each cell they cost more than it

/** What a column's texts tell of their order; `both` when they disagree: then nobody can tell. */
export interface OrderTold {
  readonly slashed: DateOrder | "both" | undefined;
  readonly dotted: DateOrder | "both" | undefined;
  readonly short: DateOrder | undefined;
  /** `short` goes by how far the numbers spread, not by one that could be nothing else */
  readonly guessed: boolean;
  /** some text has two digits of year */
  readonly shortYears: boolean;
  /** cells that are numbers, not texts */
  readonly numbers: number;
}

/** Years of one ledger lie close together, its days of the month do not: no further apart than the first, or at least the second. */
const YEARS_APART = 5;
const DAYS_APART = 15;

/** Rows of a sample, spread over the sheet: a sheet sorted by date begins with one month's first days. */
const SAMPLE = 96;

/**
 * What each of these columns tells, from one pass down the rows: a row's texts lie side by side in memory, a column's do not.
 */
export function ordersTold(grid: Grid, headingRow: number, columns: readonly number[]): ReadonlyMap<number, OrderTold> {
  const orders = columns.map((column) => [column, new OrderOfColumn()] as const);
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cells = grid[r];
    for (const [column, order] of orders) order.add(plain(cells?.[column]));
  }
  return new Map(orders.map(([column, order]) => [column, order.told()]));
}

/**
 * What a column's rows down to the first text that does not show its order by itself tell, and a sample of those behind it: that
 * holds until a text contradicts it.
 */
export function orderSampled(grid: Grid, headingRow: number, column: number): OrderTold {
  const order = new OrderOfColumn();
  let r = headingRow + 1;
  for (let asks = false; r < grid.length && !asks; r++) {
    const cell = plain(grid[r]?.[column]);
    order.add(cell);
    asks = asksForOrder(cell);
  }
  const every = Math.max(1, Math.floor((grid.length - r) / SAMPLE));
  for (; r < grid.length; r += every) order.add(plain(grid[r]?.[column]));
  return order.told();
}

/** The first text of a column, with points between its numbers or not, that does not show its order by itself; undefined where each does. */
export function firstUnordered(grid: Grid, headingRow: number, column: number, dotted: boolean): string | undefined {
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = plain(grid[r]?.[column]);
    if (asksForOrder(cell) && parts.dotted === dotted) return cell;
  }
  return undefined;
}

/** Four digits of year behind two numbers that could both be the month. */
function asksForOrder(cell: Cell): cell is string {
  if (typeof cell !== "string" || dateForm(cell) !== YEAR_LAST) return false;
  const { first, second } = parts;
  return first <= 12 && second <= 12 && first !== second && first + second > 1;
}

class OrderOfColumn {
  #slashed: OrderTold["slashed"];
  #dotted: OrderTold["dotted"];
  #numbers = 0;
  readonly #short = new ShortYears();

  add(cell: Cell): void {
    if (typeof cell !== "string") {
      if (typeof cell === "number") this.#numbers++;
      return;
    }
    const written = dateForm(cell);
    const { first, second, third } = parts;
    if (written === SHORT_YEAR) this.#short.add(first, second, third);
    if (written !== YEAR_LAST || (first > 12) === (second > 12)) return;
    const order = first > 12 ? "dmy" : "mdy";
    if (parts.dotted) this.#dotted = both(this.#dotted, order);
    else this.#slashed = both(this.#slashed, order);
  }

  told(): OrderTold {
    const [slashed, dotted] = [this.#slashed, this.#dotted];
    const four = slashed ?? dotted;
    const alike = four === "both" || four === undefined ? undefined : four; // whoever writes 13/6/2025 and 3/6/25 in one column writes both alike
    return { slashed, dotted, short: this.#short.order(alike), guessed: this.#short.isGuessed(alike), shortYears: this.#short.any, numbers: this.#numbers };
  }
}

function both(told: OrderTold["slashed"], order: DateOrder): OrderTold["slashed"] {
  return told === undefined || told === order ? order : "both";
}

/** Which of the three orders makes a date of every `3/6/25` of a column. */
class ShortYears {
  #dmy = true;
  #mdy = true;
  #ymd = true;
  #count = 0;
  #first = { from: 99, to: 0 };
  #third = { from: 99, to: 0 };

  add(first: number, second: number, third: number): void {
    if (first === 0 && second === 0 && third === 0) return;
    this.#count++;
    this.#dmy &&= isDay(first) && isMonth(second);
    this.#mdy &&= isMonth(first) && isDay(second);
    this.#ymd &&= isMonth(second) && isDay(third);
    this.#first = { from: Math.min(this.#first.from, first), to: Math.max(this.#first.to, first) };
    this.#third = { from: Math.min(this.#third.from, third), to: Math.max(this.#third.to, third) };
  }

  get any(): boolean {
    return this.#count > 0;
  }

  order(alike: DateOrder | undefined): DateOrder | undefined {
    if (this.#count === 0) return undefined;
    if ((alike === "dmy" && this.#dmy) || (alike === "mdy" && this.#mdy)) return alike;
    const possible = [this.#dmy && "dmy", this.#mdy && "mdy", this.#ymd && "ymd"].filter((one) => one !== false) as DateOrder[];
    if (possible.length === 1) return possible[0];
    return this.#spread();
  }

  isGuessed(alike: DateOrder | undefined): boolean {
    const order = this.order(alike);
    return order !== undefined && order !== alike && order === this.#spread();
  }

  /** Day in front or year in front, where the month in the middle leaves both: the years are the numbers that lie close together. */
  #spread(): DateOrder | undefined {
    if (!this.#dmy || !this.#ymd || this.#mdy) return undefined;
    const [first, third] = [this.#first.to - this.#first.from, this.#third.to - this.#third.from];
    if (first >= DAYS_APART && third <= YEARS_APART) return "dmy";
    return first <= YEARS_APART && third >= DAYS_APART ? "ymd" : undefined;
  }
}

function isDay(number: number): boolean {
  return number >= 1 && number <= 31;
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}
