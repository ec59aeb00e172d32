import { dateToSerial } from "hucre";
import { readXlsx, type Cell, type CellValue, type Sheet, type Workbook } from "hucre/xlsx";
import { fromFile } from "../grid/formulaText";
import { parseArea } from "../model/a1";
import type { BookSnapshot, CellSnapshot, ColumnSnapshot, SheetSnapshot, TableSnapshot } from "../model/bookSnapshot";
import type { CellFormat, Value } from "../model/WorkbookPort";
import { FileRefused } from "./fileRefused";
import { formatOf } from "./styles";
import { pointsOf } from "./widths";

/** What only the file's own program shows and the grid hands back: rules, validation, page set-up. */
export interface CarriedSheet {
  readonly dataValidations?: Sheet["dataValidations"];
  readonly conditionalRules?: Sheet["conditionalRules"];
  readonly pageSetup?: Sheet["pageSetup"];
  readonly headerFooter?: Sheet["headerFooter"];
  readonly autoFilter?: Sheet["autoFilter"];
}

export interface CarriedBook {
  readonly properties?: Workbook["properties"];
}

const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** An .xlsx file as a book; `FileRefused` says why it is none. */
export async function openXlsx(bytes: Uint8Array, name: string): Promise<BookSnapshot> {
  if (bytes.length === 0) throw new FileRefused("empty", { name });
  if (OLD_CONTAINER.every((byte, at) => bytes[at] === byte)) throw new FileRefused("oldExcel", { name });
  const workbook = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new FileRefused("notWorkbook", { name, why: error instanceof Error ? error.message : String(error) });
  });
  if (workbook.sheets.length === 0) throw new FileRefused("noSheets", { name });
  const formats = new FormatPlaces();
  const sheets = workbook.sheets.map((sheet) => sheetOf(sheet, formats));
  const date1904 = workbook.dateSystem === "1904";
  return {
    sheets,
    active: Math.min(workbook.activeSheet ?? 0, sheets.length - 1),
    names: (workbook.namedRanges ?? []).filter(({ name: one }) => !one.startsWith("_xlnm")).map(({ name: one, range, scope, comment }) => ({
      name: one, formula: fromFile(range), ...(scope === undefined ? {} : { sheet: scope }), ...(comment === undefined ? {} : { comment }),
    })),
    formats: formats.list,
    ...(date1904 ? { date1904 } : {}),
    carried: { ...(workbook.properties === undefined ? {} : { properties: workbook.properties }) } satisfies CarriedBook,
  };
}

class FormatPlaces {
  readonly list: CellFormat[] = [];
  readonly #places = new Map<string, number>();

  of(format: CellFormat | undefined): number | undefined {
    if (format === undefined) return undefined;
    const key = JSON.stringify(format);
    let place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, (place = this.list.push(format) - 1));
    return place;
  }
}

function sheetOf(sheet: Sheet, formats: FormatPlaces): SheetSnapshot {
  const cells: (CellSnapshot | undefined)[][] = sheet.rows.map((row) => row.map((value) => plainCell(value)));
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    while (cells.length <= row) cells.push([]);
    cells[row]![column] = cellOf(cell, formats);
  }
  markSpilled(cells);
  return {
    name: sheet.name,
    cells,
    columns: columnsOf(sheet, formats),
    rows: [...(sheet.rowDefs ?? [])].filter(([, def]) => def.height !== undefined || def.hidden === true).map(([row, { height, hidden }]) => ({
      row, ...(height === undefined ? {} : { height }), ...(hidden === true ? { hidden } : {}),
    })),
    frozenRows: sheet.freezePane?.rows ?? 0,
    frozenColumns: sheet.freezePane?.columns ?? 0,
    visibility: sheet.veryHidden === true ? "VeryHidden" : sheet.hidden === true ? "Hidden" : "Visible",
    ...(sheet.view?.tabColor?.rgb === undefined ? {} : { tabColor: `#${sheet.view.tabColor.rgb.slice(-6)}` }),
    showGridlines: sheet.view?.showGridLines !== false,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 })),
    tables: tablesOf(sheet),
    carried: carriedOf(sheet),
  };
}

