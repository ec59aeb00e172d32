import { isCurrency } from "../values/currency";
import { errorIn, isBlank, plain, type Cell, type Grid } from "../values/cell";
import { NO_DAY } from "../values/day";
import type { Field } from "./field";
import { dateForm, LONGEST_DATE, NO_DATE } from "./dateParts";
import { currencyWord } from "./kinds";
import { readDay } from "./readDay";
import { readNumber } from "./readNumber";

const ROWS_SAMPLED = 60;

/** What stands under a heading, told from a sample: shares of the filled cells. */
export interface Profile {
  readonly day: number;
  readonly number: number;
  readonly text: number;
  /** yes and no, or TRUE and FALSE */
  readonly flag: number;
  /** ISO codes and the words for currencies */
  readonly currency: number;
  /** nothing under the heading */
  readonly blank: boolean;
  /** different values among those sampled, by the cells sampled, and their count */
  readonly distinct: number;
  readonly values: number;
}

export function profileOf(grid: Grid, row: number, column: number): Profile {
  let filled = 0;
  const counts = { day: 0, number: 0, text: 0, flag: 0, currency: 0 };
  const values = new Map<unknown, readonly Trait[]>(); // a column of types, currencies or buyers holds a few again and again
  const step = Math.max(1, Math.floor((grid.length - row - 1) / ROWS_SAMPLED));
  for (let r = row + 1; r < grid.length && filled < ROWS_SAMPLED; r += step) {
    const cell = plain(grid[r]?.[column]);
    if (isBlank(cell) || errorIn(cell) !== undefined) continue;
    filled++;
    let traits = values.get(cell);
    if (traits === undefined) values.set(cell, (traits = traitsOf(cell)));
    for (const trait of traits) counts[trait]++;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  const { day, number, text, flag, currency } = counts;
  return { day: share(day), number: share(number), text: share(text), flag: share(flag), currency: share(currency), blank: filled === 0, distinct: share(values.size), values: values.size };
}

type Trait = "day" | "number" | "text" | "flag" | "currency";

const NUMBER: readonly Trait[] = ["number"];
const SERIAL: readonly Trait[] = ["day", "number"];

function traitsOf(cell: Cell): readonly Trait[] {
  if (typeof cell === "number" && Number.isFinite(cell)) return looksLikeDay(cell) ? SERIAL : NUMBER;
  const traits: Trait[] = [];
  if (looksLikeDay(cell)) traits.push("day");
  if (!Number.isNaN(readNumber(cell, undefined))) traits.push("number");
  else if (typeof cell === "string") traits.push("text");
  if (typeof cell === "boolean" || (typeof cell === "string" && cell.length < 8 && FLAGS.has(cell.trim().toLowerCase()))) traits.push("flag");
  if (typeof cell === "string" && cell.length < 12 && !DIGIT.test(cell) && isCurrency(currencyWord(cell))) traits.push("currency");
  return traits;
}

const DIGIT = /\d/;
const FLAGS = new Set(["yes", "no", "y", "n", "true", "false", "是", "否"]);

/** Mostly a date: a serial from 1987 to 2105 that is no amount with cents, `20250603`, or a text that reads as one. */
export function looksLikeDay(cell: Cell): boolean {
  if (typeof cell === "string" && (!DIGIT.test(cell.slice(0, LONGEST_DATE)) || dateForm(cell) === NO_DATE)) return false;
  if (typeof cell === "number" && (cell < 32000 || cell > 75000 || isCents(cell)) && !(cell >= 19900101 && cell <= 22001231)) return false;
  return readDay(cell, "mdy", 0) > NO_DAY || (typeof cell === "string" && readDay(cell, "dmy", 0) > NO_DAY);
}

function isCents(units: number): boolean {
  return !Number.isInteger(units) && Math.abs(units * 100 - Math.round(units * 100)) < 1e-6;
}

/** A column of yes and no says nothing of money: `Open` and `Paid` are flags then. */
const FLAGGED = 0.8;
/** Below this a heading that only may mean the field does not. */
const UNFIT = 0.3;

/** 0 to 1: does the column hold what the field holds? An empty column says nothing against it. */
export function fits(field: Field, profile: Profile): number {
  if (profile.blank) return 0.5;
  switch (field.content) {
    case "day": return profile.day;
    case "number": return profile.number * (1 - 0.5 * profile.text);
    case "days": return profile.number > 0 && profile.day < 0.5 ? 1 : profile.text > 0 && profile.day < 0.5 ? 0.8 : 0;
    case "currency": return 0.5 * profile.currency + 0.5 * profile.text;
    case "code": return 0.6 + 0.2 * profile.distinct + 0.2 * profile.number;
    case "name": return 0.4 + 0.6 * profile.text;
    case "text": return 0.6 + 0.2 * profile.text + 0.2 * profile.flag;
  }
}

/** Can the column be the field at all? A heading that says exactly the field is doubted only for yes and no. */
export function mayBe(field: Field, profile: Profile, exactly: boolean): boolean {
  if (profile.blank) return true;
  if (field.content === "number" && profile.flag >= FLAGGED) return false;
  return exactly || fits(field, profile) >= UNFIT;
}
