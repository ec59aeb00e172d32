/** The worked numbers of methods.md B5, D1 to D3 and E: through the public function where its inputs can be written so. */
import { breakEvenDiscount, creditSale, longestTerm, termCost } from "../../src/credit/creditTerms";
import { lossOf } from "../../src/credit/expectedLoss";
import { allowanceExpense } from "../../src/credit/provision";
import { creditTerms, discountCostFigure } from "../../src/formulas/creditTerms";
import { ledgerText } from "../../src/formulas/ledger";
import { expectedLossTable, provisionTable } from "../../src/formulas/loss";
import { rollRatesTable } from "../../src/formulas/rollRates";
import { zScore } from "../../src/formulas/zScore";
import { withRates } from "../../src/receivables/rollRates";
import type { Cell, Grid } from "../../src/values/cell";
import { addDays, type Day } from "../../src/values/day";
import { on } from "../support/columns";
import { shown } from "../support/shownAnswer";

const END = on("2025-06-30");
const OWN = [0.15, 0.2, 0.09, 400 / 600, 1.3];

describe("Altman", () => {
  test.each([["Z", [0.34, 0.15, 0, 0.8, 1.6], 2.698, "grey"], ["Z'", OWN, 2.13398, "grey"], ["Z''", OWN, 2.9408, "safe"], ["Z''EM", OWN, 6.1908, "safe"]] as const)("%s", (model, x, score, zone) => {
    expect(zScore(model, [[...x]], null)).toBeCloseTo(score, 6);
    expect(zScore(model, x.map((one) => [one]), "zone")).toBe(zone);
  });
  test("equity below nothing counts as it is; no liabilities count as 10; a lone quotation mark's difference matters", () => {
    expect(zScore("Z''", [[0, 0, 0, -0.5]], null)).toBeCloseTo(-0.525, 9);
    expect(zScore("Z''", [[0, 0, 0, -0.5]], "zone")).toBe("distress");
    expect(zScore("Z''", [[0, 0, 0, { type: "Error", basicValue: "#DIV/0!" }]], null)).toBeCloseTo(10.5, 9);
  });
  test.each<[Cell[], RegExp]>([[[1, 2, 3], /has 3 cells/], [[{ type: "Error", basicValue: "#DIV\/0!" }, 0, 0, 1], /X1 is '#DIV\/0!'.*above 0/], [[0, "much", 0, 1], /X2 is 'much'/], [[1e308, 1e308, 0, 1], /Infinity/]])("%j is refused", (x, words) => {
    expect(shown(() => zScore("Z''", [x], null))).toMatch(words);
  });
  test("a model that is none", () => {
    expect(shown(() => zScore("Z3", [OWN], null))).toMatch(/value: .*"Z''EM"/);
  });
});

describe("cash discounts", () => {
  test.each([[10, 30, 0.445853, 0.372449], [10, 45, 0.234524, 0.212828], [10, 50, 0.202436, 0.186224], [20, 45, 0.343072, 0.297959]])("2 % within %i, net %i", (early, net, effective, simple) => {
    expect([discountCostFigure(0.02, early, net, null), discountCostFigure(0.02, early, net, "simple")]).toEqual([expect.closeTo(effective, 6), expect.closeTo(simple, 6)]);
  });
  test("nothing off costs nothing; all of it, or no time, is refused", () => {
    expect(discountCostFigure(0, 10, 30, null)).toBe(0);
    for (const bad of [[1, 10, 30], [2, 10, 30], [0.02, 30, 30], [0.9999999, 1, 1.001]]) expect(shown(() => discountCostFigure(bad[0], bad[1], bad[2], null))).toMatch(/^value: /);
  });
  test("the seller's own break-even, and whether to sell on credit at all", () => {
    expect(breakEvenDiscount(0.08, 10, 45)).toBeCloseTo(0.00759631, 7);
    expect(creditSale(1200, 1000, 0.8)).toEqual({ expected: expect.closeTo(-40, 9), breakEven: expect.closeTo(0.833333, 6) });
    expect(creditSale(1200, 1000, 0.95).expected).toBeCloseTo(140, 9);
  });
});

