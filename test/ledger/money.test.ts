/** Every way in which an export writes an amount (methods.md K4), and what is doubted where a text does not say. */
import fc from "fast-check";
import { readNumber, readShare } from "../../src/ledger/readNumber";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Cell, Grid } from "../../src/values/cell";
import { book, doubtsIn, refusal } from "../support/book";
import { on } from "../support/columns";

const withAmounts = (...amounts: Cell[]): Grid => [["Customer", "Invoice Date", "Amount"], ...amounts.map((amount, i): Cell[] => [`B${i}`, on("2025-01-01"), amount])];
const amountsOf = (grid: Grid, ...policy: Cell[][]): number[] => [...readLedger(grid, { policy: readPolicy(policy) }).ledger.documents.amount].map((minor) => minor / 100);
const unsure = (grid: Grid, ...policy: Cell[][]): string[] => doubtsIn(readLedger(grid, { policy: readPolicy(policy) })).filter((doubt) => doubt.startsWith("MARK"));

test.each<[Cell, number]>([
  [1234.5, 1234.5], ["1234.5", 1234.5], ["1,234.50", 1234.5], ["1.234,50", 1234.5], ["1 234,50", 1234.5], ["1\u00a0234,50", 1234.5], ["1\u2009234.50", 1234.5], ["1\u202f234,50", 1234.5], ["1'234.50", 1234.5], ["1’234.50", 1234.5],
  ["1,23,456.78", 123456.78], ["12,34,567", 1234567], ["1,234,567.89", 1234567.89], ["1.234.567,89", 1234567.89], ["1.234.567", 1234567], ["0,5", 0.5], ["0,500", 0.5], [".50", 0.5], ["1234.", 1234], ["1234,567", 1234.567],
  ["(1,234.50)", -1234.5], ["( 1,234.50 )", -1234.5], ["（1,234.50）", -1234.5], ["1,234.50-", -1234.5], ["1.234,50-", -1234.5], ["-1,234.50", -1234.5], ["- 1,234.50", -1234.5], ["−1,234.50", -1234.5], ["–1,234.50", -1234.5], ["+1,234.50", 1234.5],
  ["￥1，234.5", 1234.5], ["￥１，２３４．５０", 1234.5], ["¥1,234.50", 1234.5], ["$1,234.50", 1234.5], ["$ 1,234.50", 1234.5], ["-$1,234.50", -1234.5], ["$-1,234.50", -1234.5], ["($1,234.50)", -1234.5], ["$(1,234.50)", -1234.5],
  ["US$1,234.50", 1234.5], ["EUR 1.234,50", 1234.5], ["1.234,50 €", 1234.5], ["1.234,50-€", -1234.5], ["1,234.50 USD", 1234.5], ["1,234.50usd", 1234.5], ["USD.50", 0.5], ["CHF 1'234.50", 1234.5], ["Rs. 1,234.50", 1234.5], ["Rs.500", 500], ["kr. 1.234,50", 1234.5],
  ["1,234.50元", 1234.5], ["人民币1,234.50元", 1234.5], ["人民币：1,234.50元整", 1234.5], ["RMB1,234.50", 1234.5],
  ["1,234.50 贷", -1234.5], ["1,234.50贷方", -1234.5], ["贷 1,234.50", -1234.5], ["1,234.50 借", 1234.5], ["借1,234.50", 1234.5], ["1,234.50 Cr", -1234.5], ["1,234.50CR", -1234.5], ["1,234.50 Cr.", -1234.5], ["Cr 1,234.50", -1234.5], ["1,234.50 Dr", 1234.5],
  ["DR 1,234.50", 1234.5], ["1,234.50 H", -1234.5], ["1,234.50 S", 1234.5], ["₹1,23,456.78 Cr", -123456.78],
  ["12.5万", 125000], ["12.5万元", 125000], ["12.5 萬", 125000], ["3千", 3000], ["1.2亿", 120000000], ["1.5百万", 1500000], ["3.2k", 3200], ["3.2K USD", 3200], ["$3.2k", 3200], ["1.5k", 1500], ["(1.5m)", -1500000], ["1.5 mn", 1500000], ["2,5 Mio. EUR", 2500000], ["12.5万元贷", -125000], ["2 lakh", 200000],
  ["-", 0], ["—", 0], ["–", 0], ["--", 0], [" - ", 0], ["$ -", 0], ["- €", 0], ["(-)", 0], ["0,00", 0], ["-0.00", 0], ["0.00-", 0],
  ["1.234,-", 1234], ["1234,--", 1234], ["CHF 12.-", 12], ["1.5E+05", 150000], ["1,5E+05", 150000], ["-2e3", -2000], ["'1234.50", 1234.5],
])("%p is %p", (cell, units) => {
  expect(readNumber(cell, "thousands")).toBe(units);
});

