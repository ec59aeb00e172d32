import type { Language } from "../../values/say";
import written from "./signatures.json";

/** A function as its doc comment has it; `signatures.json` is written from what was built, and a test holds it to that. */
export interface Signature {
  readonly id: string;
  readonly group: "ledger" | "receivables" | "credit" | "bank";
  readonly en: string;
  readonly zh: string;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  readonly name: string;
  /** its name in Chinese */
  readonly label: string;
  readonly en: string;
  readonly zh: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export const SIGNATURES = written as readonly Signature[];
export const GROUPS = ["receivables", "credit", "bank", "ledger"] as const satisfies readonly Signature["group"][];

export function signatureOf(id: string): Signature | undefined {
  return SIGNATURES.find((one) => one.id === id);
}

/** How an argument is asked for: by what it is called, and by the words that its description quotes. */
export type ArgumentKind = "ledger" | "buyer" | "day" | "word" | "measure" | "flag" | "days" | "range";

const KINDS: Readonly<Record<string, ArgumentKind>> = {
  ledger: "ledger", buyer: "buyer", asOf: "day", from: "day", measure: "measure", detail: "flag", method: "word", variant: "word", basis: "word",
  invoices: "range", payments: "range", buyers: "range", policy: "range", ledger1: "range",
};

export function kindOf({ name }: Parameter): ArgumentKind {
  return KINDS[name] ?? "days";
}

/** Words that the description names, the default first. */
export function wordsIn({ en }: Parameter): readonly string[] {
  return [...new Set([...en.matchAll(/"([^"]+)"/g)].map(([, word]) => word!))];
}

/** Functions whose name or description holds what was typed, the name first. */
export function signaturesMatching(typed: string, language: Language): readonly Signature[] {
  const wanted = typed.normalize("NFKC").trim().toLowerCase().replace(/^=?ar\./, "");
  const inName = SIGNATURES.filter(({ id }) => id.toLowerCase().includes(wanted));
  return [...inName, ...SIGNATURES.filter((one) => !inName.includes(one) && one[language].toLowerCase().includes(wanted))];
}
