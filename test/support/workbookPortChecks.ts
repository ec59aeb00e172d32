import type { CellFormat, ChangedEvent, Content, PortEvent, Rect, SheetId, Value, WorkbookPort } from "../../src/workbench/model/WorkbookPort";

/**
 * What every workbook port does, whoever keeps the book. Each check works on sheets of its own and takes them away again, so
 * that one book can serve them all; a check fails by throwing. Nothing of jest's is used here: the same list runs in a
 * browser against the grid. Calculation is left to the books that have it.
 */
export interface PortCheck {
  readonly name: string;
  run(port: WorkbookPort): Promise<void>;
}

interface Desk {
  readonly port: WorkbookPort;
  readonly sheet: SheetId;
  readonly name: string;
  rect(row: number, column: number, rows?: number, columns?: number): Rect;
  write(row: number, column: number, contents: readonly (readonly Content[])[]): void;
  values(row: number, column: number, rows?: number, columns?: number): Value[][];
  /** what `act` raises, once the book is quiet */
  events(act: () => void): Promise<PortEvent[]>;
}

let sheetCount = 0;

function check(name: string, body: (desk: Desk) => Promise<void> | void): PortCheck {
  return {
    name,
    run: async (port) => {
      const desk = newDesk(port);
      try {
        await body(desk);
      } finally {
        await port.idle();
        if (port.sheets().some((sheet) => sheet.id === desk.sheet)) port.removeSheet(desk.sheet);
      }
    },
  };
}

function newDesk(port: WorkbookPort): Desk {
  const name = `Check${++sheetCount}`;
  const sheet = port.addSheet(name);
  const rect = (row: number, column: number, rows = 1, columns = 1) => ({ sheet, row, column, rows, columns });
  return {
    port,
    sheet,
    name,
    rect,
    write: (row, column, contents) => port.write(rect(row, column, contents.length, contents[0]!.length), contents),
    values: (row, column, rows = 1, columns = 1) => port.values(rect(row, column, rows, columns)),
    events: (act) => eventsOf(port, act),
  };
}

async function eventsOf(port: WorkbookPort, act: () => void): Promise<PortEvent[]> {
  await port.idle();
  const seen: PortEvent[] = [];
  const stop = port.on((event) => seen.push(event));
  try {
    act();
    await new Promise((done) => setTimeout(done, 0));
    await port.idle();
  } finally {
    stop();
  }
  return seen;
}

function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

function isTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

function throws(act: () => unknown, what: string): void {
  try {
    act();
  } catch {
    return;
  }
  throw new Error(`${what}: expected a refusal`);
}

function changes(events: readonly PortEvent[], sheet: SheetId): ChangedEvent[] {
  return events.filter((event): event is ChangedEvent => event.type === "changed" && event.rect.sheet === sheet);
}

function sheetNamed(port: WorkbookPort, name: string) {
  return port.sheets().find((sheet) => sheet.name === name);
}

const LEDGER: readonly (readonly Content[])[] = [
  ["Invoice", "Buyer", "Amount"],
  ["A-1", "Alder", 120.5],
  ["A-2", "Birch", 80],
  ["A-3", "Cedar", 9.25],
];

