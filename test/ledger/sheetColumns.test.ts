import { fingerprintWith, sheetColumns } from "../../src/ledger/sheetColumns";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Grid } from "../../src/values/cell";

const NONE: ReadonlyMap<string, string> = new Map();
const names = (grid: Grid, chosen = NONE): string[] | undefined => sheetColumns(grid, chosen)?.columns.map(({ name }) => name);

const BOOK: Grid = [
  ["Open items", "", "", "", ""],
  ["Customer", "Invoice Date", "Amount", "Amount", ""],
  ["North", 45658, 100, "", "x"],
  ["South", 45660, "", 80, "y"],
];

test("columns as they can be named, each with what stands below; a column without a heading has no name", () => {
  expect(sheetColumns(BOOK, NONE)).toMatchObject({
    row: 1,
    columns: [
      { index: 0, name: "Customer", heading: "Customer", sample: ["North", "South"] },
      { index: 1, name: "Invoice Date", sample: [45658, 45660] },
      { index: 2, name: "Amount #1", heading: "Amount", sample: [100] },
      { index: 3, name: "Amount #2", heading: "Amount", sample: [80] },
    ],
  });
});

test("every name is one that field.NAME takes for this very column", () => {
  for (const { index, name } of sheetColumns(BOOK, NONE)!.columns.slice(2)) {
    const { columns } = readLedger(BOOK, { policy: { ...DEFAULT_POLICY, fields: new Map([["amount", name]]) } });
    expect([name, columns.find(({ field }) => field === "amount")?.index]).toEqual([name, index]);
  }
});

test("two rows of headings are named together", () => {
  const grid: Grid = [["Customer", "Document", "", "Amount", ""], ["", "No", "Date", "Original", "Open"], ["North", "F-1", 45658, 100, 40]];
  expect(names(grid)).toEqual(["Customer", "Document No", "Document Date", "Amount Original", "Amount Open"]);
});

test("where no heading is known, the row of most texts stands for them", () => {
  const grid: Grid = [["Liste"], ["Kunde", "Rechnung", "Datum", "Betrag"], ["Nord", "R-1", 45658, 100], ["Sued", "R-2", 45659, 90]];
  expect(sheetColumns(grid, NONE)).toMatchObject({ row: 1, taken: [] });
  expect(names(grid)).toEqual(["Kunde", "Rechnung", "Datum", "Betrag"]);
  expect(sheetColumns([["alone"], [1, 2]], NONE)).toBeUndefined();
  expect(sheetColumns([], NONE)).toBeUndefined();
});

test("hostile headings: no letter, too long, a prototype's name", () => {
  expect(names([["__proto__", "---", "x".repeat(1000), "Customer", "Invoice Date", "Amount"], ["a", "b", "c", "North", 45658, 1]])).toEqual(["__proto__", "Customer", "Invoice Date", "Amount"]);
});

test("the fingerprint is the reading's own, with the choices that made it readable", () => {
  const grid: Grid = [["Kunde", "Datum", "Betrag"], ["Nord", 45658, 100]];
  const chosen = new Map([["buyerName", "Kunde"], ["docDate", "Datum"], ["amount", "Betrag"]]);
  expect(fingerprintWith(grid, NONE)).toBeUndefined();
  expect(fingerprintWith(grid, chosen)).toBe(readLedger(grid, { policy: { ...DEFAULT_POLICY, fields: chosen } }).headingsFingerprint);
  expect(fingerprintWith(grid.map((row) => [...row, "more"]), chosen)).not.toBe(fingerprintWith(grid, chosen));
});
