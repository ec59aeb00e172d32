import { RET, type Ledger } from "../ledger/ledger";
import type { Position } from "../receivables/position";
import { NO_DAY } from "../values/day";
import { roundedAt } from "../values/money";
import { fixpointCap } from "./concentrationCap";
import { lenderFacts, type LenderFacts } from "./lenderFacts";
import { concentrationBase, termValue, type LenderTerms } from "./lenderTerms";
import { NO_RULE, placeOfRule, RULES, type BankRule } from "./rules";

/** What a lender lends on, document by document and buyer by buyer. Money in whole minor units; rules by their place in `RULES`. */
export interface Eligibility {
  readonly position: Position;
  readonly terms: LenderTerms;
  readonly facts: LenderFacts;
  /** the rule that takes the whole document out; NO_RULE where none does */
  readonly rule: Int8Array;
  /** a document's open money where it is past due by the terms, else 0 */
  readonly pastDue: Float64Array;
  readonly buyers: EligibleBuyers;
  /** taken out by each rule; with `eligible` they add up to `position.total` */
  readonly taken: Float64Array;
  /** before concentration */
  readonly before: number;
  /** most that one buyer may hold; Infinity where no cap holds anybody */
  readonly cap: number;
  readonly eligible: number;
  /** of `eligible`, what the insurer covers */
  readonly insured: number;
}

/** One place a buyer. */
export interface EligibleBuyers {
  /** past-due money by the terms */
  readonly pastDue: Float64Array;
  /** of the buyer's balance, to six decimals; 0 where it owes nothing */
  readonly pastDueShare: Float64Array;
  /** 1 = cross-aged: the rest of it is out */
  readonly crossAged: Uint8Array;
  /** after the rules that take whole documents */
  readonly left: Float64Array;
  /** what an insurer would pay of `left` */
  readonly cover: Float64Array;
  readonly uncovered: Float64Array;
  readonly contra: Float64Array;
  readonly excess: Float64Array;
  readonly eligible: Float64Array;
}

/** Shares of a buyer's balance are held against the terms at six decimals, as the pack's cells round them. */
const SHARE_DECIMALS = 6;

/**
 * A lender's terms applied to what is open on a day (methods.md G1), every minor unit in exactly one rule or eligible. A rule that
 * is off takes nothing. Past due: more than so many days from invoice, or past due; with `creditsInPrior` debits only, so that an
 * aged credit buys nothing. Cross-aged: the past-due share of a buyer's whole balance is above the terms', strictly. `offered`:
 * cover by buyer on top of what is insured already, for whoever asks what if.
 */
export function eligibility(position: Position, terms: LenderTerms, offered?: Offered): Eligibility {
  const { ledger, total } = position;
  const facts = offered === undefined ? lenderFacts(ledger) : withOffers(lenderFacts(ledger), offered);
  const pastDue = pastDueBy(position, terms);
  const crossAged = crossAgedBy(position, terms, pastDue);
  const cover = terms.has("countInsured") ? facts.insuredLimit.map((limit, b) => (limit > 0 ? facts.insuredShare[b]! : 0)) : new Float64Array(ledger.buyers.count);
  const rule = rulesOf(position, terms, facts, { pastDue, crossAged: crossAged.flags, covered: cover });
  const taken = new Float64Array(RULES.length);
  const left = leftBy(position, rule, taken);
  const parts = partsOf(left, terms, facts, cover);
  const { byBuyer, ...sums } = fromLeft(terms, total, { left, ...parts });
  for (const [name, money] of [["uncovered", parts.uncovered], ["contra", parts.contra], ["concentration", byBuyer.excess]] as const) taken[placeOfRule(name)] = sumOf(money);
  return { position, terms, facts, rule, pastDue, taken, ...sums, buyers: { pastDue: crossAged.pastDue, pastDueShare: crossAged.share, crossAged: crossAged.flags, left, ...parts, ...byBuyer } };
}

/** Cover that is not there yet, by buyer; minor units and a fraction. */
export type Offered = ReadonlyMap<number, { readonly limit: number; readonly share: number }>;

function withOffers(facts: LenderFacts, offered: Offered): LenderFacts {
  return {
    ...facts,
    insuredLimit: facts.insuredLimit.map((limit, b) => offered.get(b)?.limit ?? limit),
    insuredShare: facts.insuredShare.map((share, b) => offered.get(b)?.share ?? share),
  };
}

