/** *Policy as a sheet*: the policy in force on a sheet of its own, which the connected formula goes by. */
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { policyPlan } from "../../src/pane/policySheet";
import type { Cell } from "../../src/values/cell";
import type { MemoryHost } from "../support/memoryHost";
import { INVOICES, invoicesHost, withCell } from "./books";
import { quietPane, type QuietPane } from "./paneSession";

const SHEET = "Ledger policy";
const formula = (host: MemoryHost, cell = "Ledger!2,1"): string | undefined => host.formulas.get(cell);
const rowOf = (host: MemoryHost, key: string, sheet = SHEET): number => host.sheets.get(sheet)!.findIndex((row) => row[0] === key);
const valueOf = (host: MemoryHost, key: string, sheet = SHEET): Cell => host.sheets.get(sheet)![rowOf(host, key, sheet)]?.[1];

async function written(host: MemoryHost): Promise<QuietPane> {
  const pane = await quietPane(host);
  await pane.actions.policySheet();
  return pane;
}

describe("of a ledger that is not connected yet", () => {
  test("it is connected with the sheet, in one action", async () => {
    const host = invoicesHost();
    const pane = await written(host);
    const rows = host.sheets.get(SHEET)!.length;
    expect(formula(host)).toBe(`=AR.LEDGER(Invoices[#All],,,,'Ledger policy'!A1:B${rows})`);
    expect(host.sheets.get("Ledger")!.flat()).not.toContain("Policy of this ledger");
    expect(pane.opened().source).toMatchObject({ name: "Ledger", choices: new Map() });
    expect({ ...pane.opened().reading.policy, text: "" }).toEqual(DEFAULT_POLICY);
    expect(pane.session()).toMatchObject({ job: undefined, notice: { kind: "policy", sheet: SHEET } });
  });

  test("what was chosen before stands in it", async () => {
    const host = invoicesHost({}, withCell(INVOICES, 0, 6, "Bezahlt am"));
    const pane = await quietPane(host);
    await pane.actions.settle("field.settledDate", "Bezahlt am");
    await pane.actions.policySheet();
    expect(valueOf(host, "field.settledDate")).toBe("Bezahlt am");
    expect(pane.opened().reading.policy.fields).toEqual(new Map([["settledDate", "Bezahlt am"]]));
  });

  test("in Chinese, in a workbook that counts from 1904", async () => {
    const host = invoicesHost({ language: "zh", dateSystem: 1904 });
    const pane = await written(host);
    const sheet = "Ledger 策略";
    expect(host.sheets.get(sheet)![2]).toEqual(["键", "值", "单位", "作用", "出处"]);
    expect([valueOf(host, "language", sheet), valueOf(host, "dateSystem", sheet)]).toEqual(["zh", 1904]);
    expect(pane.opened().reading.policy).toMatchObject({ language: "zh", dateSystem: 1904 });
  });
});

