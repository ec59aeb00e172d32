/**
 * Xero: aged receivables, the invoice list, the API's fields.
 * Headings of the aged report (23 columns, one of them without a name; contact rows, "Total ..." rows) and the shorter form with
 * `Current`: fixtures of two public parsers made from real exports. Fields of the invoice: the vendor's API documents.
 * From memory: the columns of the invoice list's CSV with a row for every line item, and its status words.
 */
import type { Cell } from "../../../src/values/cell";
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, scaleOf, type BookPlan } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, buckets, byBuyer, byDate, currencyText, days, dropped, dueDay, entriesOf, issuedDay, money, nameText, numberText, openOf, paidOf, statusText, text, totalRow, write, type Entry,
  type Sheet,
} from "../sheet";
import { dayFirst, grouped, isoStamp, named, number, numberOrBlank, pounds, serialDay } from "../writers";
import { drafts } from "./drafts";

const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, paid: 0.35, part: 0.12, credits: 0.06, onAccount: 0.04, currencies: ["GBP"],
  numbers: (kind, n) => `${kind === "INV" ? "INV" : kind === "CN" ? "CN" : "OP"}-0${210 + n}`, ...more,
});
const OPEN = { tells: "open", openOnly: true, buyer: "name", currency: "XXX" } as const;
const EDGES = [30, 60, 90, 120];

function agedDetail(): Sheet {
  const book = makeBook(plan(501, { documents: 90 }));
  const columns = [
    text("Contact Account Number", undefined, () => null), text("Primary Person", undefined, () => "A. Person", ["buyerName"]), text("Phone", undefined, () => "020 7946 0000", ["amount"]),
    text("Email", undefined, ({ doc }) => `ap${doc.buyer.id}@buyer.example`), text("Mobile", undefined, () => null), text("Contact Group", undefined, () => null),
    days("Invoice Date", "docDate", issuedDay, serialDay), days("Due Date", "dueDate", dueDay, serialDay),
    days("Expected Date", undefined, ({ due }) => (due === NONE ? NONE : due + 9), serialDay, ["dueDate", "settledDate"]), text("Invoice Number", "docNo", numberText),
    text("Invoice Reference", "ref", ({ doc }) => doc.order, ["docNo"]),
    ...buckets(["< 1 Month", "1 Month", "2 Months", "3 Months", "Older"], EDGES, book.day, numberOrBlank), text("", undefined, () => null), money("Total", "amount|open", openOf, number),
    money("Outstanding Tax", undefined, ({ open }) => Math.round(open / 6), number, ["amount", "open"]), text("Invoice Seen", undefined, () => "Not seen"),
    text("Invoice Sent", undefined, () => "Sent"),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  const blank: Cell[] = columns.map(() => null);
  return write({
    name: "xero-aged", system: "Xero", language: "en", dirt: ["title rows", "a blank row under the headings", "buyer in group rows", "Total rows", "a row of percentages", "expected date"],
    day: book.day, columns, entries: byBuyer(entriesOf(book, OPEN)),
    above: [["Aged Receivables Detail"], ["Demo Company (UK)"], ["As at 30 June 2025"], ["Ageing by due date"], blank], gap: [blank],
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [sum(`Total ${part[0]!.doc.buyer.name}`, part), blank] },
    grand: (all) => [sum("Total", all), columns.map(({ total }, c) => (c === 0 ? "Percentage of total" : total === undefined ? null : 0.2))],
  });
}

function agedCurrent(): Sheet {
  const book = makeBook(plan(502, { documents: 70 }));
  const columns = [
    text("Invoice Number", "docNo", numberText), days("Invoice Date", "docDate", issuedDay, named), days("Due Date", "dueDate", dueDay, named),
    text("Invoice Reference", "ref", ({ doc }) => doc.order, ["docNo"]),
    ...buckets(["Current", "< 1 Month", "1 Month", "2 Months", "3 Months", "Older"], [0, ...EDGES], book.day, grouped), money("Total", "amount|open", openOf, grouped),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 0, part);
  return write({
    name: "xero-aged-current", system: "Xero", language: "en", dirt: ["title rows", "buyer in group rows", "Total rows", "3 Jun 2025", "1,234.50 as text", "0.00 in every bucket"],
    day: book.day, columns, entries: byBuyer(entriesOf(book, OPEN)),
    above: [["Aged Receivables Detail"], ["Fixture Pty Ltd"], ["As at 30 June 2025"], ["Ageing by due date"]],
    group: { by: ({ doc }) => doc.buyer.name, head: ([first]) => [[first!.doc.buyer.name]], foot: (part) => [sum(`Total ${part[0]!.doc.buyer.name}`, part), []] },
    grand: (all) => [sum("Total", all)],
  });
}

const TYPES: Readonly<Partial<Record<Kind, string>>> = { INV: "Sales invoice", CN: "Sales credit note", UNAP: "Sales overpayment", PRE: "Sales prepayment" };
const status = (_: unknown, open: number): string => (open === 0 ? "Paid" : "Awaiting Payment");

function invoiceColumns(): ReturnType<typeof text>[] {
  return [
    text("ContactName", "buyerName", nameText), text("EmailAddress", undefined, () => ""), text("POAddressLine1", undefined, () => "23 Main Street"),
    text("POCity", undefined, () => "Leeds"), text("POPostalCode", undefined, () => "LS1 4AB"), text("InvoiceNumber", "docNo", numberText),
    text("Reference", "ref", ({ doc }) => doc.order, ["docNo"]),
    days("InvoiceDate", "docDate", issuedDay, dayFirst), days("DueDate", "dueDate", dueDay, dayFirst), money("Total", "amount", amountOf, grouped),
    money("TaxTotal", undefined, ({ amount }) => Math.round(amount / 6), grouped, ["amount", "open"]),
    money("InvoiceAmountPaid", "paid", paidOf, grouped), money("InvoiceAmountDue", "open", openOf, grouped),
  ];
}

