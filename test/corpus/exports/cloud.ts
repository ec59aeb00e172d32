/**
 * 金蝶 云星空 (K/3 Cloud).
 * 过期天数 and 未过期天数 of 到期债权表: the vendor's article on the report. FBILLNO, FENDDATE, FALLAMOUNTFOR, FWRITTENOFFAMOUNTFOR,
 * FNOTWRITTENOFFAMOUNTFOR, FDOCUMENTSTATUS, FCANCELSTATUS: public code that reads T_AR_RECEIVABLE; 立账类型 暂估 / 财务 and the payment plan: the
 * same. From memory: the lists' other headings, the English screen.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, type BookPlan } from "../book";
import { NONE } from "../calendar";
import { Chance } from "../chance";
import {
  amountOf, byBuyer, currencyText, days, dueDay, entriesOf, idText, instalments, issuedDay, lateDays, money, nameText, noReceivable, numberText, openOf, paidOf, statusText, text, undue,
  write, type Entry, type Sheet,
} from "../sheet";
import { grouped, isoDay, isoStamp, number, slashYmd, yuan } from "../writers";
import { drafts } from "./drafts";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "标准应收单", CN: "标准应收单", DN: "费用应收单", UNAP: "收款单", PRE: "收款单" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? "其他应收单";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, language: "zh", ids: "coded", paid: 0.3, part: 0.15, credits: 0.06, onAccount: 0.04, currencies: ["CNY"],
  numbers: (kind, n) => `${kind === "UNAP" ? "SKD" : "AR"}${String(25_101 + n).padStart(8, "0")}`, ...more,
});

/** What went out is provisional, what was invoiced is financial: the same goods, counted once. */
function bills(): Sheet {
  const book = makeBook(plan(1204, { documents: 70, onAccount: 0 }));
  const columns = [
    text("单据类型", "docType", type), text("单据编号", "docNo", numberText), days("业务日期", "docDate", issuedDay, slashYmd), days("到期日", "dueDate", dueDay, slashYmd),
    text("客户", "buyerName", nameText), text("币别", "currency", () => "人民币"), text("立账类型", undefined, ({ line, status }) => (line === undefined && status === "已审核" ? "暂估应收" : "财务应收")),
    money("价税合计", "amount", amountOf, number), money("已核销金额", "paid", paidOf, number), money("未核销金额", "open", openOf, number),
    text("核销状态", undefined, (entry) => (entry.open === 0 ? "完全" : entry.open === entry.amount ? "空" : "部分")), text("单据状态", "status", statusText),
    text("来源单号", "ref", ({ doc }) => `XSCKD${doc.number.slice(2)}`, ["docNo"]),
  ];
  const entries = entriesOf(book, { tells: "undated", buyer: "name", status: () => "已审核" }).flatMap((entry, n) =>
    n % 3 === 0 && entry.amount > 0 ? [noReceivable(entry, "已审核", { 单据编号: `ZG${entry.doc.number.slice(2)}` }), entry] : [entry],
  );
  return write({
    name: "cloud-bills", system: "金蝶 云星空", language: "zh", dirt: ["暂估 and 财务 rows", "创建, 重新审核", "paid and open"], day: book.day, columns,
    entries: [...entries, ...drafts(1205, { currencies: ["CNY"], language: "zh" }, ["创建", "暂存", "重新审核", "审核中"])],
  });
}

/** A payment plan's lines: one bill, several days. */
function paymentPlan(): Sheet {
  const book = makeBook(plan(1206, { documents: 40, paid: 0, part: 0, credits: 0, onAccount: 0, step: 200 }));
  const columns = [
    text("单据编号", "docNo", numberText), text("客户编码", "buyerId", idText), text("客户", "buyerName", nameText), days("业务日期", "docDate", issuedDay, isoDay), text("币别", "currency", currencyText),
    days("到期日", "dueDate", dueDay, isoDay), text("应收比例(%)", undefined, (entry) => (100 * entry.amount) / entry.doc.minor, ["amount", "open"]), money("应收金额", "amount", amountOf, number),
    money("未核销金额", "open", openOf, number), money("单据总金额", undefined, ({ doc }) => doc.minor, number, ["amount", "open"]),
  ];
  const lines = entriesOf(book, { tells: "undated" }).flatMap((entry, n) => (n % 2 === 0 ? instalments(entry, 2, 31) : [entry]));
  return write({
    name: "cloud-plan", system: "金蝶 云星空", language: "zh", dirt: ["instalments as rows of one number", "the whole bill beside each", "shares in percent"], day: book.day, columns,
    entries: lines,
  });
}

