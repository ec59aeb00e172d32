import type { PackLanguage } from "./words";

/** What leaves, and in which words. Nothing leaves that is not chosen here. */
export interface PackChoices {
  readonly language: PackLanguage;
  /** codes in place of buyers' names, on every sheet */
  readonly anonymous: boolean;
  /** buyers that owe less have no name of their own; minor units, 0 = all are named */
  readonly groupBelow: number;
  /** the invoices' own numbers; else they are numbered anew */
  readonly numbers: boolean;
  /** as the certificate names them, "" = a line to fill in */
  readonly borrower: string;
  readonly lender: string;
  /** what the books say is open; minor units. A ledger that does not add up to it is refused */
  readonly control: number | undefined;
  /** the release that makes it */
  readonly release: string;
  /** the sheet of invoices is printed: 40 rows a page */
  readonly printInvoices: boolean;
  /** our own scores and grades of the buyers go along */
  readonly scores: boolean;
  /** notes of the user's that go along; none unless chosen */
  readonly notes: readonly PackNote[];
  /** what it is printed on, landscape */
  readonly paper: Paper;
}

export interface PackNote {
  /** the buyer's place in the ledger */
  readonly place: number;
  /** ISO */
  readonly day: string;
  readonly text: string;
}

export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];

export const DEFAULT_CHOICES: PackChoices = {
  language: "en", anonymous: false, groupBelow: 0, numbers: true, borrower: "", lender: "", control: undefined, release: "", printInvoices: true, paper: "a4", scores: false, notes: [],
};
