/**
 * A civil date, without time or zone, counted as Excel's 1900-system serial (45658 = 2025-01-01).
 * Right from 1900-03-01 (61) on; earlier serials carry Excel's fictitious 29 February 1900 and are refused where dates are read.
 * Ranges of days are half-open, `[from, to)`, unless a name says otherwise.
 */
declare const dayBrand: unique symbol;
export type Day = number & { readonly [dayBrand]: true };

/** No day: what a typed column holds where the sheet is blank. Never a real date (serial 0). */
export const NO_DAY = 0 as Day;

/** 1990-01-01 and 2200-12-31: days outside are doubtful in a ledger of our time (methods.md K4). */
export const FIRST_DAY = 32874 as Day;
export const LAST_DAY = 109939 as Day;

export interface Civil {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** Days before each month in a year that begins on 1 March; Howard Hinnant's days_from_civil. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468 + 25569) as Day;
}

export function civilOf(day: Day): Civil {
  const z = day - 25569 + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a date that exists, or undefined (31 June, month 13). */
export function dayIfReal(year: number, month: number, day: number): Day | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  if (year >= YEAR_OF_TABLE && year < YEAR_OF_TABLE + YEARS_IN_TABLE) {
    const at = (year - YEAR_OF_TABLE) * 12 + month - 1;
    const found = FIRST_OF_MONTH[at]! + day - 1;
    return found < FIRST_OF_MONTH[at + 1]! ? (found as Day) : undefined;
  }
  return day <= daysInMonth(year, month) ? dayOf(year, month, day) : undefined;
}

/** The days that dates are read to every day, at hand. */
const YEAR_OF_TABLE = 1990, YEARS_IN_TABLE = 60;
const FIRST_OF_MONTH = Int32Array.from({ length: YEARS_IN_TABLE * 12 + 1 }, (_, at) => dayOf(YEAR_OF_TABLE + Math.floor(at / 12), (at % 12) + 1, 1));

/** `2025-01-31` */
export function isoDay(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${d < 10 ? "0" : ""}${d}`;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The same date so many months on, clamped to the month's last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: d } = civilOf(day);
  const at = year * 12 + (month - 1) + months;
  const y = Math.floor(at / 12);
  const m = at - y * 12 + 1;
  return dayOf(y, m, Math.min(d, daysInMonth(y, m)));
}

export function monthEnd(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}

export function monthStart(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, 1);
}
