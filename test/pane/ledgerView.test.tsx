/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { MemoryHost } from "../support/memoryHost";
import { EITHER_WAY, TWINS, UNKNOWN } from "../support/paneBooks";
import { CHINESE, INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { chooseColumn, happens, openTab, renderPane, rowsOf, textOf } from "./renderPane";

describe("finding a ledger", () => {
  test("the first ledger is read by itself, and what was understood is shown", async () => {
    renderPane(invoicesHost());
    expect(await screen.findByText("6 documents of 3 buyers")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Table Invoices" })).toBeTruthy();
    expect(screen.getByText(/Jan 1, 2025 to Mar 20, 2025/)).toBeTruthy();
  });

  test("in Chinese", async () => {
    renderPane(new MemoryHost({ language: "zh", sheets: [{ name: "应收", cells: CHINESE }] }));
    expect(await screen.findByText("2 张单据，2 个客户")).toBeTruthy();
    expect(document.documentElement.lang).toBe("zh-CN");
    expect(screen.getByRole("button", { name: "连接为 Ledger" })).toBeTruthy();
  });

  test("nothing found says what a ledger needs, what was seen and what it lacks", async () => {
    renderPane(new MemoryHost({ sheets: [{ name: "Notes", cells: [["Shopping"], ["Apples"]] }] }));
    expect(await screen.findByRole("heading", { name: "No ledger found in this workbook" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Looked at and not taken (1)", expanded: true })).toBeTruthy();
    expect(await screen.findByText("Notes!A1:A2: no buyer, no date of issue, no amount")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Look again" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Insert a ledger template" })).toBeTruthy();
  });

  test("an empty workbook", async () => {
    renderPane(new MemoryHost());
    expect(await screen.findByRole("heading", { name: "No ledger found in this workbook" })).toBeTruthy();
  });

  test("a workbook that cannot be searched says why, and can be searched again", async () => {
    const host = invoicesHost();
    host.failing.set("areas", "editing");
    const user = renderPane(host);
    expect(textOf(await screen.findByRole("alert"))).toMatch(/A cell is being edited\. Press Enter or Esc/);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("6 documents of 3 buyers")).toBeTruthy();
  });

  test("a connected ledger comes first", async () => {
    const host = invoicesHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
    const user = renderPane(host);
    expect(await screen.findByText("Connected as Ledger")).toBeTruthy();
    expect(screen.getByText(/=AR\.DSO\(Ledger\)/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Connect as/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show the cell" }));
    expect(host.visited).toEqual([{ sheet: "Connection", row: 0, column: 1 }]);
  });

  test("another one can be chosen with the keyboard alone", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Old", cells: INVOICES.slice(0, 3) }] });
    const user = renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    await happens(() => screen.getByRole("button", { name: "Change" }).focus());
    await user.keyboard("{Enter}");
    const group = screen.getByRole("radiogroup", { name: "Which ledger" });
    await happens(() => within(group).getByRole("radio", { checked: true }).focus());
    await user.keyboard("{ArrowDown} ");
    expect(await screen.findByText("2 documents of 2 buyers")).toBeTruthy();
  });
});

describe("a range that cannot be read", () => {
  test("a table without its headings: the hint, and one click to the cure", async () => {
    const user = renderPane(invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }] }));
    await screen.findByText("6 documents of 3 buyers");
    await user.click(screen.getByRole("button", { name: "Change" }));
    await user.type(screen.getByRole("textbox"), "Invoices{Enter}");
    expect(textOf(await screen.findByRole("alert"))).toMatch(/Write Invoices\[#All\]\./);
    await user.click(screen.getByRole("button", { name: "Use Invoices[#All]" }));
    expect(await screen.findByText("6 documents of 3 buyers")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("two columns that both could be the amount: the user says which", async () => {
    const user = renderPane(new MemoryHost({ sheets: [{ name: "Sheet1", cells: TWINS }] }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/Two columns could be the amount, "Invoice Amount" and "Total Amount"/);
    await user.click(screen.getByRole("button", { name: "Total Amount" }));
    expect(await screen.findByText("2 documents of 2 buyers")).toBeTruthy();
    await openTab(user, "Portfolio");
    expect(await screen.findAllByText("1,785.00")).not.toEqual([]);
  });

  test("a heading nobody could know is chosen from the sheet's own", async () => {
    const user = renderPane(new MemoryHost({ sheets: [{ name: "Sheet1", cells: UNKNOWN }] }));
    await screen.findByRole("heading", { name: "No ledger found in this workbook" });
    await user.type(screen.getByRole("textbox"), "Sheet1!A1:E2{Enter}");
    expect(await screen.findByRole("heading", { name: "Which column is which?" })).toBeTruthy();
    await chooseColumn(user, "Amount", /^Betrag/);
    expect(await screen.findByText("1 document of 1 buyer")).toBeTruthy();
    expect(screen.getByText("Before, the sheet could not be read.")).toBeTruthy();
  });

  test("an amount asked for is not shown as certain, and the dropdown offers both first", async () => {
    const user = renderPane(new MemoryHost({ sheets: [{ name: "Sheet1", cells: TWINS }] }));
    await screen.findByRole("alert");
    const amount = rowsOf(screen.getByRole("table")).find(([field]) => field!.startsWith("Amount"))!;
    expect(amount).toEqual(["Amountplease check", "Choose a column"]);
    await user.click(screen.getByRole("combobox", { name: "Column: Amount" }));
    const likely = await screen.findByRole("group", { name: "Likely" });
    expect(within(likely).getAllByRole("option").map(textOf)).toEqual(["Invoice AmountD · 1000, 500", "Total AmountE · 1190, 595"]);
  });

  test("dates that read in two ways: a button each says which day it would be, and the dropdown too", async () => {
    const host = new MemoryHost({ sheets: [{ name: "Sheet1", cells: EITHER_WAY }] });
    const user = renderPane(host);
    expect(textOf(await screen.findByRole("alert"))).toMatch(/day and month cannot be told apart/);
    expect(screen.getByRole("button", { name: "month / day / year: 03/04/2025 is Mar 4, 2025" })).toBeTruthy();
    expect(textOf(screen.getByRole("combobox", { name: "Day and month" }))).toBe("Choose an order");
    await user.click(screen.getByRole("button", { name: "day / month / year: 03/04/2025 is Apr 3, 2025" }));
    expect(await screen.findByText(/Apr 3, 2025 to Apr 5, 2025/)).toBeTruthy();
    expect(textOf(screen.getByRole("combobox", { name: "Day and month" }))).toBe("day / month / year");
  });

  test("receipts that cannot be read need not keep the ledger from being read", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Cash", cells: [["a", "b"], [1, 2]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,Cash!A1:B2)");
    const user = renderPane(host);
    expect(textOf(await screen.findByRole("alert"))).toMatch(/The range of receipts lacks/);
    await user.click(screen.getByRole("button", { name: "Read without the receipts" }));
    expect(await screen.findByText("6 documents of 3 buyers")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Update Ledger" })).toBeTruthy();
  });

  test("a mistake in the policy range is one click away", async () => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, { name: "Rules", cells: [["key", "value"], ["lateAfter", "soon"]] }] });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,,Rules!A1:B2)");
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: "Show the cell" }));
    expect(host.visited).toEqual([{ sheet: "Rules", row: 1, column: 0 }]);
  });

  test("a name that is not there", async () => {
    const user = renderPane(new MemoryHost());
    await user.type(await screen.findByRole("textbox"), "Nowhere{Enter}");
    expect(textOf(await screen.findByRole("alert"))).toMatch(/There is no such range, table or name/);
  });

  test("a connected formula that is a calculation", async () => {
    const host = new MemoryHost();
    host.connect("Ledger", "=AR.LEDGER(VSTACK(A1:B2,C1:D2))");
    renderPane(host);
    expect(textOf(await screen.findByRole("alert"))).toMatch(/VSTACK\(A1:B2,C1:D2\), which is a calculation/);
  });
});

