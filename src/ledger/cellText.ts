import { errorIn, plain, type Cell } from "../values/cell";
import { unmarked } from "./buyerList";

/** Text of an id, a name, a type: numbers as written without decimals; errors and objects say nothing. */
export function textOf(cell: Cell): string {
  if (typeof cell === "string") return cell.length < 20 || errorIn(cell) === undefined ? (cell.charCodeAt(0) === 35 && errorIn(cell) !== undefined ? "" : cell) : "";
  const value = plain(cell);
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : "";
}

export function isEmptyText(text: string): boolean {
  return text === "" || text.trim() === "";
}

/** A document's number without what stands around it: spaces, full width, the mark that keeps it a text. */
export function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 39 || last <= 32 || first > 126 || last > 126 ? unmarked(text.normalize("NFKC").trim()) : text;
}
