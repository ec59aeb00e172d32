/**
 * Odoo: invoices, the aged report, journal items.
 * `Number, Invoice Partner Display Name, Invoice/Bill Date, Due Date, Untaxed Amount Signed, Total Signed, Currency, Payment Status`: a public
 * importer of the real list export. From memory: the aged report's workbook, the journal items, the Chinese headings.
 */
import type { Doc } from "../book";
import { makeBook, type BookPlan } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, buckets, byBuyer, currencyText, days, dueDay, entriesOf, instalments, issuedDay, money, nameText, numberText, openOf, statusText, text, write, type Entry, type Sheet,
} from "../sheet";
import { isoDay, monthFirst, number, numberOrBlank, serialDay, slashYmd } from "../writers";
import { drafts } from "./drafts";

const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, paid: 0.35, part: 0.15, credits: 0.07, currencies: ["EUR"],
  numbers: (kind, n) => `${kind === "CN" ? "RINV" : "INV"}/2025/${String(131 + n).padStart(5, "0")}`, ...more,
});
const paidWord = (entry: Entry, words: readonly [string, string, string]): string => words[entry.open === 0 ? 0 : entry.open === entry.amount ? 2 : 1];

/** What is signed is in the company's currency, which no column names: whether the reading calls it euro or nothing, it is right. */
function invoices(): Sheet {
  const book = makeBook(plan(801, { documents: 90 }));
  const columns = [
    text("Number", "docNo", numberText), text("Invoice Partner Display Name", "buyerName", nameText), days("Invoice/Bill Date", "docDate", issuedDay, serialDay),
    days("Due Date", "dueDate", dueDay, serialDay), text("Activities", undefined, () => ""), text("Origin", "ref", ({ doc }) => doc.order, ["docNo"]),
    money("Untaxed Amount Signed", "amountNet", ({ amount }) => Math.round(amount / 1.21), number, ["amount", "open"]),
    money("Tax Signed", "tax", ({ amount }) => amount - Math.round(amount / 1.21), number, ["amount"]), money("Total Signed", "amount|amountLocal", amountOf, number),
    money("Amount Due Signed", "open|openLocal", openOf, number), text("Currency", "currency", currencyText),
    text("Payment Status", undefined, (entry) => paidWord(entry, ["Paid", "Partially Paid", "Not Paid"])), text("Status", "status", statusText),
  ];
  const entries = [...entriesOf(book, { tells: "undated", buyer: "name", currency: "XXX", status: () => "Posted" }), ...drafts(802, { currencies: ["EUR"] }, ["Draft", "Draft", "Cancelled"], { Number: "/" })];
  return write({
    name: "odoo-en-invoices", system: "Odoo", language: "en", dirt: ["untaxed amounts beside the total", "drafts numbered /", "cancelled", "payment status beside status"], day: book.day,
    columns, entries,
  });
}

/** A partner's row carries its sums; the lines below it have no due date. */
function agedReport(): Sheet {
  const book = makeBook(plan(803, { documents: 70 }));
  const columns = [
    text("", undefined, numberText), days("Invoice Date", "docDate", issuedDay, monthFirst), text("Currency", "currency", currencyText),
    text("Account", undefined, () => "121000 Account Receivable", ["buyerId", "buyerName"]),
    ...buckets(["At Date", "1-30", "31-60", "61-90", "91-120", "Older"], [0, 30, 60, 90, 120], book.day, numberOrBlank), money("Total", "open|amount", openOf, number),
  ];
  const sums = (label: string, part: readonly Entry[]): Sheet["grid"][number] => columns.map(({ total }, c) => (c === 0 ? label : (total?.(part) ?? null)));
  return write({
    name: "odoo-en-aged", system: "Odoo", language: "en", dirt: ["title rows", "buyer in group rows that carry sums", "no due date", "numbers under no heading"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "open", openOnly: true, buyer: "name", due: () => NONE })), refused: "may",
    above: [["Aged Receivable"], ["As of 06/30/2025"], []], group: { by: ({ doc }) => doc.buyer.name, head: (part) => [sums(part[0]!.doc.buyer.name, part)] },
    grand: (all) => [sums("Total Aged Receivable", all)],
  });
}

