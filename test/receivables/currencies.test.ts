import fc from "fast-check";
import { highestPaidBalances } from "../../src/credit/paidBalances";
import { NEVER, outcomesOf } from "../../src/credit/outcomes";
import type { Ledger } from "../../src/ledger/ledger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { aging } from "../../src/receivables/aging";
import { balances } from "../../src/receivables/balances";
import { creditSales } from "../../src/receivables/creditSales";
import { daysBeyondTerms } from "../../src/receivables/daysBeyondTerms";
import { dso, type DsoOptions } from "../../src/receivables/dso";
import { exchangeDifference } from "../../src/receivables/exchangeDifference";
import { payments } from "../../src/receivables/payments";
import { position } from "../../src/receivables/position";
import { reconcile } from "../../src/receivables/reconcile";
import { readWholeSheet } from "../../src/ledger/wholeSheet";
import type { Cell, Grid } from "../../src/values/cell";
import { isoDay, type Day } from "../../src/values/day";
import { book, refusal } from "../support/book";
import { bookOf, on } from "../support/columns";
import { INVOICES, readRated, RECEIPTS } from "../support/currencyBook";

/*
 * Dollars at 7.00, from 31 March 7.10, from 30 June 7.20. Yen at 0.05, 0.048, 0.0465. Dinars at 23.5, from 30 June 23.1.
 * A1 1,000 USD of 10 Feb, 400 paid 15 Apr, 600 paid 10 Jul.   A2 500 CNY of 20 Mar.   B1 150,000 JPY of 5 Mar, 50,001 paid 20 May.
 * B2 250.10 USD of 30 Jun.   C1 12.345 KWD of 1 Apr, 2.345 paid 29 Jun.
 */
const { ledger } = readRated(INVOICES, RECEIPTS);
const yuan = (minor: Iterable<number>): number[] => [...minor].map((one) => one / 100);

describe("what is open on a day, at the closing rate of that day", () => {
  test.each<[string, number[]]>([
    ["2026-02-09", [0, 0, 0, 0, 0]],
    ["2026-02-10", [7000, 0, 0, 0, 0]],
    ["2026-03-30", [7000, 500, 7500, 0, 0]],
    ["2026-03-31", [7100, 500, 7200, 0, 0]], // 1,000 x 7.10; 150,000 x 0.048
    ["2026-04-14", [7100, 500, 7200, 0, 290.11]], // 12.345 x 23.5 = 290.1075
    ["2026-04-15", [4260, 500, 7200, 0, 290.11]], // 600 x 7.10, and not 7,000 - 2,840
    ["2026-05-20", [4260, 500, 4799.95, 0, 290.11]], // 99,999 x 0.048 = 4,799.952
    ["2026-06-29", [4260, 500, 4799.95, 0, 235]],
    ["2026-06-30", [4320, 500, 4649.95, 1800.72, 231]], // 600 x 7.20; 99,999 x 0.0465 = 4,649.9535; 250.10 x 7.20; 10 x 23.1
    ["2026-07-10", [0, 500, 4649.95, 1800.72, 231]], // paid in full is nothing, whatever the rates did
    ["2030-01-01", [0, 500, 4649.95, 1800.72, 231]], // the last rate holds
  ])("%s", (day, open) => {
    expect(yuan(position(ledger, on(day)).open)).toEqual(open);
  });

  test("sums, overdue and counts by buyer are of the same money", () => {
    const at = position(ledger, on("2026-06-30"));
    expect([yuan(at.openByBuyer), yuan(at.overdueByBuyer), [...at.openCountByBuyer], at.total / 100]).toEqual([[4820, 6450.67, 231], [4820, 4649.95, 231], [2, 2, 1], 11501.67]);
    expect([...aging(at).all].at(-1)).toBe(at.total);
    expect(balances(at).net[3]).toBe(at.total);
  });
});

