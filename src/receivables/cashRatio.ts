import type { Figure } from "./figure";

/**
 * Cash ratio: (cash and its equivalents + marketable securities) / current liabilities; receivables are not cash (methods.md
 * A16). Any one money unit. No figure: liabilities of 0 or less, or numbers too large to divide.
 */
export function cashRatio(cash: number, securities: number, currentLiabilities: number): Figure {
  if (currentLiabilities <= 0) return { code: "NO_LIABILITIES" };
  const ratio = (cash + securities) / currentLiabilities;
  return Number.isFinite(ratio) ? ratio : { code: "TOO_LARGE" };
}
