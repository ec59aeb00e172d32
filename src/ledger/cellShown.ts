import { errorIn, plain, type Cell } from "../values/cell";

/** What a cell holds, for a sentence: at most 80 characters. */
export function shown(cell: Cell): string {
  const value = plain(cell);
  return errorIn(value) ?? (typeof value === "object" ? "" : String(value ?? "").slice(0, 80));
}

/** A text short enough for a list of them. */
export function cut(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
