/**
 * What a worksheet range says, before anybody has read it.
 *
 * Numbers, texts and booleans arrive as they are. A blank is `null`, `undefined` or `""` (Excel sends each of the three,
 * depending on the host). Anything else is an object: an error (`{type:"Error",basicValue:"#N/A"}`, or a
 * CustomFunctions.Error with `code`), or a data type that carries `basicValue`.
 */
export type Cell = number | string | boolean | null | undefined | object;

/** A range, row by row. Rows may be ragged; a missing cell is blank. Never copied while reading. */
export type Grid = readonly (readonly Cell[])[];

/** What a formula may write back: never `null` (Excel shows it as 0), never an object. */
export type Shown = number | string | boolean;

/** A spill: rectangular, first row headings, `""` for empty. */
export type ShownGrid = readonly (readonly Shown[])[];

export function isBlank(cell: Cell): cell is null | undefined | "" {
  return cell === null || cell === undefined || cell === "" || (typeof cell === "string" && cell.trim() === "");
}

const ERROR_TEXT = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|BUSY!|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!|EXTERNAL!|PYTHON!)$/;

/** The error a cell shows (`#REF!`), or undefined. Texts that spell an error count: hosts send them so. */
export function errorIn(cell: Cell): string | undefined {
  if (typeof cell === "string") return cell.charCodeAt(0) === 35 && ERROR_TEXT.test(cell) ? cell : undefined;
  if (typeof cell !== "object" || cell === null) return undefined;
  const it = cell as { type?: unknown; basicValue?: unknown; code?: unknown };
  if (it.type === "Error") return typeof it.basicValue === "string" ? it.basicValue : "#VALUE!";
  if (typeof it.code === "string" && it.code.startsWith("#")) return it.code;
  return undefined;
}

/** The plain value of a cell: a data type gives its basic value, an error object stays what it is. */
export function plain(cell: Cell): Cell {
  if (typeof cell !== "object" || cell === null) return cell;
  const it = cell as { type?: unknown; basicValue?: unknown };
  if (it.type === "Error" || !("basicValue" in it)) return cell;
  const basic = it.basicValue;
  return typeof basic === "object" ? null : (basic as Cell);
}

/** Text that would start a formula where a host parses what it is given: `= + - @`, or a tab or line break before one. */
export function startsFormula(text: string): boolean {
  return /^[\s]*[=+\-@]/.test(text) || /^[\t\r\n]/.test(text);
}
