import { PAYLOAD_LIMIT } from "../../src/workbench/functions/channel";
import { startGrid, type Grid } from "../../src/workbench/grid/univerStart";
import type { UniverBook } from "../../src/workbench/grid/univerBook";
import { workbookPortChecks } from "../support/workbookPortChecks";
import { FakeRuntime, FUNCTIONS_JSON } from "../support/fakeRuntime";
import { EMPTY, gridChecks } from "./gridChecks";

/** The page of the grid's own checks: a grid, a runtime that answers after a while, and the checks by name. */
const settings = new URLSearchParams(location.search);
const runtime = new FakeRuntime(Number(settings.get("delay") ?? 20));
const grid: Grid = startGrid({
  container: document.getElementById("grid")!, channel: runtime, functions: FUNCTIONS_JSON, namespace: "AR", snapshot: EMPTY,
  locale: settings.get("locale") === "zh" ? "zh" : "en", dark: settings.has("dark"), payloadLimit: PAYLOAD_LIMIT,
});
runtime.start();

/** undefined, or why the check failed */
async function runPortCheck(name: string): Promise<string | undefined> {
  return failureOf(() => workbookPortChecks.find((check) => check.name === name)!.run(grid.port));
}

/** on a new book */
async function runGridCheck(name: string): Promise<string | undefined> {
  grid.open(EMPTY);
  await grid.idle();
  const first = grid.port.sheets()[0]!.id;
  return failureOf(() => gridChecks.find((check) => check.name === name)!.run({ grid, book: grid.port as UniverBook, runtime, first }));
}

async function failureOf(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await Promise.race([run(), new Promise((_resolve, reject) => setTimeout(() => reject(new Error("not settled after 15 s")), 15_000))]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

Object.assign(window, { bench: { grid, runtime, EMPTY, runPortCheck, runGridCheck, gridCheckNames: gridChecks.map((check) => check.name) } });
