/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { ICONS, drawIcon } from "../support/drawIcons";
import { built, DIST, ROOT } from "../support/builtAddin";
import { faultsOf } from "../support/manifestRules";

const source = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const parse = (text: string): Document => new DOMParser().parseFromString(text, "text/xml");
const faults = (text: string): string[] => faultsOf({ xml: parse(text), folder: DIST });

test("the manifest keeps every rule, as written and as built", () => {
  expect(faults(source)).toEqual([]);
  expect(faults(built("manifest.xml"))).toEqual([]);
});

test("the production copy names no localhost, and differs in nothing but the address", () => {
  const production = built("manifest.xml");
  expect(production).not.toMatch(/localhost|127\.0\.0\.1/i);
  const address = /SourceLocation DefaultValue="(https:\/\/[^"]+)\/taskpane\.html"/.exec(production)![1]!;
  expect(production).toBe(source.replaceAll("https://localhost:3000/addin", address));
});

test("nothing in the build names localhost", () => {
  for (const name of ["functions.js", "functions.json", "functions-zh-cn.json", "functions.html", "taskpane.html"]) expect(built(name)).not.toMatch(/localhost/i);
});

test("the manifest carries the release", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect(parse(source).getElementsByTagName("Version")[0]!.textContent).toBe(`${version}.0`);
});

test("the icons are those that are drawn", () => {
  for (const icon of ICONS) {
    const [drawn, kept] = [drawIcon(icon), readFileSync(join(ROOT, "assets", icon.file))].map((file) => PNG.sync.read(file).data);
    expect(Buffer.compare(drawn!, kept!)).toBe(0);
  }
});

/** A slip in the manifest, and the rule that must see it. */
const SLIPS: readonly (readonly [what: string, from: string | RegExp, to: string, rule: string])[] = [
  ["two elements change places", /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, "$2$1", "order"],
  ["an element is left out", /<SupportUrl[^>]*>/, "", "order"],
  ["a label leaves its group", /<Label resid="Group.Label" \/>/, "", "group"],
  ["a resid means nothing", 'resid="Open.Tip"', 'resid="Open.Tipp"', "resids"],
  ["a resid is too long", /Open\.Tip/g, "Open.Tip.That.Is.Longer.Than.It.May.Be", "resids"],
  ["a second runtime page", '<FunctionFile resid="Taskpane.Url" />', '<FunctionFile resid="LearnMore.Url" />', "oneRuntime"],
  ["a short runtime", 'lifetime="long"', 'lifetime="short"', "oneRuntime"],
  ["a text too long", "Shows the pane", "S".repeat(251), "texts"],
  ["a text without its Chinese", '<bt:Override Locale="zh-CN" Value="连接台账" />', "", "chinese"],
  ["half a locale", 'Locale="zh-CN" Value="连接台账"', 'Locale="zh" Value="连接台账"', "chinese"],
  ["an address without https", "https://localhost:3000/addin/functions.js", "http://localhost:3000/functions.js", "addresses"],
  ["another origin", "https://localhost:3000/addin/functions.json", "https://elsewhere.example/functions.json", "addresses"],
  ["a file that is not built", "functions-zh-cn.json", "functions-zh.json", "addresses"],
  ["an icon of the wrong size", "icon-connect-32.png", "icon-connect-16.png", "icons"],
  ["an icon size left out", /<bt:Image size="80" resid="Icon.Assess.80" \/>/, "", "icons"],
  ["an id used twice", 'id="OpenAccount.Connect"', 'id="OpenAccount.Assess"', "ids"],
  ["more asked of Excel", 'MinVersion="1.13"', 'MinVersion="1.17"', "requirements"],
  ["less permission than is used", "ReadWriteDocument", "ReadDocument", "permissions"],
];

test.each(SLIPS)("the rules see %s", (_what, from, to, rule) => {
  const slipped = source.replace(from, to);
  expect(slipped).not.toBe(source);
  expect(faults(slipped).map((fault) => fault.split(":")[0])).toContain(rule);
});

test("every button that runs a function finds one", async () => {
  const names: string[] = [];
  const office = { actions: { associate: (name: string) => names.push(name) } };
  Object.assign(globalThis, { Office: office });
  const { associateCommands } = await import("../../src/excel/commands");
  associateCommands();
  const wanted = Array.from(parse(source).getElementsByTagName("FunctionName"), (one) => one.textContent!);
  expect(wanted.length).toBeGreaterThan(0);
  expect(names.sort()).toEqual(wanted.sort());
});
