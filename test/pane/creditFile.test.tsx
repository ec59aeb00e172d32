/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import { scoreBook } from "../../src/credit/scoreBook";
import { scoreInterval } from "../../src/credit/scoreInterval";
import { scoreByDay } from "../../src/credit/scoreByDay";
import { whatIf } from "../../src/credit/whatIf";
import { lateOdds } from "../../src/credit/lateOdds";
import { position } from "../../src/receivables/position";
import { FILE_KEY, LONGEST_TEXT, readFile, withEntry, withoutNote, type FileEntry } from "../../src/pane/creditFile";
import { formatFor } from "../../src/pane/format";
import type { Cell, Grid } from "../../src/values/cell";
import { sampleHost } from "../support/paneBooks";
import type { MemoryHost } from "../support/memoryHost";
import { INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { quietPane } from "./paneSession";
import { openTab, renderPane, rowsOf, textOf } from "./renderPane";

async function buyerCalled(host: MemoryHost, name: string): Promise<ReturnType<typeof renderPane>> {
  const user = renderPane(host);
  await screen.findByText(/documents of/);
  await openTab(user, "Buyer");
  await user.type(await screen.findByRole("combobox", { name: "Find a buyer" }), name);
  await user.keyboard("{Enter}");
  await screen.findByRole("region", { name: "Credit limit" });
  return user;
}

const region = (name: string): HTMLElement => screen.getByRole("region", { name });

/** Twelve buyers; every other one pays most of its invoices late. The last of each is open, and Buyer 1 has three overdue. */
const BOOK: Grid = [
  INVOICES[0]!,
  ...Array.from({ length: 120 }, (_, at): Cell[] => {
    const buyer = at % 12;
    const issued = NEW_YEAR + Math.floor(at / 12) * 20;
    const late = buyer % 2 === 1 && at % 4 !== 3;
    return [`B-${String(buyer)}`, `Buyer ${String(buyer)}`, `F-${String(at)}`, issued, issued + 30, 100 + buyer, issued + (late ? 50 : 25)];
  }),
  ...Array.from({ length: 3 }, (_, at): Cell[] => ["B-1", "Buyer 1", `O-${String(at)}`, NEW_YEAR + 150 + at, NEW_YEAR + 180 + at, 500, ""]),
];

describe("the head", () => {
  test("the score between the ends of its late rate's interval, and what no payment behaviour tells", async () => {
    const { opened } = await quietPane(invoicesHost({}, BOOK));
    const { ledger, policy } = opened().reading;
    const at = ledger.buyers.id.indexOf("B-0");
    const book = scoreBook(ledger, ledger.lastDay, policy);
    const { low, high } = scoreInterval(book, at)!;
    const { score } = book.buyers[at]!;
    expect(score.known && low.score < score.value && score.value < high.score).toBe(true);
    await buyerCalled(invoicesHost({}, BOOK), "B-0");
    expect(screen.getByText(`Score 80 % between ${low.score.toFixed(0)} (${low.grade}) and ${high.score.toFixed(0)} (${high.grade})`)).toBeTruthy();
    expect(screen.getByText(/buyers that pay until they fail are not seen by it/)).toBeTruthy();
  });

  test("exposure at risk is the odds x what is open, beside the score", async () => {
    const { opened } = await quietPane(invoicesHost({}, BOOK));
    const { ledger, policy } = opened().reading;
    const at = ledger.buyers.id.indexOf("B-1");
    const odds = lateOdds(ledger, ledger.lastDay, policy, at);
    expect(position(ledger, ledger.lastDay).openByBuyer[at]).toBe(150_000);
    await buyerCalled(invoicesHost({}, BOOK), "B-1");
    const tile = textOf(screen.getByText("Exposure at risk", { selector: "dt" }).parentElement!);
    expect(tile).toBe(`Exposure at risk${formatFor("en").money(Math.round((odds.known ? odds.value : NaN) * 150_000))}odds x open; beside the score, not in it`);
  });
});

test("history: 24 month ends, the figures of AR.TREND", async () => {
  const { opened } = await quietPane(sampleHost());
  const { ledger, policy } = opened().reading;
  const at = ledger.buyers.id.indexOf("C-1001");
  const user = await buyerCalled(sampleHost(), "C-1001");
  const history = await screen.findByRole("region", { name: "Score, last 24 months" });
  await user.click(within(history).getByRole("button", { name: /Table$/ }));
  const rows = rowsOf(within(history).getByRole("table")).slice(1);
  expect(rows).toHaveLength(24);
  const last = scoreByDay(ledger, policy, at, [ledger.lastDay])[0];
  expect(rows.at(-1)![1]).toBe(formatFor("en").score(last as number));
});

test("what-if: the invoices to pay lead to their rows, and what would lower the grade is said", async () => {
  const { opened } = await quietPane(sampleHost());
  const { ledger, policy } = opened().reading;
  const of = whatIf(ledger, ledger.lastDay, policy);
  const lifted = ledger.buyers.id.findIndex((_, at) => {
    const told = of(at);
    return told.known && told.value.pay.length > 0;
  });
  const told = of(lifted);
  const pay = told.known ? told.value.pay : [];
  const host = sampleHost();
  const user = await buyerCalled(host, ledger.buyers.id[lifted]!);
  const part = await screen.findByRole("region", { name: "What would move the grade" });
  const links = within(part).getAllByRole("button", { name: /^Show .* in the sheet$/ });
  expect(links.map(textOf)).toEqual(pay.map(({ document }) => ledger.documents.number.at(document)));
  expect(textOf(part)).toMatch(/What would lower it/);
  await user.click(links[0]!);
  const [place] = host.visited;
  expect(host.sheets.get(place!.sheet)![place!.row]).toContain(ledger.documents.number.at(pay[0]!.document));
});

test("the limit: who approves and when it is reviewed stand below the methods", async () => {
  await buyerCalled(invoicesHost({}, BOOK), "B-0");
  const names = rowsOf(within(region("Credit limit")).getByRole("table")).map(([name]) => name!);
  expect(names.some((name) => name.startsWith("Approval"))).toBe(true);
  expect(names.some((name) => /^ReviewBy 20\d\d-\d\d-\d\d/.test(name))).toBe(true);
});

test("disputed items with their rows, and that there are none", async () => {
  const cells = BOOK.map((row, at) => [...row, at === 0 ? "Disputed" : row[2] === "O-1" ? "yes" : ""]);
  await buyerCalled(invoicesHost({}, cells), "B-1");
  expect(rowsOf(within(region("Disputed")).getByRole("table")).slice(1).map(([number, , open]) => [number, open])).toEqual([["O-1", "500.00"]]);
  expect(textOf(region("Disputed"))).toContain("1 open item, 500.00");
});

describe("overrides", () => {
  const OLD: Grid = [...BOOK, ["B-9", "Buyer 9", "Z-1", NEW_YEAR, NEW_YEAR + 30, 77, ""]];

  test("stand apart from the points; a decision is logged with who, why and the ledger's day", async () => {
    const host = invoicesHost({}, OLD);
    const user = await buyerCalled(host, "B-9");
    const part = region("For a person to decide");
    expect(textOf(part)).toMatch(/\d+ days past due: no points tell whether it will pay at all/);
    expect(textOf(region("Why"))).not.toMatch(/no points tell/);
    await user.click(within(part).getByRole("button", { name: "Record a decision" }));
    expect((within(part).getByRole("combobox", { name: "About" }) as HTMLSelectElement).value).toBe("longOverdue");
    await user.selectOptions(within(part).getByRole("combobox", { name: "Decision" }), "Credit stopped");
    await user.type(within(part).getByRole("textbox", { name: /Who decides/ }), "M. Li");
    await user.click(within(part).getByRole("button", { name: "Save" }));
    expect(within(part).getAllByText("Fill this in first.")).toHaveLength(1);
    expect(host.settings.has(FILE_KEY)).toBe(false);
    await user.type(within(part).getByRole("textbox", { name: /Reason/ }), "=cmd()|no answer");
    await user.click(within(part).getByRole("button", { name: "Save" }));
    const log = await within(part).findByRole("list", { name: "Decisions" });
    expect(textOf(log)).toBe("More than 90 days past due: Credit stopped=cmd()|no answer2025-08-19, M. Li");
    expect(host.settings.get(FILE_KEY)).toEqual([{ buyer: "B-9", kind: "decision", day: "2025-08-19", who: "M. Li", text: "=cmd()|no answer", about: "longOverdue", decided: "stop" }]);
    expect(within(log).queryByRole("button")).toBeNull();
  });

  test("nothing to decide says so", async () => {
    await buyerCalled(invoicesHost({}, BOOK), "B-0");
    expect(textOf(region("For a person to decide"))).toContain("Nothing in the ledger or the facts asks for it.");
  });
});

describe("notes", () => {
  test("are kept in the workbook, shown again when it is opened, and taken away", async () => {
    const host = invoicesHost({}, BOOK);
    const user = await buyerCalled(host, "B-0");
    await user.type(within(region("Notes")).getByRole("textbox", { name: "Note" }), "Pays after a call");
    await user.click(within(region("Notes")).getByRole("button", { name: "Add note" }));
    expect(await within(region("Notes")).findByText("Pays after a call")).toBeTruthy();
    expect((within(region("Notes")).getByRole("textbox", { name: "Note" }) as HTMLTextAreaElement).value).toBe("");
    const again = await quietPane(host);
    expect(again.session().file.map(({ text, buyer }) => [text, buyer])).toEqual([["Pays after a call", "B-0"]]);
    await user.click(within(region("Notes")).getByRole("button", { name: /^Remove the note/ }));
    await waitFor(() => expect(host.settings.has(FILE_KEY)).toBe(false));
    expect(within(region("Notes")).queryByText("Pays after a call")).toBeNull();
  });

  test("that cannot be kept stay in their field, and why is said", async () => {
    const host = invoicesHost({}, BOOK);
    const user = await buyerCalled(host, "B-0");
    host.failing.set("keep", "protected");
    await user.type(within(region("Notes")).getByRole("textbox", { name: "Note" }), "x");
    await user.click(within(region("Notes")).getByRole("button", { name: "Add note" }));
    expect(textOf(await screen.findByRole("alert"))).toMatch(/It was not written into the credit file.*protected/);
    expect((within(region("Notes")).getByRole("textbox", { name: "Note" }) as HTMLTextAreaElement).value).toBe("x");
  });

  test("written at once one after the other are all there", async () => {
    const host = invoicesHost();
    const { actions, session } = await quietPane(host);
    await Promise.all(["a", "b", "c"].map((text) => actions.file({ ...NOTE, text })));
    expect(session().file.map(({ text }) => text)).toEqual(["c", "b", "a"]);
    expect(readFile(host.settings.get(FILE_KEY))).toEqual(session().file);
  });
});

const NOTE: FileEntry = { buyer: "C-1", kind: "note", day: "2025-01-31", who: "", text: "n", about: "", decided: "" };

describe("what a workbook kept", () => {
  test.each([undefined, null, 3, "x", {}, [null], [[]], [{}], [{ ...NOTE, day: "soon" }], [{ ...NOTE, text: 5 }], [{ ...NOTE, buyer: "" }], [{ ...NOTE, kind: "order" }], [{ ...NOTE, text: "x".repeat(LONGEST_TEXT + 1) }], [{ ...NOTE, kind: "decision", about: "__proto__", decided: "stop" }]])("%p holds no entry", (value) => {
    expect(readFile(value)).toEqual([]);
  });

  test("a buyer called __proto__ has a file like any other", () => {
    const entry: FileEntry = { ...NOTE, buyer: "__proto__" };
    expect(readFile(JSON.parse(JSON.stringify(withEntry([], entry))))).toEqual([entry]);
  });

  test("a decision is not taken away; a full file takes no more and drops nothing", () => {
    const decision: FileEntry = { ...NOTE, kind: "decision", about: "limit", decided: "hold" };
    expect(withoutNote([decision], decision)).toEqual([decision]);
    expect(withoutNote([NOTE, decision, NOTE], NOTE)).toEqual([decision, NOTE]);
    expect(() => withEntry(Array.from({ length: 2000 }, () => NOTE), NOTE)).toThrow("fileFull");
  });
});

test("in Chinese", async () => {
  const user = renderPane(sampleHost({ language: "zh" }));
  await screen.findByText(/60 个客户/);
  await openTab(user, "客户");
  await user.type(await screen.findByRole("combobox", { name: "查找客户" }), "C-1001{Enter}");
  expect(await screen.findByRole("region", { name: "需人工判断" })).toBeTruthy();
  await screen.findByRole("region", { name: "近 24 个月评分" });
  expect(document.querySelector("main")!.textContent).not.toMatch(/Notes|Score|Record|odds|between|grade/);
});
