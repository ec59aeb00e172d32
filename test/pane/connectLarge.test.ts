/** Connect for a ledger beyond one payload: what it writes, what that calculates, and what is left when it is stopped. */
import fc from "fast-check";
import { aging } from "../../src/formulas/aging";
import { buyersTable } from "../../src/formulas/buyers";
import { dsoFigure } from "../../src/formulas/dso";
import { issuesTable } from "../../src/formulas/issues";
import { ledgerText } from "../../src/formulas/ledger";
import { makeActions, type Actions } from "../../src/pane/actions";
import { parsePiece } from "../../src/pane/pieceFormula";
import { piecesOf, pieceSizes } from "../../src/pane/pieces";
import { payloadBytes } from "../../src/pane/payload";
import { openedOf, type Progress } from "../../src/pane/session";
import { newSource, openSource } from "../../src/pane/source";
import { makeStore, type Store } from "../../src/pane/useSession";
import type { Cell, Grid } from "../../src/values/cell";
import { MemoryHost, type MemoryHostOptions } from "../support/memoryHost";
import { pieceCalculator } from "../support/pieceCalculator";
import { NEW_YEAR, QUIET } from "./books";

const HEAD = ["Customer No", "Customer Name", "Invoice No", "Invoice Date", "Due Date", "Amount", "Settled Date"];
const BUYERS = ["North Mill", "South Trade", "West & Sons"];
const invoice = (at: number): Cell[] => [`C-${at % 3}`, BUYERS[at % 3]!, `F-${at}`, NEW_YEAR + at, NEW_YEAR + at + 30, 100 + at / 4, at % 2 === 0 ? NEW_YEAR + at + 35 : ""];
const rowsOf = (count: number, from = 0): Cell[][] => Array.from({ length: count }, (_, at) => invoice(from + at));

/** Bytes that make a ledger of 100 rows five blocks. */
const LIMIT = 3000;

interface Bench {
  readonly host: MemoryHost;
  readonly store: Store;
  readonly actions: Actions;
}

function bench(options: MemoryHostOptions, limit = LIMIT): Bench {
  const host = new MemoryHost({ calculate: pieceCalculator(), ...options });
  const store = makeStore(host);
  return { host, store, actions: makeActions(host, store.get, store.tell, limit) };
}

const tableOf = (cells: Grid, options: MemoryHostOptions = {}): MemoryHostOptions => ({ sheets: [{ name: "Sheet1", cells }], tables: [{ name: "Invoices", sheet: "Sheet1", row: 0, column: 0, rows: cells.length, columns: cells[0]!.length }], ...options });
const titled = (cells: Grid): MemoryHostOptions => ({ sheets: [{ name: "Open items", cells: [["Acme Ltd", ...new Array<Cell>(6).fill("")], new Array<Cell>(7).fill(""), ...cells] }] });

async function connect({ actions, store }: Bench, reference: string, more: Partial<ReturnType<typeof newSource>["call"]> = {}): Promise<void> {
  const source = newSource(reference);
  await actions.open({ ...source, call: { ...source.call, ...more } });
  if (openedOf(store.get()) === undefined) throw new Error(JSON.stringify(store.get().reading));
  await actions.connect();
}

/** The formulas of the ledger's own sheet by their cell, `B3`. */
function written({ host }: Bench, sheet = "Ledger"): Record<string, string> {
  return Object.fromEntries([...host.formulas].filter(([key]) => key.startsWith(`${sheet}!`)).map(([key, formula]) => {
    const [row, column] = key.slice(sheet.length + 1).split(",").map(Number);
    return [`${String.fromCharCode(65 + column!)}${row! + 1}`, formula];
  }));
}

function shown({ host }: Bench, cell: string, sheet = "Ledger"): Cell {
  host.recalculate(sheet);
  return host.sheets.get(sheet)![Number(cell.slice(1)) - 1]![cell.charCodeAt(0) - 65];
}

/** The figures of a ledger, whole or joined, as a sheet would show them. */
function figures(ledger: Cell | Grid): unknown {
  const arg = Array.isArray(ledger) ? ledger : [[ledger as Cell]];
  return [buyersTable(arg, null), aging(arg, null, "*", null, null), dsoFigure(arg, null, null, null, null), issuesTable(arg, null).map(([issue, rows, money]) => [issue!, rows!, money!])];
}

/** The whole of a sheet from its headings on, as AR.LEDGER reads it. */
const truth = (host: MemoryHost, sheet: string, heads = 0): Grid => host.sheets.get(sheet)!.slice(heads).map((row) => row.map((cell) => (cell === "" ? null : cell)));

