import fc from "fast-check";
import { badDebtShare } from "../../src/receivables/badDebt";
import { receivableOf } from "../../src/receivables/balances";
import { cashRatio } from "../../src/receivables/cashRatio";
import { CEI_VARIANTS, collectionEffectiveness } from "../../src/receivables/collectionEffectiveness";
import { daysBeyondTerms, DBT_METHODS } from "../../src/receivables/daysBeyondTerms";
import { DAYS_TO_PAY_METHODS, daysToPay } from "../../src/receivables/daysToPay";
import { dilution, DILUTION_METHODS } from "../../src/receivables/dilution";
import { dso } from "../../src/receivables/dso";
import { herfindahl, HHI_METHODS } from "../../src/receivables/herfindahl";
import { nonCash } from "../../src/receivables/nonCash";
import { paymentIndex, paymentPoints } from "../../src/receivables/paymentIndex";
import { position, type Position } from "../../src/receivables/position";
import { currentShare, overdueShare } from "../../src/receivables/shares";
import { topShare } from "../../src/receivables/topShare";
import { turnover, TURNOVER_METHODS } from "../../src/receivables/turnover";
import type { Answer } from "../../src/values/answer";
import { addDays, type Day } from "../../src/values/day";
import { say } from "../../src/values/say";
import { inTwo, linesOf, shuffled } from "../support/anyBook";
import { bookOf, bookUpTo, on, type Line } from "../support/columns";

const value = (answer: Answer<number>): number | string => (answer.known ? answer.value : answer.reason.code);
const facts = (answer: Answer<number>): Readonly<Record<string, number | string>> => (answer.known ? { method: answer.basis.method, ...Object.fromEntries(answer.basis.facts) } : {});
const at = (lines: readonly Line[], day: string): Position => position(bookOf(lines), on(day));

describe("days to pay", () => {
  const lines: readonly Line[] = [
    { buyer: "Anker", issued: "2025-01-10", due: "2025-02-09", amount: 10000, paid: [["2025-02-09", 6000], ["2025-03-11", 4000]] },
    { buyer: "Anker", issued: "2025-01-20", amount: 5000, paid: "2025-02-14" }, // no due date: paid all the same
    { buyer: "Anker", issued: "2025-03-01", due: "2025-03-31", amount: 3000 },
  ];
  test("weighted, with the age of what is open and the bound of both: (545,000 + 3,000 x 40) / 18,000", () => {
    const answer = daysToPay(at(lines, "2025-04-10"));
    expect(value(answer)).toBeCloseTo(545 / 15, 9);
    const { method, paid, payments, window, ...open } = facts(answer);
    expect([method, paid, payments, window]).toEqual(["daysToPay.weighted", 15000, 3, 365]);
    expect(open).toEqual({ "open, its weighted age": 40, "at least, with what is open": (545000 + 120000) / 18000 });
  });
  test("simple: the mean of invoices paid in full, 60 and 25 days", () => {
    const answer = daysToPay(at(lines, "2025-04-10"), { method: "simple" });
    expect([value(answer), facts(answer)["invoices"]]).toEqual([42.5, 2]);
    expect(value(daysToPay(at(lines, "2025-03-10"), { method: "simple" }))).toBe(25); // the first is not paid in full yet
    expect(value(daysToPay(at(lines, "2025-04-10"), { method: "simple", window: 30 }))).toBe("NOTHING_PAID"); // 11 March is 30 days back
  });
  test("what a credit or a write-off closed was not paid", () => {
    const closed: Line[] = [
      { buyer: "Anker", issued: "2025-01-10", amount: 100, paid: [["2025-02-09", 100, "credit"]] },
      { buyer: "Anker", issued: "2025-01-10", amount: 100, paid: [["2025-01-12", 10], ["2025-02-09", 90, "writeOff"]] },
    ];
    expect(value(daysToPay(at(closed, "2025-04-10"), { method: "simple" }))).toBe("NOTHING_PAID");
    expect(value(daysToPay(at(closed, "2025-04-10")))).toBe(2);
  });
  test("a payment taken back opens the invoice again, until it is paid once more", () => {
    const back: Line[] = [{ buyer: "Anker", issued: "2025-01-01", amount: 100, paid: [["2025-01-11", 100], ["2025-01-21", -100], ["2025-02-10", 100]] }];
    expect(["2025-01-15", "2025-01-25", "2025-02-10"].map((day) => value(daysToPay(at(back, day), { method: "simple" })))).toEqual([10, "NOTHING_PAID", 40]);
  });
});

