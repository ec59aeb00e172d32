import { areaText, intersect } from "../model/a1";
import type { ChangedEvent, PortEvent, Rect, SheetId, TableInfo } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { EventType, WORKBOOK_TARGET } from "./events";
import { shiftHeld } from "./ranges";

/** references made for events nobody asks about; the oldest go when there are more */
const MOST_EVENT_REFERENCES = 200;

/** Turns what happens to the workbook into the client's events, for those who registered. */
export class EventRouter {
  private readonly context: HostContext;
  private readonly selectionChanged: () => void;
  private readonly eventReferences: string[] = [];
  private sheetNames: Map<SheetId, string>;
  private tables: ReadonlyMap<string, TableInfo>;
  private active: SheetId;

  constructor(context: HostContext, selectionChanged: () => void) {
    this.context = context;
    this.selectionChanged = selectionChanged;
    this.sheetNames = namesOf(context);
    this.tables = tablesOf(context);
    this.active = context.port.activeSheet();
  }

  route(event: PortEvent): void {
    switch (event.type) {
      case "changed":
        return this.changed(event);
      case "selected":
        return this.selected(event.rect);
      case "calculated":
        return this.raise(EventType.WorksheetCalculated, event.sheet, () => ({ address: "", worksheetId: event.sheet }));
      case "sheetActivated":
        return this.activated(event.sheet);
      case "sheetAdded":
      case "sheetRemoved":
        this.sheetNames = namesOf(this.context);
        if (event.type === "sheetRemoved" && event.source === "user") this.context.references.sheetRemoved(event.sheet);
        return this.context.events.raise(
          event.type === "sheetAdded" ? EventType.WorksheetAdded : EventType.WorksheetDeleted,
          [WORKBOOK_TARGET],
          () => ({ source: "Local", worksheetId: event.sheet }),
        );
      case "sheetRenamed":
        return this.renamed(event.sheet);
      case "tableAdded":
      case "tableRemoved":
        return this.tableCameOrWent(event);
      case "replaced":
        return this.replaced();
    }
  }

  private raise(type: number, sheet: SheetId, message: () => object): void {
    this.context.events.raise(type, [sheet, WORKBOOK_TARGET], message);
  }

  private changed(event: ChangedEvent): void {
    const { rect, change, source } = event;
    if (source === "user" && change !== "RangeEdited") shiftHeld(this.context, { rect, direction: directionOf(event) });
    const message = () => ({
      address: areaText(rect),
      changeType: change,
      source: "Local",
      triggerSource: source === "addin" ? "ThisLocalAddin" : "Unknown",
      worksheetId: rect.sheet,
      shiftDirection: event.shift === undefined ? "None" : `ShiftCell${event.shift}`,
      referenceId: this.referenceFor(event),
      ...details(event),
    });
    this.raise(EventType.WorksheetChanged, rect.sheet, message);
    for (const table of this.context.port.tables()) {
      const inside = change === "RangeEdited" ? intersect(table.rect, rect) : undefined;
      if (inside) {
        this.context.events.raise(
          EventType.TableChanged,
          [table.id, rect.sheet, WORKBOOK_TARGET],
          () => ({ ...message(), address: areaText(inside), tableId: table.id }),
        );
      }
    }
  }

  /** deleted cells have no range any more */
  private referenceFor(event: ChangedEvent): string {
    if (event.change.endsWith("Deleted")) return "";
    const id = this.context.references.keep({ rect: event.rect });
    this.eventReferences.push(id);
    if (this.eventReferences.length > MOST_EVENT_REFERENCES) this.context.references.remove(this.eventReferences.shift()!);
    return id;
  }

  private selected(rect: Rect): void {
    this.selectionChanged();
    this.raise(EventType.WorksheetSelectionChanged, rect.sheet, () => ({ address: areaText(rect), worksheetId: rect.sheet }));
    for (const table of this.context.port.tables()) {
      if (table.rect.sheet !== rect.sheet) continue;
      const inside = intersect(table.rect, rect);
      this.context.events.raise(
        EventType.TableSelectionChanged,
        [table.id],
        () => ({ address: inside ? areaText(inside) : "", worksheetId: rect.sheet }),
      );
    }
  }

  private activated(sheet: SheetId): void {
    const before = this.active;
    this.active = sheet;
    if (before !== sheet) this.raise(EventType.WorksheetDeactivated, before, () => ({ worksheetId: before }));
    this.raise(EventType.WorksheetActivated, sheet, () => ({ worksheetId: sheet }));
  }

  private renamed(sheet: SheetId): void {
    const nameBefore = this.sheetNames.get(sheet) ?? "";
    this.sheetNames = namesOf(this.context);
    this.raise(
      EventType.WorksheetNameChanged,
      sheet,
      () => ({ nameBefore, nameAfter: this.sheetNames.get(sheet) ?? "", source: "Local", worksheetId: sheet }),
    );
  }

  private tableCameOrWent({ type, table, sheet }: { type: "tableAdded" | "tableRemoved"; table: string; sheet: SheetId }): void {
    const tableName = this.tables.get(table)?.name ?? "";
    this.tables = tablesOf(this.context);
    const name = type === "tableAdded" ? EventType.TableAdded : EventType.TableDeleted;
    this.context.events.raise(name, [sheet, WORKBOOK_TARGET], () => ({ source: "Local", tableId: table, tableName, worksheetId: sheet }));
  }

  /** another book: nothing the client holds means anything any more */
  private replaced(): void {
    this.context.references.clear();
    this.context.columnIds.clear();
    this.context.bag.clear();
    this.sheetNames = namesOf(this.context);
    this.tables = tablesOf(this.context);
    this.active = this.context.port.activeSheet();
  }
}

function directionOf({ change, shift }: ChangedEvent): "Down" | "Right" | "Up" | "Left" {
  if (shift !== undefined) return shift;
  if (change.startsWith("Row")) return change === "RowInserted" ? "Down" : "Up";
  return change === "ColumnInserted" ? "Right" : "Left";
}

function details({ before, after }: ChangedEvent): object {
  if (before === undefined || after === undefined) return {};
  return { valueBefore: before, valueAfter: after, valueTypeBefore: typeName(before), valueTypeAfter: typeName(after) };
}

function typeName(value: unknown): string {
  return value === "" ? "Empty" : typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function namesOf(context: HostContext): Map<SheetId, string> {
  return new Map(context.port.sheets().map((sheet) => [sheet.id, sheet.name]));
}

function tablesOf(context: HostContext): ReadonlyMap<string, TableInfo> {
  return new Map(context.port.tables().map((table) => [table.id, table]));
}
