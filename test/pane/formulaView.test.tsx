/** @jest-environment jsdom */
import { fireEvent, screen, within } from "@testing-library/react";
import { invoicesHost } from "./books";
import { happens, openTab, renderPane, textOf } from "./renderPane";
import type { Cell } from "../../src/values/cell";
import type { MemoryHost } from "../support/memoryHost";

const BOOK = [
  ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid on"],
  ["I-1", "Anker", 46032, 46062, 1000, 46062],
  ["I-2", "Anker", 46063, 46093, 2000, ""],
  ["I-3", "Baltic", 46073, 46118, 3000, ""],
  ["I-4", "Baltic", 46096, 46126, 3000, ""],
];

function host(options: Parameters<typeof invoicesHost>[0] = {}): MemoryHost {
  const made = invoicesHost(options, BOOK);
  made.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
  return made;
}

const SECTIONS = { en: ["Selected cell", "Build a formula"], zh: ["所选单元格", "编写公式"] } as const;
const section = (place: 0 | 1, language: "en" | "zh" = "en"): Promise<HTMLElement> => screen.findByRole("region", { name: SECTIONS[language][place] });
/** A text put into a field at once: letter by letter every list is drawn anew. */
function put(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}

const select = (made: MemoryHost, formula: string, value: Cell): Promise<void> => happens(() => made.holdFormula({ sheet: "Figures", row: 4, column: 1 }, formula, value));

test("a selected formula is told: method, basis, inputs, and rows that lead to the sheet", async () => {
  const made = host();
  const user = renderPane(made);
  await select(made, "=AR.DSO(Ledger,DATE(2026,3,31))", 80);
  await openTab(user, "Formula");
  const explained = await section(0);
  await within(explained).findByText("Balance method: open balance / credit sales of the window x its days.");
  expect(textOf(explained)).toContain("On Mar 31, 2026: receivable 8,000, not due 6,000, credit sales 9,000, since 2026-01-01, window 90.");
  expect(textOf(explained)).toContain("asOf: DATE(2026,3,31)");
  const rows = within(explained).getByRole("list", { name: "Rows behind it" });
  expect(within(rows).getAllByRole("listitem").map(textOf)).toEqual(["I-33,000.00Baltic · 39 days38%", "I-43,000.00Baltic · 16 days38%", "I-22,000.00Anker · 49 days25%"]);
  await user.click(within(rows).getAllByRole("button")[2]!);
  expect(made.visited).toEqual([{ sheet: "Sheet1", row: 2, column: 0 }]);
});

test("a cell without our formula says so, and a refusal shows its sentence", async () => {
  const made = host({ language: "zh" });
  const user = renderPane(made);
  await select(made, "=SUM(A1:A3)", 6);
  await openTab(user, "公式");
  expect(textOf(await section(0, "zh"))).not.toContain("依据");
  await screen.findByText("Figures!B5 没有 AR 公式。公式溢出的表请选择其首个单元格。");
  await select(made, '=AR.CREDITSCORE(Ledger,"Nobody")', "#N/A");
  await within(await section(0, "zh")).findByText("台账中没有客户“Nobody”。");
});

test("a formula over another ledger offers to open it; a calculation is left to the sheet", async () => {
  const made = host();
  made.connect("Other", "=AR.LEDGER(Invoices[#All])", "More");
  const user = renderPane(made);
  await select(made, "=AR.DSO(Other)", 80);
  await openTab(user, "Formula");
  await user.click(await within(await section(0)).findByRole("button", { name: "Open Other" }));
  await within(await section(0)).findByText(/^Balance method/);
  await select(made, "=AR.DSO(Other,TODAY())", 80);
  await within(await section(0)).findByText(/^TODAY\(\) is a calculation/);
});

test("a formula is filled in, its value seen, and inserted; what it would cover is said first", async () => {
  const made = host();
  const user = renderPane(made);
  await select(made, "=SUM(A1:A3)", "");
  await openTab(user, "Formula");
  const builder = await section(1);
  await within(builder).findByText("=AR.DSO(Ledger)");
  put(within(builder).getByRole("combobox", { name: /^buyer/ }), "Baltic");
  await within(builder).findByText('=AR.DSO(Ledger,,"Baltic")');
  await user.click(await within(builder).findByRole("button", { name: "Insert into Figures!B5" }));
  await screen.findByText("The formula is in Figures!B5.");
  expect(made.changed.at(-1)).toEqual({ sheet: "Figures", cells: [{ row: 4, column: 1, formula: '=AR.DSO(Ledger,,"Baltic")' }] });

  put(within(builder).getByRole("combobox", { name: /^buyer/ }), "");
  await user.click(within(builder).getByRole("combobox", { name: "Function" }));
  put(within(builder).getByRole("combobox", { name: "Function" }), "AR.AGING");
  await user.click((await screen.findAllByRole("option", { name: /AR\.AGING/ }))[0]!);
  made.sheets.get("Figures")![5] = ["", "", "note"];
  await happens(() => made.select({ place: { sheet: "Figures", row: 4, column: 0 }, reference: "Figures!A5", cells: 1, table: "", value: "" }));
  await within(builder).findByText(/^The answer would cover 2 cells that hold something, the first in B5/);
});

test("what is missing is asked for, what is refused says why, what is no argument is not written", async () => {
  const user = renderPane(host());
  await openTab(user, "Formula");
  const builder = await section(1);
  const pick = async (name: string): Promise<void> => {
    await user.click(within(builder).getByRole("combobox", { name: "Function" }));
    put(within(builder).getByRole("combobox", { name: "Function" }), name);
    await user.click((await screen.findAllByRole("option"))[0]!);
  };
  await pick("AR.CREDITSCORE");
  await within(builder).findByText("Give buyer to see the value.");
  put(within(builder).getByRole("combobox", { name: /^buyer/ }), "Nobody");
  await within(builder).findByText("No buyer 'Nobody' in this ledger.");
  put(within(builder).getByRole("combobox", { name: /^buyer/ }), "=SUM(A1)");
  await within(builder).findByText("This can be no argument here. Write =A2 for a cell.");
  expect(within(builder).queryByText(/^=AR\./)).toBeNull();
  expect(within(builder).getByRole("link", { name: "Help for AR.CREDITSCORE" }).getAttribute("href")).toBe("docs/CREDITSCORE.html");
});
