/**
 * SAP: customer line items (FBL5N), lists of BSID and BSAD.
 * Headings of the English lists: an importer's own mapping of a real export, found in public code (`Arrears after net due date`,
 * `Amount in doc. curr.`, `Baseline Payment Dte`, `Net due date symbol`), which also says that the last rows are one total a currency.
 * Headings of the Chinese line item list: a real export's row, typed out in public code (`已清项目/未清项目符号 ... 清帐日期 清帐凭证`).
 * From memory: the layout of the classic list with its customer block, the Chinese open item list, terms texts.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, receiptsOf, type Book, type BookPlan, type Doc } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, byBuyer, byDate, currencyText, days, dropped, dueDay, entriesOf, entryOf, idText, issuedDay, lateDays, money, nameText, numberText, text, totalRow, undue, write, type Column,
  type Entry, type Sheet,
} from "../sheet";
import { compactText, dotted, german, isoDay, monthFirst, number, serialDay, slashYmd, trailingMinus } from "../writers";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "RV", CN: "DG", DN: "DR", UNAP: "DZ", PRE: "DZ", PMT: "DZ" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? "DA";
const side = ({ doc }: Entry): string => (doc.minor < 0 ? "H" : "S");
const numbers = (kind: Kind, n: number): string => String((kind === "INV" || kind === "DN" ? 1_800_000_000 : kind === "CN" ? 1_600_000_000 : 1_400_000_000) + 10_231 + n);
const terms = ({ doc }: Entry): string => (doc.kind === "INV" ? `ZB${String(doc.terms).padStart(2, "0")}` : "");
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({ seed, ids: "sap", numbers, paid: 0.35, credits: 0.06, onAccount: 0.04, debitNotes: 0.02, currencies: ["EUR"], ...more });

/** One total a currency, as the list ends: the sum and the currency, nothing else. */
function currencyTotals(columns: readonly Column[], at: string): (entries: readonly Entry[]) => Sheet["grid"] {
  const place = columns.findIndex(({ heading }) => heading === at);
  return (entries) => [...new Set(entries.map(({ doc }) => doc.currency))].map((code) => totalRow(columns, code, place, entries.filter(({ doc }) => doc.currency === code)));
}

function openItems(): Sheet {
  const book = makeBook(plan(101, { documents: 90, currencies: ["EUR", "USD"], prepaid: 0.03 }));
  const columns = [
    text("Account", "buyerId", idText),
    text("Assignment", "ref", ({ doc }) => doc.order, ["docNo"]),
    text("Document Number", "docNo", numberText),
    text("Document Type", "docType", type),
    days("Document Date", "docDate", issuedDay, serialDay),
    text("Net due date symbol", undefined, ({ due }) => (due < book.day ? "@5C@" : "@5B@"), ["dueDate"]),
    days("Net due date", "dueDate", dueDay, serialDay),
    text("Arrears for discount 1", undefined, lateDays(book.day), ["amount", "open", "dueDate"]),
    text("Arrears after net due date", "dpd", lateDays(book.day), ["amount", "open", "dueDate"]),
    days("Baseline Payment Dte", "baseline", issuedDay, serialDay, ["dueDate", "docDate", "settledDate"]),
    money("Amount in doc. curr.", "amount", amountOf, number),
    text("Document currency", "currency", currencyText),
    text("Terms of Payment", "terms", terms),
    text("Billing Document", undefined, ({ doc }) => `9${doc.number.slice(1)}`),
    text("Invoice reference", undefined, () => ""),
    text("Payment date", undefined, () => null),
    text("Debit/Credit ind", "dcInd", side),
    text("Special G/L ind.", undefined, ({ doc }) => (doc.kind === "PRE" ? "A" : "")),
    text("Payment Block", undefined, () => ""),
    text("Text", undefined, ({ doc }) => `Order ${doc.order}`),
  ];
  const entries = byDate(entriesOf(book, { tells: "open", openOnly: true }));
  return write({
    name: "sap-en-open", system: "SAP FBL5N", language: "en", dirt: ["two currencies", "totals by currency", "baseline date", "arrears"], day: book.day, columns, entries,
    grand: currencyTotals(columns, "Document currency"),
  });
}

