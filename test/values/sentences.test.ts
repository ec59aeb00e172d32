import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { LEDGER_SENTENCES } from "../../src/values/sentences/ledger";
import { say } from "../../src/values/say";

const FOLDER = join(__dirname, "../../src/ledger");
const source = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), "utf8")).join("\n");
const codes = Object.keys(LEDGER_SENTENCES);
const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test.each(Object.entries(LEDGER_SENTENCES))("%s says the same things in both languages", (_, { en, zh }) => {
  expect(names(zh)).toEqual(names(en));
  expect([en.length > 0, /[\u4e00-\u9fff]/.test(zh)]).toEqual([true, true]);
});

test("every doubt says what it is and what was done", () => {
  const issues = codes.filter((code) => code.startsWith("issue."));
  expect(issues.filter((code) => !code.endsWith(".done") && !issues.includes(`${code}.done`))).toEqual([]);
  expect(issues.filter((code) => code.endsWith(".done") && !issues.includes(code.slice(0, -5)))).toEqual([]);
});

test("every sentence is of a code that the ledger uses, and every code it uses has its sentence", () => {
  const unused = codes.filter((code) => !code.endsWith(".done") && !source.includes(`"${code.replace(/^issue\./, "")}"`));
  expect(unused).toEqual([]);
  const used = [...source.matchAll(/(?:refuse|cannotTell)\([^"()]*"([A-Z_]+)"/g)].map((it) => it[1]!);
  const doubts = [...source.matchAll(/issues\.add\([^"()]*"([A-Z_]+)"/g)].map((it) => `issue.${it[1]!}`);
  expect([...used, ...doubts].filter((code) => !codes.includes(code))).toEqual([]);
  expect([used.length > 10, doubts.length > 10]).toEqual([true, true]);
});

test("a value is quoted short, however long the cell; an unknown code is our own mistake", () => {
  expect(say({ code: "UNKNOWN_BUYER", with: { buyer: "x".repeat(1_000_000) } }).length).toBeLessThan(200);
  expect(() => say({ code: "NO_SUCH_CODE" })).toThrow(/NO_SUCH_CODE/);
});
