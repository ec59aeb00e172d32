import type { ICellData, IRange, IStyleData, Nullable } from "@univerjs/core";
import { shownText } from "../model/numberFormatText";
import type { CellFormat, Rect, SheetId, Value, ValueType } from "../model/WorkbookPort";
import { fromStyle } from "./cellStyle";
import { shownValue, valueTypeOf } from "./cellValue";
import { fromGrid } from "./formulaText";
import type { UniverUnit } from "./univerUnit";

/** What a step has written and not yet handed to the grid; reads see through it. */
export interface PendingWrites {
  cell(sheet: SheetId, row: number, column: number): ICellData | undefined;
  style(sheet: SheetId, row: number, column: number): Nullable<IStyleData> | undefined;
}

const LOOKED_AT = 10_000; // cells whose formats are compared; no view needs more

/** Reads of the book, straight from its cells. */
export class UniverCells {
  readonly #unit: UniverUnit;
  readonly #pending: PendingWrites;

  constructor(unit: UniverUnit, pending: PendingWrites) {
    this.#unit = unit;
    this.#pending = pending;
  }

  values(rect: Rect): Value[][] {
    return this.#read(rect, shownValue);
  }

  valueTypes(rect: Rect): ValueType[][] {
    return this.#read(rect, valueTypeOf);
  }

  formulas(rect: Rect): Value[][] {
    return this.#read(rect, (cell, row, column) => this.formulaOf(rect.sheet, cell, row, column) ?? shownValue(cell));
  }

  texts(rect: Rect): string[][] {
    return this.#read(rect, (cell, row, column) => shownText(shownValue(cell), this.formatAt(rect.sheet, row, column).numberFormat ?? "General"));
  }

  numberFormats(rect: Rect): string[][] {
    return this.#read(rect, (_cell, row, column) => this.formatAt(rect.sheet, row, column).numberFormat ?? "General");
  }

  format(rect: Rect): CellFormat {
    const common = new Map<string, unknown>(Object.entries(this.formatAt(rect.sheet, rect.row, rect.column)));
    let looked = 0;
    for (let row = rect.row; row < rect.row + rect.rows && looked < LOOKED_AT; row++) {
      for (let column = rect.column; column < rect.column + rect.columns && looked < LOOKED_AT; column++, looked++) {
        const format = new Map<string, unknown>(Object.entries(this.formatAt(rect.sheet, row, column)));
        for (const key of [...common.keys()]) if (format.get(key) !== common.get(key)) common.delete(key);
      }
    }
    return Object.fromEntries(common) as CellFormat;
  }

  formatAt(sheet: SheetId, row: number, column: number): CellFormat {
    const written = this.#pending.style(sheet, row, column);
    const stored = written === null ? {} : fromStyle(this.#storedStyle(sheet, row, column));
    return written ? { ...stored, ...fromStyle(written) } : stored;
  }

  /** The cell's own formula; one filled down from another is told in the terms of this cell. */
  formulaOf(sheet: SheetId, cell: Nullable<ICellData>, row: number, column: number): string | undefined {
    if (cell?.f) return fromGrid(cell.f);
    if (!cell?.si) return undefined;
    const text = this.#unit.formulas.getFormulaStringByCell(row, column, sheet, this.#unit.id);
    return text ? fromGrid(text) : undefined;
  }

  usedRect(sheet: SheetId, valuesOnly: boolean): Rect | undefined {
    const used = new Bounds();
    const cells = this.#unit.cells(sheet);
    for (const key in cells) {
      const row = Number(key);
      const line = cells[row];
      for (const other in line) {
        const cell = line[Number(other)];
        if (cell && (hasContent(cell) || (!valuesOnly && cell.s))) used.add(row, Number(other));
      }
    }
    eachSpill(this.#unit.spills(sheet), (range) => {
      used.add(range.startRow, range.startColumn);
      used.add(range.endRow, range.endColumn);
    });
    return used.rect(sheet);
  }

  spillOf(sheet: SheetId, row: number, column: number): Rect | undefined {
    const range = this.#unit.spills(sheet)?.[row]?.[column];
    if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) return undefined;
    if (valueTypeOf(this.at(sheet, row, column)) === "Error") return undefined; // #SPILL!
    return { sheet, row, column, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
  }

  spillParent(sheet: SheetId, row: number, column: number): { row: number; column: number } | undefined {
    if (!this.#unit.spilled(sheet)?.[row]?.[column]) return undefined;
    let parent: { row: number; column: number } | undefined;
    eachSpill(this.#unit.spills(sheet), (range, at) => {
      if (row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn) parent = at;
    });
    return parent && (parent.row !== row || parent.column !== column) ? parent : undefined;
  }

  at(sheet: SheetId, row: number, column: number): Nullable<ICellData> {
    const written = this.#pending.cell(sheet, row, column);
    if (written) return written;
    const cell = this.#unit.cells(sheet)[row]?.[column];
    return cell && hasContent(cell) ? cell : (this.#unit.spilled(sheet)?.[row]?.[column] ?? cell);
  }

  #read<T>(rect: Rect, of: (cell: Nullable<ICellData>, row: number, column: number) => T): T[][] {
    const cells = this.#unit.cells(rect.sheet);
    const spilled = this.#unit.spilled(rect.sheet);
    const rows: T[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      const line = cells[row];
      const under = spilled?.[row];
      const out: T[] = [];
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const stored = line?.[column];
        const cell = this.#pending.cell(rect.sheet, row, column) ?? (stored && hasContent(stored) ? stored : (under?.[column] ?? stored));
        out.push(of(cell, row, column));
      }
      rows.push(out);
    }
    return rows;
  }

  #storedStyle(sheet: SheetId, row: number, column: number): Nullable<IStyleData> {
    const styles = this.#unit.workbook.getStyles();
    const cell = this.#unit.cells(sheet)[row]?.[column];
    if (cell?.s) return styles.getStyleByCell(cell);
    const ofColumn = this.#unit.sheet(sheet).getConfig().columnData[column]?.s;
    return ofColumn ? styles.get(ofColumn) : undefined;
  }
}

export function hasContent(cell: ICellData): boolean {
  return (cell.v !== undefined && cell.v !== null && cell.v !== "") || Boolean(cell.f) || Boolean(cell.si) || Boolean(cell.p);
}

export function eachSpill(spills: Record<number, Record<number, IRange>> | undefined, visit: (range: IRange, corner: { row: number; column: number }) => void): void {
  for (const row in spills) {
    for (const column in spills[Number(row)]) {
      const range = spills[Number(row)]?.[Number(column)];
      if (range) visit(range, { row: Number(row), column: Number(column) });
    }
  }
}

class Bounds {
  #top = Infinity;
  #left = Infinity;
  #bottom = -1;
  #right = -1;

  add(row: number, column: number): void {
    this.#top = Math.min(this.#top, row);
    this.#left = Math.min(this.#left, column);
    this.#bottom = Math.max(this.#bottom, row);
    this.#right = Math.max(this.#right, column);
  }

  rect(sheet: SheetId): Rect | undefined {
    if (this.#bottom < 0) return undefined;
    return { sheet, row: this.#top, column: this.#left, rows: this.#bottom - this.#top + 1, columns: this.#right - this.#left + 1 };
  }
}
