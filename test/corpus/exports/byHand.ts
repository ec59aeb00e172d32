/**
 * Ledgers people keep by hand, and one printed by Tally (bills receivable with two rows of headings: a public parser's fixture of a real file).
 * All other headings are made up as such sheets have them.
 */
import type { Cell } from "../../../src/values/cell";
import { makeBook, PAST, type BookPlan } from "../book";
import { NONE } from "../calendar";
import { Chance } from "../chance";
import {
  amountOf, byBuyer, byDate, currencyText, days, dropped, dueDay, entriesOf, idText, issuedDay, lateDays, money, nameText, numberText, openOf, paidOf, text, totalRow, under, undue, write,
  type Column, type Entry, type Sheet,
} from "../sheet";
import { apostrophes, brackets, chineseDay, compactNumber, dayFirst, inUnits, isoDay, longNamed, named, number, oracleDay, serialDay, slashYmd, withCode, type DayWriter } from "../writers";

const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({ seed, paid: 0.35, part: 0.12, credits: 0.05, onAccount: 0.03, ...more });

/** Every way to write a date, one after the other in one column; none of them leaves a doubt. */
const mixed = (writers: readonly DayWriter[]) => (day: (entry: Entry) => number) => (entry: Entry, at: number): Cell => writers[at % writers.length]!(day(entry));

function everyDate(): Sheet {
  const book = makeBook(plan(1301, { documents: 90, currencies: ["EUR"], buyers: 12 }));
  const day = mixed([serialDay, isoDay, slashYmd, named, longNamed, oracleDay, compactNumber]);
  const columns = [
    text("Debtor no", "buyerId", idText), text("Debtor", "buyerName", nameText), text("Invoice no", "docNo", numberText), text("Date issued", "docDate", day(issuedDay)),
    text("Payment due", "dueDate", day(dueDay)), money("Invoice value", "amount", amountOf, apostrophes), money("Received", "paid", paidOf, apostrophes),
    text("Days late", "dpd", lateDays(book.day), ["amount"]), text("Comments", undefined, () => "Total agreed; balance by Friday"),
  ];
  return write({
    name: "hand-en-dates", system: "by hand", language: "en", dirt: ["seven forms of dates in one column", "1'234.50", "paid, no open amount", "notes"], day: book.day, columns,
    entries: entriesOf(book, { tells: "undated", currency: "XXX" }),
  });
}

function errors(): Sheet {
  const book = makeBook(plan(1302, { documents: 60, noDue: 0.1 }));
  const columns = [
    text("Customer no", "buyerId", idText), text("Customer name", "buyerName", nameText), text("Invoice number", "docNo", numberText), days("Invoice date", "docDate", issuedDay, serialDay),
    days("Due date", "dueDate", dueDay, serialDay), money("Amount", "amount", amountOf, number), money("Open", "open", openOf, number), text("Currency", "currency", currencyText),
  ];
  const error = (code: string): Cell => ({ type: "Error", basicValue: code });
  const entries = [...entriesOf(book, { tells: "undated", openOnly: true })];
  entries[2] = dropped(entries[2]!, { "Invoice date": error("#VALUE!") }, entries[2]!.amount);
  entries[5] = dropped(entries[5]!, { Amount: error("#REF!"), Open: error("#REF!") }, undefined);
  entries[7] = undue(entries[7]!, { "Due date": error("#N/A") });
  entries[9] = dropped(entries[9]!, { "Customer no": null, "Customer name": null }, entries[9]!.amount);
  entries[12] = dropped(entries[12]!, { "Invoice date": null }, entries[12]!.amount);
  entries[14] = dropped(entries[14]!, { Amount: 1e300, Open: 1e300 }, undefined);
  return write({ name: "hand-en-errors", system: "by hand", language: "en", dirt: ["error cells", "no buyer", "no date", "1e300", "wrong cells"], day: book.day, columns, entries });
}

/** USD thousands above; 300 columns wide, most of them empty. */
function wide(): Sheet {
  const book = makeBook(plan(1303, { documents: 50, step: 10_000 }));
  const filler: Column[] = Array.from({ length: 292 }, (_, n) => text(`Custom ${n + 1}`, undefined, (_entry, at) => (n % 40 === 0 ? at : null), ["amount", "open", "docDate"]));
  const columns = [
    ...filler.slice(0, 100), text("Client code", "buyerId", idText), text("Client", "buyerName", nameText), text("Invoice", "docNo", numberText), ...filler.slice(100, 200),
    days("Invoice date", "docDate", issuedDay, isoDay), days("Due", "dueDate", dueDay, isoDay), money("Amount", "amount", amountOf, inUnits(1000)),
    money("Outstanding", "open", openOf, inUnits(1000)), ...filler.slice(200),
  ];
  return write({
    name: "hand-en-wide", system: "by hand", language: "en", dirt: ["300 columns", "USD thousands above the headings", "grand total"], day: book.day, columns,
    above: [["Receivables, all figures in USD thousands"], []], entries: entriesOf(book, { tells: "undated", openOnly: true, currency: "XXX" }),
    grand: (all) => [totalRow(columns, "Grand Total", 100, all)],
  });
}

