import { intersect } from "./a1";
import type { Evaluator } from "./evaluator";
import { copyFormat, mergedFormat, visibleWidth } from "./memoryFormats";
import { forgetSheetInFormula, renameSheetInFormula, shiftFormula } from "./formulaReferences";
import { calculate } from "./memoryCalculation";
import { followTables, rewriteFormulas } from "./memoryFollow";
import { typeInto } from "./memoryInput";
import { MemorySheet, type MemoryCell } from "./memorySheet";
import { MemoryStep } from "./memoryStep";
import { freeTableName, tableHeadings, withoutName } from "./memoryTables";
import { shownText } from "./numberFormatText";
import { sheetNamed } from "./resolveReference";
import { wholeLines, type Shift } from "./shiftRect";
import type {
  CellFormat, ChangeKind, Content, NameInfo, PortEvent, Rect, SheetId, SheetInfo, TableInfo, Value, ValueType, WorkbookPort,
} from "./WorkbookPort";

/**
 * A workbook in memory, for tests of what hosts an add-in. It stores formulas and asks an evaluator for their results; without
 * one a formula shows #NAME?. It calculates everything again after every step, which is right for books of a test's size.
 */
export class MemoryBook implements WorkbookPort {
  private readonly list: MemorySheet[] = [];
  private readonly listeners = new Set<(event: PortEvent) => void>();
  private readonly evaluator: Evaluator | undefined;
  private named: readonly NameInfo[] = [];
  private tabled: TableInfo[] = [];
  private active: SheetId;
  private selected: Rect;
  private readonly steps = new MemoryStep();
  private source: "addin" | "user" = "addin";
  private lastId = 0;
  /** something was written since the formulas were last calculated */
  private stale = false;
  private calculating = false;

  constructor(options: { readonly sheets?: readonly string[]; readonly evaluator?: Evaluator } = {}) {
    this.evaluator = options.evaluator;
    for (const name of options.sheets ?? ["Sheet1"]) this.list.push(this.newSheet(name));
    this.active = this.list[0]!.id;
    this.selected = { sheet: this.active, row: 0, column: 0, rows: 1, columns: 1 };
    this.evaluator?.onArrived(() => this.recalculate(false));
  }

  /** what a person does at the keyboard: events carry source `user` */
  asUser(act: () => void): void {
    this.source = "user";
    try {
      act();
    } finally {
      this.source = "addin";
    }
  }

  // sheets

  sheets(): readonly SheetInfo[] {
    return this.list.map((sheet, position) => sheet.info(position));
  }

  activeSheet(): SheetId {
    return this.active;
  }

  addSheet(name?: string): SheetId {
    const sheet = this.newSheet(name ?? this.freeName());
    this.step(() => {
      this.list.push(sheet);
      this.queue({ type: "sheetAdded", sheet: sheet.id, source: this.source });
    });
    return sheet.id;
  }

  removeSheet(id: SheetId): void {
    const sheet = this.sheet(id);
    if (this.list.length === 1) throw new Error("A workbook keeps at least one sheet");
    this.step(() => {
      this.list.splice(this.list.indexOf(sheet), 1);
      this.tabled = this.tabled.filter((table) => table.rect.sheet !== id);
      this.named = this.named.filter((name) => name.scope !== id);
      this.rewrite((formula) => forgetSheetInFormula(formula, sheet.name));
      this.queue({ type: "sheetRemoved", sheet: id, source: this.source });
      if (this.active === id) this.activateSheet(this.list[0]!.id);
    });
  }

  changeSheet(id: SheetId, change: Parameters<WorkbookPort["changeSheet"]>[1]): void {
    const sheet = this.sheet(id);
    this.step(() => {
      if (change.name !== undefined && change.name !== sheet.name) this.renameSheet(sheet, change.name);
      if (change.position !== undefined) {
        this.list.splice(this.list.indexOf(sheet), 1);
        this.list.splice(change.position, 0, sheet);
      }
      const { visibility, tabColor, frozenRows, frozenColumns } = { ...sheet, ...change };
      Object.assign(sheet, { visibility, tabColor, frozenRows, frozenColumns });
    });
  }

  activateSheet(id: SheetId): void {
    this.sheet(id);
    if (this.active === id) return;
    this.step(() => {
      this.active = id;
      this.selected = { sheet: id, row: 0, column: 0, rows: 1, columns: 1 };
      this.queue({ type: "sheetActivated", sheet: id, source: this.source });
    });
  }

  // cells

  values(rect: Rect): Value[][] {
    return this.read(rect, (cell) => cell.value);
  }

  formulas(rect: Rect): Value[][] {
    return this.read(rect, (cell) => cell.formula ?? cell.value);
  }

  valueTypes(rect: Rect): ValueType[][] {
    return this.read(rect, (cell) => cell.type);
  }

