import { dayAsked } from "../ledger/dayAsked";
import { lastMonthEnd, monthEndsTo } from "../receivables/monthEnds";
import { DEFAULT_ROLL_MONTHS, rollRates, type Roll } from "../receivables/rollRates";
import { say } from "../values/say";
import { askMonths, type Arg } from "./ask";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, readingOf, tell } from "./book";
import type { Table, Told } from "./told";

const HEADINGS = ["Bucket", "Next bucket", "Balance", "Migrated", "Written off", "Roll rate", "Loss rate", "Note"];

/** AR.ROLLRATES: a row a bucket of the policy; a rate that cannot be told is empty, and the note says why. */
export function rollRatesTable(ledgerArg: Arg, asOf: Arg, months: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, { buckets, language }] = [ledgerOf(book), policyOf(book)];
    const day = dayOfBook(book, asOf, 2);
    const count = askMonths(months, { argument: "months", place: 3 }, DEFAULT_ROLL_MONTHS);
    dayAsked(readingOf(book), monthEndsTo(lastMonthEnd(day), count + 1)[0]!);
    const { rolls, last } = tell(rollRates(ledger, day, { months: count, edges: buckets }));
    const money = moneyOf(ledger);
    const note = ({ rate, above }: Roll): string => (rate === undefined ? say({ code: "note.NOTHING_IN_BUCKET" }, language) : above ? say({ code: "note.ROLL_ABOVE" }, language) : "");
    const row = (one: Roll): Told[] => [one.from, one.to, money(one.balance), money(one.migrated), money(one.writtenOff), one.rate ?? "", one.loss ?? "", note(one)];
    return [HEADINGS, ...rolls.map(row), [last, "", "", "", "", "", 1, say({ code: "note.TAKEN_AS_LOST" }, language)]];
  });
}
