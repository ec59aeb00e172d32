import { errorIn, isBlank, plain, type Cell } from "./cell";

/** Odd multipliers: each step is a bijection of the lane's state, so one changed word always changes the lane. */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const PLACE_FIRST = 0x27d4eb2f;
const PLACE_SECOND = 0x165667b1;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

const FRESH_FIRST = 0x2545f491;
const FRESH_SECOND = 0x6a09e667;

/** What a boolean and an object leave behind; any two numbers that no text is likely to hash to. */
const TRUE = 0x5bd1e995;
const FALSE = 0x1b873593;

/** The first lane's hash of the text that was hashed last is the result; the second lane's is here. One caller at a time. */
let secondOfText = 0;

/** Hash of a text in two lanes; the second is read before anything else is hashed. */
function hashText(text: string): number {
  let first = text.length | 0x40000000;
  let second = text.length ^ 0x3c6ef372;
  const { length } = text;
  for (let i = 0; i < length; i += 2) {
    const unit = i + 1 < length ? text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16) : text.charCodeAt(i);
    first = Math.imul(first ^ unit, FIRST);
    first ^= first >>> 15;
    second = Math.imul(second + unit, SECOND);
    second ^= second >>> 13;
  }
  secondOfText = second;
  return first;
}

/**
 * Identifies what was read: two independent 32-bit lanes over every cell that is not blank, with its place. Blanks leave no
 * trace, so a padded range is the same content. Not cryptographic: it tells edits apart, it does not resist an adversary.
 */
export class Fingerprint {
  private readonly lanes = new Int32Array([FRESH_FIRST, FRESH_SECOND]);

  /** two words at a place (a row, a position) */
  add(place: number, first: number, second: number): void {
    const lanes = this.lanes;
    const a = Math.imul(lanes[0]! ^ first ^ Math.imul(place, PLACE_FIRST), FIRST);
    const b = Math.imul((lanes[1]! + second) ^ Math.imul(place, PLACE_SECOND), SECOND);
    lanes[0] = a ^ (a >>> 15);
    lanes[1] = b ^ (b >>> 13);
  }

  number(place: number, value: number): void {
    double[0] = value === 0 ? 0 : value;
    const low = words[0]!;
    const high = words[1]!;
    this.add(place, low ^ Math.imul(high, PLACE_SECOND), high ^ Math.imul(low, PLACE_FIRST));
  }

  text(place: number, value: string): void {
    const first = hashText(value);
    this.add(place, first, secondOfText);
  }

  cell(place: number, cell: Cell): void {
    if (typeof cell === "number") this.number(place, cell);
    else if (typeof cell === "string") {
      if (cell !== "") this.text(place, cell);
    } else if (typeof cell === "boolean") this.add(place, cell ? TRUE : FALSE, cell ? FALSE : TRUE);
    else if (!isBlank(cell)) this.object(place, cell as object);
  }

  private object(place: number, cell: object): void {
    const error = errorIn(cell);
    if (error !== undefined) return this.text(place, `\u0000error ${error}`);
    const value = plain(cell);
    if (typeof value !== "object") this.cell(place, value);
    else this.text(place, "\u0000object");
  }

  grid(grid: readonly (readonly Cell[])[]): void {
    for (let r = 0; r < grid.length; r++) {
      const row = grid[r] ?? [];
      for (let c = 0; c < row.length; c++) this.cell(Math.imul(r, 16411) + c, row[c]);
    }
  }

  /** takes in another fingerprint, such as a column's */
  join(place: number, other: Fingerprint): void {
    this.add(place, other.lanes[0]!, other.lanes[1]!);
  }

  /** 16 hexadecimal digits; reading it changes nothing */
  hex(): string {
    return hexOf(this.lanes[0]!, this.lanes[1]!);
  }
}

/** 16 hexadecimal digits of one text, without an object of its own. */
export function fingerprintOf(text: string): string {
  const first = hashText(text);
  const a = Math.imul(FRESH_FIRST ^ first, FIRST);
  const b = Math.imul((FRESH_SECOND + secondOfText) | 0, SECOND);
  return hexOf(a ^ (a >>> 15), b ^ (b >>> 13));
}

function hexOf(first: number, second: number): string {
  const a = finish(first, second);
  const b = finish(second, a);
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}

/** Spreads the lanes over all digits, so that the first four already tell most readings apart (murmur3's finaliser). */
function finish(lane: number, other: number): number {
  let h = lane ^ Math.imul(other, PLACE_FIRST);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
