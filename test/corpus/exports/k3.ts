/**
 * 金蝶 K/3: amounts due, sales invoices, the account statement. All headings are from memory; 购货单位代码 and 购货单位 stand so in public code
 * that reads the list of sales invoices.
 */
import { makeBook, type BookPlan } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, byBuyer, byDate, currencyText, days, dueDay, entriesOf, idText, issuedDay, lateDays, money, nameText, noReceivable, numberText, openOf, paidOf, statusText, text, totalRow, write,
  type Entry, type Sheet,
} from "../sheet";
import { inUnits, isoDay, number, numberOrBlank, serialDay, slashYmd } from "../writers";

const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, language: "zh", ids: "coded", paid: 0.3, part: 0.15, credits: 0.06, onAccount: 0.04, currencies: ["CNY"],
  numbers: (kind, n) => `${kind === "UNAP" ? "SKD" : "AR"}${String(25_101 + n).padStart(8, "0")}`, ...more,
});

function dueList(): Sheet {
  const book = makeBook(plan(1201, { documents: 80, ids: "dotted" }));
  const columns = [
    text("客户代码", "buyerId", idText), text("客户名称", "buyerName", nameText), text("单据类型", "docType", ({ doc }) => (doc.kind === "UNAP" ? "收款单" : "销售发票")), text("单据号码", "docNo", numberText),
    days("单据日期", "docDate", issuedDay, isoDay), days("财务日期", "postDate", issuedDay, isoDay, ["dueDate"]), days("应收日期", "dueDate", dueDay, isoDay), text("币别", "currency", () => "人民币"),
    money("应收金额", "amount", amountOf, number), money("未收金额", "open", openOf, number), text("超期天数", "dpd", lateDays(book.day), ["amount"]), text("部门", undefined, () => "业务部"),
    text("业务员", undefined, () => "刘洋", ["buyerName"]),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "k3-due", system: "金蝶 K/3", language: "zh", dirt: ["ids such as 01.001", "小计 合计", "财务日期 is no due date"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true })), group: { by: ({ doc }) => doc.buyer.id, foot: (part) => [sum("小计", part)] }, grand: (all) => [sum("合计", all)],
  });
}

function invoiceList(): Sheet {
  const book = makeBook(plan(1202, { documents: 80, onAccount: 0 }));
  const columns = [
    text("审核标志", undefined, statusText), text("作废标志", undefined, ({ line, status }) => (line === undefined && status === "Y" ? "Y" : "")), days("日期", "docDate", issuedDay, slashYmd),
    text("单据编号", "docNo", numberText), text("购货单位代码", "buyerId", idText), text("购货单位", "buyerName", nameText), text("币别", "currency", currencyText),
    money("金额", "amountNet", ({ amount }) => Math.round(amount / 1.13), number, ["amount", "open"]), money("税额", "tax", ({ amount }) => amount - Math.round(amount / 1.13), number),
    money("价税合计", "amount", amountOf, number), money("已收款金额", "paid", paidOf, numberOrBlank), money("未收款金额", "open", openOf, number), text("摘要", undefined, ({ doc }) => doc.order),
  ];
  const entries = entriesOf(book, { tells: "undated", due: () => NONE, status: () => "Y" }).map((entry, n) => (n % 12 === 3 ? noReceivable(entry, "Y") : entry));
  return write({
    name: "k3-invoices", system: "金蝶 K/3", language: "zh", dirt: ["金额 without tax beside 价税合计", "作废标志 Y", "paid and open", "no due date"], day: book.day, columns, entries: byDate(entries),
  });
}

function thousands(): Sheet {
  const book = makeBook(plan(1203, { documents: 60, step: 1000 }));
  const columns = [
    text("往来单位编码", "buyerId", idText), text("往来单位名称", "buyerName", nameText), text("发票号", "docNo", numberText), days("开票日期", "docDate", issuedDay, serialDay),
    days("收款到期日", "dueDate", dueDay, serialDay), money("金额", "amount", amountOf, inUnits(1000)), money("余额", "open", openOf, inUnits(1000)),
  ];
  return write({
    name: "k3-thousands", system: "金蝶 K/3", language: "zh", dirt: ["title rows", "金额单位：千元 above the headings", "本页合计", "headings repeated"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated", openOnly: true, currency: "XXX" }), above: [["往来对账单"], ["金额单位：千元"]],
    page: { every: 20, foot: (part) => [totalRow(columns, "本页合计", 0, part)] }, grand: (all) => [totalRow(columns, "总计", 0, all)],
  });
}

export const k3 = (): Sheet[] => [dueList(), invoiceList(), thousands()];
