import { issueKinds } from "../ledger/issueKinds";
import type { Issue } from "../ledger/issue";
import { issueRange } from "../ledger/issueRange";
import type { Reading } from "../ledger/reading";
import { exponentOf } from "../values/currency";
import { scaleOf } from "../values/money";
import { say } from "../values/say";
import { askFlag, type Arg } from "./ask";
import { onLedger, readingOf } from "./book";
import { rowText, shownMoney, shownText } from "./shown";
import type { Table, Told } from "./told";

const BY_KIND = ["Issue", "Rows", "Amount", "First row", "What was done"];
const BY_CELL = ["Row", "Column", "Found", "Issue", "What was done", "Amount"];

/** Most lines of detail: a spill of more would not fit a sheet of 1,048,576 rows. */
const MOST_LINES = 1_000_000;

/** AR.ISSUES: a line a kind of doubt (a currency apart from another), or with `detail` a line a doubtful cell. */
export function issuesTable(ledgerArg: Arg, detail: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const reading = readingOf(book);
    return askFlag(detail, { argument: "detail", place: 2 }) ? byCell(reading) : byKind(reading);
  });
}

function byKind(reading: Reading): Table {
  const { language } = reading.policy;
  const rows = issueKinds(reading).flatMap(({ code, rows: count, amounts, firstRow }) => {
    const [issue, done] = [say({ code: `issue.${code}` }, language), say({ code: `issue.${code}.done` }, language)];
    const moneys = amounts.length === 0 ? [0] : amounts.map(({ currency, minor }) => shownMoney(minor, scaleOf(exponentOf(currency))));
    return moneys.map((money): Told[] => [issue, count, money, rowOf(reading, code, firstRow), done]);
  });
  return [BY_KIND, ...rows];
}

function byCell(reading: Reading): Table {
  const { language } = reading.policy;
  const headings = new Map(reading.columns.map(({ index, heading }) => [index, heading]));
  const line = ({ code, row, column, found, amount, currency }: Issue): Told[] => [
    rowOf(reading, code, row),
    column < 0 ? "" : shownText(headings.get(column) ?? `column ${column + 1}`),
    shownText(found),
    say({ code: `issue.${code}` }, language),
    say({ code: `issue.${code}.done` }, language),
    shownMoney(amount, scaleOf(exponentOf(currency))),
  ];
  return [BY_CELL, ...reading.issues.slice(0, MOST_LINES).map(line)];
}

/** The sheet as a whole has no row. */
function rowOf({ joined }: Reading, code: string, row: number): number | string {
  return row === 0 ? "" : rowText(issueRange(code) === "invoices" ? joined : undefined, row);
}
