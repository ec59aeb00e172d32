/**
 * Books made from a seed, to be kept twice: as the sheets that a reader reads, and as the rows that a database adds up. Both come
 * from what happened, and neither from the other.
 */
import type { Kind } from "../../src/ledger/ledger";
import type { Grid } from "../../src/values/cell";
import { addMonths, monthEnd, type Day } from "../../src/values/day";
import { Chance } from "../support/chance";

export type Taken = "payment" | "credit" | "writeOff";

export interface Doc {
  readonly number: string;
  readonly buyer: string;
  readonly kind: Kind;
  readonly issued: number;
  readonly due: number | undefined;
  /** minor units, debit +, credit - */
  readonly minor: number;
}

/** Money off a document, with its sign. */
export interface Off {
  readonly number: string;
  readonly day: number;
  readonly kind: Taken;
  readonly minor: number;
}

export interface Asked {
  readonly day: Day;
  /** a period begins after the end of this day */
  readonly since: Day;
  /** the last day of a trend too */
  readonly trend: boolean;
}

export interface Book {
  readonly name: string;
  readonly docs: readonly Doc[];
  readonly offs: readonly Off[];
  /** buyer and whom it belongs to */
  readonly parents: readonly (readonly [string, string])[];
  readonly asked: readonly Asked[];
}

const NAMES = ["Anker", "Baltic Tools", "Cedar & Co", "Dune", "Elm", "__proto__", "Fjord", "Glas", "Hafen", "Inlet", "Jura", "Kiel"] as const;
const TERMS = [0, 14, 30, 30, 30, 45, 60, 60, 90, 120];
const FIRST = 43831; // 2020-01-01

/** What can become of a debit, each as likely as it stands here. */
const FATES = ["unpaid", "unpaid", "paid", "paid", "paid", "paid", "onDueDay", "parts", "parts", "part", "overpaid", "short", "lost", "partLost", "recovered", "credited", "creditNote", "fromAccount", "takenBack", "early"] as const;

class Making {
  readonly docs: Doc[] = [];
  readonly offs: Off[] = [];
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  add(doc: Omit<Doc, "number">): Doc {
    const made = { ...doc, number: `${doc.kind}-${10001 + this.docs.length}` };
    this.docs.push(made);
    return made;
  }

  take({ number }: Doc, day: number, minor: number, kind: Taken = "payment"): void {
    if (minor !== 0) this.offs.push({ number, day, kind, minor });
  }

  settle(doc: Doc): void {
    const chance = this.#chance;
    const { minor, issued, buyer } = doc;
    const day = Math.max(issued, (doc.due ?? issued + 30) + chance.whole(-25, 70));
    const part = Math.max(1, Math.floor((minor * chance.whole(15, 80)) / 100));
    switch (chance.one(FATES)) {
      case "unpaid": return;
      case "paid": return this.take(doc, day, minor);
      case "onDueDay": return this.take(doc, doc.due ?? issued, minor);
      case "part": return this.take(doc, day, part);
      case "parts":
        this.take(doc, day, part);
        return this.take(doc, day + chance.whole(0, 60), minor - part);
      case "overpaid": return this.take(doc, day, minor + chance.whole(1, 5_000));
      case "short": {
        const rest = Math.floor(minor / chance.whole(8, 40)); // a tenth is short, an eighth is bad debt
        this.take(doc, day, minor - rest);
        return this.take(doc, day + chance.whole(1, 40), rest, "writeOff");
      }
      case "lost": return this.take(doc, day + 90, minor, "writeOff");
      case "partLost":
        this.take(doc, day, part);
        return this.take(doc, day + 80, minor - part, "writeOff");
      case "recovered":
        this.take(doc, day, minor, "writeOff");
        this.take(doc, day + chance.whole(5, 100), part);
        return this.take(doc, day + 120, Math.floor((minor - part) / 2));
      case "credited":
        this.take(doc, day, part, "credit");
        return chance.yes(0.7) ? this.take(doc, day + chance.whole(0, 30), minor - part) : undefined;
      case "creditNote": {
        const note = this.add({ buyer, kind: "CN", issued: Math.max(issued, day - chance.whole(0, 20)), due: undefined, minor: -part });
        this.take(note, day, -part, "credit");
        this.take(doc, day, part, "credit");
        return chance.yes(0.6) ? this.take(doc, day + chance.whole(1, 30), minor - part) : undefined;
      }
      case "fromAccount": {
        const cash = this.add({ buyer, kind: chance.yes(0.5) ? "UNAP" : "PRE", issued: Math.max(FIRST, issued - chance.whole(-5, 20)), due: undefined, minor: -minor });
        const on = Math.max(day, cash.issued);
        this.take(cash, on, -part);
        return this.take(doc, on, part);
      }
      case "takenBack":
        this.take(doc, day, minor);
        this.take(doc, day + 9, -minor);
        return chance.yes(0.6) ? this.take(doc, day + chance.whole(20, 60), minor) : undefined;
      case "early": return this.take(doc, issued - chance.whole(1, 10), minor);
    }
  }