function carriedOf(sheet: Sheet): CarriedSheet {
  return {
    ...(sheet.dataValidations === undefined ? {} : { dataValidations: sheet.dataValidations }),
    ...(sheet.conditionalRules === undefined ? {} : { conditionalRules: sheet.conditionalRules }),
    ...(sheet.pageSetup === undefined ? {} : { pageSetup: sheet.pageSetup }),
    ...(sheet.headerFooter === undefined ? {} : { headerFooter: sheet.headerFooter }),
    ...(sheet.autoFilter === undefined ? {} : { autoFilter: sheet.autoFilter }),
  };
}

function columnsOf(sheet: Sheet, formats: FormatPlaces): ColumnSnapshot[] {
  return (sheet.columns ?? []).flatMap((column, at) => {
    if (column === undefined || (column.width === undefined && column.hidden !== true && column.style === undefined)) return [];
    const format = formats.of(formatOf(column.style));
    return [{ column: at, ...(column.width === undefined ? {} : { width: pointsOf(column.width) }), ...(column.hidden === true ? { hidden: true } : {}), ...(format === undefined ? {} : { format }) }];
  });
}

function tablesOf(sheet: Sheet): TableSnapshot[] {
  return (sheet.tables ?? []).flatMap((table) => {
    const area = table.range === undefined ? undefined : parseArea(table.range);
    if (area === undefined) return [];
    return [{ name: table.displayName ?? table.name, area, showTotals: table.showTotalRow === true, ...(table.style === undefined ? {} : { style: table.style }), carried: table.columns }];
  });
}

/** Serials count from 1900 whatever the file counts from: a date is the same day in both. */
function valueOf(value: CellValue): Value {
  if (value instanceof Date) return dateToSerial(value, false);
  return value ?? "";
}

function plainCell(value: CellValue): CellSnapshot | undefined {
  return value === null || value === "" ? undefined : { value: valueOf(value) };
}

function cellOf(cell: Cell, formats: FormatPlaces): CellSnapshot | undefined {
  const format = formats.of(formatOf(cell.style));
  const styled = format === undefined ? {} : { format };
  const stored = cell.formula === undefined ? cell.value : (cell.formulaResult ?? cell.value);
  const value = valueOf(stored);
  const error = typeof value === "string" && ERROR.test(value) && (cell.type === "error" || cell.formula !== undefined) ? ({ error: true } as const) : {};
  if (cell.formula === undefined) return value === "" && format === undefined ? undefined : { ...(value === "" ? {} : { value, ...error }), ...styled };
  return { formula: fromFile(cell.formula), ...(value === "" ? {} : { value, ...error }), ...spillOf(cell), ...styled };
}

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|BUSY!)$/;

function spillOf(cell: Cell): Pick<CellSnapshot, "spill"> {
  const area = cell.formulaType === "array" && cell.formulaRef !== undefined ? parseArea(cell.formulaRef) : undefined;
  return area === undefined || area.rows * area.columns === 1 ? {} : { spill: { rows: area.rows, columns: area.columns } };
}

/** Cells that a formula filled hold no content of their own. */
function markSpilled(cells: (CellSnapshot | undefined)[][]): void {
  cells.forEach((row, r) => row.forEach((cell, c) => {
    if (cell?.spill === undefined) return;
    for (let dr = 0; dr < cell.spill.rows; dr++) {
      for (let dc = 0; dc < cell.spill.columns; dc++) {
        const there = cells[r + dr]?.[c + dc];
        if ((dr > 0 || dc > 0) && there !== undefined && there.formula === undefined) cells[r + dr]![c + dc] = { ...there, spilled: true };
      }
    }
  }));
}
