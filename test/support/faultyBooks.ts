/**
 * Books whose truth is known, the sheet that somebody keeps of them, and the balances their general ledger shows, with faults
 * sown in either. It knows documents and what people do to them, and nothing of how a difference is explained.
 */
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";
import type { Chance } from "./chance";

export const DAY = dayOf(2025, 9, 30);
const FIRST = DAY - 240;
const LAST = DAY + 24;

/** Euro for one. */
const RATES: Readonly<Record<string, number>> = { EUR: 1, USD: 0.9213, GBP: 1.1687 };
export const POLICY: Grid = [["key", "value"], ["currency", "EUR"], ["rate.USD", RATES["USD"]], ["rate.GBP", RATES["GBP"]]];

/** A document as it truly is: cents of its own currency, debit + credit -. */
export interface Doc {
  readonly number: string;
  readonly buyer: string;
  readonly type: "Invoice" | "Credit note" | "Unapplied" | "Prepayment";
  readonly issued: number;
  readonly cents: number;
  readonly currency: string;
  readonly settled: number | undefined;
  readonly status: "posted" | "draft" | "cancelled";
}

/** Nine months of a manufacturer: amounts around 12,000, a fifth in foreign currency, most paid within two months. */
export function truth(chance: Chance, size = 280, buyers = 25): Doc[] {
  const docs: Doc[] = [];
  const put = (doc: Omit<Doc, "number" | "buyer">): number => docs.push({ number: `D-${10_001 + docs.length}`, buyer: `C${1001 + Math.floor(buyers * chance.next() ** 1.5)}`, ...doc });
  const cents = (): number => Math.round(Math.min(400_000, Math.max(150, Math.exp(Math.log(12_000) + chance.normal()))) * 100);
  for (let k = 0; k < size; k++) {
    const issued = chance.whole(FIRST, LAST);
    const settled = Math.max(issued, issued + chance.one([30, 30, 45, 60]) + Math.round(chance.normal() * 18 + 4));
    put({ type: "Invoice", issued, cents: cents(), currency: chance.yes(0.8) ? "EUR" : chance.one(["USD", "USD", "GBP"]), settled: settled <= LAST && chance.yes(0.92) ? settled : undefined, status: "posted" });
  }
  const credits = (type: Doc["type"], count: number, days: number): void => {
    for (let k = 0; k < count; k++) put({ type, issued: chance.whole(DAY - days, LAST), cents: -Math.round(cents() / 2), currency: chance.yes(0.9) ? "EUR" : "USD", settled: undefined, status: "posted" });
  };
  credits("Credit note", chance.whole(4, 9), 120);
  credits("Unapplied", chance.whole(4, 9), 90);
  credits("Prepayment", chance.whole(3, 6), 90);
  for (const status of ["draft", "cancelled"] as const) {
    for (let k = chance.whole(2, 5); k > 0; k--) put({ type: "Invoice", issued: chance.whole(DAY - 100, DAY - 12), cents: cents(), currency: chance.yes(0.9) ? "EUR" : "GBP", settled: undefined, status });
  }
  return docs;
}

/** What a side gets wrong about a document. */
interface Wrong {
  /** the general ledger has it, or has it not, whatever its date says */
  readonly booked?: boolean;
  /** the general ledger has its receipt, or not yet */
  readonly received?: boolean;
  readonly oneToOne?: boolean;
  readonly flipped?: boolean;
  /** what is wrong with its row in the sheet */
  readonly row?: "twice" | "no buyer" | "no currency" | "no date";
}

export type Faults = Map<Doc, Wrong>;

interface Fault {
  /** what a book-keeper would call it; the sentence is `cause.` and this */
  readonly cause: string;
  /** the documents it can hit, when it reaches so many days around the day */
  readonly hits: (doc: Doc, days: number) => boolean;
  readonly wrong: (doc: Doc) => Wrong;
  /** a slip in single rows, never in a whole class */
  readonly isSlip?: boolean;
}

const isReceipt = ({ type }: Doc): boolean => type === "Unapplied" || type === "Prepayment";
const isOpen = ({ issued, settled, status }: Doc): boolean => status === "posted" && issued <= DAY && (settled === undefined || settled > DAY);
/** An old invoice that stays open in the days around: whose row alone can be at fault. */
const stands = (doc: Doc): boolean => doc.type === "Invoice" && isOpen(doc) && doc.issued < DAY - 31 && doc.settled === undefined;
const after = (day: number | undefined, days: number): boolean => day !== undefined && day > DAY && day <= DAY + days;
const before = (day: number | undefined, days: number): boolean => day !== undefined && day <= DAY && day > DAY - days;

