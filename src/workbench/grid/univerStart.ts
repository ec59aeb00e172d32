import { UniverInstanceType, type Univer, type Workbook } from "@univerjs/core";
import { FunctionType, IFunctionService, SetDefinedNameMutation, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService, TriggerCalculationController } from "@univerjs/sheets-formula";
import { AddSheetTableMutation } from "@univerjs/sheets-table";
import type { FunctionChannel } from "../functions/channel";
import { Dispatcher, type Place } from "../functions/dispatcher";
import { readFunctions, type FunctionInfo } from "../functions/metadata";
import { SENTENCES } from "../functions/sentences";
import { addressText } from "../model/a1";
import type { BookSnapshot } from "../model/bookSnapshot";
import type { Rect, SheetId, WorkbookPort } from "../model/WorkbookPort";
import { showBusy } from "./busyText";
import type { CalculationSchedule } from "./calculationSchedule";
import { PENDING_CODE } from "./cellValue";
import { followFormulas, isWithoutFormulas } from "./formulaSearch";
import { RangeMemory } from "./rawRange";
import { toSnapshot, type Carried } from "./toSnapshot";
import { rangeOf, toWorkbookData } from "./toWorkbookData";
import { assembleUniver } from "./univerAssembly";
import { UniverBook } from "./univerBook";
import { listenToUniver } from "./univerEvents";
import { UniverFunction } from "./univerFunctions";
import { UniverUnit } from "./univerUnit";
import { forgetParsed, keepUp, tidyWrites } from "./univerUpkeep";

export interface GridOptions {
  readonly container: HTMLElement;
  readonly channel: FunctionChannel;
  /** content of functions.json */
  readonly functions: unknown;
  /** of the manifest: `AR` */
  readonly namespace: string;
  readonly snapshot: BookSnapshot;
  readonly locale: "en" | "zh";
  readonly dark: boolean;
  /** bytes the arguments of one call may take; undefined: no limit. Excel on the web: 5 MB */
  readonly payloadLimit: number | undefined;
  /** equal calls of several cells are made once; on unless false */
  readonly shareCalls?: boolean;
}

export interface SelectionMessage {
  readonly rect: Rect;
  /** why the selected cell shows an error; undefined when it shows none, or nobody said why */
  readonly message: string | undefined;
}

export interface Grid {
  readonly port: WorkbookPort;
  readonly dispatcher: Dispatcher;
  /** nothing calculating, in flight or pending */
  idle(): Promise<void>;
  snapshot(): BookSnapshot;
  open(snapshot: BookSnapshot): void;
  errorMessageAt(sheet: SheetId, row: number, column: number): string | undefined;
  onSelectionMessage(listener: (message: SelectionMessage) => void): () => void;
  undo(): void;
  redo(): void;
  dispose(): void;
}

