import { addressText, bounding, MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import { resolveReference } from "../model/resolveReference";
import type { Shift } from "../model/shiftRect";
import type { Rect, SheetId, SheetInfo } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { HostError, invalidArgument, invalidReference, notFound } from "./hostError";
import type { RangeTarget } from "./references";
import { handle, type Handle } from "./registry";

/** Where the cells of a range are now; fails as Excel does when they were deleted. */
export function rectOf(target: RangeTarget): Rect {
  if (!target.rect) throw invalidReference("the cells of this range were deleted");
  return target.rect;
}

export function range(context: HostContext, rect: Rect): Handle {
  const before = rect.row < 0 || rect.column < 0 || rect.rows < 1 || rect.columns < 1;
  const outside = before || rect.row + rect.rows > MAX_ROWS || rect.column + rect.columns > MAX_COLUMNS;
  if (outside) throw invalidArgument("the range would lie outside the sheet");
  return handle("Range", context.references.range(rect));
}

export function sheetOf(context: HostContext, id: SheetId): SheetInfo {
  const sheet = context.port.sheets().find((one) => one.id === id);
  if (!sheet) throw notFound("the worksheet");
  return sheet;
}

export function wholeSheet(sheet: SheetId): Rect {
  return { sheet, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
}

export function addressOf(context: HostContext, rect: Rect, absolute = false): string {
  return addressText(sheetOf(context, rect.sheet).name, rect, absolute);
}

export function isRange(value: unknown): value is { readonly type: "Range"; readonly target: RangeTarget } {
  return typeof value === "object" && value !== null && "type" in value && value.type === "Range";
}

/** A range given as an object or as an address; addresses without a sheet mean `home`. Two areas are not one range. */
export function rectFrom(context: HostContext, given: unknown, home: SheetId): Rect {
  if (isRange(given)) return rectOf(given.target);
  if (typeof given !== "string" || given === "") throw invalidArgument("a range or an address is expected");
  const rect = resolveReference(context.port, given, home);
  if (!rect) throw invalidArgument(`${given} is no address and no name of cells`);
  return rect;
}

export function whole(value: unknown, name: string, fallback?: number): number {
  if ((value === undefined || value === null) && fallback !== undefined) return fallback;
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument(`${name} must be a whole number`);
  return value;
}

export function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw invalidArgument(`${name} must be a text`);
  return value;
}

/** no content: Excel answers the first cell, or a null object when asked so */
export function usedIn(context: HostContext, rect: Rect, valuesOnly: boolean): Rect | undefined {
  const used = context.port.usedRect(rect.sheet, valuesOnly);
  if (!used) return undefined;
  const row = Math.max(rect.row, used.row);
  const column = Math.max(rect.column, used.column);
  const rows = Math.min(rect.row + rect.rows, used.row + used.rows) - row;
  const columns = Math.min(rect.column + rect.columns, used.column + used.columns) - column;
  if (rows <= 0 || columns <= 0) return undefined;
  return trimmed(context, { sheet: rect.sheet, row, column, rows, columns }, used);
}

/** inside a part of the sheet the used cells may be fewer than the part */
function trimmed(context: HostContext, part: Rect, used: Rect): Rect | undefined {
  if (part.rows === used.rows && part.columns === used.columns) return part;
  const types = context.port.valueTypes(part);
  let found: Rect | undefined;
  types.forEach((line, row) => {
    const first = line.findIndex((type) => type !== "Empty");
    if (first < 0) return;
    let last = line.length - 1;
    while (line[last] === "Empty") last--;
    const strip = { sheet: part.sheet, row: part.row + row, column: part.column + first, rows: 1, columns: last - first + 1 };
    found = found ? bounding(found, strip) : strip;
  });
  return found;
}

export function isUnbounded(rect: Rect): boolean {
  return rect.rows >= MAX_ROWS || rect.columns >= MAX_COLUMNS;
}

/** ranges that a client holds and charts move with their cells */
export function shiftHeld(context: HostContext, shift: Shift): void {
  context.references.shift(shift);
  context.store.charts.shift(shift);
}

/** inserting and deleting go through here, so that the ranges a client holds move along */
export function insertCells(context: HostContext, rect: Rect, direction: "Down" | "Right"): void {
  refuseTornTable(context, rect, direction);
  context.port.insertCells(rect, direction);
  shiftHeld(context, { rect, direction });
}

export function deleteCells(context: HostContext, rect: Rect, direction: "Up" | "Left"): void {
  refuseTornTable(context, rect, direction);
  context.port.deleteCells(rect, direction);
  shiftHeld(context, { rect, direction });
}

/** cells may not move through a part of a table only */
function refuseTornTable(context: HostContext, rect: Rect, direction: "Down" | "Right" | "Up" | "Left"): void {
  const vertical = direction === "Down" || direction === "Up";
  for (const { rect: table } of context.port.tables()) {
    if (table.sheet !== rect.sheet) continue;
    const behind = vertical ? table.row + table.rows > rect.row : table.column + table.columns > rect.column;
    const from = vertical ? rect.column - table.column : rect.row - table.row;
    const to = vertical ? rect.column + rect.columns - table.column : rect.row + rect.rows - table.row;
    const size = vertical ? table.columns : table.rows;
    const overlaps = from < size && to > 0;
    if (behind && overlaps && (from > 0 || to < size)) {
      throw new HostError("InsertDeleteConflict", "This operation would shift cells in a table of the worksheet.");
    }
  }
}
