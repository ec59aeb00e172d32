import { comparePacks, type PackComparison, type TapeLine } from "../../bank/comparePacks";
import { readTape } from "../../pack/readTape";
import { buyerName } from "../findBuyers";
import type { LentOn } from "./lentOn";

/** What differs from an earlier pack; `documentOf` tells which document of the ledger a line of now is. */
export interface AgainstPack {
  readonly asOf: number | undefined;
  readonly found: PackComparison;
  readonly documentOf: ReadonlyMap<TapeLine, number>;
}

/** An earlier pack against what is open now. Buyers that the ledger does not know (grouped small ones) are passed over. */
export async function againstPack(bytes: Uint8Array, { opened, day, base }: Pick<LentOn, "opened" | "day" | "base">): Promise<AgainstPack | "noPack" | "anonymous"> {
  const { ledger } = opened.reading;
  const before = await readTape(bytes, ledger.exponent);
  if (before === undefined) return "noPack";
  if (before.isAnonymous) return "anonymous";
  const names = Array.from({ length: ledger.buyers.count }, (_, b) => buyerName(ledger.buyers, b));
  const known = new Set(names);
  const documentOf = new Map<TapeLine, number>();
  const { open } = base.eligibility.position;
  const { count, number, buyer, issued, due } = ledger.documents;
  for (let i = 0; i < count; i++) {
    if (open[i] === 0) continue;
    documentOf.set({ number: number.at(i) ?? "", buyer: names[buyer[i]!]!, issued: issued[i] as TapeLine["issued"], due: due[i] as TapeLine["due"], open: open[i]! }, i);
  }
  return { asOf: before.asOf, documentOf, found: comparePacks(before.lines.filter((line) => known.has(line.buyer)), [...documentOf.keys()].filter((line) => line.number !== ""), day) };
}
