/**
 * Bundles the benchmark as the add-in's build does and runs that: imports become plain bindings, as in Excel. Read file by
 * file, each constant of another file would be a call of its own, and the figures would speak of the loader.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const outfile = join(folder, "bench.cjs");
try {
  buildSync({ entryPoints: [resolve(__dirname, "bench.ts")], outfile, bundle: true, platform: "node", target: "node20", external: ["@duckdb/node-api"], logLevel: "error" });
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, NODE_PATH: resolve(__dirname, "../../node_modules") } });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
