import fc from "fast-check";
import type { Ledger } from "../../src/ledger/ledger";
import { moneyInDoubt } from "../../src/ledger/moneyInDoubt";
import { readBlocks, readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Reading } from "../../src/ledger/reading";
import { writeLedger, writeReceipts } from "../../src/ledger/writeLedger";
import { summaryOf } from "../../src/pane/readSummary";
import { position } from "../../src/receivables/position";
import type { Cell, Grid } from "../../src/values/cell";
import { isoDay, type Day } from "../../src/values/day";
import { book, linesIn, openIn, refusal } from "../support/book";
import { on } from "../support/columns";
import { INVOICES, RATES, readRated, RECEIPTS } from "../support/currencyBook";

const doubts = ({ issues }: Reading, code: string): (readonly [number, number, string])[] => issues.filter((one) => one.code === code).map(({ row, amount, currency }) => [row, amount, currency]);

describe("rates by day in the policy", () => {
  const rates = (rows: readonly (readonly [Cell, Cell])[]): unknown => [...readPolicy([["currency", "CNY"], ...rows.map((row) => [...row])]).datedRates];

  test("a point or an @, in any order of rows, a real date as its serial, in one order of days", () => {
    expect(rates([["rate.USD@2026-06-30", 7.2], ["rate.usd.2026-03-31", "7.1"], ["rate.USD.46023", 7]])).toEqual([["USD", [{ day: on("2026-01-01"), rate: 7 }, { day: on("2026-03-31"), rate: 7.1 }, { day: on("2026-06-30"), rate: 7.2 }]]]);
    expect(rates([["rate.JPY.2026/6/30", 0.05], ["rate.KWD @ 20260630", 23]])).toEqual([["JPY", [{ day: on("2026-06-30"), rate: 0.05 }]], ["KWD", [{ day: on("2026-06-30"), rate: 23 }]]]);
  });

  test("serials of the 1904 system, and days in the order that the policy names, wherever it does", () => {
    expect(rates([["rate.USD.44561", 7], ["dateSystem", 1904]])).toEqual([["USD", [{ day: on("2026-01-01"), rate: 7 }]]]);
    expect(rates([["rate.USD@06/07/2026", 7], ["dateOrder", "dmy"]])).toEqual([["USD", [{ day: on("2026-07-06"), rate: 7 }]]]);
  });

  test("the text of the policy is one, however a day is written", () => {
    const text = (key: string): string => readPolicy([["currency", "CNY"], [key, 7]]).text;
    expect(text("rate.USD@2026-6-30")).toBe(text("rate.usd.2026-06-30"));
  });

  const refused: readonly (readonly [string, Cell, RegExp])[] = [
    ["rate.USD.2026-13-01", 7, /Row 2.*"2026-13-01".*no date.*rate\.USD\.2026-06-30/],
    ["rate.USD.", 7, /Row 2/],
    ["rate.USD@06/07/2026", 7, /Row 2.*no date/],
    ["rate.USD.1026-06-30", 7, /Row 2.*no date/],
    ["rate.USD.2026-06-30", 0, /Row 2.*number/],
    ["rate.USD.2026-06-30", -7, /Row 2.*number/],
    ["rate.USD.2026-06-30", "seven", /Row 2.*number/],
    ["rate.USD.2026-06-30", { type: "Error", basicValue: "#N/A" }, /Row 2.*number/],
    ["rate.DOLLAR.2026-06-30", 7, /Row 2.*ISO/],
    [`rate.USD.${"9".repeat(1_000_000)}`, 7, /^Row 2.{0,400}$/],
  ];
  test.each(refused.map(([key, value, sentence]) => [key.slice(0, 24), value, key, sentence] as const))("%s = %p is refused by its row", (_, value, key, sentence) => {
    expect(refusal(() => readPolicy([["currency", "CNY"], [key, value]]))).toMatch(sentence);
    expect(refusal(() => readPolicy([["currency", "CNY"], [key, value]]), "zh")).toMatch(/第 2 行/);
  });

  test("one day has one rate, however it is written", () => {
    expect(refusal(() => readPolicy([["currency", "CNY"], ["rate.USD.2026-06-30", 7], ["rate.USD", 6.9], ["rate.USD@46203", 7.1]]))).toMatch(/Row 4.*row 2/);
  });

  test("without a currency to bring it into; a rate left blank is none", () => {
    expect(refusal(() => readPolicy([["grace", 1], ["rate.EUR", ""], ["rate.USD.2026-06-30", 7]]))).toMatch(/Row 3.*rate\.usd\.2026-06-30.*currency/);
    expect(readPolicy([["rate.USD.2026-06-30", null]]).datedRates.size).toBe(0);
  });

  test("a mistyped key is told the form", () => {
    expect(refusal(() => readPolicy([["rates.USD.2026-06-30", 7]]))).toContain("rate.USD.2026-06-30");
  });
});

