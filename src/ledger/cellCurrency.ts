import type { Cell, Grid } from "../values/cell";
import type { Currency } from "../values/currency";
import { standsFor, type MoneyWord } from "./moneyWords";
import type { Policy } from "./policy";
import { lastCurrency, readText } from "./readNumber";

/** How the rows of a sheet without a currency column say theirs: beside the money, if at all. */
export interface CellCurrency {
  /** the only one that any cell names, "" for none: the rows that name none are in it; undefined: several, each row is in its own */
  readonly sole: Currency | undefined;
  /** the one that a row's cells name, "" for none */
  of(cells: readonly Cell[]): Currency;
}

const SILENT: CellCurrency = { sole: "", of: () => "" };

/** Looks at every text of the money columns, so that `$5` and `€5` are never added for want of a currency column. */
export function cellCurrency(grid: Grid, headingRow: number, columns: readonly number[], policy: Policy): CellCurrency {
  const codes = new Set<Currency>();
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cells = grid[r];
    for (const column of columns) {
      const word = wordIn(cells?.[column]);
      if (word !== undefined) codes.add(codeOf(word, policy));
    }
  }
  if (codes.size === 0) return SILENT;
  const of = (cells: readonly Cell[]): Currency => {
    const word = columns.map((column) => wordIn(cells[column])).find((one) => one !== undefined);
    return word === undefined ? "" : codeOf(word, policy);
  };
  const [sole] = codes;
  return codes.size === 1 ? { sole, of: () => sole! } : { sole: undefined, of };
}

/** A `$` is the dollar that the user chose, else the US one. */
export function codeOf(word: MoneyWord, policy: Policy): Currency {
  return policy.currency !== undefined && standsFor(word, policy.currency) ? policy.currency : word.currency!;
}

function wordIn(cell: Cell): MoneyWord | undefined {
  if (typeof cell !== "string" || !hasWord(cell) || Number.isNaN(readText(cell, "thousands"))) return undefined;
  return lastCurrency();
}

const LONGEST = 60;

/** A letter or a sign beside the digits; most texts have none. */
function hasWord(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 64 || code === 36) return true;
  }
  return false;
}