function insertRow(host: MemoryHost, sheet: string, row: number, cells: readonly Cell[]): void {
  host.sheets.get(sheet)!.splice(row, 0, [...cells]);
  host.tables.forEach((table, at) => { host.tables[at] = { ...table, rows: table.rows + 1 }; });
}

describe("a table", () => {
  test("becomes blocks of its own rows, joined under the ledger's name", async () => {
    const made = bench(tableOf([HEAD, ...rowsOf(100)]));
    await connect(made, "Invoices[#All]");
    const formulas = written(made);
    expect(made.store.get().notice).toMatchObject({ kind: "connected", name: "Ledger", place: { sheet: "Ledger", row: 2, column: 1 } });
    expect(made.host.names.get("Ledger")).toEqual({ sheet: "Ledger", row: 2, column: 1 });
    expect(formulas["B3"]).toMatch(/^=AR\.JOIN\(B10,B11,B12(?:,B\d+)*\)$/);
    expect(formulas["B6"]).toBe("=ROWS(Invoices)");
    const rows = Number(/DROP\(Invoices,(\d+)\)/.exec(formulas["B11"]!)![1]);
    const slack = Math.floor(rows * 0.05);
    expect(formulas["B10"]).toMatch(new RegExp(`^=AR\\.LEDGER\\(VSTACK\\(Invoices\\[#Headers\\],LET\\(part,TAKE\\(Invoices,IF\\(\\$B\\$6>${rows + slack},${rows},${rows + slack}\\)\\),IF\\(part="","",part\\)\\)\\),,,,\\$A\\$\\d+:\\$B\\$\\d+\\)$`));
    expect(formulas["B11"]!.startsWith(`=IF($B$6>${rows + slack},AR.LEDGER(VSTACK(Invoices[#Headers],LET(part,TAKE(DROP(Invoices,${rows}),`)).toBe(true);
    const last = Object.keys(formulas).filter((cell) => /^B\d+$/.test(cell) && formulas[cell]!.includes("AR.LEDGER")).at(-1)!;
    expect([formulas[last], shown(made, last)]).toEqual([expect.stringContaining("LET(part,DROP(Invoices,"), ""]); // a spare one, open to the end
    expect(shown(made, "B3")).toMatch(/^100 invoices, 3 buyers in \d blocks to 2025-05-14 #/);
    expect(figures(shown(made, "B3"))).toEqual(figures(truth(made.host, "Sheet1")));
  });

  test("a row put in anywhere, rows added, edited and taken away: the figures are the table's", async () => {
    const made = bench(tableOf([HEAD, ...rowsOf(60)]));
    await connect(made, "Invoices[#All]");
    const { host } = made;
    const same = (): void => expect(figures(shown(made, "B3"))).toEqual(figures(truth(host, "Sheet1")));
    for (const row of [1, 30, 17, 18, 19, 61]) {
      insertRow(host, "Sheet1", row, invoice(1000 + row));
      same();
    }
    for (let more = 0; more < 40; more++) insertRow(host, "Sheet1", host.sheets.get("Sheet1")!.length, invoice(200 + more));
    same();
    host.sheets.get("Sheet1")![50]![5] = 99_999;
    same();
    host.sheets.get("Sheet1")![51]![3] = "soon";
    same();
    host.sheets.set("Sheet1", host.sheets.get("Sheet1")!.slice(0, 12));
    host.tables[0] = { ...host.tables[0]!, rows: 12 };
    same();
  });

  test("wherever rows are put in and however many: each is in one block", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 200, max: 4000 }), fc.integer({ min: 0, max: 150 }), (count, limit, more) => {
        const sizes = pieceSizes([HEAD, ...rowsOf(count)], 1, 0, limit);
        if (sizes === undefined) return;
        const grid = [HEAD, ...rowsOf(count + more)];
        const pieces = piecesOf(grid, 1, sizes);
        expect(pieces.flatMap((piece) => piece.slice(1))).toEqual(grid.slice(1));
        if (more === 0) for (const piece of pieces) expect(payloadBytes(piece)).toBeLessThan(limit);
      }),
    );
  });

  test("whose same document stands in two places keeps both, as the table does", async () => {
    const rows = rowsOf(60);
    const made = bench(tableOf([HEAD, ...rows, rows[3]!]));
    await connect(made, "Invoices[#All]");
    expect(figures(shown(made, "B3"))).toEqual(figures(truth(made.host, "Sheet1")));
    expect(issuesTable([[shown(made, "B3")!]], true)).toContainEqual([expect.stringMatching(/^\d:\d+$/), "Invoice No", "F-3", "The same document a second time", "Both are kept", 100.75]);
  });

  test("with a day, receipts, buyers and a policy of its own: they go along", async () => {
    const open = [HEAD.slice(0, 6), ...rowsOf(60).map((row) => row.slice(0, 6))];
    const options = tableOf(open);
    const made = bench({
      ...options,
      sheets: [...options.sheets!, { name: "Receipts", cells: [["Invoice No", "Payment Date", "Amount"], ["F-1", NEW_YEAR + 40, 100.25], ["F-50", NEW_YEAR + 60, 10]] }, { name: "Facts", cells: [["Customer No", "Country"], ["C-1", "DE"]] }, { name: "Policy", cells: [["key", "value"], ["lateAfter", 5], ["language", "en"]] }],
    });
    await connect(made, "Invoices[#All]", { asOf: String(NEW_YEAR + 90), payments: "Receipts!A1:C3", buyers: "Facts!A1:B2", policy: "Policy!A1:B3" });
    const formulas = written(made);
    expect(formulas["B10"]).toMatch(/,45748,Receipts!A1:C3,Facts!A1:B2,\$A\$\d+:\$B\$\d+\)$/);
    expect(formulas["B11"]).toMatch(/,,,,\$A\$\d+:\$B\$\d+\),""\)$/);
    const grid = (name: string): Grid => made.host.sheets.get(name)!;
    const policy = [["key", "value"], ["lateAfter", 5], ["language", "en"], ["blocks", "cut"]];
    expect(figures(shown(made, "B3"))).toEqual(figures(ledgerText(truth(made.host, "Sheet1"), NEW_YEAR + 90, grid("Receipts"), grid("Facts"), policy)));
    expect(grid("Ledger").filter((row) => ["lateAfter", "blocks"].includes(String(row[0])))).toEqual([["lateAfter", 5], ["blocks", "cut"]]);
  });
});

