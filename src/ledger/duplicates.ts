import type { Draft } from "./sweep";

/** Bits a document in the first sieve: 3 in 100 documents pass it by chance, and the second looks at those alone. */
const SIEVE = 16;
const FINE_SIEVE = 64;

/**
 * The same document twice (number, buyer, type, both dates, amount, currency). Nearly no document is: so a sieve of bits
 * says for most that nothing like it came before, and only what is left is compared.
 */
export class Duplicates {
  readonly #draft: Draft;
  readonly #keys: Int32Array;
  readonly #sieve: Int32Array;
  readonly #mask: number;
  readonly #suspects: number[] = [];

  constructor(draft: Draft, capacity: number) {
    this.#draft = draft;
    this.#keys = new Int32Array(capacity);
    const bits = bitsFor(capacity * SIEVE);
    this.#sieve = new Int32Array(bits / 32);
    this.#mask = bits - 1;
  }

  /** A document with a number was put into the draft; `hash` is its number's. */
  add(i: number, hash: number): void {
    const { buyer, kind, issued, due, amount, currency } = this.#draft;
    let key = Math.imul(hash ^ buyer[i]!, 0x9e3779b1);
    key = Math.imul(key ^ (key >>> 15) ^ amount[i]!, 0x85ebca6b);
    key = Math.imul(key ^ (key >>> 13) ^ issued[i]! ^ (due[i]! << 16), 0xc2b2ae35) ^ (kind[i]! << 8) ^ currency[i]!;
    key = (key ^ (key >>> 16)) | 1; // 0 stands for a document without a number
    this.#keys[i] = key;
    const at = (key >>> 1) & this.#mask;
    const bit = 1 << (at & 31);
    if ((this.#sieve[at >>> 5]! & bit) !== 0) this.#suspects.push(i);
    else this.#sieve[at >>> 5]! |= bit;
  }

  /** Every document that stands in the sheet before, in the order of the sheet. */
  found(): readonly number[] {
    if (this.#suspects.length === 0) return [];
    const bits = bitsFor(this.#suspects.length * FINE_SIEVE);
    const fine = new Int32Array(bits / 32);
    const place = (key: number): number => (key >>> 1) & (bits - 1);
    for (const i of this.#suspects) fine[place(this.#keys[i]!) >>> 5]! |= 1 << (place(this.#keys[i]!) & 31);
    const firsts = new Map<number, number[]>();
    const found: number[] = [];
    for (let i = 0; i < this.#draft.count; i++) {
      const key = this.#keys[i]!;
      if (key === 0 || (fine[place(key) >>> 5]! & (1 << (place(key) & 31))) === 0) continue;
      const before = firsts.get(key);
      if (before === undefined) firsts.set(key, [i]);
      else if (before.some((first) => this.#same(first, i))) found.push(i);
      else before.push(i);
    }
    return found;
  }

  #same(a: number, b: number): boolean {
    const { number, buyer, kind, issued, due, amount, currency } = this.#draft;
    return number[a] === number[b] && buyer[a] === buyer[b] && kind[a] === kind[b] && issued[a] === issued[b] && due[a] === due[b] && amount[a] === amount[b] && currency[a] === currency[b];
  }
}

function bitsFor(wanted: number): number {
  let bits = 1024;
  while (bits < wanted && bits < 2 ** 30) bits *= 2;
  return bits;
}
