import { parseArea } from "../../src/workbench/model/a1";
import type { Element, Evaluated, Evaluator } from "../../src/workbench/model/evaluator";
import { resolveReference } from "../../src/workbench/model/resolveReference";
import type { SheetId, WorkbookPort } from "../../src/workbench/model/WorkbookPort";
import type { FunctionChannel, Outcome } from "../../src/workbench/functions/channel";

/** A function as functions.json describes it, as far as calling it needs. */
export interface CalledFunction {
  readonly id: string;
  readonly parameters: readonly { readonly name: string; readonly optional?: boolean; readonly repeating?: boolean }[];
}

type Argument = { readonly kind: "value"; readonly value: unknown } | { readonly kind: "error"; readonly error: string } | { readonly kind: "pending" };

/**
 * Calculates `=AR.X(arguments)` for a book in memory: arguments may be literals, cells, ranges, names, tables and further calls.
 * Calls go to the genuine runtime through a function channel; equal calls are sent once. Anything else is #NAME?: this is no
 * spreadsheet engine. Works without waiting for levels: a call is sent when its arguments are known.
 */
export class ChannelEvaluator implements Evaluator {
  private readonly known = new Map<string, Evaluated>();
  private readonly inFlight = new Map<number, string>();
  private readonly listeners = new Set<() => void>();
  private readonly functions: ReadonlyMap<string, CalledFunction>;
  private channel: FunctionChannel | undefined;
  private last = 0;
  /** a formula waits for the runtime to announce itself */
  private held = false;
  /** calls sent so far */
  sent = 0;
  /** what the last error of each formula said, by the formula's call */
  readonly messages = new Map<string, string>();

  constructor(namespace: string, functions: readonly CalledFunction[]) {
    this.functions = new Map(functions.map((one) => [`${namespace}.${one.id}`.toUpperCase(), one]));
  }

  connect(channel: FunctionChannel): void {
    this.channel = channel;
    channel.onOutcomes((outcomes) => this.arrived(outcomes));
    channel.onReady(() => {
      this.held = false;
      this.tell();
    });
  }

  get pending(): number {
    return this.inFlight.size + (this.held ? 1 : 0);
  }

  onArrived(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  evaluate(formula: string, sheet: SheetId, row: number, column: number, book: WorkbookPort): Evaluated {
    const text = formula.slice(1).trim();
    const call = callIn(text);
    if (!call) return fromArgument(this.argument(text, sheet, book));
    return this.call(call.name, call.args, sheet, book, `${row},${column}`);
  }

  private call(name: string, texts: readonly string[], sheet: SheetId, book: WorkbookPort, at: string): Evaluated {
    const known = this.functions.get(name.toUpperCase());
    if (!known) return { kind: "error", error: "#NAME?" };
    const args = texts.map((text) => this.argument(text, sheet, book));
    if (args.some((arg) => arg.kind === "pending")) return { kind: "pending" };
    const wrong = args.find((arg) => arg.kind === "error");
    if (wrong?.kind === "error") return wrong;
    const values = args.map((arg) => (arg.kind === "value" ? arg.value : null));
    const repeated = known.parameters.at(-1)?.repeating === true ? [values.splice(known.parameters.length - 1)] : [];
    while (values.length + repeated.length < known.parameters.length) values.push(null);
    return this.result(known.id, [...values, ...repeated], at);
  }

  private result(id: string, args: readonly unknown[], at: string): Evaluated {
    const key = JSON.stringify([id, args]);
    const result = this.known.get(key);
    if (result) return result;
    if (this.channel?.ready && ![...this.inFlight.values()].includes(key)) {
      this.inFlight.set(++this.last, key);
      this.sent++;
      this.channel.send([{ invocation: this.last, id, args, address: `Sheet1!${at}`, flags: 4 }]);
    }
    this.held ||= this.channel?.ready !== true;
    return { kind: "pending" };
  }

  private argument(text: string, sheet: SheetId, book: WorkbookPort): Argument {
    const trimmed = text.trim();
    if (trimmed === "") return { kind: "value", value: null };
    if (/^"(?:[^"]|"")*"$/.test(trimmed)) return { kind: "value", value: trimmed.slice(1, -1).replace(/""/g, '"') };
    if (/^(?:TRUE|FALSE)$/i.test(trimmed)) return { kind: "value", value: trimmed.toUpperCase() === "TRUE" };
    if (/^-?[0-9.]+(?:e-?\d+)?$/i.test(trimmed)) return { kind: "value", value: Number(trimmed) };
    const call = callIn(trimmed);
    if (call) return fromResult(this.call(call.name, call.args, sheet, book, "0,0"));
    const rect = resolveReference(book, trimmed, sheet);
    if (!rect) return { kind: "error", error: parseArea(trimmed) ? "#REF!" : "#NAME?" };
    if (book.valueTypes(rect).some((line, row) => line.some((type, column) => type === "Error" && book.values(rect)[row]![column] === "#BUSY!"))) return { kind: "pending" };
    const values = book.values(rect);
    return { kind: "value", value: rect.rows * rect.columns === 1 ? values[0]![0] : values };
  }

  private arrived(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      const key = this.inFlight.get(outcome.invocation);
      if (key === undefined) continue;
      this.inFlight.delete(outcome.invocation);
      this.known.set(key, evaluated(outcome));
      if (!outcome.ok) this.messages.set(key, outcome.message);
    }
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function evaluated(outcome: Outcome): Evaluated {
  if (!outcome.ok) return { kind: "error", error: outcome.error, message: outcome.message };
  if (!Array.isArray(outcome.value)) return { kind: "spill", values: [[element(outcome.value)]] };
  return { kind: "spill", values: (outcome.value as readonly (readonly unknown[])[]).map((line) => line.map(element)) };
}

function element(value: unknown): Element {
  if (typeof value !== "object" || value === null) return value === null ? 0 : (value as Element);
  const { type, basicValue } = value as { type?: string; basicValue?: unknown };
  return type === "Error" ? { error: String(basicValue) } : (basicValue as Element);
}

function fromArgument(argument: Argument): Evaluated {
  if (argument.kind !== "value") return argument;
  const { value } = argument;
  return Array.isArray(value) ? { kind: "spill", values: value as Element[][] } : { kind: "value", value: value as string | number | boolean };
}

function fromResult(result: Evaluated): Argument {
  if (result.kind === "spill") return { kind: "value", value: result.values.length === 1 && result.values[0]!.length === 1 ? result.values[0]![0] : result.values };
  return result.kind === "value" ? { kind: "value", value: result.value } : result;
}

/** `NAME(a, b)` with its arguments split at commas outside brackets and texts */
function callIn(text: string): { name: string; args: readonly string[] } | undefined {
  const match = /^([A-Za-z][\w.]*)\((.*)\)$/s.exec(text);
  if (!match) return undefined;
  const args: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  const body = match[2]!;
  for (let at = 0; at <= body.length; at++) {
    const letter = body[at];
    if (letter === '"') quoted = !quoted;
    if (!quoted && (letter === "(" || letter === "[")) depth++;
    if (!quoted && (letter === ")" || letter === "]")) depth--;
    if (depth < 0) return undefined; // two calls side by side
    if (letter === undefined || (letter === "," && depth === 0 && !quoted)) {
      args.push(body.slice(from, at));
      from = at + 1;
    }
  }
  return { name: match[1]!, args: args.length === 1 && args[0]!.trim() === "" ? [] : args };
}
