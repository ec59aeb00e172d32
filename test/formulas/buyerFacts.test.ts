/** What the `buyers` range and the policy say beside payment behaviour: overrides, statements, country, references, groups, exposure. */
import fc from "fast-check";
import { assessment } from "../../src/formulas/assess";
import { creditGrade } from "../../src/formulas/creditGrade";
import { creditLimit } from "../../src/formulas/creditLimit";
import { issuesTable } from "../../src/formulas/issues";
import { ledgerText } from "../../src/formulas/ledger";
import { limitReasonsTable } from "../../src/formulas/limitReasons";
import { scoreReasons } from "../../src/formulas/scoreReasons";
import type { Cell, Grid } from "../../src/values/cell";
import { addDays } from "../../src/values/day";
import { on } from "../support/columns";
import { shown } from "../support/shownAnswer";

const END = on("2024-12-31");
/* Everybody buys 3,650 a month at 30 days and still owes the last; Anker pays ten days early, Baltic ten late. */
const sheetOf = (buyers: readonly (readonly [name: string, paidAfter: number])[]): Grid => [
  ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"],
  ...buyers.flatMap(([buyer, paidAfter]) => Array.from({ length: 12 }, (_, month): Cell[] => {
    const issued = addDays(on("2024-01-01"), month * 30);
    return [`${buyer}-${month}`, buyer, issued, addDays(issued, 30), 3650, month === 11 ? null : addDays(issued, paidAfter)];
  })),
];
const SHEET = sheetOf([["Anker", 20], ["Baltic", 40]]);
type Facts = Readonly<Record<string, Cell>>;
const rangeOf = (facts: Facts, buyer = "Anker"): Grid => [["Customer", ...Object.keys(facts)], [buyer, ...Object.values(facts)]];
const bookOf = (buyers: Grid | null, policy: readonly (readonly [string, Cell])[] = [], sheet = SHEET): string => ledgerText(sheet, END, null, buyers, policy.length === 0 ? null : policy.map((row) => [...row]));
const linesOf = (facts: Facts, policy: readonly (readonly [string, Cell])[] = []): unknown[][] => shown(() => limitReasonsTable(bookOf(rangeOf(facts), policy), "Anker", null)) as unknown[][];
const line = (table: unknown[][], name: string): unknown[] | undefined => table.find(([first]) => first === name);
const limitOf = (facts: Facts, policy: readonly (readonly [string, Cell])[] = []): unknown => line(linesOf(facts, policy), "Limit")![1];
const scoredOf = (facts: Facts, policy: readonly (readonly [string, Cell])[] = []): unknown[][] => shown(() => scoreReasons(bookOf(rangeOf(facts), policy), "Anker", null)) as unknown[][];
const points = (table: unknown[][]): unknown[] => table.filter(([, , one]) => typeof one === "number");

const OLD = { "Total assets": 1000, "Current assets": 450, "Current liabilities": 300, "Retained earnings": 200, "EBIT": 90, "Equity": 400, "Total liabilities": 600, "Sales": 1300 };
const SOUND = { "Total assets": 100_000, "Current assets": 45_000, "Current liabilities": 30_000, "Retained earnings": 20_000, "EBIT": 9_000, "Equity": 40_000, "Total liabilities": 60_000, "Sales": 130_000 };
const FAILING = { ...SOUND, "Retained earnings": -60_000, "EBIT": -20_000 };

describe("overrides", () => {
  test("stop credit, hold it to a grade, or are a line and no more, as the policy says", () => {
    expect(limitOf({ "Insolvent": "no" })).toBe(4000);
    const stopped = linesOf({ "Insolvent": "yes", "Insured limit": 9000 });
    expect([line(stopped, "Limit")!.slice(1, 3), line(stopped, "Approval")![2]]).toEqual([[0, "An override of the policy: no credit"], expect.stringMatching(/^Cash in advance/)]);
    expect(line(stopped, "For a person to decide")![2]).toBe("Marked as insolvent among the buyers' facts: the points know nothing of it; No credit, whatever an insurer grants: policy key override.insolvent");
    const held = linesOf({ "Legal flag": "失信被执行人" });
    expect([line(held, "Limit")![1], line(held, "Review")![2]]).toEqual([2600, "By 2025-03-31: every 3 months"]); // 4,380 x D's 0.6
    expect(limitOf({ "Legal flag": "yes" }, [["override.legalFlag", "note"]])).toBe(4000);
    expect(line(linesOf({ "Legal flag": "yes" }, [["override.legalFlag", "off"]]), "For a person to decide")).toBeUndefined();
    expect(limitOf({ "Insolvent": "yes" }, [["override.insolvent", "d"]])).toBe(2600);
  });
  test("days overdue from which a person is asked are the policy's", () => {
    const late = (policy: readonly (readonly [string, Cell])[]): unknown => shown(() => scoreReasons(bookOf(null, policy), "Baltic", null));
    expect(JSON.stringify(late([]))).not.toContain("override.overdue"); // 5 days
    expect(JSON.stringify(late([["override.overdueDays", 4]]))).toContain("D at best: policy key override.overdue");
  });
  test("never move a point or the grade", () => {
    expect(points(scoredOf({ "Insolvent": "yes", ...FAILING, "Country class": 7 }))).toEqual(points(scoredOf({ "Insolvent": "" })));
    expect(shown(() => creditGrade(bookOf(rangeOf({ "Insolvent": "yes" })), "Anker", null))).toEqual([["A"]]);
  });
});

