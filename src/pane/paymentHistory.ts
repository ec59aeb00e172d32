import type { Ledger } from "../ledger/ledger";
import { NO_DAY, type Day } from "../values/day";

/** A document against its terms: paid on a day, or still open past its due day. */
export interface AgainstTerms {
  readonly document: number;
  readonly number: string;
  readonly due: Day;
  /** undefined = still open */
  readonly paid: Day | undefined;
  /** days past due, early negative */
  readonly days: number;
  /** minor units, at the rate of the day of issue */
  readonly amount: number;
}

/** The latest documents of a buyer that were settled by `day`, or are open and overdue then: oldest event first. */
export function paymentHistory(ledger: Ledger, day: Day, buyer: number, most = 12): AgainstTerms[] {
  const { documents } = ledger;
  const found: (AgainstTerms & { readonly at: number })[] = [];
  for (let i = 0; i < documents.count; i++) {
    if (documents.buyer[i] !== buyer || documents.amount[i]! <= 0 || documents.due[i] === NO_DAY || documents.issued[i]! > day) continue;
    const closed = documents.closed[i]!;
    const paid = closed !== NO_DAY && closed <= day ? (closed as Day) : undefined;
    const at = paid ?? day;
    const days = at - documents.due[i]!;
    if (paid === undefined && days <= 0) continue;
    found.push({ document: i, number: documents.number.at(i) ?? "", due: documents.due[i]! as Day, paid, days, amount: documents.amount[i]!, at });
  }
  return found.sort((a, b) => a.at - b.at || a.due - b.due || a.document - b.document).slice(-most);
}
