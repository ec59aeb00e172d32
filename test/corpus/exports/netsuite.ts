/**
 * NetSuite: A/R ageing detail and saved searches.
 * Headings of the ageing detail (Customer, Transaction Type, Date, Document Number, P.O. No., Due Date, Age, Open Balance; a customer's row,
 * its transactions, a Total row): a public parser of the real export. `Amount Remaining`, `Date Closed`, `Amount (Foreign Currency)`: names of
 * saved search columns in public documents. From memory: `Invoice : Open` and its kin, the Chinese headings.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, scaleOf, type BookPlan } from "../book";
import { Chance } from "../chance";
import {
  amountOf, byBuyer, currencyText, days, dropped, dueDay, entriesOf, issuedDay, lateDays, money, nameText, numberText, openOf, statusText, text, totalRow, write, type Entry, type Sheet,
} from "../sheet";
import { grouped, isoStamp, monthFirst, number, serialDay, slashYmd, yuan } from "../writers";
import { drafts } from "./drafts";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "Invoice", CN: "Credit Memo", UNAP: "Payment", PRE: "Customer Deposit", DN: "Invoice" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? "Journal";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, ids: "coded", paid: 0.35, part: 0.12, credits: 0.06, onAccount: 0.05, prepaid: 0.02, numbers: (kind, n) => `${kind === "INV" ? "INV" : kind === "CN" ? "CM" : "PYMT"}${2041 + n}`, ...more,
});

function agingDetail(): Sheet {
  const book = makeBook(plan(301, { documents: 90 }));
  const columns = [
    text("Customer", "buyerName", () => null), text("Transaction Type", "docType", type), days("Date", "docDate", issuedDay, serialDay), text("Document Number", "docNo", numberText),
    text("P.O. No.", "ref", ({ doc }) => doc.order, ["docNo"]), days("Due Date", "dueDate", dueDay, serialDay), text("Age", "dpd", lateDays(book.day), ["amount", "open"]),
    money("Open Balance", "open", openOf, number),
  ];
  const total = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "netsuite-en-aging", system: "NetSuite", language: "en", dirt: ["title rows", "buyer in group rows", "Total - rows"], day: book.day, columns,
    above: [["Parent Company : Honeycomb Mfg"], ["A/R Aging Detail"], ["As of June 30, 2025"], [null], ["Options: Show Zeros"], [null]],
    entries: byBuyer(entriesOf(book, { tells: "open", openOnly: true, buyer: "name", currency: "XXX" })),
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [total(`Total - ${part[0]!.doc.buyer.name}`, part)] },
    grand: (all) => [total("Total", all)],
  });
}

/** Amounts in the base currency beside those the buyer owes. */
function foreign(): Sheet {
  const book = makeBook(plan(302, { currencies: ["USD", "GBP", "EUR"], part: 0, documents: 80 }));
  const rate: Readonly<Record<string, number>> = { USD: 1, GBP: 1.27, EUR: 1.08 };
  const base = (minor: number, currency: string): number => Math.round(minor * rate[currency]!);
  const key = ({ doc }: Pick<Entry, "doc">): string => `${doc.buyer.id} ${doc.buyer.name}`;
  const columns = [
    text("Internal ID", undefined, (_, at) => 880_000 + at, ["docNo", "buyerId", "amount"]), days("Date", "docDate", issuedDay, monthFirst), text("Type", "docType", type),
    text("Document Number", "docNo", numberText), text("Name", "buyerName", key),
    text("Currency", "currency", currencyText), text("Exchange Rate", undefined, ({ doc }) => rate[doc.currency]!, ["amount", "open"]),
    money("Amount", "amountLocal", ({ amount, doc }) => base(amount, doc.currency), number, ["amount"]),
    money("Amount (Foreign Currency)", "amount", amountOf, number), money("Amount Remaining (Foreign Currency)", "open", openOf, number),
    days("Due Date/Receive By", "dueDate", dueDay, monthFirst), text("Status", "status", statusText),
  ];
  const status = (one: { readonly kind: Kind }, open: number): string => `${TYPES[one.kind] ?? "Journal"} : ${open === 0 ? "Paid In Full" : "Open"}`;
  const entries = [...entriesOf(book, { tells: "undated", buyer: "name", key: (doc) => key({ doc }), status }), ...drafts(303, { currencies: ["USD"], ids: "coded" }, ["Invoice : Pending Approval", "Invoice : Voided", "Invoice : Rejected"])];
  return write({
    name: "netsuite-en-foreign", system: "NetSuite", language: "en", dirt: ["base and foreign amounts", "three currencies", "id and name in one cell", "pending, voided, rejected"],
    day: book.day, columns, entries: new Chance(7).shuffled(entries),
  });
}

