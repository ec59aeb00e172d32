import type { FunctionChannel, Invocation, Outcome } from "../../../src/workbench/functions/channel";
import { contentOfScalar } from "../../../src/workbench/functions/contentKey";
import { Dispatcher, type Argument, type Evaluation } from "../../../src/workbench/functions/dispatcher";
import type { FunctionInfo } from "../../../src/workbench/functions/metadata";
import { SENTENCES } from "../../../src/workbench/functions/sentences";

/** Time that only moves when it is told to. */
export class Clock {
  now = 0;
  #tasks: { at: number; order: number; run: () => void }[] = [];
  #order = 0;

  after(delay: number, run: () => void): void {
    this.#tasks.push({ at: this.now + delay, order: this.#order++, run });
  }

  /** runs everything that is due, and what that brings; false when it does not end */
  runAll(most = 20_000): boolean {
    for (let count = 0; count < most; count++) {
      if (this.#tasks.length === 0) return true;
      this.#tasks.sort((a, b) => a.at - b.at || a.order - b.order);
      const task = this.#tasks.shift()!;
      this.now = Math.max(this.now, task.at);
      task.run();
    }
    return false;
  }
}

export function info(id: string, options: Partial<FunctionInfo> = {}): FunctionInfo {
  return {
    id, name: `AR.${id}`, description: "", helpUrl: "", minArguments: 0, maxArguments: 255, requiresAddress: false, cancelable: false, stream: false, allowsErrors: false,
    parameters: [{ name: "values", description: "", matrix: false, optional: true, repeating: true }], ...options,
  };
}

/** Answers in its own time, in any order and in any portions; a reload loses what is in flight. */
export class FakeChannel implements FunctionChannel {
  ready = true;
  readonly batches: (readonly Invocation[])[] = [];
  readonly cancelled: number[] = [];
  #listeners = { ready: new Set<() => void>(), outcomes: new Set<(outcomes: readonly Outcome[]) => void>(), reset: new Set<() => void>() };
  #life = 0;

  readonly #clock: Clock;
  readonly #delay: () => number;
  readonly #answer: (call: Invocation) => Outcome;

  constructor(clock: Clock, delay: () => number, answer: (call: Invocation) => Outcome) {
    this.#clock = clock;
    this.#delay = delay;
    this.#answer = answer;
  }

  send(batch: readonly Invocation[]): void {
    this.batches.push(batch);
    const life = this.#life;
    for (const call of batch) {
      const outcome = this.#answer(call);
      this.#clock.after(this.#delay(), () => {
        if (life === this.#life) for (const listener of this.#listeners.outcomes) listener([outcome]);
      });
    }
  }

  cancel(invocation: number): void {
    this.cancelled.push(invocation);
  }