const sheets: readonly PortCheck[] = [
  check("a new sheet has its name, a place and nothing in it", ({ port, sheet, name }) => {
    const info = sheetNamed(port, name);
    equal(info?.id, sheet, "id of the sheet");
    equal(port.sheets()[info!.position]?.id, sheet, "sheet at its position");
    equal(port.usedRect(sheet, false), undefined, "used cells of an empty sheet");
  }),
  check("a sheet without a given name gets a free one", ({ port }) => {
    const id = port.addSheet();
    const names = port.sheets().map((sheet) => sheet.name.toLowerCase());
    equal(new Set(names).size, names.length, "different names");
    port.removeSheet(id);
  }),
  check("sheets are renamed, moved, hidden and coloured", ({ port, sheet, name }) => {
    port.changeSheet(sheet, { name: `${name} Ä 账`, position: 0, tabColor: "#112233" });
    const info = sheetNamed(port, `${name} Ä 账`);
    equal([info?.position, info?.tabColor.toUpperCase()], [0, "#112233"], "position and colour");
    port.changeSheet(sheet, { visibility: "Hidden" });
    equal(port.sheets().find((one) => one.id === sheet)?.visibility, "Hidden", "visibility");
    port.changeSheet(sheet, { visibility: "Visible" });
  }),
  check("frozen rows and columns are kept", ({ port, sheet }) => {
    port.changeSheet(sheet, { frozenRows: 2, frozenColumns: 1 });
    const { frozenRows, frozenColumns } = port.sheets().find((one) => one.id === sheet)!;
    equal([frozenRows, frozenColumns], [2, 1], "frozen");
    port.changeSheet(sheet, { frozenRows: 0, frozenColumns: 0 });
    equal(port.sheets().find((one) => one.id === sheet)!.frozenRows, 0, "not frozen any more");
  }),
  check("adding, activating, renaming and removing a sheet is told", async ({ port, name }) => {
    let id = "";
    const home = port.activeSheet();
    const events = await eventsOf(port, () => {
      id = port.addSheet(`${name}b`);
      port.activateSheet(id);
      port.changeSheet(id, { name: `${name}c` });
    });
    const told = events.flatMap((event) => ("sheet" in event && event.sheet === id ? [event.type] : []));
    for (const type of ["sheetAdded", "sheetActivated", "sheetRenamed"] as const) isTrue(told.includes(type), `${type} was not told`);
    port.activateSheet(home);
    const removed = await eventsOf(port, () => port.removeSheet(id));
    isTrue(removed.some((event) => event.type === "sheetRemoved" && event.sheet === id), "sheetRemoved was not told");
  }),
  check("renaming a sheet rewrites formulas and names that mean it", ({ port, sheet, name, write, rect }) => {
    const other = newDesk(port);
    other.write(0, 0, [[`=${name}!A1`]]);
    write(0, 0, [[5]]);
    port.setName({ name: `N_${name}`, formula: `=${name}!$A$1`, scope: undefined, comment: "", visible: true });
    port.changeSheet(sheet, { name: `${name} new` });
    equal(port.formulas(other.rect(0, 0)), [[`='${name} new'!A1`]], "formula elsewhere");
    equal(port.names().find((one) => one.name === `N_${name}`)?.formula, `='${name} new'!$A$1`, "name");
    equal(port.values(rect(0, 0)), [[5]], "the value itself");
    port.removeName(`N_${name}`, undefined);
    port.removeSheet(other.sheet);
  }),
];