describe("a page in four currencies", () => {
  const { ledger, issues } = readRated(INVOICES, RECEIPTS);

  test("an invoice counts at the rate of its day of issue, a receipt at that of its own day", () => {
    expect(linesIn(ledger)).toEqual([
      "Anker | A1 | INV | 2026-02-10 | 2026-03-12 | 7000 | 2026-04-15 2840 | 2026-07-10 4320", // 400 x 7.10, 600 x 7.20
      "Anker | A2 | INV | 2026-03-20 | 2026-04-19 | 500",
      "Baltic | B1 | INV | 2026-03-05 | 2026-04-04 | 7500 | 2026-05-20 2400.05", // 50,001 x 0.048 = 2,400.048
      "Baltic | B2 | INV | 2026-06-30 | 2026-07-30 | 1800.72",
      "Cedar | C1 | INV | 2026-04-01 | 2026-05-01 | 290.11 | 2026-06-29 55.11", // 12.345 x 23.5 = 290.1075; 2.345 x 23.5 = 55.1075
    ]);
    expect([ledger.currency, ledger.mixed, issues]).toEqual(["CNY", false, []]);
  });

  test("beside it each document keeps its own minor units: cents, yen and thousandths of a dinar", () => {
    expect([...ledger.foreign!.amount]).toEqual([100000, 50000, 150000, 25010, 12345]);
    expect([...ledger.foreign!.settled]).toEqual([40000, 60000, 50001, 2345]);
    expect(ledger.currencies.map(({ code, documents, minor }) => `${code} ${documents} ${minor}`)).toEqual(["USD 2 125010", "CNY 1 50000", "JPY 1 150000", "KWD 1 12345"]);
  });

  test("it was closed by what was paid in its own currency", () => {
    expect(isoDay(ledger.documents.closed[0]! as Day)).toBe("2026-07-10");
    expect([...ledger.documents.closed.subarray(1)]).toEqual([0, 0, 0, 0]);
  });

  test("written in its own currency, the same policy reads the same", () => {
    const again = readRated(writeLedger(ledger), writeReceipts(ledger)).ledger;
    expect(writeLedger(ledger)[5]!.slice(6, 8)).toEqual([12.345, "KWD"]);
    expect([linesIn(again), [...again.foreign!.amount], [...again.foreign!.settled]]).toEqual([linesIn(ledger), [...ledger.foreign!.amount], [...ledger.foreign!.settled]]);
    const whole = readRated(book`
      Customer | Invoice No | Invoice Date | Amount | Currency | Settled Date
      Anker | A1 | 2026-02-10 | 1000 | USD | 2026-07-10`).ledger;
    expect([writeLedger(whole)[0]!.at(-1), linesIn(readRated(writeLedger(whole)).ledger)]).toEqual(["Settled Date", linesIn(whole)]);
  });

  test("nobody who states single rates alone keeps anything beside them", () => {
    const single = readRated(INVOICES, RECEIPTS, [["currency", "CNY"], ["rate.USD", 7], ["rate.JPY", 0.05], ["rate.KWD", 23.5]]).ledger;
    expect("foreign" in single).toBe(false);
  });

  test("without a choice of currency they are refused a sum, rates or none", () => {
    const mixed = readLedger(INVOICES).ledger;
    expect([mixed.mixed, mixed.currencies.map(({ code, minor }) => `${code} ${minor}`)]).toEqual([true, ["USD 125010", "CNY 50000", "JPY 150000", "KWD 12345"]]);
  });
});

