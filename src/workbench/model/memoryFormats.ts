import type { MemorySheet } from "./memorySheet";
import type { CellFormat, Rect } from "./WorkbookPort";

/** What all cells of a range have in common; a key is left out where they differ. Looks at 10,000 cells at most, as no view needs more. */
export function mergedFormat(sheet: MemorySheet, rect: Rect): CellFormat {
  const first = sheet.format(rect.row, rect.column);
  const common = new Map<string, unknown>(Object.entries(first));
  let looked = 0;
  for (let row = rect.row; row < rect.row + rect.rows && looked < 10_000; row++) {
    for (let column = rect.column; column < rect.column + rect.columns && looked < 10_000; column++, looked++) {
      const format = new Map<string, unknown>(Object.entries(sheet.format(row, column)));
      for (const key of [...common.keys()]) if (format.get(key) !== common.get(key)) common.delete(key);
    }
  }
  return Object.fromEntries(common) as CellFormat;
}

/** New rows look like the row above them, as in Excel. */
export function copyFormat(sheet: MemorySheet, rect: Rect): void {
  if (rect.row === 0) return;
  const last = Math.min(rect.column + rect.columns, 256); // whole rows: formats far right are not worth a walk
  for (let column = rect.column; column < last; column++) {
    const above = sheet.format(rect.row - 1, column);
    if (Object.keys(above).length === 0) continue;
    for (let row = rect.row; row < rect.row + rect.rows; row++) sheet.setFormat(row, column, above);
  }
}

/** points for the widest text: about 5.25 a letter, twice that for a Chinese one, and a margin */
export function visibleWidth(texts: readonly string[]): number {
  const letters = texts.map((text) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0));
  return Math.max(48, Math.min(400, Math.max(0, ...letters.slice(0, 10_000)) * 5.25 + 8));
}
