import { bounding, intersect, MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import type { Rect, WorkbookPort } from "../model/WorkbookPort";

/** Grows until a blank line lies on each side: what Ctrl+Shift+* selects. */
export function surroundingRegion(port: WorkbookPort, from: Rect): Rect {
  const used = port.usedRect(from.sheet, true);
  if (!used) return from;
  let region = from;
  for (;;) {
    const wider = widened(port, region, used);
    if (wider.rows === region.rows && wider.columns === region.columns && wider.row === region.row && wider.column === region.column) return region;
    region = wider;
  }
}

function widened(port: WorkbookPort, region: Rect, used: Rect): Rect {
  let next = region;
  for (const strip of strips(region)) {
    if (!hasContent(port, strip, used)) continue;
    const across = strip.rows === 1 && strip.columns !== 1; // a strip reaches over the corners: it adds its line, not its length
    next = bounding(next, across ? { ...strip, column: region.column, columns: region.columns } : { ...strip, row: region.row, rows: region.rows });
  }
  return next;
}

/** the lines around a region, corners included: cells that touch only by a corner belong to it */
function strips(region: Rect): Rect[] {
  const left = Math.max(0, region.column - 1);
  const top = Math.max(0, region.row - 1);
  const columns = Math.min(MAX_COLUMNS, region.column + region.columns + 1) - left;
  const rows = Math.min(MAX_ROWS, region.row + region.rows + 1) - top;
  const around: Rect[] = [];
  if (region.row > 0) around.push({ ...region, row: region.row - 1, column: left, rows: 1, columns });
  if (region.row + region.rows < MAX_ROWS) around.push({ ...region, row: region.row + region.rows, column: left, rows: 1, columns });
  if (region.column > 0) around.push({ ...region, row: top, column: region.column - 1, rows, columns: 1 });
  if (region.column + region.columns < MAX_COLUMNS) around.push({ ...region, row: top, column: region.column + region.columns, rows, columns: 1 });
  return around;
}

function hasContent(port: WorkbookPort, strip: Rect, used: Rect): boolean {
  return intersect(strip, used) !== undefined && port.valueTypes(strip).some((line) => line.some((type) => type !== "Empty"));
}