const cells: readonly PortCheck[] = [
  check("numbers, texts, booleans and blanks come back as they went", ({ port, rect, write, values }) => {
    const rows = [[1, "two", true, ""], [-0.125, "账户", false, 1e15]];
    write(0, 0, rows);
    equal(values(0, 0, 2, 4), rows, "values");
    equal(port.valueTypes(rect(0, 0, 2, 4)), [["Double", "String", "Boolean", "Empty"], ["Double", "String", "Boolean", "Double"]], "types");
  }),
  check("typed texts become what Excel makes of them", ({ port, rect, write, values }) => {
    write(0, 0, [["12", "5%", "2024-01-31", "TRUE", "'007", "$1,234.50", "(20)"]]);
    equal(values(0, 0, 1, 7), [[12, 0.05, 45322, true, "007", 1234.5, -20]], "values");
    equal(port.valueTypes(rect(0, 0, 1, 7))[0], ["Double", "Double", "Double", "Boolean", "String", "Double", "Double"], "types");
    isTrue(port.numberFormats(rect(0, 1))[0]![0]!.includes("%"), "a typed percentage shows as one");
  }),
  check("an error's text is an error", ({ port, rect, write }) => {
    write(0, 0, [["#N/A", "#VALUE!"]]);
    equal(port.valueTypes(rect(0, 0, 1, 2)), [["Error", "Error"]], "types");
    equal(port.values(rect(0, 0, 1, 2)), [["#N/A", "#VALUE!"]], "values");
  }),
  check("cells formatted as text keep what is typed", ({ port, rect, write, values }) => {
    port.setFormat(rect(0, 0, 1, 3), { numberFormat: "@" });
    write(0, 0, [["007", "=1+1", "1/2/2024"]]);
    equal(values(0, 0, 1, 3), [["007", "=1+1", "1/2/2024"]], "values");
  }),
  check("null and undefined leave a cell, an empty text clears it", ({ write, values }) => {
    write(0, 0, [[1, 2, 3]]);
    write(0, 0, [[null, "", undefined]]);
    equal(values(0, 0, 1, 3), [[1, "", 3]], "values");
  }),
  check("formulas keep their text", ({ port, rect, write }) => {
    write(0, 0, [[1, 2, "=SUM(A1:B1)"]]);
    equal(port.formulas(rect(0, 0, 1, 3)), [[1, 2, "=SUM(A1:B1)"]], "formulas");
  }),
  check("a value written over a formula replaces it", ({ port, rect, write }) => {
    write(0, 0, [["=1+1"]]);
    write(0, 0, [[7]]);
    equal([port.formulas(rect(0, 0)), port.values(rect(0, 0))], [[[7]], [[7]]], "formula and value");
  }),
  check("what lies beyond the sheet is empty, and can be written", ({ port, rect, write, values }) => {
    equal(values(20_000, 400), [[""]], "far away");
    equal(port.valueTypes(rect(20_000, 400)), [["Empty"]], "type far away");
    write(5_000, 60, [["far"]]);
    equal(values(5_000, 60), [["far"]], "written far away");
  }),
  check("hostile texts stay texts", ({ write, values }) => {
    const row = ["__proto__", "constructor", "'=1+1", "<b>x</b>", "a".repeat(32_000), "\u0000\u0007"];
    write(0, 0, [row]);
    equal(values(0, 0, 1, 6), [["__proto__", "constructor", "=1+1", "<b>x</b>", "a".repeat(32_000), "\u0000\u0007"]], "values");
  }),
  check("used cells: exactly those with content", ({ port, sheet, write, rect }) => {
    write(2, 1, [["a", ""], ["", "b"]]);
    equal(port.usedRect(sheet, true), rect(2, 1, 2, 2), "used");
    port.clear(rect(2, 1), "Contents");
    equal(port.usedRect(sheet, true), rect(3, 2), "after clearing one");
  }),
  check("20,000 rows are written and read as one", ({ write, values, port, sheet }) => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [row, `buyer ${row % 7}`, row / 8]);
    write(0, 0, rows);
    equal(values(19_999, 0, 1, 3), [[19_999, `buyer ${19_999 % 7}`, 19_999 / 8]], "last row");
    equal(port.usedRect(sheet, true)?.rows, 20_000, "used rows");
  }),
];

