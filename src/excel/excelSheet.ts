import type { CellAt, Look, PlannedCell, ReadHow, SheetPlan } from "../pane/host";
import type { Cell } from "../values/cell";
import { run } from "./excelRun";

/** A number format under which a text stays the text it is: never a formula, a number or a date. */
const AS_TEXT = "@";

/** Points of a column so many characters wide in the standard font: 64 pixels, 48 points, for 8.43. */
const pointsOf = (characters: number): number => characters * 5.25 + 3.75;

/** A new sheet with all its cells and names in one request, one step to undo. Answers the sheet's name. */
export async function addExcelSheet(plan: SheetPlan): Promise<string> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    const name = freeSheet(plan.sheet, sheets.items.map((sheet) => sheet.name));
    const sheet = sheets.add(name);
    for (const cell of plan.cells) write(sheet.getCell(cell.row, cell.column), cell);
    plan.widths.forEach((characters, column) => {
      sheet.getCell(0, column).format.columnWidth = pointsOf(characters);
    });
    for (const { name: wished, row, column } of plan.names) context.workbook.names.add(wished, sheet.getCell(row, column));
    if (plan.show) sheet.activate();
    await context.sync();
    return name;
  });
}

/** Takes a sheet away that was just added; first its names, which would be left meaning nothing. */
export async function removeExcelSheet(sheet: string, names: readonly string[]): Promise<void> {
  await run(async (context) => {
    const items = names.map((name) => context.workbook.names.getItemOrNullObject(name).load("name"));
    const added = context.workbook.worksheets.getItemOrNullObject(sheet).load("name");
    await context.sync();
    for (const item of items) if (!item.isNullObject) item.delete();
    if (!added.isNullObject) added.delete();
    await context.sync();
  });
}

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

function write(cell: Excel.Range, planned: PlannedCell): void {
  const format = planned.format ?? ("value" in planned && typeof planned.value === "string" && planned.value !== "" ? AS_TEXT : undefined);
  if (format !== undefined && format !== "General") cell.numberFormat = [[format]];
  if ("formula" in planned) cell.formulas = [[planned.formula]];
  else if (planned.value !== "") cell.values = [[asContent(planned.value, format)]];
  if (planned.look !== undefined) LOOKS[planned.look](cell);
}

/** Should a host ignore the text format, an apostrophe still keeps a text from being read as a formula. */
function asContent(value: number | string | boolean, format: string | undefined): number | string | boolean {
  return typeof value === "string" && format !== AS_TEXT ? `'${value}` : value;
}

const LOOKS: Readonly<Record<Look, (cell: Excel.Range) => void>> = {
  title: (cell) => {
    cell.format.font.bold = true;
    cell.format.font.size = 14;
  },
  heading: (cell) => {
    cell.format.font.bold = true;
    cell.format.fill.color = "#E3EEF1";
  },
  figureHeading: (cell) => {
    LOOKS.heading(cell);
    cell.format.horizontalAlignment = Excel.HorizontalAlignment.right;
  },
  figure: (cell) => {
    cell.format.font.bold = true;
    cell.format.horizontalAlignment = Excel.HorizontalAlignment.left;
  },
  label: (cell) => {
    cell.format.font.bold = true;
  },
  note: (cell) => {
    cell.format.font.italic = true;
    cell.format.font.color = "#5C6B70";
  },
  input: (cell) => {
    cell.format.fill.color = "#FFF8E1";
  },
};

function freeSheet(wished: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wished;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wished} ${String(number)}`;
  return name;
}
