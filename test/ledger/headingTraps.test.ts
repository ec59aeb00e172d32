/** What headings hide (methods.md K3): each trap with what a wrong reading would have made of it. */
import { headingsFingerprint, readHeadings, type Headings } from "../../src/ledger/columns";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Cell, Grid } from "../../src/values/cell";
import { book, doubtsIn, linesIn, openIn, refusal } from "../support/book";

const headingsOf = (grid: Grid): Headings => readHeadings(grid, new Map());
const fieldOf = (grid: Grid, heading: string): string | undefined => headingsOf(grid).columns.find((one) => one.heading === heading)?.field;

describe("the traps", () => {
  test("SAP's baseline date is not the due date: without one there is none", () => {
    const grid = book`
      Customer | Document Number | Document Date | Baseline Payment Dte | Amount
      A | 1 | 2025-01-02 | 2025-01-31 | 100`;
    expect([fieldOf(grid, "Baseline Payment Dte"), linesIn(readLedger(grid).ledger)]).toEqual(["baseline", ["A | 1 | INV | 2025-01-02 |  | 100"]]);
    const chinese = book`
      客户 | 凭证编号 | 凭证日期 | 付款基准日 | 付款条件 | 金额
      A | 1 | 2025-01-02 | 2025-01-31 | net 30 | 100`;
    expect(linesIn(readLedger(chinese).ledger)).toEqual(["A | 1 | INV | 2025-01-02 | 2025-03-02 | 100"]);
  });

  test("Arrears and 账龄 are days or buckets, never a date and never money", () => {
    const grid = book`
      Customer | Invoice No | Invoice Date | Arrears | 账龄 | Amount
      A | 1 | 2025-01-02 | 45 | 31-60天 | 100
      B | 2 | 2025-01-02 | -3 | 1-30天 | 50`;
    expect([fieldOf(grid, "Arrears"), openIn(readLedger(grid).ledger)]).toEqual(["dpd", 150]);
    expect(fieldOf(book`
      客户 | 发票号 | 开票日期 | 账龄 | 金额
      A | 1 | 2025-01-02 | 31-60天 | 100`, "账龄")).toBe("dpd");
  });

  test("Reference is the invoice number where there is no other, and the buyer's order where there is", () => {
    const xero = book`
      Contact | Reference | Date | Total
      A | INV-7 | 2025-01-02 | 100`;
    const sap = book`
      Account | Reference | Document Number | Document Date | Amount
      A | PO-7 | 1800001 | 2025-01-02 | 100`;
    expect([fieldOf(xero, "Reference"), fieldOf(sap, "Reference"), fieldOf(sap, "Document Number")]).toEqual(["docNo", "ref", "docNo"]);
  });

  test("a prepayment in a Xero list is money on account, not an invoice", () => {
    const { ledger } = readLedger(book`
      Contact | Type | Reference | Date | Total
      A | ACCREC | INV-1 | 2025-01-02 | 100
      A | AR Prepayment | PP-1 | 2025-01-03 | -30`);
    expect([linesIn(ledger), openIn(ledger)]).toEqual([["A | INV-1 | INV | 2025-01-02 |  | 100", "A | PP-1 | PRE | 2025-01-03 |  | -30"], 70]);
  });

  test("due is money or a day, as what stands below it says", () => {
    expect(headingsOf(book`
      Customer | Invoice No | Date | Due | Balance | Amount
      A | 1 | 2025-01-02 | 2025-02-01 | 60 | 100`).columns.map(({ field }) => field)).toEqual(["buyerName", "docNo", "docDate", "dueDate", "open", "amount"]);
    expect(fieldOf(book`
      Customer | Invoice No | Date | Due
      A | 1 | 2025-01-02 | 60.5`, "Due")).toBe("open");
  });

  test("Amount Due less Paid is the Balance: three columns, each its own", () => {
    const { ledger } = readLedger(book`
      Customer | Invoice No | Invoice Date | Amount Due | Paid | Balance
      A | 1 | 2025-01-02 | 100 | 20 | 80`);
    expect(linesIn(ledger)).toEqual(["A | 1 | INV | 2025-01-02 |  | 100 | undated 20"]);
  });

  test("a balance that runs from row to row is not what is open", () => {
    const reading = readLedger(book`
      Customer | Date | Num | Amount | Balance
      A | 2025-01-02 | 1 | 100 | 100
      A | 2025-01-03 | 2 | 50 | 150
      A | 2025-01-04 | 3 | 25 | 175
      A | 2025-01-05 | 4 | 10 | 185`);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([185, ["RUNNING_BALANCE 1 0", "ALL_OPEN 0 185"]]);
    const open = book`
      Customer | Date | Num | Amount | Balance
      A | 2025-01-02 | 1 | 100 | 10
      A | 2025-01-03 | 2 | 50 | 50
      A | 2025-01-04 | 3 | 25 | 5
      A | 2025-01-05 | 4 | 10 | 10`;
    expect(openIn(readLedger(open).ledger)).toBe(75);
  });

  test("Paid with yes and no is no money", () => {
    const reading = readLedger(book`
      Customer | Invoice No | Invoice Date | Amount | Paid
      A | 1 | 2025-01-02 | 100 | Yes
      B | 2 | 2025-01-02 | 50 | No`);
    expect([reading.columns.at(-1)!.field, doubtsIn(reading)]).toEqual(["settlementStatus", ["ALL_OPEN 0 150"]]);
  });
});

