import { writeXlsx, type Cell, type CellValue, type WriteSheet } from "hucre/xlsx";
import { toFile } from "../grid/formulaText";
import { areaText } from "../model/a1";
import type { BookSnapshot, CellSnapshot, SheetSnapshot } from "../model/bookSnapshot";
import type { CarriedBook, CarriedSheet } from "./openXlsx";
import { styleOf } from "./styles";
import { charactersOf } from "./widths";

/** The add-in's namespace, whose functions Excel stores under names of their own. */
const NAMESPACE = "AR";

/** The book as an .xlsx file that Excel, LibreOffice and WPS open with the same values. Dates always count from 1900. */
export async function saveXlsx(book: BookSnapshot): Promise<Uint8Array> {
  const styles = book.formats.map(styleOf);
  const carried = book.carried as CarriedBook | undefined;
  return writeXlsx({
    sheets: book.sheets.map((sheet) => sheetOf(sheet, styles)),
    activeSheet: book.active,
    namedRanges: book.names.map(({ name, formula, sheet, comment }) => ({
      name, range: toFile(formula, NAMESPACE), ...(sheet === undefined ? {} : { scope: sheet }), ...(comment === undefined || comment === "" ? {} : { comment }),
    })),
    ...(carried?.properties === undefined ? {} : { properties: carried.properties }),
  });
}

type Styles = readonly ReturnType<typeof styleOf>[];

function sheetOf(sheet: SheetSnapshot, styles: Styles): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows: CellValue[][] = sheet.cells.map((row, r) => Array.from(row, (cell, c) => {
    if (cell === undefined) return null;
    const written = cellOf(cell, r, c, styles);
    if (written !== undefined) cells.set(`${r},${c}`, written);
    return cell.formula === undefined && cell.value !== undefined && cell.value !== "" ? cell.value : null;
  }));
  const carried = (sheet.carried ?? {}) as CarriedSheet;
  return {
    name: sheet.name,
    rows,
    cells,
    columns: columnsOf(sheet, styles),
    rowDefs: new Map((sheet.rows ?? []).map(({ row, height, hidden }) => [row, { ...(height === undefined ? {} : { height }), ...(hidden === true ? { hidden } : {}) }])),
    merges: (sheet.merges ?? []).map(({ row, column, rows: high, columns: wide }) => ({ startRow: row, startCol: column, endRow: row + high - 1, endCol: column + wide - 1 })),
    ...(sheet.frozenRows || sheet.frozenColumns ? { freezePane: { ...(sheet.frozenRows ? { rows: sheet.frozenRows } : {}), ...(sheet.frozenColumns ? { columns: sheet.frozenColumns } : {}) } } : {}),
    view: { showGridLines: sheet.showGridlines !== false, ...(sheet.tabColor ? { tabColor: { rgb: sheet.tabColor.replace("#", "") } } : {}) },
    ...(sheet.visibility === "Hidden" ? { hidden: true } : sheet.visibility === "VeryHidden" ? { veryHidden: true } : {}),
    tables: tablesOf(sheet),
    ...present(carried),
  };
}

/** Only what is there: the writer takes no undefined. */
function present(carried: CarriedSheet): Partial<WriteSheet> {
  return Object.fromEntries(Object.entries(carried).filter(([, value]) => value !== undefined)) as Partial<WriteSheet>;
}

function cellOf(cell: CellSnapshot, row: number, column: number, styles: Styles): Partial<Cell> | undefined {
  const style = cell.format === undefined ? undefined : styles[cell.format];
  const styled = style === undefined ? {} : { style };
  const value = cell.value === undefined || cell.value === "" ? null : cell.value;
  if (cell.formula === undefined) {
    if (cell.error === true) return { value, type: "error", ...styled };
    if (typeof value === "string") return { value, type: "string", ...styled }; // a text that begins with = stays a text
    return style === undefined ? undefined : { value, ...styled };
  }
  const formula = toFile(cell.formula, NAMESPACE);
  const array = cell.spill === undefined
    ? {}
    : { formulaType: "array" as const, formulaRef: areaText({ row, column, rows: cell.spill.rows, columns: cell.spill.columns }), formulaDynamic: true };
  return { formula, formulaResult: value, value, type: "formula", ...array, ...styled };
}

function columnsOf(sheet: SheetSnapshot, styles: Styles): NonNullable<WriteSheet["columns"]> {
  const columns: NonNullable<WriteSheet["columns"]> = [];
  for (const { column, width, hidden, format } of sheet.columns ?? []) {
    while (columns.length < column) columns.push({});
    const style = format === undefined ? undefined : styles[format];
    columns[column] = { ...(width === undefined ? {} : { width: charactersOf(width) }), ...(hidden === true ? { hidden } : {}), ...(style === undefined ? {} : { style }) };
  }
  return columns;
}

function tablesOf(sheet: SheetSnapshot): NonNullable<WriteSheet["tables"]> {
  return (sheet.tables ?? []).map((table) => {
    const heads = sheet.cells[table.area.row] ?? [];
    const columns = Array.from({ length: table.area.columns }, (_, at) => ({ name: String(heads[table.area.column + at]?.value ?? `Column${at + 1}`) }));
    return { name: table.name, displayName: table.name, range: areaText(table.area), columns, showTotalRow: table.showTotals === true, ...(table.style === undefined ? {} : { style: table.style }) };
  });
}
