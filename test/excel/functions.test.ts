/** The public contract as it was built: what Excel loads, not what the sources say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bootScripts, built, builtFiles, builtMetadata, DIST, FakeError, loadFunctions, type FunctionMetadata } from "../support/builtAddin";

/** Only ever added to: an argument at the end, a function. Workbooks hold the rest. */
const contract = JSON.parse(readFileSync(join(__dirname, "contract.json"), "utf8")) as Record<string, string>;

/** `LEDGER(invoices[][], [asOf], [payments[][]]) -> text`: what a formula in a file depends on. */
function signature({ parameters, result }: FunctionMetadata): string {
  const words = parameters.map(({ name, type, dimensionality, optional, repeating }) => {
    const word = `${name}: ${type}${dimensionality === "matrix" ? "[][]" : ""}`;
    return optional === true ? `[${word}]` : repeating === true ? `${word}, ...` : word;
  });
  return `(${words.join(", ")}) -> ${result.type ?? "any"}${result.dimensionality === "matrix" ? "[][]" : ""}`;
}

describe("functions.json", () => {
  const metadata = builtMetadata();

  test("keeps the contract: names, order, kinds, what may be left out", () => {
    expect(Object.fromEntries(metadata.functions.map((one) => [one.id, signature(one)]))).toEqual(contract);
    expect(metadata.functions.map(({ id }) => id)).toEqual(Object.keys(contract));
  });

  test("ids and functions are the same, both ways", () => {
    expect([...loadFunctions().keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  });

  test("lets errors in cells come in, and asks for nothing that recalculates by itself", () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
    expect(metadata.functions.filter(({ options }) => options !== undefined)).toEqual([]);
  });

  test("explains every function and argument, with help on the same address", () => {
    const origin = /SourceLocation DefaultValue="(https:\/\/[^"]+)\/taskpane\.html"/.exec(built("manifest.xml"))![1]!;
    for (const { id, helpUrl, description, parameters } of metadata.functions) {
      expect(helpUrl).toBe(`${origin}/docs/${id}.html`);
      expect(description.length).toBeGreaterThan(20);
      for (const parameter of parameters) expect(parameter.description.length).toBeGreaterThan(10);
    }
  });

  test("no name is a cell's address, and none ends in a number", () => {
    for (const { id, name } of metadata.functions) {
      expect(name).toBe(id);
      expect(id).toMatch(/^[A-Z]{3,}$/);
      expect(id).not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
    }
  });

  test("the Chinese one differs in words only", () => {
    const chinese = builtMetadata("functions-zh-cn.json");
    const bare = ({ functions }: typeof metadata): unknown => functions.map(({ id, name, helpUrl, result, parameters }) => ({ id, name, helpUrl: helpUrl.replace("/zh-cn/", "/"), result, kinds: parameters.map(({ type, dimensionality, optional, repeating }) => [type, dimensionality, optional, repeating]) }));
    expect(bare(chinese)).toEqual(bare(metadata));
    for (const { description, parameters } of chinese.functions) for (const text of [description, ...parameters.map((one) => one.description)]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("functions.js", () => {
  test("is small, and knows neither page nor React nor any address", () => {
    const text = built("functions.js");
    expect(Buffer.byteLength(text)).toBeLessThan(410_000); // the tables of headings and both languages' sentences are half of it; parsed once, before the first value
    const stray = /\b(?:document|window)\.(?:createElement|querySelector|getElementById|body|head|location|addEventListener)\b|\breact\b|\beval\(|new Function\(|https?:\/\//i;
    expect(stray.exec(text)?.[0]).toBeUndefined();
  });

  test("holds no word of the policy's sheet, which only the pane writes", () => {
    for (const word of ["What it does", "model default of Open Account", "作用"]) expect(built("functions.js")).not.toContain(word);
  });

  test("runs with nothing but CustomFunctions around it", () => {
    const functions = loadFunctions();
    const { version } = JSON.parse(readFileSync(join(DIST, "../package.json"), "utf8")) as { version: string };
    expect(functions.get("VERSION")!()).toBe(version);
  });

  const SHEET = [
    ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Open amount"],
    ["I-1", "Anker", 45292, 45322, 1200, 0],
    ["I-2", "Anker", 45322, 45352, 800, 800],
    ["I-3", "Baltic", 45331, 45361, 500, 500],
  ];

  test("a range and its text give the same answers", () => {
    const functions = loadFunctions();
    const text = functions.get("LEDGER")!(SHEET, null, null, null, null, {});
    expect(text).toMatch(/^3 invoices, 2 buyers to 2024-02-09 #[0-9a-f]{21}$/);
    for (const id of ["BUYERS", "ISSUES", "AGING", "DSO", "ASSESS"]) expect(functions.get(id)!([[text]])).toEqual(functions.get(id)!(SHEET));
    expect(functions.get("BUYERS")!(SHEET)).toEqual([
      ["Buyer", "Name", "Open", "Overdue", "Invoices"],
      ["Anker", "Anker", 800, 0, 1],
      ["Baltic", "Baltic", 500, 0, 1],
    ]);
  });

  test("what cannot be told is an error with its sentence, and nothing else leaves", () => {
    const functions = loadFunctions();
    const refused = (id: string, ...args: unknown[]): FakeError => {
      try {
        functions.get(id)!(...args);
      } catch (error) {
        return error as FakeError;
      }
      throw new Error(`${id} answered`);
    };
    expect(refused("DSO", [["3 invoices, 2 buyers to 2024-02-09 #0123456789abcdef00000"]])).toEqual(
      new FakeError("#N/A", "This ledger has not been read since the workbook was opened. Recalculate the cell with AR.LEDGER."),
    );
    expect(refused("CREDITSCORE", SHEET, [["Nobody"]])).toEqual(new FakeError("#N/A", "No buyer 'Nobody' in this ledger."));
    expect(refused("DSO", SHEET, null, null, null, "fast").code).toBe("#VALUE!");
    const column = functions.get("DSO")!(SHEET, null, [["Anker"], [null], ["Nobody"]]) as unknown[][];
    expect([column.length, typeof column[0]![0], column[1]![0]]).toEqual([3, "number", ""]);
    expect(column[2]![0]).toEqual(new FakeError("#N/A", "No buyer 'Nobody' in this ledger."));
  });
});

describe("taskpane.html", () => {
  test("loads Microsoft's Office.js in the head, then the functions, before and apart from the pane", () => {
    const page = built("taskpane.html");
    expect([...page.matchAll(/<script src="(?!https:)([^".]+)/g)].map(([, name]) => name)).toEqual(["functions", "taskpane"]); // and no other entry of the build
    const head = page.slice(page.indexOf("<head>"), page.indexOf("</head>"));
    expect(head).toContain('<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>');
    expect(head.indexOf("office.js")).toBeLessThan(head.indexOf('src="functions.js"'));
    expect(bootScripts()[0]).toBe("functions.js");
    expect(bootScripts()[1]).toMatch(/^taskpane\.[0-9a-f]{10}\.js$/);
  });

  test("what is parsed before a formula calculates is under 200 KB gzip, and holds no React", () => {
    const scripts = bootScripts().map((name) => built(name));
    const bytes = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(200_000);
    for (const text of scripts) expect(text).not.toContain("react.element");
  });

  test("nothing that was built evaluates text or names another machine", () => {
    for (const name of builtFiles(".js")) {
      const text = built(name);
      expect([name, /\beval\(|new Function\(/.test(text)]).toEqual([name, false]);
      expect([name, /\b(?:fetch|importScripts)\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/.exec(text)?.[0]]).toEqual([name, undefined]);
    }
  });
});