/** Both sides and what is left of each line; a matching number ties invoice and receipt. */
function journalItems(): Sheet {
  const book = makeBook(plan(804, { documents: 80, onAccount: 0.05 }));
  const columns = [
    days("Date", "docDate", issuedDay, isoDay), text("Journal Entry", "docNo", numberText), text("Account", undefined, () => "121000 Account Receivable", ["buyerId", "buyerName"]),
    text("Partner", "buyerName", nameText), text("Label", undefined, ({ doc }) => doc.order), days("Due Date", "dueDate", dueDay, isoDay),
    money("Debit", "debit", ({ amount }) => Math.max(0, amount), number), money("Credit", "credit", ({ amount }) => Math.max(0, -amount), number),
    money("Residual Amount", "open", openOf, number), text("Matching", undefined, ({ open, doc }) => (open === 0 ? `A${doc.number.slice(-5)}` : ""), ["docNo"]),
  ];
  return write({
    name: "odoo-en-items", system: "Odoo", language: "en", dirt: ["debit and credit columns", "Account is no buyer"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated", buyer: "name", currency: "XXX" }),
  });
}

/** Payment terms make one line an instalment. */
function byTerms(): Sheet {
  const book = makeBook(plan(805, { documents: 40, part: 0, paid: 0, credits: 0, step: 200 }));
  const halves = entriesOf(book, { tells: "open", buyer: "name" }).flatMap((entry, n) => (n % 3 === 0 ? instalments(entry, 2, 30) : [entry]));
  const columns = [
    text("Partner", "buyerName", nameText), text("Invoice Number", "docNo", numberText), days("Invoice Date", "docDate", issuedDay, serialDay),
    days("Due Date", "dueDate", dueDay, serialDay), money("Amount Residual", "open", openOf, number), text("Currency", "currency", currencyText),
  ];
  return write({ name: "odoo-en-instalments", system: "Odoo", language: "en", dirt: ["instalments as rows of one number"], day: book.day, columns, entries: halves });
}

function chinese(): Sheet {
  const book = makeBook(plan(806, { language: "zh", documents: 80, currencies: ["CNY"] }));
  const columns = [
    text("编号", "docNo", numberText), text("业务伙伴", "buyerName", nameText), days("开票日期", "docDate", issuedDay, slashYmd), days("到期日期", "dueDate", dueDay, slashYmd),
    text("源单据", "ref", ({ doc }) => doc.order, ["docNo"]), money("未税金额", "amountNet", ({ amount }) => Math.round(amount / 1.13), number, ["amount"]), money("总计", "amount", amountOf, number),
    money("到期金额", "open", openOf, number),
    text("币种", "currency", currencyText), text("付款状态", undefined, (entry) => paidWord(entry, ["已支付", "部分支付", "未支付"])), text("状态", "status", statusText),
  ];
  const entries = [...entriesOf(book, { tells: "undated", buyer: "name", status: () => "已过账" }), ...drafts(807, { currencies: ["CNY"], language: "zh" }, ["草稿", "草稿", "已取消"], { 编号: "/" })];
  return write({
    name: "odoo-zh-invoices", system: "Odoo", language: "zh", dirt: ["总计 is a heading", "drafts and cancelled", "payment status beside status"], day: book.day, columns,
    entries: shuffledBySeed(entries, book.docs),
  });
}

/** Drafts between the others, not at the end. */
function shuffledBySeed(entries: readonly Entry[], docs: readonly Doc[]): Entry[] {
  return entries.map((entry, n) => ({ entry, place: (n * 37) % (docs.length + 7) })).sort((a, b) => a.place - b.place).map(({ entry }) => entry);
}

export const odoo = (): Sheet[] => [invoices(), agedReport(), journalItems(), byTerms(), chinese()];
