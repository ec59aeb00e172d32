import { FormulaTemplate, movingRow } from "../bank/pack/canonical";
import { tokensOf } from "../bank/pack/formulaTokens";

const ZERO = 48, NINE = 57;

/**
 * A formula as a file writes it, and known again in the rows below without a text being cut out of the file: its characters are
 * compared where they stand, and the row of each reference that moves is read as a number.
 */
export class FilledFormula {
  readonly template: FormulaTemplate;
  /** as written, around the rows that move; none: its digits are not those of its text, an entity among them */
  readonly #pieces: readonly string[];
  readonly #offsets: readonly number[];

  /** `written`: with entities, as the file has it; `formula`: its text */
  constructor(written: string, formula: string, row: number) {
    this.template = new FormulaTemplate(formula, row);
    const runs = runsOf(formula);
    const parts = written.split(/(\d+)/); // text, digits, text, digits, text
    const pieces = [parts[0]!];
    const offsets: number[] = [];
    runs.forEach(({ moves, digits }, k) => {
      const after = parts[2 * k + 2] ?? "";
      if (moves) {
        offsets.push(Number(digits) - row);
        pieces.push(after);
      } else pieces[pieces.length - 1] += digits + after;
    });
    const isSame = parts.length === 2 * runs.length + 1 && runs.every(({ moves, digits }, k) => parts[2 * k + 1] === digits && !(moves && digits.startsWith("0")));
    this.#pieces = isSame ? pieces : [];
    this.#offsets = offsets;
  }

  /** Whether a file's characters from `from` up to `end` say this formula in a row. */
  isAt(xml: string, from: number, end: number, row: number): boolean {
    const [pieces, offsets] = [this.#pieces, this.#offsets];
    if (pieces.length === 0) return false;
    let at = from;
    for (let k = 0; ; k++) {
      const piece = pieces[k]!;
      if (!xml.startsWith(piece, at)) return false;
      at += piece.length;
      if (k === offsets.length) return at === end;
      const begin = at;
      let number = 0;
      for (let code = xml.charCodeAt(at); code >= ZERO && code <= NINE; code = xml.charCodeAt(++at)) number = number * 10 + code - ZERO;
      if (number !== row + offsets[k]! || at === begin || xml.charCodeAt(begin) === ZERO) return false;
    }
  }
}

/** The runs of digits in a formula, and which of them are rows that move. None goes on from one token into the next. */
function runsOf(formula: string): { readonly moves: boolean; readonly digits: string }[] {
  return tokensOf(formula).flatMap((token) => {
    const moves = movingRow(token) !== undefined;
    return (token.match(/\d+/g) ?? []).map((digits) => ({ moves, digits }));
  });
}
