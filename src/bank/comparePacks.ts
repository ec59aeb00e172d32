import { addDays, monthEnd, NO_DAY, type Day } from "../values/day";

/** A line of a pack's tape, as this month's or last month's pack has it. Money in minor units. */
export interface TapeLine {
  readonly number: string;
  readonly buyer: string;
  readonly issued: Day;
  /** NO_DAY = none */
  readonly due: Day;
  readonly open: number;
}

/** An invoice that stands in both packs with another day. */
export interface MovedLine {
  readonly before: TapeLine;
  readonly now: TapeLine;
}

/** An invoice that is gone and another that stands for it. */
export interface RebilledLine {
  readonly gone: TapeLine;
  readonly anew: TapeLine;
}

/** So many more invoices, by money, in the last days of a month than its days would bring. */
export interface MonthEndCluster {
  readonly monthEnd: Day;
  /** minor units issued in the last days, and in the whole month */
  readonly last: number;
  readonly month: number;
  readonly share: number;
}

export interface PackComparison {
  /** the day of issue is later than it was: the invoice looks younger */
  readonly reaged: readonly MovedLine[];
  /** the due day is later, the day of issue the same: it looks less overdue */
  readonly movedDue: readonly MovedLine[];
  /** gone since, and a new number of the same buyer and money */
  readonly rebilled: readonly RebilledLine[];
  readonly clusters: readonly MonthEndCluster[];
}

/** Days before the end of a month that are looked at, and the share of the month's money there that stands out: three times the share of days ([DESIGN]). */
const LAST_DAYS = 3;
const STANDS_OUT = 0.3;
/** Fewer invoices in a month say nothing. */
const FEWEST = 5;

/**
 * Last month's tape against this month's: what a field examiner looks for first. Lines are matched by buyer and number. A new line
 * stands for a gone one when both are of one buyer and one amount and it was issued after the earlier pack's day; each stands for one.
 * Clusters are looked for in this month's tape, in months that are over.
 */
export function comparePacks(before: readonly TapeLine[], now: readonly TapeLine[], day: Day): PackComparison {
  const earlier = new Map(before.map((line) => [keyOf(line), line]));
  const current = new Set(now.map(keyOf));
  const moved = now.flatMap((line): MovedLine[] => {
    const was = earlier.get(keyOf(line));
    return was === undefined ? [] : [{ before: was, now: line }];
  });
  return {
    reaged: moved.filter((one) => one.now.issued > one.before.issued),
    movedDue: moved.filter((one) => one.now.issued === one.before.issued && one.before.due !== NO_DAY && (one.now.due > one.before.due || one.now.due === NO_DAY)),
    rebilled: rebilledIn(before.filter((line) => line.open > 0 && !current.has(keyOf(line))), now.filter((line) => line.open > 0 && !earlier.has(keyOf(line)))),
    clusters: clustersIn(now, day),
  };
}

function keyOf({ buyer, number }: TapeLine): string {
  return JSON.stringify([buyer, number]);
}

function rebilledIn(gone: readonly TapeLine[], fresh: readonly TapeLine[]): RebilledLine[] {
  const waiting = new Map<string, TapeLine[]>();
  for (const line of gone) {
    const key = JSON.stringify([line.buyer, line.open]);
    const own = waiting.get(key);
    if (own === undefined) waiting.set(key, [line]);
    else own.push(line);
  }
  return [...fresh].sort((a, b) => a.issued - b.issued).flatMap((anew): RebilledLine[] => {
    const own = waiting.get(JSON.stringify([anew.buyer, anew.open])) ?? [];
    const at = own.findIndex((line) => line.issued < anew.issued);
    return at < 0 ? [] : [{ gone: own.splice(at, 1)[0]!, anew }];
  });
}

function clustersIn(lines: readonly TapeLine[], day: Day): MonthEndCluster[] {
  const months = new Map<Day, { count: number; month: number; last: number }>();
  for (const { issued, open } of lines) {
    if (open <= 0) continue;
    const end = monthEnd(issued);
    const sums = months.get(end) ?? { count: 0, month: 0, last: 0 };
    months.set(end, { count: sums.count + 1, month: sums.month + open, last: sums.last + (issued > addDays(end, -LAST_DAYS) ? open : 0) });
  }
  return [...months].filter(([end, { count, month, last }]) => end <= day && count >= FEWEST && last > STANDS_OUT * month).map(([end, { month, last }]) => ({ monthEnd: end, last, month, share: last / month })).sort((a, b) => b.monthEnd - a.monthEnd);
}
