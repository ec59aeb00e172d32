import { INV, DN, type Ledger } from "../ledger/ledger";
import { isoDay, type Day } from "../values/day";

/** What stands after # in a handle: 16 hexadecimal digits of content and policy, 5 of the day (0 = the ledger's own last). */
const HANDLE = /#([0-9a-f]{16})([0-9a-f]{5})\s*$/;

/** A handle cell holds no more: a longer text is not looked at. */
const LONGEST = 200;

export interface Handle {
  readonly key: string;
  readonly asOf: Day | undefined;
}

/**
 * `2,466 invoices, 100 buyers to 2014-01-09 #…`, of several blocks `… 100 buyers in 3 blocks to …`: always in English, because
 * formulas carry it from cell to cell.
 */
export function makeHandle(ledger: Ledger, { key, asOf }: Handle, blocks = 1): string {
  const day = asOf ?? ledger.lastDay;
  const invoices = count(invoicesIn(ledger), "invoice");
  const joined = blocks > 1 ? ` in ${count(blocks, "block")}` : "";
  return `${invoices}, ${count(ledger.buyers.count, "buyer")}${joined} to ${isoDay(day)} #${key}${(asOf ?? 0).toString(16).padStart(5, "0")}`;
}

export function parseHandle(text: string): Handle | undefined {
  const match = text.length > LONGEST ? null : HANDLE.exec(text);
  if (match === null) return undefined;
  const day = parseInt(match[2]!, 16);
  return { key: match[1]!, asOf: day === 0 ? undefined : (day as Day) };
}

function invoicesIn(ledger: Ledger): number {
  const { count: documents, kind } = ledger.documents;
  let invoices = 0;
  for (let i = 0; i < documents; i++) if (kind[i] === INV || kind[i] === DN) invoices++;
  return invoices;
}

function count(n: number, noun: string): string {
  return `${String(n).replace(/\B(?=(\d{3})+$)/g, ",")} ${noun}${n === 1 ? "" : "s"}`;
}
