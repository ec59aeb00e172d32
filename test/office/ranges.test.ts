import type { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host. */
let office: OfficeWindow;
let Excel: OfficeWindow["Excel"];
beforeEach(() => {
  office = startOfficeWindow();
  Excel = office.Excel;
});
afterEach(() => office.close());

async function onSheet<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));
}

async function failure(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<{ code: string; message: string; debugInfo: { statement?: string } }> {
  return onSheet(async (sheet, context) => {
    work(sheet, context);
    await context.sync();
  }).then(
    () => Promise.reject(new Error("It should have failed")),
    (error: { code: string; message: string; debugInfo: { statement?: string } }) => error,
  );
}

test("values, formulas, formats, texts and types of a range", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:D1");
    range.values = [[1234.5, "text", true, ""]];
    range.numberFormat = [["#,##0.00", "@", "General", "0%"]];
    sheet.getRange("A2").formulas = [["=A1"]];
    const both = sheet.getRange("A1:D2").load("values,formulas,numberFormat,text,valueTypes,address,rowIndex,columnIndex,rowCount,columnCount,cellCount");
    await context.sync();
    return both.toJSON();
  });
  expect(seen).toMatchObject({
    address: "Sheet1!A1:D2", rowIndex: 0, columnIndex: 0, rowCount: 2, columnCount: 4, cellCount: 8,
    numberFormat: [["#,##0.00", "@", "General", "0%"], ["General", "General", "General", "General"]],
  });
  expect(seen.values![0]).toEqual([1234.5, "text", true, ""]);
  expect(seen.text![0]).toEqual(["1,234.50", "text", "TRUE", ""]);
  expect(seen.formulas![1]![0]).toBe("=A1");
  expect(seen.valueTypes![0]).toEqual(["Double", "String", "Boolean", "Empty"]);
});

test("ranges made from ranges", async () => {
  const addresses = await onSheet(async (sheet, context) => {
    const base = sheet.getRange("B2:D4");
    const made = [
      base.getCell(0, 0), base.getRow(1), base.getColumn(2), base.getOffsetRange(1, -1), base.getResizedRange(-1, 2), base.getAbsoluteResizedRange(1, 1),
      base.getBoundingRect("F6"), base.getIntersection("C3:Z9"), base.getLastCell(), base.getLastRow(), base.getLastColumn(), base.getEntireRow(), base.getEntireColumn(),
      base.getRowsAbove(1), base.getRowsBelow(2), base.getColumnsBefore(1), base.getColumnsAfter(1), sheet.getCell(9, 25), sheet.getRangeByIndexes(1, 1, 2, 2),
    ];
    for (const range of made) range.load("address");
    await context.sync();
    return made.map((range) => range.address.replace("Sheet1!", ""));
  });
  expect(addresses).toEqual([
    "B2", "B3:D3", "D2:D4", "A3:C5", "B2:F3", "B2", "B2:F6", "C3:D4", "D4", "B4:D4", "D2:D4", "2:4", "B:D", "B1:D1", "B5:D6", "A2:A4", "E2:E4", "Z10", "B2:C3",
  ]);
});

test("used ranges: of a sheet, of a part, of nothing", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const none = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    const empty = none.isNullObject;
    sheet.getRange("B2:C3").values = [["a", ""], ["", "b"]];
    const used = sheet.getUsedRange().load("address");
    const part = sheet.getRange("C:C").getUsedRange(true).load("address");
    const nothing = sheet.getRange("F1:G9").getUsedRangeOrNullObject(true);
    await context.sync();
    return [empty, used.address, part.address, nothing.isNullObject];
  });
  expect(seen).toEqual([true, "Sheet1!B2:C3", "Sheet1!C3", true]);
});

test("the surrounding region stops at blank lines", async () => {
  const address = await onSheet(async (sheet, context) => {
    sheet.getRange("B2:D4").values = [["Buyer", "Open", "Due"], ["Alder", 1, 2], ["Birch", 3, 4]];
    sheet.getRange("F2").values = [["aside"]];
    const region = sheet.getRange("C3").getSurroundingRegion().load("address");
    await context.sync();
    return region.address;
  });
  expect(address).toBe("Sheet1!B2:D4");
});

