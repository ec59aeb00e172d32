/**
 * 用友 U8: lists of receivables, sales invoices, the detail ledger and the account statement.
 * Field names and their meanings (cDwCode, cVouchID, dVouchDate, iAmount_f 原币金额, iRAmount_f 原币余额): public code that reads the tables.
 * `借方-发生-金额, 借方-已结-金额, 借方-未结-金额`: a dealer's page on the report. From memory: the lists' other headings and their order.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, type BookPlan } from "../book";
import { NONE } from "../calendar";
import { Chance } from "../chance";
import {
  amountOf, byBuyer, byDate, currencyText, days, dropped, dueDay, entriesOf, idText, issuedDay, lateDays, money, nameText, numberText, openOf, paidOf, statusText, text, totalRow, under,
  undue, write, type Entry, type Sheet,
} from "../sheet";
import { chineseDay, chineseSides, compactText, fullWidthDay, fullWidthYuan, grouped, inUnits, isoDay, number, numberOrBlank, slashYmd, stamp } from "../writers";
import { drafts } from "./drafts";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "销售专用发票", CN: "红字销售专用发票", UNAP: "收款单", PRE: "预收款", DN: "其他应收单" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? "其他应收单";
const numbers = (kind: Kind, n: number): string => String(kind === "UNAP" ? 7_000_000_000 + n : 120 + n).padStart(10, "0");
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, language: "zh", paid: 0.3, part: 0.15, credits: 0.06, onAccount: 0.05, debitNotes: 0.03, currencies: ["CNY"],
  numbers, ...more,
});
const total = (columns: Parameters<typeof totalRow>[0], place = 0) => (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, place, part);

function receivables(): Sheet {
  const book = makeBook(plan(1001, { documents: 90, currencies: ["CNY", "USD"] }));
  const local = (minor: number, currency: string): number => Math.round(minor * (currency === "USD" ? 7.12 : 1));
  const columns = [
    text("序号", undefined, (_, at) => at + 1, ["docNo", "amount"]), days("单据日期", "docDate", issuedDay, isoDay), text("单据类型", "docType", type), text("单据编号", "docNo", numberText),
    text("客户编码", "buyerId", idText), text("客户", "buyerName", nameText), text("币种", "currency", ({ doc }) => (doc.currency === "CNY" ? "人民币" : "美元")),
    text("汇率", undefined, ({ doc }) => (doc.currency === "USD" ? 7.12 : 1), ["amount"]),
    money("原币金额", "amount", amountOf, number), money("本币金额", "amountLocal", ({ amount, doc }) => local(amount, doc.currency), number, ["amount", "open"]),
    money("原币余额", "open", openOf, number), money("本币余额", undefined, ({ open, doc }) => local(open, doc.currency), number, ["open", "amount"]), days("到期日", "dueDate", dueDay, isoDay),
    text("部门", undefined, () => "销售一部"), text("业务员", undefined, () => "王芳", ["buyerName"]), text("单据状态", "status", statusText), text("制单人", undefined, () => "demo"),
  ];
  const status = (): string => "已审核";
  const entries = [...entriesOf(book, { tells: "undated", status }), ...drafts(1002, { currencies: ["CNY"], language: "zh" }, ["未审核", "作废", "未审核"])];
  const sum = total(columns);
  return write({
    name: "u8-list", system: "用友 U8", language: "zh", dirt: ["title rows", "人民币 and 美元", "原币 and 本币", "未审核, 作废", "合计 by currency"], day: book.day, columns,
    entries: new Chance(3).shuffled(entries), above: [["应收单据列表"], ["记录总数：93", null, "打印时间：2025-07-01 10:22"]],
    grand: (all) => ["CNY", "USD"].map((code) => sum("合计", all.filter(({ doc, line }) => doc.currency === code && line !== undefined))),
  });
}

/** Pages: headings again, 本页合计 and 累计 at the foot of each; buyers as group rows. */
function pages(): Sheet {
  const book = makeBook(plan(1003, { documents: 80 }));
  const columns = [
    days("日期", "docDate", issuedDay, slashYmd), text("单据类型", "docType", type), text("单据号", "docNo", numberText), text("摘要", undefined, ({ doc }) => `销售货款，合计见订单 ${doc.order}`),
    days("到期日", "dueDate", dueDay, slashYmd), money("金额", "amount", amountOf, grouped), money("已结金额", "paid", paidOf, grouped), money("未结金额", "open", openOf, grouped),
  ];
  const sum = total(columns);
  return write({
    name: "u8-pages", system: "用友 U8", language: "zh", dirt: ["title rows", "buyer in group rows", "小计 合计 本页合计 累计", "headings repeated", "1,234.50 as text"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true, buyer: "name", currency: "XXX" })),
    above: [["应收账款明细表"], ["单位：海川制造有限公司", null, null, null, "截止日期：2025-06-30", null, null, "单位：元"], []],
    page: { every: 18, foot: (part) => [sum("本页合计", part), sum("累计", part), ["打印日期：2025-07-01"]], head: [["应收账款明细表"]] },
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [sum("小计", part)] }, grand: (all) => [sum("合计", all)],
  });
}

