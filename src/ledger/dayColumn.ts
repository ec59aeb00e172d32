import { refuse } from "../values/answer";
import { plain, type Cell, type Grid } from "../values/cell";
import { ordersTold, type OrderTold } from "./dateOrder";
import { parts } from "./dateParts";
import type { Policy } from "./policy";
import * as reading from "./readDay";

const { CENTURY, DAYS_TO_1904, dayOfText, ordersFor, readDay, UNORDERED_DAY } = reading; // bound once: fetched for each cell they cost more than it

const LETTER_Z = 90;

/** Before any text needed it. */
const NOBODY_ASKED: reading.DateOrders = { slashed: undefined, dotted: undefined, short: undefined };

/** Reads one date column. */
export interface DayColumn {
  /** 0-based column of the range */
  readonly index: number;
  read(cell: Cell): reading.DayRead;
  /** some text put its day, month and year in an order that was guessed by how far they spread */
  isGuessed(): boolean;
  /** some text had its numbers between slashes or dashes, the year not in front: what a program may have turned round before us */
  isSlashed(): boolean;
  /** so many of its cells are numbers; the whole column is looked at once to tell */
  numbers(): number;
  /** some text had a time of the zone Z, which may be a midnight elsewhere */
  isZoned(): boolean;
}

/**
 * The order of day and month in each date column: the policy's, else what its own texts tell, else what the sheet's other date
 * columns (`columns` and `witnesses`) tell. Asked for only when a text needs it: a column of serials or ISO dates never does.
 */
export function dayColumns(grid: Grid, headingRow: number, columns: ReadonlyMap<string, number>, policy: Policy, witnesses: readonly number[] = []): ReadonlyMap<string, DayColumn> {
  const all = [...new Set([...columns.values(), ...witnesses])];
  let told: ReadonlyMap<number, OrderTold> | undefined;
  const tell = (column: number): OrderTold => (told ??= ordersTold(grid, headingRow, all)).get(column)!;
  const sheet = (): readonly OrderTold[] => all.map(tell);
  const heading = (column: number): string => String(plain(grid[headingRow]?.[column]) ?? "");
  return new Map([...columns].map(([field, column]) => [field, new DatesOfColumn(column, policy, () => tell(column), sheet, () => heading(column))]));
}

class DatesOfColumn implements DayColumn {
  readonly index: number;
  readonly #shift: number;
  readonly #century: number;
  readonly #own: () => OrderTold;
  readonly #sheet: () => readonly OrderTold[];
  readonly #heading: () => string;
  readonly #chosen: boolean;
  #orders: reading.DateOrders;
  #asked = false;
  #slashed = false;
  #zoned = false;

  constructor(index: number, policy: Policy, own: () => OrderTold, sheet: () => readonly OrderTold[], heading: () => string) {
    this.index = index;
    this.#shift = policy.dateSystem === 1904 ? DAYS_TO_1904 : 0;
    this.#century = policy.century ?? CENTURY;
    this.#own = own;
    this.#sheet = sheet;
    this.#heading = heading;
    this.#chosen = policy.dateOrder !== undefined;
    this.#orders = this.#chosen ? ordersFor(policy.dateOrder) : NOBODY_ASKED;
  }

  read(cell: Cell): reading.DayRead {
    if (typeof cell !== "string") {
      const value = plain(cell);
      return typeof value === "string" ? this.read(value) : readDay(value, undefined, this.#shift);
    }
    if (!this.#slashed) this.#slashed = isSlashed(cell);
    if (cell.charCodeAt(cell.length - 1) === LETTER_Z) this.#zoned = true;
    let day = dayOfText(cell, this.#orders, this.#shift, this.#century);
    if (day === UNORDERED_DAY && !this.#asked) {
      this.#ask();
      day = dayOfText(cell, this.#orders, this.#shift, this.#century);
    }
    if (day === UNORDERED_DAY) refuse(parts.short ? "DATE_YEARS" : "DATE_ORDER", { heading: this.#heading(), found: cell.trim() });
    return day;
  }

  isGuessed(): boolean {
    return this.#asked && !this.#chosen && this.#own().guessed;
  }

  isSlashed(): boolean {
    return this.#slashed;
  }

  numbers(): number {
    return this.#own().numbers;
  }

  isZoned(): boolean {
    return this.#zoned;
  }

  #ask(): void {
    this.#asked = true;
    const own = this.#own();
    const slashed = own.slashed ?? agreed(this.#sheet());
    this.#orders = {
      slashed: this.#orders.slashed ?? clear(slashed),
      dotted: this.#orders.dotted ?? clear(own.dotted ?? "dmy"),
      short: this.#orders.short ?? own.short ?? clear(agreed(this.#sheet())),
    };
  }
}

/** What the columns agree on, however they write it; nothing when they do not. */
function agreed(columns: readonly OrderTold[]): reading.DateOrder | "both" | undefined {
  const orders = new Set(columns.flatMap(({ slashed, short }) => [slashed, short === "ymd" ? undefined : short]).filter((order) => order !== undefined));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function clear(order: reading.DateOrder | "both" | undefined): reading.DateOrder | undefined {
  return order === "both" ? undefined : order;
}

function isSlashed(text: string): boolean {
  const second = text.charCodeAt(1), third = text.charCodeAt(2);
  return second === 47 || second === 45 || third === 47 || third === 45;
}
