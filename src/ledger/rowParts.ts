import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import type { Headings } from "./columns";
import { headingText } from "./headingText";
import { looksLikeDay } from "./profile";
import { readNumber } from "./readNumber";

/** What a row is, told from the columns that documents fill. */
export interface RowParts {
  readonly id: number;
  readonly name: number;
  /** the columns of buyers that the sheet has */
  readonly buyers: readonly number[];
  readonly money: readonly number[];
  /** columns of anything but the buyer */
  readonly others: ReadonlySet<number>;
  /** a day of issue and money */
  isDocument(cells: readonly Cell[]): boolean;
  lacksBuyer(cells: readonly Cell[]): boolean;
  hasMoney(cells: readonly Cell[]): boolean;
  /** the headings once more, as a page break repeats them */
  isHeadings(cells: readonly Cell[]): boolean;
}

export function rowParts(grid: Grid, headings: Headings): RowParts {
  const at = (...fields: readonly string[]): number[] => [...new Set(fields.map((field) => headings.at(field)))].filter((column) => column >= 0);
  const [buyers, days, money] = [at("buyerId", "buyerName"), at("docDate", "postDate"), at("amount", "open", "paid", "amountLocal", "debit", "credit")];
  const hasMoney = (cells: readonly Cell[]): boolean => money.some((column) => typeof cells[column] === "number" || !Number.isNaN(readNumber(cells[column], undefined)));
  const hasDay = (cells: readonly Cell[]): boolean => days.some((column) => typeof cells[column] === "number" || looksLikeDay(plain(cells[column])));
  return {
    id: headings.at("buyerId"), name: headings.at("buyerName"), buyers, money, others: new Set(headings.columns.map(({ index }) => index).filter((column) => !buyers.includes(column))), hasMoney,
    isDocument: (cells) => hasDay(cells) && hasMoney(cells),
    lacksBuyer: (cells) => buyers.every((column) => isBlank(plain(cells[column]))),
    isHeadings: headingsAgain(grid, headings),
  };
}

/** Do nearly all columns that were understood hold their own heading? */
export function headingsAgain(grid: Grid, { row, columns }: Headings): (cells: readonly Cell[]) => boolean {
  const own = columns.map(({ index }) => [index, headingText(plain(grid[row]?.[index]))] as const).filter(([, text]) => text !== "");
  const needed = Math.max(2, own.length - 1);
  return (cells) => {
    let same = 0, left = own.length;
    for (const [column, text] of own) {
      left--;
      if (typeof cells[column] === "string" && headingText(cells[column]) === text) same++;
      if (same + left < needed) return false;
    }
    return same >= needed;
  };
}
