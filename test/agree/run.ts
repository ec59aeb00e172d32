/**
 * Every receivables measure by us and by DuckDB over the same rows: 200 made books (or as many as the first argument says) and the
 * real ledgers, on five days each. Prints a line a measure; fails on the first disagreement it has to print.
 */
import { hasData } from "../support/data";
import { Agreement, compareMade, compareReal } from "./agreement";
import { connect } from "./duck";
import { REAL_BOOKS } from "./real";

const BOOKS = 200, AT_ONCE = 20, MOST_SHOWN = 60;

async function main(): Promise<void> {
  const books = Number(process.argv[2] ?? BOOKS);
  const agreement = new Agreement();
  const connection = await connect();
  for (let first = 1; first <= books; first += AT_ONCE) await compareMade(agreement, connection, Array.from({ length: Math.min(AT_ONCE, books - first + 1) }, (_, k) => first + k));
  for (const book of REAL_BOOKS) {
    if (hasData(book.file)) await compareReal(agreement, connection, book);
    else console.log(`skipped, its file is not here: ${book.file}`);
  }
  connection.closeSync();
  console.log(`${books} made books and ${REAL_BOOKS.filter(({ file }) => hasData(file)).length} real ones, five days each; money in minor units\n${agreement.table()}`);
  const { disagreements } = agreement;
  console.log(disagreements.length === 0 ? "\nNo disagreement" : `\n${disagreements.length} disagreements\n  ${disagreements.slice(0, MOST_SHOWN).join("\n  ")}`);
  process.exitCode = disagreements.length === 0 ? 0 : 1;
}

void main();
