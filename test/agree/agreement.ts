/** Both sides, figure by figure: money to the minor unit, everything else to 1e-9, and what cannot be told on neither. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Ledger } from "../../src/ledger/ledger";
import { isoDay, type Day } from "../../src/values/day";
import { csvGrid } from "../support/data";
import { makeBook, sheetsOf, type Asked } from "./books";
import { addBook, clear, tell, type Row, type Told } from "./duck";
import { BOOK, figuresOn, forwardTo, rollsTo, spreadOn, TREND_NAMES, trendTo, type Figures } from "./ours";
import { addRealBook, askedOf, type RealBook } from "./real";

const RATIO_TOLERANCE = 1e-9;
const MONEY = /^(?:trend )?(?:open$|overdue$|aging |issued |forward |rolls (?:balance|migrated))/;

export interface Tally {
  comparisons: number;
  /** of them, what neither side can tell */
  unknown: number;
  /** difference; of what is no money, against the larger of the figure and 1 */
  largest: number;
}

export class Agreement {
  readonly tallies = new Map<string, Tally>();
  readonly disagreements: string[] = [];

  compare(measure: string, where: string, ours: number | null | undefined, theirs: number | null): void {
    let tally = this.tallies.get(measure);
    if (tally === undefined) this.tallies.set(measure, (tally = { comparisons: 0, unknown: 0, largest: 0 }));
    tally.comparisons++;
    if (ours === null && theirs === null) {
      tally.unknown++;
      return;
    }
    const money = MONEY.test(measure);
    const difference = typeof ours !== "number" || theirs === null ? NaN : Math.abs(ours - theirs) / (money ? 1 : Math.max(1, Math.abs(theirs)));
    if (difference > tally.largest) tally.largest = difference;
    if (!(difference <= (money ? 0 : RATIO_TOLERANCE))) this.disagreements.push(`${measure}  ${where}  ours ${ours}, SQL ${theirs}`);
  }

  /** A line a measure. */
  table(): string {
    const lines = [...this.tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([measure, { comparisons, unknown, largest }]) => `  ${measure.padEnd(32)} ${String(comparisons).padStart(9)} ${String(unknown).padStart(9)}   ${largest === 0 ? "0" : largest.toExponential(1)}`);
    return [`  ${"measure".padEnd(32)} ${"compared".padStart(9)} ${"untold".padStart(9)}   largest difference`, ...lines].join("\n");
  }
}

interface Both {
  readonly name: string;
  readonly ledger: Ledger;
  readonly asked: readonly Asked[];
}

/** The real book, by the database from the file and by us from the sheet that the file is. */
export async function compareReal(agreement: Agreement, connection: DuckDBConnection, book: RealBook): Promise<void> {
  await clear(connection);
  await addRealBook(connection, book);
  const policy = book.policy.length === 0 ? {} : { policy: readPolicy(book.policy) };
  compareBooks(agreement, await tell(connection), [{ name: book.name, ledger: readLedger(csvGrid(book.file), policy).ledger, asked: askedOf(book) }]);
}

/** Books made from these seeds, all in one go. */
export async function compareMade(agreement: Agreement, connection: DuckDBConnection, seeds: readonly number[]): Promise<void> {
  await clear(connection);
  const both: Both[] = [];
  for (const seed of seeds) {
    const book = makeBook(seed);
    await addBook(connection, book);
    const { invoices, payments, buyers } = sheetsOf(book);
    const { ledger } = readLedger(invoices, { payments, ...(buyers === undefined ? {} : { buyers }) });
    both.push({ name: book.name, ledger, asked: book.asked });
  }
  compareBooks(agreement, await tell(connection), both);
}

