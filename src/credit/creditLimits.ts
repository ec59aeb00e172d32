import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known, unknown } from "../values/answer";
import type { Day } from "../values/day";
import { moneySaid } from "../values/money";
import { exposureOf } from "./exposure";
import { groupBounds, type GroupBound } from "./groupLimits";
import { capped, type Capped } from "./limitCaps";
import { combined, flooredTo, limitFrom, type DecidedBy } from "./limitFormulas";
import { limitFigures, limitMethods, ownShareOf, type LimitFigures } from "./limitMethods";
import { LIMIT } from "./policy";
import { rememberedByPolicy } from "./remembered";
import type { BuyerScore, CreditLimit, Grade, LimitMethod } from "./score";
import { scoreBook } from "./scoreBook";

/** Methods that say what a buyer can carry. */
const CAPACITY: readonly LimitMethod["id"][] = ["L1", "L2", "L3", "L5"];

/**
 * A credit limit for every buyer, by place in `ledger.buyers`; minor units. Need (L4) and our own concentration (L7) bound it;
 * the grade's factor on what accounts (L1, L2), trade references (L3) and payment history (L5) carry, or an insurer's limit (L6)
 * where that is more, fills it. Grade E, or an override that stops credit: 0. Overrides and statements in distress lower the
 * factor. Ungraded, or nothing that carries: a starter limit, at most one month's need. Buyers of one parent share what the
 * group may have, each in proportion. Floored to two significant digits.
 */
export const creditLimits: (ledger: Ledger, day: Day, policy: Policy) => readonly CreditLimit[] = rememberedByPolicy((ledger, day, policy) => {
  const figures = limitFigures(ledger, day, policy);
  const alone = scoreBook(ledger, day, policy).buyers.map((one) => limitOf(figures, one));
  const bounds = groupBounds(ledger, alone.map(({ limit }) => limit), ownShareOf(figures));
  return alone.map((one) => finished(figures, one, bounds[one.buyer]));
});

/** A buyer's limit before its group is looked at. */
interface Alone extends Capped {
  readonly buyer: number;
  readonly grade: Grade | undefined;
  readonly starter: boolean;
  readonly methods: readonly LimitMethod[];
  readonly insured: number | undefined;
  readonly limit: number;
  readonly by: DecidedBy | "E" | "override" | "group";
}

function limitOf(figures: LimitFigures, one: BuyerScore): Alone {
  const { at, policy } = figures;
  const { buyer, grade } = one;
  const methods = limitMethods(figures, buyer);
  const amountOf = (id: LimitMethod["id"]): number | undefined => {
    const amount = methods.find((method) => method.id === id)!.amount;
    return amount.known ? amount.value : undefined;
  };
  const cap = capped(at.ledger, at.day, policy, one);
  const carried = combined(CAPACITY.flatMap((id) => amountOf(id) ?? []), policy.limit.combine);
  const insured = amountOf("L6");
  const starter = grade === undefined || (carried === undefined && insured === undefined);
  const lessened = cap.goesBy === grade ? 1 : Math.min(1, cap.factor); // a month's need is lessened by what is against the buyer, never by its grade alone
  const lowest = limitFrom({
    need: amountOf("L4"), ownShare: amountOf("L7"), capacity: carried === undefined ? undefined : cap.factor * carried, insured, starter: starter ? amountOf("starter")! * lessened : undefined,
  });
  const by = cap.stopped ? "override" : grade === "E" ? "E" : lowest.by;
  return { ...cap, buyer, grade, starter, methods, insured, by, limit: by === "E" || by === "override" ? 0 : flooredTo(lowest.amount, LIMIT.digits) };
}

function finished({ at: { ledger, day, openByBuyer }, policy }: LimitFigures, one: Alone, group: GroupBound | undefined): CreditLimit {
  const { buyer, grade, goesBy, factor, caps, starter, insured } = one;
  const limit = group === undefined ? one.limit : flooredTo((one.limit * group.bound) / group.granted, LIMIT.digits);
  const by = limit === one.limit ? one.by : "group";
  const { total: exposure, parts } = exposureOf(ledger, policy, buyer, openByBuyer[buyer]!);
  const methods = one.methods.map((method) => ({ ...method, used: isUsed(method, by, one.methods, policy.limit.combine) }));
  return {
    buyer, grade, goesBy, factor, caps, starter, exposure, exposureParts: parts,
    amount: known(limit, { method: "limit", day, facts: [["decided by", by], ["grade factor", factor]] }),
    methods: by === "group" ? [...methods, groupMethod(ledger, day, group!, limit)] : methods,
    used: limit > 0 ? known(exposure / limit, { method: "limit.used", day, facts: [] }) : unknown("NO_LIMIT"),
    over: exposure > limit,
    uninsured: insured === undefined ? undefined : Math.max(0, limit - insured),
    decision: { code: `limit.by.${by}`, with: { factor, grade: grade ?? "-" } },
  };
}

function groupMethod({ exponent, currency }: Ledger, day: Day, { bound, granted, members, by }: GroupBound, share: number): LimitMethod {
  const money = (minor: number): string => moneySaid(minor, { exponent, currency });
  return {
    id: "group", name: { code: "limit.groupShare" }, used: true,
    amount: known(share, { method: "limit.group", day, facts: [] }),
    basis: { code: `basis.group.${by}`, with: { buyers: members, granted: money(granted), bound: money(bound) } },
  };
}

/** Where capacity decided: the smallest of its methods, or all that went into their mean or median. */
function isUsed({ id, amount }: LimitMethod, by: Alone["by"], methods: readonly LimitMethod[], how: Policy["limit"]["combine"]): boolean {
  if (by !== "capacity") return id === by;
  if (!amount.known || !CAPACITY.includes(id)) return false;
  return how !== "min" || methods.every((other) => !CAPACITY.includes(other.id) || !other.amount.known || other.amount.value >= amount.value);
}
