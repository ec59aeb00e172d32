/**
 * What the engine makes of a ledger once it is read, against the bare loop of the reading's benchmark over the same rows.
 * Everything remembered is asked for a day of its own in each run, so that every run does the work.
 */
import { calibrate } from "../../src/credit/calibrate";
import { creditLimits } from "../../src/credit/creditLimits";
import { scoreBook } from "../../src/credit/scoreBook";
import type { Ledger } from "../../src/ledger/ledger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { readLedger } from "../../src/ledger/readLedger";
import { aging } from "../../src/receivables/aging";
import { position } from "../../src/receivables/position";
import type { Grid } from "../../src/values/cell";
import type { Day } from "../../src/values/day";
import { bareLoop, ledgerJson } from "./reading";

/** Nanoseconds of a call, the median of so many. */
function medianOf(runs: number, call: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const began = process.hrtime.bigint();
    call();
    return Number(process.hrtime.bigint() - began);
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

export interface EngineMeasured {
  readonly rows: number;
  readonly what: string;
  /** milliseconds, median of the runs */
  readonly milliseconds: number;
  /** against the bare loop of the same run */
  readonly ratio: number;
}

const MONTH_LATE = { ...DEFAULT_POLICY, lateAfter: 30 };

/** Each call has a day nobody asked for before; `calls` counts them. */
function callsOf(ledger: Ledger): readonly (readonly [what: string, call: () => unknown])[] {
  let calls = 0;
  const nextDay = (): Day => (ledger.lastDay - (calls++ % 200)) as Day;
  return [
    ["position, sums by buyer", () => position(ledger, nextDay())],
    ["position, every balance", () => position(ledger, nextDay()).open],
    ["position and ageing by buyer", () => aging(position(ledger, nextDay()))],
    ["all buyers' scores", () => scoreBook(ledger, nextDay(), DEFAULT_POLICY)],
    ["all buyers' scores, late after 30", () => scoreBook(ledger, nextDay(), MONTH_LATE)],
    ["calibration", () => calibrate(ledger, nextDay(), DEFAULT_POLICY)],
    ["calibration, late after 30", () => calibrate(ledger, nextDay(), MONTH_LATE)],
    ["scores and limits of all buyers", () => creditLimits(ledger, nextDay(), DEFAULT_POLICY)],
  ];
}

function measure(rows: number): EngineMeasured[] {
  const grid = JSON.parse(ledgerJson(rows)) as Grid;
  const { ledger } = readLedger(grid);
  const runs = rows >= 1_000_000 ? 5 : rows >= 100_000 ? 9 : 15;
  const warmUps = rows >= 1_000_000 ? 1 : rows >= 100_000 ? 5 : 40; // until both are compiled
  for (let warm = 0; warm < warmUps; warm++) bareLoop(grid);
  const bare = medianOf(runs, () => bareLoop(grid)) / 1e6;
  return [
    { rows, what: "bare loop", milliseconds: bare, ratio: 1 },
    ...callsOf(ledger).map(([what, call]) => {
      for (let warm = 0; warm < warmUps; warm++) call();
      const milliseconds = medianOf(runs, call) / 1e6;
      return { rows, what, milliseconds, ratio: milliseconds / bare };
    }),
  ];
}

/** Prints its table; answers it too. */
export function benchEngine(sizes: readonly number[]): readonly EngineMeasured[] {
  const measured = sizes.flatMap(measure);
  console.log("\nThe engine on a ledger once read, milliseconds (to reach: position at most 0.5 x the bare loop)");
  for (const { rows, what, milliseconds, ratio } of measured) {
    console.log(`  ${String(rows).padStart(9)} rows  ${what.padEnd(34)} ${milliseconds.toFixed(2).padStart(9)}   ${ratio.toFixed(2).padStart(6)} x`);
  }
  return measured;
}
