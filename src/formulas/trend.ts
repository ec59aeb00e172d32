import { scoreByDay } from "../credit/scoreByDay";
import { dayAsked } from "../ledger/dayAsked";
import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { bareName, DEFAULT_TREND_MONTHS, trend, trendMeasure, trendNames } from "../receivables/trend";
import { refuse, Refusal } from "../values/answer";
import type { Day } from "../values/day";
import { isBlank } from "../values/cell";
import { askCell, askMonths, foundText, serialOf, type Arg, type Place } from "./ask";
import { neededBuyer } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, readingOf, spoken, type Book } from "./book";
import { CellRefusal, type Table, type Told } from "./told";

/**
 * AR.TREND: a measure at month-ends, the earliest first and the day itself last. A month whose figure cannot be told is #N/A
 * with its sentence, in its own cell: a chart leaves a gap there, where it would draw a text as 0. When no month can be told the
 * whole answer is that of the last.
 */
export function trendTable(ledgerArg: Arg, measureArg: Arg, asOf: Arg, monthsArg: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const asked = askMeasure(measureArg, { argument: "measure", place: 2 }, ledger, policy);
    const day = dayOfBook(book, asOf, 3);
    const { points, unit } = trend({ ledger, policy, buyer: asked.buyer, day, months: askMonths(monthsArg, { argument: "months", place: 4 }, DEFAULT_TREND_MONTHS) }, asked.measure, asked.name);
    const show = unit === "money" ? moneyOf(ledger) : (value: number): number => value;
    const cells = points.map(({ day: on, figure }): Told => refusedOn(book, on) ?? (typeof figure === "number" ? show(figure) : (spoken(new Refusal("na", figure), policy.language) as CellRefusal)));
    const last = cells.at(-1)!;
    if (last instanceof CellRefusal && cells.every((cell) => cell instanceof CellRefusal)) throw last;
    return [["Month end", "Value"], ...points.map(({ day: on }, at): Told[] => [serialOf(on, policy.dateSystem), cells[at]!])];
  });
}

/** A list of open items knows nothing of the months before its last document. */
function refusedOn(book: Book, day: Day): CellRefusal | undefined {
  try {
    dayAsked(readingOf(book), day);
    return undefined;
  } catch (error) {
    const refusal = spoken(error, policyOf(book).language);
    if (refusal instanceof CellRefusal) return refusal;
    throw refusal;
  }
}

interface MeasureAsked {
  readonly name: string;
  readonly measure: NonNullable<ReturnType<typeof trendMeasure>>;
  readonly buyer: number | undefined;
}

const SCORE = "score";

/** A measure, and after a colon the buyer it is of. Refused with the list of those that there are. */
function askMeasure(arg: Arg, where: Place, ledger: Ledger, policy: Policy): MeasureAsked {
  const cell = askCell(arg, where);
  const found = foundText(cell);
  const [, name, who] = /^([^:：]*)(?:[:：](.*))?$/s.exec(found)!;
  const measure = bareName(name!) === SCORE ? SCORE : trendMeasure(name!, policy);
  if (measure === undefined) refuse("NO_SUCH_WORD", { ...where, found, list: [...trendNames(policy), `${SCORE}:BUYER`].join(", ") });
  const buyer = isBlank(who) ? undefined : neededBuyer(ledger, who!.trim());
  if (measure === SCORE) {
    if (buyer === undefined) refuse("NEEDS_BUYER");
    return { name: found, buyer, measure: { unit: "points", figures: ({ days }) => scoreByDay(ledger, policy, buyer, days) } };
  }
  if (buyer !== undefined && measure.ofBook === true) refuse("MEASURE_OF_BOOK", { found: name! });
  return { name: found, buyer, measure };
}
