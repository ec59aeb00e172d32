import { PACK_WORDS } from "./wordList";

export type PackLanguage = "en" | "zh" | "both";

export type WordKey = keyof typeof PACK_WORDS;

/** What is put into a sentence: a text, a number, or another word, which each language says its own way. */
type Values = Readonly<Record<string, string | number | { readonly word: WordKey }>>;

/** A word or sentence of the pack with its values put in. */
export type Say = (key: WordKey, values?: Values) => string;

/** Longest text that two languages share a line. */
const ONE_LINE = 60;

/** In one language, or in both: side by side where that is short, else one below the other. */
export function wordsIn(language: PackLanguage): Say {
  return (key, values = {}) => {
    const { en, zh } = PACK_WORDS[key];
    if (language !== "both") return filled(language === "en" ? en : zh, values, language);
    return inBoth(filled(en, values, "en"), filled(zh, values, "zh"));
  };
}

export function inBoth(en: string, zh: string): string {
  if (en === zh) return en;
  return en.length + zh.length <= ONE_LINE ? `${en} ${zh}` : `${en}\n${zh}`;
}

function filled(text: string, values: Values, language: "en" | "zh"): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole;
    return typeof value === "object" ? PACK_WORDS[value.word][language] : String(value);
  });
}

/** Lines that a text takes in so many characters; a Chinese one takes two. */
export function linesOf(text: string, characters: number): number {
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / characters)), 0);
}

function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f ? 2 : 1;
  return width;
}
