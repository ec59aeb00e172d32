import { MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { CellFormat, Rect, SheetId, SheetInfo, Value, ValueType } from "./WorkbookPort";

export interface MemoryCell {
  value: Value;
  type: ValueType;
  formula?: string;
  /** this cell's formula spilled so far */
  spill?: { readonly rows: number; readonly columns: number };
  /** the value was spilled here by the formula of that cell */
  parent?: { readonly row: number; readonly column: number };
}

export const EMPTY: Readonly<MemoryCell> = { value: "", type: "Empty" };

/** Excel's own: 64 pixels by 20, in points */
const DEFAULT_WIDTH = 48;
const DEFAULT_HEIGHT = 15;

type Lines<T> = (T[] | undefined)[];

/** One sheet: cells and formats in sparse rows, widths and heights where they were set. */
export class MemorySheet {
  readonly id: SheetId;
  name: string;
  visibility: SheetInfo["visibility"] = "Visible";
  tabColor = "";
  frozenRows = 0;
  frozenColumns = 0;
  private cells: Lines<MemoryCell | undefined> = [];
  private formats: Lines<CellFormat | undefined> = [];
  private widths: (number | undefined)[] = [];
  private heights: (number | undefined)[] = [];

  constructor(id: SheetId, name: string) {
    this.id = id;
    this.name = name;
  }

  info(position: number): SheetInfo {
    const { id, name, visibility, tabColor, frozenRows, frozenColumns } = this;
    return { id, name, position, visibility, rows: MAX_ROWS, columns: MAX_COLUMNS, tabColor, frozenRows, frozenColumns };
  }

  cell(row: number, column: number): Readonly<MemoryCell> {
    return this.cells[row]?.[column] ?? EMPTY;
  }

  setCell(row: number, column: number, cell: MemoryCell | undefined): void {
    if (cell) (this.cells[row] ??= [])[column] = cell;
    else if (this.cells[row]) delete this.cells[row][column];
  }

  format(row: number, column: number): CellFormat {
    return this.formats[row]?.[column] ?? {};
  }

  setFormat(row: number, column: number, format: CellFormat | undefined): void {
    if (format) (this.formats[row] ??= [])[column] = format;
    else if (this.formats[row]) delete this.formats[row][column];
  }

  width(column: number): number {
    return this.widths[column] ?? DEFAULT_WIDTH;
  }

  setWidth(column: number, points: number): void {
    this.widths[column] = points;
  }

  height(row: number): number {
    return this.heights[row] ?? DEFAULT_HEIGHT;
  }

  setHeight(row: number, points: number): void {
    this.heights[row] = points;
  }

  /** every cell that holds something, in reading order */
  forEachCell(visit: (cell: MemoryCell, row: number, column: number) => void): void {
    this.cells.forEach((line, row) => line?.forEach((cell, column) => cell && visit(cell, row, column)));
  }

  /** every cell of a range; of whole columns and rows only as far as anything is used */
  forEachPlace(rect: Rect, visit: (row: number, column: number) => void): void {
    const used = rect.rows >= MAX_ROWS || rect.columns >= MAX_COLUMNS ? this.used(false) : undefined;
    const rows = rect.rows >= MAX_ROWS ? (used ? used.row + used.rows : 0) : rect.rows;
    const columns = rect.columns >= MAX_COLUMNS ? (used ? used.column + used.columns : 0) : rect.columns;
    for (let row = rect.row; row < rect.row + rows; row++) for (let column = rect.column; column < rect.column + columns; column++) visit(row, column);
  }

  /** the corner behind the last cell that holds something, or a format when `valuesOnly` is false */
  used(valuesOnly: boolean): Omit<Rect, "sheet"> | undefined {
    const bounds = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    const include = (row: number, column: number) => {
      bounds.top = Math.min(bounds.top, row);
      bounds.left = Math.min(bounds.left, column);
      bounds.bottom = Math.max(bounds.bottom, row);
      bounds.right = Math.max(bounds.right, column);
    };
    this.forEachCell((cell, row, column) => (cell.type !== "Empty" || cell.formula !== undefined) && include(row, column));
    if (!valuesOnly) this.formats.forEach((line, row) => line?.forEach((format, column) => format && include(row, column)));
    if (bounds.bottom < 0) return undefined;
    return { row: bounds.top, column: bounds.left, rows: bounds.bottom - bounds.top + 1, columns: bounds.right - bounds.left + 1 };
  }

  /** moves what lies below (or right of) `rect` away from its new cells; whole lines take their sizes along */
  insert(rect: Rect, shift: "Down" | "Right", wholeLines: boolean): void {
    for (const lines of [this.cells, this.formats] as Lines<unknown>[]) {
      if (shift === "Down" && wholeLines) insertInto(lines, rect.row, rect.rows);
      else if (shift === "Down") shiftColumns(lines, rect, (line) => (line < rect.row ? line : line + rect.rows));
      else for (const line of linesOf(lines, rect)) insertInto(line, rect.column, rect.columns);
    }
    if (wholeLines && shift === "Down") insertInto(this.heights, rect.row, rect.rows);
    if (wholeLines && shift === "Right") insertInto(this.widths, rect.column, rect.columns);
  }

  remove(rect: Rect, shift: "Up" | "Left", wholeLines: boolean): void {
    for (const lines of [this.cells, this.formats] as Lines<unknown>[]) {
      if (shift === "Up" && wholeLines) lines.splice(rect.row, rect.rows);
      else if (shift === "Up") shiftColumns(lines, rect, (line) => (line < rect.row ? line : line < rect.row + rect.rows ? undefined : line - rect.rows));
      else for (const line of linesOf(lines, rect)) line.splice(rect.column, rect.columns);
    }
    if (wholeLines && shift === "Up") this.heights.splice(rect.row, rect.rows);
    if (wholeLines && shift === "Left") this.widths.splice(rect.column, rect.columns);
  }
}

/** sparse arrays grow first, so that cells behind the last one stay where they are */
function insertInto(line: unknown[], at: number, count: number): void {
  if (at >= line.length) return;
  const behind = line.splice(at);
  line.length = at + count;
  behind.forEach((item, place) => (line[at + count + place] = item));
}

function linesOf(lines: Lines<unknown>, rect: Rect): unknown[][] {
  const found: unknown[][] = [];
  lines.forEach((line, row) => line && row >= rect.row && row < rect.row + rect.rows && found.push(line));
  return found;
}

/** moves the cells of some columns to other rows; undefined: they are deleted */
function shiftColumns(lines: Lines<unknown>, rect: Rect, to: (row: number) => number | undefined): void {
  const moved: { row: number; column: number; item: unknown }[] = [];
  lines.forEach((line, row) => {
    if (!line || row < rect.row) return;
    for (let column = rect.column; column < rect.column + rect.columns && column < line.length; column++) {
      if (!(column in line)) continue;
      const target = to(row);
      if (target !== undefined) moved.push({ row: target, column, item: line[column] });
      delete line[column];
    }
  });
  for (const { row, column, item } of moved) (lines[row] ??= [])[column] = item;
}
