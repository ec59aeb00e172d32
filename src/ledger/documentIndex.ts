import { hashText } from "./fingerprint";

/** Finds documents by their number: chains in typed arrays, because a Map of a million texts would cost more than the reading. */
export class DocumentIndex {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;
  readonly #number: readonly string[];

  constructor(capacity: number, numbers: readonly string[]) {
    let size = 16;
    while (size < capacity * 2) size *= 2;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(capacity).fill(-1);
    this.#mask = size - 1;
    this.#number = numbers;
  }

  add(document: number, hash: number): void {
    const slot = (hash ^ (hash >>> 16)) & this.#mask;
    this.#next[document] = this.#heads[slot]!;
    this.#heads[slot] = document;
  }

  /** documents with this number, youngest place first */
  *find(number: string, hash: number = hashText(number)): Generator<number> {
    for (let at = this.first(number, hash); at >= 0; at = this.following(at, number)) yield at;
  }

  first(number: string, hash: number): number {
    return this.#from(this.#heads[(hash ^ (hash >>> 16)) & this.#mask]!, number);
  }

  following(document: number, number: string): number {
    return this.#from(this.#next[document]!, number);
  }

  #from(at: number, number: string): number {
    while (at >= 0 && this.#number[at] !== number) at = this.#next[at]!;
    return at;
  }
}
