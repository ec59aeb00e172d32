import { refuse } from "../values/answer";
import { plain, type Cell, type Grid } from "../values/cell";
import { firstUnordered, orderSampled, ordersTold, type OrderTold } from "./dateOrder";
import { parts } from "./dateParts";
import type { Policy } from "./policy";
import * as reading from "./readDay";

const { CENTURY, DAYS_TO_1904, dayOfText, ordersFor, readDay, UNORDERED_DAY, UNREADABLE_DAY } = reading; // bound once: fetched for each cell they cost more than it

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
  /** so many of its cells are numbers; unless whoever reads it has counted, the whole column is looked at once to tell */
  numbers(): number;
  /** so many more numbers stood in it, and were read without asking it */
  counted(numbers: number): void;
  /** some text had a time of the zone Z, which may be a midnight elsewhere */
  isZoned(): boolean;
}

/**
 * The order of day and month in each date column: the policy's, else what its own texts tell, else what the sheet's other date
 * columns (`columns` and `witnesses`) tell. Asked for only when a text needs it: a column of serials or ISO dates never does.
 * A sample tells first, since what it shows nearly always holds; a text that cannot be read so has the whole sheet asked.
 */
export function dayColumns(grid: Grid, headingRow: number, columns: ReadonlyMap<string, number>, policy: Policy, witnesses: readonly number[] = []): ReadonlyMap<string, DayColumn> {
  const all = [...new Set([...columns.values(), ...witnesses])];
  let told: ReadonlyMap<number, OrderTold> | undefined;
  const tell = (column: number): OrderTold => (told ??= ordersTold(grid, headingRow, all)).get(column)!;
  const sheet = (): readonly OrderTold[] => all.map(tell);
  const heading = (column: number): string => String(plain(grid[headingRow]?.[column]) ?? "");
  return new Map([...columns].map(([field, column]) => [field, new DatesOfColumn(column, policy, { sample: () => orderSampled(grid, headingRow, column), own: () => tell(column), sheet, unordered: (dotted) => firstUnordered(grid, headingRow, column, dotted), heading: () => heading(column) })]));
}

/** What a column may ask of its sheet. */
interface Sheet {
  readonly sample: () => OrderTold;
  readonly own: () => OrderTold;
  readonly sheet: () => readonly OrderTold[];
  readonly unordered: (dotted: boolean) => string | undefined;
  readonly heading: () => string;
}

class DatesOfColumn implements DayColumn {
  readonly index: number;
  readonly #shift: number;
  readonly #century: number;
  readonly #sheet: Sheet;
  readonly #chosen: boolean;
  #orders: reading.DateOrders;
  #asked = false;
  /** the orders are a sample's */
  #sampled = false;
  #counted: number | undefined;
  #slashed = false;
  #zoned = false;

  constructor(index: number, policy: Policy, sheet: Sheet) {
    this.index = index;
    this.#shift = policy.dateSystem === 1904 ? DAYS_TO_1904 : 0;
    this.#century = policy.century ?? CENTURY;
    this.#sheet = sheet;
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
    while (this.#asksAgain(day)) day = dayOfText(cell, this.#orders, this.#shift, this.#century);
    if (day === UNORDERED_DAY) this.#refuse(parts.short ? "DATE_YEARS" : "DATE_ORDER", cell);
    return day;
  }

  /** The text needs an order, or contradicts the sample's; true when another was found to try. */
  #asksAgain(day: reading.DayRead): boolean {
    if (day === UNORDERED_DAY && !this.#asked) {
      this.#asked = true;
      if (!this.#askSample()) this.#ask();
      return true;
    }
    if (!this.#sampled || (day !== UNORDERED_DAY && day !== UNREADABLE_DAY)) return false;
    this.#ask();
    return true;
  }

  #refuse(code: string, found: string): never {
    return refuse(code, { heading: this.#sheet.heading(), found: found.trim() });
  }

  isGuessed(): boolean {
    return this.#asked && !this.#sampled && !this.#chosen && this.#sheet.own().guessed;
  }

  isSlashed(): boolean {
    return this.#slashed;
  }

  numbers(): number {
    return this.#counted ?? this.#sheet.own().numbers;
  }

  counted(numbers: number): void {
    this.#counted = (this.#counted ?? 0) + numbers;
  }

  isZoned(): boolean {
    return this.#zoned;
  }

  /** A sample that shows the order of one way of writing and holds no other says enough. */
  #askSample(): boolean {
    if (this.#chosen) return false;
    const { slashed, dotted, shortYears } = this.#sheet.sample();
    if (shortYears || (slashed === undefined) === (dotted === undefined) || slashed === "both" || dotted === "both") return false;
    this.#orders = { slashed, dotted, short: undefined };
    return (this.#sampled = true);
  }

  /** The whole sheet is looked at. Texts that were read by a sample's order, and that by the whole column nobody can tell, are refused now. */
  #ask(): void {
    const own = this.#sheet.own();
    for (const [told, dotted] of [[own.slashed, false], [own.dotted, true]] as const) {
      const unordered = this.#sampled && told === "both" ? this.#sheet.unordered(dotted) : undefined;
      if (unordered !== undefined) this.#refuse("DATE_ORDER", unordered);
    }
    this.#sampled = false;
    const slashed = own.slashed ?? agreed(this.#sheet.sheet());
    const chosen = this.#chosen ? this.#orders : NOBODY_ASKED;
    this.#orders = {
      slashed: chosen.slashed ?? clear(slashed),
      dotted: chosen.dotted ?? clear(own.dotted ?? "dmy"),
      short: chosen.short ?? own.short ?? clear(agreed(this.#sheet.sheet())),
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