  texts(rect: Rect): string[][] {
    const sheet = this.sheet(rect.sheet);
    return this.read(rect, (cell, row, column) => shownText(cell.value, sheet.format(row, column).numberFormat ?? "General"));
  }

  numberFormats(rect: Rect): string[][] {
    const sheet = this.sheet(rect.sheet);
    return this.read(rect, (_cell, row, column) => sheet.format(row, column).numberFormat ?? "General");
  }

  format(rect: Rect): CellFormat {
    return mergedFormat(this.sheet(rect.sheet), rect);
  }

  usedRect(sheet: SheetId, valuesOnly: boolean): Rect | undefined {
    this.settle();
    const used = this.sheet(sheet).used(valuesOnly);
    return used && { sheet, ...used };
  }

  spillOf(sheet: SheetId, row: number, column: number): Rect | undefined {
    this.settle();
    const spill = this.sheet(sheet).cell(row, column).spill;
    return spill && { sheet, row, column, ...spill };
  }

  spillParent(sheet: SheetId, row: number, column: number): { row: number; column: number } | undefined {
    this.settle();
    return this.sheet(sheet).cell(row, column).parent;
  }

  // writing

  begin(): void {
    this.steps.begin();
  }

  end(): void {
    if (!this.steps.end()) return;
    this.settle();
    for (const event of this.steps.take(this.source, (rect) => this.values(rect)[0]![0]!)) this.tell(event);
  }

  write(rect: Rect, contents: readonly (readonly Content[])[]): void {
    const sheet = this.sheet(rect.sheet);
    this.step(() => {
      this.steps.wrote(rect, () => sheet.cell(rect.row, rect.column).value);
      for (let row = 0; row < rect.rows; row++) {
        for (let column = 0; column < rect.columns; column++) typeInto(sheet, rect.row + row, rect.column + column, contents[row]?.[column]);
      }
      this.stale = true;
    });
  }

  setFormat(rect: Rect, format: CellFormat): void {
    const sheet = this.sheet(rect.sheet);
    sheet.forEachPlace(rect, (row, column) => sheet.setFormat(row, column, { ...sheet.format(row, column), ...format }));
  }

  clear(rect: Rect, what: "Contents" | "Formats" | "All"): void {
    const sheet = this.sheet(rect.sheet);
    this.step(() => {
      sheet.forEachPlace(rect, (row, column) => {
        if (what !== "Formats") sheet.setCell(row, column, undefined);
        if (what !== "Contents") sheet.setFormat(row, column, undefined);
      });
      if (what !== "Formats") this.steps.wrote(rect);
      this.stale = true;
    });
  }

  insertCells(rect: Rect, shift: "Down" | "Right"): void {
    const whole = wholeLines(rect, shift);
    this.step(() => {
      this.sheet(rect.sheet).insert(rect, shift, whole);
      if (shift === "Down") copyFormat(this.sheet(rect.sheet), rect);
      this.follow({ rect, direction: shift });
      this.structural(rect, shift, whole ? (shift === "Down" ? "RowInserted" : "ColumnInserted") : "CellInserted");
    });
  }

  deleteCells(rect: Rect, shift: "Up" | "Left"): void {
    const whole = wholeLines(rect, shift);
    this.step(() => {
      this.sheet(rect.sheet).remove(rect, shift, whole);
      this.follow({ rect, direction: shift });
      this.structural(rect, shift, whole ? (shift === "Up" ? "RowDeleted" : "ColumnDeleted") : "CellDeleted");
    });
  }

  columnWidth(sheet: SheetId, column: number): number {
    return this.sheet(sheet).width(column);
  }

  setColumnWidth(sheet: SheetId, column: number, count: number, points: number): void {
    for (let at = 0; at < count; at++) this.sheet(sheet).setWidth(column + at, points);
  }

  autofitColumns(sheet: SheetId, column: number, count: number): void {
    const used = this.usedRect(sheet, true);
    for (let at = column; at < column + count; at++) {
      const shown = used ? this.texts({ sheet, row: used.row, column: at, rows: used.rows, columns: 1 }) : [];
      this.sheet(sheet).setWidth(at, visibleWidth(shown.map((row) => row[0]!)));
    }
  }

  rowHeight(sheet: SheetId, row: number): number {
    return this.sheet(sheet).height(row);
  }

  setRowHeight(sheet: SheetId, row: number, count: number, points: number): void {
    for (let at = 0; at < count; at++) this.sheet(sheet).setHeight(row + at, points);
  }

  // names, tables

  names(): readonly NameInfo[] {
    return this.named;
  }

  setName(name: NameInfo): void {
    this.step(() => {
      this.named = [...withoutName(this.named, name.name, name.scope), name];
      this.recalculate(false);
    });
  }

  removeName(name: string, scope: SheetId | undefined): void {
    this.named = withoutName(this.named, name, scope);
    this.recalculate(false);
  }

  tables(): readonly TableInfo[] {
    return this.tabled;
  }

