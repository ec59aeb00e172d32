import { columnName, columnOfName } from "../bank/pack/address";
import { isReference, tokensOf } from "../bank/pack/formulaTokens";

/** A formula as another cell of its block has it: references without `$` move along. */
export class SharedFormula {
  readonly #tokens: readonly string[];
  readonly #row: number;
  readonly #column: number;

  constructor(formula: string, row: number, column: number) {
    this.#tokens = tokensOf(formula);
    this.#row = row;
    this.#column = column;
  }

  at(row: number, column: number): string {
    const [down, right] = [row - this.#row, column - this.#column];
    return this.#tokens.map((token) => (isReference(token) ? moved(token, down, right) : token)).join("");
  }
}

function moved(reference: string, down: number, right: number): string {
  const [, fixedColumn, letters, fixedRow, row] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(reference)!;
  const column = fixedColumn === "" ? columnName(columnOfName(letters!) + right) : letters!;
  return `${fixedColumn!}${column}${fixedRow!}${fixedRow === "" ? Number(row) + down : row!}`;
}
