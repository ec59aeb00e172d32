import type { Cell, Grid } from "../values/cell";
import type { Language } from "../values/say";

/** What the pane asks of whatever holds the workbook. It carries cells in and out, and nothing more. */
export interface Host {
  /** the language the user reads, as the program around us shows it */
  readonly language: Language;
  theme(): Theme;
  onTheme(listener: () => void): Stop;
  /** 1904 in workbooks that count days as old Macs did; judged by the date cells at this place */
  dateSystem(place: Place): Promise<1900 | 1904>;

  /** Every table and every used range without one, with its first rows. */
  areas(signal: AbortSignal): Promise<readonly Area[]>;
  /** Names of the workbook that mean a single cell holding a formula. */
  namedFormulas(): Promise<readonly NamedFormula[]>;
  /** Names that a new name must differ from: names and tables, in any case. */
  takenNames(): Promise<readonly string[]>;
  /** All cells of a reference (`Invoices[#All]`, `'Open items'!A1:J2467`, a name), block by block. */
  read(reference: string, how: ReadHow): Promise<Block>;

  selection(): Promise<Selection | undefined>;
  onSelection(listener: () => void): Stop;
  /** a hint that cells of this sheet were edited; read again to know */
  onEdit(listener: (sheet: string) => void): Stop;
  goTo(place: Place): Promise<void>;
  /** A new sheet, its cells and its names as one step. Answers the name the sheet got. */
  addSheet(plan: SheetPlan): Promise<string>;
  /** Charts over cells of a sheet that is there; a host that draws none answers `unsupported`, and leaves none behind. */
  drawCharts(sheet: string, charts: readonly PlannedChart[]): Promise<void>;
  /** How a sheet that is there prints; a host that sets no pages answers `unsupported`. */
  setPage(sheet: string, page: PagePlan): Promise<void>;
  /** Takes a sheet and names away again that were just added. */
  removeSheet(sheet: string, names: readonly string[]): Promise<void>;
  /** What cells of a sheet show once they are calculated; `onProgress` counts them. A host may give up waiting and answer what they show then. */
  calculated(sheet: string, cells: readonly CellAt[], how: ReadHow): Promise<readonly Cell[]>;
  /** Every cell of the workbook whose formula is wanted, sheet by sheet. */
  formulasLike(isWanted: (formula: string) => boolean, how: ReadHow): Promise<readonly FormulaCell[]>;
  /** The formula of each cell of a block, "" where it holds none. */
  formulasIn(sheet: string, cells: CellBlock): Promise<readonly (readonly string[])[]>;
  /** Whether the add-in starts with the workbook, from now on; answers what held. */
  startsWithBook(starts: boolean): Promise<boolean>;
  /** A workbook file as a new book beside this one; a host that opens none answers `unsupported`. */
  openBook(file: Uint8Array): Promise<void>;
  /** Cells of a sheet that is there, as one step. */
  change(plan: CellsPlan): Promise<void>;

  /** What the workbook itself keeps for whoever opens it next, under a key; undefined where it keeps nothing. Never ledger rows. */
  kept(key: string): Promise<unknown>;
  /** Keeps plain data in the workbook; undefined forgets it. */
  keep(key: string, value: unknown): Promise<void>;

  /** small choices of this user on this machine, such as the language; never ledger rows */
  recall(key: string): string | undefined;
  remember(key: string, value: string): void;
}

export type Stop = () => void;

export interface Theme {
  readonly dark: boolean;
}

/** Somewhere in the workbook; rows and columns count from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell of a sheet that is known. */
export type CellAt = Pick<Place, "row" | "column">;

/** A table or a used range, as seen from its first rows. */
export interface Area {
  /** what a formula would write: `Invoices[#All]`, or `'Open items'!A1:J2467` */
  readonly reference: string;
  /** the table's name, "" for a used range */
  readonly table: string;
  readonly place: Place;
  readonly rows: number;
  readonly columns: number;
  /** the first rows, enough to see the headings */
  readonly head: Grid;
}

export interface NamedFormula {
  readonly name: string;
  readonly place: Place;
  readonly formula: string;
  /** what the cell shows */
  readonly value: Cell;
}

/** A cell with a formula, and what it shows: one cell, or those that it spilled over, its own first. */
export interface FormulaCell {
  readonly place: Place;
  readonly formula: string;
  readonly values: Grid;
}

