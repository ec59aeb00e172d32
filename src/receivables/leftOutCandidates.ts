import { foldedText } from "../ledger/buyerList";
import type { Issue } from "../ledger/issue";
import type { Ledger } from "../ledger/ledger";
import { ratesOn } from "../ledger/rates";
import type { Reading } from "../ledger/reading";
import { NOBODY, rowsKept } from "../ledger/wholeSheet";
import { exponentOf, NO_CURRENCY } from "../values/currency";
import { scaleOf, toMinor } from "../values/money";
import type { Candidate, Cause } from "./causes";
import { unitsOf } from "./ownMoney";
import { position, type Position } from "./position";

/** Why rows are left out of the ledger, by the doubt that says so. */
const LEFT_OUT: ReadonlyMap<string, Cause> = new Map<string, Cause>([
  ["NO_BUYER", "NO_BUYER"], ["NO_RATE", "NO_RATE"], ["NOT_POSTED", "NOT_POSTED"],
  ["NO_ISSUE_DATE", "UNREADABLE"], ["BAD_ISSUE_DATE", "UNREADABLE"], ["DATE_OUTSIDE", "UNREADABLE"], ["BAD_AMOUNT", "UNREADABLE"], ["NO_AMOUNT", "UNREADABLE"], ["TOO_LARGE", "UNREADABLE"], ["ERROR_CELL", "UNREADABLE"],
]);

/** Receipts of their own sheet that settle nothing here. */
const UNMATCHED: ReadonlySet<string> = new Set(["RECEIPT_UNMATCHED", "RECEIPT_AMBIGUOUS", "RECEIPT_DATE"]);

/** A row that was left out, as it stands in the sheet: open at the day, in its own currency counted one to one. */
interface Row {
  readonly issue: Issue;
  readonly cause: Cause;
  readonly buyer: number;
  readonly who: string;
  readonly currency: string;
  readonly units: number;
  readonly number: string;
}

/**
 * Rows that the ledger was read without and that the control may have. With the whole sheet at hand they are what is open of
 * them at the day, with buyer and number; else the money of their issue. The money of both is known or they are no candidates.
 */
export function leftOutCandidates(at: Position, reading: Reading, whole: Ledger | undefined): Candidate[] {
  const first = at.ledger.documents.count;
  const rows = rowsOf(at, reading, whole);
  const found = rows.flatMap((row) => waysOf(row, reading, at).map(({ part, effect }): Candidate => ({
    cause: row.cause, buyer: row.buyer, who: row.who, effect, stated: effect, oneToOne: row.units, currency: row.currency, days: 0, part, subject: first + row.issue.row, alone: false, row: row.issue.row, number: row.number, documents: 1,
  })));
  const lastRow = rows.reduce((most, { issue }) => Math.max(most, issue.row), 0);
  const receipts = reading.issues.filter(({ code, amount }) => UNMATCHED.has(code) && amount !== 0);
  const unmatched = receipts.map((issue, k): Candidate => {
    const effect = -closing(at, issue);
    return { cause: "UNMATCHED_RECEIPT", buyer: -1, who: "", effect, stated: effect, oneToOne: -issue.amount, currency: at.ledger.currency, days: 0, part: "", subject: first + lastRow + 1 + k, alone: false, row: issue.row, number: issue.found, documents: 1 };
  });
  return [...found.filter(({ effect }) => effect !== 0), ...unmatched];
}

/** The money of a doubt at the closing rate, where it is in a currency that the ledger keeps. */
function closing({ ledger, day }: Position, { amount, currency }: Issue): number {
  const place = ledger.currencies.findIndex(({ code }) => code === currency);
  return place < 0 ? amount : (ledger.foreign?.restated(amount, place, day) ?? amount);
}

