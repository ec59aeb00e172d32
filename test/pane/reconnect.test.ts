import type { Grid } from "../../src/values/cell";
import { INVOICES, invoicesHost, withCell } from "./books";
import { quietPane } from "./paneSession";
import type { MemoryHost } from "../support/memoryHost";

/** A ledger connected by the pane itself. */
async function connected(cells: Grid = INVOICES): Promise<MemoryHost> {
  const host = invoicesHost({}, cells);
  await (await quietPane(host)).actions.connect();
  return host;
}

const formula = (host: MemoryHost): string | undefined => host.formulas.get("Ledger!2,1");

describe("a choice about a connected ledger", () => {
  test("waits until it is updated, and then stands in the policy of the same cell", async () => {
    const host = await connected(withCell(INVOICES, 0, 6, "Bezahlt am"));
    const pane = await quietPane(host);
    expect(pane.opened().source).toMatchObject({ name: "Ledger" });
    await pane.actions.settle("field.settledDate", "Bezahlt am");
    expect(pane.opened().source).toMatchObject({ name: "Ledger", changed: true });
    expect(formula(host)).toBe("=AR.LEDGER(Invoices[#All])");
    await pane.actions.update();
    expect(formula(host)).toBe("=AR.LEDGER(Invoices[#All],,,,Ledger!A7:B8)");
    expect(host.sheets.get("Ledger")!.slice(5).map((row) => [...row])).toEqual([["Policy of this ledger"], ["key", "value"], ["field.settledDate", "Bezahlt am"]]);
    expect(pane.opened().source).toMatchObject({ name: "Ledger", choices: new Map() });
    expect(pane.opened().reading.policy.fields).toEqual(new Map([["settledDate", "Bezahlt am"]]));
    expect(pane.session().notice).toMatchObject({ kind: "connected", name: "Ledger" });
  });

  test("further keys join the policy where its rows below are free, and one that is taken back leaves it", async () => {
    const host = await connected();
    const pane = await quietPane(host);
    await pane.actions.settle("field.dueDate", "-");
    await pane.actions.update();
    await pane.actions.settle("dateOrder", "dmy");
    await pane.actions.update();
    expect(formula(host)).toBe("=AR.LEDGER(Invoices[#All],,,,Ledger!A7:B9)");
    await pane.actions.settle("field.dueDate", "");
    expect(pane.opened().reading.columns.map(({ field }) => field)).toContain("dueDate");
    await pane.actions.update();
    expect(formula(host)).toBe("=AR.LEDGER(Invoices[#All],,,,Ledger!A7:B8)");
    expect(host.sheets.get("Ledger")!.slice(6).map((row) => [...row])).toEqual([["key", "value"], ["dateOrder", "dmy"], ["", ""]]);
  });

  test("Reset takes back what the policy itself says of columns, and leaves its other keys", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Rules", cells: [["key", "value"], ["lateAfter", 30], ["field.dueDate", "-"]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,,Rules!A1:B3)");
    const pane = await quietPane(host);
    await pane.actions.reset();
    expect(pane.opened().reading.policy).toMatchObject({ lateAfter: 30, fields: new Map() });
    await pane.actions.update();
    expect(host.formulas.get("Connection!0,1")).toBe("=AR.LEDGER(Invoices[#All],,,,Rules!A1:B2)");
    expect(host.sheets.get("Rules")).toEqual([["key", "value"], ["lateAfter", 30], ["", ""]]);
  });

  test("cells below the policy that are in use stay as they are: it moves to a sheet of its own", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Rules", cells: [["key", "value"], ["lateAfter", 30], ["my notes", "keep"]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,,Rules!A1:B2)");
    const pane = await quietPane(host);
    await pane.actions.settle("field.dueDate", "-");
    await pane.actions.update();
    expect(host.formulas.get("Connection!0,1")).toBe("=AR.LEDGER(Invoices[#All],,,,'Ledger policy'!A2:B4)");
    expect(host.sheets.get("Rules")).toEqual([["key", "value"], ["lateAfter", 30], ["my notes", "keep"]]);
    expect(pane.opened().reading.policy).toMatchObject({ lateAfter: 30, fields: new Map([["dueDate", "-"]]) });
  });

  test("receipts chosen since reach the formula too", async () => {
    const host = await connected();
    host.sheets.set("Cash", [["Invoice No", "Payment Date", "Amount"], ["F-3", 45700, 250.25]]);
    const pane = await quietPane(host);
    const { source } = pane.opened();
    await pane.actions.open({ ...source, changed: true, call: { ...source.call, payments: "Cash!A1:C2" } });
    await pane.actions.update();
    expect(formula(host)).toBe("=AR.LEDGER(Invoices[#All],,Cash!A1:C2)");
  });

  test("connected as another instead, the first stays as it is and the new one keeps every key", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Rules", cells: [["key", "value"], ["lateAfter", 30]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,,Rules!A1:B2)");
    const pane = await quietPane(host);
    await pane.actions.settle("field.dueDate", "-");
    await pane.actions.connect();
    expect(host.formulas.get("Connection!0,1")).toBe("=AR.LEDGER(Invoices[#All],,,,Rules!A1:B2)");
    expect(host.formulas.get("Ledger 2!2,1")).toBe("=AR.LEDGER(Invoices[#All],,,,$A$7:$B$9)");
    expect(host.sheets.get("Ledger 2")!.slice(6)).toEqual([["key", "value"], ["lateAfter", 30], ["field.dueDate", "-"]]);
  });

  test("a mistake in the policy range is shown in its own row, whatever was settled", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Rules", cells: [["", ""], ["key", "value"], ["field.dueDate", "-"], ["lateAfter", "soon"]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,,Rules!A2:B4)");
    const pane = await quietPane(host);
    expect(pane.session().reading).toMatchObject({ status: "failed", problem: { reason: { code: "POLICY_VALUE", with: { row: 3 } }, place: { sheet: "Rules", row: 3, column: 0 } } });
    await pane.actions.settle("field.dueDate", "");
    expect(pane.session().reading).toMatchObject({ status: "failed", problem: { reason: { with: { row: 3 } }, place: { sheet: "Rules", row: 3, column: 0 } } });
  });
});
