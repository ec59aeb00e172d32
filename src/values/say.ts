import type { Reason } from "./answer";
import { BANK_SENTENCES } from "./sentences/bank";
import { CREDIT_SENTENCES } from "./sentences/credit";
import { FORMULA_SENTENCES } from "./sentences/formulas";
import { LEDGER_SENTENCES } from "./sentences/ledger";
import { RECEIVABLES_SENTENCES } from "./sentences/receivables";

export type Language = "en" | "zh";

/** One sentence a reason, in each language; `{name}` is filled from the reason's values. */
export type Sentences = Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

const ALL: Sentences = Object.assign(Object.create(null) as Sentences, LEDGER_SENTENCES, RECEIVABLES_SENTENCES, CREDIT_SENTENCES, BANK_SENTENCES, FORMULA_SENTENCES);

/** Longest value quoted inside a sentence: a cell may hold a million characters, a message may not. */
const LONGEST_QUOTE = 80;

function quoted(value: string | number): string {
  const text = String(value);
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}

/**
 * The plain sentence for a reason: the same in the cell, the pane and the pack. Values whose name begins with `list`
 * are joined by us, from short parts, and are not cut at 80 characters but at 800.
 */
export function say(reason: Reason, language: Language = "en"): string {
  const sentence = ALL[reason.code];
  if (sentence === undefined) throw new Error(`No sentence for the reason "${reason.code}"`);
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === "reason" && reason.about !== undefined) return say(reason.about, language);
    const value = reason.with?.[name];
    if (value === undefined) return whole;
    return name.startsWith("list") ? String(value).slice(0, 800) : quoted(value);
  });
}

/** Every code that has a sentence: for the test that each is used and each is in both languages. */
export const REASON_CODES: readonly string[] = Object.keys(ALL);
