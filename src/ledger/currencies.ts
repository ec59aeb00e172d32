import { exponentOf, isCurrency, NO_CURRENCY, type Currency } from "../values/currency";
import { NO_DAY, type Day } from "../values/day";
import { scaleOf, toMinor } from "../values/money";
import { currencyWord } from "./kinds";
import type { Policy } from "./policy";
import { RateTable } from "./rates";

/** How a row's currency is written, kept and brought into the ledger's own. */
export interface KnownCurrency {
  readonly code: Currency;
  /** the currency in which the reading holds its rows' money: its own, or the ledger's where one rate holds for all days */
  readonly held: Currency;
  /** minor units in one unit of the row's own currency */
  readonly scale: number;
  readonly exponent: number;
  /** what an amount is multiplied by when it is read: 1 where it stays in its own currency; NaN: nobody said, the row is left out */
  readonly rate: number;
  /** rates that change: the rows stay in their own currency, and what each comes to depends on the day (`foreign.ts`) */
  readonly table: RateTable | undefined;
  /** the first day with a rate; NO_DAY: every day has one */
  readonly since: Day;
  /** place in the ledger's list of currencies */
  place: number;
  documents: number;
  /** minor units of `held` */
  minor: number;
}

/** How a currency's money is brought into the ledger's. */
type Conversion = Pick<KnownCurrency, "held" | "rate" | "table" | "since">;

/** The currency in which the reading holds a document's money. */
export function heldIn({ currencies, currency }: { readonly currencies: Currencies; readonly currency: Uint8Array }, document: number): Currency {
  return currencies.list[currency[document]!]!.held;
}

/** Currencies of a sheet; each text is looked up once. */
export class Currencies {
  readonly list: KnownCurrency[] = [];
  readonly #byText = new Map<string, KnownCurrency>();
  readonly #byCode = new Map<string, KnownCurrency>();
  readonly #policy: Policy;
  readonly #scale: number;
  readonly unknown = new Set<string>();

  readonly #stated: boolean;

  readonly #title: string | undefined;

  /**
   * `stated`: some row of the sheet names a currency, so that a row without one is not in the chosen one by silence.
   * `title`: the currency of a sheet that names it above its rows and has no column for it
   */
  constructor(policy: Policy, stated: boolean, title?: string) {
    this.#policy = policy;
    this.#scale = scaleOf(exponentOf(policy.currency ?? NO_CURRENCY));
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

  /** Minor units of a currency at a rate, as whole minor units of the ledger's: rounded once. NaN where they do not fit. */
  restated(minor: number, { scale }: KnownCurrency, rate: number): number {
    return toMinor((minor / scale) * rate, this.#scale);
  }

  /**
   * Money of another currency as minor units of the one that a document is held in, at the policy's rates of a day; undefined
   * where one of them has none on that day.
   */
  exchanged(units: number, from: Currency, into: KnownCurrency, day: Day): number | undefined {
    const isLedgers = into.held === this.#policy.currency;
    const [given, taken] = [this.#rateOn(from, day), isLedgers ? 1 : this.#rateOn(into.code, day)];
    return given === undefined || taken === undefined ? undefined : toMinor((units * given) / taken, isLedgers ? this.#scale : into.scale);
  }

  #rateOn(code: Currency, day: Day): number | undefined {
    const { currency, rates, datedRates } = this.#policy;
    if (currency === undefined || code === currency) return currency === undefined ? undefined : 1;
    const table = RateTable.of(rates.get(code), datedRates.get(code));
    return table === undefined || day < table.since ? undefined : table.on(day);
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
      found = { code, exponent, scale: scaleOf(exponent), ...this.#conversion(code), place: this.list.length, documents: 0, minor: 0 };
      this.#byCode.set(code, found);
      this.list.push(found);
    }
    return found;
  }

  /**
   * Without a chosen currency every row keeps its own. A sheet that states none is taken to be in the chosen one. Only the
   * policy's rates convert: a column of exchange rates in the sheet (field `rate`) does not say of which day it is and into what.
   */
  #conversion(code: Currency): Conversion {
    const { currency, rates, datedRates } = this.#policy;
    if (currency === undefined || code === currency || (code === NO_CURRENCY && !this.#stated)) return { ...OWN, held: code };
    const table = RateTable.of(rates.get(code), datedRates.get(code));
    if (table === undefined) return unrated(code);
    const { only, since } = table;
    return only === undefined ? { held: code, rate: 1, table, since } : { held: only === 1 ? code : currency, rate: only, table: undefined, since };
  }
}

const OWN = { rate: 1, table: undefined, since: NO_DAY };

function unrated(code: Currency): Conversion {
  return { held: code, rate: NaN, table: undefined, since: NO_DAY };
}

/** The currency as it is for a document of that day: before its first rate it has none, and its money stays its own. */
export function forDocumentOf(day: number, known: KnownCurrency): KnownCurrency {
  return day > NO_DAY && day < known.since ? { ...known, ...unrated(known.code) } : known;
}