describe("payment index", () => {
  test("between the anchors straight lines, beyond them 100 and 1", () => {
    expect([-400, -30, -25, 7.5, 26, 75, 150, 177, 5000].map(paymentPoints)).toEqual([100, 100, 95, 75, 55, 35, 10, 1, 1]);
  });
  test("two invoices are no record, in two payments each neither; a third that is open and overdue is", () => {
    const two: Line[] = [1, 2].map(() => ({ buyer: "Anker", issued: "2025-01-01", due: "2025-01-31", amount: 100, paid: [["2025-01-31", 50], ["2025-02-15", 50]] as const }));
    const answer = paymentIndex(at(two, "2025-03-02"));
    expect(answer.known ? "" : say(answer.reason)).toBe("Invoices paid from 2024-03-03 to 2025-03-02 or past due: 2; an index takes at least 3.");
    const third: Line = { buyer: "Anker", issued: "2025-01-01", due: "2025-01-31", amount: 200 }; // 30 days overdue: 50 points
    expect(value(paymentIndex(at([...two, third], "2025-03-02")))).toBe((100 * 80 + 100 * 70 + 200 * 50) / 400);
    expect(facts(paymentIndex(at([...two, third], "2025-03-02")))["rounded"]).toBe(63); // 62.5, half up
  });
});

describe("collection effectiveness", () => {
  /* Opening 6,200 paid; 10,890 sold: 3,590 not due, 2,750 overdue, 4,550 gone, of which 500 by a credit note and 50 written off. */
  const lines: readonly Line[] = [
    { buyer: "Anker", issued: "2024-12-20", due: "2025-01-19", amount: 6200, paid: "2025-02-01" },
    { buyer: "Anker", issued: "2025-03-20", due: "2025-04-19", amount: 3590 },
    { buyer: "Anker", issued: "2025-01-15", due: "2025-02-14", amount: 2750 },
    { buyer: "Anker", issued: "2025-01-15", due: "2025-02-14", amount: 4550, paid: [["2025-02-20", 4000], ["2025-02-20", 500, "credit"], ["2025-02-20", 50, "writeOff"]] },
    { buyer: "Anker", issued: "2025-02-18", amount: -500, kind: "CN", paid: [["2025-02-20", -500, "credit"]] },
  ];
  const from = on("2024-12-31");
  const cei = (options: object): Answer<number> => collectionEffectiveness(at(lines, "2025-03-31"), { from, ...options });

  test("credit notes lower sales and what is open; with cash only they and write-offs collect nothing", () => {
    expect(value(cei({}))).toBeCloseTo((6200 + 10390 - 6340) / (6200 + 10390 - 3590), 12);
    expect(value(cei({ cashOnly: true }))).toBeCloseTo(10200 / (6200 + 10890 - 3590), 12); // 6,200 and 4,000 came in
    expect(value(cei({ variant: "monthly" }))).toBeCloseTo((6200 + 10390 / 3 - 6340) / (6200 + 10390 / 3 - 3590), 12);
  });
  test("the basis names the option", () => {
    expect([cei({}), cei({ variant: "monthly" }), cei({ cashOnly: true })].map((answer) => facts(answer)["method"])).toEqual(["cei.total", "cei.monthly", "cei.total.cashOnly"]);
    expect(facts(cei({ cashOnly: true }))).toMatchObject({ since: "2025-01-01", "gross sales": 10890, "credit notes and write-offs added back": 550, "closing receivable": 6340 });
    expect(facts(cei({ variant: "monthly" }))["months"]).toBe(3);
  });
  test("an opening balance that the ledger does not reach is not taken for nothing", () => {
    const answer = collectionEffectiveness(at(lines, "2025-03-31"), { from: on("2024-12-19") });
    expect(answer.known ? "" : say(answer.reason)).toBe("The ledger begins on 2024-12-20, so what was open at the end of 2024-12-19 is not known. Let the period begin on or after 2024-12-20.");
  });
  test("nothing that could be collected", () => {
    const answer = collectionEffectiveness(at(lines.slice(0, 2), "2025-03-31"), { from: on("2025-02-28") });
    expect(answer.known ? "" : say(answer.reason)).toBe("From 2025-03-01 to 2025-03-31 there was nothing to collect: opening receivable + sales - what is not due is 0.00 XXX.");
  });
  test("retention is in neither balance, nor in what is not due", () => {
    const held: Line = { buyer: "Anker", issued: "2025-03-01", due: "2026-03-01", amount: 900, kind: "RET" };
    const with_ = position(bookOf([...lines, held]), on("2025-03-31"));
    expect(value(collectionEffectiveness(with_, { from }))).toBe(value(cei({})));
    expect(value(dso(with_, { method: "best" }))).toBe(value(dso(at(lines, "2025-03-31"), { method: "best" })));
  });
});

