/**
 * ERPNext: Accounts Receivable and the Sales Invoice list.
 * Headings of the report (Posting Date, Party, Receivable Account, Customer Contact, Voucher Type ... Invoiced Amount, Paid Amount, Credit Note,
 * Outstanding Amount, Age (Days), 0-30 ..., Customer LPO, with Payment Term and Invoice Grand Total): the report's public source.
 * From memory: the columns of the list's export and the Chinese headings.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, type BookPlan } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, buckets, byBuyer, byDate, currencyText, days, dueDay, entriesOf, idText, instalments, issuedDay, money, nameText, numberText, openOf, statusText, text, totalRow, write,
  type Column, type Entry, type Sheet,
} from "../sheet";
import { dayFirst, grouped, isoDay, number } from "../writers";
import { drafts } from "./drafts";

const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, ids: "coded", paid: 0.3, part: 0.15, applied: 0.08, credits: 0.05, onAccount: 0.05, currencies: ["INR"],
  numbers: (kind, n) => `${kind === "UNAP" ? "ACC-PAY" : "ACC-SINV"}-2025-${String(101 + n).padStart(5, "0")}`, ...more,
});
/** A receipt or a return on its own is nothing invoiced: what it takes off stands under paid or credited. */
const invoiced = ({ amount }: Entry): number => Math.max(0, amount);
const alone = ({ doc, amount }: Entry, kind: Kind): number => (doc.kind === kind ? -amount : 0);
const paidHere = (entry: Entry): number => settledAs("payment")(entry) + alone(entry, "UNAP");
const creditedHere = (entry: Entry): number => (entry.doc.kind === "CN" ? alone(entry, "CN") : settledAs("credit")(entry));
const settledAs = (wanted: string): ((entry: Entry) => number) => ({ doc }) => doc.settled.reduce((sum, one) => ((one.kind === "credit") === (wanted === "credit") ? sum + one.minor : sum), 0);
const voucher = ({ doc }: Entry): string => (doc.kind === "UNAP" ? "Payment Entry" : "Sales Invoice");

function reportColumns(day: number, more: readonly Column[] = []): Column[] {
  return [
    days("Posting Date", "postDate", issuedDay, isoDay), text("Party", "buyerId", idText), text("Receivable Account", undefined, () => "Debtors - TC", ["buyerId", "buyerName"]),
    text("Customer Contact", undefined, () => "", ["buyerName"]), text("Customer Name", "buyerName", nameText), text("Cost Center", undefined, () => "Main - TC"),
    text("Voucher Type", "docType", voucher), text("Voucher No", "docNo", numberText), days("Due Date", "dueDate", dueDay, isoDay), ...more,
  ].concat([
    money("Invoiced Amount", "amount", invoiced, number), money("Paid Amount", "paid", paidHere, number), money("Credit Note", "credited", creditedHere, number),
    money("Outstanding Amount", "open", openOf, number), text("Age (Days)", "dpd", ({ due, doc }) => day - (due === NONE ? doc.issued : due), ["amount", "open"]),
    ...buckets(["0-30", "31-60", "61-90", "91-120", "121-Above"], [30, 60, 90, 120], day, number), text("Currency", "currency", currencyText),
    text("Customer LPO", "ref", ({ doc }) => doc.order, ["docNo"]), text("Territory", undefined, () => "India"),
    text("Customer Group", undefined, () => "Commercial", ["buyerName", "docType"]), text("Remarks", undefined, () => "No Remarks"),
  ]);
}

function report(): Sheet {
  const book = makeBook(plan(901, { documents: 90 }));
  const columns = reportColumns(book.day);
  return write({
    name: "erpnext-en-report", system: "ERPNext", language: "en", dirt: ["paid and credited", "bucket columns", "Total row"], day: book.day, unasked: /^credits/, columns,
    entries: byDate(entriesOf(book, { tells: "undated", openOnly: true })), grand: (all) => [totalRow(columns, "Total", 0, all)],
  });
}

/** A party's sums carry its name and no voucher; a blank row follows. */
function byParty(): Sheet {
  const book = makeBook(plan(902, { documents: 70 }));
  const columns = reportColumns(book.day);
  const sums = (part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, part[0]!.doc.buyer.id, 1, part);
  return write({
    name: "erpnext-en-grouped", system: "ERPNext", language: "en", dirt: ["sums that carry the buyer's id and no word", "blank rows", "bucket columns"], day: book.day, unasked: /^credits/,
    columns, entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true })), group: { by: ({ doc }) => doc.buyer.id, foot: (part) => [sums(part), []] },
    grand: (all) => [totalRow(columns, "Total", 1, all)],
  });
}

