/**
 * Oracle E-Business Suite: ageing reports and AR_PAYMENT_SCHEDULES_ALL.
 * Headings of the first two: column aliases of a public SQL library's ageing reports (cust_name ... amount_credited; Original Amount,
 * Outstanding Amount, Past Due Amount, Amounts Currency). Field names of the schedules: the vendor's table.
 * From memory: the printed 7 buckets report, the Chinese headings, 31-DEC-4712 for "not closed".
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, type BookPlan } from "../book";
import { NONE, serial } from "../calendar";
import {
  amountOf, buckets, byBuyer, byDate, currencyText, days, dropped, dueDay, entriesOf, idText, issuedDay, lateDays, money, nameText, numberText, openOf, paidOf, statusText, text, totalRow,
  undue, write, type Entry, type Sheet,
} from "../sheet";
import { brackets, chineseDay, grouped, number, oracleDay, serialDay } from "../writers";

const CLASS: Readonly<Partial<Record<Kind, string>>> = { INV: "INV", CN: "CM", DN: "DM", UNAP: "PMT", PRE: "DEP", PMT: "PMT" };
const kind = ({ doc }: Entry): string => CLASS[doc.kind] ?? "INV";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, ids: "plain", paid: 0.3, part: 0.15, credits: 0.05, onAccount: 0.05, debitNotes: 0.03,
  numbers: (_, n) => String(500_120 + n), ...more,
});
const settledAs = (wanted: string): ((entry: Entry) => number) => ({ doc }) => doc.settled.reduce((sum, one) => (one.kind === wanted ? sum + one.minor : sum), 0);

/** amount_applied and amount_credited are both off the original amount. */
function fields(): Sheet {
  const book = makeBook(plan(201, { applied: 0.1, documents: 90 }));
  const columns = [
    text("cust_name", "buyerName", nameText), text("cust_no", "buyerId", idText), text("class", "docType", kind), text("invnum", "docNo", numberText),
    text("invoice_currency_code", "currency", currencyText), days("trx_date", "docDate", issuedDay, serialDay), days("due_date", "dueDate", dueDay, serialDay),
    text("days_past_due", "dpd", lateDays(book.day), ["amount", "open"]), money("amt_due_original", "amount", amountOf, number),
    money("amount_applied", "paid", settledAs("payment"), number, ["open", "amount"]), money("amount_credited", "credited", settledAs("credit"), number, ["amount"]),
  ];
  return write({
    name: "oracle-en-fields", system: "Oracle EBS", language: "en", dirt: ["field names", "applied and credited", "part payments"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated", openOnly: true }),
  });
}

/** Amounts are in the ledger's currency, whatever the invoice was entered in. */
function functional(): Sheet {
  const book = makeBook(plan(202, { currencies: ["USD"], documents: 80 }));
  const columns = [
    text("Ledger", undefined, () => "Vision Operations (USA)"), text("Operating Unit", undefined, () => "Vision Operations"), text("Salesperson", undefined, () => "Lee, K.", ["buyerName"]),
    text("Customer", "buyerName", nameText), text("Customer Number", "buyerId", idText), text("Customer Country", undefined, () => "United States"),
    text("Collector", undefined, () => "Default Collector", ["buyerName"]),
    text("Class", "docType", kind), text("Invoice Number", "docNo", numberText), text("Invoice Currency", undefined, ({ doc }) => (Number(doc.number) % 5 === 0 ? "CAD" : "USD"), ["currency"]),
    days("Trx Date", "docDate", issuedDay, serialDay), days("Due Date", "dueDate", dueDay, serialDay), text("Days Past Due", "dpd", lateDays(book.day), ["amount", "open"]),
    text("Amounts Currency", "currency", () => "USD"), money("Original Amount", "amount", amountOf, number), money("Outstanding Amount", "open", openOf, number),
    money("Past Due Amount", undefined, ({ open, due }) => (due !== NONE && due < book.day ? open : 0), number, ["open", "amount", "paid"]), text("Aging Basis", undefined, () => "Due Date"),
    ...buckets(["Current", "1-30 Days Past Due", "31-60 Days Past Due", "61-90 Days Past Due", "91+ Days Past Due"], [0, 30, 60, 90], book.day, number),
  ];
  return write({
    name: "oracle-en-aging", system: "Oracle EBS", language: "en", dirt: ["entered and ledger currency", "bucket columns", "past due amount"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true })),
  });
}

