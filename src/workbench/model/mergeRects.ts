import type { Rect } from "./WorkbookPort";

/**
 * Rectangles of one step, adjacent ones joined: first side by side in the same rows, then one below the other in the same
 * columns. A large assignment reaches the host as hundreds of strips and must be one change for whoever listens.
 */
export function mergeRects(rects: readonly Rect[]): Rect[] {
  return joinDown(joinAcross(rects));
}

function joinAcross(rects: readonly Rect[]): Rect[] {
  const sorted = [...rects].sort((a, b) => compare(a.sheet, b.sheet) || a.row - b.row || a.rows - b.rows || a.column - b.column);
  const joined: Rect[] = [];
  for (const rect of sorted) {
    const last = joined[joined.length - 1];
    if (last && last.sheet === rect.sheet && last.row === rect.row && last.rows === rect.rows && rect.column <= last.column + last.columns) {
      joined[joined.length - 1] = { ...last, columns: Math.max(last.columns, rect.column + rect.columns - last.column) };
    } else joined.push(rect);
  }
  return joined;
}

function joinDown(rects: readonly Rect[]): Rect[] {
  const sorted = [...rects].sort((a, b) => compare(a.sheet, b.sheet) || a.column - b.column || a.columns - b.columns || a.row - b.row);
  const joined: Rect[] = [];
  for (const rect of sorted) {
    const last = joined[joined.length - 1];
    if (last && last.sheet === rect.sheet && last.column === rect.column && last.columns === rect.columns && rect.row <= last.row + last.rows) {
      joined[joined.length - 1] = { ...last, rows: Math.max(last.rows, rect.row + rect.rows - last.row) };
    } else joined.push(rect);
  }
  return joined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