/** By payment terms: an instalment a row, the whole invoice repeated beside it. */
function paymentTerms(): Sheet {
  const book = makeBook(plan(903, { documents: 45, paid: 0, part: 0, applied: 0, credits: 0, onAccount: 0, step: 300 }));
  const whole = new Map(book.docs.map(({ number: no, minor }) => [no, minor]));
  const columns = reportColumns(book.day, [text("Payment Term", undefined, ({ due, doc }) => `${due - doc.issued} days`, ["dueDate"]),
  money("Invoice Grand Total", undefined, ({ doc }) => whole.get(doc.number)!, number, ["amount", "open"])]);
  const thirds = entriesOf(book, { tells: "undated" }).flatMap((entry, n) => (n % 3 === 0 ? instalments(entry, 3, 30) : [entry]));
  return write({
    name: "erpnext-en-terms", system: "ERPNext", language: "en", dirt: ["instalments as rows of one number", "the whole invoice beside each"], day: book.day, columns, entries: thirds,
    grand: (all) => [totalRow(columns, "Total", 0, all)],
  });
}

function list(): Sheet {
  const book = makeBook(plan(904, { documents: 90, applied: 0, onAccount: 0, currencies: ["USD", "INR"] }));
  const columns = [
    text("ID", "docNo", numberText), text("Customer", "buyerId", idText), text("Customer Name", "buyerName", nameText), days("Date", "docDate", issuedDay, dayFirst),
    days("Payment Due Date", "dueDate", dueDay, dayFirst), text("Is Return (Credit Note)", undefined, ({ amount }) => (amount < 0 ? 1 : 0), ["credited", "amount"]),
    text("Currency", "currency", currencyText),
    money("Net Total", "amountNet", ({ amount }) => Math.round(amount / 1.18), grouped, ["amount", "open"]), money("Grand Total", "amount", amountOf, grouped),
    money("Outstanding Amount", "open", openOf, grouped), text("Status", "status", statusText),
  ];
  const status = (doc: { readonly minor: number }, open: number): string => (doc.minor < 0 ? "Return" : open === 0 ? "Paid" : open < doc.minor ? "Partly Paid" : "Overdue");
  const entries = [...entriesOf(book, { tells: "undated", status }), ...drafts(905, { currencies: ["USD"], ids: "coded" }, ["Draft", "Cancelled", "Draft"])];
  return write({
    name: "erpnext-en-list", system: "ERPNext", language: "en", dirt: ["03/06/2025", "1,234.50 as text", "two currencies", "draft, cancelled", "net beside grand total"], day: book.day,
    columns, entries,
  });
}

function chinese(): Sheet {
  const book = makeBook(plan(906, { language: "zh", documents: 80, currencies: ["CNY"] }));
  const columns = [
    days("过账日期", "postDate", issuedDay, isoDay), text("往来单位", "buyerName", nameText), text("应收账款科目", "accountCode", () => "1122 - 应收账款 - HC", ["buyerId", "buyerName"]),
    text("凭证类型", "docType", ({ doc }) => (doc.kind === "UNAP" ? "收付款凭证" : "销售发票")), text("凭证编号", "docNo", numberText), days("到期日", "dueDate", dueDay, isoDay),
    money("发票金额", "amount", invoiced, number), money("已付金额", "paid", paidHere, number), money("退款金额", "credited", creditedHere, number, ["paid"]), money("未付金额", "open", openOf, number),
    text("账龄(天)", "dpd", ({ due, doc }) => book.day - (due === NONE ? doc.issued : due), ["amount"]),
    ...buckets(["0-30", "31-60", "61-90", "91-120", "121以上"], [30, 60, 90, 120], book.day, number), text("货币", "currency", currencyText), text("备注", undefined, () => "无"),
  ];
  return write({
    name: "erpnext-zh-report", system: "ERPNext", language: "zh", dirt: ["paid and credited", "bucket columns", "总计 row"], day: book.day, unasked: /^credits/, columns,
    entries: byDate(entriesOf(book, { tells: "undated", openOnly: true, buyer: "name" })), grand: (all) => [totalRow(columns, "总计", 0, all)],
  });
}

export const erpnext = (): Sheet[] => [report(), byParty(), paymentTerms(), list(), chinese()];
