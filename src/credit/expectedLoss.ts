import { currencyWord } from "../ledger/kinds";
import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { position } from "../receivables/position";
import { known, unknown, type Answer, type Reason } from "../values/answer";
import { isoDay, type Day } from "../values/day";
import { moneyFact } from "./exposure";
import { rememberedByPolicy } from "./remembered";
import { GRADES, type Grade } from "./score";
import { scoreBook } from "./scoreBook";

/** Money in minor units, shares as fractions. */
export interface BuyerLoss {
  readonly buyer: number;
  readonly grade: Grade | undefined;
  /** the user's own default probability of the grade, a year */
  readonly pd: Answer<number>;
  readonly lgd: number;
  /** open net of the buyer's own credits, never below 0 */
  readonly exposure: number;
  /** what the insurer would pay: its share of the exposure up to its limit; no share given = no cover counted */
  readonly insured: number;
  /** PD x LGD x what is not insured; 0 where nothing is at risk */
  readonly loss: Answer<number>;
}

/** PD x LGD x exposure, the insured part taken off first (methods.md E1; the insurer's own default is not in it). */
export function lossOf(pd: number, lgd: number, exposure: number, limit = 0, share = 0): number {
  return pd * lgd * (exposure - insuredOf(exposure, limit, share));
}

export function insuredOf(exposure: number, limit: number, share: number): number {
  return Math.min(exposure, Math.max(0, limit)) * Math.min(1, Math.max(0, share));
}

/** The year's loss to expect of every buyer, by place in `ledger.buyers`. Unknown where the policy gives the grade no PD, or the buyer has no grade. */
export const expectedLosses: (ledger: Ledger, day: Day, policy: Policy) => readonly BuyerLoss[] = rememberedByPolicy((ledger, day, policy) => {
  const { openByBuyer } = position(ledger, day);
  return scoreBook(ledger, day, policy).buyers.map(({ buyer, grade }): BuyerLoss => {
    const exposure = Math.max(0, openByBuyer[buyer]!);
    const insured = Math.round(insuredBy(ledger, day, buyer, exposure));
    const pd = pdOf(policy, grade, day);
    const basis = { method: "expectedLoss", day, facts: [["LGD", policy.lgd]] } as const;
    const loss = exposure - insured === 0 ? known(0, basis) : pd.known ? known(Math.round(lossOf(pd.value, policy.lgd, exposure - insured)), basis) : pd;
    return { buyer, grade, pd, lgd: policy.lgd, exposure, insured, loss };
  });
});

/** The user's own PD of a grade. */
export function pdOf(policy: Policy, grade: Grade | undefined, day: Day): Answer<number> {
  if (grade === undefined) return unknown("NO_GRADE", { day: isoDay(day) });
  const pd = policy.pd[GRADES.indexOf(grade)];
  return pd === undefined ? unknown("NO_PD", { grade }) : known(pd, { method: "pd", day, facts: [["grade", grade]] });
}

/** The insurer's limit on a day, minor units; why it does not count, where it has ended or is in another currency (methods.md C1, L6). Undefined: none is given. */
export function insurersLimit(ledger: Ledger, day: Day, buyer: number): number | Reason | undefined {
  const [facts, limit] = [ledger.buyers.facts[buyer], moneyFact(ledger, buyer, "insuredLimit")];
  const [until, currency] = [facts?.get("insuredUntil"), facts?.get("insuredCurrency")];
  if (limit === undefined) return undefined;
  if (typeof until === "number" && until < day) return { code: "basis.L6.ended", with: { date: isoDay(until as Day) } };
  return currency === undefined || currencyWord(String(currency)) === ledger.currency ? limit : { code: "basis.L6.currency", with: { currency: String(currency), ledger: ledger.currency } };
}

/** What the buyer's insurer would pay of an exposure, by the limit and share of the `buyers` range; minor units, not rounded. */
export function insuredBy(ledger: Ledger, day: Day, buyer: number, exposure: number): number {
  const share = ledger.buyers.facts[buyer]?.get("insuredShare");
  const limit = insurersLimit(ledger, day, buyer);
  return typeof limit === "number" && typeof share === "number" && share >= 0 && share <= 1 ? insuredOf(exposure, limit, share) : 0;
}
