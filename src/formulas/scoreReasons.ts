import { scoreBook } from "../credit/scoreBook";
import { scoreReasons as reasonsOf } from "../credit/scoreReasons";
import { say } from "../values/say";
import { refuse } from "../values/answer";
import { type Arg } from "./ask";
import { askBuyers, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, onLedger, policyOf } from "./book";
import { shownText } from "./shown";
import type { Table } from "./told";

const HEADINGS = ["Reason", "Finding", "Points", "What would change it"];

/**
 * AR.SCOREREASONS: the points add up to the score exactly; what carries no points stands below them. The reason's name is
 * English, so that formulas find it; finding and advice follow the policy's language.
 */
export function scoreReasons(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const scores = scoreBook(ledger, dayOfBook(book, asOf, 3), policy);
    const rows = (b: number): Table =>
      reasonsOf(scores, b).map(({ name, finding, points, change }) => [say(name), shownText(say(finding, policy.language)), points ?? "", change === undefined ? "" : say(change, policy.language)]);
    const asked = askBuyers(buyer);
    if (asked.who === "none") refuse("NEEDS_BUYER");
    if (asked.who === "every") refuse("NO_STAR");
    if (asked.who === "one") return [HEADINGS, ...rows(neededBuyer(ledger, asked.cell))];
    return [HEADINGS, ...rowsFor(asked.cells, ledger, policy.language, HEADINGS.length, rows)];
  });
}