const formats: readonly PortCheck[] = [
  check("formats are set and read, one key at a time", ({ port, rect }) => {
    const whole: CellFormat = { numberFormat: "#,##0.00", bold: true, fill: "#FFEEDD" };
    port.setFormat(rect(0, 0, 2, 2), whole);
    port.setFormat(rect(0, 0, 1, 1), { bold: false });
    const format = port.format(rect(0, 0));
    equal([format.numberFormat, format.bold ?? false, format.fill?.toUpperCase()], ["#,##0.00", false, "#FFEEDD"], "format of the corner");
    equal(port.numberFormats(rect(0, 0, 2, 2)), [["#,##0.00", "#,##0.00"], ["#,##0.00", "#,##0.00"]], "number formats");
    equal(port.format(rect(0, 0, 2, 2)).bold, undefined, "bold where cells differ");
  }),
  check("a format changes no content: values and formulas stay", ({ port, rect, write }) => {
    write(0, 0, [[3, "=1+2", "text"]]);
    port.setFormat(rect(0, 0, 1, 3), { bold: true, numberFormat: "0.00", fill: "#FFFF00" });
    equal(port.formulas(rect(0, 0, 1, 3)), [[3, "=1+2", "text"]], "contents");
  }),
  check("content changes no format", ({ port, rect, write }) => {
    port.setFormat(rect(0, 0), { numberFormat: "0.0%", bold: true });
    write(0, 0, [[0.5]]);
    equal([port.numberFormats(rect(0, 0)), port.format(rect(0, 0)).bold], [[["0.0%"]], true], "format");
  }),
  check("cells show their value in their format", ({ port, rect, write }) => {
    write(0, 0, [[1234.5, 0.25, 45322, "text", true]]);
    port.setFormat(rect(0, 0), { numberFormat: "#,##0.00" });
    port.setFormat(rect(0, 1), { numberFormat: "0%" });
    port.setFormat(rect(0, 2), { numberFormat: "yyyy-mm-dd" });
    equal(port.texts(rect(0, 0, 1, 5)), [["1,234.50", "25%", "2024-01-31", "text", "TRUE"]], "texts");
  }),
  check("clearing contents keeps formats, clearing formats keeps contents, clearing all keeps nothing", ({ port, rect, write, values }) => {
    write(0, 0, [[1, 2, 3]]);
    port.setFormat(rect(0, 0, 1, 3), { numberFormat: "0.00" });
    port.clear(rect(0, 0), "Contents");
    port.clear(rect(0, 1), "Formats");
    port.clear(rect(0, 2), "All");
    equal(values(0, 0, 1, 3), [["", 2, ""]], "values");
    equal(port.numberFormats(rect(0, 0, 1, 3)), [["0.00", "General", "General"]], "formats");
  }),
  check("clearing formats keeps a formula", ({ port, rect, write }) => {
    write(0, 0, [["=1+1"]]);
    port.setFormat(rect(0, 0), { bold: true });
    port.clear(rect(0, 0), "Formats");
    equal(port.formulas(rect(0, 0)), [["=1+1"]], "formula");
  }),
  check("column widths and row heights are points", ({ port, sheet }) => {
    port.setColumnWidth(sheet, 1, 2, 90);
    port.setRowHeight(sheet, 3, 1, 30);
    isTrue(Math.abs(port.columnWidth(sheet, 2) - 90) < 1, `width ${port.columnWidth(sheet, 2)}`);
    isTrue(Math.abs(port.rowHeight(sheet, 3) - 30) < 1, `height ${port.rowHeight(sheet, 3)}`);
  }),
];

const steps: readonly PortCheck[] = [
  check("reads inside a step see what was written", ({ port, write, values }) => {
    port.begin();
    write(0, 0, [[1]]);
    equal(values(0, 0), [[1]], "inside the step");
    write(0, 0, [[2]]);
    port.end();
    equal(values(0, 0), [[2]], "after it");
  }),
  check("a formula written and read inside a step is there", ({ port, rect, write }) => {
    port.begin();
    write(0, 0, [["=1+1"]]);
    equal(port.formulas(rect(0, 0)), [["=1+1"]], "formula inside the step");
    port.end();
  }),
  check("an edit of one cell tells what was there and what is", async ({ sheet, events, write, rect }) => {
    write(1, 1, [[11]]);
    const [event, ...more] = changes(await events(() => write(1, 1, [[77]])), sheet);
    equal(more.length, 0, "further events");
    equal([event?.rect, event?.change, event?.source, event?.before, event?.after], [rect(1, 1), "RangeEdited", "addin", 11, 77], "event");
  }),
  check("strips written in one step are one change", async ({ port, sheet, events, write, rect }) => {
    const told = changes(await events(() => {
      port.begin();
      for (let row = 0; row < 30; row += 3) write(row, 0, Array.from({ length: 3 }, () => [row, "x"]));
      port.end();
    }), sheet);
    equal(told.map((event) => event.rect), [rect(0, 0, 30, 2)], "changed rectangles");
  }),
  check("steps inside a step raise nothing before the outer one ends", async ({ port, sheet, events, write }) => {
    let early = -1;
    const seen: PortEvent[] = [];
    const stop = port.on((event) => seen.push(event));
    const told = changes(await events(() => {
      port.begin();
      port.begin();
      write(0, 0, [[1]]);
      port.end();
      early = changes(seen, sheet).length;
      port.end();
    }), sheet);
    stop();
    equal([early, told.length], [0, 1], "events before and after the outer end");
  }),
  check("formats alone are no change of content", async ({ port, sheet, events, rect }) => {
    equal(changes(await events(() => port.setFormat(rect(0, 0, 3, 3), { bold: true })), sheet).length, 0, "changed events");
  }),
  check("a listener that was taken off hears nothing", async ({ port, write }) => {
    let heard = 0;
    port.on(() => heard++)();
    write(0, 0, [[1]]);
    await port.idle();
    equal(heard, 0, "events heard");
  }),
];

