import { keptMoney } from "../ledger/foreign";
import type { Ledger } from "../ledger/ledger";
import type { Day } from "../values/day";
import { NO_DAY } from "../values/day";
import { scaleOf } from "../values/money";
import { rememberedByDay } from "./remembered";

/**
 * What is open on a day: the one pass everything else reads. Money in minor units of the ledger's currency; a document in
 * another currency at the closing rate of the day.
 */
export interface Position {
  readonly ledger: Ledger;
  /** balances after everything dated on or before this day */
  readonly day: Day;
  /** open minor units of each document, signed; 0 = not issued yet or settled */
  readonly open: Float64Array;
  /** sum of `open` by buyer */
  readonly openByBuyer: Float64Array;
  /** sum of debits that are past due by at least one day, by buyer */
  readonly overdueByBuyer: Float64Array;
  /** documents with an open balance, by buyer; a residue below 0.01 of a unit is not counted */
  readonly openCountByBuyer: Int32Array;
  /** sum of `open` */
  readonly total: number;
}

/**
 * What is open at the end of `day`: amount less every settlement dated on or before it; documents issued later count
 * nothing. A settlement without a day counts from the start: it is known only as of the ledger's last day, and whoever
 * asks for an earlier day of a ledger that has no dated settlement is refused before (`dayAsked`).
 * In another currency whose rates change, that is reckoned in its own units, and what is left is restated at the closing rate of
 * `day`, rounded once a document (methods.md 0.5): paid in full is exactly 0, whatever the rates did meanwhile.
 * Due today is not overdue: overdue starts one day past due. Remembered for the last few days of each ledger.
 */
export const position: (ledger: Ledger, day: Day) => Position = rememberedByDay(sweep);

/** Minor units from which a balance counts as open: 0.01 of a unit, at least one minor unit. The money is never dropped. */
export function smallestCounted(ledger: Ledger): number {
  return Math.max(1, scaleOf(ledger.exponent) / 100);
}

/** The balance of each document is written down when somebody first asks for it: for sums by buyer it is eight bytes a document for nothing. */
function sweep(ledger: Ledger, day: Day): Position {
  const sums = sumsFor(ledger);
  const total = walk(ledger, day, sums, undefined);
  let open: Float64Array | undefined;
  return {
    ledger, day, ...sums, total,
    get open() {
      if (open === undefined) walk(ledger, day, sumsFor(ledger), (open = new Float64Array(ledger.documents.count)));
      return open;
    },
  };
}

type Sums = Pick<Position, "openByBuyer" | "overdueByBuyer" | "openCountByBuyer">;

function sumsFor({ buyers: { count } }: Ledger): Sums {
  return { openByBuyer: new Float64Array(count), overdueByBuyer: new Float64Array(count), openCountByBuyer: new Int32Array(count) };
}

/**
 * One walk down documents and settlements side by side (settlements stand in the order of their documents). A settlement
 * dated before its document was issued takes nothing off what is not there yet. The loop is a function of its own that ends
 * with it: code behind a loop which the compiler has never seen run makes it throw its work away on each of the first calls.
 */
function walk(ledger: Ledger, day: Day, { openByBuyer, overdueByBuyer, openCountByBuyer }: Sums, open: Float64Array | undefined): number {
  const { count, issued, buyer, due, currency } = ledger.documents;
  const { count: settlements, document, day: settledOn } = ledger.settlements;
  const { foreign } = ledger;
  const { amount, settled } = keptMoney(ledger);
  const counted = smallestCounted(ledger);
  let total = 0;
  let s = 0;
  for (let i = 0; i < count; i++) {
    let balance = issued[i]! <= day ? amount[i]! : 0;
    for (; s < settlements && document[s] === i; s++) if (settledOn[s]! <= day && issued[i]! <= day) balance -= settled[s]!;
    if (balance === 0) continue;
    if (foreign !== undefined) balance = foreign.restated(balance, currency[i]!, day);
    const b = buyer[i]!;
    if (open !== undefined) open[i] = balance;
    openByBuyer[b]! += balance;
    if (balance > 0 && due[i]! < day && due[i] !== NO_DAY) overdueByBuyer[b]! += balance;
    if (balance >= counted || balance <= -counted) openCountByBuyer[b]!++;
    total += balance;
  }
  return total;
}
