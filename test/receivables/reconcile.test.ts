/** The reconciliation by itself: readings that no sheet is needed for, and what it promises of any. */
import fc from "fast-check";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Reading } from "../../src/ledger/reading";
import { CAUSE_CODES, type Candidate } from "../../src/receivables/causes";
import { explanations } from "../../src/receivables/explainDifference";
import { reconcile } from "../../src/receivables/reconcile";
import { REASON_CODES } from "../../src/values/say";
import { linesOf } from "../support/anyBook";
import { book } from "../support/book";
import { bookOf, on, type Line } from "../support/columns";

function readingOf(lines: readonly Line[], issues: Reading["issues"] = []): Reading {
  return { ledger: bookOf(lines), issues, columns: [], headingRow: 1, headingsFingerprint: "", policy: readPolicy([]) };
}

function found(reading: Reading, total: number, day = on("2025-09-30")): string[] {
  const { causes, unexplained } = reconcile(reading, { total }, day);
  return [...causes.map(({ cause, documents, amount }) => `${cause} ${documents} ${amount}`), `unexplained ${unexplained}`];
}

test("a write-off that the general ledger lacks, as a settlement or as a document", () => {
  const lines: Line[] = [{ buyer: "Anker", issued: "2025-01-10", amount: 812.4, paid: [["2025-06-30", 812.4, "writeOff"]] }, { buyer: "Baltic", issued: "2025-05-01", amount: 430.17 }];
  expect(found(readingOf(lines), 43_017 + 81_240)).toEqual(["WRITE_OFF 1 81240", "unexplained 0"]);
  expect(found(readingOf([...lines, { buyer: "Baltic", issued: "2025-06-30", amount: -88.14, kind: "WO" }]), 43_017)).toEqual(["WRITE_OFF 1 8814", "unexplained 0"]);
});

test("drafts and cancelled documents, told apart by what the sheet calls them; without the sheet their issues' money serves", () => {
  const issue = (row: number, word: string, amount: number): Reading["issues"][number] => ({ code: "NOT_POSTED", row, column: 3, found: word, amount, currency: "XXX" });
  const reading = readingOf([{ buyer: "Anker", issued: "2025-05-01", amount: 430.17 }], [issue(3, "Draft", 12_055), issue(4, "Cancelled", 7_719), issue(5, "draft", 3_310)]);
  expect(found(reading, 43_017 + 15_365)).toEqual(["NOT_POSTED 2 15365", "unexplained 0"]);
  expect(found(reading, 43_017 + 7_719)).toEqual(["NOT_POSTED 1 7719", "unexplained 0"]);
  expect(found(reading, 43_017 + 3_310)).toEqual(["NOT_POSTED 1 3310", "unexplained 0"]);
  expect(found(reading, 43_017 + 3_311)).toEqual(["unexplained 3311"]);
});

test("of a double that its receipt has settled, the open twin is the one too many", () => {
  const sheet = book`
    Customer | Invoice | Invoice Date | Amount
    Anker | 1 | 2025-05-01 | 640.18
    Anker | 1 | 2025-05-01 | 640.18
    Baltic | 2 | 2025-06-01 | 77.03`;
  const payments = book`
    Invoice | Date | Amount
    1 | 2025-07-15 | 640.18`;
  expect(found(readLedger(sheet, { payments }), 7_703)).toEqual(["DUPLICATE 1 -64018", "unexplained 0"]);
});