const structure: readonly PortCheck[] = [
  check("inserted rows move values, formulas and names", ({ port, sheet, name, rect, write, values }) => {
    write(0, 0, [[1], [2], [3]]);
    write(0, 2, [["=A3"], ["=SUM(A1:A3)"]]);
    port.setName({ name: `R_${name}`, formula: `=${name}!$A$2:$A$3`, scope: undefined, comment: "", visible: true });
    port.insertCells({ sheet, row: 1, column: 0, rows: 2, columns: 16_384 }, "Down");
    equal(values(0, 0, 5, 1), [[1], [""], [""], [2], [3]], "values");
    equal([port.formulas(rect(0, 2)), port.formulas(rect(3, 2))], [[["=A5"]], [["=SUM(A1:A5)"]]], "formulas");
    equal(port.names().find((one) => one.name === `R_${name}`)?.formula, `=${name}!$A$4:$A$5`, "name");
    port.removeName(`R_${name}`, undefined);
  }),
  check("deleted rows move what lies below", ({ port, sheet, rect, write, values }) => {
    write(0, 0, [[1], [2], [3], [4]]);
    write(0, 2, [["=A4"]]);
    port.deleteCells({ sheet, row: 1, column: 0, rows: 2, columns: 16_384 }, "Up");
    equal(values(0, 0, 3, 1), [[1], [4], [""]], "values");
    equal(port.formulas(rect(0, 2)), [["=A2"]], "formula");
  }),
  check("inserted and deleted columns move what lies right", ({ port, sheet, rect, write, values }) => {
    write(0, 0, [[1, 2, "=A1+B1"]]);
    port.insertCells({ sheet, row: 0, column: 1, rows: 1_048_576, columns: 1 }, "Right");
    equal(values(0, 0, 1, 3), [[1, "", 2]], "after inserting");
    equal(port.formulas(rect(0, 3)), [["=A1+C1"]], "formula after inserting");
    port.deleteCells({ sheet, row: 0, column: 1, rows: 1_048_576, columns: 1 }, "Left");
    equal(port.formulas(rect(0, 0, 1, 3)), [[1, 2, "=A1+B1"]], "after deleting");
  }),
  check("inserted cells move only their own columns", ({ port, rect, write, values }) => {
    write(0, 0, [[1, "a"], [2, "b"], [3, "c"]]);
    port.insertCells(rect(1, 0, 1, 1), "Down");
    equal(values(0, 0, 4, 2), [[1, "a"], ["", "b"], [2, "c"], [3, ""]], "down");
    port.deleteCells(rect(1, 0, 1, 1), "Up");
    equal(values(0, 0, 3, 2), [[1, "a"], [2, "b"], [3, "c"]], "up again");
  }),
  check("inserting rows is told as such", async ({ port, sheet, events, write }) => {
    write(0, 0, [[1], [2]]);
    const told = changes(await events(() => port.insertCells({ sheet, row: 1, column: 0, rows: 1, columns: 16_384 }, "Down")), sheet);
    equal(told.map((event) => [event.change, event.rect.row, event.rect.rows]), [["RowInserted", 1, 1]], "events");
  }),
];

