/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { MemoryHost } from "../support/memoryHost";
import { MIXED } from "../support/paneBooks";
import { CHINESE, INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { openTab, renderPane, rowsOf, textOf } from "./renderPane";

/** A tile's figure and note, by its label. */
function tile(label: string): string {
  return textOf(screen.getByText(label, { selector: "dt" }).parentElement!);
}

async function portfolio(host: MemoryHost, tab = "Portfolio"): Promise<ReturnType<typeof renderPane>> {
  const user = renderPane(host);
  await screen.findByRole("radiogroup").catch(() => undefined);
  await openTab(user, tab);
  return user;
}

async function shown(): Promise<void> {
  await screen.findByText("Open", { selector: "dt" });
}

/** On the last day, 2025-03-20 (day 78): open F-3 250.25 (46 days overdue), F-4 2,000 (8), F-5 300 (7), F-6 120 (not due). */
describe("the book on its last day", () => {
  beforeEach(async () => {
    const user = renderPane(invoicesHost());
    await screen.findByText("6 documents of 3 buyers");
    await openTab(user, "Portfolio");
    await shown();
  });

  test("open and overdue", () => {
    expect(tile("Open")).toBe("Open2,670.254 items, 3 buyers");
    expect(tile("Overdue")).toBe("Overdue2,550.2596% of open debits");
  });

  test("DSO and its parts", () => {
    // sales of the 90 days: 4,170.75; 2,670.25 / 4,170.75 x 90 = 57.6; best 120 / 4,170.75 x 90 = 2.6
    expect(tile("Days sales outstanding")).toBe("Days sales outstanding57.6 daysLast 90 days of sales");
    expect(screen.getByText("2.6 days")).toBeTruthy();
    expect(screen.getByText("55.0 days")).toBeTruthy();
  });

  test("the ageing adds up", async () => {
    const table = within(await screen.findByRole("region", { name: "Ageing" })).getByRole("table");
    expect(rowsOf(table)).toEqual([
      ["Days past due", "Amount", "Share"],
      ["Not due", "120.00", "4.5%"],
      ["1–30", "2,300.00", "86%"],
      ["31–60", "250.25", "9.4%"],
      ["61–90", "0.00", "0%"],
      ["Over 90", "0.00", "0%"],
      ["Total", "2,670.25", ""],
    ]);
  });

  test("the largest buyers, with share and overdue", () => {
    const table = within(screen.getByRole("region", { name: "Largest buyers" })).getByRole("table");
    expect(rowsOf(table)).toEqual([
      ["Buyer", "Open", "Overdue"],
      ["North MillC-1", "2,000.0075%", "2,000.00"],
      ["West & SonsC-3", "370.2514%", "250.25"],
      ["South TradeC-2", "300.0011%", "300.00"],
    ]);
  });
});

test("a click on a buyer opens it", async () => {
  const user = renderPane(invoicesHost());
  await screen.findByText("6 documents of 3 buyers");
  await openTab(user, "Portfolio");
  await user.click(await screen.findByRole("button", { name: "Assess West & Sons" }));
  expect(await screen.findByRole("heading", { name: "West & Sons" })).toBeTruthy();
  expect(screen.getByRole("tab", { name: "Buyer" }).getAttribute("aria-selected")).toBe("true");
});

describe("another day", () => {
  async function asOf(iso: string): Promise<ReturnType<typeof renderPane>> {
    const user = renderPane(invoicesHost());
    await screen.findByText("6 documents of 3 buyers");
    await openTab(user, "Portfolio");
    await shown();
    fireEvent.change(screen.getByLabelText("As of", { selector: "input" }), { target: { value: iso } });
    return user;
  }

  test("the figures are of that day, and one click goes back", async () => {
    const user = await asOf("2025-01-31"); // day 30: F-1 paid on day 28; F-2 and F-3 open, none overdue
    expect(await screen.findByText("750.75", { selector: "dd *" })).toBeTruthy();
    expect(tile("Overdue")).toMatch(/^Overdue0\.00/);
    await user.click(screen.getByRole("button", { name: "Back to Mar 20, 2025" }));
    expect(await screen.findByText("2,670.25", { selector: "dd *" })).toBeTruthy();
  });

  test("before the first invoice", async () => {
    await asOf("2024-06-30");
    expect(await screen.findByText("The first document of this ledger is of Jan 1, 2025.")).toBeTruthy();
  });

  test("what is no date asks for nothing", async () => {
    await asOf("0020-01-01");
    expect(await screen.findByText("This is not a date. Write it as year, month, day.")).toBeTruthy();
    expect(tile("Open")).toMatch(/2,670\.25/);
  });
});

test("an open-items list cannot go back: its sentence, and the way to its own day", async () => {
  const open = [["Customer", "Invoice", "Invoice Date", "Due Date", "Open Amount"], ["North", "F-1", NEW_YEAR, NEW_YEAR + 30, 100], ["South", "F-2", NEW_YEAR + 50, NEW_YEAR + 80, 70]];
  const user = renderPane(new MemoryHost({ sheets: [{ name: "Open", cells: open }] }));
  await screen.findByText("2 documents of 2 buyers");
  await openTab(user, "Portfolio");
  await shown();
  fireEvent.change(screen.getByLabelText("As of", { selector: "input" }), { target: { value: "2025-01-10" } });
  expect(textOf(await screen.findByRole("alert"))).toMatch(/2025-01-10 is before the last document/);
  await user.click(within(screen.getByRole("alert")).getByRole("button", { name: "Back to Feb 20, 2025" }));
  expect(await screen.findByText("170.00", { selector: "dd *" })).toBeTruthy();
});

test("several currencies are never added up: one is chosen", async () => {
  const user = renderPane(new MemoryHost({ sheets: [{ name: "Open items", cells: MIXED }] }));
  await screen.findByText("3 documents of 3 buyers");
  await openTab(user, "Portfolio");
  expect(textOf(await screen.findByRole("alert"))).toMatch(/several currencies, which are never added up: USD 1,012\.00 \(2 rows\); EUR 500\.50 \(1 row\)/);
  await user.click(screen.getByRole("button", { name: "Show one currency only: USD" }));
  expect(await screen.findByText("1,012.00", { selector: "dd *" })).toBeTruthy();
});

test("everything paid: an empty state, not a zero", async () => {
  const paid = INVOICES.slice(0, 3);
  const user = renderPane(invoicesHost({}, paid));
  await screen.findByText("2 documents of 2 buyers");
  await openTab(user, "Portfolio");
  expect(await screen.findByRole("heading", { name: "Nothing is open on this day." })).toBeTruthy();
});

test("without a ledger it says what it would show, and leads there", async () => {
  const user = await portfolio(new MemoryHost());
  await user.click(await screen.findByRole("button", { name: "Go to Ledger" }));
  expect(screen.getByRole("tab", { name: "Ledger" }).getAttribute("aria-selected")).toBe("true");
});

test("in Chinese", async () => {
  const user = renderPane(new MemoryHost({ language: "zh", sheets: [{ name: "应收", cells: CHINESE }] }));
  await screen.findByText("2 张单据，2 个客户");
  await openTab(user, "总览");
  expect(textOf((await screen.findByText("未结余额", { selector: "dt" })).parentElement!)).toBe("未结余额2,260.001 笔，1 个客户");
  const rows = rowsOf(within(await screen.findByRole("region", { name: "账龄" })).getByRole("table"));
  expect(rows.at(-1)).toEqual(["合计", "2,260.00", ""]);
  expect(rows[1]![0]).toBe("未到期");
});

describe("exhibits", () => {
  async function exhibits(host: MemoryHost = invoicesHost()): Promise<ReturnType<typeof renderPane>> {
    const user = renderPane(host);
    await screen.findByText("6 documents of 3 buyers");
    await openTab(user, "Portfolio");
    await screen.findByText("Why DSO changed", { selector: "h2" }); // by its text: a role is looked up slowly, at every part that comes
    return user;
  }

  test("every one has its table behind a switch, which the keyboard reaches", async () => {
    const user = await exhibits();
    const region = within(screen.getByRole("region", { name: "Open, not due and overdue" }));
    expect(region.queryByRole("table")).toBeNull();
    region.getByRole("button", { name: "Open, not due and overdue: Table" }).focus();
    await user.keyboard("{Enter}");
    const rows = rowsOf(region.getByRole("table"));
    expect(rows[0]).toEqual(["Month end", "Open", "Not due", "Overdue"]);
    expect(rows.slice(-2)).toEqual([["Feb 28, 2025", "3,050.75", "2,300.00", "750.75"], ["Mar 20, 2025", "2,670.25", "120.00", "2,550.25"]]);
    expect(rows[1]).toEqual(["Apr 30, 2023", "\u2013", "\u2013", "\u2013"]);
    expect(region.getByRole("group", { name: "Open, not due and overdue" }).tabIndex).toBe(0);
  });

  test("a file of its table", async () => {
    const saved: Blob[] = [];
    const named: string[] = [];
    Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), "blob:it"), revokeObjectURL: () => undefined });
    const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      named.push(this.download);
    });
    const user = await exhibits();
    await user.click(screen.getByRole("button", { name: "Ageing: CSV" }));
    expect(named).toEqual(["Ageing 2025-03-20.csv"]);
    expect(saved[0]!.size).toBeGreaterThan(100);
    click.mockRestore();
  });

  test("as formulas with a chart, on a sheet of their own; the ledger is connected first", async () => {
    const host = invoicesHost();
    const user = await exhibits(host);
    await user.click(screen.getByRole("button", { name: "DSO by each method: Insert as formulas" }));
    expect(await screen.findByText("Formulas are on the sheet DSO by each method. They follow the ledger.")).toBeTruthy();
    expect(host.written.map(({ sheet }) => sheet)).toEqual(["Ledger", "DSO by each method"]);
    expect(host.formulas.get("DSO by each method!6,0")).toBe('=AR.TREND(Ledger,"dso",$B$3,24)');
    expect(host.charts).toMatchObject([{ kind: "line", title: "DSO by each method", series: [{ name: "Balance" }, {}, {}, {}, {}] }]);
  });

  test("a host that draws no charts keeps the formulas, and it is said", async () => {
    const host = invoicesHost();
    host.failing.set("drawCharts", "unsupported");
    const user = await exhibits(host);
    await user.click(screen.getByRole("button", { name: "Concentration: Insert as formulas" }));
    expect(await screen.findByText(/Formulas are on the sheet Concentration\. They follow the ledger\. The chart could not be drawn\. This program draws no charts/)).toBeTruthy();
    expect(host.sheets.has("Concentration")).toBe(true);
  });

  test("a protected workbook: nothing is inserted, and why", async () => {
    const host = invoicesHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
    const user = await exhibits(host);
    host.failing.set("addSheet", "protected");
    await user.click(screen.getByRole("button", { name: "Ageing: Insert as formulas" }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/^Nothing was inserted/);
    expect(host.charts).toEqual([]);
  });

  test("another earlier day changes the parts that compare, and one that is not earlier is said", async () => {
    const user = await exhibits();
    const field = screen.getByLabelText("Compared with", { selector: "input" });
    expect((field as HTMLInputElement).value).toBe("2024-12-20");
    const changed = within(screen.getByRole("region", { name: "Buyers that changed most" }));
    expect(changed.getByText("The ledger begins on 2025-01-01, so nothing is known of 2024-12-20.")).toBeTruthy();
    fireEvent.change(field, { target: { value: "2025-01-31" } });
    await user.click(await screen.findByRole("button", { name: "Buyers that changed most: Table" }));
    expect(rowsOf(within(screen.getByRole("region", { name: "Buyers that changed most" })).getByRole("table"))[1]).toEqual(["North Mill", "2,000.00", "0.00", "2,000.00", "2,000.00", "0.00", "2,000.00"]);
    fireEvent.change(field, { target: { value: "2025-03-20" } });
    expect(await screen.findByText("Choose a day before Mar 20, 2025.")).toBeTruthy();
  });

  test("can be stopped, and goes on where it was", async () => {
    const user = renderPane(invoicesHost());
    await screen.findByText("6 documents of 3 buyers");
    await openTab(user, "Portfolio");
    fireEvent.click(await screen.findByText("Stop"));
    expect(await screen.findByText(/^Stopped: \d of 7 parts are worked out\.$/)).toBeTruthy();
    expect(screen.queryByText("Why DSO changed")).toBeNull();
    await user.click(screen.getByText("Go on"));
    expect(await screen.findByText("Why DSO changed")).toBeTruthy();
    await waitFor(() => expect(screen.queryByText("Stop")).toBeNull());
  });
});

test("the chart is drawn from the same buckets, and hidden from readers of the screen", async () => {
  const width = jest.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(296);
  const canvas = jest.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  const user = renderPane(invoicesHost());
  await screen.findByText("6 documents of 3 buyers");
  await openTab(user, "Portfolio");
  const drawing = await screen.findByText("Over 90", { selector: "svg *" });
  expect(drawing.closest("[aria-hidden='true'][inert]")).not.toBeNull();
  width.mockRestore();
  canvas.mockRestore();
});
