import { RANGE_TYPE } from "@univerjs/core";
import { SetSelectionsOperation } from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import { parseInput } from "../model/inputParsing";
import type { CellFormat, Content, NameInfo, PortEvent, Rect, SheetId, SheetInfo, TableInfo, Value, ValueType, WorkbookPort } from "../model/WorkbookPort";
import { toStyle } from "./cellStyle";
import { toGrid } from "./formulaText";
import { rangeOf } from "./toWorkbookData";
import { UniverCells, type PendingWrites } from "./univerCells";
import { UniverNames } from "./univerNames";
import { UniverSheets } from "./univerSheets";
import { clearedCell, formulaCell, growSheet, valueCell } from "./univerStep";
import { UniverSteps } from "./univerSteps";
import { UniverStructure } from "./univerStructure";
import { UniverTables } from "./univerTables";
import type { UniverUnit } from "./univerUnit";

export interface BookCalculation {
  idle(): Promise<void>;
  recalculate(full: boolean): void;
}

/** The workbook port over the grid. With its parts (sheets, structure, names, tables, step) the only code that knows the grid's commands. */
export class UniverBook implements WorkbookPort {
  readonly unit: UniverUnit;
  readonly cells: UniverCells;
  readonly nameParts: UniverNames;
  readonly tableParts: UniverTables;
  readonly sheetParts: UniverSheets;
  readonly #structure: UniverStructure;
  readonly #steps: UniverSteps;
  readonly #calculation: BookCalculation;
  readonly #listeners = new Set<(event: PortEvent) => void>();

  constructor(unit: UniverUnit, calculation: BookCalculation) {
    this.unit = unit;
    this.#calculation = calculation;
    this.#steps = new UniverSteps(unit, (rect) => this.values({ ...rect, rows: 1, columns: 1 })[0]![0]!, (event) => this.emit(event));
    const pending: PendingWrites = this.#steps.writes;
    this.cells = new UniverCells(unit, pending);
    this.sheetParts = new UniverSheets(unit, this.#steps);
    this.#structure = new UniverStructure(unit, this.#steps, this.cells);
    this.nameParts = new UniverNames(unit, this.#steps);
    this.tableParts = new UniverTables(unit, this.#steps, this.cells, (rect) => this.insertCells(rect, "Down"));
  }

  /** what the grid does now was asked for through the port */
  get acting(): boolean {
    return this.#steps.open;
  }

  emit(event: PortEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  // sheets

  sheets(): readonly SheetInfo[] {
    return this.sheetParts.all();
  }

  activeSheet(): SheetId {
    return this.sheetParts.active();
  }

  addSheet(name?: string): SheetId {
    return this.sheetParts.add(name);
  }

  removeSheet(id: SheetId): void {
    this.#steps.act(() => {
      if (this.sheets().length > 1) {
        for (const table of this.tables().filter((one) => one.rect.sheet === id)) this.removeTable(table.id);
        for (const name of this.names().filter((one) => one.scope === id)) this.removeName(name.name, id);
      }
      this.sheetParts.remove(id);
    });
  }

  changeSheet(id: SheetId, change: Parameters<WorkbookPort["changeSheet"]>[1]): void {
    this.sheetParts.change(id, change);
  }

  activateSheet(id: SheetId): void {
    this.sheetParts.activate(id);
  }

  // cells

  values(rect: Rect): Value[][] {
    return this.cells.values(rect);
  }

  formulas(rect: Rect): Value[][] {
    return this.cells.formulas(rect);
  }

  valueTypes(rect: Rect): ValueType[][] {
    return this.cells.valueTypes(rect);
  }

  texts(rect: Rect): string[][] {
    return this.cells.texts(rect);
  }

  numberFormats(rect: Rect): string[][] {
    return this.cells.numberFormats(rect);
  }

  format(rect: Rect): CellFormat {
    return this.cells.format(rect);
  }

  usedRect(sheet: SheetId, valuesOnly: boolean): Rect | undefined {
    this.#steps.flush();
    return this.cells.usedRect(sheet, valuesOnly);
  }

  spillOf(sheet: SheetId, row: number, column: number): Rect | undefined {
    return this.cells.spillOf(sheet, row, column);
  }

  spillParent(sheet: SheetId, row: number, column: number): { row: number; column: number } | undefined {
    return this.cells.spillParent(sheet, row, column);
  }

  // writing

  begin(): void {
    this.#steps.begin();
  }

  end(): void {
    this.#steps.end();
  }

  write(rect: Rect, contents: readonly (readonly Content[])[]): void {
    this.unit.sheet(rect.sheet);
    this.#steps.act(() => {
      this.#steps.touching(rect);
      const names = this.unit.knownNames();
      for (let row = 0; row < rect.rows; row++) {
        for (let column = 0; column < rect.columns; column++) this.#put(rect.sheet, rect.row + row, rect.column + column, contents[row]?.[column], names);
      }
    });
  }

  setFormat(rect: Rect, format: CellFormat): void {
    const style = toStyle(format);
    this.#steps.act(() => this.#forEachPlace(rect, (row, column) => this.#steps.writes.putStyle(rect.sheet, row, column, style)));
  }

