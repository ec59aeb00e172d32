/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { finished } from "../../src/credit/steps";
import { watch, type Watch } from "../../src/credit/watch";
import { FILE_KEY } from "../../src/pane/creditFile";
import { formatFor } from "../../src/pane/format";
import { defaultEarlier } from "../../src/pane/portfolio/changeExhibits";
import { csvOf } from "../../src/pane/portfolio/csv";
import { watchExhibit, watchPlan } from "../../src/pane/watch/watchExhibit";
import { watchRows } from "../../src/pane/watch/watchRows";
import { wordsFor } from "../../src/pane/words";
import { MemoryHost } from "../support/memoryHost";
import { sampleHost } from "../support/paneBooks";
import { INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { quietPane } from "./paneSession";
import { openTab, renderPane, rowsOf, textOf } from "./renderPane";

async function watchList(host: MemoryHost, tab = "Watch", title = "Watch list"): Promise<{ readonly user: ReturnType<typeof renderPane>; readonly list: HTMLElement }> {
  const user = renderPane(host);
  await openTab(user, tab);
  return { user, list: await screen.findByRole("region", { name: title }) };
}

async function found(host: MemoryHost): Promise<{ readonly pane: Awaited<ReturnType<typeof quietPane>>; readonly told: Watch }> {
  const pane = await quietPane(host);
  const { ledger, policy } = pane.opened().reading;
  return { pane, told: finished(watch(ledger, ledger.lastDay, defaultEarlier(ledger.lastDay), policy, () => true)) };
}

const figures = (list: HTMLElement): string[][] => rowsOf(within(list).getByRole("table")).slice(1);

test("every buyer with its grade, money and what is raised, the worst first", async () => {
  const { told, pane } = await found(sampleHost());
  const { buyers } = pane.opened().reading.ledger;
  const { list } = await watchList(sampleHost());
  const raised = told.buyers.filter(({ triggers }) => triggers.length > 0).length;
  expect(textOf(list)).toContain(`${String(raised)} of 60 buyers raise something`);
  const rows = figures(list);
  expect(rows).toHaveLength(25);
  const first = watchRows(told, buyers, "all", "raised", true, "en")[0]!;
  expect([rows[0]![0], rows[0]![3]]).toEqual([buyers.name[first.buyer], formatFor("en").money(first.overdue)]);
  expect(first.index).toBe(Math.max(...told.buyers.map(({ index }) => index)));
});

test("sorted by a heading with the keyboard, turned by the second press; the page begins again", async () => {
  const { user, list } = await watchList(sampleHost());
  await user.click(within(list).getByRole("button", { name: "Later ones" }));
  const heading = within(list).getByRole("button", { name: "Sort by Overdue" });
  heading.focus();
  await user.keyboard("{Enter}");
  const money = (): number[] => figures(list).map((row) => Number(row[3]!.replaceAll(",", "")));
  expect(heading.closest("th")!.getAttribute("aria-sort")).toBe("descending");
  expect(money()).toEqual([...money()].sort((a, b) => b - a));
  expect(textOf(list)).toContain("1 to 25 of 60");
  await user.keyboard("{Enter}");
  expect(heading.closest("th")!.getAttribute("aria-sort")).toBe("ascending");
  expect(money()).toEqual([...money()].sort((a, b) => a - b));
  await user.click(within(list).getByRole("button", { name: "Sort by Buyer" }));
  const names = figures(list).map(([name]) => name!);
  expect(names).toEqual([...names].sort(new Intl.Collator("en", { numeric: true }).compare));
});

test("what is raised opens below its buyer, and each row behind it leads to the sheet", async () => {
  const host = invoicesHost();
  const { user, list } = await watchList(host);
  const open = within(list).getByRole("button", { name: /^What is raised for West & Sons: / });
  await user.click(open);
  expect(open.getAttribute("aria-expanded")).toBe("true");
  const raised = within(list).getByRole("list", { name: "Raised" });
  expect(textOf(raised)).toMatch(/Alert ?Longest overdue yet46 days past due; the latest it paid in a year was 0/);
  await user.click(within(raised).getAllByRole("button", { name: "Show F-3 in the sheet" })[0]!);
  expect(host.visited).toEqual([{ sheet: "Sheet1", row: 3, column: 0 }]);
});

test("a choice of buyers, and a buyer's page by its name", async () => {
  const { user, list } = await watchList(invoicesHost());
  await user.selectOptions(within(list).getByRole("combobox", { name: "Show" }), "Grade rose");
  expect(within(list).getByText("No buyer is like this.")).toBeTruthy();
  await user.selectOptions(within(list).getByRole("combobox", { name: "Show" }), "With something raised");
  await user.click(within(list).getByRole("button", { name: "Assess West & Sons" }));
  expect(await screen.findByRole("heading", { name: "West & Sons" })).toBeTruthy();
});

test("a decision to stop stands as the state", async () => {
  const host = invoicesHost();
  host.settings.set(FILE_KEY, [{ buyer: "C-1", kind: "decision", day: "2025-03-20", who: "Li", text: "x", about: "other", decided: "stop" }]);
  const { list } = await watchList(host);
  expect(figures(list).find(([name]) => name === "North Mill")![2]).toMatch(/^stopped/);
});

test("a list of open items compares no grades, and says so", async () => {
  const open = [["Customer", "Invoice", "Invoice Date", "Due Date", "Open Amount"], ["North", "F-1", NEW_YEAR, NEW_YEAR + 30, 100], ["South", "F-2", NEW_YEAR + 150, NEW_YEAR + 180, 70]];
  const { list } = await watchList(new MemoryHost({ sheets: [{ name: "Open", cells: open }] }));
  expect(textOf(list)).toMatch(/Of .* nothing can be told, so no grade is compared\./);
  expect(figures(list)).toHaveLength(2);
});

describe("taken away", () => {
  test("as a file: all rows of the choice, hostile names as texts", async () => {
    const cells = [...INVOICES, ["=1+1", "@Evil", "F-9", NEW_YEAR, NEW_YEAR + 30, 10, ""]];
    const { pane, told } = await found(invoicesHost({}, cells));
    const opened = pane.opened();
    const rows = watchRows(told, opened.reading.ledger.buyers, "all", "buyer", false, "en");
    const csv = csvOf(watchExhibit(opened, rows, [], wordsFor("en"), formatFor("en")), 2).split("\r\n");
    expect(csv).toHaveLength(6);
    expect(csv.filter((line) => line.startsWith("'=1+1,'@Evil,"))).toHaveLength(1);
    for (const line of csv) expect(line.replace("\ufeff", "")).not.toMatch(/^[=+@]/);
  });

  test("as formulas: each line reads the buyer and the days of its own sheet", async () => {
    const { pane, told } = await found(invoicesHost());
    const opened = pane.opened();
    const rows = watchRows(told, opened.reading.ledger.buyers, "raised", "raised", true, "en");
    const { sheet } = watchPlan({ ledger: "Ledger", opened, found: told, rows, chosen: false, words: wordsFor("en"), format: formatFor("en") });
    const formulas = sheet.cells.flatMap((cell) => ("formula" in cell && cell.row === 7 ? [cell.formula] : []));
    expect(formulas).toEqual([
      "=AR.CREDITSCORE(Ledger,$A8,$B$3)", "=AR.CREDITGRADE(Ledger,$A8,$B$3)", "=AR.CREDITGRADE(Ledger,$A8,$B$4)",
      "=INDEX(AR.ASSESS(Ledger,$B$3,$A8),2,5)", "=INDEX(AR.ASSESS(Ledger,$B$3,$A8),2,6)", "=AR.LATEODDS(Ledger,$A8,$B$3)", "=INDEX(AR.ASSESS(Ledger,$B$3,$A8),2,9)",
    ]);
    expect(sheet.cells).toContainEqual(expect.objectContaining({ row: 3, column: 1, value: told.since }));
  });

  test("the button writes them", async () => {
    const host = invoicesHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All])");
    const { user, list } = await watchList(host);
    await user.click(within(list).getByRole("button", { name: "Watch list: Insert as formulas" }));
    await waitFor(() => expect(host.written.map(({ sheet }) => sheet)).toContain("Watch list"));
  });
});

test("three thousand buyers are paged, and names that cannot be told apart stay apart", async () => {
  const cells = [INVOICES[0]!, ...Array.from({ length: 3000 }, (_, at) => [`C-${String(at)}`, "Same Name", `F-${String(at)}`, NEW_YEAR, NEW_YEAR + 30, 10 + at, at % 2 === 0 ? NEW_YEAR + 40 : ""])];
  const { list } = await watchList(invoicesHost({}, cells));
  expect(figures(list)).toHaveLength(25);
  expect(textOf(list)).toContain("1 to 25 of 3,000");
});

test("in Chinese", async () => {
  const { list } = await watchList(sampleHost({ language: "zh" }), "观察", "观察名单");
  const { user } = { user: (await import("@testing-library/user-event")).default.setup() };
  await user.click(within(list).getAllByRole("button", { name: /的预警/ })[0]!);
  expect(textOf(list)).not.toMatch(/Watch|Alert|alert|Grade|Score|Raised/);
});
