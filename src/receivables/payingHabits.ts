import { DN, INV, type Ledger } from "../ledger/ledger";
import { PAYMENT } from "../ledger/settlements";
import { NO_DAY, type Day } from "../values/day";
import { position } from "./position";

/** A buyer on one of its terms, by document: place of its cell, -1 for what has none (no due day, disputed, no sale). */
export interface Cells {
  readonly count: number;
  readonly of: Int32Array;
  /** days from issue to due, by cell */
  readonly terms: Float64Array;
}

/** Of each cell on a day. */
export interface Habits {
  /** days from issue to payment */
  readonly days: Float64Array;
  /** of what all cells were sold in the window, a fraction; they add up to 1 */
  readonly share: Float64Array;
}

/**
 * How long each cell takes to pay, and its share of sales, at the ends of two days. Days are the money-weighted mean of the
 * payments of the window, else of all payments so far; a cell that had paid nothing yet has no other habit than on the other
 * day, else the book's own. Open for longer than that is counted in with its days so far, or who stops paying would keep
 * his good name; open for less tells nothing yet.
 */
export function habitsOf(ledger: Ledger, from: Day, to: Day, window: number): { readonly cells: Cells; readonly then: Habits; readonly now: Habits } {
  const cells = cellsOf(ledger, to);
  const [then, now] = [recordOn(ledger, cells, from, window), recordOn(ledger, cells, to, window)];
  return {
    cells,
    then: { days: daysOf(ledger, cells, then, now), share: shares(then, now) },
    now: { days: daysOf(ledger, cells, now, then), share: shares(now, then) },
  };
}

/** Apart from any days and terms that a ledger can hold. */
const TERMS_APART = 2 ** 20;

function cellsOf({ documents }: Ledger, day: Day): Cells {
  const { count, buyer, issued, due, kind, amount, disputed } = documents;
  const of = new Int32Array(count).fill(-1);
  const places = new Map<number, number>();
  const terms: number[] = [];
  for (let i = 0; i < count; i++) {
    if ((kind[i] !== INV && kind[i] !== DN) || amount[i]! <= 0 || due[i] === NO_DAY || disputed[i] === 1 || issued[i]! > day) continue;
    const key = buyer[i]! * TERMS_APART + (due[i]! - issued[i]!);
    let place = places.get(key);
    if (place === undefined) {
      place = terms.push(due[i]! - issued[i]!) - 1;
      places.set(key, place);
    }
    of[i] = place;
  }
  return { count: terms.length, of, terms: Float64Array.from(terms) };
}

/** Sums of a day by cell, the book last: minor units, and minor units x days since issue. */
interface Record {
  readonly day: Day;
  readonly sold: Float64Array;
  readonly recent: Paid;
  readonly ever: Paid;
}

interface Paid {
  readonly money: Float64Array;
  readonly moneyDays: Float64Array;
}

function recordOn({ documents, settlements }: Ledger, { count, of }: Cells, day: Day, window: number): Record {
  const column = (): Float64Array => new Float64Array(count + 1);
  const record: Record = { day, sold: column(), recent: { money: column(), moneyDays: column() }, ever: { money: column(), moneyDays: column() } };
  const { issued, amount } = documents;
  for (let i = 0; i < documents.count; i++) if (of[i]! >= 0 && issued[i]! <= day && issued[i]! > day - window) for (const c of [of[i]!, count]) record.sold[c]! += amount[i]!;
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    const on = settlements.day[s]!;
    if (of[i]! < 0 || settlements.kind[s] !== PAYMENT || on === NO_DAY || on > day || issued[i]! > day) continue;
    for (const { money, moneyDays } of on > day - window ? [record.recent, record.ever] : [record.ever]) {
      for (const c of [of[i]!, count]) {
        money[c]! += settlements.amount[s]!;
        moneyDays[c]! += settlements.amount[s]! * (on - issued[i]!);
      }
    }
  }
  return record;
}

/** What payments say of a cell by themselves: of the window, else all so far. */
function paidOf({ recent, ever }: Record, c: number): Paid | undefined {
  return recent.money[c]! > 0 ? recent : ever.money[c]! > 0 ? ever : undefined;
}

function meanOf(paid: Paid | undefined, c: number): number | undefined {
  return paid === undefined ? undefined : paid.moneyDays[c]! / paid.money[c]!;
}

function daysOf(ledger: Ledger, { count, of, terms }: Cells, record: Record, other: Record): Float64Array {
  const { issued } = ledger.documents;
  const { open } = position(ledger, record.day);
  const book = meanOf(paidOf(record, count), count) ?? meanOf(paidOf(other, count), count);
  const days = Float64Array.from(terms, (agreed, c) => meanOf(paidOf(record, c), c) ?? meanOf(paidOf(other, c), c) ?? book ?? agreed);
  const [money, moneyDays] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < of.length; i++) {
    const c = of[i]!;
    if (c < 0 || open[i]! <= 0 || record.day - issued[i]! <= days[c]!) continue;
    money[c]! += open[i]!;
    moneyDays[c]! += open[i]! * (record.day - issued[i]!);
  }
  return days.map((mean, c) => {
    const paid = paidOf(record, c);
    return money[c]! > 0 ? (moneyDays[c]! + (paid?.moneyDays[c] ?? 0)) / (money[c]! + (paid?.money[c] ?? 0)) : mean;
  });
}

function shares({ sold }: Record, other: Record): Float64Array {
  const all = sold.at(-1)! > 0 ? sold : other.sold;
  const total = all.at(-1)!;
  return all.subarray(0, -1).map((one) => (total > 0 ? one / total : 0));
}
