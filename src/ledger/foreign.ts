import type { Currency } from "../values/currency";
import { isoDay, NO_DAY, type Day } from "../values/day";
import { LARGEST_MINOR } from "../values/money";
import { heldIn, type Currencies, type KnownCurrency } from "./currencies";
import type { Foreign, Ledger, Settlements } from "./ledger";
import type { Draft } from "./sweep";

/** What a draft's money counts as flows of the ledger's currency; `foreign` where some of it is kept in its own. */
export interface Flows {
  readonly amount: Float64Array;
  readonly settlements: Settlements;
  readonly foreign: Foreign | undefined;
}

/**
 * Flows at the rate of their own day: a document's amount at that of its day of issue, a settlement at that of its own day.
 * One without a day counts at the document's. One dated before the first rate counts at that rate and is a doubt with its
 * money; it pays a document issued later. Everything before this is reckoned in each document's own currency: whether it is
 * paid in full, by what, and since when. A draft without rates that change passes as it is.
 */
export function flowsOf(draft: Draft, settlements: Settlements): Flows {
  const amount = draft.amount.subarray(0, draft.count);
  const { list } = draft.currencies;
  if (list.some(({ since }) => since > NO_DAY)) doubtEarlier(draft, settlements);
  if (list.every(({ table }) => table === undefined)) return { amount, settlements, foreign: undefined };
  const foreign = new KeptInOwn(draft.currencies, amount, settlements.amount);
  const { issued, currency } = draft;
  const { document, day } = settlements;
  const none: number = NO_DAY;
  return {
    amount: amount.map((minor, i) => foreign.restated(minor, currency[i]!, issued[i]! as Day)),
    settlements: {
      ...settlements,
      amount: settlements.amount.map((minor, s) => foreign.restated(minor, currency[document[s]!]!, (day[s] === none ? issued[document[s]!]! : day[s]!) as Day)),
    },
    foreign,
  };
}

/**
 * A closing day before the first rate needs no rate and no doubt: documents of those days were left out (NO_RATE), so that
 * nothing of that currency is open then.
 */
function doubtEarlier(draft: Draft, { count, document, day, amount }: Settlements): void {
  const { row, currency, currencies, issues } = draft;
  for (let s = 0; s < count; s++) {
    const i = document[s]!;
    if (day[s]! > NO_DAY && day[s]! < currencies.list[currency[i]!]!.since) issues.add("RATE_EARLIER", row[i]!, -1, isoDay(day[s]! as Day), amount[s]!, heldIn(draft, i));
  }
}

class KeptInOwn implements Foreign {
  readonly amount: Float64Array;
  readonly settled: Float64Array;
  readonly #list: readonly KnownCurrency[];
  readonly #currencies: Currencies;

  constructor(currencies: Currencies, amount: Float64Array, settled: Float64Array) {
    this.#currencies = currencies;
    this.#list = [...currencies.list];
    this.amount = amount;
    this.settled = settled;
  }

  isKept(currency: number): boolean {
    return this.#list[currency]!.table !== undefined;
  }

  restated(minor: number, currency: number, day: Day): number {
    const known = this.#list[currency]!;
    return known.table === undefined ? minor : this.#currencies.restated(minor, known, known.table.on(day));
  }
}

/** The most that a draft's money can come to on any day, its own currencies' units and the ledger's: Infinity where it cannot be told. */
export function mostMoney(draft: Draft, settlements: Settlements): number {
  const { count, amount, currency, currencies } = draft;
  const { list } = currencies;
  const sums = new Float64Array(list.length);
  for (let i = 0; i < count; i++) sums[currency[i]!]! += Math.abs(amount[i]!);
  for (let s = 0; s < settlements.count; s++) sums[currency[settlements.document[s]!]!]! += Math.abs(settlements.amount[s]!);
  const own = Math.max(...sums);
  const all = list.reduce((sum, known, place) => sum + (known.table === undefined ? sums[place]! : currencies.restated(Math.min(sums[place]!, LARGEST_MINOR), known, known.table.highest)), 0);
  return Number.isNaN(all) ? Infinity : Math.max(own, all);
}

/** Amounts and settlements that may be taken from each other: each document's in one currency, its own where it was kept. */
export function keptMoney({ documents, settlements, foreign }: Ledger): { readonly amount: Float64Array; readonly settled: Float64Array } {
  return foreign ?? { amount: documents.amount, settled: settlements.amount };
}

/** The currency of that money. */
export function keptIn({ documents, mixed, foreign, currencies, currency }: Ledger, document: number): Currency {
  const place = documents.currency[document]!;
  return mixed || foreign?.isKept(place) === true ? currencies[place]!.code : currency;
}
