import type { CellSnapshot } from "../model/bookSnapshot";
import type { CellFormat, Value } from "../model/WorkbookPort";
import { BODY } from "./look";

/** Formats of a book, each kept once. */
export class Formats {
  readonly list: CellFormat[] = [];
  readonly #places = new Map<string, number>();

  place(format: CellFormat): number {
    const key = JSON.stringify(format, Object.keys(format).sort());
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.list.push(format) - 1;
      this.#places.set(key, place);
    }
    return place;
  }
}

/** A sheet being laid out cell by cell; rows and columns count from 0. */
export class Page {
  readonly cells: (CellSnapshot | undefined)[][] = [];
  readonly #formats: Formats;

  constructor(formats: Formats) {
    this.#formats = formats;
  }

  /** A text beginning with `=` is a formula. */
  put(row: number, column: number, content: Value, format: CellFormat = {}): void {
    while (this.cells.length <= row) this.cells.push([]);
    const cells = this.cells[row]!;
    while (cells.length < column) cells.push(undefined);
    const place = this.#formats.place({ ...BODY, ...format });
    cells[column] = typeof content === "string" && content.startsWith("=") ? { formula: content, format: place } : { value: content, format: place };
  }

  row(row: number, column: number, contents: readonly Value[], format?: CellFormat): void {
    contents.forEach((content, at) => this.put(row, column + at, content, format));
  }

  /** Cells that a formula will fill: only their look. */
  look(area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }, format?: CellFormat): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) this.put(row, column, "", format);
    }
  }
}
