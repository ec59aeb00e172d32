import { keptMoney } from "../ledger/foreign";
import type { Ledger } from "../ledger/ledger";
import type { Day } from "../values/day";

/** Days asked at once, increasing, and the place of the first on or after any day; `days.length` after the last. */
export class DaysAsked {
  readonly days: readonly Day[];
  readonly #first: number;
  readonly #last: number;
  /** by day from the first */
  readonly #slots: Int16Array;

  constructor(days: readonly Day[]) {
    this.days = days;
    this.#first = days[0]!;
    this.#last = days.at(-1)!;
    this.#slots = new Int16Array(this.#last - this.#first + 1);
    for (let day = this.#first, at = 0; day <= this.#last; day++) {
      this.#slots[day - this.#first] = at;
      if (day === days[at]) at++;
    }
  }

  get count(): number {
    return this.days.length;
  }

  slot(day: number): number {
    return day <= this.#first ? 0 : day > this.#last ? this.days.length : this.#slots[day - this.#first]!;
  }
}

/** So much of document `i` is open on the days asked from place `from` up to, not with, place `to`; minor units, never 0. */
export type OpenSpan = (i: number, balance: number, from: number, to: number) => void;

/**
 * What is open on many days, from one walk down documents and settlements side by side: each document's balance is told once
 * for as long as it stays the same, however many days that are. The balances are those of `position` on each day. In another
 * currency whose rates change every day is told by itself, at its own closing rate.
 */
export function sweepBalances(ledger: Ledger, asked: DaysAsked, buyer: number | undefined, tell: OpenSpan): void {
  const { documents, settlements, foreign } = ledger;
  const { count, issued, buyer: buyers, currency } = documents;
  const { count: settledCount, document, day } = settlements;
  const { amount, settled } = keptMoney(ledger);
  const { days, count: end } = asked;
  const tellSpan: OpenSpan = (i, balance, from, to) => {
    if (balance === 0 || from >= to) return;
    if (foreign?.isKept(currency[i]!) !== true) return tell(i, balance, from, to);
    for (let at = from; at < to; at++) {
      const restated = foreign.restated(balance, currency[i]!, days[at]!);
      if (restated !== 0) tell(i, restated, at, at + 1);
    }
  };
  const parts = new PartsByPlace();
  for (let i = 0, s = 0; i < count; i++) {
    const first = s;
    while (s < settledCount && document[s] === i) s++;
    if (buyer !== undefined && buyers[i] !== buyer) continue;
    let from = asked.slot(issued[i]!);
    if (from === end) continue;
    let balance = amount[i]!;
    if (s - first === 1) {
      const to = Math.max(from, asked.slot(day[first]!));
      tellSpan(i, balance, from, to);
      tellSpan(i, balance - settled[first]!, to, end);
      continue;
    }
    parts.clear();
    for (let k = first; k < s; k++) parts.add(asked.slot(day[k]!), settled[k]!);
    for (let k = 0; k < parts.count; k++) {
      const to = Math.max(from, parts.place[k]!);
      tellSpan(i, balance, from, to);
      balance -= parts.minor[k]!;
      from = to;
    }
    tellSpan(i, balance, from, end);
  }
}

/** Settlements of one document in the order of their places: few, and mostly in order already. */
class PartsByPlace {
  count = 0;
  readonly place: number[] = [];
  readonly minor: number[] = [];

  clear(): void {
    this.count = 0;
  }

  add(place: number, minor: number): void {
    let at = this.count++;
    for (; at > 0 && this.place[at - 1]! > place; at--) {
      this.place[at] = this.place[at - 1]!;
      this.minor[at] = this.minor[at - 1]!;
    }
    this.place[at] = place;
    this.minor[at] = minor;
  }
}

/** A sum by day asked: what is added counts from one place up to, not with, another. `total` once all is in. */
export class SpanSum {
  readonly #steps: Float64Array;

  constructor(count: number) {
    this.#steps = new Float64Array(count + 1);
  }

  add(amount: number, from: number, to: number): void {
    this.#steps[from]! += amount;
    this.#steps[to]! -= amount;
  }

  totals(): Float64Array {
    const sums = this.#steps.slice(0, -1);
    for (let at = 1; at < sums.length; at++) sums[at]! += sums[at - 1]!;
    return sums;
  }
}
