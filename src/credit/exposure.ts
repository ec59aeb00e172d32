import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { scaleOf, toMinor } from "../values/money";

/** What a buyer owes us or is about to, less what secures it (methods.md C2). Minor units. */
export interface Exposure {
  /** never below 0 */
  readonly total: number;
  /** what it is made of, signed, where the `buyers` range adds to what is open; else empty */
  readonly parts: readonly (readonly [code: ExposurePart, minor: number])[];
}

type ExposurePart = "open" | "shipped" | "orders" | "bills" | "deposits" | "guarantees";

const BESIDES: readonly (readonly [ExposurePart, 1 | -1])[] = [["shipped", 1], ["orders", 1], ["bills", 1], ["deposits", -1], ["guarantees", -1]];

/** Money of the `buyers` range, minor units; undefined where it states none, or none that fits. */
export function moneyFact({ buyers, exponent }: Ledger, buyer: number, name: string): number | undefined {
  const value = buyers.facts[buyer]?.get(name);
  return typeof value === "number" ? minorOf(value, exponent) : undefined;
}

export function minorOf(units: number, exponent: number): number | undefined {
  const minor = toMinor(units, scaleOf(exponent));
  return Number.isNaN(minor) ? undefined : minor;
}

/**
 * Open, net of the buyer's own credits, with what is shipped and not invoiced, orders (policy key `limit.orders`) and bills with
 * recourse, less deposits and guarantees. A figure below 0 counts as it stands without its sign: a deposit is no debt.
 */
export function exposureOf(ledger: Ledger, policy: Policy, buyer: number, open: number): Exposure {
  const parts: [ExposurePart, number][] = [];
  for (const [code, sign] of BESIDES) {
    const minor = code === "orders" && !policy.limit.orders ? undefined : moneyFact(ledger, buyer, code);
    if (minor !== undefined && minor !== 0) parts.push([code, sign * Math.abs(minor)]);
  }
  if (parts.length === 0) return { total: Math.max(0, open), parts };
  return { total: Math.max(0, parts.reduce((sum, [, minor]) => sum + minor, open)), parts: [["open", open], ...parts] };
}
