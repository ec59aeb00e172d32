import { migration } from "../../src/receivables/migration";
import { rollRates, type RollRates } from "../../src/receivables/rollRates";
import { aging } from "../../src/receivables/aging";
import { position } from "../../src/receivables/position";
import { addDays, addMonths, monthEnd, type Day } from "../../src/values/day";
import type { Answer } from "../../src/values/answer";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

const told = <T>(answer: Answer<T>): T => {
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
};
const rates = ({ rolls }: RollRates): (number | undefined)[] => rolls.map(({ rate }) => rate);

describe("the two vectors of methods.md A14", () => {
  test("100,000 sold: 50,000 unpaid at the due day, 23,000 after 30 days, 8,000 after 60, 2,000 after 90", () => {
    const paid: Line["paid"] = [["2025-02-03", 50_000], ["2025-03-05", 27_000], ["2025-04-05", 15_000], ["2025-05-05", 6_000]];
    const found = told(rollRates(bookOf([{ buyer: "Anker", issued: "2025-01-05", due: "2025-01-31", amount: 100_000, paid }]), on("2025-05-31"), { months: 4 }));
    expect(found.rolls.map(({ from, to }) => `${from} > ${to}`)).toEqual(["Not due > 1-30", "1-30 > 31-60", "31-60 > 61-90", "61-90 > Over 90"]);
    [0.5, 0.46, 0.347826, 0.25].forEach((rate, k) => expect(rates(found)[k]).toBeCloseTo(rate, 6));
    [0.02, 0.04, 0.086957, 0.25].forEach((loss, k) => expect(found.rolls[k]!.loss).toBeCloseTo(loss, 6));
    expect(found.last).toBe("Over 90");
    expect(found.rolls.some(({ above }) => above)).toBe(false);
  });

  test("of 100, 50 is a bucket further and 20 was written off: 70 %, not 50 %", () => {
    const lines: readonly Line[] = [{ buyer: "Anker", issued: "2025-01-05", due: "2025-01-31", amount: 100, paid: [["2025-02-10", 30], ["2025-02-20", 20, "writeOff"]] }];
    const [roll] = told(rollRates(bookOf(lines), on("2025-02-28"), { months: 1 })).rolls;
    expect([roll!.balance, roll!.migrated, roll!.writtenOff, roll!.rate]).toEqual([10000, 7000, 2000, 0.7]);
  });
});

test("a rate above 1 is kept and flagged: 31 days in the month carry an invoice over a bucket", () => {
  const lines: readonly Line[] = [
    { buyer: "Anker", issued: "2025-05-31", due: "2025-06-30", amount: 100 }, // not due, and 31 days past due a month on: it skips 1-30
    { buyer: "Anker", issued: "2025-05-01", due: "2025-06-15", amount: 50 },
  ];
  const found = told(rollRates(bookOf(lines), on("2025-07-31"), { months: 1 }));
  expect(found.rolls.map(({ balance, rate, above }) => [balance, rate, above])).toEqual([[10000, 0, false], [5000, 3, true], [0, undefined, false], [0, undefined, false]]);
  expect(found.rolls.map(({ loss }) => loss)).toEqual([undefined, undefined, undefined, undefined]); // nothing is known of the last step
});

test("whole months only, pooled by money, and the same figures as the ageing has", () => {
  const lines: readonly Line[] = Array.from({ length: 60 }, (_, k) => ({
    buyer: `B${k % 5}`, issued: (on("2024-01-03") + k * 9) as Day, due: (on("2024-02-02") + k * 9) as Day, amount: 100 + ((k * 37) % 400), ...(k % 4 === 0 ? {} : { paid: (on("2024-02-02") + k * 9 + ((k * 13) % 70)) as Day }),
  }));
  const ledger = bookOf(lines);
  const found = told(rollRates(ledger, on("2025-07-10"), { months: 6 }));
  expect(found.days.map(String)).toEqual([-6, -5, -4, -3, -2, -1, 0].map((back) => String(monthEnd(addMonths(on("2025-06-01"), back)))));
  const sheets = found.days.map((day) => aging(position(ledger, day)).all);
  found.rolls.forEach(({ balance, migrated }, k) => {
    expect(balance).toBe(sheets.slice(0, -1).reduce((sum, all) => sum + all[k]!, 0));
    expect(migrated).toBe(sheets.slice(1).reduce((sum, all) => sum + all[k + 1]!, 0));
  });
});

test("nothing open at the beginning of any month cannot be told", () => {
  expect(rollRates(bookOf([{ buyer: "Anker", issued: "2025-06-05", amount: 5 }]), on("2025-06-30"), { months: 1 })).toMatchObject({ known: false, reason: { code: "NO_ROLLS" } });
  expect(rollRates(bookOf([{ buyer: "Anker", issued: "2025-01-05", amount: -5, kind: "CN" }]), on("2025-06-30"))).toMatchObject({ known: false, reason: { code: "NO_ROLLS" } });
});

