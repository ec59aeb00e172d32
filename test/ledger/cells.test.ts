import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Cell, Grid } from "../../src/values/cell";
import { book, doubtsIn, linesIn, openIn, refusal } from "../support/book";
import { on } from "../support/columns";

const HEADINGS: Cell[] = ["Customer", "Invoice No", "Invoice Date", "Due Date", "Amount"];
const withDue = (...days: Cell[]): Grid => [HEADINGS, ...days.map((day, i): Cell[] => [`B${i}`, `N${i}`, on("2025-01-01"), day, 10])];
const withAmounts = (...amounts: Cell[]): Grid => [HEADINGS, ...amounts.map((amount, i): Cell[] => [`B${i}`, `N${i}`, on("2025-01-01"), null, amount])];
const dueOf = (grid: Grid, policy?: Grid): number[] => [...readLedger(grid, policy === undefined ? {} : { policy: readPolicy(policy) }).ledger.documents.due];
const amountsOf = (grid: Grid): number[] => [...readLedger(grid).ledger.documents.amount];

describe("a date", () => {
  const JUNE = on("2025-06-03");

  test.each<Cell>([45811, 45811.75, "45811", "2025-06-03", "2025-06-03T10:30:00Z", "2025-06-03 00:00:00", "2025/6/3", "2025年6月3日", "2025.6.3", 20250603, "20250603", "20250603.0", "03.06.2025", "3 Jun 2025", "Jun 3, 2025", "２０２５-０６-０３"])("%p", (cell) => {
    expect(dueOf(withDue(cell))).toEqual([JUNE]);
  });

  test.each<Cell>([null, undefined, "", "  ", 0, "0", "00.00.0000", "1900-01-00", "-"])("%p is none", (cell) => {
    const reading = readLedger(withDue(cell));
    expect([reading.ledger.documents.due[0], doubtsIn(reading).filter((doubt) => doubt.startsWith("BAD"))]).toEqual([0, []]);
  });

  test.each<Cell>(["soon", "2025-02-30", "31.04.2025", "3.6.250", true, NaN, { type: "Error", basicValue: "#REF!" }, "#N/A", "9".repeat(1_000_000)])("%p is a doubt with its money", (cell) => {
    const reading = readLedger(withDue(cell));
    const doubt = reading.issues.find(({ column }) => column === 3)!;
    expect([reading.ledger.documents.due[0], doubt.row, doubt.amount, doubt.found.length <= 80]).toEqual([0, 2, 1000, true]);
  });

  test.each<Cell>([12, "1989-12-31", "2201-01-01", "9999-12-31", 2958465])("%p lies outside 1990 to 2200", (cell) => {
    expect(doubtsIn(readLedger(withDue(cell)))).toContain("DATE_OUTSIDE 2 10");
  });

  test("in a workbook of the 1904 system", () => {
    expect(dueOf(withDue(JUNE - 1462, "2025-06-03"), [["dateSystem", 1904]])).toEqual([JUNE, JUNE]);
  });
});

describe("day and month in slashes", () => {
  test("a first part above 12 tells the column, wherever it stands", () => {
    expect(dueOf(withDue("2/10/2025", "13/10/2025"))).toEqual([on("2025-10-02"), on("2025-10-13")]);
    expect(dueOf(withDue("13/10/2025", "2/10/2025"))).toEqual([on("2025-10-13"), on("2025-10-02")]);
  });

  test("a second part above 12 too", () => {
    expect(dueOf(withDue("2/10/2025", "10/13/2025"))).toEqual([on("2025-02-10"), on("2025-10-13")]);
  });

  test("nobody can tell: asked for, unless the policy says", () => {
    expect(refusal(() => readLedger(withDue("2/10/2025")))).toMatch(/"Due Date".*2\/10\/2025.*dateOrder/);
    expect(dueOf(withDue("2/10/2025"), [["dateOrder", "mdy"]])).toEqual([on("2025-02-10")]);
    expect(dueOf(withDue("2/10/2025"), [["dateOrder", "dmy"]])).toEqual([on("2025-10-02")]);
    expect(dueOf(withDue("5/5/2025"))).toEqual([on("2025-05-05")]);
  });

  test("a column that disagrees with itself is asked about in either order of its rows", () => {
    for (const days of [["13/10/2025", "10/13/2025", "2/10/2025"], ["10/13/2025", "13/10/2025", "2/10/2025"]]) {
      expect(refusal(() => readLedger(withDue(...days)))).toMatch(/dateOrder/);
    }
    expect(dueOf(withDue("13/10/2025", "10/13/2025"))).toEqual([on("2025-10-13"), on("2025-10-13")]);
  });
});

