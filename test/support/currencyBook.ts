import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Reading } from "../../src/ledger/reading";
import type { Cell, Grid } from "../../src/values/cell";
import { book } from "./book";

/** Rates that change at quarter ends: dollars have one for the days before, yen (no decimals) and dinars (three) begin in 2026. */
export const RATES: readonly (readonly [string, Cell])[] = [
  ["currency", "CNY"],
  ["rate.USD", 7], ["rate.USD.2026-03-31", 7.1], ["rate.USD@2026-06-30", 7.2],
  ["rate.JPY.2026-01-01", 0.05], ["rate.JPY.2026-03-31", 0.048], ["rate.JPY.2026-06-30", 0.0465],
  ["rate.KWD.2026-01-01", 23.5], ["rate.KWD.2026-06-30", 23.1],
];

export const INVOICES = book`
  Customer | Invoice No | Invoice Date | Due Date | Amount | Currency
  Anker    | A1 | 2026-02-10 | 2026-03-12 | 1000   | USD
  Anker    | A2 | 2026-03-20 | 2026-04-19 | 500    | CNY
  Baltic   | B1 | 2026-03-05 | 2026-04-04 | 150000 | JPY
  Baltic   | B2 | 2026-06-30 | 2026-07-30 | 250.10 | USD
  Cedar    | C1 | 2026-04-01 | 2026-05-01 | 12.345 | KWD`;

export const RECEIPTS = book`
  Invoice No | Payment Date | Amount
  A1 | 2026-04-15 | 400
  A1 | 2026-07-10 | 600
  B1 | 2026-05-20 | 50001
  C1 | 2026-06-29 | 2.345`;

/** A sheet read with these rates. */
export function readRated(invoices: Grid, payments?: Grid, keys: readonly (readonly [string, Cell])[] = RATES): Reading {
  return readLedger(invoices, { policy: readPolicy(keys.map((row) => [...row])), ...(payments === undefined ? {} : { payments }) });
}
