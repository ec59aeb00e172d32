import fc from "fast-check";
import type { Grade } from "../../src/credit/score";
import { GRADES } from "../../src/credit/score";
import { scoreBook } from "../../src/credit/scoreBook";
import { whatIf, type WhatIf } from "../../src/credit/whatIf";
import type { Policy } from "../../src/ledger/policy";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { position } from "../../src/receivables/position";
import { addDays, isoDay, type Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import type { BookOptions, Line } from "../support/columns";
import { bookOf, on } from "../support/columns";

const JUNE = on("2024-06-30");

/** Weekly invoices of 30 days from January 2024, each paid so many days after it is due; null: open. */
function paying(buyer: string, daysLate: readonly (number | null)[]): Line[] {
  return daysLate.map((days, week) => {
    const due = addDays(on("2024-01-31"), 7 * week);
    return { buyer, issued: addDays(due, -30), due, amount: 100, ...(days === null ? {} : { paid: addDays(due, days) }) };
  });
}
const BOOK: readonly Line[] = [...paying("Anker", Array.from({ length: 12 }, () => -20)), ...paying("Baltic", Array.from({ length: 12 }, () => 20))];
const open = (buyer: string, due: string, amount: number): Line => ({ buyer, issued: addDays(on(due), -30), due, amount });

const asked = (lines: readonly Line[], buyer: string, policy: Policy = DEFAULT_POLICY, options: BookOptions = {}, day: Day = JUNE): WhatIf => {
  const ledger = bookOf(lines, options);
  const answer = whatIf(ledger, day, policy)(ledger.buyers.name.indexOf(buyer));
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
};

describe("a buyer like the book with three invoices not yet due", () => {
  const lines = [...BOOK, ...paying("Cedar", [-20, 20, -20, 20]), open("Cedar", "2024-07-25", 300), open("Cedar", "2024-07-26", 200), open("Cedar", "2024-07-27", 100)];
  const found = asked(lines, "Cedar");

  test("C: two more good outcomes lift it to B, the cheapest two", () => {
    // r = (2 + 2p) / (6 + 2) against the book's p of about a half: ln odds -0.5; one more good outcome alone gives -0.29
    expect([found.now.grade, found.open, found.overdue]).toEqual(["C", 3, 0]);
    expect(found.pay.map(({ open: money, daysOverdue }) => [money / 100, daysOverdue])).toEqual([[200, 0], [100, 0]]);
    expect(found.then!.grade).toBe("B");
  });
  test("it falls if they are left unpaid, and with two more late ones", () => {
    expect(found.unpaid).toMatchObject({ grade: "D" });
    expect([isoDay(found.unpaid!.day), found.late!.count, found.late!.grade]).toEqual(["2024-07-27", 2, "D"]);
  });
});

test("what is overdue now is the second line alone: the long overdue are paid, all of them", () => {
  const lines = [...BOOK, ...paying("Fir", [-20, 20, -20, 20, -20, 20, -20, 20, -20, 20, -20, 20]), open("Fir", "2024-06-01", 10), open("Fir", "2024-06-02", 20)];
  const found = asked(lines, "Fir");
  expect(found.now.grade).toBe("D");
  expect(found.pay.map(({ daysOverdue }) => daysOverdue)).toEqual([29, 28]);
  expect(found.then!.grade).toBe("C");
});

test("A is the best, E the lowest, and who has nothing open can pay nothing", () => {
  expect(asked(BOOK, "Anker")).toMatchObject({ now: { grade: "A" }, pay: [], then: undefined, open: 0, unpaid: undefined });
  expect(asked(BOOK, "Baltic")).toMatchObject({ now: { grade: "E" }, pay: [], then: undefined, unpaid: undefined, late: undefined });
});

test("with the grade before, past the edge by the dead band: four invoices where two do without it", () => {
  const lines = [...BOOK, ...paying("Cedar", [-20, 20, -20, 20]), ...[25, 26, 27, 28].map((day) => open("Cedar", `2024-07-${day}`, day))];
  expect(asked(lines, "Cedar").pay).toHaveLength(2);
  expect(asked(lines, "Cedar", DEFAULT_POLICY, { facts: { Cedar: { previousGrade: "C" } } }).pay).toHaveLength(4); // three bring it to -0.548, and -0.55 is needed
});

test("no history: it cannot be told, for the same reason as the score", () => {
  expect(() => asked([...BOOK, open("Dune", "2024-07-20", 1)], "Dune")).toThrow("INSUFFICIENT_HISTORY");
  expect(() => asked(paying("Anker", [null]), "Anker")).toThrow("UNDATED_LEDGER");
});

describe("for any book, against paying in the books themselves", () => {
  const day = fc.integer({ min: 45_700, max: 46_150 }).map((serial) => serial as Day);
  const policy = fc.constantFrom(0, 7, 20, 30, 45).map((lateAfter): Policy => ({ ...DEFAULT_POLICY, lateAfter }));
  const before = fc.option(fc.constantFrom<Grade>("B", "C", "D"), { freq: 3 });

  test("what is named lifts the grade, nothing smaller does, and the score is the one foretold", () => {
    let lifted = 0;
    fc.assert(
      fc.property(linesOf(60), day, policy, before, (lines, when, how, grade) => {
        const options: BookOptions = grade === null ? {} : { facts: Object.fromEntries(["Anker", "Baltic", "Cedar", "Dune", "Elm"].map((name) => [name, { previousGrade: grade }])) };
        const ledger = bookOf(lines, options);
        const at = position(ledger, when);
        for (const one of scoreBook(ledger, when, how).buyers) {
          const answer = whatIf(ledger, when, how)(one.buyer);
          expect(answer.known).toBe(one.score.known);
          if (!answer.known || one.grade === undefined) continue;
          const { pay, then, now } = answer.value;
          const paid = (set: readonly number[]) => scoreBook(bookOf(lines.map((line, i) => (set.includes(i) ? settledOn(line, when, at.open[i]!) : line)), options), when, how).buyers[one.buyer]!;
          const lifts = (set: readonly number[]): boolean => GRADES.indexOf(paid(set).grade!) < GRADES.indexOf(now.grade);
          const mine = lines.flatMap((_, i) => (ledger.documents.buyer[i] === one.buyer && ledger.documents.issued[i]! <= when && at.open[i]! > 0 ? [i] : []));
          if (mine.length > 6) continue;
          const fewest = subsets(mine).filter(lifts).reduce((least, { length }) => Math.min(least, length), Infinity);
          expect(then === undefined ? Infinity : pay.length).toBe(now.grade === "A" ? Infinity : fewest);
          if (then === undefined) continue;
          lifted++;
          const set = pay.map(({ document }) => document);
          expect(paid(set)).toMatchObject({ grade: then.grade, score: { value: then.score } });
          for (const without of set) expect(lifts(set.filter((i) => i !== without))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
    expect(lifted).toBeGreaterThan(5);
  });
});

/** The line as it stands when all that is open of it is paid on the day. */
function settledOn(line: Line, day: Day, minor: number): Line {
  const parts = (line.paid ?? []) as readonly (readonly [Day, number])[];
  return { ...line, paid: [...parts.filter(([paidOn]) => paidOn <= day), [day, minor / 100] as const] };
}

function subsets(of: readonly number[]): number[][] {
  return of.reduce<number[][]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]]).slice(1);
}

test("a thousand open invoices of one buyer within seconds", () => {
  const lines = [...BOOK, ...paying("Elm", Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 20 : -20))), ...Array.from({ length: 1000 }, (_, at) => open("Elm", isoDay(addDays(on("2024-05-20"), at % 90)), at + 1))];
  const began = performance.now();
  asked(lines, "Elm", { ...DEFAULT_POLICY, lateAfter: 30 });
  expect(performance.now() - began).toBeLessThan(5_000);
});