test("a range kept over several syncs moves with its cells", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:B3");
    range.values = [[1], [2]];
    range.load("address");
    await context.sync();
    const before = range.address;
    sheet.getRange("1:2").insert("Down");
    range.load("address, values");
    await context.sync();
    const after = [range.address, range.values];
    sheet.getRange("A:A").delete("Left");
    range.load("address");
    await context.sync();
    return [before, after, range.address];
  });
  expect(seen).toEqual(["Sheet1!B2:B3", ["Sheet1!B4:B5", [[1], [2]]], "Sheet1!A4:A5"]);
});

test("a range whose cells were deleted says so", async () => {
  const error = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2").load("address");
    await context.sync();
    sheet.getRange("2:2").delete("Up");
    range.load("address");
    return context.sync().then(() => undefined, (reason: { code: string }) => reason);
  });
  expect(error?.code).toBe("InvalidReference");
});

test("rows inserted by a person move kept ranges too", async () => {
  const address = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2").load("address");
    await context.sync();
    const book = office.book as MemoryBook;
    book.asUser(() => book.insertCells({ sheet: book.activeSheet(), row: 0, column: 0, rows: 3, columns: 16_384 }, "Down"));
    range.load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe("Sheet1!B5");
});

test("track and untrack keep a range beyond Excel.run", async () => {
  let kept: Excel.Range | undefined;
  await onSheet(async (sheet, context) => {
    kept = sheet.getRange("C3");
    context.trackedObjects.add(kept);
    await context.sync();
  });
  await Excel.run(kept!, async (context) => {
    kept!.values = [["kept"]];
    kept!.untrack();
    await context.sync();
  });
  expect(office.book.values({ sheet: office.book.activeSheet(), row: 2, column: 2, rows: 1, columns: 1 })).toEqual([["kept"]]);
  expect(office.host.core.context.references.count).toBe(0);
});

test("formats: fonts, fills, alignment, widths, borders, and set() in one", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B1");
    range.set({ values: [["Buyer", "Open"]], format: { font: { bold: true, color: "#203040" }, fill: { color: "#DDEEFF" }, horizontalAlignment: "Center", wrapText: true } });
    range.format.columnWidth = 90;
    range.format.borders.getItem("EdgeBottom").color = "#404040";
    range.load("values, format/font/bold, format/font/color, format/fill/color, format/horizontalAlignment, format/wrapText, format/columnWidth");
    await context.sync();
    return [range.values, range.format.font.bold, range.format.font.color, range.format.fill.color, range.format.horizontalAlignment, range.format.wrapText, range.format.columnWidth];
  });
  expect(seen).toEqual([[["Buyer", "Open"]], true, "#203040", "#DDEEFF", "Center", true, 90]);
  expect(office.book.format({ sheet: office.book.activeSheet(), row: 0, column: 0, rows: 1, columns: 1 })).toMatchObject({ bold: true, borderBottom: "#404040" });
});

test("where cells differ a format is null", async () => {
  const bold = await onSheet(async (sheet, context) => {
    sheet.getRange("A1").format.font.bold = true;
    const both = sheet.getRange("A1:A2").load("format/font/bold");
    await context.sync();
    return both.format.font.bold;
  });
  expect(bold).toBeNull();
});

test("clear, copyFrom and cells inserted beside others", async () => {
  const seen = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [[1, 2], [3, 4]];
    sheet.getRange("C1").formulas = [["=A1+$B$1"]];
    sheet.getRange("C2:C3").copyFrom("C1");
    sheet.getRange("E1").copyFrom("A1:B2", "Values", false, true);
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").insert("Right");
    const all = sheet.getRange("A1:G3").load("formulas");
    await context.sync();
    return all.formulas;
  });
  expect(seen).toEqual([["", "", 2, "=A1+$C$1", "", 1, 3], [3, 4, "=A2+$C$1", "", 2, 4, ""], ["", "", "=A3+$C$1", "", "", "", ""]]);
});

