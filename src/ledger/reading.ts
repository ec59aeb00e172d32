import type { Issue } from "./issue";
import type { JoinedRows } from "./joinedRows";
import type { Column, Ledger } from "./ledger";
import type { Policy } from "./policy";

/** A ledger with its doubts. Every row of the sheet is in the ledger or in an issue, never in neither. */
export interface Reading {
  readonly ledger: Ledger;
  readonly issues: readonly Issue[];
  readonly columns: readonly Column[];
  /** 1-based row of the headings */
  readonly headingRow: number;
  /** the headings in one text, whatever their writing: a choice of columns is kept under it */
  readonly headingsFingerprint: string;
  readonly policy: Policy;
  /** where the rows come from, when blocks were joined: rows count through the joined table */
  readonly joined?: JoinedRows;
}
