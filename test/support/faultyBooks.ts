/**
 * Books whose truth is known, the sheet that somebody keeps of them and the balances their general ledger would show, each with
 * faults sown in. Shares nothing with the reconciler: it knows documents, not candidates.
 */
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf, type Day } from "../../src/values/day";
import type { Chance } from "./chance";

export const DAY = dayOf(2025, 9, 30);
const FIRST = DAY - 540;
const LAST = DAY + 24;

/** Euro for one, as the policy of the sheet has them. */
export const RATES: Readonly<Record<string, number>> = { EUR: 1, USD: 0.9213, GBP: 1.1687 };
export const POLICY: Grid = [["key", "value"], ["currency", "EUR"], ["rate.USD", RATES["USD"]], ["rate.GBP", RATES["GBP"]]];

/** A document as it truly is. Cents of its own currency, debit + credit -. */
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

export function truth(chance: Chance, size = 900, buyers = 30): Doc[] {
  const docs: Doc[] = [];
  const cents = (): number => Math.round(Math.min(400_000, Math.max(150, Math.exp(Math.log(12_000) + chance.normal()))) * 100);
  const buyer = (): string => `C${1001 + Math.floor(buyers * chance.next() ** 1.5)}`;
  const currency = (): string => (chance.yes(0.8) ? "EUR" : chance.one(["USD", "USD", "GBP"]));
  const put = (doc: Omit<Doc, "number">): number => docs.push({ number: `D-${10_001 + docs.length}`, ...doc });
  for (let k = 0; k < size; k++) {
    const issued = chance.whole(FIRST, LAST);
    const settled = issued + chance.one([30, 30, 45, 60]) + Math.round(chance.normal() * 18 + 4);
    put({ buyer: buyer(), type: "Invoice", issued, cents: cents(), currency: currency(), settled: settled <= LAST && chance.yes(0.95) ? Math.max(settled, issued) : undefined, status: "posted" });
  }
  const open = (type: Doc["type"], count: number, from: number, sign: number): void => {
    for (let k = 0; k < count; k++) put({ buyer: buyer(), type, issued: chance.whole(from, LAST), cents: sign * Math.round(cents() / 2), currency: chance.yes(0.9) ? "EUR" : "USD", settled: undefined, status: "posted" });
  };
  open("Credit note", chance.whole(4, 9), DAY - 120, -1);
  open("Unapplied", chance.whole(4, 9), DAY - 90, -1);
  open("Prepayment", chance.whole(3, 6), DAY - 90, -1);
  for (const status of ["draft", "cancelled"] as const) {
    for (let k = chance.whole(2, 5); k > 0; k--) put({ buyer: buyer(), type: "Invoice", issued: chance.whole(DAY - 100, DAY - 12), cents: cents(), currency: chance.yes(0.9) ? "EUR" : "GBP", settled: undefined, status });
  }
  return docs;
}

/** What a side gets wrong about a document. */
interface Wrong {
  /** the general ledger has it, or has it not, whatever its date says */
  booked?: boolean;
  /** the general ledger has its receipt, or not yet */
  received?: boolean;
  oneToOne?: boolean;
  flipped?: boolean;
  /** in the sheet */
  twice?: boolean;
  noBuyer?: boolean;
  noCurrency?: boolean;
  noDate?: boolean;
}

export type Faults = Map<Doc, Wrong>;

const RECEIPTS = new Set<Doc["type"]>(["Unapplied", "Prepayment"]);
const isOpen = ({ issued, settled, status }: Doc): boolean => status === "posted" && issued <= DAY && (settled === undefined || settled > DAY);
/** An old open invoice that no receipt closes in the days around: whose row alone is at fault. */
const stands = (doc: Doc): boolean => isOpen(doc) && doc.issued < DAY - 31 && doc.settled === undefined;

