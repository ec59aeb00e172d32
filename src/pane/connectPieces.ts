import { HANDLE, headCells, policyCells, sheetOf } from "./connect";
import type { CutLedger } from "./cutLedger";
import type { CellAt, PlannedCell, SheetPlan } from "./host";
import { cellAddress, columnLetters } from "./ledgerFormula";
import { COUNT_CELL, LAST_CELL, pieceFormula } from "./pieceFormula";
import { newSource, type Source } from "./source";
import { policyGrid } from "./sourcePolicy";
import type { Words } from "./words";

const FIRST_BLOCK = 9;

/**
 * What Connect writes for a ledger beyond one payload: a cell for each of its pieces, and above them the one that joins them.
 * Day, receipts and buyers are given to the first piece, the policy to all.
 */
export function piecesPlan(source: Source, { cut, sizes, policy }: CutLedger, name: string, words: Words): SheetPlan {
  const grid = policyGrid(policy);
  const policyRow = FIRST_BLOCK + sizes.pieces + 2;
  const blocks = pieceCells(sizes.pieces);
  const call = { ...source.call, policy: `$A$${String(policyRow + 1)}:$B$${String(policyRow + grid.length)}` };
  const alone = { ...call, asOf: "", payments: "", buyers: "" };
  const cells: PlannedCell[] = [
    ...headCells(name, words.sheet.joinedNote(name), words),
    { ...COUNT_CELL, column: 0, value: words.sheet.rowCount, look: "label" },
    { ...COUNT_CELL, formula: `=${cut.count}` },
    ...(cut.last === "" ? [] : [{ ...LAST_CELL, column: 0, value: words.sheet.lastRow, look: "label" } as const, { ...LAST_CELL, formula: `=${cut.last}` }]),
    { row: FIRST_BLOCK - 1, column: 1, value: words.sheet.blocksNote, look: "note" },
    ...policyCells(grid, policyRow, 0, words),
    ...blocks.flatMap((cell, at): PlannedCell[] => [
      { ...cell, column: 0, value: words.sheet.block(String(at + 1)), look: "label" },
      { ...cell, formula: pieceFormula(cut, at, sizes, at === 0 ? call : alone) },
    ]),
    { ...HANDLE, formula: `=AR.JOIN(${blocks.map(({ row, column }) => `${columnLetters(column)}${String(row + 1)}`).join(",")})` },
  ];
  return sheetOf(name, cells);
}

/** The cells that must show a text: each piece's, and last the one that joins them. */
export function calculatedCells(pieces: number): readonly CellAt[] {
  return [...pieceCells(pieces), HANDLE];
}

function pieceCells(pieces: number): readonly CellAt[] {
  return Array.from({ length: pieces }, (_, at) => ({ row: FIRST_BLOCK + at, column: 1 }));
}

/** The source once it is written: it begins with the cell that joins the pieces. */
export function joinedSource(name: string, sheet: string): Source {
  return { ...newSource(cellAddress(sheet, HANDLE.row, HANDLE.column)), name, cell: { sheet, ...HANDLE } };
}
