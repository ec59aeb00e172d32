/** The bad input of credit, a page each: every function of credit answers with a figure, a word or a sentence, and no NaN. */
import { assessment } from "../../src/formulas/assess";
import { backTestTable } from "../../src/formulas/backTest";
import { creditGrade } from "../../src/formulas/creditGrade";
import { creditLimit } from "../../src/formulas/creditLimit";
import { creditScore } from "../../src/formulas/creditScore";
import { creditTerms } from "../../src/formulas/creditTerms";
import { lateOdds } from "../../src/formulas/lateOdds";
import { ledgerText } from "../../src/formulas/ledger";
import { limitReasonsTable } from "../../src/formulas/limitReasons";
import { expectedLossTable, provisionTable } from "../../src/formulas/loss";
import { scoreReasons } from "../../src/formulas/scoreReasons";
import { whatIfTable } from "../../src/formulas/whatIf";
import type { Cell, Grid } from "../../src/values/cell";
import { addDays } from "../../src/values/day";
import { on } from "../support/columns";
import { shown } from "../support/shownAnswer";

const END = on("2024-12-31");
const HEAD = ["Invoice", "Customer", "Type", "Invoice date", "Due date", "Amount", "Paid date", "Disputed"];
/** Twelve invoices of 1,000 a buyer, paid so many days after their due day, the last one open. */
const paying = (buyer: string, late: number, disputed = "no"): Cell[][] => Array.from({ length: 12 }, (_, month): Cell[] => {
  const issued = addDays(on("2024-01-01"), month * 30);
  return [`${buyer}-${month}`, buyer, "INV", issued, addDays(issued, 30), 1000, month === 11 ? null : addDays(issued, 30 + late), disputed];
});
const BOOK = [...paying("Anker", -10), ...paying("Baltic", 15)];
const sheet = (...rows: readonly Cell[][]): Grid => [HEAD, ...BOOK, ...rows];
const PDS: readonly Cell[][] = ["A", "B", "C", "D", "E"].map((grade): Cell[] => [`pd.${grade}`, 0.02]);
const textOf = (grid: Grid, buyers: Grid | null = null, policy: readonly Cell[][] = []): string => ledgerText(grid, END, null, buyers, [...PDS, ["margin", 0.2], ["costOfMoney", 0.08], ...policy.map((row) => [...row])]);

/** Every function of credit about one buyer. */
function everything(text: string, buyer: string): Record<string, unknown> {
  const told = {
    score: shown(() => creditScore(text, buyer, null)), grade: shown(() => creditGrade(text, buyer, null)), odds: shown(() => lateOdds(text, buyer, null)), limit: shown(() => creditLimit(text, buyer, null)),
    terms: shown(() => creditTerms(text, buyer, null)), reasons: shown(() => scoreReasons(text, buyer, null)), limitReasons: shown(() => limitReasonsTable(text, buyer, null)), whatIf: shown(() => whatIfTable(text, buyer, null)),
    assess: shown(() => assessment(text, null, buyer)), loss: shown(() => expectedLossTable(text, null, buyer)), provision: shown(() => provisionTable(text, null, [[0, 0.1, 0.2, 0.5, 1, 0.5]])), backTest: shown(() => backTestTable(text, null, null)),
  };
  expect(JSON.stringify(told)).not.toMatch(/null|NaN|Infinity|undefined/);
  return told;
}
const row = (table: unknown, name: string): unknown[] | undefined => (table as unknown[][]).find(([first]) => first === name);
const statusOf = (told: Record<string, unknown>): unknown => (told["assess"] as unknown[][])[1]![9];

test("an open-items list judges nobody, and says so; what is open is still told", () => {
  const open: Grid = [["Customer", "Invoice date", "Due date", "Open amount"], ["Anker", on("2024-11-01"), on("2024-12-01"), 500], ["Baltic", on("2024-12-01"), on("2024-12-31"), 700]];
  const told = everything(textOf(open), "Anker");
  for (const name of ["score", "grade", "odds", "whatIf", "backTest"]) expect(JSON.stringify(told[name])).toContain("This list holds no paid invoices, so nobody can be judged by it.");
  expect([row(told["limitReasons"], "Exposure")![1], row(told["provision"], "Total")![3]]).toEqual([500, 50]);
});

test("a buyer with only credit notes owes nothing, is not judged, and gets no limit", () => {
  const told = everything(textOf(sheet(["C-1", "Cedar", "CN", on("2024-12-01"), null, -50, null, "no"])), "Cedar");
  expect(JSON.stringify([told["score"], told["grade"], told["odds"]])).toMatch(/Insufficient history.*Insufficient history.*Insufficient history/);
  expect([told["limit"], row(told["limitReasons"], "Exposure")![1], row(told["loss"], "Cedar")!.slice(-1), row(told["provision"], "Unapplied")!.slice(1, 4)]).toEqual([[[0]], 0, [0], [-50, 0, 0]]);
});

test("a buyer with one invoice: open and in time nobody knows; paid it is thin; overdue it is provisional", () => {
  const one = (due: string, paid: Cell): Record<string, unknown> => everything(textOf(sheet(["C-1", "Cedar", "INV", on("2024-11-01"), on(due), 500, paid, "no"])), "Cedar");
  expect([statusOf(one("2025-01-31", null)), statusOf(one("2024-12-01", on("2024-12-01"))), statusOf(one("2024-12-01", null))]).toEqual(["insufficient history", "thin", "provisional"]);
});

