/** What kinds of rows a ledger holds, and what they do to each other (methods.md 0.1 and 0.4). */
import { issueKinds } from "../../src/ledger/issueKinds";
import { moneyInDoubt } from "../../src/ledger/moneyInDoubt";
import type { Reading } from "../../src/ledger/reading";
import type { Policy } from "../../src/ledger/policy";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { position } from "../../src/receivables/position";
import type { Cell } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";
import { book, doubtsIn, linesIn, openIn } from "../support/book";

describe("rows that are no receivable", () => {
  test("drafts and cancelled documents are left out with what they would have owed", () => {
    const reading = readLedger(book`
      Customer | No | Invoice Date | Amount | Paid | Status
      A | 1 | 2026-01-05 | 100 |  | Posted
      A | 2 | 2026-01-06 | 250 | 50 | Draft
      A | 3 | 2026-01-07 | 70 |  | Cancelled
      A | 4 | 2026-01-08 | 60 |  | 已作废
      A | 5 | 2026-01-09 | 30 |  | 未审核
      A | 6 | 2026-01-10 | 20 |  | Invoice : Rejected`);
    expect(openIn(reading.ledger)).toBe(100);
    expect(doubtsIn(reading)).toEqual(["NOT_POSTED 3 200", "NOT_POSTED 4 70", "NOT_POSTED 5 60", "NOT_POSTED 6 30", "NOT_POSTED 7 20"]);
  });

  test.each([["Posted", 100], ["AUTHORISED", 100], ["Unpaid", 120]])("beside %s, what was submitted leaves %d", (word, open) => {
    expect(openIn(readLedger(book`
      Customer | No | Invoice Date | Amount | Paid | Status
      A | 1 | 2026-01-05 | 100 |  | ${word}
      A | 2 | 2026-01-06 | 20 |  | Submitted`).ledger)).toBe(open);
  });

  test("a flag of what was cancelled", () => {
    const reading = readLedger(book`
      客户 | 单据号 | 单据日期 | 金额 | 作废标志
      甲 | 1 | 2026-01-05 | 100 | 否
      甲 | 2 | 2026-01-06 | 30 | 是`);
    expect([openIn(reading.ledger), doubtsIn(reading)[0]]).toEqual([100, "NOT_POSTED 3 30"]);
  });

  test("an acceptance of a bank is the bank's debt, a trader's acceptance the buyer's", () => {
    const rows = book`
      客户 | 单据编号 | 单据类型 | 单据日期 | 金额
      甲 | 1 | 销售发票 | 2026-01-05 | 100
      甲 | 2 | 银行承兑汇票 | 2026-01-06 | 500
      甲 | 3 | 商业承兑汇票 | 2026-01-07 | 40`;
    const reading = readLedger(rows);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([140, ["BANK_BILL 3 500", "ALL_OPEN 0 140"]]);
    expect(openIn(readLedger(rows, { policy: readPolicy([["bankBills", "in"]]) }).ledger)).toBe(640);
  });

  test.each([
    ["Bank acceptance", 0], ["Banker's Acceptance", 0], ["BANKERS ACCEPTANCE", 0], ["bank bill", 0], ["Bank Draft", 0], ["银承", 0], ["Trade acceptance", 500], ["Commercial acceptance", 500], ["Bill of exchange", 500], ["商承", 500],
  ])("%s: open %i", (type, open) => {
    const reading = readLedger(book`
      Customer | Number | Type | Date | Amount
      A | 1 | Invoice | 2026-01-05 | 100
      A | 2 | ${type} | 2026-01-06 | 500`);
    expect([openIn(reading.ledger), doubtsIn(reading)[0]]).toEqual([100 + open, open === 0 ? "BANK_BILL 3 500" : `ALL_OPEN 0 ${600}`]);
  });

  test("with a bill on the credit side the buyer has paid, whoever accepted it", () => {
    const { ledger } = readLedger(book`
      Customer | Number | Type | Date | Amount
      A | 1 | Invoice | 2026-01-05 | 100
      A | 2 | Bank draft | 2026-02-05 | -60
      A | 3 | Trade acceptance | 2026-02-06 | -10`);
    expect([openIn(ledger), linesIn(ledger).slice(1)]).toEqual([30, ["A | 2 | PMT | 2026-02-05 |  | -60", "A | 3 | PMT | 2026-02-06 |  | -10"]]);
    expect(openIn(readLedger(book`
      客户 | 单据编号 | 单据类型 | 单据日期 | 方向 | 金额
      甲 | 1 | 销售发票 | 2026-01-05 | 借 | 100
      甲 | 2 | 银行承兑汇票 | 2026-02-05 | 贷 | 60`).ledger)).toBe(40);
  });

  test("what was written off is gone, and is no payment", () => {
    const { ledger } = readLedger(book`
      Customer | No | Invoice Date | Amount | Status | Settled Date
      A | 1 | 2026-01-05 | 100 | Paid | 2026-02-05
      A | 2 | 2026-01-06 | 50 | Written off | 2026-06-30`);
    expect([openIn(ledger), [...ledger.settlements.kind]]).toEqual([0, [0, 2]]);
  });
});

