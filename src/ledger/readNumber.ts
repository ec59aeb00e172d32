import { errorIn, plain, type Cell } from "../values/cell";

/** How a column of texts writes its decimals: `1,234.5`, `1.234,5`, or no text that tells. */
export type DecimalMark = "." | "," | undefined;

const LONGEST_NUMBER = 60;
const CREDIT = /(?:贷|cr\.?|h)$/i;
const DEBIT = /(?:借|dr\.?|s)$/i;

/**
 * A number as a sheet may write it: plain, `1,234.50`, `(1,234.50)`, `1,234.50-`, `1.234,56`, full width, with a currency
 * sign, `1,234.50 贷` (credit: negative), `-` alone = 0. NaN where it is none.
 */
export function readNumber(cell: Cell, mark: DecimalMark): number {
  const value = plain(cell);
  if (typeof value === "number") return Number.isFinite(value) ? value : NaN;
  if (typeof value !== "string" || value.length > LONGEST_NUMBER || errorIn(value) !== undefined) return NaN;
  return parse(value.normalize("NFKC").trim(), mark);
}

/**
 * `-1234.56` as most exports write it, at most 15 digits, without a regular expression; NaN for anything else, and for three
 * decimals, which may be thousands.
 */
export function plainNumber(text: string): number {
  const from = text.charCodeAt(0) === 45 ? 1 : 0;
  const { length } = text;
  if (length === from || length - from > 16) return NaN;
  let digits = 0;
  let scale = 0;
  for (let at = from; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      scale *= 10;
    } else if (digit === -2 && scale === 0 && at > from && at < length - 1) scale = 1;
    else return NaN;
  }
  if (scale === 1000 || length - from === 16 && scale === 0) return NaN;
  const value = scale === 0 ? digits : digits / scale;
  return from === 1 && value !== 0 ? -value : value;
}

function parse(text: string, mark: DecimalMark): number {
  if (/^[-–—]$/.test(text)) return 0;
  if (!/\d/.test(text)) return NaN;
  const sign = signOf(text);
  const digits = text
    .replace(CREDIT, "")
    .replace(DEBIT, "")
    .replace(/^\((.*)\)$/, "$1")
    .replace(/[−–—]/g, "-")
    .replace(/^[-+]|[-+]$/g, "")
    .replace(/^(?:[A-Z]{3}|[A-Z]{0,2}[$€£¥₩₹元])\s*/i, "")
    .replace(/\s*(?:[A-Z]{3}|[$€£¥₩₹]|元)$/i, "")
    .replace(/^[-+]/, "")
    .replace(/['\s\u00a0]/g, "");
  if (/[-−–—]\s*[-−–—]|^[-−–—].*[-−–—]$/.test(text)) return NaN;
  if (!/^(?:\d[\d.,]*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(digits)) return NaN;
  const number = Number(withPoint(digits, mark));
  return Number.isFinite(number) ? (number === 0 ? 0 : sign * number) : NaN;
}

function signOf(text: string): number {
  const negative = /^\(.*\)$/.test(text) || /^[-−–—]|[-−–—]$/.test(text.replace(/^[^\d(−–—-]+/, "").replace(/[^\d)−–—-]+$/, "")) || /^[^\d]*[-−]\s*[^\d]*\d/.test(text);
  return CREDIT.test(text) && !negative ? -1 : negative ? -1 : 1;
}

/** The decimal mark is the last of two kinds; a lone one followed by three digits groups thousands, unless the column says otherwise. */
function withPoint(digits: string, mark: DecimalMark): string {
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma >= 0 && point >= 0) return comma > point ? digits.replace(/\./g, "").replace(",", ".") : digits.replace(/,/g, "");
  if (comma >= 0) return isDecimal(digits, ",", mark) ? digits.replace(",", ".") : digits.replace(/,/g, "");
  if (point >= 0) return isDecimal(digits, ".", mark) ? digits : digits.replace(/\./g, "");
  return digits;
}

function isDecimal(digits: string, used: "." | ",", mark: DecimalMark): boolean {
  if (digits.indexOf(used) !== digits.lastIndexOf(used)) return false;
  if (mark !== undefined) return mark === used;
  const after = digits.length - digits.indexOf(used) - 1;
  return used === "." ? true : after !== 3;
}

const COMMA_DECIMAL = /(?:\.\d{3})+,\d+|^\D*\d+,(?:\d{1,2}|\d{4,})\D*$/;
const POINT_DECIMAL = /(?:,\d{3})+\.\d+|^\D*\d+\.(?:\d{1,2}|\d{4,})\D*$/;

/** Which decimal mark the column's texts use, from those that leave no doubt; undefined when they disagree or say nothing. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark {
  let comma = false;
  let point = false;
  for (const text of texts) {
    comma ||= COMMA_DECIMAL.test(text);
    point ||= POINT_DECIMAL.test(text);
  }
  return comma === point ? undefined : comma ? "," : ".";
}
