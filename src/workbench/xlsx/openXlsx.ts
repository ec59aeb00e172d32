import { readXlsx, type Cell, type Sheet, type Workbook } from "hucre/xlsx";
import { fromFile } from "../grid/formulaText";
import { parseArea } from "../model/a1";
import type { BookSnapshot, ColumnSnapshot, NameSnapshot, RowSnapshot, SheetSnapshot, TableSnapshot } from "../model/bookSnapshot";
import type { CellFormat } from "../model/WorkbookPort";
import { settingsIn, type Addin } from "./addinSettings";
import { carriedBook, carriedSheet, type CarriedTable } from "./carried";
import { colourOf } from "./colours";
import { FileRefused } from "./fileRefused";
import { readCells } from "./readCells";
import { chartsFromFile, directionsIn, type Directions } from "./readCharts";
import { formatOf, looksOf, type Looks } from "./styles";
import { pointsOf } from "./widths";

/** An .xls of before 2007 and an encrypted .xlsx both lie in this older container. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** An .xlsx file as a book; `FileRefused` says why it is none. `addin`: whose settings are asked for. */
export async function openXlsx(bytes: Uint8Array, name: string, addin?: Addin): Promise<BookSnapshot> {
  if (bytes.length === 0) throw new FileRefused("empty", { name });
  if (OLD_CONTAINER.every((byte, at) => bytes[at] === byte)) throw new FileRefused("oldExcel", { name });
  const workbook = await readXlsx(bytes, { readStyles: true }).catch((error: unknown) => {
    throw new FileRefused("notWorkbook", { name }, error);
  });
  if (workbook.sheets.length === 0) throw new FileRefused("noSheets", { name });
  const formats = new FormatPlaces(looksOf(workbook));
  const parts = addin === undefined ? undefined : await settingsIn(bytes, addin);
  const directions = await directionsIn(bytes, workbook);
  const sheets = workbook.sheets.map((sheet) => sheetOf(sheet, formats, workbook.themeColors, directions));
  return {
    sheets,
    active: Math.min(workbook.activeSheet ?? 0, sheets.length - 1),
    names: namesOf(workbook),
    formats: formats.list,
    ...(workbook.dateSystem === "1904" ? { date1904: true } : {}),
    ...(parts === undefined || parts.settings.length === 0 ? {} : { settings: parts.settings }),
    carried: carriedBook(workbook, name, workbook.sheets.some((sheet) => chartsFromFile(sheet, directions).lost > 0), parts),
  };
}

/** Each format once. Styles come as shared objects, so most are found without comparing what they say. */
class FormatPlaces {
  readonly list: CellFormat[] = [];
  readonly #looks: Looks;
  readonly #places = new Map<string, number>();

  constructor(looks: Looks) {
    this.#looks = looks;
  }

  of(style: Cell["style"]): number | undefined {
    const format = formatOf(style, this.#looks);
    if (format === undefined) return undefined;
    const key = JSON.stringify(format);
    let place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, (place = this.list.push(format) - 1));
    return place;
  }
}

function sheetOf(sheet: Sheet, formats: FormatPlaces, theme: readonly string[] | undefined, directions: Directions): SheetSnapshot {
  const tab = colourOf(sheet.view?.tabColor, theme);
  return {
    name: sheet.name,
    cells: readCells(sheet, (style) => formats.of(style)),
    columns: columnsOf(sheet),
    rows: rowsOf(sheet),
    frozenRows: sheet.freezePane?.rows ?? 0,
    frozenColumns: sheet.freezePane?.columns ?? 0,
    visibility: sheet.veryHidden === true ? "VeryHidden" : sheet.hidden === true ? "Hidden" : "Visible",
    ...(tab === undefined ? {} : { tabColor: tab }),
    showGridlines: sheet.view?.showGridLines !== false,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({ row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 })),
    tables: (sheet.tables ?? []).flatMap(tableOf),
    ...(sheet.charts === undefined ? {} : { charts: chartsFromFile(sheet, directions).charts }),
    carried: carriedSheet(sheet),
  };
}

function columnsOf(sheet: Sheet): ColumnSnapshot[] {
  return (sheet.columns ?? []).flatMap((column, at) => {
    if (column === undefined || (column.width === undefined && column.hidden !== true)) return [];
    return [{ column: at, ...(column.width === undefined ? {} : { width: pointsOf(column.width) }), ...(column.hidden === true ? { hidden: true } : {}) }];
  });
}

function rowsOf(sheet: Sheet): RowSnapshot[] {
  return [...(sheet.rowDefs ?? [])].flatMap(([row, { height, hidden }]) => {
    if (height === undefined && hidden !== true) return [];
    return [{ row, ...(height === undefined ? {} : { height }), ...(hidden === true ? { hidden } : {}) }];
  });
}

function tableOf(table: NonNullable<Sheet["tables"]>[number]): TableSnapshot[] {
  const area = table.range === undefined ? undefined : parseArea(table.range);
  if (area === undefined) return [];
  const { columns, showAutoFilter, showRowStripes, showColumnStripes } = table;
  const carried: CarriedTable = {
    columns,
    ...(showAutoFilter === undefined ? {} : { showAutoFilter }),
    ...(showRowStripes === undefined ? {} : { showRowStripes }),
    ...(showColumnStripes === undefined ? {} : { showColumnStripes }),
  };
  return [{ name: table.displayName ?? table.name, area, showTotals: table.showTotalRow === true, ...(table.style === undefined ? {} : { style: table.style }), carried }];
}

/** Names beginning with `_xlnm.` are the file's own (print areas, filters). */
function namesOf(workbook: Workbook): NameSnapshot[] {
  return (workbook.namedRanges ?? []).filter(({ name }) => !name.startsWith("_xl")).map(({ name, range, scope, comment }) => ({
    name, formula: fromFile(range), ...(scope === undefined ? {} : { sheet: scope }), ...(comment === undefined ? {} : { comment }),
  }));
}
