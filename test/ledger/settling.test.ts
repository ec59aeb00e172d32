import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { book, doubtsIn, linesIn, openIn, refusal } from "../support/book";
import { on } from "../support/columns";

describe("what is open", () => {
  test("the settled date decides for the whole amount; a residue is a doubt with its money", () => {
    const reading = readLedger(book`
      Customer | No | Invoice Date | Amount | Settled Date | Open
      A | 1 | 2025-01-01 | 605.51 | 2025-01-18 | 103.53
      A | 2 | 2025-01-05 | 200 |  |
      A | 3 | 2025-01-06 | 300 |  | 100`);
    expect(linesIn(reading.ledger)).toEqual(["A | 1 | INV | 2025-01-01 |  | 605.51 | 2025-01-18 605.51", "A | 2 | INV | 2025-01-05 |  | 200", "A | 3 | INV | 2025-01-06 |  | 300"]);
    expect(doubtsIn(reading)).toEqual(["RESIDUE 2 103.53", "SETTLED_UNDATED 4 200"]);
    expect([reading.ledger.dated, openIn(reading.ledger)]).toEqual([true, 500]);
  });

  test("a settled-date column without a single date says nothing", () => {
    const { ledger } = readLedger(book`
      Customer | Invoice Date | Amount | Clearing Date | Open
      A | 2025-01-01 | 100 | | 40`);
    expect([openIn(ledger), ledger.dated]).toEqual([40, false]);
  });

  test("without dates the open amount decides, before what was paid", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Amount | Paid | Open
      A | 2025-01-01 | 100 | 60 | 40
      A | 2025-01-02 | 100 | 50 | 40`);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([80, ["PAID_DIFFERS 3 10"]]);
  });

  test("else amount less paid, undated", () => {
    const { ledger } = readLedger(book`
      Customer | No | Invoice Date | Amount | Paid
      A | 1 | 2025-01-01 | 100 | 60
      A | 2 | 2025-01-01 | 100 |`);
    expect(linesIn(ledger)).toEqual(["A | 1 | INV | 2025-01-01 |  | 100 | undated 60", "A | 2 | INV | 2025-01-01 |  | 100"]);
    expect([...ledger.documents.closed]).toEqual([0, 0]);
  });

  test("0 or blank open is nothing open, and a doubt when nothing says that it was paid", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Amount | Open | Paid
      A | 2025-01-01 | 100 | 0 |
      A | 2025-01-02 | 200 |  |
      A | 2025-01-03 | 300 | 0 | 300
      A | 2025-01-04 | 50 | 50 |`);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([50, ["OPEN_UNSUPPORTED 2 100", "OPEN_UNSUPPORTED 3 200"]]);
  });

  test("an open amount that cannot be read leaves the whole amount open, never a zero", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Amount | Open
      A | 2025-01-01 | 100 | ask Jo
      A | 2025-01-02 | 50 | 20`);
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([120, ["BAD_OPEN 2 100"]]);
  });

  test("only an open amount: it is the amount", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Outstanding
      A | 2025-01-01 | 70.25`);
    expect([openIn(reading.ledger), reading.ledger.documents.amount[0]]).toEqual([70.25, 7025]);
  });

  test("settled before it was issued: a doubt, closed from the day of issue", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Due Date | Amount | Paid Date
      A | 2025-03-20 | 2025-04-19 | 161.98 | 2025-03-03`);
    expect([[...reading.ledger.documents.closed], doubtsIn(reading)]).toEqual([[on("2025-03-20")], ["SETTLED_BEFORE_ISSUE 2 161.98"]]);
  });
});

describe("rows that are no documents, or hold a hole", () => {
  const reading = readLedger(book`
    Customer | No | Invoice Date | Due Date | Amount
    A | 1 | 2025-01-10 | 2025-01-05 | 10
     | 2 | 2025-01-10 | | 20
    A | 3 | | | 40
    A | 4 | 2025-01-10 | | much
    A | 5 | 2025-01-10 | |
     | | | |
    小计 | | | | 110
    B | 6 | 2025-01-11 | | 80
    Grand Total | | | | 190
    B | 6 | 2025-01-11 | | 80`);

  test("each is said with its row and money; what is kept is kept as written", () => {
    expect(doubtsIn(reading).sort()).toEqual(
      ["ALL_OPEN 0 170", "BAD_AMOUNT 5 0", "DUE_BEFORE_ISSUE 2 10", "DUPLICATE 11 80", "NO_AMOUNT 6 0", "NO_BUYER 3 20", "NO_ISSUE_DATE 4 40", "TOTAL_DIFFERS 10 100", "TOTAL_DIFFERS 8 100", "TOTAL_ROW 10 190", "TOTAL_ROW 8 110"].sort(),
    );
    expect([...reading.ledger.documents.row]).toEqual([2, 9, 11]);
  });

  test("a buyer who is called Total is a buyer", () => {
    const { ledger } = readLedger(book`
      Customer | Invoice Date | Amount
      Total | 2025-01-01 | 5`);
    expect(openIn(ledger)).toBe(5);
  });
});

describe("credits", () => {
  test("a negative amount nobody calls anything is a credit note of its own", () => {
    const { ledger } = readLedger(book`
      Customer | No | Invoice Date | Amount | Open
      A | 1 | 2025-01-01 | 100 | 100
      A | 2 | 2025-01-02 | -30 | -30`);
    expect([linesIn(ledger)[1], openIn(ledger)]).toEqual(["A | 2 | CN | 2025-01-02 |  | -30", 70]);
  });

  test.each([["CN"], ["Credit Memo"], ["DG"], ["红字"], ["贷项通知单"]])("%s without a sign lowers the balance, and is said", (type) => {
    const reading = readLedger(book`
      Customer | Type | Invoice Date | Amount
      A | Invoice | 2025-01-01 | 100
      A | ${type} | 2025-01-02 | 30`);
    expect([openIn(reading.ledger), doubtsIn(reading)[0]]).toEqual([70, "UNSIGNED_CREDIT 3 -30"]);
    expect(reading.ledger.currencies).toEqual([{ code: "XXX", documents: 2, minor: 7000 }]);
  });

  test("where credits are signed, a positive one takes a credit back", () => {
    const { ledger } = readLedger(book`
      Customer | Type | Invoice Date | Amount
      A | CM | 2025-01-01 | -100
      A | CM | 2025-01-02 | 30`);
    expect(openIn(ledger)).toBe(-70);
  });

  test.each([["RV", "INV"], ["DR", "INV"], ["DZ", "PMT"], ["收款单", "PMT"], ["UNAP", "UNAP"], ["预收款", "PRE"], ["PRE", "PRE"], ["应收单", "INV"], ["质保金", "RET"], ["商业承兑汇票", "BILL"], ["Write-off", "WO"]])("%s is %s", (type, kind) => {
    const { ledger } = readLedger(book`
      Customer | No | Type | Invoice Date | Amount
      A | 1 | ${type} | 2025-01-01 | 100`);
    expect(linesIn(ledger)[0]!.split(" | ")[2]).toBe(kind);
  });
});

test.each([["Yes", 1], ["No", 0], ["是", 1], ["否", 0], [true, 1], [false, 0], ["", 0], ["Y", 1]])("disputed %p", (cell, disputed) => {
  expect(readLedger(book`
    Customer | Invoice Date | Amount | Disputed
    A | 2025-01-01 | 100 | ${cell}`).ledger.documents.disputed[0]).toBe(disputed);
});

describe("terms", () => {
  const grid = book`
    Customer | Invoice Date | Due Date | Amount | Payment terms
    A | 2025-01-01 | 2025-01-20 | 1 | net 30
    A | 2025-01-01 | | 1 | Net 30 days
    A | 2025-01-01 | | 1 | ${30}
    A | 2025-01-01 | | 1 | 30天
    A | 2025-01-01 | | 1 | 2/10 net 30
    A | 2025-01-01 | | 1 | NAH4`;

  test("stand in for a due date where they are plain, or where the policy explains them", () => {
    const plain = ["2025-01-20", "2025-01-31", "2025-01-31", "2025-01-31", "2025-01-31"].map(on);
    expect([...readLedger(grid).ledger.documents.due]).toEqual([...plain, 0]);
    expect([...readLedger(grid, { policy: readPolicy([["terms.nah4", 45]]) }).ledger.documents.due]).toEqual([...plain, on("2025-02-15")]);
  });

  test("a due day on a weekend or a holiday moves to the next working day, if asked", () => {
    const policy = readPolicy([["businessDays", "roll"], ["holidays", "2025-01-20,2025-01-21"]]);
    expect([...readLedger(grid, { policy }).ledger.documents.due].slice(0, 2)).toEqual([on("2025-01-22"), on("2025-01-31")]);
    const saturday = book`
      Customer | Invoice Date | Due Date | Amount
      A | 2025-01-01 | 2025-02-01 | 1`;
    expect([...readLedger(saturday, { policy }).ledger.documents.due]).toEqual([on("2025-02-03")]);
  });
});

describe("receipts by invoice number", () => {
  const invoices = book`
    Customer | Invoice No | Invoice Date | Amount
    A | 1 | 2025-01-01 | 100
    A | 2 | 2025-01-01 | 200
    B | 2 | 2025-01-01 | 300`;

  test("settle on their own days, in parts", () => {
    const payments = book`
      Invoice No | Payment Date | Amount
      1 | 2025-02-10 | 60
      1 | 2025-01-20 | 40
      9 | 2025-01-20 | 5
      1 | never | 7`;
    const reading = readLedger(invoices, { payments });
    expect(linesIn(reading.ledger)[0]).toBe("A | 1 | INV | 2025-01-01 |  | 100 | 2025-01-20 40 | 2025-02-10 60");
    expect([reading.ledger.documents.closed[0], doubtsIn(reading)]).toEqual([on("2025-02-10"), ["RECEIPT_UNMATCHED 4 5", "RECEIPT_DATE 5 7", "SHARED_NUMBER 4 500"]]);
    expect([reading.ledger.dated, reading.ledger.lastDay]).toEqual([true, on("2025-02-10")]);
  });

  test("a number that two buyers have needs the buyer", () => {
    const told = book`
      Invoice No | Customer | Payment Date | Amount
      2 | B | 2025-02-01 | 300`;
    expect(linesIn(readLedger(invoices, { payments: told }).ledger)[2]).toBe("B | 2 | INV | 2025-01-01 |  | 300 | 2025-02-01 300");
    const untold = book`
      Invoice No | Payment Date | Amount
      2 | 2025-02-01 | 300`;
    expect(doubtsIn(readLedger(invoices, { payments: untold }))).toContain("RECEIPT_AMBIGUOUS 2 300");
  });

  test("what the sheet says besides stays, undated; more received than it says is a doubt", () => {
    const stated = book`
      Customer | Invoice No | Invoice Date | Amount | Open
      A | 1 | 2025-01-01 | 100 | 30
      A | 2 | 2025-01-01 | 100 | 90`;
    const payments = book`
      Invoice No | Payment Date | Amount
      1 | 2025-01-20 | 50
      2 | 2025-01-21 | 40`;
    const reading = readLedger(stated, { payments });
    expect(linesIn(reading.ledger)).toEqual(["A | 1 | INV | 2025-01-01 |  | 100 | undated 20 | 2025-01-20 50", "A | 2 | INV | 2025-01-01 |  | 100 | 2025-01-21 40"]);
    expect(doubtsIn(reading)).toContain("RECEIPTS_EXCEED 3 30");
  });

  test("without an invoice number it is refused", () => {
    expect(refusal(() => readLedger(invoices, { payments: [["Date", "Amount"], ["2025-01-01", 1]] }))).toMatch(/invoice number/);
  });
});

describe("currencies", () => {
  const grid = book`
    Customer | No | Invoice Date | Amount | Currency
    A | 1 | 2025-01-01 | 100 | USD
    A | 2 | 2025-01-01 | 50 | cad
    A | 3 | 2025-01-01 | 10 | 人民币`;

  test("several are kept apart, and nobody has chosen", () => {
    const { ledger } = readLedger(grid);
    expect([ledger.mixed, ledger.currencies.map(({ code, documents, minor }) => `${code} ${documents} ${minor}`)]).toEqual([true, ["CAD 1 5000", "CNY 1 1000", "USD 1 10000"]]);
  });

  test("chosen, its rows and those with a rate are kept, the rest is a doubt with its money", () => {
    const reading = readLedger(grid, { policy: readPolicy([["currency", "USD"], ["rate.CAD", 0.75]]) });
    expect([reading.ledger.currency, reading.ledger.mixed, openIn(reading.ledger)]).toEqual(["USD", false, 137.5]);
    expect(reading.issues.filter(({ code }) => code === "NO_RATE")).toEqual([expect.objectContaining({ row: 4, amount: 1000, currency: "CNY" })]);
  });

  test("a sheet that states none is in the chosen one; a word nobody knows never is", () => {
    const plain = book`
      Customer | Invoice Date | Amount
      A | 2025-01-01 | 100`;
    expect(readLedger(plain).ledger.currency).toBe("XXX");
    expect(readLedger(plain, { policy: readPolicy([["currency", "EUR"]]) }).ledger.currency).toBe("EUR");
    const odd = book`
      Customer | Invoice Date | Amount | Currency
      A | 2025-01-01 | 100 | EUR
      A | 2025-01-01 | 900 | Taler
      A | 2025-01-01 | 70 |`;
    const reading = readLedger(odd, { policy: readPolicy([["currency", "EUR"]]) });
    expect([openIn(reading.ledger), reading.issues.filter(({ code }) => code === "NO_RATE").map(({ row, amount }) => [row, amount])]).toEqual([100, [[3, 90000], [4, 7000]]]);
  });

  test("minor units are the currency's own", () => {
    const yen = book`
      Customer | No | Invoice Date | Amount | Currency
      A | 1 | 2025-01-01 | 1200 | JPY`;
    expect(readLedger(yen).ledger.documents.amount[0]).toBe(1200);
    const dollars = readLedger(yen, { policy: readPolicy([["currency", "USD"], ["rate.JPY", 0.0065]]), payments: [["Invoice No", "Payment Date", "Amount"], [1, "2025-02-01", 1200]] });
    expect(linesIn(dollars.ledger)).toEqual(["A | 1 | INV | 2025-01-01 |  | 7.8 | 2025-02-01 7.8"]);
  });
});
