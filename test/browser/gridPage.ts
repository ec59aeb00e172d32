import { PAYLOAD_LIMIT, startGrid, type Grid } from "../../src/workbench/grid/univerStart";
import type { BookSnapshot } from "../../src/workbench/model/bookSnapshot";
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

Object.assign(window, { bench: { ...start(), EMPTY } });
