/** What the workbench takes, from a user's act to the last settled cell: measured the same way by the bench and by the test. */
import type { Browser, Page } from "playwright-core";
import type { Running } from "../../src/workbench/server/server";
import type { Value } from "../../src/workbench/model/WorkbookPort";
import { visit } from "./chromium";
import { AMOUNT, buyerFormulas, COLUMNS, dependents, ledgerCsv, SUM_ROW, type Asked } from "./speedBook";
import { loadFunctions, type Associated } from "./builtAddin";
import { openWorkbench, settled, type Workbench } from "./workbenchPage";

/** The trial's figures, seconds, to reach or beat; a test that shares its machine asserts three times that. */
export const TARGETS = { edit10k: 0.6, edit100k: 1.7, formulas200: 0.45, coldStart: 2.5 } as const;

const FIGURES = "Figures";

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** A page that shows one made ledger, with `AR.LEDGER` over it in Figures!A1. The limit on payload is lifted where asked. */
export async function openLedger(workbench: Workbench, rows: number, unlimited = false): Promise<Page> {
  const { page } = await openWorkbench(workbench, unlimited ? "?payload=unlimited" : "");
  await page.evaluate("globalThis.__name ??= (one) => one"); // a name that tsx leaves in what it sends to the page
  await page.evaluate(async (csv) => window.workbench!.openBytes(new TextEncoder().encode(csv), "ledger.csv"), ledgerCsv(rows));
  await settled(page);
  await page.evaluate((name) => void window.workbench!.port.addSheet(name), FIGURES);
  await writeFigures(page, 0, [[`=AR.LEDGER(ledger!$A$1:$I$${rows + 1})`]]);
  return page;
}

/** Writes a block of the Figures sheet in one step; seconds until nothing is pending. */
export async function writeFigures(page: Page, column: number, contents: readonly (readonly (string | number)[])[]): Promise<number> {
  return page.evaluate(
    async ([name, at, block]) => {
      const { port } = window.workbench!;
      const sheet = port.sheets().find((one) => one.name === name)!.id;
      const began = performance.now();
      port.write({ sheet, row: 0, column: at, rows: block.length, columns: block[0]!.length }, block);
      await window.workbench!.idle();
      return (performance.now() - began) / 1000;
    },
    [FIGURES, column, contents] as const,
  );
}

/** Changes the amount in a row of the ledger (0-based, headings not counted); seconds until everything that hangs on it is settled. */
export async function editAmount(page: Page, row: number, amount: number): Promise<number> {
  return page.evaluate(
    async ([at, column, value]) => {
      const { port } = window.workbench!;
      const began = performance.now();
      port.write({ sheet: port.sheets()[0]!.id, row: at + 1, column, rows: 1, columns: 1 }, [[value]]);
      await window.workbench!.idle();
      return (performance.now() - began) / 1000;
    },
    [row, AMOUNT, amount] as const,
  );
}

async function read(page: Page, sheet: string, column: number, rows: number, columns: number): Promise<Value[][]> {
  return page.evaluate(
    ([name, at, height, width]) => {
      const { port } = window.workbench!;
      return port.values({ sheet: port.sheets().find((one) => one.name === name)!.id, row: 0, column: at, rows: height, columns: width });
    },
    [sheet, column, rows, columns] as const,
  );
}

/** One ledger, `AR.LEDGER` and 50 dependents: seconds from an edit of one ledger cell to all settled, `rounds` times. */
export async function timeEdits(page: Page, rows: number, rounds: number): Promise<readonly number[]> {
  const formulas = dependents("ledger", rows);
  await writeFigures(page, 1, formulas.map((one) => [one]));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const row = Math.floor((rows * (round + 1)) / (rounds + 1));
    const before = await read(page, FIGURES, 0, formulas.length, 2);
    const [[amount]] = (await page.evaluate(([at, column]) => {
      const { port } = window.workbench!;
      return port.values({ sheet: port.sheets()[0]!.id, row: at + 1, column, rows: 1, columns: 1 });
    }, [row, AMOUNT] as const)) as [[number]];
    times.push(await editAmount(page, row, amount + 250));
    const after = await read(page, FIGURES, 0, formulas.length, 2);
    const grown = (after[SUM_ROW]![1] as number) - (before[SUM_ROW]![1] as number);
    if (after[0]![0] === before[0]![0] || Math.abs(grown - 250) > 0.001) throw new Error(`The edit was not calculated: ${String(after[0]![0])}, sum grew by ${grown}`);
    const unsettled = after.flat().filter((value) => value === "#BUSY!");
    if (unsettled.length > 0) throw new Error(`${unsettled.length} cells are still pending after an edit`);
  }
  return times;
}

/** 200 different AR formulas written at once beside a ledger that is read: seconds to the last value, each time others. */
export async function timeFormulas(page: Page, count: number, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(await writeFigures(page, 1, buyerFormulas(count, round + 1).map(({ formula }) => [formula])));
    const answered = (await read(page, FIGURES, 1, count, 1)).filter(([value]) => value !== "" && !String(value).startsWith("#")).length;
    if (answered < count / 2) throw new Error(`Only ${answered} of ${count} formulas have a figure`);
    await writeFigures(page, 1, Array.from({ length: count }, () => [""]));
  }
  return times;
}

