import type { Policy } from "../ledger/policy";

/** Need (L4): credit purchases of a year / 365 x (days of credit + days beyond terms) x safety. Any one money unit. */
export function creditNeed(yearly: number, terms: number, beyond: number, safety: number): number {
  return (yearly / 365) * (terms + beyond) * safety;
}

/** One month's purchases: the most a buyer gets of whom nothing is known. */
export function monthsNeed(yearly: number): number {
  return yearly / 12;
}

/** What the methods of capacity carry together; undefined where there is none. The smallest is the cautious choice. */
export function combined(amounts: readonly number[], how: Policy["limit"]["combine"]): number | undefined {
  if (amounts.length === 0) return undefined;
  if (how === "min") return Math.min(...amounts);
  if (how === "average") return amounts.reduce((sum, one) => sum + one, 0) / amounts.length;
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The amounts that a limit is found from; undefined = there is none. */
export interface LimitParts {
  readonly need: number | undefined;
  readonly ownShare: number | undefined;
  /** grade factor x what accounts and payment history carry */
  readonly capacity: number | undefined;
  readonly insured: number | undefined;
  /** one month's need, where the limit is a starter's */
  readonly starter: number | undefined;
}

export type DecidedBy = "L4" | "L7" | "L6" | "capacity" | "starter";

/** limit = min(need, own share, max(capacity, insurer's limit)), a starter's at most one month's need; and which of them it was. */
export function limitFrom(parts: LimitParts): { readonly amount: number; readonly by: DecidedBy } {
  const insurerCarries = parts.insured !== undefined && parts.insured > (parts.capacity ?? -1);
  const bounds: readonly (readonly [by: DecidedBy, amount: number | undefined])[] = [
    ["L4", parts.need],
    ["L7", parts.ownShare],
    insurerCarries ? ["L6", parts.insured] : ["capacity", parts.capacity],
    ["starter", parts.starter],
  ];
  let lowest: { amount: number; by: DecidedBy } | undefined;
  for (const [by, amount] of bounds) if (amount !== undefined && (lowest === undefined || amount < lowest.amount)) lowest = { by, amount };
  if (lowest === undefined) throw new Error("A limit without capacity is a starter's, and has one month's need");
  return lowest;
}

/** 162,739 -> 160,000. In minor units, so that whole units and their hundredths are floored alike. */
export function flooredTo(minor: number, digits: number): number {
  if (!(minor >= 1)) return 0;
  const whole = Math.floor(minor);
  const step = 10 ** Math.max(0, String(whole).length - digits);
  return Math.floor(whole / step) * step;
}
