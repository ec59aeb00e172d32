import type { Grid } from "../../src/values/cell";
import { candidatesIn, connectedIn, sourceOfCandidate, sourceOfNamed } from "../../src/pane/candidates";
import type { Area } from "../../src/pane/host";
import { CHINESE, INVOICES } from "./books";

function area(head: Grid, name = "", rows = head.length): Area {
  return { reference: name === "" ? `Sheet1!A1:J${String(rows)}` : `${name}[#All]`, table: name, place: { sheet: "Sheet1", row: 0, column: 0 }, rows, columns: head[0]?.length ?? 0, head };
}

const RECEIPTS: Grid = [["Invoice No", "Customer No", "Payment Date", "Amount"], ["F-1", "C-1", 45690, 10]];
const BUYERS: Grid = [["Customer No", "Customer Name", "Country", "Insured Limit"], ["C-1", "North", "DE", 1000]];
const SUMMARY: Grid = [["Report of the month", ""], ["made by hand", 12]];

describe("what an area looks like", () => {
  test.each([
    ["an invoice list", INVOICES, "ledger", []],
    ["a Chinese one", CHINESE, "ledger", []],
    ["titles above the headings", [["Receivables report"], [""], ...INVOICES], "ledger", []],
    ["receipts", RECEIPTS, "payments", ["date"]],
    ["facts about buyers", BUYERS, "buyers", ["date", "money"]],
    ["a summary", SUMMARY, "other", ["buyer", "date", "money"]],
    ["headings alone", [INVOICES[0]!], "other", []],
    ["data without headings", INVOICES.slice(1), "other", ["buyer", "date", "money"]],
    ["nothing", [[]], "other", ["buyer", "date", "money"]],
    ["hostile headings", [["__proto__", "constructor", "x".repeat(100_000)], [1, 2, 3]], "other", ["buyer", "date", "money"]],
  ] as const)("%s", (_, head, role, lacks) => {
    const [candidate] = candidatesIn([area(head)]);
    expect(candidate).toMatchObject({ role, lacks });
  });

  test("ledgers come first, the largest first", () => {
    const found = candidatesIn([area(SUMMARY), area(RECEIPTS, "Receipts"), area(INVOICES, "Small", 10), area(INVOICES, "Large", 900)]);
    expect(found.map(({ area: { table } }) => table)).toEqual(["Large", "Small", "Receipts", ""]);
  });
});

describe("what a ledger is read from", () => {
  test("the only table of receipts and of buyers is taken along", () => {
    const all = candidatesIn([area(INVOICES, "Invoices"), area(RECEIPTS, "Receipts"), area(BUYERS, "Buyers")]);
    expect(sourceOfCandidate(all[0]!, all).call).toEqual({ invoices: "Invoices[#All]", asOf: "", payments: "Receipts[#All]", buyers: "Buyers[#All]", policy: "" });
  });

  test("of two tables of receipts none is", () => {
    const all = candidatesIn([area(INVOICES, "Invoices"), area(RECEIPTS, "R2024"), area(RECEIPTS, "R2025")]);
    expect(sourceOfCandidate(all[0]!, all).call.payments).toBe("");
  });

  test("a connected ledger: its name, and its addresses with their sheet", () => {
    const named = { name: "Ledger", place: { sheet: "My ledger", row: 2, column: 1 }, formula: "=AR.LEDGER(Invoices[#All],B1,,,$A$7:$B$9)", value: "2 invoices" };
    expect(connectedIn([named, { ...named, formula: "=SUM(A1)" }])).toEqual([named]);
    expect(sourceOfNamed(named)).toEqual({
      name: "Ledger",
      cell: named.place,
      call: { invoices: "Invoices[#All]", asOf: "'My ledger'!B1", payments: "", buyers: "", policy: "'My ledger'!$A$7:$B$9" },
      choices: new Map(),
    });
    expect(sourceOfNamed({ ...named, formula: "=AR.JOIN(A1,A2)" })).toMatchObject({ name: "Ledger", cell: named.place, call: { invoices: "'My ledger'!B3", policy: "" } });
  });
});
