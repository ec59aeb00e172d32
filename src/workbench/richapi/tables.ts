import { bodyOf, headings } from "../model/tableReference";
import type { Rect, TableInfo } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { invalidArgument, notFound } from "./hostError";

export function tableOf(context: HostContext, id: string): TableInfo {
  const table = context.port.tables().find((one) => one.id === id);
  if (!table) throw notFound("the table");
  return table;
}

/** rows of the body; an empty table still has one blank row */
export function rowCount(table: TableInfo): number {
  return Math.max(0, bodyOf(table).rows);
}

export function columnIdsOf(context: HostContext, table: TableInfo): readonly number[] {
  return context.columnIds.ids(table.id, headings(context.port, table));
}

export function columnIndexOf(context: HostContext, table: TableInfo, id: number): number {
  const index = columnIdsOf(context, table).indexOf(id);
  if (index < 0) throw notFound("the table column");
  return index;
}

/** one column of a part of the table (body, heading, totals, all) */
export function columnOf(part: Rect, index: number): Rect {
  return { ...part, column: part.column + index, columns: 1 };
}

export function rowOf(context: HostContext, id: string, index: number): Rect {
  const body = bodyOf(tableOf(context, id));
  if (index < 0 || index >= body.rows) throw invalidArgument(`the table has no row ${index}`);
  return { ...body, row: body.row + index, rows: 1 };
}
