/** How custom functions reach the genuine runtime in the add-in's frame, and come back. The transport implements it. */

/** One call. `args` are scalars or 2-D arrays, omitted ones padded with null. Wire form: `[7,"DSO",[args],"Sheet1!C7",flags,null]`. */
export interface Invocation {
  readonly invocation: number;
  /** id in functions.json */
  readonly id: string;
  readonly args: readonly unknown[];
  /** `Sheet1!C7` of the calling cell */
  readonly address: string;
  /** 1 cancelable, 2 streaming, 4 errors allowed in arguments, 8 rich data */
  readonly flags: number;
}

export type Outcome =
  | { readonly invocation: number; readonly ok: true; readonly value: unknown }
  | { readonly invocation: number; readonly ok: false; readonly error: string; readonly message: string };

/** What one cell of a result shows. `Outcome.value` is one element or rows of them; `resultCell` reads an element. */
export type ResultCell = { readonly value: number | string | boolean; readonly numberFormat?: string } | { readonly error: string; readonly message: string };

/** An element as the genuine runtime sends it: a plain value, an error object, a formatted number, or an entity (its text). */
export function resultCell(element: unknown): ResultCell {
  if (element === null || element === undefined) return { value: 0 }; // Excel shows a missing result as 0
  if (typeof element !== "object") return { value: element as number | string | boolean };
  const it = element as { type?: unknown; basicValue?: unknown; message?: unknown; numberFormat?: unknown; text?: unknown };
  if (it.type === "Error") return { error: typeof it.basicValue === "string" ? it.basicValue : "#VALUE!", message: typeof it.message === "string" ? it.message : "" };
  if (typeof it.text === "string") return { value: it.text };
  const basic = it.basicValue;
  if (typeof basic !== "number" && typeof basic !== "string" && typeof basic !== "boolean") return { error: "#VALUE!", message: "" };
  return typeof it.numberFormat === "string" ? { value: basic, numberFormat: it.numberFormat } : { value: basic };
}

export interface FunctionChannel {
  /** true once the runtime in the frame has announced itself */
  readonly ready: boolean;
  /** all invocations of one level, as one message */
  send(batch: readonly Invocation[]): void;
  cancel(invocation: number): void;
  onReady(listener: () => void): () => void;
  onOutcomes(listener: (outcomes: readonly Outcome[]) => void): () => void;
  /** the frame was reloaded: nothing in flight will come back */
  onReset(listener: () => void): () => void;
}
