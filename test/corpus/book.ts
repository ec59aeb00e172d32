/** A small book of receivables made from a seed: what is true, before any system has printed it. */
import type { Kind } from "../../src/ledger/ledger";
import { NONE, serial } from "./calendar";
import { Chance } from "./chance";
import { buyersNamed, type IdStyle } from "./names";

export interface Buyer {
  readonly id: string;
  readonly name: string;
}

/** Money that came off a document, with the sign of the document. */
export interface Settlement {
  readonly day: number;
  readonly minor: number;
  readonly kind: "payment" | "credit" | "writeOff";
  /** number of the receipt or the credit note */
  readonly by: string;
}

export interface Doc {
  readonly buyer: Buyer;
  readonly number: string;
  readonly kind: Kind;
  readonly issued: number;
  /** NONE: no due date */
  readonly due: number;
  /** net days from issue to due */
  readonly terms: number;
  /** minor units, debit +, credit - */
  readonly minor: number;
  readonly currency: string;
  readonly settled: readonly Settlement[];
  /** the buyer's order */
  readonly order: string;
}

export interface Book {
  readonly buyers: readonly Buyer[];
  readonly docs: readonly Doc[];
  /** end of this day is what the export shows */
  readonly day: number;
  readonly chance: Chance;
}

export interface BookPlan {
  readonly seed: number;
  readonly language?: "en" | "zh";
  readonly documents?: number;
  readonly buyers?: number;
  readonly ids?: IdStyle;
  readonly day?: string;
  /** the first is the most frequent */
  readonly currencies?: readonly string[];
  /** every amount is a multiple of so many minor units */
  readonly step?: number;
  readonly numbers?: (kind: Kind, n: number) => string;
  /** shares of all invoices */
  readonly paid?: number;
  readonly part?: number;
  /** share of documents that are credit notes nobody has applied */
  readonly credits?: number;
  /** share of invoices that a credit note was applied to */
  readonly applied?: number;
  readonly onAccount?: number;
  readonly prepaid?: number;
  readonly debitNotes?: number;
  readonly writtenOff?: number;
  readonly noDue?: number;
}

/** Month ends before the usual day of the export: what was open then is asked of every sheet that dates its settlements. */
export const PAST: readonly number[] = ["2025-03-31", "2025-04-30", "2025-05-31"].map(serial);

const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

/** Minor units in one unit of a currency. */
export function scaleOf(currency: string): number {
  return 10 ** (DECIMALS[currency] ?? 2);
}

const TERMS = [0, 14, 30, 30, 30, 45, 60, 60, 90];

export function makeBook(plan: BookPlan): Book {
  const chance = new Chance(plan.seed);
  const buyers = buyersNamed(plan.language ?? "en", plan.buyers ?? 8, plan.ids ?? "zeros");
  const day = serial(plan.day ?? "2025-06-30");
  const docs: Doc[] = [];
  const numbers = plan.numbers ?? numbered;
  const next = (kind: Kind): string => numbers(kind, docs.length);
  while (docs.length < (plan.documents ?? 60)) {
    const kind = kindBy(chance, plan);
    const buyer = buyers[docs.length] ?? chance.of(buyers); // every buyer has a document
    const currency = chance.yes(0.7) ? (plan.currencies ?? ["USD"])[0]! : chance.of(plan.currencies ?? ["USD"]);
    const issued = day - chance.between(3, 260);
    const terms = chance.of(TERMS);
    const minor = amountOf(chance, currency, plan.step ?? 1);
    const base = { buyer, kind, issued, terms, currency, order: `PO-${chance.between(10000, 99999)}` };
    if (kind !== "INV" && kind !== "DN") {
      docs.push({ ...base, number: next(kind), due: NONE, minor: -minor, settled: [] });
      continue;
    }
    const due = chance.yes(plan.noDue ?? 0) ? NONE : issued + terms;
    const invoice: Doc = { ...base, number: next(kind), due, minor, settled: [] };
    docs.push({ ...invoice, settled: settledBy(invoice, chance, plan, day) });
    if (kind === "INV" && docs.at(-1)!.settled.length === 0 && chance.yes(plan.applied ?? 0)) applyCredit(docs, chance, day, next("CN"), plan.step ?? 1);
  }
  return { buyers, docs, day, chance };
}

