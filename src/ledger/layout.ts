import type { Cell, Grid } from "../values/cell";
import { isBlank, plain } from "../values/cell";
import type { Headings } from "./columns";
import { groupsIn, type Group } from "./groups";
import type { Column } from "./ledger";
import { rowParts, type RowParts } from "./rowParts";

/** A sheet as it can be read row by row, and the buyers that stood above their documents. */
export interface Laid {
  readonly grid: Grid;
  readonly headings: Headings;
  readonly groups: readonly Group[];
}

const ROWS_SAMPLED = 60, FIRST_ROWS = 20;

/** How sure a buyer is that stands in a row of its own, against 1 for a column of buyers. */
const SURE_OF_GROUPS = 0.8;

/**
 * The sheet with each document's buyer in its own row. Answers the same grid where that is so already, after a look at a
 * sample; else a grid of the same row numbers in which a buyer that stands once, above its documents or in the first of
 * them, is filled down into a column of buyers (the sheet's own, or new ones at its end) and its own row is blank.
 */
export function laidOut(grid: Grid, headings: Headings): Laid {
  const parts = rowParts(grid, headings);
  const same: Laid = { grid, headings, groups: [] };
  if (parts.buyers.length > 0 && !lacksBuyers(grid, headings.row, parts)) return same;
  const groups = groupsIn(grid, headings, parts);
  return groups.length === 0 ? same : filled(grid, headings, parts, groups);
}

/** Is there a document without a buyer among those sampled? */
function lacksBuyers(grid: Grid, headingRow: number, parts: RowParts): boolean {
  const below = grid.length - headingRow - 1;
  const step = Math.max(1, Math.floor(below / ROWS_SAMPLED));
  for (let at = 0; at < below; at += at < FIRST_ROWS ? 1 : step) {
    const cells = grid[headingRow + 1 + at] ?? [];
    if (parts.isDocument(cells) && parts.lacksBuyer(cells)) return true;
  }
  return false;
}

function filled(grid: Grid, headings: Headings, parts: RowParts, groups: readonly Group[]): Laid {
  const byId = groups.some(({ id }) => id !== undefined);
  const byName = groups.some(({ id, name }) => name !== undefined && (parts.id < 0 || id !== undefined));
  const width = widest(grid, headings);
  const idColumn = parts.id >= 0 ? parts.id : byId ? width : -1;
  const nameColumn = parts.name >= 0 ? parts.name : byName ? (idColumn === width ? width + 1 : width) : -1;
  const rows: (readonly Cell[])[] = grid.slice();
  for (const { id, name, runs, label, also } of groups) {
    for (const row of [label, ...also]) if (row > headings.row && !parts.isDocument(grid[row] ?? [])) rows[row] = [];
    const [soleId, soleName] = [parts.name < 0 && idColumn === parts.id ? name : undefined, parts.id < 0 && nameColumn === parts.name ? id : undefined]; // the sheet's only column of buyers takes what there is
    for (const [from, to] of runs) {
      for (let r = from; r <= to; r++) {
        const cells = grid[r] ?? [];
        if (parts.isDocument(cells) && parts.lacksBuyer(cells)) rows[r] = withBuyer(cells, idColumn, id ?? soleId, nameColumn, name ?? soleName);
      }
    }
  }
  const found: Column[] = [];
  if (byId && parts.id < 0) found.push(columnOf("buyerId", idColumn));
  if (byName && parts.name < 0) found.push(columnOf("buyerName", nameColumn));
  return { grid: rows, headings: withColumns(headings, found), groups };
}

function widest(grid: Grid, headings: Headings): number {
  let width = headings.texts.length;
  for (const row of grid) if (row.length > width) width = row.length;
  return width;
}

function withBuyer(cells: readonly Cell[], idColumn: number, id: Cell, nameColumn: number, name: Cell): readonly Cell[] {
  const row = cells.slice();
  const put = (column: number, cell: Cell): void => {
    if (column < 0 || cell === undefined || !isBlank(plain(row[column]))) return;
    while (row.length < column) row.push(null);
    row[column] = cell;
  };
  put(idColumn, id);
  put(nameColumn, name);
  return row;
}

function columnOf(field: string, index: number): Column {
  return { field, heading: "group rows", index, sure: SURE_OF_GROUPS, because: "group", rivals: [] };
}

function withColumns(headings: Headings, found: readonly Column[]): Headings {
  if (found.length === 0) return headings;
  const own = new Map(found.map(({ field, index }) => [field, index]));
  return { ...headings, columns: [...headings.columns, ...found], at: (field) => own.get(field) ?? headings.at(field) };
}
