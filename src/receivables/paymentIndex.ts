import { PAYMENT } from "../ledger/settlements";
import type { Answer, Basis } from "../values/answer";
import { NO_DAY } from "../values/day";
import { scaleOf, toUnits } from "../values/money";
import { placeOf } from "./balances";
import { DEFAULT_PAYMENT_WINDOW } from "./daysToPay";
import { answered, daysOf, type Figure, type OnDay } from "./figure";
import type { Position } from "./position";
import { remembered } from "./remembered";

/** Days past due (early negative) and the points they stand for: the published anchors of dollar-weighted payment scores (methods.md A8). */
const ANCHORS: readonly (readonly [days: number, points: number])[] = [
  [-30, 100],
  [-20, 90],
  [0, 80], // on terms
  [15, 70],
  [22, 60],
  [30, 50],
  [60, 40],
  [90, 30],
  [120, 20], // later ones go on down the same line
];
const MOST = 100, LEAST = 1;

/** Fewer settled or past-due invoices than this are no record. */
export const FEWEST_EXPERIENCES = 3;

/** Points for one payment: straight lines between the anchors, at most 100, at least 1. */
export function paymentPoints(days: number): number {
  const found = ANCHORS.findIndex(([anchor], k) => k > 0 && days <= anchor);
  const k = found < 0 ? ANCHORS.length - 1 : found;
  const [[from, high], [to, low]] = [ANCHORS[k - 1]!, ANCHORS[k]!];
  return Math.max(LEAST, Math.min(MOST, high + ((days - from) * (low - high)) / (to - from)));
}

/** Points of a whole number of days are whole 84ths: what is summed so is the same in any order. */
const POINT_PARTS = 84;

export function pointParts(days: number): number {
  return PARTS[Math.max(0, Math.min(PARTS.length - 1, days - FIRST_ANCHOR))]!;
}

/** By day from the first anchor, beyond which there are no more points, to the day from which there is the least. */
const FIRST_ANCHOR = -30;
const PARTS = Int32Array.from({ length: 210 }, (_, at) => Math.round(POINT_PARTS * paymentPoints(FIRST_ANCHOR + at)));

export interface PaymentIndexOptions {
  /** days that end with the position's day, for payments; default 365. Open overdue items count whatever their age */
  readonly window?: number;
  /** place in `ledger.buyers`; left out = the whole book */
  readonly buyer?: number | undefined;
}

/**
 * Payment index, 1 to 100: the points of each payment and of each open overdue item (with its days so far), weighted by their
 * money. One supplier's view of its buyers, unrounded. Unknown THIN_DATA: fewer than three invoices paid or past due.
 */
export function paymentIndex(position: Position, options: PaymentIndexOptions = {}): Answer<number> {
  const window = options.window ?? DEFAULT_PAYMENT_WINDOW;
  const at = placeOf(position, options.buyer);
  const { invoices, weight, points } = experiences(position, window);
  const figure = paymentIndexFigure(position, window, { invoices: invoices[at]!, weight: weight[at]!, points: points[at]! });
  const rounded: Basis["facts"] = typeof figure === "number" ? [["rounded", Math.floor(figure + 0.5)]] : [];
  return answered(figure, {
    method: "paymentIndex",
    day: position.day,
    facts: [["invoices", invoices[at]!], ["paid or overdue", toUnits(weight[at]!, scaleOf(position.ledger.exponent))], ...rounded, ["window", window]],
  });
}

/** Invoices with an experience, their money, and that money x points in `POINT_PARTS`. */
export interface Experiences {
  readonly invoices: number;
  readonly weight: number;
  readonly points: number;
}

export function paymentIndexFigure(at: Pick<OnDay, "day">, window: number, { invoices, weight, points }: Experiences): Figure {
  return invoices < FEWEST_EXPERIENCES ? { code: "THIN_DATA", with: { count: invoices, fewest: FEWEST_EXPERIENCES, ...daysOf(at, window) } } : points / (POINT_PARTS * weight);
}

/**
 * Invoices with a payment in the window or past due and open, the money of both, and that money x points; by buyer, the book
 * last. A payment taken back (a minus) is no experience. One walk down documents and settlements side by side.
 */
export const experiences = remembered((position: Position, window: number) => {
  const { documents, settlements, buyers } = position.ledger;
  const { count, buyer, due, amount, issued } = documents;
  const { document, day: settledOn, kind, amount: settled } = settlements;
  const book = buyers.count;
  const [invoices, weight, points] = [new Int32Array(book + 1), new Float64Array(book + 1), new Float64Array(book + 1)];
  const add = (b: number, money: number, days: number): void => {
    weight[b]! += money;
    points[b]! += money * pointParts(days);
  };
  let s = 0;
  for (let i = 0; i < count; i++) {
    const counts = amount[i]! > 0 && due[i] !== NO_DAY && issued[i]! <= position.day;
    let seen = false;
    for (; s < settlements.count && document[s] === i; s++) {
      const day = settledOn[s]!;
      if (!counts || kind[s] !== PAYMENT || day === NO_DAY || day > position.day || day <= position.day - window || settled[s]! <= 0) continue;
      add(buyer[i]!, settled[s]!, day - due[i]!);
      seen = true;
    }
    if (counts && position.open[i]! > 0 && due[i]! < position.day) {
      add(buyer[i]!, position.open[i]!, position.day - due[i]!);
      seen = true;
    }
    if (seen) invoices[buyer[i]!]!++;
  }
  for (let b = 0; b < book; b++) for (const sum of [invoices, weight, points]) sum[book]! += sum[b]!;
  return { invoices, weight, points };
});
