import type { Answer } from "../values/answer";
import type { Position } from "./position";
import { ofConcentration } from "./topShare";

/** The index (default): sum of squared shares, 0 to 1. `effective`: as many equal buyers, 1 / index. `normalised`: 0 spread evenly, 1 in one hand. */
export const HHI_METHODS = ["hhi", "effective", "normalised"] as const;
export type HhiMethod = (typeof HHI_METHODS)[number];

export interface HhiOptions {
  readonly method?: HhiMethod;
  /** by ultimate parent where the `buyers` range names one (default), or each buyer for itself */
  readonly by?: "parent" | "buyer";
}

/** Herfindahl-Hirschman index of positive open balances (methods.md A17). Balances in a buyer's favour are left out and said. Unknown NO_BALANCE. */
export function herfindahl(position: Position, options: HhiOptions = {}): Answer<number> {
  const method = options.method ?? "hhi";
  const by = options.by ?? "parent";
  return ofConcentration(position, { by }, `${method}.${by}`, (found) => found[method]);
}
