import { addMonths, civilOf, daysInMonth, dayOf, monthEnd, NO_DAY, type Day } from "../values/day";
import type { Policy } from "./policy";
import { readTerms, type Terms } from "./termsText";

/**
 * What a terms text says: by the policy's table of codes first (`terms.CODE`: days, or terms in words), else as it plainly
 * states. Undefined: nobody explained it. A sheet has few different terms: each is asked for once.
 */
export function termsOf(text: string, policy: Policy): Terms | undefined {
  const told = policy.terms.get(text.normalize("NFKC").trim().toUpperCase());
  if (told === undefined) return readTerms(text);
  return typeof told === "number" ? { days: told, eom: "none" } : readTerms(told);
}

/**
 * The due day by these terms, counted from the invoice's day, or from a baseline date where the sheet has one (SAP's ZFBDT,
 * which is no due date itself). Methods.md 0.3: EOM+30 and 30 EOM differ; months are clamped.
 */
export function dueBy(terms: Terms, from: Day): Day {
  const { days, eom, months, dayOfMonth } = terms;
  if (dayOfMonth !== undefined) return onDayOfMonth(addMonths(from, months ?? 0), dayOfMonth);
  if (months !== undefined) return addMonths(from, months);
  if (eom === "before") return (monthEnd(from) + days) as Day;
  return eom === "after" ? monthEnd((from + days) as Day) : ((from + days) as Day);
}

function onDayOfMonth(day: Day, dayOfMonth: number): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

/** The due day by a terms text; undefined where the text says nothing that is understood, or no day is given to count from. */
export function dueFrom(termsText: string, from: Day, policy: Policy): Day | undefined {
  const terms = from > NO_DAY ? termsOf(termsText, policy) : undefined;
  return terms === undefined ? undefined : dueBy(terms, from);
}

/** Days off that are none of Saturday and Sunday, each with the next working day after it. */
export type DaysOff = ReadonlyMap<number, number>;

/** In one pass from the last holiday back, so that a long run of them costs no more than its length. */
export function daysOff(holidays: readonly number[]): DaysOff {
  const next = new Map<number, number>();
  for (const day of [...holidays].sort((a, b) => b - a)) next.set(day, rolled(day + 1, next));
  return next;
}

/** The due day moved to the next working day: Saturday, Sunday and the policy's holidays are none. */
export function rolled(day: number, holidays: DaysOff): number {
  const weekday = day % 7; // serial 7 was a Saturday
  const at = weekday === 0 ? day + 2 : weekday === 1 ? day + 1 : day;
  return holidays.get(at) ?? at;
}