/** What a row adds in the ledger's minor units: at the rate there is; without one, one to one, or at any rate the policy knows. */
function waysOf(row: Row, { policy }: Reading, { ledger: { currency, exponent }, day }: Position): { part: string; effect: number }[] {
  const scale = scaleOf(exponent);
  const rates = ratesOn(policy, day);
  const at = (rate: number): number => toMinor((row.units / scale) * rate, scale);
  if (row.cause !== "NO_RATE") {
    const rate = row.currency === currency || row.currency === "" || policy.currency === undefined ? 1 : (rates.get(row.currency) ?? NaN);
    const part = row.cause === "NOT_POSTED" ? foldedText(row.issue.found) : row.issue.code;
    return Number.isNaN(rate) ? [] : [{ part, effect: at(rate) }];
  }
  const known = [...rates].filter(([code]) => row.currency === NO_CURRENCY || row.currency === code).map(([code, rate]) => ({ part: code, effect: at(rate) }));
  return [{ part: currency, effect: row.units }, ...known];
}

function rowsOf(at: Position, reading: Reading, whole: Ledger | undefined): Row[] {
  const issues = new Map<number, Issue>();
  for (const issue of reading.issues) if (LEFT_OUT.has(issue.code) && issue.row > 0 && !issues.has(issue.row)) issues.set(issue.row, issue);
  if (issues.size === 0) return [];
  const isKept = rowsKept(at.ledger);
  for (const row of issues.keys()) if (isKept(row)) issues.delete(row);
  const rows = whole === undefined ? [] : rowsRead(at, whole, issues);
  for (const { issue } of rows) issues.delete(issue.row);
  const scale = scaleOf(at.ledger.exponent);
  const known = [...issues.values()].filter(({ amount }) => amount !== 0).map((issue): Row => {
    const isOwn = issue.code === "NO_RATE" || (issue.currency !== at.ledger.currency && issue.currency !== NO_CURRENCY); // others state their money as restated
    const own = scaleOf(exponentOf(issue.currency));
    const units = isOwn && own !== scale ? toMinor(issue.amount / own, scale) : issue.amount;
    return { issue, cause: LEFT_OUT.get(issue.code)!, buyer: -1, who: "", currency: isOwn ? issue.currency : at.ledger.currency, units, number: "" };
  });
  return [...rows.filter(({ units }) => units !== 0), ...known];
}

function rowsRead(at: Position, whole: Ledger, issues: ReadonlyMap<number, Issue>): Row[] {
  const { documents, buyers, currencies } = whole;
  const { open } = position(whole, at.day);
  const buyerOf = buyersShared(at.ledger, whole);
  const rows: Row[] = [];
  for (let i = 0; i < documents.count; i++) {
    const issue = issues.get(documents.row[i]!);
    if (issue === undefined) continue;
    const b = documents.buyer[i]!;
    const name = buyers.id[b] || buyers.name[b]!;
    const currency = currencies[documents.currency[i]!]?.code ?? NO_CURRENCY;
    const stated = currency === NO_CURRENCY && issue.code !== "NO_RATE" ? at.ledger.currency : currency;
    rows.push({
      issue, cause: LEFT_OUT.get(issue.code)!, buyer: buyerOf[b]!, who: buyerOf[b]! >= 0 || name === NOBODY ? "" : name, currency: stated,
      units: unitsOf(whole, i, open[i]!, scaleOf(at.ledger.exponent)), number: documents.number.at(i)!,
    });
  }
  return rows;
}

/** Place in the ledger of each buyer of the whole sheet, -1 for those it lacks. */
function buyersShared({ buyers }: Ledger, whole: Ledger): Int32Array {
  const key = (id: string, name: string): string => (id === "" ? `\u0000${foldedText(name)}` : id);
  const places = new Map(Array.from({ length: buyers.count }, (_, b) => [key(buyers.id[b]!, buyers.name[b]!), b] as const));
  return Int32Array.from({ length: whole.buyers.count }, (_, b) => places.get(key(whole.buyers.id[b]!, whole.buyers.name[b]!)) ?? -1);
}
