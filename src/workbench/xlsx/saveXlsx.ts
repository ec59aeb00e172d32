import { isDateFormat } from "hucre";
import { writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from "hucre/xlsx";
import { isErrorCode } from "../functions/outcomeValue";
import { toFile } from "../grid/formulaText";
import { addressText, areaText } from "../model/a1";
import type { BookSnapshot, CellSnapshot, SheetSnapshot, TableSnapshot } from "../model/bookSnapshot";
import { withSettings, type Addin } from "./addinSettings";
import type { CarriedBook, CarriedSheet, CarriedTable } from "./carried";
import { chartsToFile } from "./charts";
import { FileRefused } from "./fileRefused";
import { looksOf, styleOf } from "./styles";
import { charactersOf } from "./widths";
import { withText } from "./zip";

/** The add-in's namespace, whose functions Excel stores under names of their own. */
const NAMESPACE = "AR";

/** Longest text a cell of a file may hold; Excel repairs, and cuts, what is longer. */
const LONGEST_TEXT = 32_767;

/** Days between 1900-01-00 and 1904-01-01, the two places that serials count from. */
const DAYS_TO_1904 = 1462;

interface Style {
  readonly style: CellStyle;
  readonly isDate: boolean;
}

interface Writing {
  readonly styles: readonly Style[];
  readonly date1904: boolean;
}

/** The book as an .xlsx file; a text too long for one is refused with its cell. `addin`: whose settings the book's are. */
export async function saveXlsx(book: BookSnapshot, addin?: Addin): Promise<Uint8Array> {
  const { properties, defaultFont, workbookProtection, catalogue } = (book.carried ?? {}) as Partial<CarriedBook>;
  const looks = looksOf(defaultFont === undefined ? {} : { defaultFont });
  const writing: Writing = {
    styles: book.formats.map((format) => ({ style: styleOf(format, looks), isDate: isDateFormat(format.numberFormat ?? "") })),
    date1904: book.date1904 === true,
  };
  const bytes = await writeXlsx({
    sheets: book.sheets.map((sheet) => sheetOf(sheet, writing)),
    activeSheet: book.active,
    namedRanges: book.names.map(({ name, formula, sheet, comment }) => ({
      name, range: toFile(formula, NAMESPACE), ...(sheet === undefined ? {} : { scope: sheet }), ...(comment === undefined || comment === "" ? {} : { comment }),
    })),
    ...(writing.date1904 ? { dateSystem: "1904" } : {}),
    ...(properties === undefined ? {} : { properties }),
    ...(defaultFont === undefined ? {} : { defaultFont }),
    ...(workbookProtection === undefined ? {} : { workbookProtection }),
  });
  const named = withText(bytes, "docProps/app.xml", APP);
  return addin === undefined ? named : withSettings(named, addin, book.settings ?? [], catalogue);
}

/**
 * LibreOffice shows the texts that formulas had when the file was written only where it trusts the writing program, which it
 * knows by this name; other writers of .xlsx state it for the same reason. It has no AR functions to work them out again.
 */
const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  "<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity></Properties>";

function sheetOf(sheet: SheetSnapshot, writing: Writing): WriteSheet {
  const { attached, view, ...carried } = (sheet.carried ?? {}) as CarriedSheet;
  const cells = new Map<string, Partial<Cell>>();
  const rows = sheet.cells.map((row, r) => Array.from(row, (cell, c): CellValue => {
    if (cell === undefined) return null;
    if (typeof cell.value === "string" && cell.value.length > LONGEST_TEXT) throw tooLong(sheet.name, r, c, cell.value);
    const written = cellOf(cell, r, c, writing);
    if (written !== undefined) cells.set(`${r},${c}`, written);
    return written === undefined && cell.value !== "" ? escaped(cell.value ?? null) : null;
  }));
  const tables = (sheet.tables ?? []).map((table) => tableOf(table, sheet, cells));
  for (const [key, more] of attached ?? []) cells.set(key, { ...cells.get(key), ...more });
  return {
    ...carried,
    name: sheet.name,
    rows,
    cells,
    columns: columnsOf(sheet, writing),
    rowDefs: new Map((sheet.rows ?? []).map(({ row, height, hidden }) => [row, { ...(height === undefined ? {} : { height }), ...(hidden === true ? { hidden } : {}) }])),
    merges: (sheet.merges ?? []).map(({ row, column, rows: high, columns: wide }) => ({ startRow: row, startCol: column, endRow: row + high - 1, endCol: column + wide - 1 })),
    ...freezeOf(sheet),
    view: viewOf(sheet, view),
    ...(sheet.visibility === "Hidden" ? { hidden: true } : sheet.visibility === "VeryHidden" ? { veryHidden: true } : {}),
    tables,
    ...(sheet.charts === undefined ? {} : { charts: chartsToFile(sheet.charts, writing.date1904) }),
  };
}

function tooLong(sheet: string, row: number, column: number, text: string): FileRefused {
  return new FileRefused("textTooLong", { cell: addressText(sheet, { row, column, rows: 1, columns: 1 }), length: text.length, most: LONGEST_TEXT });
}

/** `_x0041_` in a file means the letter A; where a text spells that, its first `_` is written that way itself (ECMA-376, 22.9.2.19). */
function escaped<Value>(value: Value): Value {
  return typeof value === "string" && value.includes("_x") ? (value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") as Value) : value;
}

/** Undefined: a plain value, which the row says alone. */
function cellOf(cell: CellSnapshot, row: number, column: number, { styles, date1904 }: Writing): Partial<Cell> | undefined {
  const look = cell.format === undefined ? undefined : styles[cell.format];
  const styled = look === undefined ? {} : { style: look.style };
  const plain = escaped(cell.value === undefined || cell.value === "" ? null : cell.value);
  const value = date1904 && look?.isDate === true && typeof plain === "number" ? plain - DAYS_TO_1904 : plain;
  if (cell.formula !== undefined) return { formula: toFile(cell.formula, NAMESPACE), formulaResult: value, value, type: "formula", ...arrayOf(cell, row, column), ...styled };
  if (isErrorCode(value) && cell.error !== true) return { value, richText: [{ text: value }], ...styled }; // typed as a text, and no error
  return look === undefined ? undefined : { value, ...styled };
}

function arrayOf({ spill }: CellSnapshot, row: number, column: number): Pick<Partial<Cell>, "formulaType" | "formulaRef" | "formulaDynamic"> {
  return spill === undefined ? {} : { formulaType: "array", formulaRef: areaText({ row, column, ...spill }), formulaDynamic: true };
}

function freezeOf({ frozenRows = 0, frozenColumns = 0 }: SheetSnapshot): Pick<WriteSheet, "freezePane"> {
  return frozenRows + frozenColumns === 0 ? {} : { freezePane: { ...(frozenRows > 0 ? { rows: frozenRows } : {}), ...(frozenColumns > 0 ? { columns: frozenColumns } : {}) } };
}

function viewOf(sheet: SheetSnapshot, carried: CarriedSheet["view"]): NonNullable<WriteSheet["view"]> {
  const view = { ...carried, showGridLines: sheet.showGridlines !== false };
  delete view.tabColor; // the grid's own counts
  return sheet.tabColor ? { ...view, tabColor: { rgb: sheet.tabColor.replace("#", "") } } : view;
}

/** A column's own look goes to its cells that have none. */
function columnsOf(sheet: SheetSnapshot, { styles }: Writing): NonNullable<WriteSheet["columns"]> {
  const columns: NonNullable<WriteSheet["columns"]> = [];
  for (const { column, width, hidden, format } of sheet.columns ?? []) {
    while (columns.length < column) columns.push({});
    const look = format === undefined ? undefined : styles[format];
    columns[column] = { ...(width === undefined ? {} : { width: charactersOf(width) }), ...(hidden === true ? { hidden } : {}), ...(look === undefined ? {} : { style: look.style }) };
  }
  return columns;
}

/** A table's headings must be texts, each once, and the same in the table and in its cells: Excel repairs a file where they are not. */
function tableOf(table: TableSnapshot, sheet: SheetSnapshot, cells: Map<string, Partial<Cell>>): NonNullable<WriteSheet["tables"]>[number] {
  const { columns: before, ...carried } = (table.carried ?? { columns: [] }) as CarriedTable;
  const { row, column } = table.area;
  const taken = new Set<string>();
  const columns = Array.from({ length: table.area.columns }, (_, at) => {
    const name = unused(String(sheet.cells[row]?.[column + at]?.value ?? ""), at, taken);
    const key = `${row},${column + at}`;
    cells.set(key, { ...(cells.get(key)?.style === undefined ? {} : { style: cells.get(key)!.style! }), value: escaped(name), type: "string" });
    return { ...before.find((one) => one.name === name), name };
  });
  return { ...carried, name: table.name, displayName: table.name, range: areaText(table.area), columns, showTotalRow: table.showTotals === true, ...(table.style === undefined ? {} : { style: table.style }) };
}

function unused(heading: string, at: number, taken: Set<string>): string {
  let name = heading === "" ? `Column${at + 1}` : heading;
  for (let next = 2; taken.has(name.toLowerCase()); next++) name = `${heading === "" ? `Column${at + 1}` : heading}${next}`;
  taken.add(name.toLowerCase());
  return name;
}
