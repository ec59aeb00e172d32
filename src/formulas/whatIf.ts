import { WHATIF } from "../credit/policy";
import { whatIf, type WhatIf } from "../credit/whatIf";
import type { Ledger } from "../ledger/ledger";
import { position, type Position } from "../receivables/position";
import { refuse } from "../values/answer";
import { isoDay } from "../values/day";
import { say } from "../values/say";
import { type Arg } from "./ask";
import { askBuyers, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, tell } from "./book";
import { shownText } from "./shown";
import type { Table, Told } from "./told";

const HEADINGS = ["Step", "Invoice", "Days past due", "Amount", "Grade", "Score", "Finding"];

/**
 * AR.WHATIF: how the buyer stands (Now), the fewest open invoices to pay for a better grade (Pay, then Then), and what lowers it:
 * waiting (Unpaid) and further late invoices (Late). Steps are English, so that formulas find them.
 */
export function whatIfTable(ledgerArg: Arg, buyer: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const day = dayOfBook(book, asOf, 3);
    const of = whatIf(ledger, day, policy);
    const rows = (b: number): Table => shownRows(tell(of(b)), ledger, position(ledger, day), b, policy.language);
    const asked = askBuyers(buyer);
    if (asked.who === "none") refuse("NEEDS_BUYER");
    if (asked.who === "every") refuse("NO_STAR");
    if (asked.who === "one") return [HEADINGS, ...rows(neededBuyer(ledger, asked.cell))];
    return [HEADINGS, ...rowsFor(asked.cells, ledger, policy.language, HEADINGS.length, rows)];
  });
}

function shownRows({ now, pay, then, unpaid, late, open, overdue }: WhatIf, ledger: Ledger, at: Position, buyer: number, language: "en" | "zh"): Table {
  const money = moneyOf(ledger);
  const { number, row } = ledger.documents;
  const told = (code: string, values?: Readonly<Record<string, string | number>>): string => say(values === undefined ? { code } : { code, with: values }, language);
  const invoice = (document: number): string => shownText(number.at(document) || say({ code: "cause.row", with: { row: row[document]! } }, language));
  const worst = now.grade === "E";
  return [
    ["Now", "", "", money(at.openByBuyer[buyer]!), now.grade, now.score, told("whatIf.now", { open, overdue })],
    ...pay.map((one): Told[] => ["Pay", invoice(one.document), one.daysOverdue, money(one.open), "", "", ""]),
    then === undefined
      ? ["Then", "", "", "", now.grade, now.score, told(now.grade === "A" ? "whatIf.best" : "whatIf.nothing")]
      : ["Then", "", "", money(pay.reduce((sum, one) => sum + one.open, 0)), then.grade, then.score, told("whatIf.then", { count: pay.length })],
    unpaid === undefined
      ? ["Unpaid", "", "", "", now.grade, "", told(worst ? "whatIf.worst" : "whatIf.notUnpaid", { days: WHATIF.daysAhead })]
      : ["Unpaid", "", "", "", unpaid.grade, unpaid.score, told("whatIf.unpaid", { day: isoDay(unpaid.day) })],
    late === undefined
      ? ["Late", "", "", "", now.grade, "", told(worst ? "whatIf.worst" : "whatIf.notLate", { count: WHATIF.mostLate })]
      : ["Late", "", "", "", late.grade, late.score, told("whatIf.late", { count: late.count })],
  ];
}