test("all disputed: counted or not by one switch; without it nobody is judged by what is in dispute", () => {
  const grid: Grid = [HEAD, ...BOOK, ...paying("Cedar", 20, "yes")];
  const [counted, not] = [everything(textOf(grid), "Cedar"), everything(textOf(grid, null, [["scoreDisputed", "no"]]), "Cedar")];
  expect([statusOf(counted), statusOf(not)]).toEqual(["normal", "insufficient history"]);
  expect(JSON.stringify(not["score"])).toContain("Insufficient history");
});

test("negative equity, and total liabilities of 0", () => {
  const of = (facts: Record<string, Cell>): Record<string, unknown> => everything(textOf(sheet(), [["Customer", ...Object.keys(facts)], ["Anker", ...Object.values(facts)]]), "Anker");
  const broke = of({ "Total assets": 1000, "Total liabilities": 1400, "Working capital": -200, "Retained earnings": -500, "EBIT": -50 });
  expect([broke["limit"], row(broke["limitReasons"], "Net worth")!.slice(1, 3), row(broke["reasons"], "Statements")![1]]).toEqual([[[0]], [0, "Net worth -400.00 is negative: nothing"], expect.stringMatching(/^Altman Z'' -3\.58, distress/)]);
  const free = of({ "Total assets": 1000, "Total liabilities": 0, "Working capital": 200, "Retained earnings": 500, "EBIT": 50 });
  expect(row(free["reasons"], "Statements")![1]).toMatch(/^Altman Z'' 13\.78, safe; without liabilities X4 counts as 10/);
});

test("rates above 1 are refused by place; PDs and LGD above 1 by row", () => {
  expect(shown(() => provisionTable(textOf(sheet()), null, [[0, 0, 0, 0, 1.2]]))).toMatch(/^value: .*5/);
  for (const key of ["pd.A", "lgd", "margin"]) expect(shown(() => ledgerText(sheet(), null, null, null, [["key", "value"], [key, 1.2]]))).toMatch(new RegExp(`^value: Row 2 of the policy: ${key.replace(".", "\\.")} cannot be "1\\.2"`));
  const insured = textOf(sheet(), [["Customer", "Insured limit", "Insured share"], ["Anker", 500, 1.2]]);
  expect(row(everything(insured, "Anker")["loss"], "Anker")![5]).toBe(0); // no share that can be meant, so no cover is counted
});

test("two rows for one key of the policy are refused by both rows, whatever the case of their letters", () => {
  expect(shown(() => ledgerText(sheet(), null, null, null, [["key", "value"], ["override.overdue", "D"], ["Override.Overdue", "E"]]))).toMatch(/^value: Row 3 .*row 2/);
  expect(shown(() => ledgerText(sheet(), null, null, null, [["scenario.base", "1 x 1"], ["scenario.Base", "1 x 1"]]))).toMatch(/^value: Row 2 .*row 1/);
});

test("a parent that is its own child, alone or in a circle", () => {
  const own = everything(textOf(sheet(), [["Customer", "Parent", "Group limit"], ["Anker", "Anker", 10]]), "Anker");
  expect([row(own["limitReasons"], "Group"), row(own["limitReasons"], "Group limit")]).toEqual([undefined, undefined]);
  const circle = everything(textOf(sheet(), [["Customer", "Parent", "Group limit"], ["Anker", "Baltic", 100], ["Baltic", "Anker", null]]), "Anker");
  expect(row(circle["limitReasons"], "Group")![2]).toMatch(/^2 buyers/);
  everything(textOf(sheet(), [["Customer", "Parent"], ["Anker", "Anker"]], [["rollUp", "parent"]]), "Anker");
});

test("statements in another currency: amounts are unknown and say why, ratios stay", () => {
  const told = everything(textOf(sheet(), [["Customer", "Equity", "Working capital", "Statement currency", "X1", "X2", "X3", "X4"], ["Anker", 5e6, 1e6, "JPY", 0.1, 0.2, 0.1, 0.5]], [["currency", "EUR"]]), "Anker");
  for (const name of ["Net worth", "Working capital"]) expect(row(told["limitReasons"], name)!.slice(1, 3)).toEqual(["", "The statements are in JPY, the ledger in EUR: their ratios count, their amounts do not"]);
  expect(row(told["reasons"], "Statements")![1]).toMatch(/^Altman Z'' 2\.50, grey/);
});

test("hostile facts: formulas, a million characters, beyond all money, __proto__", () => {
  const heads = ["Customer", "Trade references", "Group limit", "Parent", "Country class", "Sector view", "Sector", "Statement date", "Statement currency", "Total assets", "EBIT", "Open orders", "Deposits", "Insolvent", "Specific rate"];
  for (const cell of ["=1+1", "__proto__", "x".repeat(1_000_000), "1/".repeat(500_000), 1e308, -1e308, "9".repeat(400), { type: "Error", basicValue: "#REF!" } as Cell]) {
    everything(textOf(sheet(), [heads, ["Anker", ...heads.slice(1).map(() => cell)], ["Baltic", ...heads.slice(1).map(() => cell)]]), "Anker");
  }
});
