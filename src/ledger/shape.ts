import { refuse } from "../values/answer";
import { plain, type Grid } from "../values/cell";
import { cut } from "./cellShown";
import { looksLikeData, rowText, type Headings } from "./columns";
import { RECEIPT_FIELDS } from "./fields";
import { kindOf } from "./kinds";
import { PMT, UNAP } from "./ledger";
import { Matching } from "./matching";

/** Types of that many rows are looked at before a sheet is called a list of payments. */
const ROWS_SAMPLED = 200;

/** Refuses, each with a sentence of its own, a sheet that is no list of documents; and one that lacks what a ledger needs. */
export function checkShape(grid: Grid, headings: Headings): void {
  if (isTrialBalance(headings)) refuse("TRIAL_BALANCE");
  if (isAgeingSummary(headings)) refuse("AGEING_SUMMARY", { listBuckets: headings.buckets.map((column) => cut(headings.texts[column]!)).join(", ") });
  const lacks = lacking(headings);
  if (onlyPayments(grid, headings)) refuse("PAYMENTS_ONLY");
  if (lacks.length === 0) return;
  if (isReceipts(grid, headings)) refuse("PAYMENTS_ONLY");
  const known = headings.columns.map(({ heading, field }) => `${cut(heading)} (${field})`).join(", ");
  const code = looksLikeData(grid) && headings.columns.length < 3 ? "NO_HEADINGS" : "MISSING_COLUMNS";
  refuse(code, { listLacks: lacks.join(", "), row: headings.row + 1, listKnown: known, listFound: rowText(grid[headings.row] ?? []) });
}

function has(headings: Headings, ...fields: string[]): boolean {
  return fields.some((field) => headings.at(field) >= 0);
}

function lacking(headings: Headings): string[] {
  const lacks: string[] = [];
  if (!has(headings, "buyerId", "buyerName")) lacks.push("a buyer (Customer No, Customer Name, 客户)");
  if (!has(headings, "docDate", "postDate")) lacks.push("a date of issue (Invoice Date, 业务日期)");
  if (!has(headings, "amount", "open", "amountLocal") && !(has(headings, "debit") && has(headings, "credit"))) lacks.push("an amount or an open amount (Amount, Open Amount, 价税合计, 未核销金额)");
  return lacks;
}

/** Accounts with their balances: nothing that a document has. */
function isTrialBalance(headings: Headings): boolean {
  if (has(headings, "docDate", "postDate", "docNo", "dueDate")) return false;
  const balances = ["openingBalance", "closingBalance", "debit", "credit"].filter((field) => has(headings, field)).length;
  return balances >= 2 || (has(headings, "accountCode") && (balances >= 1 || has(headings, "open")));
}

/** A row a buyer with its money by age: the documents that it sums up are not there. */
function isAgeingSummary(headings: Headings): boolean {
  return headings.buckets.length >= 2 && !has(headings, "docDate", "postDate", "docNo");
}

/** What is missing for a ledger is there for a list of receipts: a day and an amount paid, and no word of an invoice's day. */
function isReceipts(grid: Grid, headings: Headings): boolean {
  const paid = has(headings, "settledDate", "paid") && !has(headings, "amount", "open", "amountLocal", "dueDate");
  if (!paid) return false;
  const receipts = Matching.of(grid, RECEIPT_FIELDS, new Map());
  return receipts !== undefined && receipts.column("date") >= 0 && receipts.column("amount") >= 0;
}

/** Every type that the sheet names is a payment. */
function onlyPayments(grid: Grid, headings: Headings): boolean {
  const column = headings.at("docType");
  if (column < 0) return false;
  const step = Math.max(1, Math.floor((grid.length - headings.row - 1) / ROWS_SAMPLED));
  let payments = 0;
  for (let r = headings.row + 1; r < grid.length; r += step) {
    const type = plain(grid[r]?.[column]);
    if (typeof type !== "string" || type.trim() === "") continue;
    const kind = kindOf(type);
    if (kind !== PMT && kind !== UNAP) return false;
    payments++;
  }
  return payments >= 3; // one or two may be all that is left of a ledger
}
