import type { Entry } from "./protocol";

/** The client's numbers for what it can listen to. */
export const EventType = {
  SelectionChanged: 2,
  WorksheetChanged: 10,
  WorksheetActivated: 11,
  WorksheetDeactivated: 12,
  WorksheetAdded: 13,
  WorksheetSelectionChanged: 14,
  WorksheetDeleted: 15,
  WorksheetCalculated: 16,
  WorksheetFormatChanged: 18,
  WorksheetNameChanged: 25,
  WorksheetVisibilityChanged: 26,
  WorksheetMoved: 27,
  ChartAdded: 50,
  ChartDeleted: 53,
  TableSelectionChanged: 100,
  TableChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
  WorkbookActivated: 2203,
  PaneVisibilityChanged: 65539,
} as const;

/** the target of events of a collection of the workbook */
export const WORKBOOK_TARGET = "Workbook";

const EVENT_CATEGORY = 65536;

/** Who listens to what. Entries leave after the request that caused them is answered, all of them in one message. */
export class EventHub {
  private readonly registered = new Map<string, number>();
  /** an add-in may switch them off while it writes */
  enabled = true;
  private waiting: Entry[] = [];
  private scheduled = false;
  private lastId = 0;
  private readonly deliver: (entries: readonly Entry[]) => void;

  constructor(deliver: (entries: readonly Entry[]) => void) {
    this.deliver = deliver;
  }

  register(type: number, target: string): void {
    const key = keyOf(type, target);
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = keyOf(type, target);
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  listens(type: number, target: string): boolean {
    return this.registered.has(keyOf(type, target));
  }

  /** the frame was loaded again: nobody listens any more */
  clear(): void {
    this.registered.clear();
    this.waiting = [];
    this.enabled = true;
  }

  /** to those registered for one of the targets, an entry each */
  raise(type: number, targets: readonly string[], message: () => object): void {
    const listening = targets.filter((target) => this.listens(type, target));
    if (listening.length === 0) return;
    const text = JSON.stringify(message());
    for (const target of listening) this.push(type, target, text);
  }

  /** for events the client listens to without registering: selection, visibility */
  raiseAlways(type: number, message: object): void {
    this.push(type, "", JSON.stringify(message));
  }

  private push(type: number, target: string, text: string): void {
    if (!this.enabled) return;
    this.waiting.push([EVENT_CATEGORY, type, target, text, ++this.lastId]);
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      const entries = this.waiting;
      this.waiting = [];
      if (entries.length > 0) this.deliver(entries);
    });
  }
}

function keyOf(type: number, target: string): string {
  return `${type}|${target}`;
}
