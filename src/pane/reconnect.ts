import { isBlank, plain, type Cell } from "../values/cell";
import { HANDLE, POLICY_ROW, policyCells } from "./connect";
import type { Host, PlannedCell, ReadHow } from "./host";
import { blockReference, makeLedgerFormula } from "./ledgerFormula";
import type { Opened, Source } from "./source";
import { listsEveryKey, mergedKeys, policyGrid } from "./sourcePolicy";
import type { Words } from "./words";

/** An address of cells, with or without its sheet; not a table, a name or whole columns. */
const CELLS = /^(?:.*!)?\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+$/i;

/**
 * Brings a connected cell up to date with what was settled in the pane: the policy range gets the keys, the formula the
 * range. The range is written where it stands where its rows suffice or those below are free, else on a sheet of its own:
 * no other cell is written over. Answers the source as the cell now says it.
 */
export async function updateConnection(host: Host, opened: Opened, words: Words): Promise<Source> {
  const { source } = opened;
  const cell = source.cell!;
  const policy = source.choices.size === 0 ? source.call.policy : ((await writeInPlace(host, opened)) ?? (await writePolicy(host, opened, policyGrid(mergedKeys(opened.policyKeys, source.choices)), words)));
  const call = { ...source.call, policy };
  await host.change({ sheet: cell.sheet, cells: [{ row: cell.row, column: cell.column, formula: makeLedgerFormula(call) }] });
  return { name: source.name, cell, call, choices: new Map() };
}

/**
 * In a sheet that lists every key the rows keep their places: a choice goes beside its key, a further one into a free row of the
 * range or the blank ones below it. Answers the reference of the range; undefined where it is no such sheet, or is full.
 */
async function writeInPlace(host: Host, { source, policyBlock }: Opened): Promise<string | undefined> {
  if (policyBlock === undefined || !CELLS.test(source.call.policy) || !listsEveryKey(policyBlock.grid)) return undefined;
  const { grid, place: { sheet, row, column } } = policyBlock;
  const rowOf = new Map(grid.map(([key], at) => [String(plain(key) ?? "").trim().toLowerCase(), at] as const));
  const further = [...source.choices].filter(([key, value]) => value !== "" && !rowOf.has(key.toLowerCase()));
  const free = grid.flatMap((cells, at) => (isBlank(cells[0]) && isBlank(cells[1]) ? [at] : []));
  const below = Math.max(0, further.length - free.length);
  if (below > 0 && !(await areBlank(host, blockReference(sheet, { row: row + grid.length, column, rows: below, columns: 2 })))) return undefined;
  const rows = [...free, ...Array.from({ length: below }, (_, at) => grid.length + at)];
  const beside = [...source.choices].filter(([key]) => rowOf.has(key.toLowerCase())).map(([key, value]): PlannedCell => ({ row: row + rowOf.get(key.toLowerCase())!, column: column + 1, value, look: "input" }));
  const added = further.flatMap(([key, value], at) => [key, value].map((cell, across): PlannedCell => ({ row: row + rows[at]!, column: column + across, value: cell, look: "input" })));
  await host.change({ sheet, cells: [...beside, ...added] });
  return below === 0 ? source.call.policy : blockReference(sheet, { row, column, rows: grid.length + below, columns: policyBlock.grid[0]!.length });
}

/** Answers the reference of the policy range, "" where no key is left. */
async function writePolicy(host: Host, opened: Opened, grid: readonly (readonly Cell[])[], words: Words): Promise<string> {
  const { source, policyBlock } = opened;
  const own = policyBlock !== undefined && CELLS.test(source.call.policy) && !listsEveryKey(policyBlock.grid) ? policyBlock : undefined;
  if (own !== undefined) {
    const { sheet, row, column } = own.place;
    const missing = grid.length - own.grid.length;
    if (missing <= 0 || (await areBlank(host, blockReference(sheet, { row: row + own.grid.length, column, rows: missing, columns: 2 })))) {
      const blanks = Array.from({ length: Math.max(0, -missing) }, () => ["", ""]);
      await host.change({ sheet, cells: policyCells([...grid, ...blanks], row, column, words).slice(1) });
      return grid.length === 1 ? "" : blockReference(sheet, { row, column, rows: grid.length, columns: 2 });
    }
  }
  if (grid.length === 1) return "";
  return (await belowHandle(host, opened, grid, words)) ?? onOwnSheet(host, source.name, grid, words);
}

/** Under a cell that Connect wrote, where the cells are still empty. */
async function belowHandle(host: Host, { source }: Opened, grid: readonly (readonly Cell[])[], words: Words): Promise<string | undefined> {
  const { sheet, row, column } = source.cell!;
  if (row !== HANDLE.row || column !== HANDLE.column) return undefined;
  if (!(await areBlank(host, blockReference(sheet, { row: POLICY_ROW - 1, column: 0, rows: grid.length + 1, columns: 2 })))) return undefined;
  await host.change({ sheet, cells: policyCells(grid, POLICY_ROW, 0, words) });
  return blockReference(sheet, { row: POLICY_ROW, column: 0, rows: grid.length, columns: 2 });
}

async function onOwnSheet(host: Host, name: string, grid: readonly (readonly Cell[])[], words: Words): Promise<string> {
  const cells: PlannedCell[] = policyCells(grid, 1, 0, words);
  const sheet = await host.addSheet({ sheet: words.sheet.policySheet(name.replace("_", " ")), cells, widths: [22, 40], names: [], show: false });
  return blockReference(sheet, { row: 1, column: 0, rows: grid.length, columns: 2 });
}

const QUIETLY: ReadHow = { signal: new AbortController().signal, onProgress: () => undefined };

export async function areBlank(host: Host, reference: string): Promise<boolean> {
  return (await host.read(reference, QUIETLY)).grid.every((row) => row.every(isBlank));
}