describe("flows, at the rate of their own day", () => {
  const at = position(ledger, on("2026-07-31"));

  test("sales of the year: 7,000 + 500 + 7,500 + 1,800.72 + 290.11; no later rate makes a sale", () => {
    expect([creditSales(at, 365).total / 100, yuan(creditSales(at, 365).byBuyer)]).toEqual([17090.83, [7500, 9300.72, 290.11]]);
  });

  test("payments: 2,840 + 4,320, 2,400.05, 55.11", () => {
    expect(yuan(payments(at, 365).paid)).toEqual([7160, 2400.05, 55.11, 9615.16]);
  });

  test("DSO holds the closing balance against the sales of the days of issue", () => {
    const june = position(ledger, on("2026-06-30"));
    const value = (options: DsoOptions): number => { const answer = dso(june, options); return answer.known ? answer.value : NaN; };
    expect(value({ window: 365 })).toBeCloseTo((11501.67 / 17090.83) * 365, 9);
    expect(value({ method: "best", window: 365 })).toBeCloseTo((1800.72 / 17090.83) * 365, 9);
    // June sold 1,800.72 in 30 days, May nothing in 31, April 290.11 in 30, March 8,000 in 31: 9,410.84 - ... is 1,410.84 of February's 7,000 in 28
    expect(value({ method: "countback" })).toBeCloseTo(30 + 31 + 30 + 31 + (1410.84 / 7000) * 28, 9);
  });

  test("days beyond terms weigh payments at their day's rate, and what is overdue at the closing rate", () => {
    const answer = daysBeyondTerms(position(ledger, on("2026-06-30")), { buyer: 0 });
    const [paid, open, own] = [2840 * 34, 4320 * 110, 500 * 72]; // 12 Mar to 15 Apr; 12 Mar and 19 Apr to 30 Jun
    expect(answer.known && answer.value).toBeCloseTo((paid + open + own) / (2840 + 4820), 9);
  });
});

describe("shares of an invoice are told in its own currency", () => {
  /* 100 at a rate of 1, of which 40 is written off, or settled, when a dollar is worth 10: two fifths, not four times the invoice. */
  const rates: readonly (readonly [string, Cell])[] = [["currency", "CNY"], ["rate.USD", 1], ["rate.USD.2026-06-01", 10]];
  const invoice = book`
    Customer | Invoice No | Invoice Date | Due Date | Amount | Currency
    Anker | 1 | 2026-02-10 | 2026-03-12 | 100 | USD`;

  test("two fifths written off is not an invoice lost", () => {
    const settled = (writtenOff: number): Ledger => readRated(invoice, [["Invoice No", "Payment Date", "Amount", "Type"], [1, "2026-06-02", writtenOff, "Write-off"], [1, "2026-06-03", 100 - writtenOff, "Payment"]], rates).ledger;
    expect(outcomesOf(settled(40), DEFAULT_POLICY).paid[0]).toBe(on("2026-06-03"));
    expect(outcomesOf(settled(60), DEFAULT_POLICY).paid[0]).toBe(NEVER);
  });

  test("what a buyer has carried is what was open, at the closing rate of the day asked", () => {
    const carried = readRated(book`
      Customer | Invoice No | Invoice Date | Due Date | Amount | Currency
      Anker | 1 | 2026-05-10 | 2026-06-12 | 100 | USD
      Anker | 2 | 2026-05-20 | 2026-06-20 | 50 | CNY`, [["Invoice No", "Payment Date", "Amount"], [1, "2026-06-05", 30], [1, "2026-06-10", 70], [2, "2026-06-07", 50]], rates).ledger;
    expect([...highestPaidBalances(carried, on("2026-06-30"))]).toEqual([105000]); // 100 x 10 + 50 on 20 May
  });
});

describe("the exchange difference from 31 March to 30 June", () => {
  const [from, to] = [on("2026-03-31"), on("2026-06-30")];

  test("Anker gains 600 x 0.10, Baltic loses 99,999 x 0.0015, Cedar 10 x 0.4", () => {
    const { byBuyer, total } = exchangeDifference(ledger, from, to);
    expect([yuan(byBuyer), total / 100]).toEqual([[60, -150, -4], -94]);
  });

  test("opening + issued - settled + difference = closing", () => {
    // 14,800.00 + (290.11 + 1,800.72) - (2,840.00 + 2,400.05 + 55.11) - 94.00 = 11,501.67
    expect([position(ledger, from).total, position(ledger, to).total]).toEqual([1480000, 1480000 + 209083 - 529516 - 9400]);
  });

  test("on a payment: 600 paid at 7.20 had stood at 7.20 on 30 June, and at 7.10 the day before", () => {
    expect(exchangeDifference(ledger, to, on("2026-07-10")).total).toBe(0);
    expect(yuan(exchangeDifference(ledger, on("2026-06-29"), on("2026-07-10")).byBuyer)).toEqual([60, -150, -4]);
  });

  test("over its whole life a paid invoice leaves what was received less what was sold: 7,160 - 7,000", () => {
    expect(exchangeDifference(ledger, on("2025-12-31"), on("2026-07-31")).byBuyer[0]).toBe(16000);
  });

  test("none where no rate changes, none on one day, and no period that ends before it begins", () => {
    const plain = bookOf([{ buyer: "Anker", issued: "2026-02-10", amount: 100, paid: "2026-04-01" }]);
    expect([exchangeDifference(plain, from, to).total, exchangeDifference(ledger, to, to).total]).toEqual([0, 0]);
    expect(refusal(() => exchangeDifference(ledger, to, from))).toMatch(/2026-06-30 to 2026-03-31/);
  });

  test("a credit that settles its invoice on one day makes none; one paid before it was issued counts from its issue", () => {
    const sheet = book`
      Customer | Invoice No | Invoice Date | Type | Amount | Currency | Invoice Reference
      Anker | 1 | 2026-04-10 | INV | 1000 | USD |
      Anker | 2 | 2026-04-10 | CN | -1000 | USD | 1`;
    expect(exchangeDifference(readRated(sheet).ledger, from, to).total).toBe(0);
    const ahead = readRated(book`
      Customer | Invoice No | Invoice Date | Amount | Currency | Settled Date
      Anker | 1 | 2026-04-10 | 1000 | USD | 2026-03-20`).ledger;
    expect(exchangeDifference(ahead, on("2026-03-25"), to).total).toBe(700000 - 710000); // received at 7.00, sold at 7.10
  });
});

