import { startsFormula } from "../values/cell";
import type { Buyers } from "./ledger";

/** Spaces and widths that do not tell two buyers apart; leading zeros and case do. */
export function buyerText(text: string): string {
  return isPlain(text) ? text : unmarked(text.normalize("NFKC").trim().replace(/\s+/g, " "));
}

/** Nothing to trim, widen or take off: ASCII without an apostrophe in front, or more than one space together. */
function isPlain(text: string): boolean {
  const { length } = text;
  let last = 32;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 126 || unit < 32 || (unit === 32 && last === 32) || (unit === 39 && at === 0)) return false;
    last = unit;
  }
  return last !== 32;
}

/** Without the apostrophe that keeps a text from being taken for a formula or a number; `'t Hoen` has none such. */
export function unmarked(text: string): string {
  return isMarked(text) ? text.slice(1) : text;
}

/** As a sheet should hold it: marked as text where a host would make a formula or a number of it. */
export function marked(text: string): string {
  return startsFormula(text) || NUMERIC.test(text) || isMarked(text) ? `'${text}` : text;
}

const NUMERIC = /^\d[\d.,/-]*$/;

function isMarked(text: string): boolean {
  if (text.charCodeAt(0) !== 39) return false;
  let at = 1;
  while (text.charCodeAt(at) === 39) at++;
  const rest = text.slice(at);
  return startsFormula(rest) || NUMERIC.test(rest);
}

/** What finds a buyer by what somebody typed: case does not matter there. */
export function foldedText(text: string): string {
  return buyerText(text).toUpperCase().toLowerCase(); // upper first: it unfolds what lower case leaves apart, such as ß
}

interface Names {
  first: string;
  firstCount: number;
  others: Map<string, number> | undefined;
}

/** Buyers as the rows name them: by id where the sheet has ids, else by name. */
export class BuyerList {
  /** texts as the rows have them: of ids that need normalising, and of names */
  readonly #idTexts = new Map<string, number>();
  readonly #nameTexts = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #names: Names[] = [];
  #lastText = "";
  #lastById = false;
  #last = -1;

  get count(): number {
    return this.#ids.length;
  }

  /** as the rows write them, "" for a buyer that is known by name alone */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** Place of the buyer with this id text (or this name, when `id` is false). Each raw text is normalised once. */
  place(text: string, id: boolean): number {
    if (text === this.#lastText && id === this.#lastById && this.#last >= 0) return this.#last;
    const plain = id && isPlain(text);
    const texts = plain ? this.#byKey : id ? this.#idTexts : this.#nameTexts;
    let place = texts.get(text);
    if (place === undefined) {
      const spelt = plain ? text : buyerText(text);
      const key = id ? spelt : `\u0000${foldedText(spelt)}`; // names are compared without regard to case, ids are not
      place = this.#byKey.get(key);
      if (place === undefined) {
        place = this.#ids.push(id ? spelt : "") - 1;
        this.#names.push({ first: id ? "" : spelt, firstCount: 0, others: undefined });
        this.#byKey.set(key, place);
      }
      if (!plain) texts.set(text, place);
    }
    this.#lastText = text;
    this.#lastById = id;
    this.#last = place;
    return place;
  }

  /** One more row spells this buyer's name so. */
  named(place: number, spelling: string): void {
    const names = this.#names[place]!;
    if (names.first === "") names.first = spelling;
    if (names.first === spelling) names.firstCount++;
    else {
      names.others ??= new Map();
      names.others.set(spelling, (names.others.get(spelling) ?? 0) + 1);
    }
  }

  buyers(facts: readonly (ReadonlyMap<string, string | number> | undefined)[]): Buyers {
    const name = this.#names.map((names, at) => mostFrequent(names) || this.#ids[at]!);
    return { count: this.count, id: this.#ids, name, facts: this.#ids.map((_, at) => facts[at]), spellings: this.#spellings() };
  }

  /** The buyer of this id, else of this name, as the sheets beside the ledger write them. */
  find(text: string): number | undefined {
    return this.#byKey.get(buyerText(text)) ?? this.#byKey.get(`\u0000${foldedText(text)}`);
  }

  #spellings(): ReadonlyMap<string, readonly number[]> {
    const places = new Map<string, number[]>();
    this.#names.forEach((names, place) => {
      if (names.first === "") return;
      const spellings = new Set([names.first, ...(names.others?.keys() ?? [])].map(foldedText));
      for (const text of spellings) if (text !== "") places.set(text, [...(places.get(text) ?? []), place]);
    });
    return places;
  }
}

/** The most frequent spelling, then the first by alphabet. */
function mostFrequent(names: Names): string {
  if (names.others === undefined) return buyerText(names.first);
  const counts = new Map<string, number>();
  for (const [spelling, count] of [[names.first, names.firstCount] as const, ...(names.others ?? [])]) {
    const text = buyerText(spelling);
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + count);
  }
  let best = "";
  let most = -1;
  for (const [text, count] of counts) {
    if (count > most || (count === most && text < best)) {
      best = text;
      most = count;
    }
  }
  return best;
}
