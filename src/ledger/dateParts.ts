import * as characters from "./characters";
import { monthNamed } from "./monthNames";

const { APOSTROPHE, COLON, COMMA, isDigit, isLetter, MINUS, plainCode, PLUS, POINT, SLASH, SPACE, ZERO } = characters; // bound once: fetched for each character they cost more than it

/** Longer texts are notes. */
export const LONGEST_DATE = 40;

/** How a text writes its date. */
export const NO_DATE = 0;
/** three numbers, the first with four digits or 年 behind it: year, month, day */
export const YEAR_FIRST = 1;
/** three numbers, the last with four digits */
export const YEAR_LAST = 2;
/** three numbers of one or two digits */
export const SHORT_YEAR = 3;
/** the month by its name: year, month, day */
export const NAMED = 4;
/** one number, `first`: `20250603`, or an Excel serial; `third` its digits */
export const ONE_NUMBER = 5;

const YEAR_MARK = 0x5e74, MONTH_MARK = 0x6708, DAY_MARK = 0x65e5, DAY_WORD = 0x53f7; // 年月日号

/** The three numbers of the text that was read last, in the order of the text; by `NAMED` year, month, day. One caller at a time. */
export const parts = {
  first: 0,
  second: 0,
  third: 0,
  /** the year has two digits */
  short: false,
  /** points between the numbers */
  dotted: false,
};

/** Where the number read last ended, and how many digits it had. */
let end = 0;
let width = 0;

/** Reads what a date's text is made of into `parts`; a time behind the date is passed over. At most 40 characters, each looked at once or twice. */
export function dateForm(text: string): number {
  if (text.length > LONGEST_DATE) return NO_DATE;
  const alone = threeNumbers(text);
  if (alone !== NOT_ALONE) return alone;
  const start = passSpaces(text, 0);
  const first = numberAt(text, start);
  const firstWidth = width;
  if (firstWidth === 0) return named(text, start);
  let at = passSpaces(text, end);
  const mark = codeAt(text, at);
  if (isEnd(text, end)) return oneNumber(first, firstWidth);
  if (mark !== MINUS && mark !== SLASH && mark !== POINT && mark !== YEAR_MARK) return named(text, start);
  const second = numberAt(text, passSpaces(text, at + 1));
  if (width === 0 || width > 2) return mark === POINT && firstWidth >= 5 && isEnd(text, end) ? oneNumber(first, firstWidth) : named(text, start);
  if (mark === POINT && firstWidth >= 5) return isEnd(text, end) ? oneNumber(first, firstWidth) : NO_DATE;
  at = passSpaces(text, end);
  if (codeAt(text, at) !== (mark === YEAR_MARK ? MONTH_MARK : mark)) return NO_DATE;
  const third = numberAt(text, passSpaces(text, at + 1));
  const thirdWidth = width;
  if (thirdWidth === 0) return NO_DATE;
  const after = codeAt(text, end);
  if (mark === YEAR_MARK ? after === DAY_MARK || after === DAY_WORD : mark === POINT && after === POINT) end++;
  return isEnd(text, end) ? formOf(mark, first, firstWidth, second, third, thirdWidth) : NO_DATE;
}

/** The text is not just three plain numbers. */
const NOT_ALONE = -1;

/** `03.06.2025`, `2025-06-03`, `2025年6月3日` and nothing beside it, as nearly every date is written: one loop without a call. */
function threeNumbers(text: string): number {
  const { length } = text;
  let first = 0, second = 0, number = 0, firstWidth = 0, digits = 0, marks = 0, mark = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      digits++;
      continue;
    }
    if (digits === 0) return NOT_ALONE;
    if (marks === 0) {
      if (code !== POINT && code !== MINUS && code !== SLASH && code !== YEAR_MARK) return NOT_ALONE;
      [mark, first, firstWidth] = [code, number, digits];
    } else if (marks === 1) {
      if (code !== (mark === YEAR_MARK ? MONTH_MARK : mark) || digits > 2) return NOT_ALONE;
      second = number;
    } else {
      if (mark !== YEAR_MARK || code !== DAY_MARK || at < length - 1) return NOT_ALONE;
      break;
    }
    marks++;
    number = 0;
    digits = 0;
  }
  if (marks !== 2 || digits === 0 || firstWidth > 4) return NOT_ALONE;
  return formOf(mark, first, firstWidth, second, number, digits);
}

