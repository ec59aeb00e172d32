import { MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import type { Area } from "../model/bookSnapshot";
import type { Chart } from "../model/chart";
import type { Rect } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { invalidArgument } from "./hostError";

type Side = "left" | "top" | "width" | "height";

/** Rows and columns that a chart covers when nobody said where it stands. */
const ROWS = 15, COLUMNS = 6;

/** Beside the cells that it shows, or over the sheet's last columns. */
export function frameBeside({ row, column, columns }: Rect): Area {
  return { row: Math.min(row, MAX_ROWS - ROWS), column: Math.min(column + columns + 1, MAX_COLUMNS - COLUMNS), rows: ROWS, columns: COLUMNS };
}

/** A chart stands at whole cells here, as in the file it is saved to; its sides in points follow from them. */
export function pointsOf(context: HostContext, chart: Chart, side: Side): number {
  const { row, column, rows, columns } = chart.at;
  if (side === "left") return sum(0, column, widthIn(context, chart));
  if (side === "width") return sum(column, columns, widthIn(context, chart));
  if (side === "top") return sum(0, row, heightIn(context, chart));
  return sum(row, rows, heightIn(context, chart));
}

/** The cells nearest to what was asked for in points; what would lie outside the sheet is refused. */
export function frameWith(context: HostContext, chart: Chart, side: Side, points: unknown): Area {
  if (typeof points !== "number" || !Number.isFinite(points) || points < 0) throw invalidArgument(`${side} is a number of points`);
  const at = chart.at;
  const [width, height] = [widthIn(context, chart), heightIn(context, chart)];
  if (side === "left") return { ...at, column: fitting(0, points, width, MAX_COLUMNS - at.columns) };
  if (side === "top") return { ...at, row: fitting(0, points, height, MAX_ROWS - at.rows) };
  if (side === "width") return { ...at, columns: Math.max(1, fitting(at.column, points, width, MAX_COLUMNS - at.column)) };
  return { ...at, rows: Math.max(1, fitting(at.row, points, height, MAX_ROWS - at.row)) };
}

function widthIn(context: HostContext, { sheet }: Chart): (column: number) => number {
  return (column) => context.port.columnWidth(sheet, column);
}

function heightIn(context: HostContext, { sheet }: Chart): (row: number) => number {
  return (row) => context.port.rowHeight(sheet, row);
}

function sum(from: number, count: number, size: (line: number) => number): number {
  let points = 0;
  for (let line = from; line < from + count; line++) points += size(line);
  return points;
}

/** how many lines from one on are as long as that, to the nearest */
function fitting(from: number, points: number, size: (line: number) => number, most: number): number {
  let left = points;
  for (let count = 0; count < most; count++) {
    const next = size(from + count);
    if (left < next / 2) return count;
    left -= next;
  }
  if (left > 0) throw invalidArgument("the chart would lie outside the sheet");
  return most;
}
