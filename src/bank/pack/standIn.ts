import type { Reading } from "../../ledger/reading";
import type { Grid } from "../../values/cell";
import { refuse } from "../../values/answer";
import { NO_DAY } from "../../values/day";
import { toMinor } from "../../values/money";
import { dilution } from "../../receivables/dilution";
import type { Position } from "../../receivables/position";
import { rounded } from "./packData";
import type { BaseBuyer, DocumentRule, PackBase, PackRule } from "./packBase";

const yes = (fact: string | number | undefined): number => (["yes", "1", "true", "是"].includes(String(fact ?? "").toLowerCase()) ? 1 : 0);

const SWITCHES = ["excludeAffiliates", "excludeGovernment", "excludeForeign", "excludeDisputed", "excludeContra", "creditsInPrior"];
const SHARES = ["crossAge", "concentration", "advanceRate", "dilutionThreshold"];
const NUMBERS = ["pastInvoiceDays", "pastDueDays", "reserve", "commitment", "loans", "lettersOfCredit"];
const WORDS: Readonly<Record<string, readonly string[]>> = { concentrationBase: ["eligible", "gross", "fixpoint"] };
const OFF = ["no", "0", "off", "false", "\u5426"];

/**
 * Rules with their values from a range `rule, on, value, source`; one that is off is left out. Refused: a rule that is none or stands twice,
 * a share beyond 0 to 1, a value that is none, terms without an advance rate.
 */
export function standInTerms(grid: Grid): ReadonlyMap<string, number | string> {
  const terms = new Map<string, number | string>();
  const met = new Set<string>();
  grid.slice(1).forEach((cells, at) => {
    const [rule, on, value] = [0, 1, 2].map((c) => String(cells[c] ?? "").trim()) as [string, string, string];
    if (rule === "") return;
    const where = { rule, row: at + 2, found: value };
    if (![...SWITCHES, ...SHARES, ...NUMBERS, ...Object.keys(WORDS)].includes(rule)) refuse("TERM_UNKNOWN", where);
    if (met.has(rule)) refuse("TERM_TWICE", where);
    met.add(rule);
    terms.set(`${rule}.source`, String(cells[3] ?? "").trim());
    if (OFF.includes(on.toLowerCase())) return;
    if (SWITCHES.includes(rule)) {
      if (!OFF.includes(value.toLowerCase()) || value === "") terms.set(rule, "yes");
      return;
    }
    const number = value === "" ? NaN : Number(value.endsWith("%") ? value.slice(0, -1) : value) / (value.endsWith("%") ? 100 : 1);
    const isGood = WORDS[rule]?.includes(value) ?? (number >= 0 && (!SHARES.includes(rule) || number <= 1));
    if (!isGood) refuse("TERM_VALUE", where);
    terms.set(rule, WORDS[rule] === undefined ? number : value);
  });
  return terms;
}

