/** @jest-environment jsdom */
/** The public list of country classes into the facts about buyers: made-up countries, and nothing but that column is written. */
import { screen } from "@testing-library/react";
import { readCountryClasses } from "../../src/ledger/countryClasses";
import { candidatesIn } from "../../src/pane/candidates";
import { countryClassPlan } from "../../src/pane/countryClassPlan";
import { classInList } from "../../src/pane/countryNames";
import { wordsFor } from "../../src/pane/words";
import type { Grid } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { INVOICES } from "./books";
import { quietPane, type QuietPane } from "./paneSession";
import { renderPane, textOf } from "./renderPane";

const LIST: Grid = [
  ["Country Risk Classifications"],
  ["", "Country Code ISO Alpha 3", "Country Name (1)", "Classification", "", "Notes"],
  ["", "", "", "Previous", "Current Prevailing", ""],
  [1, "AAA", "Alvania", 6, 7, ""],
  [2, "BBB", "Borduria", 0, 0, ""],
  [3, "CCC", "Costaguana", "-", "-", "(4)"],
  [4, "DDD", "Dinotopia", "-", "-", "(5)"],
  ["(4) High Income OECD country not reviewed or classified"],
  ["(5) Not reviewed or classified"],
];
const FACTS: Grid = [
  ["Customer No", "Country"],
  ["C-1", "Alvania"],
  ["C-2", "ccc"],
  ["C-3", "=cmd|' /C calc'!A0"],
  ["C-4", "Dinotopia"],
  ["C-5", ""],
];

interface Book {
  readonly facts?: Grid;
  readonly list?: Grid;
  readonly asTable?: boolean;
  readonly language?: "en" | "zh";
}

function bookOf({ facts = FACTS, list = LIST, asTable = true, language = "en" }: Book = {}): MemoryHost {
  const table = (name: string, cells: Grid): { name: string; sheet: string; row: number; column: number; rows: number; columns: number } => ({ name, sheet: name, row: 0, column: 0, rows: cells.length, columns: cells[0]!.length });
  return new MemoryHost({
    language,
    sheets: [{ name: "Invoices", cells: INVOICES }, { name: "Facts", cells: facts }, ...(list.length === 0 ? [] : [{ name: "OECD", cells: list }])],
    tables: [table("Invoices", INVOICES), ...(asTable ? [table("Facts", facts)] : [])],
  });
}

const LIST_AT = "OECD!A1:F9";
const column = (host: MemoryHost, at: number): unknown[] => host.sheets.get("Facts")!.map((row) => row[at]);
const classOf = (pane: QuietPane): unknown[] => pane.opened().reading.ledger.buyers.facts.map((facts) => facts?.get("countryClass"));

describe("what is found", () => {
  const roleOf = (head: Grid): string => candidatesIn([{ reference: "X!A1", table: "", place: { sheet: "X", row: 0, column: 0 }, rows: head.length, columns: 6, head }])[0]!.role;
  test.each<[string, Grid, string]>([
    ["the list as it is printed", LIST, "countries"],
    ["as a plain table", [["Country", "Class"], ["Alvania", 4]], "countries"],
    ["in Chinese", [["国家", "等级"], ["甲国", 4]], "countries"],
    ["with a country twice, which is said when it is read", [["Country", "Class"], ["Alvania", 4], ["Alvania", 5]], "countries"],
    ["facts about buyers with a class each", [["Customer No", "Country", "Country class"], ["C-1", "Alvania", 7]], "buyers"],
    ["sales by country", [["Country", "Category", "Sales"], ["Alvania", "Toys", 100]], "other"],
    ["invoices", INVOICES, "ledger"],
  ])("%s", (_, head, role) => expect(roleOf(head)).toBe(role));
});

