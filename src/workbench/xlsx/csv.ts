import Papa from "papaparse";
import type { BookSnapshot, CellSnapshot } from "../model/bookSnapshot";
import { FileRefused } from "./fileRefused";

/** Longest text a cell can hold in Excel. */
const LONGEST_TEXT = 32_767;

/** A number that loses nothing as one: no leading zero, no plus, at most 15 digits, no grouping. */
const SAFE_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_FORMAT = 0;

/**
 * A text table as a book of one sheet. Texts stay texts unless nothing is lost: an id with leading zeros, a number of more
 * than 15 digits and `3-4` stay as they are written; ISO dates become dates; nothing becomes a formula.
 */
export function openCsv(bytes: Uint8Array, name: string): BookSnapshot {
  const text = decoded(bytes, name);
  const { data } = Papa.parse<string[]>(text.replace(/[\r\n]+$/, ""), { delimiter: "", delimitersToGuess: [",", ";", "\t", "|"], skipEmptyLines: false });
  const rows = withoutTrailingBlanks(data);
  if (rows.length === 0) throw new FileRefused("empty", { name });
  return {
    sheets: [{ name: sheetName(name), cells: rows.map((row) => row.map(cellOf)), frozenRows: 1 }],
    active: 0,
    names: [],
    formats: [{ numberFormat: "yyyy-mm-dd" }, { numberFormat: "@" }],
  };
}

function decoded(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new FileRefused("empty", { name });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw new FileRefused("notText", { name });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes); // what Chinese Excel writes when it is not asked
  }
}

function withoutTrailingBlanks(rows: readonly string[][]): readonly string[][] {
  let last = rows.length;
  while (last > 0 && rows[last - 1]!.every((text) => text.trim() === "")) last--;
  return rows.slice(0, last);
}

function cellOf(text: string): CellSnapshot | undefined {
  if (text === "") return undefined;
  if (SAFE_NUMBER.test(text) && text.replace(/[-.]/g, "").length <= 15) return { value: Number(text) };
  const iso = ISO_DATE.exec(text);
  const serial = iso === null ? undefined : serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (serial !== undefined) return { value: serial, format: DATE_FORMAT };
  return { value: text.slice(0, LONGEST_TEXT), ...(wouldChange(text) ? { format: 1 } : {}) };
}

/** Texts that a grid would take for something else if they were typed. */
function wouldChange(text: string): boolean {
  return /^[=+\-@]/.test(text) || /^[\d\s.,/:()%-]+$/.test(text);
}

/** Excel serial of a date that exists, from 1900-03-01 on. */
function serialOf(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const serial = at / 86_400_000 + 25_569;
  return real && serial > 60 && year <= 9999 ? serial : undefined;
}

/** A name that Excel allows: no `[]:*?/\`, at most 31 characters. */
export function sheetName(file: string): string {
  const name = file.replace(/\.[^.]+$/, "").replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "").trim().slice(0, 31);
  return name === "" ? "Sheet1" : name;
}
