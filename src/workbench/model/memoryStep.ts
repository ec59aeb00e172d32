import { mergeRects } from "./mergeRects";
import type { PortEvent, Rect, Value } from "./WorkbookPort";

/** What happened between `begin` and `end`: the cells written, what the first one held, and events that wait for the end. */
export class MemoryStep {
  private depth = 0;
  private touched: Rect[] = [];
  private before: Value | undefined;
  private waiting: PortEvent[] = [];

  begin(): void {
    this.depth++;
  }

  /** true for the outermost end */
  end(): boolean {
    if (this.depth === 0) throw new Error("end without begin");
    return --this.depth === 0;
  }

  get open(): boolean {
    return this.depth > 0;
  }

  wrote(rect: Rect, before?: () => Value): void {
    if (this.touched.length === 0) this.before = before?.();
    this.touched.push(rect);
  }

  queue(event: PortEvent): void {
    this.waiting.push(event);
  }

  /** the step's events: those that waited, then one for each rectangle written, a single cell with what it held */
  take(source: "addin" | "user", valueOf: (rect: Rect) => Value): PortEvent[] {
    const single = this.touched.length === 1 && this.touched[0]!.rows * this.touched[0]!.columns === 1 ? this.before : undefined;
    const changed = mergeRects(this.touched).map((rect): PortEvent => {
      const event = { type: "changed", rect, change: "RangeEdited", source } as const;
      return single === undefined ? event : { ...event, before: single, after: valueOf(rect) };
    });
    const events = [...this.waiting, ...changed];
    this.touched = [];
    this.waiting = [];
    this.before = undefined;
    return events;
  }
}
