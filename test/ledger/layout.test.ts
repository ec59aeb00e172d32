/** Buyers that stand once: above their documents, or in the first of them. */
import fc from "fast-check";
import { readHeadings } from "../../src/ledger/columns";
import { laidOut } from "../../src/ledger/layout";
import { readLedger } from "../../src/ledger/readLedger";
import { issueKinds } from "../../src/ledger/issueKinds";
import type { Cell, Grid } from "../../src/values/cell";
import { book, doubtsIn, linesIn, refusal } from "../support/book";

const laid = (grid: Grid): Grid => laidOut(grid, readHeadings(grid, new Map())).grid;
const buyersOf = (grid: Grid): string[] => linesIn(readLedger(grid).ledger).map((line) => line.split(" | ").slice(0, 2).join(" "));

describe("buyers above their documents", () => {
  test("as QuickBooks writes them, in a column without a heading", () => {
    const grid = book`
       | Date | Transaction type | Num | Due date | Open balance
      Acme Ltd | | | | |
       | 01/15/2025 | Invoice | 1001 | 02/14/2025 | 100.00
       | 01/16/2025 | Invoice | 1002 | 02/15/2025 | 50.00
      Total for Acme Ltd | | | | | $150.00
      Beta | | | | |
       | 01/16/2025 | Invoice | 1003 | 02/15/2025 | 20.00
      Total for Beta | | | | | $20.00
      TOTAL | | | | | $170.00
      Thursday, Apr 17, 2025 10:00:00 AM GMT-7 | | | | |`;
    const reading = readLedger(grid);
    expect(buyersOf(grid)).toEqual(["Acme Ltd 1001", "Acme Ltd 1002", "Beta 1003"]);
    expect(reading.columns.at(-1)).toEqual({ field: "buyerName", heading: "group rows", index: 6, sure: 0.8, because: "group", rivals: [] });
    expect(doubtsIn(reading)).toEqual(["TOTAL_ROW 5 150", "TOTAL_ROW 8 20", "TOTAL_ROW 9 170", "NOT_A_DOCUMENT 10 0", "BUYER_FROM_GROUP 2 150", "BUYER_FROM_GROUP 6 20"]);
    expect(issueKinds(reading).find(({ code }) => code === "BUYER_FROM_GROUP")).toEqual({ code: "BUYER_FROM_GROUP", rows: 3, firstRow: 2, amounts: [{ currency: "USD", minor: 17_000 }] });
  });

  test("as Xero writes them, in the column of dates", () => {
    expect(buyersOf(book`
      Aged Receivables Detail | | | | |
      Invoice Date | Due Date | Invoice Number | Current | < 1 Month | Total
      Acme Ltd | | | | |
      2025-01-02 | 2025-02-01 | INV-1 | 0 | 100 | 100
      Total Acme Ltd | | | 0 | 100 | 100
      Beta | | | | |
      2025-03-02 | 2025-04-01 | INV-2 | 70 | 0 | 70
      Total Beta | | | 70 | 0 | 70
      Total | | | 70 | 100 | 170`)).toEqual(["Acme Ltd INV-1", "Beta INV-2"]);
  });

  test("as Sage writes them: number and name behind their words, once even where the sheet has one buyer", () => {
    const grid = book`
      No | Type | Date | Ref | Details | Balance
      A/C: | ACM01 | Name: | Acme Garages | Contact: | Bob
      12 | Invoice | 2025-01-02 | 1001 | Goods | 100
      13 | Invoice | 2025-01-05 | 1002 | Goods | 60
       | | | | Totals: | 160`;
    const { ledger } = readLedger(grid);
    expect([ledger.buyers.id, ledger.buyers.name, buyersOf(grid)]).toEqual([["ACM01"], ["Acme Garages"], ["ACM01 12", "ACM01 13"]]);
  });

  test("客户：, with subtotals, a buyer called 合计贸易 and the foot of a page", () => {
    const grid = book`
      单据编号 | 单据日期 | 金额
      客户：华东贸易 | |
      1 | 2025-01-02 | 100
      2 | 2025-01-03 | 50
      小计 | | 150
      客户：合计贸易 | |
      3 | 2025-01-05 | 70
      小计 | | 70
      总计 | | 220
      第 1 页 共 1 页 | |
      打印日期：2025-03-01 | |`;
    expect(buyersOf(grid)).toEqual(["华东贸易 1", "华东贸易 2", "合计贸易 3"]);
    expect(doubtsIn(readLedger(grid))).toEqual(["TOTAL_ROW 5 150", "TOTAL_ROW 8 70", "TOTAL_ROW 9 220", "NOT_A_DOCUMENT 10 0", "NOT_A_DOCUMENT 11 0", "BUYER_FROM_GROUP 2 150", "BUYER_FROM_GROUP 6 70", "ALL_OPEN 0 220"]);
  });

  test("as SAP lists them: number in one row, name in the next, the first above the headings; stars add up", () => {
    const grid = book`
      Customer | 100234 | |
      Name | Acme | |
      Document Number | Document Date | Net due date | Amount
      1800001 | 2025-01-02 | 2025-02-02 | 100
      1800002 | 2025-01-02 | 2025-02-02 | 50
      * | | | 150
      Customer | 100235 | |
      Name | Beta | |
      1800003 | 2025-01-02 | 2025-02-02 | 20
      * | | | 20
      ** | | | 170`;
    const { ledger } = readLedger(grid);
    expect([ledger.buyers.id, ledger.buyers.name, ledger.documents.count]).toEqual([["100234", "100235"], ["Acme", "Beta"], 3]);
    expect(doubtsIn(readLedger(grid)).filter((doubt) => /DIFFERS|NO_BUYER/.test(doubt))).toEqual([]);
  });

  test("a statement of one buyer, named above the headings; `Customer: All` names nobody", () => {
    const statement = (who: string): Grid => [["Statement of account"], ["Customer:", who], ["Invoice No", "Invoice Date", "Amount"], ["1", 45_700, 100]];
    expect(buyersOf(statement("Acme Ltd"))).toEqual(["Acme Ltd 1"]);
    for (const who of ["All", "*", "全部客户"]) expect(refusal(() => readLedger(statement(who)))).toMatch(/lack a buyer/);
  });

  test("groups in groups: the level that has documents of its own is the buyer's", () => {
    const regions = book`
      Name | Date | Num | Open balance
      North | | |
      Acme | | |
       | 2025-01-02 | 1 | 100
      Total for Acme | | | 100
      Beta | | |
       | 2025-01-02 | 2 | 50
      Total for Beta | | | 50
      Total for North | | | 150
      South | | |
      Coda | | |
       | 2025-01-02 | 3 | 25
      Total for Coda | | | 25
      Total for South | | | 25
      TOTAL | | | 175`;
    expect(buyersOf(regions)).toEqual(["Acme 1", "Beta 2", "Coda 3"]);
    expect(doubtsIn(readLedger(regions)).filter((doubt) => doubt.startsWith("TOTAL_DIFFERS"))).toEqual([]);
    expect(buyersOf(book`
      Name | Date | Num | Open balance
      Acme | | |
      Job 1 | | |
       | 2025-01-02 | 1 | 100
      Total for Job 1 | | | 100
       | 2025-01-02 | 2 | 50
      Total for Acme | | | 150
      Beta | | |
       | 2025-01-02 | 3 | 50
      Total for Beta | | | 50`)).toEqual(["Acme 1", "Acme 2", "Beta 3"]);
  });

  test("in the sheet's own column of buyers, when its documents leave it blank", () => {
    const grid = book`
      Customer No | Invoice No | Date | Amount
      0017 | | |
       | 1 | 2025-01-02 | 100
      0018 | | |
       | 2 | 2025-01-02 | 50`;
    expect(buyersOf(grid)).toEqual(["0017 1", "0018 2"]);
    expect(readLedger(grid).columns.length).toBe(4);
  });

  test("with sums of their documents beside their names, as Odoo writes them; Total Energies is one of them", () => {
    const grid = (beta: number): Grid => book`
       | Invoice Date | Currency | Account | 1-30 | Older | Total
      Acme | | | | 100 | 50 | 150
      INV/1 | 2025-01-02 | EUR | 121000 Account Receivable | 100 | | 100
      INV/2 | 2025-01-03 | EUR | 121000 Account Receivable | | 50 | 50
      Total Energies | | | | | ${beta} | ${beta}
      INV/3 | 2025-01-04 | EUR | 121000 Account Receivable | | 70 | 70
      Coda | | | | | 5 | 5
      INV/4 | 2025-01-04 | EUR | 121000 Account Receivable | | 5 | 5
      Delta | | | | | 5 | 5
      INV/5 | 2025-01-04 | EUR | 121000 Account Receivable | | 5 | 5
      Eta | | | | | 5 | 5
      INV/6 | 2025-01-04 | EUR | 121000 Account Receivable | | 5 | 5
      Total Aged Receivable | | | | 100 | 140 | ${170 + beta - 5 - 0}`;
    const { ledger } = readLedger(grid(70));
    expect([ledger.buyers.name, ledger.documents.count]).toEqual([["Acme", "Total Energies", "Coda", "Delta", "Eta"], 6]);
    expect(doubtsIn(readLedger(grid(70))).filter((doubt) => doubt.startsWith("TOTAL"))).toEqual(["TOTAL_ROW 13 235", "TOTAL_ROW 2 150", "TOTAL_ROW 5 70", "TOTAL_ROW 7 5", "TOTAL_ROW 9 5", "TOTAL_ROW 11 5"]);
    expect(doubtsIn(readLedger(grid(71))).filter((doubt) => doubt.startsWith("TOTAL_DIFFERS"))).toEqual(["TOTAL_DIFFERS 13 1", "TOTAL_DIFFERS 5 1"]);
  });

  test("an invoice without a day is no buyer, though it stands where buyers stand", () => {
    const reading = readLedger(book`
       | Invoice Date | Open balance
      Acme | |
      INV-1 | 2025-01-02 | 100
      INV-2 | | 70
      INV-3 | 2025-01-03 | 50
      Beta | |
      INV-4 | 2025-01-03 | 30`);
    expect([reading.ledger.buyers.name, doubtsIn(reading).filter((doubt) => !doubt.startsWith("BUYER"))]).toEqual([["Acme", "Beta"], ["NO_ISSUE_DATE 4 70"]]);
  });

  test("a total knows its buyer by the name without the point of Ltd.; the title at the head of a page is no buyer", () => {
    expect(buyersOf(book`
      Open Invoices | | |
       | Date | Num | Open balance
      Acme Ltd. | | |
       | 2025-01-02 | 1 | 100
      Open Invoices | | |
       | 2025-01-02 | 2 | 100
      Total for Acme Ltd. | | | 200
      Beta Inc. | | |
       | 2025-01-02 | 3 | 50
      Total for Beta Inc. | | | 50`)).toEqual(["Acme Ltd. 1", "Acme Ltd. 2", "Beta Inc. 3"]);
  });

  test("what follows a subtotal without a buyer of its own has none", () => {
    const reading = readLedger(book`
      单据编号 | 单据日期 | 金额
      客户：甲 | |
      1 | 2025-01-02 | 100
      小计 | | 100
      2 | 2025-01-02 | 50
      客户：乙 | |
      3 | 2025-01-02 | 30`);
    expect([doubtsIn(reading).filter((doubt) => doubt.startsWith("NO_BUYER")), reading.ledger.documents.count]).toEqual([["NO_BUYER 5 50"], 2]);
  });

  test("a single note over all documents is no buyer; buckets and currencies are none either", () => {
    const under = (...notes: string[]): Grid => [["Invoice No", "Invoice Date", "Amount"], ...notes.flatMap((note, i): Cell[][] => [[note], [`${i}`, 45_700, 100]])];
    for (const notes of [["Open items"], ["Prepared by K."], ["1-30", "31-60"], ["USD", "EUR"], ["Page 1", "Page 2"], ["Invoices", "Credit notes"]]) expect(refusal(() => readLedger(under(...notes)))).toMatch(/lack a buyer/);
  });
});

