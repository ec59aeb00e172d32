import type { Look, PackDocument, PackSheet } from "./document";
import { styled } from "./document";
import { isoDay, type Day } from "../../values/day";

/** One column of a sheet, as a reader of the file meets it. */
export interface LeavingColumn {
  readonly sheet: string;
  /** its heading, or the texts of a sheet without one */
  readonly heading: string;
  readonly cells: number;
  /** the first few things it says */
  readonly examples: readonly string[];
}

/** Exactly what a pack holds, before it leaves: every column, every text, every name. What is not in here is not in the file. */
export interface Leaving {
  readonly columns: readonly LeavingColumn[];
  /** every text once, in the order in which it is met, sheet by sheet */
  readonly texts: readonly string[];
  readonly names: readonly string[];
  readonly title: string;
}

const EXAMPLES = 3;
/** A day is a number that is shown as one. */
const DAY_LOOKS: ReadonlySet<Look> = new Set(["day", "dayRight", "inputDay"]);

export function leaving({ sheets, title }: PackDocument): Leaving {
  const texts = new Set<string>();
  for (const { name, rows } of sheets) {
    texts.add(name);
    for (const row of rows) for (const cell of row ?? []) {
      const value = styled(cell)?.value;
      if (typeof value === "string" && value !== "") texts.add(value);
    }
  }
  return { columns: sheets.flatMap(columnsOf), texts: [...texts], names: sheets.flatMap(({ names }) => names.map(({ name }) => name)), title };
}

/** Below its headings a table's columns; a sheet of sections counts as one column. */
function columnsOf({ name, rows, columns, headingRow }: PackSheet): LeavingColumn[] {
  const headings = headingRow === 0 ? [undefined] : (rows[headingRow - 1] ?? []);
  return headings.map((heading, c): LeavingColumn => {
    const examples: string[] = [];
    let cells = 0;
    for (let r = headingRow; r < rows.length; r++) {
      const row = rows[r] ?? [];
      for (const [at, cell] of headingRow === 0 ? row.entries() : [[c, row[c]] as const]) {
        const value = styled(cell)?.value ?? "";
        if (value === "") continue;
        cells++;
        if (examples.length < EXAMPLES) examples.push(typeof value === "number" && DAY_LOOKS.has(styled(cell)!.look ?? columns[at]!.look) ? isoDay(value as Day) : String(value));
      }
    }
    return { sheet: name, heading: String(styled(heading)?.value ?? ""), cells, examples };
  }).filter(({ cells }) => cells > 0).slice(0, Math.max(1, columns.length));
}
