/** 60 month-ends of a ledger from one sweep, against one whole position (every document's balance too) of the same ledger in the same run. */
import { scoreByDay } from "../../src/credit/scoreByDay";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { monthEndsTo } from "../../src/receivables/monthEnds";
import { position } from "../../src/receivables/position";
import { trend, trendMeasure } from "../../src/receivables/trend";
import type { Grid } from "../../src/values/cell";
import { dayOf, type Day } from "../../src/values/day";

const MONTHS = 60;
const FIRST = dayOf(2020, 1, 1);
const DAYS = 1_826;
const BUYERS = 1_000;
const MEASURES = ["open", "overdue", "1-30", "over 90", "dso", "dso.countback", "dso.true", "dbt", "cei", "payindex"];

/** Five years; 30 days net, each buyer later than the one before, one invoice in fifty never paid. */
function bookOf(rows: number): Grid {
  const row = (i: number): (string | number | null)[] => {
    const issued = FIRST + Math.floor((i * DAYS) / rows);
    const buyer = (i * 7919) % BUYERS;
    const settled = issued + 15 + ((i * 31) % 25) + Math.floor(buyer / 25);
    return [`I-${i}`, `B-${buyer}`, issued, issued + 30, 100 + (i % 900), i % 50 === 0 || settled > FIRST + DAYS ? null : settled];
  };
  return [["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"], ...Array.from({ length: rows }, (_, i) => row(i))];
}

function medianOf(runs: number, call: (run: number) => unknown): number {
  call(runs);
  const times = Array.from({ length: runs }, (_, run) => {
    const began = process.hrtime.bigint();
    call(run);
    return Number(process.hrtime.bigint() - began) / 1e6;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

function callsOf(ledger: Ledger): readonly (readonly [what: string, call: (run: number) => unknown])[] {
  const day = (run: number): Day => (FIRST + DAYS - 1 - run) as Day;
  return [
    ...MEASURES.map((name) => [name, (run: number) => trend({ ledger, policy: DEFAULT_POLICY, buyer: undefined, day: day(run), months: MONTHS }, trendMeasure(name, DEFAULT_POLICY)!, name)] as const),
    ["score of a buyer", (run) => scoreByDay(ledger, DEFAULT_POLICY, run, monthEndsTo(day(run), MONTHS))],
  ];
}

/** Prints its table; answers the ratios to one position. */
export function benchTrend(sizes: readonly number[]): readonly { readonly rows: number; readonly measure: string; readonly ratio: number }[] {
  console.log("\n60 month-ends in one sweep, against one position (to reach at a million rows: at most 6 x)");
  return sizes.flatMap((rows) => {
    const { ledger } = readLedger(bookOf(rows));
    const runs = rows >= 1_000_000 ? 7 : 15;
    const one = medianOf(runs, (run) => position(ledger, (FIRST + DAYS - 1 - run * 30) as Day).open);
    console.log(`  ${String(rows).padStart(9)} rows  ${"one position".padEnd(24)} ${one.toFixed(2).padStart(9)} ms`);
    return callsOf(ledger).map(([measure, call]) => {
      const milliseconds = medianOf(runs, call);
      console.log(`  ${String(rows).padStart(9)} rows  ${measure.padEnd(24)} ${milliseconds.toFixed(2).padStart(9)} ms ${(milliseconds / one).toFixed(2).padStart(7)} x`);
      return { rows, measure, ratio: milliseconds / one };
    });
  });
}