function salesInvoices(): Sheet {
  const book = makeBook(plan(1004, { documents: 80, onAccount: 0 }));
  const columns = [
    text("发票号", "docNo", numberText), text("发票类型", "docType", type), days("开票日期", "docDate", issuedDay, chineseDay), text("客户编码", "buyerId", ({ doc }) => Number(doc.buyer.id)),
    text("客户简称", "buyerName", nameText), text("币种", "currency", currencyText), money("无税金额", "amountNet", ({ amount }) => Math.round(amount / 1.13), number, ["amount"]),
    money("税额", "tax", ({ amount }) => amount - Math.round(amount / 1.13), number, ["amount"]),
    money("价税合计", "amount", amountOf, number), money("累计收款", "paid", paidOf, numberOrBlank), text("付款条件", "terms", ({ doc }) => (doc.kind === "CN" ? "" : `${doc.terms}天`)),
    text("复核人", undefined, () => "李工", ["buyerName"]), text("备注", undefined, ({ doc }) => doc.order),
  ];
  const entries = entriesOf(book, { tells: "undated", key: (doc) => String(Number(doc.buyer.id)), due: ({ kind, issued, terms }) => (kind === "CN" ? NONE : issued + terms) });
  return write({
    name: "u8-invoices", system: "用友 U8", language: "zh", dirt: ["红字", "ids that lost their zeros", "terms in place of due dates", "价税合计 is a heading", "paid, no open amount"],
    day: book.day, columns, entries,
  });
}

function fullWidth(): Sheet {
  const book = makeBook(plan(1005, { documents: 60 }));
  const columns = [
    text("客户名称", "buyerName", nameText), text("单据编号", "docNo", numberText), days("单据日期", "docDate", issuedDay, fullWidthDay), days("到期日", "dueDate", dueDay, fullWidthDay),
    money("应收金额", "amount", amountOf, fullWidthYuan), money("未收金额", "open", openOf, fullWidthYuan),
  ];
  const entries = [...entriesOf(book, { tells: "undated", openOnly: true, buyer: "name", currency: "XXX" })];
  entries[4] = dropped(entries[4]!, { 单据日期: "不详" }, entries[4]!.amount);
  entries[6] = undue(entries[6]!, { 到期日: "２０２５－１３－０１" });
  return write({ name: "u8-full-width", system: "用友 U8", language: "zh", dirt: ["full-width digits and dates", "wrong cells"], day: book.day, columns, entries });
}

/** No signs: 方向 says which side, or 贷 stands behind the amount. */
function directions(words: boolean): Sheet {
  const book = makeBook(plan(words ? 1006 : 1007, { documents: 70 }));
  const columns = [
    text("往来户编码", "buyerId", idText), text("往来户名称", "buyerName", nameText), text("凭证号", "docNo", numberText), days("业务日期", "docDate", issuedDay, compactText),
    days("到期日", "dueDate", dueDay, compactText), text("方向", "dcInd", ({ amount }) => (amount < 0 ? "贷" : "借")),
    money("金额", "amount", (entry) => (words ? entry.amount : Math.abs(entry.amount)), words ? chineseSides : grouped),
    money("余额", "open", (entry) => (words ? entry.open : Math.abs(entry.open)), words ? chineseSides : grouped),
  ].filter(({ heading }) => !words || heading !== "方向");
  return write({
    name: words ? "u8-sides" : "u8-directions", system: "用友 U8", language: "zh", dirt: [words ? "1,234.50 贷" : "unsigned, 方向 借 or 贷", "20250603"], day: book.day, columns,
    entries: byDate(entriesOf(book, { tells: "undated", openOnly: true, currency: "XXX" })),
  });
}