describe("statements", () => {
  const said = (facts: Facts, policy: readonly (readonly [string, Cell])[] = []): unknown => line(scoredOf(facts, policy), "Statements")?.[1];
  test.each([["Z'", "Altman Z' 2.13, grey"], ["Z''", "Altman Z'' 2.94, safe"], ["Z″EM", "Altman Z''EM 6.19, safe"], ["z", "No figure for X4 of Altman's Z"]])("the worked firm of methods.md B5 by %s", (model, words) => {
    expect(said({ ...OLD, "Statement date": on("2024-06-30") }, [["altman", model]])).toMatch(new RegExp(`^${words}`));
  });
  test("are a line beside the score and beside the limit, with their day, and no points", () => {
    const facts = { ...SOUND, "Statement date": on("2024-06-30") };
    expect(scoredOf(facts).find(([name]) => name === "Statements")).toEqual(["Statements", "Altman Z'' 2.94, safe, by the statements of 2024-06-30", "", ""]);
    expect(line(linesOf(facts), "Statements")).toEqual(["Statements", "", "Altman Z'' 2.94, safe, by the statements of 2024-06-30; nothing follows for the limit", ""]);
    expect(line(linesOf(facts), "Working capital")!.slice(1, 3)).toEqual([1500, "Working capital 15,000.00 x 0.1"]);
  });
  test("in distress the limit has the factor of one grade worse", () => {
    const [sound, failing] = [linesOf(SOUND), linesOf(FAILING)];
    expect([line(sound, "Limit")![1], line(failing, "Limit")![1]]).toEqual([1900, 1700]); // 1,500 x A's 1.3 = 1,950, x B's 1.15 = 1,725
    expect(line(failing, "Statements")![2]).toMatch(/distress.*; the limit has the factor of 1 grade/);
  });
  test("by ratios alone, whatever their currency", () => {
    expect(said({ "X1": 0.15, "X2": "20%", "X3": 0.09, "X4": 2 / 3 })).toMatch(/^Altman Z'' 2\.94, safe/);
  });
  test("older than 18 months, or later than the day asked, they count as missing and say so", () => {
    const old = { ...FAILING, "Statement date": on("2023-06-29") };
    expect(said(old)).toBe("The statements of 2023-06-29 are older than 18 months on 2024-12-31: they count as missing");
    expect([limitOf(old), line(linesOf(old), "Net worth")!.slice(1, 3)]).toEqual([4000, ["", said(old)]]);
    expect(said({ ...FAILING, "Statement date": on("2023-06-30") })).toMatch(/distress/);
    expect(said({ ...FAILING, "Statement date": on("2025-01-01") })).toMatch(/not drawn up by 2024-12-31/);
  });
  test("in another currency: ratios stay, amounts are told as unknown with the reason", () => {
    const table = linesOf({ ...FAILING, "Statement currency": "USD" }, [["currency", "EUR"]]);
    expect(line(table, "Net worth")!.slice(1, 3)).toEqual(["", "The statements are in USD, the ledger in EUR: their ratios count, their amounts do not"]);
    expect(line(table, "Statements")![2]).toMatch(/distress/);
    expect(line(linesOf({ ...SOUND, "Statement currency": "欧元" }, [["currency", "EUR"]]), "Working capital")![1]).toBe(1500);
  });
  test("negative equity carries nothing and counts as it is; no liabilities count as 10; no assets are no ratio", () => {
    const broke = linesOf({ ...SOUND, "Equity": -40_000, "Total liabilities": 140_000 });
    expect([line(broke, "Net worth")![1], line(broke, "Net worth")![2], line(broke, "Limit")![1]]).toEqual([0, "Net worth -40,000.00 is negative: nothing", 0]);
    expect(said({ ...SOUND, "Equity": 100_000, "Total liabilities": 0 })).toMatch(/^Altman Z'' 12\.74, safe; without liabilities X4 counts as 10/);
    expect(said({ ...SOUND, "Total assets": 0 })).toMatch(/not above 0/);
    expect(said({ ...SOUND, "Total liabilities": -1 })).toMatch(/liabilities below 0/);
    expect(said({ ...SOUND, "EBIT": 1e308 })).toBeDefined();
  });
  test("say nothing of a bank", () => {
    expect(said({ ...FAILING, "Sector": "Embankment works" })).toMatch(/^Altman/);
    expect([said({ ...FAILING, "Sector": "Bank" }), limitOf({ ...FAILING, "Sector": "保险业" })]).toEqual([expect.stringMatching(/^A bank/), 1900]);
  });
});

