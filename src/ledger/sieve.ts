/** A power of two of bits, at least as many as wanted, up to 2^30. */
export function bitsFor(wanted: number): number {
  let bits = 1024;
  while (bits < wanted && bits < 2 ** 30) bits *= 2;
  return bits;
}

/** What was surely not met before, by its hash: about so many bits as wanted. */
export class Sieve {
  readonly #words: Int32Array;
  readonly #mask: number;

  constructor(wanted: number) {
    const bits = bitsFor(wanted);
    this.#words = new Int32Array(bits / 32);
    this.#mask = bits - 1;
  }

  has(hash: number): boolean {
    const at = this.#at(hash);
    return (this.#words[at >>> 5]! & (1 << (at & 31))) !== 0;
  }

  /** False where something that hashes so was met before. */
  add(hash: number): boolean {
    if (this.has(hash)) return false;
    const at = this.#at(hash);
    this.#words[at >>> 5]! |= 1 << (at & 31);
    return true;
  }

  #at(hash: number): number {
    return (hash ^ (hash >>> 16)) & this.#mask;
  }
}
