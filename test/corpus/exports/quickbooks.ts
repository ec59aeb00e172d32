/**
 * QuickBooks Online and Desktop.
 * Headings and the layout of the ageing detail (buckets as group rows, "Total for ...", TOTAL, a print time): the fixtures of a public parser.
 * `Num, Customer, Date, Due Date, Amount, Open Balance, P.O. #` and `Customer, Invoice #, Open Balance, Due Date, Invoice Date, Email`: test
 * files of public importers. From memory: open invoices and collections by customer, the desktop's ageing detail, the transaction list.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, type BookPlan, type Doc } from "../book";
import { NONE } from "../calendar";
import { Chance } from "../chance";
import {
  amountOf, bucketOf, byBuyer, byDate, days, dropped, dueDay, entriesOf, issuedDay, lateDays, money, nameText, numberText, openOf, text, totalRow, undue, write, type Entry, type Sheet,
} from "../sheet";
import { brackets, dollarBrackets, dollars, grouped, monthFirst, number, numberOrBlank, serialDay } from "../writers";

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "Invoice", CN: "Credit Memo", UNAP: "Payment", DN: "Invoice" };
const type = ({ doc }: Entry): string => TYPES[doc.kind] ?? "Journal Entry";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({ seed, paid: 0.35, part: 0.15, credits: 0.06, onAccount: 0.05, numbers: (_, n) => String(1040 + n), ...more });
const TELLS = { tells: "undated", buyer: "name", currency: "XXX" } as const;
const OPEN = { tells: "open", openOnly: true, buyer: "name", currency: "XXX" } as const;

const BUCKETS = ["CURRENT", "1 - 30 days past due", "31 - 60 days past due", "61 - 90 days past due", "91 or more days past due"];

/** Groups are ages here, not buyers. */
function agingDetail(): Sheet {
  const book = makeBook(plan(401, { documents: 90 }));
  const columns = [
    text("", undefined, () => null), days("Date", "docDate", issuedDay, monthFirst), text("Transaction type", "docType", type), text("Num", "docNo", numberText),
    text("Customer full name", "buyerName", nameText),
    days("Due date", "dueDate", dueDay, monthFirst), money("Amount", "amount", amountOf, grouped), money("Open balance", "open", openOf, grouped),
  ];
  const bucket = (entry: Entry): number => bucketOf(entry, [0, 30, 60, 90], book.day);
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part).map((cell, c) => (c === 6 ? null : cell));
  return write({
    name: "quickbooks-aging", system: "QuickBooks", language: "en", dirt: ["title rows", "ages as group rows", "Total for rows", "month first", "print time below"], day: book.day, columns,
    above: [["Foundry Distribution, Inc"], ["A/R Aging Detail Report"], ["As of Jun 30, 2025"], []], below: [[], ["Monday, June 30, 2025 04:19 PM GMT-06:00"]],
    entries: [...entriesOf(book, { ...TELLS, openOnly: true })].sort((a, b) => bucket(b) - bucket(a)),
    group: { by: (entry) => BUCKETS[bucket(entry)]!, head: (part) => [[BUCKETS[bucket(part[0]!)]!]], foot: (part) => [sum(`Total for ${BUCKETS[bucket(part[0]!)]!}`, part)] },
    grand: (all) => [sum("TOTAL", all)],
  });
}

function openInvoices(): Sheet {
  const book = makeBook(plan(402, { documents: 80 }));
  const columns = [
    text("", undefined, () => null), days("Date", "docDate", issuedDay, monthFirst), text("Transaction type", "docType", type), text("Num", "docNo", numberText),
    text("Terms", "terms", ({ doc }) => (doc.kind === "INV" ? (doc.terms === 0 ? "Due on receipt" : `Net ${doc.terms}`) : "")),
    days("Due date", "dueDate", dueDay, monthFirst), money("Open balance", "open", openOf, dollars),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "quickbooks-open", system: "QuickBooks", language: "en", dirt: ["title rows", "buyer in group rows", "Total for rows", "$1,234.50", "month first"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, OPEN)),
    above: [["Foundry Distribution, Inc"], ["Open Invoices"], ["As of June 30, 2025"], []],
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [sum(`Total for ${part[0]!.doc.buyer.name}`, part)] }, grand: (all) => [sum("TOTAL", all)],
  });
}

const phoned = ({ buyer }: Doc): string => `${buyer.name} (415) 555-0${buyer.id.slice(-3)}`;

function collections(): Sheet {
  const book = makeBook(plan(403, { documents: 70 }));
  const columns = [
    text("Customer", "buyerName", () => null), days("Date", "docDate", issuedDay, monthFirst), text("Transaction Type", "docType", type), text("Num", "docNo", numberText),
    days("Due Date", "dueDate", dueDay, monthFirst),
    text("Past Due", "dpd", lateDays(book.day), ["open", "amount", "dueDate"]), money("Amount", "amount", amountOf, dollarBrackets), money("Open Balance", "open", openOf, dollarBrackets),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "quickbooks-collections", system: "QuickBooks", language: "en", dirt: ["buyer and telephone in group rows", "Total rows", "($1,234.50)", "blank rows"], day: book.day, columns,
    entries: byBuyer(entriesOf(book, { ...TELLS, openOnly: true, key: phoned })),
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[phoned(first!.doc)]], foot: (part) => [sum(`Total ${part[0]!.doc.buyer.name}`, part), []] }, grand: (all) => [sum("TOTAL", all)],
  });
}

