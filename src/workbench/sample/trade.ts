import type { Habit, SampleBuyer } from "./buyers";
import { SAMPLE_BUYERS } from "./buyers";
import { seeded, type Chance } from "./chance";

/** Excel serials: 2024-10-01, and 2026-09-30 on which the book is closed. */
export const FIRST_SERIAL = 45566;
export const CLOSING_SERIAL = 46295;
const DAYS_IN_BOOK = CLOSING_SERIAL - FIRST_SERIAL + 1;

export interface SampleDocument {
  readonly buyer: SampleBuyer;
  readonly number: string;
  readonly type: "Invoice" | "Credit note";
  /** Excel serials */
  readonly issued: number;
  readonly due: number;
  /** cents; negative on a credit note */
  readonly cents: number;
  readonly disputed: boolean;
}

export interface SampleReceipt {
  readonly number: string;
  readonly buyer: SampleBuyer;
  readonly paid: number;
  readonly cents: number;
}

export interface Trade {
  readonly documents: readonly SampleDocument[];
  readonly receipts: readonly SampleReceipt[];
}

/** Mean and spread of days beyond terms, and the days by which they grow in a month. */
const PAYS: Readonly<Record<Habit, { readonly mean: number; readonly spread: number; readonly growth: number }>> = {
  prompt: { mean: -7, spread: 4, growth: 0 },
  usual: { mean: -5, spread: 7, growth: 0 },
  slow: { mean: 8, spread: 11, growth: 0 },
  worsening: { mean: -9, spread: 5, growth: 1.9 },
  failing: { mean: -8, spread: 5, growth: 2.4 },
  starting: { mean: -4, spread: 8, growth: 0 },
};

/** The failing buyer pays nothing after 2026-04-30 and is delivered to until 2026-07-15. */
const LAST_PAYMENT = 46142;
const LAST_DELIVERY = 46218;

/** Days at the end of the book in which a starting buyer has bought. */
const STARTED = 75;

/** Two years of trade, always the same: invoices, credit notes set off on payment, receipts, some in two parts. */
export function makeTrade(seed = 20260930): Trade {
  const chance = seeded(seed);
  const drafts = SAMPLE_BUYERS.flatMap((buyer) => invoicesOf(buyer, chance)).sort((a, b) => a.issued - b.issued || (a.buyer.no < b.buyer.no ? -1 : 1));
  const documents: SampleDocument[] = [];
  const receipts: SampleReceipt[] = [];
  drafts.forEach((draft, at) => {
    const invoice: SampleDocument = { ...draft, number: `INV-${24001 + at}` };
    documents.push(invoice);
    settle(invoice, chance, documents, receipts);
  });
  documents.sort((a, b) => a.issued - b.issued || (a.number < b.number ? -1 : 1));
  receipts.sort((a, b) => a.paid - b.paid || (a.number < b.number ? -1 : 1));
  return { documents, receipts };
}

type Draft = Omit<SampleDocument, "number">;

function invoicesOf(buyer: SampleBuyer, chance: Chance): Draft[] {
  const from = buyer.habit === "starting" ? CLOSING_SERIAL - STARTED : FIRST_SERIAL;
  const until = buyer.habit === "failing" ? LAST_DELIVERY : CLOSING_SERIAL;
  const drafts: Draft[] = [];
  const rhythm = 15 + chance.next() * 12; // days between orders
  for (let day = from + chance.whole(0, 18); day <= until; day += Math.max(2, Math.round(rhythm * (0.55 + 0.9 * chance.next())))) {
    const issued = weekday(day);
    if (issued > until) break;
    drafts.push({ buyer, type: "Invoice", issued, due: issued + buyer.terms, cents: amountOf(buyer, issued, chance), disputed: chance.next() < 0.025 });
  }
  return drafts;
}

/** Saturday and Sunday move to Monday; serial 7 was a Saturday. */
function weekday(serial: number): number {
  const place = serial % 7;
  return place === 0 ? serial + 2 : place === 1 ? serial + 1 : serial;
}

/** Sizes vary by a third, sell better in spring and autumn, and grow slowly. */
function amountOf(buyer: SampleBuyer, issued: number, chance: Chance): number {
  const passed = (issued - FIRST_SERIAL) / DAYS_IN_BOOK;
  const season = 1 + 0.14 * Math.sin(4 * Math.PI * passed);
  return Math.round(buyer.size * 100 * Math.exp(0.33 * chance.bell()) * season * (1 + 0.12 * passed));
}

function settle(invoice: SampleDocument, chance: Chance, documents: SampleDocument[], receipts: SampleReceipt[]): void {
  const paid = weekday(payDay(invoice, chance));
  const credited = chance.next() < 0.045 ? credit(invoice, chance, documents) : undefined;
  const inParts = chance.next() < 0.09;
  const { habit } = invoice.buyer;
  if (paid > CLOSING_SERIAL || (habit === "failing" && paid > LAST_PAYMENT)) return partOf(invoice, paid, inParts, chance, receipts);
  if (credited !== undefined && credited.issued <= paid) receipts.push({ number: credited.number, buyer: invoice.buyer, paid, cents: credited.cents });
  if (!inParts) return void receipts.push({ number: invoice.number, buyer: invoice.buyer, paid, cents: invoice.cents });
  const first = Math.round(invoice.cents * (0.3 + 0.4 * chance.next()));
  receipts.push({ number: invoice.number, buyer: invoice.buyer, paid: Math.max(invoice.issued + 1, weekday(paid - chance.whole(8, 20))), cents: first });
  receipts.push({ number: invoice.number, buyer: invoice.buyer, paid, cents: invoice.cents - first });
}

/** Not paid in full by the closing day; some have paid a part. */
function partOf(invoice: SampleDocument, paid: number, inParts: boolean, chance: Chance, receipts: SampleReceipt[]): void {
  const day = weekday(paid - chance.whole(8, 20));
  const last = invoice.buyer.habit === "failing" ? LAST_PAYMENT : CLOSING_SERIAL;
  if (!inParts || day > last || day <= invoice.issued) return;
  receipts.push({ number: invoice.number, buyer: invoice.buyer, paid: day, cents: Math.round(invoice.cents * 0.4) });
}

function payDay(invoice: SampleDocument, chance: Chance): number {
  const { mean, spread, growth } = PAYS[invoice.buyer.habit];
  const months = (invoice.issued - FIRST_SERIAL) / 30.4;
  const dispute = invoice.disputed ? chance.whole(25, 70) : 0;
  const longTail = chance.next() < 0.03 ? chance.whole(20, 60) : 0;
  return Math.max(invoice.issued + 2, Math.round(invoice.due + mean + spread * chance.bell() + growth * months + dispute + longTail));
}

/** Goods sent back or a price put right: some weeks later, a twentieth to a quarter of the invoice. */
function credit(invoice: SampleDocument, chance: Chance, documents: SampleDocument[]): SampleDocument | undefined {
  const issued = weekday(invoice.issued + chance.whole(9, 24));
  if (issued > CLOSING_SERIAL) return undefined;
  const cents = -Math.round(invoice.cents * (0.05 + 0.2 * chance.next()));
  const note: SampleDocument = { ...invoice, number: invoice.number.replace("INV", "CN"), type: "Credit note", issued, due: issued, cents, disputed: false };
  documents.push(note);
  return note;
}
