import type { FunctionChannel, Invocation, Outcome } from "../functions/channel";
import type { FunctionSink } from "../richapi/context";
import type { Entry } from "../richapi/protocol";

const FUNCTION_CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;

/** The runtime's own numbers for errors. 2 and 3 (thrown, rejected) carry no text for anything but a CustomFunctions.Error. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [1, "#N/A"],
  [5, "#DIV/0!"],
  [6, "#NUM!"],
  [7, "#VALUE!"],
  [8, "#NULL!"],
  [9, "#NAME?"], // the runtime has no description of the function
  [10, "#NAME?"], // nothing is associated with its id
]);

/** What crosses to the genuine custom-function runtime in the add-in's frame, and back. */
export class CustomFunctionChannel implements FunctionChannel, FunctionSink {
  ready = false;
  private readonly readyListeners = new Set<() => void>();
  private readonly outcomeListeners = new Set<(outcomes: readonly Outcome[]) => void>();
  private readonly resetListeners = new Set<() => void>();
  private readonly sendEntries: (entries: readonly Entry[]) => void;
  private readonly payloadLimit: () => number;
  private lastMessage = 0;

  /** `payloadLimit` in bytes: what one call's arguments may weigh */
  constructor(sendEntries: (entries: readonly Entry[]) => void, payloadLimit: () => number) {
    this.sendEntries = sendEntries;
    this.payloadLimit = payloadLimit;
  }

  send(batch: readonly Invocation[]): void {
    const entries: Entry[] = [];
    const refused: Outcome[] = [];
    for (const { invocation, id, args, address, flags } of batch) {
      const message = JSON.stringify([invocation, id, args, address, flags, null]);
      if (message.length > this.payloadLimit()) refused.push(tooLarge(invocation, message.length, this.payloadLimit()));
      else entries.push([FUNCTION_CATEGORY, INVOKE, "", message, ++this.lastMessage]);
    }
    if (entries.length > 0) this.sendEntries(entries);
    if (refused.length > 0) queueMicrotask(() => this.tell(refused)); // after send returns, as every other outcome
  }

  cancel(invocation: number): void {
    this.sendEntries([[FUNCTION_CATEGORY, CANCEL, "", JSON.stringify({ invocationId: invocation }), ++this.lastMessage]]);
  }

  onReady(listener: () => void): () => void {
    return listen(this.readyListeners, listener);
  }

  onOutcomes(listener: (outcomes: readonly Outcome[]) => void): () => void {
    return listen(this.outcomeListeners, listener);
  }

  onReset(listener: () => void): () => void {
    return listen(this.resetListeners, listener);
  }

  runtimeReady(): void {
    this.ready = true;
    for (const listener of [...this.readyListeners]) listener();
  }

  results(rows: readonly unknown[]): void {
    this.tell(rows.map(outcomeOf));
  }

  reset(): void {
    this.ready = false;
    for (const listener of [...this.resetListeners]) listener();
  }

  private tell(outcomes: readonly Outcome[]): void {
    for (const listener of [...this.outcomeListeners]) listener(outcomes);
  }
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `[id, true, value, timing]` or `[id, false, text, error number, timing]` */
export function outcomeOf(row: unknown): Outcome {
  const [invocation, ok, value, code] = row as [number, boolean, unknown, unknown];
  if (!ok) {
    return failed(
      invocation,
      ERRORS.get(Number(code)) ?? "#VALUE!",
      typeof value === "string" && value !== "NaN" && value !== "Infinity" ? value : "",
    );
  }
  if (typeof value === "object" && value !== null && "type" in value && value.type === "Error") {
    const { basicValue, message } = value as { basicValue?: unknown; message?: unknown };
    return failed(invocation, typeof basicValue === "string" ? basicValue : "#VALUE!", typeof message === "string" ? message : "");
  }
  return { invocation, ok: true, value };
}

function failed(invocation: number, error: string, message: string): Outcome {
  return { invocation, ok: false, error, message };
}

function tooLarge(invocation: number, size: number, limit: number): Outcome {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  return failed(
    invocation,
    "#VALUE!",
    `The arguments of this formula weigh ${megabytes(size)} MB; Excel on the web sends at most ${megabytes(limit)} MB.`,
  );
}
