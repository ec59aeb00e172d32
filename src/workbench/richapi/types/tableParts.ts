import { bodyOf, headerOf, headings, totalsOf } from "../../model/tableReference";
import type { Rect, TableInfo } from "../../model/WorkbookPort";
import { cellMatrix, writeValues } from "../cellMatrix";
import type { HostContext } from "../context";
import { HostError, invalidArgument, notFound } from "../hostError";
import { deleteCells, insertCells, range, text, whole } from "../ranges";
import { defineType, handle, type Handle } from "../registry";
import { addRows, removeRows } from "../tableRows";
import { columnIdsOf, columnIndexOf, columnOf, rowCount, rowOf, tableOf } from "../tables";

interface Column {
  readonly table: string;
  readonly id: number;
}

function findColumn(context: HostContext, table: string, key: unknown): Handle | null {
  const info = tableOf(context, table);
  const ids = columnIdsOf(context, info);
  const asked = String(key).toLowerCase();
  const named = headings(context.port, info).findIndex((heading) => heading.toLowerCase() === asked);
  const id = typeof key === "number" ? ids.find((one) => one === key) : (ids[named] ?? ids.find((one) => String(one) === asked));
  return id === undefined ? null : handle("TableColumn", { table, id });
}

defineType("TableColumnCollection", {
  props: { Count: { get: (table, context) => tableOf(context, table).rect.columns } },
  items: {
    list: (table, context) => columnIdsOf(context, tableOf(context, table)).map((id) => handle("TableColumn", { table, id })),
    find: (table, key, context) => findColumn(context, table, key),
  },
  methods: {
    Add: (table, args, context) => addColumn(context, table, args),
    GetCount: (table, _args, context) => tableOf(context, table).rect.columns,
    GetItemAt: (table, args, context) => {
      const id = columnIdsOf(context, tableOf(context, table))[whole(args[0], "index")];
      if (id === undefined) throw notFound(`table column ${String(args[0])}`);
      return handle("TableColumn", { table, id });
    },
    GetItemOrNullObject: (table, args, context) => findColumn(context, table, args[0]),
  },
});

/** `values` holds the heading first, one row a cell; `name` names the column where no heading is given */
function addColumn(context: HostContext, id: string, [index, values, name]: readonly unknown[]): Handle {
  const table = tableOf(context, id);
  columnIdsOf(context, table);
  const at = index === null || index === undefined || index === -1 ? table.rect.columns : whole(index, "index");
  if (at < 0 || at > table.rect.columns) throw invalidArgument(`a table column's place must be 0 to ${table.rect.columns}`);
  const strip = { ...table.rect, column: table.rect.column + at, columns: 1 };
  const blocked = context.port.valueTypes(strip).some((line) => line[0] !== "Empty");
  if (at < table.rect.columns || blocked) insertCells(context, strip, "Right");
  const wanted = { ...table.rect, columns: table.rect.columns + 1 };
  if (tableOf(context, id).rect.columns !== wanted.columns) context.port.changeTable(id, { rect: wanted });
  context.port.write({ ...strip, rows: 1 }, [[freeHeading(context, table, name)]]);
  if (values !== null && values !== undefined) writeValues(context, Array.isArray(values) ? strip : bodyOf({ ...table, rect: strip }), values);
  return handle("TableColumn", { table: id, id: columnIdsOf(context, tableOf(context, id))[at]! });
}

function freeHeading(context: HostContext, table: TableInfo, name: unknown): string {
  if (typeof name === "string" && name !== "") return name;
  const taken = new Set(headings(context.port, table).map((heading) => heading.toLowerCase()));
  for (let at = 1; ; at++) if (!taken.has(`column${at}`)) return `Column${at}`;
}

function partOf(context: HostContext, { table, id }: Column, part: (info: TableInfo) => Rect | undefined, what: string): Handle {
  const info = tableOf(context, table);
  const rect = part(info);
  if (!rect) throw new HostError("InvalidOperation", `The table does not show ${what}.`);
  return range(context, columnOf(rect, columnIndexOf(context, info, id)));
}

