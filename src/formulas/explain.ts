import { explainScore } from "../credit/explainScore";
import type { Ledger } from "../ledger/ledger";
import { explain, isExplained, type ExplainedRow } from "../receivables/explain";
import { bareName, trendMeasure, trendNames } from "../receivables/trend";
import { refuse } from "../values/answer";
import { say } from "../values/say";
import { askCell, foundText, type Arg } from "./ask";
import { askBuyers, buyerText, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, tell } from "./book";
import { shownText } from "./shown";
import type { Table, Told } from "./told";

const HEADINGS = ["Invoice", "Buyer", "Days", "Amount", "Share"];

/** More is read by nobody, and Excel on the web takes five megabytes of an answer: the rest is one row, so that the shares still add up. */
const MOST_ROWS = 20_000;

/** The one measure that is of a buyer alone. */
const SCORE = "score";

/** AR.EXPLAIN: the documents behind a measure, the largest share first. */
export function explanation(ledgerArg: Arg, measureArg: Arg, asOf: Arg, buyerArg: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const where = { argument: "measure", place: 2 };
    const name = foundText(askCell(measureArg, where));
    const names = [...trendNames(policy).filter((one) => isExplained(one, policy)), SCORE];
    const day = dayOfBook(book, asOf, 3);
    const rows = (buyer: number | undefined): Table => {
      if (bareName(name) === SCORE) return shownRows(ledger, tell(explainScore(ledger, day, policy, buyer ?? refuse("NEEDS_BUYER"))).rows, policy.language);
      if (buyer !== undefined && trendMeasure(name, policy)?.ofBook === true) refuse("MEASURE_OF_BOOK", { found: name });
      const answer = explain(ledger, day, name, { policy, buyer }) ?? refuse("NO_SUCH_WORD", { ...where, found: name, list: names.join(", ") });
      return shownRows(ledger, tell(answer).rows, policy.language);
    };
    const asked = askBuyers(buyerArg);
    if (asked.who === "several") return [HEADINGS, ...rowsFor(asked.cells, ledger, policy.language, HEADINGS.length, rows)];
    return [HEADINGS, ...rows(asked.who === "one" ? neededBuyer(ledger, asked.cell) : undefined)];
  });
}

function shownRows(ledger: Ledger, rows: readonly ExplainedRow[], language: "en" | "zh"): Table {
  const { buyer, number } = ledger.documents;
  const money = moneyOf(ledger);
  const nameOf = ({ document, row }: ExplainedRow): string => shownText(number.at(document) || say({ code: "cause.row", with: { row } }, language));
  const shown = rows.slice(0, MOST_ROWS).map((one): Told[] => [nameOf(one), buyerText(ledger, buyer[one.document]!), one.days ?? "", money(one.amount), one.share]);
  const rest = rows.slice(MOST_ROWS);
  if (rest.length === 0) return shown;
  const sum = (of: (one: ExplainedRow) => number): number => rest.reduce((all, one) => all + of(one), 0);
  return [...shown, [say({ code: "explain.more", with: { more: rest.length } }, language), "", "", money(sum(({ amount }) => amount)), sum(({ share }) => share)]];
}
