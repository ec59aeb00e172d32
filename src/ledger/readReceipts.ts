import { refuse } from "../values/answer";
import { isBlank, type Grid } from "../values/cell";
import { NO_DAY } from "../values/day";
import { toMinor } from "../values/money";
import { findHeadings, type Headings } from "./columns";
import { dayColumns } from "./dayColumn";
import { RECEIPT_FIELDS } from "./fields";
import { hashText } from "./fingerprint";
import { moneyColumns } from "./moneyColumn";
import type { Policy } from "./policy";
import { lastDoubts, UNSURE_MARK } from "./readNumber";
import { textOf } from "./cellText";
import type { Draft } from "./sweep";

/** A receipt that found its document. */
export interface Receipt {
  readonly document: number;
  readonly day: number;
  /** minor units, the sign of the document */
  readonly minor: number;
}

/**
 * Receipts by invoice number (date, amount, optionally the buyer). What pays no document of the ledger, has no date or no
 * amount is a doubt with its money and settles nothing. Refused: a sheet without these columns.
 */
export function readReceipts(grid: Grid, draft: Draft, policy: Policy): readonly Receipt[] {
  const headings = receiptHeadings(grid);
  const at = { number: headings.at("docNo"), date: headings.at("date"), amount: headings.at("amount"), buyer: headings.at("buyer") };
  const days = dayColumns(grid, headings.row, new Map([["date", at.date]]), policy).get("date")!;
  const money = moneyColumns(grid, headings.row, [at.amount], () => 1, policy, () => false)(at.amount);
  const receipts: Receipt[] = [];
  const documents = new Map<string, number>();
  const restated = new Map<number, { units: number; minor: number }>();
  for (let r = headings.row + 1; r < grid.length; r++) {
    const cells = grid[r] ?? [];
    if (cells.every(isBlank)) continue;
    const number = textOf(cells[at.number]).normalize("NFKC").trim();
    const document = number === "" ? NONE : remembered(documents, draft, number, at.buyer < 0 ? "" : textOf(cells[at.buyer]).trim());
    const currency = draft.currencies.list[document < 0 ? 0 : draft.currency[document]!];
    const units = money.read(cells[at.amount]);
    const unsure = (lastDoubts() & UNSURE_MARK) !== 0;
    const minor = document < 0 || currency === undefined || currency.rate === 1 ? toMinor(units, currency?.scale ?? 100) : restate(draft, policy, restated, document, units);
    const day = days.read(cells[at.date]);
    const doubt = Number.isNaN(units) || Number.isNaN(minor) ? "RECEIPT_AMOUNT" : document < 0 ? (document === SEVERAL ? "RECEIPT_AMBIGUOUS" : "RECEIPT_UNMATCHED") : !(day > NO_DAY) ? "RECEIPT_DATE" : undefined;
    if (doubt !== undefined) draft.issues.add(doubt, r + 1, doubt === "RECEIPT_AMOUNT" ? at.amount : doubt === "RECEIPT_DATE" ? at.date : at.number, doubt === "RECEIPT_AMOUNT" ? cells[at.amount] : number, minor, currency?.code);
    else if (unsure) draft.issues.add("RECEIPT_MARK", r + 1, at.amount, cells[at.amount], minor, currency?.code);
    if (doubt === undefined) receipts.push({ document, day, minor: draft.amount[document]! < 0 && minor > 0 ? -minor : minor });
  }
  return receipts;
}

function receiptHeadings(grid: Grid): Headings {
  const headings = findHeadings(grid, RECEIPT_FIELDS, new Map());
  const lacks = (["docNo", "date", "amount"] as const).filter((field) => (headings?.at(field) ?? -1) < 0);
  if (headings === undefined || lacks.length > 0) {
    const names = { docNo: "an invoice number (Invoice No, 发票号)", date: "a date (Payment Date, 收款日期)", amount: "an amount (Amount, 收款金额)" };
    refuse("RECEIPT_COLUMNS", { listLacks: lacks.map((field) => names[field]).join(", ") });
  }
  return headings;
}

const NONE = -1;
const SEVERAL = -2;

/** Receipts of one document in another currency: what is rounded is their sum, so that paid in full stays paid in full. */
function restate(draft: Draft, policy: Policy, restated: Map<number, { units: number; minor: number }>, document: number, units: number): number {
  const { rate } = draft.currencies.list[draft.currency[document]!]!;
  const before = restated.get(document) ?? { units: 0, minor: 0 };
  const sum = before.units + units;
  const minor = toMinor(sum * rate, draft.currencies.of(policy.currency!).scale);
  if (!Number.isNaN(minor)) restated.set(document, { units: sum, minor });
  return minor - before.minor;
}

/** Each number and buyer is looked for once: a thousand receipts of one invoice are one search. */
function remembered(documents: Map<string, number>, draft: Draft, number: string, buyer: string): number {
  const key = `${number}\u0000${buyer}`;
  let document = documents.get(key);
  if (document === undefined) documents.set(key, (document = documentFor(draft, number, buyer)));
  return document;
}

/**
 * The document with this number. Where several have it, the receipt's buyer decides; without one, several buyers are not
 * guessed between (SEVERAL). Of one buyer's, the one issued first, then due first, then the smallest takes the receipt.
 */
function documentFor(draft: Draft, number: string, buyer: string): number {
  const { index, issued, due, amount } = draft;
  const hash = hashText(number);
  const wanted = buyer === "" ? undefined : draft.buyers.find(buyer);
  let found = NONE;
  for (let at = index.first(number, hash); at >= 0; at = index.following(at, number)) {
    if (wanted !== undefined && draft.buyer[at] !== wanted) continue;
    if (found >= 0 && draft.buyer[at] !== draft.buyer[found]) return SEVERAL;
    const earlier = found < 0 ? -1 : issued[at]! - issued[found]! || due[at]! - due[found]! || amount[at]! - amount[found]!;
    if (earlier < 0) found = at;
  }
  return found === NONE && wanted !== undefined ? documentFor(draft, number, "") : found;
}
