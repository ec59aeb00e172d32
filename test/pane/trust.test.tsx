/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { backTest } from "../../src/credit/backTest";
import { calibrate } from "../../src/credit/calibrate";
import type { Calibration } from "../../src/credit/score";
import { formatFor } from "../../src/pane/format";
import { sampleHost } from "../support/paneBooks";
import type { MemoryHost } from "../support/memoryHost";
import { invoicesHost, NEW_YEAR, INVOICES } from "./books";
import { quietPane } from "./paneSession";
import { openTab, renderPane, rowsOf, textOf } from "./renderPane";
import type { Cell, Grid } from "../../src/values/cell";

/** 20 buyers, 12 invoices each; odd ones pay most of theirs three weeks late, and all do from the eighth on where `moves`. */
function book(moves = false): Grid {
  return [
    INVOICES[0]!,
    ...Array.from({ length: 240 }, (_, at): Cell[] => {
      const [buyer, turn] = [at % 20, Math.floor(at / 20)];
      const issued = NEW_YEAR + turn * 25 + buyer;
      const late = (buyer % 2 === 1 && turn % 4 !== 3) || (buyer === 4 && turn % 3 === 0) || (moves && turn >= 8);
      return [`B-${String(buyer)}`, `Buyer ${String(buyer)}`, `F-${String(at)}`, issued, issued + 30, 100 + buyer, issued + (late ? 50 : 25)];
    }),
  ];
}

async function trust(host: MemoryHost, tab = "Portfolio", title = "How far the score can be trusted"): Promise<{ readonly user: ReturnType<typeof renderPane>; readonly region: HTMLElement }> {
  const user = renderPane(host);
  await openTab(user, tab);
  return { user, region: await screen.findByRole("region", { name: title }) };
}

describe("calibration", () => {
  test("of a large enough book: window, rarer outcome, foreseen and came, a and b", async () => {
    const { opened } = await quietPane(invoicesHost({}, book()));
    const { reading } = opened();
    const found = calibrate(reading.ledger, reading.ledger.lastDay, reading.policy);
    expect(found.enough).toBe(true);
    const { region } = await trust(invoicesHost({}, book()));
    const rows = rowsOf(await within(region).findByRole("table"));
    expect(rows.map(([name]) => name)).toEqual(["Window", "Rarer outcome", "Late in the window", "Late last quarter", "Probability"]);
    const format = formatFor("en");
    expect(rows[0]![1]).toBe(`${String(found.window)} days: ${String(found.n)} invoices, ${String(found.late)} late`);
    expect(rows[2]![1]).toBe(`${format.share(found.expectedLate / found.n)} foreseen, ${format.share(found.late / found.n)} came`);
    expect(rows[4]![1]).toBe(`logit P = ${format.ratio(found.a)} + 1.000 z`);
    expect(textOf(region)).toContain("The intercept alone is fitted (b = 1)");
  });

  test("of a small one: how many there are of those needed, and that no probability is said", async () => {
    const { region } = await trust(invoicesHost());
    await within(region).findByRole("table");
    expect(textOf(region)).toContain("(10 needed)");
    expect(textOf(region)).toContain("Not calibrated: points and order only, and no probability is said.");
    expect(rowsOf(within(region).getByRole("table")).map(([name]) => name)).not.toContain("Probability");
  });

  test("that was off by more than 5 points last quarter says that the book has moved", async () => {
    const { opened } = await quietPane(invoicesHost({}, book(true)));
    const { reading } = opened();
    const { moved, quarter }: Calibration = calibrate(reading.ledger, reading.ledger.lastDay, reading.policy);
    expect([moved, quarter!.observed - quarter!.predicted > 0.05]).toEqual([true, true]);
    const { region } = await trust(invoicesHost({}, book(true)));
    expect(await within(region).findByText(/^The book has moved: what was foreseen/)).toBeTruthy();
  });
});

