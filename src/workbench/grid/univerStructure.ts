import { BooleanNumber, Direction, RANGE_TYPE, type ICommand } from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand, DeleteRangeMoveUpCommand, InsertColByRangeCommand, InsertRangeMoveDownCommand, InsertRangeMoveRightCommand,
  InsertRowByRangeCommand, RemoveColByRangeCommand, RemoveRowByRangeCommand, SetWorksheetActiveOperation, SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation, SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import { visibleWidth } from "../model/memoryFormats";
import type { ChangeKind, Rect, SheetId } from "../model/WorkbookPort";
import { toPixels, toPoints } from "./sizes";
import { rangeOf } from "./toWorkbookData";
import type { UniverCells } from "./univerCells";
import { growSheet } from "./univerStep";
import type { UniverSteps } from "./univerSteps";
import type { UniverUnit } from "./univerUnit";

/** Cells, rows and columns that come and go, and their sizes. */
export class UniverStructure {
  readonly #unit: UniverUnit;
  readonly #steps: UniverSteps;
  readonly #cells: UniverCells;

  constructor(unit: UniverUnit, steps: UniverSteps, cells: UniverCells) {
    this.#unit = unit;
    this.#steps = steps;
    this.#cells = cells;
  }

  insertCells(rect: Rect, shift: "Down" | "Right"): void {
    const rows = shift === "Down" && this.#isWhole(rect.columns, MAX_COLUMNS);
    const columns = shift === "Right" && this.#isWhole(rect.rows, MAX_ROWS);
    this.#structural(rect, () => {
      const where = { unitId: this.#unit.id, subUnitId: rect.sheet };
      if (rows) {
        growSheet(this.#unit, { ...rect, column: 0, columns: 1 });
        this.#unit.run(InsertRowByRangeCommand.id, { ...where, range: this.#wholeRows(rect), direction: Direction.UP });
      } else if (columns) {
        growSheet(this.#unit, { ...rect, row: 0, rows: 1 });
        this.#unit.run(InsertColByRangeCommand.id, { ...where, range: this.#wholeColumns(rect), direction: Direction.LEFT });
      } else this.#invoke(shift === "Down" ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand, { range: rangeOf(rect) });
    });
    this.#structuralEvent(rect, rows ? "RowInserted" : columns ? "ColumnInserted" : "CellInserted", shift);
  }

  deleteCells(rect: Rect, shift: "Up" | "Left"): void {
    const rows = shift === "Up" && this.#isWhole(rect.columns, MAX_COLUMNS);
    const columns = shift === "Left" && this.#isWhole(rect.rows, MAX_ROWS);
    this.#structural(rect, () => {
      const where = { unitId: this.#unit.id, subUnitId: rect.sheet };
      if (rows) this.#unit.run(RemoveRowByRangeCommand.id, { ...where, range: this.#wholeRows(rect) });
      else if (columns) this.#unit.run(RemoveColByRangeCommand.id, { ...where, range: this.#wholeColumns(rect) });
      else this.#invoke(shift === "Up" ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand, { range: rangeOf(rect) });
    });
    this.#structuralEvent(rect, rows ? "RowDeleted" : columns ? "ColumnDeleted" : "CellDeleted", shift);
  }

  columnWidth(sheet: SheetId, column: number): number {
    return toPoints(this.#unit.sheet(sheet).getColumnWidth(column));
  }

  setColumnWidth(sheet: SheetId, column: number, count: number, points: number): void {
    const ranges = [rangeOf({ row: 0, rows: 1, column, columns: count })];
    this.#steps.act(() => {
      growSheet(this.#unit, { sheet, row: 0, rows: 1, column, columns: Math.min(count, 1000) });
      this.#unit.run(SetWorksheetColWidthMutation.id, { unitId: this.#unit.id, subUnitId: sheet, ranges, colWidth: toPixels(points) });
    });
  }

  autofitColumns(sheet: SheetId, column: number, count: number): void {
    const used = this.#cells.usedRect(sheet, true);
    this.#steps.act(() => {
      for (let at = column; at < column + Math.min(count, 1000); at++) {
        const shown = used ? this.#cells.texts({ sheet, row: used.row, column: at, rows: Math.min(used.rows, 10_000), columns: 1 }) : [];
        this.setColumnWidth(sheet, at, 1, visibleWidth(shown.map((row) => row[0]!)));
      }
    });
  }

  rowHeight(sheet: SheetId, row: number): number {
    return toPoints(this.#unit.sheet(sheet).getRowHeight(row));
  }

  setRowHeight(sheet: SheetId, row: number, count: number, points: number): void {
    const ranges = [rangeOf({ row, rows: count, column: 0, columns: 1 })];
    const where = { unitId: this.#unit.id, subUnitId: sheet, ranges };
    this.#steps.act(() => {
      growSheet(this.#unit, { sheet, row, rows: Math.min(count, 10_000), column: 0, columns: 1 });
      this.#unit.run(SetWorksheetRowIsAutoHeightMutation.id, { ...where, autoHeightInfo: BooleanNumber.FALSE });
      this.#unit.run(SetWorksheetRowHeightMutation.id, { ...where, rowHeight: toPixels(points) });
    });
  }

  /** The grid's commands for ranges work on the sheet in front, and take no other. */
  #structural(rect: Rect, act: () => void): void {
    this.#steps.begin();
    this.#steps.flush();
    this.#steps.pushUndo();
    const active = this.#unit.workbook.getActiveSheet().getSheetId();
    const elsewhere = active !== rect.sheet;
    if (elsewhere) this.#unit.run(SetWorksheetActiveOperation.id, { unitId: this.#unit.id, subUnitId: rect.sheet });
    try {
      act();
    } catch (error) {
      this.#steps.end();
      throw error;
    } finally {
      if (elsewhere) this.#unit.run(SetWorksheetActiveOperation.id, { unitId: this.#unit.id, subUnitId: active });
    }
  }

  /** Commands that say they are asynchronous and are not: everything happens before they return. */
  #invoke(command: ICommand, params: object): void {
    void this.#unit.injector.invoke((accessor) => command.handler(accessor, params));
  }

  #structuralEvent(rect: Rect, change: ChangeKind, shift: "Down" | "Right" | "Up" | "Left"): void {
    this.#steps.queue({ type: "changed", rect, change, source: "addin", ...(change.startsWith("Cell") ? { shift } : {}) });
    this.#steps.end();
  }

  #isWhole(count: number, most: number): boolean {
    return count >= most;
  }

  #wholeRows(rect: Rect): object {
    const last = this.#unit.sheet(rect.sheet).getColumnCount() - 1;
    return { startRow: rect.row, endRow: rect.row + rect.rows - 1, startColumn: 0, endColumn: last, rangeType: RANGE_TYPE.ROW };
  }

  #wholeColumns(rect: Rect): object {
    const last = this.#unit.sheet(rect.sheet).getRowCount() - 1;
    return { startRow: 0, endRow: last, startColumn: rect.column, endColumn: rect.column + rect.columns - 1, rangeType: RANGE_TYPE.COLUMN };
  }
}
