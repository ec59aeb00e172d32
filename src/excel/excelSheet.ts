import type { Look, PlannedCell, SheetPlan } from "../pane/host";
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
