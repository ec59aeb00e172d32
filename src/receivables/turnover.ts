import type { Answer } from "../values/answer";
import { addDays, addMonths, isoDay, monthEnd, type Day } from "../values/day";
import { moneyText, scaleOf, toUnits } from "../values/money";
import { balances, placeOf } from "./balances";
import { salesOf } from "./creditSales";
import { DEFAULT_YEAR } from "./dilution";
import { answered, type Figure } from "./figure";
import { position as positionOn, type Position } from "./position";
import { remembered } from "./remembered";

/** The mean receivable: of the day before the window and its last day (default), or of the day and the twelve month-ends before it. */
export const TURNOVER_METHODS = ["ends", "months"] as const;
export type TurnoverMethod = (typeof TURNOVER_METHODS)[number];
const MONTHS = 12;

export interface TurnoverOptions {
  readonly method?: TurnoverMethod;
  /** days that end with the position's day; default 365. `months` takes the twelve months back from its month, whatever the window */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Receivables turnover, times in the window: credit sales / mean receivable, without retention (methods.md A10). The basis also
 * says it in days, window / turnover. Unknown: NO_SALES_IN, NO_RECEIVABLE (a mean of 0 or in the buyer's favour), NO_HISTORY
 * where the receivable of a day before the ledger's first would be needed.
 */
export function turnover(position: Position, options: TurnoverOptions = {}): Answer<number> {
  const method = options.method ?? "ends";
  const window = options.window ?? DEFAULT_YEAR;
  const { ledger, day } = position;
  const first = openingDay(day, window, method);
  const sales = salesOf(position, windowOf(day, window, method), options.buyer);
  const mean = first < ledger.firstDay ? 0 : meanReceivables(position, window, method)[placeOf(position, options.buyer)]!;
  const figure = timesTurned(position, first, sales, mean);
  const money = (minor: number): number => toUnits(minor, scaleOf(ledger.exponent));
  return answered(figure, {
    method: `turnover.${method}`,
    day,
    facts: [
      ["credit sales", money(sales)],
      ["mean receivable", money(mean)],
      ["since", isoDay(addDays(first, 1))],
      ["days", typeof figure === "number" ? (day - first) / figure : 0],
    ],
  });
}

function timesTurned({ ledger, day }: Position, first: Day, sales: number, mean: number): Figure {
  const period = { from: isoDay(addDays(first, 1)), to: isoDay(day) };
  if (sales <= 0) return { code: "NO_SALES_IN", with: period };
  if (first < ledger.firstDay) return { code: "NO_HISTORY", with: { day: isoDay(first), first: isoDay(ledger.firstDay) } };
  return mean > 0 ? sales / mean : { code: "NO_RECEIVABLE", with: { ...period, money: moneyText(mean, ledger.exponent), currency: ledger.currency } };
}

/** The first day whose receivable counts: sales are those after it. */
export function openingDay(day: Day, window: number, method: TurnoverMethod): Day {
  return method === "ends" ? addDays(day, -window) : monthEnd(addMonths(day, -MONTHS));
}

function windowOf(day: Day, window: number, method: TurnoverMethod): number {
  return day - openingDay(day, window, method);
}

/** Mean receivable by buyer, the book last: one position a day, whatever the number of buyers. */
const meanReceivables = remembered((position: Position, window: number, method: TurnoverMethod) => {
  const { ledger, day } = position;
  const days = method === "ends" ? [openingDay(day, window, method)] : Array.from({ length: MONTHS }, (_, k) => monthEnd(addMonths(day, k - MONTHS)));
  const sums = new Float64Array(ledger.buyers.count + 1);
  for (const on of [...days.map((one) => positionOn(ledger, one)), position]) {
    const { net, retention } = balances(on);
    for (let at = 0; at < sums.length; at++) sums[at]! += net[at]! - retention[at]!;
  }
  return sums.map((sum) => sum / (days.length + 1));
});
