import { NO_DAY } from "../values/day";
import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known, unknown, type Answer, type Reason } from "../values/answer";
import type { Day } from "../values/day";
import { moneyText, scaleOf, toMinor } from "../values/money";
import { creditSales, isSale } from "../receivables/creditSales";
import { daysBeyondTerms } from "../receivables/daysBeyondTerms";
import { documentsByBuyer } from "../receivables/documentsByBuyer";
import { position } from "../receivables/position";
import type { Position } from "../receivables/position";
import { LIMIT } from "./policy";
import { rememberedByPolicy } from "./remembered";
import { scoreBook } from "./scoreBook";
import { GRADES, type CreditLimit, type Grade, type LimitMethod } from "./score";

/**
 * A credit limit for every buyer, minor units. Need (L4) and own concentration (L7) bound it; capacity is the grade's factor on
 * what accounts (L1, L2) and payment history (L5) carry, and an insurer's limit (L6) may stand in for it. Grade E: 0. Without
 * capacity or grade: a starter limit of at most one month's need. Floored to two significant digits.
 */
export const creditLimits: (ledger: Ledger, day: Day, policy: Policy) => readonly CreditLimit[] = rememberedByPolicy((ledger, day, policy) => {
  const at = position(ledger, day);
  const book = scoreBook(ledger, day, policy);
  const days = Math.min(LIMIT.window, day - ledger.firstDay + 1);
  const frame: Frame = { at, policy, days, terms: termsOf(at, days), own: creditSales(at, LIMIT.window).total, history: historyOf(ledger, day) };
  return book.buyers.map(({ buyer, grade }) => limitOf(frame, buyer, grade));
});

interface Frame {
  readonly at: Position;
  readonly policy: Policy;
  /** days of sales that the need goes by */
  readonly days: number;
  /** money-weighted days of credit of those sales, by buyer */
  readonly terms: Float64Array;
  /** our own sales of the last year */
  readonly own: number;
  /** highest day-end sum of invoices paid in order, by buyer */
  readonly history: Float64Array;
}

function termsOf({ ledger, day }: Position, days: number): Float64Array {
  const { documents, buyers } = ledger;
  const money = new Float64Array(buyers.count);
  const moneyDays = new Float64Array(buyers.count);
  for (let i = 0; i < documents.count; i++) {
    const issued = documents.issued[i]!;
    if (issued > day || issued <= day - days || documents.due[i]! === NO_DAY || !isSale(documents.kind[i]!) || documents.amount[i]! <= 0) continue;
    money[documents.buyer[i]!]! += documents.amount[i]!;
    moneyDays[documents.buyer[i]!]! += documents.amount[i]! * (documents.due[i]! - issued);
  }
  return moneyDays.map((sum, b) => (money[b]! > 0 ? sum / money[b]! : 0));
}

/** Highest day-end sum in the last year of the buyer's invoices that were settled by 15 days past due. */
function historyOf(ledger: Ledger, day: Day): Float64Array {
  const { from, order } = documentsByBuyer(ledger);
  const { issued, due, closed, amount, kind } = ledger.documents;
  const highest = new Float64Array(ledger.buyers.count);
  for (let b = 0; b < ledger.buyers.count; b++) {
    const moves: (readonly [day: number, change: number])[] = [];
    for (let at = from[b]!; at < from[b + 1]!; at++) {
      const i = order[at]!;
      if (!isSale(kind[i]!) || amount[i]! <= 0 || due[i]! === NO_DAY || closed[i]! === NO_DAY || closed[i]! > day || closed[i]! > due[i]! + LIMIT.paidWithin) continue;
      moves.push([issued[i]!, amount[i]!], [closed[i]!, -amount[i]!]);
    }
    highest[b] = peakOf(moves, day - LIMIT.window, day);
  }
  return highest;
}

/** Highest sum at the end of any day in (from, to]; what was running before counts. */
function peakOf(moves: (readonly [day: number, change: number])[], from: number, to: number): number {
  moves.sort((one, other) => one[0] - other[0]);
  let sum = 0;
  let peak = 0;
  for (let at = 0; at < moves.length; ) {
    const day = moves[at]![0];
    if (day > from) peak = Math.max(peak, sum); // the day before this move, still inside or at the window's edge
    while (at < moves.length && moves[at]![0] === day) sum += moves[at++]![1];
    if (day > from && day <= to) peak = Math.max(peak, sum);
  }
  return peak;
}

function limitOf(frame: Frame, buyer: number, grade: Grade | undefined): CreditLimit {
  const { at, policy } = frame;
  const methods = methodsOf(frame, buyer);
  const amount = (id: LimitMethod["id"]): number | undefined => {
    const found = methods.find((method) => method.id === id)!.amount;
    return found.known ? found.value : undefined;
  };
  const capacities = (["L1", "L2", "L5"] as const).flatMap((id) => amount(id) ?? []);
  const insured = amount("L6");
  const factor = grade === undefined ? 1 : policy.limitFactor[GRADES.indexOf(grade)]!;
  const capacity = capacities.length === 0 ? undefined : factor * combined(capacities, policy.limit.combine);
  const starter = grade === undefined || (capacity === undefined && insured === undefined);
  const carried = capacity === undefined && insured === undefined ? Infinity : Math.max(capacity ?? 0, insured ?? 0);
  const bounds = [["L4", amount("L4")!], ["L7", amount("L7") ?? Infinity], ["capacity", carried], ["starter", starter ? amount("starter")! : Infinity]] as const;
  const lowest = Math.min(...bounds.map(([, money]) => money));
  const decided = grade === "E" ? "E" : bounds.find(([, money]) => money === lowest)![0];
  const limit = grade === "E" ? 0 : flooredTo(Math.max(0, lowest), LIMIT.digits);
  const exposure = Math.max(0, at.openByBuyer[buyer]!);
  const used = usedIds(decided, methods, insured, capacity, policy.limit.combine, capacities);
  return {
    buyer, grade, factor, starter, exposure,
    amount: known(limit, { method: "limit", day: at.day, facts: [["decided by", decided], ["grade factor", factor]] }),
    methods: methods.map((method) => ({ ...method, used: used.has(method.id) })),
    used: limit > 0 ? known(exposure / limit, { method: "limit.used", day: at.day, facts: [] }) : unknown("NO_LIMIT"),
    over: exposure > limit,
    uninsured: insured === undefined ? undefined : Math.max(0, limit - insured),
    decision: { code: `limit.by.${decided}`, with: { factor, grade: grade ?? "-" } },
  };
}

