import { Fingerprint, fingerprintOf } from "../../values/fingerprint";
import { Sha256, sha256Of, utf8 } from "../../values/sha256";
import { canonicalText } from "./canonicalText";
import { isReference, tokensOf } from "./formulaTokens";

/** Hexadecimal digits of a row's and of a column's seal: they tell where to look, the part's own tells whether. */
export const ROW_DIGITS = 8, COLUMN_DIGITS = 8;

/** Hexadecimal digits by which a formula stands in its line: 128 bits, so that no other formula can be found to fit. */
const FORMULA_DIGITS = 32;

/** Seals of one sheet. */
export interface SheetSeals {
  /** SHA-256 over all rows with their places */
  readonly hash: string;
  /** last row with content, 1-based */
  readonly rows: number;
  /** by row from the first, `ROW_DIGITS` digits; "" for an empty row */
  readonly byRow: readonly string[];
  /** by column: of its values, and of its formulas; "" where it has none */
  readonly values: readonly string[];
  readonly formulas: readonly string[];
}

/**
 * The form of a sheet that survives a save by other programs: non-empty cells row by row, each `column TAB f:formula TAB type:value`.
 * Numbers with the 15 digits that files keep, texts in NFC with line ends as LF; formulas by where they point from their own row,
 * so that a row put in above is one change and not all, and each by its own SHA-256, so that what is filled down a hundred thousand
 * rows is hashed once. Looks are no part of it.
 */
export class SheetSealer {
  readonly #templates: (FormulaTemplate | undefined)[] = [];
  readonly #values: Fingerprint[] = [];
  readonly #formulas: (Fingerprint | undefined)[] = [];
  readonly #byRow: string[] = [];
  readonly #hash = new Sha256();
  #line = "";
  #row = 0;

  /** Cells in reading order; `row` from 1, `column` from 0. An empty text without a formula is no cell. */
  cell(row: number, column: number, formula: string | undefined, value: number | string): void {
    this.filled(row, column, formula === undefined ? undefined : this.#template(column, row, formula), value);
  }

  /** The same, of a formula that is already taken apart. */
  filled(row: number, column: number, formula: FormulaTemplate | undefined, value: number | string): void {
    if (formula === undefined && value === "") return;
    if (row !== this.#row) {
      this.#close();
      this.#row = row;
    }
    const said = canonicalValue(value);
    while (this.#values.length <= column) {
      this.#values.push(new Fingerprint());
      this.#formulas.push(undefined);
    }
    this.#values[column]!.text(row, said);
    if (formula === undefined) this.#line += `${column}\t${said}\n`;
    else {
      (this.#formulas[column] ??= new Fingerprint()).text(row, formula.seal);
      this.#line += `${column}\tf:${formula.seal}\t${said}\n`;
    }
  }

  finish(): SheetSeals {
    this.#close();
    return {
      hash: this.#hash.hex(),
      rows: this.#byRow.length,
      byRow: this.#byRow,
      values: this.#values.map((print) => (print.hex() === FRESH ? "" : print.hex().slice(0, COLUMN_DIGITS))),
      formulas: this.#formulas.map((print) => print?.hex().slice(0, COLUMN_DIGITS) ?? ""),
    };
  }

  #close(): void {
    if (this.#line === "") return;
    while (this.#byRow.length < this.#row - 1) this.#byRow.push("");
    this.#byRow.push(fingerprintOf(this.#line).slice(0, ROW_DIGITS));
    this.#hash.update(utf8(`${this.#row}\n${this.#line}`));
    this.#line = "";
  }

  /** A column's formulas are mostly one, filled down: what was taken apart for the row above serves again. */
  #template(column: number, row: number, formula: string): FormulaTemplate {
    const known = this.#templates[column];
    return known !== undefined && known.at(row) === formula ? known : (this.#templates[column] = new FormulaTemplate(formula, row));
  }
}

const FRESH = new Fingerprint().hex();

/** `n:1.5`, `s:text`; backslash, tab and line ends escaped. */
export function canonicalValue(value: number | string): string {
  return typeof value === "number" ? `n:${canonicalNumber(value)}` : `s:${canonicalText(value)}`;
}

/** The 15 significant digits that every program keeps. */
export function canonicalNumber(value: number): string {
  const text = String(value === 0 ? 0 : value);
  return text.length <= 15 ? text : String(Number(value.toPrecision(15)));
}

/** A formula in pieces around the rows it points to, which move with it. */
export class FormulaTemplate {
  /** SHA-256 of the formula as seen from its row, `FORMULA_DIGITS` of it */
  readonly seal: string;
  readonly #pieces: readonly string[];
  readonly #offsets: readonly number[];

  constructor(formula: string, row: number) {
    const pieces = [""];
    const offsets: number[] = [];
    for (const token of tokensOf(formula)) {
      const moving = movingRow(token);
      if (moving === undefined) pieces[pieces.length - 1] += token;
      else {
        pieces[pieces.length - 1] += token.slice(0, -moving.length);
        offsets.push(Number(moving) - row);
        pieces.push("");
      }
    }
    this.#pieces = pieces;
    this.#offsets = offsets;
    this.seal = sha256Of(pieces.map((piece, k) => (k < offsets.length ? `${piece}[${offsets[k]!}]` : piece)).join("")).slice(0, FORMULA_DIGITS);
  }

  /** The same formula in another row. */
  at(row: number): string {
    let text = this.#pieces[0]!;
    for (let k = 0; k < this.#offsets.length; k++) text += row + this.#offsets[k]! + this.#pieces[k + 1]!;
    return text;
  }
}

/** The row of a reference that moves with its cell: `B7` and `$B7`, not `B$7`. */
export function movingRow(token: string): string | undefined {
  return isReference(token) ? /^\$?[A-Z]{1,3}(\d+)$/.exec(token)?.[1] : undefined;
}
