import { contains, intersect, MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { Evaluator } from "./evaluator";
import { copyFormat, mergedFormat, visibleWidth } from "./memoryFormats";
import { forgetSheetInFormula, renameSheetInFormula, shiftFormula } from "./formulaReferences";
import { parseInput } from "./inputParsing";
import { calculate } from "./memoryCalculation";
import { MemorySheet, type MemoryCell } from "./memorySheet";
import { mergeRects } from "./mergeRects";
import { shownText } from "./numberFormatText";
import { sheetNamed } from "./resolveReference";
import { shiftRect, type Shift } from "./shiftRect";
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
  private named: NameInfo[] = [];
  private tabled: TableInfo[] = [];
  private active: SheetId;
  private selected: Rect;
  private depth = 0;
  private touched: Rect[] = [];
  private before: Value | undefined;
  private waiting: PortEvent[] = [];
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
    return this.list.map((sheet, position) => ({
      id: sheet.id, name: sheet.name, position, visibility: sheet.visibility, rows: MAX_ROWS, columns: MAX_COLUMNS,
      tabColor: sheet.tabColor, frozenRows: sheet.frozenRows, frozenColumns: sheet.frozenColumns,
    }));
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
      this.rewriteFormulas((formula) => forgetSheetInFormula(formula, sheet.name));
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
      if (change.visibility !== undefined) sheet.visibility = change.visibility;
      if (change.tabColor !== undefined) sheet.tabColor = change.tabColor;
      if (change.frozenRows !== undefined) sheet.frozenRows = change.frozenRows;
      if (change.frozenColumns !== undefined) sheet.frozenColumns = change.frozenColumns;
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
    this.depth++;
  }

  end(): void {
    if (this.depth === 0) throw new Error("end without begin");
    if (--this.depth > 0) return;
    const touched = mergeRects(this.touched);
    const single = this.touched.length === 1 && touched[0]!.rows * touched[0]!.columns === 1 ? touched[0] : undefined;
    this.touched = [];
    if (touched.length > 0 || this.waiting.length > 0) this.settle();
    const before = this.before;
    this.before = undefined;
    const events = this.waiting.splice(0);
    for (const rect of touched) {
      const event = { type: "changed", rect, change: "RangeEdited", source: this.source } as const;
      events.push(single && before !== undefined ? { ...event, before, after: this.values(single)[0]![0]! } : event);
    }
    for (const event of events) for (const listener of [...this.listeners]) listener(event);
  }

  write(rect: Rect, contents: readonly (readonly Content[])[]): void {
    const sheet = this.sheet(rect.sheet);
    this.step(() => {
      if (this.touched.length === 0) this.before = sheet.cell(rect.row, rect.column).value;
      for (let row = 0; row < rect.rows; row++) {
        for (let column = 0; column < rect.columns; column++) this.put(sheet, rect.row + row, rect.column + column, contents[row]?.[column]);
      }
      this.touched.push(rect);
      this.stale = true;
    });
  }

  setFormat(rect: Rect, format: CellFormat): void {
    const sheet = this.sheet(rect.sheet);
    this.forEachPlace(rect, (row, column) => sheet.setFormat(row, column, { ...sheet.format(row, column), ...format }));
  }

  clear(rect: Rect, what: "Contents" | "Formats" | "All"): void {
    const sheet = this.sheet(rect.sheet);
    this.step(() => {
      this.forEachPlace(rect, (row, column) => {
        if (what !== "Formats") sheet.setCell(row, column, undefined);
        if (what !== "Contents") sheet.setFormat(row, column, undefined);
      });
      if (what !== "Formats") this.touched.push(rect);
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
      this.named = [...this.named.filter((one) => !sameName(one, name.name, name.scope)), name];
      this.recalculate(false);
    });
  }

  removeName(name: string, scope: SheetId | undefined): void {
    this.named = this.named.filter((one) => !sameName(one, name, scope));
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
      this.tabled.push({ id, name: name ?? this.freeTableName(), rect: whole, showHeaders: true, style: "TableStyleMedium2", showTotals: false });
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
    if (this.depth > 0) this.waiting.push({ type: "calculated", sheet: this.active });
    else {
      this.settle();
      for (const listener of [...this.listeners]) listener({ type: "calculated", sheet: this.active });
    }
  }

  on(listener: (event: PortEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // inside

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
    let at = this.list.length + 1;
    while (sheetNamed(this, `Sheet${at}`)) at++;
    return `Sheet${at}`;
  }

  private freeTableName(): string {
    let at = this.tabled.length + 1;
    while (this.tabled.some((table) => table.name.toLowerCase() === `table${at}`)) at++;
    return `Table${at}`;
  }

  private read<T>(rect: Rect, of: (cell: Readonly<MemoryCell>, row: number, column: number) => T): T[][] {
    const sheet = this.sheet(rect.sheet);
    this.settle();
    return Array.from({ length: rect.rows }, (_r, row) =>
      Array.from({ length: rect.columns }, (_c, column) => of(sheet.cell(rect.row + row, rect.column + column), rect.row + row, rect.column + column)),
    );
  }

  private put(sheet: MemorySheet, row: number, column: number, content: Content): void {
    if (content === undefined || content === null) return;
    sheet.setCell(row, column, this.parsed(sheet, row, column, content));
  }

  private parsed(sheet: MemorySheet, row: number, column: number, content: number | string | boolean): MemoryCell | undefined {
    if (typeof content === "number") return { value: content, type: "Double" };
    if (typeof content === "boolean") return { value: content, type: "Boolean" };
    const format = sheet.format(row, column).numberFormat ?? "General";
    if (format === "@" && content !== "") return { value: content, type: "String" };
    const parsed = parseInput(content);
    if (parsed.kind === "formula") return { value: "", type: "Empty", formula: parsed.formula };
    if (parsed.type === "Empty") return undefined;
    if (parsed.numberFormat !== undefined && format === "General") sheet.setFormat(row, column, { ...sheet.format(row, column), numberFormat: parsed.numberFormat });
    return { value: parsed.value, type: parsed.type };
  }

  private forEachPlace(rect: Rect, visit: (row: number, column: number) => void): void {
    const used = this.usedRect(rect.sheet, false); // beyond it a whole column has nothing to change
    const rows = rect.rows >= MAX_ROWS ? (used ? used.row + used.rows : 0) : rect.rows;
    const columns = rect.columns >= MAX_COLUMNS ? (used ? used.column + used.columns : 0) : rect.columns;
    for (let row = rect.row; row < rect.row + rows; row++) for (let column = rect.column; column < rect.column + columns; column++) visit(row, column);
  }

  /** tables need a heading in every column, each its own */
  private headings(rect: Rect): void {
    const seen = new Set<string>();
    const row = this.values(rect)[0]!.map((value, at) => {
      const base = value === "" ? `Column${at + 1}` : String(value);
      let name = base;
      for (let again = 2; seen.has(name.toLowerCase()); again++) name = `${base}${again}`;
      seen.add(name.toLowerCase());
      return name;
    });
    const sheet = this.sheet(rect.sheet);
    row.forEach((name, at) => sheet.setCell(rect.row, rect.column + at, { value: name, type: "String" }));
  }

  private renameSheet(sheet: MemorySheet, name: string): void {
    const before = sheet.name;
    sheet.name = name;
    this.rewriteFormulas((formula) => renameSheetInFormula(formula, before, name));
    this.queue({ type: "sheetRenamed", sheet: sheet.id, source: this.source });
  }

  private rewriteFormulas(rewrite: (formula: string, sheet: SheetId) => string): void {
    for (const sheet of this.list) sheet.forEachCell((cell) => cell.formula !== undefined && (cell.formula = rewrite(cell.formula, sheet.id)));
    this.named = this.named.map((name) => ({ ...name, formula: rewrite(name.formula, name.scope ?? "") }));
  }

  /** tables, names and formulas go where their cells went */
  private follow(shift: Shift): void {
    this.rewriteFormulas((formula, home) => shiftFormula(formula, home, shift, (name) => sheetNamed(this, name)));
    this.tabled = this.tabled.flatMap((table) => {
      const rect = shiftRect(table.rect, shift) ?? (contains(shift.rect, table.rect) ? undefined : table.rect);
      return rect ? [{ ...table, rect }] : [];
    });
  }

  private structural(rect: Rect, shift: Shift["direction"], change: ChangeKind): void {
    this.queue({ type: "changed", rect, change, source: this.source, ...(change.startsWith("Cell") ? { shift } : {}) });
  }

  private queue(event: PortEvent): void {
    this.stale = true;
    this.waiting.push(event);
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

function wholeLines(rect: Rect, shift: Shift["direction"]): boolean {
  return shift === "Down" || shift === "Up" ? rect.columns >= MAX_COLUMNS : rect.rows >= MAX_ROWS;
}

function sameName(one: NameInfo, name: string, scope: SheetId | undefined): boolean {
  return one.name.toLowerCase() === name.toLowerCase() && one.scope === scope;
}
