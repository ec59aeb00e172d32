import type { Sentences } from "../say";

export const FORMULA_SENTENCES = {
} as const satisfies Sentences;
