import { BooleanNumber, CellValueType, LocaleType, RANGE_TYPE, type ICellData, type IColumnData, type IObjectMatrixPrimitiveType, type IRowData, type IStyleData, type IWorkbookData, type IWorksheetData } from "@univerjs/core";
import type { Area, BookSnapshot, CellSnapshot, SheetSnapshot } from "../model/bookSnapshot";
import type { CellFormat } from "../model/WorkbookPort";
import { isErrorCode } from "../functions/outcomeValue";
import { toStyle } from "./cellStyle";
import { toGrid, type KnownNames } from "./formulaText";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, LEAST_COLUMNS, LEAST_ROWS, toPixels } from "./sizes";

/** A snapshot as the grid's own data. Names and tables are not in it: they are set when the book is there. */
export function toWorkbookData(snapshot: BookSnapshot, unitId: string, sheetIds: readonly string[], locale: "en" | "zh"): IWorkbookData {
  const names: KnownNames = new Map(snapshot.names.map((one) => [one.name.toLowerCase(), one.name]));
  const sheets = snapshot.sheets.map((sheet, at) => [sheetIds[at]!, toSheetData(sheet, sheetIds[at]!, names, snapshot.formats)] as const);
  const styles: Record<string, IStyleData> = {};
  snapshot.formats.forEach((format, at) => (styles[styleId(at)] = toStyle(format)));
  return {
    id: unitId,
    name: "",
    appVersion: "0.25.1",
    locale: locale === "zh" ? LocaleType.ZH_CN : LocaleType.EN_US,
    styles,
    sheetOrder: [...sheetIds],
    sheets: Object.fromEntries(sheets),
  };
}

function styleId(at: number): string {
  return `f${at}`;
}

function toSheetData(sheet: SheetSnapshot, id: string, names: KnownNames, formats: readonly CellFormat[]): Partial<IWorksheetData> {
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  let columns = 0;
  sheet.cells.forEach((row, at) => {
    columns = Math.max(columns, row.length);
    const line: Record<number, ICellData> = {};
    row.forEach((cell, column) => {
      const data = cell && toCell(cell, names);
      if (data) line[column] = data;
    });
    cellData[at] = line;
  });
  const frozenRows = sheet.frozenRows ?? 0;
  const frozenColumns = sheet.frozenColumns ?? 0;
  return {
    id,
    name: sheet.name,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.visibility === undefined || sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: { xSplit: frozenColumns, ySplit: frozenRows, startRow: frozenRows > 0 ? frozenRows : -1, startColumn: frozenColumns > 0 ? frozenColumns : -1 },
    rowCount: Math.max(LEAST_ROWS, sheet.cells.length + 100),
    columnCount: Math.max(LEAST_COLUMNS, columns + 8),
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    showGridlines: sheet.showGridlines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    mergeData: (sheet.merges ?? []).map(rangeOf),
    cellData,
    columnData: columnData(sheet),
    rowData: rowData(sheet, formats),
  };
}

/** Spilled cells are left out: their formula brings them back, and a value in the way would block it. */
function toCell(cell: CellSnapshot, names: KnownNames): ICellData | undefined {
  const style = cell.format === undefined ? {} : { s: styleId(cell.format) };
  if (cell.spilled) return cell.format === undefined ? undefined : style;
  const value = cell.value;
  if (cell.formula !== undefined) return { f: toGrid(cell.formula, names), ...cachedValue(value), ...style };
  if (value === undefined || value === "") return cell.format === undefined ? undefined : style;
  if (typeof value === "string") return { v: value, t: isErrorCode(value) && cell.error !== true ? CellValueType.FORCE_STRING : CellValueType.STRING, ...style };
  return { ...typed(value), ...style };
}

/** The last result is shown until the first pass is over; one that was pending when the file was saved is not. */
function cachedValue(value: CellSnapshot["value"]): ICellData {
  if (value === undefined || value === "" || value === "#BUSY!" || value === "#GETTING_DATA") return {};
  return typed(value);
}

export function typed(value: string | number | boolean): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

function columnData(sheet: SheetSnapshot): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  for (const { column, width, hidden, format } of sheet.columns ?? []) {
    data[column] = {
      ...(width === undefined ? {} : { w: toPixels(width) }),
      ...(hidden === true ? { hd: BooleanNumber.TRUE } : {}),
      ...(format === undefined ? {} : { s: styleId(format) }),
    };
  }
  return data;
}

/** Rows without a height of their own are as high as their largest letters; the grid works that out only for rows it edits. */
function rowData(sheet: SheetSnapshot, formats: readonly CellFormat[]): Record<number, Partial<IRowData>> {
  const data: Record<number, Partial<IRowData>> = {};
  sheet.cells.forEach((cells, row) => {
    const size = cells.reduce((most, cell) => Math.max(most, (cell?.format === undefined ? undefined : formats[cell.format]?.fontSize) ?? 0), 0);
    const height = Math.round(toPixels(size) * 1.3) + 4;
    if (height > DEFAULT_ROW_PIXELS) data[row] = { ah: height, ia: BooleanNumber.TRUE };
  });
  for (const { row, height, hidden } of sheet.rows ?? []) {
    data[row] = { ...(height === undefined ? {} : { h: toPixels(height), ia: BooleanNumber.FALSE }), ...(hidden === true ? { hd: BooleanNumber.TRUE } : {}) };
  }
  return data;
}

export function rangeOf(area: Area): { startRow: number; endRow: number; startColumn: number; endColumn: number; rangeType: RANGE_TYPE } {
  return {
    startRow: area.row, endRow: area.row + area.rows - 1, startColumn: area.column, endColumn: area.column + area.columns - 1, rangeType: RANGE_TYPE.NORMAL,
  };
}