/** The classic list: a block for each customer, headings under each, stars before its sums. */
function classicList(): Sheet {
  const book = makeBook(plan(102, { documents: 70, currencies: ["USD"] }));
  const columns = [
    text("St", undefined, () => "@5C@"),
    text("Assignment", "ref", ({ doc }) => doc.order, ["docNo"]),
    text("DocumentNo", "docNo", numberText),
    text("Type", "docType", type),
    days("Doc. Date", "docDate", issuedDay, monthFirst),
    days("Net due dt", "dueDate", dueDay, monthFirst),
    money("Amt in loc.cur.", "amountLocal|amount", amountOf, trailingMinus),
    text("LCurr", "currency|localCurrency", currencyText),
    text("Clrng doc.", undefined, () => ""),
    text("Text", undefined, ({ doc }) => doc.order),
  ];
  const star = (label: string, entries: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, entries);
  const entries = byBuyer(entriesOf(book, { tells: "open", openOnly: true }));
  return write({
    name: "sap-en-list", system: "SAP FBL5N", language: "en", dirt: ["title rows", "buyer in block rows", "* and ** rows", "trailing minus", "month first", "blank rows"], day: book.day,
    columns, entries, refused: "may",
    above: [["Customer Line Item Display"], [], ["Company Code", "", "1000"], ["Open at", "", "06/30/2025"], []],
    group: { by: ({ doc }) => doc.buyer.id, head: ([first]) => [["Customer", "", first!.doc.buyer.id], ["Name", "", first!.doc.buyer.name], []], foot: (part) => [star("*", part), []] },
    grand: (all) => [star("**", all)],
  });
}

function germanNumbers(): Sheet {
  const book = makeBook(plan(103, { documents: 80, currencies: ["EUR", "JPY"] }));
  const columns = [
    text("Company Code", undefined, () => "1000"),
    text("Customer", "buyerId", idText),
    text("Name 1", "buyerName", nameText),
    text("Document Number", "docNo", numberText),
    text("Document Type", "docType", type),
    days("Document Date", "docDate", issuedDay, dotted),
    days("Posting Date", "postDate", issuedDay, dotted),
    days("Net due date", "dueDate", dueDay, dotted),
    money("Amount in doc. curr.", "amount", amountOf, german),
    text("Document currency", "currency", currencyText),
    days("Clearing date", undefined, () => NONE, dotted),
    text("Clearing Document", "clearDoc", () => ""),
  ];
  const entries = entriesOf(book, { tells: "open", openOnly: true });
  return write({
    name: "sap-en-german", system: "SAP FBL5N", language: "en", dirt: ["1.234,56-", "03.06.2025", "00.00.0000", "two currencies, one without decimals"], day: book.day, columns, entries,
    grand: currencyTotals(columns, "Document currency"),
  });
}

/** Open and cleared items: invoices and receipts share a clearing document and its date. */
function allItems(name: string, unsigned: boolean): Sheet {
  const book = makeBook(plan(unsigned ? 105 : 104, { documents: 80, paid: 0.6 }));
  const columns = [
    text("Account", "buyerId", idText),
    text("Name 1", "buyerName", nameText),
    text("Document Number", "docNo", numberText),
    text("Document Type", "docType", type),
    text("Posting Key", undefined, ({ doc }) => (doc.kind === "INV" ? "01" : doc.kind === "CN" ? "11" : "15"), ["amount"]),
    text("Debit/Credit Indicator", "dcInd", side),
    days("Document Date", "docDate", issuedDay, unsigned ? slashYmd : serialDay),
    days("Net due date", "dueDate", dueDay, unsigned ? slashYmd : serialDay),
    money("Amount in document currency", "amount", (entry) => (unsigned ? Math.abs(entry.amount) : entry.amount), number),
    text("Document currency", "currency", currencyText),
    days("Clearing date", "settledDate", ({ closed }) => closed, unsigned ? slashYmd : serialDay),
    text("Clearing Document", "clearDoc", ({ closed, doc }) => (closed === NONE ? "" : doc.settled.at(-1)!.by)),
  ];
  const docs = [...book.docs, ...receiptsOf(book)];
  const entries = byDate(docs.map((doc) => entryOf(doc, book.day, { tells: "dated" })));
  return write({ name, system: "SAP FBL5N", language: "en", dirt: ["cleared items with their receipts", unsigned ? "unsigned, S/H" : "signed and S/H"], day: book.day, past: PAST, columns, entries });
}

