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

/** Bytes a request, an answer or one call's arguments may weigh: 5 MB, as Excel on the web has it. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

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
