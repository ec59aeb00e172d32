import type { CellAt, PlannedCell, SheetPlan } from "./host";
import { cellAddress, columnLetters, makeLedgerFormula } from "./ledgerFormula";
import type { CutLedger } from "./cutLedger";
import { COUNT_CELL, LAST_CELL, pieceFormula } from "./pieceFormula";
import { policyGrid, type PolicyRows, type Source } from "./source";
import type { Words } from "./words";

/** Rows of the sheet that Connect writes; the handle's cell is B3. */
const HANDLE = { row: 2, column: 1 } as const;
const POLICY_ROW = 6;
const FIRST_BLOCK = 9;

/** Everything Connect writes, worked out before a cell is touched: one AR.LEDGER cell on a sheet of its own, and its name. */
export function connectPlan(source: Source, choices: PolicyRows, name: string, words: Words): SheetPlan {
  const grid = policyGrid(choices);
  const policy = choices.size === 0 ? source.call.policy : policyRange(POLICY_ROW, grid.length);
  const cells: PlannedCell[] = [
    ...heading(name, words.sheet.ledgerNote(name), words),
    { ...HANDLE, formula: makeLedgerFormula({ ...source.call, policy }) },
  ];
  if (choices.size > 0) cells.push(...policyCells(POLICY_ROW, grid, words));
  return planOf(name, cells);
}

/**
 * The same for a ledger beyond one payload: a cell for each of its pieces, and above them the one that joins them. Day,
 * receipts and buyers are given to the first piece, the policy to all.
 */
export function piecesPlan(source: Source, { cut, sizes, policy }: CutLedger, name: string, words: Words): SheetPlan {
  const grid = policyGrid(policy);
  const policyRow = FIRST_BLOCK + sizes.pieces + 2;
  const blocks = pieceCells(sizes.pieces);
  const call = { ...source.call, policy: policyRange(policyRow, grid.length) };
  const alone = { ...call, asOf: "", payments: "", buyers: "" };
  const cells: PlannedCell[] = [
    ...heading(name, words.sheet.joinedNote(name), words),
    { ...COUNT_CELL, column: 0, value: words.sheet.rowCount, look: "label" },
    { ...COUNT_CELL, formula: `=${cut.count}` },
    ...(cut.last === "" ? [] : [{ ...LAST_CELL, column: 0, value: words.sheet.lastRow, look: "label" } as const, { ...LAST_CELL, formula: `=${cut.last}` }]),
    { row: FIRST_BLOCK - 1, column: 1, value: words.sheet.blocksNote, look: "note" },
    ...policyCells(policyRow, grid, words),
    ...blocks.flatMap((cell, at): PlannedCell[] => [
      { ...cell, column: 0, value: words.sheet.block(String(at + 1)), look: "label" },
      { ...cell, formula: pieceFormula(cut, at, sizes, at === 0 ? call : alone) },
    ]),
    { ...HANDLE, formula: `=AR.JOIN(${blocks.map(({ row, column }) => `${columnLetters(column)}${String(row + 1)}`).join(",")})` },
  ];
  return planOf(name, cells);
}

/** The cells of a ledger in pieces that must show a text: each piece's, and last the one that joins them. */
export function calculatedCells(pieces: number): readonly CellAt[] {
  return [...pieceCells(pieces), HANDLE];
}

function pieceCells(pieces: number): readonly CellAt[] {
  return Array.from({ length: pieces }, (_, at) => ({ row: FIRST_BLOCK + at, column: 1 }));
}

function heading(name: string, note: string, words: Words): PlannedCell[] {
  return [
    { row: 0, column: 0, value: words.sheet.ledgerTitle, look: "title" },
    { row: HANDLE.row, column: 0, value: name, look: "label" },
    { row: HANDLE.row + 1, column: 1, value: note, look: "note" },
  ];
}

function planOf(name: string, cells: readonly PlannedCell[]): SheetPlan {
  return { sheet: name.replace("_", " "), cells, widths: [22, 60], names: [{ name, ...HANDLE }], show: false };
}

/** The range of the policy, whose first row is this one (from 0). */
function policyRange(row: number, rows: number): string {
  return `$A$${String(row + 1)}:$B$${String(row + rows)}`;
}

function policyCells(first: number, grid: readonly (readonly (string | number | boolean)[])[], words: Words): PlannedCell[] {
  const title: PlannedCell = { row: first - 1, column: 0, value: words.sheet.policyTitle, look: "label" };
  const rows = grid.flatMap((row, at) => row.map((value, column): PlannedCell => ({ row: first + at, column, value, ...(at === 0 ? { look: "heading" } : { look: "input" }) })));
  return [title, ...rows];
}

/** The source once it is written: its formula now lives in the named cell on `sheet`. */
export function connectedSource(source: Source, choices: PolicyRows, name: string, sheet: string): Source {
  const policy = choices.size === 0 ? source.call.policy : `${cellAddress(sheet, POLICY_ROW, 0)}:$B$${String(POLICY_ROW + policyGrid(choices).length)}`;
  return { name, cell: { sheet, ...HANDLE }, call: { ...source.call, policy }, choices: new Map() };
}

/** The same for a ledger in pieces: it begins with the cell that joins them. */
export function joinedSource(name: string, sheet: string): Source {
  return { name, cell: { sheet, ...HANDLE }, call: { invoices: cellAddress(sheet, HANDLE.row, HANDLE.column), asOf: "", payments: "", buyers: "", policy: "" }, choices: new Map() };
}
