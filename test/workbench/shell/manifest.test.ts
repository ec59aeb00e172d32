/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ManifestError, readManifest } from "../../../src/workbench/shell/manifest";

const xml = readFileSync(join(__dirname, "../../../manifest.xml"), "utf8");

test("the ribbon in English: a label, a tip, an icon and an action for every button", () => {
  const manifest = readManifest(xml, "en-US", "/addin/");
  expect(manifest.namespace).toBe("AR");
  expect([manifest.id, manifest.version]).toEqual([/<Id>(.*)<\/Id>/.exec(xml)![1], /<Version>(.*)<\/Version>/.exec(xml)![1]]);
  expect(manifest.paneAddress).toBe("/addin/taskpane.html");
  expect(manifest.metadataAddress).toBe("/addin/functions.json");
  expect(manifest.groups).toHaveLength(1);
  for (const button of manifest.groups[0]!.buttons) {
    expect(button.label).not.toBe("");
    expect(button.tip).not.toBe("");
    expect(button.icon).toMatch(/^\/addin\/assets\/.+\.png$/);
  }
  expect(manifest.groups[0]!.buttons.some(({ functionName }) => functionName === undefined)).toBe(true);
  expect(manifest.groups[0]!.buttons.some(({ functionName }) => functionName === "connectLedger")).toBe(true);
});

test("the ribbon in Chinese, and functions-zh-cn.json beside it", () => {
  const manifest = readManifest(xml, "zh-CN", "/addin/");
  expect(manifest.metadataAddress).toBe("/addin/functions-zh-cn.json");
  for (const { label, tip } of manifest.groups[0]!.buttons) {
    expect(label).toMatch(/[\u4e00-\u9fff]/);
    expect(tip).toMatch(/[\u4e00-\u9fff]/);
  }
});

test("what is no XML is said", () => {
  expect(() => readManifest("<OfficeApp>", "en-US", "/addin/")).toThrow(ManifestError);
});