  /** A bill taken back and made out anew within days, or too late to be the same; each amount once. */
  rebill(buyer: string, issued: number): void {
    const minor = 700_000 + this.docs.length; // no other document of the book has it
    this.add({ buyer, kind: "INV", issued, due: issued + 30, minor });
    const back = issued + this.#chance.whole(1, 15);
    this.add({ buyer, kind: "CN", issued: back, due: undefined, minor: -minor });
    const again = back + this.#chance.whole(0, 8);
    this.settle(this.add({ buyer, kind: "INV", issued: again, due: again + 30, minor }));
  }
}

export function makeBook(seed: number): Book {
  const chance = new Chance(seed * 7919 + 17);
  const making = new Making(chance);
  const span = chance.whole(120, 1000);
  const buyers = chance.some(NAMES, chance.whole(1, NAMES.length));
  const quiet = chance.whole(0, span); // a season without sales
  const amounts = Array.from({ length: 4 }, () => chance.whole(100, 90_000)); // amounts that come again and again
  const count = chance.whole(20, 260);
  const kinds: readonly Kind[] = ["INV", "INV", "INV", "INV", "INV", "INV", "INV", "INV", "DN", "RET", "CN", "UNAP", "CHG"];
  while (making.docs.length < count) {
    const kind = chance.one(kinds);
    const drawn = chance.whole(0, span);
    const issued = FIRST + (Math.abs(drawn - quiet) < 40 ? chance.whole(0, span) : drawn);
    const buyer = chance.yes(0.25) ? buyers[0]! : chance.one(buyers);
    if (chance.yes(0.02)) {
      making.rebill(buyer, issued);
      continue;
    }
    const minor = chance.yes(0.2) ? chance.one(amounts) : chance.yes(0.1) ? chance.whole(1, 99) : chance.whole(100, 2_500_000);
    if (kind === "CN" || kind === "UNAP") {
      making.add({ buyer, kind, issued, due: undefined, minor: -minor });
      continue;
    }
    const due = chance.yes(0.07) ? undefined : issued + (kind === "RET" ? 365 : chance.one(TERMS));
    making.settle(making.add({ buyer, kind, issued, due, minor }));
  }
  return { name: `made ${seed}`, docs: making.docs, offs: inOrder(making.offs), parents: parentsOf(chance, buyers), asked: daysAsked(chance, span, seed) };
}

/** As a list of receipts runs: by day, of one day as they came. */
function inOrder(offs: readonly Off[]): Off[] {
  return [...offs].sort((a, b) => a.day - b.day);
}

/** Holdings that buy nothing, buyers that own buyers that own buyers. */
function parentsOf(chance: Chance, buyers: readonly string[]): (readonly [string, string])[] {
  const parents: (readonly [string, string])[] = [];
  buyers.forEach((buyer, at) => {
    if (chance.yes(0.3)) parents.push([buyer, chance.yes(0.5) || at === 0 ? "Holding Nord" : chance.one(buyers.slice(0, at))]);
  });
  return parents;
}

/** In mid-run, at a month's end, on the first weeks, after the last document; now and then before the first. */
function daysAsked(chance: Chance, span: number, seed: number): Asked[] {
  const middle = FIRST + Math.floor(span / 2);
  const end = monthEnd(addMonths((FIRST + chance.whole(Math.floor(span / 2), span)) as Day, 0));
  const days = [...new Set([seed % 7 === 0 ? FIRST - 20 : FIRST + chance.whole(0, 45), middle, end, FIRST + span, FIRST + span + chance.whole(1, 200)])];
  while (days.length < 5) days.push(Math.max(...days) + 13);
  const since = (day: number): Day => (chance.yes(0.5) ? monthEnd(addMonths(day as Day, -chance.whole(1, 12))) : day - chance.whole(1, 250)) as Day;
  return days.map((day) => ({ day: day as Day, since: since(day), trend: day === FIRST + span }));
}

/** How a sheet calls each kind of document. */
const TYPE_WORDS: Partial<Record<Kind, string>> = { INV: "Invoice", DN: "Debit note", CN: "Credit note", RET: "Retention", UNAP: "On account", PRE: "Prepayment", CHG: "Finance charge" };
const TAKEN_WORDS: Record<Taken, string> = { payment: "Payment", credit: "Credit note", writeOff: "Write-off" };

export interface Sheets {
  readonly invoices: Grid;
  readonly payments: Grid;
  readonly buyers: Grid | undefined;
}

/** The book as people keep it: a sheet of documents, a list of what came in, whom the buyers belong to. */
export function sheetsOf({ docs, offs, parents }: Book): Sheets {
  return {
    invoices: [
      ["Invoice No", "Customer", "Type", "Invoice Date", "Due Date", "Amount"],
      ...docs.map(({ number, buyer, kind, issued, due, minor }) => [number, buyer, TYPE_WORDS[kind]!, issued, due ?? "", minor / 100]),
    ],
    payments: [["Invoice No", "Payment Date", "Amount", "Type"], ...offs.map(({ number, day, kind, minor }) => [number, day, minor / 100, TAKEN_WORDS[kind]])],
    buyers: parents.length === 0 ? undefined : [["Customer", "Parent"], ...parents.map((pair) => [...pair])],
  };
}