describe("one click", () => {
  test("a column Country class beside the table of buyers, in three states; what the list lacks stays blank and is named", async () => {
    const host = bookOf();
    const pane = await quietPane(host);
    await pane.actions.countryClasses(LIST_AT);
    expect(column(host, 2)).toEqual(["Country class", 7, "High income", undefined, "Not classified", undefined]);
    expect(classOf(pane)).toEqual(["7", "highIncome", undefined]);
    expect(pane.session()).toMatchObject({ job: undefined, stale: false, notice: { kind: "countries", classed: 3, sheet: "Facts", unlisted: ["=cmd|' /C calc'!A0"], kept: [], formulas: [], unread: [] } });
    expect(host.tables.find(({ name }) => name === "Facts")).toMatchObject({ rows: 6, columns: 3 });
    expect(pane.opened().source.call.buyers).toBe("Facts[#All]");
    expect(host.formulas.size).toBe(0);
    expect(host.sheets.get("Facts")!.map((row) => row.slice(0, 2))).toEqual(FACTS);
    expect(host.sheets.get("OECD")).toEqual(LIST);
  });

  test("in Chinese the words are read again as what they are", async () => {
    const host = bookOf({ language: "zh", facts: [["客户编号", "国家"], ["C-1", "Borduria"], ["C-2", "Costaguana"], ["C-3", "Dinotopia"]] });
    const pane = await quietPane(host);
    await pane.actions.countryClasses(LIST_AT);
    expect(column(host, 2)).toEqual(["国家风险等级", 0, "高收入国家", "未分类"]);
    expect(classOf(pane)).toEqual(["0", "highIncome", "notClassified"]);
  });

  test("a range by its address grows by the column, and the connected ledger has to be updated", async () => {
    const host = bookOf({ asTable: false });
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,,Facts!A1:B6)");
    const pane = await quietPane(host);
    await pane.actions.countryClasses(LIST_AT);
    expect(pane.opened().source).toMatchObject({ name: "Ledger", changed: true, call: { buyers: "Facts!A1:C6" } });
    await pane.actions.update();
    expect([...host.formulas.values()]).toEqual(["=AR.LEDGER(Invoices[#All],,,Facts!A1:C6)"]);
    expect(classOf(pane)).toEqual(["7", "highIncome", undefined]);
  });

  test("where cells beside the range are in use, if only by a formula that shows nothing, not a cell is written", async () => {
    for (const formula of [false, true]) {
      const host = bookOf({ facts: FACTS.map((row, at) => (at === 5 ? [...row, formula ? "" : "mine"] : row)) });
      if (formula) host.formulas.set("Facts!5,2", '=IF(A1="","","")');
      const pane = await quietPane(host);
      await pane.actions.countryClasses(LIST_AT);
      expect(pane.session().notice).toMatchObject({ kind: "failed", job: "countries", problem: { kind: "noRoom", reference: "Facts[#All]", column: "Country class" } });
      expect(host.changed).toEqual([]);
    }
  });

  test("where no country is in the list no column is added", async () => {
    const host = bookOf({ facts: [["Customer No", "Country"], ["C-1", "Freedonia"], ["C-2", "FREEDONIA"], ["C-3", "#N/A"]] });
    const pane = await quietPane(host);
    await pane.actions.countryClasses(LIST_AT);
    expect(pane.session().notice).toMatchObject({ kind: "countries", classed: 0, unlisted: ["FREEDONIA", "#N/A"] });
    expect(host.changed).toEqual([]);
  });

  test("a list that says two things of a country is refused by its rows; rows without a class are said as the sheet counts them", async () => {
    const twice = bookOf({ list: [["Country", "Class"], ["Alvania", 4], ["Alvania", 5]] });
    const pane = await quietPane(twice);
    await pane.actions.countryClasses("OECD!A1:B3");
    expect(pane.session().notice).toMatchObject({ kind: "failed", job: "countries", problem: { reason: { code: "COUNTRY_TWICE", with: { row: 3, first: 2 } } } });
    expect(twice.changed).toEqual([]);
    const unread = await quietPane(bookOf({ list: [["", ""], ["Country", "Class"], ["Alvania", 4], ["Borduria", "high"]] }));
    await unread.actions.countryClasses("OECD!A2:B4");
    expect(unread.session().notice).toMatchObject({ kind: "countries", classed: 1, unread: [4] });
  });
});

