import type { Basis, Reason } from "../values/answer";
import type { Answer } from "../values/answer";
import { known } from "../values/answer";

/** A formula's result before anybody asks what it rests on: the number, or why there is none. */
export type Figure = number | Reason;

export function isTold(figure: Figure): figure is number {
  return typeof figure === "number";
}

/** The figure with its basis. */
export function answered(figure: Figure, basis: Basis): Answer<number> {
  return isTold(figure) ? known(figure, basis) : { known: false, reason: figure };
}
