import { findBuyer } from "../ledger/findBuyer";
import type { Ledger } from "../ledger/ledger";
import { refuse, Refusal } from "../values/answer";
import { errorIn, isBlank, plain, type Cell, type Grid, type Shown } from "../values/cell";
import type { Language } from "../values/say";
import { askRange, foundText, isLone, type Arg } from "./ask";
import { spoken } from "./book";
import { shownText, withoutMark } from "./shown";
import { CellRefusal, type Table, type Told } from "./told";

/** The buyers an argument names: none said, every one of them (`"*"`), one, or a range of cells to answer cell by cell. */
export type BuyersAsked = { readonly who: "none" } | { readonly who: "every" } | { readonly who: "one"; readonly cell: Cell } | { readonly who: "several"; readonly cells: Grid };

export function askBuyers(arg: Arg): BuyersAsked {
  const grid = askRange(arg);
  if (grid === undefined) return { who: "none" };
  if (!isLone(grid)) return { who: "several", cells: grid };
  const cell = plain(grid[0]?.[0]);
  return typeof cell === "string" && cell.trim() === "*" ? { who: "every" } : { who: "one", cell };
}

/** The buyer that a cell means; undefined for a blank, also for the 0 that Excel sends for one (unless a buyer is called so). */
function buyerIn(ledger: Ledger, cell: Cell): number | undefined {
  const value = plain(cell);
  if (isBlank(value)) return undefined;
  const error = errorIn(value);
  if (error !== undefined) refuse("BUYER_ERROR", { error });
  try {
    return find(ledger, value);
  } catch (refused) {
    if (value === 0 && refused instanceof Refusal && refused.kind === "na") return undefined;
    throw refused;
  }
}

/** A text that came out of a spill may carry the mark that keeps it from being a formula. */
function find(ledger: Ledger, cell: Cell): number {
  try {
    return findBuyer(ledger, cell);
  } catch (refused) {
    const bare = typeof cell === "string" ? withoutMark(cell) : cell;
    if (bare === cell || !(refused instanceof Refusal) || refused.kind !== "na") throw refused;
    return findBuyer(ledger, bare);
  }
}

/** What works out one buyer's figure. */
export type Figure = (buyer: number) => Shown;

/**
 * A figure in the shape of the buyers asked for: one cell for one buyer; for a range of buyers an answer beside each, a
 * blank for a blank, and an error only in the cell it concerns. `whole` is the book's own figure where no buyer is named,
 * undefined where a buyer must be.
 */
export function figureFor(arg: Arg, ledger: Ledger, language: Language, figure: Figure, whole?: () => Shown): Table {
  const asked = askBuyers(arg);
  switch (asked.who) {
    case "several":
      return rectangular(asked.cells).map((row) => row.map((cell) => cellFigure(cell, ledger, language, figure)));
    case "one": {
      const buyer = buyerIn(ledger, asked.cell);
      return [[buyer === undefined ? wholeFigure(whole) : figure(buyer)]];
    }
    case "every":
      return refuse("NO_STAR");
    case "none":
      return [[wholeFigure(whole)]];
  }
}

function wholeFigure(whole: (() => Shown) | undefined): Shown {
  return whole === undefined ? refuse("NEEDS_BUYER") : whole();
}

function cellFigure(cell: Cell, ledger: Ledger, language: Language, figure: Figure): Told {
  try {
    const buyer = buyerIn(ledger, cell);
    return buyer === undefined ? "" : figure(buyer);
  } catch (error) {
    return refusalOf(error, language);
  }
}

/** One buyer's rows of a table. `asked` stands in the first column where the buyer cannot be answered. */
export type Rows = (buyer: number) => Table;

/** The rows of the buyers asked for, one under the other. Blanks give no row; a buyer that cannot be answered a row of its error. */
export function rowsFor(cells: Grid, ledger: Ledger, language: Language, width: number, rows: Rows): Table {
  return cells.flat().flatMap((cell) => {
    try {
      const buyer = buyerIn(ledger, cell);
      return buyer === undefined ? [] : rows(buyer);
    } catch (error) {
      const refusal = refusalOf(error, language);
      return [[shownText(foundText(plain(cell))), ...new Array<Told>(width - 1).fill(refusal)]];
    }
  });
}

/** The one buyer of a table that must have one. */
export function neededBuyer(ledger: Ledger, cell: Cell): number {
  return buyerIn(ledger, cell) ?? refuse("NEEDS_BUYER");
}

function refusalOf(error: unknown, language: Language): CellRefusal {
  const refusal = spoken(error, language);
  if (refusal instanceof CellRefusal) return refusal;
  throw refusal;
}

function rectangular(cells: Grid): Grid {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0); // a whole column is a million rows: no spreading
  return cells.every((row) => row.length === width) ? cells : cells.map((row) => [...row, ...new Array<Cell>(width - row.length).fill(null)]);
}

/** What a spill calls a buyer: its id, or its name where the sheet has no ids. */
export function buyerText(ledger: Ledger, buyer: number): string {
  const id = ledger.buyers.id[buyer]!;
  return shownText(id === "" ? ledger.buyers.name[buyer]! : id);
}

/** Largest first; equal ones by id, then name: the order of the sheet's rows never shows. */
export function largestFirst(ledger: Ledger, amountOf: (buyer: number) => number): number[] {
  const { id, name } = ledger.buyers;
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return Array.from({ length: ledger.buyers.count }, (_, b) => b).sort((a, b) => amountOf(b) - amountOf(a) || before(id[a]!, id[b]!) || before(name[a]!, name[b]!));
}