describe("turnover", () => {
  const monthly: Line[] = Array.from({ length: 15 }, (_, k) => ({ buyer: "Anker", issued: addDays(on("2024-01-15"), k * 30), amount: 100, paid: addDays(on("2024-01-15"), k * 30 + 60) }));
  test("on the mean of opening and closing; in days too", () => {
    const answer = turnover(at(monthly, "2025-02-10"), { window: 300 });
    expect(value(answer)).toBe(1000 / 200); // ten invoices, two open at any time
    expect(facts(answer)).toMatchObject({ method: "turnover.ends", "credit sales": 1000, "mean receivable": 200, days: 60, since: "2024-04-17" });
  });
  test("on thirteen balances, month-ends and the day", () => {
    const lines: Line[] = [{ buyer: "Anker", issued: "2024-01-31", amount: 100, paid: "2024-03-15" }, { buyer: "Anker", issued: "2024-12-31", amount: 160 }];
    const answer = turnover(at(lines, "2025-01-31"), { method: "months" });
    expect(value(answer)).toBe(160 / ((100 + 100 + 160 + 160) / 13)); // open at the ends of January, February, December, January
    expect(facts(answer)).toMatchObject({ method: "turnover.months", since: "2024-02-01" });
  });
  test("a ledger that begins within the window has no opening balance, and nothing owed is no divisor", () => {
    const asked = (day: string, window: number): string => {
      const answer = turnover(at(monthly, day), { window });
      return answer.known ? "known" : say(answer.reason);
    };
    expect(asked("2025-02-10", 400)).toBe("The ledger begins on 2024-01-15, so what was open at the end of 2024-01-07 is not known. Let the period begin on or after 2024-01-15.");
    expect(value(turnover(at([{ buyer: "Anker", issued: "2025-01-01", amount: 5, paid: "2025-01-01" }, { buyer: "Anker", issued: "2025-01-05", amount: 5, paid: "2025-01-05" }], "2025-01-31"), { window: 30 }))).toBe("NO_RECEIVABLE");
    expect(asked("2026-12-31", 90)).toBe("No credit sales from 2026-10-03 to 2026-12-31, so there is nothing to divide by.");
  });
});

