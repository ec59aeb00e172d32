import { exponentOf, isCurrency, NO_CURRENCY, type Currency } from "../values/currency";
import { scaleOf } from "../values/money";
import { currencyWord } from "./kinds";
import type { Policy } from "./policy";

/** How a row's currency is written, kept and brought into the ledger's own. */
export interface KnownCurrency {
  readonly code: Currency;
  /** minor units in one unit of the row's own currency */
  readonly scale: number;
  readonly exponent: number;
  /** units of the ledger's currency for one of the row's; NaN: nobody said, the row is left out */
  readonly rate: number;
  /** place in the ledger's list of currencies */
  place: number;
  documents: number;
  minor: number;
}

/** Currencies of a sheet; each text is looked up once. */
export class Currencies {
  readonly list: KnownCurrency[] = [];
  readonly #byText = new Map<string, KnownCurrency>();
  readonly #byCode = new Map<string, KnownCurrency>();
  readonly #policy: Policy;
  readonly unknown = new Set<string>();

  readonly #stated: boolean;

  readonly #title: string | undefined;

  /**
   * `stated`: some row of the sheet names a currency, so that a row without one is not in the chosen one by silence.
   * `title`: the currency of a sheet that names it above its rows and has no column for it
   */
  constructor(policy: Policy, stated: boolean, title?: string) {
    this.#policy = policy;
    this.#stated = stated;
    this.#title = title;
  }

  /** The currency a cell's text names; an unknown word counts as none stated. */
  of(text: string): KnownCurrency {
    let found = this.#byText.get(text);
    if (found === undefined) {
      const word = text.trim() === "" ? (this.#title ?? NO_CURRENCY) : currencyWord(text);
      const known = isCurrency(word);
      if (!known) this.unknown.add(text);
      found = this.#code(known ? word : NO_CURRENCY);
      this.#byText.set(text, found);
    }
    return found;
  }

  /** Most documents first, then by code, whatever the order of the rows; gives the new place of each old one. */
  rank(): readonly number[] {
    const before = [...this.list];
    this.list.sort((a, b) => b.documents - a.documents || (a.code < b.code ? -1 : 1));
    this.list.forEach((one, place) => { one.place = place; });
    return before.map((one) => one.place);
  }

  #code(code: Currency): KnownCurrency {
    let found = this.#byCode.get(code);
    if (found === undefined) {
      const exponent = exponentOf(code);
      found = { code, exponent, scale: scaleOf(exponent), rate: this.#rate(code), place: this.list.length, documents: 0, minor: 0 };
      this.#byCode.set(code, found);
      this.list.push(found);
    }
    return found;
  }

  /** Without a chosen currency every row keeps its own. A sheet that states none is taken to be in the chosen one. */
  #rate(code: Currency): number {
    const { currency, rates } = this.#policy;
    if (currency === undefined || code === currency || (code === NO_CURRENCY && !this.#stated)) return 1;
    return rates.get(code) ?? NaN;
  }
}
