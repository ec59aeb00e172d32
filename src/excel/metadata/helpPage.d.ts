import type { HelpFunctions, HelpSource } from "./helpExample";
import type { FunctionJson, FunctionsJson } from "./overlay";

export interface PageAsked {
  /** in the page's language */
  readonly one: FunctionJson;
  readonly english: FunctionJson;
  readonly source: HelpSource;
  readonly functions: HelpFunctions;
  readonly language: "en" | "zh";
}

/** One function's page. Throws where a part is missing or the example is wrong. */
export function helpPage(asked: PageAsked): string;
export function helpIndex(asked: { readonly metadata: FunctionsJson; readonly english: FunctionsJson; readonly sources: Readonly<Record<string, HelpSource>>; readonly language: "en" | "zh" }): string;
export function movedPage(address: string): string;
