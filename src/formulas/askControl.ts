import { foldedText } from "../ledger/buyerList";
import type { Ledger } from "../ledger/ledger";
import { readNumber } from "../ledger/readNumber";
import type { Balance, Control } from "../receivables/reconcile";
import { refuse, Refusal } from "../values/answer";
import { errorIn, isBlank, plain, type Cell, type Grid } from "../values/cell";
import { LARGEST_MINOR, scaleOf, toMinor } from "../values/money";
import { askRange, foundText, isLone, type Arg, type Place } from "./ask";
import { neededBuyer } from "./askBuyers";

const TOTAL = /^(?:grand total|total|totals|sum|合计|总计|小计)$/i;

/**
 * A general-ledger balance: one number, or two columns, buyer and balance, with or without a heading row. A last row that is
 * the total of those above is passed over. Refused, naming the row: a balance that is no number, a balance without a buyer, a
 * buyer twice; and a text, a blank, a range of other than two columns, a range without any number.
 */
export function askControl(arg: Arg, where: Place, ledger: Ledger): Control {
  const grid = askRange(arg);
  if (grid === undefined) refuse("NO_CONTROL", { ...where });
  if (isLone(grid)) return { total: totalIn(grid[0]?.[0], where, ledger) };
  const width = widthOf(grid);
  if (width !== 2) refuse("CONTROL_COLUMNS", { ...where, columns: Math.max(width, grid[0]?.length ?? 0) });
  return { balances: balancesIn(grid, where, ledger) };
}

/** Columns up to the last that holds anything. */
function widthOf(grid: Grid): number {
  let width = 0;
  for (const row of grid) for (let column = row.length; column > width; column--) if (!isBlank(plain(row[column - 1]))) width = column;
  return width;
}

function totalIn(cell: Cell, where: Place, ledger: Ledger): number {
  const value = plain(cell);
  const error = errorIn(value);
  if (error !== undefined) refuse("ARGUMENT_ERROR", { ...where, error });
  const minor = typeof value === "number" ? toMinor(value, scaleOf(ledger.exponent)) : NaN;
  if (Number.isNaN(minor)) refuse("CONTROL_NOT_NUMBER", { ...where, found: foundText(value) });
  return minor;
}

interface Line {
  /** 1-based row of the range */
  readonly row: number;
  readonly buyer: Cell;
  readonly minor: number;
}

function balancesIn(grid: Grid, where: Place, ledger: Ledger): Balance[] {
  const lines = linesIn(grid, where, ledger);
  const sum = lines.slice(0, -1).reduce((all, { minor }) => all + minor, 0);
  const last = lines.at(-1);
  if (last !== undefined && lines.length > 2 && isTotal(last.buyer) && last.minor === sum) lines.pop();
  if (lines.length === 0) refuse("CONTROL_EMPTY", { ...where });
  if (lines.reduce((all, { minor }) => all + Math.abs(minor), 0) > LARGEST_MINOR) refuse("TOO_MUCH_MONEY");
  const rows = new Map<string, number>();
  return lines.map(({ row, buyer, minor }) => {
    if (isBlank(buyer)) refuse("CONTROL_NO_BUYER", { ...where, row });
    const place = placeOf(ledger, buyer);
    const who = foundText(buyer);
    const key = place >= 0 ? `${place}` : `? ${foldedText(who)}`;
    const first = rows.get(key);
    if (first !== undefined) refuse("CONTROL_TWICE", { ...where, row, first, buyer: who });
    rows.set(key, row);
    return { buyer: place, who, minor };
  });
}

/** Rows that hold anything; the first may be headings. */
function linesIn(grid: Grid, where: Place, ledger: Ledger): Line[] {
  const lines: Line[] = [];
  let isFirst = true;
  for (let r = 0; r < grid.length; r++) {
    const [buyer, balance] = [plain(grid[r]?.[0]), plain(grid[r]?.[1])];
    const error = errorIn(buyer) ?? errorIn(balance);
    if (error !== undefined) refuse("CONTROL_ERROR", { ...where, row: r + 1, error });
    if (isBlank(balance) && isBlank(buyer)) continue;
    const isHeading = isFirst && typeof balance === "string" && !isBlank(balance) && Number.isNaN(readNumber(balance, undefined));
    isFirst = false;
    if (isHeading || (balance === 0 && (isBlank(buyer) || (buyer === 0 && placeOf(ledger, buyer) < 0)))) continue; // a blank row may arrive as zeros
    const minor = typeof balance === "number" ? toMinor(balance, scaleOf(ledger.exponent)) : NaN;
    if (Number.isNaN(minor)) refuse("CONTROL_BALANCE", { ...where, row: r + 1, buyer: foundText(buyer), found: foundText(balance) });
    lines.push({ row: r + 1, buyer, minor });
  }
  return lines;
}

function isTotal(buyer: Cell): boolean {
  return isBlank(buyer) || (typeof buyer === "string" && TOTAL.test(buyer.trim()));
}

function placeOf(ledger: Ledger, buyer: Cell): number {
  try {
    return neededBuyer(ledger, buyer);
  } catch (refused) {
    if (refused instanceof Refusal && (refused.kind === "na" || refused.reason.code === "NEEDS_BUYER")) return -1;
    throw refused;
  }
}
