import type { Source } from "../../src/pane/source";
import { newSource, openSource } from "../../src/pane/source";
import { paneChoices, policyGrid } from "../../src/pane/sourcePolicy";
import { problemOf, type Problem } from "../../src/pane/problem";
import type { Host } from "../../src/pane/host";
import type { Grid } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { CHINESE, INVOICES, invoicesHost, NEW_YEAR, QUIET, withCell } from "./books";

const open = (host: Host, source: Source) => openSource(host, source, "en", QUIET);

async function problem(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => Promise.reject(new Error("It should have failed")),
    (error: unknown) => problemOf(error),
  );
}

test("a table with its headings", async () => {
  const opened = await open(invoicesHost(), newSource("Invoices[#All]"));
  expect(opened.reading.ledger.documents.count).toBe(6);
  expect(opened).toMatchObject({ place: { sheet: "Sheet1", row: 0, column: 0 }, sheets: ["Sheet1"], rows: 7, columns: 7, fit: 7, asOf: undefined });
  expect(opened.sheet.columns.map(({ name }) => name)).toEqual(INVOICES[0]);
});

describe("a table without its headings", () => {
  test.each(["Invoices", "Invoices[#Data]", "invoices"])("%s: the hint is Invoices[#All]", async (reference) => {
    expect(await problem(open(invoicesHost(), newSource(reference)))).toMatchObject({ kind: "headless", table: "Invoices", reason: { code: "NO_HEADINGS" } });
  });

  test("a plain range without headings is refused with the reading's own sentence", async () => {
    expect(await problem(open(invoicesHost(), newSource("Sheet1!A2:G7")))).toMatchObject({ kind: "reason", reason: { code: "NO_HEADINGS" } });
  });
});

test("headings that lack something are handed to the user to choose from", async () => {
  const cells = withCell(INVOICES, 0, 5, "Brutto");
  const refused = await problem(open(invoicesHost({}, cells), newSource("Invoices[#All]")));
  expect(refused).toMatchObject({ kind: "reason", reason: { code: "MISSING_COLUMNS" }, place: { sheet: "Sheet1", row: 0, column: 0 } });
  expect(refused.kind === "reason" && refused.sheet?.columns.map(({ name }) => name)).toEqual(cells[0]);
  const settled = { ...newSource("Invoices[#All]"), choices: new Map([["field.amount", "Brutto"]]) };
  expect((await open(invoicesHost({}, cells), settled)).reading.ledger.documents.count).toBe(6);
});

