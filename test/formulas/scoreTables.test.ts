import { backTestTable } from "../../src/formulas/backTest";
import { ledgerText } from "../../src/formulas/ledger";
import { CellRefusal } from "../../src/formulas/told";
import { whatIfTable } from "../../src/formulas/whatIf";
import type { Cell } from "../../src/values/cell";

const HEADINGS = ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Settled date"];
const FIRST = 45_292; // 1 January 2024

/** Twelve buyers, an invoice a week each for forty weeks; buyer b pays late every (13 - b)th time. */
const book = (): Cell[][] => [
  HEADINGS,
  ...Array.from({ length: 480 }, (_, at): Cell[] => {
    const [b, week] = [at % 12, Math.floor(at / 12)];
    const due = FIRST + 30 + 7 * week;
    return [`I-${at}`, `B${b}`, due - 30, due, 100, due + (week % (13 - b) === 0 ? 20 : -15)];
  }),
];
const refused = (ask: () => unknown): CellRefusal => {
  try {
    ask();
  } catch (error) {
    if (error instanceof CellRefusal) return error;
    throw error;
  }
  throw new Error("answered");
};

describe("AR.BACKTEST", () => {
  const table = backTestTable(book(), null, 6);
  const row = (name: string) => table.find(([first]) => first === name)!;

  test("measures by name, score beside the past late rate, their difference, and sentences below", () => {
    expect(table[0]).toEqual(["Measure", "Score", "Past late rate", "Difference", "From", "To"]);
    expect(table.slice(1, 7).map(([name]) => name)).toEqual(["AUC", "Gini", "KS", "Brier", "Calibration slope", "Predicted late share"]);
    const [, score, past, difference, from, to] = row("AUC") as [string, number, number, number, number, number];
    expect(difference).toBeCloseTo(score - past, 12);
    expect(from <= difference && difference <= to).toBe(true);
    expect(table.every((cells) => cells.length === 6)).toBe(true);
    expect(table.filter(([name]) => name === "Finding").map(([, text]) => text)).toEqual([
      expect.stringMatching(/past late rate: AUC 0\.\d{3} against/), expect.stringMatching(/late foreseen/), expect.stringMatching(/^\d+ invoices of 12 buyers/), expect.stringMatching(/not of default/),
    ]);
  });
  test("the invoices whose time for paying ended in the three months to 31 October, counted by hand", () => {
    const [july, october] = [45_504, 45_596];
    const closed = book().slice(1).filter(([, , , due]) => (due as number) + 1 > july && (due as number) + 1 <= october);
    const late = closed.filter(([, , , due, , paid]) => (paid as number) > (due as number));
    const found = new Map(backTestTable(book(), october, 3).map(([name, figure]) => [name, figure]));
    expect([found.get("Invoices"), found.get("Late invoices"), found.get("Buyers")]).toEqual([closed.length, late.length, 12]);
    expect(found.get("Observed late share")).toBeCloseTo(late.length / closed.length, 12);
  });
  test("months that are none are refused, and a month with nothing late cannot be told", () => {
    expect(refused(() => backTestTable(book(), null, 0)).kind).toBe("value");
    const good = book().map((cells, at) => (at === 0 ? cells : [...cells.slice(0, 5), cells[3]!]));
    expect(refused(() => backTestTable(good, null, null))).toMatchObject({ kind: "na", message: "Too few late invoices in these months to test the score on: 0 of the 10 needed. Ask for more months." });
    const open = book().map((cells) => cells.slice(0, 5));
    expect(refused(() => backTestTable(open, null, null))).toMatchObject({ kind: "na", message: "This list holds no paid invoices, so nobody can be judged by it." });
  });
  test("in Chinese, where the policy says so", () => {
    const text = ledgerText(book(), null, null, null, [["key", "value"], ["language", "zh"]]);
    expect(backTestTable([[text]], null, 6).filter(([name]) => name === "Finding").every(([, sentence]) => /\p{Script=Han}/u.test(String(sentence)))).toBe(true);
  });
});

describe("AR.WHATIF", () => {
  const day = FIRST + 30 + 7 * 40;
  const rows: Cell[][] = [...book(), ["=A1", "B8", day - 10, day + 20, 70, null], ["I-x2", "B8", day - 9, day + 21, 30, null]];
  const table = whatIfTable(rows, "B8", day);

  test("now, what to pay, what then, and what would lower it", () => {
    expect(table[0]).toEqual(["Step", "Invoice", "Days past due", "Amount", "Grade", "Score", "Finding"]);
    expect(table.every((cells) => cells.length === 7)).toBe(true);
    expect(table[1]!.slice(0, 5)).toEqual(["Now", "", "", 100, expect.stringMatching(/^[A-E]$/)]);
    expect(table.map(([step]) => step).filter((step) => step !== "Pay")).toEqual(["Step", "Now", "Then", "Unpaid", "Late"]);
    for (const [step, invoice] of table) if (step === "Pay") expect(String(invoice).startsWith("=")).toBe(false);
  });
  test("a buyer must be named; several stand one under the other, an unknown one with its error", () => {
    expect(refused(() => whatIfTable(rows, null, day)).kind).toBe("value");
    expect(refused(() => whatIfTable(rows, "*", day)).kind).toBe("value");
    expect(refused(() => whatIfTable(rows, "Nobody", day)).kind).toBe("na");
    const both = whatIfTable(rows, [["B8"], ["Nobody"], [null], ["B0"]], day);
    expect(both.filter(([step]) => step === "Now")).toHaveLength(2);
    expect(both.find(([step]) => step === "Nobody")![1]).toBeInstanceOf(CellRefusal);
  });
});
