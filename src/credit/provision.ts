import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { aging } from "../receivables/aging";
import { position } from "../receivables/position";
import { rollRates } from "../receivables/rollRates";
import { known, unknown, type Answer } from "../values/answer";
import type { Day } from "../values/day";

/** A row of the provision matrix. Money in minor units, rates as fractions. */
export interface ProvisionRow {
  /** a heading of the ageing */
  readonly bucket: string;
  readonly open: number;
  /** share taken as lost; unknown where neither given nor told by the ledger's own rolls */
  readonly rate: Answer<number>;
  /** open x rate, to the minor unit; 0 where nothing is open */
  readonly allowance: Answer<number>;
}

/** Below this no rate that the ledger itself gave is taken: a book without a loss so far is not without risk (methods.md E2; Basel's floor of a PD). */
export const LEAST_OWN_RATE = 0.0005;

/**
 * The provision matrix by days past due (methods.md E2, E4): lifetime loss of trade receivables, simplified approach. A buyer's
 * credits take off its own oldest debits; what is left of them stands apart at 0 and offsets nobody else. `rates`: of `Not due`, each
 * bucket, and optionally `No due date`; left out, the losses of the ledger's own roll rates of twelve months, at least
 * LEAST_OWN_RATE and at most 1.
 */
export function provision(ledger: Ledger, day: Day, policy: Policy, rates?: readonly number[]): Answer<readonly ProvisionRow[]> {
  const sheet = aging(position(ledger, day), { edges: policy.buckets, credits: policy.credits === "separate" ? "fifo" : policy.credits });
  const basis = { method: "provision", day, facts: [] };
  const buckets = sheet.headings.length - 2; // without `Unapplied` and `Total`; `No due date` is the last
  const own = rates === undefined ? ownRates(ledger, day, policy) : undefined;
  if (own !== undefined && !own.known) return own;
  const rateOf = (k: number): Answer<number> => {
    const rate = own === undefined ? rates![k] : own.value[k];
    if (rate !== undefined) return known(rate, basis);
    return k === buckets - 1 ? unknown("NO_DUE_RATE", { bucket: sheet.headings[k]! }) : unknown("NO_BUCKET_RATE", { bucket: sheet.headings[k]! });
  };
  const rows = Array.from({ length: buckets }, (_, k): ProvisionRow => {
    const [open, rate] = [sheet.all[k]!, rateOf(k)];
    return { bucket: sheet.headings[k]!, open, rate, allowance: open === 0 ? known(0, basis) : rate.known ? known(Math.round(Math.max(0, open) * rate.value), basis) : rate };
  });
  return known([...rows, { bucket: "Unapplied", open: sheet.all[buckets]!, rate: known(0, basis), allowance: known(0, basis) }], basis);
}

function ownRates(ledger: Ledger, day: Day, policy: Policy): Answer<readonly (number | undefined)[]> {
  const found = rollRates(ledger, day, { edges: policy.buckets });
  if (!found.known) return found;
  return known([...found.value.rolls.map(({ loss }) => (loss === undefined ? undefined : Math.min(1, Math.max(LEAST_OWN_RATE, loss)))), 1], found.basis);
}

/** What the year's profit and loss bears: the allowance now less what is left of the one before (methods.md E2). */
export function allowanceExpense(opening: number, writeOffs: number, allowance: number): number {
  return allowance - (opening - writeOffs);
}