describe("documents of one sheet that settle each other", () => {
  const SAP = book`
    Customer | Document Number | Document Type | Document Date | Amount | Clearing document
    A | 1400000001 | RV | 2026-01-05 | 100 | 2000000009
    A | 1400000002 | RV | 2026-01-20 | 60 | 2000000009
    A | 2000000008 | DZ | 2026-02-10 | -120 | 2000000009
    A | 2000000009 | DZ | 2026-03-01 | -40 | 2000000009
    A | 1400000003 | RV | 2026-03-05 | 75 |`;

  test("a clearing document settles its rows, each part on the day of its payment", () => {
    const reading = readLedger(SAP);
    expect(linesIn(reading.ledger).slice(0, 2)).toEqual([
      "A | 1400000001 | INV | 2026-01-05 |  | 100 | 2026-02-10 100",
      "A | 1400000002 | INV | 2026-01-20 |  | 60 | 2026-02-10 20 | 2026-03-01 40",
    ]);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([75, []]);
  });

  test("the past is rebuilt: what was open on any day is what the payments of that day left", () => {
    const { ledger } = readLedger(SAP);
    const openOn = (month: number, day: number): number => position(ledger, dayOf(2026, month, day)).total / 100;
    expect([openOn(1, 4), openOn(1, 31), openOn(2, 28), openOn(3, 1), openOn(3, 31)]).toEqual([0, 160, 40, 0, 75]);
  });

  test("a clearing that does not add up is said with the difference; one without a date leaves none", () => {
    const differing = readLedger(book`
      Customer | Document Number | Document Type | Document Date | Amount | Clearing document
      A | 1 | RV | 2026-01-05 | 100 | 9
      A | 9 | DZ | 2026-02-10 | -97 | 9
      A | 2 | RV | 2026-01-06 | 30 | 7`);
    expect([openIn(differing.ledger), doubtsIn(differing)]).toEqual([0, ["CLEARING_DIFFERS 2 3", "CLEARED_UNDATED 4 30"]]);
  });

  test("a credit note that names its invoice lowers that invoice, and is no payment", () => {
    const { ledger } = readLedger(book`
      Customer | Invoice No | Type | Invoice Date | Amount | Reference Key 3
      A | I-1 | Invoice | 2026-01-05 | 100 |
      A | I-2 | Invoice | 2026-01-06 | 80 |
      A | C-1 | Credit Note | 2026-02-01 | -30 | I-1
      A | P-1 | Payment | 2026-02-10 | -90 | I-1, I-2`);
    expect(linesIn(ledger)).toEqual([
      "A | I-1 | INV | 2026-01-05 |  | 100 | 2026-02-01 30 | 2026-02-10 70",
      "A | I-2 | INV | 2026-01-06 |  | 80 | 2026-02-10 20",
      "A | C-1 | CN | 2026-02-01 |  | -30 | 2026-02-01 -30",
      "A | P-1 | PMT | 2026-02-10 |  | -90 | 2026-02-10 -70 | 2026-02-10 -20",
    ]);
    expect([openIn(ledger), [...ledger.settlements.kind]]).toEqual([60, [1, 0, 0, 1, 0, 0]]);
  });

  test("another buyer's invoice of that number is not lowered", () => {
    const { ledger } = readLedger(book`
      Customer | Invoice No | Type | Invoice Date | Amount | Assignment
      A | I-1 | Invoice | 2026-01-05 | 100 |
      B | C-1 | Credit Note | 2026-02-01 | -30 | I-1`);
    expect(linesIn(ledger)[0]).toBe("A | I-1 | INV | 2026-01-05 |  | 100");
  });
});