function invoiceList(): Sheet {
  const book = makeBook(plan(404, { documents: 90 }));
  const columns = [
    days("Date", "docDate", issuedDay, monthFirst), text("Transaction type", "docType", type), text("Num", "docNo", numberText), text("Name", "buyerName", nameText),
    text("Memo/Description", undefined, ({ doc }) => `Total of order ${doc.order}, balance to follow`),
    days("Due date", "dueDate", dueDay, monthFirst), money("Amount", "amount", amountOf, dollars), money("Open balance", "open", openOf, dollars),
  ];
  const entries = byDate(entriesOf(book, TELLS));
  entries[6] = dropped(entries[6]!, { Date: "see memo" }, entries[6]!.amount);
  entries[11] = undue(entries[11]!, { "Due date": "TBD" });
  entries[15] = dropped(entries[15]!, { Amount: "n/a", "Open balance": "n/a" }, undefined);
  return write({
    name: "quickbooks-list", system: "QuickBooks", language: "en", dirt: ["title rows", "$1,234.50", "paid rows at 0.00", "wrong cells", "totals' words in a memo"], day: book.day,
    above: [["Foundry Distribution, Inc"], ["Invoice List by Date"], ["January - June, 2025"], []], columns, entries, grand: (all) => [totalRow(columns, "TOTAL", 0, all)],
  });
}

function desktop(): Sheet {
  const book = makeBook(plan(405, { documents: 70 }));
  const columns = [
    text("", undefined, () => null), text("Type", "docType", type), days("Date", "docDate", issuedDay, serialDay), text("Num", "docNo", ({ doc }) => Number(doc.number)),
    text("P. O. #", "ref", ({ doc }) => doc.order, ["docNo"]), text("Name", "buyerName", nameText),
    text("Terms", "terms", ({ doc }) => (doc.kind === "INV" ? `Net ${doc.terms}` : "")), days("Due Date", "dueDate", dueDay, serialDay),
    text("Class", undefined, () => "Wholesale", ["docType"]), text("Aging", "dpd", lateDays(book.day), ["amount", "open"]), money("Open Balance", "open", openOf, number),
  ];
  const bucket = (entry: Entry): string => ["Current", "1 - 30", "31 - 60", "61 - 90", "> 90"][bucketOf(entry, [0, 30, 60, 90], book.day)]!;
  const order = ["Current", "1 - 30", "31 - 60", "61 - 90", "> 90"];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "quickbooks-desktop", system: "QuickBooks", language: "en", dirt: ["ages as group rows", "Total rows", "numbers as numbers", "Class beside Type"], day: book.day, columns,
    entries: [...entriesOf(book, OPEN)].sort((a, b) => order.indexOf(bucket(a)) - order.indexOf(bucket(b))),
    group: { by: bucket, head: (part) => [[bucket(part[0]!)]], foot: (part) => [sum(`Total ${bucket(part[0]!)}`, part)] }, grand: (all) => [sum("TOTAL", all)],
  });
}

function simple(): Sheet {
  const book = makeBook(plan(406, { documents: 60, credits: 0 }));
  const columns = new Chance(406).shuffled([
    text("Customer", "buyerName", nameText), text("Invoice #", "docNo", numberText), money("Open Balance", "open", openOf, brackets), days("Due Date", "dueDate", dueDay, monthFirst),
    days("Invoice Date", "docDate", issuedDay, monthFirst),
    text("Email", undefined, ({ doc }) => `ap${doc.buyer.id}@buyer.example`), text("P.O. #", "ref", ({ doc }) => doc.order, ["docNo"]), text("Notes", undefined, () => "called 6/12, promised 500.00"),
  ]);
  return write({
    name: "quickbooks-simple", system: "QuickBooks", language: "en", dirt: ["columns shuffled", "credits in brackets", "notes with numbers"], day: book.day, columns,
    entries: entriesOf(book, OPEN),
  });
}

/** Receipts as rows that settle nothing in particular: the balance is right, the ages are on account. */
function transactions(): Sheet {
  const book = makeBook(plan(407, { paid: 0, part: 0, onAccount: 0.25, documents: 80 }));
  const columns = [
    days("Date", "docDate", issuedDay, monthFirst), text("Transaction Type", "docType", type), text("Num", "docNo", numberText), text("Customer", "buyerName", nameText),
    text("Posting", undefined, () => "Yes"), text("Account", undefined, () => "Accounts Receivable (A/R)", ["buyerId", "buyerName"]),
    money("Amount", "amount", amountOf, numberOrBlank),
  ];
  return write({
    name: "quickbooks-transactions", system: "QuickBooks", language: "en", dirt: ["title rows", "receipts as rows", "no open amount", "no due date", "Account is no buyer"], day: book.day,
    above: [["Transaction List by Customer"], ["All Dates"], []], columns, entries: byDate(entriesOf(book, { ...TELLS, tells: "nothing", due: () => NONE })),
    grand: (all) => [totalRow(columns, "TOTAL", 0, all)],
  });
}

export const quickbooks = (): Sheet[] => [agingDetail(), openInvoices(), collections(), invoiceList(), desktop(), simple(), transactions()];
