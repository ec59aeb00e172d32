import { intersect, bounding, MAX_COLUMNS, MAX_ROWS } from "../../model/a1";
import type { Rect } from "../../model/WorkbookPort";
import type { HostContext } from "../context";
import { HostError, invalidArgument, notFound } from "../hostError";
import { copyInto } from "../copyRange";
import { cellMatrix, writeFormulas, writeNumberFormats, writeValues } from "../cellMatrix";
import { addressOf, deleteCells, insertCells, isUnbounded, range, rectFrom, rectOf, usedIn, whole } from "../ranges";
import type { RangeTarget } from "../references";
import { defineType, handle, type Handle, type Property } from "../registry";
import { surroundingRegion } from "../surroundingRegion";

type Get = (rect: Rect, context: HostContext) => unknown;

function read(get: Get): Property<RangeTarget> {
  return { get: (target, context) => get(rectOf(target), context) };
}

/** a range made from another: `next` says where it lies */
function moved(next: (rect: Rect, args: readonly unknown[], context: HostContext) => Rect) {
  return (target: RangeTarget, args: readonly unknown[], context: HostContext): Handle => range(context, next(rectOf(target), args, context));
}

/** a range that may not exist: ItemNotFound, or a null object for the method's other form */
function found(find: (rect: Rect, args: readonly unknown[], context: HostContext) => Rect | undefined, what: string) {
  const look = (target: RangeTarget, args: readonly unknown[], context: HostContext) => {
    const rect = find(rectOf(target), args, context);
    return rect ? range(context, rect) : null;
  };
  return {
    sure: (target: RangeTarget, args: readonly unknown[], context: HostContext): Handle => {
      const it = look(target, args, context);
      if (!it) throw notFound(what);
      return it;
    },
    maybe: look,
  };
}

const intersection = found((rect, args, context) => intersect(rect, rectFrom(context, args[0], rect.sheet)), "the intersection");
const spillingTo = found((rect, _args, context) => context.port.spillOf(rect.sheet, rect.row, rect.column), "the spilled range");
const spillParent = found((rect, _args, context) => {
  const parent = context.port.spillParent(rect.sheet, rect.row, rect.column);
  return parent && { ...rect, ...parent, rows: 1, columns: 1 };
}, "the cell this one was spilled from");
const used = found((rect, args, context) => usedIn(context, rect, args[0] === true), "used cells");

