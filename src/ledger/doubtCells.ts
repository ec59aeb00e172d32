import type { Cell, Grid } from "../values/cell";
import { NO_DAY } from "../values/day";
import { textOf } from "./cellText";
import { heldIn } from "./currencies";
import { dateForm, SHORT_YEAR } from "./dateParts";
import type { DayColumn } from "./dayColumn";
import { FEWEST, isMidnightElsewhere, mayBeExchanged } from "./dayDoubts";
import { standsFor } from "./moneyWords";
import type { Plan } from "./plan";
import type { Policy } from "./policy";
import { lastCurrency, lastDoubts, ROUNDED, UNSURE_MARK } from "./readNumber";
import { isRoundedId } from "./roundedId";
import type { Draft } from "./sweep";
import { termsOf } from "./terms";
import type { Terms } from "./termsText";

/**
 * Doubts that no row shows by itself, after all rows were read: a mark or an order that only the column could have told, a
 * currency beside the money, terms that nobody explained. Columns without such a doubt are not looked at again.
 * `roundedNumbers`: some document number looks like `1.93057E+09`.
 */
export function doubtCells(grid: Grid, plan: Plan, policy: Policy, draft: Draft, roundedNumbers: boolean): void {
  const doubts = new CellDoubts(grid, draft);
  const currencies = draft.currencies.list.filter(({ documents }) => documents > 0).map(({ code }) => code);
  for (const column of new Set([plan.amount, plan.open, plan.paid, plan.credited])) if (column >= 0 && plan.money(column).isDoubted(currencies)) doubts.ofMoney(column, plan);
  for (const column of new Set([plan.issuedColumn, plan.dueColumn, plan.baselineColumn, plan.settledColumn])) if (column !== undefined) doubts.ofDays(column, plan);
  if (plan.terms >= 0) doubts.ofTerms(plan, policy);
  doubts.ofIds(plan, roundedNumbers);
}

class CellDoubts {
  readonly #grid: Grid;
  readonly #draft: Draft;

  constructor(grid: Grid, draft: Draft) {
    this.#grid = grid;
    this.#draft = draft;
  }

  /** A document's cell of the column; undefined for the second document of a row. */
  #cell(i: number, column: number): Cell {
    const { row } = this.#draft;
    return i > 0 && row[i] === row[i - 1] ? undefined : this.#grid[row[i]! - 1]?.[column];
  }

  #add(code: string, i: number, column: number, found: Cell): void {
    const { issues, row, amount } = this.#draft;
    issues.add(code, row[i]!, column, found, amount[i]!, heldIn(this.#draft, i));
  }

  #code(i: number): string {
    const { currencies, currency } = this.#draft;
    return currencies.list[currency[i]!]!.code;
  }

  ofMoney(column: number, plan: Plan): void {
    const money = plan.money(column);
    for (let i = 0; i < this.#draft.count; i++) {
      const cell = this.#cell(i, column);
      if (typeof cell !== "string" || Number.isNaN(money.read(cell))) continue;
      const doubts = lastDoubts();
      const word = lastCurrency();
      if ((doubts & UNSURE_MARK) !== 0) this.#add("MARK_UNSURE", i, column, cell);
      if ((doubts & ROUNDED) !== 0) this.#add("ROUNDED_AMOUNT", i, column, cell);
      if (word !== undefined && !standsFor(word, this.#code(i))) this.#add("CURRENCY_DIFFERS", i, column, cell);
    }
  }

  ofDays(column: DayColumn, plan: Plan): void {
    if (column.isGuessed()) this.#ofGuessedYears(column.index);
    if (column.isSlashed() && column.numbers() >= FEWEST && mayBeExchanged(this.#grid, plan.headingRow, column.index)) this.#addWhere("DATES_EXCHANGED", column.index, (cell) => typeof cell === "number" && cell > NO_DAY);
    if (column.isZoned() && isMidnightElsewhere(this.#grid, plan.headingRow, column.index)) this.#addWhere("ZONE_MIDNIGHT", column.index, (cell) => typeof cell === "string" && cell.endsWith("Z"));
  }

  #addWhere(code: string, column: number, concerns: (cell: Cell) => boolean): void {
    for (let i = 0; i < this.#draft.count; i++) {
      const cell = this.#cell(i, column);
      if (concerns(cell)) this.#add(code, i, column, cell);
    }
  }

  /** One doubt for the column, with the money of all its documents: who is right about the first is right about all. */
  #ofGuessedYears(column: number): void {
    const sums = new Map<string, { first: number; minor: number }>();
    for (let i = 0; i < this.#draft.count; i++) {
      const cell = this.#cell(i, column);
      if (typeof cell !== "string" || dateForm(cell) !== SHORT_YEAR) continue;
      const held = heldIn(this.#draft, i);
      const sum = sums.get(held);
      if (sum === undefined) sums.set(held, { first: i, minor: this.#draft.amount[i]! });
      else sum.minor += this.#draft.amount[i]!;
    }
    for (const [held, { first, minor }] of sums) this.#draft.issues.add("YEARS_GUESSED", this.#draft.row[first]!, column, this.#cell(first, column), minor, held);
  }

  /** Terms matter where they are all that says when a document is due. */
  ofTerms(plan: Plan, policy: Policy): void {
    const { due } = this.#draft;
    const known = new Map<string, Terms | undefined>();
    for (let i = 0; i < this.#draft.count; i++) {
      const cell = this.#cell(i, plan.terms);
      const text = textOf(cell);
      if (text.trim() === "") continue;
      if (!known.has(text)) known.set(text, termsOf(text, policy));
      const terms = known.get(text);
      if (terms === undefined && due[i] === NO_DAY) this.#add("TERMS_UNKNOWN", i, plan.terms, cell);
      else if (terms?.guessed === true && !this.#hasDueDate(i, plan)) this.#add("TERMS_GUESSED", i, plan.terms, cell);
    }
  }

  #hasDueDate(i: number, { due, dueColumn }: Plan): boolean {
    return dueColumn !== undefined && dueColumn.read(this.#cell(i, due)) > NO_DAY;
  }

  /** `1.93057E+09`: a sheet that shows long numbers so has made one of several. */
  ofIds({ id, number: column }: Plan, roundedNumbers: boolean): void {
    const { number, buyer, buyers, count } = this.#draft;
    const rounded = id < 0 ? [] : buyers.ids.map(isRoundedId);
    const someBuyer = rounded.includes(true);
    if (!someBuyer && !roundedNumbers) return;
    for (let i = 0; i < count; i++) {
      if (roundedNumbers && isRoundedId(number.at(i))) this.#add("ROUNDED_ID", i, column, number.at(i));
      if (rounded[buyer[i]!] === true) this.#add("ROUNDED_ID", i, id, this.#cell(i, id));
    }
  }
}
