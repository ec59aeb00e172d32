import { isBlank, type Cell, type Grid } from "../values/cell";
import { NO_CURRENCY } from "../values/currency";
import { textOf } from "./cellText";
import type { Headings } from "./columns";
import { dayColumns, type DayColumn } from "./dayColumn";
import { unitOf } from "./headingText";
import { currencyWord } from "./kinds";
import type { Policy } from "./policy";
import { decimalMarkOf, type DecimalMark } from "./readNumber";

const DAY_FIELDS = ["docDate", "postDate", "dueDate", "settledDate"];

/** Which column is what, and how its cells are read. -1: the sheet has no such column. */
export interface Plan {
  readonly id: number;
  readonly name: number;
  readonly number: number;
  readonly type: number;
  readonly side: number;
  readonly issued: number;
  readonly issuedColumn: DayColumn;
  readonly due: number;
  readonly dueColumn: DayColumn | undefined;
  readonly settled: number;
  readonly settledColumn: DayColumn | undefined;
  readonly terms: number;
  readonly amount: number;
  readonly open: number;
  readonly paid: number;
  readonly credited: number;
  readonly currency: number;
  readonly disputed: number;
  /** how the money columns write their decimals */
  readonly mark: () => DecimalMark;
  /** units of money that one of the sheet's numbers counts, by column */
  readonly unit: (column: number) => number;
  readonly holidays: ReadonlySet<number>;
}

export function planOf(grid: Grid, headings: Headings, policy: Policy): Plan {
  const issued = headings.at("docDate") >= 0 ? "docDate" : "postDate";
  const present = new Map(DAY_FIELDS.map((field) => [field, headings.at(field)] as const).filter(([, column]) => column >= 0));
  const settledHere = present.has("settledDate") && !isEmpty(grid, headings.row, present.get("settledDate")!);
  if (!settledHere) present.delete("settledDate"); // a column without a single entry says nothing of what is settled
  const days = dayColumns(grid, headings.row, present, policy);
  const amount = headings.at("amount") >= 0 ? headings.at("amount") : headings.at("open") >= 0 ? -1 : headings.at("amountLocal");
  const money = [amount, headings.at("open"), headings.at("paid"), headings.at("credited")].filter((column) => column >= 0);
  const units = new Map(money.map((column) => [column, unitAt(headings, column)]));
  return {
    id: headings.at("buyerId"), name: headings.at("buyerName"), number: headings.at("docNo"), type: headings.at("docType"), side: headings.at("dcInd"),
    issued: headings.at(issued), issuedColumn: days.get(issued)!,
    due: headings.at("dueDate"), dueColumn: days.get("dueDate"),
    settled: settledHere ? headings.at("settledDate") : -1, settledColumn: days.get("settledDate"),
    terms: headings.at("terms"), amount, open: headings.at("open"), paid: headings.at("paid"), credited: headings.at("credited"), currency: headings.at("currency"), disputed: headings.at("disputed"),
    mark: once(() => markOf(grid, headings.row, money)), unit: (column) => units.get(column) ?? 1, holidays: new Set(policy.holidays),
  };
}

/** Units of money that a number of this column counts. */
export function unitAt(headings: Headings, column: number): number {
  return ownUnit(headings.texts[column]) ?? headings.unit;
}

/** A heading that states its unit is not counted in the title's as well. */
function ownUnit(heading: Cell): number | undefined {
  const unit = unitOf(heading);
  return unit === 1 ? undefined : unit;
}

/** Asked only where a currency was chosen: does any row name one, known or not? */
export function statesCurrency(grid: Grid, headings: Headings, policy: Policy): boolean {
  const column = headings.at("currency");
  if (policy.currency === undefined || column < 0) return headings.currency !== undefined;
  for (let r = headings.row + 1; r < grid.length; r++) {
    const text = textOf(grid[r]?.[column]);
    if (text.trim() !== "" && currencyWord(text) !== NO_CURRENCY) return true;
  }
  return false;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function isEmpty(grid: Grid, headingRow: number, column: number): boolean {
  for (let r = headingRow + 1; r < grid.length; r++) if (!isBlank(grid[r]?.[column])) return false;
  return true;
}

/** What the texts of all money columns say; a text without either mark is passed over. Looked at when a text first needs it. */
function markOf(grid: Grid, headingRow: number, columns: readonly number[]): DecimalMark {
  return decimalMarkOf(moneyTexts(grid, headingRow, columns));
}

function* moneyTexts(grid: Grid, headingRow: number, columns: readonly number[]): Generator<string> {
  for (const column of columns) {
    for (let r = headingRow + 1; r < grid.length; r++) {
      const cell = grid[r]?.[column];
      if (typeof cell === "string" && cell.length < 60) yield cell;
    }
  }
}
