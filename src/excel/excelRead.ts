import type { Cell } from "../values/cell";
import { HostProblem, type Block, type ReadHow } from "../pane/host";
import { isTooLarge, run } from "./excelRun";

/** Cells asked for at once: about 1 MB of JSON, well below the 5 MB that a response may have. Halved where it is too much. */
const CELLS_AT_ONCE = 100_000;
const MOST_ROWS_AT_ONCE = 20_000;

/** `Table[#All]`, `Table[#Data]` and `Table` (its body, without headings). */
const TABLE = /^([^[\]!'"(),:$\s]+)(?:\[(#All|#Data|#Headers)?\])?$/i;
const ON_SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** All values of a reference, block by block; rows below the sheet's used range are left out, so `A:I` costs what it holds. */
export async function excelRead(reference: string, how: ReadHow): Promise<Block> {
  return run(async (context) => {
    const { range, body } = await resolve(context, reference);
    const sheet = range.worksheet.load("name");
    const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    how.signal.throwIfAborted();
    const below = used.isNullObject ? 1 : Math.max(1, used.rowIndex + used.rowCount - range.rowIndex);
    const rows = Math.min(range.rowCount, below);
    const grid = await readBlocks(context, sheet, range, rows, how);
    const place = { sheet: sheet.name, row: range.rowIndex, column: range.columnIndex };
    const formula = range.rowCount === 1 && range.columnCount === 1 ? await formulaOf(context, range) : "";
    return { body, place, grid, formula };
  });
}

interface Resolved {
  readonly range: Excel.Range;
  /** see Block.body */
  readonly body: string;
}

async function resolve(context: Excel.RequestContext, reference: string): Promise<Resolved> {
  const onSheet = ON_SHEET.exec(reference);
  if (onSheet !== null) return rangeOnSheet(context, onSheet[1]?.replaceAll("''", "'") ?? onSheet[2]!, onSheet[3]!);
  const named = TABLE.exec(reference);
  if (named === null || /^\$?[a-z]{1,3}\$?\d+$/i.test(reference)) return { range: context.workbook.worksheets.getActiveWorksheet().getRange(reference), body: "" };
  const table = context.workbook.tables.getItemOrNullObject(named[1]!).load("name");
  const name = context.workbook.names.getItemOrNullObject(named[1]!).load("name");
  await context.sync();
  if (!table.isNullObject) return part(table, named[2]);
  if (name.isNullObject || named[2] !== undefined) throw new HostProblem("notFound", reference);
  const range = name.getRangeOrNullObject().load("address");
  await context.sync();
  if (range.isNullObject) throw new HostProblem("notFound", reference);
  return { range, body: "" };
}

function part(table: Excel.Table, which: string | undefined): Resolved {
  if (which?.toLowerCase() === "#all") return { range: table.getRange(), body: "" };
  return which?.toLowerCase() === "#headers" ? { range: table.getHeaderRowRange(), body: "" } : { range: table.getDataBodyRange(), body: table.name };
}

async function rangeOnSheet(context: Excel.RequestContext, name: string, address: string): Promise<Resolved> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("name");
  await context.sync();
  if (sheet.isNullObject) throw new HostProblem("notFound", name);
  return { range: sheet.getRange(address), body: "" };
}

async function readBlocks(context: Excel.RequestContext, sheet: Excel.Worksheet, range: Excel.Range, rows: number, how: ReadHow): Promise<Cell[][]> {
  const grid: Cell[][] = [];
  let atOnce = Math.max(1, Math.min(MOST_ROWS_AT_ONCE, Math.floor(CELLS_AT_ONCE / range.columnCount)));
  how.onProgress(0, rows);
  while (grid.length < rows) {
    how.signal.throwIfAborted();
    const count = Math.min(atOnce, rows - grid.length);
    const block = await readBlock(context, sheet.getRangeByIndexes(range.rowIndex + grid.length, range.columnIndex, count, range.columnCount));
    if (block === undefined) {
      if (count === 1) throw new HostProblem("tooLarge", "one row");
      atOnce = Math.ceil(count / 2);
      continue;
    }
    for (const row of block) grid.push(row);
    how.onProgress(grid.length, rows);
  }
  return grid;
}

/** The values, or undefined where they do not fit: some hosts refuse, others answer null without an error. */
async function readBlock(context: Excel.RequestContext, range: Excel.Range): Promise<Cell[][] | undefined> {
  range.load("values");
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return undefined;
    throw error;
  }
  return (range.values as Cell[][] | null) ?? undefined;
}

async function formulaOf(context: Excel.RequestContext, range: Excel.Range): Promise<string> {
  range.load("formulas");
  await context.sync();
  const formula: unknown = (range.formulas as unknown[][])[0]?.[0];
  return typeof formula === "string" && formula.startsWith("=") ? formula : "";
}
