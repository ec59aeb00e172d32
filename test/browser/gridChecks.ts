import { InsertRowByRangeCommand, MoveRangeCommand, MoveRangeMutation, SetBoldCommand, SetRangeValuesCommand, SetRangeValuesMutation, SetWorksheetNameCommand } from "@univerjs/sheets";
import { Direction } from "@univerjs/core";
import { AddConditionalRuleMutation } from "@univerjs/sheets-conditional-formatting";
import { FormulaExecuteStageType } from "@univerjs/engine-formula";
import type { Grid } from "../../src/workbench/grid/univerStart";
import type { UniverBook } from "../../src/workbench/grid/univerBook";
import type { BookSnapshot } from "../../src/workbench/model/bookSnapshot";
import type { ChangedEvent, Content, PortEvent, Rect, SheetId, Value } from "../../src/workbench/model/WorkbookPort";
import type { FakeRuntime } from "../support/fakeRuntime";

/** Checks that need the grid itself. Each starts with a new book; each that guards against a defect of Univer 0.25.1 names it. */
export interface Bench {
  readonly grid: Grid;
  readonly book: UniverBook;
  readonly runtime: FakeRuntime;
  readonly first: SheetId;
}

export interface GridCheck {
  readonly name: string;
  run(bench: Bench): Promise<void>;
}

export const EMPTY: BookSnapshot = { sheets: [{ name: "Sheet1", cells: [] }], active: 0, names: [], formats: [] };

function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

function matches(text: string | undefined, pattern: RegExp): void {
  if (text === undefined || !pattern.test(text)) throw new Error(`expected ${String(pattern)}, found ${String(text)}`);
}

const rectOf = (sheet: SheetId, row: number, column: number, rows = 1, columns = 1): Rect => ({ sheet, row, column, rows, columns });

async function put({ grid }: Bench, sheet: SheetId, row: number, column: number, contents: readonly (readonly Content[])[]): Promise<void> {
  grid.port.write(rectOf(sheet, row, column, contents.length, contents[0]!.length), contents);
  await grid.idle();
}

function value({ grid }: Bench, sheet: SheetId, row: number, column: number): Value {
  return grid.port.values(rectOf(sheet, row, column))[0]![0]!;
}

