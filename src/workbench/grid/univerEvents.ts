import type { ICellData, ICommandInfo, IExecutionOptions, IRange, Nullable } from "@univerjs/core";
import { SetFormulaCalculationResultMutation, type ISetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import {
  ClearSelectionFormatCommand, InsertColMutation, InsertRowMutation, InsertSheetMutation, MoveColsMutation, MoveRangeMutation, MoveRowsMutation,
  RemoveColMutation, RemoveRowMutation, RemoveSheetMutation, ReorderRangeMutation, SetBorderCommand, SetRangeValuesMutation, SetSelectionsOperation,
  SetStyleCommand, SetWorksheetActiveOperation, SetWorksheetNameMutation, type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import { mergeRects } from "../model/mergeRects";
import { MAX_COLUMNS, MAX_ROWS, sameRect } from "../model/a1";
import type { ChangedEvent, PortEvent, Rect, SheetId, Value } from "../model/WorkbookPort";
import type { UniverBook } from "./univerBook";

type Cells = Record<number, Record<number, Nullable<ICellData>> | undefined>;

interface Noticed {
  readonly events: PortEvent[];
  readonly edits: { rect: Rect; formulasOnly: boolean; before: Value | undefined }[];
  structural: boolean;
  readonly recalculated: Set<SheetId>;
}

const STYLE_TRIGGERS = new Set<string>([SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id]);

/** What the user did, in the port's words, once a task. What came through the port is told by the port itself. */
export function listenToUniver(book: UniverBook): () => void {
  let noticed: Noticed = empty();
  let planned: ReturnType<typeof setTimeout> | undefined;
  let selected: Rect | undefined;
  let before: Value | undefined;

  const tell = (): void => {
    planned = undefined;
    const told = noticed;
    noticed = empty();
    for (const event of eventsOf(told, book)) book.emit(event);
  };
  const plan = (): void => {
    planned ??= setTimeout(tell, 0); // an action of the user is several commands, some of them asynchronous
  };

  const beforehand = book.unit.commands.beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesMutation.id) return;
    const rect = editedRect(command.params as ISetRangeValuesMutationParams);
    const single = rect && rect.rows === 1 && rect.columns === 1 && book.unit.hasSheet(rect.sheet);
    before = single ? book.values(rect)[0]![0] : undefined;
  });

  const executed = book.unit.commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationResultMutation.id) {
      for (const sheet of sheetsIn(command.params as ISetFormulaCalculationResultMutation, book.unit.id)) noticed.recalculated.add(sheet);
      return plan();
    }
    if (book.acting || !concerns(command, book)) return;
    const count = noticed.events.length + noticed.edits.length;
    notice(command, options, noticed, before);
    if (command.id === SetSelectionsOperation.id) {
      const now = book.selection();
      if (selected && sameRect(selected, now)) return;
      selected = now;
      noticed.events.push({ type: "selected", rect: now });
    }
    if (noticed.events.length + noticed.edits.length > count) plan();
  });
  return () => {
    beforehand.dispose();
    executed.dispose();
    clearTimeout(planned);
  };
}

function empty(): Noticed {
  return { events: [], edits: [], structural: false, recalculated: new Set() };
}

function eventsOf(noticed: Noticed, book: UniverBook): PortEvent[] {
  // guard: inserting a row also rewrites the formulas that refer below it, on other sheets too: nobody edited those
  const edits = noticed.edits.filter((edit) => !(noticed.structural && edit.formulasOnly));
  const rects = mergeRects(edits.map((edit) => edit.rect));
  const changed = rects.map((rect): ChangedEvent => {
    const event: ChangedEvent = { type: "changed", rect, change: "RangeEdited", source: "user" };
    const known = edits.length === 1 && rect.rows === 1 && rect.columns === 1 && book.unit.hasSheet(rect.sheet) ? edits[0]!.before : undefined;
    return known === undefined ? event : { ...event, before: known, after: book.values(rect)[0]![0]! };
  });
  const calculated = [...noticed.recalculated].filter((sheet) => book.unit.hasSheet(sheet)).map((sheet): PortEvent => ({ type: "calculated", sheet }));
  return [...noticed.events, ...changed, ...calculated];
}

function concerns(command: Readonly<ICommandInfo>, book: UniverBook): boolean {
  const unit = (command.params as { unitId?: string } | undefined)?.unitId;
  return unit === undefined || unit === book.unit.id;
}

