import { readLedger } from "../../src/ledger/readLedger";
import { readDay } from "../../src/ledger/readDay";
import type { PlannedCell } from "../../src/pane/host";
import { templatePlan } from "../../src/pane/template";
import { wordsFor } from "../../src/pane/words";
import { sureness } from "../../src/pane/ledger/fieldRows";
import type { Cell } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { quietPane } from "./paneSession";

const value = (cell: PlannedCell): Cell => ("value" in cell ? cell.value : cell.formula);

describe.each(["en", "zh"] as const)("the template in %s", (language) => {
  const words = wordsFor(language);
  const plan = templatePlan("Invoices", words);
  const table = plan.tables![0]!;
  const rows = Array.from({ length: table.rows }, (_, row) => Array.from({ length: table.columns }, (_none, column) => plan.cells.find((cell) => cell.row === table.row + row && cell.column === column)).map((cell) => (cell === undefined ? "" : value(cell))));

  test("its headings are read with certainty, each for its own field", () => {
    const { columns } = readLedger(rows);
    expect(columns.map(({ field }) => field)).toEqual(["buyerId", "buyerName", "docNo", "docType", "docDate", "dueDate", "amount", "currency", "settledDate", "disputed"]);
    expect(columns.filter((column) => sureness(column) !== "certain")).toEqual([]);
  });

  test("its example is one document, and no doubt", () => {
    const { ledger, issues } = readLedger(rows);
    expect(issues).toEqual([]);
    expect([...ledger.documents.amount]).toEqual([100000]);
    expect(String(rows[1]![1])).toMatch(language === "en" ? /^Example customer, write over/ : /^示例客户，请覆盖/);
  });

  test("a row of each type that the list offers is read as what it says", () => {
    const types = Object.values(words.template.types);
    const kinds = types.map((type) => readLedger([rows[0]!, rows[1]!.map((cell, column) => (column === 3 ? type : cell))]));
    expect(kinds.flatMap(({ issues }) => issues.map(({ code }) => code)).filter((code) => code === "UNKNOWN_TYPE")).toEqual([]);
    expect(new Set(kinds.map(({ ledger }) => ledger.documents.kind[0])).size).toBe(types.length);
  });

  test("nothing in it is a formula, and no text could become one", () => {
    expect(plan.cells.filter((cell) => "formula" in cell)).toEqual([]);
    expect(plan.cells.map(value).filter((text) => typeof text === "string" && /^[=+\-@\t\r]/.test(text))).toEqual([]);
  });

  test("what may be typed is said in texts that Excel takes, and covers the table and more", () => {
    const rules = plan.rules!;
    expect(rules.map(({ column, takes, otherwise }) => [column, takes.kind, otherwise.refuses])).toEqual([
      [3, "list", false], [4, "day", true], [5, "day", true], [6, "number", true], [7, "list", false], [8, "day", true], [9, "list", true],
    ]);
    for (const { row, rows: covered, takes, says, otherwise } of rules) {
      expect([row, covered >= table.rows - 1]).toEqual([table.row + 1, true]);
      for (const text of [says, otherwise]) expect([text.title.length <= 32, text.message.length <= 255]).toEqual([true, true]);
      if (takes.kind === "list") expect([takes.values.join(",").length <= 255, takes.values.some((one) => one.includes(","))]).toEqual([true, false]);
      if (takes.kind === "day") expect([takes.from, takes.to].map((text) => readDay(text, "ymd", 0)).every((day) => day > 0)).toBe(true);
    }
  });

  test("every column says what it means above its heading, and stays in view", () => {
    const meanings = plan.cells.filter(({ row }) => row === table.row - 1);
    expect(meanings).toHaveLength(table.columns);
    expect(plan.frozenRows).toBe(table.row + 1);
    expect(plan.widths).toHaveLength(table.columns);
  });

  test("the button inserts it, reads it, and Connect works on it at once", async () => {
    const host = new MemoryHost({ language, sheets: [{ name: "Notes", cells: [["x"]] }] });
    const pane = await quietPane(host);
    await pane.actions.template();
    expect(pane.session().notice).toEqual({ kind: "template", sheet: words.template.sheet });
    expect(pane.opened()).toMatchObject({ place: { sheet: words.template.sheet, row: 3, column: 0 }, reading: { ledger: { documents: { count: 1 } }, issues: [] } });
    await pane.actions.connect();
    expect([...host.formulas.values()][0]).toMatch(/^=AR\.LEDGER\(Invoices\[#All\]/);
  });
});

test("a table's name that is taken gets a number", async () => {
  const host = new MemoryHost();
  host.names.set("invoices", { sheet: "Sheet1", row: 0, column: 0 });
  const pane = await quietPane(host);
  await pane.actions.template();
  expect(pane.opened().source.call.invoices).toBe("Invoices2[#All]");
});

test("a protected workbook: nothing is inserted, and the reason is said", async () => {
  const host = new MemoryHost();
  const pane = await quietPane(host);
  host.failing.set("addSheet", "protected");
  await pane.actions.template();
  expect(pane.session()).toMatchObject({ job: undefined, notice: { kind: "failed", job: "template", problem: { code: "protected" } } });
});
