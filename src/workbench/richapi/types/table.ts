import { intersect, parseArea } from "../../model/a1";
import { bodyOf, headerOf, totalsOf } from "../../model/tableReference";
import type { Rect, SheetId, TableInfo } from "../../model/WorkbookPort";
import type { HostContext } from "../context";
import { EventType, WORKBOOK_TARGET } from "../events";
import { HostError, invalidArgument, notFound } from "../hostError";
import { range, rectFrom, rectOf, text, whole } from "../ranges";
import { defineType, handle, type Handle, type Items } from "../registry";
import { tableOf } from "../tables";

function onSheet(context: HostContext, sheet: SheetId | undefined): readonly TableInfo[] {
  return context.port.tables().filter((table) => sheet === undefined || table.rect.sheet === sheet);
}

function findTable(tables: readonly TableInfo[], key: unknown): Handle | null {
  const asked = String(key).toLowerCase();
  const table = tables.find((one) => one.id === key || one.name.toLowerCase() === asked);
  return table ? handle("Table", table.id) : null;
}

function collection<T>(tables: (target: T, context: HostContext) => readonly TableInfo[]): Items<T> {
  return {
    list: (target, context) => tables(target, context).map((table) => handle("Table", table.id)),
    find: (target, key, context) => findTable(tables(target, context), key),
  };
}

function at(tables: readonly TableInfo[], index: unknown): Handle {
  const table = tables[whole(index, "index")];
  if (!table) throw notFound(`table ${String(index)}`);
  return handle("Table", table.id);
}

const target = (sheet: SheetId | undefined) => sheet ?? WORKBOOK_TARGET;

defineType("TableCollection", {
  props: { Count: { get: (sheet, context) => onSheet(context, sheet).length } },
  items: collection((sheet, context) => onSheet(context, sheet)),
  methods: {
    Add: (sheet, args, context) => add(context, sheet, args),
    GetCount: (sheet, _args, context) => onSheet(context, sheet).length,
    GetItemAt: (sheet, args, context) => at(onSheet(context, sheet), args[0]),
    GetItemOrNullObject: (sheet, args, context) => findTable(onSheet(context, sheet), args[0]),
  },
  events: {
    AddedEvent: { type: EventType.TableAdded, target },
    DataChangedEvent: { type: EventType.TableChanged, target },
    DeletedEvent: { type: EventType.TableDeleted, target },
  },
});

function add(context: HostContext, sheet: SheetId | undefined, [address, hasHeaders]: readonly unknown[]): Handle {
  const rect = rectFrom(context, address, sheet ?? context.port.activeSheet());
  if (sheet !== undefined && rect.sheet !== sheet) throw invalidArgument("the table's cells are on another worksheet");
  if (context.port.tables().some((table) => intersect(table.rect, rect))) {
    throw new HostError("InvalidOperation", "A table cannot overlap another table.");
  }
  const whole = rect.rows === 1 && hasHeaders === true ? { ...rect, rows: 2 } : rect; // a heading alone gets a blank row
  return handle("Table", context.port.addTable(whole, hasHeaders === true));
}

defineType("TableScopedCollection", {
  items: collection((target, context) => touching(context, rectOf(target))),
  methods: {
    GetCount: (target, _args, context) => touching(context, rectOf(target)).length,
    GetFirst: (target, _args, context) => at(touching(context, rectOf(target)), 0),
    GetItemOrNullObject: (target, args, context) => findTable(touching(context, rectOf(target)), args[0]),
  },
});

function touching(context: HostContext, rect: Rect): readonly TableInfo[] {
  return context.port.tables().filter((table) => intersect(table.rect, rect));
}

/** kept as told: bands and filter buttons are the grid's own affair */
const kept = (name: string, fallback: boolean) => ({
  get: (id: string, context: HostContext) => context.bag.get(`table/${id}`, name) ?? fallback,
  set: (id: string, value: unknown, context: HostContext) => context.bag.set(`table/${id}`, name, value),
});

