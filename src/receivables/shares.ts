import type { Answer } from "../values/answer";
import { addDays, isoDay, NO_DAY } from "../values/day";
import { scaleOf, toUnits } from "../values/money";
import { balances, placeOf, type Balances } from "./balances";
import { answered, type Figure, type OnDay } from "./figure";
import type { Position } from "./position";
import { remembered } from "./remembered";

export interface ShareOptions {
  /** only documents issued in so many days that end with the position's; left out = all that is open */
  readonly window?: number | undefined;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/** Open debits past due by a day or more / open debits, a fraction; credits are in neither. Unknown NO_BALANCE: nothing open. */
export function overdueShare(position: Position, options: ShareOptions = {}): Answer<number> {
  return shareOf(position, "overdue", options);
}

/** Open debits not past due / open debits, a fraction (percent current). What has no due date is in the whole, never in this part. */
export function currentShare(position: Position, options: ShareOptions = {}): Answer<number> {
  return shareOf(position, "notDue", options);
}

function shareOf(position: Position, part: "overdue" | "notDue", { window, buyer }: ShareOptions): Answer<number> {
  const sums = window === undefined ? balances(position) : issuedWithin(position, window);
  const at = placeOf(position, buyer);
  const debits = sums.debits[at]!;
  const scale = scaleOf(position.ledger.exponent);
  return answered(shareFigure(position, sums[part][at]!, debits), {
    method: `share.${part}`,
    day: position.day,
    facts: [
      [part === "overdue" ? "overdue" : "not due", toUnits(sums[part][at]!, scale)],
      ["open debits", toUnits(debits, scale)],
      ...(window === undefined ? [] : ([["issued since", isoDay(addDays(position.day, 1 - window))]] as const)),
    ],
  });
}

/** A part of the open debits: of one position, and of each day of a trend. */
export function shareFigure({ day }: Pick<OnDay, "day">, part: number, debits: number): Figure {
  return debits === 0 ? { code: "NO_BALANCE", with: { day: isoDay(day) } } : part / debits;
}

/** The open debits of a window by day of issue; one place a buyer, the book last. */
const issuedWithin = remembered((position: Position, window: number): Pick<Balances, "debits" | "notDue" | "overdue"> => {
  const { count, buyer, due, issued } = position.ledger.documents;
  const book = position.ledger.buyers.count;
  const sums = { debits: new Float64Array(book + 1), notDue: new Float64Array(book + 1), overdue: new Float64Array(book + 1) };
  for (let i = 0; i < count; i++) {
    const balance = position.open[i]!;
    if (balance <= 0 || issued[i]! <= position.day - window) continue;
    const b = buyer[i]!;
    sums.debits[b]! += balance;
    if (due[i]! !== NO_DAY) (due[i]! < position.day ? sums.overdue : sums.notDue)[b]! += balance;
  }
  for (const sum of Object.values(sums)) for (let b = 0; b < book; b++) sum[book]! += sum[b]!;
  return sums;
});
