import { MAX_COLUMNS, MAX_ROWS } from "./a1";
import type { Rect } from "./WorkbookPort";

/** Cells that came or went, and where the others moved. */
export interface Shift {
  readonly rect: Rect;
  readonly direction: "Down" | "Right" | "Up" | "Left";
}

/**
 * Where a range lies after cells were inserted or deleted; undefined when all its cells went. A range moves only when the
 * shifted strip covers its whole width (or height); one that is covered in part stays where it is.
 */
export function shiftRect(rect: Rect, shift: Shift): Rect | undefined {
  if (rect.sheet !== shift.rect.sheet) return rect;
  if (shift.direction === "Down" || shift.direction === "Up") {
    if (!covers(shift.rect.column, shift.rect.columns, rect.column, rect.columns)) return rect;
    const span = shiftSpan(rect.row, rect.rows, shift.rect.row, shift.rect.rows, shift.direction === "Down");
    return span && { ...rect, row: span.from, rows: span.count };
  }
  if (!covers(shift.rect.row, shift.rect.rows, rect.row, rect.rows)) return rect;
  const span = shiftSpan(rect.column, rect.columns, shift.rect.column, shift.rect.columns, shift.direction === "Right");
  return span && { ...rect, column: span.from, columns: span.count };
}

function covers(from: number, count: number, start: number, length: number): boolean {
  return from <= start && from + count >= start + length;
}

/** One dimension: `count` lines from `from`, after `changed` lines came (or went) at `at`. */
export function shiftSpan(from: number, count: number, at: number, changed: number, inserted: boolean): { from: number; count: number } | undefined {
  if (inserted) {
    if (at <= from) return { from: from + changed, count };
    return at < from + count ? { from, count: count + changed } : { from, count };
  }
  const before = Math.max(0, Math.min(from, at + changed) - at); // deleted lines above the range
  const inside = Math.max(0, Math.min(from + count, at + changed) - Math.max(from, at));
  return inside === count ? undefined : { from: from - before, count: count - inside };
}

/** Rows from edge to edge move down or up as rows do, columns likewise. */
export function wholeLines(rect: Rect, direction: Shift["direction"]): boolean {
  return direction === "Down" || direction === "Up" ? rect.columns >= MAX_COLUMNS : rect.rows >= MAX_ROWS;
}
