import { LAST_DAY, NO_DAY, type Day } from "../values/day";
import { heldIn } from "./currencies";
import type { Settlements } from "./ledger";
import type { Draft } from "./sweep";

/** A date so many days past the 99th percentile of all is taken for a slip of the pen and sets no last day. */
const OUTLYING_DAYS = 366;
const PERCENTILE = 0.99;

export interface LedgerDays {
  readonly first: Day;
  readonly last: Day;
  readonly lastIssued: Day;
}

/** First and last day of the ledger; dates beyond reason are a doubt and set neither. Counted by day, so that a million rows need no sort. */
export function ledgerDays(draft: Draft, settlements: Settlements): LedgerDays {
  const issued = spanOf(draft.issued, draft.count);
  const settled = spanOf(settlements.day, settlements.count);
  const last = Math.max(issued.last, settled.last);
  const asked = [[draft.issued, draft.count], [settlements.day, settlements.count]] as const;
  if (isVouchedFor(last - OUTLYING_DAYS, asked)) return { first: issued.first as Day, last: last as Day, lastIssued: issued.last as Day };
  const first = Math.min(issued.first, settled.first);
  const counts = new Int32Array(last - first + 1);
  const dates = countDays(draft.issued, draft.count, first, counts) + countDays(settlements.day, settlements.count, first, counts);
  const limit = first + percentileOf(counts, dates) + OUTLYING_DAYS;
  return { first: issued.first as Day, ...latest(draft, settlements, limit) };
}

/**
 * Do so many dates lie on or after the day that the percentile does too? Then no date outlies it, as in nearly every book.
 * Looked for from the end: sheets grow there. Counted as if every settlement had a date, which asks for more, never for less.
 */
function isVouchedFor(day: number, columns: readonly (readonly [days: Int32Array, count: number])[]): boolean {
  const dates = columns.reduce((sum, [, count]) => sum + count, 0);
  const wanted = dates - Math.floor((dates - 1) * PERCENTILE);
  let found = 0;
  for (const [days, count] of columns) for (let i = count - 1; i >= 0 && found < wanted; i--) if (days[i]! >= day) found++;
  return found >= wanted;
}

/** First and last of the days that are stated; where none is, the last possible and none. */
function spanOf(days: Int32Array, count: number): { readonly first: number; readonly last: number } {
  const none: number = NO_DAY;
  let first: number = LAST_DAY;
  let last = none;
  for (let i = 0; i < count; i++) {
    const day = days[i]!;
    if (day > last) last = day;
    if (day < first && day !== none) first = day;
  }
  return { first, last };
}

/** How many of the days are stated; each is counted in `counts`, from `first` on. */
function countDays(days: Int32Array, count: number, first: number, counts: Int32Array): number {
  const none: number = NO_DAY;
  let dates = 0;
  for (let i = 0; i < count; i++) {
    const day = days[i]!;
    if (day === none) continue;
    counts[day - first]!++;
    dates++;
  }
  return dates;
}

/** Days after the first; between two dates as PERCENTILE.INC has it: in a small book, too, one date beyond reason does not vouch for itself. */
function percentileOf(counts: Int32Array, dates: number): number {
  const rank = (dates - 1) * PERCENTILE;
  const below = ranked(counts, Math.floor(rank));
  return below + (ranked(counts, Math.ceil(rank)) - below) * (rank - Math.floor(rank));
}

/** Days after the first on which so many dates have gone by. */
function ranked(counts: Int32Array, rank: number): number {
  let seen = 0;
  for (let at = 0; at < counts.length; at++) {
    seen += counts[at]!;
    if (seen > rank) return at;
  }
  return counts.length - 1;
}

function latest(draft: Draft, settlements: Settlements, limit: number): { last: Day; lastIssued: Day } {
  const { issues, row, amount, issued } = draft;
  let lastIssued = 0;
  let last = 0;
  for (let i = 0; i < draft.count; i++) {
    const day = issued[i]!;
    if (day > limit) issues.add("DATE_FAR_AHEAD", row[i]!, -1, day, amount[i]!, heldIn(draft, i));
    else if (day > lastIssued) lastIssued = day;
  }
  for (let s = 0; s < settlements.count; s++) {
    const day = settlements.day[s]!;
    const i = settlements.document[s]!;
    if (day > limit) issues.add("DATE_FAR_AHEAD", row[i]!, -1, day, settlements.amount[s]!, heldIn(draft, i));
    else if (day > last) last = day;
  }
  return { last: Math.max(last, lastIssued) as Day, lastIssued: lastIssued as Day };
}
