import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable, ObjectMatrix } from "@univerjs/core";
import { contentOfRow, contentOfRows, type Content, type RowContent } from "../functions/contentKey";
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
  readonly value: readonly (readonly unknown[])[];
  readonly content: Content;
  readonly pending: boolean;
  readonly error: { readonly error: string; readonly where: string } | undefined;
}

interface Line {
  readonly cells: readonly unknown[];
  readonly content: RowContent;
  /** the first error in it */
  readonly error: RawRange["error"];
  readonly pending: boolean;
  /** holds a formula */
  readonly moving: boolean;
}

interface Remembered extends RawRange {
  readonly lines: readonly Line[];
  /** holds formulas or lies under a spill: read again in each round */
  readonly moving: boolean;
  readonly round: number;
  readonly range: IRange;
  /** rows written since, by their place in the range */
  readonly written: Set<number>;
}

/**
 * Ranges as plain values, read straight from the cells: the engine's own way makes an object a cell. Remembered by sheet
 * and rectangle, because fifty formulas over one ledger want it fifty times; of a row that is written, only that row is read
 * again, and a row that reads the same keeps its share of the key.
 */
export class RangeMemory {
  readonly #sheets = new Map<string, Map<string, Remembered>>();

  read(sheet: string, range: IRange, layers: SheetLayers, round: number): RawRange {
    let ranges = this.#sheets.get(sheet);
    if (!ranges) this.#sheets.set(sheet, (ranges = new Map()));
    const key = `${range.startRow},${range.startColumn},${range.endRow},${range.endColumn}`;
    const known = ranges.get(key);
    const spilled = touchesSpill(range, layers);
    const steady = known !== undefined && (known.round === round || (!known.moving && !spilled));
    if (steady && known.written.size === 0) return known;
    const fresh = readRaw(range, layers, spilled, round, known, steady ? known.written : undefined);
    ranges.set(key, fresh);
    return fresh;
  }

  /** cells in this rectangle were written */
  drop(sheet: string, range: IRange): void {
    for (const known of this.#sheets.get(sheet)?.values() ?? []) {
      if (!overlap(known.range, range)) continue;
      const last = Math.min(range.endRow, known.range.endRow);
      for (let row = Math.max(range.startRow, known.range.startRow); row <= last; row++) known.written.add(row - known.range.startRow);
    }
  }

  /** rows, columns or sheets moved */
  dropAll(): void {
    this.#sheets.clear();
  }
}

/** `only`: the rows to read again; the others are taken from what is known. */
function readRaw(range: IRange, layers: SheetLayers, spilled: boolean, round: number, known: Remembered | undefined, only: ReadonlySet<number> | undefined): Remembered {
  const read = lineReader(range, layers, spilled);
  let lines: Line[];
  if (known && only) {
    lines = known.lines.slice();
    for (const at of only) lines[at] = read(range.startRow + at, lines[at]);
  } else {
    lines = Array.from({ length: range.endRow - range.startRow + 1 }, (_, at) => read(range.startRow + at, known?.lines[at]));
  }
  const pending = lines.some((line) => line.pending);
  return {
    lines, round, pending, range: { ...range }, written: new Set(),
    value: lines.map((line) => line.cells),
    content: pending ? NO_CONTENT : contentOfRows(lines.map((line) => line.content), range.endColumn - range.startColumn + 1),
    error: lines.find((line) => line.error)?.error,
    moving: spilled || lines.some((line) => line.moving),
  };
}

function lineReader(range: IRange, layers: SheetLayers, spilled: boolean): (row: number, known: Line | undefined) => Line {
  const runtime = layers.runtime?.getMatrix();
  const runtimeSpill = spilled ? layers.runtimeSpill?.getMatrix() : undefined;
  const spill = spilled ? layers.spill?.getMatrix() : undefined;
  const stale = spilled ? staleSpills(range, layers) : [];
  const stored = layers.cells.getMatrix() as Cells;
  const width = range.endColumn - range.startColumn + 1;

  const cellAt = (own: Cells[number] | undefined, row: number, column: number): Nullable<ICellData> => {
    const cell = own?.[column];
    if (cell && (cell.f || cell.si)) return runtime?.[row]?.[column] ?? cell;
    if (!spilled) return cell;
    const under = runtimeSpill?.[row]?.[column] ?? (stale.some((gone) => holds(gone, row, column)) ? undefined : spill?.[row]?.[column]);
    return under ? (runtime?.[row]?.[column] ?? under) : cell;
  };

  return (row, known) => {
    const own = stored[row];
    const cells = new Array<unknown>(width);
    let error: RawRange["error"];
    let pending = false;
    let moving = false;
    for (let at = 0; at < width; at++) {
      const column = range.startColumn + at;
      const formula = own?.[column];
      if (formula && (formula.f || formula.si)) moving = true;
      const cell = cellAt(own, row, column);
      const code = errorOf(cell);
      if (code === undefined) {
        cells[at] = valueOf(cell);
        continue;
      }
      if (code === PENDING_CODE) pending = true;
      error ??= { error: code, where: areaText({ row, column, rows: 1, columns: 1 }) };
      cells[at] = wireError(code);
    }
    if (known && known.moving === moving && sameCells(known.cells, cells)) return known;
    return { cells, content: contentOfRow(cells), error, pending, moving };
  };
}

function sameCells(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return a.length === b.length;
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