const FIRST = on("2026-01-01");
const day = fc.integer({ min: FIRST, max: FIRST + 364 });
const tenThousandths = fc.integer({ min: 1, max: 300_000 });
const EXPONENTS = { USD: 2, JPY: 0, KWD: 3, CNY: 2 } as const;
type Code = keyof typeof EXPONENTS;

interface Row {
  readonly buyer: string;
  readonly issued: number;
  readonly due: number;
  readonly code: Code;
  readonly minor: number;
  readonly paid: readonly (readonly [day: number, minor: number])[];
}

/** Invoices and credits, paid in parts on any days after issue: in full, in part, too much or not at all. */
const row: fc.Arbitrary<Row> = fc
  .record({
    buyer: fc.constantFrom("Anker", "Baltic", "Cedar"), issued: day, terms: fc.integer({ min: 0, max: 60 }), code: fc.constantFrom<Code>("USD", "JPY", "KWD", "CNY"),
    minor: fc.integer({ min: -90_000, max: 900_000 }).filter((minor) => minor !== 0), parts: fc.array(fc.record({ after: fc.integer({ min: 0, max: 120 }), permille: fc.integer({ min: 1, max: 700 }) }), { maxLength: 3 }), whole: fc.boolean(),
  })
  .map(({ buyer, issued, terms, code, minor, parts, whole }) => {
    let rest = minor;
    const paid = parts.map(({ after, permille }, k): readonly [number, number] => {
      const asked = whole && k === parts.length - 1 ? rest : Math.round((minor * permille) / 1000);
      const part = minor < 0 ? Math.min(0, asked) : asked; // a receipt without a sign takes off a credit as off an invoice
      rest -= part;
      return [issued + after, part];
    });
    return { buyer, issued, due: issued + terms, code, minor, paid: paid.filter(([, part]) => part !== 0) };
  });
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

/** A rate from the first day, and a change on each of the others; the same for nobody. */
const table = fc.record({ first: tenThousandths, changes: fc.uniqueArray(fc.record({ day, rate: tenThousandths }), { selector: (one) => one.day, minLength: 1, maxLength: 5 }) });
const tables = fc.record({ USD: table, JPY: table, KWD: table });
type Tables = typeof tables extends fc.Arbitrary<infer T> ? T : never;

function keysOf(all: Tables): (readonly [string, Cell])[] {
  const keys = Object.entries(all).flatMap(([code, { first, changes }]): (readonly [string, Cell])[] => [[`rate.${code}`, first / 10_000], ...changes.map((one) => [`rate.${code}.${isoDay(one.day as Day)}`, one.rate / 10_000] as const)]);
  return [["currency", "CNY"], ...keys];
}

function units(minor: number, code: Code): number {
  return minor / 10 ** EXPONENTS[code];
}

function ledgerOf(lines: readonly Row[], all: Tables): Ledger {
  const invoices: Grid = [["Customer", "Invoice No", "Invoice Date", "Due Date", "Amount", "Currency"], ...lines.map(({ buyer, issued, due, code, minor }, i) => [buyer, `N${i}`, issued, due, units(minor, code), code])];
  const receipts: Grid = [["Invoice No", "Payment Date", "Amount"], ...lines.flatMap(({ paid, code }, i) => paid.map(([on_, minor]): Cell[] => [`N${i}`, on_, units(minor, code)]))];
  return readRated(invoices, receipts, keysOf(all)).ledger;
}

/** Own minor units x rate, in whole numbers: exact, then half away from zero. */
function fen(minor: number, code: Code, all: Tables, at: number): number {
  if (code === "CNY") return minor;
  const { first, changes } = all[code];
  const rate = [...changes].sort((a, b) => b.day - a.day).find((one) => one.day <= at)?.rate ?? first;
  const [top, bottom] = [BigInt(Math.abs(minor)) * BigInt(rate) * 100n, 10n ** BigInt(EXPONENTS[code]) * 10_000n];
  const rounded = Number((2n * top + bottom) / (2n * bottom));
  return minor < 0 && rounded !== 0 ? -rounded : rounded;
}

