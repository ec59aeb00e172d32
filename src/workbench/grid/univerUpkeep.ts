import type { ICellData, ICommandInfo, IExecutionOptions, Injector, IRange, Nullable } from "@univerjs/core";
import { IActiveDirtyManagerService, IFunctionService, LexerTreeBuilder, RemoveDefinedNameMutation, RemoveSuperTableMutation, SetArrayFormulaDataMutation, SetDefinedNameMutation, SetSuperTableMutation, type ISetArrayFormulaDataMutationParams } from "@univerjs/engine-formula";
import {
  InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation, RemoveSheetMutation, SetRangeValuesMutation, SetStyleCommand, SetWorksheetNameMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { Dispatcher } from "../functions/dispatcher";
import type { CalculationSchedule } from "./calculationSchedule";
import { toGrid, type KnownNames } from "./formulaText";
import type { RangeMemory } from "./rawRange";
import { rangeOf } from "./toWorkbookData";
import { eachSpill } from "./univerCells";
import { editedRect, writesContent } from "./univerEvents";
import type { UniverUnit } from "./univerUnit";

interface Kept {
  readonly unit: UniverUnit;
  readonly dispatcher: Dispatcher;
  readonly memory: RangeMemory;
  readonly schedule: CalculationSchedule;
}

type Spills = Record<number, Record<number, IRange>> | undefined;

/** Keeps what is remembered beside the grid in step with it, and cures what the grid forgets. */
export function keepUp(kept: Kept): () => void {
  const { unit, schedule } = kept;
  const spills = new Map<string, Map<string, IRange>>();
  const executed = unit.commands.onCommandExecuted((command, options) => {
    if (command.id === SetArrayFormulaDataMutation.id) return markShrunkSpills(command.params as ISetArrayFormulaDataMutationParams, spills, unit, schedule);
    if (command.id === SetRangeValuesMutation.id) return followWrites(command.params as ISetRangeValuesMutationParams, options, kept);
    followStructure(command, kept);
  });
  return () => executed.dispose();
}

type Cells = Record<number, Record<number, Nullable<ICellData>>>;

/** To be called before the first book is opened: the grid's own formula controller must see what this has made of a write. */
export function tidyWrites(unit: UniverUnit): () => void {
  const beforehand = unit.commands.beforeCommandExecuted((command, options) => {
    if (command.id === SetRangeValuesMutation.id && options?.["fromFormula"] !== true) tidyWrite(command.params as ISetRangeValuesMutationParams, unit);
  });
  return () => beforehand.dispose();
}

/**
 * Guards, before a write is made: formulas typed in the grid itself are written so that the parser can read them; and a cell
 * of which only the format is written keeps its formula, which the engine drops otherwise. Redoing a format is such a write.
 */
function tidyWrite(params: ISetRangeValuesMutationParams, unit: UniverUnit): void {
  if (params.unitId !== unit.id || !params.cellValue || !unit.hasSheet(params.subUnitId)) return;
  const cells = params.cellValue as Cells;
  if (!editedRect(params)) {
    params.trigger = SetStyleCommand.id;
    return;
  }
  let names: KnownNames | undefined;
  const stored = unit.cells(params.subUnitId);
  for (const row in cells) {
    for (const column in cells[row]) {
      const cell = cells[row]![Number(column)];
      if (cell?.f) cell.f = toGrid(cell.f, (names ??= unit.knownNames()));
      else if (cell && !writesContent(cell)) keepFormula(cell, stored[Number(row)]?.[Number(column)]);
    }
  }
}

function keepFormula(cell: ICellData, stored: Nullable<ICellData>): void {
  if (stored?.f) cell.f = stored.f;
  if (stored?.si) cell.si = stored.si;
}

function followWrites(params: ISetRangeValuesMutationParams, options: IExecutionOptions | undefined, kept: Kept): void {
  if (options?.onlyLocal === true || params.unitId !== kept.unit.id) return;
  const rect = editedRect(params);
  if (!rect) return;
  kept.memory.drop(params.subUnitId, rangeOf(rect));
  const cells = params.cellValue as Cells;
  kept.dispatcher.forgetWhere((place) => place.sheet === params.subUnitId && cells[place.row]?.[place.column] !== undefined && "f" in (cells[place.row]![place.column] ?? { f: null }));
  kept.dispatcher.edited();
}

/**
 * Guard: the engine keeps parsed formulas by their text, with the sheet name or range of a defined name inside, and goes on
 * with them after the sheet was renamed, the name changed or another book opened. The empty key drops all syntax trees; the
 * lexer's own store is shared by all lexers and emptied by whichever of them is disposed.
 */
export function forgetParsed(unit: UniverUnit): void {
  unit.injector.get(IFunctionService).deleteFormulaAstCacheKey("");
  new LexerTreeBuilder().dispose();
}

interface LineParams {
  readonly subUnitId: string;
  readonly range: IRange;
}

function followStructure(command: Readonly<ICommandInfo>, kept: Kept): void {
  const { dispatcher, memory, unit, schedule } = kept;
  const params = command.params as LineParams;
  if (isStructural(command.id, unit.injector)) {
    memory.dropAll();
    dispatcher.edited();
  }
  switch (command.id) {
    case InsertRowMutation.id:
      return dispatcher.move(params.subUnitId, shiftRows(params.range, true));
    case RemoveRowMutation.id:
      return dispatcher.move(params.subUnitId, shiftRows(params.range, false));
    case InsertColMutation.id:
      return dispatcher.move(params.subUnitId, shiftColumns(params.range, true));
    case RemoveColMutation.id:
      return dispatcher.move(params.subUnitId, shiftColumns(params.range, false));
    case RemoveSheetMutation.id:
      return dispatcher.move(params.subUnitId, () => undefined);
    case SetWorksheetNameMutation.id:
    case SetDefinedNameMutation.id:
    case RemoveDefinedNameMutation.id:
    case SetSuperTableMutation.id:
    case RemoveSuperTableMutation.id:
      forgetParsed(unit);
      if (!command.id.includes("super-table")) schedule.calculateAll(); // a formula that lost its name is not told
      return;
  }
  if (command.id.includes("move-range") || command.id.includes("move-rows") || command.id.includes("move-columns") || command.id.includes("reorder-range")) {
    dispatcher.clear(); // cells went anywhere: everything is asked again
    schedule.calculateAll();
  }
}

function isStructural(id: string, injector: Injector): boolean {
  return id !== SetRangeValuesMutation.id && (id === SetWorksheetNameMutation.id || injector.get(IActiveDirtyManagerService).get(id) !== undefined);
}

type Shift = (row: number, column: number) => { row: number; column: number } | undefined;

function shiftRows(range: IRange, inserted: boolean): Shift {
  const count = range.endRow - range.startRow + 1;
  return (row, column) => {
    if (row < range.startRow) return { row, column };
    if (inserted) return { row: row + count, column };
    return row <= range.endRow ? undefined : { row: row - count, column };
  };
}

function shiftColumns(range: IRange, inserted: boolean): Shift {
  const count = range.endColumn - range.startColumn + 1;
  return (row, column) => {
    if (column < range.startColumn) return { row, column };
    if (inserted) return { row, column: column + count };
    return column <= range.endColumn ? undefined : { row, column: column - count };
  };
}

/** A spill that became smaller or went away: formulas over the cells it left are not told by the engine. */
function markShrunkSpills(params: ISetArrayFormulaDataMutationParams, known: Map<string, Map<string, IRange>>, unit: UniverUnit, schedule: CalculationSchedule): void {
  const now = (params.arrayFormulaRange[unit.id] ?? {}) as Record<string, Spills>;
  for (const sheet of new Set([...known.keys(), ...Object.keys(now)])) {
    const before = known.get(sheet) ?? new Map<string, IRange>();
    const after = new Map<string, IRange>();
    eachSpill(now[sheet], (range, corner) => after.set(`${corner.row},${corner.column}`, { ...range }));
    for (const [corner, range] of before) {
      const left = after.get(corner);
      if (!left || left.endRow < range.endRow || left.endColumn < range.endColumn) schedule.markDirty([{ unitId: unit.id, sheetId: sheet, range }]);
    }
    known.set(sheet, after);
  }
}
