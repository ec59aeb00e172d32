import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known, unknown } from "../values/answer";
import type { Day } from "../values/day";
import { combined, flooredTo, limitFrom, type DecidedBy } from "./limitFormulas";
import { limitFigures, limitMethods, type LimitFigures } from "./limitMethods";
import { LIMIT } from "./policy";
import { rememberedByPolicy } from "./remembered";
import { GRADES, type CreditLimit, type Grade, type LimitMethod } from "./score";
import { scoreBook } from "./scoreBook";

/** Methods that say what a buyer can carry. */
const CAPACITY: readonly LimitMethod["id"][] = ["L1", "L2", "L5"];

/**
 * A credit limit for every buyer, by place in `ledger.buyers`; minor units. Need (L4) and our own concentration (L7) bound it;
 * the grade's factor on what accounts (L1, L2) and payment history (L5) carry, or an insurer's limit (L6) where that is more,
 * fills it. Grade E: 0. Ungraded, or nothing that carries: a starter limit, at most one month's need. Floored to two
 * significant digits.
 */
export const creditLimits: (ledger: Ledger, day: Day, policy: Policy) => readonly CreditLimit[] = rememberedByPolicy((ledger, day, policy) => {
  const figures = limitFigures(ledger, day, policy);
  return scoreBook(ledger, day, policy).buyers.map(({ buyer, grade }) => limitOf(figures, buyer, grade));
});

function limitOf(figures: LimitFigures, buyer: number, grade: Grade | undefined): CreditLimit {
  const { at, policy } = figures;
  const methods = limitMethods(figures, buyer);
  const amountOf = (id: LimitMethod["id"]): number | undefined => {
    const amount = methods.find((method) => method.id === id)!.amount;
    return amount.known ? amount.value : undefined;
  };
  const factor = grade === undefined ? 1 : policy.limitFactor[GRADES.indexOf(grade)]!;
  const carried = combined(CAPACITY.flatMap((id) => amountOf(id) ?? []), policy.limit.combine);
  const insured = amountOf("L6");
  const starter = grade === undefined || (carried === undefined && insured === undefined);
  const capacity = carried === undefined ? undefined : factor * carried;
  const lowest = limitFrom({ need: amountOf("L4"), ownShare: amountOf("L7"), capacity, insured, starter: starter ? amountOf("starter") : undefined });
  const by = grade === "E" ? "E" : lowest.by;
  const limit = grade === "E" ? 0 : flooredTo(lowest.amount, LIMIT.digits);
  const exposure = Math.max(0, at.openByBuyer[buyer]!);
  return {
    buyer, grade, factor, starter, exposure,
    amount: known(limit, { method: "limit", day: at.day, facts: [["decided by", by], ["grade factor", factor]] }),
    methods: methods.map((method) => ({ ...method, used: isUsed(method, by, methods, policy.limit.combine) })),
    used: limit > 0 ? known(exposure / limit, { method: "limit.used", day: at.day, facts: [] }) : unknown("NO_LIMIT"),
    over: exposure > limit,
    uninsured: insured === undefined ? undefined : Math.max(0, limit - insured),
    decision: { code: `limit.by.${by}`, with: { factor, grade: grade ?? "-" } },
  };
}

/** Where capacity decided: the smallest of its methods, or all that went into their mean or median. */
function isUsed({ id, amount }: LimitMethod, by: DecidedBy | "E", methods: readonly LimitMethod[], how: Policy["limit"]["combine"]): boolean {
  if (by !== "capacity") return id === by;
  if (!amount.known || !CAPACITY.includes(id)) return false;
  return how !== "min" || methods.every((other) => !CAPACITY.includes(other.id) || !other.amount.known || other.amount.value >= amount.value);
}
