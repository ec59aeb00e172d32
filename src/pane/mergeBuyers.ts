import { buyerText, foldedText } from "../ledger/buyerList";
import type { Buyers } from "../ledger/ledger";
import type { Grid } from "../values/cell";
import { beyond, grownReference, layoutOf, textOf, type Layout } from "./buyersRange";
import type { Block, CellBlock, CellsPlan, PlannedCell, SheetPlan } from "./host";
import { freeTableName } from "./ledgerFormula";
import type { Words } from "./words";

/** Buyers that are to be one: `parent` is the one that stands for all of them. Places in the ledger's buyers. */
export interface Merge {
  readonly members: readonly number[];
  readonly parent: number;
}

/** What a merge would write, worked out before a cell is touched, so that it can be said first. */
export interface MergePlan {
  /** the range of facts about buyers once it is written */
  readonly reference: string;
  readonly write: { readonly kind: "sheet"; readonly plan: SheetPlan } | { readonly kind: "cells"; readonly plan: CellsPlan };
  /** cells that have to be empty for it, outside the range as it is */
  readonly needsEmpty: readonly CellBlock[];
  /** rows that are added, a column Parent that is added, and parents that are written over */
  readonly addedRows: number;
  readonly addedColumn: boolean;
  readonly replaced: readonly { readonly buyer: string; readonly parent: string }[];
}

/** How a buyer is named where it has to be found again: its number, else its name. */
export function keyOfBuyer({ id, name }: Buyers, buyer: number): string {
  return id[buyer] || name[buyer] || "";
}

/** A new table of buyers where the ledger reads none; else rows and a column in the range that it reads. Throws Trouble `noRoom` for a range that cannot grow. */
export function mergePlan(buyers: Buyers, merge: Merge, reference: string, block: Block | undefined, taken: readonly string[], words: Words): MergePlan {
  return block === undefined ? newTable(buyers, merge, taken, words) : extended(buyers, merge, reference, block, words);
}

function children({ members, parent }: Merge): readonly number[] {
  return members.filter((member) => member !== parent);
}

function newTable(buyers: Buyers, merge: Merge, taken: readonly string[], words: Words): MergePlan {
  const name = freeTableName("Buyers", taken);
  const { buyerId, buyerName, parent } = words.merge.headings;
  const rows = [merge.parent, ...children(merge)].map((buyer) => [buyers.id[buyer] ?? "", buyers.name[buyer] ?? "", buyer === merge.parent ? "" : keyOfBuyer(buyers, merge.parent)]);
  const cells = [[buyerId, buyerName, parent], ...rows].flatMap((texts, row) => texts.map((value, column): PlannedCell => ({ row, column, value, ...(row === 0 ? { format: "General", look: "tableHeading" } : {}) })));
  const table = { name, style: "TableStyleLight1", row: 0, column: 0, rows: rows.length + 1, columns: 3 };
  const plan: SheetPlan = { sheet: words.merge.sheet, cells, widths: [18, 40, 18], names: [], show: false, tables: [table], frozenRows: 1 };
  return { reference: `${name}[#All]`, write: { kind: "sheet", plan }, needsEmpty: [], addedRows: rows.length, addedColumn: true, replaced: [] };
}

function extended(buyers: Buyers, merge: Merge, reference: string, block: Block, words: Words): MergePlan {
  const { grid, place } = block;
  const layout = layoutOf(grid, reference, words.merge.headings.parent);
  const addedColumn = layout.parent < 0;
  const parentColumn = addedColumn ? layout.columns : layout.parent;
  const parent = keyOfBuyer(buyers, merge.parent);
  const cells: PlannedCell[] = [];
  const put = (row: number, column: number, value: string): void => void cells.push({ row: place.row + row, column: place.column + column, value });
  const replaced: { buyer: string; parent: string }[] = [];
  if (addedColumn) cells.push({ row: place.row + layout.heading, column: place.column + parentColumn, value: words.merge.headings.parent, format: "General" });
  let next = layout.rows;
  for (const buyer of children(merge)) {
    const row = rowOf(grid, layout, buyers, buyer);
    const was = row === undefined || addedColumn ? "" : textOf(grid[row]![parentColumn]);
    if (was !== "" && foldedText(was) !== foldedText(parent)) replaced.push({ buyer: buyers.name[buyer] || keyOfBuyer(buyers, buyer), parent: was });
    const at = row ?? next++;
    if (row === undefined) {
      if (layout.id >= 0 && buyers.id[buyer] !== "") put(at, layout.id, buyers.id[buyer]!);
      if (layout.name >= 0 && buyers.name[buyer] !== "") put(at, layout.name, buyers.name[buyer]!);
    }
    put(at, parentColumn, parent);
  }
  const grown: CellBlock = { row: place.row, column: place.column, rows: next, columns: addedColumn ? layout.columns + 1 : layout.columns };
  const now = grownReference(reference, block, grown, next > layout.rows || addedColumn, words.merge.headings.parent);
  return {
    reference: now.reference,
    write: { kind: "cells", plan: { sheet: place.sheet, cells, ...(now.table === undefined ? {} : { table: { name: now.table, rows: grown.rows, columns: grown.columns } }) } },
    needsEmpty: beyond(grown, layout),
    addedRows: next - layout.rows,
    addedColumn,
    replaced,
  };
}

/** The buyer's own row: by number where both have one, else by name. */
function rowOf(grid: Grid, { heading, id, name }: Layout, buyers: Buyers, buyer: number): number | undefined {
  const [ownId, ownName] = [buyers.id[buyer] ?? "", buyers.name[buyer] ?? ""];
  const find = (column: number, matches: (text: string) => boolean): number | undefined => {
    for (let row = heading + 1; column >= 0 && row < grid.length; row++) {
      const text = textOf(grid[row]?.[column]);
      if (text !== "" && matches(text)) return row;
    }
    return undefined;
  };
  const byId = ownId === "" ? undefined : find(id, (text) => buyerText(text) === ownId);
  return byId ?? (ownName === "" || (ownId !== "" && id >= 0) ? undefined : find(name, (text) => foldedText(text) === foldedText(ownName)));
}
