import fc from "fast-check";
import { assess } from "../../src/credit/assess";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { addDays, type Day } from "../../src/values/day";
import { REASON_CODES, say } from "../../src/values/say";
import { linesOf, shuffled } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

const paying = (buyer: string, daysLate: number, open = 0): Line[] => [
  ...Array.from({ length: 12 }, (_, week): Line => {
    const issued = addDays(on("2024-01-01"), 7 * week);
    return { buyer, issued, due: addDays(issued, 30), amount: 100, paid: addDays(issued, 30 + daysLate) };
  }),
  ...(open === 0 ? [] : [{ buyer, issued: "2024-05-01", due: "2024-05-31", amount: open }]),
];
const JUNE = on("2024-06-30");

/* Anker early, Baltic late, Cedar late and 300 overdue; Dune and Elm new, Elm owes more. */
const LINES: readonly Line[] = [
  ...paying("Anker", -20), ...paying("Baltic", 20), ...paying("Cedar", 20, 300),
  { buyer: "Dune", issued: "2024-06-20", due: "2024-07-20", amount: 50 },
  { buyer: "Elm", issued: "2024-06-20", due: "2024-07-20", amount: 80 },
];

test("worst first; who cannot be judged comes last and says so", () => {
  const ledger = bookOf(LINES);
  const rows = assess(ledger, JUNE, DEFAULT_POLICY).map((one) => [
    ledger.buyers.name[one.buyer], one.grade, one.status, one.open / 100, one.overdue / 100, one.daysBeyondTerms.known ? one.daysBeyondTerms.value : one.daysBeyondTerms.reason.code, say(one.mainReason),
  ]);
  expect(rows).toEqual([
    ["Cedar", "E", "normal", 300, 300, (1200 * 20 + 300 * 30) / 1500, "13 of 13 known invoices late against 67 % in the book"],
    ["Baltic", "E", "normal", 0, 0, 20, "12 of 12 known invoices late against 67 % in the book"],
    ["Anker", "A", "normal", 0, 0, 0, "0 of 12 known invoices late against 67 % in the book"],
    ["Elm", undefined, "insufficient", 80, 0, "NO_PAYMENTS", "Insufficient history: no known outcome, nothing overdue"],
    ["Dune", undefined, "insufficient", 50, 0, "NO_PAYMENTS", "Insufficient history: no known outcome, nothing overdue"],
  ]);
});

test("like the book, but overdue now: that is the main reason", () => {
  const fir = [...paying("Fir", 20).slice(0, 8), ...paying("Fir", -20).slice(0, 4), { buyer: "Fir", issued: "2024-05-01", due: "2024-06-11", amount: 5 }];
  const ledger = bookOf([...LINES, ...fir]);
  const found = assess(ledger, JUNE, DEFAULT_POLICY).find((one) => ledger.buyers.name[one.buyer] === "Fir")!;
  expect(say(found.mainReason)).toBe("Oldest open invoice 19 days past due");
});

test("a list of open items: no scores, most overdue first", () => {
  const ledger = bookOf([{ buyer: "A", issued: "2024-05-01", due: "2024-05-31", amount: 5 }, { buyer: "B", issued: "2024-05-01", due: "2024-05-31", amount: 9 }]);
  expect(assess(ledger, JUNE, DEFAULT_POLICY).map((one) => [ledger.buyers.name[one.buyer], one.score.known, one.status])).toEqual([["B", false, "undated"], ["A", false, "undated"]]);
});

/* A group of three whose members differ, and a buyer of whom nothing is said. */
const FACTS: readonly Readonly<Record<string, string | number>>[] = [
  { parent: "Holding", groupLimit: 300, orders: 20 }, { parent: "Holding", insolvent: "yes", references: "900;1200" }, {},
  { parent: "Holding", totalAssets: 1000, netWorth: -100, workingCapital: 50, retainedEarnings: -400, ebit: -9, countryClass: "5" },
];

test("for any book and day: a row a buyer, the same whatever the order of the rows, every sentence there", () => {
  fc.assert(
    fc.property(linesOf(), fc.integer({ min: 45_650, max: 46_300 }), fc.infiniteStream(fc.nat()), (lines, day, order) => {
      const facts = Object.assign(Object.create(null), Object.fromEntries([...new Set(lines.map(({ buyer }) => buyer))].map((buyer, at) => [buyer, FACTS[at % FACTS.length]!])));
      const rows = (all: readonly Line[]): object[] => {
        const ledger = bookOf(all, { facts });
        return assess(ledger, day as Day, DEFAULT_POLICY).map(({ buyer, ...rest }) => ({ name: ledger.buyers.name[buyer], ...rest }));
      };
      expect(rows(shuffled(lines, order))).toEqual(rows(lines));
      const ledger = bookOf(lines);
      const all = assess(ledger, day as Day, DEFAULT_POLICY);
      expect(new Set(all.map(({ buyer }) => buyer)).size).toBe(ledger.buyers.count);
      for (const { mainReason } of all) expect(REASON_CODES).toContain(mainReason.code);
    }),
    { numRuns: 50 },
  );
});
