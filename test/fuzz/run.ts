/** The long run, for the night: `npm run fuzz` reads 100,000 sheets, `npm run fuzz -- 5000 42` reads 5,000 with the seed 42. */
import fc from "fast-check";
import { anySheetHolds, ledgersReadBack, nothingSeen } from "./properties";

const [sheets = "100000", seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const runs = Math.ceil(Number(sheets) / 2);
const seen = nothingSeen();
console.log(`${2 * runs} sheets, seed ${seed}`);
const began = Date.now();
fc.assert(anySheetHolds(seen), { numRuns: runs, seed: Number(seed) });
fc.assert(ledgersReadBack(seen), { numRuns: runs, seed: Number(seed) });
console.log(`${seen.readings} readings, ${seen.refusals} refusals, ${seen.written} written and read back, slowest ${seen.slowest.toFixed(0)} microseconds a cell, ${((Date.now() - began) / 1000).toFixed(0)} s`);