function numbered(kind: Kind, n: number): string {
  return `${kind === "INV" ? "INV" : kind === "CN" ? "CRN" : kind === "DN" ? "DBN" : "RCT"}-${10001 + n}`;
}

function kindBy(chance: Chance, plan: BookPlan): Kind {
  const draw = chance.next();
  let edge = 0;
  const shares: readonly (readonly [Kind, number | undefined])[] = [["CN", plan.credits], ["UNAP", plan.onAccount], ["PRE", plan.prepaid], ["DN", plan.debitNotes]];
  for (const [kind, share] of shares) if (draw < (edge += share ?? 0)) return kind;
  return "INV";
}

/** Few small, many middling, some large; odd cents. */
function amountOf(chance: Chance, currency: string, step: number): number {
  const units = chance.yes(0.2) ? chance.between(20, 900) : chance.yes(0.8) ? chance.between(900, 40000) : chance.between(40000, 480000);
  const scale = scaleOf(currency);
  const minor = scale === 1 ? units * 100 + chance.between(0, 99) : units * scale + chance.between(0, scale - 1);
  return Math.max(step, Math.round(minor / step) * step);
}

function settledBy(invoice: Doc, chance: Chance, plan: BookPlan, day: number): Settlement[] {
  const { due, issued, terms, minor, number } = invoice;
  const on = (late: number): number => Math.max(issued + 1, (due === NONE ? issued + terms : due) + late);
  const draw = chance.next();
  const paid = plan.paid ?? 0, part = plan.part ?? 0;
  const first = on(chance.between(-12, 45));
  if (first > day) return [];
  if (draw < paid) return [{ day: first, minor, kind: "payment", by: `R${number}` }];
  if (draw < paid + part) {
    const step = plan.step ?? 1;
    const some = Math.max(step, Math.round((minor * chance.between(20, 70)) / 100 / step) * step);
    if (some >= minor) return [];
    return [{ day: first, minor: some, kind: "payment", by: `R${number}` }];
  }
  if (draw < paid + part + (plan.writtenOff ?? 0)) return [{ day: first, minor, kind: "writeOff", by: `W${number}` }];
  return [];
}

/** A credit note of a fifth or so, applied to the last invoice on its own day. */
function applyCredit(docs: Doc[], chance: Chance, day: number, number: string, step: number): void {
  const invoice = docs.at(-1)!;
  const minor = Math.max(step, Math.round((invoice.minor * chance.between(8, 30)) / 100 / step) * step);
  const on = Math.min(day, invoice.issued + chance.between(2, 25));
  if (minor >= invoice.minor || on <= invoice.issued) return;
  docs[docs.length - 1] = { ...invoice, settled: [{ day: on, minor, kind: "credit", by: number }] };
  docs.push({ ...invoice, number, kind: "CN", issued: on, due: NONE, minor: -minor, settled: [{ day: on, minor: -minor, kind: "credit", by: invoice.number }] });
}

/** What is open at the end of a day. */
export function openOn(doc: Doc, day: number): number {
  return doc.issued > day ? 0 : doc.settled.reduce((left, one) => (one.day <= day ? left - one.minor : left), doc.minor);
}

/** Receipts as documents of their own, as the systems post them: each cleared with its invoice on its own day. */
export function receiptsOf(book: Book): Doc[] {
  return book.docs.flatMap((doc) =>
    doc.settled
      .filter(({ kind }) => kind === "payment")
      .map(({ day, minor, by }): Doc => ({ ...doc, number: by, kind: "PMT", issued: day, due: NONE, minor: -minor, settled: [{ day, minor: -minor, kind: "payment", by }] })),
  );
}
