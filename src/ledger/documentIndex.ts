import { hashText } from "./hashText";
import type { DocumentNumbers } from "./ledger";

/**
 * Finds documents by their number: chains in typed arrays, because a Map of a million texts would cost more than the
 * reading. Made when the first number is looked for: a ledger without receipts never needs it.
 */
export class DocumentIndex {
  readonly #number: DocumentNumbers;
  readonly #count: () => number;
  #hash = new Int32Array(0);
  #heads = new Int32Array(0); // place + 1, so that an empty slot is 0
  #next = new Int32Array(0);

  /** `count`: documents there are when the first number is looked for */
  constructor(numbers: DocumentNumbers, count: () => number) {
    this.#number = numbers;
    this.#count = count;
  }

  /** the last document of the sheet with this number, -1 for none; numbers added later are not found */
  first(number: string, hash: number = hashText(number)): number {
    if (this.#heads.length === 0) this.#chain();
    return this.#from(this.#heads[slot(hash, this.#heads.length)]! - 1, number, hash);
  }

  following(document: number, number: string): number {
    return this.#from(this.#next[document]! - 1, number, this.#hash[document]!);
  }

  #chain(): void {
    const length = this.#count();
    let size = 16;
    while (size < length * 2) size *= 2;
    this.#heads = new Int32Array(size);
    this.#next = new Int32Array(length);
    this.#hash = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const number = this.#number.at(i)!;
      if (number === "") continue;
      const hash = hashText(number);
      const at = slot(hash, size);
      this.#hash[i] = hash;
      this.#next[i] = this.#heads[at]!;
      this.#heads[at] = i + 1;
    }
  }

  /** Hashes are compared before texts: a text is far away in memory. */
  #from(start: number, number: string, hash: number): number {
    let at = start;
    while (at >= 0 && (this.#hash[at] !== hash || this.#number.at(at) !== number)) at = this.#next[at]! - 1;
    return at;
  }
}

function slot(hash: number, size: number): number {
  return (hash ^ (hash >>> 16)) & (size - 1);
}