describe("a number", () => {
  test.each<[Cell, number]>([
    [1234.5, 123450], ["1234.5", 123450], ["1,234.50", 123450], ["(1,234.50)", -123450], ["1,234.50-", -123450], ["-1,234.50", -123450], ["1.234,56", 123456],
    ["￥１，２３４．５０", 123450], ["$ 1,234.50", 123450], ["EUR 12.30", 1230], ["1 234,56", 123456], ["1'234.50", 123450], ["1,234.50 贷", -123450], ["1,234.50 借", 123450],
    ["-", 0], [0.1 + 0.2, 30], [1.1 * 3, 330], ["1,234,567.89", 123456789], ["12,34,567.00", 123456700],
  ])("%p", (cell, minor) => {
    expect(amountsOf(withAmounts(cell))).toEqual([minor]);
  });

  test.each<Cell>(["ten", NaN, Infinity, -Infinity, 1e308, "1e308", true, { type: "Error", basicValue: "#DIV/0!" }, "#VALUE!", "1-2", "12%", "--5", "x".repeat(1_000_000)])("%p is a doubt, and its row is left out", (cell) => {
    const reading = readLedger(withAmounts(50, cell));
    const doubt = reading.issues.find(({ column }) => column === 4)!;
    expect([reading.ledger.documents.count, doubt.row, doubt.found.length <= 80]).toEqual([1, 3, true]);
  });

  test("commas as decimals when the column says so", () => {
    expect(amountsOf(withAmounts("1.234", "12,50"))).toEqual([123400, 1250]);
    expect(amountsOf(withAmounts("1,234", "12.50"))).toEqual([123400, 1250]);
  });

  test("more decimals than the currency has: kept to the minor unit, and said", () => {
    const reading = readLedger(withAmounts(1.005, 20));
    expect([[...reading.ledger.documents.amount], doubtsIn(reading).filter((doubt) => doubt.startsWith("EXTRA"))]).toEqual([[101, 2000], ["EXTRA_DECIMALS 2 1.01"]]);
    const yen = book`
      Customer | Invoice Date | Amount | Currency
      A | 2025-01-01 | 1200.5 | JPY
      A | 2025-01-02 | 800 | JPY`;
    expect(readLedger(yen).issues.map(({ code, row, amount }) => [code, row, amount])).toContainEqual(["EXTRA_DECIMALS", 2, 1201]);
  });

  test("more than adds up exactly is refused, not approximated", () => {
    expect(refusal(() => readLedger(withAmounts(...Array.from({ length: 3 }, () => 4e13))))).toMatch(/too large/);
  });
});

test("ids keep their zeros, numbers and texts of one id are one buyer, spaces and widths too", () => {
  const grid = book`
    Customer No | Customer Name | Invoice Date | Amount
    0140104409 | Dollar co | 2025-01-01 | 1
    140104409 | Dollar co | 2025-01-01 | 2
    ${140104409} | Dollar co | 2025-01-01 | 4
    ${" １４０１０４４０９ "} | Dollar co | 2025-01-01 | 8`;
  const { ledger, issues } = readLedger(grid);
  expect([ledger.buyers.id, [...ledger.documents.buyer]]).toEqual([["0140104409", "140104409"], [0, 1, 1, 1]]);
  expect(issues.find(({ code }) => code === "SHARED_NAME")!.found).toBe("Dollar co: 0140104409, 140104409");
});

test("document numbers as text, as numbers, and as programs float them", () => {
  const grid = book`
    Customer | Invoice No | Invoice Date | Amount
    A | 0017 | 2025-01-01 | 1
    A | ${42} | 2025-01-01 | 2
    A | __proto__ | 2025-01-01 | 4`;
  expect([0, 1, 2].map((i) => readLedger(grid).ledger.documents.number.at(i))).toEqual(["0017", "42", "__proto__"]);
});

test("an error in any cell is a doubt with its cell", () => {
  const grid = book`
    Customer | Invoice No | Invoice Date | Amount | Note
    A | #REF! | 2025-01-01 | 1 | fine
    A | 2 | 2025-01-01 | 2 | ${{ type: "Error", basicValue: "#NAME?" }}`;
  expect(readLedger(grid).issues.filter(({ code }) => code === "ERROR_CELL").map(({ row, column, found }) => [row, column, found])).toEqual([[2, 1, "#REF!"], [3, 4, "#NAME?"]]);
});

test("a buyer called __proto__ is a buyer", () => {
  const grid = book`
    Customer | Invoice Date | Amount
    __proto__ | 2025-01-01 | 1
    constructor | 2025-01-01 | 2`;
  expect(linesIn(readLedger(grid).ledger).map((line) => line.split(" | ")[0])).toEqual(["__proto__", "constructor"]);
  expect(openIn(readLedger(grid).ledger)).toBe(3);
});
