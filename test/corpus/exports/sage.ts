/**
 * Sage 50 (United Kingdom and United States) and Sage Intacct.
 * Field names of the Intacct invoice (CUSTOMERID ... WHENPAID, STATE): the vendor's API documents. From memory: the printed reports of Sage 50,
 * its type codes (SI, SC, SA) and the headings of the ageing list.
 */
import type { Kind } from "../../../src/ledger/ledger";
import { makeBook, PAST, type BookPlan } from "../book";
import { NONE } from "../calendar";
import {
  amountOf, buckets, byBuyer, currencyText, days, dropped, dueDay, entriesOf, idText, issuedDay, lateDays, money, nameText, numberText, openOf, paidOf, statusText, text, totalRow, write,
  type Entry, type Sheet,
} from "../sheet";
import { dayFirst, grouped, longNamed, monthFirst, number, numberOrBlank, sides } from "../writers";
import { drafts } from "./drafts";

const CODES: Readonly<Partial<Record<Kind, string>>> = { INV: "SI", CN: "SC", UNAP: "SA", DN: "SI" };
const code = ({ doc }: Entry): string => CODES[doc.kind] ?? "SI";
const plan = (seed: number, more: Partial<BookPlan> = {}): BookPlan => ({
  seed, ids: "coded", paid: 0.3, part: 0.12, credits: 0.06, onAccount: 0.05, currencies: ["GBP"],
  numbers: (_, n) => String(3301 + n), ...more,
});

/** No due date anywhere: the system ages by the invoice's own date, which is no due date. */
function agedDebtors(): Sheet {
  const book = makeBook(plan(601, { documents: 80 }));
  const columns = [
    text("No", undefined, (_, at) => 5000 + at, ["amount"]), text("Type", "docType", code), days("Date", "docDate", issuedDay, dayFirst), text("Ref", "docNo|ref", numberText),
    text("Details", undefined, ({ doc }) => `Goods, order ${doc.order}`), money("Balance", "open|amount", openOf, grouped),
    ...buckets(["Current", "Period 1", "Period 2", "Period 3", "Older"], [30, 60, 90, 120], book.day, grouped),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 4, part);
  return write({
    name: "sage50-uk-aged", system: "Sage 50", language: "en", dirt: ["title rows", "buyer in block rows", "Totals rows", "03/06/2025", "SI, SC, SA", "no due date", "page breaks"],
    day: book.day, columns, refused: "may",
    above: [["Date: 01/07/2025", null, null, "Demo Limited", null, null, null, "Page: 1"], ["Time: 09:12:44", null, null, "Aged Debtors Analysis (Detailed)"], ["Report Date: 30/06/2025"], []],
    page: { every: 25, head: [["Date: 01/07/2025", null, null, "Demo Limited", null, null, null, "Page: 2"]] },
    entries: byBuyer(entriesOf(book, { tells: "open", openOnly: true, currency: "XXX", due: () => NONE })),
    group: {
      by: ({ doc }) => doc.buyer.id,
      head: ([first]) => [["A/C:", first!.doc.buyer.id, "Name:", first!.doc.buyer.name, "Contact:", "Mr Person", "Tel:", "0191 4960 000"]],
      foot: (part) => [sum("Totals:", part), ["Turnover:", null, null, 120_000], []],
    },
    grand: (all) => [sum("Grand Totals:", all)],
  });
}

function activity(): Sheet {
  const book = makeBook(plan(602, { documents: 80 }));
  const columns = [
    text("No", undefined, (_, at) => 5000 + at, ["amount", "docNo"]), text("Type", "docType", code), text("A/C", "buyerId", idText), text("Name", "buyerName", nameText),
    days("Date", "docDate", issuedDay, dayFirst), days("Due Date", "dueDate", dueDay, dayFirst), text("Inv Ref", "docNo", numberText), text("Details", undefined, () => "Sales"),
    money("Amount", "amount", amountOf, number), money("O/S", "open", openOf, numberOrBlank), money("Paid", "paid", paidOf, numberOrBlank),
  ];
  const entries = entriesOf(book, { tells: "undated", currency: "XXX" });
  entries[7] = dropped(entries[7]!, { Date: "03/13/2025" }, entries[7]!.amount);
  return write({
    name: "sage50-uk-activity", system: "Sage 50", language: "en", refused: "may", dirt: ["03/06/2025", "SI, SC, SA", "blank for nothing", "a day in month 13"], day: book.day,
    columns, entries,
  });
}

