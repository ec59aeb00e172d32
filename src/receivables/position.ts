import type { Ledger } from "../ledger/ledger";
import type { Day } from "../values/day";

/** What is open on a day: the one pass everything else reads. */
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
  /** documents with an open balance, by buyer */
  readonly openCountByBuyer: Int32Array;
  /** sum of `open` */
  readonly total: number;
}