describe("country and sector", () => {
  test("are lines; two classes of the country cost a grade only where the policy says so", () => {
    const facts = { "Country class": 5, "Sector view": "High" };
    const table = linesOf(facts);
    expect([line(table, "Country")![2], line(table, "Sector")![2], line(table, "Limit")![1]]).toEqual([expect.stringMatching(/^Class 5 of 0 to 7.*nothing follows/), "High risk; nothing follows for the limit", 4000]);
    expect(limitOf({ "Country class": 7 }, [["limit.country", "steps"]])).toBe(2600); // three grades: A to D
    expect(limitOf({ "Country class": 1 }, [["limit.country", "steps"]])).toBe(4000);
  });
  test("not classified is not class 0; what is neither is a doubt", () => {
    expect(line(linesOf({ "Country class": "Not classified (high income)" }), "Country")![2]).toMatch(/^High income/);
    expect(line(linesOf({ "Country class": "-" }), "Country")![2]).toMatch(/^Not classified/);
    for (const bad of [{ "Country class": 8 }, { "Country class": "A3" }, { "Sector view": "__proto__" }, { "Statement currency": "moon" }, { "Trade references": "9,000 / some" }]) {
      expect(shown(() => issuesTable(bookOf(rangeOf(bad)), null))).toContainEqual(expect.arrayContaining(["A figure about a buyer that cannot be read"]));
    }
  });
});

test("an insurer's limit counts in the ledger's currency, until its last day", () => {
  const inDollars = linesOf({ "Insured limit": 9000, "Insured currency": "US$" }, [["currency", "EUR"]]);
  expect(line(inDollars, "Insurer's limit")!.slice(1, 3)).toEqual(["", "The insurer's limit is in US$, the ledger in EUR: it does not count"]);
  const facts = (until: string): Facts => ({ "Insured limit": 9000, "Equity": 10_000, "Insured until": on(until) });
  expect([limitOf(facts("2024-12-31")), limitOf(facts("2024-12-30"))]).toEqual([4000, 1300]);
  expect(line(linesOf(facts("2024-12-30")), "Insurer's limit")![2]).toBe("The insurer's limit ended on 2024-12-30");
});

test("a buyer of whom no payment is known starts with a month's need, less what is against it", () => {
  const sheet: Grid = [...SHEET, ["N-1", "New", on("2024-12-20"), on("2025-03-20"), 1200, null]];
  const starts = (facts: Facts): unknown => (shown(() => creditLimit(bookOf(rangeOf(facts, "New"), [], sheet), "New", null)) as unknown[][])[0]![0];
  expect([starts({ "Insolvent": "no" }), starts({ "Legal flag": "yes" }), starts(FAILING), starts({ "Insolvent": "yes" })]).toEqual([100, 60, 60, 0]); // 1,200 / 12, x D's 0.6
});

describe("trade references", () => {
  test("the median of the limits that others grant, in one cell or in columns", () => {
    for (const facts of [{ "Trade references": "9,000 / 12,000; 1000" }, { "Reference 1": 9000, "Reference 2": 12_000, "Reference 3": 1000 }]) {
      expect(line(linesOf(facts), "Trade references")!.slice(1, 3)).toEqual([9000, "Median of the 3 limits that others grant"]);
    }
    expect(limitOf({ "Trade references": 1000 })).toBe(1300); // A's 1.3 x the least that anything carries
  });
  test("the combined vector of methods.md C1", () => {
    const facts = { "Net worth": 20_000, "Working capital": 6_000, "Trade references": "900/1200/1000", "Insured limit": 1500 };
    const carried = (combine: string): unknown => limitOf(facts, [["limit.combine", combine], ["limitFactor.A", 1]]);
    expect([carried("min"), carried("median"), carried("average")]).toEqual([1500, 1500, 1900]); // 600; (1,000 + 2,000) / 2; (2,000 + 600 + 1,000 + 4,380) / 4 = 1,995
  });
});

