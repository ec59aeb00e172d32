/**
 * Why a general-ledger balance and the ledger of a sheet differ. The order is that of precedence: a document that one cause
 * takes out is not counted again by a later one. The sentence of each is `cause.CODE`.
 *
 * `as`: `days` documents stand by their distance from the day, so that a run of days next to it is a whole of its own;
 * `class` all of them, or all of one part, are a whole; `ways` the parts exclude each other; `one` only single ones.
 * `doubt`: how much less likely it is than the others where several fit, in halvings.
 */
export const CAUSES = {
  CUT_OFF_BEFORE: { as: "days", doubt: 0 },
  RECEIPT_BEFORE: { as: "days", doubt: 0 },
  CUT_OFF_AFTER: { as: "days", doubt: 0 },
  RECEIPT_AFTER: { as: "days", doubt: 0 },
  DUPLICATE: { as: "class", doubt: 0 },
  NOT_POSTED: { as: "class", doubt: 0 },
  NO_BUYER: { as: "class", doubt: 0 },
  NO_RATE: { as: "ways", doubt: 0 },
  UNAPPLIED: { as: "class", doubt: 0 },
  PREPAYMENT: { as: "class", doubt: 0 },
  UNMATCHED_RECEIPT: { as: "class", doubt: 0 },
  PART_SETTLED: { as: "class", doubt: 1 }, // the reader has decided, and says how
  UNREADABLE: { as: "class", doubt: 0 },
  ONE_TO_ONE: { as: "class", doubt: 1 }, // done by hand in a sheet, seldom by a system
  RATE_DIFFERENCE: { as: "class", doubt: 1 },
  SIGN: { as: "class", doubt: 1 }, // systems sign by type; people type
  WRITE_OFF: { as: "class", doubt: 1 },
  BUYER_NOT_IN_CONTROL: { as: "one", doubt: 3 }, // a list without zero balances leaves buyers out for any of the causes above
  BUYER_NOT_IN_LEDGER: { as: "one", doubt: 3 },
  OTHER_BUYER: { as: "one", doubt: 3 },
} as const satisfies Readonly<Record<string, { readonly as: "days" | "class" | "ways" | "one"; readonly doubt: number }>>;

export type Cause = keyof typeof CAUSES;
export const CAUSE_CODES = Object.keys(CAUSES) as readonly Cause[];

/** Something that one side may have and the other not: a document, a receipt, a row that was left out. Money in minor units. */
export interface Candidate {
  readonly cause: Cause;
  /** place of the buyer in the ledger; -1 where the row names none that the ledger has */
  readonly buyer: number;
  /** the buyer as the row names it, where the ledger has none such; else "" */
  readonly who: string;
  /** what the control has beyond the ledger, if this is the cause, in the way the control is taken to be kept */
  readonly effect: number;
  /** the same at the ledger's own rate */
  readonly stated: number;
  /** the same where the control adds foreign amounts one to one */
  readonly oneToOne: number;
  /** currency of the row, as the sheet states it */
  readonly currency: string;
  /** days between it and the day asked for; 0 where nearness means nothing */
  readonly days: number;
  /** what it has in common with others of its cause: a type, a currency, what the cell says */
  readonly part: string;
  /** what cannot be counted twice: the document, the row; -1 nothing of the kind */
  readonly subject: number;
  /** only ever by itself, never as one of all */
  readonly alone: boolean;
  /** 1-based row of the sheet, 0 none */
  readonly row: number;
  readonly number: string;
  /** documents or receipts that it stands for */
  readonly documents: number;
}

/**
 * Each document at the ledger's own rate, and what one to one adds to it as a cause of its own; a document that the control
 * lacks, or has at no value, adds nothing one to one.
 */
export function asStated(found: readonly Candidate[]): Candidate[] {
  const oneToOne = new Map<string, Candidate>();
  const add = (one: Candidate, effect: number): void => {
    const key = one.subject === -1 ? `none ${oneToOne.size}` : `${one.subject}`;
    oneToOne.set(key, { ...one, cause: "ONE_TO_ONE", effect: effect + (oneToOne.get(key)?.effect ?? 0) });
  };
  const stated = found.flatMap((one) => {
    if (one.cause === "ONE_TO_ONE") add(one, one.effect);
    else if (one.effect !== one.stated) add(one, one.effect - one.stated);
    return one.cause === "ONE_TO_ONE" ? [] : [{ ...one, effect: one.stated }];
  });
  return [...stated, ...[...oneToOne.values()].filter(({ effect }) => effect !== 0)];
}
