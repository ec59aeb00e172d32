import Papa from "papaparse";
import { dayIfReal } from "../../values/day";
import { MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import type { BookSnapshot, CellSnapshot, ColumnSnapshot } from "../model/bookSnapshot";
import type { CellFormat } from "../model/WorkbookPort";
import { textOf } from "./csvText";
import { FileRefused } from "./fileRefused";

/** A number that loses nothing as one: no leading zero, no plus, no exponent, no grouping; at most 15 digits, all that a number keeps. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;
const MOST_DIGITS = 15;

/** Year first is the one order that nobody reads otherwise; `1/2/2026` stays a text, and the ledger asks what it means. */
const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;

/** Serials below are days that Excel counts wrongly. */
const FIRST_SERIAL = 61;

const TEXT: CellFormat = { numberFormat: "@" };

/**
 * A text table as a book of one sheet. Texts stay texts unless nothing is lost: an id with leading zeros, a number of more
 * than 15 digits, `3-4` and `1e5` stay as they are written; dates with the year first become dates; nothing becomes a formula.
 */
export function openCsv(bytes: Uint8Array, name: string): BookSnapshot {
  const text = textOf(bytes, name);
  const { data } = Papa.parse<string[]>(text.replace(/[\r\n]+$/, ""), { delimiter: "", delimitersToGuess: [",", ";", "\t", "|"], skipEmptyLines: false });
  const rows = withoutTrailingBlanks(data);
  if (rows.length === 0) throw new FileRefused("empty", { name });
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > MAX_ROWS || widest > MAX_COLUMNS) throw new FileRefused("tooManyRows", { name, rows: rows.length, columns: widest });
  const formats = new FormatPlaces();
  const cells = rows.map((row) => row.map((cell) => cellOf(cell, formats)));
  return { sheets: [{ name: sheetName(name), cells, frozenRows: 1, columns: columnsOf(rows, widest) }], active: 0, names: [], formats: formats.list };
}

class FormatPlaces {
  readonly list: CellFormat[] = [];
  readonly #places = new Map<string, number>();

  of(format: CellFormat): number {
    const key = format.numberFormat!;
    let place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, (place = this.list.push(format) - 1));
    return place;
  }
}

function withoutTrailingBlanks(rows: readonly string[][]): readonly string[][] {
  let last = rows.length;
  while (last > 0 && rows[last - 1]!.every((text) => text.trim() === "")) last--;
  return rows.slice(0, last);
}

function cellOf(text: string, formats: FormatPlaces): CellSnapshot | undefined {
  if (text === "") return undefined;
  return numberIn(text, formats) ?? dateIn(text, formats) ?? { value: text, ...(looksLikeMore(text) ? { format: formats.of(TEXT) } : {}) };
}

/** `10.50` is shown with both its decimals. */
function numberIn(text: string, formats: FormatPlaces): CellSnapshot | undefined {
  const match = text.length > MOST_DIGITS + 2 ? null : NUMBER.exec(text);
  if (match === null || text.replace(/[-.]/g, "").length > MOST_DIGITS || /^-0+(?:\.0*)?$/.test(text)) return undefined;
  const decimals = match[1] ?? "";
  return { value: Number(text), ...(decimals.endsWith("0") ? { format: formats.of({ numberFormat: `0.${"0".repeat(decimals.length)}` }) } : {}) };
}

function dateIn(text: string, formats: FormatPlaces): CellSnapshot | undefined {
  const match = text.length > 10 ? null : DATE.exec(text);
  if (match === null) return undefined;
  const [, year, sign, month, day] = match as unknown as [string, string, string, string, string];
  const padded = month.length === 2 && day.length === 2;
  const serial = sign === "-" && !padded ? undefined : dayIfReal(Number(year), Number(month), Number(day)); // 2026-1-2 may be a number of a document
  const pattern = padded ? `yyyy${sign}mm${sign}dd` : `yyyy${sign}m${sign}d`;
  return serial === undefined || serial < FIRST_SERIAL ? undefined : { value: serial, format: formats.of({ numberFormat: pattern }) };
}

/** Texts that a grid would take for something else if they were typed: formulas, numbers, dates, errors. */
function looksLikeMore(text: string): boolean {
  return /^[\s]*[=+\-@#]/.test(text) || /^[\d\s.,/:()%-]+$/.test(text) || /^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text) || /^(?:true|false)$/i.test(text);
}

/** A sheet shows most of a column's texts: points by its longest of the first rows, a Chinese letter as wide as two others. */
const POINTS_A_LETTER = 6.4;
const NARROWEST = 52;
const WIDEST = 240;
const ROWS_LOOKED_AT = 500;

function columnsOf(rows: readonly string[][], count: number): ColumnSnapshot[] {
  const letters = new Array<number>(count).fill(0);
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) row.forEach((text, at) => (letters[at] = Math.max(letters[at]!, lettersIn(text.slice(0, 60)))));
  return letters.map((most, column) => ({ column, width: Math.min(WIDEST, Math.max(NARROWEST, Math.round((most + 2) * POINTS_A_LETTER))) }));
}

function lettersIn(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffdc]/g)?.length ?? 0);
}

/** A name that Excel allows: no `[]:*?/\`, at most 31 characters. */
export function sheetName(file: string): string {
  const name = file.replace(/\.[^.]+$/, "").replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "").trim().slice(0, 31).trim();
  return name === "" ? "Sheet1" : name;
}