/** Each kind of fault: the documents that it can hit, near ones by the days in question, and what then goes wrong. */
export const FAULTS: Readonly<Record<string, { readonly causes: string; readonly hits: (doc: Doc, days: number) => boolean; readonly wrong: Wrong; readonly few?: boolean }>> = {
  "invoice booked early": { causes: "CUT_OFF_AFTER", hits: ({ type, issued }, days) => !RECEIPTS.has(type) && issued > DAY && issued <= DAY + days, wrong: { booked: true } },
  "invoice booked late": { causes: "CUT_OFF_BEFORE", hits: ({ type, issued, status }, days) => status === "posted" && !RECEIPTS.has(type) && issued <= DAY && issued > DAY - days, wrong: { booked: false } },
  "receipt booked early": { causes: "RECEIPT_AFTER", hits: ({ type, issued, settled }, days) => (RECEIPTS.has(type) ? issued > DAY && issued <= DAY + days : issued <= DAY && settled !== undefined && settled > DAY && settled <= DAY + days), wrong: {} },
  "receipt booked late": { causes: "RECEIPT_BEFORE", hits: ({ type, issued, settled }, days) => (RECEIPTS.has(type) ? issued <= DAY && issued > DAY - days : settled !== undefined && settled <= DAY && settled > DAY - days), wrong: {} },
  "unapplied cash ignored": { causes: "UNAPPLIED", hits: (doc) => doc.type === "Unapplied" && isOpen(doc), wrong: { booked: false } },
  "prepayments ignored": { causes: "PREPAYMENT", hits: (doc) => doc.type === "Prepayment" && isOpen(doc), wrong: { booked: false } },
  "added one to one": { causes: "ONE_TO_ONE", hits: ({ currency }) => currency !== "EUR", wrong: { oneToOne: true } },
  "no rate for the row": { causes: "NO_RATE", hits: (doc) => doc.type === "Invoice" && doc.currency === "USD" && stands(doc), wrong: { noCurrency: true }, few: true },
  "drafts counted": { causes: "NOT_POSTED", hits: ({ status }) => status === "draft", wrong: { booked: true } },
  "cancelled counted": { causes: "NOT_POSTED", hits: ({ status }) => status === "cancelled", wrong: { booked: true } },
  "row twice in the sheet": { causes: "DUPLICATE", hits: (doc) => doc.type === "Invoice" && stands(doc), wrong: { twice: true }, few: true },
  "credit note with a wrong sign": { causes: "SIGN", hits: (doc) => doc.type === "Credit note" && isOpen(doc), wrong: { flipped: true } },
  "row without a buyer": { causes: "NO_BUYER", hits: (doc) => doc.type === "Invoice" && doc.currency === "EUR" && stands(doc), wrong: { noBuyer: true }, few: true },
  "date that is none": { causes: "UNREADABLE", hits: (doc) => doc.type === "Invoice" && doc.currency === "EUR" && stands(doc), wrong: { noDate: true }, few: true },
};

/** Sows a fault into documents that no fault has damaged yet; the documents it hit. */
export function sow(faults: Faults, docs: readonly Doc[], kind: string, chance: Chance, whole: boolean, most = 2): readonly Doc[] {
  const { hits, wrong, few } = FAULTS[kind]!;
  const damaged = (doc: Doc): boolean => { const it = faults.get(doc); return it !== undefined && (it.twice ?? it.noBuyer ?? it.noCurrency ?? it.noDate) === true; };
  const near = (days: number): Doc[] => docs.filter((doc) => hits(doc, days) && (whole || !damaged(doc)));
  const days = chance.whole(1, 5);
  const all = near(days).length > 0 ? near(days) : near(7);
  const hit = few === true ? chance.some(all.filter((doc) => !faults.has(doc)), chance.whole(1, 3)) : whole ? (near(days).length > 0 ? all : []) : chance.some(kind === "added one to one" ? all.filter(isOpen) : all, chance.whole(1, most));
  for (const doc of hit) {
    const isReceipt = kind.startsWith("receipt");
    const early = kind === "receipt booked early";
    faults.set(doc, { ...faults.get(doc), ...(isReceipt ? (RECEIPTS.has(doc.type) ? { booked: early } : { received: early }) : wrong) });
  }
  return hit;
}

/** The sheet: drafts and cancelled documents last, under all others, so that it can be read without them. */
export function sheetOf(docs: readonly Doc[], faults: Faults, withUnposted = true): Grid {
  const posted = docs.filter(({ status }) => status === "posted");
  const twice = posted.filter((doc) => faults.get(doc)?.twice === true);
  const unposted = withUnposted ? docs.filter(({ status }) => status !== "posted") : [];
  const row = (doc: Doc): Cell[] => {
    const wrong = faults.get(doc) ?? {};
    return [wrong.noBuyer === true ? "" : doc.buyer, doc.number, doc.type, wrong.noDate === true ? "see file" : doc.issued, doc.cents / 100, wrong.noCurrency === true ? "foreign" : doc.currency, doc.settled ?? ""];
  };
  return [["Customer No", "Invoice No", "Type", "Invoice Date", "Amount", "Currency", "Settled Date"], ...[...posted, ...twice, ...unposted].map(row)];
}

const euros = ({ cents, currency }: Doc, wrong: Wrong): number => (wrong.oneToOne === true ? cents : Math.sign(cents) * Math.round(Math.abs(cents) * RATES[currency]! * (1 + 1e-15)));

/** Cents of each buyer in the general ledger at the day, as it is kept. */
export function generalLedger(docs: readonly Doc[], faults: Faults, only?: (doc: Doc) => boolean): Map<string, number> {
  const balances = new Map<string, number>();
  for (const doc of docs) {
    const wrong = faults.get(doc) ?? {};
    const booked = wrong.booked ?? (doc.status === "posted" && doc.issued <= DAY);
    const received = wrong.received ?? (doc.settled !== undefined && doc.settled <= DAY);
    const value = euros(doc, wrong);
    const balance = (booked ? (wrong.flipped === true ? -value : value) : 0) - (received ? value : 0);
    if (only === undefined || only(doc)) balances.set(doc.buyer, (balances.get(doc.buyer) ?? 0) + balance);
  }
  return balances;
}

export const day: Day = DAY;
