/** The measures against another hand's: DuckDB over the same rows (measures.sql). `npm run agree` compares ten times as many books. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { describeWithData } from "../support/data";
import { Agreement, compareMade, compareReal } from "./agreement";
import { makeBook } from "./books";
import { connect } from "./duck";
import { REAL_BOOKS } from "./real";

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await connect();
});
afterAll(() => connection.closeSync());

const SEEDS = Array.from({ length: 20 }, (_, k) => k + 1);

test("20 made books on 5 days each: money to the cent, ratios to 1e-9, and neither tells what the other cannot", async () => {
  const agreement = new Agreement();
  await compareMade(agreement, connection, SEEDS);
  expect(agreement.disagreements).toEqual([]);
  // a measure that nobody could tell, or everybody, would be compared with nothing
  expect([...agreement.tallies].filter(([, { comparisons, unknown }]) => comparisons === unknown).map(([measure]) => measure)).toEqual([]);
  expect(SEEDS.map((seed) => makeBook(seed).asked.length)).toEqual(SEEDS.map(() => 5));
});

for (const book of REAL_BOOKS) {
  describeWithData(book.file, "agreement on a real ledger", () => {
    test("its figures, read by the database itself", async () => {
      const agreement = new Agreement();
      await compareReal(agreement, connection, book);
      expect(agreement.disagreements).toEqual([]);
    });
  });
}