/* Anker pays on its due day, Baltic twenty days late, and both owe what they bought in June. */
function sheet(owes: number): Grid {
  const rows = ["Anker", "Baltic"].flatMap((buyer) => [1, 2, 3, 4, 5, 6].map((month): Cell[] => {
    const issued = addDays(on("2024-12-01"), month * 30);
    return [`${buyer[0]}-${month}`, buyer, issued, addDays(issued, 30), 1000, month > 4 ? null : addDays(issued, buyer === "Anker" ? 30 : 50)];
  }).filter((row) => row[5] !== null));
  return [["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"], ...rows, ["A-9", "Anker", on("2025-06-20"), on("2025-07-20"), owes, null]];
}
const POLICY: readonly (readonly [string, Cell])[] = [["pd.A", 0.02], ["pd.B", 0.02], ["pd.C", 0.02], ["pd.D", 0.02], ["pd.E", 0.1]];
const book = (owes: number, policy: readonly (readonly [string, Cell])[] = POLICY, buyers: Grid | null = null): string => ledgerText(sheet(owes), END, null, buyers, [["key", "value"], ...policy]);
const column = (table: unknown, name: string): unknown[] => {
  const [headings, ...rows] = table as unknown[][];
  return rows.map((row) => row[headings!.indexOf(name)]);
};

describe("terms", () => {
  const costs = { margin: 0.25, costOfMoney: 0.09, pd: 0.03, lgd: 0.6 };
  test.each([[30, 0.5548, 0.1479], [60, 1.1096, 0.2959], [90, 1.6644, 0.4438]])("%i days per 100 of sales", (days, carry, loss) => {
    const cost = termCost(costs, days);
    expect([cost.carry * 100, cost.loss * 100]).toEqual([expect.closeTo(carry, 4), expect.closeTo(loss, 4)]);
  });
  test("the longest: held at 90, less where the margin is thin, none without a margin, exact on the day", () => {
    expect([longestTerm(costs), longestTerm({ ...costs, margin: 0.01 }), longestTerm({ ...costs, margin: 0 }), longestTerm({ ...costs, margin: 0, costOfMoney: 0, pd: 0 })]).toEqual([90, 34, 0, 90]);
    expect(longestTerm({ margin: 0.5, costOfMoney: 7.3 - 0, pd: 0, lgd: 0 })).toBe(50);
  });
  test("by the ledger and its policy; refused until margin and cost of money are given", () => {
    const told = (policy: readonly (readonly [string, Cell])[]): unknown => shown(() => creditTerms(book(100, policy), "Anker", null));
    expect(told(POLICY)).toMatch(/^value: .*margin and costOfMoney/);
    expect(told([["margin", 0.01], ["costOfMoney", 0.09]])).toMatch(/^na: .*pd\.[A-E]/);
    expect(told([...POLICY, ["margin", 0.01], ["costOfMoney", 0.09]])).toEqual([[Math.floor(3.65 / (0.99 * 0.09 + 0.02 * 0.45))]]);
  });
});

describe("expected loss", () => {
  const insured: Grid = [["Customer", "Insured limit", "Insured share"], ["Anker", 200_000, 0.9]];
  test("0.02 x 0.45 x 250,000, and with 200,000 insured at 90 %", () => {
    expect([lossOf(0.02, 0.45, 250_000), lossOf(0.02, 0.45, 250_000, 200_000, 0.9)]).toEqual([expect.closeTo(2250, 9), expect.closeTo(630, 9)]);
    expect(column(expectedLossTable(book(250_000), null, "Anker"), "Expected loss")).toEqual([2250]);
    const table = expectedLossTable(book(250_000, POLICY, insured), null, "Anker");
    expect(["Insured", "Retained", "Expected loss"].map((name) => column(table, name)[0])).toEqual([180_000, 70_000, 630]);
  });
  test("no probabilities are made up, and one that is missing leaves the sum untold", () => {
    expect(shown(() => expectedLossTable(book(100, []), null, null))).toMatch(/^na: .*pd\.A to pd\.E/);
    const grade = column(expectedLossTable(book(100), null, "Anker"), "Grade")[0] as string;
    const without = POLICY.filter(([key]) => key !== `pd.${grade}`);
    expect(column(shown(() => expectedLossTable(book(100, without), null, null)), "Expected loss")).toEqual([expect.stringMatching(/^na: /), expect.stringMatching(/^na: /)]);
  });
  test("a list of open items judges nobody", () => {
    const open = ledgerText([["Customer", "Invoice date", "Due date", "Open amount"], ["Anker", on("2025-06-01"), on("2025-06-30"), 50]], null, null, null, POLICY.map((row) => [...row]));
    expect(column(shown(() => expectedLossTable(open, null, "Anker")), "Expected loss")).toEqual([expect.stringMatching(/^na: /)]);
  });
});