function column({ grid }: Bench, sheet: SheetId, row: number, at: number, rows: number): Value[] {
  return grid.port.values(rectOf(sheet, row, at, rows)).map((line) => line[0]!);
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** As the grid's own editor does it. */
function userTypes({ book }: Bench, sheet: SheetId, row: number, at: number, cell: object): void {
  book.unit.run(SetRangeValuesCommand.id, { unitId: book.unit.id, subUnitId: sheet, range: { startRow: row, endRow: row, startColumn: at, endColumn: at }, value: cell }, {});
}

async function eventsDuring({ grid }: Bench, act: () => void): Promise<PortEvent[]> {
  await pause(30); // events of what went before
  const events: PortEvent[] = [];
  const stop = grid.port.on((event) => events.push(event));
  act();
  await grid.idle();
  await pause(60);
  stop();
  return events;
}

/** Texts that anything draws on a canvas of the page meanwhile, and for two frames after. */
async function textsPaintedDuring({ grid }: Bench, act: () => Promise<void>): Promise<string[]> {
  await pause(300); // frames of what went before
  const { prototype } = CanvasRenderingContext2D;
  const fillText = prototype.fillText;
  const texts: string[] = [];
  prototype.fillText = function (text, ...rest): void {
    texts.push(text);
    fillText.call(this, text, ...rest);
  };
  await act();
  await grid.idle();
  await pause(100);
  prototype.fillText = fillText;
  return texts;
}

/** Addresses of the pictures that are drawn on a canvas meanwhile. */
async function picturesDrawnDuring(act: () => Promise<void>): Promise<string[]> {
  const { prototype } = CanvasRenderingContext2D;
  const drawImage = prototype.drawImage;
  const drawn: string[] = [];
  prototype.drawImage = function (this: CanvasRenderingContext2D, ...given: Parameters<typeof drawImage>): void {
    if (given[0] instanceof HTMLImageElement) drawn.push(given[0].src);
    drawImage.apply(this, given);
  } as typeof drawImage;
  await act();
  prototype.drawImage = drawImage;
  return drawn;
}

const changes = (events: readonly PortEvent[]): ChangedEvent[] => events.filter((event): event is ChangedEvent => event.type === "changed");

const name = (name: string, formula: string) => ({ name, formula, scope: undefined, comment: "", visible: true });

const guards: readonly GridCheck[] = [
  {
    name: "Univer keeps formulas that say a defined name by their text: a sheet's new name reaches them, in any case of the name",
    run: async (bench) => {
      const { first, grid } = bench;
      const other = grid.port.addSheet("Other");
      await put(bench, first, 0, 0, [[1], [2]]);
      grid.port.setName(name("Ledger", "=Sheet1!$A$1:$A$2"));
      await put(bench, other, 0, 0, [["=SUM(Ledger)"], ["=AR.SUM2(Ledger)"], ["=AR.SUM2(ledger)"]]);
      equal(column(bench, other, 0, 0, 3), [3, 3, 3], "before");
      grid.port.changeSheet(first, { name: "Renamed" });
      await grid.idle();
      await put(bench, first, 0, 0, [[10]]);
      equal(column(bench, other, 0, 0, 3), [12, 12, 12], "after");
      bench.book.unit.run(SetWorksheetNameCommand.id, { unitId: bench.book.unit.id, subUnitId: first, name: "Again" }, {});
      await grid.idle();
      await put(bench, first, 0, 0, [[20]]);
      equal(column(bench, other, 0, 0, 3), [22, 22, 22], "after the user renamed it");
    },
  },
  {
    name: "Univer keeps formulas that say a defined name by their text: in another book the same text means the other book's name",
    run: async (bench) => {
      const book = (figure: number): BookSnapshot => ({
        sheets: [{ name: "Data", cells: [[{ value: figure }], [{ formula: "=AR.SUM2(Book)" }], [{ formula: "=SUM(Book)" }]] }],
        active: 0, names: [{ name: "Book", formula: figure === 7 ? "=Data!$A$1" : "=Data!$A$1:$A$1" }], formats: [],
      });
      for (const figure of [7, 8]) {
        bench.grid.open(book(figure));
        await bench.grid.idle();
        const sheet = bench.grid.port.sheets()[0]!.id;
        equal(column(bench, sheet, 1, 0, 2), [figure, figure], `book ${figure}`);
      }
    },
  },
  {
    name: "Univer drops the formulas of cells whose style alone is written without saying so: formats leave formulas alone, undone and redone",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [[4, "=A1*2", "=AR.SUM2(A1)"]]);
      grid.port.begin();
      grid.port.write(rectOf(first, 1, 0), [["=A1+1"]]);
      grid.port.setFormat(rectOf(first, 0, 0, 2, 3), { bold: true, numberFormat: "0.00" });
      grid.port.end();
      grid.undo();
      await pause(30);
      grid.redo();
      await pause(30);
      await grid.idle();
      equal(grid.port.formulas(rectOf(first, 0, 0, 2, 3)), [[4, "=A1*2", "=AR.SUM2(A1)"], ["=A1+1", "", ""]], "formulas");
      equal(grid.port.values(rectOf(first, 0, 0, 2, 3)), [[4, 8, 4], [5, "", ""]], "values");
    },
  },
  {
    name: "Univer's own way to make a name refuses one that is a sheet's: such a name is made, and formulas read it",
    run: async (bench) => {
      const { first, grid } = bench;
      grid.port.changeSheet(first, { name: "Ledger" });
      await put(bench, first, 0, 0, [[5], [6]]);
      grid.port.setName(name("Ledger", "=Ledger!$A$1:$A$2"));
      await put(bench, first, 0, 2, [["=SUM(Ledger)", "=AR.SUM2(Ledger)"]]);
      equal(grid.port.values(rectOf(first, 0, 2, 1, 2)), [[11, 11]], "values");
    },
  },
  {
    name: "Univer writes #REF! into formulas for ever when a name is removed: the text stays, and a name made again is read again",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [[5], [6], [7]]);
      grid.port.setName(name("Part", "=Sheet1!$A$1:$A$2"));
      await put(bench, first, 0, 2, [["=SUM(Part)", "=AR.SUM2(Part)"]]);
      grid.port.removeName("Part", undefined);
      await grid.idle();
      equal(grid.port.formulas(rectOf(first, 0, 2, 1, 2)), [["=SUM(Part)", "=AR.SUM2(Part)"]], "texts");
      equal(grid.port.valueTypes(rectOf(first, 0, 2)), [["Error"]], "while it is missing");
      grid.port.setName(name("Part", "=Sheet1!$A$2:$A$3"));
      await grid.idle();
      equal(grid.port.values(rectOf(first, 0, 2, 1, 2)), [[13, 13]], "made again");
      grid.port.setName(name("Part", "=Sheet1!$A$1:$A$3"));
      await grid.idle();
      equal(grid.port.values(rectOf(first, 0, 2, 1, 2)), [[18, 18]], "changed");
    },
  },
  {
    name: "Univer cannot read @, nor blanks in brackets: such formulas calculate, written or typed",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [[3], ["=@SUM( A1 )"], ["=@AR.SUM2( A1 , 4 )"], ["=ar.sum2(A1)"]]);
      userTypes(bench, first, 4, 0, { f: "=@ar.sum2( A1 ,  1 )" });
      await grid.idle();
      equal(column(bench, first, 1, 0, 4), [3, 7, 3, 4], "values");
    },
  },
  {
    name: "Univer rewrites formulas on other sheets when rows are inserted: the user's row is told once, and nothing else",
    run: async (bench) => {
      const { first, grid, book } = bench;
      const other = grid.port.addSheet("Other");
      await put(bench, first, 0, 0, [[1], [2]]);
      await put(bench, other, 0, 0, [["=Sheet1!A2"], ["=AR.SUM2(Sheet1!A1:A2)"]]);
      const range = { startRow: 1, endRow: 1, startColumn: 0, endColumn: 25 };
      const events = await eventsDuring(bench, () => book.unit.run(InsertRowByRangeCommand.id, { unitId: book.unit.id, subUnitId: first, range, direction: Direction.UP }, {}));
      equal(changes(events).map((event) => [event.change, event.rect.sheet === first, event.rect.row, event.source]), [["RowInserted", true, 1, "user"]], "events");
      equal(grid.port.formulas(rectOf(other, 0, 0, 2, 1)), [["=Sheet1!A3"], ["=AR.SUM2(Sheet1!A1:A3)"]], "formulas");
      await put(bench, first, 1, 0, [[10]]);
      equal(column(bench, other, 0, 0, 2), [2, 13], "values");
    },
  },
  {
    name: "Univer loses an edit that comes while a long pass is under way: edits in every pause of 3,000 formulas, none is lost",
    run: async (bench) => {
      const { first, book } = bench;
      const size = 3_000;
      await put(bench, first, 0, 0, Array.from({ length: size }, (_, row) => [row, `=A${row + 1}+$D$1`, `=B${row + 1}*2`]));
      let left = 8;
      const pauses = book.unit.commands.onCommandExecuted((command) => {
        const stage = (command.params as { stageInfo?: { stage: FormulaExecuteStageType } } | undefined)?.stageInfo?.stage;
        if (stage !== FormulaExecuteStageType.CURRENTLY_CALCULATING || left === 0) return;
        left--;
        userTypes(bench, first, (left * 397) % size, 0, { v: -left - 1 });
      });
      await put(bench, first, 0, 3, [[5]]);
      pauses.dispose();
      equal([left, value(bench, first, 0, 0)], [0, -1], "edits made, the last of them");
      const plus = value(bench, first, 0, 3) as number;
      const wrong = bench.grid.port.values(rectOf(first, 0, 0, size, 3)).filter(([a, b, c]) => b !== (a as number) + plus || c !== 2 * (b as number));
      equal(wrong.slice(0, 3), [], "wrong");
    },
  },
  {
    name: "Univer tells no formula about cells that a spill has left: they are calculated again",
    run: async (bench) => {
      const { first } = bench;
      await put(bench, first, 0, 0, [[100]]);
      await put(bench, first, 2, 2, [["=AR.AGING(A1)"]]);
      await put(bench, first, 0, 5, [["=COUNTA(C3:C5)", "=AR.SUM2(D4:D5)", "=SUM(D5:D6)", "=AR.SUM2(D5:D6)"]]);
      equal([value(bench, first, 4, 3), ...bench.grid.port.values(rectOf(first, 0, 5, 1, 4))[0]!], [200, 3, 300, 200, 200], "before");
      await put(bench, first, 0, 0, [[2000]]);
      equal([value(bench, first, 4, 3), ...bench.grid.port.values(rectOf(first, 0, 5, 1, 4))[0]!], ["", 2, 2000, 0, 0], "after the spill became smaller");
      equal(bench.grid.port.spillOf(first, 2, 2), rectOf(first, 2, 2, 2, 2), "the spill");
    },
  },
  {
    name: "Univer searches every cell for formulas: a sheet that held none calculates what comes there, however it comes",
    run: async (bench) => {
      const { first, grid, book } = bench;
      const plain = grid.port.addSheet("Plain");
      await put(bench, plain, 0, 0, [[1], [2]]); // searched, and found to hold none
      await put(bench, first, 0, 0, [["=SUM(Plain!A1:A2)"]]);
      userTypes(bench, plain, 0, 1, { f: "=A1+A2" });
      await grid.idle();
      await put(bench, plain, 0, 0, [[5]]);
      equal([value(bench, first, 0, 0), value(bench, plain, 0, 1)], [7, 7], "typed");
      grid.undo();
      grid.undo();
      await grid.idle();
      grid.redo();
      await grid.idle();
      await put(bench, plain, 0, 0, [[4]]);
      equal([value(bench, first, 0, 0), value(bench, plain, 0, 1)], [6, 6], "undone and redone");
      const unitId = book.unit.id;
      const range = (column: number) => ({ startRow: 0, endRow: 0, startColumn: column, endColumn: column });
      const target = grid.port.addSheet("Target");
      await put(bench, target, 0, 0, [[8]]);
      await put(bench, first, 0, 5, [["=A1*10"]]);
      book.unit.run(MoveRangeMutation.id, { unitId, fromRange: range(5), toRange: range(3), from: { subUnitId: first, value: { 0: { 5: null } } }, to: { subUnitId: target, value: { 0: { 3: { f: "=A1*10" } } } } }, {});
      await grid.idle();
      await put(bench, target, 0, 0, [[9]]);
      equal(value(bench, target, 0, 3), 90, "moved from another sheet");
      book.unit.run(InsertRowByRangeCommand.id, { unitId, subUnitId: target, range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 5 }, direction: Direction.UP }, {});
      await grid.idle();
      await put(bench, target, 1, 0, [[11]]);
      equal(value(bench, target, 1, 3), 110, "a row inserted above it");
    },
  },
  {
    name: "Univer paints the sheet for every mutation of the book: what shows on it is painted, what is written elsewhere is not",
    run: async (bench) => {
      const { first, grid } = bench;
      const other = grid.port.addSheet("Other");
      grid.port.activateSheet(first);
      await put(bench, first, 0, 0, [["=Other!A1+1", "=AR.SUM2(Other!A1)", "unmoved"]]);
      await put(bench, other, 0, 3, [[1, "=D1*2", "=AR.SUM2(D1)"]]);
      const elsewhere = await textsPaintedDuring(bench, () => put(bench, other, 0, 3, [[2]]));
      equal(elsewhere.includes("unmoved"), false, "painted for what is written and calculated on another sheet");
      const here = await textsPaintedDuring(bench, () => put(bench, other, 0, 0, [[4711]]));
      equal([here.includes("4712"), here.includes("4711")], [true, true], `values painted: ${here.join(" ")}`);
      await put(bench, first, 1, 0, [["=AR.AGING(Other!B1)"]]);
      const spill = await textsPaintedDuring(bench, () => put(bench, other, 0, 1, [[815]]));
      equal(spill.includes("815"), true, `spilled value painted: ${spill.join(" ")}`);
    },
  },
  {
    name: "Univer reads all icons of conditional formats at the start: an icon is read and drawn when a cell shows it",
    run: async (bench) => {
      const { first, book } = bench;
      await put(bench, first, 0, 0, [[1], [50], [99]]);
      const drawn = await picturesDrawnDuring(async () => {
        const step = (value: number, iconId: string) => ({ operator: "greaterThanOrEqual", value: { type: "num", value }, iconType: "3Arrows", iconId });
        const rule = { cfId: "icons", stopIfTrue: false, ranges: [{ startRow: 0, endRow: 2, startColumn: 0, endColumn: 0 }], rule: { type: "iconSet", isShowValue: true, config: [step(90, "0"), step(40, "1"), step(-9, "2")] } };
        book.unit.run(AddConditionalRuleMutation.id, { unitId: book.unit.id, subUnitId: first, rule }, {});
        await pause(600);
      });
      equal(new Set(drawn).size, 3, "different icons drawn");
    },
  },
];

