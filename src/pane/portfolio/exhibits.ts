import type { Day } from "../../values/day";
import type { Language } from "../../values/say";
import type { Words } from "../words";
import { agingExhibit } from "./agingExhibit";
import { changedExhibit, dsoChangeExhibit } from "./changeExhibits";
import { concentrationExhibit } from "./concentrationExhibit";
import type { BookOn, Exhibit } from "./exhibit";
import { DSO_LINES, lineExhibit, STOCK_LINES } from "./lineExhibits";
import { rollExhibit } from "./rollExhibit";

export const EXHIBITS = ["trend", "aging", "dso", "concentration", "rolls", "changed", "dsoChange"] as const;
export type ExhibitName = (typeof EXHIBITS)[number];

/** What an exhibit is told in. */
export interface Spoken {
  readonly words: Words;
  readonly language: Language;
  readonly dayText: (day: Day) => string;
}

const MAKERS: Readonly<Record<ExhibitName, (book: BookOn, spoken: Spoken) => Exhibit>> = {
  trend: (book, { words, language }) => lineExhibit(book, STOCK_LINES, words, language),
  aging: (book, { words, language, dayText }) => agingExhibit(book, words, language, dayText),
  dso: (book, { words, language }) => lineExhibit(book, DSO_LINES, words, language),
  concentration: (book, { words, language }) => concentrationExhibit(book, words, language),
  rolls: (book, { words, language }) => rollExhibit(book, words, language),
  changed: (book, { words, language }) => changedExhibit(book, words, language),
  dsoChange: (book, { words, language }) => dsoChangeExhibit(book, words, language),
};

export function exhibitOf(name: ExhibitName, book: BookOn, spoken: Spoken): Exhibit {
  return MAKERS[name](book, spoken);
}
