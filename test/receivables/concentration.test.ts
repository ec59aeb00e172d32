import fc from "fast-check";
import { readLedger } from "../../src/ledger/readLedger";
import { concentration, concentrationOf, parentsOf } from "../../src/receivables/concentration";
import { position } from "../../src/receivables/position";
import { currentShare, overdueShare } from "../../src/receivables/shares";
import type { Grid } from "../../src/values/cell";
import { book } from "../support/book";
import { bookOf, on } from "../support/columns";

describe("balances 400, 250, 150, 100, 60, 40", () => {
  const found = concentrationOf([60, 400, 40, 250, 100, 150], 3)!;
  test("top three 80 %, HHI 0.2602, as spread as 3.84 equal buyers, normalised 0.11224", () => {
    expect(found.topShare).toBeCloseTo(0.8, 12);
    expect(found.hhi).toBeCloseTo(0.2602, 12);
    expect(found.effective).toBeCloseTo(3.843198, 6);
    expect(found.normalised).toBeCloseTo(0.11224, 6);
  });
  test("credit balances are left out and said", () => {
    expect(concentrationOf([60, 400, -25, 40, 250, 100, -5, 150], 3)).toEqual({ ...found, negatives: { count: 2, minor: -30 } });
  });
  test("one buyer is full concentration; nobody is no figure", () => {
    expect(concentrationOf([7])).toMatchObject({ topShare: 1, hhi: 1, effective: 1, normalised: 1 });
    expect(concentrationOf([0, -3])).toBeUndefined();
  });
});

describe("by ultimate parent", () => {
  const lines = ["Anker", "Baltic", "Cedar", "Dune"].map((buyer, k) => ({ buyer, issued: "2025-01-01", due: "2025-01-31", amount: 100 * (k + 1) }));
  const day = on("2025-01-31");
  const hhi = (facts: Record<string, Record<string, string>>, by?: "buyer"): number => {
    const answer = concentration(position(bookOf(lines, { facts }), day), by === undefined ? {} : { by });
    return answer.known ? answer.value.hhi : NaN;
  };

  test("Anker belongs to Baltic, Baltic to Cedar: 100 + 200 + 300 in one hand", () => {
    expect(hhi({ Anker: { parent: "BALTIC " }, Baltic: { parent: "Cedar" } })).toBeCloseTo(0.36 + 0.16, 12);
    expect(hhi({ Anker: { parent: "BALTIC " }, Baltic: { parent: "Cedar" } }, "buyer")).toBeCloseTo(0.01 + 0.04 + 0.09 + 0.16, 12);
  });
  test("a holding that buys nothing itself", () => {
    expect(hhi({ Anker: { parent: "Holding" }, Dune: { parent: "holding" } })).toBeCloseTo(0.25 + 0.04 + 0.09, 12);
  });
  test("through companies that buy nothing, as far up as the buyers range says; in a circle they are one", () => {
    const invoices = book`
      Customer | Invoice Date | Amount
      Anker | 2025-01-01 | 100
      Baltic | 2025-01-01 | 200
      Cedar | 2025-01-01 | 300
      Dune | 2025-01-01 | 400`;
    const shares = (buyers: Grid): readonly string[] => parentsOf(readLedger(invoices, { buyers }).ledger);
    expect(shares(book`
      Customer | Parent
      Anker | Alpha
      Alpha | Beta
      BETA | Cedar
      Dune | Beta`)).toEqual(["buyer cedar", "buyer baltic", "buyer cedar", "buyer cedar"]);
    expect(shares(book`
      Customer | Parent
      Anker | Alpha
      Alpha | Beta
      Beta | Holding
      Baltic | Holding
      Dune | Round
      Cedar | Ring
      Round | Ring
      Ring | Round`)).toEqual(["parent holding", "parent holding", "parent ring", "parent ring"]);
  });
  test("buyers that name each other in a circle are one group", () => {
    expect(hhi({ Anker: { parent: "Baltic" }, Baltic: { parent: "Anker" }, Cedar: { parent: "Anker" } })).toBeCloseTo(0.36 + 0.16, 12);
  });
});

test("overdue and current share are of open debits; credits are in neither", () => {
  const at = position(bookOf([
    { buyer: "Anker", issued: "2025-01-01", due: "2025-01-31", amount: 30 },
    { buyer: "Anker", issued: "2025-01-01", due: "2025-03-31", amount: 60 },
    { buyer: "Anker", issued: "2025-01-01", amount: 10 },
    { buyer: "Baltic", issued: "2025-01-01", amount: -50, kind: "UNAP" },
  ]), on("2025-02-01"));
  expect(overdueShare(at)).toMatchObject({ value: 0.3 });
  expect(currentShare(at)).toMatchObject({ value: 0.6 });
  expect(overdueShare(at, { buyer: 1 })).toMatchObject({ known: false, reason: { code: "NO_BALANCE" } });
});

test("for any balances: 1/n <= HHI <= 1, order changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 50 }), (balances) => {
      const found = concentrationOf(balances)!;
      expect(found.hhi).toBeGreaterThanOrEqual(1 / balances.length - 1e-12);
      expect(found.hhi).toBeLessThanOrEqual(1 + 1e-12);
      expect(concentrationOf([...balances].reverse())).toEqual(found);
    }),
  );
});