function fields(): Sheet {
  const book = makeBook(plan(1207, { documents: 80, onAccount: 0, currencies: ["CNY", "USD"] }));
  const columns = [
    text("FID", undefined, (_, at) => 100_201 + at, ["docNo", "amount"]), text("FBILLTYPEID", "docType", type), text("FBILLNO", "docNo", numberText),
    days("FDATE", "docDate", issuedDay, isoStamp), days("FENDDATE", "dueDate", dueDay, isoStamp), text("FCUSTOMERID", "buyerId", idText), text("FCURRENCYID", "currency", currencyText),
    money("FALLAMOUNTFOR", "amount", amountOf, number), text("FWRITTENOFFSTATUS", undefined, ({ open }) => (open === 0 ? "C" : "A"), ["paid"]),
    text("FOPENSTATUS", undefined, () => "A", ["open"]),
    money("FWRITTENOFFAMOUNTFOR", "paid", paidOf, number), money("FNOTWRITTENOFFAMOUNTFOR", "open", openOf, number),
    money("FWRITTENOFFAMOUNT", undefined, paidOf, number, ["open", "amount"]), money("FNOTWRITTENOFFAMOUNT", undefined, openOf, number, ["amount"]),
    text("FDOCUMENTSTATUS", undefined, () => "C"), days("FCREATEDATE", undefined, issuedDay, isoStamp, ["docDate", "dueDate"]),
    days("FAPPROVEDATE", undefined, issuedDay, isoStamp, ["docDate", "dueDate", "settledDate"]),
  ];
  return write({
    name: "cloud-fields", system: "金蝶 云星空", language: "zh", dirt: ["field names", "two currencies", "2025-06-03T00:00:00", "approval dates"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated" }),
  });
}

function expired(): Sheet {
  const book = makeBook(plan(1208, { documents: 70 }));
  const columns = [
    text("往来单位编码", "buyerId", idText), text("往来单位名称", "buyerName", nameText), text("单据类型", "docType", type), text("单据编号", "docNo", numberText), days("业务日期", "docDate", issuedDay, slashYmd),
    days("到期日", "dueDate", dueDay, slashYmd), text("币别", "currency", () => "人民币"), money("应收金额", "amount", amountOf, yuan), money("未收金额", "open", openOf, yuan),
    text("过期天数", "dpd", lateDays(book.day), ["amount", "dueDate"]), text("未过期天数", undefined, ({ due }) => (due === NONE ? null : Math.max(0, due - book.day)), ["amount", "dueDate"]),
  ];
  const entries = byBuyer(entriesOf(book, { tells: "undated", openOnly: true }));
  entries[5] = undue(entries[5]!, { 到期日: "验收后" });
  return write({
    name: "cloud-expired", system: "金蝶 云星空", language: "zh", dirt: ["title rows", "¥1,234.50", "未过期天数", "wrong cells", "blank rows"], day: book.day, columns, entries,
    above: [["到期债权表"], ["计算日期：2025/6/30"]], group: { by: ({ doc }) => doc.buyer.id, foot: () => [[]] },
  });
}

function writtenOff(): Sheet {
  const book = makeBook(plan(1209, { documents: 80, paid: 0.55, part: 0, onAccount: 0 }));
  const columns = new Chance(1209).shuffled([
    text("单据编号", "docNo", numberText), text("客户名称", "buyerName", nameText), days("业务日期", "docDate", issuedDay, isoDay), days("到期日", "dueDate", dueDay, isoDay),
    days("核销日期", "settledDate", ({ closed }) => closed, isoDay), text("核销单号", "clearDoc", ({ closed, doc }) => (closed === NONE ? "" : `HX${doc.number.slice(2)}`), ["docNo"]),
    money("价税合计", "amount", amountOf, grouped), text("币别", "currency", currencyText), text("销售员", undefined, () => "赵敏", ["buyerName"]),
  ]);
  return write({
    name: "cloud-written-off", system: "金蝶 云星空", language: "zh", dirt: ["settled dates", "columns shuffled", "no open amount"], day: book.day, past: PAST, columns,
    entries: entriesOf(book, { tells: "dated", buyer: "name" }),
  });
}

function english(): Sheet {
  const book = makeBook(plan(1210, { language: "en", documents: 70, onAccount: 0, currencies: ["USD"] }));
  const columns = [
    text("Bill No.", "docNo", numberText), text("Bill Type", "docType", ({ doc }) => (doc.kind === "CN" ? "Standard Receivable (Return)" : "Standard Receivable")),
    days("Business Date", "docDate", issuedDay, isoDay), days("Due Date", "dueDate", dueDay, isoDay), text("Customer", "buyerName", nameText), text("Currency", "currency", currencyText),
    money("Total Amount (Incl. Tax)", "amount", amountOf, number), money("Written-off Amount", "paid", paidOf, number, ["open"]),
    money("Unwritten-off Amount", "open", openOf, number, ["paid"]), text("Document Status", "status", statusText),
  ];
  return write({
    name: "cloud-english", system: "金蝶 云星空", language: "en", dirt: ["written-off and unwritten-off", "created, re-audit"], day: book.day, columns,
    entries: [...entriesOf(book, { tells: "undated", buyer: "name", status: () => "Audited" }), ...drafts(1211, { currencies: ["USD"] }, ["Created", "Temporary", "Re-audit"])],
  });
}

export const cloud = (): Sheet[] => [bills(), paymentPlan(), fields(), expired(), writtenOff(), english()];
