import fc from "fast-check";
import type { Line } from "../support/columns";
import { bookOf, bookUpTo, on } from "../support/columns";
import { linesOf, shuffled } from "../support/anyBook";
import { position } from "../../src/receivables/position";
import type { Day } from "../../src/values/day";

/*
 * Anker: 100 on 10 Jan, due 9 Feb, 40 paid on 1 Feb and 60 on 1 Mar.   Baltic: 250 on 20 Jan, due 19 Feb, never paid; a credit of 30.
 */
const BOOK: readonly Line[] = [
  { buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 100, paid: [["2025-02-01", 40], ["2025-03-01", 60]] },
  { buyer: "Baltic", issued: "2025-01-20", due: "2025-02-19", amount: 250 },
  { buyer: "Baltic", issued: "2025-02-05", amount: -30, kind: "CN" },
];

describe("what is open on a day", () => {
  const ledger = bookOf(BOOK);

  test.each([
    ["2025-01-09", 0, 0, 0, 0],
    ["2025-01-10", 10000, 0, 0, 0],
    ["2025-02-01", 6000, 25000, 0, 0], // a payment dated that day has already reduced the balance
    ["2025-02-09", 6000, 22000, 0, 0], // due today is not overdue
    ["2025-02-10", 6000, 22000, 6000, 0],
    ["2025-03-01", 0, 22000, 0, 25000], // an overdue debit is not netted with a credit
  ])("%s", (day, anker, baltic, overdueAnker, overdueBaltic) => {
    const at = position(ledger, on(day));
    expect([...at.openByBuyer]).toEqual([anker, baltic].slice(0, 2));
    expect([...at.overdueByBuyer]).toEqual([overdueAnker, overdueBaltic]);
    expect(at.total).toBe(anker + baltic);
  });

  test("is remembered, so that asking twice costs one pass", () => {
    expect(position(ledger, on("2025-03-01"))).toBe(position(ledger, on("2025-03-01")));
  });

  test("a settlement without a day counts from the start", () => {
    const undated = bookOf([{ buyer: "Cedar", issued: "2025-01-10", due: "2025-02-09", amount: 80, paid: [[undefined, 30]] }]);
    expect(position(undated, on("2025-01-10")).total).toBe(5000);
  });

  test("a residue below a hundredth of a unit is money, but not an open document", () => {
    const dinar = bookOf([{ buyer: "Dune", issued: "2025-01-10", due: "2025-02-09", amount: 10.009, paid: [["2025-01-20", 10]] }], { exponent: 3 });
    const at = position(dinar, on("2025-02-01"));
    expect([at.total, at.openCountByBuyer[0]]).toEqual([9, 0]);
  });

  test("does not look beyond the day", () => {
    const day = on("2025-02-10");
    const [whole, cut] = [position(ledger, day), position(bookUpTo(BOOK, day), day)];
    expect([...cut.openByBuyer]).toEqual([...whole.openByBuyer]);
  });
});

describe("for any book", () => {
  test("a buyer's balances add up to the total, whatever the order of the rows", () => {
    fc.assert(
      fc.property(linesOf(), fc.integer({ min: 45600, max: 46200 }), fc.infiniteStream(fc.nat()), (lines, day, order) => {
        const at = position(bookOf(lines), day as Day);
        const again = position(bookOf(shuffled(lines, order)), day as Day);
        expect(again.total).toBe(at.total);
        expect(at.openByBuyer.reduce((sum, one) => sum + one, 0)).toBe(at.total);
      }),
      { numRuns: 100 },
    );
  });
});
