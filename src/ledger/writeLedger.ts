import type { Shown, ShownGrid } from "../values/cell";
import { NO_DAY } from "../values/day";
import { exponentOf } from "../values/currency";
import { scaleOf, toUnits } from "../values/money";
import { marked } from "./buyerList";
import { keptIn, keptMoney } from "./foreign";
import { KINDS, type Ledger } from "./ledger";

/** Headings of a ledger as we write it; `readLedger` reads them back. The last two stand there only where they are needed. */
export const LEDGER_HEADINGS = ["Customer No", "Customer Name", "Invoice No", "Type", "Invoice Date", "Due Date", "Amount", "Currency", "Disputed"] as const;
const SETTLED_HEADING = "Settled Date";
const OPEN_HEADING = "Open Amount";
export const RECEIPT_HEADINGS = ["Invoice No", "Payment Date", "Amount", "Customer No"] as const;

/** How a ledger's settlements can stand in its own sheet: whole ones by their day, undated ones by what they leave open. */
type Settling = "days" | "open" | "receipts";

function settlingOf(ledger: Ledger): Settling {
  const { settlements } = ledger;
  const { amount, settled } = keptMoney(ledger);
  let whole = settlements.count > 0;
  let undated = false;
  for (let s = 0; s < settlements.count; s++) {
    undated ||= settlements.day[s] === NO_DAY;
    whole &&= settlements.day[s] !== NO_DAY && settled[s] === amount[settlements.document[s]!];
    whole &&= s === 0 || settlements.document[s] !== settlements.document[s - 1];
  }
  return whole ? "days" : undated ? "open" : "receipts";
}

/**
 * The documents as a sheet: days as Excel serials, money in units. Where every settlement is whole, the settled date stands
 * beside its document and `readLedger(writeLedger(x))` is x; else `readLedger(writeLedger(x), { payments: writeReceipts(x) })`
 * is, as far as document numbers tell documents apart. Money whose currency has rates that change is written in its own, so that
 * the same policy reads the same. Texts that a host would take for a formula or a number carry Excel's
 * mark for text, an apostrophe, which `readLedger` takes off.
 */
export function writeLedger(ledger: Ledger): ShownGrid {
  const { documents, buyers } = ledger;
  const { amount } = keptMoney(ledger);
  const settling = settlingOf(ledger);
  const more = settling === "days" ? [SETTLED_HEADING] : settling === "open" ? [OPEN_HEADING] : [];
  const ends = settling === "receipts" ? undefined : endsOf(ledger, settling);
  const rows: Shown[][] = [[...LEDGER_HEADINGS, ...more]];
  for (let i = 0; i < documents.count; i++) {
    const buyer = documents.buyer[i]!;
    const code = keptIn(ledger, i);
    const row: Shown[] = [
      marked(buyers.id[buyer]!), marked(buyers.name[buyer]!), marked(documents.number.at(i)!), KINDS[documents.kind[i]!]!, documents.issued[i]!,
      blankDay(documents.due[i]!), units(amount[i]!, code), code, documents.disputed[i] === 1 ? "Yes" : "No",
    ];
    if (ends !== undefined) row.push(settling === "days" ? blankDay(ends[i]!) : units(ends[i]!, code));
    rows.push(row);
  }
  return rows;
}

/** By document: the day that settled it, or what is left open of it. */
function endsOf(ledger: Ledger, settling: Settling): Float64Array {
  const { documents, settlements } = ledger;
  const { amount, settled } = keptMoney(ledger);
  const ends = settling === "days" ? new Float64Array(documents.count) : amount.slice();
  for (let s = 0; s < settlements.count; s++) {
    const i = settlements.document[s]!;
    ends[i] = settling === "days" ? settlements.day[s]! : ends[i]! - settled[s]!;
  }
  return ends;
}

/** The dated settlements as a sheet of receipts; headings alone where the ledger's own sheet says them all. */
export function writeReceipts(ledger: Ledger): ShownGrid {
  const { documents, settlements, buyers } = ledger;
  const { settled } = keptMoney(ledger);
  const rows: Shown[][] = [[...RECEIPT_HEADINGS]];
  if (settlingOf(ledger) === "days") return rows;
  for (let s = 0; s < settlements.count; s++) {
    if (settlements.day[s] === NO_DAY) continue;
    const i = settlements.document[s]!;
    const buyer = documents.buyer[i]!;
    rows.push([marked(documents.number.at(i)!), settlements.day[s]!, units(settled[s]!, keptIn(ledger, i)), marked(buyers.id[buyer] || buyers.name[buyer]!)]);
  }
  return rows;
}

function units(minor: number, code: string): number {
  return toUnits(minor, scaleOf(exponentOf(code)));
}

function blankDay(day: number): Shown {
  return day === NO_DAY ? "" : day;
}
