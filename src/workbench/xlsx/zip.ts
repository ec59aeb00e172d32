/** Signatures and places in a zip's records (PKWARE APPNOTE 4.3). */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;

interface Entry {
  readonly name: string;
  /** its record in the list at the end */
  readonly record: Uint8Array;
  readonly from: number;
}

/** The same zip with one file's content replaced by a text (`withFiles`); one that has no such file is answered as it came. */
export function withText(zip: Uint8Array, name: string, text: string): Uint8Array {
  return namesIn(zip).includes(name) ? withFiles(zip, new Map([[name, text]])) : zip;
}

/**
 * The same zip with these files in it, by name, in place of those of that name or after all others; texts stand uncompressed. All
 * others are copied byte for byte, so nothing is compressed again. A zip that needs 64-bit places is answered as it came.
 */
export function withFiles(zip: Uint8Array, files: ReadonlyMap<string, string>): Uint8Array {
  const view = viewOf(zip);
  const end = endOf(view);
  if (end === undefined) return zip;
  const entries = entriesOf(zip, view, end);
  const has = new Set(entries.map(({ name }) => name));
  const added = [...files.keys()].filter((name) => !has.has(name)).map((name): Entry => ({ name, record: newRecord(name), from: -1 }));
  const starts = [...entries.map(({ from }) => from), view.getUint32(end + 16, true)].sort((a, b) => a - b);
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const entry of [...entries, ...added]) {
    const text = files.get(entry.name);
    const written = text === undefined ? { file: zip.subarray(entry.from, starts.find((start) => start > entry.from)), record: entry.record.slice() } : stored(entry, text);
    viewOf(written.record).setUint32(42, at, true);
    parts.push(written.file);
    list.push(written.record);
    at += written.file.length;
  }
  return joined([...parts, ...list, endRecord(zip.slice(end, end + END_SIZE), list, at)]);
}

export function namesIn(zip: Uint8Array): readonly string[] {
  const view = viewOf(zip);
  const end = endOf(view);
  return end === undefined ? [] : entriesOf(zip, view, end).map(({ name }) => name);
}

/** A file's text; undefined where there is none of that name, where it is longer than `most` bytes, and where it cannot be unpacked. */
export async function textIn(zip: Uint8Array, name: string, most: number): Promise<string | undefined> {
  const view = viewOf(zip);
  const end = endOf(view);
  const entry = end === undefined ? undefined : entriesOf(zip, view, end).find((one) => one.name === name);
  if (entry === undefined) return undefined;
  const record = viewOf(entry.record);
  const [method, packed] = [record.getUint16(10, true), record.getUint32(20, true)];
  if (entry.from + 30 > zip.length || view.getUint32(entry.from, true) !== LOCAL || packed > most) return undefined;
  const from = entry.from + 30 + view.getUint16(entry.from + 26, true) + view.getUint16(entry.from + 28, true);
  const bytes = zip.slice(from, from + packed);
  const content = method === 0 ? bytes : method === DEFLATED ? await inflated(bytes, most).catch(() => undefined) : undefined;
  return content === undefined ? undefined : new TextDecoder().decode(content);
}

const DEFLATED = 8;

/** Whatever size it says it has, no more than `most` is unpacked of it. */
async function inflated(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END_SIZE; at >= Math.max(0, view.byteLength - END_SIZE - 65_535); at--) {
    if (view.getUint32(at, true) === END) return view.getUint32(at + 16, true) === 0xffffffff ? undefined : at;
  }
  return undefined;
}

function entriesOf(zip: Uint8Array, view: DataView, end: number): Entry[] {
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL; left--) {
    const nameSize = view.getUint16(at + 28, true);
    const size = 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const record = zip.subarray(at, at + size);
    entries.push({ name: new TextDecoder().decode(record.subarray(46, 46 + nameSize)), record, from: view.getUint32(at + 42, true) });
    at += size;
  }
  return entries;
}

/** A file as its name, and its text uncompressed. */
function stored({ name, record }: Entry, text: string): { file: Uint8Array; record: Uint8Array } {
  const nameBytes = new TextEncoder().encode(name);
  const content = new TextEncoder().encode(text);
  const made = joined([record.subarray(0, 46), nameBytes]);
  const to = viewOf(made);
  to.setUint16(8, to.getUint16(8, true) & ~8, true); // sizes stand in front, not behind
  to.setUint16(10, 0, true);
  to.setUint32(16, crc32(content), true);
  to.setUint32(20, content.length, true);
  to.setUint32(24, content.length, true);
  to.setUint16(30, 0, true);
  to.setUint16(32, 0, true);
  const head = new Uint8Array(30);
  viewOf(head).setUint32(0, LOCAL, true);
  head.set(made.subarray(6, 30), 4); // version, flags, method, time, CRC, sizes, name's size stand in the same order
  return { file: joined([head, nameBytes, content]), record: made };
}

/** Of a file that is new: of 1 January 1980, the first day that a zip knows. */
function newRecord(name: string): Uint8Array {
  const length = new TextEncoder().encode(name).length;
  const view = new DataView(new ArrayBuffer(46 + length));
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, 0x0800, true); // the name is UTF-8
  view.setUint16(14, 0x0021, true);
  view.setUint16(28, length, true);
  return new Uint8Array(view.buffer);
}

function endRecord(end: Uint8Array, list: readonly Uint8Array[], at: number): Uint8Array {
  const view = viewOf(end);
  view.setUint16(8, list.length, true);
  view.setUint16(10, list.length, true);
  view.setUint32(12, list.reduce((size, record) => size + record.length, 0), true);
  view.setUint32(16, at, true);
  view.setUint16(20, 0, true);
  return end;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
