import type { Draft } from "./sweep";

/** Bits a document in the first sieve: 1 or 2 in 100 documents pass it by chance, and the second looks at those alone. */
const SIEVE = 32;
const FINE_SIEVE = 64;

/** Documents of one key: the place of the only one, or places by number. */
type Likes = number | Map<string, number[]>;

/**
 * The same document twice (number, buyer, type, both dates, amount, currency). Nearly no document is: so a sieve of bits
 * says for most, by everything but the number, that nothing like it came before, and only what is left is compared. The
 * number itself is a text far away in memory, and is looked at last.
 */
export class Duplicates {
  readonly #draft: Draft;
  readonly #sieve: Int32Array;
  readonly #mask: number;
  readonly #suspects: number[] = [];

  /** `capacity` 0: a sheet without numbers, in which no document is the same as another */
  constructor(draft: Draft, capacity: number) {
    this.#draft = draft;
    const bits = capacity === 0 ? 0 : bitsFor(capacity * SIEVE);
    this.#sieve = new Int32Array(bits / 32);
    this.#mask = bits - 1;
  }

  /** Documents [from, to) were put into the draft. */
  add(from: number, to: number): void {
    if (this.#sieve.length === 0) return;
    const { buyer, issued, due, amount } = this.#draft;
    const sieve = this.#sieve, mask = this.#mask;
    for (let i = from; i < to; i++) {
      const at = keyOf(buyer[i]!, issued[i]!, due[i]!, amount[i]!) & mask;
      const word = sieve[at >>> 5]!;
      const bit = 1 << (at & 31);
      if ((word & bit) !== 0) this.#suspects.push(i);
      else sieve[at >>> 5] = word | bit;
    }
  }

  /** Every document that stands in the sheet before, in the order of the sheet. */
  found(): readonly number[] {
    if (this.#suspects.length === 0) return [];
    const { number, buyer, issued, due, amount, count } = this.#draft;
    const mask = bitsFor(this.#suspects.length * FINE_SIEVE) - 1;
    const fine = new Int32Array((mask + 1) / 32);
    for (const i of this.#suspects) {
      const at = keyOf(buyer[i]!, issued[i]!, due[i]!, amount[i]!) & mask;
      fine[at >>> 5]! |= 1 << (at & 31);
    }
    const firsts = new Map<number, Likes>();
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      const key = keyOf(buyer[i]!, issued[i]!, due[i]!, amount[i]!);
      const at = key & mask;
      if ((fine[at >>> 5]! & (1 << (at & 31))) === 0 || number.at(i) === "") continue;
      const before = firsts.get(key);
      if (before === undefined) firsts.set(key, i);
      else if (this.#stands(firsts, key, before, i)) found.push(i);
    }
    return found;
  }

  /** Does a document stand among those like it? If not, it is put there: one alone by its place, several by their numbers. */
  #stands(firsts: Map<number, Likes>, key: number, before: Likes, i: number): boolean {
    const { number } = this.#draft;
    let likes = before;
    if (typeof likes === "number") firsts.set(key, (likes = new Map([[number.at(likes)!, [likes]]])));
    const text = number.at(i)!;
    const same = likes.get(text);
    if (same === undefined) likes.set(text, [i]);
    else if (same.some((first) => this.#same(first, i))) return true;
    else same.push(i);
    return false;
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

function bitsFor(wanted: number): number {
  let bits = 1024;
  while (bits < wanted && bits < 2 ** 30) bits *= 2;
  return bits;
}
