import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { likelyHeadings, headingsFingerprint } from "./columns";
import { LEDGER_FIELDS } from "./fields";
import { ROWS_SEARCHED } from "./headingRow";
import { headingText } from "./headingText";
import type { Column } from "./ledger";

/** One column of a sheet as it can be chosen. */
export interface SheetColumn {
  /** 0-based column of the range */
  readonly index: number;
  /** as the policy key `field.NAME` takes it: its heading, `Amount #2` for the second that reads so */
  readonly name: string;
  /** the heading alone */
  readonly heading: string;
  /** the first filled cells below it */
  readonly sample: readonly Cell[];
}

/** What the columns of a sheet are called and hold, for whoever chooses among them: also where reading the sheet is refused. */
export interface SheetColumns {
  /** 0-based row of the headings; of two rows the lower one */
  readonly row: number;
  readonly columns: readonly SheetColumn[];
  /** which was taken for what, before the cells are read */
  readonly taken: readonly Column[];
}

const CELLS_SHOWN = 3, ROWS_LOOKED_AT = 60;

/**
 * The columns that have a heading. Where no row says what a ledger's would, the row of most texts stands for the headings,
 * so that the user can say which is which; undefined where no row has two. `chosen`: field -> heading, the user's own.
 */
export function sheetColumns(grid: Grid, chosen: ReadonlyMap<string, string>): SheetColumns | undefined {
  const headings = likelyHeadings(grid, LEDGER_FIELDS, chosen);
  if (headings !== undefined) return { row: headings.row, columns: columnsOf(grid, headings.row, headings.texts), taken: headings.columns };
  const row = wordiest(grid);
  return row === undefined ? undefined : { row, columns: columnsOf(grid, row, textsIn(grid[row]!)), taken: [] };
}

/** The fingerprint that a reading of this sheet with these choices will have; undefined where no row looks like headings. */
export function fingerprintWith(grid: Grid, chosen: ReadonlyMap<string, string>): string | undefined {
  const headings = likelyHeadings(grid, LEDGER_FIELDS, chosen);
  return headings === undefined ? undefined : headingsFingerprint(headings);
}

/** Headings that hold no letter, or are too long for one, cannot be named in a policy. */
function columnsOf(grid: Grid, row: number, texts: readonly string[]): SheetColumn[] {
  const several = new Map<string, number>();
  for (const text of texts) several.set(text, (several.get(text) ?? 0) + 1);
  const seen = new Map<string, number>();
  return texts.flatMap((heading, index): SheetColumn[] => {
    if (headingText(heading) === "") return [];
    const place = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, place);
    return [{ index, heading, name: several.get(heading)! > 1 ? `${heading} #${place}` : heading, sample: sampleOf(grid, row, index) }];
  });
}

function sampleOf(grid: Grid, row: number, column: number): Cell[] {
  const sample: Cell[] = [];
  for (let r = row + 1; r < Math.min(grid.length, row + 1 + ROWS_LOOKED_AT) && sample.length < CELLS_SHOWN; r++) {
    const cell = plain(grid[r]?.[column]);
    if (!isBlank(cell)) sample.push(cell);
  }
  return sample;
}

function wordiest(grid: Grid): number | undefined {
  let best: number | undefined;
  let most = 1;
  for (let r = 0; r < Math.min(ROWS_SEARCHED, grid.length); r++) {
    const count = new Set(textsIn(grid[r]!).map(headingText).filter((text) => text !== "" && !/^\d*$/.test(text))).size;
    if (count > most) [most, best] = [count, r];
  }
  return best;
}

function textsIn(row: readonly Cell[]): string[] {
  return row.map((cell) => {
    const text = plain(cell);
    return typeof text === "string" ? text.trim() : "";
  });
}
