/** Days counted as a worksheet counts them (45658 = 2025-01-01), worked out here from the platform's own calendar and not from ours. */
const EPOCH = Date.UTC(1899, 11, 30);
const MILLISECONDS = 86_400_000;

/** No day: nothing stated. */
export const NONE = 0;

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `2025-01-31` as a serial; throws on a date that does not exist. */
export function serial(iso: string): number {
  const day = Math.round((Date.parse(`${iso}T00:00:00Z`) - EPOCH) / MILLISECONDS);
  if (isoText(day) !== iso) throw new Error(`No such day: ${iso}`);
  return day;
}

export function civil(day: number): Civil {
  const date = new Date(EPOCH + day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function isoText(day: number): string {
  const { year, month, day: d } = civil(day);
  return `${year}-${two(month)}-${two(d)}`;
}

/** The last day of the month the day lies in. */
export function endOfMonth(day: number): number {
  const { year, month } = civil(day);
  return Math.round((Date.UTC(year, month, 0) - EPOCH) / MILLISECONDS);
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}