describe("the back-test", () => {
  test("answers what AR.BACKTEST does, with intervals, the verdict and the grades", async () => {
    const { opened } = await quietPane(sampleHost());
    const { reading } = opened();
    const found = backTest(reading.ledger, reading.ledger.lastDay, reading.policy);
    if (!found.known) throw new Error("cannot be told");
    const { user, region } = await trust(sampleHost());
    await user.click(within(region).getByRole("button", { name: "Run the back-test" }));
    const part = within(region).getByRole("group", { name: "Back-test" });
    await within(part).findByText(/past late rate: AUC/, {}, { timeout: 20_000 });
    const rows = rowsOf(within(part).getAllByRole("table")[0]!);
    const format = formatFor("en");
    const auc = found.value.measures[0]!;
    expect(rows[1]).toEqual([
      "AUC",
      `${format.ratio(auc.score!)}(${format.ratio(auc.scoreInterval![0])} to ${format.ratio(auc.scoreInterval![1])})`,
      format.ratio(auc.pastRate!),
      `${format.ratio(auc.difference!)}(${format.ratio(auc.interval![0])} to ${format.ratio(auc.interval![1])})`,
    ]);
    expect(rows.slice(1).map(([name]) => name)).toEqual(["AUC", "Gini", "KS", "Brier", "Slope", "Late foreseen"]);
    expect(rowsOf(within(part).getAllByRole("table")[1]!)).toHaveLength(6);
    // it is remembered: another look at the view has it without another run
    await openTab(user, "Ledger");
    await openTab(user, "Portfolio");
    const again = await screen.findByRole("group", { name: "Back-test" });
    expect(within(again).getAllByRole("table")).toHaveLength(2);
    expect(within(again).getByRole("button", { name: "Run again" })).toBeTruthy();
  });

  test("says how far it is and can be stopped; nothing is shown of what is not finished", async () => {
    const { region } = await trust(sampleHost());
    const part = within(within(region).getByRole("group", { name: "Back-test" }));
    fireEvent.click(part.getByRole("button", { name: "Run the back-test" }));
    expect(part.getByRole("status").textContent).toContain("Judging each invoice");
    await waitFor(() => expect(part.getByRole("status").textContent).toMatch(/[1-9]\d? % done/));
    fireEvent.click(part.getByRole("button", { name: "Stop" }));
    expect(part.getByText(/^Stopped at \d+ %/)).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(part.queryByRole("progressbar")).toBeNull();
    expect(part.queryByRole("table")).toBeNull();
    expect(part.getByRole("button", { name: "Run the back-test" })).toBeTruthy();
  });

  test("of too few late invoices says so, and to ask for more months", async () => {
    const { user, region } = await trust(invoicesHost());
    await user.click(within(region).getByRole("button", { name: "Run the back-test" }));
    expect(await within(region).findByText(/^Too few .* Ask for more months\.$/)).toBeTruthy();
    await user.selectOptions(within(region).getByRole("combobox", { name: "Invoices of the last" }), "36");
    expect(within(region).queryByText(/Ask for more months\.$/)).toBeNull();
  });

  test("as formulas reads the days and months from its cells", async () => {
    const host = sampleHost();
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,Receipts[#All],Buyers[#All])");
    const { user, region } = await trust(host);
    await user.click(within(region).getByRole("button", { name: "Run the back-test" }));
    await user.click(await within(region).findByRole("button", { name: "Back-test of the score: Insert as formulas" }, { timeout: 20_000 }));
    await waitFor(() => expect([...host.formulas.values()]).toContain("=AR.BACKTEST(Ledger,$B$3,$B$4)"));
  });
});

test("in Chinese", async () => {
  const { user, region } = await trust(sampleHost({ language: "zh" }), "总览", "评分是否可信");
  await user.click(within(region).getByRole("button", { name: "运行回溯检验" }));
  await within(region).findByText(/以往逾期率：AUC/, {}, { timeout: 20_000 });
  expect(textOf(region)).not.toMatch(/Score|Back-test|foreseen|Late/);
});
