import { heldIn } from "./currencies";
import { bitsFor } from "./sieve";
import type { Draft } from "./sweep";

/** Bits a document in the first sieve: 1 or 2 in 100 documents pass it by chance, and the second looks at those alone. */
const SIEVE = 32;
const FINE_SIEVE = 256;

/** Documents of one key: the place of the only one, or of the first of each sort by number. */
type Likes = number | Map<string, number[]>;

/** What tells documents apart, and where a doubt about one goes. */
export type Compared = Pick<Draft, "count" | "row" | "buyer" | "kind" | "issued" | "due" | "amount" | "currency" | "number" | "currencies" | "issues">;

/** How often a document was met: kept in all, kept before the block at hand, and met in that block. */
interface Met {
  kept: number;
  before: number;
  block: number;
  here: number;
}

/**
 * The same document twice is a doubt, and both are kept; in `column` stands its number, and a sheet without numbers (-1) has
 * none that is the same as another. No figure needs it: it is looked for when somebody asks what is doubtful.
 */
export function doubtDuplicates(draft: Compared, column: number): void {
  if (column < 0) return;
  for (const i of new Duplicates(draft, []).found().again) doubtTwin("DUPLICATE", draft, column, i);
}

/** A document that is the same as one before it. */
export function doubtTwin(code: string, draft: Compared, column: number, i: number): void {
  draft.issues.add(code, draft.row[i]!, column, draft.number.at(i), draft.amount[i]!, heldIn(draft, i));
}

/** Documents that were met before. */
export interface Twins {
  /** once more in the same block, or more often in it than in those before: kept */
  readonly again: readonly number[];
  /** in a block before this one, and counted there */
  readonly elsewhere: readonly number[];
}

/**
 * The same document twice (number, buyer, type, both dates, amount, currency). Nearly no document is: so a sieve of bits
 * says for most, by everything but the number, that nothing like it came before, and only what is left is compared. The
 * number itself is a text far away in memory, and is looked at last.
 */
export class Duplicates {
  readonly #draft: Compared;
  readonly #seams: readonly number[];
  readonly #met = new Map<number, Met>();

  /** `seams`: 0-based rows at which another block of a joined table begins */
  constructor(draft: Compared, seams: readonly number[]) {
    this.#draft = draft;
    this.#seams = seams;
  }

  /** Documents that may be like one before them. */
  #suspects(): readonly number[] {
    const suspects: number[] = [];
    const { buyer, issued, due, amount, count } = this.#draft;
    const mask = bitsFor(count * SIEVE) - 1;
    const sieve = new Int32Array((mask + 1) / 32);
    for (let i = 0; i < count; i++) {
      const at = keyOf(buyer[i]!, issued[i]!, due[i]!, amount[i]!) & mask;
      const word = sieve[at >>> 5]!;
      const bit = 1 << (at & 31);
      if ((word & bit) !== 0) suspects.push(i);
      else sieve[at >>> 5] = word | bit;
    }
    return suspects;
  }

  /** Every document that was met before, in the order of the sheet. */
  found(): Twins {
    const again: number[] = [];
    const elsewhere: number[] = [];
    const suspects = this.#suspects();
    if (suspects.length === 0) return { again, elsewhere };
    const { number, buyer, issued, due, amount, count } = this.#draft;
    const mask = bitsFor(suspects.length * FINE_SIEVE) - 1;
    const fine = new Int32Array((mask + 1) / 32);
    for (const i of suspects) {
      const at = keyOf(buyer[i]!, issued[i]!, due[i]!, amount[i]!) & mask;
      fine[at >>> 5]! |= 1 << (at & 31);
    }
    const firsts = new Map<number, Likes>();
    let block = 0;
    for (let i = 0; i < count; i++) {
      while (this.#draft.row[i]! > (this.#seams[block] ?? Infinity)) block++;
      const key = keyOf(buyer[i]!, issued[i]!, due[i]!, amount[i]!);
      const at = key & mask;
      if ((fine[at >>> 5]! & (1 << (at & 31))) === 0) continue;
      const before = firsts.get(key);
      if (before === undefined) firsts.set(key, i);
      else if (number.at(i) !== "") {
        const first = this.#first(firsts, key, before, i);
        if (first !== undefined) (this.#isElsewhere(first, block) ? elsewhere : again).push(i);
      }
    }
    return { again, elsewhere };
  }

  /** As often as a document stands in the blocks before, it is theirs; what a block has beyond that is its own. */
  #isElsewhere(first: number, block: number): boolean {
    if (this.#seams.length === 0) return false;
    let met = this.#met.get(first);
    if (met === undefined) this.#met.set(first, (met = { kept: 1, before: 0, block: this.#blockOf(first), here: 1 }));
    if (met.block !== block) [met.block, met.before, met.here] = [block, met.kept, 0];
    if (++met.here <= met.before) return true;
    met.kept++;
    return false;
  }

  #blockOf(document: number): number {
    const row = this.#draft.row[document]!;
    const at = this.#seams.findIndex((seam) => row <= seam);
    return at < 0 ? this.#seams.length : at;
  }

  /** The first document that is the same, among those like it. If none is, this one is put there: alone by its place, one of several by its number. */
  #first(firsts: Map<number, Likes>, key: number, before: Likes, i: number): number | undefined {
    const { number } = this.#draft;
    let likes = before;
    if (typeof likes === "number") firsts.set(key, (likes = new Map([[number.at(likes)!, [likes]]])));
    const text = number.at(i)!;
    const same = likes.get(text);
    const first = same?.find((one) => this.#same(one, i));
    if (same === undefined) likes.set(text, [i]);
    else if (first === undefined) same.push(i);
    return first;
  }

  #same(a: number, b: number): boolean {
    const { number, buyer, kind, issued, due, amount, currency } = this.#draft;
    return number.at(a) === number.at(b) && buyer[a] === buyer[b] && kind[a] === kind[b] && issued[a] === issued[b] && due[a] === due[b] && amount[a] === amount[b] && currency[a] === currency[b];
  }
}

function keyOf(buyer: number, issued: number, due: number, amount: number): number {
  let key = Math.imul(buyer ^ (amount | 0), 0x9e3779b1);
  key = Math.imul(key ^ (key >>> 15) ^ issued ^ (due << 16), 0x85ebca6b);
  return key ^ (key >>> 16);
}
