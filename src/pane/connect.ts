import type { Cell } from "../values/cell";
import type { PlannedCell, SheetPlan } from "./host";
import { cellAddress, makeLedgerFormula } from "./ledgerFormula";
import type { Source } from "./source";
import { policyGrid } from "./sourcePolicy";
import type { Words } from "./words";

/** Rows of the sheet that Connect writes; the handle's cell is B3. */
export const HANDLE = { row: 2, column: 1 } as const;
export const POLICY_ROW = 6;

/** Everything Connect writes, worked out before a cell is touched: one AR.LEDGER cell on a sheet of its own, and its name. */
export function connectPlan(source: Source, keys: ReadonlyMap<string, Cell>, name: string, words: Words): SheetPlan {
  const grid = policyGrid(keys);
  const cells: PlannedCell[] = [
    ...headCells(name, words.sheet.ledgerNote(name), words),
    { ...HANDLE, formula: makeLedgerFormula({ ...source.call, policy: policyReference(source, keys, "") }) },
  ];
  if (grid.length > 1) cells.push(...policyCells(grid, POLICY_ROW, 0, words));
  return sheetOf(name, cells);
}

/** What every ledger's own sheet begins with. */
export function headCells(name: string, note: string, words: Words): PlannedCell[] {
  return [
    { row: 0, column: 0, value: words.sheet.ledgerTitle, look: "title" },
    { row: HANDLE.row, column: 0, value: name, look: "label" },
    { row: HANDLE.row + 1, column: 1, value: note, look: "note" },
  ];
}

/** The sheet is called as the ledger, and so is its handle's cell. */
export function sheetOf(name: string, cells: readonly PlannedCell[]): SheetPlan {
  return { sheet: name.replace("_", " "), cells, widths: [22, 60], names: [{ name, ...HANDLE }], show: false };
}

/** A policy's title, headings and keys; the keys begin below `row`. */
export function policyCells(grid: readonly (readonly Cell[])[], row: number, column: number, words: Words): PlannedCell[] {
  const title: PlannedCell = { row: row - 1, column, value: words.sheet.policyTitle, look: "label" };
  const rows = grid.flatMap((cells, down) => cells.map((cell, across): PlannedCell => ({ row: row + down, column: column + across, value: valueOf(cell), look: down === 0 ? "heading" : "input" })));
  return [title, ...rows];
}

function valueOf(cell: Cell): string | number | boolean {
  return typeof cell === "number" || typeof cell === "boolean" ? cell : String(cell);
}

/** The source once it is written: its formula now lives in the named cell on `sheet`. */
export function connectedSource(source: Source, keys: ReadonlyMap<string, Cell>, name: string, sheet: string): Source {
  return { name, cell: { sheet, ...HANDLE }, call: { ...source.call, policy: policyReference(source, keys, sheet) }, choices: new Map() };
}

/** The policy range that Connect wrote below the cell, as a formula on `sheet` (or on the same one) says it; without keys of its own the one there was. */
function policyReference(source: Source, keys: ReadonlyMap<string, Cell>, sheet: string): string {
  const rows = policyGrid(keys).length;
  if (rows === 1) return keys.size === 0 ? source.call.policy : "";
  const last = `$B$${String(POLICY_ROW + rows)}`;
  return sheet === "" ? `$A$${String(POLICY_ROW + 1)}:${last}` : `${cellAddress(sheet, POLICY_ROW, 0)}:${last}`;
}
