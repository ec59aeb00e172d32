import type { Day } from "../../values/day";
import type { Opened } from "../source";

/** What an entry of an exhibit is; money in minor units, shares as fractions, ratios to three decimals. */
export type Kind = "text" | "money" | "days" | "share" | "day" | "count" | "ratio" | "points";

/** undefined: cannot be told, which is never a zero; the exhibit's notes say why. */
export type Entry = string | number | undefined;

export interface Column {
  readonly heading: string;
  readonly kind: Kind;
}

/** One chart of the portfolio view with what it is drawn from: the table, the CSV and the drawing say the same. */
export interface Exhibit {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Entry[])[];
  readonly total?: readonly Entry[];
  /** undefined: there is nothing to draw, and a note says why */
  readonly drawing: Drawing | undefined;
  readonly notes: readonly string[];
}

export interface Series {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

export type Drawing =
  /** over days, or over counts from the left */
  | { readonly kind: "lines"; readonly across: "day" | "count"; readonly at: readonly number[]; readonly unit: Kind; readonly lines: readonly Series[] }
  /** groups of bars side by side */
  | { readonly kind: "bars"; readonly groups: readonly string[]; readonly unit: Kind; readonly series: readonly Series[] }
  /** signed bars, one under the other */
  | { readonly kind: "changes"; readonly names: readonly string[]; readonly unit: Kind; readonly values: readonly number[] }
  /** bars from where the one before ended, one under the other; sums stand on zero */
  | { readonly kind: "waterfall"; readonly names: readonly string[]; readonly unit: Kind; readonly values: readonly number[]; readonly sums: readonly boolean[] }
  /** the table itself, each cell as dark as its figure is large */
  | { readonly kind: "heat" };

/** The book that exhibits are made of: on a day, and on the earlier one it is compared with. */
export interface BookOn {
  readonly opened: Opened;
  readonly day: Day;
  readonly earlier: Day;
}