describe("where classes stand already", () => {
  const CLASSED: Grid = [
    ["Customer No", "Country class", "Country"],
    ["C-1", "", "Alvania"],
    ["C-2", "3", "Borduria"],
    ["C-3", "high-income", "Costaguana"],
    ["C-4", "", "Borduria"],
    ["C-5", 5, "Freedonia"],
  ];

  test("blanks are filled; another class and a formula stay, and are named", async () => {
    const host = bookOf({ facts: CLASSED });
    host.formulas.set("Facts!4,1", '=IFERROR(XLOOKUP(C5,X:X,Y:Y),"")');
    const pane = await quietPane(host);
    await pane.actions.countryClasses(LIST_AT);
    expect(column(host, 1)).toEqual(["Country class", 7, "3", "high-income", "", 5]);
    expect(pane.session().notice).toMatchObject({ classed: 2, kept: ["C-2"], formulas: ["C-4"], unlisted: ["Freedonia"] });
    expect(host.formulas.size).toBe(1);
  });

  test("asked once more, another class gives way, a formula never", async () => {
    const host = bookOf({ facts: CLASSED });
    host.formulas.set("Facts!4,1", '=""');
    const pane = await quietPane(host);
    await pane.actions.countryClasses(LIST_AT, true);
    expect(column(host, 1)).toEqual(["Country class", 7, 0, "high-income", "", 5]);
    expect(pane.session().notice).toMatchObject({ classed: 3, kept: [], formulas: ["C-4"] });
    await pane.actions.countryClasses(LIST_AT, true);
    expect(host.changed).toHaveLength(1);
  });
});

describe("whatever the cells hold", () => {
  const list = readCountryClasses(LIST);
  const planOf = (grid: Grid, reference = "Facts[#All]") => countryClassPlan(list, reference, { body: "", place: { sheet: "Facts", row: 2, column: 1 }, grid, formula: "" }, { over: false, isFormula: () => false }, wordsFor("en"));

  test("numbers and two words alone are written, below titles and where the range begins", () => {
    const { plan, unlisted, needsEmpty } = planOf([["Facts about buyers"], ["Customer Name", "Country"], ["=1+1", "AAA"], ["__proto__", "__proto__"], ["+2", "@SUM(A1)"], ["x".repeat(1_000_000), "y".repeat(1_000_000)], ["Z", "Dinotopia"], ["", "BBB"]]);
    expect(plan).toEqual({
      sheet: "Facts",
      cells: [{ row: 3, column: 3, value: "Country class", format: "General" }],
      blocks: [{ row: 4, column: 3, values: [[7]] }, { row: 8, column: 3, values: [["Not classified"]] }],
      table: { name: "Facts", rows: 8, columns: 3 },
    });
    expect(unlisted).toEqual(["__proto__", "@SUM(A1)", `${"y".repeat(30)}…`]);
    expect(needsEmpty).toEqual([{ row: 2, column: 3, rows: 8, columns: 1 }]);
  });

  test("whole columns cannot grow, and say so; with a column for it they can be written into", () => {
    expect(() => planOf([["Customer No", "Country"], ["C-1", "AAA"]], "Facts!A:B")).toThrow(expect.objectContaining({ problem: { kind: "noRoom", reference: "Facts!A:B", column: "Country class" } }) as Error);
    expect(planOf([["Customer No", "Country", "Country class"], ["C-1", "AAA", ""]], "Facts!A:C")).toMatchObject({ reference: "Facts!A:C", classed: 1, plan: { cells: [], blocks: [{ row: 3, column: 3, values: [[7]] }] } });
  });

  test("60,000 buyers are one pass and one block", () => {
    const { plan, classed } = planOf([["Customer No", "Country"], ...Array.from({ length: 60_000 }, (_, at) => [`C-${String(at)}`, "AAA"])]);
    expect([classed, plan!.blocks!.length]).toEqual([60_000, 1]);
  });
});

