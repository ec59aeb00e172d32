import { say, type Language } from "../values/say";
import { EN } from "./words/en";
import { ZH } from "./words/zh";
import type { Problem } from "./problem";

/** All words of the pane in one language: the shape of the English ones, sentences with gaps as functions. */
export type Words = typeof EN;

const ALL: Readonly<Record<Language, Words>> = { en: EN, zh: ZH };

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
    case "joined":
      return words.problem.joined;
    default:
      return `${words.problem.unexpected} ${problem.detail}`;
  }
}

/** `Date of issue` for `docDate`: a field's own name where the words have none. */
export function fieldName(field: string, words: Words): string {
  return Object.hasOwn(words.fields, field) ? words.fields[field as keyof Words["fields"]] : field;
}