function formOf(mark: number, first: number, firstWidth: number, second: number, third: number, thirdWidth: number): number {
  parts.first = first;
  parts.second = second;
  parts.third = third;
  parts.dotted = mark === POINT;
  parts.short = firstWidth <= 2 && thirdWidth <= 2;
  if (firstWidth === 4 || mark === YEAR_MARK) return thirdWidth <= 2 && firstWidth !== 3 && firstWidth <= 4 ? YEAR_FIRST : NO_DATE;
  if (firstWidth > 2) return NO_DATE;
  return thirdWidth === 4 ? YEAR_LAST : thirdWidth <= 2 ? SHORT_YEAR : NO_DATE;
}

function oneNumber(number: number, digits: number): number {
  parts.first = number;
  parts.third = digits;
  return ONE_NUMBER;
}

function codeAt(text: string, at: number): number {
  return at < text.length ? plainCode(text.charCodeAt(at)) : -1;
}

function passSpaces(text: string, from: number): number {
  let at = from;
  while (codeAt(text, at) === SPACE) at++;
  return at;
}

/** The digits from `at` on; `width` says how many, `end` where they ended. */
function numberAt(text: string, at: number): number {
  const { length } = text;
  let number = 0;
  let to = at;
  for (; to < length; to++) {
    const digit = plainCode(text.charCodeAt(to)) - ZERO;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  width = to - at;
  end = to;
  return number;
}

/** Nothing more than a time, a zone or the day of the week: `T10:30:00.000Z`, ` 10:30 AM`, ` 00:00:00 +0800`, ` 星期二`. */
function isEnd(text: string, at: number): boolean {
  const { length } = text;
  if (at >= length) return true;
  const first = codeAt(text, at);
  if (first !== SPACE && first !== 84 && first !== COMMA && first !== COLON) return text.charCodeAt(at - 1) > 127 && isClock(text, at); // 日10:30
  const from = passSpaces(text, at + 1);
  return from === length ? first === SPACE : isClock(text, from, first === 84); // T103000 needs no colon
}

const CLOCK_LETTERS = "APMTZUCGapm上午下午晚凌晨早中时時分秒点星期周週一二三四五六日天"; // AM, PM, UTC, GMT, Z; 上午10时30分; 星期二

function isClock(text: string, from: number, told = false): boolean {
  let tells = told;
  for (let at = from; at < text.length; at++) {
    const code = codeAt(text, at);
    if (isDigit(code) || code === SPACE || code === POINT || code === PLUS || code === MINUS || code === COMMA || code === 40 || code === 41) continue;
    if (code === COLON) tells = true;
    else if (!CLOCK_LETTERS.includes(text.charAt(at))) return false;
    else if (code > 127 || code === 77 || code === 109) tells = true; // 12.00.00 AM
  }
  return tells;
}

/** `3 Jun 2025`, `Jun 3, 2025`, `03-JUN-25`, `3. Juni 2025`, `Tuesday, 3rd June 2025`, `2025-Jun-03`. */
function named(text: string, from: number): number {
  const { length } = text;
  let month = 0;
  let numbers = 0;
  let [one, two] = [0, 0];
  let [oneWidth, twoWidth] = [0, 0];
  let at = from;
  while (at < length && (numbers < 2 || month === 0)) {
    const code = codeAt(text, at);
    if (isDigit(code)) {
      const number = numberAt(text, at);
      if (numbers++ === 0) [one, oneWidth] = [number, width];
      else [two, twoWidth] = [number, width];
      at = end;
    } else if (isLetter(code)) {
      const to = wordEnd(text, at);
      const told = monthNamed(text.slice(at, to));
      if (told === undefined || (told > 0 && month > 0)) return NO_DATE;
      month ||= told;
      at = to;
    } else if (code === SPACE || code === MINUS || code === SLASH || code === POINT || code === COMMA || code === APOSTROPHE) at++;
    else return NO_DATE;
  }
  const yearFirst = oneWidth === 4;
  const year = yearFirst ? twoWidth : twoWidth === 4 || twoWidth === 2 ? oneWidth : 0;
  if (numbers < 2 || month === 0 || year === 0 || year > 2 || !isEnd(text, at)) return NO_DATE;
  parts.first = yearFirst ? one : two;
  parts.second = month;
  parts.third = yearFirst ? two : one;
  parts.short = !yearFirst && twoWidth === 2;
  parts.dotted = false;
  return NAMED;
}

function wordEnd(text: string, from: number): number {
  let to = from;
  while (isLetter(codeAt(text, to))) to++;
  return to;
}
