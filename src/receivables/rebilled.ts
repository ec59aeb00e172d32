import { DN, INV } from "../ledger/ledger";
import type { Position } from "./position";

/** A credit note whose amount is invoiced anew within so many days corrects a bill and lowers no claim (model default). */
export const REBILL_DAYS = 5;

/** Days of issue, of credit notes and of debits that have one buyer and one amount. */
interface Pair {
  readonly credits: { readonly place: number; readonly day: number }[];
  readonly invoices: number[];
}

/**
 * Which of these credit notes were corrections: the same buyer is invoiced the same amount after the credit and within five
 * days, or on its day where an earlier one of that amount is there to be the corrected one. Each new invoice answers one
 * credit. What is issued after the position's day is not known yet.
 */
export function rebilled(position: Position, credits: readonly number[]): number[] {
  if (credits.length === 0) return [];
  const { count, buyer, amount, issued, kind } = position.ledger.documents;
  const pairs = new Map<string, Pair>();
  const amounts = new Set<number>();
  const keyOf = (i: number): string => `${buyer[i]!} ${Math.abs(amount[i]!)}`;
  for (const place of credits) {
    const key = keyOf(place);
    let pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, (pair = { credits: [], invoices: [] }));
    pair.credits.push({ place, day: issued[place]! });
    amounts.add(-amount[place]!);
  }
  for (let i = 0; i < count; i++) {
    if (!amounts.has(amount[i]!) || issued[i]! > position.day || (kind[i] !== INV && kind[i] !== DN)) continue;
    pairs.get(keyOf(i))?.invoices.push(issued[i]!);
  }
  return [...pairs.values()].flatMap(answered);
}

/** Both in the order of their days: a new invoice that is too early for one credit is too early for the next. */
function answered({ credits, invoices }: Pair): number[] {
  credits.sort((a, b) => a.day - b.day);
  invoices.sort((a, b) => a - b);
  const found: number[] = [];
  let next = 0;
  credits.forEach(({ place, day }, before) => {
    while (next < invoices.length && (invoices[next]! < day || (invoices[next] === day && next <= before))) next++;
    if (next >= invoices.length || invoices[next]! > day + REBILL_DAYS) return;
    found.push(place);
    next++;
  });
  return found;
}