/** Terms in words, no due dates; the same number for two buyers. */
function terms(): Sheet {
  const book = makeBook(plan(1304, { documents: 60, credits: 0, onAccount: 0, numbers: (_, n) => `A-${101 + Math.floor(n / 2)}` }));
  const seen = new Set<string>();
  const docs = book.docs.filter((doc) => !seen.has(`${doc.number} ${doc.buyer.id}`) && seen.add(`${doc.number} ${doc.buyer.id}`) !== undefined);
  const words: readonly [string, (issued: number, net: number) => number][] = [
    ["Net %", (issued, net) => issued + net], ["% days", (issued, net) => issued + net], ["2/10 n%", (issued, net) => issued + net], ["net% days from invoice", (issued, net) => issued + net],
  ];
  const wordOf = (number_: string): readonly [string, (issued: number, net: number) => number] => words[Number(number_.slice(2)) % words.length]!;
  const columns = [
    text("Buyer", "buyerName", nameText), text("Invoice no.", "docNo", numberText), days("Invoice date", "docDate", issuedDay, dayFirst),
    text("Payment terms", "terms", ({ doc }) => wordOf(doc.number)[0].replace("%", String(doc.terms))), money("Total incl. VAT", "amount", amountOf, withCode("USD")),
    money("Balance due", "open", openOf, withCode("USD")),
  ];
  const entries = entriesOf({ ...book, docs }, { tells: "undated", openOnly: true, buyer: "name", currency: "XXX", due: ({ number: no, issued, terms: net }) => wordOf(no)[1](issued, net) });
  return write({ name: "hand-en-terms", system: "by hand", language: "en", dirt: ["terms in words", "one number, two buyers", "USD 1,234.50", "03/06/2025"], day: book.day, columns, entries });
}

/** Credits without a sign, told by their type alone; paid dates. */
function unsigned(): Sheet {
  const book = makeBook(plan(1305, { documents: 80, paid: 0.5, part: 0, credits: 0.1, onAccount: 0.05, currencies: ["GBP"] }));
  const columns = [
    text("Account", "buyerId", idText), text("Company", "buyerName", nameText),
    text("Type", "docType", ({ doc }) => ({ INV: "Invoice", CN: "Credit note", UNAP: "On account" })[doc.kind as string] ?? "Invoice"), text("Number", "docNo", numberText),
    days("Date", "docDate", issuedDay, dayFirst), days("Due", "dueDate", dueDay, dayFirst), money("Amount", "amount", ({ amount }) => Math.abs(amount), number),
    text("Ccy", "currency", currencyText), days("Date paid", "settledDate", ({ closed }) => closed, dayFirst),
  ];
  return write({
    name: "hand-en-unsigned", system: "by hand", language: "en", dirt: ["credits without a sign", "settled dates", "03/06/2025"], day: book.day, past: PAST, columns,
    entries: entriesOf(book, { tells: "dated" }),
  });
}

function chinese(): Sheet {
  const book = makeBook(plan(1306, { language: "zh", documents: 70, buyers: 12, currencies: ["CNY"] }));
  const day = mixed([serialDay, isoDay, slashYmd, chineseDay, compactNumber]);
  const columns = [
    text("序号", undefined, (_, at) => at + 1, ["docNo", "amount"]), text("客户名称", "buyerName", nameText), text("发票号码", "docNo", numberText), text("开票日期", "docDate", day(issuedDay)),
    text("应付款日", "dueDate", day(dueDay)), money("开票金额（元）", "amount", amountOf, brackets), money("已回款金额", "paid", paidOf, brackets), money("欠款金额", "open", openOf, brackets),
    text("备注", undefined, () => "合计以对账单为准"),
  ];
  const entries = [...byBuyer(entriesOf(book, { tells: "undated", buyer: "name", currency: "XXX" }))];
  entries[3] = dropped(entries[3]!, { 开票日期: "去年底" }, entries[3]!.amount);
  entries[8] = dropped(entries[8]!, { "开票金额（元）": "见附件", 欠款金额: "见附件", 已回款金额: null }, undefined);
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 1, part);
  return write({
    name: "hand-zh", system: "by hand", language: "zh",
    dirt: ["title rows", "five forms of dates in one column", "(1,234.50)", "小计 合计", "blank rows", "totals' words in notes", "wrong cells"], day: book.day, columns, entries,
    above: [["应收账款台账"], ["制表：财务部", null, null, null, null, null, "2025年6月30日"]], group: { by: ({ doc }) => doc.buyer.name, foot: (all) => [sum("小计", all), []] },
    grand: (all) => [sum("合计", all)],
  });
}

