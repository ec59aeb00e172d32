/** The published models: weights of X1 to X5, a constant, and the edges of the grey zone (methods.md B5). */
export const ALTMAN = {
  "Z": { weights: [1.2, 1.4, 3.3, 0.6, 1], constant: 0, distress: 1.81, safe: 2.99 }, // 1968: listed manufacturers, X4 with market equity
  "Z'": { weights: [0.717, 0.847, 3.107, 0.42, 0.998], constant: 0, distress: 1.23, safe: 2.9 }, // private manufacturers, book equity
  "Z''": { weights: [6.56, 3.26, 6.72, 1.05], constant: 0, distress: 1.1, safe: 2.6 }, // everybody else: no sales, whose turnover differs by trade
  "Z''EM": { weights: [6.56, 3.26, 6.72, 1.05], constant: 3.25, distress: 4.35, safe: 5.85 }, // emerging markets: the zones move with the constant
} as const;
export type AltmanModel = keyof typeof ALTMAN;
export type Zone = "safe" | "grey" | "distress";

/** X4 of a firm that owes nothing: equity / 0. */
export const NO_LIABILITIES_X4 = 10;

/**
 * Altman's score of X1 working capital, X2 retained earnings, X3 EBIT, X5 sales, each / total assets, and X4 equity / total
 * liabilities; as decimals. Z'' takes the first four. Equity below nothing counts as it is.
 */
export function altmanScore(model: AltmanModel, ratios: readonly number[]): number {
  const { weights, constant } = ALTMAN[model];
  return weights.reduce<number>((sum, weight, at) => sum + weight * ratios[at]!, constant);
}

/** A zone is no probability. A score on an edge is grey. */
export function altmanZone(model: AltmanModel, score: number): Zone {
  const { distress, safe } = ALTMAN[model];
  return score > safe ? "safe" : score < distress ? "distress" : "grey";
}
