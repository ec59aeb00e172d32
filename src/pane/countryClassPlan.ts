import { foldedText } from "../ledger/buyerList";
import { cut, shown } from "../ledger/cellShown";
import type { CountryClass, CountryClasses } from "../ledger/countryClasses";
import { FACT_READERS } from "../ledger/outsideViews";
import { isBlank, type Cell } from "../values/cell";
import { beyond, grownReference, layoutOf, textOf, type Layout } from "./buyersRange";
import { classInList } from "./countryNames";
import type { Block, CellBlock, CellsPlan } from "./host";
import type { Words } from "./words";

/** What an import of country classes would write into the facts about buyers, worked out before a cell is touched. */
export interface CountryClassPlan {
  /** the range of facts about buyers once it is written */
  readonly reference: string;
  /** undefined: nothing is to be written */
  readonly plan: CellsPlan | undefined;
  /** cells that have to be empty for it, outside the range as it is */
  readonly needsEmpty: readonly CellBlock[];
  /** buyers whose class then is the list's */
  readonly classed: number;
  /** countries that the list lacks, each once, as the sheet has them */
  readonly unlisted: readonly string[];
  /** buyers whose cell says otherwise and stays so */
  readonly kept: readonly string[];
  /** buyers whose cell is a formula that says otherwise; it stays */
  readonly formulas: readonly string[];
}

export interface Keeping {
  /** cells that say otherwise are written over; formulas never are */
  readonly over: boolean;
  /** whether the class of this row of the range, from 0, is a formula's */
  readonly isFormula: (row: number) => boolean;
}

/** The column that holds classes already, all rows of the range; undefined where it is still to be added. Throws Trouble `noRoom`. */
export function classColumn({ grid, place }: Block, reference: string, words: Words): CellBlock | undefined {
  const { countryClass, rows } = layoutOf(grid, reference, words.countries.heading);
  return countryClass < 0 ? undefined : { row: place.row, column: place.column + countryClass, rows, columns: 1 };
}

/** The class of each buyer's country into its own row; what is written is a number or one of two words, whatever the cells hold. Throws Trouble. */
export function countryClassPlan(list: CountryClasses, reference: string, block: Block, keeping: Keeping, words: Words): CountryClassPlan {
  const { grid, place } = block;
  const layout = layoutOf(grid, reference, words.countries.heading);
  const added = layout.countryClass < 0;
  const { write, ...told } = classesFor(list, block, layout, keeping);
  if (write.size === 0) return { reference, plan: undefined, needsEmpty: [], ...told };
  const grown: CellBlock = { row: place.row, column: place.column, rows: layout.rows, columns: layout.columns + (added ? 1 : 0) };
  const now = grownReference(reference, block, grown, added, words.countries.heading);
  const column = place.column + (added ? layout.columns : layout.countryClass);
  const plan: CellsPlan = {
    sheet: place.sheet,
    cells: added ? [{ row: place.row + layout.heading, column, value: words.countries.heading, format: "General" }] : [],
    blocks: runs(write).map(({ row, values }) => ({ row: place.row + row, column, values: values.map((state) => [wordOf(state, words)]) })),
    ...(now.table === undefined ? {} : { table: { name: now.table, rows: grown.rows, columns: grown.columns } }),
  };
  return { reference: now.reference, plan, needsEmpty: beyond(grown, layout), ...told };
}

interface Found extends Pick<CountryClassPlan, "classed" | "unlisted" | "kept" | "formulas"> {
  /** by row of the range, in order */
  readonly write: ReadonlyMap<number, CountryClass>;
}

function classesFor(list: CountryClasses, { grid }: Block, { heading, id, name, country, countryClass }: Layout, { over, isFormula }: Keeping): Found {
  const write = new Map<number, CountryClass>();
  const unlisted = new Map<string, string>();
  const kept: string[] = [];
  const formulas: string[] = [];
  let classed = 0;
  for (let row = heading + 1; row < grid.length; row++) {
    const cells = grid[row]!;
    const buyer = [name, id].map((column) => textOf(cells[column])).find((text) => text !== "");
    if (buyer === undefined || isBlank(cells[country])) continue;
    const state = classInList(list, cells[country]);
    const is = countryClass < 0 ? undefined : cells[countryClass];
    if (state === undefined) unlisted.set(foldedText(cut(shown(cells[country]))), cut(shown(cells[country])));
    else if (says(is, state)) classed++;
    else if (isFormula(row)) formulas.push(cut(buyer));
    else if (!over && !isBlank(is)) kept.push(cut(buyer));
    else {
      write.set(row, state);
      classed++;
    }
  }
  return { write, classed, unlisted: [...unlisted.values()], kept, formulas };
}

function says(cell: Cell, state: CountryClass): boolean {
  return !isBlank(cell) && FACT_READERS.get("countryClass")!(cell) === state;
}

/** A number, so that the sheet may sort and count it, or a word that is no class. */
function wordOf(state: CountryClass, { countries }: Words): number | string {
  return state === "highIncome" || state === "notClassified" ? countries[state] : Number(state);
}

/** Rows that follow one another are written as one block. */
function runs(write: ReadonlyMap<number, CountryClass>): { readonly row: number; readonly values: CountryClass[] }[] {
  const found: { row: number; values: CountryClass[] }[] = [];
  for (const [row, state] of write) {
    const last = found.at(-1);
    if (last !== undefined && last.row + last.values.length === row) last.values.push(state);
    else found.push({ row, values: [state] });
  }
  return found;
}
