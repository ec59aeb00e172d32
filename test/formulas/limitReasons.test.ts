import { ledgerText } from "../../src/formulas/ledger";
import { limitReasonsTable } from "../../src/formulas/limitReasons";
import type { Cell, Grid } from "../../src/values/cell";
import { addDays } from "../../src/values/day";
import { on } from "../support/columns";
import { shown } from "../support/shownAnswer";

/* Anker buys 3,650 a month and pays ten days early, Baltic ten days late; both still owe what is issued last. */
const ROWS = ["Anker", "Baltic"].flatMap((buyer) => Array.from({ length: 12 }, (_, month): Cell[] => {
  const issued = addDays(on("2024-01-01"), month * 30);
  return [`${buyer[0]}-${month}`, buyer, issued, addDays(issued, 30), 3650, month === 11 ? null : addDays(issued, buyer === "Anker" ? 20 : 40)];
}));
const SHEET: Grid = [["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"], ...ROWS];
const asked = (buyers: Grid | null, buyer: Cell = "Anker", policy: Grid | null = null, sheet = SHEET): unknown[][] => shown(() => limitReasonsTable(ledgerText(sheet, on("2024-12-31"), null, buyers, policy), buyer, null)) as unknown[][];
const lineOf = (table: unknown[][], name: string): unknown[] | undefined => table.find(([first]) => first === name);

test("every method, which decided, and the decision below", () => {
  const table = asked(null);
  expect(table[0]).toEqual(["Method", "Amount", "Basis", "Used"]);
  expect(table.slice(1).map(([name]) => name)).toEqual(["Net worth", "Working capital", "Trade references", "Need", "Payment history", "Insurer's limit", "Own concentration", "One month's need", "Limit", "Exposure", "Approval", "Temporary increase", "Review"]);
  expect(lineOf(table, "Payment history")).toEqual(["Payment history", 4380, expect.stringContaining("3,650.00"), false]);
  expect(lineOf(table, "Net worth")).toEqual(["Net worth", "", "No net worth given", false]);
  expect(lineOf(table, "Need")![3]).toBe(true);
  expect(lineOf(table, "Limit")!.slice(0, 2)).toEqual(["Limit", 4000]); // 3,650 x 11 / 365 x (30 + 5 / 12 days) x 1.2 = 4,015
  expect(lineOf(table, "Exposure")).toEqual(["Exposure", 3650, "91.3 % of the limit", ""]);
  expect(lineOf(table, "Approval")![2]).toMatch(/^Credit analyst/);
  expect(lineOf(table, "Temporary increase")).toEqual(["Temporary increase", 800, "At most, above the limit: 20 % for 60 days, to 2025-03-01; approved as the limit is", ""]);
  expect(lineOf(table, "Review")![2]).toBe("By 2025-12-31: every 12 months");
});

test("a temporary increase by policy; none above a limit of 0", () => {
  expect(lineOf(asked(null, "Anker", [["limit.temporary", 0.125], ["limit.temporaryDays", 30]]), "Temporary increase")!.slice(1, 3)).toEqual([500, expect.stringContaining("12.5 % for 30 days, to 2025-01-30")]);
  expect(lineOf(asked(null, "Anker", [["limit.temporary", 0]]), "Temporary increase")).toBeUndefined();
  expect(lineOf(asked([["Customer", "Net worth"], ["Anker", -5]]), "Temporary increase")).toBeUndefined();
  expect(asked(null, "Anker", [["limit.temporaryDays", 0]])).toMatch(/limit.temporaryDays/);
});

test("insured and uninsured part apart; negative equity carries nothing and is said", () => {
  const insured = asked([["Customer", "Insured limit"], ["Anker", 1000]]);
  expect([lineOf(insured, "Insured part")![1], lineOf(insured, "Uninsured part")![1]]).toEqual([1000, 3000]);
  const broke = asked([["Customer", "Net worth"], ["Anker", -5]]);
  expect([lineOf(broke, "Limit")![1], lineOf(broke, "Exposure")![2], lineOf(broke, "Net worth")![2]]).toEqual([0, "The limit is 0, and something is owed", expect.stringContaining("negative")]);
});

test("a group over a parent; a parent that is its own child stands alone", () => {
  const both = asked([["Customer", "Parent"], ["Anker", "Holding"], ["Baltic", "Holding"]]);
  expect(lineOf(both, "Group")).toEqual(["Group", 7300, expect.stringMatching(/^2 buyers.*more than/), ""]);
  expect(lineOf(asked([["Customer", "Parent"], ["Anker", "Anker"]]), "Group")).toBeUndefined();
});

test("grade E pays in advance; who must decide grows with the amount", () => {
  const late = asked(null, "Baltic");
  expect([lineOf(late, "Limit")![1], lineOf(late, "Approval")![2]]).toEqual([0, expect.stringMatching(/^Cash in advance/)]);
  const large: Grid = [SHEET[0]!, ...ROWS.map((row) => row.map((cell, at) => (at === 4 ? (cell as number) * 100 : cell)))];
  expect(lineOf(asked(null, "Anker", null, large), "Approval")![2]).toMatch(/^Finance director/);
});

test("a buyer with only credit notes, with one invoice, all disputed; a list of open items; Chinese", () => {
  const open: Grid = [["Customer", "Type", "Invoice date", "Due date", "Open amount", "Disputed"], ["One", "INV", on("2024-12-01"), on("2024-12-20"), 120, "no"], ["Credit", "CN", on("2024-12-01"), null, -50, "no"], ["Row", "INV", on("2024-12-01"), on("2024-12-20"), 90, "yes"]];
  for (const buyer of ["One", "Credit", "Row"]) expect(lineOf(asked(null, buyer, null, open), "Approval")![2]).toMatch(/^Credit manager/);
  expect(lineOf(asked(null, "Credit", null, open), "Exposure")).toEqual(["Exposure", 0, "The limit is 0, and nothing is owed", ""]);
  expect(lineOf(asked(null, "Anker", [["language", "zh"]]), "Review")![2]).toMatch(/每 12 个月/);
  expect(shown(() => limitReasonsTable(ledgerText(SHEET, null, null, null, null), "*", null))).toMatch(/^value: /);
});
