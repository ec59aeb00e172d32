import fc from "fast-check";
import { ROLL_FORWARD_LINES, rollForward, type RollForward } from "../../src/receivables/rollForward";
import { position } from "../../src/receivables/position";
import type { Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import { refusal } from "../support/book";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";
import { INVOICES, readRated, RECEIPTS } from "../support/currencyBook";

const book = ({ opening, closing, ...lines }: RollForward): Record<string, number> => ({
  opening: opening.at(-1)!, ...Object.fromEntries(ROLL_FORWARD_LINES.map((line) => [line, lines[line].at(-1)!])), closing: closing.at(-1)!,
});

/* February: 250.00 comes over from January; 300.00 invoiced, 30.00 credited, 20.00 of interest; paid 100.00, 40.00 written off, 15.00 on account. */
const BOOK: readonly Line[] = [
  { buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 250, paid: [["2025-02-05", 100], ["2025-02-20", 40, "writeOff"], ["2025-03-01", 110]] },
  { buyer: "Baltic", issued: "2025-02-10", due: "2025-03-12", amount: 300, paid: [["2025-02-12", 30, "credit"]] },
  { buyer: "Baltic", issued: "2025-02-12", amount: -30, kind: "CN", paid: [["2025-02-12", -30, "credit"]] },
  { buyer: "Baltic", issued: "2025-02-28", amount: -15, kind: "UNAP" },
  { buyer: "Baltic", issued: "2025-02-28", amount: 20, kind: "CHG" },
];

test("February: a credit that settles an invoice counts once", () => {
  const rolled = rollForward(bookOf(BOOK), on("2025-01-31"), on("2025-02-28"));
  expect(book(rolled)).toEqual({ opening: 25000, invoices: 32000, receipts: -11500, credits: -3000, writeOffs: -4000, adjustments: 0, exchange: 0, closing: 38500 });
  expect([rolled.receipts[0], rolled.receipts[1], rolled.credits[1]]).toEqual([-10000, -1500, -3000]);
});

test("refunds take back receipts, journal entries are adjustments, a write-off of its own sheet row is one", () => {
  const lines: readonly Line[] = [
    { buyer: "Anker", issued: "2025-02-01", amount: -100, kind: "PMT" }, { buyer: "Anker", issued: "2025-02-02", amount: 60, kind: "REFUND" },
    { buyer: "Anker", issued: "2025-02-03", amount: -5, kind: "ADJ" }, { buyer: "Anker", issued: "2025-02-04", amount: -7, kind: "WO" }, { buyer: "Anker", issued: "2025-02-05", amount: -9 },
  ];
  expect(book(rollForward(bookOf(lines), on("2025-01-31"), on("2025-02-28")))).toEqual({ opening: 0, invoices: 0, receipts: -4000, credits: -900, writeOffs: -700, adjustments: -500, exchange: 0, closing: -6100 });
});

test("a settlement dated before its invoice counts with the invoice, one without a day too", () => {
  const lines: readonly Line[] = [{ buyer: "Anker", issued: "2025-02-10", due: "2025-03-12", amount: 100, paid: [["2025-01-20", 30], [undefined, 20]] }];
  expect(book(rollForward(bookOf(lines), on("2025-01-31"), on("2025-02-28")))).toMatchObject({ opening: 0, invoices: 10000, receipts: -5000, closing: 5000 });
});

test("a day with itself is a balance and nothing else; the later day first is refused", () => {
  const ledger = bookOf(BOOK);
  expect(book(rollForward(ledger, on("2025-02-28"), on("2025-02-28")))).toMatchObject({ opening: 38500, invoices: 0, receipts: 0, closing: 38500 });
  expect(refusal(() => rollForward(ledger, on("2025-02-28"), on("2025-01-31")))).toMatch(/^The period begins after it ends/);
});

describe("adds up to the minor unit", () => {
  const day = fc.integer({ min: 45600, max: 46300 });
  /** Payments, credits and write-offs, dated or not. */
  const withKinds = fc.tuple(linesOf(), fc.infiniteStream(fc.tuple(fc.constantFrom("payment" as const, "credit" as const, "writeOff" as const), fc.integer({ min: 0, max: 9 })))).map(([lines, drawn]) =>
    lines.map((line): Line => {
      const paid = (line.paid as readonly (readonly [Day, number])[]).map(([at, amount]) => {
        const [kind, luck] = drawn.next().value;
        return [luck === 0 ? undefined : luck === 1 ? ((at - 200) as Day) : at, amount, kind] as const;
      });
      return { ...line, paid };
    }),
  );

  test("for every pair of days, by buyer and in all", () => {
    fc.assert(
      fc.property(withKinds, day, day, (lines, one, other) => {
        const [from, to] = [Math.min(one, other) as Day, Math.max(one, other) as Day];
        const ledger = bookOf(lines);
        const rolled = rollForward(ledger, from, to);
        const sums = rolled.opening.map((opening, b) => ROLL_FORWARD_LINES.reduce((sum, line) => sum + rolled[line][b]!, opening));
        expect([...sums]).toEqual([...rolled.closing]);
        expect([rolled.opening.at(-1), rolled.closing.at(-1)]).toEqual([position(ledger, from).total, position(ledger, to).total]);
        expect(rolled.exchange.every((one) => one === 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("in several currencies, the exchange difference being a line of its own", () => {
    const { ledger } = readRated(INVOICES, RECEIPTS);
    let exchanged = 0;
    for (let from = on("2026-01-31"); from <= on("2026-08-31"); from = (from + 7) as Day) {
      const rolled = rollForward(ledger, from, on("2026-08-31"));
      const sums = rolled.opening.map((opening, b) => ROLL_FORWARD_LINES.reduce((sum, line) => sum + rolled[line][b]!, opening));
      expect([...sums]).toEqual([...rolled.closing]);
      exchanged += Math.abs(rolled.exchange.at(-1)!);
    }
    expect(exchanged).toBeGreaterThan(0);
  });
});
