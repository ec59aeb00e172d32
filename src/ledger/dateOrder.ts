import { plain, type Grid } from "../values/cell";
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
}

/** Years of one ledger lie close together, its days of the month do not: no further apart than the first, or at least the second. */
const YEARS_APART = 5;
const DAYS_APART = 15;

/** One pass over the texts below the headings. */
export function orderTold(grid: Grid, headingRow: number, column: number): OrderTold {
  const told: { slashed: OrderTold["slashed"]; dotted: OrderTold["dotted"] } = { slashed: undefined, dotted: undefined };
  const short = new ShortYears();
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = plain(grid[r]?.[column]);
    if (typeof cell !== "string") continue;
    const written = dateForm(cell);
    const { first, second, third } = parts;
    if (written === SHORT_YEAR) short.add(first, second, third);
    if (written !== YEAR_LAST || (first > 12) === (second > 12)) continue;
    const way = parts.dotted ? "dotted" : "slashed";
    const order = first > 12 ? "dmy" : "mdy";
    told[way] = told[way] === undefined || told[way] === order ? order : "both";
  }
  const four = told.slashed ?? told.dotted;
  const alike = four === "both" || four === undefined ? undefined : four; // whoever writes 13/6/2025 and 3/6/25 in one column writes both alike
  return { ...told, short: short.order(alike), guessed: short.isGuessed(alike) };
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
