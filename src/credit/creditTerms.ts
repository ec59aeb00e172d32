/**
 * What a cash discount costs a year whoever does not take it (methods.md D1): `discount` a fraction below 1, if paid within
 * `discountDays` instead of `netDays`, which are more. `effective` compounds, `simple` does not; 365 days.
 */
export function discountCost(discount: number, discountDays: number, netDays: number, method: "effective" | "simple" = "effective"): number {
  const periods = 365 / (netDays - discountDays);
  return method === "simple" ? (discount / (1 - discount)) * periods : (1 / (1 - discount)) ** periods - 1;
}

/** The discount at which a seller is as well off paid after `discountDays` as in full after `paidAfter`, at a yearly `rate` (D1). */
export function breakEvenDiscount(rate: number, discountDays: number, paidAfter: number): number {
  return 1 - (1 + (rate * discountDays) / 365) / (1 + (rate * paidAfter) / 365);
}

/** What a sale on credit brings if it is paid with probability `paid`, and the probability at which it brings nothing (D2). */
export function creditSale(revenue: number, cost: number, paid: number): { readonly expected: number; readonly breakEven: number } {
  return { expected: paid * (revenue - cost) - (1 - paid) * cost, breakEven: cost / revenue };
}

/** Fractions; `pd` of a year. */
export interface TermCosts {
  readonly margin: number;
  readonly costOfMoney: number;
  readonly pd: number;
  readonly lgd: number;
}

/** What `days` of credit cost, as fractions of the sale (D3): the money laid out, and the loss to expect. */
export function termCost({ margin, costOfMoney, pd, lgd }: TermCosts, days: number): { readonly carry: number; readonly loss: number } {
  return { carry: ((1 - margin) * costOfMoney * days) / 365, loss: (pd * lgd * days) / 365 };
}

/** Most days that any terms may have, whatever the margin: beyond 90 days from the invoice a bank lends nothing on it (D3). */
export const LONGEST_TERM = 90;

/** The longest whole number of days whose cost the margin carries, at most LONGEST_TERM. */
export function longestTerm(costs: TermCosts): number {
  const { carry, loss } = termCost(costs, 365);
  const yearly = carry + loss;
  return yearly * LONGEST_TERM <= costs.margin * 365 ? LONGEST_TERM : Math.floor((costs.margin * 365) / yearly + 1e-9);
}
