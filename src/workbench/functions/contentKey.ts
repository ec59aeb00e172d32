/**
 * What a range holds, as a short text: two lanes of 32 bits over every cell, with the size of the range. One lane would
 * let two ledgers collide within a working life, and the cell would show the other's figure.
 */
export interface Content {
  readonly key: string;
  /** of its JSON text in UTF-8, as it will travel */
  readonly bytes: number;
}

/** One row's share of it: a ledger of 100,000 rows is edited in one, and the others need not be looked at again. */
export interface RowContent {
  readonly a: number;
  readonly b: number;
  readonly bytes: number;
}

const NUMBER = new Float64Array(1);
const HALVES = new Uint32Array(NUMBER.buffer);
const PRIME_A = 2654435761;
const PRIME_B = 1597334677;

export function contentOfRow(row: readonly unknown[]): RowContent {
  let a = 0xdeadbeef ^ row.length;
  let b = 0x41c6ce57 ^ row.length;
  let bytes = 3 + row.length;
  // the same two lines for every word, written out: a function for them takes twice the time on a large ledger
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (typeof cell === "number") {
      NUMBER[0] = cell === 0 ? 0 : cell; // -0 is 0
      a = Math.imul(rotate(a, 13) ^ HALVES[0]!, PRIME_A);
      b = Math.imul(rotate(b, 17) ^ HALVES[0]!, PRIME_B);
      a = Math.imul(rotate(a, 13) ^ HALVES[1]! ^ 1, PRIME_A);
      b = Math.imul(rotate(b, 17) ^ HALVES[1]! ^ 1, PRIME_B);
      bytes += numberLength(cell);
      continue;
    }
    let kind = 7;
    let text = "";
    if (typeof cell === "string") {
      kind = cell === "" ? 7 : 9;
      text = cell;
      bytes += textLength(cell);
    } else if (typeof cell === "boolean") {
      kind = cell ? 3 : 5;
      bytes += 5;
    } else if (cell !== null && cell !== undefined) {
      kind = 11;
      text = JSON.stringify(cell);
      bytes += text.length;
    } else bytes += 4;
    a = Math.imul(rotate(a, 13) ^ kind, PRIME_A);
    b = Math.imul(rotate(b, 17) ^ kind, PRIME_B);
    for (let at = 0; at < text.length; at++) {
      a = Math.imul(rotate(a, 13) ^ text.charCodeAt(at), PRIME_A);
      b = Math.imul(rotate(b, 17) ^ text.charCodeAt(at), PRIME_B);
    }
    a = Math.imul(rotate(a, 13) ^ text.length, PRIME_A);
    b = Math.imul(rotate(b, 17) ^ text.length, PRIME_B);
  }
  return { a, b, bytes };
}

export function contentOfRows(rows: readonly RowContent[], columns: number): Content {
  let a = 0x9e3779b9 ^ rows.length;
  let b = 0x85ebca6b ^ rows.length;
  let bytes = 2;
  for (const row of rows) {
    a = Math.imul(rotate(a, 13) ^ row.a, PRIME_A);
    b = Math.imul(rotate(b, 17) ^ row.b, PRIME_B);
    bytes += row.bytes;
  }
  const first = finish(a, b);
  return { key: `${rows.length}x${columns}:${hex(first)}${hex(finish(b, first))}`, bytes };
}

export function contentOf(grid: readonly (readonly unknown[])[]): Content {
  return contentOfRows(grid.map(contentOfRow), grid[0]?.length ?? 0);
}

/** A scalar's key is the value itself: nothing can collide. */
export function contentOfScalar(value: unknown): Content {
  const json = JSON.stringify(value) ?? "null";
  return { key: json, bytes: typeof value === "string" ? textLength(value) : json.length };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finish(word: number, other: number): number {
  let out = Math.imul(word ^ (word >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  out ^= out >>> 16;
  return out >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}

function numberLength(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    let length = value < 0 ? 2 : 1;
    for (let rest = Math.abs(value); rest >= 10; rest = Math.floor(rest / 10)) length++;
    return length;
  }
  const scaled = Math.round(value * 100);
  if (scaled / 100 === value && Math.abs(scaled) < 1e12) return numberLength(Math.trunc(value)) + 3 + (value < 0 ? 1 : 0); // money, at most
  return String(value).length;
}

function textLength(text: string): number {
  let length = 2 + text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) length += code > 0x7ff ? 2 : 1;
    else if (code === 34 || code === 92) length += 1; // escaped
    else if (code < 32) length += 5;
  }
  return length;
}
