import { absolute, columnName } from "./address";
import { linesOf } from "./words";
import type { Look, PackCell, PackColumn, PackName, PackSheet, PackValue, Part, StyledCell } from "./document";

/** A cell with a look of its own. */
export function cell(value: PackValue, look: Look): StyledCell {
  return { value, look };
}

/** A formula with the value that the engine gives it, or the formula's own twin where the engine says nothing of it. */
export function formula(text: string, value: PackValue, look?: Look): StyledCell {
  return look === undefined ? { formula: text, value } : { formula: text, value, look };
}

/** A sheet as it grows, row by row, with its sections; rows are counted as a reader counts them. */
export class SheetDraft {
  readonly part: Part;
  readonly name: string;
  readonly columns: readonly PackColumn[];
  readonly names: PackName[] = [];
  readonly #rows: (readonly PackCell[] | undefined)[] = [];
  readonly #tall = new Map<number, number>();
  headingRow = 0;
  frozenColumns = 0;
  onePage = true;
  printedTo: number | undefined;
  printedColumns: number | undefined;
  /** the row that begins another page, 0: none */
  breakBefore = 0;

  constructor(part: Part, name: string, columns: readonly (readonly [width: number, look: Look])[]) {
    this.part = part;
    this.name = name;
    this.columns = columns.map(([width, look]) => ({ width, look }));
  }

  /** The row that `add` gives next. */
  get next(): number {
    return this.#rows.length + 1;
  }

  add(...cells: readonly PackCell[]): number {
    return this.#rows.push(cells);
  }

  blank(): void {
    this.#rows.push(undefined);
  }

  /** A row that takes several lines of text. */
  tall(lines: number, ...cells: readonly PackCell[]): number {
    const row = this.add(...cells);
    if (lines > 1) this.#tall.set(row, lines);
    return row;
  }

  title(title: string, ...under: readonly string[]): void {
    this.#tall.set(this.add(cell(title, "title")), 1.8);
    for (const line of under) this.add(cell(line, "subtitle"));
    this.blank();
  }

  section(title: string): number {
    return this.add(cell(title, "section"));
  }

  /** Headings; those of numbers to the right. */
  headings(texts: readonly string[]): number {
    const look = (c: number): Look => HEADING[this.columns[c]!.look] ?? (RIGHT.has(this.columns[c]!.look) ? "headingRight" : "heading");
    return this.tall(Math.max(...texts.map((text, c) => linesOf(text, this.columns[c]!.width - 1))), ...texts.map((text, c) => cell(text, look(c))));
  }

  /** Names a column's cells from one row to another, both included; of an empty table its heading's next row. */
  nameColumn(name: string, column: number, first: number, last: number): void {
    this.names.push({ name, range: `${this.name}!${absolute(column, first)}:${absolute(column, Math.max(first, last))}` });
  }

  nameCell(name: string, column: number, row: number): void {
    this.names.push({ name, range: `${this.name}!${absolute(column, row)}` });
  }

  at(column: number, row: number): string {
    return `${columnName(column)}${row}`;
  }

  done(): PackSheet {
    return {
      part: this.part, name: this.name, columns: this.columns, rows: this.#rows, headingRow: this.headingRow, frozenColumns: this.frozenColumns,
      tall: this.#tall, names: this.names, onePage: this.onePage, breakBefore: this.breakBefore, ...(this.printedTo === undefined ? {} : { printedTo: this.printedTo }), ...(this.printedColumns === undefined ? {} : { printedColumns: this.printedColumns }),
    };
  }
}

const HEADING: Readonly<Partial<Record<Look, Look>>> = { check: "headingCentre", day: "headingCentre", indented: "headingIndented", wrapped: "headingIndented", monospace: "headingIndented" };

const RIGHT: ReadonlySet<Look> = new Set<Look>(["money", "moneyTotal", "share", "days", "times", "count", "engine", "engineShare", "input", "inputShare", "inputText"]);
