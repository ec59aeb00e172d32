import type { Answer } from "../values/answer";
import { addDays, isoDay, type Day } from "../values/day";
import { moneyText, scaleOf, toUnits } from "../values/money";
import { currentReceivableOf, placeOf, receivableOf } from "./balances";
import { monthNumber, salesOf } from "./creditSales";
import { answered, type Figure, type OnDay } from "./figure";
import { nonCash } from "./nonCash";
import { position as positionOn, type Position } from "./position";

/** The sales of the whole period (default), or of its average month: two published readings of one formula, with two answers. */
export const CEI_VARIANTS = ["total", "monthly"] as const;
export type CeiVariant = (typeof CEI_VARIANTS)[number];

export interface CeiOptions {
  /** the period begins after the end of this day and ends with the position's */
  readonly from: Day;
  readonly variant?: CeiVariant;
  /**
   * credit notes and write-offs collect nothing: sales count before credit notes, and both are added back to what is open.
   * Default: they lower what is open like money does
   */
  readonly cashOnly?: boolean;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/** Minor units of one money. */
export interface CeiParts {
  /** at the end of the day before the period: not at the end of its first month */
  readonly begin: number;
  readonly sales: number;
  readonly end: number;
  /** of `end`, not past due */
  readonly endCurrent: number;
}

/** The formula alone (methods.md A9): (begin + sales - end) / (begin + sales - what is not due at the end), a fraction. */
export function effectiveness({ begin, sales, end, endCurrent }: CeiParts): Figure {
  const collectable = begin + sales - endCurrent;
  return collectable > 0 ? (begin + sales - end) / collectable : { code: "NOTHING_TO_COLLECT" };
}

/**
 * Collection effectiveness index, a fraction: of what could be collected in the period, the part that was. Above 1 where
 * credits on account outweigh what is overdue. Retention is left out, as in DSO. Unknown: NOTHING_TO_COLLECT; NO_HISTORY where
 * the period begins before the ledger does, so that its opening balance is not known. The caller sees to it that `from`
 * comes before the position's day.
 */
export function collectionEffectiveness(position: Position, options: CeiOptions): Answer<number> {
  const { from, buyer, variant = "total", cashOnly = false } = options;
  const { ledger, day } = position;
  const months = variant === "monthly" ? monthNumber(day) - monthNumber(addDays(from, 1)) + 1 : 1;
  const window = day - from;
  const at = placeOf(position, buyer);
  const { gross, credits, writtenOff, shortPaid } = nonCash(position, window);
  const sales = cashOnly ? gross[at]! : salesOf(position, window, buyer);
  const back = cashOnly ? credits[at]! + writtenOff[at]! + shortPaid[at]! : 0;
  const parts: CeiParts = {
    begin: receivableOf(positionOn(ledger, from), buyer),
    sales: sales / months,
    end: receivableOf(position, buyer) + back,
    endCurrent: currentReceivableOf(position, buyer),
  };
  const money = (minor: number): number => toUnits(minor, scaleOf(ledger.exponent));
  return answered(ceiFigure(position, from, parts), {
    method: `cei.${variant}${cashOnly ? ".cashOnly" : ""}`,
    day,
    facts: [
      ["since", isoDay(addDays(from, 1))],
      ["opening receivable", money(parts.begin)],
      [cashOnly ? "gross sales" : "credit sales", money(sales)],
      ...(variant === "monthly" ? ([["months", months]] as const) : []),
      ...(cashOnly ? ([["credit notes and write-offs added back", money(back)]] as const) : []),
      ["closing receivable", money(parts.end - back)],
      ["not due", money(parts.endCurrent)],
    ],
  });
}

/** The formula with its reasons in days and money. */
export function ceiFigure({ ledger, day }: OnDay, from: Day, parts: CeiParts): Figure {
  if (from < ledger.firstDay) return { code: "NO_HISTORY", with: { day: isoDay(from), first: isoDay(ledger.firstDay) } };
  const figure = effectiveness(parts);
  if (typeof figure === "number") return figure;
  return { code: figure.code, with: { from: isoDay(addDays(from, 1)), to: isoDay(day), money: moneyText(parts.begin + parts.sales - parts.endCurrent, ledger.exponent), currency: ledger.currency } };
}
