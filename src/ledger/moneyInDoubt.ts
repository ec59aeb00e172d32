import type { Currency } from "../values/currency";
import { issueRange } from "./issueRange";
import { keptIn, keptMoney } from "./foreign";
import type { Reading } from "./reading";

/** Money of one currency, in its minor units without regard to sign: what was read, and what of it some doubt concerns. */
export interface MoneyInDoubt {
  readonly currency: Currency;
  readonly read: number;
  readonly doubted: number;
}

/** Doubts whose money is certain, or counted elsewhere: it would be called doubtful twice, or for nothing. */
const MONEY_IS_CERTAIN: ReadonlySet<string> = new Set([
  "TOTAL_ROW", // counted in the rows it totals
  "BUYER_FROM_GROUP", // the amount stands in its row; the buyer above it
  "SHARED_NUMBER", // each row names its own buyer
  "SIMILAR_BUYERS", // who owes may be one or two; how much is not in doubt
]);

/**
 * Each row counts once, with the largest of its doubts, however many it has; a row that is no document (left out, or a receipt
 * that settles nothing) adds its money to what was read. A doubt about the whole sheet concerns no row and is not counted.
 */
export function moneyInDoubt({ ledger, issues }: Pick<Reading, "ledger" | "issues">): MoneyInDoubt[] {
  const doubts = new Map<string, Doubt>();
  for (const { code, row, amount, currency } of issues) {
    if (row === 0 || amount === 0 || MONEY_IS_CERTAIN.has(code)) continue;
    const range = issueRange(code);
    const key = `${range === "invoices" ? "" : range}${row}`;
    const known = doubts.get(key);
    if (known === undefined) doubts.set(key, { currency, minor: Math.abs(amount), isDocument: false });
    else if (known.currency === currency) known.minor = Math.max(known.minor, Math.abs(amount));
  }
  const sums = new Map<Currency, { read: number; doubted: number }>();
  const sumOf = (currency: Currency): { read: number; doubted: number } => {
    let sum = sums.get(currency);
    if (sum === undefined) sums.set(currency, (sum = { read: 0, doubted: 0 }));
    return sum;
  };
  const { row, count } = ledger.documents;
  const { amount } = keptMoney(ledger);
  for (let i = 0; i < count; i++) {
    const code = keptIn(ledger, i);
    const sum = sumOf(code);
    sum.read += Math.abs(amount[i]!);
    const doubt = doubts.size === 0 ? undefined : doubts.get(String(row[i]!));
    if (doubt === undefined) continue;
    doubt.isDocument = true;
    sum.doubted += Math.min(Math.abs(amount[i]!), doubt.currency === code ? doubt.minor : Infinity);
  }
  for (const { currency: code, minor, isDocument } of doubts.values()) {
    if (isDocument) continue;
    const sum = sumOf(code);
    sum.read += minor;
    sum.doubted += minor;
  }
  return [...sums].map(([code, sum]) => ({ currency: code, ...sum })).sort((a, b) => b.doubted - a.doubted || b.read - a.read);
}

interface Doubt {
  readonly currency: Currency;
  minor: number;
  isDocument: boolean;
}
