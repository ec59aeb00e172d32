import { keptMoney } from "../ledger/foreign";
import { PAYMENT, WRITE_OFF } from "../ledger/settlements";
import type { Answer, Basis } from "../values/answer";
import { NO_DAY } from "../values/day";
import { scaleOf, toUnits } from "../values/money";
import { placeOf } from "./balances";
import { answered, daysOf, type Figure, type OnDay } from "./figure";
import { payments } from "./payments";
import type { Position } from "./position";
import { remembered } from "./remembered";

/** `weighted` (default): every payment by its money. `simple`: the plain mean over invoices that were paid in full. */
export const DAYS_TO_PAY_METHODS = ["weighted", "simple"] as const;
export type DaysToPayMethod = (typeof DAYS_TO_PAY_METHODS)[number];
export const DEFAULT_PAYMENT_WINDOW = 365;

export interface DaysToPayOptions {
  readonly method?: DaysToPayMethod;
  /** days that end with the position's day, by the day of payment; default 365 */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Days from issue to payment (methods.md A6). Who pays is counted and who does not is left out, so that the basis also says
 * the weighted age of what is open, and the weighted days of both together: what is open is paid tomorrow at the earliest, so
 * that this is a lower bound. Unknown NOTHING_PAID.
 */
export function daysToPay(position: Position, options: DaysToPayOptions = {}): Answer<number> {
  const method = options.method ?? "weighted";
  const window = options.window ?? DEFAULT_PAYMENT_WINDOW;
  const at = placeOf(position, options.buyer);
  const { receipts, received, daysToPay: days } = payments(position, window);
  const scale = scaleOf(position.ledger.exponent);
  const facts: Basis["facts"] = [["paid", toUnits(received[at]!, scale)], ["payments", receipts[at]!], ["window", window], ...openFacts(position, at, received[at]!, days[at]!)];
  if (method === "weighted") return answered(weightedFigure(position, window, days[at]!, received[at]!), { method: "daysToPay.weighted", day: position.day, facts });
  const closed = closedByPayment(position, window);
  const count = closed.count[at]!;
  return answered(count > 0 ? closed.days[at]! / count : nothingPaid(position, window), { method: "daysToPay.simple", day: position.day, facts: [["invoices", count], ...facts] });
}

/** Money-days from issue to payment / the money paid: of one position, and of each day of a trend. */
export function weightedFigure(on: Pick<OnDay, "day">, window: number, moneyDays: number, received: number): Figure {
  return received > 0 ? moneyDays / received : nothingPaid(on, window);
}

function nothingPaid(on: Pick<OnDay, "day">, window: number): Figure {
  return { code: "NOTHING_PAID", with: daysOf(on, window) };
}

function openFacts(position: Position, at: number, received: number, days: number): Basis["facts"] {
  const { open, moneyDays } = openAges(position);
  if (open[at]! <= 0) return [];
  const both = received + open[at]!;
  const ages: Basis["facts"] = [["open, its weighted age", moneyDays[at]! / open[at]!]];
  return both > 0 ? [...ages, ["at least, with what is open", (days + moneyDays[at]!) / both]] : ages;
}

/** Open debits and their balance x days since issue, by buyer, the book last. */
const openAges = remembered((position: Position) => {
  const { count, buyer, issued } = position.ledger.documents;
  const book = position.ledger.buyers.count;
  const [open, moneyDays] = [new Float64Array(book + 1), new Float64Array(book + 1)];
  for (let i = 0; i < count; i++) {
    const balance = position.open[i]!;
    if (balance <= 0) continue;
    open[buyer[i]!]! += balance;
    moneyDays[buyer[i]!]! += balance * (position.day - issued[i]!);
  }
  for (let b = 0; b < book; b++) {
    open[book]! += open[b]!;
    moneyDays[book]! += moneyDays[b]!;
  }
  return { open, moneyDays };
});

/**
 * Debits that were settled in full in the window, a payment among what settled them and no write-off: how many, and their days
 * from issue to the day on which nothing was left. One closed by credits alone was not paid.
 */
export const closedByPayment = remembered((position: Position, window: number) => {
  const { documents, settlements, buyers } = position.ledger;
  const { amount, settled } = keptMoney(position.ledger);
  const book = buyers.count;
  const [count, days] = [new Int32Array(book + 1), new Float64Array(book + 1)];
  const none: number = NO_DAY;
  for (let s = 0; s < settlements.count; ) {
    const i = settlements.document[s]!;
    let rest = amount[i]!;
    let closed = none;
    let paid = false;
    let writtenOff = false;
    for (; s < settlements.count && settlements.document[s] === i; s++) {
      const day = settlements.day[s]!;
      if (day > position.day) continue;
      rest -= settled[s]!;
      if (rest > 0) closed = none;
      else if (closed === none) closed = day;
      paid ||= settlements.kind[s] === PAYMENT;
      writtenOff ||= settlements.kind[s] === WRITE_OFF;
    }
    if (amount[i]! <= 0 || closed === none || closed <= position.day - window || documents.issued[i]! > position.day || !paid || writtenOff) continue;
    count[documents.buyer[i]!]!++;
    days[documents.buyer[i]!]! += closed - documents.issued[i]!;
  }
  for (let b = 0; b < book; b++) {
    count[book]! += count[b]!;
    days[book]! += days[b]!;
  }
  return { count, days };
});
