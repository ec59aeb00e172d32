import fc from "fast-check";
import type { BuyerScore } from "../../src/credit/score";
import { scoreBook } from "../../src/credit/scoreBook";
import { scoreReasons } from "../../src/credit/scoreReasons";
import type { Policy } from "../../src/ledger/policy";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Ledger } from "../../src/ledger/ledger";
import { addDays, type Day } from "../../src/values/day";
import { REASON_CODES, say } from "../../src/values/say";
import { linesOf, shuffled } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf, bookUpTo, on } from "../support/columns";

const START = on("2024-01-01");

/** Invoices of 30 days, one a week, each paid so many days after its due day; `null` = never paid. */
function paying(buyer: string, daysLate: readonly (number | null)[], from = START): Line[] {
  return daysLate.map((days, week) => {
    const issued = addDays(from, 7 * week);
    const due = addDays(issued, 30);
    return { buyer, issued, due, amount: 100, ...(days === null ? {} : { paid: addDays(due, days) }) };
  });
}

/* Anker pays 20 days early; Baltic 20 days late, every time; Cedar half and half; Dune has one invoice, just issued. */
const LINES: readonly Line[] = [
  ...paying("Anker", Array.from({ length: 12 }, () => -20)),
  ...paying("Baltic", Array.from({ length: 12 }, () => 20)),
  ...paying("Cedar", [-20, 20, -20, 20]),
  { buyer: "Dune", issued: "2024-06-20", due: "2024-07-20", amount: 50 },
];
const JUNE = on("2024-06-30");
const judge = (lines: readonly Line[], day: Day = JUNE, policy: Policy = DEFAULT_POLICY, ledger: Ledger = bookOf(lines)): Record<string, BuyerScore> => {
  const { buyers } = scoreBook(ledger, day, policy);
  return Object.assign(Object.create(null), Object.fromEntries(buyers.map((one) => [ledger.buyers.name[one.buyer]!, one])));
};

describe("a book of four buyers", () => {
  test("14 of 28 outcomes are late; who pays early is above 500, who pays late below, half and half near it", () => {
    const book = scoreBook(bookOf(LINES), JUNE, DEFAULT_POLICY);
    expect([book.known, book.late, book.weight]).toEqual([28, 14, 2]);
    expect(book.rate).toBeCloseTo((14 + 5 * 0.5) / 33, 12);
    const { Anker, Baltic, Cedar, Dune } = judge(LINES);
    expect(Anker!.score).toMatchObject({ known: true });
    expect([Anker, Baltic, Cedar].map((one) => [one!.late, one!.known, one!.grade, one!.status])).toEqual([[0, 12, "A", "normal"], [12, 12, "E", "normal"], [2, 4, "C", "thin"]]);
    expect(Anker!.x).toBeCloseTo(Math.log((1 / 14) / (13 / 14)), 12);
    expect(Baltic!.x).toBeCloseTo(-Anker!.x, 12);
    expect(Cedar!.x).toBeCloseTo(0, 12);
    expect(Dune).toMatchObject({ status: "insufficient", grade: undefined, score: { known: false, reason: { code: "INSUFFICIENT_HISTORY" } } });
  });

  test.each([[1, "thin"], [4, "thin"], [5, "some"], [11, "some"], [12, "normal"]])("%i known outcomes: %s", (count, status) => {
    expect(judge([...LINES, ...paying("Elm", Array.from({ length: count }, () => -15))])["Elm"]!.status).toBe(status);
  });

  test("not known yet is neither good nor late: issued in time for nothing, due tomorrow, due today", () => {
    const due = (day: string): Line => ({ buyer: "Elm", issued: "2024-06-01", due: day, amount: 10 });
    expect(judge([...LINES, due("2024-07-01"), due("2024-06-30")])["Elm"]).toMatchObject({ known: 0, daysOverdue: 0, status: "insufficient" });
    expect(judge([...LINES, due("2024-06-29")])["Elm"]).toMatchObject({ known: 1, late: 1, daysOverdue: 1, status: "provisional" });
  });

  test("late is later than lateAfter + grace: 20 days late is good when late means 21", () => {
    expect(judge(LINES, JUNE, { ...DEFAULT_POLICY, lateAfter: 15, grace: 5 })["Baltic"]).toMatchObject({ known: 12, late: 0 });
    expect(judge(LINES, JUNE, { ...DEFAULT_POLICY, lateAfter: 14, grace: 5 })["Baltic"]).toMatchObject({ known: 12, late: 12 });
  });

  test("overdue, but late only after 30: pending, provisional, worse than the book", () => {
    const found = judge([...LINES, { buyer: "Elm", issued: "2024-05-01", due: "2024-06-10", amount: 10 }], JUNE, { ...DEFAULT_POLICY, lateAfter: 30 })["Elm"]!;
    expect(found).toMatchObject({ known: 0, pending: 1, daysOverdue: 20, status: "provisional" });
    expect(found.score.known && found.score.value).toBeLessThan(500);
  });

  test("a near miss counts in part: 5 days late 7/8 of a late invoice, 5 days early 1/8, once past 10 days a whole one", () => {
    const one = (days: number | null, day = JUNE): number => judge([...LINES, ...paying("Elm", [days], on("2024-05-21"))], day)["Elm"]!.lateWeight;
    expect([one(5), one(-5), one(-12)]).toEqual([0.875, 0.125, 0]);
    expect([one(null), one(null, on("2024-07-01")), one(20, on("2024-06-30"))]).toEqual([0.875, 1, 0.875]); // due 20 June
  });
});