function compareBooks(agreement: Agreement, told: Told, books: readonly Both[]): void {
  for (const both of books) {
    const of = (rows: readonly Row[]): readonly Row[] => rows.filter(({ book }) => book === both.name);
    compareFigures(agreement, both, of(told.figures));
    compareTrends(agreement, both, of(told.figures), of(told.spread), Number(of(told.firsts)[0]!["first"]));
    compareSpread(agreement, both, of(told.spread));
    compareForward(agreement, both, of(told.forward));
    compareRolls(agreement, both, of(told.rolls));
  }
}

const number = (cell: Row[string] | undefined): number | null => (cell === null || cell === undefined ? null : Number(cell));
const where = (name: string, day: number, who: unknown): string => `${name}, ${isoDay(day as Day)}, ${String(who)}`;
const KEYS = new Set(["book", "day", "who", "by_what"]);
const measuresOf = (row: Row): string[] => Object.keys(row).filter((column) => !KEYS.has(column));

function askedOn({ asked }: Both, { day }: Row): Asked | undefined {
  return asked.find((one) => one.day === day);
}

function compareRow(agreement: Agreement, prefix: string, place: string, ours: Figures, row: Row, leftOut: readonly string[] = []): void {
  for (const measure of measuresOf(row)) if (!leftOut.includes(measure)) agreement.compare(`${prefix}${measure}`, place, ours[measure], number(row[measure]));
}

function compareFigures(agreement: Agreement, both: Both, rows: readonly Row[]): void {
  for (const row of rows) {
    const asked = askedOn(both, row);
    if (asked !== undefined) compareRow(agreement, "", where(both.name, asked.day, row["who"]), figuresOn(both.ledger, asked.day, asked.since, String(row["who"])), row, ["cei.ofMonth"]);
  }
}

/** Month-ends before the book's first day are told by neither: what was open then is not in it. */
function compareTrends(agreement: Agreement, both: Both, rows: readonly Row[], spread: readonly Row[], first: number): void {
  const last = both.asked.find(({ trend }) => trend)!.day;
  const compare = (measure: string, column: string, who: string, theirs: readonly Row[]): void => {
    const byDay = new Map(theirs.map((row) => [Number(row["day"]), row]));
    for (const [day, ours] of trendTo(both.ledger, last, who, measure)) {
      agreement.compare(`trend ${column}`, where(both.name, day, who), ours, day < first ? null : number(byDay.get(day)![column]));
    }
  };
  for (const who of new Set(rows.map((row) => String(row["who"])))) {
    const theirs = rows.filter((row) => row["who"] === who);
    for (const [column, measure] of TREND_NAMES) compare(measure, column, who, theirs);
  }
  const byParent = spread.filter((row) => row["by_what"] === "parent");
  compare("topshare", "topShare 10", BOOK, byParent);
  compare("hhi", "hhi", BOOK, byParent);
}

function compareSpread(agreement: Agreement, both: Both, rows: readonly Row[]): void {
  for (const row of rows) {
    const asked = askedOn(both, row);
    const by = row["by_what"] === "parent" ? "parent" : "buyer";
    if (asked !== undefined) compareRow(agreement, `by ${by} `, where(both.name, asked.day, by), spreadOn(both.ledger, asked.day, by), row);
  }
}

function compareForward(agreement: Agreement, both: Both, rows: readonly Row[]): void {
  for (const row of rows) {
    const { day, since } = askedOn(both, row)!;
    compareRow(agreement, "forward ", where(both.name, day, row["who"]), forwardTo(both.ledger, since, day, String(row["who"])), row);
  }
}

function compareRolls(agreement: Agreement, both: Both, rows: readonly Row[]): void {
  for (const { day } of both.asked) {
    const rolls = rollsTo(both.ledger, day);
    for (const row of rows.filter((one) => one["day"] === day)) {
      const told = row["told"] === true;
      const roll = rolls?.[Number(row["k"])];
      for (const measure of ["balance", "migrated", "rate", "loss"] as const) {
        agreement.compare(`rolls ${measure}`, where(both.name, day, row["k"]), roll?.[measure] ?? null, told ? number(row[measure]) : null);
      }
    }
  }
}
