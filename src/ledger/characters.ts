/**
 * The plain form of a character of a date or a number, by its code: full width as half width, every space and invisible mark
 * as a space, every dash and minus as `-`, every apostrophe as `'`. What NFKC does of this, without making a new text, and no
 * more: a superscript 2 stays what it is.
 */
export function plainCode(code: number): number {
  return code < 127 ? (code < 32 ? SPACE : code) : odd(code);
}

export const SPACE = 32, DOLLAR = 36, APOSTROPHE = 39, OPENING = 40, CLOSING = 41, PLUS = 43, COMMA = 44, MINUS = 45, POINT = 46, SLASH = 47, ZERO = 48, NINE = 57, COLON = 58;

function odd(code: number): number {
  if ((code > 0x3000 && code < 0xfe00) || (code >= 0x20a0 && code < 0x20d0)) return code; // 年, 贷; €
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return ODD.get(code) ?? code;
}

const ODD: ReadonlyMap<number, number> = new Map([
  ...[0x7f, 0xa0, 0xad, 0x1680, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff, ...from(0x2000, 0x200f), ...from(0x202a, 0x202e), ...from(0x2066, 0x2069)].map((code) => [code, SPACE] as const),
  ...[0x2212, 0xfe58, 0xfe63, ...from(0x2010, 0x2015)].map((code) => [code, MINUS] as const),
  ...[0x60, 0xb4, 0x2bc, 0x2018, 0x2019, 0x2032].map((code) => [code, APOSTROPHE] as const),
  [0xffe1, 0xa3], // £
  [0xffe5, 0xa5], // ¥
  [0xffe6, 0x20a9], // ₩
]);

function from(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** A letter of a word, in any script: no digit, space or mark of punctuation that a date or a number is written with. */
export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127;
}
