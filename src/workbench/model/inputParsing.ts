import { errorIn } from "../../values/cell";
import { dayIfReal } from "../../values/day";
import type { Value, ValueType } from "./WorkbookPort";

/** What a typed text is: a formula, or a value with the number format that Excel gives an unformatted cell beside it. */
export type Parsed =
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "value"; readonly value: Value; readonly type: ValueType; readonly numberFormat?: string };

/** Excel's rules for English (United States): `m/d/yyyy`, `.` and `,` in numbers. Dates without a year stay text: there is no clock here. */
export function parseInput(text: string): Parsed {
  if (text === "") return value("", "Empty");
  if (text.startsWith("'")) return value(text.slice(1), "String");
  if (/^=\s*\S/.test(text)) return { kind: "formula", formula: text };
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 64) return value(text, "String"); // nothing longer is a number or a date
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return value(upper === "TRUE", "Boolean");
  if (errorIn(upper) !== undefined) return value(upper, "Error");
  return parseNumber(trimmed) ?? parseDateTime(trimmed) ?? value(text, "String");
}

function value(it: Value, type: ValueType, numberFormat?: string): Parsed {
  return numberFormat === undefined ? { kind: "value", value: it, type } : { kind: "value", value: it, type, numberFormat };
}

const NUMBER = /^([+-])?\s?([$€£¥])?\s?([+-])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?\s?(%)?\s?([$€£¥])?$/;

function parseNumber(text: string): Parsed | undefined {
  const bracketed = /^\((.+)\)$/.exec(text); // (1,234.50) is negative in accounting
  const match = NUMBER.exec(bracketed ? bracketed[1]!.trim() : text);
  if (!match) return undefined;
  const [, sign1, before, sign2, digits, exponent, percent, after] = match;
  if ((sign1 && sign2) || (before && after) || (bracketed && (sign1 || sign2))) return undefined;
  const negative = bracketed !== null || sign1 === "-" || sign2 === "-";
  const size = Number(digits!.replace(/,/g, "") + (exponent === undefined ? "" : `e${exponent}`));
  if (!Number.isFinite(size)) return undefined; // beyond 1.8e308 Excel keeps the text
  const scaled = percent ? size / 100 : size;
  const number = Number((negative ? -scaled : scaled).toPrecision(15)); // Excel keeps 15 digits
  return value(number === 0 ? 0 : number, "Double", formatOf(digits!, exponent, percent, before ?? after));
}

function formatOf(digits: string, exponent: string | undefined, percent: string | undefined, currency: string | undefined): string | undefined {
  const decimals = digits.includes(".") && !digits.endsWith(".");
  if (percent) return decimals ? "0.00%" : "0%";
  if (currency) return `${currency}#,##0${decimals ? ".00" : ""}`;
  if (exponent !== undefined) return "0.00E+00";
  if (digits.includes(",")) return decimals ? "#,##0.00" : "#,##0";
  return undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([aApP][mM]))?$/;

function parseDateTime(text: string): Parsed | undefined {
  const time = timeOf(text);
  if (time !== undefined) return value(time, "Double", "h:mm");
  const split = /^(.*\S)[T\s](\d{1,2}:\d{2}(?::\d{2})?(?:\s?[aApP][mM])?)$/.exec(text);
  const date = dateOf(split ? split[1]! : text);
  if (!date) return undefined;
  if (!split) return value(date.serial, "Double", date.format);
  const clock = timeOf(split[2]!);
  return clock === undefined ? undefined : value(date.serial + clock, "Double", "m/d/yyyy h:mm");
}

function timeOf(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const half = match[4]?.toLowerCase();
  const given = Number(match[1]);
  const hours = half === undefined ? given : (given % 12) + (half === "pm" ? 12 : 0);
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59 || (half !== undefined && (given < 1 || given > 12))) return undefined;
  return (hours * 3600 + minutes * 60 + seconds) / 86400;
}

function dateOf(text: string): { serial: number; format: string } | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), "m/d/yyyy");
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (us) return dated(fullYear(us[3]!), Number(us[1]), Number(us[2]), "m/d/yyyy");
  const dayFirst = /^(\d{1,2})[-\s/]([A-Za-z]{3,9})[-\s/,]\s?(\d{2}|\d{4})$/.exec(text);
  if (dayFirst) return dated(fullYear(dayFirst[3]!), monthOf(dayFirst[2]!), Number(dayFirst[1]), "d-mmm-yy");
  const monthFirst = /^([A-Za-z]{3,9})\s(\d{1,2}),?\s(\d{4})$/.exec(text);
  if (monthFirst) return dated(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]), "d-mmm-yy");
  return undefined;
}

/** Excel: 00 to 29 are 2000 to 2029 */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 30 ? 2000 : 1900);
}

function monthOf(name: string): number {
  const asked = name.toLowerCase();
  return (MONTHS.indexOf(asked) + 1) || (FULL_MONTHS.indexOf(asked) + 1);
}

function dated(year: number, month: number, day: number, format: string): { serial: number; format: string } | undefined {
  const serial = year < 1900 || year > 9999 ? undefined : dayIfReal(year, month, day);
  if (serial === undefined || serial < 2) return undefined;
  return { serial: serial < 61 ? serial - 1 : serial, format }; // Excel counts a 29 February 1900 that never was
}
