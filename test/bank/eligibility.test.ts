import fc from "fast-check";
import { documentParts, eligibility, type Eligibility } from "../../src/bank/eligibility";
import { borrowingBase } from "../../src/bank/borrowingBase";
import { fixpointCap } from "../../src/bank/concentrationCap";
import { TERMS, type LenderTerms, type TermRule } from "../../src/bank/lenderTerms";
import { readTerms } from "../../src/bank/readTerms";
import { NO_RULE, placeOfRule, RULES, type BankRule } from "../../src/bank/rules";
import { RET, type Ledger } from "../../src/ledger/ledger";
import { position } from "../../src/receivables/position";
import type { Cell } from "../../src/values/cell";
import { NO_DAY, type Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import { bookOf, on, type BookOptions, type Line } from "../support/columns";
import { byHand, type Paper, type PaperBuyer, type PaperTerms } from "./byHand";

const DAY = on("2026-06-30");
const termsOf = (...rows: readonly (readonly Cell[])[]): LenderTerms => readTerms([["rule", "on", "value", "source"], ...rows], 2);

/** Fresh: 29 days old. Aged: 121 days old, 91 past due. */
const fresh = (buyer: string, amount: number, more: Partial<Line> = {}): Line => ({ buyer, issued: "2026-06-01", due: "2026-07-01", amount, ...more });
const aged = (buyer: string, amount: number, more: Partial<Line> = {}): Line => ({ buyer, issued: "2026-03-01", due: "2026-03-31", amount, ...more });

/* methods.md G2, in thousands; the last buyer paid all and brings the dilution to 8 %: 15 and 81 of credit notes on 890 and 310 of sales. */
const G2: readonly Line[] = [
  fresh("A", 400), fresh("A", -5, { kind: "UNAP" }), fresh("B", 60), aged("B", 40), fresh("C", 30), aged("C", 50), fresh("D", 90), fresh("E", 30), fresh("F", 25),
  fresh("G", 110), fresh("G", 10, { disputed: true }), fresh("H", 45), { ...aged("H", -15, { kind: "CN" }), due: undefined } as unknown as Line,
  fresh("Z", 310, { paid: [["2026-06-20", 229], ["2026-06-20", 81, "credit"]] }), fresh("Z", -81, { kind: "CN", paid: [["2026-06-20", -81, "credit"]] }),
];
const FACTS: BookOptions["facts"] = { D: { foreign: "yes" }, E: { affiliate: "yes" }, F: { government: "yes" }, G: { payable: 20 } };
const AGREED: readonly (readonly Cell[])[] = [
  ["excludeAffiliates", "yes"], ["excludeGovernment", "yes"], ["excludeForeign", "yes"], ["excludeDisputed", "yes"], ["excludeContra", "yes"], ["pastInvoiceDays", "yes", 90], ["pastDueDays", "yes", 60], ["creditsInPrior", "yes"],
  ["crossAge", "yes", 0.5], ["concentration", "yes", 0.25], ["advanceRate", "yes", "85%"], ["dilutionThreshold", "yes", 0.05], ["commitment", "yes", 300], ["loans", "yes", 200],
];
const with_ = (...rows: readonly (readonly Cell[])[]): LenderTerms => termsOf(...AGREED.filter(([rule]) => !rows.some(([other]) => other === rule)), ...rows);
const taken = ({ taken: sums }: Eligibility, rule: BankRule): number => sums[placeOfRule(rule)]! / 100;

function base(terms: LenderTerms, facts: BookOptions["facts"] = FACTS, lines = G2) {
  const answer = borrowingBase(position(bookOf(lines, { facts: facts! }), DAY), terms);
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
}

describe("the worked example G2", () => {
  test("gross 870 through every rule to 65.475", () => {
    const found = base(with_());
    const { eligibility: of } = found;
    expect([of.position.total / 100, taken(of, "pastDue"), taken(of, "crossAge"), taken(of, "foreign"), taken(of, "affiliate"), taken(of, "government"), taken(of, "contra"), taken(of, "disputed")]).toEqual([870, 90, 30, 90, 30, 25, 20, 10]);
    expect([of.before / 100, of.cap / 100, taken(of, "concentration"), of.eligible / 100]).toEqual([575, 143.75, 251.25, 323.75]);
    expect([found.dilution, found.advance, found.dilutionReserve, found.base, found.availability]).toEqual([0.08, 27519, 971, 26548, 6548]); // in cents of a thousand: 275.1875 and 9.7125, each rounded
  });

  test("20 % of gross, the fixpoint, and D insured to 50", () => {
    expect(base(with_(["concentration", "yes", 0.2], ["concentrationBase", "yes", "gross"])).eligibility).toMatchObject({ cap: 17400, eligible: 35400 });
    expect(base(with_(["concentrationBase", "yes", "fixpoint"])).eligibility).toMatchObject({ cap: 3000, eligible: 12000 });
    const insured = base(with_(["countInsured", "yes"]), { ...FACTS, D: { foreign: "yes", insuredLimit: 50, insuredShare: 1 } });
    expect(insured.eligibility).toMatchObject({ before: 62500, eligible: 38625, insured: 5000 });
    expect([insured.advance - insured.dilutionReserve, insured.capped]).toEqual([31672, 30000]); // 328.3125 - 11.5875 = 316.725
    expect(base(with_(["countInsured", "yes"]), { ...FACTS, D: { foreign: "yes", insuredLimit: 50, insuredShare: 0.9, deductible: 5 } }).eligibility.before).toBe(57500 + 4000);
    expect(base(with_(["countInsured", "yes"]), { ...FACTS, D: { foreign: "yes", insuredLimit: 50 } }).eligibility.before).toBe(57500); // no share stated: nothing is counted
  });

  test("the traps: a net past-due column lends on H's credit; cross-ageing at 25 % takes B too, at just 40 % it does not", () => {
    expect(taken(base(with_(["creditsInPrior", "no"])).eligibility, "pastDue")).toBe(75);
    expect(taken(base(with_(["crossAge", "yes", 0.25])).eligibility, "crossAge")).toBe(90);
    expect(taken(base(with_(["crossAge", "yes", 0.4])).eligibility, "crossAge")).toBe(30);
  });

  test("each document once, or once a rule that takes a part of it", () => {
    const parts = documentParts(base(with_()).eligibility);
    expect(parts.filter(({ document }) => [0, 1, 9, 10].includes(document)).map(({ document, open, eligible, rule }) => [document, open / 100, eligible / 100, rule])).toEqual([
      [0, 400, 148.75, "concentration"], [1, -5, -5, undefined], [9, 110, 90, "contra"], [10, 10, 0, "disputed"],
    ]);
  });
});

test("published: 950,000 at 75 %; all insured at 90 %, foreign ones too, 8,010,000", () => {
  expect(base(termsOf(["pastInvoiceDays", "yes", 90], ["advanceRate", "yes", 0.75]), {}, [fresh("A", 950_000), aged("A", 50_000)]).availability).toBe(71_250_000);
  const facts = { A: { insuredLimit: 6_100_000, insuredShare: 1 }, B: { foreign: "yes", insuredLimit: 2_800_000, insuredShare: 1 } };
  const terms = termsOf(["excludeForeign", "yes"], ["countInsured", "yes"], ["advanceRate", "yes", 0.75], ["advanceRateInsured", "yes", 0.9]);
  expect(base(terms, facts, [fresh("A", 6_100_000), fresh("B", 2_800_000)]).availability).toBe(801_000_000);
});

describe("what a part of a buyer is laid on", () => {
  test("a cap takes the latest first, a set-off the oldest; a document two rules take has two rows", () => {
    const lines = [fresh("A", 100, { issued: "2026-06-03" }), fresh("A", 60, { issued: "2026-06-01" }), fresh("A", -10, { kind: "UNAP" }), fresh("B", 50)];
    const found = eligibility(position(bookOf(lines, { facts: { A: { payable: 30 } } }), DAY), termsOf(["excludeContra", "yes"], ["concentration", "yes", 0.5], ["advanceRate", "yes", 0.8]));
    // left 150 - contra 30 = 120; before 170, cap 85, excess 35
    expect(documentParts(found).map(({ document, open, eligible, rule }) => [document, open / 100, eligible / 100, rule])).toEqual([[0, 100, 65, "concentration"], [1, 60, 30, "contra"], [2, -10, -10, undefined], [3, 50, 50, undefined]]);
    const both = eligibility(position(bookOf([fresh("A", 100), fresh("B", 20)], { facts: { A: { payable: 30 } } }), DAY), termsOf(["excludeContra", "yes"], ["concentration", "yes", 0.5], ["advanceRate", "yes", 0.8]));
    expect(documentParts(both).map(({ document, open, eligible, rule }) => [document, open / 100, eligible / 100, rule])).toEqual([[0, 75, 45, "contra"], [0, 25, 0, "concentration"], [1, 20, 20, undefined]]);
  });

  test("a disputed credit stays: taken out, it would be lent upon", () => {
    const found = eligibility(position(bookOf([fresh("A", 100), fresh("A", -40, { kind: "CN", disputed: true }), fresh("A", 30, { disputed: true })]), DAY), termsOf(["excludeDisputed", "yes"], ["advanceRate", "yes", 0.8]));
    expect([found.eligible, taken(found, "disputed")]).toEqual([6000, 30]);
  });
});

describe("the fixpoint of concentration", () => {
  test.each<[readonly number[], number, number]>([
    [[395, 90, 60, 30], 0.25, 30], [[200, 100, 100, 100], 0.25, 100], [[100, 60, 10], 0.5, 70], [[100, 100, 100, 100], 0.25, Infinity], [[100, 50], 0.25, 0], [[], 0.25, Infinity], [[100, -20, 60, 60], 0.5, Infinity], [[100], 1, Infinity],
  ])("of %p at %f is %f", (balances, share, cap) => expect(fixpointCap(balances, share)).toBe(cap));

  test("is the largest cap that holds", () => {
    const balances = fc.array(fc.integer({ min: -3000, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(balances, fc.constantFrom(0.1, 0.15, 0.2, 0.25, 0.3, 0.5), (all, share) => {
      const holds = (cap: number): boolean => Math.max(0, ...all.map((one) => Math.min(one, cap))) <= share * all.reduce((sum, one) => sum + Math.min(one, cap), 0) + 1e-6;
      const cap = fixpointCap(all, share);
      const most = Math.max(0, ...all);
      if (cap >= most) return expect(most === 0 || holds(most)).toBe(true);
      expect(cap === 0 || holds(cap)).toBe(true);
      for (let more = cap + 1; more <= most; more++) if (holds(more)) throw new Error(`${more} holds, and is more than ${cap}`);
    }), { numRuns: 300 });
  });
});

describe("terms that are refused name their row", () => {
  const refused = (...rows: readonly (readonly Cell[])[]): unknown => {
    try {
      readTerms(rows, 2);
    } catch (error) {
      return (error as { reason: unknown }).reason;
    }
    return undefined;
  };
  const HEAD = ["rule", "on", "value", "source"];

  test("twice, unknown, above 100 %, neither yes nor no, no advance rate, none at all", () => {
    expect(refused(HEAD, ["advanceRate", "yes", 0.8], ["loans", "yes", 5], ["AdvanceRate", "yes", 0.7])).toMatchObject({ code: "TERMS_TWICE", with: { row: 4, first: 2 } });
    expect(refused(HEAD, ["advancerates", "yes", 0.8])).toMatchObject({ code: "TERMS_RULE", with: { row: 2, listRules: expect.stringMatching(/^advanceRate, /) as unknown } });
    expect(refused(HEAD, ["advanceRate", "yes", "120%"])).toMatchObject({ code: "TERMS_VALUE", with: { row: 2, found: "120%" } });
    expect(refused(HEAD, ["advanceRate", "yes", 1.2])).toMatchObject({ code: "TERMS_VALUE" });
    expect(refused(HEAD, ["advanceRate", "yes", 0.8], ["excludeForeign", "maybe"])).toMatchObject({ code: "TERMS_SWITCH", with: { row: 3, found: "maybe" } });
    expect(refused(HEAD, ["advanceRate", "yes", 0.8], ["pastDueDays", "yes", 60.5])).toMatchObject({ code: "TERMS_VALUE" });
    expect(refused(HEAD, ["advanceRate", "yes", 0.8], ["loans", "yes", -1])).toMatchObject({ code: "TERMS_VALUE" });
    expect(refused(HEAD, ["loans", "yes", 5])).toEqual({ code: "TERMS_ADVANCE" });
    for (const rows of [[], [HEAD], [["a", "b"]], [[0.8]]]) expect(refused(...rows)).toEqual({ code: "NO_TERMS" });
    for (const found of ["__proto__", "=1+1", "x".repeat(1_000_000)]) expect(refused(HEAD, [found, "yes"])).toMatchObject({ code: "TERMS_RULE" });
  });

  test("read: Chinese headings and names, a title above, blanks, off, the market's value where it is on and blank", () => {
    const read = readTerms([["某银行 贷款条款"], ["规则", "启用", "取值", "来源"], ["剔除关联方", "是", "", "第4条"], ["预支比例", "", "85%", ""], ["pastDueDays", "yes", "", "4.1"], ["crossAge", "no", 0.5], ["", "", ""], ["loans", "", 12.5], ["commitment", "", ""], ["concentrationBase", "yes", "Fixpoint"]], 2);
    expect([...read.values()].map(({ rule, value, source, row }) => [rule, value, source, row])).toEqual([
      ["excludeAffiliates", undefined, "第4条", 3], ["advanceRate", 0.85, "", 4], ["pastDueDays", 60, "4.1", 5], ["loans", 1250, "", 8], ["concentrationBase", "fixpoint", "", 10],
    ]);
  });

  test("every rule of the contract is read", () => {
    expect(TERMS.map(({ rule }) => rule)).toEqual(["excludeAffiliates", "excludeGovernment", "excludeForeign", "excludeDisputed", "excludeContra", "pastInvoiceDays", "pastDueDays", "creditsInPrior", "crossAge", "concentration", "concentrationBase", "advanceRate", "advanceRateInsured", "countInsured", "dilutionThreshold", "reserve", "commitment", "loans", "lettersOfCredit"]);
  });
});

test("an insurer's limit in another currency is refused, naming the buyer", () => {
  const ledger = { ...bookOf([fresh("A", 100)], { facts: { A: { insuredLimit: 50, insuredShare: 0.9, insuredCurrency: "EUR" } } }), currency: "USD" };
  expect(() => eligibility(position(ledger, DAY), termsOf(["advanceRate", "yes", 0.8]))).toThrow(expect.objectContaining({ reason: { code: "INSURED_CURRENCY", with: { buyer: "A", found: "EUR", currency: "USD" } } }) as Error);
  expect(eligibility(position({ ...ledger, currency: "EUR" }, DAY), termsOf(["advanceRate", "yes", 0.8])).eligible).toBe(10000);
});

test("a dilution that cannot be told is no reserve of 0", () => {
  const old = bookOf([{ buyer: "A", issued: "2024-01-01", due: "2024-01-31", amount: 100 }]);
  expect(borrowingBase(position(old, DAY), termsOf(["advanceRate", "yes", 0.8], ["dilutionThreshold", "yes", 0.05]))).toMatchObject({ known: false, reason: { code: "NO_SALES_IN" } });
  expect(borrowingBase(position(old, DAY), termsOf(["advanceRate", "yes", 0.8]))).toMatchObject({ known: true, value: { availability: 8000 } });
});

/** Runs of the property: 10,000 by `OPEN_ACCOUNT_RUNS=10000`. */
const RUNS = Number(process.env["OPEN_ACCOUNT_RUNS"] ?? 400);

test(`${RUNS} random ledgers and terms: gross is eligible and every rule, to the cent, and a clerk's reckoning agrees on every document`, () => {
  const flag = fc.constantFrom(true, false, false);
  const buyer: fc.Arbitrary<PaperBuyer> = fc.record({ affiliate: flag, government: flag, foreign: fc.boolean(), insolvent: flag, payable: fc.integer({ min: 0, max: 200_000 }), limit: fc.constantFrom(0, 50_000, 400_000), share: fc.constantFrom(0, 0.85, 0.9, 1), deductible: fc.constantFrom(0, 5_000) });
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const terms = fc.record({
    affiliates: fc.boolean(), government: fc.boolean(), foreign: fc.boolean(), disputed: fc.boolean(), contra: fc.boolean(), insured: fc.boolean(), creditsInPrior: fc.boolean(),
    invoiceDays: maybe(fc.constantFrom(0, 90, 120)), dueDays: maybe(fc.constantFrom(0, 60)), crossAge: maybe(fc.constantFrom(0.1, 0.25, 0.5)), concentration: maybe(fc.constantFrom(0.1, 0.2, 0.25, 0.4, 1)), base: fc.constantFrom("eligible" as const, "gross" as const, "fixpoint" as const),
  });
  const day = fc.integer({ min: 45690, max: 46150 }).map((serial) => serial as Day);
  const buyers = fc.dictionary(fc.constantFrom("Anker", "Baltic", "Cedar", "Dune", "Elm"), buyer);
  fc.assert(fc.property(linesOf(), buyers, terms, day, (lines, facts, asked, when) => {
    const ledger = bookOf(lines.map((line, at) => (at % 7 === 3 && line.amount > 0 ? { ...line, kind: "RET" as const } : line)), { facts: Object.fromEntries(Object.entries(facts).map(([name, one]) => [name, factsOf(one)])) });
    const at = position(ledger, when);
    const found = eligibility(at, termsFor(asked as PaperTerms));
    expect(found.eligible + found.taken.reduce((sum, one) => sum + one, 0)).toBe(at.total);
    const clerk = byHand(papersOf(ledger, when), new Map(Object.entries(facts)), asked as PaperTerms);
    expect([...found.rule].map((rule) => (rule === NO_RULE ? "" : RULES[rule]!.rule))).toEqual(clerk.rule);
    ledger.buyers.name.forEach((name, b) => expect([name, found.buyers.uncovered[b]! + 0, found.buyers.contra[b], found.buyers.excess[b], found.buyers.eligible[b]]).toEqual([name, clerk.uncovered.get(name), clerk.contra.get(name), clerk.excess.get(name), clerk.eligible.get(name)]));
    const parts = documentParts(found);
    for (const rule of RULES) expect(parts.filter((part) => part.rule === rule.rule).reduce((sum, { open, eligible }) => sum + open - eligible, 0)).toBe(found.taken[placeOfRule(rule.rule)]);
    expect(parts.reduce((sum, { eligible }) => sum + eligible, 0)).toBe(found.eligible);
    const open = new Float64Array(ledger.documents.count);
    for (const part of parts) open[part.document]! += part.open;
    expect(open).toEqual(at.open);
  }), { numRuns: RUNS });
});

function factsOf(one: PaperBuyer): Record<string, string | number> {
  const yes = (flag: boolean | undefined): string => (flag === true ? "yes" : "no");
  return { affiliate: yes(one.affiliate), government: yes(one.government), foreign: yes(one.foreign), insolvent: yes(one.insolvent), payable: (one.payable ?? 0) / 100, insuredLimit: (one.limit ?? 0) / 100, insuredShare: one.share ?? 0, deductible: (one.deductible ?? 0) / 100 };
}

function termsFor(asked: PaperTerms): LenderTerms {
  const row = (rule: TermRule, value: Cell | undefined): (readonly Cell[])[] => (value === undefined || value === false ? [] : [[rule, "yes", value === true ? null : value]]);
  return termsOf(
    ...row("excludeAffiliates", asked.affiliates), ...row("excludeGovernment", asked.government), ...row("excludeForeign", asked.foreign), ...row("excludeDisputed", asked.disputed), ...row("excludeContra", asked.contra), ...row("countInsured", asked.insured), ...row("creditsInPrior", asked.creditsInPrior),
    ...row("pastInvoiceDays", asked.invoiceDays), ...row("pastDueDays", asked.dueDays), ...row("crossAge", asked.crossAge), ...row("concentration", asked.concentration), ...row("concentrationBase", asked.base), ["advanceRate", "yes", 0.8],
  );
}

function papersOf(ledger: Ledger, day: Day): Paper[] {
  const { documents, buyers } = ledger;
  const { open } = position(ledger, day);
  return Array.from({ length: documents.count }, (_, i): Paper => ({
    buyer: buyers.name[documents.buyer[i]!]!, open: open[i]!, ageFromInvoice: day - documents.issued[i]!, daysPastDue: documents.due[i] === NO_DAY ? undefined : day - documents.due[i]!, disputed: documents.disputed[i] === 1, retention: documents.kind[i] === RET,
  }));
}