/** Seconds from asking for the page, nothing in any cache, to the first figure of an AR formula in a cell. */
export async function timeColdStart(server: Running, browser: Browser): Promise<number> {
  const { context, page } = await visit(browser, server.url);
  const first = await page.waitForFunction(
    () => {
      const session = window.workbench;
      const failed = session?.state.messages.find(({ intent }) => intent === "error");
      if (failed !== undefined) throw new Error(failed.text);
      if (session === undefined || session.state.groups.length === 0 || session.state.busy !== undefined) return undefined; // no grid yet
      for (const { id } of session.port.sheets()) {
        const used = session.port.usedRect(id, true);
        if (used === undefined || used.rows > 300) continue; // the tables hold no formulas
        const values = session.port.values(used);
        // a text that only quotes a formula begins with none
        const found = session.port.formulas(used).some((row, r) => row.some((text, c) => /^=.*\bAR\./.test(String(text)) && !["", "#"].includes(String(values[r]![c]).slice(0, 1))));
        if (found) return performance.now() / 1000;
      }
      return undefined;
    },
    undefined,
    { polling: 10, timeout: 60_000 },
  );
  const seconds = (await first.jsonValue())!;
  await context.close();
  return seconds;
}

export interface Stressed {
  /** from the last edit to settled */
  readonly seconds: number;
  readonly pending: number;
  /** cells whose value is not what the functions say of the ledger as it stands, the first few described */
  readonly wrong: readonly string[];
  readonly compared: number;
}

/** `edits` edits 100 to 300 ms apart while 600 AR formulas and an ordinary one on each are at work. */
export async function stress(page: Page, rows: number, count: number, edits: number): Promise<Stressed> {
  const asked = buyerFormulas(count);
  await writeFigures(page, 1, asked.map(({ formula }, at) => [formula, `=IF(ISNUMBER(B${at + 1}),B${at + 1}*2,"none")`]));
  const seconds = await page.evaluate(
    async ([number, height, column]) => {
      const { port } = window.workbench!;
      const sheet = port.sheets()[0]!.id;
      for (let edit = 0; edit < number; edit++) {
        if (edit > 0) await new Promise((done) => setTimeout(done, 100 + ((edit * 67) % 201)));
        port.write({ sheet, row: 1 + ((edit * 1543) % height), column, rows: 1, columns: 1 }, [[2000 + edit * 111]]);
      }
      const began = performance.now();
      await window.workbench!.idle();
      return (performance.now() - began) / 1000;
    },
    [edits, rows, AMOUNT] as const,
  );
  const shown = await read(page, FIGURES, 1, count, 2);
  const fresh = freshly(asked, await read(page, "ledger", 0, rows + 1, COLUMNS));
  const wrong: string[] = [];
  for (const [at, { formula }] of asked.entries()) {
    const due = fresh[at]!;
    const doubled = typeof due === "number" ? due * 2 : "none";
    if (!same(shown[at]![0], due) || !same(shown[at]![1], doubled)) wrong.push(`B${at + 1} ${formula}: ${shown[at]!.join(" | ")}, not ${String(due)}`);
  }
  const pending = shown.flat().filter((value) => value === "#BUSY!").length;
  return { seconds, pending, wrong, compared: asked.length * 2 };
}

/** The same formulas by the built functions in a place of their own: no grid, no dispatcher, no frame. */
function freshly(asked: readonly Asked[], grid: readonly (readonly Value[])[]): readonly Value[] {
  const functions = loadFunctions();
  const handle = call(functions.get("LEDGER")!, [grid, null, null, null, null]);
  return asked.map(({ id, args, place }) => {
    const answer = call(functions.get(id)!, [[[handle]], ...args]);
    return (Array.isArray(answer) ? (answer as Value[][])[place?.[0] ?? 0]![place?.[1] ?? 0] : answer) as Value;
  });
}

function call(run: Associated, args: readonly unknown[]): unknown {
  try {
    return run(...args);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function same(shown: Value | undefined, due: Value): boolean {
  return typeof shown === "number" && typeof due === "number" ? Math.abs(shown - due) <= 1e-9 * Math.max(1, Math.abs(due)) : shown === due;
}

/** Counts what is sent to the add-in's functions while `act` runs and everything settles. */
export async function callsDuring(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const channel = window.workbench!.host.functions as { send(batch: readonly unknown[]): void };
    const send = Object.getPrototypeOf(channel).send as (batch: readonly unknown[]) => void;
    const counting = window as { sent?: number };
    counting.sent = 0;
    channel.send = (batch) => {
      counting.sent! += batch.length;
      send.call(channel, batch);
    };
  });
  await act();
  await settled(page);
  return page.evaluate(() => (window as { sent?: number }).sent!);
}
