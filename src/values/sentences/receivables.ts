import type { Sentences } from "../say";

export const RECEIVABLES_SENTENCES = {
} as const satisfies Sentences;
