import type { Ledger } from "../ledger/ledger";
import { ratesOn } from "../ledger/rates";
import type { Reading } from "../ledger/reading";
import { exponentOf, NO_CURRENCY, type Currency } from "../values/currency";
import { scaleOf, toMinor } from "../values/money";
import { balanceMoney } from "./balanceMoney";
import { position, type Position } from "./position";

/**
 * What restated documents say in their own currency, counted one to one: 100 USD as 100 of the ledger's units, in its minor
 * units. Exact where the sheet was read whole (`readWholeSheet`), or the ledger keeps it; else worked back through the policy's rate.
 */
export class OwnMoney {
  readonly #position: Position;
  readonly #whole: Ledger | undefined;
  readonly #wholeAt: Int32Array;
  readonly #scale: number;
  /** closing rate by place of the currency, NaN for the ledger's own */
  readonly #rates: readonly number[];

  constructor(at: Position, { policy }: Pick<Reading, "policy">, whole: Ledger | undefined) {
    const { ledger } = at;
    this.#position = at;
    this.#scale = scaleOf(ledger.exponent);
    const rates = ratesOn(policy, at.day);
    this.#rates = ledger.currencies.map(({ code }) => (code === ledger.currency ? NaN : (rates.get(code) ?? NaN)));
    this.#whole = this.foreign.length > 0 ? whole : undefined;
    this.#wholeAt = this.#whole === undefined ? new Int32Array(0) : placesByRow(this.#whole);
  }

  /** Currencies of documents that were restated. */
  get foreign(): readonly { readonly code: Currency; readonly rate: number }[] {
    return this.#position.ledger.currencies.map(({ code }, place) => ({ code, rate: this.#rates[place]! })).filter(({ rate }) => !Number.isNaN(rate));
  }

  isForeign(i: number): boolean {
    return !Number.isNaN(this.#rates[this.#position.ledger.documents.currency[i]!] ?? NaN);
  }

  /** A part of document `i`, ledger's minor units at the closing rate, as its own currency counts it. */
  oneToOne(i: number, minor: number): number {
    if (minor === 0 || !this.isForeign(i)) return minor;
    const amount = balanceMoney(this.#position).amount[i]!;
    const own = this.#ownAmount(i);
    return minor === amount ? own : amount === 0 ? minor : Math.round((minor * own) / amount);
  }

  /** What is open of document `i`. */
  openOneToOne(i: number): number {
    const open = this.#position.open[i]!;
    const at = this.#place(i);
    return at < 0 || !this.isForeign(i) ? this.oneToOne(i, open) : unitsOf(this.#whole!, at, position(this.#whole!, this.#position.day).open[at]!, this.#scale);
  }

  #ownAmount(i: number): number {
    const { ledger } = this.#position;
    const { documents, foreign } = ledger;
    if (foreign?.isKept(documents.currency[i]!) === true) return unitsOf(ledger, i, foreign.amount[i]!, this.#scale);
    const at = this.#place(i);
    return at < 0 ? Math.round(documents.amount[i]! / this.#rates[documents.currency[i]!]!) : unitsOf(this.#whole!, at, this.#whole!.documents.amount[at]!, this.#scale);
  }

  #place(i: number): number {
    return (this.#wholeAt[this.#position.ledger.documents.row[i]!] ?? 0) - 1;
  }
}

/** Minor units of a document's own currency as the same number of units at another scale. */
export function unitsOf(ledger: Ledger, i: number, minor: number, scale: number): number {
  const own = scaleOf(exponentOf(ledger.currencies[ledger.documents.currency[i]!]?.code ?? NO_CURRENCY));
  return own === scale ? minor : toMinor(minor / own, scale);
}

/** Place of the document in each row, from 1; 0 where there is none. */
function placesByRow({ documents }: Ledger): Int32Array {
  const places = new Int32Array(documents.row.reduce((most, row) => Math.max(most, row), 0) + 1);
  for (let i = 0; i < documents.count; i++) places[documents.row[i]!] = i + 1;
  return places;
}