/** Until the engine is here. */
export function standIn({ ledger }: Reading, at: Position, given: ReadonlyMap<string, number | string>, scale: number): PackBase {
  if (!given.has("advanceRate")) refuse("TERM_NO_ADVANCE");
  const { documents, buyers } = ledger;
  const is = (rule: string): boolean => given.has(rule) && given.get(rule) !== "no";
  const num = (rule: string): number => Number(given.get(rule) ?? 0);
  const facts = (b: number, name: string): number => yes(buyers.facts[b]?.get(name));
  const late = (i: number): boolean => (is("pastInvoiceDays") && at.day - documents.issued[i]! > num("pastInvoiceDays")) || (is("pastDueDays") && documents.due[i]! !== NO_DAY && at.day - documents.due[i]! > num("pastDueDays"));
  const pastDueOf = (i: number): number => (at.open[i]! > 0 || !is("creditsInPrior")) && late(i) ? at.open[i]! : 0;
  const past = new Float64Array(buyers.count);
  for (let i = 0; i < documents.count; i++) past[documents.buyer[i]!]! += pastDueOf(i);
  const cross = (b: number): number => (is("crossAge") && at.openByBuyer[b]! > 0 && rounded(past[b]! / at.openByBuyer[b]!, 6) > num("crossAge") ? 1 : 0);
  const ruleOf = (i: number): DocumentRule | undefined => {
    const b = documents.buyer[i]!;
    if (is("excludeAffiliates") && facts(b, "affiliate") === 1) return "affiliate";
    if (pastDueOf(i) !== 0) return "pastDue";
    if (cross(b) === 1) return "crossAge";
    if (is("excludeForeign") && facts(b, "foreign") === 1) return "foreign";
    if (is("excludeGovernment") && facts(b, "government") === 1) return "government";
    if (is("excludeDisputed") && documents.disputed[i] === 1) return "disputed";
    if (facts(b, "insolvent") === 1) return "insolvent";
    return undefined;
  };
  const taken = new Map<PackRule, number>();
  const left = new Float64Array(buyers.count);
  for (let i = 0; i < documents.count; i++) {
    const rule = ruleOf(i);
    if (rule === undefined) left[documents.buyer[i]!]! += at.open[i]!;
    else taken.set(rule, (taken.get(rule) ?? 0) + at.open[i]!);
  }
  const payable = (b: number): number => toMinor(Number(buyers.facts[b]?.get("payable") ?? 0), scale);
  const contra = Float64Array.from(left, (money, b) => (is("excludeContra") ? Math.max(0, Math.min(money, payable(b))) : 0));
  const before = left.reduce((sum, money, b) => sum + money - contra[b]!, 0);
  const basis = given.get("concentrationBase") === "gross" ? at.total : before;
  const cap = given.get("concentrationBase") === "fixpoint" ? fixpoint(left.map((money, b) => Math.max(0, money - contra[b]!)), num("concentration")) : rounded(num("concentration") * basis, 0);
  const excess = Float64Array.from(left, (money, b) => (is("concentration") ? Math.max(0, money - contra[b]! - cap) : 0));
  taken.set("contra", contra.reduce((a, b) => a + b, 0)).set("concentration", excess.reduce((a, b) => a + b, 0));
  const eligible = before - taken.get("concentration")!;
  const told = dilution(at);
  const share = ledger.dated && told.known ? rounded(told.value, 6) : 0; // a list of open items lacks the sales that were paid
  const advance = rounded(eligible * num("advanceRate"), 0);
  const dilutionReserve = is("dilutionThreshold") ? rounded(Math.max(0, share - num("dilutionThreshold")) * eligible, 0) : 0;
  const money = (rule: string): number => toMinor(num(rule), scale);
  const base = Math.max(0, advance - dilutionReserve - money("reserve"));
  const capped = is("commitment") ? Math.min(base, money("commitment")) : base;
  const buyer = (b: number): BaseBuyer => ({
    pastDue: past[b]!, cross: cross(b), affiliate: facts(b, "affiliate"), foreign: facts(b, "foreign"), government: facts(b, "government"), insolvent: facts(b, "insolvent"), payable: payable(b),
    insuredLimit: toMinor(Number(buyers.facts[b]?.get("insuredLimit") ?? 0), scale), insuredShare: Number(buyers.facts[b]?.get("insuredShare") ?? 0), left: left[b]!, contra: contra[b]!, excess: excess[b]!,
  });
  return {
    terms: { isOn: is, value: (rule) => (["reserve", "commitment", "loans", "lettersOfCredit"].includes(rule) ? money(rule) : given.get(rule)), source: (rule) => String(given.get(`${rule}.source`) ?? "") },
    ruleOf, pastDueOf, taken: (rule) => taken.get(rule) ?? 0, buyer, before, cap, eligible, dilution: share,
    lines: { insured: 0, advance, dilutionReserve, reserve: money("reserve"), base, capped, loans: money("loans"), lettersOfCredit: money("lettersOfCredit"), availability: capped - money("loans") - money("lettersOfCredit") },
  };
}

/** The largest cap at which every buyer holds at most that share of the capped total: with the k largest capped, cap = share x (k x cap + the rest). */
function fixpoint(balances: Float64Array, share: number): number {
  const sorted = balances.filter((money) => money > 0).sort().reverse();
  let rest = sorted.reduce((sum, money) => sum + money, 0);
  for (let k = 0; k < sorted.length; k++) {
    const cap = share * k < 1 ? (share * rest) / (1 - share * k) : 0;
    if (k === 0 ? share * rest >= sorted[0]! : cap >= sorted[k]!) return k === 0 ? sorted[0]! : Math.floor(cap);
    rest -= sorted[k]!;
  }
  return 0;
}