test.each<Cell>([
  "", " ", "ten", "12%", "12.5 %", "-5‰", NaN, Infinity, -Infinity, "NaN", "Infinity", true, "#VALUE!", { type: "Error", basicValue: "#DIV/0!" }, "1-2", "--5", "5--", "-5-", "+-5", "(5", "5)", "((5))", "1,2,3", "1,23,45", "1.2.3", "12 34", "1 2345", "1,234.567,8",
  "0,123,456", "1,234 567", "2025-06-03", "6/3", "12:30", "5 + 5", "5x", "ABC 5", "XXX 5", "EUR USD 5", "EUR 5 USD", "5 Dr Cr", "5 k m", "k 5", "万 5", "万元", "EUR", "$", "1e", "1e+", "e5", "≈5", "<5", "5?", "0x1F", "1_000", "½", "5²", "٣", "1".repeat(61), "1".repeat(1_000_000), "-".repeat(1_000_000), "(".repeat(1_000_000), "1,".repeat(500_000),
])("%p is no number", (cell) => {
  expect(readNumber(cell, "thousands")).toBeNaN();
});

test("more than a double holds is no amount, however it is written", () => {
  for (const cell of [1e308, "1e308", "1e999", "9".repeat(40), "99999999999999999.99"]) expect(readLedger(withAmounts(50, cell)).issues.find(({ row }) => row === 3)?.code).toMatch(/^(BAD_AMOUNT|TOO_LARGE)$/);
});

test("a share may be a percentage, money may not", () => {
  expect(["12.5%", " 85 % ", "12,5%", 0.85, "0.85", "%"].map(readShare)).toEqual([0.125, 0.85, 0.125, 0.85, 0.85, NaN]);
  expect(doubtsIn(readLedger(withAmounts(50, "12%")))).toContain("BAD_AMOUNT 3 0");
  const facts = readLedger(withAmounts(50), { buyers: [["Customer", "Insured Share"], ["B0", "85%"]] }).ledger.buyers.facts[0];
  expect(facts?.get("insuredShare")).toBe(0.85);
});

describe("every amount reads back, however it is written", () => {
  const grouped = (digits: string, by: string): string => (digits.length <= 3 ? digits : `${grouped(digits.slice(0, -3), by)}${by}${digits.slice(-3)}`);
  const indian = (digits: string): string => {
    let head = digits.slice(0, -3);
    let text = digits.slice(-3);
    for (; head.length > 0; head = head.slice(0, -2)) text = `${head.slice(-2)},${text}`;
    return text;
  };
  const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const MARKED: Readonly<Record<string, (whole: string, cents: string) => string>> = {
    "1234.56": (whole, cents) => `${whole}.${cents}`, "1,234.56": (whole, cents) => `${grouped(whole, ",")}.${cents}`, "1.234,56": (whole, cents) => `${grouped(whole, ".")},${cents}`, "1 234,56": (whole, cents) => `${grouped(whole, " ")},${cents}`,
    "1'234.56": (whole, cents) => `${grouped(whole, "'")}.${cents}`, "1,23,456.78": (whole, cents) => `${indian(whole)}.${cents}`, "full width": (whole, cents) => wide(`${grouped(whole, ",")}.${cents}`),
  };
  const SIGNED: Readonly<Record<string, (text: string, negative: boolean) => string>> = {
    "-1": (text, negative) => (negative ? `-${text}` : text), "−1": (text, negative) => (negative ? `−${text}` : text), "1-": (text, negative) => (negative ? `${text}-` : text), "(1)": (text, negative) => (negative ? `(${text})` : text),
    "1 贷": (text, negative) => `${text} ${negative ? "贷" : "借"}`, "1 Cr": (text, negative) => `${text} ${negative ? "Cr" : "Dr"}`, "EUR 1": (text, negative) => `EUR ${negative ? "-" : ""}${text}`, "1 €": (text, negative) => `${text}${negative ? "-" : ""} €`,
  };
  const cents = fc.oneof(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.integer({ min: -(10 ** 13), max: 10 ** 13 }));
  const written = (amount: number, mark: string, sign: string): string => {
    const digits = String(Math.abs(amount)).padStart(3, "0");
    return SIGNED[sign]!(MARKED[mark]!(digits.slice(0, -2), digits.slice(-2)), amount < 0);
  };

  test.each(Object.keys(MARKED))("%s", (mark) => {
    fc.assert(fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), fc.constantFrom(...Object.keys(SIGNED)), (amounts, sign) => {
      const reading = readLedger(withAmounts(...amounts.map((amount) => written(amount, mark, sign))));
      expect([...reading.ledger.documents.amount]).toEqual(amounts);
      expect(doubtsIn(reading).filter((doubt) => !doubt.startsWith("ALL_OPEN"))).toEqual([]);
    }));
  });

  test("whole amounts with their thousands grouped, once another text of the column shows how", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 30 }), fc.constantFrom([",", "."], [".", ","]), fc.nat(), (amounts, [by, mark], place) => {
      const texts = amounts.map((amount) => grouped(String(amount), by!));
      texts.splice(place % (texts.length + 1), 0, `7${mark}5`);
      const expected = [...amounts];
      expected.splice(place % texts.length, 0, 7.5);
      expect(amountsOf(withAmounts(...texts))).toEqual(expected);
      expect(unsure(withAmounts(...texts))).toEqual([]);
    }));
  });

  test("three decimals, once another text of the column shows the mark", () => {
    expect(amountsOf(withAmounts("1.005", "12.5"))).toEqual([1.01, 12.5]);
    expect(amountsOf(withAmounts("1,005", "12,5"))).toEqual([1.01, 12.5]);
  });
});

