import { NO_CURRENCY, type Currency } from "./currency";

/**
 * Money as whole minor units (cents) of one currency. The currency travels beside it, in the ledger: amounts of two
 * currencies never meet in one column, so adding is plain addition, and exact.
 */
declare const minorBrand: unique symbol;
export type Minor = number & { readonly [minorBrand]: true };

/** The largest amount that adds up exactly: 2^53 - 1 minor units. */
export const LARGEST_MINOR = Number.MAX_SAFE_INTEGER;

const POWER = [1, 10, 100, 1000, 10000] as const;

/** Minor units in one unit of a currency: 100 for two decimals. */
export function scaleOf(exponent: number): number {
  return POWER[exponent] ?? 10 ** exponent;
}

/**
 * Units to minor units, half away from zero (Excel's ROUND). 1.005 in binary is a hair below; so the decimal text's
 * meaning is restored by rounding at 15 significant digits first. NaN where the amount does not fit whole minor units.
 */
export function toMinor(units: number, scale: number): Minor {
  const scaled = units * scale;
  const whole = Math.round(scaled);
  if (whole === scaled) return (Math.abs(whole) <= LARGEST_MINOR ? (whole === 0 ? 0 : whole) : NaN) as Minor;
  if (!(Math.abs(scaled) <= LARGEST_MINOR)) return NaN as Minor;
  const near = Number(Math.abs(scaled).toPrecision(15));
  const rounded = Math.floor(near + 0.5);
  return (scaled < 0 ? (rounded === 0 ? 0 : -rounded) : rounded) as Minor;
}

/** Half away from zero at so many decimals, at the fifteen digits that a file keeps: what a cell's ROUND says. */
export function roundedAt(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  const whole = Math.floor(scaled + 0.5) / 10 ** decimals;
  return value < 0 && whole !== 0 ? -whole : whole;
}

/** Minor units back to currency units, the number a cell shows. */
export function toUnits(minor: number, scale: number): number {
  return minor === 0 ? 0 : minor / scale;
}

/** `1,234,567.89`: for sentences. Grouped by thousands, the currency's own decimals; a view formats by its own locale. */
export function moneyText(minor: number, exponent: number): string {
  const scale = scaleOf(exponent);
  const whole = Math.abs(Math.round(minor));
  const units = Math.floor(whole / scale).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const cents = exponent === 0 ? "" : `.${String(whole % scale).padStart(exponent, "0")}`;
  return `${minor < 0 && whole !== 0 ? "-" : ""}${units}${cents}`;
}

/** The same with its currency behind it, where one is stated. */
export function moneySaid(minor: number, { exponent, currency }: { readonly exponent: number; readonly currency: Currency }): string {
  return currency === NO_CURRENCY ? moneyText(minor, exponent) : `${moneyText(minor, exponent)} ${currency}`;
}
