/** Pages of the books through the public face: a few lines of a ledger, and what an accountant works out by hand. */
import { aging } from "../../src/formulas/aging";
import { assessment } from "../../src/formulas/assess";
import { buyersTable } from "../../src/formulas/buyers";
import { creditGrade } from "../../src/formulas/creditGrade";
import { creditLimit } from "../../src/formulas/creditLimit";
import { creditScore } from "../../src/formulas/creditScore";
import { dsoFigure } from "../../src/formulas/dso";
import { dsoChangeTable } from "../../src/formulas/dsoChange";
import { explanation } from "../../src/formulas/explain";
import { issuesTable } from "../../src/formulas/issues";
import { lateOdds } from "../../src/formulas/lateOdds";
import { ledgerText } from "../../src/formulas/ledger";
import { scoreReasons } from "../../src/formulas/scoreReasons";
import { trendTable } from "../../src/formulas/trend";
import { CellRefusal, type Table } from "../../src/formulas/told";
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";

const HEADINGS = ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"];
const BOOK: Grid = [
  HEADINGS,
  ["I-1", "Anker", dayOf(2024, 1, 5), dayOf(2024, 2, 4), 1000, dayOf(2024, 2, 10)],
  ["I-2", "Anker", dayOf(2024, 2, 15), dayOf(2024, 3, 16), 600, null],
  ["I-3", "Baltic", dayOf(2024, 2, 20), dayOf(2024, 3, 21), 450, null],
  ["I-4", "Baltic", dayOf(2024, 3, 10), dayOf(2024, 4, 9), 250.5, null],
  ["C-1", "Baltic", dayOf(2024, 3, 12), null, -50.5, null],
];
const MARCH = dayOf(2024, 3, 31);

function sentence(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CellRefusal) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return "answered";
}

function cells(table: Table): unknown[][] {
  return table.map((row) => row.map((cell) => (cell instanceof CellRefusal ? `${cell.kind}: ${cell.message}` : cell)));
}

const column = (...buyers: Cell[]): Grid => buyers.map((buyer) => [buyer]);