describe("exposure", () => {
  const facts = { "Open orders": 1000, "Deposits": 500, "Guarantees": -250, "Shipped not invoiced": 100 };
  test("counts orders, and what is shipped, less what secures it; its parts add up", () => {
    const table = linesOf(facts);
    const parts = table.filter(([name]) => String(name).startsWith("Exposure: ")).map(([name, amount]) => [name, amount]);
    expect(parts).toEqual([["Exposure: open", 3650], ["Exposure: shipped, not invoiced", 100], ["Exposure: open orders", 1000], ["Exposure: deposits", -500], ["Exposure: guarantees", -250]]);
    expect(line(table, "Exposure")).toEqual(["Exposure", 4000, "100.0 % of the limit", ""]);
    expect(line(linesOf(facts, [["limit.orders", "no"]]), "Exposure")![1]).toBe(3000);
    expect(line(linesOf({ "Deposits": 1e6 }), "Exposure")![1]).toBe(0);
  });
});

describe("a group over a parent", () => {
  const names = ["Anker", "Baltic", "Cedar"];
  const sheet = sheetOf(names.map((name) => [name, 20]));
  const table = (rows: Grid, buyer = "Anker"): unknown[][] => shown(() => limitReasonsTable(bookOf([["Customer", "Parent", "Group limit"], ...rows], [], sheet), buyer, null)) as unknown[][];
  test("shares the limit that its rows state, in proportion; the smallest of two that differ", () => {
    const rows: Grid = [["Anker", "Holding", 5000], ["Baltic", "Holding", 6000], ["Cedar", null, null]];
    const free = line(table([["Anker", "Holding", null], ["Baltic", "Holding", null]]), "Limit")![1] as number;
    expect([line(table(rows), "Limit")![1], line(table(rows, "Baltic"), "Limit")![1], line(table(rows, "Cedar"), "Limit")![1]]).toEqual([2500, 2500, free]);
    expect(line(table(rows), "Group limit")).toEqual(["Group limit", 2500, `Its share of the group's limit 5,000.00: 2 buyers of one parent would have ${(2 * free).toLocaleString("en")}.00 together`, true]);
  });
  test("a parent that is its own child stands alone, and its group limit binds no group", () => {
    expect(line(table([["Anker", "Anker", 5]]), "Group limit")).toBeUndefined();
  });
  test("a group is one debtor to our own concentration, from ten buyers on", () => {
    const ten = Array.from({ length: 10 }, (_, at): readonly [string, number] => [`B${at}`, 20]);
    const all = sheetOf(ten);
    const limit = (parent: Cell): number => (line(shown(() => limitReasonsTable(bookOf([["Customer", "Parent"], ...ten.map(([name]): Cell[] => [name, parent])], [["limit.safety", 2]], all), "B3", null)) as unknown[][], "Limit")!)[1] as number;
    expect([limit(null), limit("Holding")]).toEqual([4300, 4000]); // a tenth of 401,500 sold in the year for all ten: 4,015 each
  });
  test("for any limits: the members' together never exceed the group's, whatever the order of the rows", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 20_000 }), fc.boolean(), (paid, bound, backwards) => {
      const members = paid.map((days, at): readonly [string, number] => [`M${at}`, days]);
      const rows = members.map(([name]): Cell[] => [name, "Holding", bound]);
      const limits = (grid: Grid, facts: Grid): number[] => (shown(() => creditLimit(bookOf([["Customer", "Parent", "Group limit"], ...facts], [], grid), members.map(([name]) => [name]), null)) as number[][]).map(([one]) => one!);
      const whole = limits(sheetOf(members), rows);
      expect(whole.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(bound);
      const [head, ...lines] = sheetOf(members);
      if (backwards) expect(limits([head!, ...lines.reverse()], [...rows].reverse())).toEqual(whole);
    }), { numRuns: 20 });
  });
});

test("who approves what is the policy's", () => {
  const asked = (policy: readonly (readonly [string, Cell])[]): unknown => line(linesOf({ "Insolvent": "no" }, policy), "Approval")![2];
  expect(asked([["approve.analyst", 100]])).toMatch(/^Credit manager/);
  expect(asked([["approve.analyst", 100], ["approve.manager", 200], ["approve.director", 300]])).toBe("Credit committee");
  expect(asked([["approveGrade.analyst", "A"], ["approve.analyst", 1e9]])).toMatch(/^Credit analyst/);
});

test("AR.ASSESS has the limit and its use after overrides and orders", () => {
  const [head, ...rows] = shown(() => assessment(bookOf([["Customer", "Insolvent", "Open orders"], ["Anker", null, 350], ["Baltic", "yes", null]]), null, null)) as unknown[][];
  const of = (buyer: string, column: string): unknown => rows.find(([name]) => name === buyer)![head!.indexOf(column)];
  expect([of("Anker", "Limit"), of("Anker", "Used"), of("Baltic", "Limit"), of("Baltic", "Used")]).toEqual([4000, 1, 0, ""]);
});
