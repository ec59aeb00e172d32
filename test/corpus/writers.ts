/** How the systems write a date and an amount: every form of the ledgers people really have. */
import type { Cell } from "../../src/values/cell";
import { civil, isoText, NONE, two } from "./calendar";

export type DayWriter = (day: number) => Cell;
/** minor units, and how many of them make a unit of the currency */
export type MoneyWriter = (minor: number, scale: number) => Cell;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const written = (write: (year: number, month: number, day: number) => Cell, none: Cell = null): DayWriter => (day) => {
  if (day === NONE) return none;
  const date = civil(day);
  return write(date.year, date.month, date.day);
};

export const serialDay: DayWriter = (day) => (day === NONE ? null : day);
export const isoDay = written((y, m, d) => `${y}-${two(m)}-${two(d)}`);
/** 2025/6/3 */
export const slashYmd = written((y, m, d) => `${y}/${m}/${d}`);
export const chineseDay = written((y, m, d) => `${y}年${m}月${d}日`);
/** 20250603 as text */
export const compactText = written((y, m, d) => `${y}${two(m)}${two(d)}`, "00000000");
export const compactNumber = written((y, m, d) => y * 10000 + m * 100 + d, 0);
/** 03.06.2025, and 00.00.0000 for none, as SAP prints it */
export const dotted = written((y, m, d) => `${two(d)}.${two(m)}.${y}`, "00.00.0000");
/** 06/03/2025 */
export const monthFirst = written((y, m, d) => `${two(m)}/${two(d)}/${y}`, "");
/** 03/06/2025 */
export const dayFirst = written((y, m, d) => `${two(d)}/${two(m)}/${y}`, "");
/** 3 Jun 2025 */
export const named = written((y, m, d) => `${d} ${MONTHS[m - 1]!} ${y}`, "");
/** 03-JUN-2025 */
export const oracleDay = written((y, m, d) => `${two(d)}-${MONTHS[m - 1]!.toUpperCase()}-${y}`, "");
/** Jun 3, 2025 */
export const longNamed = written((y, m, d) => `${MONTHS[m - 1]!} ${d}, ${y}`, "");
/** 2025-06-03 00:00:00 */
export const stamp: DayWriter = (day) => (day === NONE ? "" : `${isoText(day)} 00:00:00`);
export const isoStamp: DayWriter = (day) => (day === NONE ? "" : `${isoText(day)}T00:00:00`);
/** ２０２５－０６－０３ */
export const fullWidthDay: DayWriter = (day) => (day === NONE ? "" : fullWidth(isoText(day)));

export const number: MoneyWriter = (minor, scale) => minor / scale;
/** nothing where nothing is */
export const numberOrBlank: MoneyWriter = (minor, scale) => (minor === 0 ? null : minor / scale);

/** `1,234.50` without a sign */
function digits(minor: number, scale: number, thousands: string, point: string): string {
  const decimals = Math.round(Math.log10(scale));
  const whole = String(Math.floor(Math.abs(minor) / scale)).replace(/\B(?=(\d{3})+$)/g, thousands);
  return decimals === 0 ? whole : `${whole}${point}${String(Math.abs(minor) % scale).padStart(decimals, "0")}`;
}

const english = (minor: number, scale: number): string => digits(minor, scale, ",", ".");
/** 1,234.50 and -1,234.50 */
export const grouped: MoneyWriter = (minor, scale) => `${minor < 0 ? "-" : ""}${english(minor, scale)}`;
/** 1,234.50- */
export const trailingMinus: MoneyWriter = (minor, scale) => `${english(minor, scale)}${minor < 0 ? "-" : ""}`;
/** 1.234,50- */
export const german: MoneyWriter = (minor, scale) => `${digits(minor, scale, ".", ",")}${minor < 0 ? "-" : ""}`;
/** (1,234.50) */
export const brackets: MoneyWriter = (minor, scale) => (minor < 0 ? `(${english(minor, scale)})` : english(minor, scale));
/** $1,234.50 and -$1,234.50 */
export const dollars: MoneyWriter = (minor, scale) => `${minor < 0 ? "-" : ""}$${english(minor, scale)}`;
/** $1,234.50 and ($1,234.50) */
export const dollarBrackets: MoneyWriter = (minor, scale) => (minor < 0 ? `($${english(minor, scale)})` : `$${english(minor, scale)}`);
export const pounds: MoneyWriter = (minor, scale) => `${minor < 0 ? "-" : ""}£${english(minor, scale)}`;
/** ¥1,234.50 */
export const yuan: MoneyWriter = (minor, scale) => `${minor < 0 ? "-" : ""}¥${english(minor, scale)}`;
/** ￥１，２３４．５０ */
export const fullWidthYuan: MoneyWriter = (minor, scale) => fullWidth(`${minor < 0 ? "-" : ""}￥${english(minor, scale)}`);
/** 1,234.50 借, 1,234.50 贷 */
export const chineseSides: MoneyWriter = (minor, scale) => `${english(minor, scale)} ${minor < 0 ? "贷" : "借"}`;
/** 1,234.50 Dr, 1,234.50 Cr */
export const sides: MoneyWriter = (minor, scale) => `${english(minor, scale)} ${minor < 0 ? "Cr" : "Dr"}`;
/** - for nothing, as accounting formats paste it */
export const dashed: MoneyWriter = (minor, scale) => (minor === 0 ? "-" : grouped(minor, scale));
/** 1'234.50 */
export const apostrophes: MoneyWriter = (minor, scale) => `${minor < 0 ? "-" : ""}${digits(minor, scale, "'", ".")}`;
/** USD before the amount */
export const withCode = (code: string): MoneyWriter => (minor, scale) => `${code} ${grouped(minor, scale) as string}`;
/** in thousands, in ten thousands */
export const inUnits = (units: number): MoneyWriter => (minor, scale) => Number((minor / scale / units).toFixed(6));

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
