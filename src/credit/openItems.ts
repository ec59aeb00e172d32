import { lateShare, limitDay, type Outcomes } from "./outcomes";
import { SCORE } from "./policy";

/** An invoice of a buyer that is open at the end of a day, and what paying it then would make of it. */
export interface OpenItem {
  /** place in the ledger's documents */
  readonly document: number;
  /** past due by so many days, 0 = not past due; negative days to go are `daysToGo` */
  readonly daysOverdue: number;
  /** due day less the day: negative when past due */
  readonly daysToGo: number;
  /** past due and not yet late */
  readonly pending: boolean;
  /** paying makes it a known outcome, and a good one; a late one stays late */
  readonly becomesGood: boolean;
  /** how much of a late invoice it then counts: a near miss in part */
  readonly share: number;
  /** so much was written off that it never counts as paid */
  readonly lost: boolean;
}

export function openItems(outcomes: Outcomes, buyer: number, day: number): OpenItem[] {
  const items: OpenItem[] = [];
  for (let at = outcomes.from[buyer]!; at < outcomes.from[buyer + 1]!; at++) {
    const k = outcomes.byBuyer[at]!;
    if (outcomes.issued[k]! > day || outcomes.gone[k]! <= day) continue;
    const late = day > limitDay(outcomes, k);
    const lost = outcomes.lost?.[k] === 1;
    const daysOverdue = Math.max(0, day - outcomes.due[k]!);
    items.push({
      document: outcomes.document[k]!, daysOverdue, daysToGo: outcomes.due[k]! - day, lost,
      pending: daysOverdue > 0 && !late,
      becomesGood: !late && !lost,
      share: lateShare(day - limitDay(outcomes, k), outcomes.lateDays),
    });
  }
  return items;
}

/** What an open item has become so many days on, if it is still open: how much more it counts, and whether it is pending. */
export function whenOn({ daysToGo, daysOverdue, pending }: OpenItem, ahead: number, lateDays: number): { readonly newlyKnown: 0 | 1; readonly weightMore: number; readonly daysOverdue: number; readonly pending: boolean } {
  const then = Math.max(0, ahead - daysToGo);
  const before = daysOverdue > 0 && !pending ? countsWhenOpen(daysOverdue, lateDays) : 0;
  const after = countsWhenOpen(then, lateDays);
  return { newlyKnown: before === 0 && after > 0 ? 1 : 0, weightMore: after - before, daysOverdue: then, pending: then > 0 && then <= lateDays };
}

/** How much of a late invoice one counts that is open so many days past due. */
function countsWhenOpen(daysOverdue: number, lateDays: number): number {
  const past = daysOverdue - lateDays;
  return past <= 0 ? 0 : lateShare(past > SCORE.nearMissDays ? past : 1, lateDays);
}
