import fc from "fast-check";
import { anySheetHolds, ledgersReadBack, nothingSeen } from "../fuzz/properties";

test("any sheet is a ledger or a refusal, loses no row, and takes time linear in its cells", () => {
  const seen = nothingSeen();
  fc.assert(anySheetHolds(seen), { numRuns: 1200 });
  expect(seen.readings).toBeGreaterThan(100);
  expect(seen.refusals).toBeGreaterThan(100);
});

test("what was read and written back reads the same", () => {
  const seen = nothingSeen();
  fc.assert(ledgersReadBack(seen), { numRuns: 800 });
  expect(seen.written).toBeGreaterThan(50);
});
