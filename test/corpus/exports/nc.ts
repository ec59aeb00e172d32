/**
 * 用友 NC and its successors: receivable bills, write-offs, provisional bills.
 * 原币余额, 组织本币, 生效状态, 单据状态 (-99 暂存, 1 保存, 2 审核), 暂估应收单 and 回冲应收单: the vendor's interface document and public code.
 * From memory: the order of the columns and the titles.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, type BookPlan } from "../book";
import { endOfMonth } from "../calendar";
import { Chance } from "../chance";
import {
  amountOf, byBuyer, byDate, currencyText, days, dropped, dueDay, entriesOf, entryOf, idText, issuedDay, lateDays, money, nameText, noReceivable, numberText, openOf, paidOf, statusText,
  text, totalRow, under, write, type Entry, type Sheet,
} from "../sheet";
import { dashed, inUnits, isoDay, number, serialDay, stamp } from "../writers";
import { drafts } from "./drafts";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "应收单", CN: "红字应收单", UNAP: "收款单", PRE: "预收款单" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? "应收单";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, language: "zh", paid: 0.3, part: 0.12, credits: 0.05, onAccount: 0.05, currencies: ["CNY"],
  numbers: (kind, n) => `${kind === "UNAP" ? "F2" : "F0"}202506${String(1200 + n).padStart(8, "0")}`, ...more,
});

function bills(): Sheet {
  const book = makeBook(plan(1101, { documents: 90, currencies: ["CNY", "USD", "EUR"] }));
  const columns = [
    text("财务组织", undefined, () => "海川制造有限公司", ["buyerName"]), text("单据号", "docNo", numberText), days("单据日期", "docDate", issuedDay, stamp), text("交易类型", "docType", type),
    text("客户编码", "buyerId", idText), text("客户", "buyerName", nameText), text("币种", "currency", currencyText),
    money("原币金额", "amount", amountOf, number), money("组织本币金额", "amountLocal", ({ amount }) => amount * 7, number, ["amount"]), money("原币余额", "open", openOf, number),
    money("组织本币余额", undefined, ({ open }) => open * 7, number, ["open", "amount"]), days("到期日", "dueDate", dueDay, stamp), text("单据状态", "status", statusText),
    text("生效状态", undefined, () => "已生效"), text("制单人", undefined, () => "张会计", ["buyerName"]), days("制单日期", "createDate", issuedDay, stamp, ["docDate", "dueDate"]),
  ];
  const entries = [...entriesOf(book, { tells: "undated", status: () => "审批通过" }), ...drafts(1102, { currencies: ["CNY"], language: "zh" }, ["保存", "审批中", "作废", "暂存"])];
  return write({
    name: "nc-bills", system: "用友 NC", language: "zh", dirt: ["three currencies", "原币 and 组织本币", "保存, 审批中, 作废, 暂存", "2025-06-03 00:00:00", "制单日期"], day: book.day, columns,
    entries: new Chance(5).shuffled(entries),
  });
}

function twoRows(): Sheet {
  const book = makeBook(plan(1103, { documents: 70, currencies: ["CNY", "USD"] }));
  const columns = [
    text("客户", "buyerName", nameText), text("单据号", "docNo", numberText), days("单据日期", "docDate", issuedDay, isoDay), days("到期日", "dueDate", dueDay, isoDay), text("币种", "currency", currencyText),
    under("应收", money("原币", "amount", amountOf, number)), under("应收", money("本币", "amountLocal", ({ amount, doc }) => amount * (doc.currency === "USD" ? 7 : 1), number, ["amount", "open"])),
    under("余额", money("原币", "open", openOf, number, ["amount"])), under("余额", money("本币", undefined, ({ open, doc }) => open * (doc.currency === "USD" ? 7 : 1), number, ["amount", "open"])),
  ];
  return write({
    name: "nc-two-rows", system: "用友 NC", language: "zh", dirt: ["two rows of headings", "two currencies", "原币 and 本币"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true, buyer: "name" })),
  });
}

/** Each bill with the day it was written off in full. */
function writtenOff(): Sheet {
  const book = makeBook(plan(1104, { documents: 80, paid: 0.55, part: 0, onAccount: 0 }));
  const columns = [
    text("客户编码", "buyerId", idText), text("客户名称", "buyerName", nameText), text("单据类型", "docType", type), text("单据号", "docNo", numberText), days("单据日期", "docDate", issuedDay, serialDay),
    days("到期日", "dueDate", dueDay, serialDay), money("原币金额", "amount", amountOf, dashed), money("已核销金额", "paid", paidOf, dashed), money("未核销金额", "open", openOf, dashed),
    days("核销日期", "settledDate", ({ closed }) => closed, serialDay), text("币种", "currency", currencyText),
  ];
  return write({
    name: "nc-written-off", system: "用友 NC", language: "zh", dirt: ["settled dates", "- for nothing", "1,234.50 as text"], day: book.day, past: PAST, columns,
    entries: byDate(entriesOf(book, { tells: "dated" })),
  });
}

