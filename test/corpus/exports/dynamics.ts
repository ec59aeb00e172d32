/**
 * Dynamics 365 Business Central and Finance.
 * Headings of the customer ledger entries: the vendor's page and its table's field names (Remaining Amount, Closed at Date, Original Amount).
 * `Amount in transaction currency debit / credit, Balance, Currency`: the vendor's documents, in English and (凭证, 交易记录币种金额, 货币) in Chinese.
 * From memory: the Chinese captions of Business Central, the workbook of the aged report.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, receiptsOf, type BookPlan } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, buckets, byBuyer, byDate, currencyText, days, dueDay, entriesOf, entryOf, idText, issuedDay, money, nameText, numberText, openOf, text, totalRow, undue, write, type Entry,
  type Sheet,
} from "../sheet";
import { chineseDay, grouped, isoDay, monthFirst, number, numberOrBlank, serialDay, slashYmd } from "../writers";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "Invoice", CN: "Credit Memo", UNAP: "Payment", PMT: "Payment", DN: "Invoice" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? " ";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, ids: "coded", paid: 0.35, part: 0.12, credits: 0.06, onAccount: 0.05,
  numbers: (kind, n) => `${kind === "INV" ? "PS-INV" : kind === "CN" ? "PS-CR" : "BANK"}${103_201 + n}`, ...more,
});

/** "Open" is yes or no, the amount is beside it. */
function entries(): Sheet {
  const book = makeBook(plan(701, { documents: 90, currencies: ["GBP", "USD"] }));
  const local = (minor: number, currency: string): number => Math.round(minor * (currency === "USD" ? 0.79 : 1));
  const columns = [
    days("Posting Date", "postDate", issuedDay, serialDay), text("Document Type", "docType", type), text("Document No.", "docNo", numberText), text("Customer No.", "buyerId", idText),
    text("Customer Name", "buyerName", nameText), text("Description", undefined, ({ doc }) => `Order ${doc.order}`), text("Currency Code", "currency", currencyText),
    money("Original Amount", "amount", amountOf, number), money("Amount (LCY)", "amountLocal", ({ amount, doc }) => local(amount, doc.currency), number, ["amount", "open"]),
    money("Remaining Amount", "open", openOf, number), money("Remaining Amt. (LCY)", undefined, ({ open, doc }) => local(open, doc.currency), number, ["open", "amount"]),
    days("Due Date", "dueDate", dueDay, serialDay), days("Pmt. Discount Date", undefined, ({ due }) => (due === NONE ? NONE : due - 7), serialDay, ["dueDate", "settledDate"]),
    text("Open", undefined, ({ open }) => (open === 0 ? "No" : "Yes"), ["open", "amount"]), text("On Hold", undefined, () => ""),
    text("Entry No.", undefined, (_, at) => 2500 + at, ["docNo"]), text("External Document No.", "ref", ({ doc }) => doc.order, ["docNo"]),
  ];
  return write({
    name: "bc-en-entries", system: "Business Central", language: "en", dirt: ["Open is yes or no", "amounts in local currency", "two currencies", "payment discount date"], day: book.day,
    columns, entries: byDate(entriesOf(book, { tells: "undated" })),
  });
}

function closed(): Sheet {
  const book = makeBook(plan(702, { documents: 80, paid: 0.55, part: 0, currencies: ["USD"] }));
  const columns = [
    text("Entry No.", undefined, (_, at) => 2500 + at, ["docNo"]), text("Customer No.", "buyerId", idText), days("Posting Date", "postDate", issuedDay, monthFirst),
    days("Document Date", "docDate", issuedDay, monthFirst), text("Document Type", "docType", type), text("Document No.", "docNo", numberText),
    days("Due Date", "dueDate", dueDay, monthFirst),
    money("Amount", "amount", amountOf, number), money("Debit Amount", undefined, ({ amount }) => Math.max(0, amount), numberOrBlank, ["open", "paid"]),
    money("Credit Amount", undefined, ({ amount }) => Math.max(0, -amount), numberOrBlank, ["open", "paid"]), money("Remaining Amount", "open", openOf, number),
    text("Open", undefined, ({ open }) => open !== 0, ["open"]), days("Closed at Date", "settledDate", ({ closed: on }) => on, monthFirst),
  ];
  const all = [...book.docs, ...receiptsOf(book)].map((doc) => entryOf(doc, book.day, { tells: "dated", currency: "XXX" }));
  return write({
    name: "bc-en-closed", system: "Business Central", language: "en",
    dirt: ["settled dates", "receipts as rows", "TRUE and FALSE under Open", "debit and credit beside the amount", "month first"], day: book.day, past: PAST, columns, entries: byDate(all),
  });
}

