import fc from "fast-check";
import { borrowingBase } from "../../src/bank/borrowingBase";
import { comparePacks, type TapeLine } from "../../src/bank/comparePacks";
import { insureChoice, type InsuranceOffer } from "../../src/bank/insureChoice";
import type { LenderTerms } from "../../src/bank/lenderTerms";
import { readTerms } from "../../src/bank/readTerms";
import { ruleCosts } from "../../src/bank/ruleCosts";
import { position } from "../../src/receivables/position";
import type { Answer } from "../../src/values/answer";
import type { Cell } from "../../src/values/cell";
import { NO_DAY } from "../../src/values/day";
import { bookOf, on, type BookOptions, type Line } from "../support/columns";

const DAY = on("2026-06-30");
const termsOf = (...rows: readonly (readonly Cell[])[]): LenderTerms => readTerms([["rule", "on", "value", "source"], ...rows], 2);
const fresh = (buyer: string, amount: number, more: Partial<Line> = {}): Line => ({ buyer, issued: "2026-06-01", due: "2026-07-01", amount, ...more });
function told<T>(answer: Answer<T>): T {
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
}

describe("what each rule costs", () => {
  test("the base without it, the dearest first; what another rule takes anyway costs nothing", () => {
    const ledger = bookOf([fresh("A", 100), fresh("B", 40, { issued: "2026-01-01", due: "2026-01-31" }), fresh("C", 30), fresh("D", 20, { disputed: true })], { facts: { B: { affiliate: "yes" }, C: { foreign: "yes" } } });
    const costs = told(ruleCosts(position(ledger, DAY), termsOf(["excludeAffiliates", "yes"], ["excludeForeign", "yes"], ["excludeDisputed", "yes"], ["pastInvoiceDays", "yes", 90], ["commitment", "yes", 75], ["advanceRate", "yes", 0.8])));
    expect(costs.map(({ rule, eligible, availability }) => [rule, eligible / 100, availability / 100])).toEqual([["commitment", 0, 5], ["excludeForeign", 30, 0], ["excludeDisputed", 20, 0], ["excludeAffiliates", 0, 0], ["pastInvoiceDays", 0, 0]]);
  });

  test("unknown as the base itself", () => {
    expect(ruleCosts(position(bookOf([fresh("A", 100)]), DAY), termsOf(["advanceRate", "yes", 0.8], ["dilutionThreshold", "yes", 0.05]))).toMatchObject({ known: false, reason: { code: "DILUTION_UNDATED" } });
  });
});

