/**
 * AR.ASSESS of every buyer, as a cell asks it: a text from AR.LEDGER in, the whole spill out, on a day nobody asked for before.
 * The reading of the same sheet takes turns with it.
 */
import { assessment } from "../../src/formulas/assess";
import { ledgerText } from "../../src/formulas/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import type { Cell, Grid } from "../../src/values/cell";
import { ledgerJson } from "./reading";

const ROWS_A_BUYER = 100;

export interface AssessMeasured {
  readonly rows: number;
  readonly buyers: number;
  /** facts of every buyer in a `buyers` range too */
  readonly facts: boolean;
  /** milliseconds, the median of the runs */
  readonly reading: number;
  readonly assess: number;
}

function milliseconds(call: () => unknown): number {
  const began = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Statements, references, a parent for every ten buyers, a flag for every hundredth. */
function factsOf(count: number): Grid {
  const row = (b: number): Cell[] => [`C${String(b).padStart(6, "0")}`, `P${Math.floor(b / 10)}`, 1e6 + b, 4e5, 3e5, 1e5 + b, 5e4, 45_600, 2e5, b % 100 === 0 ? "yes" : "no"];
  return [["Customer No", "Parent", "Total assets", "Equity", "Working capital", "Retained earnings", "EBIT", "Statement date", "Open orders", "Insolvent"], ...Array.from({ length: count }, (_, b) => row(b))];
}

function measure(grid: Grid, facts: Grid | null): AssessMeasured {
  const text = [[ledgerText(grid, null, null, facts, null)]];
  const last = readLedger(grid).ledger.lastDay;
  const times = { reading: [] as number[], assess: [] as number[] };
  let buyers = 0;
  for (let run = -2; run < 5; run++) {
    const reading = milliseconds(() => readLedger(grid));
    const assess = milliseconds(() => { buyers = assessment(text, last - 2 - run, null).length - 1; });
    if (run < 0) continue;
    times.reading.push(reading);
    times.assess.push(assess);
  }
  return { rows: grid.length - 1, buyers, facts: facts !== null, reading: median(times.reading), assess: median(times.assess) };
}

/** Prints its table; answers it too. */
export function benchAssess(rows = 1_000_000): readonly AssessMeasured[] {
  const buyers = rows / ROWS_A_BUYER;
  const grid = JSON.parse(ledgerJson(rows, buyers)) as Grid;
  const measured = [measure(grid, null), measure(grid, factsOf(buyers))];
  console.log("\nAR.ASSESS of all buyers on a handle, milliseconds (to reach: at most 3 x the reading of the same sheet)");
  for (const one of measured) {
    const what = `${one.rows} rows, ${one.buyers} buyers${one.facts ? ", facts of each" : ""}`;
    console.log(`  ${what.padEnd(48)} reading ${one.reading.toFixed(0).padStart(6)}   assess ${one.assess.toFixed(0).padStart(6)}   ${(one.assess / one.reading).toFixed(2).padStart(6)} x`);
  }
  return measured;
}
