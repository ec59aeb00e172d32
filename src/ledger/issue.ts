import type { Currency } from "../values/currency";

/**
 * A doubt about what the sheet says, kept beside the data. Nothing is dropped or changed without one.
 * `code` has its sentence (what it is, what was done) in `values/sentences/ledger.ts` as `issue.CODE` and `issue.CODE.done`.
 */
export interface Issue {
  readonly code: string;
  /** 1-based row of the range that was read (1 = its first row), or of the joined table; 0 for the sheet as a whole */
  readonly row: number;
  /** 0-based column of the range, -1 where no single column is meant */
  readonly column: number;
  /** what the cell holds, as text, cut to 80 characters */
  readonly found: string;
  /** minor units of `currency` that the doubt concerns; 0 where no money is */
  readonly amount: number;
  readonly currency: Currency;
  /** rows that this one doubt stands for, where it is not one */
  readonly rows?: number;
}

/** The range whose rows a doubt counts: receipts and facts about buyers have rows of their own. */
export function rangeOf(code: string): "invoices" | "payments" | "buyers" {
  return code.startsWith("RECEIPT_") ? "payments" : code === "BUYER_FACT" ? "buyers" : "invoices";
}

/** One line of AR.ISSUES: all doubts of a kind. */
export interface IssueKind {
  readonly code: string;
  readonly rows: number;
  readonly amounts: readonly { readonly currency: Currency; readonly minor: number }[];
  readonly firstRow: number;
}
