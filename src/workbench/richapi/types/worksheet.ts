import type { SheetId, SheetInfo } from "../../model/WorkbookPort";
import type { HostContext } from "../context";
import { EventType, WORKBOOK_TARGET } from "../events";
import { HostError, invalidArgument, notFound } from "../hostError";
import { range, rectFrom, sheetOf, text, usedIn, whole, wholeSheet } from "../ranges";
import { defineType, handle, type EventSource, type Handle } from "../registry";
import { copySheet } from "../copySheet";

const SHEET_EVENTS: Readonly<Record<string, number>> = {
  DataChangedEvent: EventType.WorksheetChanged,
  SelectionChangedEvent: EventType.WorksheetSelectionChanged,
  ActivatedEvent: EventType.WorksheetActivated,
  DeactivatedEvent: EventType.WorksheetDeactivated,
  CalculatedEvent: EventType.WorksheetCalculated,
  EventNameChanged: EventType.WorksheetNameChanged,
  EventVisibilityChanged: EventType.WorksheetVisibilityChanged,
};

const COLLECTION_EVENTS: Readonly<Record<string, number>> = {
  ...SHEET_EVENTS,
  AddedEvent: EventType.WorksheetAdded,
  DeletedEvent: EventType.WorksheetDeleted,
  EventMoved: EventType.WorksheetMoved,
};

function sources<T>(events: Readonly<Record<string, number>>, target: (target: T) => string): Record<string, EventSource<T>> {
  return Object.fromEntries(Object.entries(events).map(([name, type]) => [name, { type, target }]));
}

function findSheet(context: HostContext, key: unknown): Handle | null {
  const asked = String(key).toLowerCase();
  const found = context.port.sheets().find((sheet) => sheet.id === key || sheet.name.toLowerCase() === asked);
  return found ? handle("Worksheet", found.id) : null;
}

function visible(context: HostContext, only: unknown): readonly SheetInfo[] {
  return only === true ? context.port.sheets().filter((sheet) => sheet.visibility === "Visible") : context.port.sheets();
}

defineType("WorksheetCollection", {
  items: {
    list: (_target, context) => context.port.sheets().map((sheet) => handle("Worksheet", sheet.id)),
    find: (_target, key, context) => findSheet(context, key),
  },
  methods: {
    Add: (_target, args, context) => {
      const name = args[0] === undefined || args[0] === null ? undefined : checkedName(context, args[0], undefined);
      return handle("Worksheet", context.port.addSheet(name));
    },
    GetItemOrNullObject: (_target, args, context) => findSheet(context, args[0]),
    GetActiveWorksheet: (_target, _args, context) => handle("Worksheet", context.port.activeSheet()),
    GetFirst: (_target, args, context) => handle("Worksheet", visible(context, args[0])[0]!.id),
    GetLast: (_target, args, context) => handle("Worksheet", visible(context, args[0]).at(-1)!.id),
    GetCount: (_target, args, context) => visible(context, args[0]).length,
  },
  events: sources<null>(COLLECTION_EVENTS, () => WORKBOOK_TARGET),
});

/** Excel's rules: 1 to 31 letters, none of `: \ / ? * [ ]`, no apostrophe at an end, not "History", no other sheet's. */
function checkedName(context: HostContext, given: unknown, own: SheetId | undefined): string {
  const name = text(given, "name");
  const forbidden = name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || name.toLowerCase() === "history";
  if (forbidden) throw invalidArgument(`${JSON.stringify(name)} cannot be a worksheet's name`);
  const taken = context.port.sheets().some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new HostError("ItemAlreadyExists", `A resource with the same name or identifier already exists: ${name}.`);
  return name;
}

function neighbour(step: 1 | -1) {
  return (id: SheetId, args: readonly unknown[], context: HostContext): Handle | null => {
    const all = context.port.sheets();
    for (let at = all.findIndex((sheet) => sheet.id === id) + step; at >= 0 && at < all.length; at += step) {
      if (args[0] !== true || all[at]!.visibility === "Visible") return handle("Worksheet", all[at]!.id);
    }
    return null;
  };
}

function sure(find: (id: SheetId, args: readonly unknown[], context: HostContext) => Handle | null) {
  return (id: SheetId, args: readonly unknown[], context: HostContext): Handle => {
    const found = find(id, args, context);
    if (!found) throw notFound("the worksheet");
    return found;
  };
}

/** kept as told: the grid shows its lines and headings in its own way */
const kept = (name: string, fallback: unknown) => ({
  get: (id: SheetId, context: HostContext) => context.bag.get(`worksheet/${id}`, name) ?? fallback,
  set: (id: SheetId, value: unknown, context: HostContext) => context.bag.set(`worksheet/${id}`, name, value),
});