describe("dilution and bad debt", () => {
  const sale = (issued: string, amount: number, paid?: Line["paid"]): Line => ({ buyer: "Anker", issued, amount, ...(paid === undefined ? {} : { paid }) });
  const credit = (issued: string, amount: number, buyer = "Anker"): Line => ({ buyer, issued, amount: -amount, kind: "CN" });
  const diluted = (lines: readonly Line[], options = {}): Answer<number> => dilution(at(lines, "2025-06-30"), options);

  test("credit notes and short payments let go against sales or collections; bad debt is another thing", () => {
    const lines = [sale("2025-01-10", 1000, "2025-02-09"), sale("2025-02-10", 500, [["2025-03-01", 480], ["2025-04-01", 20, "writeOff"]]), sale("2025-02-10", 500, [["2025-03-01", 100], ["2025-04-01", 400, "writeOff"]]), credit("2025-03-01", 60)];
    expect(value(diluted(lines))).toBe(80 / 2000);
    expect(value(diluted(lines, { method: "collections" }))).toBe(80 / 1580);
    expect(facts(diluted(lines))).toMatchObject({ method: "dilution.sales", "credit notes": 60, "short payments let go": 20, "left out, bad debt": 400, "gross sales": 2000, window: 365 });
    expect(value(badDebtShare(at(lines, "2025-06-30")))).toBe(400 / 1940);
  });
  test("a bill corrected: credited and invoiced anew within five days", () => {
    const lines = (again: string): Line[] => [sale("2025-01-10", 1000), credit("2025-01-20", 1000), sale(again, 1000)];
    expect(["2025-01-20", "2025-01-25", "2025-01-26"].map((again) => value(diluted(lines(again))))).toEqual([0, 0, 0.5]);
    expect(facts(diluted(lines("2025-01-25")))["left out, invoiced anew within 5 days"]).toBe(1000);
    expect(value(dilution(at(lines("2025-01-25"), "2025-01-24")))).toBe(1); // not invoiced anew yet
  });
  test("an invoice cancelled on its own day is not its own correction; nor does one new invoice answer two credits, or another buyer's", () => {
    expect(value(diluted([sale("2025-01-10", 1000), credit("2025-01-10", 1000)]))).toBe(1);
    expect(value(diluted([sale("2025-01-10", 500), sale("2025-01-10", 500), credit("2025-01-20", 500), credit("2025-01-21", 500), sale("2025-01-22", 500)]))).toBe(500 / 1500);
    expect(value(diluted([sale("2025-01-10", 1000), credit("2025-01-20", 1000, "Baltic"), sale("2025-01-22", 1000)]))).toBe(0.5);
  });
  test("a credit stated among receipts counts once, and one that is a document of its own not twice", () => {
    expect(value(diluted([sale("2025-01-10", 1000, [["2025-02-01", 100, "credit"]])]))).toBe(0.1);
    expect(value(diluted([sale("2025-01-10", 1000, [["2025-02-01", 100, "credit"]]), { ...credit("2025-01-20", 100), paid: [["2025-02-01", -100, "credit"]] }]))).toBe(0.1);
  });
  test("what comes back of a write-off", () => {
    const lines = [sale("2025-01-10", 1000, [["2025-03-01", 1000, "writeOff"], ["2025-05-01", 300]]), sale("2025-01-10", 4000)];
    expect(value(badDebtShare(at(lines, "2025-06-30")))).toBe(700 / 5000);
    expect(value(badDebtShare(at([...lines, sale("2025-05-15", 100)], "2025-06-30"), { window: 90 }))).toBe(-300 / 100); // written off before the window
    expect(value(badDebtShare(at([...lines, { buyer: "Anker", issued: "2025-06-01", amount: -50, kind: "WO" }], "2025-06-30")))).toBe(750 / 5000);
  });
  test("only credits, or nothing sold, is nothing to divide by", () => {
    expect([diluted([credit("2025-03-01", 60)]), diluted([]), diluted([sale("2025-01-10", 10)], { method: "collections" })].map(value)).toEqual(["NO_SALES_IN", "NO_SALES_IN", "NO_COLLECTIONS"]);
  });
});

