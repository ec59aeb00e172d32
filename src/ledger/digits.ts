import * as characters from "./characters";

const { APOSTROPHE, COMMA, isDigit, MINUS, NINE, plainCode, PLUS, POINT, SPACE, ZERO } = characters; // bound once: fetched for each character they cost more than it

/**
 * What three digits after a text's only mark are (`1,234`, `1.234`): decimals after `.` or after `,`, as other texts tell; or
 * nobody tells, and they are taken for `thousands` or for `decimals` and doubted. Undefined: a figure outside a column, which
 * is written as in English. Every other text tells by itself.
 */
export type DecimalMark = "." | "," | "thousands" | "decimals" | undefined;

/** So many digits are exact in a double. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/** What separates digits, as bits: a text may group by one of them and put its decimals after another. */
const BY_POINT = 1, BY_COMMA = 2, BY_SPACE = 4, BY_APOSTROPHE = 8;

/** Lengths of groups, as bits. */
const THREE = 1, TWO = 2, OTHER = 4;

const LONGEST_POWER = 3;

/** Of the digits that were read last; one caller at a time. */
let end = 0;
let told: "." | "," | undefined;
let unsure = false;
let rounded = false;

/** Where the digits read last ended. */
export function digitsEnd(): number {
  return end;
}

/** The decimal mark that they show beyond doubt. */
export function markTold(): "." | "," | undefined {
  return told;
}

/** A lone mark stands before three digits, and nothing else told what it is. */
export function isMarkUnsure(): boolean {
  return unsure;
}

/** They were written with a power of ten, `1.23457E+11`: digits were lost before. */
export function isRounded(): boolean {
  return rounded;
}

/** `told` and the doubts of a text that had no digits. */
export function noDigits(): void {
  told = undefined;
  unsure = rounded = false;
}

export function codeAt(text: string, at: number): number {
  return at < text.length ? plainCode(text.charCodeAt(at)) : -1;
}

/** The digits of `text` from their first on, with what separates them; NaN where the groups are none of thousands (or lakhs). */
export function digitsFrom(text: string, start: number, mark: DecimalMark): number {
  noDigits();
  const { length } = text;
  let whole = 0; // all digits as one integer
  let digits = 0;
  let run = 0; // digits since the last separator
  let first = 0; // digits before the first separator
  let before = 0; // digits between the two last separators
  let inner = 0; // lengths of the groups before those
  let earlier = 0; // separators but the last
  let last = 0;
  let at = start;
  for (; at < length; at++) {
    const code = plainCode(text.charCodeAt(at));
    if (code >= ZERO && code <= NINE) {
      whole = whole * 10 + (code - ZERO);
      digits++;
      run++;
      continue;
    }
    const by = separator(code);
    if (by === 0 || (by >= BY_SPACE && !isDigit(codeAt(text, at + 1)))) break;
    if (last === 0) first = run;
    else {
      if (earlier !== 0) inner |= group(before);
      before = run;
      earlier |= last;
    }
    last = by;
    run = 0;
  }
  if (digits === 0) return NaN;
  end = at;
  const power = powerAt(text, at);
  const leadingZero = codeAt(text, start) === ZERO;
  const decimals = decimalsOf(last, earlier, first, inner, before, run, leadingZero, power !== undefined ? "decimals" : mark);
  if (decimals < 0) return NaN;
  if (power !== undefined) {
    unsure = false;
    rounded = true;
  } else if (run === 0 && last > 0) while (codeAt(text, end) === MINUS) end++; // `1.234,-`: no cents, and no sign either
  if (power === undefined && digits <= EXACT_DIGITS) return decimals === 0 ? whole : whole / POWERS[decimals]!;
  return exactly(text, start, at, (power ?? 0) - decimals);
}

function separator(code: number): number {
  return code === COMMA ? BY_COMMA : code === POINT ? BY_POINT : code === SPACE ? BY_SPACE : code === APOSTROPHE ? BY_APOSTROPHE : 0;
}

/** How many of the digits are decimals; -1 where the groups are none. */
function decimalsOf(last: number, earlier: number, first: number, inner: number, before: number, run: number, leadingZero: boolean, mark: DecimalMark): number {
  if (last === 0) return 0;
  if (last >= BY_SPACE || (earlier & last) !== 0) { // the last one separates thousands
    const groups = earlier === 0 ? 0 : inner | group(before);
    if ((earlier !== 0 && earlier !== last) || !areThousands(first, groups, run, leadingZero)) return -1;
    told = last === BY_COMMA ? "." : last === BY_POINT ? "," : undefined;
    return 0;
  }
  const own = last === BY_POINT ? "." : ",";
  if (earlier !== 0) { // another separates thousands, the last one decimals
    if ((earlier & (earlier - 1)) !== 0 || !areThousands(first, inner, before, leadingZero)) return -1;
    told = own;
    return run;
  }
  if (run !== 3 || first === 0 || first > 3 || leadingZero) { // no group: decimals
    told = own;
    return run;
  }
  if (mark === "." || mark === ",") return mark === own ? run : 0;
  if (mark === undefined) return own === "." ? run : 0;
  unsure = true;
  return mark === "decimals" ? run : 0;
}

function group(length: number): number {
  return length === 3 ? THREE : length === 2 ? TWO : OTHER;
}

/** `1,234,567` or, in India, `12,34,567`: one to three digits, then groups of three, or of two with three at the end. */
function areThousands(first: number, inner: number, last: number, leadingZero: boolean): boolean {
  if (last !== 3 || leadingZero || first === 0) return false;
  return inner === TWO ? first <= 2 : (inner & ~THREE) === 0 && first <= 3;
}

/** `E+11` behind the digits: the power of ten. */
function powerAt(text: string, at: number): number | undefined {
  const letter = codeAt(text, at);
  if (letter !== 69 && letter !== 101) return undefined;
  const sign = codeAt(text, at + 1);
  const from = at + (sign === MINUS || sign === PLUS ? 2 : 1);
  let to = from;
  let power = 0;
  for (; isDigit(codeAt(text, to)) && to - from < LONGEST_POWER; to++) power = power * 10 + codeAt(text, to) - ZERO;
  if (to === from) return undefined;
  end = to;
  return sign === MINUS ? -power : power;
}

/** More digits than a double adds up, or a power of ten: as the language itself reads them. */
function exactly(text: string, from: number, to: number, power: number): number {
  let digits = "";
  for (let at = from; at < to; at++) if (isDigit(codeAt(text, at))) digits += String.fromCharCode(codeAt(text, at));
  const value = Number(`${digits}e${power}`);
  return Number.isFinite(value) ? value : NaN;
}
