import type { Ledger } from "../ledger/ledger";
import { WRITE_OFF } from "../ledger/settlements";
import { known, unknown, type Answer } from "../values/answer";
import { isoDay, NO_DAY, type Day } from "../values/day";
import { DEFAULT_EDGES } from "./aging";
import { DaysAsked, sweepBalances } from "./balanceSweep";
import { lastMonthEnd, monthEndsTo } from "./monthEnds";
import { stockHeadings } from "./stocksByDay";

/** A matrix is told from so many month-ends, and so many transitions out of every state that any invoice was in [DESIGN, methods.md A14]. */
export const FEWEST_MONTH_ENDS = 12;
export const FEWEST_TRANSITIONS = 30;

/** Where money of one bucket is a month later. */
export interface Migration {
  /** `Not due` and the buckets, the last one open-ended */
  readonly states: readonly string[];
  /** share of a state's money in each state a month later, then `paid`, then `writtenOff`; a row adds up to 1, or is undefined where the state was never seen */
  readonly rows: readonly (Float64Array | undefined)[];
  /** invoices that each row rests on, counted once a month */
  readonly transitions: Int32Array;
  /** share of each state's money that is written off in the end; undefined where its money may stay for ever */
  readonly losses: readonly (number | undefined)[];
  /** the buyer's own transitions were too few: those of the whole book */
  readonly pooled: boolean;
  readonly days: readonly Day[];
}

export interface MigrationOptions {
  /** month-ends; default 13 */
  readonly monthEnds?: number;
  readonly edges?: readonly number[];
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Monthly migration of invoices as a Markov chain: from each invoice's own money at one month's end to where it is at the next;
 * paid (credits with it) and written off absorb. A buyer's own matrix where its history carries one (12 month-ends, 30 transitions
 * a row), else the book's; unknown THIN_MIGRATION where that does not either. What of an
 * invoice is paid is told in its own currency, and weighs by its money at the closing rate of the month's beginning. Losses are absorption probabilities, B = (I - Q)^-1 R.
 */
export function migration(ledger: Ledger, day: Day, options: MigrationOptions = {}): Answer<Migration> {
  const days = monthEndsTo(lastMonthEnd(day), options.monthEnds ?? FEWEST_MONTH_ENDS + 1);
  const edges = options.edges ?? DEFAULT_EDGES;
  const own = counted(ledger, days, edges, options.buyer);
  const pooled = options.buyer !== undefined && !isEnough(own, days);
  const found = pooled ? counted(ledger, days, edges, undefined) : own;
  if (!isEnough(found, days)) return unknown("THIN_MIGRATION", { months: days.length, needed: FEWEST_MONTH_ENDS, fewest: FEWEST_TRANSITIONS });
  const rows = found.money.map((money) => shares(money));
  const told: Migration = { states: stockHeadings(edges).slice(0, edges.length + 2), rows, transitions: found.transitions, losses: lossesOf(rows), pooled, days };
  return known(told, { method: "migration", day, facts: [["month ends", days.length], ["since", isoDay(days[0]!)], ["pooled", pooled ? "yes" : "no"]] });
}

interface Counted {
  /** by state, where its money went: the states, paid, written off */
  readonly money: readonly Float64Array[];
  readonly transitions: Int32Array;
}

function isEnough({ transitions }: Counted, days: readonly Day[]): boolean {
  return days.length >= FEWEST_MONTH_ENDS && transitions.some((count) => count > 0) && transitions.every((count) => count === 0 || count >= FEWEST_TRANSITIONS);
}