export interface ReadHow {
  readonly signal: AbortSignal;
  readonly onProgress: (rowsRead: number, rows: number) => void;
}

export interface Block {
  /** the table's name when the reference means its body without the heading row, else "" */
  readonly body: string;
  readonly place: Place;
  readonly grid: Grid;
  /** the formula when the reference is one single cell with a formula, else "" */
  readonly formula: string;
}

export interface Selection {
  readonly place: Place;
  /** as a formula would write it */
  readonly reference: string;
  readonly cells: number;
  /** the table around the selection, "" where there is none */
  readonly table: string;
  /** the active cell's value */
  readonly value: Cell;
}

/** One cell to write: a formula is only ever what we say is one. */
export type PlannedCell = { readonly row: number; readonly column: number; readonly format?: string; readonly look?: Look } & (
  | { readonly formula: string }
  | { readonly value: number | string | boolean }
);

export type Look = "title" | "heading" | "tableHeading" | "figureHeading" | "figure" | "label" | "note" | "columnNote" | "wrapped" | "input" | "example";

export interface SheetPlan {
  /** wished for; a number is added where it is taken */
  readonly sheet: string;
  readonly cells: readonly PlannedCell[];
  /** widths of the first columns, in characters */
  readonly widths: readonly number[];
  readonly names: readonly { readonly name: string; readonly row: number; readonly column: number }[];
  /** show the sheet when it is written */
  readonly show: boolean;
  readonly tables?: readonly PlannedTable[];
  /** what may be typed where; a host that knows no such rules leaves them out */
  readonly rules?: readonly CellRule[];
  /** number formats of whole blocks of cells */
  readonly formats?: readonly (CellBlock & { readonly format: string })[];
  /** rows that stay in view, from the top */
  readonly frozenRows?: number;
  /** points, by row */
  readonly heights?: readonly (readonly [row: number, points: number])[];
}

/** A sheet on one page: what of it, which way up, and what stands below (`&P`, `&N` as Excel has them). */
export interface PagePlan {
  readonly landscape: boolean;
  readonly area: CellBlock;
  readonly footer: string;
}

/** Cells of one sheet; rows and columns count from 0. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table over cells that are written too; its first row holds the headings. */
export interface PlannedTable extends CellBlock {
  readonly name: string;
  readonly style: string;
}

/** A native chart over cells of its sheet, which follows them. */
export interface PlannedChart {
  readonly kind: "line" | "column" | "bar";
  readonly title: string;
  /** what stands along the axis; as many cells as each series has */
  readonly categories: CellBlock;
  readonly series: readonly { readonly name: string; readonly values: CellBlock }[];
  /** the cells that it covers */
  readonly at: CellBlock;
  /** of the axis of values */
  readonly format: string;
}

/** What a block of cells takes, said while a cell is selected; what it does not take is refused, or asked about. */
export interface CellRule extends CellBlock {
  readonly takes: CellContent;
  readonly says: { readonly title: string; readonly message: string };
  readonly otherwise: { readonly title: string; readonly message: string; readonly refuses: boolean };
}

export type CellContent =
  /** days as 2026-12-31, the ends included */
  | { readonly kind: "day"; readonly from: string; readonly to: string }
  | { readonly kind: "number"; readonly from: number; readonly to: number }
  | { readonly kind: "list"; readonly values: readonly string[] };

export interface CellsPlan {
  readonly sheet: string;
  /** contents cleared first */
  readonly cleared?: readonly CellBlock[];
  /** plain cells written as they are, looks left alone: a text stays one, "" is an empty cell, #N/A stays an error */
  readonly blocks?: readonly (CellAt & { readonly values: readonly (readonly (number | string | boolean)[])[] })[];
  readonly cells: readonly PlannedCell[];
  /** the table that these cells belong to: so many rows and columns from its own corner, headings included */
  readonly table?: { readonly name: string; readonly rows: number; readonly columns: number };
}

/** What a host can refuse, by code. The pane has a sentence for each, which says what to do. */
export type ProblemCode = "editing" | "gone" | "protected" | "tooLarge" | "notFound" | "stopped" | "unsupported" | "other";

export class HostProblem extends Error {
  readonly code: ProblemCode;
  /** what the host said, for the one code that has no sentence of its own */
  readonly detail: string;
  constructor(code: ProblemCode, detail = "") {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "HostProblem";
    this.code = code;
    this.detail = detail;
  }
}
