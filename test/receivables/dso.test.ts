import fc from "fast-check";
import type { DsoOptions } from "../../src/receivables/dso";
import { DSO_METHODS, dso, dsoByBuyer } from "../../src/receivables/dso";
import { position } from "../../src/receivables/position";
import type { Answer } from "../../src/values/answer";
import type { Day } from "../../src/values/day";
import { say } from "../../src/values/say";
import { inTwo, linesOf, shuffled } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

/* Quarter to 31 March 2025: 800 sold in March (300 open), 500 in February (200 open, overdue), 620 in January (62 open, overdue). */
const BOOK: readonly Line[] = [
  { buyer: "Anker", issued: "2025-03-20", due: "2025-04-19", amount: 300 },
  { buyer: "Anker", issued: "2025-03-05", due: "2025-04-04", amount: 520, paid: "2025-03-25" },
  { buyer: "Anker", issued: "2025-03-06", due: "2025-04-05", amount: -20, kind: "CN", paid: "2025-03-25" },
  { buyer: "Baltic", issued: "2025-02-10", due: "2025-03-12", amount: 200 },
  { buyer: "Baltic", issued: "2025-02-11", due: "2025-03-13", amount: 300, paid: "2025-03-13" },
  { buyer: "Baltic", issued: "2025-01-15", due: "2025-02-14", amount: 620, paid: [["2025-02-14", 558]] },
];
const MARCH = on("2025-03-31");
const value = (answer: Answer<number>): number | string => (answer.known ? answer.value : answer.reason.code);
const at = (day: Day, options: DsoOptions = {}, lines: readonly Line[] = BOOK): number | string => value(dso(position(bookOf(lines), day), options));

describe("the quarter to 31 March", () => {
  test.each([
    ["balance", (562 / 1920) * 90],
    ["best", (300 / 1920) * 90],
    ["delinquent", (262 / 1920) * 90],
    ["countback", (562 / 800) * 31],
    ["true", 11 * 0.375 + 49 * 0.4 + 75 * 0.1],
    ["weighted", 0.375 * 31 + 0.4 * 28 + 0.1 * 31],
  ] as const)("%s", (method, expected) => {
    expect(at(MARCH, { method })).toBeCloseTo(expected, 9);
  });

  test("a window of 31 days takes March alone; the day 31 days back is outside it", () => {
    expect(at(MARCH, { window: 31 })).toBeCloseTo((562 / 800) * 31, 9);
    expect(at(on("2025-05-14"), { window: 93 })).toBeCloseTo((562 / 1100) * 93, 9); // 10 February is 93 days back
    expect(at(on("2025-05-14"), { window: 94 })).toBeCloseTo((562 / 1300) * 94, 9);
  });

  test("by buyer", () => {
    expect(dsoByBuyer(position(bookOf(BOOK), MARCH)).map(value)).toEqual([(300 / 800) * 90, (262 / 1120) * 90]);
    expect(at(MARCH, { method: "countback", buyer: 1 })).toBeCloseTo(31 + (262 / 500) * 28, 9); // Baltic bought nothing in March
  });

  test("on the average of opening and closing receivable", () => {
    expect(at(MARCH, { numerator: "average", window: 31 })).toBeCloseTo(((200 + 300 + 62 + 562) / 2 / 800) * 31, 9);
  });

  test("in mid-month the month is the part of it that has passed", () => {
    expect(at(on("2025-03-21"), { method: "weighted" })).toBeCloseTo((820 / 800) * 21 + 0.4 * 28 + 0.1 * 31, 9); // 520 is paid on the 25th; the open credit note counts nothing
  });

  test("a month whose credit notes reach its invoices is left out, and the basis says so", () => {
    const lines: Line[] = [...BOOK, { buyer: "Cedar", issued: "2025-02-20", amount: -500, kind: "CN", paid: "2025-02-20" }];
    const answer = dso(position(bookOf(lines), MARCH), { method: "true" });
    expect(value(answer)).toBeCloseTo(11 * 0.375 + 75 * 0.1, 9);
    expect(answer.known && answer.basis.facts).toContainEqual(["left out, of months without sales", 200]);
  });

  describe("retention, 80 of what was sold in March, due in a year", () => {
    const RETAINED: readonly Line[] = [...BOOK, { buyer: "Anker", issued: "2025-03-01", due: "2026-03-01", amount: 80, kind: "RET" }];

    test.each(DSO_METHODS)("%s leaves it out", (method) => {
      expect(at(MARCH, { method }, RETAINED)).toBe(at(MARCH, { method }));
      expect(at(MARCH, { method, buyer: 0 }, RETAINED)).toBe(at(MARCH, { method, buyer: 0 }));
    });

    test.each(DSO_METHODS)("%s counts it as an invoice where it is to be included", (method) => {
      const invoiced = [...BOOK, { ...RETAINED.at(-1)!, kind: "INV" as const }];
      for (const buyer of [undefined, 0, 1]) expect(at(MARCH, { method, buyer, retention: "include" }, RETAINED)).toBe(at(MARCH, { method, buyer }, invoiced));
      expect(at(MARCH, { method, retention: "include" }, RETAINED)).not.toBe(at(MARCH, { method }, RETAINED));
    });

    test("the basis names it, where there is some", () => {
      const facts = (options: DsoOptions, lines: readonly Line[] = RETAINED): unknown => {
        const answer = dso(position(bookOf(lines), MARCH), options);
        return answer.known && answer.basis.facts.filter(([name]) => name.startsWith("retention"));
      };
      for (const method of DSO_METHODS) expect([facts({ method }), facts({ method, retention: "include" }), facts({ method }, BOOK)]).toEqual([[["retention, excluded", 80]], [["retention, included", 80]], []]);
    });

    test("included by hand: (562 + 80) / (1920 + 80) x 90", () => {
      expect(at(MARCH, { retention: "include" }, RETAINED)).toBeCloseTo((642 / 2000) * 90, 9);
      expect(at(MARCH, { retention: "include", method: "best" }, RETAINED)).toBeCloseTo((380 / 2000) * 90, 9);
    });
  });
});