describe("days without a rate", () => {
  test("a document before the first one is left out with its money; a rate without a day covers it", () => {
    const early = book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      Anker | 1 | 2025-12-31 | 1000 | JPY
      Anker | 2 | 2026-01-01 | 1000 | JPY
      Anker | 3 | 2025-12-31 | 10 | USD`;
    const reading = readRated(early);
    expect(linesIn(reading.ledger)).toEqual(["Anker | 2 | INV | 2026-01-01 |  | 50", "Anker | 3 | INV | 2025-12-31 |  | 70"]);
    expect(doubts(reading, "NO_RATE")).toEqual([[2, 1000, "JPY"]]);
    expect(readRated(early, undefined, [...RATES, ["rate.JPY", 0.06]]).ledger.documents.amount[0]).toBe(6000);
  });

  test("one rate that begins on a day is a single rate from there, and the money left out is still its own", () => {
    const sheet = book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      Anker | 1 | 2025-12-31 | 12.345 | KWD
      Anker | 2 | 2026-01-01 | 12.345 | KWD`;
    const reading = readRated(sheet, undefined, [["currency", "CNY"], ["rate.KWD.2026-01-01", 23.5]]);
    expect([linesIn(reading.ledger), "foreign" in reading.ledger]).toEqual([["Anker | 2 | INV | 2026-01-01 |  | 290.11"], false]);
    expect(doubts(reading, "NO_RATE")).toEqual([[2, 12345, "KWD"]]);
  });

  test("a payment before the first rate, of an invoice issued later, counts at the first rate and is said", () => {
    const ahead = book`
      Customer | Invoice No | Invoice Date | Amount | Currency | Settled Date
      Anker | 1 | 2026-01-02 | 1000 | JPY | 2025-12-30`;
    const reading = readRated(ahead);
    expect(linesIn(reading.ledger)).toEqual(["Anker | 1 | INV | 2026-01-02 |  | 50 | 2025-12-30 50"]);
    expect([doubts(reading, "RATE_EARLIER"), doubts(reading, "SETTLED_BEFORE_ISSUE")]).toEqual([[[2, 1000, "JPY"]], [[2, 1000, "JPY"]]]);
    expect(position(reading.ledger, on("2026-01-02")).total).toBe(0);
    const single = readRated(ahead, undefined, [["currency", "CNY"], ["rate.JPY.2026-01-01", 0.05]]);
    expect(doubts(single, "RATE_EARLIER")).toEqual([[2, 5000, "CNY"]]);
  });
});