  addTable(rect: Rect, hasHeaders: boolean, name?: string): string {
    if (this.tabled.some((table) => intersect(table.rect, rect))) throw new Error("A table cannot overlap another table");
    const id = `{${String(++this.lastId).padStart(8, "0")}-0000-4000-8000-000000000000}`;
    this.step(() => {
      if (!hasHeaders) this.insertCells({ ...rect, rows: 1 }, "Down");
      const whole = hasHeaders ? rect : { ...rect, rows: rect.rows + 1 };
      this.headings({ ...whole, rows: 1 });
      this.tabled.push(
        { id, name: name ?? freeTableName(this.tabled), rect: whole, showHeaders: true, style: "TableStyleMedium2", showTotals: false },
      );
      this.queue({ type: "tableAdded", table: id, sheet: rect.sheet, source: this.source });
    });
    return id;
  }

  changeTable(id: string, change: Parameters<WorkbookPort["changeTable"]>[1]): void {
    this.step(() => {
      this.tabled = this.tabled.map((table) => (table.id === id ? { ...table, ...change } : table));
      this.recalculate(false);
    });
  }

  removeTable(id: string): void {
    const table = this.tabled.find((one) => one.id === id);
    if (!table) return;
    this.step(() => {
      this.tabled = this.tabled.filter((one) => one.id !== id);
      this.queue({ type: "tableRemoved", table: id, sheet: table.rect.sheet, source: this.source });
    });
  }

  // selection, calculation, events

  selection(): Rect {
    return this.selected;
  }

  select(rect: Rect): void {
    this.step(() => {
      if (rect.sheet !== this.active) this.activateSheet(rect.sheet);
      this.selected = rect;
      this.queue({ type: "selected", rect });
    });
  }

  async idle(): Promise<void> {
    while (this.evaluator && this.evaluator.pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  recalculate(_full: boolean): void {
    this.stale = true;
    if (this.steps.open) return this.steps.queue({ type: "calculated", sheet: this.active });
    this.settle();
    this.tell({ type: "calculated", sheet: this.active });
  }

  on(listener: (event: PortEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private step(act: () => void): void {
    this.begin();
    try {
      act();
    } finally {
      this.end();
    }
  }

  private sheet(id: SheetId): MemorySheet {
    const sheet = this.list.find((one) => one.id === id);
    if (!sheet) throw new Error(`There is no sheet ${id}`);
    return sheet;
  }

  private newSheet(name: string): MemorySheet {
    return new MemorySheet(`{${String(++this.lastId).padStart(8, "0")}-0001-4000-8000-000000000000}`, name);
  }

  private freeName(): string {
    for (let at = this.list.length + 1; ; at++) if (!sheetNamed(this, `Sheet${at}`)) return `Sheet${at}`;
  }

  private read<T>(rect: Rect, of: (cell: Readonly<MemoryCell>, row: number, column: number) => T): T[][] {
    const sheet = this.sheet(rect.sheet);
    this.settle();
    return Array.from({ length: rect.rows }, (_r, row) =>
      Array.from({ length: rect.columns }, (_c, column) => of(sheet.cell(rect.row + row, rect.column + column), rect.row + row, rect.column + column)),
    );
  }

  /** tables need a heading in every column, each its own */
  private headings(rect: Rect): void {
    const sheet = this.sheet(rect.sheet);
    tableHeadings(this.values(rect)[0]!).forEach((name, at) => sheet.setCell(rect.row, rect.column + at, { value: name, type: "String" }));
  }

  private renameSheet(sheet: MemorySheet, name: string): void {
    const before = sheet.name;
    sheet.name = name;
    this.rewrite((formula) => renameSheetInFormula(formula, before, name));
    this.queue({ type: "sheetRenamed", sheet: sheet.id, source: this.source });
  }

  private rewrite(change: (formula: string, home: SheetId) => string): void {
    this.named = rewriteFormulas(this.list, this.named, change);
  }

  /** tables, names and formulas go where their cells went */
  private follow(shift: Shift): void {
    this.rewrite((formula, home) => shiftFormula(formula, home, shift, (name) => sheetNamed(this, name)));
    this.tabled = followTables(this.tabled, shift);
  }

  private structural(rect: Rect, shift: Shift["direction"], change: ChangeKind): void {
    this.queue({ type: "changed", rect, change, source: this.source, ...(change.startsWith("Cell") ? { shift } : {}) });
  }

  private tell(event: PortEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private queue(event: PortEvent): void {
    this.stale = true;
    this.steps.queue(event);
  }

  /** reads inside a step see results, too; while calculating, the evaluator reads what is there so far */
  private settle(): void {
    if (!this.stale || this.calculating) return;
    this.calculating = true;
    this.stale = false;
    try {
      calculate(this.list, this, this.evaluator);
    } finally {
      this.calculating = false;
    }
  }
}