  clear(rect: Rect, what: "Contents" | "Formats" | "All"): void {
    this.#steps.act(() => {
      if (what !== "Formats") this.#steps.touching(rect);
      this.#forEachPlace(rect, (row, column) => {
        if (what !== "Formats") this.#steps.writes.put(rect.sheet, row, column, clearedCell());
        if (what !== "Contents") this.#steps.writes.putStyle(rect.sheet, row, column, null);
      });
    });
  }

  insertCells(rect: Rect, shift: "Down" | "Right"): void {
    this.#structure.insertCells(rect, shift);
  }

  deleteCells(rect: Rect, shift: "Up" | "Left"): void {
    this.#structure.deleteCells(rect, shift);
  }

  columnWidth(sheet: SheetId, column: number): number {
    return this.#structure.columnWidth(sheet, column);
  }

  setColumnWidth(sheet: SheetId, column: number, count: number, points: number): void {
    this.#structure.setColumnWidth(sheet, column, count, points);
  }

  autofitColumns(sheet: SheetId, column: number, count: number): void {
    this.#steps.flush();
    this.#structure.autofitColumns(sheet, column, count);
  }

  rowHeight(sheet: SheetId, row: number): number {
    return this.#structure.rowHeight(sheet, row);
  }

  setRowHeight(sheet: SheetId, row: number, count: number, points: number): void {
    this.#structure.setRowHeight(sheet, row, count, points);
  }

  // names, tables

  names(): readonly NameInfo[] {
    return this.nameParts.all();
  }

  setName(name: NameInfo): void {
    this.nameParts.set(name);
  }

  removeName(name: string, scope: SheetId | undefined): void {
    this.nameParts.remove(name, scope);
  }

  tables(): readonly TableInfo[] {
    return this.tableParts.all();
  }

  addTable(rect: Rect, hasHeaders: boolean, name?: string): string {
    return this.tableParts.add(rect, hasHeaders, name);
  }

  changeTable(id: string, change: Parameters<WorkbookPort["changeTable"]>[1]): void {
    this.tableParts.change(id, change);
  }

  removeTable(id: string): void {
    this.tableParts.remove(id);
  }

  // selection, calculation, events

  selection(): Rect {
    const range = this.unit.selections.getCurrentLastSelection()?.range;
    const sheet = this.activeSheet();
    if (!range) return { sheet, row: 0, column: 0, rows: 1, columns: 1 };
    const row = Number.isNaN(range.startRow) ? 0 : range.startRow;
    const column = Number.isNaN(range.startColumn) ? 0 : range.startColumn;
    const rows = range.rangeType === RANGE_TYPE.COLUMN ? MAX_ROWS : range.endRow - row + 1;
    const columns = range.rangeType === RANGE_TYPE.ROW ? MAX_COLUMNS : range.endColumn - column + 1;
    return { sheet, row, column, rows, columns };
  }

  select(rect: Rect): void {
    this.#steps.act(() => {
      this.activateSheet(rect.sheet);
      const sheet = this.unit.sheet(rect.sheet);
      const rows = Math.min(rect.rows, Math.max(1, sheet.getRowCount() - rect.row));
      const columns = Math.min(rect.columns, Math.max(1, sheet.getColumnCount() - rect.column));
      growSheet(this.unit, { sheet: rect.sheet, row: rect.row, column: rect.column, rows, columns });
      const range = rangeOf({ row: rect.row, column: rect.column, rows, columns });
      const primary = {
        actualRow: rect.row, actualColumn: rect.column, startRow: rect.row, startColumn: rect.column, endRow: rect.row, endColumn: rect.column,
        isMerged: false, isMergedMainCell: false,
      };
      const selections = [{ range, primary, style: null }];
      this.unit.run(SetSelectionsOperation.id, { unitId: this.unit.id, subUnitId: rect.sheet, selections, reveal: true });
      this.#steps.queue({ type: "selected", rect });
    });
  }

  idle(): Promise<void> {
    return this.#calculation.idle();
  }

  recalculate(full: boolean): void {
    this.#steps.flush();
    this.#calculation.recalculate(full);
  }

  on(listener: (event: PortEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The book was replaced: what was kept beside the old one goes. */
  forget(): void {
    this.tableParts.extras.clear();
    this.sheetParts.veryHidden.clear();
  }

  // inside

  #put(sheet: SheetId, row: number, column: number, content: Content, names: ReadonlyMap<string, string>): void {
    if (content === undefined || content === null) return;
    if (typeof content !== "string") return this.#steps.writes.put(sheet, row, column, valueCell(content));
    const format = this.cells.formatAt(sheet, row, column).numberFormat ?? "General";
    if (format === "@" && content !== "") return this.#steps.writes.put(sheet, row, column, valueCell(content));
    const parsed = parseInput(content);
    if (parsed.kind === "formula") return this.#steps.writes.put(sheet, row, column, formulaCell(toGrid(parsed.formula, names)));
    if (parsed.type === "Empty") return this.#steps.writes.put(sheet, row, column, clearedCell());
    if (parsed.numberFormat !== undefined && format === "General") this.#steps.writes.putStyle(sheet, row, column, toStyle({ numberFormat: parsed.numberFormat }));
    this.#steps.writes.put(sheet, row, column, valueCell(parsed.value, parsed.type === "String" && content.startsWith("'")));
  }

  #forEachPlace(rect: Rect, visit: (row: number, column: number) => void): void {
    const used = rect.rows >= MAX_ROWS || rect.columns >= MAX_COLUMNS ? this.usedRect(rect.sheet, false) : undefined;
    const rows = rect.rows >= MAX_ROWS ? (used ? used.row + used.rows : 0) : rect.rows;
    const columns = rect.columns >= MAX_COLUMNS ? (used ? used.column + used.columns : 0) : rect.columns;
    for (let row = rect.row; row < rect.row + rows; row++) for (let column = rect.column; column < rect.column + columns; column++) visit(row, column);
  }
}
