import type { Currency } from "../values/currency";
import { NO_DAY, type Day } from "../values/day";
import type { Policy } from "./policy";

/** Units of the ledger's currency for one of another, from a day on. */
export interface DatedRate {
  readonly day: Day;
  readonly rate: number;
}

/** What one of a currency is worth in the ledger's by day: a rate holds until the next stated day, the last one for good. */
export class RateTable {
  readonly #days: Int32Array;
  readonly #rates: Float64Array;
  /** place of the rate asked for last: one day is asked for many documents */
  #at = 0;

  private constructor(days: Int32Array, rates: Float64Array) {
    this.#days = days;
    this.#rates = rates;
  }

  /** `always` (`rate.XXX`) holds for the days before the first of `dated` (days increasing); undefined: no rate at all. */
  static of(always: number | undefined, dated: readonly DatedRate[] = []): RateTable | undefined {
    const all = always === undefined ? dated : [{ day: NO_DAY, rate: always }, ...dated];
    return all.length === 0 ? undefined : new RateTable(Int32Array.from(all, ({ day }) => day), Float64Array.from(all, ({ rate }) => rate));
  }

  /** The first day with a rate; NO_DAY: every day has one. */
  get since(): Day {
    return this.#days[0]! as Day;
  }

  /** The rate of every day that has one, undefined where it changes. */
  get only(): number | undefined {
    const rate = this.#rates[0]!;
    return this.#rates.every((one) => one === rate) ? rate : undefined;
  }

  get highest(): number {
    return this.#rates.reduce((most, one) => Math.max(most, one), 0);
  }

  /** Days before the first stated one have its rate: who asks says so (RATE_EARLIER). */
  on(day: number): number {
    const days = this.#days;
    if (day < days[this.#at]! || day >= (days[this.#at + 1] ?? Infinity)) this.#at = this.#find(day);
    return this.#rates[this.#at]!;
  }

  #find(day: number): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#days[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** What one of each currency with a rate is worth on a day; before the first dated rate, at that. */
export function ratesOn({ rates, datedRates }: Pick<Policy, "rates" | "datedRates">, day: Day): ReadonlyMap<Currency, number> {
  if (datedRates.size === 0) return rates;
  return new Map([...new Set([...rates.keys(), ...datedRates.keys()])].map((code) => [code, RateTable.of(rates.get(code), datedRates.get(code))!.on(day)]));
}
