import { refuse } from "../values/answer";
import { isBlank, type Grid } from "../values/cell";
import { exponentOf, isCurrency, NO_CURRENCY, type Currency } from "../values/currency";
import { NO_DAY, type Day } from "../values/day";
import { scaleOf, toMinor } from "../values/money";
import { codeOf } from "./cellCurrency";
import { findHeadings, type Headings } from "./columns";
import { dayColumns } from "./dayColumn";
import { RECEIPT_FIELDS } from "./fields";
import { heldIn } from "./currencies";
import { hashText } from "./hashText";
import { currencyWord, kindOf } from "./kinds";
import { isWrittenOff } from "./leftOut";
import { CN, WO } from "./ledger";
import { moneyColumns } from "./moneyColumn";
import { standsFor, type MoneyWord } from "./moneyWords";
import type { Policy } from "./policy";
import { lastCurrency, lastDoubts, UNSURE_MARK } from "./readNumber";
import { textOf } from "./cellText";
import { CREDIT, PAYMENT, WRITE_OFF, type Settled } from "./settlements";
import type { Draft } from "./sweep";

/**
 * Receipts by invoice number (date, amount, optionally the buyer and the currency). One in another currency than its document
 * settles what the policy's rates of its day make of it, and is a doubt; without rates it settles nothing. What pays no document
 * of the ledger, has no date or no amount is a doubt with its money and settles nothing. Refused: a sheet without these columns.
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
    const units = money.read(cells[at.amount]);
    const [word, unsure] = [lastCurrency(), (lastDoubts() & UNSURE_MARK) !== 0];
    const day = days.read(cells[at.date]) as Day;
    const stated = at.currency < 0 ? "" : textOf(cells[at.currency]).trim();
    const foreign = document < 0 ? undefined : otherCurrency(stated, word, draft.currencies.list[draft.currency[document]!]!.code, policy);
    const { minor, code, told } = worthOf(draft, document, units, day, foreign, received);
    const doubt = Number.isNaN(units) || Number.isNaN(minor) ? "RECEIPT_AMOUNT"
      : document < 0 ? (document === SEVERAL ? "RECEIPT_AMBIGUOUS" : "RECEIPT_UNMATCHED")
      : !(day > NO_DAY) ? "RECEIPT_DATE" : told;
    if (doubt !== undefined) {
      const column = doubt === told ? (stated === "" || foreign === TWO ? at.amount : at.currency) : at[DOUBTED[doubt]];
      draft.issues.add(doubt, r + 1, column, doubt === told || doubt === "RECEIPT_AMOUNT" ? cells[column] : number, minor, code);
    } else if (unsure) draft.issues.add("RECEIPT_MARK", r + 1, at.amount, cells[at.amount], minor, code);
    if (doubt !== undefined && doubt !== "RECEIPT_EXCHANGED") continue;
    receipts.push({ document, day, minor: draft.amount[document]! < 0 && minor > 0 ? -minor : minor, kind: at.type < 0 ? PAYMENT : settlementKind(textOf(cells[at.type])) });
  }
  return overInstalments(draft, receipts);
}

/** The column of the receipts in which each doubt stands. */
const DOUBTED = { RECEIPT_AMOUNT: "amount", RECEIPT_AMBIGUOUS: "number", RECEIPT_UNMATCHED: "number", RECEIPT_DATE: "date", RECEIPT_CURRENCY: "currency", RECEIPT_EXCHANGED: "currency" } as const;

/** Two currencies in one receipt: its column's and the sign's beside its amount. */
const TWO = "";

/** The currency that a receipt is in by its column or by the sign beside its amount, where that is not its document's. A document that names none is in any. */
function otherCurrency(stated: string, word: MoneyWord | undefined, code: Currency, policy: Policy): Currency | undefined {
  const named = stated === "" ? undefined : currencyWord(stated);
  if (code === NO_CURRENCY || ((named ?? code) === code && (word === undefined || standsFor(word, code)))) return undefined;
  if (named === undefined) return codeOf(word!, policy);
  return word === undefined || standsFor(word, named) ? named : TWO;
}

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

/** What a receipt comes to: minor units of `code`, and the doubt where it is in another currency than its document. */
interface Worth {
  readonly minor: number;
  readonly code: Currency | undefined;
  readonly told?: "RECEIPT_CURRENCY" | "RECEIPT_EXCHANGED";
}

/**
 * A receipt of a document's own currency comes after so much of it (`received`, by document, of its own minor units): where one
 * rate restates them, what is rounded is the sum, as the document's amount is, so that paid in full stays paid in full. Rates
 * that change restate nothing here (`foreign.ts`).
 */
function worthOf({ currencies, currency }: Draft, document: number, units: number, day: Day, foreign: Currency | undefined, received: Map<number, number>): Worth {
  const known = currencies.list[document < 0 ? 0 : currency[document]!];
  if (foreign !== undefined) {
    const exchanged = day > NO_DAY ? currencies.exchanged(units, foreign, known!, day) : undefined;
    if (exchanged !== undefined) return { minor: exchanged, code: known!.held, told: "RECEIPT_EXCHANGED" };
    const code = isCurrency(foreign) ? foreign : NO_CURRENCY;
    return { minor: toMinor(units, scaleOf(exponentOf(code))), code, told: "RECEIPT_CURRENCY" };
  }
  const own = toMinor(units, known?.scale ?? 100);
  if (document < 0 || known!.rate === 1) return { minor: own, code: known?.code };
  const before = received.get(document) ?? 0;
  const minor = currencies.restated(before + own, known!, known!.rate) - currencies.restated(before, known!, known!.rate);
  if (day > NO_DAY && !Number.isNaN(minor)) received.set(document, before + own);
  return { minor, code: known!.held };
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
