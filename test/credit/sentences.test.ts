import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CREDIT_SENTENCES } from "../../src/values/sentences/credit";
import { RECEIVABLES_SENTENCES } from "../../src/values/sentences/receivables";

const SRC = resolve(__dirname, "../../src");
const sources = ["receivables", "credit", "formulas"].flatMap((folder) => readdirSync(join(SRC, folder)).map((name) => readFileSync(join(SRC, folder, name), "utf8"))).join("\n");
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** Codes that are put together from a part that varies: `status.${...}`. */
const BUILT = /^(?:status|reason|limit|limit\.by|basis|cause|approval|backTest)\.\w+/;

describe.each(Object.entries({ ...RECEIVABLES_SENTENCES, ...CREDIT_SENTENCES }))("%s", (code, { en, zh }) => {
  test("is said in both languages, with the same values", () => {
    expect(en.trim()).not.toBe("");
    expect(/\p{Script=Han}/u.test(zh)).toBe(true);
    expect([...new Set(holes(zh))]).toEqual([...new Set(holes(en))]);
  });
  test("is used", () => {
    expect(sources.includes(`"${code}"`) || BUILT.test(code)).toBe(true);
  });
});