describe("one number for two buyers", () => {
  const shared = (reading: Reading): string[] => reading.issues.filter(({ code }) => code === "SHARED_NUMBER").map(({ row, column, found, rows, amount, currency }) => `${row} ${column} ${found} | ${rows} ${amount / 100} ${currency}`);

  test("is a doubt a number, with its rows and money; a currency apart from another; the figures stay", () => {
    const reading = readLedger(book`
      Customer | Invoice No | Invoice Date | Amount | Currency | Type
      A | 1 | 2026-01-05 | 100 | EUR | INV
      B | 2 | 2026-01-05 | 20 | EUR | INV
      A | 1 | 2026-01-06 | 40 | EUR | INV
      C | 1 | 2026-01-07 | -3 | EUR | CN
      D | 1 | 2026-01-08 | 7 | USD | INV
      E | 1 | 2026-01-08 | 5 | EUR | INV
      B | 2 | 2026-01-09 | 9 | EUR | INV`);
    expect(shared(reading)).toEqual(["5 1 1: A / C / D / ... | 4 148 EUR", "6 1 1: A / C / D / ... | 1 7 USD"]);
    expect([reading.ledger.documents.count, issueKinds(reading).find(({ code }) => code === "SHARED_NUMBER")!.rows]).toEqual([7, 5]);
    expect(moneyInDoubt(reading).every(({ doubted }) => doubted === 0)).toBe(true);
  });

  test("is none where a receipt or a journal entry concerns several, where there is no number, and where two names are one buyer", () => {
    expect(shared(readLedger(book`
      Customer | Document No | Date | Amount | Type
      A | R1 | 2026-01-05 | -100 | Payment
      B | R1 | 2026-01-05 | -20 | Payment
      A | J1 | 2026-01-05 | 5 | Journal
      B | J1 | 2026-01-05 | -5 | Journal
      A | | 2026-01-05 | 100 | INV
      B | | 2026-01-05 | 100 | INV`))).toEqual([]);
    const two = book`
      Customer | Invoice No | Invoice Date | Amount
      A | 1 | 2026-01-05 | 100
      B | 1 | 2026-01-05 | 20`;
    const buyers = book`
      Customer | Parent
      A | Group
      B | Group`;
    expect([shared(readLedger(two, { buyers })).length, shared(readLedger(two, { buyers, policy: readPolicy([["rollUp", "parent"]]) }))]).toEqual([1, []]);
  });

  test("a book that numbers by buyer has one doubt for all, within the time of a reading", () => {
    const rows = Array.from({ length: 60_000 }, (_, i): Cell[] => [`C${i % 3}`, 1 + Math.floor(i / 3), 46_000, 1]);
    const reading = readLedger([["Customer", "Invoice No", "Invoice Date", "Amount"], ...rows]);
    expect(shared(reading)).toEqual(["3 1 20000 (1: C0 / C1 / C2) | 60000 60000 XXX"]);
    expect(issueKinds(reading).find(({ code }) => code === "SHARED_NUMBER")!.rows).toBe(60_000);
  });
});

