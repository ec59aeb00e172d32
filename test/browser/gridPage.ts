import { PAYLOAD_LIMIT, startGrid, type Grid } from "../../src/workbench/grid/univerStart";
import type { BookSnapshot } from "../../src/workbench/model/bookSnapshot";
import { workbookPortChecks } from "../support/workbookPortChecks";
import { FakeRuntime, FUNCTIONS_JSON } from "../support/fakeRuntime";

/** The page of the grid's own checks: a grid, a runtime that answers after a while, and the checks by name. */
const EMPTY: BookSnapshot = { sheets: [{ name: "Sheet1", cells: [] }], active: 0, names: [], formats: [] };
const settings = new URLSearchParams(location.search);

function start(): { grid: Grid; runtime: FakeRuntime } {
  const runtime = new FakeRuntime(Number(settings.get("delay") ?? 20));
  const grid = startGrid({
    container: document.getElementById("grid")!, channel: runtime, functions: FUNCTIONS_JSON, namespace: "AR", snapshot: EMPTY,
    locale: settings.get("locale") === "zh" ? "zh" : "en", dark: settings.has("dark"), payloadLimit: PAYLOAD_LIMIT,
  });
  runtime.start();
  return { grid, runtime };
}

const { grid, runtime } = start();

/** Runs the port's checks one after another; answers what failed, by name. */
async function portChecks(): Promise<Record<string, string>> {
  const failed: Record<string, string> = {};
  for (const check of workbookPortChecks) {
    try {
      await check.run(grid.port);
    } catch (error) {
      failed[check.name] = error instanceof Error ? error.message : String(error);
    }
  }
  return failed;
}

Object.assign(window, { bench: { grid, runtime, EMPTY, portChecks, checkNames: workbookPortChecks.map((check) => check.name) } });