describe("a plain range", () => {
  test("below its titles is open to the sheet's end", async () => {
    const made = bench(titled([HEAD, ...rowsOf(60)]));
    await connect(made, "'Open items'!A1:G63");
    const formulas = written(made);
    expect(formulas["B7"]).toMatch(/^=MAX\(ROW\('Open items'!\$A\$1\)\+ROWS\('Open items'!\$A\$1:\$G\$3\)-1,IFERROR\(XMATCH\(TRUE,'Open items'!\$A:\$A<>"",0,-1\),0\)/);
    expect(formulas["B10"]).toContain("VSTACK('Open items'!$A$1:$G$3,LET(part,TAKE(DROP('Open items'!$A$1:INDEX('Open items'!$G:$G,$B$7),ROWS('Open items'!$A$1:$G$3)),");
    const same = (): void => expect(figures(shown(made, "B3"))).toEqual(figures(truth(made.host, "Open items", 2)));
    expect([shown(made, "B6"), shown(made, "B7")]).toEqual([60, 63]);
    same();
    for (const row of [3, 20, 40]) made.host.sheets.get("Open items")!.splice(row, 0, invoice(500 + row));
    same();
    for (let more = 0; more < 30; more++) made.host.sheets.get("Open items")!.push(invoice(700 + more));
    same();
    expect(shown(made, "B6")).toBe(93);
  });

  test("with other things below ends where it ends", async () => {
    const made = bench({ sheets: [{ name: "Open items", cells: [HEAD, ...rowsOf(60), new Array<Cell>(7).fill(""), ["C-9", "A note", "", NEW_YEAR, "", 5, ""]] }] });
    await connect(made, "'Open items'!A1:G61");
    expect(written(made)["B7"]).toBe("=ROW('Open items'!$G$61)");
    expect(figures(shown(made, "B3"))).toEqual(figures(truth(made.host, "Open items").slice(0, 61)));
  });
});

describe("opened again in the pane", () => {
  test.each<[string, MemoryHostOptions, string, string]>([
    ["a table", tableOf([HEAD, ...rowsOf(60)]), "Invoices[#All]", "Invoices[#All]"],
    ["a plain range", titled([HEAD, ...rowsOf(60)]), "'Open items'!A1:G63", "'Open items'!A1:G63"],
  ])("%s is the ledger it was cut from, and its doubts are in its own cells", async (_, options, reference, reads) => {
    const made = bench(options);
    await connect(made, reference);
    made.host.recalculate("Ledger");
    await made.actions.again();
    const opened = openedOf(made.store.get())!;
    expect(opened).toMatchObject({ reads: [reads], isDirect: false, source: { name: "Ledger" }, places: [{ row: 0, column: 0 }] });
    expect([opened.reading.ledger.documents.count, opened.reading.joined]).toEqual([60, undefined]);
    await made.actions.look();
    expect(made.store.get().search).toMatchObject({ ledgers: [{ name: "Ledger" }] });
  });

  test("a formula of a block is known as it was written, and as a file stores it; any other is none", async () => {
    const made = bench(tableOf([HEAD, ...rowsOf(60)]));
    await connect(made, "Invoices[#All]");
    const pieces = Object.entries(written(made)).filter(([, formula]) => formula.includes("VSTACK"));
    for (const [, formula] of pieces) {
      expect(parsePiece(formula)).toMatchObject({ whole: "Invoices[#All]", last: "" });
      expect(parsePiece(formula.replace(/(VSTACK|TAKE|DROP|LET)\(/g, "_xlfn.$1(").replace(/\bpart\b/g, "_xlpm.part").replace("AR.LEDGER", "_xldudf_AR_LEDGER"))).toMatchObject({ whole: "Invoices[#All]" });
    }
    for (const other of ["=AR.LEDGER(Invoices[#All])", "=AR.LEDGER(VSTACK(Invoices[#Headers],FILTER(Invoices,1)))", "=AR.JOIN(A1)", "=SUM(A1)", "", "=AR.LEDGER(VSTACK(Other[#Headers],LET(part,Invoices,IF(part=\"\",\"\",part))))", '=IF(A1>3,AR.LEDGER(VSTACK(Invoices[#Headers],LET(part,Invoices,IF(part="","",part)))),"")']) expect([other, parsePiece(other)]).toEqual([other, undefined]);
  });

  test("blocks that somebody joined by hand are opened as they are, and a doubt is found in its block", async () => {
    const head = HEAD;
    const host = new MemoryHost({ sheets: [{ name: "January", cells: [head, ...rowsOf(3)] }, { name: "February", cells: [["Acme"], head, invoice(10), ["C-1", "North", "F-11", "soon", "", 5, ""], invoice(2)] }, { name: "Joined", cells: [["", ""], ["", ""]] }] });
    host.names.set("Book", { sheet: "Joined", row: 1, column: 0 });
    host.formulas.set("Joined!0,0", "=AR.LEDGER(January!A1:G4)");
    host.formulas.set("Joined!1,0", "=AR.JOIN(A1,February!A1:G5,B1)");
    const opened = await openSource(host, newSource("Book"), "en", QUIET);
    expect([opened.reads, opened.rows, opened.sheets]).toEqual([["January!A1:G4", "February!A1:G5"], 9, ["January", "February"]]);
    const { placeOfIssue } = await import("../../src/pane/issuePlace");
    expect(opened.reading.issues.map((issue) => [issue.code, placeOfIssue(opened, issue)])).toEqual([
      ["BAD_ISSUE_DATE", { sheet: "February", row: 3, column: 3 }],
      ["IN_TWO_BLOCKS", { sheet: "February", row: 4, column: 2 }],
    ]);
    const { buyerAt } = await import("../../src/pane/buyer/buyerAt");
    const at = (sheet: string, row: number): string | undefined => {
      const buyer = buyerAt(opened, { place: { sheet, row, column: 2 }, reference: "", cells: 1, table: "", value: "F-10" });
      return buyer === undefined ? undefined : opened.reading.ledger.buyers.id[buyer];
    };
    expect([at("January", 1), at("January", 3), at("February", 2), at("February", 0), at("Joined", 1)]).toEqual(["C-0", "C-2", "C-1", undefined, undefined]);
  });
});

describe("nothing half written is left", () => {
  const nothing = ({ host, store }: Bench): void => {
    expect([[...host.names.keys()], [...host.sheets.keys()], host.formulas.size, store.get().job]).toEqual([[], ["Sheet1"], 0, undefined]);
  };

  test.each([["while it is read", 0], ["while the first block is calculated", 1], ["while the third is", 3]])("when it is stopped %s", async (_, step) => {
    let stop = (): void => undefined;
    let armed = false;
    let calls = 0;
    const made = bench(tableOf([HEAD, ...rowsOf(100)], { pace: () => Promise.resolve(armed && calls++ === step ? stop() : undefined) }));
    await made.actions.openReference("Invoices[#All]");
    const seen: Progress[] = [];
    made.store.subscribe(() => { const { progress } = made.store.get(); if (progress !== undefined) seen.push(progress); });
    stop = made.actions.stop;
    armed = true;
    await made.actions.connect();
    nothing(made);
    expect([made.store.get().notice, seen.length > 0]).toEqual([undefined, true]);
    armed = false;
    await made.actions.connect();
    expect(made.store.get().notice).toMatchObject({ kind: "connected" });
    expect(seen.at(-1)).toMatchObject({ step: "blocks" });
  });

  test("when the program does not know VSTACK", async () => {
    const made = bench(tableOf([HEAD, ...rowsOf(100)], { calculate: pieceCalculator(["VSTACK"]) }));
    await connect(made, "Invoices[#All]");
    nothing(made);
    expect(made.store.get().notice).toEqual({ kind: "failed", job: "connect", problem: { kind: "shows", shown: "#NAME?" } });
  });

  test("when the workbook is protected", async () => {
    const made = bench(tableOf([HEAD, ...rowsOf(100)]));
    await made.actions.openReference("Invoices[#All]");
    made.host.failing.set("addSheet", "protected");
    await made.actions.connect();
    nothing(made);
    expect(made.store.get().notice).toMatchObject({ kind: "failed", problem: { code: "protected" } });
  });

  test("where the add-in's functions are not loaded the connection stays and says so", async () => {
    const made = bench(tableOf([HEAD, ...rowsOf(100)], { calculate: pieceCalculator(["AR.LEDGER", "AR.JOIN"]) }));
    await connect(made, "Invoices[#All]");
    expect(made.store.get().notice).toMatchObject({ kind: "connected", value: "#NAME?" });
  });

  test.each<[string, Grid, number, object]>([
    ["a row that is too large by itself", [HEAD, ...rowsOf(3), [...invoice(9).slice(0, 1), "x".repeat(5000), ...invoice(9).slice(2)]], LIMIT, { kind: "tooBig" }],
    ["a block that cannot be read", [HEAD, ...rowsOf(40), ...Array.from({ length: 60 }, () => ["C-1", "a note that fills its row, and no document at all", "", "", "", "", ""])], LIMIT, { kind: "piece", reason: { code: "NO_DOCUMENTS" } }],
  ])("%s: nothing is written, and why is said", async (_, cells, limit, problem) => {
    const made = bench(tableOf(cells), limit);
    await connect(made, "Invoices[#All]");
    nothing(made);
    expect(made.store.get().notice).toMatchObject({ kind: "failed", job: "connect", problem });
  });

  test("dates that one block alone cannot tell are read in the order of the whole", async () => {
    const day = (at: number): string => `${String(1 + (at % 12)).padStart(2, "0")}/03/2025`;
    const rows = rowsOf(60).map((row, at) => [...row.slice(0, 3), at === 0 ? "31/03/2025" : day(at), "", ...row.slice(5, 6), ""]);
    const made = bench(tableOf([HEAD, ...rows]));
    await connect(made, "Invoices[#All]");
    expect(made.store.get().notice).toMatchObject({ kind: "connected" });
    expect(made.host.sheets.get("Ledger")!.find(([key]) => key === "dateOrder")).toEqual(["dateOrder", "dmy"]);
    expect(figures(shown(made, "B3"))).toEqual(figures(truth(made.host, "Sheet1")));
  });
});

test("a ledger that fits is connected as ever, in one cell", async () => {
  const made = bench(tableOf([HEAD, ...rowsOf(20)]), 5_000_000);
  await connect(made, "Invoices[#All]");
  expect(written(made)).toEqual({ B3: "=AR.LEDGER(Invoices[#All])" });
});

test("a choice made in the pane joins the policy that the ledger already has, and wins", async () => {
  const made = bench({ ...tableOf([HEAD, ...rowsOf(20)]), sheets: [{ name: "Sheet1", cells: [HEAD, ...rowsOf(20)] }, { name: "Policy", cells: [["key", "value"], ["lateAfter", 5], ["grace", 2]] }] }, 5_000_000);
  const source = newSource("Invoices[#All]");
  await made.actions.open({ ...source, call: { ...source.call, policy: "Policy!A1:B3" }, choices: new Map([["grace", "3"]]) });
  await made.actions.connect();
  expect(made.host.sheets.get("Ledger")!.slice(6)).toEqual([["key", "value"], ["lateAfter", 5], ["grace", "3"]]);
});