function chinese(): Sheet {
  const book = makeBook(plan(703, { language: "zh", documents: 80, currencies: ["CNY"] }));
  const names: Readonly<Partial<Record<Kind, string>>> = { INV: "发票", CN: "贷项凭单", UNAP: "付款" };
  const columns = [
    days("过帐日期", "postDate", issuedDay, slashYmd), text("单据类型", "docType", ({ doc }) => names[doc.kind] ?? "发票"), text("单据编号", "docNo", numberText), text("客户编号", "buyerId", idText),
    text("客户名称", "buyerName", nameText), text("说明", undefined, ({ doc }) => `订单 ${doc.order}`), text("货币代码", "currency", currencyText),
    money("原始金额", "amount", amountOf, grouped), money("金额(本币)", "amountLocal", amountOf, grouped, ["amount"]), money("剩余金额", "open", openOf, grouped),
    money("剩余金额(本币)", undefined, openOf, grouped, ["amount"]), days("到期日期", "dueDate", dueDay, slashYmd), text("未结", undefined, ({ open }) => (open === 0 ? "否" : "是"), ["open", "amount"]),
    text("分录号", undefined, (_, at) => 2500 + at, ["docNo"]),
  ];
  const all = byDate(entriesOf(book, { tells: "undated" }));
  all[12] = undue(all[12]!, { 到期日期: "月底" });
  return write({ name: "bc-zh-entries", system: "Business Central", language: "zh", dirt: ["未结 is 是 or 否", "1,234.50 as text", "wrong cells"], day: book.day, columns, entries: all });
}

function aged(): Sheet {
  const book = makeBook(plan(704, { documents: 70 }));
  const columns = [
    text("Customer No.", "buyerId", idText), text("Customer Name", "buyerName", nameText), text("Document Type", "docType", type), text("Document No.", "docNo", numberText),
    days("Posting Date", "postDate", issuedDay, isoDay), days("Due Date", "dueDate", dueDay, isoDay), money("Original Amount", "amount", amountOf, number),
    money("Balance", "open", openOf, number),
    ...buckets(["Not Due", "1 - 30 days", "31 - 60 days", "61 - 90 days", "More than 90 days"], [0, 30, 60, 90], book.day, numberOrBlank),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "bc-en-aged", system: "Business Central", language: "en", dirt: ["title rows", "Total rows", "bucket columns"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true, currency: "XXX" })),
    above: [["Aged Accounts Receivable"], ["CRONUS International Ltd."], ["Aged as of 2025-06-30, by Due Date"], []],
    group: { by: ({ doc }) => doc.buyer.id, foot: (part) => [sum(`Total for ${part[0]!.doc.buyer.name}`, part), []] }, grand: (all) => [sum("Report Total Amount Due (LCY)", all)],
  });
}

/** Debit and credit apart; the balance is what is open of the row. */
function finance(): Sheet {
  const book = makeBook(plan(705, { documents: 80, currencies: ["USD"], ids: "zeros" }));
  const columns = [
    text("Customer account", "buyerId", idText), text("Name", "buyerName", nameText), text("Voucher", undefined, ({ doc }) => `ARV-${doc.number}`, ["docNo"]),
    days("Date", "docDate", issuedDay, serialDay), text("Invoice", "docNo", numberText), text("Description", undefined, () => ""),
    money("Amount in transaction currency debit", "debit", ({ amount }) => Math.max(0, amount), numberOrBlank, ["open", "paid"]),
    money("Amount in transaction currency credit", "credit", ({ amount }) => Math.max(0, -amount), numberOrBlank, ["open", "amount", "paid", "credited"]),
    money("Balance", "open", openOf, number), text("Currency", "currency", currencyText), days("Due date", "dueDate", dueDay, serialDay),
  ];
  return write({
    name: "d365-en-open", system: "Dynamics 365 Finance", language: "en", dirt: ["debit and credit columns", "ids with leading zeros"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated" }),
  });
}

function financeChinese(): Sheet {
  const book = makeBook(plan(706, { language: "zh", documents: 70, currencies: ["CNY", "USD"], ids: "zeros" }));
  const columns = [
    text("客户帐户", "buyerId", idText), text("名称", "buyerName", nameText), text("凭证", undefined, ({ doc }) => `V${doc.number}`, ["docNo"]), days("日期", "docDate", issuedDay, chineseDay),
    days("到期日期", "dueDate", dueDay, chineseDay), text("发票", "docNo", numberText), money("交易记录币种金额", "amount", amountOf, number), money("余额", "open", openOf, number),
    text("货币", "currency", currencyText),
  ];
  return write({
    name: "d365-zh-open", system: "Dynamics 365 Finance", language: "zh", dirt: ["two currencies", "2025年6月3日", "ids with leading zeros"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true })),
  });
}

export const dynamics = (): Sheet[] => [entries(), closed(), chinese(), aged(), finance(), financeChinese()];
