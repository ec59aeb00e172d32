import type { Currency } from "../values/currency";
import type { Day } from "../values/day";

/** What a document is (methods.md 0.1). The number is its place in this list: columns hold numbers. */
export const KINDS = ["INV", "DN", "CN", "PMT", "UNAP", "PRE", "CHG", "ADJ", "WO", "BILL", "RET", "REFUND"] as const;
export type Kind = (typeof KINDS)[number];
export const INV = 0, DN = 1, CN = 2, PMT = 3, UNAP = 4, PRE = 5, CHG = 6, ADJ = 7, WO = 8, BILL = 9, RET = 10, REFUND = 11;

/** By place of the document; an array of texts is one too. */
export interface DocumentNumbers {
  readonly length: number;
  at(document: number): string | undefined;
}

/**
 * One column a fact, one place a document, in the order of the sheet. Debit +, credit -.
 * All arrays have the same length.
 */
export interface Documents {
  readonly count: number;
  /** 1-based row of the range; of the joined table, when blocks were joined (`Reading.joined` has its place in the block) */
  readonly row: Int32Array;
  /** place in `buyers` */
  readonly buyer: Int32Array;
  /** place in KINDS */
  readonly kind: Uint8Array;
  /** day of issue; NO_DAY never occurs (such a row is an issue and is not kept) */
  readonly issued: Int32Array;
  /** due day as the ledger has it after terms and policy; NO_DAY = none stated */
  readonly due: Int32Array;
  /** minor units, signed; of a document in another currency at the rate of its day of issue: what a flow counts */
  readonly amount: Float64Array;
  /** place in `currencies` of the ledger */
  readonly currency: Uint8Array;
  /** 1 = disputed */
  readonly disputed: Uint8Array;
  /**
   * Day on which the open balance became 0, NO_DAY while it is not, or where an undated settlement hides the day: what
   * the score calls settled.
   * Never earlier than `issued` (a payment recorded before its invoice counts from the invoice's day).
   */
  readonly closed: Int32Array;
  /** document number as text, "" where the sheet has none */
  readonly number: DocumentNumbers;
}

/** What took money off a document, and when. Sorted by document. Undated ones carry NO_DAY: known only as of the last day. */
export interface Settlements {
  readonly count: number;
  readonly document: Int32Array;
  readonly day: Int32Array;
  /**
   * minor units, the sign of the document: open = amount - sum(settlements); of a document in another currency at the rate of
   * the settlement's own day: a flow, and no balance is made of it (`foreign`)
   */
  readonly amount: Float64Array;
  /** 0 payment, 1 credit applied, 2 write-off */
  readonly kind: Uint8Array;
}

export interface Buyers {
  readonly count: number;
  /** id text exactly as first seen, "" when the sheet has names only */
  readonly id: readonly string[];
  /** the most frequent spelling, then the first by alphabet */
  readonly name: readonly string[];
  /** every spelling of a name in the sheet, folded (trimmed, NFKC, without regard to case) -> places of the buyers so called */
  readonly spellings?: ReadonlyMap<string, readonly number[]>;
  /** facts from the `buyers` range, by the field's canonical name; undefined where none was given */
  readonly facts: readonly (ReadonlyMap<string, string | number> | undefined)[];
}

/**
 * Money in its own currency, where some currency has rates that change: what a balance is made of. A flow counts at the rate
 * of its own day, so that flows of several days do not add up to a balance; what is left open in a currency does, and is worth
 * the closing rate of the day asked (IAS 21.23). Documents of other currencies stand here as they stand in the ledger.
 */
export interface Foreign {
  /** by document: minor units of its own currency, signed */
  readonly amount: Float64Array;
  /** by settlement: minor units of the document's own currency, the sign of the document */
  readonly settled: Float64Array;
  /** Is a currency (its place in `currencies`) kept in its own units? */
  isKept(currency: number): boolean;
  /** Own minor units at the rate of a day, in whole minor units of the ledger's currency: rounded once. */
  restated(minor: number, currency: number, day: Day): number;
}

/**
 * What the workbook says, after reading: documents, what settled them, buyers. One currency (`currency`), or several that
 * nobody has chosen between (`mixed`): then only LEDGER, JOIN, ISSUES and COLUMNS answer.
 */
export interface Ledger {
  readonly documents: Documents;
  readonly settlements: Settlements;
  /** only where the policy states rates that change for a currency of the ledger */
  readonly foreign?: Foreign;
  readonly buyers: Buyers;
  /** the ledger's currency; the first of `currencies` when mixed */
  readonly currency: Currency;
  /** decimals of that currency */
  readonly exponent: number;
  /** every currency in the sheet with its documents and the sum of their amounts: minor units of its own, of the ledger's where a single rate restates it */
  readonly currencies: readonly { readonly code: Currency; readonly documents: number; readonly minor: number }[];
  readonly mixed: boolean;
  /** latest document or settlement; an outlier (366 days past the 99th percentile of all dates) never sets it */
  readonly lastDay: Day;
  /** latest issue day (same rule): in an open-items list a day before it is refused */
  readonly lastIssued: Day;
  /** earliest issue day */
  readonly firstDay: Day;
  /** some row carries a dated settlement: the past can be rebuilt, buyers can be judged */
  readonly dated: boolean;
}

/** Shown in COLUMNS: which heading was taken for what, 0 to 1 how sure. */
export interface Column {
  readonly field: string;
  readonly heading: string;
  /** 0-based column of the range */
  readonly index: number;
  readonly sure: number;
  /** why: the heading's very words, its words in another order, a word of several meanings, nearly its words, the user's choice, rows of buyers between the documents */
  readonly because: "exact" | "words" | "ambiguous" | "similar" | "chosen" | "group";
  /** headings of other columns that could be this field too and were not taken for another, the surest first */
  readonly rivals: readonly string[];
}