/** Goods gone out are provisional receivables; the invoice reverses them and takes their place: together they are the invoice. */
function provisional(): Sheet {
  const book = makeBook(plan(1105, { documents: 50, paid: 0, part: 0, credits: 0, onAccount: 0 }));
  const columns = [
    text("单据号", "docNo", numberText), text("单据类型", "docType", statusText), days("单据日期", "docDate", issuedDay, isoDay), text("客户", "buyerName", nameText),
    days("到期日", "dueDate", dueDay, isoDay), money("原币金额", "amount", amountOf, number), money("原币余额", "open", openOf, number), text("币种", "currency", currencyText),
  ];
  const entries = entriesOf(book, { tells: "undated", buyer: "name", status: () => "应收单" }).flatMap((entry, n) => {
    if (n % 4 !== 0) return [entry];
    const doc = { ...entry.doc, number: `ZG${entry.doc.number.slice(2)}`, issued: entry.doc.issued - 12 };
    const gone = entryOf(doc, book.day, { tells: "undated", buyer: "name", status: () => "暂估应收单" });
    const back = entryOf({ ...doc, number: `HC${doc.number.slice(2)}`, minor: -doc.minor, issued: entry.doc.issued }, book.day, { tells: "undated", buyer: "name", status: () => "回冲应收单" });
    return [{ ...gone, open: 0, line: undefined }, { ...back, open: 0, line: undefined }, entry];
  });
  return write({ name: "nc-provisional", system: "用友 NC", language: "zh", dirt: ["暂估 and 回冲 rows"], day: book.day, columns, entries });
}

/** 月结: the month's statement, then so many days. */
function monthly(): Sheet {
  const book = makeBook(plan(1106, { documents: 60, credits: 0, onAccount: 0, step: 1000 }));
  const columns = [
    text("客商", "buyerName", nameText), text("发票号", "docNo", numberText), days("开票日期", "docDate", issuedDay, isoDay),
    text("收款条件", "terms", ({ doc }) => (doc.terms === 0 ? "货到付款" : `月结${doc.terms}天`)), text("超期天数", "dpd", lateDays(book.day), ["amount"]),
    money("应收金额(千元)", "amount", amountOf, inUnits(1000)), money("未收金额(千元)", "open", openOf, inUnits(1000)),
  ];
  const due = ({ terms, issued }: { readonly terms: number; readonly issued: number }): number => (terms === 0 ? issued : endOfMonth(issued) + terms);
  const entries = entriesOf(book, { tells: "undated", openOnly: true, buyer: "name", currency: "XXX", due });
  entries[3] = dropped(entries[3]!, { "应收金额(千元)": "待核对", "未收金额(千元)": "待核对" }, undefined);
  return write({
    name: "nc-monthly", system: "用友 NC", language: "zh", dirt: ["月结30天 in place of due dates", "千元 in the headings", "wrong cells", "小计"], day: book.day, columns, entries: byBuyer(entries),
    group: { by: ({ doc }) => doc.buyer.name, foot: (part) => [totalRow(columns, "小计", 0, part)] },
  });
}

/** Cancelled bills that keep their money; a write-off column of zeros and dashes. */
function cancelled(): Sheet {
  const book = makeBook(plan(1107, { documents: 60, writtenOff: 0.1 }));
  const columns = [
    text("往来单位编码", "buyerId", idText), text("往来单位", "buyerName", nameText), text("单据编号", "docNo", numberText), days("记账日期", "postDate", issuedDay, isoDay),
    days("收款到期日", "dueDate", dueDay, isoDay), money("金额", "amount", amountOf, number), money("回款金额", "paid", paidOf, number), text("作废标志", undefined, statusText),
    text("摘要", undefined, ({ doc }) => doc.order),
  ];
  const entries = entriesOf(book, { tells: "undated", currency: "XXX", status: () => "否" }).map((entry, n) => (n % 9 === 4 ? noReceivable(entry, "是") : entry));
  return write({ name: "nc-cancelled", system: "用友 NC", language: "zh", dirt: ["作废标志 是", "paid, no open amount", "posting date alone"], day: book.day, columns, entries });
}

export const nc = (): Sheet[] => [bills(), twoRows(), writtenOff(), provisional(), monthly(), cancelled()];
