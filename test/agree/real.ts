/** The real ledgers, read by the database itself from the files as they are. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Cell } from "../../src/values/cell";
import { dayOf, type Day } from "../../src/values/day";
import { dataPath } from "../support/data";
import type { Asked } from "./books";
import { addAsked } from "./duck";

export interface RealBook {
  readonly name: string;
  readonly file: string;
  readonly policy: readonly (readonly Cell[])[];
  /** as an expression of the file's columns: minor units of one currency */
  readonly minor: string;
  readonly asked: readonly (readonly [since: string, day: string])[];
}

const CENTS = "round(amount::DECIMAL(18,2) * 100)::BIGINT";

export const REAL_BOOKS: readonly RealBook[] = [
  { name: "ibm_ar", file: "ibm_ar/ledger.csv", policy: [], minor: CENTS, asked: [["2012-03-31", "2012-06-30"], ["2011-12-31", "2012-12-31"], ["2013-01-20", "2013-03-15"], ["2013-06-30", "2013-09-30"], ["2013-12-31", "2014-02-15"]] },
  { name: "cassandra_dev", file: "cassandra_dev/ledger.csv", policy: [], minor: CENTS, asked: [["2012-03-31", "2012-06-30"], ["2012-12-31", "2013-12-31"], ["2014-05-02", "2014-06-17"], ["2015-06-30", "2015-09-30"], ["2016-01-31", "2016-05-01"]] },
  {
    name: "highradius_open",
    file: "highradius_open/ledger.csv",
    policy: [["key", "value"], ["currency", "USD"], ["rate.CAD", 0.7]],
    minor: "round(amount::DECIMAL(18,2) * 100 * (CASE currency WHEN 'CAD' THEN 0.7 ELSE 1.0 END)::DECIMAL(4,2))::BIGINT",
    asked: [["2020-03-10", "2020-03-31"], ["2020-02-28", "2020-04-15"], ["2020-03-31", "2020-04-30"], ["2020-04-20", "2020-05-22"], ["2020-05-31", "2020-07-31"]],
  },
];

/** Buyers whose figures are compared: those with the most documents, beside the whole book. */
const MOST_BUYERS = 40;

export function askedOf({ asked }: RealBook): Asked[] {
  return asked.map(([since, day], at) => ({ day: dayIn(day), since: dayIn(since), trend: at === 3 }));
}

function dayIn(iso: string): Day {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return dayOf(year, month, day);
}

/** A settled date settles the whole amount; what stands open beside it is a doubt and no balance. */
export async function addRealBook(connection: DuckDBConnection, book: RealBook): Promise<void> {
  const { name, file, minor } = book;
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE file AS SELECT * FROM read_csv('${dataPath(file).replaceAll("'", "''")}', header = true, all_varchar = true);
    INSERT INTO docs SELECT '${name}', invoice_id, trim(customer_id), 'INV', invoice_date::DATE, due_date::DATE, ${minor} FROM file;
    INSERT INTO setl SELECT '${name}', invoice_id, settled_date::DATE, 'payment', ${minor}, 0 FROM file WHERE coalesce(settled_date, '') <> '';
    INSERT INTO whos SELECT '${name}', '*';
    INSERT INTO whos SELECT '${name}', buyer FROM docs WHERE book = '${name}' GROUP BY buyer ORDER BY count(*) DESC, buyer LIMIT ${MOST_BUYERS};`);
  await addAsked(connection, name, askedOf(book));
}
