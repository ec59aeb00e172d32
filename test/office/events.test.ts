import type { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host: what an add-in hears. */
let office: OfficeWindow;
let Excel: OfficeWindow["Excel"];
let book: MemoryBook;
beforeEach(() => {
  office = startOfficeWindow();
  Excel = office.Excel;
  book = office.book as MemoryBook;
});
afterEach(() => office.close());

const quiet = () => new Promise((done) => setTimeout(done, 30));
/** So long that a busy machine gets there, too. */
const arrived = async (heard: readonly unknown[]) => {
  for (let k = 0; k < 100 && heard.length === 0; k++) await quiet();
};
const cell = (row: number, column: number) => ({ sheet: book.activeSheet(), row, column, rows: 1, columns: 1 });

test("a person's edit: address, before, after, and a range to ask for", async () => {
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => {
      const values = await Excel.run(async (inner) => {
        const range = event.getRange(inner).load("values");
        await inner.sync();
        return range.values;
      });
      heard.push([event.address, event.changeType, event.source, event.triggerSource, event.details?.valueBefore, event.details?.valueAfter, values]);
    });
    await context.sync();
  });
  book.asUser(() => book.write(cell(1, 1), [[77]]));
  await arrived(heard);
  expect(heard).toEqual([["B2", "RangeEdited", "Local", "Unknown", "", 77, [[77]]]]);
});

test("the add-in's own write is told once, as its own; a handler taken off hears nothing", async () => {
  const heard: string[] = [];
  const registered = await Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(async (event) => void heard.push(`${event.address} ${event.triggerSource}`));
    await context.sync();
    return result;
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:D2000").values = Array.from({ length: 2000 }, (_, row) => [row, 1, 2, 3]);
    await context.sync();
  });
  await quiet();
  expect(heard).toEqual(["A1:D2000 ThisLocalAddin"]);
  await Excel.run(registered.context, async (context) => {
    registered.remove();
    await context.sync();
  });
  book.asUser(() => book.write(cell(0, 0), [[1]]));
  await quiet();
  expect(heard).toHaveLength(1);
});

test("no event while an add-in has switched them off", async () => {
  let heard = 0;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().onChanged.add(async () => void heard++);
    await context.sync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[1]];
    await context.sync();
    await quiet();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  book.asUser(() => book.write(cell(0, 0), [[2]]));
  await quiet();
  expect(heard).toBe(1);
});

test("selection, of the workbook and of a sheet", async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(async () => void heard.push("workbook"));
    context.workbook.worksheets.getActiveWorksheet().onSelectionChanged.add(async (event) => void heard.push(event.address));
    await context.sync();
  });
  book.asUser(() => book.select({ ...cell(1, 1), rows: 3, columns: 2 }));
  await quiet();
  expect(heard.sort()).toEqual(["B2:C4", "workbook"]);
});

test("sheets that come, go, get a name and come to the front", async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async () => void heard.push("added"));
    worksheets.onDeleted.add(async () => void heard.push("deleted"));
    worksheets.onActivated.add(async () => void heard.push("activated"));
    worksheets.onDeactivated.add(async () => void heard.push("deactivated"));
    worksheets.onNameChanged.add(async (event) => void heard.push(`${event.nameBefore} to ${event.nameAfter}`));
    await context.sync();
  });
  book.asUser(() => {
    const id = book.addSheet("Draft");
    book.changeSheet(id, { name: "Ledger" });
    book.activateSheet(id);
    book.removeSheet(id);
  });
  await quiet();
  expect(heard).toEqual(["added", "Draft to Ledger", "deactivated", "activated", "deleted", "deactivated", "activated"]);
});

test("tables: added, changed, selected, deleted", async () => {
  const heard: string[] = [];
  book.write({ ...cell(0, 0), rows: 3, columns: 2 }, [["Invoice", "Open"], ["A-1", 10], ["A-2", 20]]);
  await Excel.run(async (context) => {
    context.workbook.tables.onAdded.add(async () => void heard.push("added"));
    context.workbook.tables.onDeleted.add(async (event) => void heard.push(`deleted ${event.tableName}`));
    await context.sync();
    const table = context.workbook.tables.add("Sheet1!A1:B3", true);
    table.onChanged.add(async (event) => void heard.push(`changed ${event.address}`));
    table.onSelectionChanged.add(async (event) => void heard.push(event.isInsideTable ? `inside ${event.address}` : "outside"));
    await context.sync();
  });
  book.asUser(() => book.write(cell(1, 1), [[11]]));
  book.asUser(() => book.select(cell(2, 1)));
  book.asUser(() => book.select(cell(9, 9)));
  book.asUser(() => book.removeTable(book.tables()[0]!.id));
  await quiet();
  expect(heard).toEqual(["added", "changed B2", "inside B3", "outside", "deleted Table1"]);
});

test("rows inserted: the kind of change and no values", async () => {
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => void heard.push([event.changeType, event.address, event.details]));
    await context.sync();
  });
  book.asUser(() => book.insertCells({ ...cell(1, 0), rows: 2, columns: 16_384 }, "Down"));
  await quiet();
  expect(heard).toEqual([["RowInserted", "2:3", undefined]]);
});

test("calculated sheets and a changed visibility", async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onCalculated.add(async () => void heard.push("calculated"));
    context.workbook.worksheets.add("Second");
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    (sheet as Excel.Worksheet & { onVisibilityChanged: OfficeExtension.EventHandlers<{ visibilityAfter: string }> }).onVisibilityChanged.add(async (event) => void heard.push(event.visibilityAfter));
    await context.sync();
    sheet.visibility = "Hidden";
    await context.sync();
  });
  book.recalculate(true);
  await quiet();
  expect(heard).toEqual(["Hidden", "calculated"]);
});
