import { rollForward, type RollForwardLine } from "../receivables/rollForward";
import type { Arg } from "./ask";
import { dayNeeded, dayOfBook, ledgerOf, moneyOf, onLedger } from "./book";
import type { Table, Told } from "./told";

const LINES: readonly (readonly [name: string, line: RollForwardLine])[] = [
  ["Invoices", "invoices"], ["Receipts", "receipts"], ["Credits", "credits"], ["Write-offs", "writeOffs"], ["Adjustments", "adjustments"], ["Exchange difference", "exchange"],
];

/** AR.ROLLFORWARD: opening at the end of day `from`, what came and went, closing at the end of `asOf`; always the same rows, and the first seven add up to the last. */
export function rollForwardTable(ledgerArg: Arg, from: Arg, asOf: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const rolled = rollForward(ledger, dayNeeded(book, from, { argument: "from", place: 2 }), dayOfBook(book, asOf, 3));
    const money = moneyOf(ledger);
    const row = (name: string, sums: Float64Array): Told[] => [name, money(sums.at(-1)!)];
    return [["Line", "Amount"], row("Opening", rolled.opening), ...LINES.map(([name, line]) => row(name, rolled[line])), row("Closing", rolled.closing)];
  });
}