export function startGrid(options: GridOptions): Grid {
  const univer = assembleUniver(options);
  const injector = univer.__getInjector();
  const sentences = SENTENCES[options.locale];
  const functions = readFunctions(options.functions, options.namespace);
  const unit = new UniverUnit(injector);
  const memory = new RangeMemory();
  const stops: (() => void)[] = [tidyWrites(unit), followFormulas(unit)];
  let schedule: CalculationSchedule | undefined;
  let round = 0;
  let betweenBooks = false;
  let carried: Carried = { book: undefined, date1904: undefined, sheets: new Map() };

  const dispatcher = new Dispatcher({
    channel: options.channel,
    address: ({ sheet, row, column }) => addressText(unit.hasSheet(sheet) ? unit.sheet(sheet).getName() : sheet, { row, column, rows: 1, columns: 1 }),
    markDirty: (places) => schedule?.markDirty(places.filter((place) => unit.hasSheet(place.sheet)).map((place) => dirtyCell(unit, place))),
    showingPending: () => pendingFormulas(unit),
    sentences,
    payloadLimit: options.payloadLimit,
    shareCalls: options.shareCalls ?? true,
  });
  const quiet = (): boolean => schedule !== undefined && schedule.quiet && dispatcher.settled;
  const idle = async (): Promise<void> => {
    while (!quiet()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const book = new UniverBook(unit, {
    idle,
    recalculate: (full) => {
      if (full) dispatcher.callAgain();
      schedule?.calculateAll();
    },
  });

  /** Services of the sheet plugins exist once the first book does. */
  const connect = (): void => {
    schedule = injector.get(TriggerCalculationController) as unknown as CalculationSchedule;
    schedule.roundListeners.add(() => {
      round++;
      dispatcher.beginRound();
    });
    schedule.endListeners.add((nothingLeft) => dispatcher.endPass(nothingLeft));
    const lastRow = (sheet: SheetId): number => {
      const used = book.cells.usedRect(sheet, true);
      return used ? used.row + used.rows - 1 : 0;
    };
    const shells = functions.map((info) => new UniverFunction(info, { dispatcher, memory, sentences, round: () => round, lastRow, spills: (sheet) => unit.spills(sheet) }));
    injector.get(IFunctionService).registerExecutors(...shells);
    injector.get(IDescriptionService).registerDescriptions(functions.map(describe));
    stops.push(keepUp({ unit, dispatcher, memory, schedule }), listenToUniver(book), showBusy(injector));
  };

  const open = (snapshot: BookSnapshot): void => {
    const first = schedule === undefined;
    betweenBooks = true; // nobody may ask for a selection while one book is gone and the next is not there
    if (!first) {
      unit.instances.disposeUnit(unit.id);
      dispatcher.clear();
      memory.dropAll();
      book.forget();
    }
    carried = openBook(snapshot, univer, unit, options.locale, () => first && connect());
    fillBook(snapshot, book);
    forgetParsed(unit);
    betweenBooks = false;
    schedule!.calculateAll();
    if (!first) book.emit({ type: "replaced" });
  };
  open(options.snapshot);

  const errorMessageAt = (sheet: SheetId, row: number, column: number): string | undefined => {
    if (!unit.hasSheet(sheet) || book.valueTypes({ sheet, row, column, rows: 1, columns: 1 })[0]![0] !== "Error") return undefined;
    const parent = book.spillParent(sheet, row, column);
    return parent ? dispatcher.messageAt({ sheet, ...parent }, row - parent.row, column - parent.column) : dispatcher.messageAt({ sheet, row, column });
  };

  return {
    port: book,
    dispatcher,
    idle,
    snapshot: () => toSnapshot(book, carried),
    open,
    errorMessageAt,
    onSelectionMessage: (listener) => {
      const tell = (): void => {
        if (betweenBooks) return;
        const rect = book.selection();
        listener({ rect, message: errorMessageAt(rect.sheet, rect.row, rect.column) });
      };
      const stopPort = book.on((event) => (event.type === "selected" || event.type === "calculated" || event.type === "sheetActivated") && tell());
      const stopCalls = dispatcher.onChange(tell);
      return () => {
        stopPort();
        stopCalls();
      };
    },
    undo: () => void unit.commands.executeCommand("univer.command.undo"),
    redo: () => void unit.commands.executeCommand("univer.command.redo"),
    dispose: () => {
      for (const stop of stops) stop();
      dispatcher.dispose();
      univer.dispose();
    },
  };
}

let lastBook = 0;

function openBook(snapshot: BookSnapshot, univer: Univer, unit: UniverUnit, locale: "en" | "zh", created: () => void): Carried {
  const number = ++lastBook; // ids are never used again, so that nothing of an old book can be taken for the new one's
  const ids = snapshot.sheets.map((_sheet, at) => `sheet-${number}-${at + 1}`);
  unit.id = `book-${number}`;
  univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, toWorkbookData(snapshot, unit.id, ids, locale));
  created();
  return { book: snapshot.carried, date1904: snapshot.date1904, sheets: new Map(snapshot.sheets.map((sheet, at) => [ids[at]!, sheet.carried])) };
}

/** Names, tables and the sheet in front; none of it can be undone, as it is how the book was. */
function fillBook(snapshot: BookSnapshot, book: UniverBook): void {
  const { unit } = book;
  const sheets = book.sheets();
  const idOf = new Map(sheets.map((sheet) => [sheet.name, sheet.id]));
  snapshot.names.forEach((one, at) => {
    const scope = one.sheet === undefined ? undefined : idOf.get(one.sheet);
    unit.run(SetDefinedNameMutation.id, { unitId: unit.id, ...book.nameParts.params({ name: one.name, formula: one.formula, scope, comment: one.comment ?? "", visible: one.visible !== false }, `name-${at}`) });
  });
  snapshot.sheets.forEach((sheet, at) => {
    const subUnitId = sheets[at]!.id;
    if (sheet.visibility === "VeryHidden") book.sheetParts.veryHidden.add(subUnitId);
    for (const [place, table] of (sheet.tables ?? []).entries()) {
      const tableId = `table-${at}-${place}-${unit.id}`;
      const header = book.values({ sheet: subUnitId, ...table.area, rows: 1 })[0]!.map((value, column) => (value === "" ? `Column${column + 1}` : String(value)));
      unit.run(AddSheetTableMutation.id, { unitId: unit.id, subUnitId, tableId, name: table.name, range: rangeOf(table.area), header, options: {} });
      book.tableParts.extras.set(tableId, {
        style: table.style ?? "TableStyleMedium2", showTotals: table.showTotals === true, showHeaders: table.showHeaders !== false, carried: table.carried,
      });
    }
  });
  const front = sheets[snapshot.active];
  if (front) book.activateSheet(front.id);
}

function pendingFormulas(unit: UniverUnit): Place[] {
  const places: Place[] = [];
  for (const sheet of unit.workbook.getSheets()) {
    if (isWithoutFormulas(sheet.getCellMatrix())) continue;
    const cells = unit.cells(sheet.getSheetId());
    for (const row in cells) {
      const line = cells[Number(row)];
      for (const column in line) {
        const cell = line[Number(column)];
        if (cell?.v === PENDING_CODE && (cell.f || cell.si)) places.push({ sheet: sheet.getSheetId(), row: Number(row), column: Number(column) });
      }
    }
  }
  return places;
}

function dirtyCell(unit: UniverUnit, place: Place): { unitId: string; sheetId: string; range: ReturnType<typeof rangeOf> } {
  return { unitId: unit.id, sheetId: place.sheet, range: rangeOf({ row: place.row, column: place.column, rows: 1, columns: 1 }) };
}

/** For the grid's own list of functions and its hints while typing. */
function describe(info: FunctionInfo): IFunctionInfo {
  return {
    functionName: info.name.toUpperCase(),
    functionType: FunctionType.User,
    description: info.description,
    abstract: info.description,
    functionParameter: info.parameters.map((parameter) => ({
      name: parameter.name, detail: parameter.description, example: "", require: parameter.optional ? 0 : 1, repeat: parameter.repeating ? 1 : 0,
    })),
  };
}