const events: readonly GridCheck[] = [
  {
    name: "one changed event for an edit, an undo and a redo of the user; none for what is calculated",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [[1, "=A1*2", "=AR.SUM2(A1)"]]);
      const seen: unknown[] = [];
      for (const act of [() => userTypes(bench, first, 0, 0, { v: 5 }), () => grid.undo(), () => grid.redo()]) {
        const told = changes(await eventsDuring(bench, act));
        seen.push(told.map((event) => [event.rect, event.source, event.before, event.after]));
      }
      const at = rectOf(first, 0, 0);
      equal(seen, [[[at, "user", 1, 5]], [[at, "user", 5, 1]], [[at, "user", 1, 5]]], "events");
      equal(grid.port.values(rectOf(first, 0, 0, 1, 3)), [[5, 10, 5]], "values");
    },
  },
  {
    name: "formats of the user are no change of content",
    run: async (bench) => {
      await put(bench, bench.first, 0, 0, [[1]]);
      const told = changes(await eventsDuring(bench, () => bench.book.unit.run(SetBoldCommand.id, { value: 1 }, {})));
      equal([told.length, bench.grid.port.format(rectOf(bench.first, 0, 0)).bold], [0, true], "events and format");
    },
  },
  {
    name: "writes through the port are undone in one step, and calculate again",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [[1], ["=AR.SUM2(A1)"]]);
      grid.port.begin();
      grid.port.write(rectOf(first, 0, 0), [[7]]);
      grid.port.write(rectOf(first, 4, 4), [["x"]]);
      grid.port.setFormat(rectOf(first, 0, 0), { bold: true });
      grid.port.end();
      await grid.idle();
      equal(value(bench, first, 1, 0), 7, "written");
      grid.undo();
      await pause(50);
      await grid.idle();
      equal([value(bench, first, 0, 0), value(bench, first, 1, 0), value(bench, first, 4, 4), grid.port.format(rectOf(first, 0, 0)).bold ?? false], [1, 1, "", false], "undone");
    },
  },
  {
    name: "selection is told, and the sentence of the selected error with it",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [["=AR.FAIL(\"it must\")"]]);
      let message: string | undefined;
      const stop = grid.onSelectionMessage((told) => (message = told.message));
      grid.port.select(rectOf(first, 0, 0));
      stop();
      equal([message, grid.errorMessageAt(first, 0, 0)], ["It fails because it must", "It fails because it must"], "sentence");
      await put(bench, first, 0, 0, [[3]]);
      equal(grid.errorMessageAt(first, 0, 0), undefined, "no error, no sentence");
    },
  },
];