/** No net due date: the baseline date is none, and the code of the terms says nothing to whoever does not know it. */
function baselineOnly(): Sheet {
  const book = makeBook(plan(106, { documents: 50 }));
  const later = (doc: Doc): number => doc.issued + (doc.minor > 0 ? 5 : 0);
  const columns = [
    text("Customer", "buyerId", idText),
    text("Name", "buyerName", nameText),
    text("Reference", "ref", ({ doc }) => doc.order, ["docNo"]),
    text("Document Number", "docNo", numberText),
    text("Document Type", "docType", type),
    days("Document Date", "docDate", issuedDay, isoDay),
    days("Baseline Date", "baseline", ({ doc }) => later(doc), isoDay, ["dueDate", "docDate", "settledDate"]),
    text("Terms of Payment", "terms", terms),
    money("Amount in local currency", "amountLocal|amount", amountOf, number),
    text("Local Currency", "localCurrency|currency", currencyText),
  ];
  const entries = entriesOf(book, { tells: "open", openOnly: true, due: () => NONE });
  return write({ name: "sap-en-baseline", system: "SAP FBL5N", language: "en", dirt: ["baseline date, no due date", "terms codes", "Reference is an order"], day: book.day, columns, entries });
}

/** Plain terms in days that count from the baseline date, which is none of the other dates. */
function baselineTerms(): Sheet {
  const book = makeBook(plan(110, { documents: 50 }));
  const starts = ({ kind, issued }: Doc): number => issued + (kind === "INV" ? 5 : 0);
  const columns = [
    text("Customer", "buyerId", idText),
    text("Document Number", "docNo", numberText),
    text("Document Type", "docType", type),
    days("Document Date", "docDate", issuedDay, isoDay),
    days("Baseline Date for Payment", "baseline", ({ doc }) => starts(doc), isoDay, ["dueDate", "docDate", "settledDate"]),
    text("Terms of Payment", "terms", ({ doc }) => (doc.kind === "INV" ? `${doc.terms} days net` : "")),
    money("Amount in document currency", "amount", amountOf, number),
    text("Document currency", "currency", currencyText),
  ];
  const entries = entriesOf(book, { tells: "open", openOnly: true, due: (doc) => (doc.kind === "INV" ? starts(doc) + doc.terms : NONE) });
  return write({ name: "sap-en-terms", system: "SAP FBL5N", language: "en", dirt: ["terms from a baseline date"], day: book.day, columns, entries });
}

function chineseLineItems(): Sheet {
  const book = makeBook(plan(107, { language: "zh", documents: 70, paid: 0.5, currencies: ["CNY", "USD"] }));
  const columns = [
    text("已清项目/未清项目符号", undefined, ({ closed }) => (closed === NONE ? "@5B@" : "@5C@"), ["settledDate"]),
    text("总账科目", undefined, () => "1122010100", ["buyerId", "amount"]),
    text("总账科目长文本", undefined, () => "应收账款\\外部"),
    text("凭证类型", "docType", type),
    text("凭证编号", "docNo", numberText),
    text("行项目", undefined, () => 1, ["docNo"]),
    days("过账日期", "postDate", issuedDay, slashYmd),
    days("凭证日期", "docDate", issuedDay, slashYmd),
    text("借/贷标识", "dcInd", side),
    text("过账码", undefined, ({ doc }) => (doc.minor < 0 ? "15" : "01")),
    money("本币金额", "amountLocal", ({ doc, amount }) => Math.round(amount * (doc.currency === "USD" ? 7.1 : 1)), number, ["amount"]),
    text("本币", "localCurrency", () => "CNY", ["currency"]),
    money("以凭证货币计的金额", "amount", amountOf, number),
    text("凭证货币", "currency", currencyText),
    text("文本", undefined, ({ doc }) => `货款 ${doc.order}`),
    text("客户", "buyerId", idText),
    text("分配", "ref", ({ doc }) => doc.order),
    days("清帐日期", "settledDate", ({ closed }) => closed, slashYmd),
    text("清帐凭证", "clearDoc", ({ closed, doc }) => (closed === NONE ? "" : doc.settled.at(-1)!.by)),
    text("冲销科目类型", undefined, () => "S"),
  ];
  const entries = byDate([...book.docs, ...receiptsOf(book)].map((doc) => entryOf(doc, book.day, { tells: "dated", due: () => NONE })));
  return write({
    name: "sap-zh-lines", system: "SAP FBL5N", language: "zh", dirt: ["local and document currency", "signed and S/H", "cleared items with their receipts", "no due date"], day: book.day,
    past: PAST, columns, entries,
  });
}

