import { plain, type Cell, type Grid } from "../values/cell";
import type { Currency } from "../values/currency";
import { markTold, type DecimalMark } from "./digits";
import { standsFor, type MoneyWord } from "./moneyWords";
import type { Policy } from "./policy";
import * as reading from "./readNumber";

const { lastCurrency, lastDoubts, OWN_UNIT, readNumber, readText, UNSURE_MARK } = reading; // bound once: fetched for each cell they cost more than it

/** What a column's texts show of their decimal mark. */
type MarkTold = "." | "," | "both" | undefined;

/** Reads one column of money: the same text is the same number wherever it stands in the column. */
export interface MoneyColumn {
  /** units of money that one of the column's numbers counts */
  readonly unit: number;
  /** NaN where the cell holds no number */
  read(cell: Cell): number;
  /** some text left a doubt: UNSURE_MARK or ROUNDED, or a currency beside it that is none of those that the documents are in */
  isDoubted(currencies: readonly Currency[]): boolean;
}

/**
 * Columns of money by their place. The decimal mark of each: the policy's, else what its own texts show, else what the sheet's
 * other money columns (`columns`) show. Looked for only when a text needs it, which is one with a lone mark before three digits.
 */
export function moneyColumns(grid: Grid, headingRow: number, columns: readonly number[], unitOf: (column: number) => number, policy: Policy, threeDecimals: () => boolean): (column: number) => MoneyColumn {
  const told = new Map<number, MarkTold>();
  const tell = (column: number): MarkTold => {
    if (!told.has(column)) told.set(column, markOfColumn(grid, headingRow, column));
    return told.get(column);
  };
  const mark = (column: number): DecimalMark => {
    const own = policy.decimalMark ?? tell(column) ?? agreed(columns.map(tell));
    return own === "." || own === "," ? own : threeDecimals() ? "decimals" : "thousands";
  };
  const read = new Map<number, MoneyColumn>();
  return (column) => {
    let money = read.get(column);
    if (money === undefined) read.set(column, (money = new TextsOfMoney(unitOf(column), () => mark(column))));
    return money;
  };
}

class TextsOfMoney implements MoneyColumn {
  readonly unit: number;
  readonly #find: () => DecimalMark;
  #mark: DecimalMark = "thousands";
  #asked = false;
  #doubts = 0;
  #lastWord: MoneyWord | undefined;
  readonly #words = new Set<MoneyWord>();

  constructor(unit: number, find: () => DecimalMark) {
    this.unit = unit;
    this.#find = find;
  }

  read(cell: Cell): number {
    if (typeof cell !== "string") {
      const value = plain(cell);
      return typeof value === "string" ? this.read(value) : readNumber(value, undefined);
    }
    let number = readText(cell, this.#mark);
    let doubts = lastDoubts();
    if ((doubts & UNSURE_MARK) !== 0 && !this.#asked) {
      this.#asked = true;
      this.#mark = this.#find();
      number = readText(cell, this.#mark);
      doubts = lastDoubts();
    }
    this.#doubts |= doubts;
    const word = lastCurrency();
    if (word !== this.#lastWord && word !== undefined) this.#words.add((this.#lastWord = word));
    return (doubts & OWN_UNIT) === 0 ? number : number / this.unit; // 12.5万 is 125,000 under a heading in 万元, too
  }

  isDoubted(currencies: readonly Currency[]): boolean {
    return (this.#doubts & ~OWN_UNIT) !== 0 || [...this.#words].some((word) => !currencies.every((currency) => standsFor(word, currency)));
  }
}

/** What the columns agree on. */
function agreed(told: readonly MarkTold[]): MarkTold {
  const marks = new Set(told.filter((one) => one !== undefined));
  return marks.size === 1 ? [...marks][0] : undefined;
}

/** What the column's texts show; `both` when some show the one, some the other: each of these is read as it shows. */
function markOfColumn(grid: Grid, headingRow: number, column: number): MarkTold {
  let shown: MarkTold;
  for (let r = headingRow + 1; r < grid.length; r++) {
    const cell = plain(grid[r]?.[column]);
    if (typeof cell !== "string" || Number.isNaN(readText(cell, "thousands"))) continue;
    const mark = markTold();
    if (mark === undefined || mark === shown) continue;
    if (shown !== undefined) return "both";
    shown = mark;
  }
  return shown;
}