describe("whom to insure", () => {
  const BOOK = [fresh("Far", 100), fresh("Near", 200), fresh("Abroad", 60)];
  const FACTS: BookOptions["facts"] = { Far: { foreign: "yes" }, Abroad: { foreign: "yes" } };
  const offer = (buyer: number, limit: number, premium: number, share = 0.9): InsuranceOffer => ({ buyer, limit: limit * 100, share, premium: premium * 100 });
  const terms = termsOf(["excludeForeign", "yes"], ["countInsured", "yes"], ["advanceRate", "yes", 0.8]);
  const at = position(bookOf(BOOK, { facts: FACTS! }), DAY);

  test("for each unit of premium, or within a budget", () => {
    // Far: 90 % of 100 lent upon at 80 % = 72 for 2; Abroad: 90 % of 50 = 45, 36 for 0.5; Near gains nothing
    const offers = [offer(0, 100, 2), offer(1, 200, 1), offer(2, 50, 0.5)];
    expect(told(insureChoice(at, terms, offers))).toEqual({ chosen: [2], gain: 3600, premium: 50, exact: true, bound: 3600 });
    expect(told(insureChoice(at, terms, offers, 250))).toEqual({ chosen: [0, 2], gain: 10800, premium: 250, exact: true, bound: 10800 });
    expect(told(insureChoice(at, terms, offers, 200))).toMatchObject({ chosen: [0], gain: 7200 });
    expect(told(insureChoice(at, terms, offers, 10))).toEqual({ chosen: [], gain: 0, premium: 0, exact: true, bound: 0 });
    expect(told(insureChoice(at, termsOf(["excludeForeign", "yes"], ["advanceRate", "yes", 0.8]), offers))).toMatchObject({ chosen: [], gain: 0 }); // the terms count no cover
  });

  const offers = fc.array(fc.record({ buyer: fc.nat({ max: 11 }), limit: fc.integer({ min: 0, max: 100_000 }), share: fc.constantFrom(0.5, 0.9, 1), premium: fc.integer({ min: 1, max: 5000 }) }), { maxLength: 6 }).map((all) => all.filter(({ buyer }, k) => all.findIndex((one) => one.buyer === buyer) === k));
  const lines = fc.array(fc.record({ buyer: fc.nat({ max: 11 }), amount: fc.integer({ min: 1, max: 200_000 }) }), { minLength: 1, maxLength: 20 });
  const books = lines.map((all) => bookOf([...Array.from({ length: 12 }, (_, b) => fresh(`B${b}`, 1)), ...all.map(({ buyer, amount }) => fresh(`B${buyer}`, amount / 100))], { facts: Object.fromEntries(Array.from({ length: 12 }, (_, b) => [`B${b}`, { foreign: b % 2 === 0 ? "yes" : "no" }])) }));
  const rules = fc.constantFrom(terms, termsOf(["excludeForeign", "yes"], ["countInsured", "yes"], ["concentration", "yes", 0.3], ["advanceRate", "yes", 0.8], ["advanceRateInsured", "yes", 0.9], ["commitment", "yes", 3000]));

  test("no set of offers does better, and each gain is that of the borrowing base itself", () => {
    fc.assert(fc.property(books, offers, rules, fc.option(fc.integer({ min: 0, max: 8000 }), { nil: undefined }), (ledger, all, agreed, budget) => {
      const found = told(insureChoice(position(ledger, DAY), agreed, all, budget));
      const drawn = (chosen: readonly number[]): number => {
        const facts = ledger.buyers.facts.map((one, b) => {
          const taken = all.find(({ buyer }, k) => buyer === b && chosen.includes(k));
          return taken === undefined ? one : new Map([...(one ?? []), ["insuredLimit", taken.limit / 100], ["insuredShare", taken.share]] as [string, string | number][]);
        });
        return told(borrowingBase(position({ ...ledger, buyers: { ...ledger.buyers, facts } }, DAY), agreed)).availability;
      };
      const none = drawn([]);
      expect(drawn(found.chosen) - none).toBe(found.gain);
      for (let set = 1; set < 2 ** all.length; set++) {
        const chosen = all.map((_, k) => k).filter((k) => (set & (1 << k)) !== 0);
        const premium = chosen.reduce((sum, k) => sum + all[k]!.premium, 0);
        const gain = drawn(chosen) - none;
        if (budget !== undefined) expect(premium > budget || gain <= found.gain).toBe(true);
        else if (gain > 0) expect(gain * found.premium).toBeLessThanOrEqual(found.gain * premium);
      }
    }), { numRuns: 60 });
  });

  test("beyond twelve offers: within the budget, and never above the bound that is stated", () => {
    const many = Array.from({ length: 15 }, (_, k) => fresh(`B${k}`, 10 + 7 * k));
    const ledger = bookOf(many, { facts: Object.fromEntries(many.map(({ buyer }) => [buyer, { foreign: "yes" }])) });
    const all = many.map(({ amount }, k) => offer(k, amount, 1 + (k % 4)));
    const found = told(insureChoice(position(ledger, DAY), terms, all, 1000));
    expect([found.exact, found.premium <= 1000, found.gain > 0, found.gain <= found.bound]).toEqual([false, true, true, true]);
    expect(told(insureChoice(position(ledger, DAY), terms, all, 1_000_000))).toMatchObject({ chosen: all.map((_, k) => k), exact: false });
  });
});

describe("last month's pack and this one", () => {
  const line = (number: string, issued: string, due: string | undefined, open: number, buyer = "A"): TapeLine => ({ number, buyer, issued: on(issued), due: due === undefined ? NO_DAY : on(due), open });

  test("re-aged, due day moved, credited and billed again", () => {
    const before = [line("1", "2026-04-01", "2026-05-01", 100), line("2", "2026-04-10", "2026-05-10", 50), line("3", "2026-04-20", "2026-05-20", 70), line("4", "2026-04-20", "2026-05-20", 70), line("5", "2026-04-21", "2026-05-21", 30), line("6", "2026-04-22", undefined, 5)];
    const now = [line("1", "2026-05-15", "2026-06-14", 100), line("2", "2026-04-10", "2026-06-30", 50), line("4", "2026-04-20", "2026-05-20", 70), line("9", "2026-06-02", "2026-07-02", 70), line("10", "2026-06-02", "2026-07-02", 30, "B"), line("6", "2026-04-22", "2026-05-22", 5)];
    const found = comparePacks(before, now, DAY);
    expect(found.reaged.map((one) => one.now.number)).toEqual(["1"]);
    expect(found.movedDue.map((one) => one.now.number)).toEqual(["2"]);
    expect(found.rebilled.map(({ gone, anew }) => [gone.number, anew.number])).toEqual([["3", "9"]]); // of another buyer is another business
    expect(comparePacks(before, before, DAY)).toEqual({ reaged: [], movedDue: [], rebilled: [], clusters: [] });
  });

  test("a month whose last three days bring more than three tenths of its money", () => {
    const may = [line("1", "2026-05-04", undefined, 100), line("2", "2026-05-11", undefined, 100), line("3", "2026-05-18", undefined, 100), line("4", "2026-05-25", undefined, 100), line("5", "2026-05-30", undefined, 200)];
    expect(comparePacks([], may, DAY).clusters).toEqual([{ monthEnd: on("2026-05-31"), last: 200, month: 600, share: 1 / 3 }]);
    expect(comparePacks([], may.slice(1), DAY).clusters).toEqual([]); // four invoices say nothing
    expect(comparePacks([], may, on("2026-05-30")).clusters).toEqual([]); // the month is not over
  });
});
