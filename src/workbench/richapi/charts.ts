import { CHART_TYPES, type Chart, type ChartSeries, type ChartType } from "../model/chart";
import type { Rect } from "../model/WorkbookPort";
import { notImplemented, type HostContext } from "./context";
import { invalidArgument, notFound } from "./hostError";
import { isRange, isUnbounded, rectOf, text, usedIn } from "./ranges";

/** as many as a chart of Excel takes */
const MOST_SERIES = 255;

export function chartOf(context: HostContext, id: string): Chart {
  const chart = context.store.charts.get(id);
  if (!chart) throw notFound("the chart");
  return chart;
}

/** where the properties of a chart are kept that nobody interprets */
export function chartPath(id: string): string {
  return `chart/${id}`;
}

/** A kind that no file of ours could hold is refused by name: it would be gone after saving. */
export function chartTypeFrom(context: HostContext, value: unknown): ChartType {
  const type = text(value, "type");
  if (!Object.hasOwn(CHART_TYPES, type)) throw notImplemented(context, `ChartType.${type.slice(0, 40)}`);
  return type as ChartType;
}

export function rangeFrom(value: unknown): Rect {
  if (!isRange(value)) throw invalidArgument("a chart needs a range as its source");
  return rectOf(value.target);
}

/**
 * What a chart of these cells shows: a series a column (or a row), named by its heading where the first of its cells is a text;
 * a first line of texts stands along the axis when other lines follow.
 */
export function seriesOver(context: HostContext, source: Rect, seriesBy: unknown): ChartSeries[] {
  const rect = isUnbounded(source) ? (usedIn(context, source, true) ?? { ...source, rows: 1, columns: 1 }) : source;
  const upright = seriesBy === "Columns" || (seriesBy !== "Rows" && rect.rows >= rect.columns);
  const count = upright ? rect.columns : rect.rows;
  const length = upright ? rect.rows : rect.columns;
  if (count > MOST_SERIES) throw invalidArgument(`a chart shows ${MOST_SERIES} series at most`);
  const line = (at: number, from: number): Rect =>
    upright ? { ...rect, row: rect.row + from, rows: length - from, column: rect.column + at, columns: 1 } : { ...rect, column: rect.column + from, columns: length - from, row: rect.row + at, rows: 1 };
  const headings = upright ? { ...rect, rows: 1 } : { ...rect, columns: 1 };
  const first = context.port.valueTypes(headings).flat();
  const labels = count > 1 && length > 1 && isText(context, line(0, 1), upright);
  const headed = length > 1 && first.slice(labels ? 1 : 0).includes("String") ? 1 : 0;
  const names = context.port.texts(headings).flat();
  return Array.from({ length: count - (labels ? 1 : 0) }, (_, k): ChartSeries => {
    const at = k + (labels ? 1 : 0);
    return { name: headed === 1 ? names[at]! : `Series${String(k + 1)}`, values: line(at, headed), ...(labels ? { categories: line(0, headed) } : {}) };
  });
}

/** whether the first cells of a line say what stands beside them; the rest of a long line is not looked at */
function isText(context: HostContext, line: Rect, upright: boolean): boolean {
  const start = upright ? { ...line, rows: Math.min(line.rows, 3) } : { ...line, columns: Math.min(line.columns, 3) };
  return context.port.valueTypes(start).flat().includes("String");
}
