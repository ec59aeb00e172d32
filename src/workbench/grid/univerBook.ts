import { BooleanNumber, Direction, generateRandomId, RANGE_TYPE, type ICommand, type IMutationInfo } from "@univerjs/core";
import { RemoveDefinedNameMutation, SetDefinedNameMutation, type IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import {
  DeleteRangeMoveLeftCommand, DeleteRangeMoveUpCommand, InsertColByRangeCommand, InsertRangeMoveDownCommand, InsertRangeMoveRightCommand,
  InsertRowByRangeCommand, InsertSheetCommand, RemoveColByRangeCommand, RemoveRowByRangeCommand, RemoveSheetCommand, SetFrozenMutation,
  SetSelectionsOperation, SetTabColorMutation, SetWorksheetActiveOperation, SetWorksheetColWidthMutation, SetWorksheetHideMutation,
  SetWorksheetNameCommand, SetWorksheetOrderMutation, SetWorksheetRowHeightMutation, SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableCommand } from "@univerjs/sheets-table";
import { intersect, MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import { parseInput } from "../model/inputParsing";
import { visibleWidth } from "../model/memoryFormats";
import { mergeRects } from "../model/mergeRects";
import type {
  CellFormat, ChangeKind, Content, NameInfo, PortEvent, Rect, SheetId, SheetInfo, TableInfo, Value, ValueType, WorkbookPort,
} from "../model/WorkbookPort";
import { toStyle } from "./cellStyle";
import { toGrid } from "./formulaText";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, LEAST_COLUMNS, LEAST_ROWS, toPixels, toPoints } from "./sizes";
import { rangeOf } from "./toWorkbookData";
import { UniverCells } from "./univerCells";
import { clearedCell, formulaCell, growSheet, UniverStep, valueCell } from "./univerStep";
import type { UniverUnit } from "./univerUnit";

export interface BookCalculation {
  idle(): Promise<void>;
  recalculate(full: boolean): void;
}

/** What the grid does not keep of a table or a sheet. */
export interface TableExtras {
  style: string;
  showTotals: boolean;
  showHeaders: boolean;
  carried?: unknown;
}

const WORKBOOK_SCOPE = "AllDefaultWorkbook";

/** The workbook port over the grid. The only file, with its step, that knows the names of the grid's commands. */
export class UniverBook implements WorkbookPort {
  readonly unit: UniverUnit;
  readonly cells: UniverCells;
  readonly tableExtras = new Map<string, TableExtras>();
  readonly veryHidden = new Set<SheetId>();
  readonly #step: UniverStep;
  readonly #calculation: BookCalculation;
  readonly #listeners = new Set<(event: PortEvent) => void>();
  #depth = 0;
  #touched: Rect[] = [];
  #before: Value | undefined;
  #waiting: PortEvent[] = [];
  #undos: IMutationInfo[] = [];
  #redos: IMutationInfo[] = [];
  #batch: { dispose(): void } | undefined;

  constructor(unit: UniverUnit, calculation: BookCalculation) {
    this.unit = unit;
    this.#step = new UniverStep(unit);
    this.cells = new UniverCells(unit, this.#step);
    this.#calculation = calculation;
  }

  /** a step is open: what the grid does now was asked for through the port */
  get acting(): boolean {
    return this.#depth > 0;
  }

  emit(event: PortEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  // sheets

  sheets(): readonly SheetInfo[] {
    return this.unit.workbook.getSheets().map((sheet, position) => {
      const config = sheet.getConfig();
      const id = sheet.getSheetId();
      const hidden = config.hidden === BooleanNumber.TRUE;
      return {
        id, name: sheet.getName(), position, rows: MAX_ROWS, columns: MAX_COLUMNS, tabColor: config.tabColor ?? "",
        visibility: hidden ? (this.veryHidden.has(id) ? "VeryHidden" : "Hidden") : "Visible",
        frozenRows: Math.max(0, config.freeze.ySplit), frozenColumns: Math.max(0, config.freeze.xSplit),
      };
    });
  }

  activeSheet(): SheetId {
    return this.unit.workbook.getActiveSheet().getSheetId();
  }

  addSheet(name?: string): SheetId {
    const id = `sheet-${generateRandomId(10)}`;
    const active = this.activeSheet();
    this.#act(() => {
      const sheet = {
        id, name: name ?? this.#freeSheetName(), rowCount: LEAST_ROWS, columnCount: LEAST_COLUMNS,
        defaultColumnWidth: DEFAULT_COLUMN_PIXELS, defaultRowHeight: DEFAULT_ROW_PIXELS,
      };
      this.unit.run(InsertSheetCommand.id, { unitId: this.unit.id, index: this.unit.workbook.getSheets().length, sheet });
      if (this.activeSheet() !== active) this.unit.run(SetWorksheetActiveOperation.id, { unitId: this.unit.id, subUnitId: active });
      this.#queue({ type: "sheetAdded", sheet: id, source: "addin" });
    });
    return id;
  }

  removeSheet(id: SheetId): void {
    this.unit.sheet(id);
    if (this.unit.workbook.getSheets().length === 1) throw new Error("A workbook keeps at least one sheet");
    this.#act(() => {
      const tables = this.tables().filter((table) => table.rect.sheet === id);
      for (const table of tables) this.removeTable(table.id);
      for (const name of this.names().filter((one) => one.scope === id)) this.removeName(name.name, id);
      const active = this.activeSheet();
      this.unit.run(RemoveSheetCommand.id, { unitId: this.unit.id, subUnitId: id });
      this.#queue({ type: "sheetRemoved", sheet: id, source: "addin" });
      if (active === id) this.#queue({ type: "sheetActivated", sheet: this.activeSheet(), source: "addin" });
    });
  }

  changeSheet(id: SheetId, change: Parameters<WorkbookPort["changeSheet"]>[1]): void {
    const sheet = this.unit.sheet(id);
    const where = { unitId: this.unit.id, subUnitId: id };
    this.#act(() => {
      if (change.name !== undefined && change.name !== sheet.getName()) {
        this.unit.run(SetWorksheetNameCommand.id, { ...where, name: change.name });
        this.#queue({ type: "sheetRenamed", sheet: id, source: "addin" });
      }
      if (change.position !== undefined) {
        const fromOrder = this.unit.workbook.getSheets().indexOf(sheet);
        if (fromOrder !== change.position) this.unit.run(SetWorksheetOrderMutation.id, { ...where, fromOrder, toOrder: change.position });
      }
      if (change.visibility !== undefined) this.#setVisibility(id, change.visibility);
      if (change.tabColor !== undefined) this.unit.run(SetTabColorMutation.id, { ...where, color: change.tabColor });
      if (change.frozenRows !== undefined || change.frozenColumns !== undefined) {
        const now = sheet.getConfig().freeze;
        const ySplit = change.frozenRows ?? Math.max(0, now.ySplit);
        const xSplit = change.frozenColumns ?? Math.max(0, now.xSplit);
        this.unit.run(SetFrozenMutation.id, { ...where, ySplit, xSplit, startRow: ySplit > 0 ? ySplit : -1, startColumn: xSplit > 0 ? xSplit : -1 });
      }
    });
  }

  activateSheet(id: SheetId): void {
    this.unit.sheet(id);
    if (this.activeSheet() === id) return;
    this.#act(() => {
      this.unit.run(SetWorksheetActiveOperation.id, { unitId: this.unit.id, subUnitId: id });
      this.#queue({ type: "sheetActivated", sheet: id, source: "addin" });
    });
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
    this.#flush();
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
    if (this.#depth++ === 0) this.#batch = this.unit.undo.__tempBatchingUndoRedo(this.unit.id);
  }

  end(): void {
    if (this.#depth === 0) throw new Error("end without begin");
    if (this.#depth > 1) {
      this.#depth--;
      return;
    }
    const touched = mergeRects(this.#touched);
    const single = this.#touched.length === 1 && touched[0]!.rows * touched[0]!.columns === 1 ? touched[0] : undefined;
    const after = single && this.values(single)[0]![0]!;
    try {
      this.#flush();
      this.#pushUndo();
    } finally {
      this.#depth = 0;
      this.#touched = [];
      this.#batch?.dispose();
      this.#batch = undefined;
    }
    const before = this.#before;
    this.#before = undefined;
    const events = this.#waiting.splice(0);
    for (const rect of touched) {
      const event = { type: "changed", rect, change: "RangeEdited", source: "addin" } as const;
      events.push(single && before !== undefined ? { ...event, before, after: after! } : event);
    }
    for (const event of events) this.emit(event);
  }

  write(rect: Rect, contents: readonly (readonly Content[])[]): void {
    this.unit.sheet(rect.sheet);
    this.#act(() => {
      if (this.#touched.length === 0) this.#before = this.values({ ...rect, rows: 1, columns: 1 })[0]![0]!;
      const names = this.unit.knownNames();
      for (let row = 0; row < rect.rows; row++) {
        for (let column = 0; column < rect.columns; column++) this.#put(rect.sheet, rect.row + row, rect.column + column, contents[row]?.[column], names);
      }
      this.#touched.push(rect);
    });
  }

  setFormat(rect: Rect, format: CellFormat): void {
    const style = toStyle(format);
    this.#act(() => this.#forEachPlace(rect, (row, column) => this.#step.putStyle(rect.sheet, row, column, style)));
  }

  clear(rect: Rect, what: "Contents" | "Formats" | "All"): void {
    this.#act(() => {
      this.#forEachPlace(rect, (row, column) => {
        if (what !== "Formats") this.#step.put(rect.sheet, row, column, clearedCell());
        if (what !== "Contents") this.#step.putStyle(rect.sheet, row, column, null);
      });
      if (what !== "Formats") this.#touched.push(rect);
    });
  }

  insertCells(rect: Rect, shift: "Down" | "Right"): void {
    const rows = shift === "Down" && this.#isWhole(rect.columns, MAX_COLUMNS);
    const columns = shift === "Right" && this.#isWhole(rect.rows, MAX_ROWS);
    this.#structural(rect, () => {
      const where = { unitId: this.unit.id, subUnitId: rect.sheet };
      if (rows) {
        growSheet(this.unit, { ...rect, column: 0, columns: 1 });
        this.unit.run(InsertRowByRangeCommand.id, { ...where, range: this.#wholeRows(rect), direction: Direction.UP });
      } else if (columns) {
        growSheet(this.unit, { ...rect, row: 0, rows: 1 });
        this.unit.run(InsertColByRangeCommand.id, { ...where, range: this.#wholeColumns(rect), direction: Direction.LEFT });
      } else this.#invoke(shift === "Down" ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand, { range: rangeOf(rect) });
    });
    this.#structuralEvent(rect, rows ? "RowInserted" : columns ? "ColumnInserted" : "CellInserted", shift);
  }

  deleteCells(rect: Rect, shift: "Up" | "Left"): void {
    const rows = shift === "Up" && this.#isWhole(rect.columns, MAX_COLUMNS);
    const columns = shift === "Left" && this.#isWhole(rect.rows, MAX_ROWS);
    this.#structural(rect, () => {
      const where = { unitId: this.unit.id, subUnitId: rect.sheet };
      if (rows) this.unit.run(RemoveRowByRangeCommand.id, { ...where, range: this.#wholeRows(rect) });
      else if (columns) this.unit.run(RemoveColByRangeCommand.id, { ...where, range: this.#wholeColumns(rect) });
      else this.#invoke(shift === "Up" ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand, { range: rangeOf(rect) });
    });
    this.#structuralEvent(rect, rows ? "RowDeleted" : columns ? "ColumnDeleted" : "CellDeleted", shift);
  }

  columnWidth(sheet: SheetId, column: number): number {
    return toPoints(this.unit.sheet(sheet).getColumnWidth(column));
  }

  setColumnWidth(sheet: SheetId, column: number, count: number, points: number): void {
    const ranges = [rangeOf({ row: 0, rows: 1, column, columns: count })];
    this.#act(() => {
      growSheet(this.unit, { sheet, row: 0, rows: 1, column, columns: Math.min(count, 1000) });
      this.unit.run(SetWorksheetColWidthMutation.id, { unitId: this.unit.id, subUnitId: sheet, ranges, colWidth: toPixels(points) });
    });
  }

  autofitColumns(sheet: SheetId, column: number, count: number): void {
    const used = this.usedRect(sheet, true);
    this.#act(() => {
      for (let at = column; at < column + Math.min(count, 1000); at++) {
        const shown = used ? this.texts({ sheet, row: used.row, column: at, rows: Math.min(used.rows, 10_000), columns: 1 }) : [];
        this.setColumnWidth(sheet, at, 1, visibleWidth(shown.map((row) => row[0]!)));
      }
    });
  }

  rowHeight(sheet: SheetId, row: number): number {
    return toPoints(this.unit.sheet(sheet).getRowHeight(row));
  }

  setRowHeight(sheet: SheetId, row: number, count: number, points: number): void {
    const ranges = [rangeOf({ row, rows: count, column: 0, columns: 1 })];
    const where = { unitId: this.unit.id, subUnitId: sheet, ranges };
    this.#act(() => {
      growSheet(this.unit, { sheet, row, rows: Math.min(count, 10_000), column: 0, columns: 1 });
      this.unit.run(SetWorksheetRowIsAutoHeightMutation.id, { ...where, autoHeightInfo: BooleanNumber.FALSE });
      this.unit.run(SetWorksheetRowHeightMutation.id, { ...where, rowHeight: toPixels(points) });
    });
  }

  // names, tables

  names(): readonly NameInfo[] {
    return this.#definedNames().map((one) => ({
      name: one.name,
      formula: one.formulaOrRefString.startsWith("=") ? one.formulaOrRefString : `=${one.formulaOrRefString}`,
      scope: one.localSheetId === undefined || one.localSheetId === WORKBOOK_SCOPE ? undefined : one.localSheetId,
      comment: one.comment ?? "",
      visible: one.hidden !== true,
    }));
  }

  setName(name: NameInfo): void {
    const before = this.#nameOf(name.name, name.scope);
    const after = this.nameParams(name, before?.id ?? generateRandomId(10));
    this.#act(() => {
      const set = { id: SetDefinedNameMutation.id, params: { unitId: this.unit.id, ...after } };
      this.unit.run(set.id, set.params);
      const undo = before
        ? { id: SetDefinedNameMutation.id, params: { unitId: this.unit.id, ...before } }
        : { id: RemoveDefinedNameMutation.id, params: set.params };
      this.#remember([undo], [set]);
    });
  }

  nameParams(name: NameInfo, id: string): IDefinedNamesServiceParam {
    // a reference goes without `=`: with it, the grid takes the name for a formula and does not move it with its cells
    const reference = /^=(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu.test(name.formula);
    return {
      id,
      name: name.name,
      formulaOrRefString: reference ? name.formula.slice(1) : toGrid(name.formula, this.unit.knownNames()),
      comment: name.comment,
      localSheetId: name.scope ?? WORKBOOK_SCOPE,
      hidden: !name.visible,
    };
  }

  removeName(name: string, scope: SheetId | undefined): void {
    const before = this.#nameOf(name, scope);
    if (!before) return;
    // guard: the grid's command to remove a name also writes #REF! into every formula that says it, for good; Excel keeps the text
    this.#act(() => {
      const params = { unitId: this.unit.id, ...before };
      this.unit.run(RemoveDefinedNameMutation.id, params);
      this.#remember([{ id: SetDefinedNameMutation.id, params }], [{ id: RemoveDefinedNameMutation.id, params }]);
    });
  }

  tables(): readonly TableInfo[] {
    return this.unit.tables.getTableList(this.unit.id).map((table) => {
      const extras = this.tableExtras.get(table.id);
      const { startRow, startColumn, endRow, endColumn } = table.range;
      return {
        id: table.id,
        name: table.name,
        rect: { sheet: table.subUnitId, row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 },
        showHeaders: extras?.showHeaders ?? true,
        style: extras?.style ?? "TableStyleMedium2",
        showTotals: extras?.showTotals ?? false,
      };
    });
  }

  addTable(rect: Rect, hasHeaders: boolean, name?: string): string {
    if (this.tables().some((table) => intersect(table.rect, rect))) throw new Error("A table cannot overlap another table");
    const id = `table-${generateRandomId(10)}`;
    this.#act(() => {
      if (!hasHeaders) this.insertCells({ ...rect, rows: 1 }, "Down");
      const whole = hasHeaders ? rect : { ...rect, rows: rect.rows + 1 };
      const header = this.#writeHeadings({ ...whole, rows: 1 });
      this.#flush();
      this.unit.run(AddSheetTableMutation.id, {
        unitId: this.unit.id, subUnitId: rect.sheet, tableId: id, name: name ?? this.#freeTableName(), range: rangeOf(whole), header, options: {},
      });
      this.tableExtras.set(id, { style: "TableStyleMedium2", showTotals: false, showHeaders: true });
      this.#queue({ type: "tableAdded", table: id, sheet: rect.sheet, source: "addin" });
    });
    return id;
  }

  changeTable(id: string, change: Parameters<WorkbookPort["changeTable"]>[1]): void {
    const table = this.tables().find((one) => one.id === id);
    if (!table) throw new Error(`There is no table ${id}`);
    this.#act(() => {
      const extras = this.tableExtras.get(id) ?? { style: table.style, showTotals: table.showTotals, showHeaders: true };
      this.tableExtras.set(id, { ...extras, style: change.style ?? extras.style, showTotals: change.showTotals ?? extras.showTotals });
      if (change.rect) {
        this.#writeHeadings({ ...change.rect, rows: 1 });
        this.#flush();
      }
      const named = change.name !== undefined && change.name !== table.name ? { name: change.name } : {};
      const moved = change.rect ? { updateRange: { newRange: rangeOf(change.rect) } } : {};
      if (Object.keys(named).length + Object.keys(moved).length > 0) this.unit.run(SetSheetTableCommand.id, { unitId: this.unit.id, tableId: id, ...named, ...moved });
    });
  }

  removeTable(id: string): void {
    const table = this.tables().find((one) => one.id === id);
    if (!table) return;
    this.#act(() => {
      this.unit.run(DeleteSheetTableMutation.id, { unitId: this.unit.id, subUnitId: table.rect.sheet, tableId: id });
      this.#queue({ type: "tableRemoved", table: id, sheet: table.rect.sheet, source: "addin" });
    });
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
    this.#act(() => {
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
      this.#queue({ type: "selected", rect });
    });
  }

  idle(): Promise<void> {
    return this.#calculation.idle();
  }

  recalculate(full: boolean): void {
    this.#flush();
    this.#calculation.recalculate(full);
  }

  on(listener: (event: PortEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The book was replaced: nothing of the old one is written any more. */
  forget(): void {
    this.tableExtras.clear();
    this.veryHidden.clear();
  }

  // inside

  #act(act: () => void): void {
    this.begin();
    try {
      act();
    } finally {
      this.end();
    }
  }

  #queue(event: PortEvent): void {
    this.#waiting.push(event);
  }

  #flush(): void {
    const { undos, redos } = this.#step.flush();
    this.#remember(undos, redos);
  }

  #remember(undos: readonly IMutationInfo[], redos: readonly IMutationInfo[]): void {
    this.#undos.unshift(...undos);
    this.#redos.push(...redos);
  }

  #pushUndo(): void {
    const undoMutations = this.#undos.splice(0);
    const redoMutations = this.#redos.splice(0);
    if (redoMutations.length > 0) this.unit.undo.pushUndoRedo({ unitID: this.unit.id, undoMutations, redoMutations });
  }

  #put(sheet: SheetId, row: number, column: number, content: Content, names: ReadonlyMap<string, string>): void {
    if (content === undefined || content === null) return;
    if (typeof content !== "string") return this.#step.put(sheet, row, column, valueCell(content));
    const format = this.cells.formatAt(sheet, row, column).numberFormat ?? "General";
    if (format === "@" && content !== "") return this.#step.put(sheet, row, column, valueCell(content));
    const parsed = parseInput(content);
    if (parsed.kind === "formula") return this.#step.put(sheet, row, column, formulaCell(toGrid(parsed.formula, names)));
    if (parsed.type === "Empty") return this.#step.put(sheet, row, column, clearedCell());
    if (parsed.numberFormat !== undefined && format === "General") this.#step.putStyle(sheet, row, column, toStyle({ numberFormat: parsed.numberFormat }));
    this.#step.put(sheet, row, column, valueCell(parsed.value, parsed.type === "String" && content.startsWith("'")));
  }

  #forEachPlace(rect: Rect, visit: (row: number, column: number) => void): void {
    const used = rect.rows >= MAX_ROWS || rect.columns >= MAX_COLUMNS ? this.usedRect(rect.sheet, false) : undefined;
    const rows = rect.rows >= MAX_ROWS ? (used ? used.row + used.rows : 0) : rect.rows;
    const columns = rect.columns >= MAX_COLUMNS ? (used ? used.column + used.columns : 0) : rect.columns;
    for (let row = rect.row; row < rect.row + rows; row++) for (let column = rect.column; column < rect.column + columns; column++) visit(row, column);
  }

  /** The grid's commands for ranges work on the sheet in front, and take no other. */
  #structural(rect: Rect, act: () => void): void {
    this.begin();
    this.#flush();
    this.#pushUndo();
    const active = this.activeSheet();
    const elsewhere = active !== rect.sheet;
    if (elsewhere) this.unit.run(SetWorksheetActiveOperation.id, { unitId: this.unit.id, subUnitId: rect.sheet });
    try {
      act();
    } catch (error) {
      this.end();
      throw error;
    } finally {
      if (elsewhere) this.unit.run(SetWorksheetActiveOperation.id, { unitId: this.unit.id, subUnitId: active });
    }
  }

  /** Commands that say they are asynchronous and are not: everything happens before they return. */
  #invoke(command: ICommand, params: object): void {
    void this.unit.injector.invoke((accessor) => command.handler(accessor, params));
  }

  #structuralEvent(rect: Rect, change: ChangeKind, shift: "Down" | "Right" | "Up" | "Left"): void {
    this.#queue({ type: "changed", rect, change, source: "addin", ...(change.startsWith("Cell") ? { shift } : {}) });
    this.end();
  }

  #isWhole(count: number, most: number): boolean {
    return count >= most;
  }

  #wholeRows(rect: Rect): object {
    const last = this.unit.sheet(rect.sheet).getColumnCount() - 1;
    return { startRow: rect.row, endRow: rect.row + rect.rows - 1, startColumn: 0, endColumn: last, rangeType: RANGE_TYPE.ROW };
  }

  #wholeColumns(rect: Rect): object {
    const last = this.unit.sheet(rect.sheet).getRowCount() - 1;
    return { startRow: 0, endRow: last, startColumn: rect.column, endColumn: rect.column + rect.columns - 1, rangeType: RANGE_TYPE.COLUMN };
  }

  #setVisibility(id: SheetId, visibility: SheetInfo["visibility"]): void {
    if (visibility === "VeryHidden") this.veryHidden.add(id);
    else this.veryHidden.delete(id);
    const hidden = visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.unit.run(SetWorksheetHideMutation.id, { unitId: this.unit.id, subUnitId: id, hidden });
  }

  #definedNames(): IDefinedNamesServiceParam[] {
    return Object.values(this.unit.definedNames.getDefinedNameMap(this.unit.id) ?? {});
  }

  #nameOf(name: string, scope: SheetId | undefined): IDefinedNamesServiceParam | undefined {
    const asked = name.toLowerCase();
    return this.#definedNames().find((one) => one.name.toLowerCase() === asked && (one.localSheetId ?? WORKBOOK_SCOPE) === (scope ?? WORKBOOK_SCOPE));
  }

  #writeHeadings(rect: Rect): string[] {
    const seen = new Set<string>();
    const headings = this.values(rect)[0]!.map((value, at) => {
      const base = value === "" ? `Column${at + 1}` : String(value);
      let name = base;
      for (let again = 2; seen.has(name.toLowerCase()); again++) name = `${base}${again}`;
      seen.add(name.toLowerCase());
      return name;
    });
    const now = this.values(rect)[0]!;
    headings.forEach((name, at) => {
      if (now[at] !== name) this.#step.put(rect.sheet, rect.row, rect.column + at, valueCell(name));
    });
    return headings;
  }

  #freeSheetName(): string {
    const taken = new Set(this.sheets().map((sheet) => sheet.name.toLowerCase()));
    let at = taken.size + 1;
    while (taken.has(`sheet${at}`)) at++;
    return `Sheet${at}`;
  }

  #freeTableName(): string {
    const taken = new Set(this.tables().map((table) => table.name.toLowerCase()));
    let at = taken.size + 1;
    while (taken.has(`table${at}`)) at++;
    return `Table${at}`;
  }
}
