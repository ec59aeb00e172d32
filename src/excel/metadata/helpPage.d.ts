import type { FunctionsJson } from "./overlay";

/** One list of functions for each language, English first. */
export function helpPage(pages: readonly (readonly [locale: string, metadata: FunctionsJson])[]): string;
