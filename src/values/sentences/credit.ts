import type { Sentences } from "../say";

export const CREDIT_SENTENCES = {
} as const satisfies Sentences;
