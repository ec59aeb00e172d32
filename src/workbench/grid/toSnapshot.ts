import { BooleanNumber, type ICellData, type IRange, type IStyleData, type Nullable, type Worksheet } from "@univerjs/core";
import type { Area, BookSnapshot, CellSnapshot, ColumnSnapshot, NameSnapshot, RowSnapshot, SheetSnapshot, TableSnapshot } from "../model/bookSnapshot";
import type { CellFormat, SheetInfo } from "../model/WorkbookPort";
import { fromStyle } from "./cellStyle";
import { errorOf, shownValue } from "./cellValue";
import { toPoints } from "./sizes";
import type { UniverBook } from "./univerBook";

/** What a file brought that the grid does not show, by sheet; kept beside the book and written back. */
export interface Carried {
  readonly book: unknown;
  readonly date1904: boolean | undefined;
  readonly sheets: ReadonlyMap<string, unknown>;
}

/** The book as it is now. Take it at idle: a pending cell has no value to save. */
export function toSnapshot(book: UniverBook, carried: Carried): BookSnapshot {
  const formats = new Formats(book);
  const infos = book.sheets();
  const sheets = infos.map((info) => sheetSnapshot(book, info, formats, carried));
  const nameOf = new Map(infos.map((info) => [info.id, info.name]));
  return {
    sheets,
    active: Math.max(0, infos.findIndex((info) => info.id === book.activeSheet())),
    names: book.names().map((one): NameSnapshot => ({
      name: one.name, formula: one.formula,
      ...(one.scope === undefined ? {} : { sheet: nameOf.get(one.scope) ?? "" }),
      ...(one.comment === "" ? {} : { comment: one.comment }),
      ...(one.visible ? {} : { visible: false }),
    })),
    formats: formats.list,
    ...(carried.date1904 === undefined ? {} : { date1904: carried.date1904 }),
    ...(carried.book === undefined ? {} : { carried: carried.book }),
  };
}

/** Each format once, by the id or the content of its style. */
class Formats {
  readonly list: CellFormat[] = [];
  readonly #book: UniverBook;
  readonly #byStyle = new Map<string, number | undefined>();
  readonly #byContent = new Map<string, number>();

  constructor(book: UniverBook) {
    this.#book = book;
  }

  of(style: Nullable<IStyleData | string>): number | undefined {
    if (!style) return undefined;
    if (typeof style !== "string") return this.#add(fromStyle(style));
    if (!this.#byStyle.has(style)) this.#byStyle.set(style, this.#add(fromStyle(this.#book.unit.workbook.getStyles().get(style))));
    return this.#byStyle.get(style);
  }

  #add(format: CellFormat): number | undefined {
    if (Object.keys(format).length === 0) return undefined;
    const content = JSON.stringify(format);
    let at = this.#byContent.get(content);
    if (at === undefined) {
      at = this.list.push(format) - 1;
      this.#byContent.set(content, at);
    }
    return at;
  }
}

function sheetSnapshot(book: UniverBook, info: SheetInfo, formats: Formats, carried: Carried): SheetSnapshot {
  const sheet = book.unit.sheet(info.id);
  const config = sheet.getConfig();
  const columns = columnsOf(sheet, formats);
  const rows = rowsOf(sheet);
  const merges = sheet.getMergeData().map(areaOf);
  const tables = book.tables().filter((table) => table.rect.sheet === info.id);
  const kept = carried.sheets.get(info.id);
  return {
    name: info.name,
    cells: cellsOf(book, info.id, formats),
    ...(columns.length > 0 ? { columns } : {}),
    ...(rows.length > 0 ? { rows } : {}),
    ...(info.frozenRows > 0 ? { frozenRows: info.frozenRows } : {}),
    ...(info.frozenColumns > 0 ? { frozenColumns: info.frozenColumns } : {}),
    ...(info.visibility === "Visible" ? {} : { visibility: info.visibility }),
    ...(info.tabColor === "" ? {} : { tabColor: info.tabColor }),
    ...(config.showGridlines === BooleanNumber.FALSE ? { showGridlines: false } : {}),
    ...(merges.length > 0 ? { merges } : {}),
    ...(tables.length > 0 ? { tables: tables.map((table): TableSnapshot => {
      const extras = book.tableParts.extras.get(table.id);
      const { row, column, rows: height, columns: width } = table.rect;
      return {
        name: table.name, area: { row, column, rows: height, columns: width }, showHeaders: table.showHeaders, showTotals: table.showTotals, style: table.style,
        ...(extras?.carried === undefined ? {} : { carried: extras.carried }),
      };
    }) } : {}),
    ...(kept === undefined ? {} : { carried: kept }),
  };
}

