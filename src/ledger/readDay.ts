import { errorIn, plain, type Cell } from "../values/cell";
import * as days from "../values/day";
import * as form from "./dateParts";

const { dayIfReal, FIRST_DAY, LAST_DAY, NO_DAY } = days; // bound once: fetched for each cell they cost more than it
const { dateForm, LONGEST_DATE, NAMED, NO_DATE, ONE_NUMBER, parts, SHORT_YEAR, YEAR_FIRST } = form;

export type DateOrder = "ymd" | "dmy" | "mdy";

/** The order of day, month and year where a text does not show it, by how the text is written; undefined = nobody told. */
export interface DateOrders {
  /** `3/6/2025` and `3-6-2025`: dmy or mdy */
  readonly slashed: DateOrder | undefined;
  /** `3.6.2025` */
  readonly dotted: DateOrder | undefined;
  /** `3/6/25`, whatever stands between */
  readonly short: DateOrder | undefined;
}

/** A cell in a date column: a day, NO_DAY for nothing, or one of the marks below. */
export type DayRead = number;

/** not a date at all */
export const UNREADABLE_DAY = -1;
/** a date, but outside 1990 to 2200 */
export const DOUBTFUL_DAY = -2;
/** day, month and year cannot be told apart */
export const UNORDERED_DAY = -3;

/** Serials of the 1904 system are this many days behind. */
export const DAYS_TO_1904 = 1462;

/**
 * First year of the hundred that years of two digits stand for, unless the policy says another: none of them but the years
 * from 1990 on could be a date in a ledger (FIRST_DAY), so that `25` is 2025 and `95` is 1995.
 */
export const CENTURY = 1990;

/** Points are how the day-first countries write (DIN 5008). */
const BY_THEMSELVES: DateOrders = { slashed: undefined, dotted: "dmy", short: undefined };
const ALIKE: Readonly<Record<DateOrder, DateOrders>> = {
  ymd: { slashed: undefined, dotted: "dmy", short: "ymd" }, // with four digits, the year in front needs no order
  dmy: { slashed: "dmy", dotted: "dmy", short: "dmy" },
  mdy: { slashed: "mdy", dotted: "mdy", short: "mdy" },
};

/** What an order that holds for every text says of each way of writing. */
export function ordersFor(order: DateOrder | undefined): DateOrders {
  return order === undefined ? BY_THEMSELVES : ALIKE[order];
}

/**
 * An Excel serial with or without time, `20250603` as number or text, a text in any of the forms of methods.md K4;
 * `shift` is 1462 for serials of the 1904 system, `century` the first year of the hundred that two digits stand for.
 */
export function readDay(cell: Cell, order: DateOrder | undefined, shift: number, century: number = CENTURY): DayRead {
  const value = plain(cell);
  if (typeof value === "number") return dayOfNumber(value, shift);
  if (value === null || value === undefined) return NO_DAY;
  if (typeof value !== "string" || errorIn(value) !== undefined) return UNREADABLE_DAY;
  return dayOfText(value, ordersFor(order), shift, century);
}

export function dayOfNumber(value: number, shift: number): DayRead {
  if (value === 0) return NO_DAY;
  if (value >= 19000101 && value <= 99991231) return Number.isInteger(value) ? compact(value) : UNREADABLE_DAY;
  if (value >= 19000101000000 && value <= 99991231235959) return compact(Math.floor(value / 1e6));
  const serial = Math.floor(value) + shift;
  return serial > 0 && serial < 2958466 ? within(serial) : UNREADABLE_DAY;
}

/** `20250603` */
function compact(digits: number): DayRead {
  return real(Math.floor(digits / 10000), Math.floor(digits / 100) % 100, digits % 100);
}

function within(day: number): DayRead {
  return day >= FIRST_DAY && day <= LAST_DAY ? day : DOUBTFUL_DAY;
}

function real(year: number, month: number, day: number): DayRead {
  const found = dayIfReal(year, month, day);
  if (found === undefined) return isNothing(year, month, day) ? NO_DAY : UNREADABLE_DAY;
  return found >= FIRST_DAY && found <= LAST_DAY ? found : isNothing(year, month, day) ? NO_DAY : DOUBTFUL_DAY;
}

/** 00.00.0000 (SAP), 1900-01-00 (serial 0), and the first days with which Dynamics, .NET and SQL Server say "none": 0001, 1753, 1900-01-01. */
function isNothing(year: number, month: number, day: number): boolean {
  if (day === 0) return month <= 1 && (year === 0 || year === 1900);
  return day === 1 && month === 1 && (year === 1 || year === 1753 || year === 1900);
}

/** Words that stand where no date is, upper case. Whatever else is no date is a doubt. */
const NOTHING = new Set(["", "-", "--", "---", "/", "//", ".", "N/A", "NA", "N.A.", "NONE", "NULL", "NIL", "NAT", "NAN", "00:00:00", "0:00:00", "0:00", "00:00", "无", "空", "暂无"]);

export function dayOfText(text: string, orders: DateOrders, shift: number, century: number): DayRead {
  const written = dateForm(text);
  const { first, second, third } = parts;
  switch (written) {
    case YEAR_FIRST: return real(parts.short ? yearOf(first, century) : first, second, third);
    case ONE_NUMBER: return oneNumber(text, first, third, shift);
    case NAMED: return second === 1 && third === 0 && first === 0 ? NO_DAY : real(parts.short ? yearOf(first, century) : first, second, third);
    case SHORT_YEAR: return short(first, second, third, orders.short, century);
    case NO_DATE: return text.length <= LONGEST_DATE && NOTHING.has(text.normalize("NFKC").trim().replace(/^[−–—]+$/, "-").toUpperCase()) ? NO_DAY : UNREADABLE_DAY;
    default: return ordered(first, second, third, parts.dotted ? orders.dotted : orders.slashed);
  }
}

function oneNumber(text: string, number: number, digits: number, shift: number): DayRead {
  if (number === 0) return NO_DAY;
  if (digits === 8 || digits === 14) return compact(digits === 8 ? number : Math.floor(number / 1e6));
  return digits === 5 ? dayOfNumber(number, shift) : text.trim() === "" ? NO_DAY : UNREADABLE_DAY;
}

/** `3/6/2025`: what the numbers show by themselves, else the order told. An order that the user chose goes before what they show. */
function ordered(first: number, second: number, year: number, order: DateOrder | undefined): DayRead {
  if (first + second <= 1) return isNothing(year, 0, 0) ? NO_DAY : UNREADABLE_DAY; // 1/0/1900 and 00/00/0000, in either order
  if (order === "dmy") return real(year, second, first);
  if (order === "mdy") return real(year, first, second);
  if (first > 12 || first === second) return real(year, second, first);
  return second > 12 ? real(year, first, second) : UNORDERED_DAY;
}

/** `3/6/25`: without an order even the year is not told, save where the numbers leave one reading. */
function short(first: number, second: number, third: number, order: DateOrder | undefined, century: number): DayRead {
  if (first === 0 && second === 0 && third === 0) return NO_DAY;
  if (order === "ymd") return real(yearOf(first, century), second, third);
  if (order !== undefined || second > 12 || third === 0 || third > 31) return ordered(first, second, yearOf(third, century), order);
  return first > 31 ? real(yearOf(first, century), second, third) : UNORDERED_DAY;
}

/** The year of the hundred from `century` on that ends in these two digits. */
export function yearOf(digits: number, century: number): number {
  const year = century - (century % 100) + digits;
  return year < century ? year + 100 : year;
}
