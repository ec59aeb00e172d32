import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { REASON_CODES, say } from "../../src/values/say";
import { CREDIT_SENTENCES } from "../../src/values/sentences/credit";
import { FORMULA_SENTENCES } from "../../src/values/sentences/formulas";
import { LEDGER_SENTENCES } from "../../src/values/sentences/ledger";
import { RECEIVABLES_SENTENCES } from "../../src/values/sentences/receivables";

const OWNERS = [LEDGER_SENTENCES, RECEIVABLES_SENTENCES, CREDIT_SENTENCES, FORMULA_SENTENCES];
const SRC = resolve(__dirname, "../../src");

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "sentences" ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [readFileSync(path, "utf8")] : [];
  });
}

test("no two folders own the same reason", () => {
  const codes = OWNERS.flatMap((sentences) => Object.keys(sentences));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  expect([...codes].sort()).toEqual([...REASON_CODES].sort());
});

test("both languages say the same things: the same values in each sentence", () => {
  const values = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  const unlike = OWNERS.flatMap((sentences) => Object.entries(sentences)).filter(([, { en, zh }]) => values(en).join() !== values(zh).join());
  expect(unlike.map(([code]) => code)).toEqual([]);
});

test("every English sentence is English, every Chinese one Chinese", () => {
  for (const { en, zh } of OWNERS.flatMap((sentences) => Object.values(sentences))) {
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
  }
});

/** Codes made of a prefix and a value in the source: `issue.${code}`, `status.${status}`, `basis.${id}`. */
const FAMILIES = /^(?:issue|status|limit|grade|main|reason|basis|method)\./;

test("every reason is one that some code gives", () => {
  const text = sources(SRC).join("\n");
  expect(REASON_CODES.filter((code) => !FAMILIES.test(code) && !text.includes(`"${code}"`))).toEqual([]);
});

test("a value is put in as it is, also one that looks like a pattern, and cut where it is endless", () => {
  expect(say({ code: "NOT_A_LEDGER", with: { found: "$& $1 {found}" } })).toContain("'$& $1 {found}'");
  expect(say({ code: "NOT_A_LEDGER", with: { found: "x".repeat(1_000_000) } }).length).toBeLessThan(300);
  expect(() => say({ code: "NO_SUCH_REASON" })).toThrow('No sentence for the reason "NO_SUCH_REASON"');
});
