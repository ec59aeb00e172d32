import type { Cell } from "../values/cell";
import { civilOf, type Day } from "../values/day";
import type { Language } from "../values/say";
import type { Host, NamedFormula, Place, Selection, Stop, Theme } from "../pane/host";
import { cellAddress, columnLetters, sheetText } from "../pane/ledgerFormula";
import { excelAreas } from "./excelAreas";
import { onExcelEdit, onExcelSelection } from "./excelEvents";
import { excelFormulas, formulasInBlock, startsWithBook } from "./excelFormulas";
import { excelRead } from "./excelRead";
import { run } from "./excelRun";
import { drawExcelCharts } from "./excelCharts";
import { calculatedCells } from "./excelCalculated";
import { openExcelBook } from "./excelBook";
import { setExcelPage } from "./excelPage";
import { addExcelSheet, changeExcelCells, removeExcelSheet } from "./excelSheet";

/** The pane's host over Office.js: it moves cells, and thinks nothing. */
export function excelHost(): Host {
  return {
    language: displayLanguage(),
    theme,
    onTheme,
    dateSystem,
    areas: excelAreas,
    namedFormulas,
    takenNames,
    read: excelRead,
    selection,
    onSelection: onExcelSelection,
    onEdit: onExcelEdit,
    goTo,
    addSheet: addExcelSheet,
    drawCharts: drawExcelCharts,
    setPage: setExcelPage,
    removeSheet: removeExcelSheet,
    calculated: calculatedCells,
    formulasLike: excelFormulas,
    formulasIn: formulasInBlock,
    startsWithBook,
    openBook: openExcelBook,
    change: changeExcelCells,
    kept,
    keep,
    recall: (key) => localStorage.getItem(storageKey(key)) ?? undefined,
    remember: (key, value) => localStorage.setItem(storageKey(key), value),
  };
}

function displayLanguage(): Language {
  return /^zh\b/i.test(Office.context.displayLanguage) ? "zh" : "en";
}

/** Two add-ins of one origin share the browser's storage; Office tells their partitions apart where it has any. */
function storageKey(key: string): string {
  return `${Office.context.partitionKey ?? ""}openAccount.${key}`;
}

/** Excel's own theme where it tells one (never on the web), else the system's. */
function theme(): Theme {
  const office = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (office?.isDarkTheme !== undefined) return { dark: office.isDarkTheme };
  return { dark: darkScheme()?.matches ?? false };
}

function darkScheme(): MediaQueryList | undefined {
  return typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;
}

/** Excel raises no event for its theme: it is looked at again whenever the pane comes to view. */
function onTheme(listener: () => void): Stop {
  const scheme = darkScheme();
  scheme?.addEventListener("change", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    scheme?.removeEventListener("change", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}

const DATE_ROWS = 5;
const DATE_COLUMNS = 60;

/**
 * Office.js does not tell the date system, but a date cell does: its serial against the year it shows. Looked for in the
 * rows below the headings; without one the serials are those of 1900.
 */
async function dateSystem(place: Place): Promise<1900 | 1904> {
  const range = await run(async (context) => {
    const cells = context.workbook.worksheets.getItem(place.sheet).getRangeByIndexes(place.row, place.column, DATE_ROWS, DATE_COLUMNS).load("values,text,numberFormat");
    await context.sync();
    return { values: cells.values as Cell[][], text: cells.text, formats: cells.numberFormat as unknown[][] };
  });
  for (const [r, row] of range.values.entries()) {
    for (const [c, value] of row.entries()) {
      if (typeof value !== "number" || !/yyyy|e年/i.test(String(range.formats[r]?.[c]))) continue;
      const shown = /\d{4}/.exec(range.text[r]?.[c] ?? "")?.[0];
      if (shown !== undefined && yearOf(value) !== Number(shown) && yearOf(value + 1462) === Number(shown)) return 1904;
    }
  }
  return 1900;
}

function yearOf(serial: number): number {
  return civilOf(Math.floor(serial) as Day).year;
}

/** Workbook names whose range is one cell with a formula. */
async function namedFormulas(): Promise<readonly NamedFormula[]> {
  return run(async (context) => {
    const names = context.workbook.names.load("items/name,items/type");
    await context.sync();
    const ranges = names.items
      .filter(({ type }) => type === Excel.NamedItemType.range)
      .map((item) => ({ name: item.name, range: item.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount") }));
    await context.sync();
    const cells = ranges.filter(({ range }) => !range.isNullObject && range.rowCount === 1 && range.columnCount === 1);
    for (const { range } of cells) range.load("formulas,values").worksheet.load("name");
    await context.sync();
    return cells.flatMap(({ name, range }): NamedFormula[] => {
      const formula: unknown = (range.formulas as unknown[][])[0]?.[0];
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      return [{ name, formula, value: (range.values as Cell[][])[0]?.[0], place: { sheet: range.worksheet.name, row: range.rowIndex, column: range.columnIndex } }];
    });
  });
}

async function takenNames(): Promise<readonly string[]> {
  return run(async (context) => {
    const names = context.workbook.names.load("items/name");
    const tables = context.workbook.tables.load("items/name");
    await context.sync();
    return [...names.items, ...tables.items].map(({ name }) => name);
  });
}

/** The workbook's own settings: saved with it, and each add-in sees its own alone. */
async function kept(key: string): Promise<unknown> {
  return run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key).load("value");
    await context.sync();
    return setting.isNullObject ? undefined : (setting.value as unknown);
  });
}

async function keep(key: string, value: unknown): Promise<void> {
  await run(async (context) => {
    if (value !== undefined) context.workbook.settings.add(key, value);
    else {
      const setting = context.workbook.settings.getItemOrNullObject(key).load("key");
      await context.sync();
      if (!setting.isNullObject) setting.delete();
    }
    await context.sync();
  });
}

/** What is selected; undefined for several areas at once, or a chart. */
async function selection(): Promise<Selection | undefined> {
  try {
    return await run(readSelection);
  } catch {
    return undefined;
  }
}

async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const range = context.workbook.getSelectedRange().load("rowIndex,columnIndex,rowCount,columnCount");
  const sheet = range.worksheet.load("name");
  const cell = context.workbook.getActiveCell().load("values");
  const tables = range.getTables(false).load("items/name");
  await context.sync();
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  const first = cellAddress(sheet.name, row, column);
  const last = `${columnLetters(column + columns - 1)}${String(row + rows)}`;
  return {
    place: { sheet: sheet.name, row, column },
    reference: rows * columns === 1 ? first : `${sheetText(sheet.name)}!${columnLetters(column)}${String(row + 1)}:${last}`,
    cells: rows * columns,
    table: tables.items[0]?.name ?? "",
    value: (cell.values as Cell[][])[0]?.[0],
  };
}

async function goTo(place: Place): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    sheet.activate();
    sheet.getCell(place.row, place.column).select();
    await context.sync();
  });
}
