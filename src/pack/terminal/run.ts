/** Bundles a command of the terminal as the add-in's build does and runs it: `run.ts pack ...`, `run.ts verify ...`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

const [command, ...words] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "open-account-"));
try {
  const outfile = join(folder, `${command}.cjs`);
  buildSync({ entryPoints: [resolve(__dirname, `${command}.ts`)], outfile, bundle: true, platform: "node", target: "node20", logLevel: "error" });
  const { status } = spawnSync(process.execPath, [outfile, ...words], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
