/** Signatures in a zip's records (PKWARE APPNOTE 4.3). */
const CENTRAL = 0x02014b50, END = 0x06054b50;
const END_SIZE = 22, STORED = 0, DEFLATED = 8;

/** Characters that one part may have: 100,000 invoices take a fifth of it. */
const LARGEST_PART = 450_000_000;

/** The files of a zip by name, each unpacked when it is asked for. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #places = new Map<string, { readonly from: number; readonly packed: number; readonly method: number }>();

  /** A file that is no zip has no files. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#end();
    if (end < 0) return;
    let at = this.#view.getUint32(end + 16, true);
    for (let left = this.#view.getUint16(end + 10, true); left > 0 && at + 46 <= bytes.length && this.#view.getUint32(at, true) === CENTRAL; left--) {
      const nameSize = this.#view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
      this.#places.set(name, { from: this.#view.getUint32(at + 42, true), packed: this.#view.getUint32(at + 20, true), method: this.#view.getUint16(at + 10, true) });
      at += 46 + nameSize + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
  }

  get names(): readonly string[] {
    return [...this.#places.keys()];
  }

  /** A file's text; undefined where there is none of that name, or it cannot be unpacked. */
  async text(name: string): Promise<string | undefined> {
    const pieces = this.pieces(name);
    if (pieces === undefined) return undefined;
    const parts: string[] = [];
    try {
      for await (const piece of pieces) parts.push(piece);
    } catch {
      return undefined;
    }
    return parts.join("");
  }

  /** The same as it is unpacked, some thousand characters at a time; throws on the way where it cannot be. */
  pieces(name: string): AsyncIterable<string> | undefined {
    const place = this.#places.get(name);
    if (place === undefined || place.from + 30 > this.#bytes.length) return undefined;
    const start = place.from + 30 + this.#view.getUint16(place.from + 26, true) + this.#view.getUint16(place.from + 28, true);
    const bytes = this.#bytes.subarray(start, start + place.packed);
    if (place.method === STORED) return stored(bytes);
    return place.method === DEFLATED ? inflated(bytes) : undefined;
  }

  #end(): number {
    for (let at = this.#view.byteLength - END_SIZE; at >= Math.max(0, this.#view.byteLength - END_SIZE - 65_535); at--) if (this.#view.getUint32(at, true) === END) return at;
    return -1;
  }
}

async function* stored(bytes: Uint8Array): AsyncIterable<string> {
  yield await Promise.resolve(new TextDecoder().decode(bytes));
}

async function* inflated(bytes: Uint8Array): AsyncIterable<string> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let size = 0;
  try {
    for (let next = reader.read(); ; ) {
      const { done, value } = await next;
      if (done) break;
      next = reader.read(); // unpacked while this one is read
      next.catch(() => undefined); // told when it is waited for
      size += value.length;
      if (size > LARGEST_PART) throw new RangeError("A part is larger than any pack's");
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