describe("receipts of their own sheet", () => {
  const invoices = book`
    Customer | Invoice No | Invoice Date | Due Date | Amount
    A | I-1 | 2026-01-05 | 2026-02-05 | 100
    A | I-1 | 2026-01-05 | 2026-03-05 | 100
    A | I-2 | 2026-01-10 | 2026-02-10 | 50`;

  test("instalments of one number are filled in the order they fall due", () => {
    const reading = readLedger(invoices, { payments: book`
      Invoice No | Payment Date | Amount
      I-1 | 2026-02-03 | 70
      I-1 | 2026-02-20 | 70` });
    expect(linesIn(reading.ledger).slice(0, 2)).toEqual([
      "A | I-1 | INV | 2026-01-05 | 2026-02-05 | 100 | 2026-02-03 70 | 2026-02-20 30",
      "A | I-1 | INV | 2026-01-05 | 2026-03-05 | 100 | 2026-02-20 40",
    ]);
  });

  test("a credit or a write-off among the receipts is no payment; too much is said; another currency settles nothing", () => {
    const reading = readLedger(book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      A | I-2 | 2026-01-10 | 50 | EUR
      A | I-3 | 2026-01-10 | 20 | EUR`, { payments: book`
      Invoice No | Payment Date | Amount | Type | Currency
      I-2 | 2026-02-03 | 40 | Payment | EUR
      I-2 | 2026-02-04 | 15 | Credit Note | EUR
      I-3 | 2026-02-05 | 20 | Payment | USD` });
    expect([openIn(reading.ledger), [...reading.ledger.settlements.kind]]).toEqual([15, [0, 1]]);
    expect(doubtsIn(reading)).toEqual(["RECEIPT_CURRENCY 4 20", "OVERPAID 2 -5"]);
  });
});

describe("a receipt in another currency than its invoice, by its sign or its column", () => {
  const invoices = book`
    Customer | Invoice No | Invoice Date | Amount | Currency
    A | 1 | 2026-01-10 | 100 | EUR
    A | 2 | 2026-01-10 | 100 | EUR
    B | 3 | 2026-01-10 | 100 | CAD
    C | 4 | 2026-01-10 | 700 | CNY`;
  const payments = book`
    Invoice No | Payment Date | Amount | Currency
    1 | 2026-02-01 | ${"€60"} |
    1 | 2026-02-01 | ${"$40"} |
    2 | 2026-02-01 | 10 | USD
    2 | 2026-02-01 | ${"$20"} | EUR
    3 | 2026-02-01 | ${"$30"} |
    4 | 2026-02-01 | ${"¥50"} |
    4 | 2026-02-01 | 20 USD |
    4 | never | 5 USD |`;
  const receipts = (reading: Reading): string[] => reading.issues.filter(({ code }) => code.startsWith("RECEIPT")).map(({ code, row, column, found, amount, currency }) => `${code} ${row} ${column} ${found} ${amount / 100} ${currency}`);

  test("settles nothing, and is said in its own currency; a sign that several currencies have is its invoice's", () => {
    const reading = readLedger(invoices, { payments });
    expect(linesIn(reading.ledger).map((line) => line.split(" | ").slice(6).join(" "))).toEqual(["2026-02-01 60", "", "2026-02-01 30", "2026-02-01 50"]);
    expect(receipts(reading)).toEqual(["RECEIPT_CURRENCY 3 2 $40 40 USD", "RECEIPT_CURRENCY 4 3 USD 10 USD", "RECEIPT_CURRENCY 5 2 $20 20 XXX", "RECEIPT_CURRENCY 8 2 20 USD 20 USD", "RECEIPT_DATE 9 1 4 5 USD"]);
  });

  test("settles what the policy's rates make of it, and is said", () => {
    const policy = readPolicy([["currency", "EUR"], ["rate.USD", 0.9], ["rate.CAD", 0.6], ["rate.CNY", 0.125]]);
    const reading = readLedger(invoices, { payments, policy });
    expect(linesIn(reading.ledger).map((line) => line.split(" | ").slice(5).join(" "))).toEqual(["100 2026-02-01 36 2026-02-01 60", "100 2026-02-01 9", "60 2026-02-01 18", "87.5 2026-02-01 6.25 2026-02-01 18"]);
    expect(receipts(reading)).toEqual(["RECEIPT_EXCHANGED 3 2 $40 36 EUR", "RECEIPT_EXCHANGED 4 3 USD 9 EUR", "RECEIPT_CURRENCY 5 2 $20 20 XXX", "RECEIPT_EXCHANGED 8 2 20 USD 18 EUR", "RECEIPT_DATE 9 1 4 5 USD"]);
  });

  test("where rates change, at those of the receipt's day, in the invoice's own currency; before the first rate not at all", () => {
    const policy = (since: string): Policy => readPolicy([["currency", "EUR"], ["rate.USD", 0.9], ["rate.CAD", 0.6], [`rate.USD.${since}`, 1], ["rate.CNY.2026-01-01", 0.125], ["rate.CNY.2026-02-01", 0.2]]);
    const reading = readLedger(invoices, { payments, policy: policy("2026-02-01") });
    expect(receipts(reading)).toEqual(["RECEIPT_EXCHANGED 3 2 $40 40 EUR", "RECEIPT_EXCHANGED 4 3 USD 10 EUR", "RECEIPT_CURRENCY 5 2 $20 20 XXX", "RECEIPT_EXCHANGED 8 2 20 USD 100 CNY", "RECEIPT_DATE 9 1 4 5 USD"]);
    expect([...reading.ledger.foreign!.settled].at(-1)).toBe(10_000);
    expect(receipts(readLedger(invoices, { payments, policy: policy("2026-02-02") }))[0]).toBe("RECEIPT_EXCHANGED 3 2 $40 36 EUR");
    const late = readPolicy([["currency", "EUR"], ["rate.CAD", 0.6], ["rate.CNY", 0.125], ["rate.USD.2026-02-02", 1]]);
    expect(receipts(readLedger(invoices, { payments, policy: late }))[0]).toBe("RECEIPT_CURRENCY 3 2 $40 40 USD");
  });
});

describe("金蝶 lists the provisional receivable beside the invoiced one", () => {
  test("the provisional rows are left out", () => {
    const reading = readLedger(book`
      单据编号 | 业务日期 | 客户 | 价税合计 | 立账类型
      AR001 | 2026-01-05 | 甲公司 | 100 | 暂估应收
      AR002 | 2026-01-20 | 甲公司 | 100 | 财务应收`);
    expect([openIn(reading.ledger), doubtsIn(reading)[0]]).toEqual([100, "PROVISIONAL 2 100"]);
  });

  test("unless there are no others", () => {
    expect(openIn(readLedger(book`
      单据编号 | 业务日期 | 客户 | 价税合计 | 立账类型
      AR001 | 2026-01-05 | 甲公司 | 100 | 暂估应收`).ledger)).toBe(100);
  });
});

test("a journal's debit and credit columns", () => {
  const reading = readLedger(book`
    Customer | Document No | Document Date | Debit | Credit
    A | 1 | 2026-01-05 | 100 |
    A | 2 | 2026-02-05 |  | 40
    A | 3 | 2026-02-06 |  | oops`);
  expect([openIn(reading.ledger), doubtsIn(reading).slice(0, 2)]).toEqual([60, ["BAD_AMOUNT 4 0", "NO_AMOUNT 4 0"]]);
});