/** From what whole-document rules left of each buyer to what is eligible. */
export function fromLeft(terms: LenderTerms, gross: number, { left, cover, uncovered, contra }: Pick<EligibleBuyers, "left" | "cover" | "uncovered" | "contra">) {
  const balances = left.map((one, b) => one - uncovered[b]! - contra[b]!);
  const before = sumOf(balances);
  const cap = capOf(terms, before, gross, balances);
  const excess = balances.map((one) => Math.max(0, one - cap));
  const eligible = balances.map((one, b) => one - excess[b]!);
  return { before, cap, eligible: sumOf(eligible), insured: sumOf(eligible.map((one, b) => Math.max(0, Math.min(one, cover[b]!)))), byBuyer: { excess, eligible } };
}

function sumOf(sums: Float64Array): number {
  return sums.reduce((all, one) => all + one, 0);
}

function pastDueBy({ ledger, open, day }: Position, terms: LenderTerms): Float64Array {
  const { issued, due } = ledger.documents;
  const [fromInvoice, fromDue] = [termValue(terms, "pastInvoiceDays"), termValue(terms, "pastDueDays")];
  const debitsOnly = terms.has("creditsInPrior");
  return open.map((balance, i) => {
    if (balance === 0 || (balance < 0 && debitsOnly)) return 0;
    const late = (fromInvoice !== undefined && day - issued[i]! > fromInvoice) || (fromDue !== undefined && due[i] !== NO_DAY && day - due[i]! > fromDue);
    return late ? balance : 0;
  });
}

function crossAgedBy({ ledger, openByBuyer }: Position, terms: LenderTerms, pastDue: Float64Array): { readonly pastDue: Float64Array; readonly share: Float64Array; readonly flags: Uint8Array } {
  const sums = new Float64Array(ledger.buyers.count);
  const { buyer, count } = ledger.documents;
  for (let i = 0; i < count; i++) sums[buyer[i]!]! += pastDue[i]!;
  const most = termValue(terms, "crossAge");
  const share = sums.map((past, b) => (openByBuyer[b]! > 0 ? roundedAt(past / openByBuyer[b]!, SHARE_DECIMALS) : 0));
  return { pastDue: sums, share, flags: Uint8Array.from(share, (one) => (most !== undefined && one > most ? 1 : 0)) };
}

/** The first rule in order of precedence that takes each open document. */
function rulesOf({ ledger, open }: Position, terms: LenderTerms, facts: LenderFacts, by: { readonly pastDue: Float64Array; readonly crossAged: Uint8Array; readonly covered: Float64Array }): Int8Array {
  const { count, buyer, disputed, kind } = ledger.documents;
  const ofBuyer = buyerRules(ledger, terms, facts, by.covered);
  const [affiliate, retention, pastDue, crossAge, foreign, government, inDispute, insolvent] = (["affiliate", "retention", "pastDue", "crossAge", "foreign", "government", "disputed", "insolvent"] as const).map(placeOfRule) as [number, number, number, number, number, number, number, number];
  const [isAffiliate, isForeign, isGovernment, disputes] = [ofBuyer("excludeAffiliates", facts.affiliate), ofBuyer("excludeForeign", facts.foreign), ofBuyer("excludeGovernment", facts.government), terms.has("excludeDisputed")];
  const rule = new Int8Array(count).fill(NO_RULE);
  for (let i = 0; i < count; i++) {
    if (open[i] === 0) continue;
    const b = buyer[i]!;
    if (isAffiliate[b] === 1) rule[i] = affiliate;
    else if (kind[i] === RET) rule[i] = retention;
    else if (by.pastDue[i] !== 0) rule[i] = pastDue;
    else if (by.crossAged[b] === 1) rule[i] = crossAge;
    else if (isForeign[b] === 1) rule[i] = foreign;
    else if (isGovernment[b] === 1) rule[i] = government;
    else if (disputes && disputed[i] === 1 && open[i]! > 0) rule[i] = inDispute; // a disputed credit taken out would be lent upon
    else if (facts.insolvent[b] === 1) rule[i] = insolvent;
  }
  return rule;
}

/** Buyers that a switched-on rule takes whole; a foreign one that is covered is not. */
function buyerRules({ buyers }: Ledger, terms: LenderTerms, facts: LenderFacts, covered: Float64Array): (switched: "excludeAffiliates" | "excludeForeign" | "excludeGovernment", flags: Uint8Array) => Uint8Array {
  const none = new Uint8Array(buyers.count);
  return (switched, flags) => (!terms.has(switched) ? none : flags === facts.foreign ? flags.map((flag, b) => (flag === 1 && covered[b] === 0 ? 1 : 0)) : flags);
}

