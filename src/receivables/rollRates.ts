import type { Ledger } from "../ledger/ledger";
import { WRITE_OFF } from "../ledger/settlements";
import { unknown, known, type Answer } from "../values/answer";
import { isoDay, NO_DAY, type Day } from "../values/day";
import { DEFAULT_EDGES, dueColumn } from "./aging";
import { lastMonthEnd, monthEndsTo } from "./monthEnds";
import { remembered } from "./remembered";
import { stockHeadings, stocksByDay } from "./stocksByDay";

export const DEFAULT_ROLL_MONTHS = 12;

/** What of one bucket is in the next a month later, over all the months together. Money in minor units, rates as fractions. */
export interface Roll {
  /** `Not due`, `1-30`, ...: the ageing's own headings */
  readonly from: string;
  readonly to: string;
  /** in the bucket at the beginning of each month */
  readonly balance: number;
  /** in the next bucket at the end of it, with what was written off */
  readonly migrated: number;
  /** of it written off out of the bucket during the month */
  readonly writtenOff: number;
  /** migrated / balance; undefined where nothing was ever in the bucket */
  readonly rate: number | undefined;
  /** share of the bucket that ends in the last one: the product of the rates from here on; undefined where one of them is */
  readonly loss: number | undefined;
  /** a rate above 1, which is kept: invoices that skip a bucket or come into it from outside, closing rates, new due days */
  readonly above: boolean;
}

export interface RollRates {
  readonly days: readonly Day[];
  readonly rolls: readonly Roll[];
  /** the same without the months that stand far from the others, for whoever projects losses from them (methods.md E4) */
  readonly steady: readonly SteadyRoll[];
  /** the last bucket, which is taken as lost: its share is 1 (methods.md A14) */
  readonly last: string;
}

/**
 * Roll rates (methods.md A14): balance of the next bucket at a month's end / balance of the bucket at its beginning, over the
 * `months` whole months that end with or before `day`, each month weighing by its money. Buckets are the ageing's, open
 * debits by days past due, so that AR.AGING at the month-ends gives the same figures. Written off counts as migrated, or a
 * book would look the better the more it loses. A month is taken as one bucket of 30 days; with other `edges` a bucket and a
 * month are not the same, and rates above 1 say so. Unknown NO_ROLLS: nothing was open at the beginning of any month.
 */
export function rollRates(ledger: Ledger, day: Day, options: { readonly months?: number; readonly edges?: readonly number[] } = {}): Answer<RollRates> {
  const months = options.months ?? DEFAULT_ROLL_MONTHS;
  const found = rolledMonths(ledger, lastMonthEnd(day), months, (options.edges ?? DEFAULT_EDGES).join(","));
  if (found === undefined) return unknown("NO_ROLLS", { from: isoDay(monthEndsTo(lastMonthEnd(day), months + 1)[0]!), to: isoDay(lastMonthEnd(day)) });
  return known(found, { method: "rollRates", day, facts: [["months", months], ["since", isoDay(found.days[0]!)], ["until", isoDay(found.days.at(-1)!)]] });
}

const rolledMonths = remembered((ledger: Ledger, end: number, months: number, edgeText: string): RollRates | undefined => {
  const edges = edgeText.split(",").map(Number);
  const days = monthEndsTo(end as Day, months + 1);
  const { columns } = stocksByDay(ledger, days, { edges });
  const lostBy = writtenOffBy(ledger, days, edges);
  const lost = lostBy.map(sum);
  const names = stockHeadings(edges);
  const chain = edges.map((_, k) => names[k]!).concat(names[edges.length]!, names[edges.length + 1]!); // Not due ... Over
  const rolls = chain.slice(0, -1).map((from, k): RollSums => {
    const balance = sum(columns[k]!.subarray(0, -1));
    return { from, to: chain[k + 1]!, balance, writtenOff: lost[k]!, migrated: sum(columns[k + 1]!.subarray(1)) + lost[k]! };
  });
  const steady = rolls.map((roll, k) => steadyRoll(roll, columns[k]!, columns[k + 1]!, lostBy[k]!));
  return rolls.every(({ balance }) => balance === 0) ? undefined : { days, rolls: withRates(rolls), steady: withRates(steady), last: chain.at(-1)! };
});

/** A roll, and how many months are left out at each end. */
export interface SteadyRoll extends Roll {
  readonly trimmed: number;
}

/** A month whose rate is more than this many times the median is far from the others. */
const FAR = 3;

/**
 * A trimmed mean (methods.md E4): where months roll more than three times the median of all, they are left out, and as many of
 * the lowest, so that one migrated invoice of a quiet year does not set the provision of the next. Each month still weighs by its money.
 */
function steadyRoll(roll: RollSums, from: Float64Array, to: Float64Array, lost: Float64Array): RollSums & { readonly trimmed: number } {
  const months = Array.from({ length: from.length - 1 }, (_, t) => ({ balance: from[t]!, migrated: to[t + 1]! + lost[t + 1]!, writtenOff: lost[t + 1]! }))
    .filter(({ balance }) => balance > 0)
    .sort((a, b) => a.migrated / a.balance - b.migrated / b.balance);
  const middle = (months.length - 1) / 2;
  const rateAt = (at: number): number => months[at]!.migrated / months[at]!.balance;
  const median = months.length === 0 ? 0 : (rateAt(Math.floor(middle)) + rateAt(Math.ceil(middle))) / 2;
  const far = months.filter(({ balance, migrated }) => migrated / balance > FAR * median).length;
  const trimmed = median > 0 && 2 * far < months.length ? far : 0; // of a bucket that mostly rolls nothing, the months that do are the news
  if (trimmed === 0) return { ...roll, trimmed };
  const kept = months.slice(trimmed, months.length - trimmed);
  const all = (of: "balance" | "migrated" | "writtenOff"): number => kept.reduce((total, month) => total + month[of], 0);
  return { ...roll, balance: all("balance"), migrated: all("migrated"), writtenOff: all("writtenOff"), trimmed };
}

type RollSums = Omit<Roll, "rate" | "loss" | "above">;

/** Rates and losses of a chain of buckets; the bucket after the last roll is lost. */
export function withRates<T extends RollSums>(sums: readonly T[]): (T & Roll)[] {
  let loss: number | undefined = 1;
  return [...sums]
    .reverse()
    .map((one): T & Roll => {
      const rate = one.balance > 0 ? one.migrated / one.balance : undefined;
      loss = rate === undefined || loss === undefined ? undefined : rate * loss;
      return { ...one, rate, loss, above: rate !== undefined && rate > 1 };
    })
    .reverse();
}

/** Written off by the bucket in which the invoice was at the month's beginning, `Not due` first, the last bucket last; then by month, by the place of its end in `days`. */
function writtenOffBy({ documents, settlements }: Ledger, days: readonly Day[], edges: readonly number[]): Float64Array[] {
  const sums = Array.from({ length: edges.length + 2 }, () => new Float64Array(days.length));
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    if (settlements.kind[s] !== WRITE_OFF || documents.amount[i]! <= 0 || documents.due[i] === NO_DAY) continue;
    const day = Math.max(settlements.day[s]!, documents.issued[i]!);
    const at = days.findIndex((end) => end >= day);
    if (at <= 0 || documents.issued[i]! > days[at - 1]!) continue; // issued and written off within the month: in no bucket at its beginning
    sums[dueColumn(edges, days[at - 1]! - documents.due[i]!)]![at]! += settlements.amount[s]!;
  }
  return sums;
}

function sum(values: Float64Array): number {
  return values.reduce((all, one) => all + one, 0);
}
