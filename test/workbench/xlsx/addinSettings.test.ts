/** What an add-in keeps in a workbook, in the file: written as Office keeps it, and read from a file of Office's. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import type { BookSnapshot } from "../../../src/workbench/model/bookSnapshot";
import { BookStore } from "../../../src/workbench/model/bookStore";
import type { Addin, Settings } from "../../../src/workbench/xlsx/addinSettings";
import { notKeptSentence } from "../../../src/workbench/xlsx/carried";
import { openXlsx } from "../../../src/workbench/xlsx/openXlsx";
import { saveXlsx } from "../../../src/workbench/xlsx/saveXlsx";
import { namesIn, textIn, withFiles } from "../../../src/workbench/xlsx/zip";

const OURS: Addin = { id: "6b1f0d52-3c1e-4f7a-9a64-0c5d8e2f7b31", version: "0.1.0.0" };
const PART = "xl/webextensions/webextension1.xml";
const SETTINGS: Settings = [
  ["openAccount.choices", [{ fingerprint: "0123456789abcdef", choices: [["field.amount", 'Total "net" <EUR> & 金额']] }]],
  ["__proto__", { a: null }], ["a\tb\n\"'", "\u0000\ud800\uffff &#10; ]]>"], ["n", 1.5], ["no", false],
];

const bookWith = (settings: Settings): BookSnapshot => ({ sheets: [{ name: "S", cells: [[{ value: "客户" }]] }], active: 0, names: [], formats: [], settings });
const reopened = async (settings: Settings): Promise<Settings> => (await openXlsx(await saveXlsx(bookWith(settings), OURS), "a.xlsx", OURS)).settings ?? [];

test("settings survive saving and opening, and the store has them again", async () => {
  expect(await reopened(SETTINGS)).toEqual(SETTINGS);
  const store = new BookStore();
  store.replace({ settings: await reopened(SETTINGS) });
  expect(store.contents().settings).toEqual(SETTINGS);
  expect(await reopened([])).toEqual([]);
});

test("whatever JSON can say, under any key that XML can hold", async () => {
  const key = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u.test(text));
  const value = fc.json().map((json): unknown => JSON.parse(json));
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 5 }), async (settings) => {
    expect(await reopened(settings)).toEqual(settings.map(([name, of]) => [name, JSON.parse(JSON.stringify(of))]));
  }), { numRuns: 100 });
});

test("what has no JSON, and a key that XML cannot hold, are left out", async () => {
  expect(await reopened([["f", undefined], ["\u0001", 1], ["\ud800", 1], ["", 1], ["kept", 1]])).toEqual([["kept", 1]]);
});

test("every part is declared, well-formed and found by its relations; the sheets are as they were", async () => {
  const bytes = await saveXlsx(bookWith(SETTINGS), OURS);
  expect((await readXlsx(bytes)).sheets[0]!.rows).toEqual([["客户"]]);
  const folder = mkdtempSync(join(tmpdir(), "open-account-settings-"));
  try {
    writeFileSync(join(folder, "a.xlsx"), bytes);
    const script = `
import sys, zipfile, posixpath
import xml.etree.ElementTree as ET
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
names = z.namelist()
assert len(names) == len(set(names))
for name in names: ET.fromstring(z.read(name))
types = {one.get("PartName"): one.get("ContentType") for one in ET.fromstring(z.read("[Content_Types].xml")) if one.get("PartName")}
for part in types: assert part[1:] in names, part
def follow(rels, kind, base):
    found = [one.get("Target") for one in ET.fromstring(z.read(rels)) if one.get("Type").endswith("/" + kind)]
    assert len(found) == 1, kind
    return posixpath.join(base, found[0])
panes = follow("_rels/.rels", "webextensiontaskpanes", "")
part = follow(posixpath.join(posixpath.dirname(panes), "_rels", posixpath.basename(panes) + ".rels"), "webextension", posixpath.dirname(panes))
print(types["/" + panes], types["/" + part])
root = ET.fromstring(z.read(part))
print([child.tag.split("}")[1] for child in root])
print(root[0].attrib)
print(root[2][0].attrib["value"])`;
    const [types, children, reference, value] = execFileSync("python3", ["-c", script, join(folder, "a.xlsx")], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } }).trim().split("\n");
    expect(types).toBe("application/vnd.ms-office.webextensiontaskpanes+xml application/vnd.ms-office.webextension+xml");
    expect(children).toBe("['reference', 'alternateReferences', 'properties', 'bindings', 'snapshot']"); // in the order of the schema
    expect(reference).toBe(`{'id': '${OURS.id}', 'version': '0.1.0.0', 'store': 'developer', 'storeType': 'Registry'}`);
    expect(JSON.parse(value!)).toEqual(SETTINGS[0]![1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const extension = (id: string, properties: string): string =>
  `<?xml version="1.0"?><x:webextension xmlns:x="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${id}}"><x:reference id='${id.toUpperCase()}' version="9.9.0.0" store="EXCatalog" storeType='EXCatalog' /><x:properties>${properties}</x:properties></x:webextension>`;
const fileWith = async (...parts: string[]): Promise<Uint8Array> => withFiles(await saveXlsx(bookWith([])), new Map(parts.map((xml, at) => [`xl/webextensions/webextension${at + 1}.xml`, xml])));

test("of a file of Excel's, our settings alone are read, and saved under the catalogue that it names", async () => {
  const file = await fileWith(extension("11111111-2222-4333-8444-555555555555", '<x:property name="theirs" value="1"/>'), extension(OURS.id, "<x:property value='&quot;&#x41;&#66;&lt;&quot;' name='ours'/><x:property name=\"odd\" value=\"no JSON\"/>"));
  const book = await openXlsx(file, "b.xlsx", OURS);
  expect(book.settings).toEqual([["ours", "AB<"], ["odd", "no JSON"]]);
  expect(notKeptSentence(book, "b.xlsx", "en")).toMatch(/settings of other add-ins/);
  const saved = await saveXlsx(book, OURS);
  expect(await textIn(saved, PART, 1e6)).toMatch(/version="0\.1\.0\.0" store="EXCatalog" storeType="EXCatalog"/);
  expect((await openXlsx(saved, "b.xlsx", OURS)).settings).toEqual(book.settings);
  expect((await openXlsx(file, "b.xlsx")).settings).toBeUndefined();
});

test.each([["broken", "<x:property name="], ["no settings at all", ""], ["a thousand thousand quotes", '"'.repeat(500_000)], ["a thousand thousand blanks", `<x:property${" ".repeat(500_000)}`], ["one larger than any", "x".repeat(3_000_000)]])("a part that is %s gives none", async (_what, properties) => {
  const book = await openXlsx(await fileWith(extension(OURS.id, properties)), "c.xlsx", OURS);
  expect(book.settings).toBeUndefined();
});

test("of a packed part no more is unpacked than settings may be long", async () => {
  const cells = Array.from({ length: 5_000 }, () => [{ value: 1 }, { value: 1 }]);
  const zip = await saveXlsx({ ...bookWith([]), sheets: [{ name: "S", cells }] });
  const sheet = "xl/worksheets/sheet1.xml";
  const whole = (await textIn(zip, sheet, 1e7))!;
  expect([whole.includes("<sheetData"), zip.length < whole.length / 5]).toEqual([true, true]);
  expect([await textIn(zip, sheet, whole.length), await textIn(zip, sheet, whole.length - 1), await textIn(zip, "no.xml", 1e7), namesIn(zip).includes(sheet)]).toEqual([whole, undefined, undefined, true]);
});
