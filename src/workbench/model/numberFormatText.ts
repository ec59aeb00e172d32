import { civilOf, type Day } from "../../values/day";
import type { Value } from "./WorkbookPort";

/**
 * A value as its cell shows it, for the formats this project writes and meets: General, fixed decimals, thousands,
 * percent, scientific, currency signs and quoted texts around the digits, dates and times. Other sections and colours are left out.
 */
export function shownText(value: Value, format: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (format === "General" || format === "" || format === "@") return general(value);
  const section = sectionFor(value, format);
  if (isDateFormat(section)) return value < 0 ? "########" : dateText(value, section);
  return numberText(value, section, format.includes(";"));
}

function general(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return scientific(value, 5);
  return String(Number(value.toPrecision(size >= 1 ? 11 : 10)));
}

function scientific(value: number, decimals: number): string {
  const [mantissa, exponent] = value.toExponential(decimals).split("e") as [string, string];
  const trimmed = decimals === 5 ? String(Number(mantissa)) : mantissa;
  return `${trimmed}E${exponent.startsWith("-") ? "-" : "+"}${exponent.replace(/[+-]/, "").padStart(2, "0")}`;
}

function sectionFor(value: number, format: string): string {
  const sections = format.split(";");
  if (sections.length >= 3 && value === 0) return sections[2]!;
  return sections.length >= 2 && value < 0 ? sections[1]! : sections[0]!;
}

/** what stands in quotes or behind a backslash is shown as it is, and `_x` is a blank as wide as x */
const LITERAL = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*./g;

function bare(section: string): string {
  return section.replace(LITERAL, "");
}

export function isDateFormat(section: string): boolean {
  return /[ymdhs]/i.test(bare(section)) && !/general/i.test(section);
}

function numberText(value: number, section: string, hasNegativeSection: boolean): string {
  const pattern = /[0#?][0#?,.]*(?:E[+-]0+)?/.exec(section.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (text) => " ".repeat(text.length)));
  if (!pattern) return literals(section);
  const digits = pattern[0];
  const size = Math.abs(value) * (bare(section).includes("%") ? 100 : 1);
  const body = digits.includes("E") ? scientific(size, decimalsOf(digits.split("E")[0]!).least) : fixed(size, digits);
  const zero = Number(body.replace(/,/g, "")) === 0;
  const sign = value < 0 && !zero && !hasNegativeSection ? "-" : "";
  return sign + literals(section.slice(0, pattern.index)) + body + literals(section.slice(pattern.index + digits.length));
}

function decimalsOf(digits: string): { least: number; most: number } {
  const behind = digits.includes(".") ? digits.slice(digits.indexOf(".") + 1) : "";
  return { least: behind.replace(/[^0]/g, "").length, most: behind.replace(/[^0#?]/g, "").length };
}

function fixed(size: number, digits: string): string {
  const { least, most } = decimalsOf(digits);
  const whole = digits.split(".")[0]!;
  const text = size >= 1e21 ? size.toPrecision(15) : size.toFixed(Math.min(most, 100));
  const [before, after = ""] = text.split(".") as [string, string?];
  const kept = after.replace(new RegExp(`(\\d{${least}}\\d*?)0*$`), "$1");
  const padded = before.padStart(whole.replace(/[^0]/g, "").length, "0");
  const grouped = whole.includes(",") ? padded.replace(/\B(?=(\d{3})+$)/g, ",") : padded;
  return (grouped === "0" && !whole.includes("0") ? "" : grouped) + (kept === "" ? "" : `.${kept}`);
}

function literals(text: string): string {
  return text.replace(
    LITERAL,
    (_all, quoted: string | undefined, escaped: string | undefined, currency: string | undefined) => quoted ?? escaped ?? currency ?? "",
  );
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]; // by serial modulo 7

function dateText(value: number, section: string): string {
  const seconds = Math.round((value - Math.floor(value)) * 86400);
  const day = Math.floor(value) + (seconds === 86400 ? 1 : 0);
  const clock = seconds % 86400;
  const { year, month, day: d } = day === 60 ? { year: 1900, month: 2, day: 29 } : civilOf((day < 60 ? day + 1 : day) as Day);
  const half = /am\/pm/i.test(section);
  const hour = Math.floor(clock / 3600);
  let afterHour = false;
  return section.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]|am\/pm|y+|m+|d+|h+|s+/gi, (token: string, quoted?: string, escaped?: string) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? "";
    const kind = token.toLowerCase();
    if (kind === "am/pm") return hour < 12 ? "AM" : "PM";
    if (kind.startsWith("[")) return "";
    const minutes = kind.startsWith("m") && kind.length <= 2 && (afterHour || /^:?s/i.test(section.slice(section.indexOf(token) + token.length)));
    afterHour = kind.startsWith("h");
    if (kind.startsWith("y")) return kind.length <= 2 ? String(year % 100).padStart(2, "0") : String(year).padStart(4, "0");
    if (minutes) return two(Math.floor(clock / 60) % 60, kind);
    if (kind.startsWith("m")) return kind.length > 3 ? MONTHS[month - 1]! : kind.length === 3 ? MONTHS[month - 1]!.slice(0, 3) : two(month, kind);
    if (kind.startsWith("d")) return kind.length > 3 ? DAYS[day % 7]! : kind.length === 3 ? DAYS[day % 7]!.slice(0, 3) : two(d, kind);
    if (kind.startsWith("h")) return two(half ? hour % 12 || 12 : hour, kind);
    return two(clock % 60, kind);
  });
}

function two(number: number, token: string): string {
  return token.length > 1 ? String(number).padStart(2, "0") : String(number);
}
