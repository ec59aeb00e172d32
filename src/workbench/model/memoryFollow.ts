import { contains } from "./a1";
import type { MemorySheet } from "./memorySheet";
import { shiftRect, type Shift } from "./shiftRect";
import type { NameInfo, SheetId, TableInfo } from "./WorkbookPort";

/** Formulas of cells and names after a rewriting; `home` is the sheet that unqualified references mean. */
export function rewriteFormulas(
  sheets: readonly MemorySheet[],
  names: readonly NameInfo[],
  rewrite: (formula: string, home: SheetId) => string,
): NameInfo[] {
  for (const sheet of sheets) sheet.forEachCell((cell) => cell.formula !== undefined && (cell.formula = rewrite(cell.formula, sheet.id)));
  return names.map((name) => ({ ...name, formula: rewrite(name.formula, name.scope ?? "") }));
}

/** Tables go where their cells went; one whose cells were all deleted is gone. */
export function followTables(tables: readonly TableInfo[], shift: Shift): TableInfo[] {
  return tables.flatMap((table) => {
    const rect = shiftRect(table.rect, shift) ?? (contains(shift.rect, table.rect) ? undefined : table.rect);
    return rect ? [{ ...table, rect }] : [];
  });
}
