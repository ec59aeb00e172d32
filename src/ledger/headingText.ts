import type { Cell } from "../values/cell";

/** Words around a heading that do not change what it says: a currency, "incl. VAT". Removed only where the whole is not known. */
const NOISE = new Set(["usd", "eur", "gbp", "cad", "aud", "cny", "rmb", "hkd", "jpy", "chf", "in", "the", "of", "total", "incl", "including", "vat", "tax", "s"]);

const LONGEST_HEADING = 120;

/**
 * What a heading says, whatever its writing: NFKC, lower case, units in brackets and punctuation stripped; `#` reads as "no".
 * `Invoice Date`, `invoice_date` and `InvoiceDate` are one heading.
 */
export function headingText(cell: Cell): string {
  if (typeof cell !== "string" || cell.length > LONGEST_HEADING) return "";
  return squeeze(plainText(cell));
}

/** The same without words that add nothing, or "" when there were none: `Total Amount USD` -> `amount`. */
export function headingCore(cell: Cell): string {
  if (typeof cell !== "string" || cell.length > LONGEST_HEADING) return "";
  const parts = plainText(cell.replace(/([a-z0-9])([A-Z])/g, "$1 $2")).split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  const kept = parts.filter((part) => !NOISE.has(part));
  return kept.length === parts.length ? "" : kept.join("");
}

function plainText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\.\d+$/, "").replace(/[([{【].*?[)\]}】]/g, " ").replace(/[#№]/g, " no ");
}

function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
