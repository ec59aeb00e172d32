import type { Grid } from "../values/cell";
import { textOf, trimmed } from "./cellText";
import type { DocumentNumbers } from "./ledger";

/**
 * The documents' numbers where the sheet has them. A million texts are neither copied nor listed: most figures never look
 * at one, and a reading keeps its sheet anyway.
 */
export class SheetNumbers implements DocumentNumbers {
  readonly #grid: Grid;
  readonly #column: number;
  readonly #row: Int32Array;
  readonly length: number;

  /** `row`: 1-based row of each document; `column`: -1 where the sheet has no numbers */
  constructor(grid: Grid, column: number, row: Int32Array, length: number) {
    this.#grid = grid;
    this.#column = column;
    this.#row = row;
    this.length = length;
  }

  /** The first so many. */
  until(length: number): SheetNumbers {
    return new SheetNumbers(this.#grid, this.#column, this.#row, length);
  }

  at(document: number): string {
    return this.#column < 0 ? "" : trimmed(textOf(this.#grid[this.#row[document]! - 1]?.[this.#column]));
  }
}