describe("a small book at the end of March", () => {
  test("the ageing adds up to what is outstanding", () => {
    expect(aging(BOOK, MARCH, null, null, null)).toEqual([
      ["Buyer", "Not due", "1-30", "31-60", "61-90", "Over 90", "No due date", "Unapplied", "Total"],
      ["All buyers", 250.5, 1050, 0, 0, 0, 0, -50.5, 1250],
    ]);
  });

  test("a row a buyer, the largest first, then the book", () => {
    expect(aging(BOOK, MARCH, "*", null, [[15, 45]])).toEqual([
      ["Buyer", "Not due", "1-15", "16-45", "Over 45", "No due date", "Unapplied", "Total"],
      ["Baltic", 250.5, 450, 0, 0, 0, -50.5, 650],
      ["Anker", 0, 600, 0, 0, 0, 0, 600],
      ["All buyers", 250.5, 1050, 0, 0, 0, -50.5, 1250],
    ]);
  });

  test("by invoice date: 45, 40 and 21 days old", () => {
    expect(aging(BOOK, MARCH, [["anker"]], "INVOICE", null)).toEqual([
      ["Buyer", "0-30", "31-60", "61-90", "Over 90", "No due date", "Unapplied", "Total"],
      ["Anker", 0, 600, 0, 0, 0, 0, 600],
    ]);
  });

  test("rows of several buyers, a blank gives none, an unknown one its error in every figure", () => {
    const rows = cells(aging(BOOK, MARCH, column("Anker", null, "Nobody"), null, [[30]]));
    expect(rows.slice(1)).toEqual([
      ["Anker", 0, 600, 0, 0, 0, 600],
      ["Nobody", ...new Array(6).fill("na: No buyer 'Nobody' in this ledger.")],
    ]);
  });

  test("DSO with retention of 100.00, which the policy may include: (1,250 + 100) / (2,250 + 100) x 90", () => {
    const grid: Grid = [[...HEADINGS, "Type"], ...BOOK.slice(1).map((row) => [...row, row[0] === "C-1" ? "CN" : "INV"]), ["R-1", "Anker", dayOf(2024, 3, 1), dayOf(2025, 3, 1), 100, null, "质保金"]];
    const policy = (value: string): Grid => [["retention", value]];
    const asked = (value: string): unknown => dsoFigure(ledgerText(grid, null, null, null, policy(value)), MARCH, null, null, null)[0]![0];
    expect([asked(""), asked("exclude"), asked("include")]).toEqual([50, 50, (1350 / 2350) * 90]);
    for (const value of ["exclude", "include"]) {
      const text = ledgerText(grid, null, null, null, policy(value));
      for (const measure of ["dso", "dso.countback", "dso.true"]) {
        const method = measure.slice(4) || null;
        expect(trendTable(text, measure, MARCH, 1).at(-1)![1]).toBeCloseTo(dsoFigure(text, MARCH, null, null, method)[0]![0] as number, 9);
        expect(explanation(text, measure, MARCH, null).some(([number]) => number === "R-1")).toBe(value === "include");
      }
      expect(dsoChangeTable(text, dayOf(2024, 2, 29), MARCH, null).at(-1)![1]).toBeCloseTo(asked(value) as number, 6);
    }
  });

  test("DSO: 1,250.00 outstanding against 2,250.00 sold in 90 days is 50 days", () => {
    expect(dsoFigure(BOOK, MARCH, null, null, null)).toEqual([[50]]);
    expect(dsoFigure(BOOK, MARCH, [["Anker"]], 90, "balance")[0]![0]).toBeCloseTo((600 / 1600) * 90, 12);
  });

  test("DSO in the shape of the buyers asked for, errors where they belong", () => {
    const answers = cells(dsoFigure(BOOK, MARCH, column("Anker", "", "Nobody", { type: "Error", basicValue: "#REF!" }), null, null));
    expect(answers).toEqual([[(600 / 1600) * 90], [""], ["na: No buyer 'Nobody' in this ledger."], ["value: The cell given as buyer is the error #REF!. Mend that cell first."]]);
    expect(dsoFigure(BOOK, MARCH, [["Anker", "Baltic"]], null, null)[0]).toHaveLength(2);
  });

  test("the buyers, the largest first", () => {
    expect(buyersTable(BOOK, MARCH)).toEqual([
      ["Buyer", "Name", "Open", "Overdue", "Invoices"],
      ["Baltic", "Baltic", 650, 450, 3],
      ["Anker", "Anker", 600, 600, 1],
    ]);
  });

  test("without a day it is the ledger's own last, 12 March, when nothing was overdue", () => {
    expect(buyersTable(BOOK, null)[1]).toEqual(["Baltic", "Baltic", 650, 0, 3]);
    expect(buyersTable(BOOK, 0)).toEqual(buyersTable(BOOK, "2024-03-12"));
  });
});

