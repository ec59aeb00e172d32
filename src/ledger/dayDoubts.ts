import { plain, type Grid } from "../values/cell";
import { civilOf, FIRST_DAY, LAST_DAY, type Day } from "../values/day";
import { dateForm, LONGEST_DATE, parts, SHORT_YEAR, YEAR_LAST } from "./dateParts";

/** So many of each before a column is suspected. */
export const FEWEST = 2;

/**
 * A file of `13/6/2025` opened by a program that writes 6/13/2025: what can be a date in its own order becomes one, with day
 * and month exchanged, and the rest stays text. So: every text has a part above 12 in the same place, and every number is a
 * day up to the 12th.
 */
export function mayBeExchanged(grid: Grid, headingRow: number, column: number): boolean {
  let texts = 0;
  let numbers = 0;
  let dayFirst: boolean | undefined;
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = plain(grid[r]?.[column]);
    if (typeof cell === "number" && cell >= FIRST_DAY && cell < LAST_DAY + 1) {
      if (civilOf(Math.floor(cell) as Day).day > 12) return false;
      numbers++;
    } else if (typeof cell === "string") {
      const written = dateForm(cell);
      if ((written !== YEAR_LAST && written !== SHORT_YEAR) || parts.dotted) continue;
      const first = parts.first > 12;
      if (first === parts.second > 12 || (dayFirst ?? first) !== first) return false;
      dayFirst = first;
      texts++;
    }
  }
  return texts >= FEWEST && numbers >= FEWEST;
}

/** Hours that are midnight somewhere: with summer time, two in a column. */
const MOST_HOURS = 2;
const NOON = 12, LETTER_Z = 90;
const ZONED = /T(\d\d):(?:00|30|45):00(?:\.0+)?Z$/;

/**
 * `2025-06-02T16:00:00.000Z` is midnight of 3 June in Beijing: a date that a program turned into a time of the zone Z. East of
 * Greenwich the date written is a day early; so where every such time of a column is one and the same evening hour.
 */
export function isMidnightElsewhere(grid: Grid, headingRow: number, column: number): boolean {
  const hours = new Set<string>();
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = plain(grid[r]?.[column]);
    if (typeof cell !== "string" || cell.length > LONGEST_DATE || cell.charCodeAt(cell.length - 1) !== LETTER_Z) continue;
    const hour = ZONED.exec(cell)?.[1];
    if (hour === undefined || Number(hour) < NOON || hours.add(hour).size > MOST_HOURS) return false;
  }
  return hours.size > 0;
}
