import type { PlannedCell, SheetPlan } from "./host";
import { cellAddress, makeLedgerFormula } from "./ledgerFormula";
import { policyGrid, type Source } from "./source";
import type { Words } from "./words";

/** Rows of the sheet that Connect writes; the handle's cell is B3. */
const HANDLE = { row: 2, column: 1 } as const;
const POLICY_ROW = 6;

/** Everything Connect writes, worked out before a cell is touched: one AR.LEDGER cell on a sheet of its own, and its name. */
export function connectPlan(source: Source, choices: ReadonlyMap<string, string>, name: string, words: Words): SheetPlan {
  const grid = policyGrid(choices);
  const policy = choices.size === 0 ? source.call.policy : `$A$${String(POLICY_ROW + 1)}:$B$${String(POLICY_ROW + grid.length)}`;
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: words.sheet.ledgerTitle, look: "title" },
    { row: 2, column: 0, value: name, look: "label" },
    { ...HANDLE, formula: makeLedgerFormula({ ...source.call, policy }) },
    { row: 3, column: 1, value: words.sheet.ledgerNote(name), look: "note" },
  ];
  if (choices.size > 0) cells.push(...policyCells(grid, words));
  return { sheet: name.replace("_", " "), cells, widths: [22, 60], names: [{ name, ...HANDLE }], show: false };
}

function policyCells(grid: readonly (readonly string[])[], words: Words): PlannedCell[] {
  const title: PlannedCell = { row: POLICY_ROW - 1, column: 0, value: words.sheet.policyTitle, look: "label" };
  const rows = grid.flatMap((row, at) =>
    row.map((text, column): PlannedCell => ({ row: POLICY_ROW + at, column, value: text, ...(at === 0 ? { look: "heading" } : { look: "input" }) })),
  );
  return [title, ...rows];
}

/** The source once it is written: its formula now lives in the named cell on `sheet`. */
export function connectedSource(source: Source, choices: ReadonlyMap<string, string>, name: string, sheet: string): Source {
  const last = POLICY_ROW + policyGrid(choices).length;
  const policy = choices.size === 0 ? source.call.policy : `${cellAddress(sheet, POLICY_ROW, 0)}:$B$${String(last)}`;
  return { name, cell: { sheet, ...HANDLE }, call: { ...source.call, policy }, choices: new Map() };
}
