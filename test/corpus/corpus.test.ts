/**
 * Exports of receivables made from known truth, read as the add-in reads them. At least 98 % of the columns that matter are taken for what
 * they are, no figure differs from the truth without an issue that covers it, and only what nobody could read is refused.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "./corpus";
import { judge } from "./judge";
import { count, mappedOf, table } from "./table";

const sheets = corpus();
const reports = sheets.map(judge);

beforeAll(() => process.stdout.write(`${table(reports)}\n`));

describe("the corpus", () => {
  test("has at least 60 sheets, each of its own name, of every system, in both languages", () => {
    const systems = ["SAP FBL5N", "Oracle EBS", "NetSuite", "QuickBooks", "Xero", "Sage 50", "Sage Intacct", "Business Central", "Dynamics 365 Finance", "Odoo", "ERPNext", "用友 U8", "用友 NC", "金蝶 K/3", "金蝶 云星空"];
    expect(new Set(sheets.map(({ name }) => name)).size).toBe(sheets.length);
    expect(sheets.length).toBeGreaterThanOrEqual(60);
    expect(systems.filter((system) => !sheets.some((one) => one.system === system))).toEqual([]);
    const both = ["SAP FBL5N", "Oracle EBS", "NetSuite", "Business Central", "Dynamics 365 Finance", "Odoo", "ERPNext", "金蝶 云星空"];
    expect(both.filter((system) => new Set(sheets.filter((one) => one.system === system).map(({ language }) => language)).size < 2)).toEqual([]);
    expect(sheets.filter(({ dirt }) => dirt.length === 0).map(({ name }) => name)).toEqual([]);
  });

  test("is the same at every call", () => {
    expect(JSON.stringify(corpus())).toBe(JSON.stringify(sheets));
  });

  test("is made without the reader: only its judge imports more than types from the sources", () => {
    const files = ["", "exports"].flatMap((folder) => readdirSync(join(__dirname, folder)).filter((name) => name.endsWith(".ts")).map((name) => join(__dirname, folder, name)));
    const users = files.filter((path) => /^import (?!type )[^;]*from "[./]+src\//m.test(readFileSync(path, "utf8")));
    expect(users.map((path) => path.slice(__dirname.length + 1))).toEqual(["judge.ts"]);
  });
});

describe("read by the add-in", () => {
  test("at least 98 % of the columns that matter are mapped", () => {
    const { mapped, expected } = mappedOf(reports);
    const astray = reports.flatMap(({ sheet, refused, strayColumns }) => (refused !== undefined && sheet.refused === "never" ? [`${sheet.name}: refused, ${refused}`] : strayColumns.map((one) => `${sheet.name}: ${one}`)));
    expect(mapped / expected < 0.98 ? astray : []).toEqual([]);
  });

  test("no figure is wrong in silence", () => {
    const silent = reports.flatMap(({ sheet, figures }) => figures.filter(({ verdict }) => verdict === "silent").map(({ name, truth, read }) => `${sheet.name}: ${name}: true ${truth}, read ${read}`));
    expect(silent).toEqual([]);
  });

  test("refused is what nobody could read, and nothing else", () => {
    const unexpected = reports.filter(({ sheet, refused }) => (refused === undefined ? sheet.refused === "must" : sheet.refused === "never"));
    expect(unexpected.map(({ sheet, refused }) => `${sheet.name}: ${refused ?? "read"}`)).toEqual([]);
  });

  test("a sheet that could be read wrong was looked at: every one that was read has figures that are right", () => {
    const nothing = reports.filter(({ refused, sheet }) => refused === undefined && sheet.lines.length > 0).filter((report) => count(report, "equal") === 0);
    expect(nothing.map(({ sheet }) => sheet.name)).toEqual([]);
  });
});
