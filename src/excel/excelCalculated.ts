import type { CellAt, ReadHow } from "../pane/host";
import type { Cell } from "../values/cell";
import { run } from "./excelRun";

/** Between two looks at cells that are being calculated, milliseconds. */
const LOOK_AGAIN = 250;
/** So long nothing has come of it: then the cells calculate when they can, and show it themselves. */
const PATIENCE = 60_000;

/** Looks at cells until none of them waits for a function, or nothing happens any more. */
export async function calculatedCells(sheet: string, cells: readonly CellAt[], how: ReadHow): Promise<readonly Cell[]> {
  let done = -1;
  let since = performance.now();
  for (;;) {
    how.signal.throwIfAborted();
    const shown = await shownIn(sheet, cells);
    const now = shown.filter((cell) => !isWaiting(cell)).length;
    if (now !== done) [done, since] = [now, performance.now()];
    how.onProgress(done, cells.length);
    if (done === cells.length || performance.now() - since > PATIENCE) return shown;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

async function shownIn(sheet: string, cells: readonly CellAt[]): Promise<readonly Cell[]> {
  return run(async (context) => {
    const ranges = cells.map(({ row, column }) => context.workbook.worksheets.getItem(sheet).getCell(row, column).load("values"));
    await context.sync();
    return ranges.map((range) => (range.values as Cell[][])[0]?.[0]);
  });
}

function isWaiting(cell: Cell): boolean {
  return cell === "#BUSY!" || cell === "#GETTING_DATA";
}
