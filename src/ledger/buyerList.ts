import type { Buyers } from "./ledger";

/** Spaces and widths that do not tell two buyers apart; leading zeros and case do. */
export function buyerText(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ");
}

/** What finds a buyer by what somebody typed: case does not matter there. */
export function foldedText(text: string): string {
  return buyerText(text).toLowerCase();
}

interface Names {
  first: string;
  firstCount: number;
  others: Map<string, number> | undefined;
}

/** Buyers as the rows name them: by id where the sheet has ids, else by name. */
export class BuyerList {
  readonly #byText = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #names: Names[] = [];
  #lastText = "";
  #last = -1;

  get count(): number {
    return this.#ids.length;
  }

  /** Place of the buyer with this id text (or this name, when `id` is false). Each raw text is normalised once. */
  place(text: string, id: boolean): number {
    if (text === this.#lastText && this.#last >= 0) return this.#last;
    let place = this.#byText.get(text);
    if (place === undefined) {
      const key = buyerText(text);
      place = this.#byKey.get(key);
      if (place === undefined) {
        place = this.#ids.push(id ? key : "") - 1;
        this.#names.push({ first: id ? "" : key, firstCount: 0, others: undefined });
        this.#byKey.set(key, place);
      }
      this.#byText.set(text, place);
    }
    this.#lastText = text;
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
    return { count: this.count, id: this.#ids, name, facts: this.#ids.map((_, at) => facts[at]) };
  }

  /** Every key with its place, for the sheets that name buyers beside the ledger. */
  keys(): ReadonlyMap<string, number> {
    return this.#byKey;
  }
}

/** The most frequent spelling, then the first by alphabet. */
function mostFrequent(names: Names): string {
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