/** The buyer stands in the first row of its block only. */
function agedReceivables(): Sheet {
  const book = makeBook(plan(603, { documents: 70, currencies: ["USD"] }));
  const entries = byBuyer(entriesOf(book, { tells: "open", openOnly: true, currency: "XXX" }));
  const first = new Set(entries.filter((entry, n) => entries[n - 1]?.doc.buyer.id !== entry.doc.buyer.id));
  const only = (cell: (entry: Entry) => string) => (entry: Entry): string | null => (first.has(entry) ? cell(entry) : null);
  const columns = [
    text("Customer ID", "buyerId", only(({ doc }) => doc.buyer.id)), text("Customer", "buyerName", only(({ doc }) => doc.buyer.name)),
    text("Contact", undefined, only(() => "J. Person"), ["buyerName"]), text("Telephone 1", undefined, only(() => "770-555-0110")), text("Invoice/CM #", "docNo", numberText),
    days("Date", "docDate", issuedDay, monthFirst), days("Date Due", "dueDate", dueDay, monthFirst),
    ...buckets(["0-30", "31-60", "61-90", "Over 90 days"], [30, 60, 90], book.day, numberOrBlank), money("Amount Due", "open|amount", openOf, number),
  ];
  const sum = (label: string, part: readonly Entry[]): Sheet["grid"][number] => totalRow(columns, label, 1, part);
  return write({
    name: "sage50-us-aged", system: "Sage 50", language: "en", dirt: ["title rows", "buyer in the first row of its block", "sums without a word", "month first"], day: book.day, columns,
    entries, above: [["Bellwether Garden Supply"], ["Aged Receivables"], ["As of Jun 30, 2025"], ["Filter Criteria includes: Report order is by ID. Report is printed in Detail Format."], []],
    group: { by: ({ doc }) => doc.buyer.id, foot: (part) => [totalRow(columns, part[0]!.doc.buyer.id, 0, part).map((cell, c) => (c === 1 ? part[0]!.doc.buyer.name : cell)), []] },
    grand: (all) => [sum("Report Total", all)],
  });
}

function intacct(): Sheet {
  const book = makeBook(plan(604, { documents: 90, paid: 0.55, part: 0, currencies: ["USD", "CAD"] }));
  const columns = [
    text("RECORDNO", undefined, (_, at) => 700 + at, ["docNo", "amount"]), text("CUSTOMERID", "buyerId", idText), text("CUSTOMERNAME", "buyerName", nameText),
    text("RECORDID", "docNo", numberText), text("DOCNUMBER", "ref", ({ doc }) => doc.order, ["docNo"]), text("STATE", "status", statusText),
    days("WHENCREATED", "docDate", issuedDay, monthFirst), days("WHENDUE", "dueDate", dueDay, monthFirst),
    days("WHENPAID", "settledDate", ({ closed }) => closed, monthFirst), text("CURRENCY", "currency", currencyText), money("TRX_TOTALENTERED", "amount", amountOf, number),
    money("TRX_TOTALPAID", "paid", paidOf, number), money("TRX_TOTALDUE", "open", openOf, number),
  ];
  const entries = [...entriesOf(book, { tells: "dated", status: (_, open) => (open === 0 ? "Paid" : "Posted") }), ...drafts(605, { currencies: ["USD"], ids: "coded" }, ["Draft", "Submitted", "Reversed"])];
  return write({
    name: "intacct-fields", system: "Sage Intacct", language: "en", dirt: ["field names", "settled dates", "two currencies", "draft, submitted, reversed"], day: book.day, past: PAST, columns, entries,
  });
}

/** A ledger by customer with Dr and Cr behind the amounts; credits carry no other sign. */
function ledgerReport(): Sheet {
  const book = makeBook(plan(606, { documents: 60, currencies: ["USD"] }));
  const key = ({ buyer }: { readonly buyer: { readonly id: string; readonly name: string } }): string => `${buyer.id}--${buyer.name}`;
  const columns = [
    text("Customer", "buyerName", ({ doc }) => key(doc)), days("Posting date", "postDate", issuedDay, longNamed),
    text("Doc", "docType", ({ doc }) => ({ INV: "Invoice", CN: "Adjustment", UNAP: "Payment" })[doc.kind as string] ?? "Invoice"), text("Document no.", "docNo", numberText),
    days("Due date", "dueDate", dueDay, longNamed), text("Days aged", "dpd", lateDays(book.day), ["amount"]),
    text("Memo", undefined, () => "—"), money("Txn amt", "amount", amountOf, sides), money("Amount due", "open", openOf, sides),
  ];
  return write({
    name: "intacct-ledger", system: "Sage Intacct", language: "en", dirt: ["1,234.50 Dr, Cr", "Jun 3, 2025", "id and name in one cell", "Subtotal rows"], day: book.day, columns,
    above: [["Customer aging report, detail"], ["As of 06/30/2025"]], entries: byBuyer(entriesOf(book, { tells: "undated", buyer: "name", currency: "XXX", key })),
    group: { by: ({ doc }) => doc.buyer.id, foot: (part) => [totalRow(columns, "Subtotal", 0, part)] }, grand: (all) => [totalRow(columns, "Grand total", 0, all)],
  });
}

export const sage = (): Sheet[] => [agedDebtors(), activity(), agedReceivables(), intacct(), ledgerReport()];