/** A running balance by voucher: what each receipt paid is not in it. */
function detailLedger(): Sheet {
  const book = makeBook(plan(1008, { documents: 70, paid: 0, part: 0, onAccount: 0.3, credits: 0, currencies: ["CNY"] }));
  let running = 0;
  const columns = [
    days("日期", "docDate", issuedDay, isoDay), text("凭证号", "docNo", ({ doc }) => `记-${doc.number.slice(-4)}`), text("客户", "buyerName", nameText),
    text("摘要", undefined, ({ doc }) => (doc.minor < 0 ? "收款" : "销售")), text("单据类型", "docType", type), money("本期应收", "debit", ({ amount }) => Math.max(0, amount), numberOrBlank, ["open"]),
    money("本期收回", "credit", ({ amount }) => Math.max(0, -amount), numberOrBlank, ["amount", "open"]),
    text("余额", undefined, ({ amount }) => (running += amount) / 100, ["open", "amount"]),
  ];
  const entries = byDate(entriesOf(book, { tells: "nothing", buyer: "name", currency: "XXX", due: () => NONE })).map((entry) => ({ ...entry, line: { ...entry.line!, number: `记-${entry.doc.number.slice(-4)}` } }));
  return write({
    name: "u8-detail", system: "用友 U8", language: "zh", dirt: ["debit and credit columns", "a running balance", "receipts as rows"], day: book.day, refused: "may", columns, entries,
    above: [["应收明细账"]], below: [["", "", "", "合计"]],
  });
}

/** Two rows of headings: what happened, what is settled, what is not, each in its currency and at home. */
function statement(): Sheet {
  const book = makeBook(plan(1009, { documents: 60, credits: 0, onAccount: 0 }));
  const columns = [
    text("科目编码", "accountCode", () => "112201", ["buyerId"]), text("科目名称", undefined, () => "应收账款", ["buyerName"]), text("对账对象编码", "buyerId", idText), text("对账对象名称", "buyerName", nameText),
    text("币种", "currency", currencyText), days("凭证日期", "docDate", issuedDay, stamp), text("凭证字号", undefined, (_, at) => `记-${at + 1}`, ["docNo"]), text("业务单号", "docNo", numberText),
    text("摘要", undefined, () => "销售商品"),
    under("借方发生", money("金额", "amount", amountOf, number)), under("借方发生", money("本币", undefined, amountOf, number, ["open", "paid"])),
    under("借方已结", money("金额", "paid", paidOf, number, ["amount"])), under("借方已结", money("本币", undefined, paidOf, number, ["amount"])),
    under("借方未结", money("金额", "open", openOf, number, ["amount"])), under("借方未结", money("本币", undefined, openOf, number, ["amount"])),
  ];
  return write({
    name: "u8-statement", system: "用友 U8", language: "zh", dirt: ["two rows of headings", "duplicate headings", "科目编码 is no buyer", "2025-06-03 00:00:00"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated", due: () => NONE }),
  });
}

function fields(): Sheet {
  const book = makeBook(plan(1010, { documents: 70 }));
  const columns = [
    text("Auto_ID", undefined, (_, at) => 40_001 + at, ["docNo", "amount"]),
    text("cVouchType", "docType", ({ doc }) => ({ INV: "26", CN: "26", UNAP: "48", DN: "R0" })[doc.kind as string] ?? "R0"), text("cVouchID", "docNo", numberText),
    days("dVouchDate", "docDate", issuedDay, stamp), days("dGatheringDate", "dueDate", dueDay, stamp, ["settledDate"]), text("cDwCode", "buyerId", idText),
    text("cDwName", "buyerName", nameText), text("cexch_name", "currency", () => "人民币"),
    money("iAmount_f", "amount", amountOf, number), money("iAmount", "amountLocal", amountOf, number, ["amount"]), money("iRAmount_f", "open", openOf, number),
    money("iRAmount", undefined, openOf, number, ["amount"]), text("cDigest", undefined, ({ doc }) => doc.order),
  ];
  return write({
    name: "u8-fields", system: "用友 U8", language: "zh", dirt: ["field names", "types as codes", "2025-06-03 00:00:00"], day: book.day, refused: "may", columns,
    entries: entriesOf(book, { tells: "undated" }),
  });
}

/** 万元 above the headings and nowhere else. */
function tenThousands(): Sheet {
  const book = makeBook(plan(1011, { documents: 60, step: 10_000 }));
  const columns = [
    text("客户编码", "buyerId", idText), text("客户名称", "buyerName", nameText), text("发票号码", "docNo", numberText), days("发票日期", "docDate", issuedDay, slashYmd),
    days("到期日期", "dueDate", dueDay, slashYmd), text("逾期天数", "dpd", lateDays(book.day), ["amount"]), money("发票金额", "amount", amountOf, inUnits(10_000)),
    money("未收金额", "open", openOf, inUnits(10_000)),
  ];
  const sum = total(columns, 1);
  return write({
    name: "u8-ten-thousands", system: "用友 U8", language: "zh", dirt: ["title rows", "单位：万元 above the headings", "合计"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated", openOnly: true, currency: "XXX" }), above: [["应收账款明细"], ["编制单位：海川制造有限公司", null, null, null, null, null, null, "单位：万元"]],
    grand: (all) => [sum("合计", all)],
  });
}

export const u8 = (): Sheet[] => [receivables(), pages(), salesInvoices(), fullWidth(), directions(false), directions(true), detailLedger(), statement(), fields(), tenThousands()];
