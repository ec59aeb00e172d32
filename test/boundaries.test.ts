import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Who may import whom. `src/README.md` prints the same table, and a test below reads it there. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  values: [],
  ledger: ["values"],
  receivables: ["values", "ledger"],
  credit: ["values", "ledger", "receivables"],
  bank: ["values", "ledger", "receivables", "credit"],
  formulas: ["values", "ledger", "receivables", "credit", "bank"],
  pane: ["values", "ledger", "receivables", "credit", "bank", "formulas"],
  excel: ["values", "bank", "formulas", "pane"],
  workbench: ["values"],
};

const DOMAIN = ["values", "ledger", "receivables", "credit", "bank"];
const SRC = resolve(__dirname, "../src");

/** `from "x"`, `import "x"`, `import("x")`, `require("x")`, `export ... from "x"` */
const IMPORTS = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"'\n]+)["']/g;

/** What a pure folder may not say: clock, chance, locale. */
const IMPURE: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\bDate\s*\.\s*now\b/, "Date.now()"],
  [/\bnew\s+Date\b/, "new Date()"],
  [/\bDate\s*\(/, "Date()"],
  [/\bMath\s*\.\s*random\b/, "Math.random"],
  [/\bIntl\b/, "Intl"],
  [/\btoLocale\w*\b/, "toLocale..."],
  [/\blocaleCompare\b/, "localeCompare"],
  [/\bperformance\b/, "performance"],
];

function filesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, " ").replace(/(^|[^:"'`\\])\/\/[^\n]*/g, "$1");
}

function strayImports(folder: string, path: string, text: string): string[] {
  const stray: string[] = [];
  for (const [, target] of withoutComments(text).matchAll(IMPORTS)) {
    if (!target!.startsWith(".")) {
      if (DOMAIN.includes(folder)) stray.push(`${relative(SRC, path)} imports the package "${target!}"`);
      continue;
    }
    const to = relative(SRC, resolve(dirname(path), target!)).split(sep)[0]!;
    if (to !== folder && !(MAY_IMPORT[folder] ?? []).includes(to)) stray.push(`${relative(SRC, path)} imports "${target!}"`);
  }
  return stray;
}

describe.each(Object.keys(MAY_IMPORT))("src/%s", (folder) => {
  const files = filesIn(join(SRC, folder));

  test(`imports only ${MAY_IMPORT[folder]!.join(", ") || "itself"}`, () => {
    expect(files.flatMap((path) => strayImports(folder, path, readFileSync(path, "utf8")))).toEqual([]);
  });

  if (DOMAIN.includes(folder)) {
    test("has no clock, chance or locale", () => {
      const found = files.flatMap((path) => {
        const text = withoutComments(readFileSync(path, "utf8"));
        return IMPURE.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${relative(SRC, path)} says ${what}`);
      });
      expect(found).toEqual([]);
    });
  }

  if (folder !== "excel" && folder !== "workbench") {
    test("does not say Excel, Office or CustomFunctions", () => {
      const found = files.filter((path) => /(^|[^\w."'`])(Excel|Office|OfficeRuntime|CustomFunctions)\s*\./m.test(withoutComments(readFileSync(path, "utf8"))));
      expect(found.map((path) => relative(SRC, path))).toEqual([]);
    });
  }
});

test("every folder of src is in the table", () => {
  const folders = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());
  expect(folders.filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});

test("src/README.md prints this table", () => {
  const readme = readFileSync(join(SRC, "README.md"), "utf8");
  for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
    expect(readme).toMatch(new RegExp(`\\| \`${folder}\` \\| ${allowed.map((name) => `\`${name}\``).join(" ") || "nothing"} \\|`));
  }
});

test("the check sees side-effect, dynamic and required imports", () => {
  const text = `import "../pane/x";\nconst y = await import("../pane/y");\nconst z = require('../pane/z');\nexport { w } from "../pane/w";`;
  expect(strayImports("values", join(SRC, "values/a.ts"), text)).toHaveLength(4);
});
