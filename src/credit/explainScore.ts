import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { rowsOf, type Explanation } from "../receivables/explain";
import { position } from "../receivables/position";
import { known, type Answer } from "../values/answer";
import type { Day } from "../values/day";
import { countsOn, isCountedOn, knownOn, outcomesOf } from "./outcomes";
import { scoreBook } from "./scoreBook";

/**
 * The invoices behind a buyer's score: its known outcomes, and what is past due now. Days are beyond terms, as paid or so far;
 * Amount is the invoice's; Share goes by how much of a late invoice each one counts, and by the money where none was late.
 * Unknown as the score itself.
 */
export function explainScore(ledger: Ledger, day: Day, policy: Policy, buyer: number): Answer<Explanation> {
  const { score } = scoreBook(ledger, day, policy).buyers[buyer]!;
  if (!score.known) return score;
  const outcomes = outcomesOf(ledger, policy);
  const { count } = ledger.documents;
  const [amount, part, days] = [new Float64Array(count), new Float64Array(count), new Int32Array(count)];
  for (let at = outcomes.from[buyer]!; at < outcomes.from[buyer + 1]!; at++) {
    const k = outcomes.byBuyer[at]!;
    if (!isCountedOn(outcomes, k, day)) continue;
    const i = outcomes.document[k]!;
    amount[i] = ledger.documents.amount[i]!;
    part[i] = knownOn(outcomes, k) <= day ? countsOn(outcomes, k, day) : 0; // past due and not yet late brings points of its own, no late invoice
    days[i] = Math.min(outcomes.gone[k]!, day) - outcomes.due[k]!;
  }
  const rows = rowsOf({ at: position(ledger, day), policy, buyer }, { amount, part, days: (i) => days[i] });
  return known({ figure: score.value, unit: "points", daysAre: "beyondTerms", rows }, { method: "explain.score", day, facts: [["figure", score.value]] });
}
