import { FIRST_DAY, LAST_DAY, NO_DAY, type Day } from "../values/day";
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
  const counts = new Int32Array(LAST_DAY - FIRST_DAY + 1);
  let dates = 0;
  let first = LAST_DAY as number;
  for (let i = 0; i < draft.count; i++) {
    const day = draft.issued[i]!;
    counts[day - FIRST_DAY]!++;
    dates++;
    if (day < first) first = day;
  }
  for (let s = 0; s < settlements.count; s++) {
    const day = settlements.day[s]!;
    if (day === NO_DAY) continue;
    counts[day - FIRST_DAY]!++;
    dates++;
  }
  const limit = percentileDay(counts, dates) + OUTLYING_DAYS;
  return { first: first as Day, ...latest(draft, settlements, limit) };
}

/** Between two dates as PERCENTILE.INC has it: in a small book, too, one date beyond reason does not vouch for itself. */
function percentileDay(counts: Int32Array, dates: number): number {
  const rank = (dates - 1) * PERCENTILE;
  const below = ranked(counts, Math.floor(rank));
  return below + (ranked(counts, Math.ceil(rank)) - below) * (rank - Math.floor(rank));
}

function ranked(counts: Int32Array, rank: number): number {
  let seen = 0;
  for (let at = 0; at < counts.length; at++) {
    seen += counts[at]!;
    if (seen > rank) return at + FIRST_DAY;
  }
  return LAST_DAY;
}

function latest(draft: Draft, settlements: Settlements, limit: number): { last: Day; lastIssued: Day } {
  const { issues, row, amount, issued } = draft;
  let lastIssued = 0;
  let last = 0;
  for (let i = 0; i < draft.count; i++) {
    const day = issued[i]!;
    if (day > limit) issues.add("DATE_FAR_AHEAD", row[i]!, -1, day, amount[i]!, codeOf(draft, i));
    else if (day > lastIssued) lastIssued = day;
  }
  for (let s = 0; s < settlements.count; s++) {
    const day = settlements.day[s]!;
    const i = settlements.document[s]!;
    if (day > limit) issues.add("DATE_FAR_AHEAD", row[i]!, -1, day, settlements.amount[s]!, codeOf(draft, i));
    else if (day > last) last = day;
  }
  return { last: Math.max(last, lastIssued) as Day, lastIssued: lastIssued as Day };
}

function codeOf(draft: Draft, i: number): string {
  return draft.currencies.list[draft.currency[i]!]!.code;
}
