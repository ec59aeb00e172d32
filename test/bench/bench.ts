/**
 * Ratios, not seconds: each measurement runs beside a bare loop over the same rows in the same process, so that a slower
 * machine changes both. Prints; asserts nothing (a benchmark is not a timed test).
 */
import { benchAssess } from "./assess";
import { benchDirty } from "./dirty";
import { benchEngine } from "./engine";
import { benchFormulas } from "./formulas";
import { benchGroupBy } from "./groupBy";
import { benchPack } from "./pack";
import { benchReading } from "./reading";
import { benchSumifs } from "./sumifs";
import { benchTrend } from "./trend";

async function main(): Promise<void> {
  if (process.argv.includes("--rivals")) return benchRivals();
  if (process.argv.includes("--assess")) return void benchAssess();
  if (process.argv.includes("--pack")) return benchPack();
  const sizes = process.argv.includes("--quick") ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  await benchReading(sizes);
  await benchDirty();
  if (process.argv.includes("--reading")) return;
  await benchEngine(sizes);
  benchTrend(sizes);
  benchAssess(sizes.at(-1));
  await benchFormulas();
  await benchRivals();
}

/** Against what people would use instead. */
async function benchRivals(): Promise<void> {
  await benchGroupBy(1_000_000);
  await benchSumifs();
}

void main();
