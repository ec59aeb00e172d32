/**
 * The whole proof, in the order in which a failure is cheapest: both TypeScript programs, lint, the build, the tests
 * without a browser, the tests in Chromium. Closes with `N passed, N failed` over everything.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

interface Count {
  passed: number;
  failed: number;
  skipped: string[];
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[];
}

const root = resolve(__dirname, "..");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const count: Count = { passed: 0, failed: 0, skipped: [] };
const scratch = mkdtempSync(join(tmpdir(), "open-account-"));

function run(command: string, args: readonly string[]): boolean {
  const began = process.hrtime.bigint();
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", env: process.env });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  console.log(`${done.status === 0 ? "ok" : "FAILED"}  ${args.slice(0, 4).join(" ")}  (${seconds.toFixed(0)} s)`);
  return done.status === 0;
}

function step(title: string, command: string, args: readonly string[]): boolean {
  console.log(`\n— ${title}`);
  const ok = run(command, args);
  if (ok) count.passed++;
  else count.failed++;
  return ok;
}

function jest(title: string, args: readonly string[]): void {
  console.log(`\n— ${title}`);
  const file = join(scratch, `${title.replace(/\W+/g, "-")}.json`);
  const ok = run(bin("jest"), [...args, "--json", `--outputFile=${file}`]);
  let report: JestReport;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as JestReport;
  } catch {
    count.failed++;
    return;
  }
  count.passed += report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  count.failed += ok ? failed : Math.max(1, failed);
  for (const suite of report.testResults) {
    for (const one of suite.assertionResults) if (one.status === "pending" || one.status === "todo") count.skipped.push(one.fullName);
  }
}

step("types of the whole", bin("tsc"), ["-p", "tsconfig.json"]);
step("types of the domain, without DOM, Office or Node", bin("tsc"), ["-p", "src/tsconfig.domain.json"]);
step("lint", bin("eslint"), ["."]);
if (step("build", bin("webpack"), ["--mode", "production"])) {
  jest("tests without a browser", ["--testPathIgnorePatterns", "test/browser", "--maxWorkers=2"]);
  jest("tests in Chromium", ["--runInBand", "test/browser"]);
}
rmSync(scratch, { recursive: true, force: true });

for (const name of count.skipped) console.log(`skipped: ${name}`);
console.log(`\n${count.passed} passed, ${count.failed} failed${count.skipped.length > 0 ? `, ${count.skipped.length} skipped` : ""}`);
process.exitCode = count.failed === 0 ? 0 : 1;