describe("a country by another of its names", () => {
  /** classes made up */
  const BY_CODE: Grid = [["ISO alpha 3", "Class"], ["NOR", 1], ["FIN", "High income"], ["VNM", 2], ["COD", 3], ["COG", 4], ["GBR", 5]];

  test.each([
    ["NO", "1"], ["no", "1"], ["NOR", "1"], ["Norway", "1"], ["挪威", "1"],
    ["FI", "highIncome"], ["芬兰", "highIncome"],
    ["Vietnam", "2"], ["越南", "2"], ["CD", "3"], ["CG", "4"], ["UK", "5"], ["英国", "5"],
    ["SE", undefined], ["Congo", undefined], ["__proto__", undefined], ["", undefined], [5, undefined], ["x".repeat(1_000_000), undefined],
  ])("%s", (country, state) => {
    expect(classInList(readCountryClasses(BY_CODE), country)).toBe(state);
  });

  test("a list by names is found by a code; what the list itself says of a name comes first", () => {
    const list = readCountryClasses([["国家", "等级"], ["挪威", 1], ["NO", 6]]);
    expect([classInList(list, "NOR"), classInList(list, "NO"), classInList(list, "Norway")]).toEqual(["6", "6", "6"]);
    expect(classInList(readCountryClasses([["国家", "等级"], ["挪威", 1]]), "NO")).toBe("1");
  });
});

describe("in the pane", () => {
  test("the list is offered, the click says what came of it, and what says otherwise is asked for again", async () => {
    const facts: Grid = [["Customer No", "Country", "Country class"], ["C-1", "Alvania", ""], ["C-2", "Borduria", 3], ["C-3", "Freedonia", ""]];
    const host = bookOf({ facts });
    const user = renderPane(host);
    await user.click(await screen.findByRole("button", { name: "Write the country classes" }));
    const status = textOf(await screen.findByText(/On the sheet Facts, 1 buyer has the country class of the list\./));
    expect(status).toContain("Countries that the list lacks, left as they are (1): Freedonia.");
    expect(status).toContain("Another class stands there, and stays (1): C-2.");
    await user.click(screen.getByRole("button", { name: "Take the list's class for the 1 other too" }));
    expect(await screen.findByText(/2 buyers have the country class/)).toBeTruthy();
    expect(column(host, 2)).toEqual(["Country class", 7, 0, ""]);
    expect(screen.queryByRole("button", { name: /^Take the list's class/ })).toBeNull();
  });

  test("without a list it says where to get one, and finds it when it is there", async () => {
    const host = bookOf({ list: [] });
    const user = renderPane(host);
    expect(await screen.findByText(/Open the public OECD list of country risk classifications/)).toBeTruthy();
    host.sheets.set("OECD", LIST.map((row) => [...row]));
    await user.click(screen.getByRole("button", { name: "Look again" }));
    expect(await screen.findByRole("button", { name: "Write the country classes" })).toBeTruthy();
  });

  test("in Chinese; and buyers without a country say what they lack", async () => {
    renderPane(bookOf({ language: "zh", facts: [["客户编号", "行业"], ["C-1", "钢铁"]] }));
    expect(await screen.findByText("写入国家风险等级需要客户资料中有“国家”一列。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "写入国家风险等级" })).toBeNull();
  });

  test("a workbook without facts about buyers or a list has none of it", async () => {
    renderPane(new MemoryHost({ sheets: [{ name: "Invoices", cells: INVOICES }] }));
    await screen.findByText("6 documents of 3 buyers");
    expect(screen.queryByRole("heading", { name: "Country class" })).toBeNull();
  });
});