describe("for any page and any rates", () => {
  test("what is open of each document is its own money x the closing rate, rounded once; buyers add up to the total; paid in full is 0", () => {
    fc.assert(
      fc.property(rows, tables, fc.integer({ min: FIRST - 5, max: FIRST + 500 }), (lines, all, asked) => {
        const at = position(ledgerOf(lines, all), asked as Day);
        const left = lines.map(({ issued, minor, paid }) => (issued <= asked ? paid.reduce((rest, [on_, part]) => (on_ <= asked ? rest - part : rest), minor) : 0));
        expect([...at.open]).toEqual(lines.map(({ code }, i) => fen(left[i]!, code, all, asked)));
        left.forEach((rest, i) => { if (rest === 0) expect(at.open[i]).toBe(0); });
        expect(at.openByBuyer.reduce((sum, one) => sum + one, 0)).toBe(at.total);
        expect(at.open.reduce((sum, one) => sum + one, 0)).toBe(at.total);
        expect(at.overdueByBuyer.reduce((sum, one) => sum + one, 0)).toBe(lines.reduce((sum, { due }, i) => sum + (due < asked ? Math.max(0, at.open[i]!) : 0), 0));
      }),
      { numRuns: 200 },
    );
  });

  test("flows count at their own day's rate, and with the exchange difference they roll one balance into the next, buyer by buyer", () => {
    fc.assert(
      fc.property(rows, tables, day, fc.integer({ min: 0, max: 300 }), (lines, all, from, days) => {
        const read = ledgerOf(lines, all);
        const to = from + days;
        const flow = (on_: number, minor: number, code: Code): number => (on_ > from && on_ <= to ? fen(minor, code, all, on_) : 0);
        const { byBuyer, total } = exchangeDifference(read, from as Day, to as Day);
        const [opening, closing] = [position(read, from as Day), position(read, to as Day)];
        const rolled = [...opening.openByBuyer];
        lines.forEach(({ issued, code, minor, paid }, i) => {
          rolled[read.documents.buyer[i]!]! += flow(issued, minor, code) - paid.reduce((sum, [on_, part]) => sum + flow(on_, part, code), 0);
        });
        expect(rolled.map((balance, b) => balance + byBuyer[b]!)).toEqual([...closing.openByBuyer]);
        expect(byBuyer.reduce((sum, one) => sum + one, 0)).toBe(total);
      }),
      { numRuns: 200 },
    );
  });
});

describe("against the general ledger, at the closing rate of its day", () => {
  const reading = readRated(INVOICES, RECEIPTS);
  const day = on("2026-06-29");
  const { total } = position(reading.ledger, day);
  const causes = (control: number): unknown => {
    const { causes: found, unexplained } = reconcile(reading, { total: control }, day, readWholeSheet(INVOICES, reading, { payments: RECEIPTS }));
    return [found.map(({ cause, amount }) => [cause, amount]), unexplained];
  };

  test("an invoice of the next day, booked early: 250.10 x 7.10", () => {
    expect(causes(total + 177571)).toEqual([[["CUT_OFF_AFTER", 177571]], 0]);
  });

  test("a receipt of July, booked early: 600 x 7.10", () => {
    expect(causes(total - 426000)).toEqual([[["RECEIPT_AFTER", -426000]], 0]);
  });

  test("yen restated at another rate than ours", () => {
    const sheet = [...INVOICES, ["Baltic", "B3", "2026-05-01", "2026-06-01", 100000000, "JPY"]];
    const more = readRated(sheet, RECEIPTS);
    const control = position(more.ledger, day).total - 15000 - 15000000; // 99,999 and 100,000,000 x 0.0465, not 0.048
    const { causes: found, unexplained } = reconcile(more, { total: control }, day, readWholeSheet(sheet, more, { payments: RECEIPTS }));
    expect([found.map(({ cause, amount, found: rows }) => [cause, amount, rows[0]!.part]), unexplained]).toEqual([[["RATE_DIFFERENCE", -15015000, "0.0465"]], 0]);
  });

  test("a document that our rates begin too late for is in the control at the closing rate", () => {
    const early = readRated([...INVOICES, ["Dune", "D1", "2025-12-20", "2026-01-20", 123457, "JPY"]], RECEIPTS);
    const { causes: found, unexplained } = reconcile(early, { total: total + 592594 }, day); // 123,457 x 0.048 = 5,925.936
    expect([found.map(({ cause, amount }) => [cause, amount]), unexplained]).toEqual([[["NO_RATE", 592594]], 0]);
  });
});