test("shares of what was issued in a window", () => {
  const lines: Line[] = [{ buyer: "Anker", issued: "2025-01-01", due: "2025-01-31", amount: 300 }, { buyer: "Anker", issued: "2025-03-01", due: "2025-04-30", amount: 100 }];
  expect([{}, { window: 60 }, { window: 5 }].map((options) => value(currentShare(at(lines, "2025-03-31"), options)))).toEqual([0.25, 1, "NO_BALANCE"]);
  expect(facts(overdueShare(at(lines, "2025-03-31"), { window: 90 }))).toMatchObject({ method: "share.overdue", overdue: 300, "issued since": "2025-01-01" });
});

test("concentration names how buyers were put together and what was left out", () => {
  const book = bookOf(["Anker", "Baltic", "Cedar"].map((buyer, k) => ({ buyer, issued: "2025-01-01", amount: [300, 100, -50][k]! })), { facts: { Anker: { parent: "Baltic" } } });
  const on_ = position(book, on("2025-01-31"));
  expect([value(topShare(on_, { top: 1 })), value(topShare(on_, { top: 1, by: "buyer" }))]).toEqual([1, 0.75]);
  expect(facts(topShare(on_, { top: 1 }))).toMatchObject({ method: "topShare.parent", largest: 1, "left out, with a credit balance": 1, of: -50 });
  expect(HHI_METHODS.map((method) => value(herfindahl(on_, { method, by: "buyer" })))).toEqual([0.625, 1.6, 0.25]);
});

test("cash ratio", () => {
  expect([cashRatio(100, 20, 400), cashRatio(0, 0, 5)]).toEqual([0.3, 0]);
  expect([cashRatio(1, 0, 0), cashRatio(1, 0, -4), cashRatio(1e308, 1e308, 1)].map((figure) => (figure as { code: string }).code)).toEqual(["NO_LIABILITIES", "NO_LIABILITIES", "TOO_LARGE"]);
});

