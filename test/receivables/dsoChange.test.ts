import fc from "fast-check";
import { dso } from "../../src/receivables/dso";
import { DSO_CHANGE_PARTS, dsoChange, type DsoChange } from "../../src/receivables/dsoChange";
import { position } from "../../src/receivables/position";
import type { Answer } from "../../src/values/answer";
import type { Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import { refusal } from "../support/book";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

const told = <T>(answer: Answer<T>): T => {
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
};
const FIRST = on("2024-01-01");
const DAYS = Array.from({ length: 540 }, (_, k) => (FIRST + k) as Day);
const change = (lines: readonly Line[], from: string, to: string): DsoChange => told(dsoChange(bookOf(lines), on(from), on(to)));

/** An invoice of each buyer each day. */
function book(buyers: Readonly<Record<string, { terms: number | ((day: Day) => number); takes: number | ((day: Day) => number); sells: number | ((day: Day) => number) }>>): Line[] {
  const of = (value: number | ((day: Day) => number), day: Day): number => (typeof value === "number" ? value : value(day));
  return DAYS.flatMap((day) =>
    Object.entries(buyers).map(([buyer, { terms, takes, sells }]): Line => ({ buyer, issued: day, due: (day + of(terms, day)) as Day, amount: of(sells, day), paid: (day + of(takes, day)) as Day })),
  ).filter(({ amount }) => amount > 0);
}

describe("every buyer always pays on day 45 while sales swing", () => {
  const swing = (day: Day): number => (Math.floor((day - FIRST) / 30) % 3 === 0 ? 900 : 100 + (day % 7));
  const other = (day: Day): number => (Math.floor((day - FIRST) / 45) % 2 === 0 ? 50 : 700);
  const lines = book({ Anker: { terms: 30, takes: 45, sells: swing }, Baltic: { terms: 60, takes: 45, sells: other }, Cedar: { terms: (day) => (day % 2 === 0 ? 30 : 14), takes: 45, sells: 80 } });

  test("lateness, terms mix and rest are 0, though DSO moves: all of it is sales timing", () => {
    for (const [from, to] of [["2024-06-30", "2024-08-31"], ["2024-08-31", "2024-12-31"], ["2024-12-31", "2025-02-15"]] as const) {
      const found = change(lines, from, to);
      expect(Math.abs(found.total)).toBeGreaterThan(1);
      expect([found.lateness, found.terms, found.disputes, found.rest]).toEqual([0, 0, 0, 0]);
      expect(found.timing).toBe(found.total);
    }
  });

  test("nor is there lateness where each has its own day, early or late; who buys more is terms mix", () => {
    const own = book({ Anker: { terms: 30, takes: 25, sells: swing }, Baltic: { terms: 30, takes: 70, sells: (day) => (day < on("2024-10-20") ? 50 : 700) } });
    const all = ([["2024-06-30", "2024-08-31"], ["2024-08-31", "2024-12-31"], ["2024-12-31", "2025-02-15"]] as const).map(([from, to]) => change(own, from, to));
    for (const { lateness, disputes, rest } of all) expect([lateness, disputes, rest]).toEqual([0, 0, 0]);
    expect(Math.max(...all.map(({ terms }) => Math.abs(terms)))).toBeGreaterThan(5);
  });

  test("for buyers that sell now and then, from any day to any other", () => {
    const invoice = fc.record({ buyer: fc.constantFrom("Anker", "Baltic", "Cedar"), issued: fc.integer({ min: 0, max: 500 }), terms: fc.constantFrom(14, 30, 60), amount: fc.integer({ min: 1, max: 9000 }) });
    fc.assert(
      fc.property(fc.array(invoice, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), (all, one, two) => {
        const sparse = all.map(({ buyer, issued, terms, amount }): Line => ({ buyer, issued: (FIRST + issued) as Day, due: (FIRST + issued + terms) as Day, amount, paid: (FIRST + issued + 45) as Day }));
        const paidBy = Math.min(...sparse.map(({ paid }) => paid as Day));
        const [from, to] = [Math.min(one, two), Math.max(one, two)].map((day) => (FIRST + day) as Day);
        const found = dsoChange(bookOf(sparse), from!, to!);
        fc.pre(found.known && to! >= paidBy); // before the first payment nobody can know on which day they pay
        expect([found.known && found.value.lateness, found.known && found.value.terms]).toEqual([0, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("one cause at a time, even sales", () => {
  const CHANGED = on("2024-07-01");
  const since = (before: number, after: number) => (day: Day): number => (day < CHANGED ? before : after);

  test("everybody takes 15 days longer: lateness", () => {
    const found = change(book({ Anker: { terms: 30, takes: since(40, 55), sells: 100 }, Baltic: { terms: 30, takes: since(30, 45), sells: 100 } }), "2024-06-30", "2024-12-31");
    expect(found.lateness).toBe(15);
    expect(found.total).toBeCloseTo(15, 9);
    expect([found.terms, found.disputes]).toEqual([0, 0]);
    expect(Math.abs(found.timing) + Math.abs(found.rest)).toBeLessThan(1e-8);
  });

  test("half of the sales go from 30 to 60 days, all paid when due: terms mix", () => {
    const found = change(book({ Anker: { terms: since(30, 60), takes: since(30, 60), sells: 100 }, Baltic: { terms: 30, takes: 30, sells: 100 } }), "2024-06-30", "2024-12-31");
    expect(found.terms).toBeCloseTo(15, 9);
    expect(found.lateness).toBe(0);
    expect(Math.abs(found.timing) + Math.abs(found.rest)).toBeLessThan(1e-8);
  });

  test("a disputed invoice of three days' sales: 3 days of disputes", () => {
    const lines = [...book({ Anker: { terms: 30, takes: 30, sells: 100 } }), { buyer: "Anker", issued: "2024-08-01", due: "2024-08-31", amount: 300, disputed: true } as const];
    const found = change(lines, "2024-06-30", "2024-12-31");
    expect([found.disputes, found.lateness, found.terms]).toEqual([3, 0, 0]);
  });

  test("habits that changed within the window: what payments do not show yet is open for longer", () => {
    const found = change(book({ Anker: { terms: 30, takes: since(40, 55), sells: 100 } }), "2024-06-30", "2024-08-31");
    expect([found.lateness, found.total]).toEqual([expect.closeTo(15, 6), expect.closeTo(15, 6)]);
    expect(Math.abs(found.timing) + Math.abs(found.rest)).toBeLessThan(1e-6);
  });

  test("payments that are spread, while sales double: timing, and no lateness", () => {
    const lines = [20, 25, 30, 40, 60].flatMap((takes) => book({ Anker: { terms: 30, takes, sells: (day) => (day < on("2024-10-15") ? 100 : 200) } }));
    const found = change(lines, "2024-09-30", "2024-11-30");
    expect(Math.abs(found.total)).toBeGreaterThan(3);
    expect([found.lateness, found.terms, found.rest]).toEqual([0, 0, 0]);
  });

  test("a write-off is no sooner payment: it takes off what was to be collected", () => {
    const lines = book({ Anker: { terms: 30, takes: 30, sells: 100 } }).map((line): Line => ((line.issued as Day) === on("2024-12-10") ? { ...line, paid: [["2024-12-20", 100, "writeOff"]] } : line));
    expect(change(lines, "2024-06-30", "2024-12-31").lateness).toBe(0);
  });

  test("money on account is the rest", () => {
    const found = change([...book({ Anker: { terms: 30, takes: 30, sells: 100 } }), { buyer: "Anker", issued: "2024-12-30", amount: -400, kind: "UNAP" }], "2024-06-30", "2024-12-31");
    expect([found.rest, found.lateness, found.timing]).toEqual([expect.closeTo(-4, 9), 0, expect.closeTo(0, 9)]);
  });

  test("who stops paying is late, though he paid in time while he paid", () => {
    const lines = book({ Anker: { terms: 30, takes: 30, sells: 100 }, Baltic: { terms: 30, takes: 30, sells: 100 } }).map((line): Line => {
      if (line.buyer === "Anker" || (line.issued as Day) < CHANGED) return line;
      const { buyer, issued, due, amount } = line;
      return { buyer, issued, due: due!, amount };
    });
    const found = change(lines, "2024-06-30", "2024-12-31");
    expect(found.lateness).toBeCloseTo(77, 6); // 154 days of invoices open for more than the 30 days he took, half of the sales
    expect([found.terms, found.rest, found.total]).toEqual([0, 0, expect.closeTo(77, 6)]);
  });
});

describe("for any book", () => {
  const day = fc.integer({ min: 45650, max: 46200 });

  test("the parts add up bit for bit, from the DSO of one day to that of the other", () => {
    fc.assert(
      fc.property(linesOf(), day, day, fc.constantFrom(30, 90, 365), (lines, one, two, window) => {
        const [from, to] = [Math.min(one, two) as Day, Math.max(one, two) as Day];
        const ledger = bookOf(lines);
        const answer = dsoChange(ledger, from, to, window);
        const [before, after] = [from, to].map((at) => dso(position(ledger, at), { window }));
        if (!answer.known) {
          expect(before!.known && after!.known).toBe(false);
          return;
        }
        const found = answer.value;
        expect(DSO_CHANGE_PARTS.reduce((sum, part) => sum + found[part], 0)).toBe(found.total);
        expect([...DSO_CHANGE_PARTS].reverse().reduce((sum, part) => sum + found[part], found.before)).toBe(found.after);
        expect(found.before).toBeCloseTo(told(before!), 9);
        expect(found.after).toBeCloseTo(told(after!), 9);
        if (from === to) for (const part of DSO_CHANGE_PARTS) expect(found[part]).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test("no sales on either day is no change that can be told; the later day first is refused", () => {
    const ledger = bookOf([{ buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 100 }]);
    expect(dsoChange(ledger, on("2024-12-31"), on("2025-01-31"))).toMatchObject({ known: false, reason: { code: "NO_SALES" } });
    expect(refusal(() => dsoChange(ledger, on("2025-02-28"), on("2025-01-31")))).toMatch(/^The period begins after it ends/);
  });
});
