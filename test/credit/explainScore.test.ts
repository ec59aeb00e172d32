import fc from "fast-check";
import { explainScore } from "../../src/credit/explainScore";
import { scoreBook } from "../../src/credit/scoreBook";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import { bookOf, on, type Line } from "../support/columns";

const JUNE = on("2024-06-30");
const LINES: readonly Line[] = [
  { buyer: "Anker", issued: "2024-01-01", due: "2024-01-31", amount: 100, paid: "2024-03-01" }, // 30 days late: one late invoice
  { buyer: "Anker", issued: "2024-02-01", due: "2024-03-02", amount: 300, paid: "2024-03-07" }, // 5 days: late, but near
  { buyer: "Anker", issued: "2024-03-01", due: "2024-03-31", amount: 500, paid: "2024-03-20" }, // 11 days early: good
  { buyer: "Anker", issued: "2024-05-01", due: "2024-05-31", amount: 700 }, // 30 days past due: late, too
  { buyer: "Anker", issued: "2024-06-20", due: "2024-07-20", amount: 900 }, // nobody knows yet
  { buyer: "Baltic", issued: "2024-01-01", due: "2024-01-31", amount: 100, paid: "2024-01-31" },
];
const behind = (buyer: number, day: Day = JUNE, policy = DEFAULT_POLICY): unknown => {
  const answer = explainScore(bookOf(LINES), day, policy, buyer);
  return answer.known ? answer.value.rows.map(({ row, days, amount, share }) => [row, days, amount / 100, Number(share.toFixed(4))]) : answer.reason.code;
};

test("the known invoices by how much of a late one each counts; what is not known yet is not there", () => {
  expect(behind(0)).toEqual([[5, 30, 700, 0.3478], [2, 30, 100, 0.3478], [3, 5, 300, 0.3043], [4, -11, 500, 0]]); // 1, 1, 7/8 and 0 of 2.875
  expect(behind(0, on("2024-05-31"))).toEqual([[2, 30, 100, 0.5333], [3, 5, 300, 0.4667], [4, -11, 500, 0]]);
  expect(behind(1)).toEqual([[7, 0, 100, 1]]); // on its last day: a near miss counts a part
});

test("past due and not yet late: it is there, and counts as no late invoice yet", () => {
  expect(behind(0, on("2024-06-10"), { ...DEFAULT_POLICY, lateAfter: 30 })).toEqual([[2, 30, 100, 1], [5, 10, 700, 0], [4, -11, 500, 0], [3, 5, 300, 0]]); // row 2: paid on the last day, a near miss
});

test("without a score the reason is the score's", () => {
  expect(behind(0, on("2023-12-31"))).toBe("UNDATED_LEDGER");
});

test("for any book the shares add up to 1 and no invoice of another buyer is there", () => {
  fc.assert(fc.property(linesOf(), fc.integer({ min: 45660, max: 46300 }), (lines, day) => {
    const ledger = bookOf(lines);
    for (let buyer = 0; buyer < ledger.buyers.count; buyer++) {
      const answer = explainScore(ledger, day as Day, DEFAULT_POLICY, buyer);
      const { score, known } = scoreBook(ledger, day as Day, DEFAULT_POLICY).buyers[buyer]!;
      expect(answer.known).toBe(score.known);
      if (!answer.known) continue;
      const { rows } = answer.value;
      expect(rows.length).toBeGreaterThanOrEqual(known);
      expect(rows.every(({ document }) => ledger.documents.buyer[document] === buyer)).toBe(true);
      if (rows.length > 0) expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  }), { numRuns: 100 });
});
