import type { ChartSnapshot } from "./chart";
import type { CellFormat, Value } from "./WorkbookPort";

/**
 * A whole workbook at rest: what a file holds and a grid can show. The grid makes one and opens one; the .xlsx and .csv
 * folders read and write one. No grid's word and no file format's word appears here. Rows and columns are 0-based,
 * sizes are points, colours `#RRGGBB`.
 */
export interface BookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** place of the sheet in front */
  readonly active: number;
  readonly names: readonly NameSnapshot[];
  /** cells name their format by its place here; each format once */
  readonly formats: readonly CellFormat[];
  /** serials count from 1904 in the file; here they always count from 1900, so whoever reads or writes the file adds or takes 1462 */
  readonly date1904?: boolean;
  /** what add-ins keep in the workbook: values that JSON can say */
  readonly settings?: readonly (readonly [key: string, value: unknown])[];
  /** what only the file's own folder understands, handed back as it came */
  readonly carried?: unknown;
}

export interface SheetSnapshot {
  readonly name: string;
  /** row by row; both may be ragged, `undefined` is an empty cell without a format */
  readonly cells: readonly (readonly (CellSnapshot | undefined)[])[];
  /** only columns that differ from the default; each its own entry */
  readonly columns?: readonly ColumnSnapshot[];
  readonly rows?: readonly RowSnapshot[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly visibility?: "Visible" | "Hidden" | "VeryHidden";
  readonly tabColor?: string;
  readonly showGridlines?: boolean;
  readonly merges?: readonly Area[];
  readonly tables?: readonly TableSnapshot[];
  /** over its cells; the grid draws none, and whoever keeps the book beside it does */
  readonly charts?: readonly ChartSnapshot[];
  /** conditional formats, data validation and what else the grid does not show: opaque, handed back as it came */
  readonly carried?: unknown;
}

export interface CellSnapshot {
  /** undefined or "": empty. An error is its text (`#N/A`) with `error`. With a formula: its last result, first cell of a spill */
  readonly value?: Value;
  readonly error?: true;
  /** with its `=`, as a person types it: `=AR.DSO(Ledger)`, no `_xlfn.`, no `_xldudf_` */
  readonly formula?: string;
  /** the formula spilled: height and width, its own cell included */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** the value came from a spill above or to the left; opening leaves it out, the formula brings it back */
  readonly spilled?: true;
  /** place in `BookSnapshot.formats` */
  readonly format?: number;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ColumnSnapshot {
  readonly column: number;
  readonly width?: number;
  readonly hidden?: boolean;
  readonly format?: number;
}

export interface RowSnapshot {
  readonly row: number;
  readonly height?: number;
  readonly hidden?: boolean;
}

export interface NameSnapshot {
  readonly name: string;
  /** with its `=`: `=Sheet1!$A$1:$C$9` */
  readonly formula: string;
  /** name of the sheet it belongs to; left out: the workbook */
  readonly sheet?: string;
  readonly comment?: string;
  readonly visible?: boolean;
}

export interface TableSnapshot {
  readonly name: string;
  /** headings and totals included */
  readonly area: Area;
  readonly showHeaders?: boolean;
  readonly showTotals?: boolean;
  /** `TableStyleMedium2` and the like */
  readonly style?: string;
  /** totals functions and what else the grid does not keep: opaque, handed back as it came */
  readonly carried?: unknown;
}
