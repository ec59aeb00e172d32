import { connectedSource, connectPlan } from "../../src/pane/connect";
import { insertPlan, sheetName } from "../../src/pane/insert";
import type { PlannedCell } from "../../src/pane/host";
import { newSource } from "../../src/pane/source";
import { wordsFor } from "../../src/pane/words";
import type { Day } from "../../src/values/day";
import { invoicesHost } from "./books";
import { quietPane } from "./paneSession";

const words = wordsFor("en");

function formulas(cells: readonly PlannedCell[]): string[] {
  return cells.flatMap((cell) => ("formula" in cell ? [cell.formula] : []));
}

describe("Connect", () => {
  test("writes one formula, and names its cell", () => {
    const plan = connectPlan(newSource("Invoices[#All]", "Receipts[#All]"), new Map(), "Ledger", words);
    expect(formulas(plan.cells)).toEqual(["=AR.LEDGER(Invoices[#All],,Receipts[#All])"]);
    const at = plan.cells.find((cell) => "formula" in cell)!;
    expect(plan.names).toEqual([{ name: "Ledger", row: at.row, column: at.column }]);
  });

  test("writes what the user settled as a policy range, which the formula takes", () => {
    const choices = new Map([["field.amount", "Brutto"], ["language", "zh"]]);
    const source = newSource("Invoices[#All]");
    const plan = connectPlan(source, choices, "Ledger_2", words);
    expect(formulas(plan.cells)).toEqual(["=AR.LEDGER(Invoices[#All],,,,$A$7:$B$9)"]);
    const policy = plan.cells.filter(({ row }) => row >= 6).map((cell) => ("value" in cell ? cell.value : undefined));
    expect(policy).toEqual(["key", "value", "field.amount", "Brutto", "language", "zh"]);
    expect(connectedSource(source, choices, "Ledger_2", "Ledger 2")).toMatchObject({ name: "Ledger_2", cell: { sheet: "Ledger 2", row: 2, column: 1 }, call: { policy: "'Ledger 2'!A7:$B$9" } });
  });
});

describe("Insert", () => {
  const plan = insertPlan("Ledger_2", "=HYPERLINK(1)", "North: Mill/Trade", undefined, words);

  test("every figure is a formula of the connected ledger, of the buyer and the day in the cells above", () => {
    expect(formulas(plan.cells)).toEqual([
      "=AR.CREDITSCORE(Ledger_2,$B$3,$B$4)",
      "=AR.CREDITGRADE(Ledger_2,$B$3,$B$4)",
      "=AR.LATEODDS(Ledger_2,$B$3,$B$4)",
      "=AR.CREDITLIMIT(Ledger_2,$B$3,$B$4)",
      "=AR.DSO(Ledger_2,$B$4,$B$3)",
      "=AR.ASSESS(Ledger_2,$B$4,$B$3)",
      "=AR.AGING(Ledger_2,$B$4,$B$3)",
      "=AR.SCOREREASONS(Ledger_2,$B$3,$B$4)",
    ]);
  });

  test("the buyer stands in a text cell, whatever it is called", () => {
    expect(plan.cells.find(({ row, column }) => row === 2 && column === 1)).toMatchObject({ value: "=HYPERLINK(1)", format: "@" });
  });

  test("the day is left to the ledger unless one was chosen", () => {
    const day = (asOf: Day | undefined): unknown => insertPlan("Ledger", "C-1", "North", asOf, words).cells.find(({ row, column }) => row === 3 && column === 1);
    expect(day(undefined)).toMatchObject({ value: "" });
    expect(day(45700 as Day)).toMatchObject({ value: 45700, format: "yyyy-mm-dd" });
  });

  test("no spill meets the block below it", () => {
    const written = (row: number, column: number): boolean => plan.cells.some((cell) => cell.row === row && cell.column === column && ("formula" in cell || cell.value !== ""));
    const spills: readonly (readonly [name: string, rows: number, columns: number])[] = [["ASSESS", 2, 11], ["AGING", 2, 9], ["SCOREREASONS", 60, 4]];
    for (const [name, rows, columns] of spills) {
      const at = plan.cells.find((cell) => "formula" in cell && cell.formula.includes(name))!;
      const covered = Array.from({ length: rows * columns }, (_, k) => [at.row + Math.floor(k / columns), at.column + (k % columns)] as const).slice(1);
      expect([name, covered.filter(([row, column]) => written(row, column))]).toEqual([name, []]);
    }
  });

  test.each([
    ["North: Mill/Trade", "North Mill Trade"],
    ["'quoted'", "quoted"],
    ["History", "Buyer"],
    ["   ", "Buyer"],
    ["__proto__", "__proto__"],
    ["x".repeat(90), "x".repeat(28)],
    ["北方机械[华东]", "北方机械 华东"],
  ])("the sheet of %s is called %s", (name, sheet) => {
    expect(sheetName(name)).toBe(sheet);
  });
});

test("a chosen day is written as the workbook counts: from 1904 in one of an old Mac's", async () => {
  const host = invoicesHost({ dateSystem: 1904 });
  const { actions, opened } = await quietPane(host);
  const day = opened().reading.ledger.firstDay;
  actions.askDay(day);
  await actions.insert(0, day);
  expect(host.written.at(-1)!.cells).toContainEqual(expect.objectContaining({ row: 3, column: 1, value: day - 1462 }));
});
