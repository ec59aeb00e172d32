/** Reads a sheet as the add-in does, and lays what it got beside what is true. The only file here that knows the reader. */
import { dayAsked } from "../../src/ledger/dayAsked";
import type { Issue } from "../../src/ledger/issue";
import { readLedger } from "../../src/ledger/readLedger";
import type { Reading } from "../../src/ledger/reading";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import { aging } from "../../src/receivables/aging";
import { position } from "../../src/receivables/position";
import { Refusal } from "../../src/values/answer";
import { NO_CURRENCY } from "../../src/values/currency";
import type { Day } from "../../src/values/day";
import { isoText } from "./calendar";
import { plainName, type Sheet } from "./sheet";
import { AGEING, figuresOf, partsOf, type Figure, type Line, type Parts } from "./truth";

/** `refused`: the reading says that it cannot tell */
export type Verdict = "equal" | "doubted" | "silent" | "refused";

export interface Judged {
  readonly name: string;
  readonly currency: string | undefined;
  readonly truth: number | string;
  readonly read: number | string;
  readonly verdict: Verdict;
}

export interface Report {
  readonly sheet: Sheet;
  /** code of the refusal */
  readonly refused: string | undefined;
  readonly reading: Reading | undefined;
  /** columns that matter, and those taken for what they must not be; none where a refusal is honest, all missed where it is not */
  readonly expectedColumns: number;
  readonly mappedColumns: number;
  /** `dueDate: Net due date, taken: Baseline` */
  readonly strayColumns: readonly string[];
  readonly figures: readonly Judged[];
}

/** What is only passed over and added nothing: its money cannot excuse a figure that differs. */
const BENIGN = /TOTAL|NOT_A_DOCUMENT|HEADING|BLANK|GROUP|PAGE|TITLE/;
/** Says that what was paid is not known: excuses just what was paid of the rows a difference comes from. */
const NOTHING_PAID = "ALL_OPEN";

export function judge(sheet: Sheet): Report {
  const first = readOrRefusal(sheet, undefined);
  if (typeof first === "string") return { sheet, refused: first, reading: undefined, expectedColumns: sheet.refused === "never" ? sheet.columns.length : 0, mappedColumns: 0, strayColumns: [], figures: [] };
  const missed = missedColumns(sheet, first);
  const wrong = wrongColumns(sheet, first);
  const read = first.ledger.mixed ? first.ledger.currencies.map(({ code }) => readOrRefusal(sheet, code)) : [first];
  const readings = read.filter((one): one is Reading => typeof one !== "string");
  const truth = figuresOf(sheet.lines, sheet);
  const figures = [...compared(sheet, truth, readings), ...named(sheet, first), ...backdated(sheet, first)];
  const expected = sheet.columns.length;
  return { sheet, refused: undefined, reading: first, expectedColumns: expected + wrong.length, mappedColumns: expected - missed.length, strayColumns: [...missed, ...wrong], figures };
}

function readOrRefusal(sheet: Sheet, currency: string | undefined): Reading | string {
  try {
    return readLedger(sheet.grid, {
      ...(currency === undefined ? {} : { policy: { ...DEFAULT_POLICY, currency } }),
      ...(sheet.payments === undefined ? {} : { payments: sheet.payments }),
    });
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.reason.code;
    throw thrown;
  }
}

function missedColumns(sheet: Sheet, { columns }: Reading): string[] {
  const taken = (index: number): string => columns.filter((one) => one.index === index).map(({ field }) => field).join("+") || "nothing";
  return sheet.columns
    .filter(({ field, index }) => !columns.some((one) => one.index === index && field.split("|").includes(one.field)))
    .map(({ field, index, heading }) => `${heading} is ${field}, taken for ${taken(index)}`);
}

function wrongColumns(sheet: Sheet, { columns }: Reading): string[] {
  return sheet.never.filter(({ field, index }) => columns.some((one) => one.index === index && one.field === field)).map(({ field, heading }) => `${heading} is no ${field}`);
}