describe("what documents settle of each other", () => {
  test("an open amount is open in its own currency; undated, what was settled counts at the rate of issue", () => {
    const listed = book`
      Customer | Invoice No | Invoice Date | Amount | Open | Currency
      Anker | 1 | 2026-02-10 | 1000 | 600 | USD`;
    const { ledger } = readRated(listed);
    expect(linesIn(ledger)).toEqual(["Anker | 1 | INV | 2026-02-10 |  | 7000 | undated 2800"]);
    expect(position(ledger, on("2026-06-30")).total).toBe(432000); // 600 x 7.20
  });

  test("credits of the same currency clear to the last cent; a yuan receipt that names a dollar invoice takes nothing off it, and is said", () => {
    const sheet = book`
      Customer | Invoice No | Invoice Date | Type | Amount | Currency | Invoice Reference
      Anker | 1 | 2026-02-10 | INV | 1000 | USD |
      Anker | 2 | 2026-04-10 | CN | -300.10 | USD | 1
      Anker | 3 | 2026-05-10 | Payment | -700 | CNY | 1`;
    const reading = readRated(sheet);
    expect(reading.columns.map(({ field }) => field)).toContain("ref");
    expect(linesIn(reading.ledger)).toEqual([
      "Anker | 1 | INV | 2026-02-10 |  | 7000 | 2026-04-10 2130.71",
      "Anker | 2 | CN | 2026-04-10 |  | -2130.71 | 2026-04-10 -2130.71",
      "Anker | 3 | PMT | 2026-05-10 |  | -700",
    ]);
    expect(doubts(reading, "REFERENCE_CURRENCY")).toEqual([[4, -70000, "CNY"]]);
    expect([...position(reading.ledger, on("2026-06-30")).open]).toEqual([503928, 0, -70000]); // 699.90 x 7.20
  });

  test("a clearing document in two currencies closes all its rows; what does not meet its like is said in its own money", () => {
    const sheet = book`
      Customer | Document Number | Document Date | Amount | Currency | Clearing Document
      Anker | 1 | 2026-02-10 | 1000 | USD | 900
      Anker | 2 | 2026-02-11 | 50 | CNY | 900
      Anker | 900 | 2026-04-10 | -7150 | CNY | 900`;
    const reading = readRated(sheet);
    expect(doubts(reading, "CLEARING_DIFFERS")).toEqual([[2, 100000, "USD"], [4, -710000, "CNY"]]);
    expect([...position(reading.ledger, on("2026-04-10")).open]).toEqual([0, 0, 0]);
    expect([...position(reading.ledger, on("2026-04-09")).open]).toEqual([710000, 5000, 0]);
  });

  test("receipts fill instalments of their own currency", () => {
    const parts = book`
      Customer | Invoice No | Invoice Date | Due Date | Amount | Currency
      Anker | 7 | 2026-02-10 | 2026-03-10 | 50 | USD
      Anker | 7 | 2026-02-10 | 2026-04-10 | 50 | USD`;
    const { ledger } = readRated(parts, [["Invoice No", "Payment Date", "Amount"], [7, "2026-04-15", 70]]);
    expect([...ledger.foreign!.settled]).toEqual([5000, 2000]);
  });

  test("more paid than owed, and a double, are doubts in their own currency", () => {
    const twice = book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      Anker | 1 | 2026-02-10 | 1000 | JPY
      Anker | 1 | 2026-02-10 | 1000 | JPY`;
    const reading = readRated(twice, [["Invoice No", "Payment Date", "Amount"], [1, "2026-04-15", 1200]]);
    expect([doubts(reading, "DUPLICATE"), doubts(reading, "OVERPAID")]).toEqual([[[3, 1000, "JPY"]], [[3, -200, "JPY"]]]);
  });

  test("a column of exchange rates converts nothing unasked", () => {
    const sheet = book`
      Customer | Invoice No | Invoice Date | Amount | Currency | Exchange Rate
      Anker | 1 | 2026-02-10 | 1000 | USD | 6.5`;
    expect(readRated(sheet).ledger.documents.amount[0]).toBe(700000);
    expect(readLedger(sheet).ledger.documents.amount[0]).toBe(100000);
  });
});

describe("money that others count", () => {
  const sheet = book`
    Customer | Invoice No | Invoice Date | Due Date | Amount | Currency
    Anker | 1 | 2026-02-10 | later | 1000 | JPY
    Anker | 2 | 2026-02-10 | 2026-03-10 | 10 | USD`;

  test("what is doubted is a part of what was read, each currency that is kept in its own", () => {
    expect(moneyInDoubt(readRated(sheet))).toEqual([{ currency: "JPY", read: 1000, doubted: 1000 }, { currency: "USD", read: 1000, doubted: 0 }]);
  });

  test("blocks of one book: receipts find their invoices, and a block given twice is said in its own money", () => {
    const policy = readPolicy(RATES.map((one) => [...one]));
    const [first, second] = [INVOICES.slice(0, 3), [INVOICES[0]!, ...INVOICES.slice(3)]];
    const joined = readBlocks([first, second, second], { policy, payments: RECEIPTS });
    const whole = readRated(INVOICES, RECEIPTS).ledger;
    expect([linesIn(joined.ledger), position(joined.ledger, on("2026-06-30")).total]).toEqual([linesIn(whole), position(whole, on("2026-06-30")).total]);
    expect(doubts(joined, "BLOCK_TWICE").map(([, minor, code]) => [minor, code])).toEqual(expect.arrayContaining([[150000, "JPY"], [25010, "USD"], [12345, "KWD"]]));
  });

  test("the pane's summary of a reading: invoiced at the days of issue, open at the closing rate of the last day", () => {
    const { money } = summaryOf(readRated(INVOICES, RECEIPTS));
    expect(money).toEqual([{ currency: "CNY", invoiced: 1709083, open: 50000 + 464995 + 180072 + 23100, overdue: 50000 + 464995 + 23100 }]);
  });
});

describe("a single rate", () => {
  const yen: readonly (readonly [string, Cell])[] = [["currency", "CNY"], ["rate.JPY", 0.047]];

  test("receipts of one invoice: paid in full is 0, though each was rounded on the way, and one that is refused rounds nothing", () => {
    const invoice = book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      Anker | 1 | 2026-02-10 | 1000 | JPY`;
    const { ledger } = readRated(invoice, [["Invoice No", "Payment Date", "Amount"], [1, "2026-03-01", 333], [1, "no date", 1], [1, "2026-03-02", 333], [1, "2026-03-03", 334]], yen);
    expect(linesIn(ledger)).toEqual(["Anker | 1 | INV | 2026-02-10 |  | 47 | 2026-03-01 15.65 | 2026-03-02 15.65 | 2026-03-03 15.7"]); // sums 15.651, 31.302, 47.000
    expect(openIn(ledger)).toBe(0);
  });

  test("a doubt about restated money says whose it is", () => {
    const twice = book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      Anker | 1 | 2026-02-10 | 1000 | JPY
      Anker | 1 | 2026-02-10 | 1000 | JPY`;
    expect(doubts(readRated(twice, undefined, yen), "DUPLICATE")).toEqual([[3, 4700, "CNY"]]);
  });

  test("an amount too large at its rate is left out and said, and a ledger too large on some day is refused", () => {
    const vast = book`
      Customer | Invoice No | Invoice Date | Amount | Currency
      Anker | 1 | 2026-02-10 | 900000000000 | USD
      Anker | 2 | 2026-02-10 | 10 | USD`;
    const single = readRated(vast, undefined, [["currency", "CNY"], ["rate.USD", 1e9]]);
    expect([single.ledger.documents.count, single.issues.map(({ code, row }) => [code, row])]).toEqual([1, expect.arrayContaining([["TOO_LARGE", 2]])]);
    expect(refusal(() => readRated(vast, undefined, [["currency", "CNY"], ["rate.USD", 1], ["rate.USD.2030-01-01", 1e9]]))).toMatch(/too large/);
  });
});

const day = fc.integer({ min: on("2026-01-01"), max: on("2026-12-31") });
const CODES = ["USD", "JPY", "KWD", "CNY"] as const;
const row = fc.record({ buyer: fc.constantFrom("Anker", "Baltic", "Cedar"), issued: day, code: fc.constantFrom(...CODES), minor: fc.integer({ min: -50_000, max: 900_000 }), open: fc.option(fc.integer({ min: 0, max: 1000 })), odd: fc.boolean() });
const scale = (code: string): number => (code === "JPY" ? 1 : code === "KWD" ? 1000 : 100);

/** Any page with open amounts, and receipts for some of its invoices. */
const page = fc.record({ rows: fc.array(row, { minLength: 1, maxLength: 25 }), receipts: fc.array(fc.record({ of: fc.nat(24), day, permille: fc.integer({ min: 1, max: 1100 }) }), { maxLength: 25 }) }).map(({ rows, receipts }): { invoices: Grid; payments: Grid } => ({
  invoices: [
    ["Customer", "Invoice No", "Invoice Date", "Amount", "Open", "Currency", "Note"],
    ...rows.map(({ buyer, issued, code, minor, open, odd }, i): Cell[] => [buyer, `N${i}`, issued, minor / scale(code), (open === null ? minor : Math.round((minor * open) / 1000)) / scale(code), code, odd ? "#REF!" : ""]),
  ],
  payments: [
    ["Invoice No", "Payment Date", "Amount"],
    ...receipts.filter(({ of }) => of < rows.length).map(({ of, day: paid, permille }): Cell[] => [`N${of}`, paid, Math.round((rows[of]!.minor * permille) / 1000) / scale(rows[of]!.code)]),
  ],
}));
const rate = fc.integer({ min: 1, max: 300_000 }).map((tenThousandths) => tenThousandths / 10_000);

function figures({ ledger, issues }: Reading, days: readonly number[]): unknown {
  const columns = ({ documents, settlements }: Ledger): unknown => [[...documents.amount], [...documents.closed], [...settlements.document], [...settlements.day], [...settlements.amount], [...settlements.kind]];
  return [columns(ledger), ledger.currencies, issues, days.map((one) => [...position(ledger, one as Day).open, ...position(ledger, one as Day).overdueByBuyer])];
}

test("dated rates that are all equal give exactly the figures of the single rate", () => {
  fc.assert(
    fc.property(page, fc.tuple(rate, rate, rate), fc.array(day, { minLength: 1, maxLength: 3 }), fc.boolean(), ({ invoices, payments }, rates, days, beside) => {
      const single = rates.map((one, k): [string, Cell] => [`rate.${CODES[k]!}`, one]);
      const dated = rates.flatMap((one, k): [string, Cell][] => [...(beside ? [single[k]!] : [[`rate.${CODES[k]!}.2026-01-01`, one] as [string, Cell]]), ...days.slice(0, 1).map((at): [string, Cell] => [`rate.${CODES[k]!}@${isoDay((at + 1) as Day)}`, one])]);
      expect(figures(readRated(invoices, payments, [["currency", "CNY"], ...dated]), days)).toEqual(figures(readRated(invoices, payments, [["currency", "CNY"], ...single]), days));
    }),
    { numRuns: 150 },
  );
});
