import type { IMutationInfo } from "@univerjs/core";
import { mergeRects } from "../model/mergeRects";
import type { PortEvent, Rect, Value } from "../model/WorkbookPort";
import { UniverStep } from "./univerStep";
import type { UniverUnit } from "./univerUnit";

/** Steps of the port: what is written, what is undone as one, and what is told when the outermost ends. */
export class UniverSteps {
  readonly writes: UniverStep;
  readonly #unit: UniverUnit;
  readonly #valueAt: (rect: Rect) => Value;
  readonly #emit: (event: PortEvent) => void;
  #depth = 0;
  #touched: Rect[] = [];
  #before: Value | undefined;
  #waiting: PortEvent[] = [];
  #undos: IMutationInfo[] = [];
  #redos: IMutationInfo[] = [];
  #batch: { dispose(): void } | undefined;

  constructor(unit: UniverUnit, valueAt: (rect: Rect) => Value, emit: (event: PortEvent) => void) {
    this.#unit = unit;
    this.#valueAt = valueAt;
    this.#emit = emit;
    this.writes = new UniverStep(unit);
  }

  /** a step is open: what the grid does now was asked for through the port */
  get open(): boolean {
    return this.#depth > 0;
  }

  begin(): void {
    if (this.#depth++ === 0) this.#batch = this.#unit.undo.__tempBatchingUndoRedo(this.#unit.id);
  }

  end(): void {
    if (this.#depth === 0) throw new Error("end without begin");
    if (this.#depth > 1) {
      this.#depth--;
      return;
    }
    const touched = mergeRects(this.#touched);
    const single = this.#touched.length === 1 && touched[0]!.rows * touched[0]!.columns === 1 ? touched[0] : undefined;
    const after = single && this.#valueAt(single);
    try {
      this.flush();
      this.pushUndo();
    } finally {
      this.#close();
    }
    const before = this.#before;
    this.#before = undefined;
    const events = this.#waiting.splice(0);
    for (const rect of touched) {
      const event = { type: "changed", rect, change: "RangeEdited", source: "addin" } as const;
      events.push(single && before !== undefined ? { ...event, before, after: after! } : event);
    }
    for (const event of events) this.#emit(event);
  }

  act(act: () => void): void {
    this.begin();
    try {
      act();
    } finally {
      this.end();
    }
  }

  /** content of this rectangle is about to be written */
  touching(rect: Rect): void {
    if (this.#touched.length === 0) this.#before = this.#valueAt(rect);
    this.#touched.push(rect);
  }

  queue(event: PortEvent): void {
    this.#waiting.push(event);
  }

  flush(): void {
    const { undos, redos } = this.writes.flush();
    this.remember(undos, redos);
  }

  remember(undos: readonly IMutationInfo[], redos: readonly IMutationInfo[]): void {
    this.#undos.unshift(...undos);
    this.#redos.push(...redos);
  }

  /** before a command that pushes its own, so that the order is kept */
  pushUndo(): void {
    const undoMutations = this.#undos.splice(0);
    const redoMutations = this.#redos.splice(0);
    if (redoMutations.length > 0) this.#unit.undo.pushUndoRedo({ unitID: this.#unit.id, undoMutations, redoMutations });
  }

  #close(): void {
    this.#depth = 0;
    this.#touched = [];
    this.#batch?.dispose();
    this.#batch = undefined;
  }
}