describe("Connect", () => {
  test("writes one formula on a sheet of its own and names its cell", async () => {
    const host = invoicesHost();
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: "Connect as Ledger" }));
    expect(await screen.findByText("Connected as Ledger")).toBeTruthy();
    expect([...host.formulas.values()]).toEqual(["=AR.LEDGER(Invoices[#All])"]);
    expect([...host.names.keys()]).toEqual(["Ledger"]);
    expect(host.sheets.has("Ledger")).toBe(true);
  });

  test("a taken name gives Ledger_2", async () => {
    const host = invoicesHost();
    host.names.set("LEDGER", { sheet: "Sheet1", row: 0, column: 0 });
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: /^Connect as/ }));
    expect(await screen.findByText("Connected as Ledger_2")).toBeTruthy();
    expect([...host.names.keys()]).toEqual(["LEDGER", "Ledger_2"]);
  });

  test("a protected workbook: the sentence, and nothing is written", async () => {
    const host = invoicesHost();
    const user = renderPane(host);
    await screen.findByRole("button", { name: "Connect as Ledger" });
    host.failing.set("addSheet", "protected");
    await user.click(screen.getByRole("button", { name: "Connect as Ledger" }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/Nothing was connected.*protected/);
    expect(host.written).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Connect as Ledger" }));
    expect(await screen.findByText("Connected as Ledger")).toBeTruthy();
  });

  test("functions that are not loaded are noticed", async () => {
    const host = invoicesHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
    host.sheets.set("Connection", [["Ledger", "#NAME?"]]);
    renderPane(host);
    expect(await screen.findByText(/The cell shows #NAME\?/)).toBeTruthy();
  });

  const LONG = "x".repeat(2000);
  const MANY = [INVOICES[0]!, ...Array.from({ length: 2600 }, (_, at) => ["C-1", LONG, `F-${String(at)}`, NEW_YEAR, NEW_YEAR + 30, 1, ""])];

  test("a ledger beyond one payload is connected in blocks: said before, shown while it goes on, and stopped", async () => {
    let go = (): void => undefined;
    let held = false;
    const host = invoicesHost({ blockRows: 5000, calculate: () => "2 invoices, 1 buyer to 2025-01-01 #0", pace: (done) => (held && done === 1 ? new Promise((resume) => (go = resume)) : Promise.resolve()) }, MANY);
    const user = renderPane(host);
    expect(await screen.findByText(/^As one argument this ledger would be 5\.3 MB, and a formula takes 5 MB\./)).toBeTruthy();
    expect(screen.getByText("2,600 documents of 1 buyer")).toBeTruthy();
    held = true;
    await user.click(screen.getByRole("button", { name: "Connect as Ledger" }));
    expect(await screen.findByText("1 of 4 blocks")).toBeTruthy();
    expect(screen.getByRole("progressbar", { name: "Calculating the blocks" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    go();
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect([screen.queryByRole("alert"), [...host.names.keys()], host.sheets.has("Ledger")]).toEqual([null, [], false]);
    held = false;
    await user.click(screen.getByRole("button", { name: "Connect as Ledger" }));
    expect(await screen.findByText("Connected as Ledger")).toBeTruthy();
    expect([...host.formulas.values()].filter((formula) => formula.includes("VSTACK(Invoices[#Headers]"))).toHaveLength(3);
  });

  test("one whose blocks would not fit beside its receipts says what to do instead", async () => {
    const host = invoicesHost({ blockRows: 5000 }, [INVOICES[0]!, ["C-1", "x".repeat(4_900_000), "F-1", NEW_YEAR, NEW_YEAR + 30, 1, ""], ["C-1", "x".repeat(200_000), "F-2", NEW_YEAR, NEW_YEAR + 30, 1, ""]]);
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: "Connect as Ledger" }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/Nothing was connected.*5\.1 MB as a function receives them, and one formula takes 5 MB: about \d of the 3 rows/);
    expect(host.written).toEqual([]);
  });
});

describe("long work", () => {
  test("shows how far it is, and stops", async () => {
    let go = (): void => undefined;
    const many = [INVOICES[0]!, ...Array.from({ length: 50 }, (_, at) => ["C-1", "North", `F-${String(at)}`, NEW_YEAR, NEW_YEAR + 30, 1, ""])];
    const host = invoicesHost({ blockRows: 20, pace: (read) => (read < 20 ? Promise.resolve() : new Promise((resume) => (go = resume))) }, many);
    const user = renderPane(host);
    expect(await screen.findByText("20 of 51 rows")).toBeTruthy();
    expect(screen.getByRole("progressbar", { name: "Reading the ledger" }).getAttribute("aria-valuenow")).toBe("0.39215686274509803");
    await user.click(screen.getByRole("button", { name: "Stop" }));
    go();
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("radiogroup", { name: "Which ledger" })).toBeTruthy();
  });
});

describe("edits in the sheet", () => {
  test("a small ledger is read again by itself, and what was on view stays until then", async () => {
    const host = invoicesHost();
    renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    await happens(() => host.edit("Sheet1", 6, 0, "C-9"));
    expect(await screen.findByText("The sheet has been edited since it was read.")).toBeTruthy();
    expect(screen.getByText("6 documents of 3 buyers")).toBeTruthy();
    expect(await screen.findByText("6 documents of 4 buyers", {}, { timeout: 3000 })).toBeTruthy();
    expect(screen.queryByText("The sheet has been edited since it was read.")).toBeNull();
  });
});

describe("the pane itself", () => {
  test("changes its language, and remembers it", async () => {
    const host = invoicesHost();
    const user = renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "中文" }));
    expect(await screen.findByText("6 张单据，3 个客户")).toBeTruthy();
    expect(host.recall("language")).toBe("zh");
  });

  test("a ledger template is inserted from the menu, and is open then", async () => {
    const host = invoicesHost();
    const user = renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Insert a ledger template" }));
    expect(await screen.findByText(/^The sheet Receivables holds an empty ledger/)).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Table Invoices2" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Connect as Ledger" })).toBeTruthy();
  });

  test("another ledger can be chosen from the menu", async () => {
    const user = renderPane(invoicesHost());
    await screen.findByText("6 documents of 3 buyers");
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Choose another ledger" }));
    expect(await screen.findByRole("radiogroup", { name: "Which ledger" })).toBeTruthy();
  });

  test("follows the theme", async () => {
    const host = invoicesHost();
    renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    expect(document.querySelector("[style*='color-scheme: light']")).not.toBeNull();
    await happens(() => host.turn(true));
    await waitFor(() => expect(document.querySelector("[style*='color-scheme: dark']")).not.toBeNull());
  });

  test("its tabs say which one is open, and are opened by the keyboard", async () => {
    const user = renderPane(invoicesHost());
    await screen.findByText("6 documents of 3 buyers");
    expect(screen.getAllByRole("tab").map((tab) => tab.getAttribute("aria-selected"))).toEqual(["true", "false", "false", "false", "false", "false"]);
    await happens(() => screen.getByRole("tab", { name: "Portfolio" }).focus());
    await user.keyboard("{Enter}");
    expect(screen.getByRole("tab", { name: "Portfolio" }).getAttribute("aria-selected")).toBe("true");
    expect(await screen.findByRole("heading", { name: "Ageing" })).toBeTruthy();
  });

  test("a request from outside opens its view", async () => {
    const user = renderPane(invoicesHost(), (listen) => {
      listen({ view: "buyer", buyer: "c-2" });
      return () => undefined;
    });
    expect(await screen.findByRole("heading", { name: "South Trade" })).toBeTruthy();
    await openTab(user, "Ledger");
  });

  test("a request for somebody the ledger does not know says so", async () => {
    renderPane(invoicesHost(), (listen) => {
      listen({ view: "buyer", buyer: "INV-77" });
      return () => undefined;
    });
    expect(await screen.findByText("The selected cell says 'INV-77', which is no buyer of this ledger.")).toBeTruthy();
    expect(await screen.findByRole("heading", { name: "Choose a buyer" })).toBeTruthy();
  });
});
