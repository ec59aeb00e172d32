/** What a change is about; the last few concern a reader's eye alone. */
export const FINDING_KINDS = [
  "amount", "date", "buyer", "number", "rule", "figure", "term", "text", "formula", "rowChanged", "rowAdded", "rowDeleted", "rowMoved",
  "sheetAdded", "sheetDeleted", "sheetRenamed", "sheetMoved", "name", "seal", "check", "recalculated", "foreign", "unreadable", "hidden", "merged", "format",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** part of the pack, "" for the file as a whole */
  readonly part: string;
  readonly sheet: string;
  /** 1-based, 0 where no single row is meant; `columns` from 0 */
  readonly row: number;
  readonly columns: readonly number[];
  /** what the row is about, as it now stands: invoice and buyer, or the line's label */
  readonly about: string;
  /** what it says now, or which name, sheet or part is meant */
  readonly found: string;
}

/** Changes that leave every figure as it was. */
export function isFormatOnly({ kind }: Finding): boolean {
  return kind === "format" || kind === "hidden" || kind === "merged";
}

export interface Verification {
  /** not a pack: no seal in it */
  readonly isPack: boolean;
  /** nothing that was sealed differs, in content or looks */
  readonly isIntact: boolean;
  /** the pack's own seal as it states it; to be compared with what its maker says by another way */
  readonly seal: string;
  readonly ledgerSeal: string;
  /** day as a serial, 0 where it is not stated */
  readonly asOf: number;
  readonly findings: readonly Finding[];
  readonly checks: { readonly ok: number; readonly differs: number };
  /** formulas worked out anew */
  readonly recalculated: number;
  readonly signature: "none" | "valid" | "wrong";
  /** sixteen digits of the key that signed, "" where none did */
  readonly signedBy: string;
}
