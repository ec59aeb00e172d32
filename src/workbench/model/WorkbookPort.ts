/**
 * What the workbench needs of a workbook, whoever keeps it: the in-memory book of the tests, or the Univer grid.
 * No grid's word appears here. Rows and columns are 0-based. All calls are synchronous except `idle`.
 */
export type SheetId = string;

/** A cell's value: empty is `""`, as in Office.js. An error is its text (`#N/A`); `valueTypes` tells it from a text. */
export type Value = number | string | boolean;
export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

export interface Rect {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetInfo {
  readonly id: SheetId;
  readonly name: string;
  readonly position: number;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly rows: number;
  readonly columns: number;
  readonly tabColor: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface NameInfo {
  readonly name: string;
  /** with its `=`: `=Sheet1!$A$1` */
  readonly formula: string;
  /** undefined: the workbook */
  readonly scope: SheetId | undefined;
  readonly comment: string;
  readonly visible: boolean;
}

export interface TableInfo {
  readonly id: string;
  readonly name: string;
  /** headings included */
  readonly rect: Rect;
  readonly showHeaders: boolean;
  readonly style: string;
  readonly showTotals: boolean;
}

/** What is given is set, what is left out stays. Read from a range, a key is left out where its cells differ. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly fontColor?: string;
  readonly fontSize?: number;
  readonly fontName?: string;
  readonly fill?: string;
  readonly horizontal?: "General" | "Left" | "Center" | "Right";
  readonly vertical?: "Top" | "Center" | "Bottom";
  readonly wrap?: boolean;
  readonly borderBottom?: string;
}

/**
 * One cell to write. A text beginning with `=` is a formula, `""` clears, as in Range.values; `null` and `undefined` leave
 * the cell alone. Other texts are read by `parseInput` (inputParsing.ts), unless the cell's number format is `@`.
 */
export type Content = number | string | boolean | null | undefined;

export interface WorkbookPort {
  // sheets
  sheets(): readonly SheetInfo[];
  activeSheet(): SheetId;
  addSheet(name?: string): SheetId;
  removeSheet(id: SheetId): void;
  changeSheet(id: SheetId, change: Partial<Pick<SheetInfo, "name" | "position" | "visibility" | "tabColor" | "frozenRows" | "frozenColumns">>): void;
  activateSheet(id: SheetId): void;

  // cells. A rectangle may reach beyond the sheet (1,048,576 x 16,384 at most): what is not there is empty
  values(rect: Rect): Value[][];
  /** text of the formula with `=`, else the value */
  formulas(rect: Rect): Value[][];
  valueTypes(rect: Rect): ValueType[][];
  /** as shown, with the number format applied */
  texts(rect: Rect): string[][];
  numberFormats(rect: Rect): string[][];
  format(rect: Rect): CellFormat;
  /** smallest rectangle that holds content, or undefined for an empty sheet */
  usedRect(sheet: SheetId, valuesOnly: boolean): Rect | undefined;
  /** the rectangle a formula spilled into, its own cell included; undefined when it did not spill */
  spillOf(sheet: SheetId, row: number, column: number): Rect | undefined;
  /** the cell whose formula spilled over this one */
  spillParent(sheet: SheetId, row: number, column: number): { row: number; column: number } | undefined;

  /**
   * Everything between `begin` and `end` is one step: at most one change of values and one of formats a sheet, one undo
   * step. Reads between them see what was written. They may be nested; the outermost `end` closes the step and raises its
   * `changed` events (source `addin`), adjacent writes merged into one rectangle (`mergeRects`). A write outside is a step of
   * its own. Nothing is rolled back when the caller fails in between.
   */
  begin(): void;
  end(): void;
  /** rectangular, from the top left corner of `rect`; texts are parsed as Excel would parse what is typed */
  write(rect: Rect, contents: readonly (readonly Content[])[]): void;
  setFormat(rect: Rect, format: CellFormat): void;
  clear(rect: Rect, what: "Contents" | "Formats" | "All"): void;
  /**
   * As wide as the sheet (or 16,384 columns) and shifted down: whole rows; as high as the sheet and shifted right: whole
   * columns. Tables, names and formulas follow.
   */
  insertCells(rect: Rect, shift: "Down" | "Right"): void;
  deleteCells(rect: Rect, shift: "Up" | "Left"): void;
  /** points */
  columnWidth(sheet: SheetId, column: number): number;
  setColumnWidth(sheet: SheetId, column: number, count: number, points: number): void;
  autofitColumns(sheet: SheetId, column: number, count: number): void;
  rowHeight(sheet: SheetId, row: number): number;
  setRowHeight(sheet: SheetId, row: number, count: number, points: number): void;

  // names, tables
  names(): readonly NameInfo[];
  setName(name: NameInfo): void;
  removeName(name: string, scope: SheetId | undefined): void;
  tables(): readonly TableInfo[];
  addTable(rect: Rect, hasHeaders: boolean, name?: string): string;
  changeTable(id: string, change: Partial<Pick<TableInfo, "name" | "rect" | "style" | "showTotals">>): void;
  removeTable(id: string): void;

  // selection
  selection(): Rect;
  select(rect: Rect): void;

  // calculation
  /** everything settled: no pass running, no call in flight, no pending cell */
  idle(): Promise<void>;
  recalculate(full: boolean): void;

  on(listener: (event: PortEvent) => void): () => void;
}

export type ChangeKind = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export interface ChangedEvent {
  readonly type: "changed";
  /** for an insertion the new cells, for a deletion the cells that went; rows and columns of a whole sheet's width or height */
  readonly rect: Rect;
  readonly change: ChangeKind;
  readonly source: "addin" | "user";
  /** of CellInserted and CellDeleted */
  readonly shift?: "Down" | "Right" | "Up" | "Left";
  /** of a single edited cell only */
  readonly before?: Value;
  readonly after?: Value;
}

/** Raised for what the user does and for what is written through the port alike; never for a calculated result. */
export type PortEvent =
  | ChangedEvent
  | { readonly type: "calculated"; readonly sheet: SheetId }
  | { readonly type: "selected"; readonly rect: Rect }
  | { readonly type: "sheetAdded" | "sheetRemoved" | "sheetActivated" | "sheetRenamed"; readonly sheet: SheetId; readonly source?: "addin" | "user" }
  | { readonly type: "tableAdded" | "tableRemoved"; readonly table: string; readonly sheet: SheetId; readonly source?: "addin" | "user" }
  | { readonly type: "replaced" };