  reload(ready: number): void {
    this.#life++;
    this.ready = false;
    for (const listener of this.#listeners.reset) listener();
    this.#clock.after(ready, () => this.start());
  }

  start(): void {
    this.ready = true;
    for (const listener of this.#listeners.ready) listener();
  }

  onReady(listener: () => void): () => void {
    this.#listeners.ready.add(listener);
    return () => this.#listeners.ready.delete(listener);
  }

  onOutcomes(listener: (outcomes: readonly Outcome[]) => void): () => void {
    this.#listeners.outcomes.add(listener);
    return () => this.#listeners.outcomes.delete(listener);
  }

  onReset(listener: () => void): () => void {
    this.#listeners.reset.add(listener);
    return () => this.#listeners.reset.delete(listener);
  }
}

/** A column of cells: a number, or `AR.F(cells...)`, or `=sum of cells`. */
export type FakeCell = { readonly kind: "number"; readonly value: number } | { readonly kind: "call" | "sum"; readonly of: readonly number[] };
export type Held = number | string;

export const PENDING = "#BUSY!";

/** What the fake function answers: some sums are refused, so errors travel too. */
export function fakeAnswer(args: readonly unknown[]): Held {
  const total = args.reduce((sum: number, arg) => sum + (arg as number), 0);
  return total % 13 === 5 ? "#N/A" : (total * 3 + 1) % 10_007;
}

/** A grid in one column: dirty cells and what depends on them are calculated in a pass, in order of dependence. */
export class FakeGrid {
  readonly cells: FakeCell[];
  readonly shown: Held[];
  readonly dispatcher: Dispatcher;
  readonly #clock: Clock;
  readonly #loses: () => boolean;
  readonly #function: FunctionInfo;
  #dirty = new Set<number>();
  #planned = false;
  passes = 0;

  constructor(clock: Clock, channel: FunctionChannel, cells: readonly FakeCell[], options: { loses?: () => boolean; share?: boolean; limit?: number; info?: FunctionInfo } = {}) {
    this.#clock = clock;
    this.cells = [...cells];
    this.shown = cells.map((cell) => (cell.kind === "number" ? cell.value : 0)); // a formula that was never calculated shows 0
    this.#loses = options.loses ?? (() => false);
    this.#function = options.info ?? info("F");
    this.dispatcher = new Dispatcher({
      channel, sentences: SENTENCES.en, payloadLimit: options.limit, shareCalls: options.share ?? true,
      showingPending: () => this.shown.flatMap((value, row) => (value === PENDING ? [{ sheet: "S", row, column: 0 }] : [])),
      address: (place) => `S!A${place.row + 1}`,
      markDirty: (places) => {
        if (!this.#loses()) for (const place of places) this.#mark(place.row);
      },
    });
    cells.forEach((_cell, row) => this.#mark(row));
  }

  edit(row: number, cell: FakeCell): void {
    this.cells[row] = cell;
    this.dispatcher.forget({ sheet: "S", row, column: 0 });
    this.dispatcher.edited();
    this.#mark(row);
  }

  runAll(): boolean {
    return this.#clock.runAll();
  }

  #mark(row: number): void {
    this.#dirty.add(row);
    if (this.#planned) return;
    this.#planned = true;
    this.#clock.after(10, () => this.#pass());
  }

  #pass(): void {
    this.#planned = false;
    this.passes++;
    const dirty = this.#withDependents(this.#dirty);
    this.#dirty = new Set();
    this.dispatcher.beginRound();
    for (const row of this.#ordered(dirty)) this.shown[row] = this.#evaluate(row);
    this.dispatcher.endPass(this.#dirty.size === 0);
  }

  #withDependents(dirty: ReadonlySet<number>): Set<number> {
    const all = new Set(dirty);
    for (let grew = true; grew; ) {
      grew = false;
      this.cells.forEach((cell, row) => {
        if (all.has(row) || cell.kind === "number" || !cell.of.some((one) => all.has(one))) return;
        all.add(row);
        grew = true;
      });
    }
    return all;
  }

  #ordered(rows: ReadonlySet<number>): number[] {
    const done: number[] = [];
    const seen = new Set<number>();
    const visit = (row: number): void => {
      if (seen.has(row)) return;
      seen.add(row);
      const cell = this.cells[row]!;
      if (cell.kind !== "number") for (const one of cell.of) if (rows.has(one)) visit(one);
      done.push(row);
    };
    for (const row of rows) visit(row);
    return done;
  }

  #evaluate(row: number): Held {
    const cell = this.cells[row]!;
    if (cell.kind === "number") return cell.value;
    if (cell.kind === "sum" && onCircleOfSums(this.cells, row)) return "#CYCLE!"; // the grid's own affair
    if (cell.kind === "sum") return sumOf(cell.of.map((one) => this.shown[one]!));
    const answer = this.dispatcher.evaluate(this.#function, cell.of.map((one) => this.#argument(one, row)), { sheet: "S", row, column: 0 });
    return heldOf(answer);
  }

  #argument(row: number, caller: number): Argument {
    const value = this.shown[row]!;
    if (row === caller) return { kind: "self" };
    if (value === PENDING) return { kind: "pending" };
    const content = contentOfScalar(value);
    return typeof value === "string" ? { kind: "error", error: value, where: "", value, content } : { kind: "content", value, content };
  }
}

function heldOf(answer: Evaluation): Held {
  if (answer.kind === "pending") return PENDING;
  if (answer.kind === "error") return answer.error;
  return answer.kind === "value" ? (answer.value as Held) : "spill";
}

export function sumOf(values: readonly Held[]): Held {
  const broken = values.find((value) => typeof value === "string");
  return broken ?? values.reduce((sum: number, value) => sum + (value as number), 0);
}

/** The cells as they must be once all is settled; undefined for what lies on a circle or behind one. */
export function expected(cells: readonly FakeCell[]): (Held | undefined)[] {
  const known = new Map<number, Held | undefined>();
  const open = new Set<number>();
  const of = (row: number): Held | undefined => {
    if (known.has(row)) return known.get(row);
    if (open.has(row)) return undefined;
    open.add(row);
    const cell = cells[row]!;
    let value: Held | undefined;
    if (cell.kind === "number") value = cell.value;
    else {
      const args = cell.of.map(of);
      const complete = args.every((arg) => arg !== undefined);
      if (complete && cell.kind === "sum") value = sumOf(args as Held[]);
      else if (complete) value = args.some((arg) => typeof arg === "string") ? "#VALUE!" : fakeAnswer(args);
    }
    open.delete(row);
    known.set(row, value);
    return value;
  };
  return cells.map((_cell, row) => (circular(cells, row) ? undefined : of(row)));
}

function onCircleOfSums(cells: readonly FakeCell[], start: number): boolean {
  const seen = new Set<number>();
  const reaches = (row: number): boolean => {
    const cell = cells[row]!;
    if (cell.kind !== "sum" || seen.has(row)) return false;
    seen.add(row);
    return cell.of.some((one) => one === start || reaches(one));
  };
  return reaches(start);
}

function circular(cells: readonly FakeCell[], start: number): boolean {
  const path = new Set<number>();
  const safe = new Set<number>();
  const walk = (row: number): boolean => {
    if (safe.has(row)) return false;
    if (path.has(row)) return true;
    path.add(row);
    const cell = cells[row]!;
    const found = cell.kind !== "number" && cell.of.some(walk);
    path.delete(row);
    if (!found) safe.add(row);
    return found;
  };
  return walk(start);
}