describe("for any book", () => {
  const day = fc.integer({ min: 45600, max: 46300 }).map((serial) => serial as Day);
  const window = fc.constantFrom(1, 30, 90, 365, 3660);
  const all = (on_: Position, days: number, buyer?: number): (number | string)[] => [
    ...DAYS_TO_PAY_METHODS.map((method) => daysToPay(on_, { method, window: days, buyer })),
    ...DBT_METHODS.map((method) => daysBeyondTerms(on_, { method, window: days, buyer })),
    ...CEI_VARIANTS.flatMap((variant) => [false, true].map((cashOnly) => collectionEffectiveness(on_, { variant, cashOnly, from: addDays(on_.day, -days), buyer }))),
    ...TURNOVER_METHODS.map((method) => turnover(on_, { method, window: days, buyer })),
    ...DILUTION_METHODS.map((method) => dilution(on_, { method, window: days, buyer })),
    ...(buyer === undefined ? [topShare(on_), ...HHI_METHODS.map((method) => herfindahl(on_, { method }))] : []),
    paymentIndex(on_, { window: days, buyer }),
    badDebtShare(on_, { window: days, buyer }),
    currentShare(on_, { buyer }),
    overdueShare(on_, { window: days, buyer }),
  ].map(value);
  const expectAlike = (one: readonly (number | string)[], other: readonly (number | string)[]): void =>
    one.forEach((figure, k) => (typeof figure === "string" ? expect(other[k]).toBe(figure) : expect(Math.abs(figure - (other[k] as number))).toBeLessThan(1e-9 * Math.max(1, Math.abs(figure)))));

  test("is a finite number or a reason with its sentence, and shuffled rows change nothing", () => {
    fc.assert(
      fc.property(linesOf(), day, window, fc.infiniteStream(fc.nat()), (lines, when, days, order) => {
        const plain = all(position(bookOf(lines), when), days);
        for (const figure of plain) if (typeof figure === "number") expect(Number.isFinite(figure)).toBe(true);
        expectAlike(plain, all(position(bookOf(shuffled(lines, order)), when), days));
      }),
    );
  });

  test("on a past day it is what it was then: later rows change nothing", () => {
    fc.assert(
      fc.property(linesOf(), day, window, (lines, when, days) => {
        fc.pre(lines.some(({ issued }) => (issued as Day) <= when));
        expectAlike(all(position(bookOf(lines), when), days), all(position(bookUpTo(lines, when), when), days));
      }),
    );
  });

  test("a buyer's figure is that of a book of its own rows", () => {
    fc.assert(
      fc.property(linesOf(), day, window, (lines, when, days) => {
        const whole = bookOf(lines);
        const first = { buyer: "first of all", issued: whole.firstDay, amount: 1 };
        for (let b = 0; b < whole.buyers.count; b++) {
          const own = bookOf([first, ...lines.filter(({ buyer }) => buyer === whole.buyers.id[b])]); // the history is as long
          expectAlike(all(position(whole, when), days, b), all(position(own, when), days, 1));
        }
      }),
    );
  });

  test("shares and the index of spread lie between 0 and 1, the payment index between 1 and 100", () => {
    fc.assert(
      fc.property(linesOf(), day, window, (lines, when, days) => {
        const on_ = position(bookOf(lines), when);
        const [current, late] = [value(currentShare(on_)), value(overdueShare(on_))];
        for (const share of [current, late, value(topShare(on_, { top: 2 })), value(herfindahl(on_))].filter((one) => typeof one === "number")) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (typeof current === "number") expect(current + (late as number)).toBeLessThanOrEqual(1 + 1e-12);
        const index = value(paymentIndex(on_, { window: days }));
        if (typeof index === "number") expect(index >= 1 && index <= 100).toBe(true);
      }),
    );
  });

  test("without credits dilution is 0, and with them never below", () => {
    fc.assert(
      fc.property(linesOf(), day, (lines, when) => {
        const none = value(dilution(position(bookOf(lines.filter(({ kind }) => kind !== "CN")), when)));
        expect([0, "NO_SALES_IN"]).toContain(none);
        const some = value(dilution(position(bookOf(lines), when)));
        if (typeof some === "number") expect(some).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("opening + sales - credits - written off - collected = closing, to the cent", () => {
    fc.assert(
      fc.property(linesOf(), day, fc.integer({ min: 1, max: 400 }), (lines, when, days) => {
        const book = bookOf(lines);
        const on_ = position(book, when);
        const { gross, credits, writtenOff, shortPaid, collected } = nonCash(on_, days);
        const all_ = book.buyers.count;
        const begin = receivableOf(position(book, addDays(when, -days)), undefined);
        expect(begin + gross[all_]! - credits[all_]! - writtenOff[all_]! - shortPaid[all_]! - collected[all_]!).toBe(receivableOf(on_, undefined));
      }),
    );
  });

  test("an invoice split in two changes nothing that money weighs", () => {
    fc.assert(
      fc.property(linesOf(), day, window, (lines, when, days) => {
        const whole = lines.map((line) => ({ ...line, kind: line.kind === "CN" ? ("UNAP" as const) : line.kind! })); // a credit in two parts may correct other bills
        const [one, two] = [whole, whole.flatMap(inTwo)].map((rows) => position(bookOf(rows), when));
        const weighed = (on_: Position): (number | string)[] => [daysToPay(on_, { window: days }), daysBeyondTerms(on_, { window: days }), daysBeyondTerms(on_, { method: "buckets" }), dilution(on_, { window: days }), currentShare(on_), herfindahl(on_), topShare(on_, { top: 2 })].map(value);
        expectAlike(weighed(one!), weighed(two!));
      }),
    );
  });
});