/** The parties' names in a row above their bills, two rows of headings, "by days" under one of them. */
function tally(): Sheet {
  const book = makeBook(plan(1307, { documents: 60, credits: 0, onAccount: 0 }));
  const columns = [
    days("Date", "docDate", issuedDay, named), text("Ref. No.", "docNo|ref", numberText), text("Party's Name", "buyerName", () => null),
    under("Opening", money("Amount", "amount", amountOf, number)), under("Pending", money("Amount", "open", openOf, number, ["amount"])), days("Due on", "dueDate", dueDay, named),
    under("Overdue", text("by days", "dpd", ({ due }) => Math.max(0, book.day - due), ["amount"])),
  ];
  return write({
    name: "tally-bills", system: "by hand", language: "en", dirt: ["title rows", "two rows of headings", "buyer in group rows, third column", "3 Jun 2025"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { tells: "undated", openOnly: true, buyer: "name", currency: "XXX" })), above: [["Mantra Exports"], ["Bills Receivable"], ["1-Jan-25 to 30-Jun-25"]],
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[null, null, first!.doc.buyer.name]] },
  });
}

/** Receipts on a sheet of their own, several to an invoice, each with its day. */
function withPayments(language: "en" | "zh"): Sheet {
  const english = language === "en";
  const book = makeBook(plan(english ? 1309 : 1310, { language, documents: 70, paid: 0.3, part: 0.25, writtenOff: 0, credits: 0.04, currencies: [english ? "EUR" : "CNY"], step: 2 }));
  const heading = (en: string, zh: string): string => (english ? en : zh);
  const columns = [
    text(heading("Customer No", "客户编码"), "buyerId", idText), text(heading("Customer Name", "客户名称"), "buyerName", nameText), text(heading("Invoice No", "发票号"), "docNo", numberText),
    days(heading("Invoice Date", "开票日期"), "docDate", issuedDay, english ? isoDay : slashYmd), days(heading("Due Date", "到期日"), "dueDate", dueDay, english ? isoDay : slashYmd),
    money(heading("Amount", "价税合计"), "amount", amountOf, number), text(heading("Currency", "币种"), "currency", currencyText),
  ];
  const receipts = book.docs.flatMap((doc) => doc.settled.flatMap(({ day, minor, by }) => (day < book.day ? [[by, doc.number, day, minor / 200], [`${by}-2`, doc.number, day + 1, minor / 200]] : [[by, doc.number, day, minor / 100]])));
  const docs = book.docs.map((doc) => ({ ...doc, settled: doc.settled.flatMap((one) => (one.day < book.day ? [{ ...one, minor: one.minor / 2 }, { ...one, minor: one.minor / 2, day: one.day + 1 }] : [one])) }));
  return write({
    name: `hand-${language}-payments`, system: "by hand", language, dirt: ["receipts on another sheet", "two receipts an invoice"], day: book.day, past: PAST, columns, entries: entriesOf({ ...book, docs }, { tells: "dated" }),
    payments: [english ? ["Receipt No", "Invoice No", "Payment Date", "Amount"] : ["收款单号", "发票号", "收款日期", "收款金额"], ...receipts],
  });
}

/** Two columns both called Date, and columns that only look like money. */
function doubled(): Sheet {
  const book = makeBook(plan(1308, { documents: 50, currencies: ["USD"] }));
  const columns = new Chance(8).shuffled([
    text("Customer", "buyerName", nameText), text("Customer", "buyerId", idText), days("Invoice Date", "docDate", issuedDay, isoDay), text("Document No", "docNo", numberText),
    money("Amount", "amount", amountOf, number), money("Amount", undefined, amountOf, number), money("Balance", "open", openOf, number), days("Due Date", "dueDate", dueDay, isoDay),
    text("Phone", undefined, ({ doc }) => 4_155_550_100 + Number(doc.buyer.id), ["amount"]), text("Credit limit", undefined, () => 50_000, ["amount", "open", "credit"]),
    text("Discount %", undefined, () => 2.5, ["amount", "paid"]),
  ]);
  return write({
    name: "hand-en-doubled", system: "by hand", language: "en", dirt: ["duplicate headings", "columns shuffled", "numbers that are no money"], day: book.day, columns,
    entries: byDate(entriesOf(book, { tells: "undated", openOnly: true, currency: "XXX", due: (doc) => (doc.kind === "INV" ? doc.due : NONE) })),
  });
}

export const byHand = (): Sheet[] => [everyDate(), errors(), wide(), terms(), unsigned(), chinese(), tally(), withPayments("en"), withPayments("zh"), doubled()];
