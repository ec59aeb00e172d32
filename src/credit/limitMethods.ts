import { DN, INV, type Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { creditSales } from "../receivables/creditSales";
import { daysBeyondTerms } from "../receivables/daysBeyondTerms";
import { position, type Position } from "../receivables/position";
import { known, unknown, type Answer, type Reason } from "../values/answer";
import { NO_DAY, type Day } from "../values/day";
import { moneySaid } from "../values/money";
import { insurersLimit } from "./expectedLoss";
import { minorOf } from "./exposure";
import { combined, creditNeed, monthsNeed } from "./limitFormulas";
import { highestPaidBalances } from "./paidBalances";
import { LIMIT } from "./policy";
import type { LimitMethod } from "./score";
import { statementMoney } from "./statements";

/** What the methods of all buyers are worked out from; each from one pass. Money in minor units. */
export interface LimitFigures {
  readonly at: Position;
  readonly policy: Policy;
  /** days of sales that the need goes by: a year, or as much as the ledger has */
  readonly days: number;
  /** days of credit of those sales, weighted by money at the rates of their days of issue, by buyer; NaN where no due day is stated */
  readonly terms: Float64Array;
  /** our own sales of the last year */
  readonly own: number;
  /** buyers that something was issued to by the day */
  readonly buyers: number;
  readonly history: Float64Array;
}

export function limitFigures(ledger: Ledger, day: Day, policy: Policy): LimitFigures {
  const at = position(ledger, day);
  const days = Math.max(1, Math.min(LIMIT.window, day - ledger.firstDay + 1));
  return { at, policy, days, terms: termsOf(at, days), own: creditSales(at, LIMIT.window).total, buyers: buyersBy(at), history: highestPaidBalances(ledger, day) };
}

function termsOf({ ledger, day }: Position, days: number): Float64Array {
  const { count, issued, due, kind, amount, buyer } = ledger.documents;
  const money = new Float64Array(ledger.buyers.count);
  const moneyDays = new Float64Array(ledger.buyers.count);
  for (let i = 0; i < count; i++) {
    if (issued[i]! > day || issued[i]! <= day - days || due[i] === NO_DAY || (kind[i] !== INV && kind[i] !== DN) || amount[i]! <= 0) continue;
    money[buyer[i]!]! += amount[i]!;
    moneyDays[buyer[i]!]! += amount[i]! * (due[i]! - issued[i]!);
  }
  return moneyDays.map((sum, b) => sum / money[b]!);
}

function buyersBy({ ledger, day }: Position): number {
  const seen = new Uint8Array(ledger.buyers.count);
  const { count, issued, buyer } = ledger.documents;
  for (let i = 0; i < count; i++) if (issued[i]! <= day) seen[buyer[i]!] = 1;
  return seen.reduce((sum, one) => sum + one, 0);
}

/** Every method for one buyer: its amount or what is missing, and what it rests on. `used` is set by who decides. */
export function limitMethods(figures: LimitFigures, buyer: number): LimitMethod[] {
  return [
    accounts(figures, buyer, "L1", "netWorth", figures.policy.limit.netWorth),
    accounts(figures, buyer, "L2", "workingCapital", figures.policy.limit.workingCapital),
    references(figures, buyer),
    need(figures, buyer),
    history(figures, buyer),
    insurer(figures, buyer),
    ownShare(figures),
    starter(figures, buyer),
  ];
}

function method(figures: LimitFigures, id: LimitMethod["id"], minor: number, basis: Reason): LimitMethod {
  const amount: Answer<number> = known(Math.round(Math.max(0, minor)), { method: `limit.${id}`, day: figures.at.day, facts: [] });
  return { id, name: { code: `limit.${id}` }, amount, basis, used: false };
}

function missing(id: LimitMethod["id"], code: string, values?: Reason["with"]): LimitMethod {
  const answer = unknown(code, values);
  return { id, name: { code: `limit.${id}` }, amount: answer, basis: answer.reason, used: false };
}

function text({ at: { ledger } }: LimitFigures, minor: number): string {
  return moneySaid(minor, ledger);
}

/** Below nothing, accounts carry nothing, and it is said; so is what makes statements count as missing. */
function accounts(figures: LimitFigures, buyer: number, id: "L1" | "L2", name: "netWorth" | "workingCapital", factor: number): LimitMethod {
  const { ledger, day } = figures.at;
  const units = statementMoney(ledger, day, buyer, name);
  if (typeof units === "object") return missing(id, units.code, units.with);
  const value = units === undefined ? undefined : minorOf(units, ledger.exponent);
  if (value === undefined) return missing(id, `basis.${id}.none`);
  return method(figures, id, value * factor, { code: value < 0 ? `basis.${id}.negative` : `basis.${id}`, with: { money: text(figures, value), factor } });
}

/** The median of what others grant: one generous or mean supplier moves nothing. */
function references(figures: LimitFigures, buyer: number): LimitMethod {
  const { ledger } = figures.at;
  const facts = ledger.buyers.facts[buyer];
  const together = facts?.get("references");
  const units = [...(typeof together === "string" ? together.split(";").map(Number) : []), ...[1, 2, 3].flatMap((at) => facts?.get(`reference${at}`) ?? []).map(Number)];
  const amounts = units.flatMap((one) => (one >= 0 ? (minorOf(one, ledger.exponent) ?? []) : []));
  const median = combined(amounts, "median");
  return median === undefined ? missing("L3", "basis.L3.none") : method(figures, "L3", median, { code: "basis.L3", with: { count: amounts.length } });
}

function yearlySales({ at, days }: LimitFigures, buyer: number): number {
  return (Math.max(0, creditSales(at, days).byBuyer[buyer]!) / days) * LIMIT.window;
}

/** A buyer of whom no payment is known and nothing is overdue counts no days beyond terms. */
function need(figures: LimitFigures, buyer: number): LimitMethod {
  const yearly = yearlySales(figures, buyer);
  const terms = figures.terms[buyer]!;
  if (yearly > 0 && Number.isNaN(terms)) return missing("L4", "basis.L4.none");
  const beyond = daysBeyondTerms(figures.at, { buyer });
  const [credit, late] = [yearly > 0 ? terms : 0, beyond.known ? beyond.value : 0];
  const { safety } = figures.policy.limit;
  return method(figures, "L4", creditNeed(yearly, credit, late, safety), {
    code: "basis.L4",
    with: { money: text(figures, yearly), terms: credit.toFixed(1), beyond: late.toFixed(1), safety },
  });
}

function history(figures: LimitFigures, buyer: number): LimitMethod {
  const highest = figures.history[buyer]!;
  if (highest <= 0) return missing("L5", "basis.L5.none", { days: LIMIT.paidWithin });
  const factor = figures.policy.limit.history;
  return method(figures, "L5", highest * factor, { code: "basis.L5", with: { money: text(figures, highest), factor, days: LIMIT.paidWithin } });
}

function insurer(figures: LimitFigures, buyer: number): LimitMethod {
  const { ledger, day } = figures.at;
  const insured = insurersLimit(ledger, day, buyer);
  if (typeof insured === "object") return missing("L6", insured.code, insured.with);
  return insured === undefined ? missing("L6", "basis.L6.none") : method(figures, "L6", insured, { code: "basis.L6" });
}

function ownShare(figures: LimitFigures): LimitMethod {
  const minor = ownShareOf(figures);
  if (minor === undefined) return missing("L7", "basis.L7.none", { buyers: LIMIT.concentrationFrom });
  return method(figures, "L7", minor, { code: "basis.L7", with: { share: figures.policy.limit.ownShare, money: text(figures, figures.own) } });
}

/** The most that one debtor may be of our own sales; undefined in a book of few buyers. */
export function ownShareOf({ buyers, own, policy }: LimitFigures): number | undefined {
  return buyers < LIMIT.concentrationFrom ? undefined : Math.round(Math.max(0, own * policy.limit.ownShare));
}

function starter(figures: LimitFigures, buyer: number): LimitMethod {
  const yearly = yearlySales(figures, buyer);
  return method(figures, "starter", monthsNeed(yearly), { code: "basis.starter", with: { money: text(figures, yearly) } });
}
