import fc from "fast-check";
import { outcomesOf } from "../../src/credit/outcomes";
import { scoreBook } from "../../src/credit/scoreBook";
import { scoresBefore } from "../../src/credit/scoresBefore";
import { logOdds } from "../../src/credit/lateIndex";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Day } from "../../src/values/day";
import { linesOf } from "../support/anyBook";
import type { Line } from "../support/columns";
import { bookOf } from "../support/columns";

/** Many buyers that are hardly ever late, so that the weight is the book's own estimate. */
const rarelyLate: fc.Arbitrary<Line[]> = fc
  .array(fc.record({ buyer: fc.integer({ min: 0, max: 45 }), week: fc.nat({ max: 60 }), late: fc.integer({ min: 0, max: 60 }) }), { minLength: 150, maxLength: 260 })
  .map((all) => all.map(({ buyer, week, late }) => ({ buyer: `B${buyer}`, issued: (45_658 + week * 7) as Day, due: (45_688 + week * 7) as Day, amount: 10, paid: (45_688 + week * 7 + (late === 0 ? 5 : -15)) as Day })));

test("the sweep gives each invoice the score its buyer had the day before, bit for bit", () => {
  fc.assert(
    fc.property(fc.oneof(linesOf(), rarelyLate), fc.constantFrom(0, 7, 30, 45), fc.boolean(), (lines, lateAfter, scoreDisputed) => {
      const ledger = bookOf(lines);
      const policy = { ...DEFAULT_POLICY, lateAfter, scoreDisputed };
      const outcomes = outcomesOf(ledger, policy);
      const { x, z } = scoresBefore(outcomes, policy, Int32Array.from({ length: outcomes.count }, (_, k) => k));
      for (let k = 0; k < outcomes.count; k++) {
        const book = scoreBook(ledger, (outcomes.issued[k]! - 1) as Day, policy);
        const one = book.buyers[outcomes.buyer[k]!]!;
        expect([x[k], z[k]]).toEqual([one.x, logOdds(book.rate) + one.x]);
      }
    }),
    { numRuns: 30 },
  );
});
