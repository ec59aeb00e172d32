import { toMinor } from "../values/money";
import type { Candidate } from "./causes";

/** Significant digits that quoted rates have: 7.1234, 1.08425, 0.047123. */
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 6;

/** Rates beyond are no rates between two currencies of the world. */
export const SMALLEST_RATE = 1e-5;
export const LARGEST_RATE = 1e5;

export interface ImpliedRate {
  readonly rate: number;
  /** odds that an amount nobody made with a rate has one of so few digits */
  readonly odds: number;
}

/** Units of each row at a rate, each rounded to the minor unit as a system books it. */
export function atRate(units: readonly number[], rate: number, scale: number): number {
  return units.reduce((sum, one) => sum + toMinor((one / scale) * rate, scale), 0);
}

/**
 * The rate at which these units (minor units one to one) come to exactly `minor`, when one with few enough digits does;
 * undefined when none does. The fewer digits and the more money, the less it can be chance.
 */
export function impliedRate(units: readonly number[], minor: number, scale: number): ImpliedRate | undefined {
  const sum = units.reduce((all, one) => all + one, 0);
  const about = minor / sum;
  if (!(about >= SMALLEST_RATE && about <= LARGEST_RATE)) return undefined;
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
    const rate = Number(about.toPrecision(digits));
    const step = 10 ** (Math.floor(Math.log10(about)) + 1 - digits);
    const odds = 1 / (Math.abs(sum) * step);
    if (odds >= 1) return undefined;
    if (rate === 1) continue; // one to one is a cause of its own
    if (Math.abs(sum * rate - minor) <= units.length && atRate(units, rate, scale) === minor) return { rate, odds };
  }
  return undefined;
}

/** Rows of one currency whose rate the control knows and the ledger does not: left out (`NO_RATE`), or restated at another (`RATE_DIFFERENCE`). */
export interface Unrated {
  readonly cause: "NO_RATE" | "RATE_DIFFERENCE";
  readonly currency: string;
  /** rates that can be */
  readonly from: number;
  readonly to: number;
  /** with `oneToOne` the units and `effect` nothing yet */
  readonly rows: readonly (Candidate & { readonly counted: number })[];
}

/** The rate that a remainder tells, of the rows given. */
export function rateTold(rows: Unrated["rows"], remainder: number, scale: number): ImpliedRate | undefined {
  return impliedRate(rows.map(({ oneToOne }) => oneToOne), remainder + rows.reduce((sum, { counted }) => sum + counted, 0), scale);
}

/** The rows as what the control has more of them at a rate. */
export function atToldRate(rows: Unrated["rows"], rate: number, scale: number): Candidate[] {
  return rows.map(({ counted, ...row }) => {
    const effect = atRate([row.oneToOne], rate, scale) - counted;
    return { ...row, effect, stated: effect, part: String(rate) };
  });
}