describe("the chain by invoice", () => {
  /* Every month 40 invoices of 100, due two days after its end: half are paid in the next month, half of the rest in the one after; what is then left is written off. */
  const months = Array.from({ length: 15 }, (_, m) => (monthEnd(addMonths(on("2024-01-15"), m)) + 2) as Day);
  const lines = (buyer: string, count: number): Line[] =>
    months.flatMap((due) => Array.from({ length: count }, (_, k): Line => {
      const after = (days: number): Day => (due + days) as Day;
      return { buyer, issued: (due - 10) as Day, due, amount: 100, paid: k % 4 < 2 ? [[after(10), 100]] : k % 4 === 2 ? [[after(40), 100]] : [[after(45), 100, "writeOff"]] };
    }));

  test("from not due a half is paid; of the other half a half is lost: 25 % and 50 %", () => {
    const found = told(migration(bookOf(lines("Anker", 40)), on("2025-03-31"), { monthEnds: 13 }));
    expect(found.states).toEqual(["Not due", "1-30", "31-60", "61-90", "Over 90"]);
    const [notDue, first] = found.rows;
    expect([...notDue!]).toEqual([0, 0.5, 0, 0, 0, 0.5, 0]);
    expect(first![5]! + first![6]!).toBeCloseTo(1, 12);
    expect([found.losses[0], found.losses[1]].map((loss) => Number(loss!.toFixed(9)))).toEqual([0.25, 0.5]);
    expect([found.rows[4], found.losses[4], found.pooled]).toEqual([undefined, undefined, false]);
    expect(found.transitions[0]).toBe(12 * 40);
  });

  test("a buyer of few invoices has the book's; a book of few months has none", () => {
    const ledger = bookOf([...lines("Anker", 40), ...lines("Baltic", 2)]);
    const [own, whole] = [told(migration(ledger, on("2025-03-31"), { buyer: 1 })), told(migration(ledger, on("2025-03-31")))];
    expect([own.pooled, whole.pooled]).toEqual([true, false]);
    expect(own.losses).toEqual(whole.losses);
    expect(told(migration(ledger, on("2025-03-31"), { buyer: 0 })).pooled).toBe(false);
    expect(migration(ledger, on("2025-03-31"), { monthEnds: 11 })).toMatchObject({ known: false, reason: { code: "THIN_MIGRATION" } });
    expect(migration(bookOf(lines("Baltic", 2)), on("2025-03-31"), { buyer: 0 })).toMatchObject({ known: false, reason: { code: "THIN_MIGRATION" } });
  });

  test("money that nothing ever leaves has no loss to tell", () => {
    const stuck = months.flatMap((due) => Array.from({ length: 40 }, (): Line => ({ buyer: "Anker", issued: (due - 10) as Day, due, amount: 100 })));
    expect(told(migration(bookOf(stuck), on("2025-03-31"))).losses).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe("steady rolls: one month far from the others does not set the rate (methods.md E4)", () => {
  /** Each month ten invoices of 100, not due at its end: so many of them are never paid, the others on their due day. */
  const year = (unpaid: readonly number[]): Line[] => unpaid.flatMap((bad, month) => {
    const issued = addMonths(on("2025-05-10"), month);
    const due = addDays(issued, 36);
      return Array.from({ length: 10 }, (_, k): Line => ({ buyer: "Anker", issued, due, amount: 100, ...(k < bad ? {} : { paid: due }) }));
  });
  const END = on("2026-05-31");
  const steady = (...unpaid: readonly number[]): [number, number, number] => {
    const { rolls, steady: [first] } = told(rollRates(bookOf(year(unpaid)), END, { months: 12 }));
    return [rolls[0]!.rate!, first!.rate!, first!.trimmed];
  };

  test("eleven months roll 1 of 10 and one all 10: pooled 21 of 120; without it and one of the lowest 10 of 100", () => {
    expect(steady(1, 1, 1, 1, 1, 10, 1, 1, 1, 1, 1, 1, 0)).toEqual([21 / 120, 0.1, 1]);
  });

  test("three times the median is not yet far; a book of two kinds of months, or one that rarely rolls, keeps them all", () => {
    expect(steady(1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 0)).toEqual([14 / 120, 14 / 120, 0]);
    expect(steady(1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 1, 4, 0)).toEqual([30 / 120, 30 / 120, 0]);
    expect(steady(0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0)).toEqual([10 / 120, 10 / 120, 0]);
  });

  test("written off counts as migrated in its own month", () => {
    const lines = year([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(told(rollRates(bookOf(lines), END, { months: 12 })).steady.map(({ trimmed }) => trimmed)).toEqual([0, 0, 0, 0]);
  });
});
