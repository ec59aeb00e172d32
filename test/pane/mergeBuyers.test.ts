import { readLedger } from "../../src/ledger/readLedger";
import { mergePlan, type MergePlan } from "../../src/pane/mergeBuyers";
import { wordsFor } from "../../src/pane/words";
import type { Grid } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { quietPane } from "./paneSession";

const words = wordsFor("en");

const BOOK: Grid = [
  ["Customer No", "Customer Name", "Invoice No", "Invoice Date", "Due Date", "Amount", "Settled Date"],
  ["7", "Nordwind GmbH", "F-1", 45658, 45688, 100, 45690],
  ["=cmd|' /C calc'!A0", "NORDWIND G.m.b.H.", "F-2", 45659, 45689, 20, ""],
  ["8", "South Trade", "F-3", 45660, 45690, 5, ""],
];
const { buyers } = readLedger(BOOK).ledger;
const MERGE = { members: [0, 1], parent: 0 };

function plan(grid?: Grid, reference = "Facts!C2:E4"): MergePlan {
  const block = grid === undefined ? undefined : { body: "", place: { sheet: "Facts", row: 1, column: 2 }, grid, formula: "" };
  return mergePlan(buyers, MERGE, grid === undefined ? "" : reference, block, ["buyers"], words);
}

const written = ({ write }: MergePlan): unknown[] => write.plan.cells.map((cell) => [cell.row, cell.column, "value" in cell ? cell.value : cell.formula]);

describe("without facts about buyers", () => {
  test("a table of its own, under a name that is free; texts, never a formula", () => {
    const made = plan();
    expect(made).toMatchObject({ reference: "Buyers2[#All]", addedRows: 2, addedColumn: true, replaced: [], write: { kind: "sheet", plan: { tables: [{ name: "Buyers2", rows: 3, columns: 3 }] } } });
    expect(written(made)).toEqual([
      [0, 0, "Customer No"], [0, 1, "Customer Name"], [0, 2, "Parent"],
      [1, 0, "7"], [1, 1, "Nordwind GmbH"], [1, 2, ""],
      [2, 0, "=cmd|' /C calc'!A0"], [2, 1, "NORDWIND G.m.b.H."], [2, 2, "7"],
    ]);
    expect(made.write.plan.cells.every((cell) => "value" in cell)).toBe(true);
  });
});

describe("in a range that the ledger reads", () => {
  test("a buyer that has a row gets its parent there; one that has none gets a row", () => {
    const made = plan([["Customer No", "Country", "Parent"], ["7", "DE", ""], ["8", "FR", ""]]);
    expect(made).toMatchObject({ reference: "Facts!C2:E5", addedRows: 1, addedColumn: false, needsEmpty: [{ row: 4, column: 2, rows: 1, columns: 3 }] });
    expect(written(made)).toEqual([[4, 2, "=cmd|' /C calc'!A0"], [4, 4, "7"]]);
  });

  test("a column Parent is added where there is none, beside the range", () => {
    const made = plan([["Customer Name", "Country"], ["NORDWIND G.M.B.H.", "DE"]], "Facts!C2:D3");
    expect(made).toMatchObject({ reference: "Facts!C2:E3", addedRows: 0, addedColumn: true, needsEmpty: [{ row: 1, column: 4, rows: 2, columns: 1 }] });
    expect(written(made)).toEqual([[1, 4, "Parent"], [2, 4, "7"]]);
  });

  test("a parent that is written over is named", () => {
    expect(plan([["Customer Name", "Parent"], ["Nordwind G.m.b.H.", "Sturm AG"]]).replaced).toEqual([{ buyer: "NORDWIND G.m.b.H.", parent: "Sturm AG" }]);
  });

  test("a table keeps its name and grows", () => {
    const made = plan([["Customer No", "Parent"], ["7", ""]], "Facts[#All]");
    expect(made).toMatchObject({ reference: "Facts[#All]", write: { kind: "cells", plan: { table: { name: "Facts", rows: 3, columns: 2 } } } });
  });

  test("whole columns and names cannot grow to the side, and say so", () => {
    expect(() => plan([["Customer No", "Country"], ["7", "DE"]], "Facts!A:B")).toThrow(expect.objectContaining({ problem: { kind: "noRoom", reference: "Facts!A:B", column: "Parent" } }) as Error);
  });
});

describe("Merge", () => {
  const host = (facts?: Grid): MemoryHost =>
    new MemoryHost({
      sheets: [{ name: "Sheet1", cells: BOOK }, ...(facts === undefined ? [] : [{ name: "Facts", cells: facts }])],
      tables: [{ name: "Invoices", sheet: "Sheet1", row: 0, column: 0, rows: 4, columns: 7 }, ...(facts === undefined ? [] : [{ name: "Facts", sheet: "Facts", row: 0, column: 0, rows: 2, columns: facts[0]!.length }])],
    });

  test("writes the parent, sets rollUp, and the two are one from then on, also in the next session", async () => {
    const book = host();
    const pane = await quietPane(book);
    expect(pane.opened().reading.issues.map(({ code }) => code)).toContain("SIMILAR_BUYERS");
    await pane.actions.merge(MERGE);
    expect(pane.opened()).toMatchObject({ source: { call: { buyers: "Buyers[#All]" }, choices: new Map([["rollUp", "parent"]]) }, reading: { ledger: { buyers: { count: 2 } } } });
    expect(pane.opened().reading.issues.map(({ code }) => code)).not.toContain("SIMILAR_BUYERS");
    expect(pane.session()).toMatchObject({ notice: { kind: "merged", buyers: 2, parent: "Nordwind GmbH", sheet: "Buyers" }, before: { buyers: 3 } });
    expect((await quietPane(book)).opened().reading.ledger.buyers.count).toBe(2);
    await pane.actions.connect();
    expect([...book.formulas.values()]).toEqual(["=AR.LEDGER(Invoices[#All],,,Buyers[#All],$A$7:$B$8)"]);
  });

  test("extends the table of buyers that the ledger reads", async () => {
    const book = host([["Customer No", "Country"], ["7", "DE"]]);
    const pane = await quietPane(book);
    await pane.actions.merge(MERGE);
    expect(pane.opened().reading.ledger.buyers.count).toBe(2);
    expect(book.sheets.get("Facts")).toEqual([["Customer No", "Country", "Parent"], ["7", "DE"], ["=cmd|' /C calc'!A0", , "7"]]);
    expect(book.changed[0]!.cells.every((cell) => "value" in cell)).toBe(true);
  });

  test("writes nothing where another's cells are in the way", async () => {
    const book = host([["Customer No", "Country"], ["7", "DE"], ["do not", "touch"]]);
    const pane = await quietPane(book);
    await pane.actions.merge(MERGE);
    expect(pane.session().notice).toMatchObject({ kind: "failed", job: "merge", problem: { kind: "noRoom", reference: "Facts[#All]" } });
    expect(book.changed).toEqual([]);
  });

  test("adding up can be switched off again", async () => {
    const pane = await quietPane(host());
    await pane.actions.merge(MERGE);
    await pane.actions.settle("rollUp", "");
    expect(pane.opened().reading.ledger.buyers.count).toBe(3);
  });
});
