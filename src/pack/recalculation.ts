import type { FormulaTemplate } from "../bank/pack/canonical";
import { Calculator, type Scalar } from "./calculator";
import type { Finding } from "./findings";

/** Money is rounded to its decimals and ratios to six in the formulas themselves: what differs by more is another figure. */
const NEAR = 0.0000015, NEAR_SHARE = 1e-12;

interface SheetFormulas {
  readonly part: string;
  readonly sheet: string;
  readonly rows: number[];
  readonly columns: number[];
  readonly values: (number | string)[];
}

/** Every formula of a pack worked out anew from the values beside it, and held against the result that the file carries. */
export class Recalculation {
  readonly #calculator = new Calculator();
  readonly #sheets: SheetFormulas[] = [];
  readonly #unread: Finding[] = [];

  /** Takes a sheet's cells as they are read. */
  sheet(part: string, sheet: string): (row: number, column: number, formula: FormulaTemplate | undefined, value: number | string) => void {
    this.#calculator.sheet(sheet);
    const own: SheetFormulas = { part, sheet, rows: [], columns: [], values: [] };
    this.#sheets.push(own);
    return (row, column, formula, value) => {
      try {
        this.#calculator.set(sheet, row, column, formula, value);
      } catch {
        this.#calculator.set(sheet, row, column, undefined, value);
        this.#unread.push(findingOf(own, row, column, formula?.at(row) ?? ""));
        return;
      }
      if (formula === undefined) return;
      own.rows.push(row);
      own.columns.push(column);
      own.values.push(value);
    };
  }

  /** How many formulas agree; the others are told. */
  run(names: readonly { readonly name: string; readonly range: string }[], find: (finding: Finding) => void): number {
    for (const { name, range } of names) this.#calculator.name(name, range);
    this.#unread.forEach(find);
    let agreeing = 0;
    for (const own of this.#sheets) {
      for (let k = 0; k < own.rows.length; k++) {
        const said = this.#said(own, k);
        if (said === undefined) agreeing++;
        else find(findingOf(own, own.rows[k]!, own.columns[k]!, said));
      }
    }
    return agreeing;
  }

  /** Undefined: as the file has it. */
  #said({ sheet, rows, columns, values }: SheetFormulas, k: number): string | undefined {
    let value: Scalar;
    try {
      value = this.#calculator.valueAt(sheet, rows[k]!, columns[k]!);
    } catch (error) {
      return error instanceof Error ? error.message : "?";
    }
    const cached = values[k]!;
    if (typeof value === "number" && typeof cached === "number") return Math.abs(value - cached) <= NEAR + NEAR_SHARE * Math.abs(cached) ? undefined : String(value);
    return (typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value) === cached ? undefined : String(value);
  }
}

function findingOf({ part, sheet }: SheetFormulas, row: number, column: number, found: string): Finding {
  return { kind: "recalculated", part, sheet, row, columns: [column], about: "", found: found.slice(0, 80) };
}
