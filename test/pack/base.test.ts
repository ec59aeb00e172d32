/** The worked example of methods.md G2, as a lender reads it on the first page. Thousands. */
import { makePack } from "../../src/bank/pack/makePack";
import type { LenderTerms } from "../../src/bank/lenderTerms";
import { readTerms } from "../../src/bank/readTerms";
import type { PackDocument } from "../../src/bank/pack/document";
import { readLedger } from "../../src/ledger/readLedger";
import { dayOf } from "../../src/values/day";
import { verifyPack } from "../../src/pack/verifyPack";
import { writePack } from "../../src/pack/writePack";
import { book, refusal } from "../support/book";

const DAY = dayOf(2026, 6, 30);
const G2 = book`
  Invoice | Customer | Document type | Invoice date | Due date | Amount | Disputed
  A-1 | A | invoice     | 2026-05-01 | 2026-05-31 | 400 |
  A-2 | A | receipt on account | 2026-06-01 | | -5 |
  B-1 | B | invoice     | 2026-05-01 | 2026-05-31 | 60 |
  B-2 | B | invoice     | 2026-01-01 | 2026-01-31 | 40 |
  C-1 | C | invoice     | 2026-05-01 | 2026-05-31 | 30 |
  C-2 | C | invoice     | 2026-01-01 | 2026-01-31 | 50 |
  D-1 | D | invoice     | 2026-05-01 | 2026-05-31 | 90 |
  E-1 | E | invoice     | 2026-05-01 | 2026-05-31 | 30 |
  F-1 | F | invoice     | 2026-05-01 | 2026-05-31 | 25 |
  G-1 | G | invoice     | 2026-05-01 | 2026-05-31 | 110 |
  G-2 | G | invoice     | 2026-05-01 | 2026-05-31 | 10 | yes
  H-1 | H | invoice     | 2026-05-01 | 2026-05-31 | 45 |
  H-2 | H | credit note | 2026-01-01 | | -15 |
`;
const FACTS = book`
  buyer | affiliate | foreign | government | payable
  D | | yes | |
  E | yes | | |
  F | | | yes |
  G | | | | 20
`;
const LINES = ["rule|on|value|source", "excludeAffiliates|yes||", "excludeGovernment|yes||", "excludeForeign|yes||", "excludeDisputed|yes||", "excludeContra|yes||", "pastInvoiceDays|yes|90|4.1", "creditsInPrior|yes||"];
const terms = (...more: readonly string[]): LenderTerms => readTerms([...LINES, ...more].map((line) => line.split("|")), 2);

function pack(...more: readonly string[]): PackDocument {
  return makePack(readLedger(G2, { buyers: FACTS }), terms(...more), DAY);
}

/** Lines of the first page by their label. */
function base(document: PackDocument): Map<string, number> {
  const rows = document.sheets[0]!.rows.filter((row) => typeof row?.[1] === "object" && row[1].formula !== undefined);
  return new Map(rows.map((row) => [(row![0] as { value: string }).value, (row![1] as { value: number }).value]));
}

test("gross 870, 90 past due and not 75, 575 before concentration, 323.75 eligible, 275.19 advanced", () => {
  const lines = base(pack("crossAge|yes|0.5|", "concentration|yes|0.25|", "advanceRate|yes|0.85|"));
  expect(Object.fromEntries([...lines].slice(0, 15))).toEqual({
    "Gross receivables": 870, "less Affiliates": -30, "less Retention": 0, "less Past due": -90, "less Cross-ageing": -30, "less Foreign buyers": -90, "less Government": -25, "less Disputed": -10, "less Insolvent buyers": 0, "less Foreign beyond cover": 0,
    "less Contra accounts": -20, "less Concentration": -251.25, "Eligible receivables": 323.75, "of which insured": 0, "Eligible receivables at the advance rate": 275.19,
  });
});

describe("dilution stands on the first page whether the terms hold it against anybody or not", () => {
  const said = (document: PackDocument): unknown[] => document.sheets[0]!.rows.filter((row) => typeof row?.[0] === "object" && row[0].value === "Dilution of the last 365 days").map((row) => (row![1] as { value: unknown }).value);
  const dated = book`
    Invoice | Customer | Document type | Invoice date | Due date | Amount | Paid date
    A-1 | A | invoice     | 2026-05-01 | 2026-05-31 | 400 | 2026-06-20
    A-2 | A | invoice     | 2026-06-01 | 2026-07-01 | 400 |
    A-3 | A | credit note | 2026-06-10 | | -20 |
  `;

  test("20 credited of 800 sold", async () => {
    const document = makePack(readLedger(dated), terms("advanceRate|yes|0.85|"), DAY);
    expect(said(document)).toEqual([0.025]);
    expect((await verifyPack(await writePack(document))).checks.differs).toBe(0);
  });

  test("a list of open items cannot tell it, and says so", async () => {
    const document = pack("advanceRate|yes|0.85|");
    expect(said(document)).toEqual(["n/a"]);
    const { isIntact, checks } = await verifyPack(await writePack(document));
    expect([isIntact, checks.differs]).toEqual([true, 0]);
  });
});

test("the clause of the agreement stands beside its rule", () => {
  expect(pack("advanceRate|yes|0.85|2.1 (b)").sheets.at(-1)!.rows.some((row) => row?.[0] === "pastInvoiceDays" && (row[3] as { value: string }).value === "4.1")).toBe(true);
});

test.each([
  ["cross-ageing at 25 % takes B as well", ["crossAge|yes|0.25|", "advanceRate|yes|85%|"], "less Cross-ageing", -90],
  ["20 % of gross: cap 174", ["crossAge|yes|0.5|", "concentration|yes|0.2|", "concentrationBase|yes|gross|", "advanceRate|yes|0.85|"], "Eligible receivables", 354],
  ["the fixpoint: cap 30", ["crossAge|yes|0.5|", "concentration|yes|0.25|", "concentrationBase|yes|fixpoint|", "advanceRate|yes|0.85|"], "Eligible receivables", 120],
  ["loans", ["crossAge|yes|0.5|", "concentration|yes|0.25|", "advanceRate|yes|0.82|", "loans|yes|200|"], "Availability", 65.48], // 265.475 - 200, half a cent up
] as const)("%s", async (_, more, label, value) => {
  const document = pack(...more);
  expect(base(document).get(label)).toBe(value);
  const found = await verifyPack(await writePack(document)); // every formula worked out by itself says the same
  expect([found.findings, found.checks.differs]).toEqual([[], 0]);
});

test.each([
  [["advanceRate|yes|1.2|"], /Row 9 of the terms: advanceRate cannot be "1\.2"/],
  [["advanceRate|yes|0.8|", "advanceRate|yes|0.8|"], /Row 10 of the terms: advanceRate stands in row 9 already/],
  [["advance|yes|0.8|"], /Row 9 of the terms: there is no rule "advance"/],
  [[], /no advance rate/],
] as const)("terms %s are refused", (more, sentence) => {
  expect(refusal(() => pack(...more))).toMatch(sentence);
});
