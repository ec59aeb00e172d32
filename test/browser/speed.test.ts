import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";
import { chromiumPath } from "../support/chromium";
import { callsDuring, editAmount, openLedger, stress, TARGETS, timeColdStart, timeEdits, timeFormulas, writeFigures } from "../support/measureWorkbench";
import { startWorkbench, type Workbench } from "../support/workbenchPage";

const inChromium = chromiumPath === undefined ? describe.skip : describe;

/** The bench prints medians of a quiet machine. A test's machine is shared, which only ever adds: of its rounds the quickest counts. */
const SLACK = 3;
const ROUNDS = 3;

/** Seconds that a process takes to start and end where the targets were measured. */
const PROCESS_START = 0.045;

/**
 * How much slower than there this machine is with code that it has never run, at least 1: a cold start is ten megabytes of
 * such code, and machines differ more in that than in loops that have been compiled.
 */
function slowness(): number {
  const starts = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ["-e", "1"]);
    return (performance.now() - began) / 1000;
  });
  return Math.max(1, Math.min(...starts) / PROCESS_START);
}

jest.setTimeout(120_000);

inChromium("the workbench is quick, and right while it is hurried", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await startWorkbench();
  });

  afterAll(async () => {
    await workbench?.close();
  });

  test("cold start: the first AR cell has its figure", async () => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timeColdStart(workbench.server, workbench.browser));
    expect(Math.min(...times)).toBeLessThan(SLACK * TARGETS.coldStart * slowness());
  });

  describe("a ledger of 2,000 invoices", () => {
    let page: Page;

    beforeAll(async () => {
      page = await openLedger(workbench, 2_000);
    });

    afterAll(async () => {
      await page?.context().close();
    });

    test("200 different AR formulas at once", async () => {
      expect(Math.min(...(await timeFormulas(page, 200, ROUNDS)))).toBeLessThan(SLACK * TARGETS.formulas200);
    });

    test("12 edits in quick succession over 600 AR formulas leave no wrong and no pending cell", async () => {
      const { pending, wrong, compared } = await stress(page, 2_000, 600, 12);
      expect(compared).toBe(1_200);
      expect(wrong).toEqual([]);
      expect(pending).toBe(0);
    });

    test("an edit beside the ledger calls no AR function; one inside it does", async () => {
      expect(await callsDuring(page, () => writeFigures(page, 12, [[7], ["=M1*2"]]))).toBe(0);
      expect(await callsDuring(page, () => editAmount(page, 9, 4711))).toBe(601); // the ledger, and each formula on it
    });
  });

  test("a ledger of 10,000 invoices: one edit, AR.LEDGER and 50 dependents settled", async () => {
    const page = await openLedger(workbench, 10_000);
    expect(Math.min(...(await timeEdits(page, 10_000, ROUNDS)))).toBeLessThan(SLACK * TARGETS.edit10k);
    await page.context().close();
  });
});
