import { issueKinds } from "../ledger/issueKinds";
import { moneyInDoubt, type MoneyInDoubt } from "../ledger/moneyInDoubt";
import type { Reading } from "../ledger/reading";
import type { Currency } from "../values/currency";

/** What a reading comes to, so that two readings of one sheet can be told apart: before a choice and after it. */
export interface ReadSummary {
  readonly documents: number;
  readonly buyers: number;
  /** minor units by currency */
  readonly money: readonly { readonly currency: Currency; readonly invoiced: number; readonly open: number }[];
  readonly doubtKinds: number;
  readonly doubtRows: number;
  readonly doubted: readonly MoneyInDoubt[];
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

/** Amounts less all that settled them, dated or not: what is open when everything that the sheet knows has happened. */
function moneyOf({ documents, settlements, currencies, currency, mixed }: Reading["ledger"]): ReadSummary["money"] {
  const sums = currencies.map(({ code }) => ({ currency: mixed ? code : currency, invoiced: 0, open: 0 }));
  const sumOf = (document: number): { invoiced: number; open: number } | undefined => sums[mixed ? documents.currency[document]! : 0];
  for (let i = 0; i < documents.count; i++) {
    const sum = sumOf(i);
    if (sum === undefined) continue;
    sum.invoiced += documents.amount[i]!;
    sum.open += documents.amount[i]!;
  }
  for (let i = 0; i < settlements.count; i++) {
    const sum = sumOf(settlements.document[i]!);
    if (sum !== undefined) sum.open -= settlements.amount[i]!;
  }
  return mixed ? sums : sums.slice(0, 1);
}