describe("of a connected ledger", () => {
  test("the formula goes by the sheet, other arguments stay, and the keys below the cell make way", async () => {
    const host = invoicesHost();
    host.sheets.set("Cash", [["Invoice No", "Payment Date", "Amount"], ["F-3", 45700, 250.25]]);
    const pane = await quietPane(host);
    await pane.actions.settle("dateOrder", "dmy");
    const { source } = pane.opened();
    await pane.actions.open({ ...source, call: { ...source.call, payments: "Cash!A1:C2" } });
    await pane.actions.connect();
    expect(host.sheets.get("Ledger")!.flat()).toContain("dateOrder");
    await pane.actions.policySheet();
    expect(formula(host)).toMatch(/^=AR\.LEDGER\(Invoices\[#All\],,Cash!A1:C2,,'Ledger policy'!A1:B\d+\)$/);
    expect(host.sheets.get("Ledger")!.flat()).not.toContain("dateOrder");
    expect(host.sheets.get("Ledger")!.flat()).toContain("The policy stands on the sheet Ledger policy.");
    expect(valueOf(host, "dateOrder")).toBe("dmy");
    expect(pane.opened().reading.policy.dateOrder).toBe("dmy");
  });

  test("a policy range of the user's own stays as it is, and its keys are in the sheet", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Rules", cells: [["key", "value"], ["lateAfter", 30], ["pd.A", "1%"]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,,Rules!A1:B3)");
    const pane = await written(host);
    expect(host.sheets.get("Rules")).toEqual([["key", "value"], ["lateAfter", 30], ["pd.A", "1%"]]);
    expect([valueOf(host, "lateAfter"), valueOf(host, "pd.A")]).toEqual([30, 0.01]);
    expect(pane.opened().reading.policy).toMatchObject({ lateAfter: 30, pd: [0.01, undefined, undefined, undefined, undefined] });
  });

  test("edited there, it rules the reading; a slip is shown in its row", async () => {
    const host = invoicesHost();
    const pane = await written(host);
    const sheet = host.sheets.get(SHEET)!;
    sheet[rowOf(host, "lateAfter")]![1] = 15;
    await pane.actions.again();
    expect(pane.opened().reading.policy.lateAfter).toBe(15);
    sheet[rowOf(host, "lgd")]![1] = 4;
    await pane.actions.again();
    expect(pane.session().reading).toMatchObject({ status: "failed", problem: { reason: { code: "POLICY_VALUE", with: { row: rowOf(host, "lgd") + 1 } }, place: { sheet: SHEET, row: rowOf(host, "lgd") } } });
  });

  test("later choices go beside their keys or into the free rows: the sheet keeps its layout", async () => {
    const host = invoicesHost();
    const pane = await written(host);
    const before = host.sheets.get(SHEET)!.map(([key]) => key);
    const asked = formula(host);
    await pane.actions.settle("dateOrder", "mdy");
    await pane.actions.settle("field.dueDate", "-");
    await pane.actions.update();
    expect(formula(host)).toBe(asked);
    expect([valueOf(host, "dateOrder"), valueOf(host, "field.dueDate")]).toEqual(["mdy", "-"]);
    expect(host.sheets.get(SHEET)!.map(([key]) => key).slice(0, -8)).toEqual(before.slice(0, -8));
    expect(pane.opened().reading.policy).toMatchObject({ dateOrder: "mdy", fields: new Map([["dueDate", "-"]]) });
    await pane.actions.settle("dateOrder", "");
    await pane.actions.update();
    expect([valueOf(host, "dateOrder"), valueOf(host, "field.dueDate")]).toEqual(["", "-"]);
  });

  test("with its free rows filled and something below it, all keys move below the connected cell, and nothing is written over", async () => {
    const host = invoicesHost();
    const pane = await written(host);
    const sheet = host.sheets.get(SHEET)!;
    for (let at = sheet.length - 8; at < sheet.length; at++) sheet[at] = [`terms.T${at}`, 30];
    sheet.push(["my notes", "keep"]);
    const before = sheet.map((row) => [...row]);
    await pane.actions.again();
    await pane.actions.settle("field.dueDate", "-");
    await pane.actions.update();
    expect(host.sheets.get(SHEET)).toEqual(before);
    expect(formula(host)).toMatch(/,Ledger!A7:B\d+\)$/);
    expect(pane.opened().reading.policy.fields).toEqual(new Map([["dueDate", "-"]]));
    expect(pane.opened().reading.policy.terms.size).toBe(8);
  });

  test("where its cell cannot be written the sheet goes again, and the ledger stays as it was", async () => {
    const host = invoicesHost();
    await (await quietPane(host)).actions.connect();
    const pane = await quietPane(host);
    host.failing.set("change", "protected");
    await pane.actions.policySheet();
    expect(host.sheets.has(SHEET)).toBe(false);
    expect(formula(host)).toBe("=AR.LEDGER(Invoices[#All])");
    expect(pane.session()).toMatchObject({ job: undefined, notice: { kind: "failed", job: "policy", problem: { kind: "host", code: "protected" } } });
  });
});

test.each(["en", "zh"] as const)("the plan in %s writes no formula, and lets words be chosen where only some are taken", (language) => {
  const plan = policyPlan(DEFAULT_POLICY, "Ledger", language);
  expect(plan.cells.filter((cell) => "formula" in cell)).toEqual([]);
  const ruled = new Map(plan.rules!.map((rule) => [rule.says.title, rule.takes]));
  expect(ruled.get("credits")).toEqual({ kind: "list", values: ["separate", "fifo", "current", "ownDate"] });
  expect([...ruled.keys()].filter((key) => ["lgd", "holidays", "buckets", "pd.A"].includes(key))).toEqual([]);
});
