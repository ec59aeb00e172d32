import fc from "fast-check";
import { bookOf, on } from "../support/columns";
import { roundedToSum } from "../../src/pane/buyer/ReasonBars";
import { buyersMatching } from "../../src/pane/findBuyers";
import { paymentHistory } from "../../src/pane/paymentHistory";
import { bucketName, bucketsOf } from "../../src/pane/portfolio/buckets";
import { wordsFor } from "../../src/pane/words";

test("whole points add up to the whole score, and none is off by a point or more", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 5 }), (points) => {
      const parts = [500, ...points];
      const sum = parts.reduce((a, b) => a + b, 0);
      const shown = roundedToSum(parts, sum);
      expect(shown.reduce((a, b) => a + b, 0)).toBe(Math.round(sum));
      for (const [at, part] of parts.entries()) expect(Math.abs(shown[at]! - part)).toBeLessThan(1.000001);
    }),
  );
  expect(roundedToSum([500, 65.2, 0], 565.2)).toEqual([500, 65, 0]);
});

describe("payments against terms", () => {
  const ledger = bookOf([
    { buyer: "North", issued: "2025-01-01", due: "2025-01-31", amount: 10, paid: "2025-01-20" },
    { buyer: "North", issued: "2025-01-05", due: "2025-02-04", amount: 20, paid: "2025-02-14" },
    { buyer: "North", issued: "2025-02-01", due: "2025-03-03", amount: 30 },
    { buyer: "North", issued: "2025-03-01", due: "2025-03-31", amount: 40 },
    { buyer: "North", issued: "2025-03-02", due: "2025-03-31", amount: -5, kind: "CN" },
    { buyer: "South", issued: "2025-01-01", due: "2025-01-31", amount: 99, paid: "2025-03-01" },
    { buyer: "North", issued: "2025-01-01", amount: 7, paid: "2025-01-09" },
  ]);

  test("early, late, and open past its day; not what is open in time, a credit, or without a due day", () => {
    const seen = paymentHistory(ledger, on("2025-03-10"), 0);
    expect(seen.map(({ number, days, paid }) => [number, days, paid !== undefined])).toEqual([["N1", -11, true], ["N2", 10, true], ["N3", 7, false]]);
  });

  test("of an earlier day only what had happened by then", () => {
    expect(paymentHistory(ledger, on("2025-02-10"), 0).map(({ number, days, paid }) => [number, days, paid !== undefined])).toEqual([["N1", -11, true], ["N2", 6, false]]);
  });

  test("the latest so many", () => {
    expect(paymentHistory(ledger, on("2025-03-10"), 0, 1).map(({ number }) => number)).toEqual(["N3"]);
  });
});

test("buyers that begin with what is typed come before those that hold it", () => {
  const buyers = { count: 4, id: ["C-1", "C-2", "", "__proto__"], name: ["Mill North", "North", "Äpfel", "constructor"], facts: [] };
  expect(buyersMatching(buyers, " NORTH")).toEqual([1, 0]);
  expect(buyersMatching(buyers, "äp")).toEqual([2]);
  expect(buyersMatching(buyers, "__pro")).toEqual([3]);
  expect(buyersMatching(buyers, "")).toEqual([0, 1, 2, 3]);
  expect(buyersMatching(buyers, "Ｎｏｒｔｈ")).toEqual([1, 0]);
});

test("buckets in the reader's language; columns without an age only where they hold something", () => {
  const headings = ["Not due", "1-30", "Over 30", "No due date", "Unapplied", "Total"];
  expect(bucketsOf(headings, [10, 0, 5, 0, -2, 13]).map(({ heading, age }) => [heading, age])).toEqual([["Not due", 0], ["1-30", 1], ["Over 30", 2], ["Unapplied", -1]]);
  expect(headings.map((heading) => bucketName(heading, wordsFor("zh")))).toEqual(["未到期", "1–30", "30 以上", "无到期日", "未核销", "合计"]);
});
