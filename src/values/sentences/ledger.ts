import type { Sentences } from "../say";

export const LEDGER_SENTENCES = {
} as const satisfies Sentences;