describe("buyers merged over their documents", () => {
  const merged = book`
    Customer No | Customer Name | Invoice No | Date | Amount
    7 | Anker | 1 | 2025-01-02 | 100
     | | 2 | 2025-01-03 | 50
    8 | Baltic | 3 | 2025-01-04 | 70
     | | 4 | 2025-01-05 | 30
    9 | Coda | 5 | 2025-01-06 | 20
    Total | | | | 270`;

  test("are filled down, and it is said whose rows and money", () => {
    const reading = readLedger(merged);
    expect(buyersOf(merged)).toEqual(["7 1", "7 2", "8 3", "8 4", "9 5"]);
    expect(doubtsIn(reading)).toEqual(["TOTAL_ROW 7 270", "BUYER_FROM_GROUP 2 50", "BUYER_FROM_GROUP 4 30", "ALL_OPEN 0 270"]);
  });

  test.each([
    ["a buyer is written on every row but one", ["A", "A", "", "B", "B", "C"]],
    ["a buyer comes again further down", ["A", "", "B", "", "A", ""]],
    ["one group alone has blanks", ["A", "", "", "B", "C", "D"]],
    ["the first document has none", ["", "A", "B", "C", "D", "E"]],
  ])("stay as they are where %s", (_, names) => {
    const grid: Grid = [["Customer", "Invoice No", "Date", "Amount"], ...names.map((name, i): Cell[] => [name, String(i), 45_700, 10])];
    expect(laid(grid)).toBe(grid);
    expect(doubtsIn(readLedger(grid)).filter((doubt) => doubt.startsWith("NO_BUYER")).length).toBe(names.filter((name) => name === "").length);
  });
});

