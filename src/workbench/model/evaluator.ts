import type { SheetId, Value, WorkbookPort } from "./WorkbookPort";

/** What a formula comes to: one value, an error, a spill, or not yet. Elements of a spill that are errors say so. */
export type Evaluated =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "error"; readonly error: string; readonly message?: string }
  | { readonly kind: "spill"; readonly values: readonly (readonly Element[])[] }
  | { readonly kind: "pending" };

export type Element = Value | { readonly error: string };

/** Who calculates for a book that does not: asked again for every formula after every change. */
export interface Evaluator {
  evaluate(formula: string, sheet: SheetId, row: number, column: number, book: WorkbookPort): Evaluated;
  /** something that was pending has arrived */
  onArrived(listener: () => void): () => void;
  /** calls that are still under way */
  readonly pending: number;
}