describe("a lone mark before three digits, and nothing that tells", () => {
  test("is taken for thousands, and doubted with its money", () => {
    expect(amountsOf(withAmounts("1.234", "20.500", "7"))).toEqual([1234, 20500, 7]);
    expect(unsure(withAmounts("1.234", "20.500", "7"))).toEqual(["MARK_UNSURE 2 1234", "MARK_UNSURE 3 20500"]);
    expect(unsure(withAmounts("1,234", "20,500"))).toEqual(["MARK_UNSURE 2 1234", "MARK_UNSURE 3 20500"]);
  });

  test("is settled by the policy", () => {
    const point = ["decimalMark", "."], comma = ["decimalMark", "comma"];
    expect([amountsOf(withAmounts("1,234"), point), amountsOf(withAmounts("1,230"), comma), amountsOf(withAmounts("1.234"), comma)]).toEqual([[1234], [1.23], [1234]]);
    expect([unsure(withAmounts("1,234"), point), unsure(withAmounts("1.234"), comma)]).toEqual([[], []]);
    expect(refusal(() => readPolicy([["decimalMark", ";"]]))).toMatch(/decimalMark/);
  });

  test("is settled by the column's own texts before the sheet's other columns", () => {
    const sheet = (amount: string, paid: string): Grid => [["Customer", "Invoice Date", "Amount", "Paid"], ["A", 45_700, amount, paid]];
    expect(amountsOf(sheet("1.234", "0,50"))).toEqual([1234]);
    expect(unsure(sheet("1.234", "0,50"))).toEqual([]);
    const own: Grid = [["Customer", "Invoice Date", "Amount", "Paid"], ["A", 45_700, "1.230", "0,50"], ["A", 45_700, "1.5", "0,50"]];
    expect(amountsOf(own)).toEqual([1.23, 1.5]);
  });

  test("stays in doubt where the texts disagree, whatever the order of the rows", () => {
    const texts = ["1,234", "12,50", "12.50"];
    for (const order of [texts, [...texts].reverse()]) {
      expect(amountsOf(withAmounts(...order)).sort((a, b) => a - b)).toEqual([12.5, 12.5, 1234]);
      expect(unsure(withAmounts(...order))).toHaveLength(1);
    }
  });

  test("is decimals in a currency that has three, and doubted all the same", () => {
    const { ledger, issues } = readLedger(book`
      Customer | Invoice Date | Amount | Currency
      A | 2025-01-01 | ${"12.500"} | KWD`);
    expect([[...ledger.documents.amount], issues.map(({ code }) => code)]).toEqual([[12500], expect.arrayContaining(["MARK_UNSURE"])]);
  });

  test("in receipts too", () => {
    const payments: Grid = [["Invoice No", "Payment Date", "Amount"], ["N1", "2025-02-01", "1.234"]];
    const reading = readLedger([["Customer", "Invoice No", "Invoice Date", "Amount"], ["A", "N1", "2025-01-01", 2000]], { payments });
    expect([[...reading.ledger.settlements.amount], doubtsIn(reading)]).toEqual([[123400], ["RECEIPT_MARK 2 1234"]]);
  });
});

