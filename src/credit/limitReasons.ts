import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { parentsOf } from "../receivables/concentration";
import type { Answer, Reason } from "../values/answer";
import { addMonths, isoDay, type Day } from "../values/day";
import { moneySaid, roundedAt, scaleOf } from "../values/money";
import { creditLimits } from "./creditLimits";
import { GRADES, type CreditLimit } from "./score";

/** A line of AR.LIMITREASONS: a method, or a line of the decision below them. */
export interface LimitReason {
  readonly name: Reason;
  /** minor units; unknown says what is missing; undefined where the line is no money */
  readonly amount: Answer<number> | number | undefined;
  readonly basis: Reason;
  /** what follows from it; undefined = nothing more to say */
  readonly further?: Reason;
  /** of methods: this amount decided the limit */
  readonly used: boolean | undefined;
}

/** Months to the review of a buyer without a grade: as for D. */
const UNGRADED = 3;

/** Every method of C1 side by side, then the limit, its insured and uninsured part, exposure and use, the group, who approves and when it is reviewed. */
export function limitReasons(ledger: Ledger, day: Day, policy: Policy, buyer: number): LimitReason[] {
  const limits = creditLimits(ledger, day, policy);
  const limit = limits[buyer]!;
  const minor = limit.amount.known ? limit.amount.value : 0;
  const line = (code: string, amount: LimitReason["amount"], basis: Reason): LimitReason => ({ name: { code: `limit.${code}` }, amount, basis, used: undefined });
  const insurer = limit.uninsured === undefined ? undefined : minor - limit.uninsured;
  return [
    ...limit.methods.map(({ name, amount, basis, used }) => ({ name, amount, basis, used })),
    ...limit.caps.map(({ code, finding, effect }): LimitReason => ({ name: { code: `reason.${code}` }, amount: undefined, basis: finding, further: effect, used: undefined })),
    line("decision", minor, limit.decision),
    ...(insurer === undefined ? [] : [line("insured", insurer, { code: "limit.insured.basis" }), line("uninsured", limit.uninsured!, { code: "limit.uninsured.basis" })]),
    line("exposure", limit.exposure, use(limit)),
    ...limit.exposureParts.map(([part, sum]) => line(`exposure.${part}`, sum, { code: part === "open" ? "exposure.ledger" : "exposure.range" })),
    ...group(ledger, limits, buyer, line),
    line("approval", undefined, { code: `approval.${approver(ledger, policy, limit, minor)}` }),
    ...temporary(policy, minor, day, line),
    line("review", undefined, review(policy, limit, day)),
  ];
}

function use({ used, over }: CreditLimit): Reason {
  if (!used.known) return { code: over ? "use.none" : "use.nothing" };
  return { code: over ? "use.over" : "use.within", with: { share: `${(used.value * 100).toFixed(1)} %` } };
}

/** Buyers of one parent together: their exposure against their limits. No line where a buyer stands alone. */
function group(ledger: Ledger, limits: readonly CreditLimit[], buyer: number, line: (code: string, amount: number, basis: Reason) => LimitReason): LimitReason[] {
  const parents = parentsOf(ledger);
  const members = limits.filter((one) => parents[one.buyer] === parents[buyer]);
  if (members.length < 2) return [];
  const sum = (of: (one: CreditLimit) => number): number => members.reduce((all, one) => all + of(one), 0);
  const [exposure, granted] = [sum((one) => one.exposure), sum(({ amount }) => (amount.known ? amount.value : 0))];
  return [line("group", exposure, { code: exposure > granted ? "group.over" : "group.within", with: { buyers: members.length, limit: moneySaid(granted, ledger) } })];
}

/** Without credit there is nothing to grant. A buyer without a grade is never the analyst's. */
function approver({ exponent }: Ledger, { approval }: Policy, { goesBy, grade }: CreditLimit, minor: number): string {
  if (grade === "E" || goesBy === "E") return "cash";
  const place = GRADES.indexOf(goesBy ?? "D");
  return approval.find(({ most, worst }) => minor <= most * scaleOf(exponent) && place <= GRADES.indexOf(worst))?.who ?? "committee";
}

/** By how much the limit may be raised for a time (methods.md C3), to the minor unit; no line where there is no limit to raise. */
function temporary({ limit: { temporary: share, temporaryDays } }: Policy, minor: number, day: Day, line: (code: string, amount: number, basis: Reason) => LimitReason): LimitReason[] {
  const more = Math.floor(minor * share);
  return more <= 0 ? [] : [line("temporary", more, { code: "limit.temporary.basis", with: { share: `${roundedAt(share * 100, 2)} %`, days: temporaryDays, until: isoDay((day + temporaryDays) as Day) } })];
}

function review(policy: Policy, { goesBy }: CreditLimit, day: Day): Reason {
  const months = goesBy === undefined ? UNGRADED : policy.review[GRADES.indexOf(goesBy)]!;
  const by = isoDay(addMonths(day, months));
  return months === 1 ? { code: "review.monthly", with: { day: by } } : { code: "review.by", with: { day: by, months } };
}
