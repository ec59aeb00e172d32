import type { Currency } from "../values/currency";
import { shown } from "./columns";
import { keptIn, keptMoney } from "./foreign";
import { hashText } from "./hashText";
import type { Issue } from "./issue";
import { Sieve } from "./sieve";
import { BILL, CHG, CN, DN, INV, RET, type Ledger } from "./ledger";

/** With more of them the book numbers by buyer, or by day: one doubt says so for all. */
const MOST_NUMBERS = 20;

/** Most buyers that a doubt names. */
const MOST_NAMED = 3;

/** What the seller numbers himself. One receipt may pay for several buyers, and one journal entry concern them. */
const NUMBERED: ReadonlySet<number> = new Set([INV, DN, CN, CHG, BILL, RET]);

/** Bits a document: 1 in 16 passes the sieve by chance, and its text is compared. */
const BITS = 16;

/**
 * The same document number for two buyers: a doubt a number, at the first row of the second buyer, with all rows and money of
 * that number (without regard to sign); a currency apart from another. Each row is kept as it stands: many books number by buyer.
 * `column`: where the sheet has its numbers, -1 for nowhere.
 */
export function sharedNumbers(ledger: Ledger, column: number): readonly Issue[] {
  if (column < 0) return [];
  const shared = [...alike(ledger)].filter(([, places]) => secondBuyer(ledger, places) >= 0);
  if (shared.length <= MOST_NUMBERS) return shared.flatMap(([number, places]) => doubts(ledger, column, places, `${number}: ${named(ledger, places)}`));
  const [number, places] = shared[0]!;
  return doubts(ledger, column, shared.flatMap(([, of]) => of), `${shared.length} (${number}: ${named(ledger, places)})`, secondBuyer(ledger, places));
}

/** Documents by number, of all numbers that occur twice. The text of most is looked at once: their hash was met by no other. */
function alike({ documents: { number, kind, count } }: Ledger): Map<string, number[]> {
  const hashes = new Int32Array(count);
  const [once, twice] = [new Sieve(count * BITS), new Sieve(count * BITS)];
  for (let i = 0; i < count; i++) {
    const text = NUMBERED.has(kind[i]!) ? number.at(i)! : "";
    if (text === "") continue;
    hashes[i] = hashText(text);
    if (!once.add(hashes[i]!)) twice.add(hashes[i]!);
  }
  const alike = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    const text = twice.has(hashes[i]!) && NUMBERED.has(kind[i]!) ? number.at(i)! : "";
    const places = text === "" ? undefined : alike.get(text);
    if (places !== undefined) places.push(i);
    else if (text !== "") alike.set(text, [i]);
  }
  return alike;
}

/** The first document of another buyer than the first's, -1 where there is none. */
function secondBuyer({ documents: { buyer } }: Ledger, places: readonly number[]): number {
  return places.find((i) => buyer[i] !== buyer[places[0]!]) ?? -1;
}

function named({ documents, buyers }: Ledger, places: readonly number[]): string {
  const all = [...new Set(places.map((i) => documents.buyer[i]!))];
  return [...all.slice(0, MOST_NAMED).map((b) => buyers.name[b]!), ...(all.length > MOST_NAMED ? ["..."] : [])].join(" / ");
}

function doubts(ledger: Ledger, column: number, places: readonly number[], found: string, at = secondBuyer(ledger, places)): Issue[] {
  const { amount } = keptMoney(ledger);
  const sums = new Map<Currency, { minor: number; rows: number; first: number }>();
  for (const i of places) {
    const code = keptIn(ledger, i);
    const { minor, rows, first } = sums.get(code) ?? { minor: 0, rows: 0, first: keptIn(ledger, at) === code ? at : i };
    sums.set(code, { minor: minor + Math.abs(amount[i]!), rows: rows + 1, first });
  }
  return [...sums].map(([currency, { minor, rows, first }]) => ({ code: "SHARED_NUMBER", row: ledger.documents.row[first]!, column, found: shown(found), amount: minor, currency, rows }));
}
