import { isBlank, type Cell, type Grid } from "../values/cell";
import { exponentOf, NO_CURRENCY } from "../values/currency";
import { NO_DAY } from "../values/day";
import { cellCurrency, type CellCurrency } from "./cellCurrency";
import { textOf } from "./cellText";
import type { Headings } from "./columns";
import { dayColumns, type DayColumn } from "./dayColumn";
import { currencyWord } from "./kinds";
import { isFinancial, speaksOfApproval } from "./leftOut";
import { moneyColumns, type MoneyColumn } from "./moneyColumn";
import type { Policy } from "./policy";
import type { DayRead } from "./readDay";
import { daysOff, type DaysOff } from "./terms";
import { unitOf } from "./units";

const DAY_FIELDS = ["docDate", "postDate", "dueDate", "baseline", "settledDate"];
/** A date that says nothing of a document here, but how the sheet writes its dates. */
const OTHER_DAY_FIELDS = ["createDate"];

/** Which column is what, and how its cells are read. -1: the sheet has no such column. */
export interface Plan {
  /** 0-based row of the headings */
  readonly headingRow: number;
  readonly id: number;
  readonly name: number;
  readonly number: number;
  readonly type: number;
  readonly side: number;
  readonly issued: number;
  readonly issuedColumn: DayColumn;
  readonly due: number;
  readonly dueColumn: DayColumn | undefined;
  readonly baseline: number;
  readonly baselineColumn: DayColumn | undefined;
  readonly settled: number;
  readonly settledColumn: DayColumn | undefined;
  readonly terms: number;
  /** draft, posted, cancelled */
  readonly status: number;
  /** `Submitted` is not posted yet in this sheet's words */
  readonly submittedOut: boolean;
  /** flags what was cancelled */
  readonly voided: number;
  /** 立账类型: provisional or financial */
  readonly bookType: number;
  /** provisional rows are left out, because the sheet has the others too */
  readonly provisionalOut: boolean;
  readonly clearDoc: number;
  readonly ref: number;
  readonly amount: number;
  readonly open: number;
  readonly paid: number;
  readonly credited: number;
  readonly writtenOff: number;
  /** a journal's two columns of money, where it has no amount */
  readonly debit: number;
  readonly credit: number;
  readonly currency: number;
  readonly disputed: number;
  /** what money rows name beside their numbers, where no column says it */
  readonly cellCurrency: CellCurrency;
  readonly money: (column: number) => MoneyColumn;
  /** units of money that one of the sheet's numbers counts, by column */
  readonly unit: (column: number) => number;
  readonly holidays: DaysOff;
}

export function planOf(grid: Grid, headings: Headings, policy: Policy): Plan {
  const issued = headings.at("docDate") >= 0 ? "docDate" : "postDate";
  const present = new Map(DAY_FIELDS.map((field) => [field, headings.at(field)] as const).filter(([, column]) => column >= 0));
  const settledHere = present.has("settledDate") && !isEmpty(grid, headings.row, present.get("settledDate")!);
  if (!settledHere) present.delete("settledDate"); // a column without a single entry says nothing of what is settled
  const witnesses = OTHER_DAY_FIELDS.map(headings.at).filter((column) => column >= 0);
  const days = dayColumns(grid, headings.row, present, policy, witnesses);
  const amount = amountOf(headings);
  const journal = amount < 0 && (headings.at("open") < 0 || (headings.at("debit") >= 0 && headings.at("credit") >= 0));
  const [debit, credit] = journal ? [headings.at("debit"), headings.at("credit")] : [-1, -1];
  const money = moneyOf(headings);
  const moneyColumn = moneyColumns(grid, headings.row, money, (column) => unitAt(headings, column), policy, () => hasThreeDecimals(grid, headings, policy));
  return {
    headingRow: headings.row,
    id: headings.at("buyerId"), name: headings.at("buyerName"), number: headings.at("docNo"), type: headings.at("docType"), side: headings.at("dcInd"),
    issued: headings.at(issued), issuedColumn: days.get(issued)!,
    due: headings.at("dueDate"), dueColumn: days.get("dueDate"),
    baseline: headings.at("baseline"), baselineColumn: days.get("baseline"),
    settled: settledHere ? headings.at("settledDate") : -1, settledColumn: days.get("settledDate"),
    status: headings.at("status"), bookType: headings.at("bookType"), provisionalOut: someCell(grid, headings, "bookType", isFinancial), voided: headings.at("voided"), submittedOut: someCell(grid, headings, "status", speaksOfApproval), clearDoc: headings.at("clearDoc"), ref: headings.at("ref"),
    writtenOff: headings.at("writeOff"), debit, credit,
    terms: headings.at("terms"), amount, open: headings.at("open"), paid: headings.at("paid"), credited: headings.at("credited"), currency: headings.at("currency"), disputed: headings.at("disputed"),
    cellCurrency: cellCurrency(grid, headings.row, headings.at("currency") < 0 ? money : [], policy),
    money: moneyColumn, unit: (column) => moneyColumn(column).unit, holidays: daysOff(policy.holidays),
  };
}

