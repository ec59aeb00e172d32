import type { Language } from "../words";

/** A text in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** A cell of a small ledger. Plain texts are headings, buyers and words that `words.ts` knows in Chinese, or the same in both. */
export type Content = number | string | Readonly<Record<Language, number | string>>;

/** A few lines under headings. Its table, or its range, has this name: `Invoices3`. */
export interface Lines {
  readonly name: string;
  /** headings by their English words; they say what stands below them and how it is shown */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Content[])[];
  /** `asWritten`: without formats, as an export pastes it; `withTitle`: no table, but a range that begins with this title */
  readonly asWritten?: true;
  readonly withTitle?: Text;
}

/** One figure that the lines have, worked out by hand and by the add-in. */
export interface Figure {
  readonly what: Text;
  readonly byHand: number | string;
  /** texts in quotes and headings in brackets are put into Chinese where `words.ts` knows them */
  readonly ours: string;
  /** the arithmetic, so that a reader can follow it with the lines beside it */
  readonly how: Text;
  /** money where nothing else is said */
  readonly shown?: "count" | "days" | "points" | "heading";
}

/** A cell with `AR.LEDGER`, named for the formulas that take it. `{day}` stands for the cell with the day. */
export interface Reading {
  readonly name: string;
  readonly formula: string;
}

/** One way in which receivables reports go wrong. */
export interface Trap {
  readonly no: number;
  /** one plain sentence */
  readonly trap: Text;
  readonly others: Text;
  /** public threads in which it was asked for or reported */
  readonly seen: string;
  /** what stands in this place in the list of pains, where no ledger can show it */
  readonly insteadOf?: Text;
  /** Excel serial */
  readonly day: number;
  readonly lines: readonly Lines[];
  readonly readings: readonly Reading[];
  /** the first one is the answer */
  readonly figures: readonly [Figure, ...Figure[]];
}
