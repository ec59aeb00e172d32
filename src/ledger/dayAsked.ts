import { refuse } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import type { Reading } from "./reading";

/**
 * The day a figure is asked for: the ledger's own last day when left out. A list of open items cannot go back before its last
 * document, because what was paid before the export is missing (NOT_BACKDATABLE), unless the policy key `backdate` says
 * `asListed`. Later days are always allowed.
 */
export function dayAsked(reading: Pick<Reading, "ledger" | "policy">, asOf?: Day): Day {
  const { ledger, policy } = reading;
  if (asOf === undefined) return ledger.lastDay;
  if (!ledger.dated && policy.backdate === "refuse" && asOf < ledger.lastIssued) {
    refuse("NOT_BACKDATABLE", { asked: isoDay(asOf), last: isoDay(ledger.lastIssued) });
  }
  return asOf;
}
