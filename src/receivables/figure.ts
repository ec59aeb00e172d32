import type { Basis, Reason } from "../values/answer";
import type { Answer } from "../values/answer";
import { known } from "../values/answer";
import { addDays, isoDay, type Day } from "../values/day";
import type { Ledger } from "../ledger/ledger";

/** A ledger and the day of its figure: a position, or one day of many. */
export interface OnDay {
  readonly ledger: Ledger;
  readonly day: Day;
}

/** A formula's result before anybody asks what it rests on: the number, or why there is none. */
export type Figure = number | Reason;

export function isTold(figure: Figure): figure is number {
  return typeof figure === "number";
}

/** The figure with its basis. */
export function answered(figure: Figure, basis: Basis): Answer<number> {
  return isTold(figure) ? known(figure, basis) : { known: false, reason: figure };
}

/** The days of a window for a reason's sentence. */
export function daysOf({ day }: Pick<OnDay, "day">, window: number): { readonly from: string; readonly to: string } {
  return { from: isoDay(addDays(day, 1 - window)), to: isoDay(day) };
}
