import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, sameRect, sheetPrefix, splitAddress } from "./a1";
import { shiftRect, type Shift } from "./shiftRect";
import type { Rect, SheetId } from "./WorkbookPort";

/** One reference inside a formula: `'My sheet'!$A$1:C9`. Corners keep their dollar signs; a side without a number is a whole column or row. */
interface Reference {
  readonly sheet: string | undefined;
  readonly from: Corner;
  readonly to: Corner | undefined;
}

interface Corner {
  readonly column: number | undefined;
  readonly columnFixed: boolean;
  readonly row: number | undefined;
  readonly rowFixed: boolean;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const COLUMNS = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const ROWS = String.raw`\$?[0-9]{1,7}:\$?[0-9]{1,7}`;
/** texts and structured references come first, so that nothing inside them is taken for a cell */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[[^\]]*\]|(?<![\p{L}\p{N}_.$])(?:${SHEET})?(?:${CELL}(?::${CELL})?|${COLUMNS}|${ROWS})(?![\p{L}\p{N}_(!\[])`,
  "gu",
);

/** Rewrites every reference of a formula; `to` answers undefined where the cells are gone. */
function rewrite(formula: string, to: (reference: Reference) => Reference | undefined): string {
  return formula.replace(TOKEN, (token) => {
    const reference = token.startsWith('"') || token.startsWith("[") ? undefined : readReference(token);
    if (!reference) return token;
    const moved = to(reference);
    if (moved === reference) return token;
    return moved ? write(moved) : `${reference.sheet === undefined ? "" : `${sheetPrefix(reference.sheet)}!`}#REF!`;
  });
}

/** The formula after cells came or went; `home` is the sheet its unqualified references mean. */
export function shiftFormula(formula: string, home: SheetId, shift: Shift, sheetNamed: (name: string) => SheetId | undefined): string {
  return rewrite(formula, (reference) => {
    const sheet = reference.sheet === undefined ? home : sheetNamed(reference.sheet);
    if (sheet !== shift.rect.sheet) return reference;
    const rect = rectOf(reference, sheet);
    const moved = shiftRect(rect, shift);
    return moved === undefined || sameRect(moved, rect) ? moved && reference : placed(reference, moved);
  });
}

/** The formula as a copy of its cell carries it, so many rows and columns away: fixed sides stay. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  const move = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows,
    column: corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns,
  });
  const inside = ({ row = 0, column = 0 }: Corner) => row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
  return rewrite(formula, (reference) => {
    const from = move(reference.from);
    const to = reference.to && move(reference.to);
    return inside(from) && (!to || inside(to)) ? { ...reference, from, to } : undefined;
  });
}

export function renameSheetInFormula(formula: string, before: string, after: string): string {
  return rewrite(formula, (reference) => (reference.sheet?.toLowerCase() === before.toLowerCase() ? { ...reference, sheet: after } : reference));
}

/** references into a sheet that is gone */
export function forgetSheetInFormula(formula: string, name: string): string {
  return formula.replace(TOKEN, (token) => (readReference(token)?.sheet?.toLowerCase() === name.toLowerCase() ? "#REF!" : token));
}

function readReference(token: string): Reference | undefined {
  const { sheet, rest } = splitAddress(token);
  const [first, second] = rest.split(":");
  const from = readCorner(first ?? "");
  const to = second === undefined ? undefined : readCorner(second);
  return from && (second === undefined || to) ? { sheet, from, to } : undefined;
}

function readCorner(text: string): Corner | undefined {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)([0-9]{1,7})?$/.exec(text);
  if (!match) return undefined;
  const [, dollar, letters, dollarRow, digits] = match;
  const column = letters === undefined ? undefined : columnIndex(letters);
  const row = digits === undefined ? undefined : Number(digits) - 1;
  if (column === -1 || (row !== undefined && (row < 0 || row >= MAX_ROWS))) return undefined;
  return {
    column,
    columnFixed: letters !== undefined && dollar === "$",
    row,
    rowFixed: letters === undefined ? dollar === "$" : dollarRow === "$",
  };
}

function rectOf({ from, to = from }: Reference, sheet: SheetId): Rect {
  const [top, bottom] = ordered(from.row, to.row, MAX_ROWS);
  const [left, right] = ordered(from.column, to.column, MAX_COLUMNS);
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function ordered(a: number | undefined, b: number | undefined, all: number): [number, number] {
  return a === undefined || b === undefined ? [0, all - 1] : [Math.min(a, b), Math.max(a, b)];
}

function placed(reference: Reference, rect: Rect): Reference {
  const at = (corner: Corner, row: number, column: number): Corner => ({
    ...corner,
    row: corner.row === undefined ? undefined : row,
    column: corner.column === undefined ? undefined : column,
  });
  return {
    ...reference,
    from: at(reference.from, rect.row, rect.column),
    to: reference.to && at(reference.to, rect.row + rect.rows - 1, rect.column + rect.columns - 1),
  };
}

function write(reference: Reference): string {
  const sheet = reference.sheet === undefined ? "" : `${sheetPrefix(reference.sheet)}!`;
  return sheet + corner(reference.from) + (reference.to ? `:${corner(reference.to)}` : "");
}

function corner({ column, columnFixed, row, rowFixed }: Corner): string {
  const letters = column === undefined ? "" : (columnFixed ? "$" : "") + columnName(column);
  return letters + (row === undefined ? "" : (rowFixed ? "$" : "") + String(row + 1));
}
