import { RET, type Ledger } from "../ledger/ledger";
import { PAYMENT } from "../ledger/settlements";
import { known, refuse, type Answer } from "../values/answer";
import { isoDay, NO_DAY, type Day } from "../values/day";
import { balanceMoney } from "./balanceMoney";
import { receivableOf } from "./balances";
import { creditSales } from "./creditSales";
import { DEFAULT_DSO_WINDOW, dso } from "./dso";
import { habitsOf, type Cells, type Habits } from "./payingHabits";
import { position } from "./position";
import { remembered } from "./remembered";

export const DSO_CHANGE_PARTS = ["timing", "terms", "lateness", "disputes", "rest"] as const;
export type DsoChangePart = (typeof DSO_CHANGE_PARTS)[number];

/** Days; on a grid of 2^-32 of a day, so that before + the parts = after and the parts = total bit for bit, in any order. */
export interface DsoChange extends Readonly<Record<DsoChangePart, number>> {
  readonly before: number;
  readonly after: number;
  readonly total: number;
}

const GRID = 2 ** 32;

/**
 * Why the balance DSO of the whole book changed between the ends of two days, in five parts that add up exactly.
 *
 * In even sales DSO equals the days that invoices stay open, whatever was sold: what swings with sales is timing, not
 * collection. So each buyer is taken for each of its terms by itself (a cell), with the days it is used to take (`habitsOf`):
 *
 * - lateness: cells take longer than they did on the same terms, each by its share of sales (the mean of the two days);
 *   and what is open for longer than its cell is used to, which payments do not show yet
 * - terms mix: more was sold to cells that take longer: other terms, other buyers
 * - sales timing: what would be open if every cell paid as it is used to, as DSO, less those days themselves: recent
 *   months that sold more or less than the window's average
 * - disputes: disputed open balance as days of sales
 * - rest: what else is open: credits and money on account, charges, entries, what has no due day
 *
 * Differences are taken at the mean of the two days (Marshall-Edgeworth), so that exchanging the days turns every sign and
 * nothing is left between the parts. Buyers who always pay on day 45 have no lateness, however sales swing and on whatever
 * terms. Unknown as `dso` is on either day; refused (PERIOD_ORDER): `from` after `to`.
 */
export function dsoChange(ledger: Ledger, from: Day, to: Day, window: number = DEFAULT_DSO_WINDOW): Answer<DsoChange> {
  if (from > to) refuse("PERIOD_ORDER", { from: isoDay(from), to: isoDay(to) });
  const [before, after] = [dso(position(ledger, from), { window }), dso(position(ledger, to), { window })];
  if (!before.known) return before;
  if (!after.known) return after;
  const change = changed(ledger, from, to, window, before.value, after.value);
  return known(change, { method: "dsoChange", day: to, facts: [["since", isoDay(from)], ["window", window], ["before", before.value], ["after", after.value]] });
}

const changed = remembered((ledger: Ledger, from: number, to: number, window: number, dsoBefore: number, dsoAfter: number): DsoChange => {
  const { cells, then, now } = habitsOf(ledger, from as Day, to as Day, window);
  const [before, after] = [balancesOn(ledger, cells, then, from as Day, window), balancesOn(ledger, cells, now, to as Day, window)];
  const { longer, terms } = habitsChanged(then, now);
  const lateness = longer + (after.beyond - before.beyond);
  const [disputes, rest] = [after.disputed - before.disputed, after.other - before.other];
  const [first, last] = [onGrid(dsoBefore), onGrid(dsoAfter)];
  const total = last - first;
  return { before: first, after: last, total, timing: total - terms - lateness - disputes - rest, terms, lateness, disputes, rest };
});

function onGrid(days: number): number {
  return Math.round(days * GRID) / GRID + 0; // never -0
}

function habitsChanged(then: Habits, now: Habits): { readonly longer: number; readonly terms: number } {
  let [longer, terms] = [0, 0];
  for (let c = 0; c < now.days.length; c++) {
    longer += ((then.share[c]! + now.share[c]!) / 2) * (now.days[c]! - then.days[c]!);
    terms += (now.share[c]! - then.share[c]!) * ((then.days[c]! + now.days[c]!) / 2);
  }
  return { longer: onGrid(longer), terms: onGrid(terms) };
}

/** Parts of the receivable as days of sales: what of the cells' invoices is open beyond what habits let expect, what is disputed, what else there is. */
function balancesOn(ledger: Ledger, { of }: Cells, habits: Habits, day: Day, window: number): { readonly beyond: number; readonly disputed: number; readonly other: number } {
  const { count, issued, disputed, kind } = ledger.documents;
  const at = position(ledger, day);
  const collectable = collectableOn(ledger, day);
  let [expected, open, inDispute] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (issued[i]! > day) continue;
    if (of[i]! >= 0) {
      expected += collectable[i]! * habits.openAt(of[i]!, day - issued[i]!);
      open += at.open[i]!;
    } else if (disputed[i] === 1 && kind[i] !== RET && at.open[i]! > 0) inDispute += at.open[i]!;
  }
  const sales = creditSales(at, window).total;
  const asDso = (money: number): number => onGrid((money / sales) * window); // as the balance method reckons
  return { beyond: asDso(open) - asDso(expected), disputed: asDso(inDispute), other: asDso(receivableOf(at, undefined) - open - inDispute) };
}

/** Amounts less what was credited, written off or settled on no known day: what payments are to bring. At the closing rate. */
function collectableOn(ledger: Ledger, day: Day): Float64Array {
  const { count, document, day: on, kind } = ledger.settlements;
  const { amount, settled } = balanceMoney(position(ledger, day));
  const left = amount.slice();
  for (let s = 0; s < count; s++) if (on[s]! <= day && (kind[s] !== PAYMENT || on[s] === NO_DAY)) left[document[s]!]! -= settled[s]!;
  return left;
}
