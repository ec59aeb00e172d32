/**
 * Exports of receivables made from known truth, read as the add-in reads them. At least 98 % of the columns that matter are taken for what
 * they are, no figure differs from the truth without an issue that covers it, and only what nobody could read is refused.
 * One sheet in full, with its issues and what differs: `npx tsx test/corpus/show.ts NAME`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell } from "../../src/values/cell";
import { NONE } from "./calendar";
import { corpus } from "./corpus";
import { judge } from "./judge";
import type { Sheet } from "./sheet";
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

  test("knows no more than each sheet shows", () => {
    const told = sheets.filter(({ refused }) => refused !== "must").flatMap(({ name, lines, columns, payments }) => {
      const shows = (...fields: string[]): boolean => columns.some(({ field }) => field.split("|").some((one) => fields.includes(one)));
      const needs: readonly (readonly [string, boolean, boolean])[] = [
        ["a due date", lines.some(({ due }) => due !== NONE), shows("dueDate", "terms")],
        ["a currency", lines.some(({ currency }) => currency !== "XXX"), shows("currency", "localCurrency")],
        ["a settled date", lines.some(({ settled }) => settled.some(({ day }) => day !== NONE)), shows("settledDate") || payments !== undefined],
        ["what is settled", lines.some(({ settled }) => settled.some(({ day }) => day === NONE)), shows("open", "paid", "credited")],
      ];
      return needs.filter(([, known, shown]) => known && !shown).map(([what]) => `${name}: ${what}`);
    });
    expect(told).toEqual([]);
  });

  test("is made without the reader: only its judge imports more than types from the sources", () => {
    const files = ["", "exports"].flatMap((folder) => readdirSync(join(__dirname, folder)).filter((name) => name.endsWith(".ts")).map((name) => join(__dirname, folder, name)));
    const users = files.filter((path) => /^import (?!type )[^;]*from "[./]+src\//m.test(readFileSync(path, "utf8")));
    expect(users.map((path) => path.slice(__dirname.length + 1))).toEqual(["judge.ts"]);
  });
});

describe("the judge", () => {
  const sheet = sheets.find(({ name }) => name === "hand-en-unsigned")!;
  const withCell = (field: string, change: (cell: Cell) => Cell): Sheet => {
    const { index } = sheet.columns.find((column) => column.field === field)!;
    return { ...sheet, grid: sheet.grid.map((row, r) => (r === 3 ? row.map((cell, c) => (c === index ? change(cell) : cell)) : row)) };
  };

  test("sees a cent that no issue mentions: open, overdue, age, what was invoiced, the buyer's balance, three month ends", () => {
    expect([count(judge(sheet), "silent"), count(judge(withCell("amount", (units) => (units as number) + 0.01)), "silent")]).toEqual([0, 8]);
  });

  test("forgives the same figures when an issue of the row gives its money, and the count of documents", () => {
    const report = judge(withCell("docDate", () => "soon"));
    expect([count(report, "silent"), count(report, "doubted")]).toEqual([0, 9]);
  });
});

describe("read by the add-in", () => {
  test("at least 98 % of the columns that matter are mapped", () => {
    const { mapped, expected } = mappedOf(reports);
    const astray = reports.flatMap(({ sheet, refused, strayColumns }) => (refused !== undefined && sheet.refused === "never" ? [`${sheet.name}: refused, ${refused}`] : strayColumns.map((one) => `${sheet.name}: ${one}`)));
    expect(mapped / expected < 0.98 ? astray : []).toEqual([]);
  });

  test("no figure is wrong in silence", () => {
    const silent = reports.flatMap((report) => {
      const first = report.figures.find(({ verdict }) => verdict === "silent");
      return first === undefined ? [] : [`${report.sheet.name}: ${count(report, "silent")}, such as ${first.name}: true ${first.truth}, read ${first.read}`];
    });
    expect(silent).toEqual([]);
  });

  test("refused is what nobody could read, and nothing else", () => {
    const unexpected = reports.filter(({ sheet, refused }) => (refused === undefined ? sheet.refused === "must" : sheet.refused === "never"));
    expect(unexpected.map(({ sheet, refused }) => `${sheet.name}: ${refused ?? "read"}`)).toEqual([]);
  });

  test("no sheet passes for want of figures", () => {
    const nothing = reports.filter(({ refused, sheet }) => refused === undefined && sheet.lines.length > 0).filter((report) => count(report, "equal") === 0);
    expect(nothing.map(({ sheet }) => sheet.name)).toEqual([]);
  });
});
