import type { CellBlock, CellsPlan, Look, PlannedCell, PlannedTable, SheetPlan } from "../pane/host";
import { writeRules } from "./excelRules";
import { run } from "./excelRun";

/** A number format under which a text stays the text it is: never a formula, a number or a date. */
const AS_TEXT = "@";

/** Points of a column so many characters wide in the standard font: 64 pixels, 48 points, for 8.43. */
const pointsOf = (characters: number): number => characters * 5.25 + 3.75;

/** A new sheet with all its cells, tables and names in one request, one step to undo; rules for what is typed in a second. Answers the sheet's name. */
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
    for (const { format, ...block } of plan.formats ?? []) rangeOf(sheet, block).numberFormat = Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => format));
    for (const [row, points] of plan.heights ?? []) sheet.getCell(row, 0).format.rowHeight = points;
    for (const table of plan.tables ?? []) addTable(sheet, table);
    if (plan.frozenRows !== undefined) sheet.freezePanes.freezeRows(plan.frozenRows);
    for (const { name: wished, row, column } of plan.names) context.workbook.names.add(wished, sheet.getCell(row, column));
    if (plan.show) sheet.activate();
    await context.sync();
    await writeRules(context, sheet, plan.rules ?? []);
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

/** Cells of a sheet that is there, in one request; the table that they belong to grows first. */
export async function changeExcelCells(plan: CellsPlan): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(plan.sheet);
    if (plan.table !== undefined) {
      const table = context.workbook.tables.getItem(plan.table.name);
      const range = table.getRange().load("rowIndex,columnIndex");
      await context.sync();
      table.resize(sheet.getRangeByIndexes(range.rowIndex, range.columnIndex, plan.table.rows, plan.table.columns));
    }
    for (const block of plan.cleared ?? []) rangeOf(sheet, block).clear(Excel.ClearApplyTo.contents);
    for (const { row, column, values } of plan.blocks ?? []) writeBlock(sheet, row, column, values);
    for (const cell of plan.cells) {
      const range = sheet.getCell(cell.row, cell.column);
      if ("value" in cell && cell.value === "") range.clear(Excel.ClearApplyTo.contents);
      write(range, cell);
    }
    await context.sync();
  });
}

/** The first cell by itself: with its formula goes what it had spilled, and the rest may be written. */
function writeBlock(sheet: Excel.Worksheet, row: number, column: number, values: readonly (readonly (number | string | boolean)[])[]): void {
  const contents = values.map((cells) => cells.map(asKept));
  sheet.getCell(row, column).values = [[contents[0]![0]]];
  if (contents.length * contents[0]!.length > 1) sheet.getRangeByIndexes(row, column, contents.length, contents[0]!.length).values = contents;
}

/** As `asContent`, under whatever format the cell has. */
function asKept(value: number | string | boolean): number | string | boolean {
  if (value === "#N/A") return "=NA()";
  return typeof value === "string" && value !== "" ? `'${value}` : value;
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellBlock): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

function addTable(sheet: Excel.Worksheet, planned: PlannedTable): void {
  const table = sheet.tables.add(rangeOf(sheet, planned), true);
  table.name = planned.name;
  table.style = planned.style;
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
  tableHeading: (cell) => {
    cell.format.font.bold = true;
    cell.format.font.color = "#FFFFFF";
    cell.format.fill.color = "#005768";
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
  columnNote: (cell) => {
    LOOKS.note(cell);
    cell.format.font.size = 9;
    LOOKS.wrapped(cell);
  },
  wrapped: (cell) => {
    cell.format.wrapText = true;
    cell.format.verticalAlignment = Excel.VerticalAlignment.top;
  },
  input: (cell) => {
    cell.format.fill.color = "#FFF8E1";
  },
  example: (cell) => {
    LOOKS.input(cell);
    cell.format.font.italic = true;
  },
};

function freeSheet(wished: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wished;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wished} ${String(number)}`;
  return name;
}
