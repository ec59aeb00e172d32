import { findHeadings } from "../ledger/columns";
import { BUYER_FIELDS } from "../ledger/fields";
import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import type { Block, CellBlock } from "./host";
import { blockReference, tableIn } from "./ledgerFormula";
import { Trouble } from "./problem";

/** Where the columns of an existing range of buyers are; -1: it has none such. */
export interface Layout {
  readonly heading: number;
  readonly id: number;
  readonly name: number;
  readonly parent: number;
  readonly country: number;
  readonly countryClass: number;
  readonly rows: number;
  readonly columns: number;
}

/** `column`: what is to be written, for the sentence where the range cannot be written into. */
export function layoutOf(grid: Grid, reference: string, column: string): Layout {
  const headings = findHeadings(grid, BUYER_FIELDS, new Map());
  if (headings === undefined) throw new Trouble({ kind: "noRoom", reference, column });
  const { row: heading, at } = headings;
  return { heading, id: at("buyerId"), name: at("buyerName"), parent: at("parent"), country: at("country"), countryClass: at("countryClass"), rows: grid.length, columns: Math.max(...grid.map((row) => row.length)) };
}

/** A table keeps its name and grows; an address is written anew; a name or whole columns would need more than cells. */
export function grownReference(reference: string, block: Block, grown: CellBlock, grows: boolean, column: string): { readonly reference: string; readonly table?: string } {
  const table = tableIn(reference);
  if (table !== undefined) return grows ? { reference, table } : { reference };
  if (!grows) return { reference };
  if (!/\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+$/i.test(reference)) throw new Trouble({ kind: "noRoom", reference, column });
  return { reference: blockReference(block.place.sheet, grown) };
}

/** The cells that the range grows over: below it, and to its right. */
export function beyond(grown: CellBlock, { rows, columns }: Layout): CellBlock[] {
  const below: CellBlock[] = grown.rows > rows ? [{ ...grown, row: grown.row + rows, rows: grown.rows - rows }] : [];
  const right: CellBlock[] = grown.columns > columns ? [{ row: grown.row, column: grown.column + columns, rows, columns: grown.columns - columns }] : [];
  return [...below, ...right];
}

export function textOf(cell: Cell): string {
  const value = plain(cell);
  return isBlank(value) || typeof value === "object" ? "" : String(value).trim();
}
