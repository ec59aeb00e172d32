import { knownOn, type Outcomes } from "../../src/credit/outcomes";

/** Of the invoices whose outcome is known by the ledger's last day, the later 30 % by date; places in the outcomes. */
export function laterKnown(outcomes: Outcomes): Int32Array {
  const known = Int32Array.from({ length: outcomes.count }, (_, k) => k).filter((k) => knownOn(outcomes, k) <= outcomes.ledger.lastDay);
  const split = known.map((k) => outcomes.issued[k]!).sort()[Math.floor(known.length * 0.7)]!;
  return known.filter((k) => outcomes.issued[k]! >= split);
}
