import type { FunctionChannel, Invocation, Outcome } from "../../src/workbench/functions/channel";

/** Functions a few lines long that behave as AR functions do: over a range or a handle, with spills and errors. */
export const FUNCTIONS_JSON = {
  functions: [
    fake("SUM2", [["range", true, false], ["plus", false, true]]),
    fake("LEDGER", [["range", true, false]], { allowErrorForDataTypeAny: true }),
    fake("OPEN", [["ledger", true, false], ["buyer", false, true]]),
    fake("AGING", [["ledger", true, false]]),
    fake("FAIL", [["why", false, true]]),
    fake("WHERE", [], { requiresAddress: true }),
    fake("ECHO", [["value", false, false]]),
  ],
};

function fake(id: string, parameters: readonly (readonly [name: string, matrix: boolean, optional: boolean])[], options: object = {}): object {
  return {
    id, name: id, description: `What ${id} does`, options, result: { type: "any", dimensionality: "matrix" },
    parameters: parameters.map(([name, matrix, optional]) => ({ name, description: `the ${name}`, type: "any", dimensionality: matrix ? "matrix" : "scalar", optional })),
  };
}

const sum = (value: unknown): number => (Array.isArray(value) ? value.reduce((total: number, one) => total + sum(one), 0) : typeof value === "number" ? value : 0);
const handles = new Map<string, number>();

/** What the function answers; throws an outcome's error as `[code, sentence]`. */
export function answer(call: Invocation): unknown {
  const [first, second] = call.args;
  switch (call.id) {
    case "SUM2":
      return sum(first) + sum(second);
    case "LEDGER": {
      const handle = `${(first as unknown[]).length} rows #${sum(first)}`;
      handles.set(handle, sum(first));
      return handle;
    }
    case "OPEN": {
      const text = Array.isArray(first) && first.length === 1 ? (first as unknown[][])[0]![0] : undefined;
      if (typeof text === "string" && !handles.has(text)) throw ["#N/A", `No ledger ${text}`];
      return (typeof text === "string" ? handles.get(text)! : sum(first)) + sum(second);
    }
    case "AGING":
      return [["Bucket", "Amount"], ["Not due", sum(first)], ["Over 90", 2 * sum(first)]].slice(0, sum(first) > 1000 ? 2 : 3);
    case "FAIL":
      throw ["#N/A", `It fails because ${String(first)}`];
    case "WHERE":
      return call.address;
    default:
      return first;
  }
}

export class FakeRuntime implements FunctionChannel {
  ready = false;
  readonly batches: (readonly Invocation[])[] = [];
  readonly cancelled: number[] = [];
  delay: number;
  #ready = new Set<() => void>();
  #outcomes = new Set<(outcomes: readonly Outcome[]) => void>();
  #reset = new Set<() => void>();
  #life = 0;

  constructor(delay: number) {
    this.delay = delay;
  }

  get calls(): number {
    return this.batches.reduce((total, batch) => total + batch.length, 0);
  }

  start(): void {
    this.ready = true;
    for (const listener of this.#ready) listener();
  }

  /** the frame is reloaded: what is in flight never comes back */
  reload(): void {
    this.#life++;
    this.ready = false;
    for (const listener of this.#reset) listener();
  }

  send(batch: readonly Invocation[]): void {
    this.batches.push(batch);
    const wire = JSON.parse(JSON.stringify(batch)) as Invocation[]; // nothing is shared with the host
    const life = this.#life;
    setTimeout(() => {
      if (life !== this.#life) return;
      const outcomes = wire.map(outcomeOf);
      for (const listener of this.#outcomes) listener(outcomes);
    }, this.delay);
  }

  cancel(invocation: number): void {
    this.cancelled.push(invocation);
  }

  onReady(listener: () => void): () => void {
    this.#ready.add(listener);
    return () => this.#ready.delete(listener);
  }

  onOutcomes(listener: (outcomes: readonly Outcome[]) => void): () => void {
    this.#outcomes.add(listener);
    return () => this.#outcomes.delete(listener);
  }

  onReset(listener: () => void): () => void {
    this.#reset.add(listener);
    return () => this.#reset.delete(listener);
  }
}

export function outcomeOf(call: Invocation): Outcome {
  try {
    return { invocation: call.invocation, ok: true, value: answer(call) };
  } catch (thrown) {
    const [error, message] = thrown as [string, string];
    return { invocation: call.invocation, ok: false, error, message };
  }
}
