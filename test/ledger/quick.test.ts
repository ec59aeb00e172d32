/** Rows without a doubt are read by column, others cell by cell. An error in a column nobody reads sends every row the second way. */
import fc from "fast-check";
import { readLedger, type ReadOptions } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { Refusal } from "../../src/values/answer";
import type { Cell, Grid } from "../../src/values/cell";
import { linesIn } from "../support/book";

const HEADINGS = ["Customer No", "Customer Name", "Invoice No", "Type", "Invoice Date", "Due Date", "Settled Date", "Amount", "Open", "Paid", "Credited", "Currency", "Disputed", "Terms", "Baseline Date", "Debit/Credit ind"];
const NEEDED = ["Customer No", "Invoice Date", "Amount"];
const money = fc.constantFrom<Cell>(100, 100, 40, 60, 0, -30, "1,234.50", "99.90", "(40.00)", "1.234", "0.1k", "$40", "60 €", 0.005, "", null);
const CELLS: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  "Customer No": fc.constantFrom<Cell>("007", "7", 7, " 7", "Anker", ""),
  "Customer Name": fc.constantFrom<Cell>("Anker", "ANKER", "Baltic", ""),
  "Invoice No": fc.constantFrom<Cell>("N1", "N2", 3, "'04", " N5", "", null),
  Type: fc.constantFrom<Cell>("INV", "CN", "DN", "Payment", "odd", "Bank draft", "Trade acceptance", ""),
  "Invoice Date": fc.constantFrom<Cell>(45_700, 45_710.5, "2025-02-14", "14.02.2025", "2025年2月14日", 20250301, "", "x"),
  "Due Date": fc.constantFrom<Cell>(45_730, 45_690, "2025-03-08", "13/03/2025", "", "x", 3),
  "Settled Date": fc.constantFrom<Cell>(45_740, 45_690, "2025-03-20", "", "", "x"),
  Amount: money, Open: money, Paid: money, Credited: money,
  Currency: fc.constantFrom<Cell>("EUR", "EUR", "usd", "JPY", "Taler", ""),
  Disputed: fc.constantFrom<Cell>("Yes", "No", true, ""),
  Terms: fc.constantFrom<Cell>("net 30", 14, "EOM+30", "次月10日", "ZB30", "NAH4", ""),
  "Baseline Date": fc.constantFrom<Cell>(45_720, 45_650, "2025-02-20", "", "", "x", 3, true),
  "Debit/Credit ind": fc.constantFrom<Cell>("S", "S", "H"),
};
const sheet: fc.Arbitrary<Grid> = fc.subarray(HEADINGS).chain((chosen) => {
  const headings = HEADINGS.filter((heading) => chosen.includes(heading) || NEEDED.includes(heading));
  return fc.array(fc.tuple(...headings.map((heading) => CELLS[heading]!)), { minLength: 1, maxLength: 12 }).map((rows): Grid => [headings, ...rows]);
});
const byDay = [["currency", "EUR"], ["rate.USD.2025-02-14", 0.9], ["rate.USD.2025-03-01", 0.95], ["rate.JPY", 0.006], ["rate.JPY.2025-03-01", 0.0065]];
const policies = [[], byDay, [["currency", "EUR"]], [["currency", "EUR"], ["rate.USD", 0.9], ["businessDays", "roll"]], [["terms.NAH4", 45], ["businessDays", "roll"]]].map((rows) => readPolicy(rows));

function outcome(grid: Grid, options: ReadOptions): unknown {
  try {
    const { ledger, issues } = readLedger(grid, options);
    const doubts = issues.filter(({ found }) => found !== "#REF!").map(({ code, row, column, amount, currency }) => [code, row, column, amount, currency].join(" ")).sort();
    return [linesIn(ledger), doubts, ledger.buyers.id, ledger.buyers.name, [...ledger.documents.disputed], [...ledger.documents.currency], [...ledger.documents.closed], ledger.currencies];
  } catch (error) {
    if (error instanceof Refusal) return error.reason.code;
    throw error;
  }
}

test("both ways give the same ledger and the same doubts", () => {
  fc.assert(
    fc.property(sheet, fc.constantFrom(...policies), (grid, policy) => {
      const careful = grid.map((cells, r) => [...cells, r === 0 ? "Colour" : "#REF!"]);
      expect(outcome(careful, { policy })).toEqual(outcome(grid, { policy }));
    }),
    { numRuns: 2000 },
  );
});