describe("what cannot be told", () => {
  const sentence = (answer: Answer<number>): string => (answer.known ? "known" : say(answer.reason));
  const asked = (lines: readonly Line[], day: Day, options?: DsoOptions): string => sentence(dso(position(bookOf(lines), day), options));

  test("no sales in the window", () => {
    expect(asked(BOOK, on("2025-12-31"))).toBe("No credit sales from 2025-10-03 to 2025-12-31, so days of sales cannot be told.");
  });
  test("a credit balance", () => {
    expect(asked([...BOOK, { buyer: "Anker", issued: "2025-03-30", amount: -600, kind: "UNAP" }], MARCH)).toBe("The balance on 2025-03-31 is 38.00 XXX in the buyer's favour, so days of sales cannot be told.");
  });
  test("a receivable older than the ledger", () => {
    const lines: Line[] = [...BOOK, { buyer: "Anker", issued: "2025-01-02", due: "2025-01-31", amount: 2000, kind: "ADJ" }];
    expect(asked(lines, MARCH, { method: "countback" })).toBe("What is open is more than all sales since 2025-01-02: at least 90 days.");
  });
  test("credits alone are no sales, even where nothing is open: no 0 days by any method", () => {
    const returned: Line = { buyer: "Anker", issued: "2025-03-01", amount: -100, kind: "CN", paid: [["2025-03-05", -100, "credit"]] };
    for (const method of DSO_METHODS) expect(asked([returned], MARCH, { method })).toMatch(/^No credit sales from 2025-0.-.. to 2025-03-31, so days of sales cannot be told\.$/);
    for (const method of ["true", "weighted"] as const) expect(asked([{ ...returned, paid: [] }], MARCH, { method })).toMatch(/^No credit sales /);
  });
  test("nothing issued yet", () => {
    for (const method of DSO_METHODS) expect(at(on("2024-12-31"), { method })).toBe("NO_SALES");
  });
});

describe("for any book", () => {
  const method = fc.constantFrom(...DSO_METHODS);
  const day = fc.integer({ min: 45600, max: 46300 }).map((serial) => serial as Day);

  test("is a finite number or a reason, and shuffled rows change nothing", () => {
    fc.assert(
      fc.property(linesOf(), day, method, fc.infiniteStream(fc.nat()), (lines, when, how, order) => {
        const [plain, mixed] = [value(dso(position(bookOf(lines), when), { method: how })), value(dso(position(bookOf(shuffled(lines, order)), when), { method: how }))];
        if (typeof plain === "string") expect(mixed).toBe(plain);
        else {
          expect(Number.isFinite(plain)).toBe(true);
          expect(mixed).toBeCloseTo(plain, 9);
        }
      }),
    );
  });

  test("an invoice split in two parts changes nothing", () => {
    fc.assert(
      fc.property(linesOf(), day, method, (lines, when, how) => {
        const [plain, split] = [lines, lines.flatMap(inTwo)].map((all) => value(dso(position(bookOf(all), when), { method: how })));
        if (typeof plain === "string") expect(split).toBe(plain);
        else expect(split).toBeCloseTo(plain!, 9);
      }),
    );
  });

  test("balance = best + delinquent", () => {
    fc.assert(
      fc.property(linesOf(), day, (lines, when) => {
        const [balance, best, delinquent] = (["balance", "best", "delinquent"] as const).map((how) => value(dso(position(bookOf(lines), when), { method: how })));
        if (typeof balance !== "number") expect(delinquent).toBe(balance);
        else expect((best as number) + (delinquent as number)).toBeCloseTo(balance, 6);
      }),
    );
  });
});
