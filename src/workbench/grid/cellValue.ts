import type { ICellData, Nullable } from "@univerjs/core";
import { isErrorCode } from "../functions/outcomeValue";
import type { Value, ValueType } from "../model/WorkbookPort";

/** How the engine writes "not yet": the only such word in its own list of errors, so it stays an error when read again. */
export const PENDING_CODE = "#GETTING_DATA";
/** How people and Office.js know it. */
export const BUSY = "#BUSY!";

type Cell = Nullable<ICellData> | undefined;

/** The grid's own numbers for a cell's type (its `CellValueType`), named here so that reading cells needs none of its code. */
const TYPE = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/** The plain value; empty is "". Errors keep the engine's own code. */
export function valueOf(cell: Cell): Value {
  if (!cell) return "";
  const { v, t } = cell;
  if (v === null || v === undefined) return cell.p ? richText(cell) : "";
  if (typeof v === "boolean") return v;
  if (t === TYPE.boolean) return v === 1 || v === "1";
  if (typeof v === "number") return t === TYPE.text || t === TYPE.forcedText ? String(v) : v;
  return t === TYPE.number && v !== "" && Number.isFinite(Number(v)) ? Number(v) : v;
}

/** As people and Office.js see it. */
export function shownValue(cell: Cell): Value {
  const value = valueOf(cell);
  return value === PENDING_CODE ? BUSY : value;
}

/** The data keep an error as a text; a text the user forced to be one is none. */
export function errorOf(cell: Cell): string | undefined {
  if (!cell || typeof cell.v !== "string" || cell.t === TYPE.forcedText) return undefined;
  return isErrorCode(cell.v) ? cell.v : undefined;
}

export function valueTypeOf(cell: Cell): ValueType {
  const value = valueOf(cell);
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return errorOf(cell) === undefined ? "String" : "Error";
}

function richText(cell: ICellData): string {
  return (cell.p?.body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r/g, "\n");
}