describe("nothing to do", () => {
  test("is the same grid, not one row of which was copied", () => {
    const grid = book`
      Customer | Invoice No | Date | Amount
      A | 1 | 2025-01-02 | 100
      A note | | |
      B | 2 | 2025-01-02 | 50
      Total | | | 150`;
    expect(laid(grid)).toBe(grid);
    expect(readLedger(grid).issues.map(({ code }) => code)).toEqual(["NOT_A_DOCUMENT", "TOTAL_ROW", "ALL_OPEN"]);
  });

  test("rows that nobody fills are shared with the sheet", () => {
    const grid: Grid = [["Invoice No", "Date", "Amount"], ["Customer: A"], ["1", 45_700, 10], ["Customer: B"], ["2", 45_700, 10], ["Remark"]];
    const rows = laid(grid);
    expect([rows.length, rows[0], rows[5]].map((it, at) => (at === 0 ? it : it === grid[at === 1 ? 0 : 5]))).toEqual([6, true, true]);
    expect(grid[2]).toEqual(["1", 45_700, 10]);
  });
});

test("the headings once more at a page break are passed over", () => {
  const reading = readLedger(book`
    Customer | Invoice No | Invoice Date | Amount
    A | 1 | 2025-01-02 | 100
    Page 1 of 2 | | |
    Customer | Invoice No | Invoice Date | Amount
    B | 2 | 2025-01-03 | 50
    Printed on 2025-03-01 | | |`);
  expect([reading.ledger.documents.count, doubtsIn(reading)]).toEqual([2, ["NOT_A_DOCUMENT 3 0", "HEADINGS_AGAIN 4 0", "NOT_A_DOCUMENT 6 0", "ALL_OPEN 0 150"]]);
});

