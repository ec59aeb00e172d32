import { Refusal, refuse } from "../values/answer";
import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { readHeadings } from "./columns";
import { LEDGER_FIELDS } from "./fields";
import { labelIn } from "./groupLabel";
import { HeadingIndex } from "./headingIndex";
import { COLUMNS_SEARCHED, headingRowOf, ROWS_SEARCHED, type HeadingRow } from "./headingRow";
import { bracketedText, changedByBrackets, headingText } from "./headingText";
import { JoinedRows, type Stretch } from "./joinedRows";

/** A range with its headings, and its number among those that were given. */
export interface Block {
  readonly grid: Grid;
  /** from 1 */
  readonly number: number;
}

/** A block's headings, and where each column of the joined table stands in it. */
export interface Head extends Block {
  /** 0-based row, of two rows of headings the lower one */
  readonly row: number;
  /** by column of the block, as in `Headings` */
  readonly texts: readonly string[];
  /** the block's column of every named column of the joined table, -1 where it lacks that heading */
  readonly columns: readonly number[];
}

/** Blocks one under the other: a table that is read as any other, and whence each of its rows comes. */
export interface Stack {
  readonly grid: Grid;
  readonly rows: JoinedRows;
  readonly heads: readonly Head[];
}

/** Runs what concerns one block; a refusal names it. */
export function inBlock<T>(block: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason.code === "IN_BLOCK") throw error;
    throw new Refusal(error.kind, { code: "IN_BLOCK", with: { block }, about: error.reason });
  }
}

/**
 * Puts blocks together under the headings of the first; a heading of another that the first lacks comes after its columns.
 * Where a block has the same headings in the same places its rows are taken as they are, else each is laid in the joined
 * order. Of what stands above the headings of a later block only a buyer's label stays (`Customer: Acme`), and only in a
 * block without a column of buyers. Refused, naming the block: one without headings, one so wide that headings get lost.
 */
export function stack(blocks: readonly Block[], chosen: ReadonlyMap<string, string>): Stack {
  const [leading, ...following] = blocks as readonly [Block, ...Block[]];
  const first = inBlock(leading.number, () => headingsOf(leading.grid, chosen, undefined));
  const others = following.map(({ grid, number }) => inBlock(number, () => headingsOf(grid, chosen, first)));
  const found = [first, ...others];
  const keys = found.map(keysOf);
  const places = new Map<string, number>();
  keys[0]!.forEach((key, column) => { if (key !== "") places.set(key, column); });
  const same = keys.map((own) => own === keys[0] || sameKeys(own, keys[0]!));
  const extra = keys.flatMap((own, at) => own.flatMap((key, column) => (key === "" || places.has(key) ? [] : [{ key, text: found[at]!.texts[column]! }])));
  if (extra.length > 0) {
    let next = widest(blocks.filter((_, at) => same[at])) + 1; // a column between: a group's heading would reach over it
    for (const { key } of extra) if (!places.has(key)) places.set(key, next++);
    if (next > COLUMNS_SEARCHED) refuse("BLOCKS_DIFFER", { listHeadings: extra.map(({ text }) => text).slice(0, 12).join(", ") });
  }
  const width = Math.max(keys[0]!.length, ...[...places.values()].map((column) => column + 1));
  const columns = keys.map((own) => columnsOf(own, places, keys[0]!, width));
  const rows: (readonly Cell[])[] = headed(leading.grid, first, extra, places);
  const stretches: Stretch[] = [{ from: 0, block: leading.number, row: 0 }];
  others.forEach(({ row, hits }, at) => {
    const { grid, number: block } = following[at]!;
    if (!hits.some((fields) => fields.some(({ field }) => field.name === "buyerId" || field.name === "buyerName"))) {
      for (let r = 0; r < row; r++) {
        if (labelIn(grid[r] ?? [], r, { id: -1, name: -1, others: new Set() }, true) === undefined) continue;
        stretches.push({ from: rows.length, block, row: r });
        rows.push(grid[r]!);
      }
    }
    stretches.push({ from: rows.length, block, row: row + 1 });
    for (let r = row + 1; r < grid.length; r++) rows.push(same[at + 1] === true ? grid[r]! : laid(grid[r] ?? [], columns[at + 1]!));
  });
  return {
    grid: rows,
    rows: new JoinedRows(stretches, new Map(blocks.flatMap(({ number }, at) => (same[at] === true ? [] : [[number, columns[at]!]])))),
    heads: found.map(({ row, texts }, at) => ({ ...blocks[at]!, row, texts, columns: columns[at]! })),
  };
}

