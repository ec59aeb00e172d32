import type { Area } from "../pane/host";
import { columnLetters, sheetText } from "../pane/ledgerFormula";
import { run } from "./excelRun";

/** First rows and columns that are looked at for headings. */
const HEAD_ROWS = 30;
const HEAD_COLUMNS = 120;

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
  /** "" for a used range */
  readonly table: string;
}

/** Every table with a heading row, and the used range of every visible sheet that has none: three requests in all. */
export async function excelAreas(signal: AbortSignal): Promise<readonly Area[]> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    const tables = context.workbook.tables.load("items/name,items/showHeaders");
    await context.sync();
    signal.throwIfAborted();
    const found = await places(context, sheets, tables);
    signal.throwIfAborted();
    const heads = found.map(({ sheet, range }) =>
      sheet.getRangeByIndexes(range.rowIndex, range.columnIndex, Math.min(HEAD_ROWS, range.rowCount), Math.min(HEAD_COLUMNS, range.columnCount)).load("values"),
    );
    await context.sync();
    return found.map((it, at) => area(it, heads[at]!.values as Area["head"]));
  });
}

async function places(context: Excel.RequestContext, sheets: Excel.WorksheetCollection, tables: Excel.TableCollection): Promise<Found[]> {
  const cells = "rowIndex,columnIndex,rowCount,columnCount";
  const headed = tables.items.filter((table) => table.showHeaders);
  const inTables = headed.map((table) => ({ sheet: table.worksheet.load("name,visibility"), range: table.getRange().load(cells), table: table.name }));
  const visible = sheets.items.filter((sheet) => sheet.visibility === Excel.SheetVisibility.visible);
  const used = visible.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(true).load(cells), table: "" }));
  await context.sync();
  const shown = inTables.filter(({ sheet }) => sheet.visibility === Excel.SheetVisibility.visible);
  const taken = new Set(shown.map(({ sheet }) => sheet.name));
  return [...shown, ...used.filter(({ sheet, range }) => !range.isNullObject && !taken.has(sheet.name))];
}

function area({ sheet, range, table }: Found, head: Area["head"]): Area {
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  const address = `${columnLetters(column)}${String(row + 1)}:${columnLetters(column + columns - 1)}${String(row + rows)}`;
  return {
    reference: table === "" ? `${sheetText(sheet.name)}!${address}` : `${table}[#All]`,
    table,
    place: { sheet: sheet.name, row, column },
    rows,
    columns,
    head,
  };
}
