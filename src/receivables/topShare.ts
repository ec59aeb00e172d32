import type { Answer, Basis } from "../values/answer";
import { known } from "../values/answer";
import { concentration, DEFAULT_TOP, type Concentration } from "./concentration";
import type { Position } from "./position";

export interface TopShareOptions {
  /** how many of the largest; default 10 */
  readonly top?: number;
  /** by ultimate parent where the `buyers` range names one (default), or each buyer for itself */
  readonly by?: "parent" | "buyer";
}

/** Share of the open balance that the largest buyers or groups hold, a fraction. Unknown NO_BALANCE: nobody owes anything net. */
export function topShare(position: Position, options: TopShareOptions = {}): Answer<number> {
  const top = options.top ?? DEFAULT_TOP;
  const by = options.by ?? "parent";
  return ofConcentration(position, { top, by }, `topShare.${by}`, ({ topShare: share }) => share, [["largest", top]]);
}

/** One number of the concentration, with its basis. */
export function ofConcentration(position: Position, options: TopShareOptions, method: string, pick: (of: Concentration) => number, facts: Basis["facts"] = []): Answer<number> {
  const found = concentration(position, options);
  return found.known ? known(pick(found.value), { ...found.basis, method, facts: [...facts, ...found.basis.facts] }) : found;
}
