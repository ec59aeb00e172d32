import type { Ledger } from "../ledger/ledger";
import { known } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import { aging, agingRow } from "./aging";
import type { Figure } from "./figure";
import { monthEndsTo } from "./monthEnds";
import { stockHeadings, stocksByDay } from "./stocksByDay";
import { TREND_MEASURES, byPosition, type TrendAsked, type TrendMeasure, type TrendPolicy, type TrendUnit } from "./trendMeasures";

export const DEFAULT_TREND_MONTHS = 12;

/** A measure at month-ends, the earliest first: of each day a number, or why it cannot be told. */
export interface Trend {
  readonly measure: string;
  readonly unit: TrendUnit;
  readonly points: readonly TrendPoint[];
}

export interface TrendPoint {
  readonly day: Day;
  readonly figure: Figure;
}

/** Names that `trend` knows, in reading order: buckets as the policy has them. */
export function trendNames({ buckets }: Pick<TrendPolicy, "buckets">): readonly string[] {
  const [open, overdue, ...rest] = TREND_MEASURES.keys();
  return [open!, overdue!, ...stockHeadings(buckets).map((heading) => heading.toLowerCase()), ...rest];
}

/** A measure by name: any case, blanks do not count. Undefined where there is none so called. */
export function trendMeasure(name: string, policy: Pick<TrendPolicy, "buckets">): TrendMeasure | undefined {
  const column = bucketOfName(name, policy);
  return column === undefined ? TREND_MEASURES.get(bareName(name)) : bucketMeasure(column);
}

/** Which column of the ageing has this name; undefined where none has. */
export function bucketOfName(name: string, { buckets }: Pick<TrendPolicy, "buckets">): number | undefined {
  const column = stockHeadings(buckets).findIndex((heading) => bareName(heading) === bareName(name));
  return column < 0 ? undefined : column;
}

export function bareName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/**
 * A measure at the ends of the last `months` months, the last one `day` itself: whatever the number of months, one sweep over the
 * ledger, and each figure the one that a position on that day gives, bit for bit as far as its sums are below 2^53. The month
 * before the ledger's first document is over is no zero but unknown (BEFORE_LEDGER): what was open then is not in the sheet.
 */
export function trend(asked: Omit<TrendAsked, "days"> & { readonly day: Day; readonly months: number }, measure: TrendMeasure, name: string): Trend {
  const days = monthEndsTo(asked.day, asked.months);
  const told = days.filter((day) => day >= asked.ledger.firstDay);
  const figures = told.length === 0 ? [] : measure.figures({ ...asked, days: told });
  const before = days.length - told.length;
  return { measure: name, unit: measure.unit, points: days.map((day, at) => ({ day, figure: at < before ? beforeLedger(asked.ledger, day) : figures[at - before]! })) };
}

/** Why nothing can be told of a day before the ledger. */
export function beforeLedger({ firstDay }: Ledger, day: Day): Figure {
  return { code: "BEFORE_LEDGER", with: { day: isoDay(day), first: isoDay(firstDay) } };
}

/** A column of the ageing, as the policy has credits and disputes. Credits that go to the oldest debits are no sum over documents. */
function bucketMeasure(column: number): TrendMeasure {
  const ofAging = byPosition("money", (at, { policy: { buckets, credits, disputes }, buyer }) => {
    const sheet = aging(at, { edges: buckets, credits, disputes });
    return known((buyer === undefined ? sheet.all : agingRow(sheet, buyer))[column]!, { method: "aging", day: at.day, facts: [] });
  });
  const figures = (asked: TrendAsked): readonly Figure[] => {
    const { buckets, credits, disputes } = asked.policy;
    if (credits === "fifo") return ofAging.figures(asked);
    return [...stocksByDay(asked.ledger, asked.days, { edges: buckets, credits, disputes, buyer: asked.buyer }).columns[column]!];
  };
  return { unit: "money", figures };
}
