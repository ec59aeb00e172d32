import { dateToSerial } from "hucre";
import type { Cell, CellValue, Sheet } from "hucre/xlsx";
import { isErrorCode } from "../functions/outcomeValue";
import { fromFile } from "../grid/formulaText";
import { parseArea } from "../model/a1";
import type { CellSnapshot } from "../model/bookSnapshot";
import { copyFormula } from "../model/formulaReferences";
import type { Value } from "../model/WorkbookPort";

type Cells = (CellSnapshot | undefined)[][];

/** A sheet's cells; `formatAt` gives the place of a cell's format. */
export function readCells(sheet: Sheet, formatAt: (style: Cell["style"]) => number | undefined): Cells {
  const cells: Cells = sheet.rows.map((row) => row.map(plainCell));
  const shared = sharedFormulas(sheet);
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = placeOf(key);
    while (cells.length <= row) cells.push([]);
    cells[row]![column] = cellOf(cell, formulaOf(cell, row, column, shared), formatAt(cell.style));
  }
  markSpilled(cells);
  return cells;
}

function placeOf(key: string): [row: number, column: number] {
  const comma = key.indexOf(",");
  return [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
}

interface Master {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** A formula filled over many cells is written once; the others name it by number. */
function sharedFormulas(sheet: Sheet): ReadonlyMap<number, Master> {
  const masters = new Map<number, Master>();
  for (const [key, { formula, formulaType, formulaSharedIndex }] of sheet.cells ?? []) {
    if (formulaType !== "shared" || formulaSharedIndex === undefined || !formula) continue;
    const [row, column] = placeOf(key);
    masters.set(formulaSharedIndex, { row, column, formula: fromFile(formula) });
  }
  return masters;
}

function formulaOf(cell: Cell, row: number, column: number, shared: ReadonlyMap<number, Master>): string | undefined {
  if (cell.formula === undefined) return undefined;
  if (cell.formula !== "") return fromFile(cell.formula);
  const master = cell.formulaSharedIndex === undefined ? undefined : shared.get(cell.formulaSharedIndex);
  return master === undefined ? undefined : copyFormula(master.formula, row - master.row, column - master.column);
}

/** Serials count from 1900 whatever the file counts from: a date is the same day in both. */
function valueOf(value: CellValue): Value {
  if (!(value instanceof Date)) return value ?? "";
  return Number.isNaN(value.getTime()) ? "#NUM!" : dateToSerial(value, false); // a number no calendar reaches, in a date's format
}

function plainCell(value: CellValue): CellSnapshot | undefined {
  return value === null || value === "" ? undefined : { value: valueOf(value) };
}

function cellOf(cell: Cell, formula: string | undefined, format: number | undefined): CellSnapshot | undefined {
  const value = valueOf(formula === undefined ? cell.value : (cell.formulaResult ?? cell.value));
  const error = isErrorCode(value) && (cell.type === "error" || cell.type === "date" || formula !== undefined);
  const content = { ...(value === "" ? {} : { value }), ...(error ? { error } : {}), ...(format === undefined ? {} : { format }) };
  if (formula !== undefined) return { formula, ...content, ...spillOf(cell) };
  return Object.keys(content).length === 0 ? undefined : content;
}

function spillOf(cell: Cell): Pick<CellSnapshot, "spill"> {
  const area = cell.formulaType === "array" && cell.formulaRef !== undefined ? parseArea(cell.formulaRef) : undefined;
  return area === undefined || area.rows * area.columns === 1 ? {} : { spill: { rows: area.rows, columns: area.columns } };
}

/** Cells that a formula filled hold no content of their own. */
function markSpilled(cells: Cells): void {
  cells.forEach((row, r) => row.forEach((cell, c) => cell?.spill !== undefined && markUnder(cells, r, c, cell.spill)));
}

function markUnder(cells: Cells, row: number, column: number, spill: NonNullable<CellSnapshot["spill"]>): void {
  for (let r = row; r < Math.min(row + spill.rows, cells.length); r++) {
    const line = cells[r]!;
    for (let c = column; c < Math.min(column + spill.columns, line.length); c++) {
      const there = line[c];
      if ((r > row || c > column) && there !== undefined && there.formula === undefined) line[c] = { ...there, spilled: true };
    }
  }
}