defineType("Range", {
  key: (target) => (target.id === undefined ? {} : { _ReferenceId: target.id }),
  props: {
    Values: {
      get: (target, context) => cellMatrix(context, rectOf(target), "values"),
      set: (target, value, context) => writeValues(context, rectOf(target), value),
    },
    Formulas: {
      get: (target, context) => cellMatrix(context, rectOf(target), "formulas"),
      set: (target, value, context) => writeFormulas(context, rectOf(target), value),
    },
    FormulasLocal: {
      get: (target, context) => cellMatrix(context, rectOf(target), "formulas"),
      set: (target, value, context) => writeFormulas(context, rectOf(target), value),
    },
    NumberFormat: {
      get: (target, context) => cellMatrix(context, rectOf(target), "numberFormats"),
      set: (target, value, context) => writeNumberFormats(context, rectOf(target), value),
    },
    NumberFormatLocal: {
      get: (target, context) => cellMatrix(context, rectOf(target), "numberFormats"),
      set: (target, value, context) => writeNumberFormats(context, rectOf(target), value),
    },
    Text: read((rect, context) => cellMatrix(context, rect, "texts")),
    ValueTypes: read((rect, context) => cellMatrix(context, rect, "valueTypes")),
    Address: read((rect, context) => addressOf(context, rect)),
    AddressLocal: read((rect, context) => addressOf(context, rect)),
    RowIndex: read((rect) => rect.row),
    ColumnIndex: read((rect) => rect.column),
    RowCount: read((rect) => rect.rows),
    ColumnCount: read((rect) => rect.columns),
    CellCount: read((rect) => (rect.rows * rect.columns > 2 ** 31 - 1 ? -1 : rect.rows * rect.columns)),
    IsEntireColumn: read((rect) => rect.rows >= MAX_ROWS),
    IsEntireRow: read((rect) => rect.columns >= MAX_COLUMNS),
    HasSpill: read((rect, context) => hasSpill(context, rect)),
    Hidden: read(() => false), // the workbook port hides sheets only
    RowHidden: read(() => false),
    ColumnHidden: read(() => false),
    Top: read((rect, context) => sum(rect.row, (row) => context.port.rowHeight(rect.sheet, row))),
    Left: read((rect, context) => sum(rect.column, (column) => context.port.columnWidth(rect.sheet, column))),
    Width: read((rect, context) => sum(rect.columns, (at) => context.port.columnWidth(rect.sheet, rect.column + at))),
    Height: read((rect, context) => sum(rect.rows, (at) => context.port.rowHeight(rect.sheet, rect.row + at))),
  },
  nav: {
    Format: (target) => handle("RangeFormat", target),
    DataValidation: (target) => handle("DataValidation", target),
    Worksheet: (target) => handle("Worksheet", rectOf(target).sheet),
  },
  methods: {
    _KeepReference: (target, _args, context) => void context.references.keep(target),
    _ValidateArraySize: (target, args) => validateSize(rectOf(target), args),
    GetCell: moved((rect, args) => ({ ...rect, row: rect.row + whole(args[0], "row"), column: rect.column + whole(args[1], "column"), rows: 1, columns: 1 })),
    GetRow: moved((rect, args) => ({ ...rect, row: rect.row + inside(whole(args[0], "row"), rect.rows), rows: 1 })),
    GetColumn: moved((rect, args) => ({ ...rect, column: rect.column + inside(whole(args[0], "column"), rect.columns), columns: 1 })),
    GetOffsetRange: moved((rect, args) => ({ ...rect, row: rect.row + whole(args[0], "rowOffset"), column: rect.column + whole(args[1], "columnOffset") })),
    GetResizedRange: moved((rect, args) => ({ ...rect, rows: rect.rows + whole(args[0], "deltaRows"), columns: rect.columns + whole(args[1], "deltaColumns") })),
    GetAbsoluteResizedRange: moved((rect, args) => ({ ...rect, rows: whole(args[0], "numRows"), columns: whole(args[1], "numColumns") })),
    GetBoundingRect: moved((rect, args, context) => sameSheet(rect, rectFrom(context, args[0], rect.sheet))),
    GetLastCell: moved((rect) => ({ ...rect, row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1, rows: 1, columns: 1 })),
    GetLastRow: moved((rect) => ({ ...rect, row: rect.row + rect.rows - 1, rows: 1 })),
    GetLastColumn: moved((rect) => ({ ...rect, column: rect.column + rect.columns - 1, columns: 1 })),
    GetEntireRow: moved((rect) => ({ ...rect, column: 0, columns: MAX_COLUMNS })),
    GetEntireColumn: moved((rect) => ({ ...rect, row: 0, rows: MAX_ROWS })),
    GetRowsAbove: moved((rect, args) => beside(rect, -1, whole(args[0], "count", 1), "row")),
    GetRowsBelow: moved((rect, args) => beside(rect, 1, whole(args[0], "count", 1), "row")),
    GetColumnsBefore: moved((rect, args) => beside(rect, -1, whole(args[0], "count", 1), "column")),
    GetColumnsAfter: moved((rect, args) => beside(rect, 1, whole(args[0], "count", 1), "column")),
    GetSurroundingRegion: moved((rect, _args, context) => surroundingRegion(context.port, rect)),
    GetIntersection: intersection.sure,
    GetIntersectionOrNullObject: intersection.maybe,
    GetSpillingToRange: spillingTo.sure,
    GetSpillingToRangeOrNullObject: spillingTo.maybe,
    GetSpillParent: spillParent.sure,
    GetSpillParentOrNullObject: spillParent.maybe,
    GetUsedRange: (target, args, context) => used.maybe(target, args, context) ?? range(context, { ...rectOf(target), rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: used.maybe,
    GetTables: (target) => handle("TableScopedCollection", target),
    Insert: (target, args, context) => insert(context, rectOf(target), args[0]),
    Delete: (target, args, context) => deleteCells(context, rectOf(target), direction(args[0], "Up", "Left")),
    Clear: (target, args, context) => context.port.clear(rectOf(target), whatToClear(args[0])),
    Select: (target, _args, context) => context.port.select(rectOf(target)),
    CopyFrom: (target, args, context) => copyInto(context, rectOf(target), rectFrom(context, args[0], rectOf(target).sheet), args),
    Calculate: (_target, _args, context) => context.port.recalculate(false),
    SetDirty: (_target, _args, context) => context.port.recalculate(false),
  },
});

function insert(context: HostContext, rect: Rect, shift: unknown): Handle {
  insertCells(context, rect, direction(shift, "Down", "Right"));
  return range(context, rect);
}

function direction<A extends string, B extends string>(asked: unknown, vertical: A, horizontal: B): A | B {
  if (asked === vertical || asked === horizontal) return asked as A | B;
  throw invalidArgument(`shift must be ${vertical} or ${horizontal}`);
}

function whatToClear(asked: unknown): "Contents" | "Formats" | "All" {
  if (asked === undefined || asked === null || asked === "All") return "All";
  if (asked === "Contents" || asked === "Formats") return asked;
  throw invalidArgument(`clear applies to All, Contents or Formats, not to ${String(asked)}`);
}

function validateSize(rect: Rect, args: readonly unknown[]): void {
  if (args[0] !== rect.rows || args[1] !== rect.columns) {
    throw invalidArgument("the number of rows or columns in the input array doesn't match the size or dimensions of the range");
  }
}

function inside(index: number, count: number): number {
  if (index < 0 || index >= count) throw invalidArgument(`${index} is outside the range`);
  return index;
}

function sameSheet(a: Rect, b: Rect): Rect {
  if (a.sheet !== b.sheet) throw invalidArgument("both ranges must be on one worksheet");
  return bounding(a, b);
}

/** `count` lines before (side -1) or after (1) the range; a negative count looks the other way */
function beside(rect: Rect, side: 1 | -1, count: number, along: "row" | "column"): Rect {
  if (count === 0) throw invalidArgument("count must not be 0");
  const lines = along === "row" ? "rows" : "columns";
  const after = side * Math.sign(count) > 0;
  const size = Math.abs(count);
  return { ...rect, [along]: after ? rect[along] + rect[lines] : rect[along] - size, [lines]: size };
}

/** true, false, or null when only some cells spill */
function hasSpill(context: HostContext, rect: Rect): boolean | null {
  const within = isUnbounded(rect) ? usedIn(context, rect, true) : rect;
  if (!within) return false;
  let spilled = 0;
  for (let row = within.row; row < within.row + within.rows; row++) {
    for (let column = within.column; column < within.column + within.columns; column++) {
      if (context.port.spillOf(within.sheet, row, column) ?? context.port.spillParent(within.sheet, row, column)) spilled++;
    }
  }
  return spilled === 0 ? false : spilled === within.rows * within.columns ? true : null;
}

/** points; whole columns and rows far down a sheet are not measured line by line */
function sum(count: number, of: (at: number) => number): number {
  if (count > 100_000) throw new HostError("RangeExceedsLimit", "The range is too large to be measured.");
  let total = 0;
  for (let at = 0; at < count; at++) total += of(at);
  return total;
}
