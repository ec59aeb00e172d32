import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { LEDGER_FIELDS } from "../../src/ledger/fields";
import type { Problem } from "../../src/pane/problem";
import { fieldName, problemText, wordsFor } from "../../src/pane/words";
import { EN } from "../../src/pane/words/en";
import { ZH } from "../../src/pane/words/zh";

type Leaf = { readonly path: string; readonly value: unknown };

function leaves(value: unknown, path = ""): Leaf[] {
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
  return [{ path, value }];
}

/** A sentence with its gaps filled by marks that can be found again. */
function filled(value: unknown): string {
  if (typeof value !== "function") return String(value);
  const marks = Array.from({ length: value.length }, (_, at) => `<${String(at)}>`);
  return String((value as (...args: unknown[]) => unknown)(...marks));
}

test("both languages have the same words", () => {
  expect(leaves(ZH).map(({ path }) => path).sort()).toEqual(leaves(EN).map(({ path }) => path).sort());
});

test("no word is empty, and every gap is used in both", () => {
  const chinese = new Map(leaves(ZH).map(({ path, value }) => [path, value]));
  for (const { path, value } of leaves(EN)) {
    const [en, zh] = [filled(value), filled(chinese.get(path))];
    expect([path, en.trim() === "", zh.trim() === ""]).toEqual([path, false, false]);
    const gaps = (text: string): string[] => [...new Set(text.match(/<\d>/g) ?? [])].sort();
    const needed = gaps(zh); // English plurals may take a count that Chinese does not need
    for (const gap of needed) expect([path, gaps(en)]).toEqual([path, expect.arrayContaining([gap])]);
  }
});

test("Chinese is Chinese", () => {
  const SAME = new Set(["product", "menu.english", "common.pair", "template.currency"]);
  const latin = leaves(ZH).filter(({ path, value }) => !SAME.has(path) && !/[\u4e00-\u9fff、]/.test(filled(value)));
  expect(latin).toEqual([]);
});

test("every field of a ledger has a name in both languages", () => {
  for (const { name } of LEDGER_FIELDS) {
    expect([name, fieldName(name, EN)]).not.toEqual([name, name]);
    expect([name, fieldName(name, ZH)]).not.toEqual([name, name]);
  }
  expect(fieldName("__proto__", EN)).toBe("__proto__");
});

test.each([
  { kind: "host", code: "editing", detail: "" },
  { kind: "host", code: "other", detail: "E1" },
  { kind: "reason", reason: { code: "EMPTY_SHEET" } },
  { kind: "headless", table: "Invoices", reason: { code: "NO_HEADINGS", with: { listFound: "1, 2" } } },
  { kind: "computed", argument: "VSTACK(A1,B1)" },
  { kind: "piece", piece: 2, reason: { code: "EMPTY_SHEET" } },
  { kind: "uncut" },
  { kind: "shows", shown: "#NAME?" },
  { kind: "shows", shown: "#VALUE!" },
  { kind: "mixed", currencies: [{ code: "USD", documents: 2, minor: 100 }, { code: "XXX", documents: 1, minor: 5 }] },
  { kind: "tooBig", bytes: 7_400_000, rows: 60_000, fit: 40_000 },
  { kind: "noRoom", reference: "Buyers!A:D", column: "Parent" },
  { kind: "unexpected", detail: "x is not a function" },
] satisfies Problem[])("a problem of kind $kind has a sentence in both languages", (problem) => {
  const [en, zh] = [problemText(problem, EN, "en"), problemText(problem, wordsFor("zh"), "zh")];
  expect(en).toMatch(/[a-z]{3}/);
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
  for (const text of [en, zh]) expect(text).not.toMatch(/\{\w+\}|undefined/);
});

/** Texts a reader would see, written into a component: between tags, or in an attribute that is read out. */
const HARD_TEXT = /(?:[a-z"'}]>|\/>)\s*([A-Za-z][A-Za-z ,.]{2,})\s*<|(?:aria-label|aria-description|placeholder|title|label|alt|hint)="([^"]*[A-Za-z]{3}[^"]*)"/g;

test("no component holds English of its own", () => {
  const root = resolve(__dirname, "../../src/pane");
  const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : name.endsWith(".tsx") ? [join(folder, name)] : []));
  const found = files(root).flatMap((path) => [...readFileSync(path, "utf8").matchAll(HARD_TEXT)].map((match) => `${path.slice(root.length)}: ${match[0]}`));
  expect(files(root).length).toBeGreaterThan(20);
  expect(found).toEqual([]);
  expect([...'<p>Some words</p><b title="Hello there" />'.matchAll(HARD_TEXT)]).toHaveLength(2);
});
