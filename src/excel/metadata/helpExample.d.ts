/** A function as functions.js associates it. */
export type HelpFunctions = ReadonlyMap<string, (...args: readonly unknown[]) => unknown>;

export interface InBoth {
  readonly en: string;
  readonly zh: string;
}

/** A range of an example: keys of columns (left out: invoice, buyer, issued, due, amount, settled), and rows; days as ISO texts. */
export interface HelpSheet {
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export interface HelpStep extends InBoth {
  /** `3000 / 9000 * 90`; `$1` is what the first step came to */
  readonly is?: string;
  /** the cell of the answer that it must be */
  readonly gives?: readonly [row: number, column: number];
}

export interface HelpExample {
  readonly sheets?: Readonly<Record<string, HelpSheet>>;
  /** `@Invoices` is a range, an ISO text a day, null an argument left out, `{ call, args }` a formula inside */
  readonly args: readonly unknown[];
  readonly steps: readonly HelpStep[];
  /** columns of the answer that hold days */
  readonly dates?: readonly number[];
  /** rows of the answer that the page shows; left out: all */
  readonly rows?: number;
}

/** One file of `src/excel/help`. */
export interface HelpSource {
  readonly group: "ledger" | "receivables" | "credit";
  readonly answers: InBoth;
  readonly example: HelpExample;
  readonly refusals: readonly { readonly args: readonly unknown[]; readonly sheets?: HelpExample["sheets"] }[];
  readonly source: InBoth;
}

export function loadFunctions(text: string): HelpFunctions;
export function formulaText(id: string, args: readonly unknown[]): string;
export function reckon(text: string, before: readonly number[]): number;
export function worked(functions: HelpFunctions, id: string, example: HelpExample, language: "en" | "zh"): { readonly formula: string; readonly cells: readonly (readonly unknown[])[] };
export function refused(functions: HelpFunctions, id: string, refusal: HelpSource["refusals"][number], language: "en" | "zh"): { readonly formula: string; readonly code: string; readonly sentence: string };
