import type { Ledger } from "../ledger/ledger";
import type { Policy, Scenario } from "../ledger/policy";
import { aging, agingRow, type Aging } from "../receivables/aging";
import { position } from "../receivables/position";
import { rollRates } from "../receivables/rollRates";
import { known, unknown, type Answer, type Basis, type Reason } from "../values/answer";
import type { Day } from "../values/day";
import { moneySaid } from "../values/money";
import { insuredBy } from "./expectedLoss";

/** A row of the provision matrix. Money in minor units, rates as fractions. */
export interface ProvisionRow {
  /** a heading of the ageing, or `Specific` */
  readonly bucket: string;
  readonly open: number;
  /** share taken as lost, after the policy's scenarios; unknown where neither given nor told by the ledger's own rolls */
  readonly rate: Answer<number>;
  /** to the minor unit: open x rate; of what is not insured where the policy says `net`; 0 where nothing is open */
  readonly allowance: Answer<number>;
  /** of what is open, what insurers would pay */
  readonly insured: number;
}

export interface Provision {
  readonly rows: readonly ProvisionRow[];
  /** the standard, where the rates come from, scenarios, insurance, and what to look at again */
  readonly notes: readonly Reason[];
}

/** Below this no rate that the ledger itself gave is taken: a book without a loss so far is not without risk (methods.md E2; Basel's floor of a PD). */
export const LEAST_OWN_RATE = 0.0005;

/**
 * The provision matrix by days past due (methods.md E2 to E4): lifetime loss of trade receivables, simplified approach. Buyers with a
 * `specificRate` of their own leave it first, into a row `Specific`. A buyer's credits take off its own oldest debits; what is left
 * of them stands apart at 0 and offsets nobody else. `rates`: of `Not due`, each bucket, and optionally `No due date`; left out,
 * the losses of the ledger's own roll rates of twelve months without those far from the others (E4), at least LEAST_OWN_RATE and at most 1.
 */
export function provision(ledger: Ledger, day: Day, policy: Policy, rates?: readonly number[]): Answer<Provision> {
  const sheet = aging(position(ledger, day), { edges: policy.buckets, credits: policy.credits === "separate" ? "fifo" : policy.credits });
  const basis = { method: "provision", day, facts: [["standard", policy.standard]] } as const;
  const buckets = sheet.headings.length - 2; // without `Unapplied` and `Total`; `No due date` is the last
  const own = rates === undefined ? ownRates(ledger, day, policy) : undefined;
  if (own !== undefined && !own.known) return own;
  const stated = rates ?? (own as { readonly value: OwnRates }).value.rates;
  const split = splitOf(ledger, sheet, buckets);
  const rows = Array.from({ length: buckets }, (_, k): ProvisionRow => {
    const bucket = sheet.headings[k]!;
    const rate = rateOf(stated[k], k === buckets - 1 ? "NO_DUE_RATE" : "NO_BUCKET_RATE", bucket, policy.scenarios, basis);
    return rowOf(bucket, split.open[k]!, split.insured[k]!, rate, policy, basis);
  });
  const nothing = known(0, basis);
  return known({
    rows: [...rows, { bucket: "Unapplied", open: split.open[buckets]!, rate: nothing, allowance: nothing, insured: 0 }, ...split.specific(basis)],
    notes: notesOf(ledger, policy, rows, own?.value.trimmed),
  }, basis);
}

interface OwnRates {
  readonly rates: readonly (number | undefined)[];
  /** buckets of which months far from the others are left out, with how many at each end */
  readonly trimmed: readonly { readonly bucket: string; readonly months: number }[];
}

function ownRates(ledger: Ledger, day: Day, policy: Policy): Answer<OwnRates> {
  const found = rollRates(ledger, day, { edges: policy.buckets });
  if (!found.known) return found;
  const { steady } = found.value;
  return known({
    rates: [...steady.map(({ loss }) => (loss === undefined ? undefined : Math.min(1, Math.max(LEAST_OWN_RATE, loss)))), 1],
    trimmed: steady.filter(({ trimmed }) => trimmed > 0).map(({ from, trimmed }) => ({ bucket: from, months: trimmed })),
  }, found.basis);
}

function rateOf(stated: number | undefined, code: string, bucket: string, scenarios: readonly Scenario[], basis: Basis): Answer<number> {
  return stated === undefined ? unknown(code, { bucket }) : known(weighted(stated, scenarios), basis);
}

