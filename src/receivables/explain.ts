import type { Ledger } from "../ledger/ledger";
import { known, type Answer } from "../values/answer";
import type { Day } from "../values/day";
import { bucketParts, daysPastDue, EXPLAINED, type DaysAre, type ExplainAsked, type Parts } from "./explainParts";
import { position } from "./position";
import { ledgerForDso } from "./retention";
import { bareName, bucketOfName, trend, trendMeasure } from "./trend";
import type { TrendPolicy, TrendUnit } from "./trendMeasures";

/** A document behind a figure. */
export interface ExplainedRow {
  /** place in the ledger's documents */
  readonly document: number;
  /** 1-based row of the sheet */
  readonly row: number;
  readonly days: number | undefined;
  /** minor units */
  readonly amount: number;
  /** of the figure, a fraction: all of them add up to 1. Below 0 for what lowers it */
  readonly share: number;
}

export interface Explanation {
  readonly figure: number;
  readonly unit: TrendUnit;
  readonly daysAre: DaysAre;
  /** largest share first */
  readonly rows: readonly ExplainedRow[];
}

export interface ExplainOptions {
  readonly policy: TrendPolicy;
  /** place in `ledger.buyers`; undefined = the whole book */
  readonly buyer?: number | undefined;
}

/** A figure's own window, number or period, where it is not the measure's default. */
export type FigureShape = Pick<ExplainAsked, "window" | "top" | "from">;

/** Documents and what their days are. */
export type RowsBehind = Pick<Explanation, "daysAre" | "rows">;

/**
 * The documents behind a measure on a day, each with its share of the figure: with a figure of so many days, share x figure is
 * what the document brings to it. What Days and Amount are of each measure stands in `EXPLAINED`. A figure whose parts come to
 * nothing in all (nobody was late) is shared out by the amounts. Unknown as the figure itself; undefined where no measure is so called.
 */
export function explain(ledger: Ledger, day: Day, name: string, { policy, buyer }: ExplainOptions): Answer<Explanation> | undefined {
  const measure = trendMeasure(name, policy);
  if (measure === undefined || !isExplained(name, policy) || (buyer !== undefined && measure.ofBook === true)) return undefined;
  const { figure } = trend({ ledger, policy, buyer, day, months: 1 }, measure, name).points[0]!;
  if (typeof figure !== "number") return { known: false, reason: figure };
  return known({ figure, unit: measure.unit, ...documentsBehind(ledger, day, name, { policy, buyer })! }, { method: `explain.${name}`, day, facts: [["figure", figure]] });
}

/** There are rows behind a measure so called. */
export function isExplained(name: string, policy: TrendPolicy): boolean {
  return bucketOfName(name, policy) !== undefined || EXPLAINED.has(bareName(name));
}

/** The rows alone, for a figure that is told elsewhere and may have a shape of its own; undefined where no measure is so called. */
export function documentsBehind(ledger: Ledger, day: Day, name: string, { policy, buyer, ...shape }: ExplainOptions & FigureShape): RowsBehind | undefined {
  const column = bucketOfName(name, policy);
  const explained = column === undefined ? EXPLAINED.get(bareName(name)) : { days: "pastDue" as const, parts: (asked: ExplainAsked): Parts => bucketParts(asked, column) };
  if (explained === undefined) return undefined;
  const asked: ExplainAsked = { at: position(/^dso\b/.test(bareName(name)) ? ledgerForDso(ledger, policy.retention) : ledger, day), policy, buyer, ...shape };
  return { daysAre: explained.days, rows: rowsOf(asked, explained.parts(asked)) };
}

/** The rows of documents that bring something, the largest share first. */
export function rowsOf(asked: ExplainAsked, { amount, part = amount, days = daysPastDue(asked) }: Parts): ExplainedRow[] {
  const { count, buyer, row, number } = asked.at.ledger.documents;
  const places: number[] = [];
  for (let i = 0; i < count; i++) if ((amount[i] !== 0 || part[i] !== 0) && (asked.buyer === undefined || buyer[i] === asked.buyer)) places.push(i);
  const whole = places.reduce((sum, i) => sum + part[i]!, 0);
  const by = whole === 0 ? amount : part;
  const all = places.reduce((sum, i) => sum + by[i]!, 0);
  const rows = places.map((i): ExplainedRow => ({ document: i, row: row[i]!, days: days(i), amount: amount[i]!, share: all === 0 ? 0 : by[i]! / all }));
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows.sort((a, b) => b.share - a.share || b.amount - a.amount || before(number.at(a.document) ?? "", number.at(b.document) ?? "") || a.row - b.row);
}
