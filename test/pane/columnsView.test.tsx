/** @jest-environment jsdom */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { INVOICES, invoicesHost, withCell } from "./books";
import { chooseColumn, happens, renderPane, rowsOf, textOf } from "./renderPane";

const TITLE = "What was taken for what";
/** The table of fields in a list of columns that is open. */
const fields = (): string[][] => rowsOf(screen.getByRole("table"));
const fieldOf = (name: string): string[] => fields().find(([field]) => field!.startsWith(name))!;

describe("the columns of a ledger", () => {
  test("each field that figures rest on, how sure in a word, and its column", async () => {
    const user = renderPane(invoicesHost());
    await user.click(await screen.findByRole("button", { name: TITLE }));
    expect(fields()[0]).toEqual(["Taken for", "Column"]);
    expect(fieldOf("Amount")).toEqual(["Amountcertain", "Amount"]);
    expect(fieldOf("Open amount")).toEqual(["Open amount", "Not used"]);
    expect(fields()).toHaveLength(13);
    expect(screen.queryByRole("button", { name: "Reset" })).toBeNull();
  });

  test("a choice is read at once, shows what it changes, and can be reset", async () => {
    const host = invoicesHost();
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: TITLE }));
    await chooseColumn(user, "Settled date", "Not in this sheet");
    const changes = await screen.findByText("What your choice changes");
    expect(textOf(changes.closest("[role=status]")!)).toBe("What your choice changes" + "Open" + "Before 2,670.25→Now 4,170.75" + "Overdue" + "Before 2,550.25→Now 4,050.75" + "Doubts" + "Before 0→Now 1");
    expect(fieldOf("Settled date")).toEqual(["Settled date", "Not in this sheetyour choice"]);
    expect(host.settings.size).toBe(1);
    await user.click(screen.getByRole("button", { name: "Reset" }));
    await waitFor(() => expect(fieldOf("Settled date")).toEqual(["Settled datecertain", "Settled Date"]));
    expect(host.settings.size).toBe(0);
    expect(screen.queryByRole("button", { name: "Reset" })).toBeNull();
  });

  test("Connect writes the choice into the policy of the formula", async () => {
    const host = invoicesHost({}, withCell(INVOICES, 0, 6, "Bezahlt am"));
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: TITLE }));
    expect(screen.getByText("No figure rests on: Bezahlt am.")).toBeTruthy();
    await chooseColumn(user, "Settled date", /^Bezahlt am/);
    await waitFor(() => expect(fieldOf("Settled date")[1]).toBe("Bezahlt amyour choice"));
    await user.click(screen.getByRole("button", { name: "Connect as Ledger" }));
    await screen.findByText("Connected as Ledger");
    expect(host.written[0]!.cells).toEqual(expect.arrayContaining([expect.objectContaining({ formula: "=AR.LEDGER(Invoices[#All],,,,$A$7:$B$8)" }), expect.objectContaining({ value: "field.settledDate" })]));
  });

  test("a connected ledger is updated when it is asked to", async () => {
    const host = invoicesHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: TITLE }));
    await chooseColumn(user, "Due date", "Not in this sheet");
    expect(await screen.findByRole("heading", { name: "Ledger does not know your choices yet" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Connect as Ledger_2 instead" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Update Ledger" }));
    expect(await screen.findByText("Connected as Ledger")).toBeTruthy();
    expect(host.formulas.get("Connection!0,1")).toMatch(/^=AR\.LEDGER\(Invoices\[#All\],,,,'Ledger policy'!A2:B3\)$/);
  });

  test("choices that the workbook kept say so, and the list is open", async () => {
    const first = invoicesHost();
    const user = renderPane(first);
    await user.click(await screen.findByRole("button", { name: TITLE }));
    await chooseColumn(user, "Due date", "Not in this sheet");
    await waitFor(() => expect(first.settings.size).toBe(1));
    cleanup();
    const next = invoicesHost();
    for (const [key, value] of first.settings) next.settings.set(key, value);
    renderPane(next);
    expect(await screen.findByText("You chose these columns before, for an export with the same headings.")).toBeTruthy();
    expect(screen.getByRole("button", { name: TITLE, expanded: true })).toBeTruthy();
  });

  test("the keyboard alone chooses a column", async () => {
    const user = renderPane(invoicesHost());
    await user.click(await screen.findByRole("button", { name: TITLE }));
    await happens(() => screen.getByRole("combobox", { name: "Column: Document type" }).focus());
    await user.keyboard("{Enter}");
    const list = await screen.findByRole("listbox");
    expect(within(list).getAllByRole("option").map(textOf)[0]).toBe("Not in this sheet");
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await waitFor(() => expect(fieldOf("Document type")[1]).toMatch(/your choice$/));
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Column: Document type" }));
  });
});
