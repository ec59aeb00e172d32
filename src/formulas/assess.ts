import { assess } from "../credit/assess";
import type { Assessment } from "../credit/score";
import type { Answer } from "../values/answer";
import { say } from "../values/say";
import { type Arg } from "./ask";
import { askBuyers, buyerText, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf } from "./book";
import { shownText } from "./shown";
import { statusWord } from "./statusWord";
import type { Table, Told } from "./told";

const HEADINGS = ["Buyer", "Score", "Grade", "Late odds", "Open", "Overdue", "Days beyond terms", "Limit", "Used", "Status", "Main reason"];

/** AR.ASSESS: a row a buyer, worst first. What cannot be told of a buyer is empty, and its status says why. */
export function assessment(ledgerArg: Arg, asOf: Arg, buyer: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const all = assess(ledger, dayOfBook(book, asOf, 2), policy);
    const money = moneyOf(ledger);
    const row = (one: Assessment): Told[] => [
      buyerText(ledger, one.buyer),
      orEmpty(one.score),
      one.grade ?? "",
      orEmpty(one.lateOdds),
      money(one.open),
      money(one.overdue),
      orEmpty(one.daysBeyondTerms),
      one.limit.known ? money(one.limit.value) : "",
      orEmpty(one.used),
      statusWord(one.status),
      shownText(say(one.mainReason, policy.language)),
    ];
    const asked = askBuyers(buyer);
    if (asked.who === "none" || asked.who === "every") return [HEADINGS, ...all.map(row)];
    const byBuyer = new Map(all.map((one) => [one.buyer, one]));
    const rowOf = (b: number): Table => [row(byBuyer.get(b)!)];
    if (asked.who === "one") return [HEADINGS, ...rowOf(neededBuyer(ledger, asked.cell))];
    return [HEADINGS, ...rowsFor(asked.cells, ledger, policy.language, HEADINGS.length, rowOf)];
  });
}

function orEmpty(answer: Answer<number>): number | "" {
  return answer.known ? answer.value : "";
}