defineType("Worksheet", {
  key: (id) => ({ Id: id }),
  props: {
    Id: { get: (id) => id },
    Name: { get: (id, context) => sheetOf(context, id).name, set: (id, value, context) => rename(context, id, value) },
    Position: {
      get: (id, context) => sheetOf(context, id).position,
      set: (id, value, context) => context.port.changeSheet(id, { position: whole(value, "position") }),
    },
    Visibility: { get: (id, context) => sheetOf(context, id).visibility, set: (id, value, context) => setVisibility(context, id, value) },
    TabColor: {
      get: (id, context) => sheetOf(context, id).tabColor,
      set: (id, value, context) => context.port.changeSheet(id, { tabColor: text(value, "tabColor") }),
    },
    ShowGridlines: kept("gridlines", true),
    Gridlines: kept("gridlines", true), // the web client's own name for it
    ShowHeadings: kept("headings", true),
    Headings: kept("headings", true),
    StandardWidth: kept("standardWidth", 48),
    EnableCalculation: kept("enableCalculation", true),
  },
  nav: {
    Tables: (id) => handle("TableCollection", id),
    Charts: (id) => handle("ChartCollection", id),
    Names: (id) => handle("NamedItemCollection", id),
    CustomProperties: (id) => handle("WorksheetCustomPropertyCollection", id),
    FreezePanes: (id) => handle("WorksheetFreezePanes", id),
    Protection: (id) => handle("WorksheetProtection", id),
    PageLayout: (id) => handle("PageLayout", id),
  },
  methods: {
    GetRange: (id, args, context) =>
      range(context, args[0] === undefined || args[0] === null || args[0] === "" ? wholeSheet(id) : onSheet(context, id, args[0])),
    GetCell: (id, args, context) =>
      range(context, { sheet: id, row: whole(args[0], "row"), column: whole(args[1], "column"), rows: 1, columns: 1 }),
    GetRangeByIndexes: (id, args, context) =>
      range(context, { sheet: id, row: whole(args[0], "startRow"), column: whole(args[1], "startColumn"), rows: whole(args[2], "rowCount"), columns: whole(args[3], "columnCount") }),
    GetUsedRange: (id, args, context) =>
      range(context, usedIn(context, wholeSheet(id), args[0] === true) ?? { sheet: id, row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (id, args, context) => {
      const used = usedIn(context, wholeSheet(id), args[0] === true);
      return used ? range(context, used) : null;
    },
    Activate: (id, _args, context) => context.port.activateSheet(id),
    Calculate: (_id, args, context) => context.port.recalculate(args[0] === true),
    Delete: (id, _args, context) => remove(context, id),
    Copy: (id, args, context) => handle("Worksheet", copySheet(context, id, args)),
    GetNext: sure(neighbour(1)),
    GetNextOrNullObject: neighbour(1),
    GetPrevious: sure(neighbour(-1)),
    GetPreviousOrNullObject: neighbour(-1),
  },
  events: sources<SheetId>(SHEET_EVENTS, (id) => id),
});

/** an address on another sheet is a mistake here */
function onSheet(context: HostContext, id: SheetId, address: unknown) {
  const rect = rectFrom(context, address, id);
  if (rect.sheet !== id) throw invalidArgument(`${String(address)} is not on this worksheet`);
  return rect;
}

function rename(context: HostContext, id: SheetId, value: unknown): void {
  context.port.changeSheet(id, { name: checkedName(context, value, id) });
}

function setVisibility(context: HostContext, id: SheetId, value: unknown): void {
  if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") throw invalidArgument(`visibility ${String(value)}`);
  if (value !== "Visible") keepOneVisible(context, id);
  const before = sheetOf(context, id).visibility;
  context.port.changeSheet(id, { visibility: value });
  context.events.raise(
    EventType.WorksheetVisibilityChanged,
    [id, WORKBOOK_TARGET],
    () => ({ source: "Local", visibilityBefore: before, visibilityAfter: value, worksheetId: id }),
  );
}

function remove(context: HostContext, id: SheetId): void {
  keepOneVisible(context, id);
  context.port.removeSheet(id);
  context.references.sheetRemoved(id);
  context.store.removeSheet(id);
  context.bag.remove(`worksheet/${id}`);
}

function keepOneVisible(context: HostContext, id: SheetId): void {
  if (!visible(context, true).some((sheet) => sheet.id !== id)) {
    throw new HostError("InvalidOperation", "A workbook must keep at least one visible worksheet.");
  }
}

defineType("WorksheetFreezePanes", {
  methods: {
    FreezeRows: (id, args, context) => context.port.changeSheet(id, { frozenRows: whole(args[0], "count", 1), frozenColumns: 0 }),
    FreezeColumns: (id, args, context) => context.port.changeSheet(id, { frozenColumns: whole(args[0], "count", 1), frozenRows: 0 }),
    FreezeAt: (id, args, context) => {
      const rect = rectFrom(context, args[0], id);
      context.port.changeSheet(id, { frozenRows: rect.row + rect.rows, frozenColumns: rect.column + rect.columns });
    },
    Unfreeze: (id, _args, context) => context.port.changeSheet(id, { frozenRows: 0, frozenColumns: 0 }),
    GetLocation: sure(frozen),
    GetLocationOrNullObject: frozen,
  },
});

function frozen(id: SheetId, _args: readonly unknown[], context: HostContext): Handle | null {
  const { frozenRows, frozenColumns } = sheetOf(context, id);
  if (frozenRows === 0 && frozenColumns === 0) return null;
  const all = wholeSheet(id);
  return range(context, { ...all, rows: frozenRows || all.rows, columns: frozenColumns || all.columns });
}

/** sheets are never protected here: the state is told, protecting is refused by name */
defineType("WorksheetProtection", {
  props: { Protected: { get: () => false } },
  methods: { Unprotect: () => null },
});
