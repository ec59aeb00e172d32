import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** `npm run pack` and `npm run verify` as a month-end script calls them: words in, a file, sentences on stderr, an exit code. */
const ROOT = resolve(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "pack-terminal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const LEDGER = ["Invoice,Customer,Invoice date,Due date,Amount", "A-1,Anker,2026-05-02,2026-06-01,1200.50", "A-2,Anker,2026-06-02,2026-07-02,300", "=B-1,\"Baltic, Ltd\",2026-01-05,2026-02-04,800"].join("\n");
const TERMS = ["rule,on,value,source", "pastDueDays,yes,60,4.1", "advanceRate,yes,85%,2.1"].join("\n");
writeFileSync(at("ledger.csv"), LEDGER);
writeFileSync(at("terms.csv"), TERMS);

function run(command: "pack" | "verify", ...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-r", "tsx/cjs", join(ROOT, `src/pack/terminal/${command}.ts`), ...words], { cwd: ROOT, encoding: "utf8" });
  return { code: status, out: stdout, said: stderr };
}

const pack = (...more: readonly string[]): ReturnType<typeof run> => run("pack", at("ledger.csv"), "--terms", at("terms.csv"), "--as-of", "2026-06-30", "--out", at("pack.xlsx"), ...more);

jest.setTimeout(60_000);

test("a pack is written and checked; verified with its seal it is intact, with another or changed it is not", () => {
  const made = pack("--control", "2300.50", "--paper", "letter", "--scores", "--language", "zh");
  expect([made.code, made.out]).toEqual([0, ""]);
  expect(made.said).toMatch(/checks \d+ OK, 0 DIFFERS/);
  const seal = /Pack seal ([0-9a-f]{64})/.exec(made.said)![1]!;
  expect(run("verify", at("pack.xlsx"), "--seal", seal).code).toBe(0);
  expect(run("verify", at("pack.xlsx"), "--seal", "0".repeat(64)).code).not.toBe(0);
  const bytes = readFileSync(at("pack.xlsx"));
  writeFileSync(at("cut.xlsx"), bytes.subarray(0, bytes.length - 200));
  expect(run("verify", at("cut.xlsx")).code).not.toBe(0);
});

test.each([
  ["a control total that differs", ["--control", "2300"], /2,?300\.50|0\.50/],
  ["a paper that is none", ["--paper", "a5"], /a4 or letter/],
  ["a language that is none", ["--language", "fr"], /en, zh or both/],
  ["an option that is none", ["--anonymus"], /no option --anonymus/],
  ["a day that is none", ["--as-of", "2026-02-30"], /2026-02-30/],
])("%s is refused in a sentence, and nothing is written", (_, more, words) => {
  rmSync(at("pack.xlsx"), { force: true });
  const { code, said } = pack(...more);
  expect([code, existsSync(at("pack.xlsx"))]).toEqual([2, false]);
  expect(said).toMatch(words);
});