function leftBy({ ledger, open }: Position, rule: Int8Array, taken: Float64Array): Float64Array {
  const { count, buyer } = ledger.documents;
  const left = new Float64Array(ledger.buyers.count);
  for (let i = 0; i < count; i++) {
    if (rule[i] === NO_RULE) left[buyer[i]!]! += open[i]!;
    else taken[rule[i]!]! += open[i]!;
  }
  return left;
}

/** Cover: min(balance, limit) x share less the buyer's part of the deductible (methods.md G3), never below 0. */
function partsOf(left: Float64Array, terms: LenderTerms, facts: LenderFacts, share: Float64Array): Pick<EligibleBuyers, "cover" | "uncovered" | "contra"> {
  const [foreign, contras] = [terms.has("excludeForeign"), terms.has("excludeContra")];
  const cover = left.map((money, b) => Math.max(0, roundedAt(Math.min(Math.max(0, money), facts.insuredLimit[b]!) * share[b]!, 0) - (share[b]! > 0 ? facts.deductible[b]! : 0)));
  const uncovered = left.map((money, b) => (foreign && facts.foreign[b] === 1 ? money - Math.min(money, cover[b]!) : 0));
  const contra = left.map((money, b) => (contras ? Math.max(0, Math.min(money - uncovered[b]!, facts.payable[b]!)) : 0));
  return { cover, uncovered, contra };
}

function capOf(terms: LenderTerms, before: number, gross: number, balances: Float64Array): number {
  const share = termValue(terms, "concentration");
  if (share === undefined) return Infinity;
  const base = concentrationBase(terms);
  if (base === "fixpoint") return fixpointCap(balances, share);
  return Math.max(0, roundedAt(share * (base === "gross" ? gross : before), 0));
}

/** A part of a document: eligible, or taken by one rule. */
export interface DocumentPart {
  readonly document: number;
  readonly open: number;
  readonly eligible: number;
  /** undefined where nothing of it is taken */
  readonly rule: BankRule | undefined;
}

/**
 * Every open document as parts that add up to it, one rule a part. What a rule takes of a buyer is laid on its documents: set off
 * against the oldest first, beyond a cover or a cap the latest first; a buyer's credits stay with what is eligible of it.
 */
export function documentParts({ position, rule, buyers }: Eligibility): DocumentPart[] {
  const { open, ledger } = position;
  const { count, buyer, issued } = ledger.documents;
  const out = new Map<number, { readonly rule: BankRule; readonly money: number }[]>();
  const debits = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    if (open[i]! <= 0 || rule[i] !== NO_RULE) continue;
    const own = debits.get(buyer[i]!);
    if (own === undefined) debits.set(buyer[i]!, [i]);
    else own.push(i);
  }
  for (const [b, own] of debits) {
    own.sort((x, y) => issued[x]! - issued[y]! || x - y);
    const rest = new Map(own.map((i) => [i, open[i]!]));
    const take = (name: BankRule, money: number, order: readonly number[]): void => {
      let left = money;
      for (const i of order) {
        const part = Math.min(left, rest.get(i)!);
        if (part <= 0) continue;
        left -= part;
        rest.set(i, rest.get(i)! - part);
        const parts = out.get(i);
        if (parts === undefined) out.set(i, [{ rule: name, money: part }]);
        else parts.push({ rule: name, money: part });
      }
    };
    const latest = [...own].reverse();
    take("uncovered", buyers.uncovered[b]!, latest);
    take("contra", buyers.contra[b]!, own);
    take("concentration", buyers.excess[b]!, latest);
  }
  const parts: DocumentPart[] = [];
  for (let i = 0; i < count; i++) {
    const money = open[i]!;
    if (money === 0) continue;
    if (rule[i] !== NO_RULE) parts.push({ document: i, open: money, eligible: 0, rule: RULES[rule[i]!]!.rule });
    else parts.push(...split(i, money, out.get(i) ?? []));
  }
  return parts;
}

/** The eligible rest stands with the first rule that takes some. */
function split(document: number, money: number, out: readonly { readonly rule: BankRule; readonly money: number }[]): DocumentPart[] {
  const eligible = money - out.reduce((sum, one) => sum + one.money, 0);
  if (out.length === 0) return [{ document, open: money, eligible: money, rule: undefined }];
  return out.map(({ rule, money: part }, at) => ({ document, open: part + (at === 0 ? eligible : 0), eligible: at === 0 ? eligible : 0, rule }));
}
