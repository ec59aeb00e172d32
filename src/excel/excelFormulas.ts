import type { Cell, Grid } from "../values/cell";
import type { CellBlock, FormulaCell, ReadHow } from "../pane/host";
import { isTooLarge, run } from "./excelRun";

const CELLS_AT_ONCE = 100_000;

interface Found {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Cells of the workbook whose formula is looked for, with what they spill over. */
export async function excelFormulas(isWanted: (formula: string) => boolean, how: ReadHow): Promise<readonly FormulaCell[]> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    const used = sheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount") }));
    await context.sync();
    const found: Found[] = [];
    for (const [at, { sheet, range }] of used.entries()) {
      how.onProgress(at, used.length);
      how.signal.throwIfAborted();
      if (!range.isNullObject) found.push(...(await formulasIn(context, sheet, range, isWanted, how.signal)));
    }
    return withValues(context, found);
  });
}

/** Row block by row block, halved where a host finds one too large. */
async function formulasIn(context: Excel.RequestContext, sheet: Excel.Worksheet, used: Excel.Range, isWanted: (formula: string) => boolean, signal: AbortSignal): Promise<Found[]> {
  const found: Found[] = [];
  let atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / used.columnCount));
  for (let done = 0; done < used.rowCount; ) {
    signal.throwIfAborted();
    const rows = Math.min(atOnce, used.rowCount - done);
    const block = sheet.getRangeByIndexes(used.rowIndex + done, used.columnIndex, rows, used.columnCount).load("formulas");
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || rows === 1) throw error;
      atOnce = Math.ceil(rows / 2);
      continue;
    }
    for (const [r, cells] of (block.formulas as readonly (readonly unknown[])[]).entries()) {
      for (const [c, formula] of cells.entries()) {
        if (typeof formula === "string" && formula.startsWith("=") && isWanted(formula)) found.push({ sheet: sheet.name, row: used.rowIndex + done + r, column: used.columnIndex + c, formula });
      }
    }
    done += rows;
  }
  return found;
}

async function withValues(context: Excel.RequestContext, found: readonly Found[]): Promise<FormulaCell[]> {
  const cells = found.map((one) => {
    const cell = context.workbook.worksheets.getItem(one.sheet).getCell(one.row, one.column);
    return { one, cell: cell.load("values"), spilled: cell.getSpillingToRangeOrNullObject().load("values,rowIndex,columnIndex") };
  });
  await context.sync();
  const own = cells.filter(({ one, cell }) => (cell.values as Grid)[0]?.[0] !== one.formula); // a text that begins with = is told as one, too
  const formulas = own.map(({ one, cell, spilled }): FormulaCell => ({ place: { sheet: one.sheet, row: one.row, column: one.column }, formula: one.formula, values: (spilled.isNullObject ? cell.values : spilled.values) as Grid }));
  const covered = new Set(formulas.flatMap(({ place, values }) => values.flatMap((row, r) => row.map((_cell: Cell, c) => (r + c === 0 ? "" : `${place.sheet}!${String(place.row + r)},${String(place.column + c)}`)))));
  return formulas.filter(({ place }) => !covered.has(`${place.sheet}!${String(place.row)},${String(place.column)}`)); // a host may show the formula in every cell that it spilled into
}

/** The formula of each cell of a block; a text that begins with = is shown as what it is, and is none. */
export async function formulasInBlock(sheet: string, { row, column, rows, columns }: CellBlock): Promise<readonly (readonly string[])[]> {
  return run(async (context) => {
    const block = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns).load("formulas,values");
    await context.sync();
    const shown = block.values as Grid;
    return (block.formulas as readonly (readonly unknown[])[]).map((cells, r) => cells.map((formula, c) => (typeof formula === "string" && formula.startsWith("=") && shown[r]?.[c] !== formula ? formula : "")));
  });
}

/** Whether the add-in starts with the workbook, and from now on; also Excel's older setting, which opens the pane with it. Answers what held. */
export async function startsWithBook(starts: boolean): Promise<boolean> {
  const addin = Office.addin as Office.Addin | undefined;
  if (addin?.getStartupBehavior === undefined) return false;
  const was = (await addin.getStartupBehavior()) === Office.StartupBehavior.load;
  if (was !== starts) await addin.setStartupBehavior(starts ? Office.StartupBehavior.load : Office.StartupBehavior.none);
  return was;
}
