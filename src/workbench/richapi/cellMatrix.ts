import type { CellFormat, Content, Rect } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { HostError, invalidArgument } from "./hostError";
import { isUnbounded } from "./ranges";

/** Excel's own limit for one read */
const MOST_CELLS = 5_000_000;

/** Cell by cell what a range holds; null for whole columns and rows, as in Excel. */
export function cellMatrix(context: HostContext, rect: Rect, what: "values" | "formulas" | "texts" | "valueTypes" | "numberFormats"): unknown {
  if (isUnbounded(rect)) return null;
  if (rect.rows * rect.columns > MOST_CELLS) {
    throw new HostError("RangeExceedsLimit", `A range of ${rect.rows * rect.columns} cells is more than ${MOST_CELLS}.`);
  }
  return context.port[what](rect);
}

export function writeValues(context: HostContext, rect: Rect, value: unknown): void {
  context.port.write(rect, matrixFor(rect, value).map((line) => line.map(content)));
}

/** formulas and values are written alike: what begins with `=` is a formula */
export const writeFormulas = writeValues;

/** runs of equal formats down each column are one call */
export function writeNumberFormats(context: HostContext, rect: Rect, value: unknown): void {
  if (typeof value === "string") return context.port.setFormat(rect, { numberFormat: value });
  const formats = matrixFor(rect, value);
  if (formats.every((line) => line.every((format) => format === formats[0]![0]))) return setRun(context, rect, formats[0]![0]);
  for (let column = 0; column < rect.columns; column++) {
    let from = 0;
    for (let row = 1; row <= rect.rows; row++) {
      if (row < rect.rows && formats[row]![column] === formats[from]![column]) continue;
      setRun(context, { ...rect, row: rect.row + from, column: rect.column + column, rows: row - from, columns: 1 }, formats[from]![column]);
      from = row;
    }
  }
}

function setRun(context: HostContext, rect: Rect, format: unknown): void {
  if (format === null || format === undefined) return; // leaves the cell as it is
  if (typeof format !== "string") throw invalidArgument("a number format is a text");
  const change: CellFormat = { numberFormat: format === "" ? "General" : format };
  context.port.setFormat(rect, change);
}

/** one value stands for every cell; a matrix must have the range's own size */
function matrixFor(rect: Rect, value: unknown): readonly (readonly unknown[])[] {
  if (isUnbounded(rect)) throw invalidArgument("whole columns and rows cannot be written cell by cell");
  if (!Array.isArray(value)) return Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => value as unknown));
  const fits = value.length === rect.rows && value.every((line) => Array.isArray(line) && line.length === rect.columns);
  if (!fits) throw invalidArgument("the number of rows or columns in the input array doesn't match the size or dimensions of the range");
  return value as readonly (readonly unknown[])[];
}

function content(value: unknown): Content {
  if (value === null || value === undefined || typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  throw invalidArgument("a cell takes a number, a text or a boolean");
}