const row = fc.record({ buyer: fc.constantFrom("Anker AG", "Baltic Oy", "华东贸易", "__proto__", "Total Energies", "O'Hara 12"), issued: fc.integer({ min: 45_000, max: 45_700 }), cents: fc.integer({ min: 1, max: 100_000 }) });
const HEAD: Cell[] = ["Invoice No", "Invoice Date", "Amount"];

test("a list by buyer reads as the same list flat, whatever it looks like", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 40 }), fc.constantFrom("closed", "labelled", "flat"), (rows, style) => {
      const byBuyer = new Map<string, Cell[][]>();
      rows.forEach(({ buyer, issued, cents }, i) => byBuyer.set(buyer, [...(byBuyer.get(buyer) ?? []), [`N-${i}`, issued, cents / 100]]));
      fc.pre(byBuyer.size > 1);
      const groups = [...byBuyer];
      const sum = (lines: readonly Cell[][]): number => Math.round(lines.reduce((total, line) => total + (line[2] as number) * 100, 0)) / 100;
      const grouped: Grid = [
        style === "closed" ? ["", ...HEAD] : HEAD,
        ...groups.flatMap(([buyer, lines]): Cell[][] =>
          style === "closed" ? [[buyer], ...lines.map((line) => ["", ...line]), [`Total for ${buyer}`, "", "", sum(lines)]]
          : style === "labelled" ? [[`客户：${buyer}`], ...lines, ["小计", "", sum(lines)]]
          : [[buyer], ...lines]),
        ...(style === "flat" ? [] : [style === "closed" ? ["TOTAL", "", "", sum(groups.flatMap(([, lines]) => lines))] : ["总计", "", sum(groups.flatMap(([, lines]) => lines))]]),
      ];
      const flat: Grid = [["Customer Name", ...HEAD], ...groups.flatMap(([buyer, lines]) => lines.map((line): Cell[] => [buyer, ...line]))];
      const [one, other] = [readLedger(grouped), readLedger(flat)];
      expect(linesIn(one.ledger)).toEqual(linesIn(other.ledger));
      expect(one.issues.filter(({ code }) => code === "TOTAL_DIFFERS" || code === "NO_BUYER")).toEqual([]);
      const filled = issueKinds(one).find(({ code }) => code === "BUYER_FROM_GROUP")!;
      expect([filled.rows, filled.amounts[0]!.minor]).toEqual([rows.length, rows.reduce((total, { cents }) => total + cents, 0)]);
    }),
    { numRuns: 150 },
  );
});