describe("what is no outcome", () => {
  test("an invoice settled on a day nobody wrote down", () => {
    expect(judge([...LINES, { buyer: "Elm", issued: "2024-01-01", due: "2024-01-31", amount: 10, paid: [[undefined, 10]] }])["Elm"]).toMatchObject({ known: 0, status: "insufficient" });
  });
  test("part of it written down: open until the day of the rest", () => {
    expect(judge([...LINES, { buyer: "Elm", issued: "2024-01-01", due: "2024-01-31", amount: 10, paid: [[undefined, 4], ["2024-02-20", 6]] }])["Elm"]).toMatchObject({ known: 1, late: 1, daysOverdue: 0 });
  });
  test("credit notes, retention, documents without a due day", () => {
    const lines: Line[] = [
      { buyer: "Elm", issued: "2024-01-01", due: "2024-01-31", amount: -10, kind: "CN" },
      { buyer: "Elm", issued: "2024-01-01", due: "2024-01-31", amount: 10, kind: "RET" },
      { buyer: "Elm", issued: "2024-01-01", amount: 10 },
    ];
    expect(judge([...LINES, ...lines])["Elm"]).toMatchObject({ known: 0, daysOverdue: 0 });
  });
  test("disputed ones, where the policy leaves them out", () => {
    const lines = [...LINES, ...paying("Elm", [20]).map((line) => ({ ...line, disputed: true }))];
    expect(judge(lines)["Elm"]!.known).toBe(1);
    expect(judge(lines, JUNE, { ...DEFAULT_POLICY, scoreDisputed: false })["Elm"]!.known).toBe(0);
  });
});

test("an invoice written off was never paid: late, and open no more", () => {
  const line = (kind: "writeOff" | "payment"): Line => ({ buyer: "Elm", issued: "2024-01-01", due: "2024-01-31", amount: 10, paid: [["2024-01-20", 10, kind]] });
  expect(judge([...LINES, line("writeOff")])["Elm"]).toMatchObject({ known: 1, late: 1, settled: 0, daysOverdue: 0 });
  expect(judge([...LINES, line("payment")])["Elm"]).toMatchObject({ known: 1, late: 0, settled: 1 });
});

test("a list of open items judges nobody, however late it looks", () => {
  const found = judge(paying("Anker", [null, null, null]), on("2024-12-31"));
  expect(found["Anker"]).toMatchObject({ status: "undated", grade: undefined, score: { known: false, reason: { code: "UNDATED_LEDGER" } } });
});