test("800,000 cells in one assignment are one step and one change", async () => {
  office.close();
  office = startOfficeWindow({ payloadLimit: Infinity });
  Excel = office.Excel;
  let changes = 0;
  let steps = 0;
  office.book.on((event) => event.type === "changed" && changes++);
  const begin = office.book.begin.bind(office.book);
  office.book.begin = () => {
    steps++;
    begin();
  };
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:H100000").values = Array.from({ length: 100_000 }, (_, row) => Array.from({ length: 8 }, (_c, column) => row * 8 + column));
    await context.sync();
  });
  expect(changes).toBe(1);
  expect(steps).toBeGreaterThan(500); // the client splits it, each strip a write inside the one outer step
  expect(office.book.values({ sheet: office.book.activeSheet(), row: 99_999, column: 7, rows: 1, columns: 1 })).toEqual([[799_999]]);
});

test("a request above 5 MB, and an answer above it, are refused as in Excel on the web", async () => {
  const wide = Array.from({ length: 60_000 }, (_, row) => Array.from({ length: 9 }, (_c, column) => `row ${row} column ${column}`));
  expect((await failure((sheet) => (sheet.getRange("A1:I60000").values = wide))).code).toBe("RequestPayloadSizeLimitExceeded");
  office.book.write({ sheet: office.book.activeSheet(), row: 0, column: 0, rows: 60_000, columns: 9 }, wide);
  expect((await failure((sheet) => sheet.getRange("A1:I60000").load("values"))).code).toBe("ResponsePayloadSizeLimitExceeded");
});

test("values of whole columns are null, as in Excel", async () => {
  const values = await onSheet(async (sheet, context) => {
    const column = sheet.getRange("A:A").load("values, rowCount");
    await context.sync();
    return [column.values, column.rowCount];
  });
  expect(values).toEqual([null, 1_048_576]);
});

describe("mistakes", () => {
  test("a sheet that is not there: ItemNotFound, with the statement", async () => {
    const error = await failure((_sheet, context) => context.workbook.worksheets.getItem("Nowhere").getRange("A1").load("values"));
    expect(error.code).toBe("ItemNotFound");
    expect(error.debugInfo.statement).toBe("var worksheet = worksheets.getItem(...);");
  });

  test("an array of another shape: InvalidArgument", async () => {
    expect((await failure((sheet) => (sheet.getRange("A1:B2").values = [[1, 2, 3]]))).code).toBe("InvalidArgument");
  });

  test("an address that is none: InvalidArgument", async () => {
    expect((await failure((sheet) => sheet.getRange("not an address").load("values"))).code).toBe("InvalidArgument");
  });

  test("outside the sheet: InvalidArgument", async () => {
    expect((await failure((sheet) => sheet.getRange("A1").getOffsetRange(-1, 0).load("address"))).code).toBe("InvalidArgument");
  });

  test("no intersection: ItemNotFound, or a null object when asked so", async () => {
    expect((await failure((sheet) => sheet.getRange("A1").getIntersection("B2").load("address"))).code).toBe("ItemNotFound");
    const isNull = await onSheet(async (sheet, context) => {
      const none = sheet.getRange("A1").getIntersectionOrNullObject("B2");
      await context.sync();
      return none.isNullObject;
    });
    expect(isNull).toBe(true);
  });

  test("a property that was not loaded: PropertyNotLoaded, by the client itself", async () => {
    const code = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      await context.sync();
      try {
        return String(range.values);
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
    expect(code).toBe("PropertyNotLoaded");
  });

  test("a member the host does not have: ApiNotFound naming it, and it is listed", async () => {
    const error = await failure((sheet) => sheet.pivotTables.load("items/name"));
    expect([error.code, error.message]).toEqual(["ApiNotFound", "The workbench host does not implement Worksheet.PivotTables."]);
    expect((await failure((sheet) => sheet.getRange("A1").removeDuplicates([0], true))).message).toContain("Range.RemoveDuplicates()");
    expect(office.host.unknownMembers()).toEqual(["Range.RemoveDuplicates()", "Worksheet.PivotTables"]);
  });

  test("what was done before the failure stays done", async () => {
    await failure((sheet, context) => {
      sheet.getRange("A1").values = [["done"]];
      context.workbook.worksheets.getItem("Nowhere").activate();
      sheet.getRange("A2").values = [["not done"]];
    });
    expect(office.book.values({ sheet: office.book.activeSheet(), row: 0, column: 0, rows: 2, columns: 1 })).toEqual([["done"], [""]]);
  });
});
