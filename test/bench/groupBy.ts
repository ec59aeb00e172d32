/**
 * A position on a day against DuckDB's GROUP BY over the same rows, already loaded, on one thread: what is open and what is overdue
 * by buyer. DuckDB has the columns as numbers and a buyer as its place, as the engine does, and answers the sums of its groups alone,
 * so that no result is carried over; position answers the balance of every document besides. Each run asks another day.
 */
import { DuckDBInstance } from "@duckdb/node-api";
import { readLedger } from "../../src/ledger/readLedger";
import type { Ledger } from "../../src/ledger/ledger";
import { position } from "../../src/receivables/position";
import type { Grid } from "../../src/values/cell";
import { NO_DAY, type Day } from "../../src/values/day";
import { ledgerJson } from "./reading";

const WARM_UPS = 3, RUNS = 15;

async function loaded(ledger: Ledger) {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  await connection.run("CREATE TABLE rows (buyer INTEGER NOT NULL, issued INTEGER NOT NULL, due INTEGER, paid INTEGER, amount BIGINT NOT NULL)");
  const { documents, settlements } = ledger;
  const paid = new Int32Array(documents.count);
  for (let s = 0; s < settlements.count; s++) paid[settlements.document[s]!] = settlements.day[s]!; // each of these rows is settled once, or not at all
  const appender = await connection.createAppender("rows");
  const day = (value: number): void => (value === NO_DAY ? appender.appendNull() : appender.appendInteger(value));
  for (let i = 0; i < documents.count; i++) {
    appender.appendInteger(documents.buyer[i]!);
    appender.appendInteger(documents.issued[i]!);
    day(documents.due[i]!);
    day(paid[i]!);
    appender.appendBigInt(BigInt(documents.amount[i]!));
    appender.endRow();
  }
  appender.closeSync();
  return connection;
}

interface Spread {
  readonly median: number;
  readonly least: number;
}

const query = (day: number): string => `
  SELECT sum(open)::DOUBLE AS open, sum(overdue)::DOUBLE AS overdue, count(*) AS buyers FROM (
    SELECT buyer, coalesce(sum(amount), 0) AS open, coalesce(sum(amount) FILTER (amount > 0 AND due < ${day}), 0) AS overdue
    FROM rows WHERE issued <= ${day} AND (paid IS NULL OR paid > ${day}) GROUP BY buyer)`;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Prints its lines. */
export async function benchGroupBy(rows: number): Promise<void> {
  const { ledger } = readLedger(JSON.parse(ledgerJson(rows)) as Grid);
  const connection = await loaded(ledger);
  const times = { ours: [] as number[], balances: [] as number[], theirs: [] as number[] };
  let agree = true;
  for (let run = -WARM_UPS; run < RUNS; run++) {
    const day = (ledger.lastDay - 60 - run * 7) as Day;
    let began = performance.now();
    const found = position(ledger, day);
    const ours = performance.now() - began;
    const { total, overdueByBuyer } = found;
    began = performance.now();
    agree &&= found.open.length === rows;
    const balances = performance.now() - began;
    began = performance.now();
    const answer = await connection.runAndReadAll(query(day));
    const theirs = performance.now() - began;
    const [open, overdue] = answer.getRowsJS()[0]!;
    agree &&= open === total && overdue === overdueByBuyer.reduce((sum, one) => sum + one, 0);
    if (run < 0) continue;
    times.ours.push(ours);
    times.balances.push(balances);
    times.theirs.push(theirs);
  }
  connection.closeSync();
  const [ours, balances, theirs] = [times.ours, times.balances, times.theirs].map((all) => ({ median: median(all), least: Math.min(...all) })) as [Spread, Spread, Spread];
  console.log(`\nOpen and overdue by buyer on a day, ${rows.toLocaleString("en")} rows once loaded, one thread (to reach: position at most as long)`);
  for (const [who, { median: middle, least }] of [["position", ours], ["DuckDB GROUP BY", theirs], ["every balance", balances]] as const) console.log(`  ${who.padEnd(16)} median ${middle.toFixed(1).padStart(6)} ms   least ${least.toFixed(1).padStart(6)} ms`);
  console.log(`  position takes ${(ours.median / theirs.median).toFixed(2)} x as long (least against least ${(ours.least / theirs.least).toFixed(2)} x: on a busy machine the medians speak of the others); the sums ${agree ? "agree" : "DO NOT AGREE"} on every day`);
}
