import type { Day } from "../values/day";
import { addDays, monthEnd, monthStart } from "../values/day";

/**
 * `count` days, the earliest first: `last` itself, and the ends of the months before its own. A day in mid-month stands for its
 * month so far, so that the last figure is the one that a cell beside shows for the same day.
 */
export function monthEndsTo(last: Day, count: number): Day[] {
  const days: Day[] = [last];
  while (days.length < count) days.push(monthEndBefore(days.at(-1)!));
  return days.reverse();
}

/** The last day by which a month had ended. */
export function lastMonthEnd(day: Day): Day {
  return monthEnd(day) === day ? day : monthEndBefore(day);
}

/** The end of the month before a day's own. */
export function monthEndBefore(day: Day): Day {
  return addDays(monthStart(day), -1);
}
