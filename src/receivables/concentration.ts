import type { Ledger } from "../ledger/ledger";
import type { Answer } from "../values/answer";
import { known, unknown } from "../values/answer";
import { isoDay } from "../values/day";
import { scaleOf, toUnits } from "../values/money";
import type { Position } from "./position";
import { remembered } from "./remembered";

export const DEFAULT_TOP = 10;

/** How the open balance is spread. Shares and indices are fractions. */
export interface Concentration {
  /** share of the `top` largest */
  readonly topShare: number;
  readonly top: number;
  /** Herfindahl-Hirschman index: sum of squared shares, 0 to 1 */
  readonly hhi: number;
  /** 1 / hhi: as many equal buyers would give the same index */
  readonly effective: number;
  /** (hhi - 1/n) / (1 - 1/n); 0 spread evenly, 1 in one hand */
  readonly normalised: number;
  /** buyers or groups with a positive balance */
  readonly count: number;
  /** left out: balances at or below 0 of a buyer or group that has something open, and their sum in minor units */
  readonly negatives: { readonly count: number; readonly minor: number };
}

/** Concentration of positive net balances: `balances` in any one money unit, in any order. */
export function concentrationOf(balances: Iterable<number>, top = DEFAULT_TOP): Concentration | undefined {
  const all = Float64Array.from(balances);
  const positive = all.filter((balance) => balance > 0).sort().reverse();
  const negative = all.filter((balance) => balance < 0).sort();
  const total = positive.reduce((sum, one) => sum + one, 0);
  if (positive.length === 0) return undefined;
  const hhi = positive.reduce((sum, one) => sum + (one / total) ** 2, 0);
  const n = positive.length;
  return {
    topShare: positive.subarray(0, top).reduce((sum, one) => sum + one, 0) / total,
    top, hhi, effective: 1 / hhi,
    normalised: n === 1 ? 1 : (hhi - 1 / n) / (1 - 1 / n),
    count: n,
    negatives: { count: negative.length, minor: negative.reduce((sum, one) => sum + one, 0) },
  };
}

/**
 * Concentration of the open balance, by ultimate parent where the `buyers` range names one, else by buyer. Unknown
 * NO_BALANCE: nobody owes anything net.
 */
export function concentration(position: Position, options: { readonly top?: number; readonly by?: "parent" | "buyer" } = {}): Answer<Concentration> {
  const { ledger, openByBuyer } = position;
  const groups = (options.by ?? "parent") === "buyer" ? openByBuyer : groupBalances(ledger, openByBuyer).values();
  const found = concentrationOf(groups, options.top ?? DEFAULT_TOP);
  if (found === undefined) return unknown("NO_BALANCE", { day: isoDay(position.day) });
  return known(found, {
    method: "concentration",
    day: position.day,
    facts: [["buyers or groups", found.count], ["left out, with a credit balance", found.negatives.count], ["of", toUnits(found.negatives.minor, scaleOf(ledger.exponent))]],
  });
}

/** What each group owes net, by its text. */
export function groupBalances(ledger: Ledger, openByBuyer: Float64Array): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const parents = parentsOf(ledger);
  for (let b = 0; b < ledger.buyers.count; b++) {
    const group = parents[b]!;
    sums.set(group, (sums.get(group) ?? 0) + openByBuyer[b]!);
  }
  return sums;
}

function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

/**
 * The ultimate parent of each buyer as a text that is equal within a group. A parent may be named by a buyer's id or
 * name, or be no buyer at all; buyers that name each other in a circle are one group (the smallest key of the circle).
 */
export const parentsOf: (ledger: Ledger) => readonly string[] = remembered((ledger: Ledger) => {
  const { count, id, name, facts } = ledger.buyers;
  const named = new Map<string, number>();
  for (let b = count - 1; b >= 0; b--) if (name[b] !== "") named.set(folded(name[b]!), b);
  for (let b = count - 1; b >= 0; b--) if (id[b] !== "") named.set(folded(id[b]!), b);
  const key = (b: number): string => `buyer ${id[b] !== "" ? folded(id[b]!) : folded(name[b]!)}`;
  const group: (string | undefined)[] = new Array<string | undefined>(count).fill(undefined);
  for (let start = 0; start < count; start++) {
    const path = new Set<number>();
    let found: string | undefined;
    for (let b = start; found === undefined; ) {
      if (group[b] !== undefined) found = group[b];
      else if (path.has(b)) found = circleOf(path, b).map(key).sort()[0]!;
      else {
        path.add(b);
        const parent = parentText(facts[b]?.get("parent"));
        const next = named.get(parent);
        if (parent === "") found = key(b);
        else if (next === undefined) found = `parent ${parent}`;
        else b = next;
      }
    }
    for (const b of path) group[b] = found;
  }
  return group as string[];
});

function parentText(fact: string | number | undefined): string {
  return fact === undefined ? "" : folded(String(fact));
}

function circleOf(path: ReadonlySet<number>, first: number): number[] {
  const all = [...path];
  return all.slice(all.indexOf(first));
}