describe("a connected formula", () => {
  const connected = (formula: string, more: readonly { name: string; cells: Grid }[] = []): MemoryHost => {
    const host = invoicesHost({ sheets: [{ name: "Sheet1", cells: INVOICES }, ...more] });
    host.connect("Ledger", formula);
    return host;
  };

  test("is followed from its name's cell to its range", async () => {
    const opened = await open(connected("=AR.LEDGER(Invoices[#All])"), newSource("Ledger"));
    expect(opened.reading.ledger.documents.count).toBe(6);
    expect(opened.place.sheet).toBe("Sheet1");
  });

  test.each([
    ["45700", 45700],
    ["DATE(2025,2,10)", NEW_YEAR + 40],
    ["Days!A1", NEW_YEAR + 50],
  ])("as of %s", async (asOf, day) => {
    const host = connected("=AR.LEDGER(Invoices[#All])", [{ name: "Days", cells: [[NEW_YEAR + 50]] }]);
    const source = newSource("Invoices[#All]");
    expect((await open(host, { ...source, call: { ...source.call, asOf } })).asOf).toBe(day);
  });

  test("of a calculation cannot be read by the pane, and says which", async () => {
    expect(await problem(open(connected("=AR.LEDGER(VSTACK(A1:B2,C1:D2))"), newSource("Ledger")))).toEqual({ kind: "computed", argument: "VSTACK(A1:B2,C1:D2)" });
  });

  test("of AR.JOIN is the ledger of its blocks; blanks are none, and no block at all is said", async () => {
    const opened = await open(connected("=AR.JOIN(Sheet1!A1:G4,Other!A1:G4,Z9)", [{ name: "Other", cells: [INVOICES[0]!, ...INVOICES.slice(4)] }]), newSource("Ledger"));
    expect([opened.reading.ledger.documents.count, opened.reads, opened.sheets]).toEqual([6, ["Sheet1!A1:G4", "Other!A1:G4"], ["Sheet1", "Other"]]);
    expect(await problem(open(connected("=AR.JOIN(Z8,Z9)"), newSource("Ledger")))).toMatchObject({ kind: "reason", reason: { code: "NEEDS_BLOCK" } });
  });

  test("of AR.JOIN whose blocks were given different things is refused as the formula is", async () => {
    const host = connected("=AR.JOIN(A5,A6)", [{ name: "Other", cells: [INVOICES[0]!, ...INVOICES.slice(4)] }]);
    host.formulas.set("Connection!4,0", "=AR.LEDGER(Sheet1!A1:G4,45700)");
    host.formulas.set("Connection!5,0", "=AR.LEDGER(Other!A1:G4,45701)");
    expect(await problem(open(host, newSource("Ledger")))).toMatchObject({ kind: "reason", reason: { code: "BLOCKS_DISAGREE", with: { block: 2, first: 1, argument: "asOf" } } });
  });

  test("that leads to itself ends", async () => {
    expect((await problem(open(connected("=AR.LEDGER(Ledger)"), newSource("Ledger")))).kind).toBe("reason");
  });

  test("reads its policy; what is settled in the pane wins", async () => {
    const host = connected("=AR.LEDGER(Invoices[#All])", [{ name: "Policy", cells: [["key", "value"], ["lateAfter", 30], ["grace", 2]] }]);
    const source = newSource("Invoices[#All]");
    const opened = await open(host, { ...source, call: { ...source.call, policy: "Policy!A1:B3" }, choices: new Map([["lateAfter", "10"]]) });
    expect(opened.reading.policy).toMatchObject({ lateAfter: 10, grace: 2 });
  });
});

test("a workbook that counts from 1904 says so in the policy, and its days are the same days", async () => {
  const cells = INVOICES.map((row, at) => (at === 0 ? row : row.map((cell, column) => (column === 3 || column === 4 || column === 6 ? (cell === "" ? "" : (cell as number) - 1462) : cell))));
  const opened = await open(invoicesHost({ dateSystem: 1904 }, cells), newSource("Invoices[#All]"));
  const plain = await open(invoicesHost(), newSource("Invoices[#All]"));
  expect(opened.reading.ledger.lastDay).toBe(plain.reading.ledger.lastDay);
});

test("what the pane adds to the policy of a ledger it will write", () => {
  const source = { ...newSource("X"), choices: new Map([["currency", "USD"]]) };
  expect(policyGrid(paneChoices(source, "zh", 1904))).toEqual([["key", "value"], ["currency", "USD"], ["dateSystem", "1904"], ["language", "zh"]]);
  expect(paneChoices({ ...source, name: "Ledger" }, "zh", 1904)).toEqual(source.choices);
});

test("a Chinese ledger", async () => {
  const host = new MemoryHost({ sheets: [{ name: "应收", cells: CHINESE }] });
  const opened = await open(host, newSource("应收!A1:G3"));
  expect(opened.reading.ledger.buyers.name).toEqual(["北方机械", "南海贸易"]);
});

test("a heading the user settles on is taken from the field that claimed it", async () => {
  const source = { ...newSource("Invoices[#All]"), choices: new Map([["field.settledDate", "Due Date"]]) };
  const { columns } = (await open(invoicesHost(), source)).reading;
  expect(columns.find(({ field }) => field === "settledDate")?.heading).toBe("Due Date");
  expect(columns.some(({ field }) => field === "dueDate")).toBe(false);
});
