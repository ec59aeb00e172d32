import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable, ObjectMatrix } from "@univerjs/core";
import { contentOf, type Content } from "../functions/contentKey";
import { areaText } from "../model/a1";
import { errorOf, PENDING_CODE, valueOf } from "./cellValue";

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;
type Spills = IObjectMatrixPrimitiveType<IRange>;

/**
 * The four places a cell's value can be while the engine calculates, newest first. The ranges of the last pass's spills come
 * from the book: the engine's references to a range, unlike those to a cell, do not know them.
 */
export interface SheetLayers {
  readonly runtime: ObjectMatrix<Nullable<ICellData>> | undefined;
  readonly runtimeSpill: ObjectMatrix<Nullable<ICellData>> | undefined;
  readonly spill: ObjectMatrix<Nullable<ICellData>> | undefined;
  readonly spillRanges: Spills | undefined;
  readonly cells: ObjectMatrix<Nullable<ICellData>>;
}

export interface RawRange {
  readonly value: unknown[][];
  readonly content: Content;
  readonly pending: boolean;
  readonly error: { readonly error: string; readonly where: string } | undefined;
}

interface Remembered extends RawRange {
  /** holds formulas or lies under a spill: read again in each round */
  readonly moving: boolean;
  readonly round: number;
  readonly range: IRange;
}

/**
 * Ranges as plain values, read straight from the cells: the engine's own way makes an object a cell. Remembered by sheet
 * and rectangle until a cell in it changes, because fifty formulas over one ledger want it fifty times.
 */
export class RangeMemory {
  readonly #sheets = new Map<string, Map<string, Remembered>>();

  read(sheet: string, range: IRange, layers: SheetLayers, round: number): RawRange {
    let ranges = this.#sheets.get(sheet);
    if (!ranges) this.#sheets.set(sheet, (ranges = new Map()));
    const key = `${range.startRow},${range.startColumn},${range.endRow},${range.endColumn}`;
    const known = ranges.get(key);
    const spilled = touchesSpill(range, layers);
    if (known && (known.round === round || (!known.moving && !spilled))) return known;
    const fresh = readRaw(range, layers, spilled, round);
    ranges.set(key, fresh);
    return fresh;
  }

  /** cells in this rectangle were written */
  drop(sheet: string, range: IRange): void {
    const ranges = this.#sheets.get(sheet);
    if (!ranges) return;
    for (const [key, known] of ranges) if (overlap(known.range, range)) ranges.delete(key);
  }

  /** rows, columns or sheets moved */
  dropAll(): void {
    this.#sheets.clear();
  }
}

function readRaw(range: IRange, layers: SheetLayers, spilled: boolean, round: number): Remembered {
  const runtime = layers.runtime?.getMatrix();
  const runtimeSpill = spilled ? layers.runtimeSpill?.getMatrix() : undefined;
  const spill = spilled ? layers.spill?.getMatrix() : undefined;
  const stale = spilled ? staleSpills(range, layers) : [];
  const cells = layers.cells.getMatrix() as Cells;
  const value: unknown[][] = [];
  let moving = spilled;
  let pending = false;
  let error: RawRange["error"];
  for (let row = range.startRow; row <= range.endRow; row++) {
    const line: unknown[] = new Array<unknown>(range.endColumn - range.startColumn + 1);
    const own = cells[row];
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      let cell = own?.[column];
      if (cell && (cell.f || cell.si)) {
        moving = true;
        cell = runtime?.[row]?.[column] ?? cell;
      }
      if (spilled) {
        const under = runtimeSpill?.[row]?.[column] ?? (stale.some((gone) => holds(gone, row, column)) ? undefined : spill?.[row]?.[column]);
        if (under && !(cell && (cell.f || cell.si))) cell = runtime?.[row]?.[column] ?? under;
      }
      let found: unknown = valueOf(cell);
      const code = errorOf(cell);
      if (code !== undefined) {
        if (code === PENDING_CODE) pending = true;
        error ??= { error: code, where: areaText({ row, column, rows: 1, columns: 1 }) };
        found = wireError(code);
      }
      line[column - range.startColumn] = found;
    }
    value.push(line);
  }
  return { value, content: pending ? NO_CONTENT : contentOf(value), pending, error, moving, round, range: { ...range } };
}

const NO_CONTENT: Content = { key: "", bytes: 0 };
const WIRE_ERRORS = new Map<string, object>();

/** As the runtime expects an error among the values; one object a code. */
export function wireError(code: string): object {
  let error = WIRE_ERRORS.get(code);
  if (!error) WIRE_ERRORS.set(code, (error = { type: "CustomFunctionError", code }));
  return error;
}

function touchesSpill(range: IRange, layers: SheetLayers): boolean {
  return holdsAny(layers.runtimeSpill, range) || some(layers.spillRanges, (spill) => overlap(spill, range));
}

function holdsAny(matrix: ObjectMatrix<Nullable<ICellData>> | undefined, range: IRange): boolean {
  const rows = matrix?.getMatrix();
  for (const row in rows) {
    if (Number(row) < range.startRow || Number(row) > range.endRow) continue;
    for (const column in rows[Number(row)]) if (Number(column) >= range.startColumn && Number(column) <= range.endColumn) return true;
  }
  return false;
}

/** Spills of the last pass whose formula has been evaluated again in this one: what they showed is over. */
function staleSpills(range: IRange, layers: SheetLayers): IRange[] {
  const runtime = layers.runtime?.getMatrix();
  const stale: IRange[] = [];
  some(layers.spillRanges, (spill, row, column) => {
    if (runtime?.[row]?.[column] !== undefined && overlap(spill, range)) stale.push(spill);
    return false;
  });
  return stale;
}

function some(spills: Spills | undefined, test: (spill: IRange, row: number, column: number) => boolean): boolean {
  for (const row in spills) {
    for (const column in spills[Number(row)]) {
      const spill = spills[Number(row)]?.[Number(column)];
      if (spill && test(spill, Number(row), Number(column))) return true;
    }
  }
  return false;
}

export function overlap(a: IRange, b: IRange): boolean {
  return a.startRow <= b.endRow && b.startRow <= a.endRow && a.startColumn <= b.endColumn && b.startColumn <= a.endColumn;
}

function holds(range: IRange, row: number, column: number): boolean {
  return row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;
}