defineType("TableColumn", {
  key: ({ id }) => ({ Id: id }),
  props: {
    Id: { get: ({ id }) => id },
    Index: { get: ({ table, id }, context) => columnIndexOf(context, tableOf(context, table), id) },
    Name: {
      get: ({ table, id }, context) => headings(context.port, tableOf(context, table))[columnIndexOf(context, tableOf(context, table), id)],
      set: (column, value, context) => renameColumn(context, column, text(value, "name")),
    },
    Values: {
      get: ({ table, id }, context) =>
        cellMatrix(context, columnOf(tableOf(context, table).rect, columnIndexOf(context, tableOf(context, table), id)), "values"),
      set: ({ table, id }, value, context) =>
        writeValues(context, columnOf(tableOf(context, table).rect, columnIndexOf(context, tableOf(context, table), id)), value),
    },
  },
  methods: {
    GetRange: (column, _args, context) => partOf(context, column, (table) => table.rect, "cells"),
    GetDataBodyRange: (column, _args, context) => partOf(context, column, bodyOf, "rows"),
    GetHeaderRowRange: (column, _args, context) => partOf(context, column, headerOf, "a heading row"),
    GetTotalRowRange: (column, _args, context) => partOf(context, column, totalsOf, "a totals row"),
    Delete: ({ table, id }, _args, context) => {
      const info = tableOf(context, table);
      if (info.rect.columns === 1) throw new HostError("InvalidOperation", "A table keeps at least one column.");
      deleteCells(context, columnOf(info.rect, columnIndexOf(context, info, id)), "Left");
      const wanted = { ...info.rect, columns: info.rect.columns - 1 };
      if (tableOf(context, table).rect.columns !== wanted.columns) context.port.changeTable(table, { rect: wanted });
    },
  },
});

function renameColumn(context: HostContext, { table, id }: Column, name: string): void {
  const info = tableOf(context, table);
  const index = columnIndexOf(context, info, id);
  const known = headings(context.port, info);
  if (known.some((heading, at) => at !== index && heading.toLowerCase() === name.toLowerCase())) {
    throw new HostError("ItemAlreadyExists", `The table has a column ${name} already.`);
  }
  context.columnIds.rename(table, known[index]!, name);
  context.port.write(columnOf({ ...info.rect, rows: 1 }, index), [[`'${name}`]]);
}

defineType("TableRowCollection", {
  props: { Count: { get: (table, context) => rowCount(tableOf(context, table)) } },
  items: {
    list: (table, context) => Array.from({ length: rowCount(tableOf(context, table)) }, (_, index) => handle("TableRow", { table, index })),
    find: (table, key, context) =>
      (typeof key === "number" && key >= 0 && key < rowCount(tableOf(context, table)) ? handle("TableRow", { table, index: key }) : null),
  },
  methods: {
    Add: (table, args, context) => handle("TableRow", { table, index: addRows(context, table, args[0], args[1]) }),
    GetCount: (table, _args, context) => rowCount(tableOf(context, table)),
    GetItemAt: (table, args, context) => {
      const index = whole(args[0], "index");
      rowOf(context, table, index);
      return handle("TableRow", { table, index });
    },
    DeleteRowsAt: (table, args, context) => removeRows(context, table, whole(args[0], "index"), whole(args[1], "count", 1)),
    DeleteRows: (table, args, context) => deleteEach(context, table, args[0]),
  },
});

/** rows given by number or as objects, deleted from the last so that the others keep their place */
function deleteEach(context: HostContext, table: string, rows: unknown): void {
  if (!Array.isArray(rows)) throw invalidArgument("rows must be an array");
  const places = rows.map((row: unknown) => (typeof row === "number" ? row : (row as { target: { index: number } }).target.index));
  for (const index of [...new Set(places)].sort((a, b) => b - a)) removeRows(context, table, index, 1);
}

defineType("TableRow", {
  props: {
    Index: { get: ({ index }) => index },
    Values: {
      get: ({ table, index }, context) => context.port.values(rowOf(context, table, index)),
      set: ({ table, index }, value, context) => writeValues(context, rowOf(context, table, index), value),
    },
  },
  methods: {
    GetRange: ({ table, index }, _args, context) => range(context, rowOf(context, table, index)),
    Delete: ({ table, index }, _args, context) => removeRows(context, table, index, 1),
  },
});
