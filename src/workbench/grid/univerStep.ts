import { CellValueType, type IAccessor, type ICellData, type IMutationInfo, type IStyleData, type Nullable } from "@univerjs/core";
import {
  SetRangeValuesMutation, SetRangeValuesUndoMutationFactory, SetStyleCommand, SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { Rect, SheetId } from "../model/WorkbookPort";
import { typed } from "./toWorkbookData";
import type { PendingWrites } from "./univerCells";
import type { UniverUnit } from "./univerUnit";

type Line<T> = Map<number, T>;
type Layer<T> = Map<number, Line<T>>;

const CLEARED: ICellData = { v: null, t: null, f: null, si: null, p: null };

/** What a number, a text, a formula look like when they replace whatever the cell held. */
export function valueCell(value: number | string | boolean, forceText = false): ICellData {
  const cell = { ...CLEARED, ...typed(value) };
  return forceText ? { ...cell, t: CellValueType.FORCE_STRING } : cell;
}

export function formulaCell(formula: string): ICellData {
  return { ...CLEARED, f: formula };
}

export function clearedCell(): ICellData {
  return { ...CLEARED };
}

/**
 * Writes of one step, collected: every mutation of values and every start of a calculation looks at all cells of the book,
 * so a step sends one a sheet. Values and styles go apart: a mutation of styles alone that does not say so deletes formulas.
 */
export class UniverStep implements PendingWrites {
  readonly #unit: UniverUnit;
  readonly #cells = new Map<SheetId, Layer<ICellData>>();
  readonly #styles = new Map<SheetId, Layer<Nullable<IStyleData>>>();

  constructor(unit: UniverUnit) {
    this.#unit = unit;
  }

  cell(sheet: SheetId, row: number, column: number): ICellData | undefined {
    return this.#cells.get(sheet)?.get(row)?.get(column);
  }

  style(sheet: SheetId, row: number, column: number): Nullable<IStyleData> | undefined {
    return this.#styles.get(sheet)?.get(row)?.get(column);
  }

  put(sheet: SheetId, row: number, column: number, cell: ICellData): void {
    place(this.#cells, sheet, row).set(column, cell);
  }

  /** null removes the style; otherwise what is given is joined with what the cell has */
  putStyle(sheet: SheetId, row: number, column: number, style: IStyleData | null): void {
    const line = place(this.#styles, sheet, row);
    const before = line.get(column);
    line.set(column, style === null || !before ? style : { ...before, ...style });
  }

  /** Hands everything to the grid; answers what undoes and what repeats it. */
  flush(): { undos: IMutationInfo[]; redos: IMutationInfo[] } {
    const undos: IMutationInfo[] = [];
    const redos: IMutationInfo[] = [];
    const send = (params: ISetRangeValuesMutationParams): void => {
      const accessor = { get: (token: never) => this.#unit.injector.get(token) } as unknown as IAccessor;
      const undo = SetRangeValuesUndoMutationFactory(accessor, params);
      undos.unshift({ id: SetRangeValuesMutation.id, params: params.trigger === undefined ? undo : { ...undo, trigger: params.trigger } });
      redos.push({ id: SetRangeValuesMutation.id, params });
      this.#unit.run(SetRangeValuesMutation.id, params);
    };
    for (const [sheet, layer] of take(this.#cells)) {
      if (!this.#unit.hasSheet(sheet)) continue;
      this.#grow(sheet, layer);
      send({ unitId: this.#unit.id, subUnitId: sheet, cellValue: plain(layer) });
    }
    for (const [sheet, layer] of take(this.#styles)) {
      if (!this.#unit.hasSheet(sheet)) continue;
      this.#grow(sheet, layer);
      const cellValue: Record<number, Record<number, ICellData>> = {};
      for (const [row, line] of layer) cellValue[row] = Object.fromEntries([...line].map(([column, s]) => [column, { s }]));
      // guard: without this trigger the grid takes the cells for new content and drops their formulas
      send({ unitId: this.#unit.id, subUnitId: sheet, cellValue, trigger: SetStyleCommand.id });
    }
    return { undos, redos };
  }

  #grow(sheet: SheetId, layer: Layer<unknown>): void {
    let rows = 0;
    let columns = 0;
    for (const [row, line] of layer) {
      rows = Math.max(rows, row + 1);
      for (const column of line.keys()) columns = Math.max(columns, column + 1);
    }
    growSheet(this.#unit, { sheet, row: 0, column: 0, rows, columns });
  }
}

/** The grid's sheets end where their last row was asked for. */
export function growSheet(unit: UniverUnit, rect: Rect): void {
  const sheet = unit.sheet(rect.sheet);
  const rows = rect.row + rect.rows;
  const columns = rect.column + rect.columns;
  if (rows > sheet.getRowCount()) unit.run(SetWorksheetRowCountMutation.id, { unitId: unit.id, subUnitId: rect.sheet, rowCount: rows + 50 });
  if (columns > sheet.getColumnCount()) unit.run(SetWorksheetColumnCountMutation.id, { unitId: unit.id, subUnitId: rect.sheet, columnCount: columns + 4 });
}

function place<T>(layers: Map<SheetId, Layer<T>>, sheet: SheetId, row: number): Line<T> {
  let layer = layers.get(sheet);
  if (!layer) layers.set(sheet, (layer = new Map()));
  let line = layer.get(row);
  if (!line) layer.set(row, (line = new Map()));
  return line;
}

function take<T>(layers: Map<SheetId, Layer<T>>): [SheetId, Layer<T>][] {
  const all = [...layers];
  layers.clear();
  return all;
}

function plain<T>(layer: Layer<T>): Record<number, Record<number, T>> {
  const out: Record<number, Record<number, T>> = {};
  for (const [row, line] of layer) out[row] = Object.fromEntries(line) as Record<number, T>;
  return out;
}