/** A rate by what may come: each scenario's factor on it, at most 1, by the scenario's weight. */
export function weighted(rate: number, scenarios: readonly Scenario[]): number {
  return scenarios.length === 0 ? rate : scenarios.reduce((sum, { weight, factor }) => sum + weight * Math.min(1, rate * factor), 0);
}

function rowOf(bucket: string, open: number, insured: number, rate: Answer<number>, policy: Policy, basis: Basis): ProvisionRow {
  const atRisk = Math.max(0, policy.insured === "net" ? open - insured : open);
  return { bucket, open, insured, rate, allowance: atRisk === 0 ? known(0, basis) : rate.known ? known(Math.round(atRisk * rate.value), basis) : rate };
}

interface Split {
  /** by bucket, `Unapplied` last: without buyers that are assessed for themselves */
  readonly open: Float64Array;
  readonly insured: Float64Array;
  readonly specific: (basis: Basis) => ProvisionRow[];
}

/** What belongs into the matrix, and what insurers would pay of each bucket: by its share of what the buyer owes. */
function splitOf(ledger: Ledger, sheet: Aging, buckets: number): Split {
  const [open, insured] = [sheet.all.slice(0, buckets + 1), new Float64Array(buckets + 1)];
  let [specificOpen, specificAllowance, specificInsured, specifics] = [0, 0, 0, 0];
  ledger.buyers.facts.forEach((facts, buyer) => {
    if (facts === undefined) return;
    const row = agingRow(sheet, buyer);
    const owed = Math.max(0, row[buckets + 1]!);
    const covered = Math.round(insuredBy(ledger, sheet.position.day, buyer, owed));
    const rate = facts.get("specificRate");
    if (typeof rate === "number" && rate >= 0 && rate <= 1) {
      for (let k = 0; k <= buckets; k++) open[k]! -= row[k]!;
      specifics++;
      specificOpen += row[buckets + 1]!;
      specificInsured += covered;
      specificAllowance += Math.round(owed * rate);
    } else if (covered > 0) spread(insured, row, buckets, covered);
  });
  return {
    open, insured,
    specific: (basis) => (specifics === 0 ? [] : [{ bucket: "Specific", open: specificOpen, insured: specificInsured, rate: known(specificOpen > 0 ? specificAllowance / specificOpen : 0, basis), allowance: known(specificAllowance, basis) }]),
  };
}

/** Whole minor units that add up: each bucket has what the sum so far calls for less what was given. */
function spread(into: Float64Array, row: Float64Array, buckets: number, covered: number): void {
  const owed = row.subarray(0, buckets).reduce((sum, one) => sum + Math.max(0, one), 0);
  let [seen, given] = [0, 0];
  for (let k = 0; k < buckets && owed > 0; k++) {
    seen += Math.max(0, row[k]!);
    const due = Math.round((covered * seen) / owed) - given;
    into[k]! += due;
    given += due;
  }
}

function notesOf(ledger: Ledger, policy: Policy, rows: readonly ProvisionRow[], trimmed: OwnRates["trimmed"] | undefined): Reason[] {
  const money = (minor: number): string => moneySaid(minor, ledger);
  const sum = rows.reduce((all, { insured }) => all + insured, 0);
  const back = rows.reduce((all, { insured, rate }) => all + (rate.known ? Math.round(insured * rate.value) : 0), 0);
  const falls = rows.slice(0, -1).findIndex(({ rate }, k) => k > 0 && rate.known && rows[k - 1]!.rate.known && rate.value < (rows[k - 1]!.rate as { readonly value: number }).value);
  return [
    { code: `standard.${policy.standard}` },
    { code: trimmed === undefined ? "provision.given" : "provision.own" },
    ...(trimmed === undefined || trimmed.length === 0 ? [] : [{ code: "provision.trimmed", with: { list: trimmed.map(({ bucket, months }) => `${bucket} ${2 * months}`).join(", ") } }]),
    ...(policy.scenarios.length === 0 ? [] : [{ code: "provision.scenarios", with: { list: policy.scenarios.map(({ name, weight, factor }) => `${name} ${weight} x ${factor}`).join(", ") } }]),
    ...(sum === 0 ? [] : [{ code: `provision.insured.${policy.insured}`, with: { money: money(sum), back: money(back) } }]),
    ...(falls < 0 ? [] : [{ code: "provision.falls", with: { bucket: rows[falls]!.bucket } }]),
  ];
}

/** What the year's profit and loss bears: the allowance now less what is left of the one before (methods.md E2). */
export function allowanceExpense(opening: number, writeOffs: number, allowance: number): number {
  return allowance - (opening - writeOffs);
}
