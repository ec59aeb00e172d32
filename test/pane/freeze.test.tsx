/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import { mayFreeze, toFreeze } from "../../src/pane/freeze/frozen";
import type { FormulaCell } from "../../src/pane/host";
import { invoicesHost } from "./books";
import { openTab, renderPane } from "./renderPane";

const at = (sheet: string, row: number, column: number, formula: string): FormulaCell => ({ place: { sheet, row, column }, formula, values: [[1]] });

test("what is frozen: our formulas alone, inside others or as a file stores them, and what reads their spill", () => {
  const cells = [
    at("Sheet1", 0, 0, "=AR.AGING(Ledger)"), at("Sheet1", 5, 0, "=IF(B1>0,ar.dso(Ledger),0)"), at("Sheet1", 6, 0, "=_xldudf_AR_DSO(Ledger)"),
    at("Open items", 0, 0, "=SUM(Sheet1!$A$1#)"), at("Open items", 1, 0, "=SUM(A1#)"), at("Sheet1", 7, 0, "=SUM(C9#)"), at("Sheet1", 8, 0, "=SUM('Open items'!A1#)"),
  ];
  expect(cells.every(({ formula }) => mayFreeze(formula))).toBe(true);
  expect(["=SUM(A1:A9)", "=SMEAR.X(1)", "=\"AR\"", "=BAR.DSO(1)"].filter(mayFreeze)).toEqual([]);
  expect(toFreeze(cells).map(({ formula }) => formula)).toEqual(["=AR.AGING(Ledger)", "=IF(B1>0,ar.dso(Ledger),0)", "=_xldudf_AR_DSO(Ledger)", "=SUM(Sheet1!$A$1#)", "=SUM(A1#)", "=SUM('Open items'!A1#)"]);
});

test("Freeze a copy: values, a sheet with the formulas, and back", async () => {
  const host = invoicesHost();
  host.starts = true;
  host.sheets.set("Summary", [["Days", 41.5], ["Text", "=1+1"]]);
  host.formulas.set("Summary!0,1", "=AR.DSO(Ledger)");
  host.formulas.set("Summary!1,1", "=AR.BUYERS(Ledger)");
  const user = renderPane(host);
  await screen.findByText("6 documents of 3 buyers");
  await openTab(user, "Bank");
  const section = await screen.findByRole("region", { name: "Freeze a copy" });
  await user.click(within(section).getByRole("button", { name: "Freeze the formulas" }));
  await screen.findByText("2 formulas now show a value only. Frozen formulas keeps the text of each.");
  expect([host.sheets.get("Summary"), [...host.formulas.keys()].filter((key) => key.startsWith("Summary")), host.starts]).toEqual([[["Days", 41.5], ["Text", "=1+1"]], [], false]);

  host.edit("Summary", 0, 1, 42);
  await user.click(await within(section).findByRole("button", { name: "Bring the formulas back" }));
  await screen.findByText(/1 formula brought back\. Moved or written over since, and left as they are: Summary!B1\./);
  expect([host.formulas.get("Summary!1,1"), host.formulas.has("Summary!0,1"), host.starts, host.sheets.has("Frozen formulas")]).toEqual(["=AR.BUYERS(Ledger)", false, true, true]);
});

test("nothing is changed while a formula waits, and where none is ours", async () => {
  const host = invoicesHost();
  const user = renderPane(host);
  await screen.findByText("6 documents of 3 buyers");
  await openTab(user, "Bank");
  await user.click(await screen.findByRole("button", { name: "Freeze the formulas" }));
  await screen.findByText("No AR formula is in this workbook.");
  host.sheets.set("Summary", [["#BUSY!"]]);
  host.formulas.set("Summary!0,0", "=AR.DSO(Ledger)");
  await user.click(screen.getByRole("button", { name: "Freeze the formulas" }));
  await screen.findByText(/^Formulas still waiting for their value: 1\./);
  expect(host.changed).toEqual([]);
});
