import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { isBucket } from "./buckets";
import type { HeadingIndex, Hit } from "./headingIndex";
import { headingText } from "./headingText";
import { looksLikeDay, mayBe, profileOf } from "./profile";
import { readNumber } from "./readNumber";

/** Headings are looked for in this many rows: exports put titles above them. */
export const ROWS_SEARCHED = 30;
export const COLUMNS_SEARCHED = 400;

/** Rows that say nearly as much as the best are weighed by what stands below them. */
const NEARLY = 1, MOST_WEIGHED = 4;

/** An ageing list may have a buyer and nothing else but buckets. */
const BUCKETS_COUNT = 2;

/** What is said under a group's heading when the two together say nothing known: `Amount` under `Freight`. */
const UNDER_UNKNOWN = 0.6;

export interface HeadingRow {
  /** 0-based; the lower one of two */
  readonly row: number;
  /** by column, as it stands in the sheet; of two rows the upper one first; "" where there is none */
  readonly texts: readonly string[];
  /** the same, of two rows the lower one alone where it says anything */
  readonly owns: readonly string[];
  readonly hits: readonly (readonly Hit[])[];
}

/**
 * The row of the first thirty that says most fields, with data below that fits them; with the row above or below it, where
 * the two together say more (a merged `Amount` over `Original` and `Open`).
 */
