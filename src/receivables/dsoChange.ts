import { RET, type Ledger } from "../ledger/ledger";
import { known, refuse, type Answer } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import { balanceMoney } from "./balanceMoney";
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
 * collection. So each buyer is taken for each of its terms by itself (a cell), with the days it takes to pay (`habitsOf`):
 *
 * - lateness: the cell takes longer than it did, on the same terms; cells weigh by their share of sales, the mean of the two days
 * - terms mix: more was sold to cells that have, or take, longer: other terms, other buyers
 * - sales timing: what would be open if every invoice were paid at its cell's days, as DSO, less those days themselves: recent
 *   months that sold more or less than the window's average
 * - disputes: disputed open balance as days of sales
 * - rest: everything else that is open: payments spread around their mean, habits that changed within the window, credits on
 *   account, invoices without a due day
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
  return known(change, { method: "dsoChange", day: to, facts: [["from", isoDay(from)], ["window", window], ["before", before.value], ["after", after.value]] });
}

const changed = remembered((ledger: Ledger, from: number, to: number, window: number, dsoBefore: number, dsoAfter: number): DsoChange => {
  const { cells, then, now } = habitsOf(ledger, from as Day, to as Day, window);
  const { lateness, terms } = habitsChanged(then, now);
  const [before, after] = [onGrid(dsoBefore), onGrid(dsoAfter)];
  const expected = onGrid(expectedDso(ledger, cells, now, to as Day, window)) - onGrid(expectedDso(ledger, cells, then, from as Day, window));
  const disputes = onGrid(disputedDso(ledger, to as Day, window)) - onGrid(disputedDso(ledger, from as Day, window));
  const timing = expected - lateness - terms;
  const total = after - before;
  return { before, after, total, timing, terms, lateness, disputes, rest: total - timing - terms - lateness - disputes };
});

function onGrid(days: number): number {
  return Math.round(days * GRID) / GRID + 0; // never -0
}

function habitsChanged(then: Habits, now: Habits): { readonly lateness: number; readonly terms: number } {
  let [lateness, terms] = [0, 0];
  for (let c = 0; c < now.days.length; c++) {
    lateness += ((then.share[c]! + now.share[c]!) / 2) * (now.days[c]! - then.days[c]!);
    terms += (now.share[c]! - then.share[c]!) * ((then.days[c]! + now.days[c]!) / 2);
  }
  return { lateness: onGrid(lateness), terms: onGrid(terms) };
}

/** DSO if every invoice were paid at its cell's days; a part of a day leaves that part of the invoice open. */
function expectedDso(ledger: Ledger, { of }: Cells, { days }: Habits, day: Day, window: number): number {
  const { count, issued } = ledger.documents;
  const { amount } = balanceMoney(position(ledger, day));
  let open = 0;
  for (let i = 0; i < count; i++) {
    if (of[i]! < 0 || issued[i]! > day) continue;
    const left = days[of[i]!]! - (day - issued[i]!);
    if (left > 0) open += left < 1 ? left * amount[i]! : amount[i]!;
  }
  return asDso(ledger, open, day, window);
}

function disputedDso(ledger: Ledger, day: Day, window: number): number {
  const { count, disputed, kind } = ledger.documents;
  const { open } = position(ledger, day);
  let sum = 0;
  for (let i = 0; i < count; i++) if (disputed[i] === 1 && kind[i] !== RET && open[i]! > 0) sum += open[i]!;
  return asDso(ledger, sum, day, window);
}

/** As the balance method reckons. */
function asDso(ledger: Ledger, receivable: number, day: Day, window: number): number {
  return (receivable / creditSales(position(ledger, day), window).total) * window;
}
