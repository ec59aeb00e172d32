import { keptMoney } from "../ledger/foreign";
import { issueKinds } from "../ledger/issueKinds";
import { moneyInDoubt, type MoneyInDoubt } from "../ledger/moneyInDoubt";
import type { Reading } from "../ledger/reading";
import type { Currency } from "../values/currency";
import { NO_DAY } from "../values/day";

/** What a reading comes to, so that two readings of one sheet can be told apart: before a choice and after it. */
export interface ReadSummary {
  readonly documents: number;
  readonly buyers: number;
  /** by currency */
  readonly money: readonly Totals[];
  readonly doubtKinds: number;
  readonly doubtRows: number;
  readonly doubted: readonly MoneyInDoubt[];
}

/** Minor units of one currency: what the documents say, what is left of them, and what of that was due before the ledger's last day. */
export interface Totals {
  readonly currency: Currency;
  readonly invoiced: number;
  readonly open: number;
  readonly overdue: number;
}

export function summaryOf({ ledger, issues }: Pick<Reading, "ledger" | "issues">): ReadSummary {
  const kinds = issueKinds({ issues });
  return {
    documents: ledger.documents.count,
    buyers: ledger.buyers.count,
    money: moneyOf(ledger),
    doubtKinds: kinds.length,
    doubtRows: kinds.reduce((sum, { rows }) => sum + rows, 0),
    doubted: moneyInDoubt({ ledger, issues }),
  };
}

/**
 * Amounts less all that settled them, dated or not: what is open when everything that the sheet knows has happened, in another
 * currency at the closing rate of the ledger's last day.
 */
function moneyOf(ledger: Reading["ledger"]): Totals[] {
  const { documents, settlements, foreign, currencies, currency, mixed, lastDay } = ledger;
  const sums = (mixed ? currencies.map(({ code }) => code) : [currency]).map((code) => ({ currency: code, invoiced: 0, open: 0, overdue: 0 }));
  const { amount, settled } = keptMoney(ledger);
  const rest = amount.slice();
  for (let i = 0; i < settlements.count; i++) rest[settlements.document[i]!]! -= settled[i]!;
  if (foreign !== undefined) rest.forEach((minor, i) => { rest[i] = foreign.restated(minor, documents.currency[i]!, lastDay); });
  for (let i = 0; i < documents.count; i++) {
    const sum = sums[mixed ? documents.currency[i]! : 0]!;
    sum.invoiced += documents.amount[i]!;
    sum.open += rest[i]!;
    const due = documents.due[i]!;
    if (due !== NO_DAY && due < lastDay && rest[i]! > 0) sum.overdue += rest[i]!;
  }
  return sums;
}