describe("how much of the book is mixed in", () => {
  /** Thirty buyers with ten outcomes, so many of them late, and others all good to bring the book's rate down. */
  const rarely = (late: readonly number[], good: number): Line[] => [
    ...Array.from({ length: 30 }, (_, b) => paying(`B${b}`, Array.from({ length: 10 }, (_unused, week) => (week < late[b % late.length]! ? 20 : -20)))).flat(),
    ...Array.from({ length: good }, (_, b) => paying(`G${b}`, [-20])).flat(),
  ];
  const weight = (lines: readonly Line[]): number => scoreBook(bookOf(lines), JUNE, DEFAULT_POLICY).weight;

  test("2 outcomes, whatever the buyers suggest", () => expect(weight(rarely([0, 1, 1, 2, 4], 0))).toBe(2));
  test("where hardly anything is late, what the buyers suggest, held to 1 to 5", () => {
    expect(weight(rarely([0, 0, 0, 0, 5], 700))).toBeCloseTo(1.5508, 4); // correlation .392 by analysis of variance
    expect(weight(rarely([0, 0, 0, 0, 9], 1300))).toBe(1);
    expect(weight(rarely([0, 1, 1, 2, 4], 1300))).toBe(5);
  });
  test("and 5 where there are too few buyers to say", () => expect(weight([...paying("A", [20, -20]), ...rarely([0], 0).slice(0, 280)])).toBe(5));
});

describe("grades", () => {
  const grade = (facts: Record<string, Record<string, string>>, edges: Policy["gradeEdges"]): string | undefined => {
    const ledger = bookOf(LINES, { facts });
    return scoreBook(ledger, JUNE, { ...DEFAULT_POLICY, gradeEdges: edges }).buyers[2]!.grade;
  };
  test("Cedar is at x = 0; an edge is exclusive", () => {
    expect(grade({}, [-2, -1, 0.1, 1])).toBe("C");
    expect(grade({}, [-2, -1, -0.1, 1])).toBe("D");
  });
  test("with the grade before, only past the edge by 0.15", () => {
    expect(grade({ Cedar: { previousGrade: "c" } }, [-2, -1, -0.1, 1])).toBe("C");
    expect(grade({ Cedar: { previousGrade: "C" } }, [-2, -1, -0.16, 1])).toBe("D");
    expect(grade({ Cedar: { previousGrade: "D" } }, [-2, -1, 0.1, 1])).toBe("D");
    expect(grade({ Cedar: { previousGrade: "D" } }, [-2, -1, 0.16, 1])).toBe("C");
    expect(grade({ Cedar: { previousGrade: "A" } }, [-2, -1, 0.1, 1])).toBe("C");
  });
});

