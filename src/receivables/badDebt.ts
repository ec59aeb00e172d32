import type { Answer } from "../values/answer";
import { scaleOf, toUnits } from "../values/money";
import { placeOf } from "./balances";
import { salesOf } from "./creditSales";
import { DEFAULT_YEAR } from "./dilution";
import { answered, daysOf, type Figure } from "./figure";
import { nonCash } from "./nonCash";
import type { Position } from "./position";

export interface BadDebtOptions {
  /** days that end with the position's day; default 365 */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Bad debt to sales, a fraction: (write-offs - recoveries) / credit sales of the same window; below 0 where more came back than
 * was given up (methods.md A11). Short payments let go are dilution, not bad debt. Unknown NO_SALES_IN.
 */
export function badDebtShare(position: Position, options: BadDebtOptions = {}): Answer<number> {
  const window = options.window ?? DEFAULT_YEAR;
  const at = placeOf(position, options.buyer);
  const { writtenOff, recovered, shortPaid } = nonCash(position, window);
  const sales = salesOf(position, window, options.buyer);
  const figure: Figure = sales > 0 ? (writtenOff[at]! - recovered[at]!) / sales : { code: "NO_SALES_IN", with: daysOf(position, window) };
  const money = (minor: number): number => toUnits(minor, scaleOf(position.ledger.exponent));
  return answered(figure, {
    method: "badDebt",
    day: position.day,
    facts: [
      ["written off", money(writtenOff[at]!)],
      ["recovered", money(recovered[at]!)],
      ["left out, short payments let go", money(shortPaid[at]!)],
      ["credit sales", money(sales)],
      ["window", window],
    ],
  });
}
