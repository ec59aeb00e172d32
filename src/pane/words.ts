import { exponentOf, NO_CURRENCY, type Currency } from "../values/currency";
import { say, type Language } from "../values/say";
import { EN } from "./words/en";
import { ZH } from "./words/zh";
import { formatFor } from "./format";
import type { Problem } from "./problem";

/** All words of the pane in one language: the shape of the English ones, sentences with gaps as functions. */
export type Words = typeof EN;

const ALL: Readonly<Record<Language, Words>> = { en: EN, zh: ZH };

/** What a sheet of ours may be written in, whoever wrote it. */
export const ALL_WORDS: readonly Words[] = Object.values(ALL);

export function wordsFor(language: Language): Words {
  return ALL[language];
}

/** The sentence for a problem: what is wrong, where, and what to do. */
export function problemText(problem: Problem, words: Words, language: Language): string {
  switch (problem.kind) {
    case "host":
      return problem.code === "other" && problem.detail !== "" ? `${words.problem.host.other} ${problem.detail}` : words.problem.host[problem.code];
    case "reason":
      return say(problem.reason, language);
    case "headless":
      return `${say(problem.reason, language)} ${words.problem.headless(problem.table)}`;
    case "computed":
      return words.problem.computed(problem.argument);
    case "mixed":
      return words.problem.mixed(problem.currencies.map(({ code, documents, minor }) => mixedPart(code, documents, minor, words, language)).join("; "));
    case "tooBig":
      return tooBigText(problem, words, language);
    case "piece":
      return words.problem.piece(String(problem.piece), say(problem.reason, language));
    case "uncut":
      return words.problem.uncut;
    case "shows":
      return problem.shown === "#NAME?" ? words.problem.noStacking : words.problem.shows(problem.shown);
    case "noRoom":
      return words.problem.noRoom(problem.reference, problem.column);
    case "waiting":
      return words.freeze.waiting(formatFor(language).count(problem.cells));
    case "nothingToFreeze":
      return words.freeze.nothingToFreeze;
    case "nothingFrozen":
      return words.freeze.nothingFrozen;
    case "fileFull":
      return words.file.full(String(problem.entries));
    case "unexpected":
      return `${words.problem.unexpected} ${problem.detail}`;
  }
}

/** An amount with its currency, where it has one. */
export function moneyIn(currency: Currency, minor: number, language: Language): string {
  const money = formatFor(language, exponentOf(currency)).money(minor);
  return currency === NO_CURRENCY ? money : `${currency} ${money}`;
}

function mixedPart(code: string, documents: number, minor: number, words: Words, language: Language): string {
  const format = formatFor(language, exponentOf(code));
  return `${code === NO_CURRENCY ? words.common.noCurrency : code} ${format.money(minor)} (${words.ledger.rows(format.count(documents), documents)})`;
}

function tooBigText({ bytes, rows, fit }: Extract<Problem, { readonly kind: "tooBig" }>, words: Words, language: Language): string {
  const format = formatFor(language);
  return words.connect.tooBig(format.megabytes(bytes), format.count(rows), format.count(fit));
}

/** `Date of issue` for `docDate`: a field's own name where the words have none. */
export function fieldName(field: string, words: Words): string {
  return Object.hasOwn(words.fields, field) ? words.fields[field as keyof Words["fields"]] : field;
}