/** Every invoice at every month's end but the last, and where its money is at the next. */
function counted(ledger: Ledger, days: readonly Day[], edges: readonly number[], buyer: number | undefined): Counted {
  const { due, amount, currency } = ledger.documents;
  const own = inOwnMoney(ledger);
  const states = edges.length + 2;
  const money = Array.from({ length: states }, () => new Float64Array(states + 2));
  const transitions = new Int32Array(states);
  const lost = writtenOff(own, days);
  const stateOf = (i: number, at: number): number => (days[at]! <= due[i]! ? 0 : 1 + edges.filter((edge) => days[at]! - due[i]! > edge).length);
  const weightOf = (i: number, balance: number, at: number): number => (ledger.foreign === undefined ? 1 : ledger.foreign.restated(balance, currency[i]!, days[at]!) / balance);
  const close = (i: number, balances: ReadonlyMap<number, number>): void => {
    for (const [at, balance] of balances) {
      if (at === days.length - 1) continue;
      const row = money[stateOf(i, at)]!;
      const weight = weightOf(i, balance, at);
      const stays = Math.min(balance, balances.get(at + 1) ?? 0);
      const gone = Math.min(balance - stays, lost.get(i * days.length + at + 1) ?? 0);
      row[stateOf(i, at + 1)]! += weight * stays;
      row[states]! += weight * (balance - stays - gone);
      row[states + 1]! += weight * gone;
      transitions[stateOf(i, at)]!++;
    }
  };
  let last = -1;
  let balances = new Map<number, number>(); // of that document, by place of the day
  sweepBalances(own, new DaysAsked(days), buyer, (i, balance, from, to) => {
    if (balance < 0 || amount[i]! <= 0 || due[i] === NO_DAY) return;
    if (i !== last) {
      close(last, balances);
      last = i;
      balances = new Map<number, number>();
    }
    for (let at = from; at < to; at++) balances.set(at, balance);
  });
  close(last, balances);
  return { money, transitions };
}

/** The ledger with every document in its own currency: what is paid of it is told there, whatever the rates did. */
function inOwnMoney(ledger: Ledger): Ledger {
  const { foreign, ...rest } = ledger;
  if (foreign === undefined) return ledger;
  return { ...rest, documents: { ...rest.documents, amount: foreign.amount }, settlements: { ...rest.settlements, amount: foreign.settled } };
}

/** Written off of each document, by the month in which it was. */
function writtenOff({ documents, settlements }: Ledger, days: readonly Day[]): ReadonlyMap<number, number> {
  const asked = new DaysAsked(days);
  const lost = new Map<number, number>();
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    const at = asked.slot(Math.max(settlements.day[s]!, documents.issued[i]!));
    if (settlements.kind[s] !== WRITE_OFF || at === 0 || at === days.length) continue;
    const key = i * days.length + at;
    lost.set(key, (lost.get(key) ?? 0) + settlements.amount[s]!);
  }
  return lost;
}

function shares(money: Float64Array): Float64Array | undefined {
  const all = money.reduce((sum, one) => sum + one, 0);
  return all > 0 ? money.map((one) => one / all) : undefined;
}

/**
 * Absorption into `writtenOff`: solves (I - Q) x = r by elimination over the states whose money ends. Money that may come to a
 * state which nothing ever leaves, or which was never seen, has no answer.
 */
function lossesOf(rows: Migration["rows"]): (number | undefined)[] {
  const n = rows.length;
  const goesTo = (k: number, to: (j: number) => boolean): boolean => rows[k]!.subarray(0, n).some((share, j) => share > 0 && to(j));
  let ending = rows.flatMap((row, k) => (row !== undefined && row[n]! + row[n + 1]! > 0 ? [k] : []));
  for (let pass = 0; pass < n; pass++) ending = rows.flatMap((row, k) => (row !== undefined && (ending.includes(k) || goesTo(k, (j) => ending.includes(j))) ? [k] : []));
  for (let pass = 0; pass < n; pass++) ending = ending.filter((k) => !goesTo(k, (j) => !ending.includes(j)));
  const x = solved(ending.map((k) => ending.map((j) => (k === j ? 1 : 0) - rows[k]![j]!)), ending.map((k) => rows[k]![n + 1]!));
  return rows.map((_, k) => (ending.includes(k) ? x[ending.indexOf(k)] : undefined));
}

/** Gaussian elimination with the largest pivot. */
function solved(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let row = k + 1; row < n; row++) if (Math.abs(matrix[row]![k]!) > Math.abs(matrix[pivot]![k]!)) pivot = row;
    [matrix[k], matrix[pivot]] = [matrix[pivot]!, matrix[k]!];
    [right[k], right[pivot]] = [right[pivot]!, right[k]!];
    for (let row = k + 1; row < n; row++) {
      const factor = matrix[row]![k]! / matrix[k]![k]!;
      for (let column = k; column < n; column++) matrix[row]![column]! -= factor * matrix[k]![column]!;
      right[row]! -= factor * right[k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) x[k] = (right[k]! - matrix[k]!.reduce((sum, one, column) => (column > k ? sum + one * x[column]! : sum), 0)) / matrix[k]![k]!;
  return x;
}
