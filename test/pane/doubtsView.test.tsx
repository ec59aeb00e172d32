/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { Grid } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { DOUBTFUL, MIXED } from "../support/paneBooks";
import { INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { renderPane, textOf } from "./renderPane";

/** An export that begins in B3, with a title above it. */
function doubtful(): MemoryHost {
  return new MemoryHost({ sheets: [{ name: "Open items", cells: DOUBTFUL }], tables: [{ name: "Items", sheet: "Open items", row: 2, column: 1, rows: 61, columns: 8 }] });
}

describe("doubts", () => {
  test("by kind, with rows and money, against all that was read; a click selects the cell", async () => {
    const host = new MemoryHost({ sheets: [{ name: "Open items", cells: MIXED }] });
    const user = renderPane(host);
    expect(await screen.findByText("USD 80.00 in doubt, of USD 1,092.00 read (7.3%)")).toBeTruthy();
    expect(screen.getByText("EUR 750.75 in doubt, of EUR 750.75 read (100%)")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /The date of issue is not a date.*1 row · EUR 250\.25/ }));
    expect(screen.getByText(/What was done: The row is left out/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "C4 · Invoice Date EUR 250.25 soon" }));
    expect(host.visited).toEqual([{ sheet: "Open items", row: 3, column: 2 }]);
  });

  test("of a table that does not begin in A1 point to its cells, a page at a time", async () => {
    const host = doubtful();
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: /The due date is not a date.*30 rows/ }));
    const cells = (): string[] => screen.getAllByRole("button", { name: /Net Due Date/ }).map(textOf);
    expect([cells().length, cells()[0]]).toEqual([25, "F5 · Net Due Date101.00in 31 days"]);
    await user.click(screen.getByRole("button", { name: /^F5 · Net Due Date/ }));
    expect(host.visited).toEqual([{ sheet: "Open items", row: 4, column: 5 }]);
    expect(screen.getByText("1 to 25 of 30")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Later ones" }));
    expect([cells().length, screen.getByText("26 to 30 of 30") !== null]).toEqual([5, true]);
    expect(screen.getByRole("button", { name: "Later ones" }).getAttribute("aria-disabled")).toBe("true");
  });

  test("of receipts and of facts about buyers point into their own ranges", async () => {
    const receipts: Grid = [["Invoice No", "Payment Date", "Amount"], ["F-4", NEW_YEAR + 60, 2000], ["F-99", NEW_YEAR + 61, 7]];
    const facts: Grid = [["Customer No", "Net Worth"], ["C-1", "a lot"]];
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Cash", cells: receipts }, { name: "Facts", cells: [[], ["", "", ""], ...facts.map((row) => ["", ...row])] }] });
    host.tables.push({ name: "Receipts", sheet: "Cash", row: 0, column: 0, rows: 3, columns: 3 }, { name: "Facts", sheet: "Facts", row: 2, column: 1, rows: 2, columns: 2 });
    const user = renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    await user.click(await screen.findByRole("button", { name: /A receipt for an invoice that is not in the ledger/ }));
    await user.click(screen.getByRole("button", { name: /^A3/ }));
    await user.click(screen.getByRole("button", { name: /A figure about a buyer that cannot be read/ }));
    await user.click(screen.getByRole("button", { name: /^C4/ }));
    expect(host.visited).toEqual([{ sheet: "Cash", row: 2, column: 0 }, { sheet: "Facts", row: 3, column: 2 }]);
  });

  test("about the sheet as a whole are no button", async () => {
    const user = renderPane(doubtful());
    await user.click(await screen.findByRole("button", { name: /No column says what was paid whole sheet/ }));
    expect(screen.getByText("whole sheet")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^whole sheet/ })).toBeNull();
  });

  test("a cell that cannot be shown says why", async () => {
    const host = new MemoryHost({ sheets: [{ name: "Open items", cells: MIXED }] });
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: /The date of issue is not a date/ }));
    host.failing.set("goTo", "gone");
    await user.click(screen.getByRole("button", { name: /^C4/ }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/The cell could not be shown.*not there any more/);
    await user.click(screen.getByRole("button", { name: "Dismiss this message" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("none", async () => {
    renderPane(invoicesHost());
    expect(await screen.findByText("Nothing doubtful was found.")).toBeTruthy();
  });
});

describe("buyers that look alike", () => {
  async function asked(host: MemoryHost) {
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: /Buyers whose names are nearly the same/ }));
    await user.click(screen.getByRole("button", { name: "Merge: Nordwind GmbH, NORDWIND G.m.b.H." }));
    return { user, dialog: await screen.findByRole("dialog", { name: "Merge 2 buyers into one?" }) };
  }

  test("are merged when it is asked for and said what it writes, never before", async () => {
    const host = doubtful();
    const { user, dialog } = await asked(host);
    expect(within(dialog).getAllByRole("listitem").map(textOf)).toEqual([
      "Adds a sheet Buyers with a table of 2 rows: buyer, name and parent.",
      "Sets the policy key rollUp to parent: figures then show one buyer. The invoices stay as they are.",
    ]);
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect([host.written, host.changed]).toEqual([[], []]);

    await user.click(screen.getByRole("button", { name: "Merge: Nordwind GmbH, NORDWIND G.m.b.H." }));
    const again = await screen.findByRole("dialog");
    await user.selectOptions(within(again).getByRole("combobox", { name: "It is called" }), "NORDWIND G.m.b.H. (C-2)");
    await user.click(within(again).getByRole("button", { name: "Merge" }));
    expect(await screen.findByText(/^2 buyers now count as one \(NORDWIND G\.m\.b\.H\.\)\. Their parent stands on the sheet Buyers/)).toBeTruthy();
    expect(screen.getByText("60 documents of 3 buyers")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Buyers whose names are nearly the same/ })).toBeNull();
    expect((screen.getByRole("checkbox", { name: "Add buyers up by their parent" }) as HTMLInputElement).checked).toBe(true);
  });

  test("one that is another is left out; one alone is no merge", async () => {
    const { user, dialog } = await asked(doubtful());
    await user.click(within(dialog).getByRole("checkbox", { name: /C-2/ }));
    expect((within(dialog).getByRole("button", { name: "Merge" }) as HTMLButtonElement).disabled).toBe(true);
  });
});