const lastColumns = [text("Currency", "currency", currencyText), text("Type", "docType", ({ doc }) => TYPES[doc.kind] ?? "Sales invoice"), text("Sent", undefined, () => "Sent"),
text("Status", "status", statusText)];

function invoices(): Sheet {
  const book = makeBook(plan(503, { documents: 90, currencies: ["GBP", "EUR"], prepaid: 0.04 }));
  const columns = [...invoiceColumns(), ...lastColumns];
  const entries = [...entriesOf(book, { tells: "undated", buyer: "name", status }), ...drafts(504, { currencies: ["GBP"] }, ["Draft", "Awaiting Approval", "Voided", "Deleted"])];
  entries[2] = dropped(entries[2]!, { InvoiceDate: "31/02/2025" }, entries[2]!.amount);
  return write({
    name: "xero-invoices", system: "Xero", language: "en", dirt: ["03/06/2025", "two currencies", "draft, voided, deleted", "overpayments and prepayments", "a date that does not exist"],
    day: book.day, columns, entries: byDate(entries),
  });
}

/** A row for every line of an invoice, each with the invoice's total. */
function invoiceLines(): Sheet {
  const book = makeBook(plan(505, { documents: 45, credits: 0, onAccount: 0 }));
  const columns = [
    ...invoiceColumns(), text("Description", undefined, (_, at) => `Line ${at}`), text("Quantity", undefined, (_, at) => 1 + (at % 4), ["amount"]),
    money("UnitAmount", undefined, ({ amount }) => Math.round(amount / 3), grouped, ["amount", "open"]),
    money("LineAmount", undefined, ({ amount }) => Math.round(amount / 2), grouped, ["amount", "open"]), ...lastColumns,
  ];
  const entries = entriesOf(book, { tells: "undated", buyer: "name", status }).flatMap((entry, n) => (n % 6 === 0 ? [entry, { ...entry, line: undefined }] : [entry]));
  return write({ name: "xero-lines", system: "Xero", language: "en", dirt: ["a row for every line item", "03/06/2025", "unit and line amounts"], day: book.day, columns, entries });
}

/** Fields of the API, with the day an invoice was paid in full. */
function api(): Sheet {
  const book = makeBook(plan(506, { documents: 80, paid: 0.55, part: 0, onAccount: 0, applied: 0 }));
  const columns = [
    text("Type", "docType", ({ doc }) => (doc.kind === "CN" ? "ACCRECCREDIT" : "ACCREC")),
    text("InvoiceID", undefined, (_, at) => `7d05a53d-0000-4000-8000-${String(at).padStart(12, "0")}`, ["docNo"]), text("InvoiceNumber", "docNo", numberText),
    text("Contact", "buyerName", nameText), days("Date", "docDate", issuedDay, isoStamp), days("DueDate", "dueDate", dueDay, isoStamp),
    text("Status", "status", statusText), money("SubTotal", undefined, ({ amount }) => Math.round(amount / 1.2), number, ["amount", "open"]),
    money("TotalTax", undefined, ({ amount }) => Math.round(amount / 6), number, ["amount"]), money("Total", "amount", amountOf, number),
    money("AmountDue", "open", openOf, number), money("AmountPaid", "paid", paidOf, number), money("AmountCredited", "credited", () => 0, number),
    days("FullyPaidOnDate", "settledDate", ({ closed }) => closed, isoStamp), text("CurrencyCode", "currency", currencyText), text("CurrencyRate", undefined, () => 1, ["amount"]),
  ];
  const entries = [...entriesOf(book, { tells: "dated", buyer: "name", status: (_, open) => (open === 0 ? "PAID" : "AUTHORISED") }), ...drafts(507, { currencies: ["GBP"] }, ["DRAFT", "SUBMITTED", "VOIDED", "DELETED"])];
  return write({
    name: "xero-api", system: "Xero", language: "en", dirt: ["field names", "settled dates", "draft, submitted, voided, deleted", "2025-06-03T00:00:00"], day: book.day, past: PAST,
    columns, entries,
  });
}

/** The older summary: what was credited and paid beside the balance, with pound signs, and its columns in another order. */
function summary(): Sheet {
  const book = makeBook(plan(508, { documents: 60 }));
  const columns = [
    money("Balance", "open", openOf, pounds), text("Number", "docNo", numberText), text("Contact", "buyerName", nameText), days("Date", "docDate", issuedDay, dayFirst),
    days("Due Date", "dueDate", dueDay, dayFirst), text("Overdue by", undefined, ({ due }) => (due !== NONE && due < book.day ? `${book.day - due} days` : ""), ["dueDate", "amount"]),
    money("Total", "amount", amountOf, pounds), money("Paid", "paid", paidOf, pounds),
  ];
  const entries = byBuyer(entriesOf(book, { tells: "undated", buyer: "name", currency: "XXX" }));
  return write({
    name: "xero-summary", system: "Xero", language: "en", dirt: ["£1,234.50", "columns shuffled", "Total row", "12 days"], day: book.day,
    above: [["Receivable Invoice Summary"], ["Demo Company (UK)"], ["For the period 1 January 2025 to 30 June 2025"]], columns, entries,
    grand: (all) => [columns.map(({ heading, total }) => (heading === "Number" ? "Total" : (total?.(all) ?? null)))], below: [[], [`${entries.length} invoices, scale ${scaleOf("GBP")}`]],
  });
}

export const xero = (): Sheet[] => [agedDetail(), agedCurrent(), invoices(), invoiceLines(), api(), summary()];