const functions: readonly GridCheck[] = [
  {
    name: "a chain of functions goes level by level, one batch each; equal calls are made once",
    run: async (bench) => {
      const { first, runtime } = bench;
      const before = runtime.batches.length;
      await put(bench, first, 0, 0, [["Amount"], [4], [5], ["=AR.LEDGER(A1:A3)"], ...Array.from({ length: 20 }, () => ["=AR.OPEN($A$4)"]), ["=AR.ECHO(A10)"]]);
      equal(runtime.batches.slice(before).map((batch) => batch.length), [1, 1, 1], "batches");
      equal([value(bench, first, 3, 0), value(bench, first, 5, 0), value(bench, first, 24, 0)], ["3 rows #9", 9, 9], "values");
    },
  },
  {
    name: "functions read ordinary formulas, spills, names, tables and whole columns, and are read by them",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [["Buyer", "Amount"], ["a", 10], ["b", 20], ["c", "=B2+B3"]]);
      grid.port.addTable(rectOf(first, 0, 0, 4, 2), true, "Inv");
      await put(bench, first, 0, 4, [["=SEQUENCE(3)"]]);
      await put(bench, first, 0, 6, [
        ["=AR.SUM2(B2:B4)"], ["=AR.SUM2(E1:E3)"], ["=AR.SUM2(Inv[Amount])"], ["=AR.SUM2(Inv[#All])"], ["=AR.SUM2(B:B)"], ["=SUM(G1:G5)"],
        ["=IFERROR(AR.FAIL(1),9)"], ["=LET(x,AR.SUM2(B2),x*2)"], ["=AR.OPEN(AR.LEDGER(B1:B4))"], ["=-AR.SUM2(B2)"],
      ]);
      equal(column(bench, first, 0, 6, 10), [60, 6, 60, 60, 60, 246, 9, 20, 60, -10], "values");
    },
  },
  {
    name: "errors go in where a function takes them, are named where it does not, and keep their sentence in a spilled cell's parent",
    run: async (bench) => {
      const { first, grid, runtime } = bench;
      await put(bench, first, 0, 0, [[1], ["=1/0"]]);
      const before = runtime.calls;
      await put(bench, first, 0, 2, [["=AR.SUM2(A1:A2)"], ["=AR.LEDGER(A1:A2)"]]);
      equal(column(bench, first, 0, 2, 2), ["#VALUE!", "2 rows #1"], "values");
      equal(runtime.calls - before, 1, "calls");
      matches(grid.errorMessageAt(first, 0, 2), /"range" holds the error #DIV\/0! in A2/);
    },
  },
  {
    name: "a formula over itself, and two at each other, end with a sentence; an edit frees them",
    run: async (bench) => {
      const { first, grid } = bench;
      await put(bench, first, 0, 0, [["=AR.SUM2(A1:B9)", "", "=AR.ECHO(D1)", "=AR.ECHO(C1)"]]);
      equal(grid.port.values(rectOf(first, 0, 0, 1, 4)), [["#VALUE!", "", "#VALUE!", "#VALUE!"]], "values");
      for (const at of [0, 2]) matches(grid.errorMessageAt(first, 0, at), /refers to itself/);
      await put(bench, first, 0, 3, [[8]]);
      equal(value(bench, first, 0, 2), 8, "freed");
    },
  },
  {
    name: "what is pending shows #BUSY!, and to Office.js too",
    run: async (bench) => {
      const { first, grid, runtime } = bench;
      runtime.delay = 2_000;
      grid.port.write(rectOf(first, 0, 0, 1, 2), [["=AR.ECHO(1)", "=A1+1"]]);
      for (let waited = 0; value(bench, first, 0, 1) === "" && waited < 1_800; waited += 20) await pause(20);
      equal(grid.port.values(rectOf(first, 0, 0, 1, 2)), [["#BUSY!", "#BUSY!"]], "values");
      equal(grid.port.valueTypes(rectOf(first, 0, 0)), [["Error"]], "type");
      runtime.delay = 20;
      await grid.idle();
      equal(grid.port.values(rectOf(first, 0, 0, 1, 2)), [[1, 2]], "afterwards");
    },
  },
  {
    name: "rows inserted and deleted while calls are in flight: every cell gets its own result",
    run: async (bench) => {
      const { first, grid, runtime } = bench;
      runtime.delay = 200;
      await put(bench, first, 0, 0, [[1, "=AR.SUM2(A1)"], [2, "=AR.SUM2(A2)"], [3, "=AR.SUM2(A3)"], [4, "=AR.SUM2(A4)"]]);
      grid.port.write(rectOf(first, 0, 0, 4, 1), [[10], [20], [30], [40]]);
      await pause(120);
      grid.port.insertCells({ sheet: first, row: 1, column: 0, rows: 2, columns: 16_384 }, "Down");
      grid.port.deleteCells({ sheet: first, row: 4, column: 0, rows: 1, columns: 16_384 }, "Up");
      await grid.idle();
      runtime.delay = 20;
      equal(grid.port.values(rectOf(first, 0, 0, 5, 2)), [[10, 10], ["", ""], ["", ""], [20, 20], [40, 40]], "values");
      await put(bench, first, 4, 0, [[41]]);
      equal(value(bench, first, 4, 1), 41, "and afterwards");
    },
  },
  {
    name: "functions filled down share one text and are each their own; cut and pasted, they go on",
    run: async (bench) => {
      const { first, grid, book } = bench;
      await put(bench, first, 0, 0, [[1], [2], [3]]);
      const cellValue = { 0: { 1: { f: "=AR.SUM2(A1)", si: "down" } }, 1: { 1: { si: "down" } }, 2: { 1: { si: "down" } } };
      book.unit.run(SetRangeValuesMutation.id, { unitId: book.unit.id, subUnitId: first, cellValue }, {});
      await grid.idle();
      equal([column(bench, first, 0, 1, 3), grid.port.formulas(rectOf(first, 2, 1))[0]![0]], [[1, 2, 3], "=AR.SUM2(A3)"], "filled");
      const [from, to] = [1, 3].map((at) => ({ startRow: at === 1 ? 0 : 5, endRow: at === 1 ? 2 : 7, startColumn: at, endColumn: at }));
      void book.unit.commands.executeCommand(MoveRangeCommand.id, { fromRange: from, toRange: to });
      await pause(80);
      await put(bench, first, 0, 0, [[100]]);
      equal([column(bench, first, 0, 1, 3), column(bench, first, 5, 3, 3)], [["", "", ""], [100, 2, 3]], "pasted");
    },
  },
  {
    name: "after a reload of the frame all cells ask again; none keeps an old result",
    run: async (bench) => {
      const { first, grid, runtime } = bench;
      await put(bench, first, 0, 0, [[1, "=AR.SUM2(A1)", "=AR.ECHO(B1)"]]);
      runtime.delay = 150;
      grid.port.write(rectOf(first, 0, 0), [[2]]);
      await pause(100);
      runtime.reload();
      await pause(250);
      equal(value(bench, first, 0, 2), "#BUSY!", "while the frame is away");
      runtime.start();
      await grid.idle();
      runtime.delay = 20;
      equal(grid.port.values(rectOf(first, 0, 0, 1, 3)), [[2, 2, 2]], "values");
    },
  },
  {
    name: "more than 5 MB in one call is refused with the size, the limit and what to do; the limit can be switched off",
    run: async (bench) => {
      const { first, grid } = bench;
      const rows = Array.from({ length: 50_000 }, (_, row) => [`INV-${row}`, "Handelsgesellschaft mbH & Co. KG", row / 7, "2024-05-31", "a note that nobody reads but everybody keeps"]);
      await put(bench, first, 0, 0, rows);
      await put(bench, first, 0, 7, [["=AR.LEDGER(A1:E50000)"]]);
      equal(value(bench, first, 0, 7), "#VALUE!", "refused");
      matches(grid.errorMessageAt(first, 0, 7), /\d\.\d MB.*5\.0 MB.*fewer rows/);
      grid.dispatcher.payloadLimit = undefined;
      await grid.idle();
      matches(String(value(bench, first, 0, 7)), /^50000 rows/);
      grid.dispatcher.payloadLimit = 5 * 1024 * 1024;
      await grid.idle();
      equal(value(bench, first, 0, 7), "#VALUE!", "refused again");
    },
  },
  {
    name: "12 edits 100 to 300 ms apart over 600 functions: no wrong and no pending cell",
    run: async (bench) => {
      const { first, grid, runtime } = bench;
      const size = 600;
      runtime.delay = 200;
      await put(bench, first, 0, 0, Array.from({ length: size }, (_, row) => [row, `=AR.SUM2(A${row + 1}:A${Math.min(size, row + 3)},$E$1)`, `=B${row + 1}+1`, `=AR.ECHO(C${row + 1})`]));
      for (let edit = 0; edit < 12; edit++) {
        if (edit % 4 === 3) grid.port.write(rectOf(first, 0, 4), [[edit]]);
        else userTypes(bench, first, (edit * 53) % size, 0, { v: 1000 + edit });
        await pause(100 + ((edit * 67) % 200));
      }
      await grid.idle();
      runtime.delay = 20;
      const given = column(bench, first, 0, 0, size) as number[];
      const plus = value(bench, first, 0, 4) as number;
      const wrong = grid.port.values(rectOf(first, 0, 1, size, 3)).flatMap((cells, row) => {
        const sum = given.slice(row, row + 3).reduce((total, one) => total + one, plus);
        return cells[0] === sum && cells[1] === sum + 1 && cells[2] === sum + 1 ? [] : [[row, sum, ...cells]];
      });
      equal(wrong.slice(0, 3), [], "wrong or pending");
    },
  },
];