interface SheetParams {
  readonly subUnitId: SheetId;
  readonly range: IRange;
  readonly sheet: { readonly id: SheetId };
}

function notice(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined, noticed: Noticed, before: Value | undefined): void {
  const params = command.params as SheetParams;
  const lines = (change: ChangedEvent["change"]): void => {
    noticed.structural = true;
    const { startRow, endRow, startColumn, endColumn } = params.range;
    const rows = change.startsWith("Row") ? { row: startRow, rows: endRow - startRow + 1, column: 0, columns: MAX_COLUMNS } : undefined;
    const area = rows ?? { row: 0, rows: MAX_ROWS, column: startColumn, columns: endColumn - startColumn + 1 };
    noticed.events.push({ type: "changed", rect: { sheet: params.subUnitId, ...area }, change, source: "user" });
  };
  switch (command.id) {
    case SetRangeValuesMutation.id:
      return noticeEdit(command.params as ISetRangeValuesMutationParams, options, noticed, before);
    case InsertRowMutation.id:
      return lines("RowInserted");
    case RemoveRowMutation.id:
      return lines("RowDeleted");
    case InsertColMutation.id:
      return lines("ColumnInserted");
    case RemoveColMutation.id:
      return lines("ColumnDeleted");
    case MoveRangeMutation.id:
      return noticeMove(command.params as MoveParams, noticed);
    case MoveRowsMutation.id:
    case MoveColsMutation.id:
    case ReorderRangeMutation.id:
      noticed.structural = true;
      return;
    case InsertSheetMutation.id:
      return void noticed.events.push({ type: "sheetAdded", sheet: params.sheet.id, source: "user" });
    case RemoveSheetMutation.id:
      return void noticed.events.push({ type: "sheetRemoved", sheet: params.subUnitId, source: "user" });
    case SetWorksheetNameMutation.id:
      return void noticed.events.push({ type: "sheetRenamed", sheet: params.subUnitId, source: "user" });
    case SetWorksheetActiveOperation.id:
      return void noticed.events.push({ type: "sheetActivated", sheet: params.subUnitId, source: "user" });
  }
}

interface MoveParams {
  readonly from: { readonly subUnitId: SheetId; readonly value: Cells };
  readonly to: { readonly subUnitId: SheetId; readonly value: Cells };
}

function noticeMove(params: MoveParams, noticed: Noticed): void {
  noticed.structural = true;
  for (const side of [params.from, params.to]) {
    const rect = boundsOf(side.subUnitId, side.value);
    if (rect) noticed.edits.push({ rect, formulasOnly: false, before: undefined });
  }
}

/** Only what somebody typed, pasted or undid: results of a calculation are `onlyLocal`, formats carry their trigger. */
function noticeEdit(params: ISetRangeValuesMutationParams, options: IExecutionOptions | undefined, noticed: Noticed, before: Value | undefined): void {
  if (options?.onlyLocal === true || options?.["applyFormulaCalculationResult"] === true || options?.["fromAddin"] === true) return;
  if (params.trigger !== undefined && STYLE_TRIGGERS.has(params.trigger)) return;
  const rect = editedRect(params);
  if (rect) noticed.edits.push({ rect, formulasOnly: formulasOnly(params.cellValue as Cells), before });
}

/** The cells whose content is written; a mutation of styles alone has none. */
export function editedRect(params: ISetRangeValuesMutationParams): Rect | undefined {
  return params.cellValue ? boundsOf(params.subUnitId, params.cellValue as Cells) : undefined;
}

function boundsOf(sheet: SheetId, cells: Cells): Rect | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const rowKey in cells) {
    const row = Number(rowKey);
    for (const columnKey in cells[row]) {
      const column = Number(columnKey);
      if (!writesContent(cells[row]?.[column])) continue;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? undefined : { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export function writesContent(cell: Nullable<ICellData>): boolean {
  return cell === null || (cell !== undefined && ("v" in cell || "f" in cell || "si" in cell || "p" in cell));
}

function formulasOnly(cells: Cells): boolean {
  return Object.values(cells).every((row) => Object.values(row ?? {}).every((cell) => Boolean(cell?.f) || Boolean(cell?.si) || !writesContent(cell)));
}

function sheetsIn(result: ISetFormulaCalculationResultMutation, unitId: string): SheetId[] {
  const unit = result.unitData[unitId];
  return unit ? Object.keys(unit).filter((sheet) => Object.keys(unit[sheet] ?? {}).length > 0) : [];
}
