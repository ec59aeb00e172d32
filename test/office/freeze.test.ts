import { excelHost } from "../../src/excel/excelHost";
import { freezeBook, restoreBook } from "../../src/pane/freeze/freezeBook";
import type { Host } from "../../src/pane/host";
import { wordsFor } from "../../src/pane/words";
import type { Evaluated, Evaluator } from "../../src/workbench/model/evaluator";
import { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host: formulas of ours become values, and formulas again. */
let office: OfficeWindow;
let host: Host;

const QUIET = { signal: new AbortController().signal, onProgress: (): void => undefined };

/** What each formula of the book below shows. */
const SHOWN: Readonly<Record<string, Evaluated>> = {
  "=AR.LEDGER(A1:C9)": { kind: "value", value: "2 invoices, 2 buyers to 2026-01-31 #0123456789abcdef00000" },
  "=AR.DSO(A1)": { kind: "value", value: 41.25 },
  "=AR.AGING(A1)": { kind: "spill", values: [["Buyer", "Total"], ["=HYPERLINK(1)", 200.5], ["001", ""]] },
  "=AR.CREDITSCORE(A1,\"X\")": { kind: "error", error: "#N/A" },
  "=SUM(D1#)": { kind: "value", value: 200.5 },
  "=NA()": { kind: "error", error: "#N/A" },
  "=1+1": { kind: "value", value: 2 },
};
const evaluator: Evaluator = { evaluate: (formula) => SHOWN[formula] ?? { kind: "error", error: "#NAME?" }, onArrived: () => () => undefined, pending: 0 };

const FORMULAS: readonly (readonly [row: number, column: number, formula: string])[] = [
  [0, 0, "=AR.LEDGER(A1:C9)"], [1, 0, "=AR.DSO(A1)"], [0, 3, "=AR.AGING(A1)"], [2, 0, "=AR.CREDITSCORE(A1,\"X\")"], [3, 0, "=SUM(D1#)"], [4, 0, "=1+1"],
];

beforeEach(() => {
  office = startOfficeWindow({ globals: true, port: new MemoryBook({ evaluator }) });
  Object.assign(globalThis, { Office: Object.create(office.Office, { context: { value: { displayLanguage: "en-US", partitionKey: undefined, officeTheme: undefined } } }) as typeof Office }); // what the loader would tell
  host = excelHost();
  const sheet = office.book.sheets()[0]!.id;
  for (const [row, column, formula] of FORMULAS) office.book.write({ sheet, row, column, rows: 1, columns: 1 }, [[formula]]);
});
afterEach(() => office.close());

async function shown(address: string): Promise<{ readonly values: unknown[][]; readonly formulas: unknown[][] }> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address).load("values,formulas");
    await context.sync();
    return { values: range.values as unknown[][], formulas: range.formulas as unknown[][] };
  });
}

test("every AR formula, and what reads its spill, becomes the value it shows; restored, all is as before", async () => {
  const before = await shown("A1:E5");
  expect(await freezeBook(host, undefined, wordsFor("en"), QUIET)).toEqual({ cells: 5, sheet: "Frozen formulas" });
  const frozen = await shown("A1:E5");
  expect(frozen.values).toEqual(before.values);
  expect(frozen.formulas.flat().filter((one) => String(one).startsWith("=") && one !== "=HYPERLINK(1)")).toEqual(["=NA()", "=1+1"]);
  expect((await shown("D2")).values).toEqual([["=HYPERLINK(1)"]]); // a text, whatever it begins with
  expect((await shown("D3")).values).toEqual([["001"]]);

  expect(await restoreBook(host, QUIET)).toEqual({ cells: 5, left: [] });
  const restored = await shown("A1:E5");
  expect(restored).toEqual(before);
  expect(office.book.sheets().map(({ name }) => name)).not.toContain("Frozen formulas");
});

test("a cell written over since stays, and is named; its formula stays on the sheet", async () => {
  await freezeBook(host, undefined, wordsFor("zh"), QUIET);
  const sheet = office.book.sheets()[0]!.id;
  office.book.write({ sheet, row: 1, column: 0, rows: 1, columns: 1 }, [[99]]);
  expect(await restoreBook(host, QUIET)).toEqual({ cells: 4, left: ["Sheet1!A2"] });
  expect((await shown("A2")).values).toEqual([[99]]);
  expect(office.book.sheets().map(({ name }) => name)).toContain("已冻结的公式");
});

test("the sheet of frozen formulas holds the day, the release, the ledger's text and no formula", async () => {
  const { sheet } = await freezeBook(host, undefined, wordsFor("en"), QUIET);
  const { values, formulas } = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange().load("values,formulas");
    await context.sync();
    return { values: range.values as unknown[][], formulas: range.formulas as unknown[][] };
  });
  expect(values.slice(3, 7).map(([label, value]) => [label, value])).toEqual([["As of", "no ledger was open"], ["Release", "0.1.0"], ["Ledger in Sheet1!A1", "2 invoices, 2 buyers to 2026-01-31 #0123456789abcdef00000"], ["The add-in started with the workbook", "no"]]);
  expect(values.slice(9).map((row) => row.slice(0, 5))).toContainEqual(["Sheet1", "D1", "=AR.AGING(A1)", 3, 2]);
  expect(formulas).toEqual(values); // texts
});

test("nothing is frozen twice, and nothing brought back that is not frozen", async () => {
  await expect(restoreBook(host, QUIET)).rejects.toMatchObject({ problem: { kind: "nothingFrozen" } });
  await freezeBook(host, undefined, wordsFor("en"), QUIET);
  await expect(freezeBook(host, undefined, wordsFor("en"), QUIET)).rejects.toMatchObject({ problem: { kind: "nothingToFreeze" } });
});