function chineseOpenItems(): Sheet {
  const book = makeBook(plan(108, { language: "zh", documents: 80, currencies: ["CNY"] }));
  const columns = [
    text("公司代码", undefined, () => "1100"),
    text("客户", "buyerId", idText),
    text("名称 1", "buyerName", nameText),
    text("凭证编号", "docNo", numberText),
    text("凭证类型", "docType", type),
    days("凭证日期", "docDate", issuedDay, compactText),
    days("基准日期", "baseline", issuedDay, compactText, ["dueDate", "docDate"]),
    days("净到期日", "dueDate", dueDay, compactText),
    text("净到期日后的逾期天数", "dpd", lateDays(book.day), ["dueDate", "amount", "open"]),
    money("凭证货币金额", "amount", amountOf, trailingMinus),
    text("货币", "currency", currencyText),
    text("付款条件", "terms", terms),
    text("分配", "ref", ({ doc }) => doc.order),
  ];
  const entries = [...byBuyer(entriesOf(book, { tells: "open", openOnly: true }))];
  entries[3] = dropped(entries[3]!, { 凭证日期: "待定" }, entries[3]!.amount);
  entries[9] = undue(entries[9]!, { 净到期日: "另行通知" });
  const total = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 1, part);
  return write({
    name: "sap-zh-open", system: "SAP FBL5N", language: "zh", dirt: ["title rows", "小计 合计", "trailing minus", "20250603", "wrong cells"], day: book.day, columns, entries,
    above: [["客户行项目清单"], ["打印日期：2025年7月1日", null, null, "第 1 页"], []],
    group: { by: ({ doc }) => doc.buyer.id, foot: (part) => [total("小计", part)] }, grand: (all) => [total("合计", all)],
  });
}

/** A table's own field names, as a browser of tables exports BSID and BSAD. */
function technical(): Sheet {
  const book: Book = makeBook(plan(109, { language: "zh", documents: 70, paid: 0.45, currencies: ["CNY"] }));
  const columns = [
    text("BUKRS", undefined, () => "1000"),
    text("KUNNR", "buyerId", idText),
    text("NAME1", "buyerName", nameText),
    text("UMSKZ", undefined, () => ""),
    text("AUGBL", "clearDoc", ({ closed, doc }) => (closed === NONE ? "" : doc.settled.at(-1)!.by)),
    days("AUGDT", "settledDate", ({ closed }) => closed, compactText),
    text("ZUONR", "ref", ({ doc }) => doc.order),
    text("GJAHR", undefined, () => 2025, ["docDate", "amount"]),
    text("BELNR", "docNo", numberText),
    days("BUDAT", "postDate", issuedDay, compactText),
    days("BLDAT", "docDate", issuedDay, compactText),
    text("WAERS", "currency", currencyText),
    text("BLART", "docType", type),
    text("SHKZG", "dcInd", side),
    money("DMBTR", "amountLocal", ({ amount }) => Math.abs(amount), number),
    money("WRBTR", "amount", ({ amount }) => Math.abs(amount), number),
    text("SGTXT", undefined, ({ doc }) => doc.order),
    days("ZFBDT", "baseline", issuedDay, compactText, ["dueDate"]),
    text("ZTERM", "terms", terms),
    days("FAEDT", "dueDate", dueDay, compactText),
  ];
  const entries = [...book.docs, ...receiptsOf(book)].map((doc) => entryOf(doc, book.day, { tells: "dated" }));
  return write({
    name: "sap-technical", system: "SAP FBL5N", language: "zh", dirt: ["field names", "00000000", "unsigned, S/H", "cleared items with their receipts"], day: book.day, past: PAST,
    columns, entries,
  });
}

export const sap = (): Sheet[] => [
  openItems(), classicList(), germanNumbers(), allItems("sap-en-all", false), allItems("sap-en-unsigned", true), baselineOnly(), baselineTerms(), chineseLineItems(), chineseOpenItems(), technical(),
];
