import { errorIn, plain, type Cell } from "../values/cell";
import * as characters from "./characters";
import * as digits from "./digits";
import { firstMoneyWord, type MoneyWord } from "./moneyWords";

const { APOSTROPHE, CLOSING, COLON, COMMA, DOLLAR, isDigit, isLetter, MINUS, OPENING, PLUS, POINT, SPACE } = characters; // bound once: fetched for each character they cost more than it
const { codeAt, digitsEnd, digitsFrom, isMarkUnsure, isRounded, noDigits } = digits;

/** Longer texts are notes. */
const LONGEST_NUMBER = 60;
/** `-`, `--` and `---` stand for nothing. */
const LONGEST_NOTHING = 3;

/** What a text leaves in doubt, as bits. */
export const UNSURE_MARK = 1; // a lone mark before three digits, and nothing else that tells
export const ROUNDED = 2; // a power of ten: digits were lost before we came
export const OWN_UNIT = 4; // 12.5万 counts by itself, whatever its heading says

/** Around the number that was read last; one caller at a time. */
let minuses = 0;
let pluses = 0;
let opened = 0;
let closed = 0;
let side = 0;
let unit = 0;
let currency: MoneyWord | undefined;

/** UNSURE_MARK, ROUNDED and OWN_UNIT of the number that was read last. */
export function lastDoubts(): number {
  return (isMarkUnsure() ? UNSURE_MARK : 0) + (isRounded() ? ROUNDED : 0) + (unit !== 0 ? OWN_UNIT : 0);
}

/** The currency that stood beside it. */
export function lastCurrency(): MoneyWord | undefined {
  return currency;
}

/**
 * A number as a sheet may write it: plain, `1,234.50`, `(1,234.50)`, `1,234.50-`, `1.234,56`, `1 234,56`, `1'234.50`,
 * `1,23,456.78`, full width, with a currency, with a side (`1,234.50 贷`, `Cr`: negative), with its own unit (`12.5万`, `3.2k`),
 * without cents (`1.234,-`), `-` alone = 0. NaN where it is none: a percentage, a date, an error, groups that are no thousands.
 */
export function readNumber(cell: Cell, mark: digits.DecimalMark): number {
  forget();
  const value = plain(cell);
  if (typeof value === "number") return Number.isFinite(value) ? value : NaN;
  return typeof value === "string" && errorIn(value) === undefined ? readText(value, mark) : NaN;
}

/** A fraction: a number, or a percentage (`12.5%` = 0.125). */
export function readShare(cell: Cell): number {
  const value = plain(cell);
  if (typeof value !== "string" || value.length > LONGEST_NUMBER) return readNumber(cell, undefined);
  const text = value.normalize("NFKC").trim();
  return text.endsWith("%") ? readNumber(text.slice(0, -1), undefined) / 100 : readNumber(text, undefined);
}

/** `readNumber` of a text; by character codes, because a sheet may have a million of them. */
export function readText(text: string, mark: digits.DecimalMark): number {
  forget();
  const { length } = text;
  if (length > LONGEST_NUMBER) return NaN;
  const start = around(text, 0, true);
  if (start < 0) return NaN;
  if (start === length) return minuses > 0 && minuses <= LONGEST_NOTHING && opened === closed ? 0 : NaN;
  const number = digitsFrom(text, start, mark);
  if (number !== number || around(text, digitsEnd(), false) !== length) return NaN;
  if (opened !== closed || opened > 1 || minuses + pluses > 1) return NaN;
  if (number === 0) return 0;
  const size = unit === 0 ? number : Number((number * unit).toPrecision(15)); // 1.005 thousand is 1005
  return minuses === 1 || opened === 1 || side < 0 ? -size : size;
}

function forget(): void {
  minuses = pluses = opened = closed = side = unit = 0;
  currency = undefined;
  noDigits();
}

/** Passes signs, brackets and words, `before` the digits or behind them; where it ended, or -1 at what is none of these. */
function around(text: string, from: number, before: boolean): number {
  const { length } = text;
  let at = from;
  while (at < length) {
    const code = codeAt(text, at);
    if (isDigit(code)) return before ? at : -1;
    if (code === SPACE || (code === APOSTROPHE && at === 0)) at++;
    else if (before && (code === POINT || code === COMMA)) return isDigit(codeAt(text, at + 1)) ? at : -1;
    else if (isLetter(code) || code === DOLLAR) at = words(text, at, before);
    else if (counted(code)) at++;
    else return -1;
    if (at < 0) return -1;
  }
  return at;
}

function counted(code: number): boolean {
  if (code === MINUS) minuses++;
  else if (code === PLUS) pluses++;
  else if (code === OPENING) opened++;
  else if (code === CLOSING) closed++;
  else return false;
  return true;
}

/** Runs that were understood, by their text: a sheet has few. */
const runs = new Map<string, readonly MoneyWord[]>();
const MOST_RUNS = 500;

/** The single character that was looked up last, and what it says: a column has one `€` beside each of its amounts. */
let lastSign = 0;
let lastSaid: readonly MoneyWord[] = [];

/** The words that a run of letters is made of; none where it says something else. */
function wordsOf(run: string): readonly MoneyWord[] {
  let known = runs.get(run);
  if (known !== undefined) return known;
  const words: MoneyWord[] = [];
  let rest = run.normalize("NFKC");
  for (let found = firstMoneyWord(rest); found !== undefined; found = firstMoneyWord(rest)) {
    words.push(found.word);
    rest = rest.slice(found.length);
  }
  known = rest === "" ? words : [];
  if (runs.size < MOST_RUNS) runs.set(run, known);
  return known;
}

/** A run of letters and what it says: `USD`, `万元贷`, `Cr.`; -1 where it says nothing known, or two things of a kind. */
function words(text: string, from: number, before: boolean): number {
  let to = from;
  for (let code = codeAt(text, to); isLetter(code) || code === DOLLAR; code = codeAt(text, ++to));
  const sign = to === from + 1 ? text.charCodeAt(from) : 0;
  const found = sign !== 0 && sign === lastSign ? lastSaid : wordsOf(text.slice(from, to));
  if (sign !== 0) [lastSign, lastSaid] = [sign, found];
  if (found.length === 0) return -1;
  for (const word of found) if (!takes(word, before)) return -1;
  const next = codeAt(text, to);
  return next === COLON || (next === POINT && found.at(-1)!.abbreviated === true) ? to + 1 : to;
}

/** One side, one unit and one currency a number. */
function takes(word: MoneyWord, before: boolean): boolean {
  if (before && word.after === true) return false;
  if (word.side !== undefined) {
    if (side !== 0) return false;
    side = word.side;
  }
  if (word.unit !== undefined && word.unit !== 1) {
    if (unit !== 0) return false;
    unit = word.unit;
  }
  if (word.currency !== undefined) {
    if (currency !== undefined && currency.currency !== word.currency) return false;
    currency = word;
  }
  return true;
}
