/**
 * What a range holds, as a short text: two lanes of 32 bits over every cell, with the size of the range. One lane would
 * let two ledgers collide within a working life, and the cell would show the other's figure.
 */
export interface Content {
  readonly key: string;
  /** of its JSON text in UTF-8, as it will travel */
  readonly bytes: number;
}

const NUMBER = new Float64Array(1);
const HALVES = new Uint32Array(NUMBER.buffer);

export function contentOf(grid: readonly (readonly unknown[])[]): Content {
  let a = 0xdeadbeef ^ grid.length;
  let b = 0x41c6ce57 ^ grid.length;
  let bytes = 2;
  const mix = (word: number): void => {
    a = Math.imul(a ^ word, 2654435761);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ word, 1597334677);
    b = (b << 17) | (b >>> 15);
  };
  for (const row of grid) {
    mix(row.length | 0x40000000);
    bytes += 3 + row.length;
    for (let column = 0; column < row.length; column++) {
      const cell = row[column];
      if (typeof cell === "number") {
        NUMBER[0] = cell === 0 ? 0 : cell; // -0 is 0
        mix(1);
        mix(HALVES[0]!);
        mix(HALVES[1]!);
        bytes += numberLength(cell);
      } else if (typeof cell === "boolean") {
        mix(cell ? 3 : 5);
        bytes += 5;
      } else if (cell === null || cell === undefined || cell === "") {
        mix(7);
        bytes += 2;
      } else {
        const text = typeof cell === "string" ? cell : JSON.stringify(cell);
        mix(typeof cell === "string" ? 9 : 11);
        mix(text.length);
        for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
        bytes += typeof cell === "string" ? textLength(text) : text.length;
      }
    }
  }
  const first = finish(a, b);
  const second = finish(b, first);
  return { key: `${grid.length}x${grid[0]?.length ?? 0}:${hex(first)}${hex(second)}`, bytes };
}

/** A scalar's key is the value itself: nothing can collide. */
export function contentOfScalar(value: unknown): Content {
  const json = JSON.stringify(value) ?? "null";
  return { key: json, bytes: typeof value === "string" ? textLength(value) : json.length };
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
  return String(value).length;
}

function textLength(text: string): number {
  let length = 2 + text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) length += code > 0x7ff ? 2 : 1;
    else if (code === 34 || code === 92 || code < 32) length += 1; // escaped
  }
  return length;
}