test("a power of ten has lost its digits: in an amount, in a document's number, in a buyer's", () => {
  expect(doubtsIn(readLedger(withAmounts("1.23457E+08", "100")))).toContain("ROUNDED_AMOUNT 2 123457000");
  const { issues } = readLedger(book`
    Customer No | Invoice No | Invoice Date | Amount
    1.4E+08 | 1.93057E+09 | 2025-01-01 | 1
    1.4E+08 | 1.93057E+09 | 2025-01-01 | 2
    ZE+08 | AE+09 | 2025-01-01 | 3`);
  expect(issues.filter(({ code }) => code === "ROUNDED_ID").map(({ row, column }) => [row, column])).toEqual([[2, 1], [2, 0], [3, 1], [3, 0]]);
});

test("a unit adds no binary noise", () => {
  expect([readNumber("1.005k", "."), readNumber("1,005万", ","), readNumber("0.07m", ".")]).toEqual([1005, 10050, 70000]);
});

test("a cell that counts by itself counts so under a heading in thousands, too", () => {
  expect(amountsOf([["Customer", "Invoice Date", "Amount (USD thousands)"], ["A", 45_700, "12.5"], ["A", 45_700, "12.5k"]])).toEqual([12500, 12500]);
});

describe("a currency beside the amount", () => {
  test("is the sheet's, where no column says it", () => {
    const { ledger } = readLedger(withAmounts("€ 1.234,50", 100, "20,00 €"));
    expect([ledger.currencies, ledger.mixed]).toEqual([[{ code: "EUR", documents: 3, minor: 135450 }], false]);
  });

  test("two of them are never added", () => {
    const { ledger } = readLedger(withAmounts("$100", "€50", "€7", 3));
    expect([ledger.mixed, ledger.currencies.map(({ code, minor }) => `${code} ${minor}`).sort()]).toEqual([true, ["EUR 5700", "USD 10000", "XXX 300"]]);
    const chosen = readLedger(withAmounts("$100", "€50"), { policy: readPolicy([["currency", "EUR"], ["rate.USD", 0.5]]) });
    expect([...chosen.ledger.documents.amount]).toEqual([5000, 5000]);
  });

  test("a dollar is the dollar that the policy names, a yen sign its yen", () => {
    const of = (text: string, currency: string): unknown => {
      const { ledger } = readLedger(withAmounts(text), { policy: readPolicy([["currency", currency]]) });
      return [ledger.currency, [...ledger.documents.amount]];
    };
    expect([of("$100", "CAD"), of("¥100", "JPY"), of("￥100", "CNY")]).toEqual([["CAD", [10000]], ["JPY", [100]], ["CNY", [10000]]]);
    expect(refusal(() => readLedger(withAmounts("£100"), { policy: readPolicy([["currency", "CAD"]]) }))).toMatch(/no row/);
  });

  test("that contradicts the currency column is a doubt; the column decides", () => {
    const reading = readLedger(book`
      Customer | Invoice Date | Amount | Currency
      A | 2025-01-01 | $1,000.00 | USD
      A | 2025-01-01 | $2,000.00 | CAD
      A | 2025-01-01 | $3,000.00 | EUR
      A | 2025-01-01 | EUR 4,000.00 | EUR
      A | 2025-01-01 | 5,000.00元 | USD`);
    expect(doubtsIn(reading).filter((doubt) => doubt.startsWith("CURRENCY"))).toEqual(["CURRENCY_DIFFERS 4 3000"]);
    expect(reading.ledger.currencies.map(({ code, documents }) => `${code} ${documents}`).sort()).toEqual(["CAD 1", "EUR 2", "USD 2"]);
  });
});

test("a hostile column is read in time linear in its cells", () => {
  const nasty = ["1".repeat(1_000_000), "(".repeat(1_000_000), "1,234,".repeat(200_000), "$".repeat(1_000_000), " ".repeat(1_000_000) + "1", "万".repeat(60), "1".repeat(60), "1,".repeat(30), "$".repeat(60), "a1".repeat(30)];
  const rows = Array.from({ length: 20 }, (_, i): Cell => nasty[i % nasty.length]);
  const began = process.hrtime.bigint();
  expect(readLedger(withAmounts(5, ...rows)).ledger.documents.count).toBe(1);
  expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(20);
});