describe("buyers judged by a book of two years", () => {
  const year = (buyer: string, count: number, lateDays: (k: number) => number): Cell[][] =>
    Array.from({ length: count }, (_, k) => {
      const issued = dayOf(2023, 1, 1) + k * 25;
      return [`${buyer}-${k}`, buyer, issued, issued + 30, 1000, issued + 30 + lateDays(k)];
    });
  const book: Grid = [
    HEADINGS,
    ...year("Prompt", 24, () => -15),
    ...year("Mixed", 24, (k) => (k % 2 === 0 ? -15 : 20)),
    ...year("Slow", 24, () => 25),
    ["N-1", "New", dayOf(2024, 9, 1), dayOf(2024, 10, 1), 500, null],
  ];
  const day = dayOf(2024, 9, 15);

  test("who pays late scores lower, is graded lower, and is more likely to be late again", () => {
    const [prompt, mixed, slow] = creditScore(book, column("Prompt", "Mixed", "Slow"), day).map(([score]) => Number(score));
    expect(prompt).toBeGreaterThan(mixed!);
    expect(mixed).toBeGreaterThan(slow!);
    expect(creditGrade(book, column("Prompt", "Slow"), day)).toEqual([["A"], ["E"]]);
    const [often, never] = lateOdds(book, column("Slow", "Prompt"), day).map(([odds]) => Number(odds));
    expect(often).toBeGreaterThan(0.8);
    expect(never).toBeLessThan(0.2);
  });

  test("a buyer nothing is known of is told so, never given a number", () => {
    for (const ask of [creditScore, creditGrade, lateOdds]) expect(sentence(() => ask(book, "New", day))).toMatch(/^na: Insufficient history: /);
    const reasons = scoreReasons(book, "New", day);
    expect(reasons[0]).toEqual(["Reason", "Finding", "Points", "What would change it"]);
    expect(reasons.slice(1).every((row) => row[2] === "")).toBe(true);
  });

  test("all of them in one table, the worst first; who cannot be judged has a status and no score", () => {
    const [headings, ...rows] = assessment(book, day, null);
    expect(headings).toEqual(["Buyer", "Score", "Grade", "Late odds", "Open", "Overdue", "Days beyond terms", "Limit", "Used", "Status", "Main reason"]);
    expect(rows.map((row) => row[0])).toEqual(["Slow", "Mixed", "Prompt", "New"]);
    expect(rows.map((row) => row[9])).toEqual(["normal", "normal", "normal", "insufficient history"]);
    const fresh = rows[3]!;
    expect([fresh[1], fresh[2], fresh[3], fresh[4], fresh[5]]).toEqual(["", "", "", 500, 0]);
    expect(rows.every((row) => String(row[10]).length > 10)).toBe(true);
    expect(assessment(book, day, column("Prompt", "New")).slice(1)).toEqual([rows[2], rows[3]]);
    expect(rows[0]![1]).toBe(creditScore(book, "Slow", day)[0]![0]);
    expect(rows[2]![7]).toBe(creditLimit(book, "Prompt", day)[0]![0]);
  });

  test("grade E has no limit, grade A one that its sales and its record carry", () => {
    expect(creditLimit(book, "Slow", day)).toEqual([[0]]);
    expect(Number(creditLimit(book, "Prompt", day)[0]![0])).toBeGreaterThan(500);
  });
});