function printed(): Sheet {
  const book = makeBook(plan(203, { documents: 60 }));
  const columns = [
    text("Invoice Number", "docNo", numberText),
    text("Invoice Type", "docType", ({ doc }) => ({ INV: "Invoice", DN: "Debit Memo", CN: "Credit Memo", UNAP: "Payment" })[doc.kind as string] ?? "Invoice"),
    days("Invoice Date", "docDate", issuedDay, oracleDay), days("Due Date", "dueDate", dueDay, oracleDay), text("Days Late", "dpd", lateDays(book.day), ["amount"]),
    money("Outstanding Amount", "open", openOf, brackets),
    ...buckets(["Current", "1-30", "31-60", "61-90", "91+"], [0, 30, 60, 90], book.day, brackets),
  ];
  const total = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "oracle-en-printed", system: "Oracle EBS", language: "en", dirt: ["title rows", "buyer in group rows", "Total for rows", "(1,234.50)", "03-JUN-2025", "page breaks"], day: book.day,
    columns, refused: "never",
    above: [["Vision Operations", null, "Aging - 7 Buckets Report", null, null, null, "Report Date:", "01-JUL-2025"], ["Currency: USD", null, null, null, null, null, "Page:", "1 of 9"], [null]],
    entries: byBuyer(entriesOf(book, { tells: "open", openOnly: true, buyer: "name", currency: "XXX" })), page: { every: 22, head: [["Vision Operations", null, "Aging - 7 Buckets Report"], [null]] },
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [total("Total for Customer:", part), [null]] },
    grand: (all) => [total("Grand Total:", all)],
  });
}

/** What is not closed is closed in the year 4712. */
function schedules(): Sheet {
  const book = makeBook(plan(204, { paid: 0.55, part: 0, documents: 90, currencies: ["USD", "EUR"] }));
  const columns = [
    text("CUSTOMER_ID", "buyerId", idText), text("TRX_NUMBER", "docNo", numberText), text("CLASS", "docType", kind), days("TRX_DATE", "docDate", issuedDay, oracleDay),
    days("GL_DATE", "postDate", issuedDay, oracleDay),
    days("DUE_DATE", "dueDate", dueDay, oracleDay), text("INVOICE_CURRENCY_CODE", "currency", currencyText), money("AMOUNT_DUE_ORIGINAL", "amount", amountOf, number),
    money("AMOUNT_DUE_REMAINING", "open", openOf, number),
    text("STATUS", undefined, ({ open }) => (open === 0 ? "CL" : "OP")), days("ACTUAL_DATE_CLOSED", "settledDate", ({ closed }) => (closed === NONE ? serial("4712-12-31") : closed), oracleDay),
  ];
  return write({
    name: "oracle-en-schedules", system: "Oracle EBS", language: "en", dirt: ["field names", "31-DEC-4712 for not closed", "two currencies", "settled dates"], day: book.day, past: PAST,
    columns, entries: entriesOf(book, { tells: "dated" }),
  });
}

function chinese(): Sheet {
  const book = makeBook(plan(205, { language: "zh", currencies: ["CNY"], documents: 70 }));
  const columns = [
    text("业务实体", undefined, () => "中国公司"), text("客户名称", "buyerName", nameText), text("客户编号", "buyerId", idText),
    text("类别", "docType", ({ doc }) => ({ INV: "发票", CN: "贷项通知单", DN: "借项通知单", UNAP: "收款" })[doc.kind as string] ?? "发票"), text("事务处理编号", "docNo", numberText),
    days("事务处理日期", "docDate", issuedDay, chineseDay), days("到期日", "dueDate", dueDay, chineseDay), text("逾期天数", "dpd", lateDays(book.day), ["amount"]), text("币种", "currency", currencyText),
    money("原始金额", "amount", amountOf, grouped), money("已核销金额", "paid", paidOf, grouped), money("未付余额", "open", openOf, grouped), text("状态", "status", statusText),
  ];
  const entries = byDate(entriesOf(book, { tells: "undated", status: (_, open) => (open === 0 ? "已关闭" : "未清") }));
  entries[5] = dropped(entries[5]!, { 事务处理日期: "#N/A" }, entries[5]!.amount);
  entries[8] = undue(entries[8]!, { 到期日: "#REF!" });
  return write({
    name: "oracle-zh", system: "Oracle EBS", language: "zh", dirt: ["title rows", "2025年6月3日", "1,234.50 as text", "paid and open", "error cells"], day: book.day,
    above: [["应收账龄报表"], ["截止日期：2025年6月30日"]], columns, entries,
  });
}

export const oracle = (): Sheet[] => [fields(), functional(), printed(), schedules(), chinese()];
