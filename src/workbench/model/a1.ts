import type { Rect, SheetId } from "./WorkbookPort";

/** Addresses as people write them: `B2`, `$A$1:C9`, `A:C`, `3:5`, `'My sheet'!A1`. Rows and columns are 0-based inside. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export type Area = Omit<Rect, "sheet">;

/** A sheet's name (unquoted), where one is written, and the text behind its `!`. */
export interface SplitAddress {
  readonly sheet: string | undefined;
  readonly rest: string;
}

const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const CELL_LIKE = /^(?:[A-Za-z]{1,3}[0-9]{1,7}|[rR][0-9]*[cC][0-9]*|[rRcC])$/;

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** 0-based; -1 where the letters are no column */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index > MAX_COLUMNS ? -1 : index - 1;
}

/** `Sheet1`, `'My sheet'`, `'It''s'`: quoted exactly where a formula needs it. */
export function sheetPrefix(name: string): string {
  return PLAIN_SHEET.test(name) && !CELL_LIKE.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Splits at the last `!` outside quotes. */
export function splitAddress(address: string): SplitAddress {
  const text = address.trim().replace(/^=/, "");
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), rest: quoted[2]! };
  const at = text.lastIndexOf("!");
  return at < 0 ? { sheet: undefined, rest: text } : { sheet: text.slice(0, at), rest: text.slice(at + 1) };
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?$/;

interface Corner {
  readonly column: number | undefined;
  readonly row: number | undefined;
}

function readCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const column = match[1] === undefined ? undefined : columnIndex(match[1]);
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  if (column === -1 || row === -1 || (row !== undefined && row >= MAX_ROWS)) return undefined;
  return { column, row };
}

/** An address without its sheet, or undefined when the text is none. `""` is no address; callers decide what it means. */
export function parseArea(text: string): Area | undefined {
  const parts = text.trim().split(":");
  if (parts.length > 2) return undefined;
  const first = readCorner(parts[0]!);
  const second = parts.length === 2 ? readCorner(parts[1]!) : first;
  if (!first || !second) return undefined;
  if (parts.length === 1 && (first.row === undefined || first.column === undefined)) return undefined;
  if ((first.row === undefined) !== (second.row === undefined) || (first.column === undefined) !== (second.column === undefined)) return undefined;
  const rows = span(first.row, second.row, MAX_ROWS);
  const columns = span(first.column, second.column, MAX_COLUMNS);
  return { row: rows.from, column: columns.from, rows: rows.count, columns: columns.count };
}

function span(a: number | undefined, b: number | undefined, all: number): { from: number; count: number } {
  if (a === undefined || b === undefined) return { from: 0, count: all };
  return { from: Math.min(a, b), count: Math.abs(a - b) + 1 };
}

/** `A1`, `A1:B2`, `A:C` for whole columns, `3:5` for whole rows. */
export function areaText(area: Area, absolute = false): string {
  const mark = absolute ? "$" : "";
  const column = (index: number) => mark + columnName(index);
  const row = (index: number) => mark + String(index + 1);
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (area.rows >= MAX_ROWS) return `${column(area.column)}:${column(lastColumn)}`;
  if (area.columns >= MAX_COLUMNS) return `${row(area.row)}:${row(lastRow)}`;
  const start = column(area.column) + row(area.row);
  return area.rows === 1 && area.columns === 1 ? start : `${start}:${column(lastColumn)}${row(lastRow)}`;
}

export function addressText(sheetName: string, area: Area, absolute = false): string {
  return `${sheetPrefix(sheetName)}!${areaText(area, absolute)}`;
}

export function rectOf(sheet: SheetId, area: Area): Rect {
  return { sheet, row: area.row, column: area.column, rows: area.rows, columns: area.columns };
}

export function intersect(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return a.sheet !== b.sheet || rows <= 0 || columns <= 0 ? undefined : { sheet: a.sheet, row, column, rows, columns };
}

export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheet: a.sheet,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.sheet === inner.sheet && inner.row >= outer.row && inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows && inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
