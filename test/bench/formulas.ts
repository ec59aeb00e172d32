/** What a formula on a text from AR.LEDGER costs once its position exists: the argument is read, the figure is made. */
import { aging } from "../../src/formulas/aging";
import { dsoFigure } from "../../src/formulas/dso";
import { ledgerText } from "../../src/formulas/ledger";
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";

const ROUNDS = 2_000;
const BUYERS = 500;

interface Measured {
  readonly rows: number;
  readonly formula: string;
  /** median of a call, microseconds */
  readonly microseconds: number;
}

/** A book whose invoices are 30 days long and mostly paid; no chance in it, so that every run measures the same. */
function book(rows: number): Grid {
  const first = dayOf(2023, 1, 1);
  const row = (i: number): Cell[] => {
    const issued = first + Math.floor((i * 720) / rows);
    return [`I-${i}`, `B-${(i * 7919) % BUYERS}`, issued, issued + 30, 100 + (i % 900), i % 5 === 0 && issued > first + 600 ? null : issued + 20 + (i % 25)];
  };
  return [["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"], ...Array.from({ length: rows }, (_, i) => row(i))];
}

function medianOf(call: (round: number) => unknown): number {
  for (let round = 0; round < 200; round++) call(round);
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const began = process.hrtime.bigint();
    call(round);
    return Number(process.hrtime.bigint() - began) / 1000;
  });
  return times.sort((a, b) => a - b)[ROUNDS / 2]!;
}

/** Prints its table; answers it too, for a test with a wide margin. */
export function benchFormulas(sizes: readonly number[] = [10_000, 100_000]): readonly Measured[] {
  const measured = sizes.flatMap((rows) => {
    const text = [[ledgerText(book(rows), null, null, null, null)]];
    const asOf = dayOf(2024, 12, 1);
    const formulas: readonly (readonly [formula: string, call: (round: number) => unknown])[] = [
      ["DSO(ledger, asOf)", () => dsoFigure(text, asOf, null, null, null)],
      ["DSO(ledger, asOf, buyer)", (round) => dsoFigure(text, asOf, [[`B-${round % BUYERS}`]], 90, "best")],
      ["DSO(ledger, asOf, , , countback)", () => dsoFigure(text, asOf, null, null, "countback")],
      ["AGING(ledger, asOf, buyer)", (round) => aging(text, asOf, [[`B-${round % BUYERS}`]], null, null)],
    ];
    return formulas.map(([formula, call]): Measured => ({ rows, formula, microseconds: medianOf(call) }));
  });
  console.log("\nA formula on a handle, its position made: median of a call (to reach: under 50 microseconds)");
  for (const { rows, formula, microseconds } of measured) console.log(`  ${String(rows).padStart(9)} rows  ${formula.padEnd(34)} ${microseconds.toFixed(1).padStart(7)} us`);
  return measured;
}