/** A row that reads as the first block's headings is a block's own; else they are looked for as in any sheet. */
function headingsOf(grid: Grid, chosen: ReadonlyMap<string, string>, first: HeadingRow | undefined): HeadingRow {
  const again = first === undefined ? -1 : sameRow(grid, first);
  if (first !== undefined && again >= 0) return { ...first, row: again };
  const found = headingRowOf(grid, HeadingIndex.of(LEDGER_FIELDS), chosen);
  if (found !== undefined) return found;
  readHeadings(grid, chosen); // says why there are none
  return refuse("UNKNOWN_HEADINGS", { listFound: "" });
}

/** One row of headings, word for word; -1 where there is none such. Two rows are looked for as in any sheet. */
function sameRow(grid: Grid, { texts, owns }: HeadingRow): number {
  if (texts !== owns && texts.some((text, column) => text !== owns[column])) return -1;
  const named = withoutTail(texts);
  for (let row = 0; row < Math.min(ROWS_SEARCHED, grid.length); row++) {
    const cells = grid[row] ?? [];
    if (named.every((text, column) => text === textIn(cells[column])) && cells.every((cell, column) => column < named.length || isBlank(plain(cell)))) return row;
  }
  return -1;
}

function textIn(cell: Cell): string {
  const text = plain(cell);
  return typeof text === "string" ? text.trim() : "";
}

/** By column what its heading says, whatever its unit; "" where there is none. Of two that say the same each by its number. */
function keysOf({ texts }: HeadingRow): readonly string[] {
  const seen = new Map<string, number>();
  const keys = texts.map((text) => {
    const said = changedByBrackets(text) ? bracketedText(text) : headingText(text);
    if (said === "") return "";
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return `${said} ${nth}`;
  });
  return withoutTail(keys);
}

/** Without the empty ones at the end. */
function withoutTail(texts: readonly string[]): readonly string[] {
  let length = texts.length;
  while (length > 0 && texts[length - 1] === "") length--;
  return texts.slice(0, length);
}

function sameKeys(own: readonly string[], first: readonly string[]): boolean {
  return own.length === first.length && own.every((key, column) => key === first[column]);
}

function widest(blocks: readonly Block[]): number {
  let width = 0;
  for (const { grid } of blocks) for (const row of grid) if (row.length > width) width = row.length;
  return width;
}

/** By column of the joined table the block's own: by heading, and what has none in either by its place. */
function columnsOf(own: readonly string[], places: ReadonlyMap<string, number>, first: readonly string[], width: number): readonly number[] {
  const columns = new Array<number>(width).fill(-1);
  own.forEach((key, column) => {
    if (key !== "") columns[places.get(key)!] = column;
    else if (first[column] === "") columns[column] = column;
  });
  return columns;
}

/** The first block, its heading row with the headings that only others have. */
function headed(grid: Grid, { row }: HeadingRow, extra: readonly { readonly key: string; readonly text: string }[], places: ReadonlyMap<string, number>): (readonly Cell[])[] {
  const rows = grid.slice();
  if (extra.length === 0) return rows;
  const cells = (grid[row] ?? []).slice();
  for (const { key, text } of extra) {
    const column = places.get(key)!;
    while (cells.length < column) cells.push(null);
    cells[column] = text;
  }
  rows[row] = cells;
  return rows;
}

function laid(cells: readonly Cell[], columns: readonly number[]): readonly Cell[] {
  return columns.map((column) => (column < 0 ? null : cells[column]));
}