describe("reasons", () => {
  const book = scoreBook(bookOf(LINES, { facts: { Baltic: { insolvent: "yes" }, Anker: { insolvent: "No" } } }), on("2024-12-31"), DEFAULT_POLICY);
  const told = (buyer: number): string[] => scoreReasons(book, buyer).map(({ name, finding }) => `${say(name)}: ${say(finding)}`);

  test("are sentences an accountant can check", () => {
    expect(told(1)).toEqual([
      "The book's average buyer: 52 % of the book's invoices are late by more than 0 days",
      "Paying late: 12 of 12 known invoices late against 52 % in the book",
      "Overdue now: Nothing overdue",
      "How much is known: 12 known invoices",
      "Range of its late rate: 80 % between 84 % and 99 %",
      "For a person to decide: Marked as insolvent among the buyers' facts: the points know nothing of it",
    ]);
    expect(told(3).slice(1, 3)).toEqual(["Paying late: 1 of 1 known invoices late against 52 % in the book", "Overdue now: Oldest open invoice 164 days past due"]);
    expect(told(0).some((line) => line.includes("insolvent"))).toBe(false);
  });

  test("overrides stand apart from the points: a legal flag, and more than 90 days past due", () => {
    const lines = [...LINES, { buyer: "Cedar", issued: "2024-08-01", due: "2024-08-31", amount: 5 }];
    const of = (day: string, legalFlag: string) => scoreReasons(scoreBook(bookOf(lines, { facts: { Cedar: { legalFlag } } }), on(day), DEFAULT_POLICY), 2);
    const overrides = (day: string, flag: string): string[] => of(day, flag).filter(({ code }) => code === "override").map(({ finding, points }) => `${say(finding)} ${points ?? "no points"}`);
    expect(overrides("2024-11-29", "否")).toEqual([]); // 90 days past due
    expect(overrides("2024-11-30", "失信被执行人")).toEqual([
      "A legal flag stands among the buyers' facts: the points know nothing of it no points",
      "91 days past due: no points tell whether it will pay at all no points",
    ]);
    expect(of("2024-11-30", "yes").filter(({ points }) => points !== undefined)).toEqual(of("2024-11-30", "no").filter(({ points }) => points !== undefined));
  });

  test("say what would change them, rightly", () => {
    const change = scoreReasons(book, 2)[1]!.change!;
    const after = (days: number): number => {
      const more = [...LINES, { buyer: "Cedar", issued: on("2024-08-01"), due: on("2024-08-31"), amount: 1, paid: addDays(on("2024-08-31"), days) }];
      const { buyers, rate } = scoreBook(bookOf(more), on("2024-12-31"), DEFAULT_POLICY);
      return Math.abs(rate - book.rate) < 0.02 ? buyers[2]!.latePoints - book.buyers[2]!.latePoints : NaN;
    };
    expect(Number(change.with!["good"])).toBeCloseTo(after(-20), -0.5);
    expect(Number(change.with!["late"])).toBeCloseTo(after(20), -0.5);
  });
});

describe("for any book, day and limit", () => {
  const day = fc.integer({ min: 45_650, max: 46_300 }).map((serial) => serial as Day);
  const policy = fc.record({ lateAfter: fc.constantFrom(0, 7, 30, 45), scoreDisputed: fc.boolean() }).map((some): Policy => ({ ...DEFAULT_POLICY, ...some }));
  const plain = (scores: Record<string, BuyerScore>): [string, object][] => Object.entries(scores).map(([name, { buyer: _, ...rest }]): [string, object] => [name, rest]).sort(([a], [b]) => (a < b ? -1 : 1));

  test("points add up to the score exactly in any order, and every sentence exists", () => {
    fc.assert(
      fc.property(linesOf(), day, policy, (lines, when, how) => {
        const book = scoreBook(bookOf(lines), when, how);
        for (const one of book.buyers) {
          const reasons = scoreReasons(book, one.buyer);
          const points = reasons.flatMap((reason) => reason.points ?? []);
          expect(points).toHaveLength(one.score.known ? 3 : 0);
          if (one.score.known) for (const order of [points, [...points].reverse(), [points[1]!, points[0]!, points[2]!]]) expect(order.reduce((sum, each) => sum + each, 0)).toBe(one.score.value);
          for (const { name, finding, change } of reasons) for (const reason of [name, finding, ...(change === undefined ? [] : [change])]) expect(REASON_CODES).toContain(reason.code);
        }
      }),
    );
  });

  test("shuffled rows change nothing, to the last bit", () => {
    fc.assert(
      fc.property(linesOf(), day, policy, fc.infiniteStream(fc.nat()), (lines, when, how, order) => {
        expect(plain(judge(shuffled(lines, order), when, how))).toEqual(plain(judge(lines, when, how)));
      }),
    );
  });

  test("nothing dated after the day is looked at", () => {
    fc.assert(
      fc.property(linesOf(), day, policy, (lines, when, how) => {
        const cut = bookUpTo(lines, when);
        const names = new Set(cut.buyers.name);
        expect(plain(judge([], when, how, cut))).toEqual(plain(judge(lines, when, how)).filter(([name]) => names.has(name)));
      }),
    );
  });

  test("x is finite and held to 3.85", () => {
    fc.assert(
      fc.property(linesOf(), day, policy, (lines, when, how) => {
        for (const one of scoreBook(bookOf(lines), when, how).buyers) expect(Math.abs(one.x)).toBeLessThanOrEqual(3.85);
      }),
    );
  });
});