const namesAndTables: readonly PortCheck[] = [
  check("a name is set, changed without being lost, and removed", ({ port, name }) => {
    const named = () => port.names().find((one) => one.name === `L_${name}`);
    port.setName({ name: `L_${name}`, formula: `=${name}!$A$1:$C$4`, scope: undefined, comment: "", visible: true });
    equal(named()?.formula, `=${name}!$A$1:$C$4`, "formula");
    port.setName({ name: `L_${name}`, formula: `=${name}!$A$1:$C$9`, scope: undefined, comment: "", visible: true });
    equal([port.names().filter((one) => one.name === `L_${name}`).length, named()?.formula], [1, `=${name}!$A$1:$C$9`], "changed");
    port.removeName(`L_${name}`, undefined);
    equal(named(), undefined, "removed");
  }),
  check("a name may be that of a sheet", ({ port, name }) => {
    port.setName({ name, formula: `=${name}!$A$1`, scope: undefined, comment: "", visible: true });
    equal(port.names().find((one) => one.name === name)?.formula, `=${name}!$A$1`, "formula");
    port.removeName(name, undefined);
  }),
  check("a table has its headings, a name and a place", ({ port, name, rect, write }) => {
    write(0, 0, LEDGER);
    const id = port.addTable(rect(0, 0, 4, 3), true, `T_${name}`);
    const table = port.tables().find((one) => one.id === id);
    equal([table?.name, table?.rect, table?.showHeaders, table?.showTotals], [`T_${name}`, rect(0, 0, 4, 3), true, false], "table");
    equal(port.values(rect(0, 0, 4, 3)), LEDGER, "cells");
  }),
  check("a table is renamed, resized, and removed with its cells left", ({ port, name, rect, write, values }) => {
    write(0, 0, LEDGER);
    const id = port.addTable(rect(0, 0, 3, 3), true, `T_${name}`);
    port.changeTable(id, { name: `U_${name}` });
    port.changeTable(id, { rect: rect(0, 0, 4, 3) });
    const table = port.tables().find((one) => one.id === id);
    equal([table?.name, table?.rect], [`U_${name}`, rect(0, 0, 4, 3)], "table");
    port.removeTable(id);
    equal(port.tables().some((one) => one.id === id), false, "table gone");
    equal(values(3, 0, 1, 3), [["A-3", "Cedar", 9.25]], "cells left");
  }),
  check("tables do not overlap", ({ port, name, rect, write }) => {
    write(0, 0, LEDGER);
    port.addTable(rect(0, 0, 4, 3), true, `T_${name}`);
    throws(() => port.addTable(rect(2, 1, 4, 3), true, `V_${name}`), "a table over another");
  }),
  check("a table moves with rows inserted above it", ({ port, sheet, name, rect, write }) => {
    write(2, 0, LEDGER);
    const id = port.addTable(rect(2, 0, 4, 3), true, `T_${name}`);
    port.insertCells({ sheet, row: 0, column: 0, rows: 1, columns: 16_384 }, "Down");
    equal(port.tables().find((one) => one.id === id)?.rect, rect(3, 0, 4, 3), "rect");
  }),
  check("a table that comes and goes is told", async ({ port, name, rect, write, events }) => {
    write(0, 0, LEDGER);
    let id = "";
    const came = await events(() => void (id = port.addTable(rect(0, 0, 4, 3), true, `T_${name}`)));
    isTrue(came.some((event) => event.type === "tableAdded" && event.table === id), "tableAdded was not told");
    const went = await events(() => port.removeTable(id));
    isTrue(went.some((event) => event.type === "tableRemoved" && event.table === id), "tableRemoved was not told");
  }),
];

const selection: readonly PortCheck[] = [
  check("a selection is set, read and told", async ({ port, sheet, rect, events }) => {
    const home = port.activeSheet();
    const told = await events(() => {
      port.activateSheet(sheet);
      port.select(rect(2, 1, 3, 2));
    });
    equal(port.selection(), rect(2, 1, 3, 2), "selection");
    isTrue(told.some((event) => event.type === "selected" && event.rect.sheet === sheet && event.rect.row === 2), "selected was not told");
    port.activateSheet(home);
  }),
  check("a book comes to rest", async ({ port, write }) => {
    write(0, 0, [["=1+1"]]);
    port.recalculate(true);
    await port.idle();
  }),
];

export const workbookPortChecks: readonly PortCheck[] = [...sheets, ...cells, ...formats, ...steps, ...structure, ...namesAndTables, ...selection];
