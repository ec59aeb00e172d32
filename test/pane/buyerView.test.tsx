/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { Place, Selection } from "../../src/pane/host";
import type { Cell, Grid } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { sampleHost } from "../support/paneBooks";
import { INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { happens, openTab, renderPane, rowsOf, textOf } from "./renderPane";

function selected(value: Cell, place: Place = { sheet: "Notes", row: 0, column: 0 }): Selection {
  return { place, reference: "Notes!A1", cells: 1, table: "", value };
}

async function buyers(host: MemoryHost): Promise<ReturnType<typeof renderPane>> {
  const user = renderPane(host);
  await screen.findByText(/documents of/);
  await openTab(user, "Buyer");
  await screen.findByRole("heading", { name: "Choose a buyer" });
  return user;
}

async function buyerCalled(host: MemoryHost, name: string): Promise<ReturnType<typeof renderPane>> {
  const user = await buyers(host);
  await user.type(screen.getByRole("combobox", { name: "Find a buyer" }), name);
  await user.keyboard("{Enter}");
  await screen.findByRole("region", { name: "Credit limit" });
  return user;
}

describe("finding a buyer", () => {
  test("by a part of its name, in any case, with the keyboard alone", async () => {
    const user = await buyers(invoicesHost());
    await happens(() => screen.getByRole("combobox", { name: "Find a buyer" }).focus());
    await user.keyboard("sons");
    expect((await screen.findAllByRole("option")).map(textOf)).toEqual(["West & SonsC-3"]);
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { name: "West & Sons" })).toBeTruthy();
  });

  test("by its number", async () => {
    const user = await buyers(invoicesHost());
    await user.type(screen.getByRole("combobox", { name: "Find a buyer" }), "c-2{Enter}");
    expect(await screen.findByRole("heading", { name: "South Trade" })).toBeTruthy();
  });

  test("none matches", async () => {
    const user = await buyers(invoicesHost());
    await user.type(screen.getByRole("combobox", { name: "Find a buyer" }), "zzz");
    expect((await screen.findAllByRole("option")).map(textOf)).toEqual(["No buyer matches"]);
  });

  test("a long list shows its first and says how many there are", async () => {
    const user = await buyers(sampleHost());
    await user.type(screen.getByRole("combobox", { name: "Find a buyer" }), "c-");
    const options = await screen.findAllByRole("option");
    expect(options).toHaveLength(31);
    expect(textOf(options[30]!)).toBe("30 of 60; type more to narrow");
  });

  test("the worst are offered before anybody is chosen", async () => {
    const user = await buyers(sampleHost());
    const table = within(screen.getByRole("region", { name: "Worst scores in this book" })).getByRole("table");
    const scores = rowsOf(table).slice(1).map((row) => Number(row[3]));
    expect(scores).toHaveLength(5);
    expect([...scores].sort((a, b) => a - b)).toEqual(scores);
    await user.click(within(table).getAllByRole("button")[0]!);
    expect(await screen.findByRole("region", { name: "Why" })).toBeTruthy();
  });
});

describe("the selected cell", () => {
  test("that names a buyer offers it, and changes nothing by itself", async () => {
    const host = invoicesHost();
    const user = await buyers(host);
    await happens(() => host.select(selected("  c-2 ")));
    expect(await screen.findByText("Selected: South Trade")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "South Trade" })).toBeNull();
    await user.click(within(screen.getByText("Selected: South Trade").parentElement!).getByRole("button"));
    expect(await screen.findByRole("heading", { name: "South Trade" })).toBeTruthy();
  });

  test("anywhere in a row of the ledger means the row's buyer", async () => {
    const host = invoicesHost();
    await buyers(host);
    await happens(() => host.select(selected(2000, { sheet: "Sheet1", row: 4, column: 5 })));
    expect(await screen.findByText("Selected: North Mill")).toBeTruthy();
  });

  test.each(["nobody", "", null, 12345, "__proto__", "#REF!"])("%p offers nothing", async (value) => {
    const host = invoicesHost();
    await buyers(host);
    await happens(() => host.select(selected("C-1")));
    await screen.findByText("Selected: North Mill");
    await happens(() => host.select(selected(value)));
    await waitFor(() => expect(screen.queryByText(/^Selected:/)).toBeNull());
  });
});