function cellsOf(book: UniverBook, sheet: string, formats: Formats): (CellSnapshot | undefined)[][] {
  const used = book.usedRect(sheet, false);
  if (!used) return [];
  const cells = book.unit.cells(sheet);
  const spilled = book.unit.spilled(sheet);
  const rows: (CellSnapshot | undefined)[][] = [];
  for (let row = 0; row < used.row + used.rows; row++) {
    const line = cells[row];
    const under = spilled?.[row];
    const out: (CellSnapshot | undefined)[] = [];
    for (let column = 0; column < used.column + used.columns; column++) {
      const cell = line?.[column];
      const value = under?.[column];
      if (!cell && !value) continue;
      out[column] = cellSnapshot(book, sheet, row, column, cell, value, formats);
    }
    rows.push(out);
  }
  return rows;
}

function cellSnapshot(
  book: UniverBook, sheet: string, row: number, column: number, cell: Nullable<ICellData>, spilled: Nullable<ICellData>, formats: Formats,
): CellSnapshot | undefined {
  const format = formats.of(cell?.s);
  const look = format === undefined ? {} : { format };
  const formula = book.cells.formulaOf(sheet, cell, row, column);
  if (formula !== undefined) {
    const spill = book.spillOf(sheet, row, column);
    return { ...valuePart(cell), formula, ...(spill ? { spill: { rows: spill.rows, columns: spill.columns } } : {}), ...look };
  }
  const own = valuePart(cell);
  if (own.value !== undefined) return { ...own, ...look };
  if (spilled) return { ...valuePart(spilled), spilled: true, ...look };
  return format === undefined ? undefined : look;
}

function valuePart(cell: Nullable<ICellData>): Pick<CellSnapshot, "value" | "error"> {
  const value = shownValue(cell);
  if (value === "") return {};
  return errorOf(cell) === undefined ? { value } : { value, error: true };
}

function columnsOf(sheet: Worksheet, formats: Formats): ColumnSnapshot[] {
  return Object.entries(sheet.getConfig().columnData).flatMap(([key, data]): ColumnSnapshot[] => {
    if (!data) return [];
    const format = formats.of(data.s);
    const entry = {
      column: Number(key),
      ...(data.w === undefined ? {} : { width: toPoints(data.w) }),
      ...(data.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
      ...(format === undefined ? {} : { format }),
    };
    return Object.keys(entry).length > 1 ? [entry] : [];
  });
}

/** Heights the grid worked out itself are not the user's. */
function rowsOf(sheet: Worksheet): RowSnapshot[] {
  return Object.entries(sheet.getConfig().rowData).flatMap(([key, data]): RowSnapshot[] => {
    if (!data) return [];
    const entry = {
      row: Number(key),
      ...(data.h !== undefined && data.ia === BooleanNumber.FALSE ? { height: toPoints(data.h) } : {}),
      ...(data.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
    };
    return Object.keys(entry).length > 1 ? [entry] : [];
  });
}

function areaOf(range: IRange): Area {
  return { row: range.startRow, column: range.startColumn, rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1 };
}