describe("a text from AR.LEDGER", () => {
  const text = ledgerText(BOOK, null, null, null, null);

  test("names the reading", () => {
    expect(text).toMatch(/^4 invoices, 2 buyers to 2024-03-12 #[0-9a-f]{21}$/);
  });

  test("is as good as the range, whatever is asked", () => {
    const asks: readonly ((ledger: unknown) => unknown)[] = [
      (ledger) => cells(buyersTable(ledger, MARCH)),
      (ledger) => cells(aging(ledger, MARCH, "*", null, null)),
      (ledger) => cells(dsoFigure(ledger, MARCH, column("Anker", "Baltic"), 60, "best")),
      (ledger) => cells(issuesTable(ledger, true)),
      (ledger) => cells(assessment(ledger, MARCH, null)),
      (ledger) => cells(creditScore(ledger, column("Anker", "Baltic"), MARCH)),
      (ledger) => cells(creditGrade(ledger, column("Anker", "Baltic"), MARCH)),
      (ledger) => cells(creditLimit(ledger, column("Anker", "Baltic"), MARCH)),
      (ledger) => cells(lateOdds(ledger, column("Anker", "Baltic"), MARCH)),
      (ledger) => cells(scoreReasons(ledger, column("Anker", "Baltic"), MARCH)),
    ];
    for (const ask of asks) {
      expect(ask(text)).toEqual(ask(BOOK));
      expect(ask([[text]])).toEqual(ask(BOOK));
    }
  });

  test("changes with every edited cell, with the day and with the policy, and not with the host's blanks", () => {
    const edited = BOOK.map((row, at) => (at === 3 ? [...row.slice(0, 4), 450.01, null] : row));
    const blanks = BOOK.map((row) => row.map((cell) => cell ?? ""));
    const texts = [text, ledgerText(edited, null, null, null, null), ledgerText(BOOK, MARCH, null, null, null), ledgerText(BOOK, null, null, null, [["key", "value"], ["lateAfter", 10]])];
    expect(new Set(texts).size).toBe(4);
    expect(ledgerText(blanks, null, null, null, null)).toBe(text);
  });

  test("carries its day to all who take it; a day given to them wins", () => {
    const march = ledgerText(BOOK, MARCH, null, null, null);
    expect(march).toMatch(/ to 2024-03-31 #/);
    expect(buyersTable(march, null)).toEqual(buyersTable(BOOK, MARCH));
    expect(buyersTable(march, "2024-03-12")).toEqual(buyersTable(BOOK, null));
  });

  test("may be added to: a policy on top of a day", () => {
    const march = ledgerText(BOOK, MARCH, null, null, null);
    const own = ledgerText(march, null, null, null, [["key", "value"], ["buckets", "10,20"]]);
    expect(own).toMatch(/ to 2024-03-31 #/);
    expect(aging(own, null, null, null, null)).toEqual([
      ["Buyer", "Not due", "1-10", "11-20", "Over 20", "No due date", "Unapplied", "Total"],
      ["All buyers", 250.5, 450, 600, 0, 0, -50.5, 1250],
    ]);
  });

  test("of a workbook just opened says what to do", () => {
    expect(sentence(() => dsoFigure("4 invoices, 2 buyers to 2024-03-12 #00000000000000000ffff", null, null, null, null))).toBe(
      "na: This ledger has not been read since the workbook was opened. Recalculate the cell with AR.LEDGER.",
    );
  });
});

describe("what is refused, and says where", () => {
  test.each([
    ["no ledger", () => dsoFigure(null, null, null, null, null), "value: The first argument, ledger, is empty. Give a range with its heading row, or the cell with AR.LEDGER."],
    ["a text that is none", () => dsoFigure("Ledger", null, null, null, null), "value: The first argument, ledger, is 'Ledger': neither a range with a heading row nor a text from AR.LEDGER."],
    ["an error as ledger", () => dsoFigure([[{ type: "Error", basicValue: "#VALUE!" }]], null, null, null, null), "value: The cell given as ledger shows #VALUE!. Select that cell to see why, and mend it first."],
    ["a method that is none", () => dsoFigure(BOOK, null, null, null, "fast"), 'value: Argument 5, method, is \'fast\'. It must be one of "balance", "best", "delinquent", "countback", "true", "weighted".'],
    ["a window of 0", () => dsoFigure(BOOK, null, null, 0, null), "value: Argument 4, window, is '0': it must be a whole number of days from 1 to 3660. Leave it out for the default."],
    ["a basis that is none", () => aging(BOOK, null, null, "age", null), 'value: Argument 4, basis, is \'age\'. It must be one of "due", "invoice".'],
    ["edges that fall", () => aging(BOOK, null, null, null, [[60, 30]]), "value: Argument 5, edges, is '60, 30': it must be whole days of at least 1, each larger than the one before, such as 30, 60, 90."],
    ["no buyer", () => creditScore(BOOK, null, null), "value: No buyer was given. Give a buyer's number or name as it stands in the ledger."],
    ["an unknown buyer", () => creditScore(BOOK, [["Nobody"]], null), "na: No buyer 'Nobody' in this ledger."],
    ["a star for one figure", () => creditScore(BOOK, "*", null), 'value: This function answers for one buyer or a range of buyers; "*" (all buyers) is for AR.AGING and AR.ASSESS.'],
  ])("%s", (_what, run, expected) => expect(sentence(run)).toBe(expected));

  test("in the ledger's language", () => {
    const chinese = ledgerText(BOOK, null, null, null, [["key", "value"], ["language", "zh"]]);
    expect(sentence(() => dsoFigure(chinese, null, null, 0, null))).toMatch(/^value: 第 4 个参数 window/);
    expect(aging(chinese, null, null, null, null)[0]![0]).toBe("Buyer");
  });

  test("two currencies are never added: each is named with its rows and money", () => {
    const mixed: Grid = [
      ["Invoice", "Customer", "Invoice date", "Due date", "Open amount", "Currency"],
      ["1", "Anker", MARCH - 40, MARCH - 10, 100.5, "USD"],
      ["2", "Anker", MARCH - 30, MARCH, 200, "USD"],
      ["3", "Baltic", MARCH, MARCH + 30, 70, "CAD"],
    ];
    expect(sentence(() => dsoFigure(mixed, null, null, null, null))).toMatch(/^value: .*USD 2 rows 300\.50.*CAD 1 rows 70\.00/);
    expect(ledgerText(mixed, null, null, null, null)).toMatch(/^3 invoices, 2 buyers/);
    expect(issuesTable(mixed, null)[0]).toEqual(["Issue", "Rows", "Amount", "First row", "What was done"]);
    const dollars = ledgerText(mixed, null, null, null, [["key", "value"], ["currency", "USD"]]);
    expect(aging(dollars, null, null, null, null)[1]!.at(-1)).toBe(300.5);
  });

  test("an open-items list is not asked about its past, nor who pays late", () => {
    const list: Grid = [
      ["Invoice", "Customer", "Invoice date", "Due date", "Open amount"],
      ["1", "Anker", MARCH - 60, MARCH - 30, 100],
      ["2", "Baltic", MARCH, MARCH + 30, 70],
    ];
    expect(sentence(() => buyersTable(list, MARCH - 10))).toMatch(/^value: /);
    expect(buyersTable(list, MARCH + 10)[1]).toEqual(["Anker", "Anker", 100, 100, 1]);
    expect(sentence(() => creditScore(list, "Anker", null))).toMatch(/^na: This list holds no paid invoices, so nobody can be judged by it/);
  });
});

describe("hostile cells", () => {
  test("buyers called __proto__ and =1+1 are buyers, and neither becomes a formula", () => {
    const book: Grid = [HEADINGS, ["1", "__proto__", MARCH - 40, MARCH - 10, 100, null], ["2", "=1+1", MARCH - 40, MARCH - 10, 50, null], ["3", "constructor", MARCH - 40, MARCH - 10, 20, null]];
    expect(buyersTable(book, MARCH).slice(1)).toEqual([
      ["__proto__", "__proto__", 100, 100, 1],
      ["'=1+1", "'=1+1", 50, 50, 1],
      ["constructor", "constructor", 20, 20, 1],
    ]);
    expect(aging(book, MARCH, "'=1+1", null, null)[1]!.at(-1)).toBe(50);
    expect(aging(book, MARCH, "=1+1", null, null)[1]!.at(-1)).toBe(50);
  });

  test.each<[string, Grid]>([
    ["no heading row", BOOK.slice(1)],
    ["two columns that could be the amount", [["Invoice", "Customer", "Invoice date", "Amount", "Amount"], ["1", "Anker", MARCH, 100, 110]]],
    ["an empty sheet", [["", "", ""], ["", "", ""], [null, null, null]]],
    ["headings and no rows of a ledger", [["a", "b", "c"], [1, 2, 3]]],
  ])("%s is a refusal with a sentence", (_what, sheet) => {
    expect(sentence(() => buyersTable(sheet, null))).toMatch(/^value: .{20,}/);
    expect(sentence(() => ledgerText(sheet, null, null, null, null))).toMatch(/^value: .{20,}/);
  });

  test("a single cell is a refusal with a sentence", () => {
    for (const cell of [5, "Amount", true]) expect(sentence(() => ledgerText([[cell]], null, null, null, null))).toMatch(/^value: .{20,}/);
  });

  test("text in a date column is an issue with its row, and the rest is read", () => {
    const rows = issuesTable([...BOOK, ["I-9", "Anker", "soon", "later", 70, null]], true);
    expect(rows.slice(1).some((row) => row[0] === 7 && row[2] === "soon")).toBe(true);
    expect(aging([...BOOK, ["I-9", "Anker", "soon", "later", 70, null]], MARCH, null, null, null)[1]!.at(-1)).toBe(1250);
  });

  test("a whole column of buyers, nearly all of it blank", () => {
    const cells: Cell[][] = Array.from({ length: 1_048_576 }, (_, row) => [row === 1 ? "Anker" : null]);
    const answers = dsoFigure(BOOK, MARCH, cells, null, null);
    expect([answers.length, answers[0]![0], answers[1]![0]]).toEqual([1_048_576, "", (600 / 1600) * 90]);
  });

  test("60,000 rows in one argument", () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [`I-${i}`, `B-${i % 500}`, MARCH - (i % 300), MARCH - (i % 300) + 30, 100, i % 3 === 0 ? null : MARCH - (i % 300) + 25]);
    const text = ledgerText([HEADINGS, ...rows], MARCH, null, null, null);
    expect(text).toMatch(/^60,000 invoices, 500 buyers to 2024-03-31 #/);
    const [, all] = aging(text, null, null, null, null);
    expect(all!.slice(1, -1).reduce<number>((sum, cell) => sum + Number(cell), 0)).toBe(all!.at(-1));
  });
});