describe("a buyer's page", () => {
  /** Twelve buyers with outcomes, so that the book can say how likely: half of every other buyer's invoices are paid late. */
  const BOOK: Grid = [
    INVOICES[0]!,
    ...Array.from({ length: 120 }, (_, at): Cell[] => {
      const buyer = at % 12;
      const issued = NEW_YEAR + Math.floor(at / 12) * 20;
      const late = buyer % 2 === 1 && at % 4 !== 3;
      return [`B-${String(buyer)}`, `Buyer ${String(buyer)}`, `F-${String(at)}`, issued, issued + 30, 100 + buyer, issued + (late ? 50 : 25)];
    }),
  ];

  test("the points add up to the score, in the figures as shown", async () => {
    await buyerCalled(sampleHost(), "C-1001");
    const rows = rowsOf(within(screen.getByRole("region", { name: "Why" })).getByRole("table")).slice(1);
    const points = rows.map((row) => Number(row[1]!.replace("\u2212", "-")));
    expect(points.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(points.at(-1));
    expect(rows[0]![1]).toBe("500");
  });

  test("the record beside the score, with the interval and how much is known", async () => {
    await buyerCalled(invoicesHost({}, BOOK), "B-0");
    expect(screen.getByText(/^0 late of 10 known invoices \(0 days\), 0 pending, book \d+%$/)).toBeTruthy();
    expect(screen.getByText(/late rate: 80 % between/)).toBeTruthy();
    expect(screen.getByText("some history")).toBeTruthy();
    expect(screen.getByRole("img", { name: /^Grade [AB]$/ })).toBeTruthy();
  });

  test("odds say what they are, and are not called a default", async () => {
    await buyerCalled(invoicesHost({}, BOOK), "B-1");
    const odds = textOf(screen.getByRole("region", { name: "Odds of paying late" }));
    expect(odds).toMatch(/about \d+%/);
    expect(odds).toMatch(/Odds of paying after the due day, not of default or loss\./);
    expect(odds).toMatch(/Calibrated on \d+ invoices of the last \d+ days/);
  });

  test("where the book is too small to say, the reason stands instead of odds", async () => {
    await buyerCalled(invoicesHost(), "C-2");
    expect(textOf(screen.getByRole("region", { name: "Odds of paying late" }))).toMatch(/Too few/);
  });

  test("a buyer nobody knows anything of has no score, and the reason is said", async () => {
    const cells = [...INVOICES, ["C-9", "Newcomer", "F-9", NEW_YEAR + 78, NEW_YEAR + 108, 10, ""]];
    await buyerCalled(invoicesHost({}, cells), "C-9");
    expect(screen.getByText(/^Insufficient history:/)).toBeTruthy();
    expect(screen.getByRole("img", { name: "No grade" })).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Why" })).toBeNull();
    expect(screen.getByText("insufficient history")).toBeTruthy();
  });

  test("the limit, every method with its amount or what is missing, and the one that decided", async () => {
    await buyerCalled(sampleHost(), "C-1001");
    const limit = screen.getByRole("region", { name: "Credit limit" });
    const rows = rowsOf(within(limit).getByRole("table")).slice(1);
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(rows.filter(([method]) => method!.includes("decides"))).toHaveLength(1);
    expect(within(limit).getByRole("progressbar", { name: /used$/ })).toBeTruthy();
  });

  test("the last payments against their due days, newest first; what is open and overdue among them", async () => {
    await buyerCalled(invoicesHost(), "C-2");
    const rows = rowsOf(within(screen.getByRole("region", { name: "Last payments against terms" })).getByRole("table")).slice(1);
    expect(rows.map((row) => [row[1], row[3]])).toEqual([["F-5 open", "+77 late"], ["F-2", "+2929 late"]]);
  });

  test("the ageing of this buyer alone", async () => {
    await buyerCalled(invoicesHost(), "C-3");
    const rows = rowsOf(within(screen.getByRole("region", { name: "Ageing" })).getByRole("table"));
    expect(rows.at(-1)).toEqual(["Total", "370.25", ""]);
  });
});

describe("Insert", () => {
  test("writes the page as formulas; a ledger that is not connected is connected first", async () => {
    const host = invoicesHost();
    const user = await buyerCalled(host, "C-2");
    expect(screen.getByText(/This also connects the ledger as Ledger\./)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Insert as formulas" }));
    expect(await screen.findByText("Formulas are on the sheet South Trade. They follow the ledger.")).toBeTruthy();
    expect(host.written.map(({ sheet }) => sheet)).toEqual(["Ledger", "South Trade"]);
    expect([...host.formulas.values()]).toEqual(expect.arrayContaining(["=AR.LEDGER(Invoices[#All])", "=AR.CREDITSCORE(Ledger,$B$3,$B$4)"]));
    await user.click(screen.getByRole("button", { name: "Insert as formulas" }));
    await waitFor(() => expect(host.written.map(({ sheet }) => sheet)).toEqual(["Ledger", "South Trade", "South Trade"]));
  });

  test("of a ledger connected under another name uses that name", async () => {
    const host = invoicesHost();
    host.connect("Ledger_2", "=AR.LEDGER(Invoices[#All])");
    const user = await buyerCalled(host, "C-1");
    await user.click(screen.getByRole("button", { name: "Insert as formulas" }));
    await screen.findByText(/Formulas are on the sheet North Mill/);
    expect([...host.formulas.values()]).toContain("=AR.CREDITLIMIT(Ledger_2,$B$3,$B$4)");
  });

  test("that fails says why and leaves the page as it is", async () => {
    const host = invoicesHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
    const user = await buyerCalled(host, "C-1");
    host.failing.set("addSheet", "editing");
    await user.click(screen.getByRole("button", { name: "Insert as formulas" }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/Nothing was inserted.*A cell is being edited/);
    expect(screen.getByRole("heading", { name: "North Mill" })).toBeTruthy();
  });
});

test("a list of open items holds no paid invoices: nobody is judged by it, and the rest is shown", async () => {
  const open = [["Customer", "Invoice", "Invoice Date", "Due Date", "Open Amount"], ["North", "F-1", NEW_YEAR, NEW_YEAR + 30, 100], ["South", "F-2", NEW_YEAR + 50, NEW_YEAR + 80, 70]];
  await buyerCalled(new MemoryHost({ sheets: [{ name: "Open", cells: open }] }), "North");
  expect(screen.getByText("This list holds no paid invoices, so nobody can be judged by it.")).toBeTruthy();
  expect(screen.getByText("not judged")).toBeTruthy();
  expect(textOf(screen.getByRole("region", { name: "Ageing" }))).toMatch(/100\.00/);
});

test("a buyer called __proto__ is a buyer like any other", async () => {
  const cells = [...INVOICES, ["__proto__", "constructor", "F-9", NEW_YEAR, NEW_YEAR + 30, 10, NEW_YEAR + 40]];
  await buyerCalled(invoicesHost({}, cells), "__proto__");
  expect(screen.getByRole("heading", { name: "constructor" })).toBeTruthy();
});

test("in Chinese", async () => {
  const user = renderPane(sampleHost({ language: "zh" }));
  await screen.findByText(/60 个客户/);
  await openTab(user, "客户");
  await screen.findByRole("heading", { name: "请选择客户" });
  await user.type(screen.getByRole("combobox", { name: "查找客户" }), "C-1001{Enter}");
  expect(await screen.findByRole("region", { name: "理由" })).toBeTruthy();
  expect(document.querySelector("main")!.textContent).not.toMatch(/Why|Insert|Credit limit|pending|against/);
});