export function headingRowOf(grid: Grid, index: HeadingIndex, chosen: ReadonlyMap<string, string>): HeadingRow | undefined {
  const wanted = new Set([...chosen.values()].flatMap((heading) => [headingText(heading), headingText(heading.replace(/#\d+\s*$/, ""))]).filter((text) => text !== ""));
  const plainly = (text: string): readonly Hit[] => index.plainly(text);
  const best = bestRow(grid, index, wanted, plainly);
  if (best !== undefined) return twoRows(grid, index, wanted, best) ?? oneRow(grid, index, best.row);
  const found = twoAlone(grid, index, wanted);
  const guessed = found === undefined ? bestRow(grid, index, wanted, (text) => index.hits(text)) : undefined; // every heading misspelt
  return guessed === undefined ? found : oneRow(grid, index, guessed.row);
}

type Reads = (text: string) => readonly Hit[];

function bestRow(grid: Grid, index: HeadingIndex, wanted: ReadonlySet<string>, reads: Reads): { row: number; count: number } | undefined {
  const counts: { row: number; count: number }[] = [];
  for (let row = 0; row < Math.min(ROWS_SEARCHED, grid.length); row++) {
    const cells = grid[row] ?? [];
    const count = counted(Math.min(cells.length, COLUMNS_SEARCHED), (column) => cells[column], wanted, reads);
    if (count >= 2) counts.push({ row, count });
  }
  const most = Math.max(...counts.map(({ count }) => count));
  return weighed(grid, index, counts.filter(({ count }) => count >= most - NEARLY).slice(0, MOST_WEIGHED));
}

/** Fields that one row says: columns that say something, as far as they can say different things. */
function counted(width: number, textAt: (column: number) => Cell, wanted: ReadonlySet<string>, reads: Reads): number {
  const fields = new Set<string>();
  let columns = 0, buckets = 0;
  for (let column = 0; column < width; column++) {
    const cell = plain(textAt(column));
    if (typeof cell !== "string" || cell === "") continue;
    const hits = reads(cell);
    if (hits.length > 0 || (wanted.size > 0 && wanted.has(headingText(cell)))) {
      columns++;
      if (hits.length === 0) fields.add(cell);
      for (const { field } of hits) fields.add(field.name);
    } else if (isBucket(cell)) buckets++;
  }
  return Math.min(columns, fields.size) + (buckets >= BUCKETS_COUNT ? BUCKETS_COUNT : 0);
}

/** Of several rows that look like headings, the one whose columns hold what it says; the first of equals. */
function weighed(grid: Grid, index: HeadingIndex, rows: readonly { row: number; count: number }[]): { row: number; count: number } | undefined {
  if (rows.length < 2) return rows[0];
  const fit = rows.map(({ row }) => (grid[row] ?? []).slice(0, COLUMNS_SEARCHED).filter((cell, column) => {
    const hits = index.plainly(cell);
    if (hits.length === 0) return false;
    const profile = profileOf(grid, row, column);
    return !profile.blank && hits.some(({ field }) => mayBe(field, profile, false));
  }).length);
  const most = Math.max(...fit);
  return rows[fit.indexOf(most)];
}

function oneRow(grid: Grid, index: HeadingIndex, row: number): HeadingRow {
  const cells = (grid[row] ?? []).slice(0, COLUMNS_SEARCHED).map(plain);
  const texts = cells.map(textIn);
  return { row, texts, owns: texts, hits: cells.map((cell) => index.hits(cell)) };
}

function twoRows(grid: Grid, index: HeadingIndex, wanted: ReadonlySet<string>, best: { row: number; count: number }): HeadingRow | undefined {
  let found: HeadingRow | undefined;
  let most = best.count;
  for (const upper of [best.row - 1, best.row]) {
    const pair = paired(grid, upper);
    if (pair === undefined) continue;
    const count = counted(pair.length, (column) => said(pair[column]!, index), wanted, (text) => index.plainly(text));
    if (count > most) [most, found] = [count, { row: upper + 1, texts: pair.map(({ whole }) => whole), owns: pair.map(({ own }) => own), hits: pair.map((one) => hitsOf(one, index)) }];
  }
  return found;
}

/** No row says two things alone, but two rows together may: 原币 and 本币 over 金额 and 余额 say nothing each. */
function twoAlone(grid: Grid, index: HeadingIndex, wanted: ReadonlySet<string>): HeadingRow | undefined {
  for (let row = 0; row < Math.min(ROWS_SEARCHED, grid.length) - 1; row++) {
    const found = twoRows(grid, index, wanted, { row, count: 1 });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One column's heading in two rows: `own` is what stands in the lower one, or in the upper one where the lower is blank. */
interface Pair {
  readonly own: string;
  readonly group: string;
  readonly whole: string;
  /** 应收 over 原币 is 应收原币 or 原币应收 */
  readonly turned: string;
}

function paired(grid: Grid, upper: number): readonly Pair[] | undefined {
  const [above, below] = [grid[upper], grid[upper + 1]];
  if (above === undefined || below === undefined || !isTexts(above) || !isTexts(below)) return undefined;
  const width = Math.min(COLUMNS_SEARCHED, Math.max(above.length, below.length));
  let group = "";
  return Array.from({ length: width }, (_, column): Pair => {
    const [top, own] = [textIn(plain(above[column])), textIn(plain(below[column]))];
    if (top !== "" || own === "") group = own === "" ? "" : top; // a heading that stands in both rows is merged downwards: no group
    if (own === "") return { own: top, group: "", whole: top, turned: top };
    return { own, group, whole: group === "" ? own : `${group} ${own}`, turned: group === "" ? own : `${own} ${group}` };
  });
}

function said({ own, whole, turned }: Pair, index: HeadingIndex): string {
  return [whole, turned].find((text) => index.plainly(text).length > 0) ?? own;
}

function hitsOf({ own, group, whole, turned }: Pair, index: HeadingIndex): readonly Hit[] {
  const together = [whole, turned].map((text) => index.plainly(text)).find((hits) => hits.length > 0) ?? [];
  if (together.length > 0 || group === "") return together.length > 0 ? together : index.hits(own);
  return index.hits(own).map((hit) => ({ ...hit, word: Math.min(hit.word, UNDER_UNKNOWN), because: "similar" as const }));
}

/** Texts alone, at least one: no number, no date. */
function isTexts(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell)).map(plain);
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && cell.length <= 120 && !looksLikeDay(cell) && (!/^[-\d(]/.test(cell) || Number.isNaN(readNumber(cell, undefined)) || isBucket(cell)));
}

function textIn(cell: Cell): string {
  return typeof cell === "string" ? cell.trim() : "";
}
