/**
 * Reading a ledger against a bare loop over the same grid (sums of one number column by buyer text through a Map) and
 * against JSON.parse of that grid: the least that anything could do with the rows, and what the host did to bring them.
 */
import { readLedger } from "../../src/ledger/readLedger";
import type { Cell, Grid } from "../../src/values/cell";

const HEADINGS = ["Invoice No", "Customer No", "Type", "Invoice Date", "Due Date", "Paid Date", "Amount", "Currency", "Disputed"];
const ROWS_A_BUYER = 40;

export interface ReadingMeasured {
  readonly rows: number;
  /** nanoseconds a row, median of the runs, each */
  readonly reading: number;
  readonly bare: number;
  readonly parse: number;
}

/** Marsaglia's xorshift: the same rows in every run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The grid as a host sends it: JSON, so that every text is an object of its own after parsing. */
export function ledgerJson(rows: number, buyers = Math.max(20, Math.floor(rows / ROWS_A_BUYER))): string {
  const draw = chance(20_260);
  const parts = [JSON.stringify(HEADINGS)];
  for (let i = 0; i < rows; i++) {
    const issued = 45_000 + Math.floor(draw() * 720);
    const credit = draw() < 0.03;
    const paid = draw() < 0.85 ? issued + 5 + Math.floor(draw() * 60) : null;
    const amount = (credit ? -1 : 1) * (Math.floor(draw() * 2_000_000) / 100);
    parts.push(JSON.stringify([`INV-${1_000_000 + i}`, `C${String(Math.floor(draw() * buyers)).padStart(6, "0")}`, credit ? "CN" : "INV", issued, issued + 30, paid, amount, "EUR", draw() < 0.04 ? "Yes" : "No"]));
  }
  return `[${parts.join(",")}]`;
}

/** Folds the amounts into sums by buyer, and nothing else. */
export function bareLoop(grid: Grid): Map<Cell, number> {
  const sums = new Map<Cell, number>();
  for (let r = 1; r < grid.length; r++) {
    const row = grid[r]!;
    const buyer = row[1];
    sums.set(buyer, (sums.get(buyer) ?? 0) + (row[6] as number));
  }
  return sums;
}

function nanoseconds(call: () => unknown): number {
  const began = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - began);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/**
 * The loop and the reading take turns, so that whatever else the machine does weighs on each alike; the compiler has its
 * warm-up first. Parsing comes after: the grids it leaves behind are its own, not the reading's, to clear away.
 */
function measure(rows: number): ReadingMeasured {
  const json = ledgerJson(rows);
  const grid = JSON.parse(json) as Grid;
  const runs = rows >= 1_000_000 ? 5 : rows >= 100_000 ? 11 : 31;
  const times = { bare: [] as number[], reading: [] as number[], parse: [] as number[] };
  const warmUp = rows >= 1_000_000 ? 1 : rows >= 100_000 ? 8 : 60;
  for (let run = -warmUp; run < runs; run++) {
    const bare = nanoseconds(() => bareLoop(grid));
    const reading = nanoseconds(() => readLedger(grid));
    if (run < 0) continue;
    times.bare.push(bare / rows);
    times.reading.push(reading / rows);
  }
  for (let run = 0; run < runs; run++) times.parse.push(nanoseconds(() => JSON.parse(json) as unknown) / rows);
  return { rows, bare: median(times.bare), reading: median(times.reading), parse: median(times.parse) };
}

/** Prints its table; answers it too, for a test with a wide margin. */
export function benchReading(sizes: readonly number[]): readonly ReadingMeasured[] {
  const measured = sizes.map(measure);
  console.log("\nReading a ledger of 9 columns, nanoseconds a row (to reach: at most 5 x the bare loop, within 2 x from the smallest to the largest)");
  for (const { rows, reading, bare, parse } of measured) {
    const against = `${(reading / bare).toFixed(1)} x the bare loop, ${(reading / parse).toFixed(2)} x JSON.parse`;
    console.log(`  ${String(rows).padStart(9)} rows  reading ${reading.toFixed(0).padStart(5)}  bare ${bare.toFixed(0).padStart(4)}  JSON.parse ${parse.toFixed(0).padStart(5)}   ${against}`);
  }
  console.log(`  a row at the largest size costs ${(measured.at(-1)!.reading / measured[0]!.reading).toFixed(2)} x one at the smallest`);
  return measured;
}
