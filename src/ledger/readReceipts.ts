import { refuse } from "../values/answer";
import { isBlank, type Grid } from "../values/cell";
import { NO_CURRENCY } from "../values/currency";
import { NO_DAY } from "../values/day";
import { toMinor } from "../values/money";
import { findHeadings, type Headings } from "./columns";
import { dayColumns } from "./dayColumn";
import { RECEIPT_FIELDS } from "./fields";
import { heldIn, type KnownCurrency } from "./currencies";
import { hashText } from "./hashText";
import { currencyWord, kindOf } from "./kinds";
import { isWrittenOff } from "./leftOut";
import { CN, WO } from "./ledger";
import { moneyColumns } from "./moneyColumn";
import type { Policy } from "./policy";
import { lastDoubts, UNSURE_MARK } from "./readNumber";
import { textOf } from "./cellText";
import { CREDIT, PAYMENT, WRITE_OFF, type Settled } from "./settlements";
import type { Draft } from "./sweep";

/**
 * Receipts by invoice number (date, amount, optionally the buyer). What pays no document of the ledger, has no date or no
 * amount is a doubt with its money and settles nothing. Refused: a sheet without these columns.
 */
export function readReceipts(grid: Grid, draft: Draft, policy: Policy): readonly Settled[] {
  const headings = receiptHeadings(grid);
  const at = { number: headings.at("docNo"), date: headings.at("date"), amount: headings.at("amount"), buyer: headings.at("buyer"), currency: headings.at("currency"), type: headings.at("type") };
  const days = dayColumns(grid, headings.row, new Map([["date", at.date]]), policy).get("date")!;
  const money = moneyColumns(grid, headings.row, [at.amount], () => 1, policy, () => false)(at.amount);
  const receipts: Settled[] = [];
  const documents = new Map<string, number>();
  const received = new Map<number, number>();
  for (let r = headings.row + 1; r < grid.length; r++) {
    const cells = grid[r] ?? [];
    if (cells.every(isBlank)) continue;
    const number = textOf(cells[at.number]).normalize("NFKC").trim();
    const document = number === "" ? NONE : remembered(documents, draft, number, at.buyer < 0 ? "" : textOf(cells[at.buyer]).trim());
    const currency = draft.currencies.list[document < 0 ? 0 : draft.currency[document]!];
    const units = money.read(cells[at.amount]);
    const unsure = (lastDoubts() & UNSURE_MARK) !== 0;
    const own = toMinor(units, currency?.scale ?? 100);
    const minor = document < 0 || currency!.rate === 1 ? own : restate(draft, currency!, received.get(document) ?? 0, own);
    const code = document < 0 ? currency?.code : currency!.held;
    const day = days.read(cells[at.date]);
    const stated = at.currency < 0 ? "" : textOf(cells[at.currency]).trim();
    const foreign = document >= 0 && stated !== "" && currencyWord(stated) !== currency!.code && currency!.code !== NO_CURRENCY;
    const doubt = Number.isNaN(units) || Number.isNaN(minor) ? "RECEIPT_AMOUNT"
      : document < 0 ? (document === SEVERAL ? "RECEIPT_AMBIGUOUS" : "RECEIPT_UNMATCHED")
      : !(day > NO_DAY) ? "RECEIPT_DATE"
      : foreign ? "RECEIPT_CURRENCY" : undefined;
    if (doubt !== undefined) draft.issues.add(doubt, r + 1, at[DOUBTED[doubt]], doubt === "RECEIPT_AMOUNT" ? cells[at.amount] : doubt === "RECEIPT_CURRENCY" ? stated : number, minor, code);
    else if (unsure) draft.issues.add("RECEIPT_MARK", r + 1, at.amount, cells[at.amount], minor, code);
    if (doubt !== undefined) continue;
    if (currency!.rate !== 1) received.set(document, (received.get(document) ?? 0) + own);
    receipts.push({ document, day, minor: draft.amount[document]! < 0 && minor > 0 ? -minor : minor, kind: at.type < 0 ? PAYMENT : settlementKind(textOf(cells[at.type])) });
  }
  return overInstalments(draft, receipts);
}

/** The column of the receipts in which each doubt stands. */
const DOUBTED = { RECEIPT_AMOUNT: "amount", RECEIPT_AMBIGUOUS: "number", RECEIPT_UNMATCHED: "number", RECEIPT_DATE: "date", RECEIPT_CURRENCY: "currency" } as const;

/** A credit note or a write-off in a list of receipts settles its invoice, but is no payment. */
function settlementKind(text: string): number {
  const kind = kindOf(text);
  return kind === CN ? CREDIT : kind === WO || isWrittenOff(text) ? WRITE_OFF : PAYMENT;
}

/**
 * An invoice of several instalments is several documents of one number: its receipts, as they come, fill the one due first
 * and then the next. What is left over stays with the last, as overpaid.
 */
function overInstalments(draft: Draft, receipts: Settled[]): Settled[] {
  const parts = new Map<number, readonly number[]>();
  for (const { document } of receipts) if (!parts.has(document)) parts.set(document, instalmentsOf(draft, document));
  if ([...parts.values()].every(({ length }) => length < 2)) return receipts;
  const left = new Map<number, number>();
  return [...receipts].sort((a, b) => a.day - b.day).flatMap((receipt) => {
    const instalments = parts.get(receipt.document)!;
    if (instalments.length < 2 || receipt.minor <= 0) return [receipt];
    let rest = receipt.minor;
    const spread: Settled[] = [];
    for (const [at, document] of instalments.entries()) {
      const open = left.get(document) ?? draft.amount[document]!;
      const minor = at === instalments.length - 1 ? rest : Math.min(rest, Math.max(0, open));
      if (minor === 0) continue;
      left.set(document, open - minor);
      rest -= minor;
      spread.push({ ...receipt, document, minor });
    }
    return spread;
  });
}

/** Debits of the same number, buyer, day of issue and currency with due dates of their own, the first due first. */
function instalmentsOf(draft: Draft, document: number): readonly number[] {
  const { index, number, buyer, issued, due, amount } = draft;
  const held = heldIn(draft, document);
  const text = number.at(document);
  const found: number[] = [];
  for (let at = index.first(text); at >= 0; at = index.following(at, text)) {
    if (buyer[at] === buyer[document] && issued[at] === issued[document] && amount[at]! > 0 && (at === document || due[at] !== due[document]) && heldIn(draft, at) === held) found.push(at);
  }
  return found.sort((a, b) => due[a]! - due[b]! || amount[a]! - amount[b]! || a - b);
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

/**
 * A receipt in a currency of one rate, after so much of the document's own money. What is rounded is the sum, from whole minor
 * units as the document's amount is: paid in full stays paid in full. Rates that change restate nothing here (`foreign.ts`).
 */
function restate({ currencies }: Draft, currency: KnownCurrency, before: number, own: number): number {
  return currencies.restated(before + own, currency, currency.rate) - currencies.restated(before, currency, currency.rate);
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
