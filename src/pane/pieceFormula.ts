import type { Place } from "./host";
import { columnLetters, makeLedgerFormula, parseLedgerFormula, sheetText, splitArguments, type LedgerCall } from "./ledgerFormula";

/**
 * A ledger beyond one payload is cut by position at every calculation: a row that is put in anywhere moves those below it
 * into the next piece, and none is lost between two. All texts are parts of formulas on the ledger's own sheet.
 */
export interface Cut {
  /** the headings, with all that stands above them */
  readonly head: string;
  /** the rows; where they stand in a plain range, the headings before them */
  readonly body: string;
  /** how many rows of `body` are headings, "" for none */
  readonly above: string;
  /** how many rows there are */
  readonly count: string;
  /** the last row of the sheet that holds any, "" for a table, which knows its own */
  readonly last: string;
}

/** Cells of the ledger's own sheet, which the pieces' formulas read: how many rows there are, and the last one. */
export const COUNT_CELL = { row: 5, column: 1 } as const;
export const LAST_CELL = { row: 6, column: 1 } as const;
const COUNT = "$B$6", LAST = "$B$7";

/** The body of a table grows with it. */
export function tableCut(table: string): Cut {
  return { head: `${table}[#Headers]`, body: table, above: "", count: `ROWS(${table})`, last: "" };
}

export interface RangeToCut {
  readonly place: Place;
  readonly columns: number;
  /** rows of headings with those above them */
  readonly heads: number;
  /** 0-based columns of the range that every row fills; the range goes down to the last entry in any of them */
  readonly filled: readonly number[];
  /** 0-based row of the sheet with which the range ends for good; undefined: it is open to the sheet's end */
  readonly lastRow: number | undefined;
}

/** Columns of a sheet, from the headings down. They begin with the headings, so that a row put in right below these is in. */
export function rangeCut({ place, columns, heads, filled, lastRow }: RangeToCut): Cut {
  const sheet = `${sheetText(place.sheet)}!`;
  const cell = (row: number, column: number): string => `$${columnLetters(column)}$${String(row + 1)}`;
  const whole = (column: number): string => `${sheet}$${columnLetters(column)}:$${columnLetters(column)}`;
  const final = place.column + columns - 1;
  const first = `${sheet}${cell(place.row, place.column)}`;
  const head = `${first}:${cell(place.row + heads - 1, final)}`;
  const entries = filled.map((column) => `IFERROR(XMATCH(TRUE,${whole(place.column + column)}<>"",0,-1),0)`);
  return {
    head,
    body: `${first}:INDEX(${whole(final)},${LAST})`,
    above: `ROWS(${head})`,
    count: `${LAST}-ROW(${first})+1-ROWS(${head})`,
    last: lastRow === undefined ? `MAX(ROW(${first})+ROWS(${head})-1,${entries.join(",")})` : `ROW(${sheet}${cell(lastRow, final)})`,
  };
}

export interface PieceSizes {
  /** rows of a piece */
  readonly rows: number;
  /** so many rows more stay with a piece before another begins: none is left with a row or two */
  readonly slack: number;
  readonly pieces: number;
}

/**
 * The formula of a piece. The last is open, all others end where the next begins; a piece that no row reaches is blank, and
 * so no block. Blank cells are written as empty texts: a stacked blank may arrive as 0.
 */
export function pieceFormula(cut: Cut, at: number, { rows, slack, pieces }: PieceSizes, call: LedgerCall): string {
  const from = at * rows;
  const skip = [cut.above, from === 0 ? "" : String(from)].filter((part) => part !== "").join("+");
  const below = skip === "" ? cut.body : `DROP(${cut.body},${skip})`;
  const part = at === pieces - 1 ? below : `TAKE(${below},IF(${COUNT}>${String(from + rows + slack)},${String(rows)},${String(rows + slack)}))`;
  const formula = makeLedgerFormula({ ...call, invoices: `VSTACK(${cut.head},LET(part,${part},IF(part="","",part)))` });
  return at === 0 ? formula : `=IF(${COUNT}>${String(from + slack)},${formula.slice(1)},"")`;
}

/** What a piece was cut from. */
export interface Piece {
  readonly call: LedgerCall;
  /** `Invoices[#All]`; for a plain range its beginning and its last column: `Sheet1!A1:J` */
  readonly whole: string;
  /** the cell that says the last row of a plain range, "" for a table */
  readonly last: string;
}

/** Reads the formula of a piece as this pane writes it; undefined for any other. */
export function parsePiece(formula: string): Piece | undefined {
  const plain = formula.replace(/_xlfn\.|_xlws\.|_xlpm\./g, "");
  const guarded = inside("=IF", plain);
  const [condition, guardedCall, otherwise] = guarded ?? [];
  const call = parseLedgerFormula(guarded === undefined ? plain : condition?.startsWith(COUNT) === true && otherwise === '""' ? `=${guardedCall ?? ""}` : "");
  if (call === undefined || "joins" in call) return undefined;
  const [head = "", stacked = ""] = inside("VSTACK", call.invoices) ?? [];
  const [name, part = "", unblanked] = inside("LET", stacked) ?? [];
  if (name !== "part" || unblanked !== 'IF(part="","",part)') return undefined;
  const below = inside("TAKE", part)?.[0] ?? part;
  const body = inside("DROP", below)?.[0] ?? below;
  if (head.toLowerCase() === `${body}[#headers]`.toLowerCase()) return { call, whole: `${body}[#All]`, last: "" };
  const range = /^(.+!)\$([A-Z]+)\$(\d+):INDEX\(\1\$([A-Z]+):\$\4,(\$[A-Z]+\$\d+)\)$/.exec(body);
  return range === null ? undefined : { call, whole: `${range[1]!}${range[2]!}${range[3]!}:${range[4]!}`, last: range[5]! };
}

/** The arguments of a call of this function, undefined where the text is none. */
function inside(name: string, text: string): string[] | undefined {
  return text.startsWith(`${name}(`) && text.endsWith(")") ? splitArguments(text.slice(name.length + 1, -1)) : undefined;
}