export const FAULTS: Readonly<Record<string, Fault>> = {
  "invoice booked early": { cause: "CUT_OFF_AFTER", hits: (doc, days) => !isReceipt(doc) && after(doc.issued, days), wrong: () => ({ booked: true }) },
  "invoice booked late": { cause: "CUT_OFF_BEFORE", hits: (doc, days) => doc.status === "posted" && !isReceipt(doc) && before(doc.issued, days), wrong: () => ({ booked: false }) },
  "receipt booked early": { cause: "RECEIPT_AFTER", hits: (doc, days) => (isReceipt(doc) ? after(doc.issued, days) : doc.issued <= DAY && after(doc.settled, days)), wrong: (doc) => (isReceipt(doc) ? { booked: true } : { received: true }) },
  "receipt booked late": { cause: "RECEIPT_BEFORE", hits: (doc, days) => before(isReceipt(doc) ? doc.issued : doc.settled, days), wrong: (doc) => (isReceipt(doc) ? { booked: false } : { received: false }) },
  "unapplied cash ignored": { cause: "UNAPPLIED", hits: (doc) => doc.type === "Unapplied" && isOpen(doc), wrong: () => ({ booked: false }) },
  "prepayments ignored": { cause: "PREPAYMENT", hits: (doc) => doc.type === "Prepayment" && isOpen(doc), wrong: () => ({ booked: false }) },
  "added one to one": { cause: "ONE_TO_ONE", hits: ({ currency }) => currency !== "EUR", wrong: () => ({ oneToOne: true }) },
  "row without a rate": { cause: "NO_RATE", hits: (doc) => stands(doc) && doc.currency === "USD", wrong: () => ({ row: "no currency" }), isSlip: true },
  "draft counted": { cause: "NOT_POSTED", hits: ({ status }) => status === "draft", wrong: () => ({ booked: true }) },
  "cancelled counted": { cause: "NOT_POSTED", hits: ({ status }) => status === "cancelled", wrong: () => ({ booked: true }) },
  "row twice": { cause: "DUPLICATE", hits: stands, wrong: () => ({ row: "twice" }), isSlip: true },
  "credit note added": { cause: "SIGN", hits: (doc) => doc.type === "Credit note" && isOpen(doc), wrong: () => ({ flipped: true }) },
  "row without a buyer": { cause: "NO_BUYER", hits: (doc) => stands(doc) && doc.currency === "EUR", wrong: () => ({ row: "no buyer" }), isSlip: true },
  "row without a date": { cause: "UNREADABLE", hits: (doc) => stands(doc) && doc.currency === "EUR", wrong: () => ({ row: "no date" }), isSlip: true },
};

/** Sows one fault, into all that it can hit (`whole`) or up to `most` documents; what it hit. Around the day it reaches one to five days, else a week. */
export function sow(faults: Faults, docs: readonly Doc[], kind: string, chance: Chance, whole: boolean, most: number): readonly Doc[] {
  const { hits, wrong, isSlip } = FAULTS[kind]!;
  const within = (days: number): Doc[] => docs.filter((doc) => hits(doc, days));
  const near = within(chance.whole(1, 5));
  const all = near.length > 0 ? near : within(7);
  const single = all.filter((doc) => faults.get(doc)?.row === undefined && (kind !== "added one to one" || isOpen(doc)));
  const hit = isSlip === true ? chance.some(single.filter((doc) => !faults.has(doc)), chance.whole(1, 3)) : whole ? near : chance.some(single, chance.whole(1, most));
  for (const doc of hit) faults.set(doc, { ...faults.get(doc), ...wrong(doc) });
  return hit;
}

/** The sheet. What is not posted stands last, so that it can be left off. */
export function sheetOf(docs: readonly Doc[], faults: Faults, withUnposted: boolean): Grid {
  const posted = docs.filter(({ status }) => status === "posted");
  const twice = posted.filter((doc) => faults.get(doc)?.row === "twice");
  const row = (doc: Doc): Cell[] => {
    const wrong = faults.get(doc)?.row;
    return [wrong === "no buyer" ? "" : doc.buyer, doc.number, doc.type, wrong === "no date" ? "see file" : doc.issued, doc.cents / 100, wrong === "no currency" ? "foreign" : doc.currency, doc.settled ?? ""];
  };
  const headings = ["Customer No", "Invoice No", "Type", "Invoice Date", "Amount", "Currency", "Settled Date"];
  return [headings, ...[...posted, ...twice, ...(withUnposted ? unposted(docs) : [])].map(row)];
}

export function unposted(docs: readonly Doc[]): Doc[] {
  return docs.filter(({ status }) => status !== "posted");
}

/** Cents of each buyer in the general ledger at the day, as it is kept. */
export function generalLedger(docs: readonly Doc[], faults: Faults): Map<string, number> {
  const balances = new Map<string, number>();
  for (const doc of docs) {
    const wrong = faults.get(doc) ?? {};
    const booked = wrong.booked ?? (doc.status === "posted" && doc.issued <= DAY);
    const received = wrong.received ?? (doc.settled !== undefined && doc.settled <= DAY);
    const value = wrong.oneToOne === true ? doc.cents : inEuros(doc);
    const balance = (booked ? (wrong.flipped === true ? -value : value) : 0) - (received ? value : 0);
    balances.set(doc.buyer, (balances.get(doc.buyer) ?? 0) + balance);
  }
  return balances;
}

/** To the cent, half away from zero; rates have four decimals, so whole numbers decide. */
function inEuros({ cents, currency }: Doc): number {
  const tenThousandths = Math.abs(cents) * Math.round(RATES[currency]! * 10_000);
  return Math.sign(cents) * Math.floor((tenThousandths + 5000) / 10_000);
}
