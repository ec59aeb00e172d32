import type { Answer } from "../values/answer";
import { scaleOf, toUnits } from "../values/money";
import { placeOf } from "./balances";
import { answered, daysOf, type Figure } from "./figure";
import { nonCash } from "./nonCash";
import type { Position } from "./position";

/** What the credits are held against: invoices and debit notes of the window (default), or the money received in it. */
export const DILUTION_METHODS = ["sales", "collections"] as const;
export type DilutionMethod = (typeof DILUTION_METHODS)[number];
export const DEFAULT_YEAR = 365;

export interface DilutionOptions {
  readonly method?: DilutionMethod;
  /** days that end with the position's day; default 365 */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Dilution, a fraction: what took money off invoices that is neither payment nor bad debt (credit notes, short payments let go)
 * / gross sales or collections. Bills corrected and invoiced anew within five days are left out (methods.md A13). Unknown
 * NO_SALES_IN, NO_COLLECTIONS: nothing to divide by.
 */
export function dilution(position: Position, options: DilutionOptions = {}): Answer<number> {
  const method = options.method ?? "sales";
  const window = options.window ?? DEFAULT_YEAR;
  const at = placeOf(position, options.buyer);
  const sums = nonCash(position, window);
  const base = method === "sales" ? sums.gross[at]! : sums.collected[at]!;
  const lost = sums.credits[at]! - sums.rebilled[at]! + sums.shortPaid[at]!;
  const figure: Figure = base > 0 ? lost / base : { code: method === "sales" ? "NO_SALES_IN" : "NO_COLLECTIONS", with: daysOf(position, window) };
  const money = (minor: number): number => toUnits(minor, scaleOf(position.ledger.exponent));
  return answered(figure, {
    method: `dilution.${method}`,
    day: position.day,
    facts: [
      ["credit notes", money(sums.credits[at]!)],
      ["left out, invoiced anew within 5 days", money(sums.rebilled[at]!)],
      ["short payments let go", money(sums.shortPaid[at]!)],
      ["left out, bad debt", money(sums.writtenOff[at]!)],
      [method === "sales" ? "gross sales" : "collections", money(base)],
      ["window", window],
    ],
  });
}
