import type { Invocation, Outcome } from "../../src/workbench/functions/channel";
import { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { ChannelEvaluator } from "../support/channelEvaluator";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Custom functions through the genuine runtime of the Office.js client; the host sends calls and reads what comes back. */
let office: OfficeWindow;
let seen: unknown[] = [];
beforeAll(() => {
  office = startOfficeWindow();
  const { Error: CellError, ErrorCode } = office.CustomFunctions;
  const functions: Record<string, (...args: never[]) => unknown> = {
    FIVE: () => 5,
    TABLE: () => [["Buyer", "Open"], ["Alder", 12.5]],
    LATER: () => Promise.resolve([[1, 2]]),
    NOBODY: () => {
      throw new CellError(ErrorCode.notAvailable, "No buyer 'X' in this ledger.");
    },
    NOBODYLATER: () => Promise.reject(new CellError(ErrorCode.notAvailable, "No buyer 'Y' in this ledger.")),
    DIVIDED: () => {
      throw new CellError(ErrorCode.divisionByZero);
    },
    NUMBER: () => {
      throw new CellError(ErrorCode.invalidNumber);
    },
    VALUE: () => {
      throw new CellError(ErrorCode.invalidValue, "The window must be a number of days.");
    },
    NULLREF: () => {
      throw new CellError(ErrorCode.nullReference);
    },
    BROKEN: () => {
      throw new TypeError("a bug");
    },
    NAN: () => NaN,
    INFINITE: () => Infinity,
    ANSWERED: () => new CellError(ErrorCode.notAvailable, "answered, not thrown"),
    MIXED: () => [["Alder", new CellError(ErrorCode.notAvailable, "no payments")]],
    FORMATTED: () => new (office.CustomFunctions as unknown as { FormattedNumber: new (value: number, format: string) => unknown }).FormattedNumber(0.25, "0.0%"),
    NOTHING: () => null,
    ECHO: (...args: never[]) => {
      const given = args as unknown as [...unknown[], CustomFunctions.Invocation];
      seen = [...given.slice(0, -1), (given.at(-1) as CustomFunctions.Invocation).address];
      return "seen";
    },
  };
  office.CustomFunctions.associate(functions as never);
});
afterAll(() => office.close());

beforeAll(async () => {
  if (!office.host.functions.ready) await new Promise<void>((resolve) => office.host.functions.onReady(resolve));
});

let last = 0;
function call(calls: readonly (readonly [id: string, ...args: unknown[]])[]): Promise<Outcome[]> {
  const batch: Invocation[] = calls.map(([id, ...args]) => ({ invocation: ++last, id, args, address: "Sheet1!C7", flags: 4 }));
  return new Promise((resolve) => {
    const arrived = new Map<number, Outcome>();
    const stop = office.host.functions.onOutcomes((outcomes) => {
      for (const outcome of outcomes) arrived.set(outcome.invocation, outcome);
      if (!batch.every(({ invocation }) => arrived.has(invocation))) return;
      stop();
      resolve(batch.map(({ invocation }) => arrived.get(invocation)!));
    });
    office.host.functions.send(batch);
  });
}

async function one(id: string, ...args: unknown[]): Promise<object> {
  const [outcome] = await call([[id, ...args]]);
  return { ...outcome!, invocation: undefined };
}

test("values, tables, promises; names in any case", async () => {
  const outcomes = await call([["FIVE"], ["TABLE"], ["LATER"], ["five"], ["NOTHING"]]);
  expect(outcomes.map((outcome) => outcome.ok && outcome.value)).toEqual([5, [["Buyer", "Open"], ["Alder", 12.5]], [[1, 2]], 5, null]);
});

test.each([
  ["NOBODY", "#N/A", "No buyer 'X' in this ledger."],
  ["NOBODYLATER", "#N/A", "No buyer 'Y' in this ledger."],
  ["ANSWERED", "#N/A", "answered, not thrown"],
  ["DIVIDED", "#DIV/0!", ""],
  ["NUMBER", "#NUM!", ""],
  ["VALUE", "#VALUE!", "The window must be a number of days."],
  ["NULLREF", "#NULL!", ""],
  ["BROKEN", "#VALUE!", ""], // the runtime does not tell what else was thrown
  ["NAN", "#VALUE!", ""],
  ["INFINITE", "#NUM!", ""],
])("%s is %s", async (id, error, message) => {
  expect(await one(id)).toEqual({ invocation: undefined, ok: false, error, message });
});

test("an error inside a table stays in its cell, a formatted number keeps its format", async () => {
  const [mixed, formatted] = await call([["MIXED"], ["FORMATTED"]]);
  expect(mixed).toMatchObject({ ok: true, value: [["Alder", { type: "Error", basicValue: "#N/A", message: "no payments" }]] });
  expect(formatted).toMatchObject({ ok: true, value: { type: "FormattedNumber", basicValue: 0.25, numberFormat: "0.0%" } });
});

test("arguments arrive as sent, padded ones as null, the address with them", async () => {
  await one("ECHO", [[1, "two", true, ""]], null, "buyer");
  expect(JSON.parse(JSON.stringify(seen))).toEqual([[[1, "two", true, ""]], null, "buyer", "Sheet1!C7"]);
});

test("the blocks of a repeating parameter arrive as one list, errors in their cells as the runtime's own", async () => {
  await one("ECHO", [[["2 invoices #1"]], null, [["Buyer", { type: "CustomFunctionError", code: "#REF!" }]]]);
  const [blocks, address] = seen as [unknown[], string];
  expect(address).toBe("Sheet1!C7");
  expect(JSON.parse(JSON.stringify(blocks))).toMatchObject([[["2 invoices #1"]], null, [["Buyer", { code: "#REF!" }]]]);
});

test("a function nobody associated is an error, not silence", async () => {
  expect(await one("MISSING")).toMatchObject({ ok: false });
});

test("500 calls of one level are one message and come back together", async () => {
  const start = Date.now();
  const outcomes = await call(Array.from({ length: 500 }, () => ["FIVE"] as const));
  expect(outcomes.every((outcome) => outcome.ok && outcome.value === 5)).toBe(true);
  expect(Date.now() - start).toBeLessThan(3000);
});

test("an argument above the payload limit is refused with a sentence, the others go", async () => {
  const [large, small] = await call([["ECHO", "x".repeat(6 * 1024 * 1024)], ["FIVE"]]);
  expect(large).toMatchObject({ ok: false, error: "#VALUE!", message: "The arguments of this formula weigh 6.0 MB; Excel on the web sends at most 5.0 MB." });
  expect(small).toMatchObject({ ok: true, value: 5 });
});

test("a cancelled call is told so", async () => {
  const cancelled = new Promise((resolve) => {
    office.CustomFunctions.associate("WAIT", ((invocation: CustomFunctions.CancelableInvocation) => {
      invocation.onCanceled = () => resolve("cancelled");
      return new Promise(() => undefined);
    }) as never);
  });
  office.host.functions.send([{ invocation: ++last, id: "WAIT", args: [], address: "Sheet1!A1", flags: 1 }]);
  await new Promise((done) => setTimeout(done, 20));
  office.host.functions.cancel(last);
  expect(await cancelled).toBe("cancelled");
});

describe("formulas in a book", () => {
  const functions = [
    { id: "TOTAL", parameters: [{ name: "rows" }, { name: "factor", optional: true }] },
    { id: "TABLE", parameters: [] },
    { id: "NOBODY", parameters: [] },
    { id: "JOIN", parameters: [{ name: "blocks", repeating: true }] },
  ];
  let evaluator: ChannelEvaluator;
  let book: MemoryBook;
  let window: OfficeWindow;

  beforeEach(() => {
    evaluator = new ChannelEvaluator("AR", functions);
    book = new MemoryBook({ evaluator });
    window = startOfficeWindow({ port: book });
    window.CustomFunctions.associate("TOTAL", ((rows: unknown[][], factor: number | null) => rows.flat().reduce((sum: number, value) => sum + (typeof value === "number" ? value : 0), 0) * (factor ?? 1)) as never);
    window.CustomFunctions.associate("TABLE", (() => [["Buyer", "Open"], ["Alder", new window.CustomFunctions.Error(window.CustomFunctions.ErrorCode.notAvailable, "none")]]) as never);
    window.CustomFunctions.associate("JOIN", ((blocks: unknown[]) => `${blocks.length}: ${JSON.stringify(blocks)}`) as never);
    window.CustomFunctions.associate("NOBODY", (() => {
      throw new window.CustomFunctions.Error(window.CustomFunctions.ErrorCode.notAvailable, "nobody");
    }) as never);
    evaluator.connect(window.host.functions);
  });
  afterEach(() => window.close());

  test("written by Excel.run, calculated by the runtime, read by Excel.run; edits recalculate", async () => {
    await window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      context.workbook.names.add("Rows", sheet.getRange("A1:A3"));
      sheet.getRange("C1:C4").formulas = [["=AR.TOTAL(A1:A3)"], ["=AR.TOTAL(Rows, 10)"], ["=AR.TOTAL(Rows, AR.TOTAL(A1:A2))"], ["=AR.NOBODY()"]];
      const cells = sheet.getRange("C1:C4").load("values");
      await context.sync();
      expect(cells.values).toEqual([["#BUSY!"], ["#BUSY!"], ["#BUSY!"], ["#BUSY!"]]);
      await book.idle();
      cells.load("values, valueTypes");
      await context.sync();
      expect(cells.values).toEqual([[6], [60], [18], ["#N/A"]]);
      expect(cells.valueTypes[3]).toEqual(["Error"]);
      sheet.getRange("A3").values = [[30]];
      await context.sync();
      await book.idle();
      cells.load("values");
      await context.sync();
      expect(cells.values).toEqual([[33], [330], [99], ["#N/A"]]);
    });
  });

  test("arguments of a repeating parameter are one list, whatever their number", async () => {
    book.write({ sheet: book.activeSheet(), row: 0, column: 0, rows: 4, columns: 2 }, [[1, 2], [3, 4], ["=AR.JOIN(A1:B2, A1, A1:A2)", ""], ["=AR.JOIN(A1)", "=AR.JOIN()"]]);
    await book.idle();
    expect(book.values({ sheet: book.activeSheet(), row: 2, column: 0, rows: 2, columns: 2 })).toEqual([["3: [[[1,2],[3,4]],1,[[1],[3]]]", ""], ["1: [1]", "0: []"]]);
  });

  test("a table spills, is found from both ends, and gives way with #SPILL!", async () => {
    await window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("E1").formulas = [["=AR.TABLE()"]];
      await context.sync();
      await book.idle();
      const spilled = sheet.getRange("E1").getSpillingToRange().load("address, values, hasSpill");
      const parent = sheet.getRange("F2").getSpillParent().load("address");
      const none = sheet.getRange("A1").getSpillParentOrNullObject();
      await context.sync();
      expect([spilled.address, spilled.values, spilled.hasSpill, parent.address, none.isNullObject]).toEqual(["Sheet1!E1:F2", [["Buyer", "Open"], ["Alder", "#N/A"]], true, "Sheet1!E1", true]);
      sheet.getRange("F2").values = [["mine"]];
      const anchor = sheet.getRange("E1").load("values");
      await context.sync();
      expect(anchor.values).toEqual([["#SPILL!"]]);
    });
  });

  test("a name nobody knows is #NAME?", async () => {
    book.write({ sheet: book.activeSheet(), row: 0, column: 0, rows: 1, columns: 2 }, [["=AR.UNKNOWN()", "=AR.TOTAL(Nowhere)"]]);
    await book.idle();
    expect(book.values({ sheet: book.activeSheet(), row: 0, column: 0, rows: 1, columns: 2 })).toEqual([["#NAME?", "#NAME?"]]);
  });
});
