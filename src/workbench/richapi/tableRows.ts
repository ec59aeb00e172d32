import { bodyOf } from "../model/tableReference";
import type { Content, Rect, TableInfo } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { invalidArgument } from "./hostError";
import { deleteCells, insertCells } from "./ranges";
import { rowCount, tableOf } from "./tables";

/** Makes room for rows in a table and writes them; `index` null or -1 is the end. Answers the first new row's index. */
export function addRows(context: HostContext, id: string, index: unknown, values: unknown): number {
  const table = tableOf(context, id);
  const rows = rowsFrom(values, table.rect.columns);
  const alone = onlyBlankRow(context, table);
  const at = alone ? 0 : placeOf(index, rowCount(table));
  makeRoom(context, table, at, alone ? rows.length - 1 : rows.length);
  const body = bodyOf(tableOf(context, id));
  context.port.write({ ...body, row: body.row + at, rows: rows.length }, rows);
  return at;
}

/** Deletes rows of the body; a table keeps one blank row when all go. */
export function removeRows(context: HostContext, id: string, index: number, count: number): void {
  const table = tableOf(context, id);
  const body = bodyOf(table);
  if (index < 0 || count < 1 || index + count > body.rows) throw invalidArgument(`the table has no rows ${index} to ${index + count - 1}`);
  if (count === body.rows) {
    context.port.clear({ ...body, rows: 1 }, "Contents");
    if (count === 1) return;
    return shrink(context, table, { ...body, row: body.row + 1, rows: count - 1 });
  }
  shrink(context, table, { ...body, row: body.row + index, rows: count });
}

function shrink(context: HostContext, table: TableInfo, gone: Rect): void {
  const wanted = table.rect.rows - gone.rows;
  deleteCells(context, gone, "Up");
  resizeTo(context, table, wanted);
}

function makeRoom(context: HostContext, table: TableInfo, at: number, count: number): void {
  if (count <= 0) return;
  const body = bodyOf(table);
  const wanted = table.rect.rows + count;
  const rect = { ...body, row: body.row + at, rows: count };
  const atEnd = at === body.rows && !table.showTotals;
  if (!atEnd || blocked(context, rect)) insertCells(context, rect, "Down");
  resizeTo(context, table, wanted);
}

/** grids differ in whether a table grows with cells inserted at its end: say so when it did not */
function resizeTo(context: HostContext, before: TableInfo, rows: number): void {
  const now = tableOf(context, before.id);
  const wanted = { ...before.rect, rows };
  if (now.rect.rows !== rows || now.rect.row !== before.rect.row) context.port.changeTable(before.id, { rect: wanted });
}

/** below the table there is something, here or further down: it moves rather than being written over */
function blocked(context: HostContext, rect: Rect): boolean {
  const used = context.port.usedRect(rect.sheet, true);
  if (!used || used.row + used.rows <= rect.row) return false;
  const below = { ...rect, rows: used.row + used.rows - rect.row };
  return context.port.valueTypes(below).some((line) => line.some((type) => type !== "Empty"));
}

function onlyBlankRow(context: HostContext, table: TableInfo): boolean {
  const body = bodyOf(table);
  return body.rows === 1 && context.port.valueTypes(body)[0]!.every((type) => type === "Empty");
}

function placeOf(index: unknown, count: number): number {
  if (index === null || index === undefined || index === -1) return count;
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index > count) {
    throw invalidArgument(`a table row's place must be 0 to ${count}`);
  }
  return index;
}

function rowsFrom(values: unknown, columns: number): Content[][] {
  if (values === null || values === undefined) return [Array.from({ length: columns }, () => undefined)];
  if (!Array.isArray(values)) return [Array.from({ length: columns }, () => values as Content)];
  const rows = (Array.isArray(values[0]) ? values : [values]) as Content[][];
  if (!rows.every((row) => Array.isArray(row) && row.length === columns)) throw invalidArgument(`each row needs ${columns} values`);
  return rows;
}
