import { RET, type Ledger } from "../ledger/ledger";
import { NO_DAY, type Day } from "../values/day";
import { headingsOf, isCredit, type AgingOptions } from "./aging";
import { DaysAsked, SpanSum, sweepBalances } from "./balanceSweep";
import { emptyMonths, isSale, monthNumber, type Months } from "./creditSales";

/** What is open on many days by age past due, from one sweep; each column one place a day, minor units. */
export interface StocksByDay {
  readonly days: readonly Day[];
  /** Not due, each bucket, Over, No due date, Unapplied: the ageing's columns without its total */
  readonly columns: readonly Float64Array[];
  /** of all columns together: retention, and the part of it that is a debit not past due */
  readonly retention: Float64Array;
  readonly retentionNotDue: Float64Array;
}

export interface StocksOptions extends Pick<AgingOptions, "edges" | "disputes"> {
  /** `fifo` is no sum of documents: it is asked of `aging`, day by day */
  readonly credits?: Exclude<AgingOptions["credits"], "fifo">;
  readonly buyer?: number | undefined;
}

/** Buckets need no edge where only not due and overdue are asked for. */
const NO_EDGES: readonly number[] = [];

/**
 * The columns of `aging` on each of the days (increasing), to the minor unit. Without edges they are the parts of `balances`: not
 * due, overdue, no due date and credits, where a credit that owes something and has no due day is not aged by its own date.
 */
export function stocksByDay(ledger: Ledger, days: readonly Day[], { edges = NO_EDGES, credits = "separate", disputes = "memo", buyer }: StocksOptions = {}): StocksByDay {
  const { due, issued, kind, disputed } = ledger.documents;
  const asked = new DaysAsked(days);
  const sums = Array.from({ length: edges.length + 4 }, () => new SpanSum(days.length));
  const [retention, retentionNotDue] = [new SpanSum(days.length), new SpanSum(days.length)];
  const [noDueDate, unapplied] = [edges.length + 2, edges.length + 3];
  sweepBalances(ledger, asked, buyer, (i, balance, from, to) => {
    if (kind[i] === RET) {
      retention.add(balance, from, to);
      if (balance > 0 && due[i] !== NO_DAY) retentionNotDue.add(balance, from, Math.max(from, Math.min(to, asked.slot(due[i]! + 1))));
    }
    if (disputes === "exclude" && disputed[i] === 1) return;
    if (balance < 0 && credits !== "ownDate") return sums[credits === "current" ? 0 : unapplied]!.add(balance, from, to);
    const ages = due[i] !== NO_DAY ? due[i]! : edges !== NO_EDGES && (balance < 0 || isCredit(kind[i]!)) ? issued[i]! : NO_DAY;
    if (ages === NO_DAY) return sums[noDueDate]!.add(balance, from, to);
    let at = from;
    for (let column = 0; at < to && column <= edges.length; column++) {
      const until = Math.min(to, asked.slot(ages + 1 + (column === 0 ? 0 : edges[column - 1]!)));
      if (until <= at) continue;
      sums[column]!.add(balance, at, until);
      at = until;
    }
    if (at < to) sums[edges.length + 1]!.add(balance, at, to);
  });
  return { days, columns: sums.map((sum) => sum.totals()), retention: retention.totals(), retentionNotDue: retentionNotDue.totals() };
}

/** Names of the columns, as the ageing has them. */
export function stockHeadings(edges: readonly number[]): readonly string[] {
  return headingsOf("due", edges).slice(0, -1);
}

/** Open and overdue money x its days past due so far, by day; documents that are overdue for longer than asked cost a step a day. */
export function overdueMoneyDays(ledger: Ledger, days: readonly Day[], buyer?: number): Float64Array {
  const { due } = ledger.documents;
  const asked = new DaysAsked(days);
  const sums = new Float64Array(days.length);
  sweepBalances(ledger, asked, buyer, (i, balance, from, to) => {
    if (balance < 0 || due[i] === NO_DAY) return;
    for (let at = Math.max(from, asked.slot(due[i]! + 1)); at < to; at++) sums[at]! += balance * (days[at]! - due[i]!);
  });
  return sums;
}

/** `monthsBack` of each of the days, which are month-ends but for the last. */
export function monthsByDay(ledger: Ledger, days: readonly Day[], buyer?: number): Months[] {
  const { count, issued, kind, amount, buyer: buyers } = ledger.documents;
  const last = days.at(-1)!;
  const first = monthNumber(ledger.firstDay);
  const monthOf = monthsFrom(ledger.firstDay, last);
  const months = days.map((day) => emptyMonths(day, Math.max(1, monthNumber(day) - first + 1)));
  const sales = new Float64Array(Math.max(1, monthNumber(last) - first + 1));
  for (let i = 0; i < count; i++) if (issued[i]! <= last && isSale(kind[i]!) && (buyer === undefined || buyers[i] === buyer)) sales[monthOf[issued[i]! - ledger.firstDay]! - first]! += amount[i]!;
  const numbers = days.map(monthNumber);
  months.forEach((one, at) => {
    for (let back = 0; back < one.sales.length && numbers[at]! - back >= first; back++) one.sales[back] = sales[numbers[at]! - back - first]!;
  });
  sweepBalances(ledger, new DaysAsked(days), buyer, (i, balance, from, to) => {
    if (balance < 0 || !isSale(kind[i]!)) return;
    const month = monthOf[issued[i]! - ledger.firstDay]!;
    for (let at = from; at < to; at++) {
      months[at]!.open[numbers[at]! - month]! += balance;
      months[at]!.openDays[numbers[at]! - month]! += balance * (days[at]! - issued[i]!);
    }
  });
  return months;
}

/** The month number of each day: a calendar is worked out once a day, not once a document. */
function monthsFrom(first: Day, last: Day): Int32Array {
  return Int32Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => monthNumber((first + at) as Day));
}
