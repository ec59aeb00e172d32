/** The help pages as they were built: one a function and language, every part filled, and nothing on them that the functions did not say. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { helpPage } from "../../src/excel/metadata/helpPage";
import { formulaText, loadFunctions, reckon, worked, type HelpSource } from "../../src/excel/metadata/helpExample";
import { built, builtMetadata, DIST, ROOT } from "../support/builtAddin";

const english = builtMetadata();
const chinese = builtMetadata("functions-zh-cn.json");
const ids = english.functions.map(({ id }) => id);
const sourceOf = (id: string): HelpSource => JSON.parse(readFileSync(join(ROOT, `src/excel/help/${id}.json`), "utf8")) as HelpSource;

const PARTS = {
  "": ["What it answers", "Arguments", "Worked example", "Refusals", "Source of the formula"],
  "zh-cn/": ["回答什么", "参数", "算例", "拒绝回答", "公式出处"],
} as const;

const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();

describe.each(Object.entries(PARTS))("pages in docs/%s", (folder, parts) => {
  test.each(ids)("%s has every part filled", (id) => {
    const page = built(`docs/${folder}${id}.html`);
    const sections = [...page.matchAll(/<section>\s*<h2>([^<]+)<\/h2>([\s\S]*?)<\/section>/g)].map(([, title, body]) => [title, textOf(body!).length > 3]);
    expect(sections).toEqual(parts.map((title) => [title, true]));
    expect(page).toContain(`lang="${folder === "" ? "en" : "zh-CN"}"`);
    for (const { name } of (folder === "" ? english : chinese).functions.find((one) => one.id === id)!.parameters) expect(page).toContain(name);
  });

  test("ask for nothing: no script, no address but one another's", () => {
    for (const name of [...ids, "index"]) {
      const page = built(`docs/${folder}${name}.html`);
      expect([name, /<script|https?:|@import|url\(|<img|<link/.exec(page)?.[0]]).toEqual([name, undefined]);
      for (const [, address] of page.matchAll(/href="([^"]+)"/g)) expect([name, address, existsSync(join(DIST, "docs", folder, address!))]).toEqual([name, address, true]);
    }
  });

  test("the index leads to each", () => {
    const page = built(`docs/${folder}index.html`);
    for (const id of ids) expect(page).toContain(`href="${id}.html"`);
  });
});

test("the page of the back-test shows what was measured, in both languages", () => {
  for (const folder of ["", "zh-cn/"]) expect(built(`docs/${folder}BACKTEST.html`)).toContain(">0.876 (0.840 to 0.911)</td>");
  expect(built("docs/zh-cn/BACKTEST.html")).toContain("得分的 AUC");
});

test("where help used to be leads to the index", () => {
  expect(built("functions.html")).toContain('href="docs/index.html"');
});

describe("worked examples", () => {
  const functions = loadFunctions(built("functions.js"));

  test.each(ids.filter((id) => !["VERSION", "LEDGER", "JOIN", "SEAL", "LATEODDS", "CREDITGRADE"].includes(id)))("%s: a step of the arithmetic is the answer", (id) => {
    expect(sourceOf(id).example.steps.some(({ gives }) => gives !== undefined)).toBe(true);
  });

  test("the page shows what the function answers, not what its source says", () => {
    const { formula, cells } = worked(functions, "DSO", sourceOf("DSO").example, "en");
    expect([formula, cells]).toEqual(["=AR.DSO(Invoices, DATE(2026,3,31))", [[80]]]);
    expect(built("docs/DSO.html")).toContain("<output>80</output>");
  });

  test("a wrong step, a refusal that answers and a missing part stop the build", () => {
    const source = sourceOf("DSO");
    const page = (slipped: HelpSource): string => helpPage({ one: english.functions.find(({ id }) => id === "DSO")!, english: english.functions.find(({ id }) => id === "DSO")!, source: slipped, functions, language: "en" });
    expect(page(source)).toContain("<h1>");
    const step = { en: "Days", zh: "天数", is: "8000 / 9000 * 91", gives: [0, 0] as const };
    expect(() => page({ ...source, example: { ...source.example, steps: [step] } })).toThrow(/^DSO: 8000 \/ 9000 \* 91 is 80\.88.*the function answers 80$/);
    expect(() => page({ ...source, refusals: [{ args: source.example.args }] })).toThrow("is not refused but answers [[80]]");
    expect(() => page({ ...source, answers: { en: "Days", zh: "" } })).toThrow("help of DSO: answers is not in zh");
  });

  test("what is shown is escaped", () => {
    const dso = english.functions.find(({ id }) => id === "DSO")!;
    const page = helpPage({ one: { ...dso, description: "a < b & c" }, english: dso, source: sourceOf("DSO"), functions, language: "en" });
    expect(page).toContain("a &lt; b &amp; c");
  });

  test("sums by hand", () => {
    expect(reckon("1 + 2 * 3 ^ 2 - (4 - 6) / 4", [])).toBe(19.5);
    expect(reckon("-$2 + ln($1)", [1, 7])).toBe(-7);
    expect(() => reckon("1 + ", [])).toThrow("cannot reckon");
    expect(formulaText("AGING", ["@Invoices", null, "*", null, [30, 60]])).toBe('=AR.AGING(Invoices,, "*",, {30,60})');
  });
});