describe("several columns that say the same", () => {
  test("with tax is what is owed", () => {
    expect(openIn(readLedger(book`
      Customer | Date | Num | Amount | Tax | Total
      A | 2025-01-02 | 1 | 100 | 20 | 120
      B | 2025-01-03 | 2 | 50 | 10 | 60`).ledger)).toBe(180);
  });

  test("a column that adds up two others is not the amount", () => {
    expect(openIn(readLedger(book`
      Customer | Date | Num | Amount | Paid | Total
      A | 2025-01-02 | 1 | 100 | 20 | 120
      B | 2025-01-03 | 2 | 50 | 10 | 60`).ledger)).toBe(120);
  });

  test("equal ones are one; others are asked for, by their place where they read the same", () => {
    const dates = book`
      Customer | Date | Date | Amount
      A | 2025-01-02 | 2025-02-01 | 100`;
    expect(refusal(() => readLedger(dates))).toMatch(/docDate, "Date #1" and "Date #2".*field\.docDate/);
    expect(refusal(() => readLedger(dates), "zh")).toMatch(/Date #1.*Date #2.*field\.docDate/);
    const settled = readLedger(dates, { policy: readPolicy([["field.docDate", "Date #1"], ["field.dueDate", "Date #2"]]) });
    expect(linesIn(settled.ledger)).toEqual(["A |  | INV | 2025-01-02 | 2025-02-01 | 100"]);
    expect(refusal(() => readLedger(dates, { policy: readPolicy([["field.docDate", "Date"]]) }))).toMatch(/"Date #1" and "Date #2"/);
    expect(refusal(() => readLedger(dates, { policy: readPolicy([["field.docDate", "Date #3"]]) }))).toMatch(/no heading/);
    expect(openIn(readLedger(book`
      Customer | Date | Amount | Amount
      A | 2025-01-02 | 100 | 100`).ledger)).toBe(100);
    expect(refusal(() => readLedger(book`
      Customer | Date | Amount | Amount
      A | 2025-01-02 | 100 | 100
      B | 2025-01-02 | | 50`))).toMatch(/"Amount #1" and "Amount #2"/);
  });

  test("two names that go together are a name and a number", () => {
    const { ledger } = readLedger(book`
      Name | Name | Document Number | Date | Amount
      Acme | C1000 | 1 | 2025-01-02 | 100
      Beta | C1013 | 2 | 2025-01-02 | 100
      Acme | C1000 | 3 | 2025-01-02 | 100`);
    expect([ledger.buyers.id, ledger.buyers.name]).toEqual([["C1000", "C1013"], ["Acme", "Beta"]]);
    expect(refusal(() => readLedger(book`
      Name | Name | Document Number | Date | Amount
      Acme | Bob | 1 | 2025-01-02 | 100
      Beta | Bob | 2 | 2025-01-02 | 100`))).toMatch(/"Name #1" and "Name #2"/);
  });

  test("one account of receivables for all is no buyer", () => {
    expect(readLedger(book`
      Date | Journal Entry | Account | Partner | Due Date | Debit | Credit | Residual Amount
      2025-04-26 | INV/1 | 121000 Account Receivable | Acme | 2025-06-25 | 100 | 0 | 60
      2025-04-27 | INV/2 | 121000 Account Receivable | Acme | 2025-06-25 | 50 | 0 | 50`).columns.find(({ field }) => field.startsWith("buyer"))!.heading).toBe("Partner");
  });

  test("two amounts that are open differ: asked for", () => {
    expect(refusal(() => readLedger(book`
      Customer | Date | Amount | Outstanding | Remaining
      A | 2025-01-02 | 100 | 60 | 50`))).toMatch(/field open, "Outstanding" and "Remaining"/);
  });

  test("two days of issue: the first is taken, and it is said", () => {
    const reading = readLedger(book`
      客户 | 单据号 | 开票日期 | 业务日期 | 金额
      A | 1 | 2025-01-02 | 2025-01-05 | 100`);
    expect([doubtsIn(reading)[0], reading.issues[0]!.found, reading.columns.find(({ field }) => field === "docDate")!.rivals]).toEqual(["RIVAL_COLUMN 1 0", "开票日期 / 业务日期", ["业务日期"]]);
  });

  test("the user may say that the sheet has no such column", () => {
    const grid = book`
      Customer | Date | Amount | Outstanding | Remaining
      A | 2025-01-02 | 100 | 60 | 50`;
    expect(openIn(readLedger(grid, { policy: readPolicy([["field.open", "-"]]) }).ledger)).toBe(100);
  });
});

describe("headings in two rows", () => {
  test("a merged group over its parts", () => {
    const reading = readLedger(book`
      Customer | Invoice | | Amount |
       | No | Date | Original | Open
      Acme | 1 | 2025-01-02 | 100 | 60`);
    expect(reading.columns.map(({ field, heading }) => `${field}=${heading}`)).toEqual(["buyerName=Customer", "docNo=Invoice No", "docDate=Invoice Date", "amount=Amount Original", "open=Amount Open"]);
    expect([linesIn(reading.ledger), reading.headingRow, doubtsIn(reading)]).toEqual([["Acme | 1 | INV | 2025-01-02 |  | 100 | undated 40"], 2, []]);
  });

  test("借方发生 over 金额 is the amount, and the debit where 贷方发生 stands beside it", () => {
    const of = (...more: string[]): string[] => readHeadings([["客户", "凭证日期", "凭证号", "借方发生", "", ...more.map((one) => one.split(" ")[0]!)], ["", "", "", "金额", "本币", ...more.map((one) => one.split(" ")[1]!)], ["A", "2025-01-02", "1", 100, 100, ...more.map(() => 10)]], new Map()).columns.map(({ field }) => field);
    expect(of("借方未结 金额")).toEqual(["buyerName", "docDate", "docNo", "amount", "amountLocal", "open"]);
    expect(of("贷方发生 金额")).toEqual(["buyerName", "docDate", "docNo", "debit", "amountLocal", "credit"]);
  });

  test("原币 and 本币 over 金额 and 余额", () => {
    const { ledger, columns } = readLedger(book`
      客户名称 | 单据号 | 单据日期 | 币种 | 原币 | | 本币 |
       | | | | 金额 | 余额 | 金额 | 余额
      华东 | D1 | 2025-01-02 | 美元 | 100 | 60 | 720 | 432`);
    expect(columns.slice(4).map(({ field }) => field)).toEqual(["amount", "open", "amountLocal", "openLocal"]);
    expect([ledger.currency, openIn(ledger)]).toEqual(["USD", 60]);
  });

  test("a part of an unknown group is a guess, and said", () => {
    const reading = readLedger(book`
      Customer | Invoice | | Freight
       | No | Date | Amount
      Acme | 1 | 2025-01-02 | 100`);
    expect(doubtsIn(reading)).toContain("COLUMN_GUESSED 2 0");
  });

  test("a group's unit counts", () => {
    expect(openIn(readLedger(book`
      Customer | Invoice | | Amount ('000) |
       | No | Date | Original | Open
      Acme | 1 | 2025-01-02 | 1.5 | 1.2`).ledger)).toBe(1200);
  });

  test("a title over one row of headings is a title", () => {
    expect(readLedger(book`
      Receivables | | |
      Customer | Invoice No | Date | Amount
      Acme | 1 | 2025-01-02 | 100`).columns.map(({ heading }) => heading)).toEqual(["Customer", "Invoice No", "Date", "Amount"]);
  });
});

describe("titles above the headings", () => {
  const below = (...titles: Cell[]): Grid => [...titles.map((title): Cell[] => [title]), ["Customer", "Invoice No", "Invoice Date", "Amount"], ["A", "1", 45_700, 1.5]];

  test.each([
    ["单位：万元", 15_000, "XXX"], ["金额单位：人民币千元", 1_500, "CNY"], ["应收账款明细表（单位：百万元）", 1_500_000, "XXX"], ["人民币万元", 15_000, "XXX"], ["单位：元", 1.5, "XXX"], ["编制单位：万科企业", 1.5, "XXX"],
    ["Amounts in USD thousands", 1_500, "USD"], ["(in '000)", 1_500, "XXX"], ["All figures in thousands of euros", 1_500, "XXX"], ["EUR million", 1_500_000, "EUR"], ["RMB'000", 1_500, "CNY"], ["$000s", 1_500, "XXX"], ["(000s)", 1_500, "XXX"],
    ["Thousand Oaks Ltd", 1.5, "XXX"], ["A thousand customers", 1.5, "XXX"], ["Currency: EUR", 1.5, "EUR"], ["币种：人民币", 1.5, "CNY"], ["Amounts in GBP", 1.5, "GBP"], ["Amounts in ALL currencies", 1.5, "XXX"],
  ] as const)("%s", (title, open, currency) => {
    const reading = readLedger(below(title));
    expect([openIn(reading.ledger), reading.ledger.currency]).toEqual([open, currency]);
    const unit = reading.issues.find(({ code }) => code === "UNIT_TAKEN");
    expect(unit?.found.startsWith(`x ${open / 1.5}: `) ?? open).toBe(open === 1.5 ? 1.5 : true);
  });

  test("a currency beside its word; two currencies say none; a column of currencies says it all", () => {
    expect(readLedger([["Currency:", "EUR"], ...below()]).ledger.currency).toBe("EUR");
    expect(readLedger(below("Currency: EUR", "Currency: USD")).ledger.currency).toBe("XXX");
    expect(readLedger(book`
      Currency: EUR | | |
      Customer | Invoice Date | Amount | Currency
      A | 2025-01-02 | 100 | USD`).ledger.currency).toBe("USD");
  });

  test("the amount's own heading names currency and unit, and its unit is not counted twice", () => {
    expect(readLedger([["Customer", "Invoice Date", "Amount (USD)"], ["A", 45_700, 5]]).ledger.currency).toBe("USD");
    expect(readLedger([["客户", "开票日期", "金额（美元）"], ["A", 45_700, 5]]).ledger.currency).toBe("USD");
    expect(openIn(readLedger([["单位：万元"], ["客户", "开票日期", "金额（千元）"], ["A", 45_700, 5]]).ledger)).toBe(5_000);
  });

  test("a sheet that names its currency is not in the chosen one by silence", () => {
    const reading = readLedger(below("Currency: EUR"), { policy: readPolicy([["currency", "USD"], ["rate.EUR", 2]]) });
    expect([reading.ledger.currency, openIn(reading.ledger)]).toEqual(["USD", 3]);
    expect(refusal(() => readLedger(below("Currency: EUR"), { policy: readPolicy([["currency", "USD"]]) }))).toMatch(/no row that could be read/);
  });
});

describe("the row of the headings", () => {
  test("is found below thirty rows of titles, and no further", () => {
    const titles = (count: number): Grid => Array.from({ length: count }, (_, i): Cell[] => [`Note ${i}`]);
    const sheet: Grid = [["Customer", "Invoice No", "Invoice Date", "Amount"], ["A", "1", 45_700, 5]];
    expect(readLedger([...titles(29), ...sheet]).headingRow).toBe(30);
    expect(refusal(() => readLedger([...titles(30), ...sheet]))).toMatch(/Note 0/);
  });

  test("is not a row that talks of types and states", () => {
    expect(readLedger(book`
      Customer | Type | Status | Amount | Due | Invoice Date
      A | Invoice | Open | 100 | 2025-02-01 | 2025-01-02
      A | Payment | Closed | -100 | | 2025-01-02`).headingRow).toBe(1);
  });

  test("every heading misspelt: each is a guess, and said", () => {
    const reading = readLedger(book`
      Custmer Name | Invocie Date | Ammount
      A | 2025-01-02 | 100`);
    expect([openIn(reading.ledger), doubtsIn(reading).filter((doubt) => doubt.startsWith("COLUMN_GUESSED")).length]).toEqual([100, 3]);
  });
});

describe("the fingerprint of the headings", () => {
  const print = (...headings: string[]): string => headingsFingerprint({ texts: headings });

  test("is the same for the same headings, whatever their writing, and another for others", () => {
    expect(print("Invoice Date", "Amount")).toMatch(/^[0-9a-f]{16}$/);
    expect(print("invoice_date", " AMOUNT (EUR)")).toBe(print("Invoice Date", "Amount"));
    expect(print("Invoice Date", "Amount", "", "")).toBe(print("Invoice Date", "Amount"));
    expect(new Set([print("Invoice Date", "Amount"), print("Amount", "Invoice Date"), print("", "Invoice Date", "Amount"), print("Invoice Date"), print()]).size).toBe(5);
  });

  test("does not depend on the rows below, and comes with the reading", () => {
    const of = (amount: number): string => readLedger([["Customer", "Invoice Date", "Amount"], ["A", 45_700, amount]]).headingsFingerprint;
    expect(of(1)).toBe(of(2));
  });
});

test("what the pane shows: how sure, why, and what else it could be", () => {
  const { columns } = readLedger(book`
    Customer Name | Client | Date of Invoice | Custmer No | Total Amount
    Acme | Acme | 2025-01-02 | 7 | 100`);
  expect(columns.map(({ field, because, sure, rivals }) => [field, because, sure > 0 && sure <= 1, rivals])).toEqual([
    ["buyerName", "exact", true, ["Client"]], ["docDate", "exact", true, []], ["buyerId", "similar", true, ["Client"]], ["amount", "exact", true, []],
  ]);
});
