import type { BookSnapshot } from "../model/bookSnapshot";
import { sampleBook } from "./sampleBook";
import { trapsBook } from "./traps/trapsBook";
import type { Language } from "./words";

/** The books that come with the workbench, as `?book=` names them. */
const BOOKS = { sample: sampleBook, traps: trapsBook } as const satisfies Readonly<Record<string, (language: Language) => BookSnapshot>>;

export type OwnBook = keyof typeof BOOKS;

export function ownBook(name: OwnBook, language: Language): BookSnapshot {
  return BOOKS[name](language);
}

/** The sample where nothing else, or nothing known, is asked for. */
export function ownBookAsked(name: string | null): OwnBook {
  return name === "traps" ? "traps" : "sample";
}
