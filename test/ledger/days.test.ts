import { dayAsked } from "../../src/ledger/dayAsked";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Cell, Grid } from "../../src/values/cell";
import { doubtsIn, refusal } from "../support/book";
import { on } from "../support/columns";

const HEADINGS: Cell[] = ["Customer", "Invoice Date", "Amount", "Paid Date"];
const invoices = (...rows: readonly (readonly [issued: string, paid?: string])[]): Grid => [HEADINGS, ...rows.map(([issued, paid]) => ["A", issued, 10, paid ?? null])];

test("the last day is the latest document or settlement", () => {
  const { ledger } = readLedger(invoices(["2025-01-05", "2025-03-01"], ["2025-02-01"]));
  expect([ledger.firstDay, ledger.lastIssued, ledger.lastDay]).toEqual(["2025-01-05", "2025-02-01", "2025-03-01"].map(on));
});

test("a slip of the pen in 2052 is a doubt and sets no last day", () => {
  const days = Array.from({ length: 40 }, (_, i): [string] => [`2025-01-${String((i % 28) + 1).padStart(2, "0")}`]);
  const reading = readLedger(invoices(...days, ["2052-01-01"]));
  expect([reading.ledger.lastDay, reading.ledger.documents.count]).toEqual([on("2025-01-28"), 41]);
  expect(doubtsIn(reading)).toContain("DATE_FAR_AHEAD 42 10");
});

test("a year without invoices is no slip of the pen", () => {
  const { ledger } = readLedger(invoices(["2023-01-05"], ["2025-02-01"]));
  expect(ledger.lastDay).toBe(on("2025-02-01"));
});

describe("the day asked for", () => {
  const open = readLedger(invoices(["2025-01-05"], ["2025-02-01"]));

  test("is the last day when left out, and any later day", () => {
    expect([dayAsked(open), dayAsked(open, on("2026-01-01"))]).toEqual([on("2025-02-01"), on("2026-01-01")]);
  });

  test("is not before the last document where nothing is dated, unless the policy takes the list as it is", () => {
    expect(refusal(() => dayAsked(open, on("2025-01-31")))).toMatch(/2025-01-31.*2025-02-01.*asListed/);
    expect(refusal(() => dayAsked(open, on("2025-01-31")), "zh")).toMatch(/2025-01-31/);
    const asListed = readLedger(invoices(["2025-01-05"], ["2025-02-01"]), { policy: readPolicy([["backdate", "asListed"]]) });
    expect(dayAsked(asListed, on("2025-01-31"))).toBe(on("2025-01-31"));
  });

  test("may be any day where settlements are dated", () => {
    expect(dayAsked(readLedger(invoices(["2025-01-05", "2025-01-09"], ["2025-02-01"])), on("2025-01-06"))).toBe(on("2025-01-06"));
  });
});