const files: readonly GridCheck[] = [
  {
    name: "a snapshot opened and taken again is the same, results included",
    run: async (bench) => {
      const snapshot: BookSnapshot = {
        sheets: [
          {
            name: "Ledger", frozenRows: 1, tabColor: "#AA3300", carried: { rules: [1] }, columns: [{ column: 1, width: 90 }], rows: [{ row: 0, height: 30 }], merges: [{ row: 6, column: 0, rows: 1, columns: 2 }],
            cells: [[{ value: "Buyer", format: 0 }, { value: "Amount", format: 0 }], [{ value: "账户" }, { value: 10.5, format: 1 }], [{ value: "#N/A", error: true }, { value: true }], [{ value: "#N/A" }, { value: "007" }]],
            tables: [{ name: "Inv", area: { row: 0, column: 0, rows: 4, columns: 2 }, showHeaders: true, showTotals: false, style: "TableStyleLight9", carried: { stripes: false } }],
          },
          {
            name: "My sums", visibility: "Visible", showGridlines: false,
            cells: [[{ value: 10.5, formula: "=SUM(Amounts)" }, { value: "Bucket", formula: "=AR.AGING(Amounts)", spill: { rows: 3, columns: 2 } }, { value: "Amount", spilled: true }],
              [undefined, { value: "Not due", spilled: true }, { value: 10.5, spilled: true, format: 1 }], [undefined, { value: "Over 90", spilled: true }, { value: 21, spilled: true }]],
          },
          { name: "Hidden", cells: [], visibility: "VeryHidden" },
        ],
        active: 1, names: [{ name: "Amounts", formula: "=Ledger!$B$2:$B$4" }, { name: "Rate", formula: "=0.05", sheet: "Ledger", comment: "own" }],
        formats: [{ bold: true, fill: "#DDEEFF" }, { numberFormat: "#,##0.00" }], date1904: true, carried: { theme: "x" },
      };
      bench.grid.open(snapshot);
      await bench.grid.idle();
      const again = bench.grid.snapshot();
      for (const [at, sheet] of snapshot.sheets.entries()) {
        for (const key of new Set([...Object.keys(sheet), ...Object.keys(again.sheets[at]!)])) {
          if (key !== "cells" && key !== "visibility") equal(again.sheets[at]![key as "name"], sheet[key as "name"], `${sheet.name}: ${key}`);
        }
        equal(again.sheets[at]!.cells.slice(0, sheet.cells.length).map((row) => Array.from(row, (cell) => cell && withoutKey(cell, "format"))), sheet.cells.map((row) => row.map((cell) => cell && withoutKey(cell, "format"))), `${sheet.name}: cells`);
      }
      equal([again.active, again.names, again.date1904, again.carried, again.sheets[2]!.visibility], [1, snapshot.names, true, { theme: "x" }, "VeryHidden"], "the rest");
      const format = again.sheets[0]!.cells[1]![1]!.format!;
      equal(again.formats[format], { numberFormat: "#,##0.00" }, "format");
    },
  },
  {
    name: "results that a file kept are replaced by those of now; a spill is not blocked by its own saved values",
    run: async (bench) => {
      bench.grid.open({
        sheets: [{ name: "S", cells: [[{ value: 4 }, { value: 99, formula: "=AR.SUM2(A1)" }, { value: "#BUSY!", formula: "=A1*2" }], [{ value: "old", formula: "=AR.AGING(A1)", spill: { rows: 3, columns: 2 } }, { value: "old", spilled: true }]] }],
        active: 0, names: [], formats: [],
      });
      await bench.grid.idle();
      const sheet = bench.grid.port.sheets()[0]!.id;
      equal(bench.grid.port.values(rectOf(sheet, 0, 0, 4, 3)), [[4, 4, 8], ["Bucket", "Amount", ""], ["Not due", 4, ""], ["Over 90", 8, ""]], "values");
    },
  },
];

function withoutKey(cell: object, key: string): object {
  return Object.fromEntries(Object.entries(cell).filter(([one]) => one !== key).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const gridChecks: readonly GridCheck[] = [...guards, ...events, ...functions, ...files];
