/** The database's side: rows in, the measures of `measures.sql` out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { Asked, Book } from "./books";

/** Excel's serials count from here. */
const EPOCH = "DATE '1899-12-30'";

const TABLES = `
  CREATE OR REPLACE TEMP TABLE docs (book VARCHAR, doc VARCHAR, buyer VARCHAR, kind VARCHAR, issued DATE, due DATE, amount BIGINT);
  CREATE OR REPLACE TEMP TABLE setl (book VARCHAR, doc VARCHAR, day DATE, kind VARCHAR, amount BIGINT, place INTEGER);
  CREATE OR REPLACE TEMP TABLE parents (book VARCHAR, buyer VARCHAR, parent VARCHAR);
  CREATE OR REPLACE TEMP TABLE asked (book VARCHAR, day DATE, since DATE, trend BOOLEAN);
  CREATE OR REPLACE TEMP TABLE whos (book VARCHAR, who VARCHAR);`;

export type Row = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** What the SQL says of every book in it: a row a book, day and buyer. */
export interface Told {
  readonly figures: readonly Row[];
  readonly spread: readonly Row[];
  readonly forward: readonly Row[];
  readonly rolls: readonly Row[];
  readonly firsts: readonly Row[];
}

/** One connection on one thread, for all the books. */
export async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(TABLES);
  return connection;
}

export async function clear(connection: DuckDBConnection): Promise<void> {
  await connection.run(TABLES);
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const date = (day: number | undefined): string => (day === undefined ? "NULL" : `${EPOCH} + ${day}`);

async function insert(connection: DuckDBConnection, table: string, rows: readonly string[]): Promise<void> {
  if (rows.length > 0) await connection.run(`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row})`).join(",")}`);
}

export async function addBook(connection: DuckDBConnection, { name, docs, offs, parents, asked }: Book): Promise<void> {
  const book = text(name);
  await insert(connection, "docs", docs.map((d) => `${book},${text(d.number)},${text(d.buyer)},'${d.kind}',${date(d.issued)},${date(d.due)},${d.minor}`));
  await insert(connection, "setl", offs.map((s, at) => `${book},${text(s.number)},${date(s.day)},'${s.kind}',${s.minor},${at}`));
  await insert(connection, "parents", parents.map(([buyer, parent]) => `${book},${text(buyer)},${text(parent)}`));
  await addAsked(connection, name, asked);
  await insert(connection, "whos", ["*", ...new Set(docs.map(({ buyer }) => buyer))].map((who) => `${book},${text(who)}`));
}

export async function addAsked(connection: DuckDBConnection, name: string, asked: readonly Asked[]): Promise<void> {
  await insert(connection, "asked", asked.map(({ day, since, trend }) => `${text(name)},${date(day)},${date(since)},${trend}`));
}

export async function tell(connection: DuckDBConnection): Promise<Told> {
  await connection.run(readFileSync(join(__dirname, "measures.sql"), "utf8"));
  const rows = async (table: string, day = "day"): Promise<readonly Row[]> =>
    (await connection.runAndReadAll(`SELECT * REPLACE ((${day} - ${EPOCH})::INTEGER AS ${day}) FROM ${table} ORDER BY ALL`)).getRowObjectsJS() as Row[];
  return { figures: await rows("figures"), spread: await rows("spread"), forward: await rows("forward"), rolls: await rows("rolls"), firsts: await rows("firsts", "first") };
}