/**
 * The day that a row's terms count from: the baseline date it states (SAP's ZFBDT, methods.md K3), else its day of issue. A
 * baseline that is no date gives a mark of `readDay.ts`. Read only where terms decide: its order is asked for by nothing else.
 */
export function termsStart({ baseline, baselineColumn }: Plan, cells: readonly Cell[] | undefined, issued: number): DayRead {
  const day = baselineColumn?.read(cells?.[baseline]) ?? NO_DAY;
  return day === NO_DAY ? issued : day;
}

/** Units of money that a number of this column counts: a heading's own is not counted in the title's as well. */
export function unitAt(headings: Headings, column: number): number {
  return unitOf(headings.texts[column]) ?? headings.unit;
}

/** Does some cell of a field's column say so? Such as: financial rows are listed, beside which provisional ones would count twice. */
function someCell(grid: Grid, headings: Headings, field: string, says: (text: string) => boolean): boolean {
  const column = headings.at(field);
  if (column < 0) return false;
  const seen = new Set<Cell>();
  for (let r = headings.row + 1; r < grid.length; r++) {
    const cell = grid[r]?.[column];
    if (seen.has(cell)) continue;
    if (says(textOf(cell))) return true;
    if (seen.size < 1000) seen.add(cell);
  }
  return false;
}

function amountOf(headings: Headings): number {
  return headings.at("amount") >= 0 ? headings.at("amount") : headings.at("open") >= 0 ? -1 : headings.at("amountLocal");
}

function moneyOf(headings: Headings): readonly number[] {
  return [amountOf(headings), ...["open", "paid", "credited", "writeOff", "debit", "credit"].map(headings.at)].filter((column) => column >= 0);
}

/** Dinars of three decimals: the sheet's own currency, which is the first that a row names. */
function hasThreeDecimals(grid: Grid, headings: Headings, policy: Policy): boolean {
  const column = headings.at("currency");
  let code = policy.currency ?? (headings.currency === undefined ? NO_CURRENCY : currencyWord(headings.currency));
  for (let r = headings.row + 1; column >= 0 && r < grid.length; r++) {
    const text = textOf(grid[r]?.[column]);
    if (text.trim() === "") continue;
    code = currencyWord(text);
    break;
  }
  return exponentOf(code) === 3;
}

/** Asked only where a currency was chosen: does any row name one, known or not? */
export function statesCurrency(grid: Grid, headings: Headings, policy: Policy): boolean {
  const column = headings.at("currency");
  if (policy.currency === undefined) return headings.currency !== undefined;
  if (column < 0) return headings.currency !== undefined || cellCurrency(grid, headings.row, moneyOf(headings), policy).sole !== "";
  for (let r = headings.row + 1; r < grid.length; r++) {
    const text = textOf(grid[r]?.[column]);
    if (text.trim() !== "" && currencyWord(text) !== NO_CURRENCY) return true;
  }
  return false;
}

function isEmpty(grid: Grid, headingRow: number, column: number): boolean {
  for (let r = headingRow + 1; r < grid.length; r++) if (!isBlank(grid[r]?.[column])) return false;
  return true;
}
