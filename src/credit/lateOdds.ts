import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known, unknown, type Answer } from "../values/answer";
import type { Day } from "../values/day";
import { calibrate } from "./calibrate";
import { chance, logOdds } from "./lateIndex";
import { CALIBRATION } from "./policy";
import { scoreBook } from "./scoreBook";

/**
 * Probability that an invoice of this buyer is paid later than the policy's days; never of default. Unknown for a buyer that
 * cannot be judged, and in a book with fewer than ten of the rarer outcome.
 */
export function lateOdds(ledger: Ledger, day: Day, policy: Policy, buyer: number): Answer<number> {
  const book = scoreBook(ledger, day, policy);
  const one = book.buyers[buyer]!;
  if (!one.score.known) return one.score;
  const calibration = calibrate(ledger, day, policy);
  if (!calibration.enough) return unknown(calibration.rarer === "late" ? "TOO_FEW_LATE" : "TOO_FEW_GOOD", { E: calibration.E, needed: CALIBRATION.enough });
  const value = chance(calibration.a + calibration.b * (logOdds(book.rate) + one.x));
  const facts = [["invoices", calibration.n], ["late", calibration.late], ["window", calibration.window], ["a", calibration.a], ["b", calibration.b]] as const;
  return known(value, { method: "lateOdds.calibrated", day, facts });
}
