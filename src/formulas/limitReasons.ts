import { limitReasons as reasonsOf, type LimitReason } from "../credit/limitReasons";
import { refuse } from "../values/answer";
import { say } from "../values/say";
import { type Arg } from "./ask";
import { askBuyers, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf } from "./book";
import { shownText } from "./shown";
import type { Table } from "./told";

const HEADINGS = ["Method", "Amount", "Basis", "Used"];

/** AR.LIMITREASONS: the methods, then the decision. An amount that cannot be told is empty, and its basis says why; names are English. */
export function limitReasonsTable(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const day = dayOfBook(book, asOf, 3);
    const money = moneyOf(ledger);
    const shownAmount = (amount: LimitReason["amount"]): number | "" => (typeof amount === "number" ? money(amount) : amount?.known === true ? money(amount.value) : "");
    const rows = (b: number): Table => reasonsOf(ledger, day, policy, b).map(({ name, amount, basis, used }) => [say(name), shownAmount(amount), shownText(say(basis, policy.language)), used ?? ""]);
    const asked = askBuyers(buyer);
    if (asked.who === "none") refuse("NEEDS_BUYER");
    if (asked.who === "every") refuse("NO_STAR");
    if (asked.who === "one") return [HEADINGS, ...rows(neededBuyer(ledger, asked.cell))];
    return [HEADINGS, ...rowsFor(asked.cells, ledger, policy.language, HEADINGS.length, rows)];
  });
}