function usedIds(decided: string, methods: readonly LimitMethod[], insured: number | undefined, capacity: number | undefined, combine: Policy["limit"]["combine"], capacities: readonly number[]): ReadonlySet<string> {
  if (decided !== "capacity") return new Set([decided]);
  if (insured !== undefined && insured >= (capacity ?? 0)) return new Set(["L6"]);
  const carrying = methods.filter(({ id, amount }) => (id === "L1" || id === "L2" || id === "L5") && amount.known);
  if (combine !== "min") return new Set(carrying.map(({ id }) => id));
  const least = Math.min(...capacities);
  return new Set(carrying.filter(({ amount }) => amount.known && amount.value === least).map(({ id }) => id));
}

export function combined(amounts: readonly number[], how: Policy["limit"]["combine"]): number {
  if (how === "min") return Math.min(...amounts);
  if (how === "average") return amounts.reduce((sum, one) => sum + one, 0) / amounts.length;
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** 162,739 -> 160,000. Whole minor units stay whole. */
export function flooredTo(minor: number, digits: number): number {
  if (minor < 1) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(minor) + 1e-12) + 1 - digits);
  return Math.floor(minor / step) * step;
}

/** L4: yearly sales / 365 x (days of credit + days beyond terms) x safety. */
export function need(yearlySales: number, terms: number, beyond: number, safety: number): number {
  return (yearlySales / 365) * (terms + Math.max(0, beyond)) * safety;
}

function methodsOf(frame: Frame, buyer: number): LimitMethod[] {
  const { at, policy, days } = frame;
  const { ledger } = at;
  const text = (minor: number): string => `${moneyText(minor, ledger.exponent)} ${ledger.currency}`;
  const yearly = (creditSales(at, days).byBuyer[buyer]! / days) * 365;
  const beyond = daysBeyondTerms(at, { buyer });
  const beyondDays = beyond.known ? beyond.value : 0;
  const facts = ledger.buyers.facts[buyer];
  const fact = (name: string): number | undefined => {
    const value = facts?.get(name);
    return typeof value === "number" ? toMinor(value, scaleOf(ledger.exponent)) : undefined;
  };
  const method = (id: LimitMethod["id"], amount: Answer<number>, basis: Reason): LimitMethod => ({ id, name: { code: `limit.${id}` }, amount, basis, used: false });
  const told = (id: LimitMethod["id"], minor: number): Answer<number> => known(Math.round(minor), { method: `limit.${id}`, day: at.day, facts: [] });
  const share = (id: "L1" | "L2", name: string, factor: number): LimitMethod => {
    const value = fact(name);
    if (value === undefined) return method(id, unknown("LIMIT_NO_FIGURE"), { code: `basis.${id}.none` });
    return method(id, told(id, Math.max(0, value * factor)), { code: value < 0 ? `basis.${id}.negative` : `basis.${id}`, with: { money: text(value), factor } });
  };
  const insured = fact("insuredLimit");
  const history = frame.history[buyer]!;
  return [
    share("L1", "netWorth", policy.limit.netWorth),
    share("L2", "workingCapital", policy.limit.workingCapital),
    method("L4", told("L4", Math.max(0, need(yearly, frame.terms[buyer]!, beyondDays, policy.limit.safety))), { code: "basis.L4", with: { money: text(Math.round(yearly)), terms: round1(frame.terms[buyer]!), beyond: round1(Math.max(0, beyondDays)), safety: policy.limit.safety } }),
    history > 0
      ? method("L5", told("L5", history * policy.limit.history), { code: "basis.L5", with: { money: text(history), factor: policy.limit.history, days: LIMIT.paidWithin } })
      : method("L5", unknown("LIMIT_NO_HISTORY"), { code: "basis.L5.none", with: { days: LIMIT.paidWithin } }),
    insured === undefined ? method("L6", unknown("LIMIT_NO_FIGURE"), { code: "basis.L6.none" }) : method("L6", told("L6", Math.max(0, insured)), { code: "basis.L6" }),
    ledger.buyers.count < LIMIT.concentrationFrom
      ? method("L7", unknown("LIMIT_SMALL_BOOK"), { code: "basis.L7.none", with: { buyers: LIMIT.concentrationFrom } })
      : method("L7", told("L7", Math.max(0, frame.own * policy.limit.ownShare)), { code: "basis.L7", with: { share: policy.limit.ownShare, money: text(frame.own) } }),
    method("starter", told("starter", Math.max(0, yearly / 12)), { code: "basis.starter", with: { money: text(Math.round(yearly)) } }),
  ];
}

function round1(days: number): string {
  return days.toFixed(1);
}