/** Every figure of the truth and every figure of the reading; what one of them lacks is 0. */
function compared(sheet: Sheet, truth: readonly Figure[], readings: readonly Reading[]): Judged[] {
  const read = new Map(readings.flatMap((one) => readFigures(sheet, one)).map((one) => [one.name, one] as const));
  const parts = [partsOf(sheet.lines, sheet), partsOf(readings.flatMap((one) => readLines(sheet, one)), sheet)] as const;
  read.set("documents", { name: "documents", currency: undefined, value: [...(parts[1].get("documents")?.byRow.values() ?? [])].reduce((sum, one) => sum + one, 0) });
  const wanted = new Map(truth.map((one) => [one.name, one] as const));
  return [...new Set([...wanted.keys(), ...read.keys()])].filter((name) => sheet.unasked?.test(name) !== true).map((name) => {
    const { currency } = (wanted.get(name) ?? read.get(name))!;
    const [told, got] = [wanted.get(name)?.value ?? 0, read.get(name)?.value ?? 0];
    const rows = rowsApart(parts[0].get(name), parts[1].get(name));
    const verdict = told === got ? "equal" : readings.some((one) => cannotTell(sheet, one, name)) ? "refused" : covers(sheet, readings, rows, name, currency, Math.abs(told - got)) ? "doubted" : "silent";
    return { name, currency, truth: told, read: got, verdict };
  });
}

/** Rows that add something else to a figure than they truly do. */
function rowsApart(truth: Parts | undefined, read: Parts | undefined): ReadonlySet<number> {
  const rows = [...(truth?.byRow.keys() ?? []), ...(read?.byRow.keys() ?? [])];
  return new Set(rows.filter((row) => (truth?.byRow.get(row) ?? 0) !== (read?.byRow.get(row) ?? 0)));
}

/**
 * A difference is covered when the issues of the rows it comes from, or of the sheet as a whole (its headings and what stands
 * above them included), concern at least as much money. An issue of some other row excuses nothing.
 */
function covers(sheet: Sheet, readings: readonly Reading[], rows: ReadonlySet<number>, name: string, currency: string | undefined, difference: number): boolean {
  const split = readings.length > 1; // read once for each currency, and then the other currencies' rows are left out with NO_RATE
  const speaks = ({ code }: Issue): boolean => !BENIGN.test(code) && !(split && code === "NO_RATE") && code !== NOTHING_PAID;
  const about = readings.flatMap(({ issues, headingRow }) => issues.filter((issue) => speaks(issue) && (rows.has(issue.row) || issue.row <= headingRow)));
  if (currency === undefined) return new Set(about.map(({ row }) => row)).size >= difference;
  const ours = (code: string): boolean => code === currency || code === NO_CURRENCY || currency === NO_CURRENCY;
  const money = about.reduce((sum, issue) => sum + (ours(issue.currency) ? Math.abs(issue.amount) : 0), 0);
  return money + (readings.some(({ issues }) => issues.some(({ code }) => code === NOTHING_PAID)) ? paidIn(sheet, rows, name) : 0) >= difference;
}

/** What was truly paid of these rows, where the figure is one of open balances. */
function paidIn({ lines }: Sheet, rows: ReadonlySet<number>, name: string): number {
  if (!/^(?:open|overdue|ageing)/.test(name)) return 0;
  return lines.reduce((sum, { row, settled }) => sum + (rows.has(row) ? settled.reduce((all, one) => all + Math.abs(one.minor), 0) : 0), 0);
}

/** A figure of an earlier day that the functions would refuse. */
function cannotTell({ past }: Sheet, reading: Reading, name: string): boolean {
  return past.some((day) => name.endsWith(` on ${isoText(day)}`) && refusesDay(reading, day));
}