/** Open balances in the five buckets of 30, 60, 90 days on the last day. */
function aged(amounts: readonly number[], currency = "EUR", more: readonly Cell[][] = []): Grid {
  const due = [10, -10, -40, -70, -100].map((days) => addDays(END, days));
  return [["Customer", "Invoice date", "Due date", "Amount", "Open amount", "Currency"], ...amounts.map((amount, k): Cell[] => [`B${k}`, on("2025-01-01"), due[k] as Day, amount, amount, currency]), ...more];
}
const allowance = (amounts: readonly number[], rates: readonly Cell[], currency?: string): unknown => column(provisionTable(aged(amounts, currency), END, [rates]), "Allowance").at(-1);

describe("provision", () => {
  test("IFRS 9 illustrative example 12, row by row", () => {
    const table = provisionTable(aged([15e6, 7.5e6, 4e6, 2.5e6, 1e6]), END, [[0.003], [0.016], [0.036], [0.066], [0.106]]);
    expect(table).toEqual([
      ["Bucket", "Open", "Rate", "Allowance"], ["Not due", 15e6, 0.003, 45_000], ["1-30", 7.5e6, 0.016, 120_000], ["31-60", 4e6, 0.036, 144_000], ["61-90", 2.5e6, 0.066, 165_000], ["Over 90", 1e6, 0.106, 106_000],
      ["Total", 30e6, "", 580_000],
    ]);
  });
  test("a textbook's matrices, and the expense of the year", () => {
    expect(allowance([560_000, 252_000, 4_000, 800, 11_200], [0.01, 0.05, 0.1, 0.25, 0.5])).toBe(24_400);
    expect(allowance([700_000, 120_000, 80_000, 30_000, 10_000], [0.05, 0.08, 0.2, 0.25, 0.5])).toBe(73_100);
    expect(allowanceExpense(75_000, 85_000, 73_100)).toBe(83_100);
  });
  test("from flow rates; and ASC 326, whose rows are whole units as the yen are", () => {
    const chain = [100_000, 50_000, 23_000, 8_000, 2_000];
    const rolls = withRates(chain.slice(0, -1).map((balance, k) => ({ from: "", to: "", balance, migrated: chain[k + 1]!, writtenOff: 0 })));
    expect(allowance([300_000, 140_000, 60_000, 23_000, 5_000], [...rolls.map(({ loss }) => loss!), 1])).toBe(27_567.39);
    expect(allowance([5_984_698, 8_272, 2_882, 842, 1_100], [0.0033, 0.088, 0.286, 0.638, 0.902], "JPY")).toBe(22_831);
  });
  test("a credit takes off its own buyer's oldest debit, and the rest offsets nobody", () => {
    const table = provisionTable(aged([100, 100, 100, 100, 100], "EUR", [["B4", on("2025-05-01"), null, -150, -150, "EUR"]]), END, [[0, 0.1, 0.2, 0.3, 0.5]]);
    expect(column(table, "Open")).toEqual([100, 100, 100, 100, 0, -50, 350]);
    expect(column(table, "Allowance")).toEqual([0, 10, 20, 30, 0, 0, 60]);
  });
  test("the ledger's own rolls; what never rolled is not taken for safe", () => {
    const own = shown(() => provisionTable(book(100), null, null));
    expect(column(own, "Bucket")).toEqual(["Not due", "1-30", "31-60", "61-90", "Over 90", "Total"]);
    const losses = column(rollRatesTable(book(100), null, null), "Loss rate").map((loss) => (loss === "" ? "" : Math.max(0.0005, loss as number)));
    expect(column(own, "Rate").slice(0, -1)).toEqual(losses);
    expect(losses.filter((loss) => loss === "").length).toBeGreaterThan(0); // nothing was ever 90 days late
    expect(column(own, "Allowance").slice(0, 2)).toEqual([expect.stringMatching(/^na: .*Not due/), 0]);
    expect(column(own, "Allowance").at(-1)).toMatch(/^na: /);
    expect(allowance([0, 100, 0, 0, 0], ["0%", "50%", 0, 0, 0])).toBe(50);
  });
  test.each<[Cell[], RegExp]>([[[0.1, 0.2], /has 2 cells: give 5/], [[0, 0, 0, 0, 1.1], /Rate 5 .*'1.1'/], [[0, -0.1, 0, 0, 0], /Rate 2/], [[0, null, 0, 0, 0], /Rate 2/]])("rates %j are refused", (rates, words) => {
    expect(shown(() => provisionTable(aged([1, 1, 1, 1, 1]), END, [rates]))).toMatch(words);
  });
});