defineType("Table", {
  key: (id) => ({ Id: id }),
  props: {
    Id: { get: (id) => id },
    LegacyId: { get: (id) => id },
    Name: { get: (id, context) => tableOf(context, id).name, set: (id, value, context) => rename(context, id, text(value, "name")) },
    Style: {
      get: (id, context) => tableOf(context, id).style,
      set: (id, value, context) => context.port.changeTable(id, { style: text(value, "style") }),
    },
    ShowHeaders: {
      get: (id, context) => tableOf(context, id).showHeaders,
      set: (_id, value) => {
        if (value !== true) throw new HostError("InvalidOperation", "A table of the workbench always shows its headings.");
      },
    },
    ShowTotals: { get: (id, context) => tableOf(context, id).showTotals, set: (id, value, context) => showTotals(context, id, value === true) },
    HighlightFirstColumn: kept("highlightFirstColumn", false),
    HighlightLastColumn: kept("highlightLastColumn", false),
    ShowBandedRows: kept("showBandedRows", true),
    ShowBandedColumns: kept("showBandedColumns", false),
    ShowFilterButton: kept("showFilterButton", true),
  },
  nav: {
    Columns: (id) => handle("TableColumnCollection", id),
    Rows: (id) => handle("TableRowCollection", id),
    Worksheet: (id, context) => handle("Worksheet", tableOf(context, id).rect.sheet),
  },
  methods: {
    GetRange: (id, _args, context) => range(context, tableOf(context, id).rect),
    GetDataBodyRange: (id, _args, context) => range(context, bodyOf(tableOf(context, id))),
    GetHeaderRowRange: (id, _args, context) => part(context, headerOf(tableOf(context, id)), "a heading row"),
    GetTotalRowRange: (id, _args, context) => part(context, totalsOf(tableOf(context, id)), "a totals row"),
    ConvertToRange: (id, _args, context) => {
      const { rect } = tableOf(context, id);
      context.port.removeTable(id);
      return range(context, rect);
    },
    Delete: (id, _args, context) => {
      const { rect } = tableOf(context, id);
      context.port.removeTable(id);
      context.port.clear(rect, "All");
      context.columnIds.forget(id);
    },
    Resize: (id, args, context) => resize(context, id, args[0]),
    ClearFilters: () => null, // nothing is filtered here
    ReapplyFilters: () => null,
  },
  events: {
    DataChangedEvent: { type: EventType.TableChanged, target: (id) => id },
    SelectionChangedEvent: { type: EventType.TableSelectionChanged, target: (id) => id },
  },
});

function part(context: HostContext, rect: Rect | undefined, what: string): Handle {
  if (!rect) throw new HostError("InvalidOperation", `The table does not show ${what}.`);
  return range(context, rect);
}

function rename(context: HostContext, id: string, name: string): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255 || parseArea(name)) {
    throw invalidArgument(`${JSON.stringify(name)} cannot be a table's name`);
  }
  const asked = name.toLowerCase();
  const others = [...context.port.tables().filter((table) => table.id !== id), ...context.port.names()];
  const taken = others.some((one) => one.name.toLowerCase() === asked);
  if (taken) throw new HostError("ItemAlreadyExists", `A resource with the same name or identifier already exists: ${name}.`);
  context.port.changeTable(id, { name });
}

function showTotals(context: HostContext, id: string, show: boolean): void {
  const table = tableOf(context, id);
  if (show === table.showTotals) return;
  const rows = table.rect.rows + (show ? 1 : -1);
  if (!show) context.port.clear({ ...table.rect, row: table.rect.row + rows, rows: 1 }, "Contents");
  context.port.changeTable(id, { showTotals: show, rect: { ...table.rect, rows } });
}

/** the heading row stays where it is */
function resize(context: HostContext, id: string, given: unknown): void {
  const table = tableOf(context, id);
  const rect = rectFrom(context, given, table.rect.sheet);
  if (rect.sheet !== table.rect.sheet || rect.row !== table.rect.row || !intersect(rect, table.rect)) {
    throw invalidArgument("the headings must remain in the same row and the resulting table must overlap the original table");
  }
  context.port.changeTable(id, { rect });
}
