import { hashText } from "./fingerprint";

/** Finds documents by their number: chains in typed arrays, because a Map of a million texts would cost more than the reading. */
export class DocumentIndex {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #hash: Int32Array;
  readonly #mask: number;
  readonly #number: readonly string[];

  constructor(capacity: number, numbers: readonly string[]) {
    let size = 16;
    while (size < capacity * 2) size *= 2;
    this.#heads = new Int32Array(size); // place + 1, so that an empty slot is 0
    this.#next = new Int32Array(capacity);
    this.#hash = new Int32Array(capacity);
    this.#mask = size - 1;
    this.#number = numbers;
  }

  add(document: number, hash: number): void {
    const slot = (hash ^ (hash >>> 16)) & this.#mask;
    this.#next[document] = this.#heads[slot]!;
    this.#hash[document] = hash;
    this.#heads[slot] = document + 1;
  }

  /** the document last added with this number, -1 for none */
  first(number: string, hash: number = hashText(number)): number {
    return this.#from(this.#heads[(hash ^ (hash >>> 16)) & this.#mask]! - 1, number, hash);
  }

  following(document: number, number: string): number {
    return this.#from(this.#next[document]! - 1, number, this.#hash[document]!);
  }

  /** Hashes are compared before texts: a text is far away in memory. */
  #from(start: number, number: string, hash: number): number {
    let at = start;
    while (at >= 0 && (this.#hash[at] !== hash || this.#number[at] !== number)) at = this.#next[at]! - 1;
    return at;
  }
}
