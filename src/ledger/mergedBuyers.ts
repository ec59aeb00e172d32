import { plain, type Cell, type Grid } from "../values/cell";
import { foldedText } from "./buyerList";
import { textOf } from "./cellText";
import type { Group } from "./groups";
import type { RowParts } from "./rowParts";
import { totalWord } from "./totalWords";

/** Buyers merged over their documents show at least so many groups with blanks below, over at least this share of the documents. */
const GROUPS_OF_PROOF = 2, SHARE_OF_PROOF = 0.3;

/**
 * A buyer that stands in the first of its documents, with blanks below in rows that are otherwise whole: what is left of
 * merged cells. Sure only where no buyer is written twice running and none comes again further down; else a blank is a blank.
 */
export function mergedGroups(grid: Grid, headingRow: number, parts: RowParts): readonly Group[] {
  const groups: Draft[] = [];
  const seen = new Set<string>();
  let current: Draft | undefined;
  let documents = 0, filled = 0, again = 0;
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cells = grid[r] ?? [];
    if (!parts.isDocument(cells)) {
      if (closes(cells)) current = undefined;
      continue;
    }
    documents++;
    if (parts.lacksBuyer(cells)) {
      if (current === undefined) continue;
      filled++;
      const run = current.runs.at(-1);
      if (run?.[1] === r - 1) run[1] = r;
      else current.runs.push([r, r]);
      continue;
    }
    const [id, name] = [parts.id, parts.name].map((column) => (column < 0 ? undefined : plain(cells[column]))) as [Cell, Cell];
    const key = foldedText(`${textOf(id)}\u0000${textOf(name)}`);
    if (seen.has(key)) again++;
    seen.add(key);
    groups.push((current = { label: r, also: [], id, name, states: [], runs: [] }));
  }
  const withBlanks = groups.filter(({ runs }) => runs.length > 0);
  const sure = again === 0 && withBlanks.length >= GROUPS_OF_PROOF && filled >= SHARE_OF_PROOF * documents;
  return sure ? withBlanks : [];
}

interface Draft {
  readonly label: number;
  readonly also: readonly number[];
  readonly id: Cell;
  readonly name: Cell;
  readonly states: readonly never[];
  readonly runs: [from: number, to: number][];
}

function closes(cells: readonly Cell[]): boolean {
  return cells.some((cell) => typeof cell === "string" && totalWord(cell) !== undefined);
}
