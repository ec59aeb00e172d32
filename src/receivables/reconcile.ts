import type { Ledger } from "../ledger/ledger";
import type { Reading } from "../ledger/reading";
import type { Day } from "../values/day";
import { reconciledByBuyer, type Balance } from "./reconcileByBuyer";
import { CAUSE_CODES, type Candidate, type Cause } from "./causes";
import { reconciledInWhole } from "./reconcileInWhole";
import { position as positionOn } from "./position";
import { sidesOf, type Sides } from "./reconcileSides";

export type { Balance } from "./reconcileByBuyer";

/** The general ledger's balance: one figure, or one a buyer. Minor units of the ledger's currency. */
export type Control = { readonly total: number } | { readonly balances: readonly Balance[] };

export interface CauseFound {
  readonly cause: Cause;
  /** documents, receipts or rows behind it */
  readonly documents: number;
  /** minor units that it makes the control higher */
  readonly amount: number;
  readonly found: readonly Candidate[];
}

/**
 * The ledger's open balance at a day against a general-ledger balance; minor units. Signs are those of the control:
 * control = ledger + the causes' amounts + unexplained, so an amount above 0 is what the control has more. What is in another
 * currency counts at the closing rate of the day, documents and receipts as the balance they are parts of.
 */
export interface Reconciliation {
  readonly control: number;
  readonly ledger: number;
  /** documents open in the ledger */
  readonly documents: number;
  readonly difference: number;
  /** most money first */
  readonly causes: readonly CauseFound[];
  readonly unexplained: number;
  /** buyers whose difference is not explained, most money first; empty where the control is one figure */
  readonly unexplainedBuyers: readonly { readonly buyer: number; readonly who: string; readonly minor: number }[];
}

/**
 * Finds what a difference between the control and the ledger is made of: whole classes of doubtful rows, runs of days around
 * the cut-off, or single documents, when they add up to it to the minor unit and could hardly do so by chance (`explanations`);
 * the rest stays unexplained. `whole` is the sheet read with nothing left out (`readWholeSheet`), for rows that the ledger
 * leaves out and amounts in their own currency; without it their issues' money is used.
 */
export function reconcile(reading: Reading, control: Control, day: Day, whole?: Ledger): Reconciliation {
  const position = positionOn(reading.ledger, day);
  const sides = (): Sides => sidesOf(position, reading, whole);
  const total = "total" in control ? control.total : control.balances.reduce((sum, { minor }) => sum + minor, 0);
  const difference = total - position.total;
  const { found, unexplainedBuyers } = "total" in control
    ? { found: difference === 0 ? [] : reconciledInWhole(sides(), difference), unexplainedBuyers: [] }
    : reconciledByBuyer(sides(), control.balances);
  const causes = causesOf(found);
  return {
    control: total, ledger: position.total, documents: position.openCountByBuyer.reduce((sum, one) => sum + one, 0), difference, causes,
    unexplained: difference - causes.reduce((sum, { amount }) => sum + amount, 0), unexplainedBuyers,
  };
}

function causesOf(found: readonly Candidate[]): CauseFound[] {
  return CAUSE_CODES.flatMap((cause): CauseFound[] => {
    const own = found.filter((one) => one.cause === cause);
    if (own.length === 0) return [];
    return [{ cause, documents: own.reduce((sum, { documents }) => sum + documents, 0), amount: own.reduce((sum, { effect }) => sum + effect, 0), found: own }];
  }).sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}
