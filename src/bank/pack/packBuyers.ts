import type { Position } from "../../receivables/position";
import type { PackChoices } from "./choices";

/** A buyer with something open, as the pack shows it. */
export interface PackBuyer {
  /** place in `ledger.buyers` */
  readonly place: number;
  readonly code: string;
  /** its name, or what stands for it */
  readonly shown: string;
  readonly open: number;
}

/** Buyers with an open document, the largest balance first, then by the order of the ledger; codes count in that order. */
export function packBuyers({ ledger, open, openByBuyer }: Position, choices: Pick<PackChoices, "anonymous" | "groupBelow">, small: string): readonly PackBuyer[] {
  const { count, buyer } = ledger.documents;
  const has = new Uint8Array(ledger.buyers.count);
  for (let i = 0; i < count; i++) if (open[i] !== 0) has[buyer[i]!] = 1;
  const places = [...has.keys()].filter((b) => has[b] === 1).sort((a, b) => openByBuyer[b]! - openByBuyer[a]! || a - b);
  const digits = Math.max(4, String(places.length).length);
  return places.map((place, at) => {
    const code = `C${String(at + 1).padStart(digits, "0")}`;
    const open = openByBuyer[place]!;
    return { place, code, open, shown: choices.anonymous ? code : open < choices.groupBelow ? small : nameOf(ledger.buyers, place) };
  });
}

function nameOf({ name, id }: Position["ledger"]["buyers"], place: number): string {
  return name[place] || id[place]!;
}

/** Open documents: by buyer as `packBuyers` orders them, then by day of issue, then as the ledger has them. */
export function tapeOrder({ ledger, open }: Position, lineOf: Int32Array): Int32Array {
  const { count, buyer, issued } = ledger.documents;
  const places: number[] = [];
  for (let i = 0; i < count; i++) if (open[i] !== 0) places.push(i);
  return Int32Array.from(places).sort((a, b) => lineOf[buyer[a]!]! - lineOf[buyer[b]!]! || issued[a]! - issued[b]! || a - b);
}
