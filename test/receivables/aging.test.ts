import fc from "fast-check";
import { Refusal } from "../../src/values/answer";
import type { Day } from "../../src/values/day";
import { aging, agingRow } from "../../src/receivables/aging";
import { position } from "../../src/receivables/position";
import { inTwo, linesOf, shuffled } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

/* Due 30 Jun 100, 29 Jun 200, 31 May 300, 30 May 400, 1 Apr 500, 31 Mar 600; 50 unapplied. Seen on 30 June 2025. */
const DUE: readonly (readonly [string, number])[] = [["2025-06-30", 100], ["2025-06-29", 200], ["2025-05-31", 300], ["2025-05-30", 400], ["2025-04-01", 500], ["2025-03-31", 600]];
const BOOK: readonly Line[] = [
  ...DUE.map(([due, amount]) => ({ buyer: "Anker", issued: "2025-03-01", due, amount })),
  { buyer: "Anker", issued: "2025-06-01", amount: -50, kind: "UNAP" as const },
];
const JUNE = on("2025-06-30");
const cents = (row: Float64Array): number[] => [...row].map((minor) => minor / 100);

describe("ageing by due day", () => {
  const sheet = aging(position(bookOf(BOOK), JUNE));

  test("days past due 0, 1, 30, 31, 90, 91 fall in the right buckets", () => {
    expect(sheet.headings).toEqual(["Not due", "1-30", "31-60", "61-90", "Over 90", "No due date", "Unapplied", "Total"]);
    expect(cents(sheet.all)).toEqual([100, 500, 400, 500, 600, 0, -50, 2050]);
    expect([...sheet.counts]).toEqual([1, 2, 1, 1, 1, 0, 1, 7]);
  });

  test("own edges, one row a buyer", () => {
    const own = aging(position(bookOf(BOOK), JUNE), { edges: [10, 90] });
    expect(own.headings).toEqual(["Not due", "1-10", "11-90", "Over 90", "No due date", "Unapplied", "Total"]);
    expect(cents(agingRow(own, 0))).toEqual([100, 200, 1200, 600, 0, -50, 2050]);
  });

  test.each([[[]], [[0, 30]], [[30, 30]], [[60, 30]], [[30.5]], [[NaN]], [[1e9]]])("edges %j are refused", (edges) => {
    expect(() => aging(position(bookOf(BOOK), JUNE), { edges })).toThrow(Refusal);
  });
});

test("ageing by invoice day has no column for what is not due", () => {
  const sheet = aging(position(bookOf(BOOK), JUNE), { basis: "invoice" });
  expect(sheet.headings).toEqual(["0-30", "31-60", "61-90", "Over 90", "No due date", "Unapplied", "Total"]);
  expect(cents(sheet.all)).toEqual([0, 0, 0, 2100, 0, -50, 2050]);
});

test("a debit without a due day is never called current", () => {
  const sheet = aging(position(bookOf([{ buyer: "Anker", issued: "2025-06-01", amount: 70 }]), JUNE));
  expect(cents(sheet.all)).toEqual([0, 0, 0, 0, 0, 70, 0, 70]);
});

test("the overpaid part of an invoice is unapplied", () => {
  const sheet = aging(position(bookOf([{ buyer: "Anker", issued: "2025-06-01", due: "2025-06-20", amount: 70, paid: [["2025-06-10", 90]] }]), JUNE));
  expect(cents(sheet.all)).toEqual([0, 0, 0, 0, 0, 0, -20, -20]);
});

describe("what happens to credits", () => {
  const at = position(bookOf([...BOOK, { buyer: "Anker", issued: "2025-06-20", amount: -620, kind: "CN" }, { buyer: "Baltic", issued: "2025-06-01", amount: -10, kind: "PMT" }]), JUNE);

  test("oldest first: 670 of credit takes all of the oldest bucket and part of the next; who owes nothing keeps his credit", () => {
    expect(cents(aging(at, { credits: "fifo" }).all)).toEqual([100, 500, 400, 430, 0, 0, -10, 1420]);
  });
  test("into the first bucket", () => {
    expect(cents(aging(at, { credits: "current" }).all)).toEqual([-580, 500, 400, 500, 600, 0, 0, 1420]);
  });
  test("by their own date", () => {
    expect(cents(aging(at, { credits: "ownDate" }).all)).toEqual([100, -180, 400, 500, 600, 0, 0, 1420]);
  });
});

test("disputed documents stay with a memo, or are left out", () => {
  const at = position(bookOf([{ buyer: "Anker", issued: "2025-06-01", due: "2025-06-20", amount: 70, disputed: true }, { buyer: "Anker", issued: "2025-06-01", due: "2025-06-20", amount: 30 }]), JUNE);
  expect([aging(at).all.at(-1), aging(at).disputedByBuyer[0]]).toEqual([10000, 7000]);
  expect([aging(at, { disputes: "exclude" }).all.at(-1), aging(at, { disputes: "exclude" }).disputedByBuyer[0]]).toEqual([3000, 7000]);
});

describe("for any book, day, basis, edges and credits", () => {
  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 }).map((all) => all.sort((a, b) => a - b));
  const options = fc.record({ basis: fc.constantFrom("due" as const, "invoice" as const), edges, credits: fc.constantFrom("separate" as const, "fifo" as const, "current" as const, "ownDate" as const) });
  const day = fc.integer({ min: 45600, max: 46300 }).map((serial) => serial as Day);

  test("every row adds up to its total, and the total is what is outstanding", () => {
    fc.assert(
      fc.property(linesOf(), day, options, (lines, on_, how) => {
        const at = position(bookOf(lines), on_);
        const sheet = aging(at, how);
        for (let b = 0; b < at.ledger.buyers.count; b++) {
          const row = agingRow(sheet, b);
          expect(row.subarray(0, -1).reduce((sum, one) => sum + one, 0)).toBe(row.at(-1));
          expect(row.at(-1)).toBe(at.openByBuyer[b]);
        }
        expect(sheet.all.at(-1)).toBe(at.total);
      }),
    );
  });

  test("shuffled rows change nothing", () => {
    fc.assert(
      fc.property(linesOf(), day, options, fc.infiniteStream(fc.nat()), (lines, on_, how, order) => {
        const [plain, mixed] = [bookOf(lines), bookOf(shuffled(lines, order))].map((ledger) => aging(position(ledger, on_), how));
        expect([...mixed!.all]).toEqual([...plain!.all]);
      }),
    );
  });

  test("an invoice split in two parts changes no bucket", () => {
    fc.assert(
      fc.property(linesOf(), day, options, (lines, on_, how) => {
        const [plain, split] = [bookOf(lines), bookOf(lines.flatMap(inTwo))].map((ledger) => aging(position(ledger, on_), how));
        expect([...split!.all]).toEqual([...plain!.all]);
      }),
    );
  });
});
