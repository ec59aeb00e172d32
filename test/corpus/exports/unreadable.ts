/** Sheets that must be refused: they are no list of documents, or nobody can tell what they say. */
import { makeBook } from "../book";
import { civil, NONE, two } from "../calendar";
import { amountOf, byBuyer, days, dueDay, entriesOf, idText, issuedDay, money, nameText, numberText, openOf, text, type Layout, type Row, type Sheet, write } from "../sheet";
import { dayFirst, number, serialDay, type DayWriter } from "../writers";

const book = makeBook({ seed: 1401, documents: 30, buyers: 8, credits: 0.05 });
const names = byBuyer(entriesOf(book, { tells: "open", openOnly: true }));
const bare = (name: string, language: "en" | "zh", dirt: string, rows: readonly Row[]): Sheet => ({
  name, system: "unreadable", language, dirt: [dirt], grid: rows, lines: [], day: book.day, past: [], columns: [], never: [], buyers: new Map(), wrong: [], unnamedCurrency: true,
  unasked: undefined, refused: "must",
});

const trialBalance = (): Sheet[] => [
  bare("trial-zh", "zh", "trial balance", [
    ["科目余额表"], ["2025年6月"], ["科目编码", "科目名称", "期初余额", "借方", "贷方", "期末余额"],
    ["1122", "应收账款", 120_000, 80_000, 60_000, 140_000], ["1123", "预付账款", 10_000, 0, 0, 10_000], ["2202", "应付账款", -50_000, 20_000, 30_000, -60_000], ["合计", null, 80_000, 100_000, 90_000, 90_000],
  ]),
  bare("trial-en", "en", "trial balance", [
    ["Trial Balance"], ["As of June 30, 2025"], ["Account", "Account Name", "Opening Balance", "Debit", "Credit", "Closing Balance"],
    ["1200", "Accounts Receivable", 120_000, 80_000, 60_000, 140_000], ["2100", "Accounts Payable", -50_000, 20_000, 30_000, -60_000], ["TOTAL", null, 70_000, 100_000, 90_000, 80_000],
  ]),
  bare("trial-buyers", "zh", "balances by customer", [
    ["客户往来余额表"], ["客户编码", "客户名称", "期初余额", "本期借方", "本期贷方", "期末余额"], ...book.buyers.map(({ id, name }, n): Row => [id, name, 1000 * n, 500, 300, 1000 * n + 200]),
  ]),
];

const summaries = (): Sheet[] => [
  bare("summary-zh", "zh", "buckets only", [
    ["应收账款账龄分析表"], ["截止日期：2025-06-30"], ["客户编码", "客户名称", "余额", "1-30天", "31-60天", "61-90天", "90天以上"],
    ...book.buyers.map(({ id, name }, n): Row => [id, name, 100 * (n + 4), 100, 100, 100, 100 * (n + 1)]),
  ]),
  bare("summary-quickbooks", "en", "buckets only", [
    ["A/R Aging Summary"], ["As of June 30, 2025"], [], ["", "CURRENT", "1 - 30", "31 - 60", "61 - 90", "91 AND OVER", "Total"],
    ...book.buyers.map(({ name }, n): Row => [name, 10, 20, 30, 40, n, 100 + n]), ["TOTAL", 80, 160, 240, 320, 28, 828],
  ]),
  bare("summary-xero", "en", "buckets only", [
    ["Aged Receivables Summary"], ["As at 30 June 2025"], [], ["Contact", "Current", "< 1 Month", "1 Month", "2 Months", "3 Months", "Older", "Total"],
    ...book.buyers.map(({ name }, n): Row => [name, 10, 20, 30, 40, 0, n, 100 + n]),
  ]),
];

/** 3 to 12 of a month and never later: day and month cannot be told apart. */
const early = (day: number): number => {
  const at = civil(day);
  return at.day > 12 ? day - at.day + 3 + (at.day % 9) : day;
};
const shortYear: DayWriter = (day) => {
  const at = civil(day);
  return `${two(at.month)}/${two(at.day)}/${two(at.year % 100)}`;
};

function ambiguous(name: string, dirt: string, writer: DayWriter): Sheet {
  const entries = names.map((entry) => ({ ...entry, doc: { ...entry.doc, issued: early(entry.doc.issued) }, due: entry.due === NONE ? NONE : early(entry.due) }));
  const columns = [
    text("Customer No", undefined, idText), text("Customer", undefined, nameText), text("Invoice No", undefined, numberText), days("Invoice Date", undefined, issuedDay, writer),
    days("Due Date", undefined, dueDay, (day) => (day === NONE ? "" : writer(day))), money("Amount", undefined, amountOf, number),
  ];
  const layout: Layout = { name, system: "unreadable", language: "en", dirt: [dirt], day: book.day, columns, entries, refused: "must" };
  return write(layout);
}

function twoAmounts(): Sheet {
  const columns = [text("Customer", undefined, nameText), text("Invoice No", undefined, numberText), days("Invoice Date", undefined, issuedDay, serialDay),
  days("Due Date", undefined, dueDay, serialDay), money("Amount", undefined, openOf, number),
  money("Invoice Amount", undefined, ({ open }) => Math.round(open * 1.2), number)];
  return write({ name: "two-amounts", system: "unreadable", language: "en", dirt: ["two amounts that differ"], day: book.day, columns, entries: names, refused: "must" });
}

export const unreadable = (): Sheet[] => [
  ...trialBalance(), ...summaries(), ambiguous("day-or-month", "day and month cannot be told", dayFirst), ambiguous("two-digit-years", "two-digit years", shortYear), twoAmounts(),
  bare("limits", "en", "no documents", [["Customer No", "Customer Name", "Credit Limit", "Currency"], ...book.buyers.map(({ id, name }): Row => [id, name, 50_000, "USD"])]),
];
