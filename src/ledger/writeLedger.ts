import type { Shown, ShownGrid } from "../values/cell";
import { NO_DAY } from "../values/day";
import { exponentOf } from "../values/currency";
import { scaleOf, toUnits } from "../values/money";
import { KINDS, type Ledger } from "./ledger";

/** Headings of a ledger as we write it; `readLedger` reads them back. */
export const LEDGER_HEADINGS = ["Customer No", "Customer Name", "Invoice No", "Type", "Invoice Date", "Due Date", "Amount", "Currency", "Disputed"] as const;
export const RECEIPT_HEADINGS = ["Invoice No", "Payment Date", "Amount", "Customer No"] as const;

/**
 * The documents as a sheet: days as Excel serials, money in units. Together with `writeReceipts`,
 * `readLedger(writeLedger(x), { payments: writeReceipts(x) })` is x. Texts are plain values: whoever puts them into a sheet
 * writes them as text, never as formulas.
 */
export function writeLedger(ledger: Ledger): ShownGrid {
  const { documents, buyers, currencies } = ledger;
  const rows: Shown[][] = [[...LEDGER_HEADINGS]];
  for (let i = 0; i < documents.count; i++) {
    const buyer = documents.buyer[i]!;
    const code = ledger.mixed ? currencies[documents.currency[i]!]!.code : ledger.currency;
    rows.push([
      buyers.id[buyer] || buyers.name[buyer]!, buyers.name[buyer]!, documents.number[i]!, KINDS[documents.kind[i]!]!, documents.issued[i]!,
      documents.due[i] === NO_DAY ? "" : documents.due[i]!, toUnits(documents.amount[i]!, scaleOf(exponentOf(code))), code, documents.disputed[i] === 1 ? "Yes" : "No",
    ]);
  }
  return rows;
}

/** The dated settlements as a sheet of receipts. Undated ones cannot be written as receipts; the caller keeps the open amount. */
export function writeReceipts(ledger: Ledger): ShownGrid {
  const { documents, settlements, buyers, currencies } = ledger;
  const rows: Shown[][] = [[...RECEIPT_HEADINGS]];
  for (let s = 0; s < settlements.count; s++) {
    if (settlements.day[s] === NO_DAY) continue;
    const i = settlements.document[s]!;
    const code = ledger.mixed ? currencies[documents.currency[i]!]!.code : ledger.currency;
    const buyer = documents.buyer[i]!;
    rows.push([documents.number[i]!, settlements.day[s]!, toUnits(settlements.amount[s]!, scaleOf(exponentOf(code))), buyers.id[buyer] || buyers.name[buyer]!]);
  }
  return rows;
}
