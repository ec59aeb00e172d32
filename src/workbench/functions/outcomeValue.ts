/** What came back from the runtime, made fit for cells: a scalar, a rectangle, or an error with its sentence. */
export type Shown = number | string | boolean;

export interface CellError {
  readonly error: string;
  readonly message: string;
}

export type OutcomeValue =
  | { readonly kind: "value"; readonly value: Shown }
  | { readonly kind: "spill"; readonly rows: readonly (readonly (Shown | CellError)[])[] }
  | ({ readonly kind: "error" } & CellError);

export const ERROR_CODES: readonly string[] = [
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#CYCLE!", "#ERROR!",
  "#BUSY!", "#CONNECT!", "#BLOCKED!", "#FIELD!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!",
];
const CODES = new Set(ERROR_CODES);

export function isErrorCode(text: unknown): text is string {
  return typeof text === "string" && text.charCodeAt(0) === 35 && CODES.has(text);
}

/** `null` alone shows as 0, as Excel shows it; data types give their basic value; a ragged array is filled with empty texts. */
export function outcomeValue(value: unknown): OutcomeValue {
  if (!Array.isArray(value)) return alone(cellOf(value));
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row : [row]));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return { kind: "error", error: "#CALC!", message: "The function answered an empty array." };
  if (rows.length === 1 && width === 1) return alone(cellOf((rows[0] as unknown[])[0]));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => (column < row.length ? cellOf((row as unknown[])[column]) : "")));
  return { kind: "spill", rows: cells };
}

function alone(cell: Shown | CellError): OutcomeValue {
  return typeof cell === "object" ? { kind: "error", ...cell } : { kind: "value", value: cell };
}

function cellOf(value: unknown): Shown | CellError {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : { error: "#NUM!", message: "The function answered a number that is not finite." };
    case "string":
    case "boolean":
      return value;
    case "object":
      return value === null ? 0 : ofDataType(value as Record<string, unknown>);
    default:
      return 0;
  }
}

function ofDataType(value: Record<string, unknown>): Shown | CellError {
  const basic = value["basicValue"];
  const message = typeof value["message"] === "string" ? value["message"] : "";
  if (value["type"] === "Error") return { error: isErrorCode(basic) ? basic : "#VALUE!", message };
  if (isErrorCode(value["code"])) return { error: value["code"], message };
  if (typeof basic === "number" || typeof basic === "string" || typeof basic === "boolean") return cellOf(basic);
  if (typeof value["text"] === "string") return value["text"];
  return { error: "#VALUE!", message: "The function answered an object that a cell cannot show." };
}
