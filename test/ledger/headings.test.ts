import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { book, doubtsIn, linesIn, openIn, refusal } from "../support/book";

const fieldsOf = (grid: Parameters<typeof readLedger>[0]): string[] => readLedger(grid).columns.map(({ field, heading }) => `${field}=${heading}`);

describe("headings are found", () => {
  test("in any order, below titles, however they are written", () => {
    const grid = book`
      Receivables as of 31 March |  |  |  |
      Printed by K. |  |  |  |
      total_open_amount | name_customer | due_in_date | cust_number | posting_date
      500 | WINC co | 2020-03-13 | 0200706844 | 2020-02-27`;
    expect(fieldsOf(grid)).toEqual(["open=total_open_amount", "buyerName=name_customer", "dueDate=due_in_date", "buyerId=cust_number", "postDate=posting_date"]);
    expect(readLedger(grid).headingRow).toBe(3);
  });

  test("in Chinese", () => {
    const grid = book`
      客户 | 单据编号 | 业务日期 | 到期日 | 价税合计 | 已核销金额 | 未核销金额
      华东贸易有限公司 | AR001 | 2025年3月1日 | 2025/3/31 | 1,130.00 | 130 | 1000
      南山电子 | AR002 | 20250305 | 2025-04-04 | ￥２，０００．５０ | 0 | 2000.50`;
    const reading = readLedger(grid);
    expect(linesIn(reading.ledger)).toEqual(["华东贸易有限公司 | AR001 | INV | 2025-03-01 | 2025-03-31 | 1130 | undated 130", "南山电子 | AR002 | INV | 2025-03-05 | 2025-04-04 | 2000.5"]);
    expect([openIn(reading.ledger), reading.issues]).toEqual([3000.5, []]);
  });

  test("in SAP's export, English and Chinese", () => {
    const english = book`
      Account | Assignment | Document Number | Document Type | Document Date | Net due date | Arrears after net due date | Amount in doc. curr. | Document currency | Terms of Payment | Billing Document | Payment date | Debit/Credit ind
      100234 | PO 7 | 1800001 | RV | 2025-01-10 | 2025-02-09 | 12 | 900 | EUR | N030 | 9001 | | S
      100234 | PO 8 | 1800002 | DG | 2025-01-20 | 2025-01-20 | 0 | 100 | EUR | | 9002 | | H`;
    expect(linesIn(readLedger(english).ledger)).toEqual(["100234 | 1800001 | INV | 2025-01-10 | 2025-02-09 | 900", "100234 | 1800002 | CN | 2025-01-20 | 2025-01-20 | -100"]);
    const chinese = book`
      总账科目 | 凭证类型 | 凭证编号 | 过账日期 | 凭证日期 | 借/贷标识 | 本币金额 | 本币 | 以凭证货币计的金额 | 凭证货币 | 客户 | 分配 | 清帐日期 | 清帐凭证
      1122 | RV | 90001 | 2025-01-12 | 2025-01-10 | S | 7200 | CNY | 1000 | USD | 300 | A | 2025-02-01 | 14001`;
    const { ledger } = readLedger(chinese);
    expect([ledger.currency, ...linesIn(ledger)]).toEqual(["USD", "300 | 90001 | INV | 2025-01-10 |  | 1000 | 2025-02-01 1000"]);
  });

  test("in Oracle's, where what was applied and what was credited are both off the amount", () => {
    const grid = book`
      cust_name | cust_no | class | invnum | invoice_currency_code | trx_date | due_date | days_past_due | amt_due_original | amount_applied | amount_credited
      Acme | 17 | INV | 5001 | USD | 2025-03-01 | 2025-03-31 | 0 | 1000 | 300 | 100`;
    expect(openIn(readLedger(grid).ledger)).toBe(600);
  });

  test("amount, open, paid and the amount in local currency are four things", () => {
    const grid = book`
      Customer | Invoice # | Invoice Date | Amount | Amount in local currency | Paid | Open
      A | 1 | 2025-01-01 | 100 | 720 | 40 | 60`;
    expect(openIn(readLedger(grid).ledger)).toBe(60);
  });
});

describe("headings that cannot be read are refused, with what was looked for and what was found", () => {
  const amounts = book`
    Customer | Invoice Date | Amount | Invoice Amount
    A | 2025-01-01 | 100 | 113`;

  test("two amounts", () => {
    expect(refusal(() => readLedger(amounts))).toMatch(/"Amount" and "Invoice Amount".*field\.amount/);
    expect(refusal(() => readLedger(amounts), "zh")).toMatch(/Amount.*Invoice Amount.*field\.amount/);
    const policy = readPolicy([["field.amount", "Invoice Amount"]]);
    expect(openIn(readLedger(amounts, { policy }).ledger)).toBe(113);
  });

  test("a heading the policy names and the sheet has not", () => {
    expect(refusal(() => readLedger(amounts, { policy: readPolicy([["field.amount", "Gross"]]) }))).toMatch(/field\.amount is "Gross"/);
  });

  test("no headings: the hint Table[#All]", () => {
    const grid = book`
      C001 | INV-1 | 2025-01-01 | 100
      C002 | INV-2 | 2025-01-02 | 200`;
    expect(refusal(() => readLedger(grid))).toMatch(/C001.*Table\[#All\]/);
    expect(refusal(() => readLedger(grid), "zh")).toContain("Table[#All]");
  });

  test("no amount", () => {
    const grid = book`
      Customer | Invoice Date | Colour
      A | 2025-01-01 | red`;
    expect(refusal(() => readLedger(grid))).toMatch(/lack an amount or an open amount.*Found: Customer, Invoice Date, Colour/);
  });

  test("a trial balance", () => {
    const grid = book`
      科目编码 | 期初余额 | 借方 | 贷方 | 期末余额
      1122 | 100 | 50 | 30 | 120`;
    expect(refusal(() => readLedger(grid))).toMatch(/trial balance/);
  });

  test.each([
    ["nothing", [], /empty/],
    ["blank rows", [[null, ""], []], /empty/],
    ["one cell", [["Amount"]], /One cell/],
    ["headings alone", [["Customer", "Invoice Date", "Amount"]], /no row that could be read/],
    ["a picture's text", [["hello", "world"], ["foo", "bar"]], /hello, world/],
  ])("%s", (_, grid, said) => {
    expect(refusal(() => readLedger(grid))).toMatch(said);
  });
});

test("a column of text where money should be: each row a doubt, none a zero", () => {
  const grid = book`
    Customer | Invoice Date | Amount
    A | 2025-01-01 | 100
    B | 2025-01-02 | about 200`;
  const reading = readLedger(grid);
  expect([openIn(reading.ledger), doubtsIn(reading)[0], reading.issues[0]!.found]).toEqual([100, "BAD_AMOUNT 3 0", "about 200"]);
});