function dated(): Sheet {
  const book = makeBook(plan(304, { paid: 0.6, part: 0, documents: 80 }));
  const columns = [
    text("*", undefined, () => "*"), days("Date", "docDate", issuedDay, isoStamp), text("Document Number", "docNo", numberText), text("Name", "buyerName", nameText),
    text("Type", "docType", type), text("Memo", undefined, ({ doc }) => `Order ${doc.order}`),
    days("Due Date", "dueDate", dueDay, isoStamp), days("Date Closed", "settledDate", ({ closed }) => closed, isoStamp), money("Amount", "amount", amountOf, grouped),
    money("Amount Remaining", "open", openOf, grouped), text("Currency", "currency", currencyText),
  ];
  return write({
    name: "netsuite-en-closed", system: "NetSuite", language: "en", dirt: ["settled dates", "2025-06-03T00:00:00", "1,234.50 as text", "notes"], day: book.day, past: PAST, columns,
    entries: entriesOf(book, { tells: "dated", buyer: "name" }),
  });
}

function chinese(): Sheet {
  const book = makeBook(plan(305, { language: "zh", currencies: ["CNY"], documents: 60 }));
  const names: Readonly<Partial<Record<Kind, string>>> = { INV: "发票", CN: "贷项通知单", UNAP: "付款", PRE: "客户押金" };
  const columns = [
    text("客户", "buyerName", () => null), text("交易类型", "docType", ({ doc }) => names[doc.kind] ?? "发票"), days("日期", "docDate", issuedDay, slashYmd), text("文档编号", "docNo", numberText),
    text("采购订单编号", "ref", ({ doc }) => doc.order, ["docNo"]),
    days("到期日期", "dueDate", dueDay, slashYmd), text("账龄", "dpd", lateDays(book.day), ["amount", "open"]), money("未结余额", "open", openOf, yuan),
  ];
  const total = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  const entries = byBuyer(entriesOf(book, { tells: "open", openOnly: true, buyer: "name", currency: "XXX" }));
  entries[4] = dropped(entries[4]!, { 日期: "n/a" }, entries[4]!.amount);
  return write({
    name: "netsuite-zh-aging", system: "NetSuite", language: "zh", dirt: ["title rows", "buyer in group rows", "总计 rows", "¥1,234.50", "wrong cells"], day: book.day, columns, entries,
    above: [["母公司 : 海川制造"], ["应收账款账龄明细"], ["截至 2025-06-30"], [null]],
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [total(`总计 - ${part[0]!.doc.buyer.name}`, part)] }, grand: (all) => [total("总计", all)],
  });
}

/** A saved search with two due columns of the same name and a hidden total. */
function doubled(): Sheet {
  const book = makeBook(plan(306, { documents: 50, noDue: 0.1 }));
  const columns = [
    text("Name", "buyerName", nameText), text("Name", undefined, ({ doc }) => doc.buyer.id, ["docNo"]), text("Document Number", "docNo", numberText),
    days("Date", "docDate", issuedDay, serialDay), days("Due Date", "dueDate", dueDay, serialDay),
    money("Amount", "amount", amountOf, number), money("Amount Paid", "paid", (entry) => entry.amount - entry.open, number), money("Amount Remaining", "open", openOf, number),
    text("Maximum of Amount", undefined, ({ amount, doc }) => amount / scaleOf(doc.currency), ["amount", "open", "paid"]),
    text("Overall Total", undefined, () => 1_234_567.89, ["amount", "open"]), text("Days Open", undefined, ({ doc }) => book.day - doc.issued, ["amount", "open"]),
  ];
  const entries = entriesOf(book, { tells: "undated", buyer: "name", currency: "XXX" });
  return write({
    name: "netsuite-en-doubled", system: "NetSuite", language: "en", refused: "may", dirt: ["duplicate headings", "a total in every row", "paid and open", "no due date in places"], day: book.day,
    columns, entries,
  });
}

export const netsuite = (): Sheet[] => [agingDetail(), foreign(), dated(), chinese(), doubled()];