/** The same names as the truth's figures, from the ledger, its position and its ageing. */
function readFigures(sheet: Sheet, { ledger }: Reading): Figure[] {
  const currency = sheet.unnamedCurrency ? NO_CURRENCY : ledger.currency;
  const at = position(ledger, sheet.day as Day);
  const aged = aging(at);
  const { amount } = ledger.documents;
  const figures: Figure[] = [
    { name: `open ${currency}`, currency, value: at.total },
    { name: `overdue ${currency}`, currency, value: sum(at.overdueByBuyer) },
    { name: `debits ${currency}`, currency, value: sum(amount.filter((one) => one > 0)) },
    { name: `credits ${currency}`, currency, value: sum(amount.filter((one) => one < 0)) },
    ...AGEING.map((column) => ({ name: `ageing ${currency} ${column}`, currency, value: aged.all[aged.headings.indexOf(column)]! })),
    ...sheet.past.map((day) => ({ name: `open ${currency} on ${isoText(day)}`, currency, value: position(ledger, day as Day).total })),
  ];
  for (let b = 0; b < ledger.buyers.count; b++) figures.push({ name: `open ${currency} of ${knownAs(sheet, ledger, b)}`, currency, value: at.openByBuyer[b]! });
  return figures;
}

/** The ledger's documents as lines, to see which rows a difference comes from. */
function readLines(sheet: Sheet, { ledger }: Reading): Line[] {
  const { documents, settlements } = ledger;
  const currency = sheet.unnamedCurrency ? NO_CURRENCY : ledger.currency;
  const settled = new Map<number, { day: number; minor: number }[]>();
  for (let s = 0; s < settlements.count; s++) {
    const document = settlements.document[s]!;
    settled.set(document, [...(settled.get(document) ?? []), { day: settlements.day[s]!, minor: settlements.amount[s]! }]);
  }
  return Array.from({ length: documents.count }, (_, i) => ({
    row: documents.row[i]!, buyer: knownAs(sheet, ledger, documents.buyer[i]!), number: documents.number.at(i)!, issued: documents.issued[i]!, due: documents.due[i]!,
    minor: documents.amount[i]!, currency, settled: settled.get(i) ?? [],
  }));
}

/** A buyer is the same by its id or by its name; an id that the sheet has not is another buyer. */
function knownAs(sheet: Sheet, { buyers }: Reading["ledger"], b: number): string {
  const known = buyers.id[b] !== "" ? buyers.id[b]! : plainName(buyers.name[b]!);
  return sheet.buyers.get(known) ?? known;
}

const sum = (values: Iterable<number>): number => [...values].reduce((all, one) => all + one, 0);

/** A row that is truly wrong must be named by an issue, with its money where the sheet tells it. */
function named(sheet: Sheet, { issues }: Reading): Judged[] {
  return sheet.wrong.map(({ row, minor, currency }) => {
    const here = issues.filter((issue) => issue.row === row);
    const said = here.some(({ amount }) => minor === undefined || Math.abs(amount) === Math.abs(minor));
    return { name: `issue in row ${row}`, currency, truth: minor ?? "named", read: here.map(shownIssue).join("; ") || "none", verdict: said ? "equal" : "silent" };
  });
}

/** A sheet that dates no settlement cannot answer for a day before its last document. */
function backdated(sheet: Sheet, reading: Reading): Judged[] {
  if (sheet.past.length > 0) return [];
  const day = Math.min(...sheet.lines.map(({ issued }) => issued)) + 1;
  const refused = !reading.ledger.dated && refusesDay(reading, day);
  return [{ name: "an earlier day", currency: undefined, truth: "refused", read: refused ? "refused" : "answered", verdict: refused ? "equal" : "silent" }];
}

function refusesDay(reading: Reading, day: number): boolean {
  try {
    dayAsked(reading, day as Day);
    return false;
  } catch (thrown) {
    if (thrown instanceof Refusal) return true;
    throw thrown;
  }
}

export function shownIssue({ code, row, found, amount, currency }: Issue): string {
  return `${code} row ${row} "${found}" ${amount} ${currency}`;
}
