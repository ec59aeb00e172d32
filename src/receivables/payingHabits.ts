import { DN, INV, type Ledger } from "../ledger/ledger";
import { PAYMENT } from "../ledger/settlements";
import { NO_DAY, type Day } from "../values/day";

/** A buyer on one of its terms, by document: place of its cell, -1 for what has none (no due day, disputed, no sale). */
export interface Cells {
  readonly of: Int32Array;
  /** days from issue to due, by cell */
  readonly terms: readonly number[];
}

/** Of each cell on a day. */
export interface Habits {
  /** mean days from issue to payment, paid before issue counting as 0 */
  readonly days: Float64Array;
  /** of what all cells were sold in the window, a fraction; they add up to 1 */
  readonly share: Float64Array;
  /** share of an invoice that is still open so many days after issue, by what the cell is used to */
  openAt(cell: number, age: number): number;
}

/** A habit is told from a year of invoices that were due so many days ago: of younger ones only what was paid soon is known [DESIGN]. */
const HABIT_DAYS = 365, TIME_TO_PAY = 60;

/** Fewer payments than this are no habit: one slow invoice would be taken for the buyer's way, and the next one for a change [DESIGN]. */
const FEWEST_PAYMENTS = 5;

/**
 * How each cell pays, and its share of sales, at the ends of two days. A habit is the money-weighted spread of the payments for
 * a year's invoices that have had the time to be paid, whatever was sold since; else of all payments so far. A cell with
 * too few of them has no other habit than on the other day, else the book's, else to pay when due.
 */
export function habitsOf(ledger: Ledger, from: Day, to: Day, window: number): { readonly cells: Cells; readonly then: Habits; readonly now: Habits } {
  const cells = cellsOf(ledger, to);
  const [then, now] = [recordOn(ledger, cells, from, window), recordOn(ledger, cells, to, window)];
  return { cells, then: habitsFrom(cells, then, now), now: habitsFrom(cells, now, then) };
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
  return { of, terms };
}

/** What a day knows by cell, the book last: minor units sold in the window, and the spread of what was paid; undefined where nothing was. */
interface Record {
  readonly sold: Float64Array;
  readonly paid: readonly (DaysToPay | undefined)[];
}

function recordOn(ledger: Ledger, { of, terms }: Cells, day: Day, window: number): Record {
  const { issued, amount, count } = ledger.documents;
  const book = terms.length;
  const sold = new Float64Array(book + 1);
  for (let i = 0; i < count; i++) if (of[i]! >= 0 && issued[i]! <= day && issued[i]! > day - window) for (const c of [of[i]!, book]) sold[c]! += amount[i]!;
  const isTimely = (i: number): boolean => {
    const last = day - Math.max(0, terms[of[i]!]!) - TIME_TO_PAY;
    return issued[i]! <= last && issued[i]! > last - HABIT_DAYS;
  };
  const paid = new Array<DaysToPay | undefined>(book + 1).fill(undefined);
  addPayments(ledger, of, day, paid, isTimely);
  const without = paid.map((spread) => !isHabit(spread));
  if (without.includes(true)) {
    without.forEach((one, c) => { if (one) paid[c] = undefined; });
    addPayments(ledger, of, day, paid, (i) => without[of[i]!]!, without[book]);
  }
  return { sold, paid };
}

function isHabit(spread: DaysToPay | undefined): spread is DaysToPay {
  return spread !== undefined && spread.count >= FEWEST_PAYMENTS;
}

/** Payments by then of the invoices that are meant, each in its cell and, unless it is to be left alone, in the book. */
function addPayments({ documents, settlements }: Ledger, of: Int32Array, day: Day, paid: (DaysToPay | undefined)[], isMeant: (i: number) => boolean, inBook = true): void {
  const { issued } = documents;
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    const on = settlements.day[s]!;
    if (of[i]! < 0 || settlements.kind[s] !== PAYMENT || on === NO_DAY || on > day || issued[i]! > day || settlements.amount[s]! <= 0 || !isMeant(i)) continue;
    for (const c of inBook ? [of[i]!, paid.length - 1] : [of[i]!]) (paid[c] ??= new DaysToPay()).add(Math.max(0, on - issued[i]!), settlements.amount[s]!);
  }
}

/** Money by the days that it took to be paid. */
class DaysToPay {
  count = 0;
  #money = 0;
  #moneyDays = 0;
  readonly #byDays = new Map<number, number>();
  #sorted: { readonly days: Int32Array; readonly later: Float64Array } | undefined;

  get mean(): number {
    return this.#moneyDays / this.#money;
  }

  add(days: number, money: number): void {
    this.count++;
    this.#money += money;
    this.#moneyDays += money * days;
    this.#byDays.set(days, (this.#byDays.get(days) ?? 0) + money);
  }

  /** Share of the money that took longer than so many days. */
  openAt(age: number): number {
    const { days, later } = (this.#sorted ??= this.#sort());
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]! > age) high = middle;
      else low = middle + 1;
    }
    return later[low]! / this.#money;
  }

  #sort(): { readonly days: Int32Array; readonly later: Float64Array } {
    const days = Int32Array.from(this.#byDays.keys()).sort();
    const later = new Float64Array(days.length + 1);
    for (let at = days.length - 1; at >= 0; at--) later[at] = later[at + 1]! + this.#byDays.get(days[at]!)!;
    return { days, later };
  }
}

function habitsFrom({ terms }: Cells, own: Record, other: Record): Habits {
  const book = terms.length;
  const ofBook = own.paid[book] ?? other.paid[book];
  const spreads = terms.map((_, c) => [own.paid[c], other.paid[c]].find(isHabit) ?? ofBook);
  const sold = own.sold[book]! > 0 ? own.sold : other.sold; // nothing sold is no mix to compare
  return {
    days: Float64Array.from(terms, (agreed, c) => spreads[c]?.mean ?? Math.max(0, agreed)),
    share: sold.subarray(0, book).map((one) => (sold[book]! > 0 ? one / sold[book]! : 0)),
    openAt: (c, age) => spreads[c]?.openAt(age) ?? (age < terms[c]! ? 1 : 0),
  };
}