describe("for any book", () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });

  test("control = ledger + causes + unexplained, in whole and by buyer, with each buyer's rest told", () => {
    fc.assert(
      fc.property(linesOf(), cents, fc.array(cents, { minLength: 6, maxLength: 6 }), fc.integer({ min: 0, max: 500 }), (lines, off, offs, after) => {
        const reading = readingOf(lines);
        const day = (on("2025-01-01") + after) as ReturnType<typeof on>;
        const whole = reconcile(reading, { total: off }, day);
        const balances = reading.ledger.buyers.id.map((who, buyer) => ({ buyer, who, minor: offs[buyer % 6]! }));
        const byBuyer = reconcile(reading, { balances: [...balances, { buyer: -1, who: "Fir", minor: 5 }] }, day);
        for (const { control, ledger, difference, causes, unexplained } of [whole, byBuyer]) {
          expect(control).toBe(ledger + difference);
          expect(difference).toBe(causes.reduce((sum, { amount }) => sum + amount, 0) + unexplained);
          for (const { amount, found: documents } of causes) expect(documents.reduce((sum, { effect }) => sum + effect, 0)).toBe(amount);
        }
        expect(byBuyer.unexplainedBuyers.reduce((sum, { minor }) => sum + minor, 0)).toBe(byBuyer.unexplained);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what is believed", () => {
  const candidate = (cause: Candidate["cause"], effect: number, subject: number, days = 0, part = ""): Candidate => ({
    cause, buyer: 0, who: "", effect, stated: effect, oneToOne: effect, currency: "", days, part, subject, alone: false, row: subject, number: `N${subject}`, documents: 1,
  });
  const explained = (difference: number, candidates: readonly Candidate[], among = 1): string[] =>
    explanations(difference, [{ causes: 0, assumed: [], candidates }], { left: 3_000_000 }, among).map(({ found: documents }) => documents.map(({ number }) => number).sort().join(" "));

  /** Amounts of two to six figures, none round. */
  const amount = (k: number): number => 10_007 + ((k * 7_368_787) % 900_001);
  const invoices = (count: number): Candidate[] => Array.from({ length: count }, (_, k) => candidate("CUT_OFF_BEFORE", -amount(k), k, k % 31));

  test("a whole class before single documents, one cause before two", () => {
    const drafts = [candidate("NOT_POSTED", 5_011, 1), candidate("NOT_POSTED", 7_023, 2)];
    const twice = [candidate("DUPLICATE", 12_034, 3), candidate("DUPLICATE", -4_000, 4)];
    expect(explained(12_034, [...drafts, ...twice])[0]).toBe("N1 N2");
    expect(explained(12_034 - 4_000 + 5_011, [...drafts, ...twice])[0]).toBe("N1 N3 N4");
  });

  test("of equal ones the nearest to the day", () => {
    const late = [candidate("CUT_OFF_BEFORE", -43_017, 1, 20), candidate("CUT_OFF_BEFORE", -12_345, 2, 6), candidate("CUT_OFF_BEFORE", -43_017, 3, 4), candidate("CUT_OFF_BEFORE", -99_871, 4, 1)];
    expect(explained(-43_017, late)[0]).toBe("N3");
  });

  test("one document of hundreds; not one of tens of thousands, nor three of hundreds", () => {
    expect(explained(-amount(123), invoices(300))).toEqual(["N123"]);
    expect(explained(-amount(123), invoices(40_000))).toEqual([]);
    expect(explained(-amount(10) - amount(77) - amount(123), invoices(300))).toEqual([]);
  });

  test("one of a thousand differences side by side must be surer than one alone", () => {
    expect(explained(-amount(123), invoices(300), 1000)).toEqual([]);
    expect(explained(-amount(3), invoices(4), 1000)).toEqual(["N3"]);
  });

  test("a document is not counted in two causes", () => {
    const both = [candidate("UNAPPLIED", 30_011, 7), candidate("RECEIPT_BEFORE", 30_011, 7, 1), candidate("RECEIPT_BEFORE", 4_459, 8, 1), candidate("UNAPPLIED", 8_887, 9)];
    expect(explained(30_011 + 4_459 + 8_887, both)[0]).toBe("N7 N8 N9");
    expect(explained(2 * 30_011 + 4_459 + 8_887, both)).toEqual([]);
  });

  test("a book of equal amounts ends, and says nothing", () => {
    const equal = Array.from({ length: 3000 }, (_, k) => candidate(k % 2 === 0 ? "CUT_OFF_BEFORE" : "RECEIPT_AFTER", -10_000, k, 1 + (k % 30)));
    expect(explained(-30_000, equal)).toEqual([]);
  });
});

test("each cause has its sentence", () => {
  expect(CAUSE_CODES.filter((cause) => !REASON_CODES.includes(`cause.${cause}`))).toEqual([]);
});
