import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { NO_CURRENCY, type Currency } from "../values/currency";
import { scaleOf, toMinor } from "../values/money";
import { textOf } from "./cellText";
import { CREDIT_KINDS, currencyWord } from "./kinds";
import type { Plan } from "./plan";
import type { Draft } from "./sweep";
import { totalWord, type TotalWord } from "./totalWords";

/** Half of what the smallest difference that is told would be: a hundredth of the sheet's unit. */
const CENT = 0.005;

/** A total that names no currency, and one that names a currency no document so far is in. */
const ANY = -1, NONE_SO_FAR = -2;

/** So many earlier totals are tried as the beginning of what a subtotal adds up. */
const BEGINNINGS = 64;

/** An unnamed row of sums must add up so many documents, until one has shown that the sheet has such rows. */
const UNNAMED_PROOF = 2;

/** Sums of a money column up to a row, in the sheet's own units: as written, and with the sign of what the document is. */
interface Sums {
  readonly written: Float64Array;
  readonly signed: Float64Array;
  readonly size: Float64Array;
}

interface Mark {
  readonly documents: number;
  readonly kind: TotalWord["kind"];
  readonly level: number;
  readonly sums: ReadonlyMap<number, Sums>;
}

interface Stated {
  readonly row: number;
  readonly column: number;
  readonly found: Cell;
  readonly values: readonly number[];
  readonly currency: number;
}

/**
 * Rows that add up other rows. Each is an issue and no document; what it says is held against the sum of the documents that
 * it can be the total of: since the last total, since the last of its kind or level, or all of them; a grand total is all.
 */
export class Totals {
  readonly #grid: Grid;
  readonly #plan: Plan;
  readonly #draft: Draft;
  readonly #columns: readonly number[];
  readonly #sums = new Map<number, Sums>();
  readonly #marks: Mark[] = [];
  readonly #first: Mark;
  readonly #seams: readonly number[];
  /** totals above what they add up */
  readonly #ahead: Stated[] = [];
  /** buyers of the documents so far, as their rows call them */
  readonly #buyers = new Set<string>();
  #added = 0;
  #seam = 0;
  #unnamed = false;

  /** `seams`: 0-based rows at which another block begins: its totals may be of that block alone */
  constructor(grid: Grid, plan: Plan, draft: Draft, seams: readonly number[]) {
    this.#seams = seams;
    this.#grid = grid;
    this.#plan = plan;
    this.#draft = draft;
    this.#columns = [...new Set([plan.amount, plan.open, plan.paid])].filter((column) => column >= 0);
    this.#first = { documents: 0, kind: "plain", level: 0, sums: new Map() };
  }

  /** True when the row is a total; it has been dealt with then. */
  take(r: number, cells: readonly Cell[]): boolean {
    const at = cells.findIndex((cell) => typeof cell === "string" && totalWord(cell) !== undefined);
    const word = at < 0 ? undefined : totalWord(cells[at]);
    this.#add();
    if (word === undefined || (!word.alone && (this.#isNumbered(cells, at) || this.#isBuyer(cells[at])))) return false;
    const stated = this.#stated(r, cells, cells[at]);
    this.#draft.issues.add("TOTAL_ROW", r + 1, this.#columns[0] ?? -1, cells[at], this.#minor(stated.values.findIndex((value) => !Number.isNaN(value)), stated), this.#code(stated));
    this.#judge(stated, word);
    return true;
  }

  /** A row with a day and a word for total: one only if its figures are the sums; else somebody may be called so. */
  takeDated(r: number, cells: readonly Cell[]): boolean {
    this.#add();
    const { values, currency } = this.#stated(r, cells, "");
    const beginnings = this.#beginnings("sub", 0).filter(({ documents }) => documents < this.#draft.count);
    const adds = !values.every(Number.isNaN) && beginnings.some((from) => values.every((value, c) => Number.isNaN(value) || this.#near(c, value, from, currency)));
    return adds && this.take(r, cells);
  }

  /** A row of sums without a word, with its buyer's name or none: true when every figure in it is the sum of the documents above. */
  takeUnnamed(r: number, cells: readonly Cell[]): boolean {
    const { number, type, due, settled } = this.#plan;
    if ([number, type, due, settled].some((column) => column >= 0 && !isBlank(plain(cells[column])))) return false;
    const stated = this.#stated(r, cells, "");
    if (stated.values.every((value) => Number.isNaN(value) || value === 0)) return false;
    this.#add();
    const beginnings = this.#beginnings("sub", 0).filter(({ documents }) => this.#draft.count - documents >= (this.#unnamed ? 1 : UNNAMED_PROOF));
    if (!beginnings.some((from) => stated.values.every((value, c) => Number.isNaN(value) || this.#near(c, value, from, stated.currency)))) return false;
    this.#unnamed = true;
    this.#draft.issues.add("TOTAL_ROW", r + 1, this.#columns[0] ?? -1, cells[this.#columns[0]!], this.#minor(stated.values.findIndex((value) => !Number.isNaN(value)), stated), this.#code(stated));
    this.#mark("sub", 0);
    return true;
  }

  /** Totals that stand above everything are held against everything. */
  finish(): void {
    if (this.#ahead.length === 0) return;
    this.#add();
    for (const stated of this.#ahead) this.#compare(stated, [this.#first]);
  }

  #judge(stated: Stated, { kind, level }: TotalWord): void {
    if (this.#draft.count === 0 && (kind === "grand" || kind === "plain")) this.#ahead.push(stated);
    else {
      this.#compare(stated, kind === "grand" ? [this.#first, ...this.#marks.filter((mark) => mark.kind === "grand").slice(-1)] : this.#beginnings(kind, level));
      this.#mark(kind, level);
    }
  }

  /** A document of a buyer called `Total Energies` has a number, or its buyer has other documents. */
  #isNumbered(cells: readonly Cell[], word: number): boolean {
    const { number } = this.#plan;
    return number >= 0 && number !== word && !isBlank(plain(cells[number]));
  }

  #isBuyer(cell: Cell): boolean {
    return this.#buyers.has(textOf(cell).trim());
  }

  #stated(r: number, cells: readonly Cell[], found: Cell): Stated {
    const { currency: column } = this.#plan;
    const text = column < 0 ? "" : textOf(cells[column]).trim();
    const place = text === "" ? ANY : this.#draft.currencies.list.findIndex(({ code, documents }) => documents > 0 && code === currencyWord(text));
    const currency = text !== "" && place < 0 ? NONE_SO_FAR : place;
    const values = this.#columns.map((money) => this.#plan.money(money).read(cells[money]));
    return { row: r + 1, column: this.#columns[0] ?? -1, found, values, currency };
  }

  /** Takes in the documents since the last total: each is looked at once, and only in sheets that have totals. */
  #add(): void {
    const { row, currency, amount, kind, count } = this.#draft;
    for (; this.#added < count; this.#added++) {
      const i = this.#added;
      for (; row[i]! > (this.#seams[this.#seam] ?? Infinity); this.#seam++) this.#mark("grand", 0, i);
      const cells = this.#grid[row[i]! - 1] ?? [];
      for (const column of [this.#plan.id, this.#plan.name]) if (column >= 0) this.#buyers.add(textOf(cells[column]).trim());
      const sign = amount[i]! < 0 || CREDIT_KINDS.has(kind[i]!) ? -1 : 1;
      let sums = this.#sums.get(currency[i]!);
      if (sums === undefined) this.#sums.set(currency[i]!, (sums = noSums(this.#columns.length)));
      for (let c = 0; c < this.#columns.length; c++) {
        const value = this.#plan.money(this.#columns[c]!).read(cells[this.#columns[c]!]);
        if (Number.isNaN(value)) continue;
        sums.written[c] = sums.written[c]! + value;
        sums.signed[c] = sums.signed[c]! + sign * Math.abs(value);
        sums.size[c] = sums.size[c]! + Math.abs(value);
      }
    }
  }

  #mark(kind: TotalWord["kind"], level: number, documents = this.#draft.count): void {
    const sums = new Map([...this.#sums].map(([place, one]) => [place, { written: one.written.slice(), signed: one.signed.slice(), size: one.size.slice() }]));
    this.#marks.push({ documents, kind, level, sums });
  }

  /** Where what a total adds up may begin: after the last total before its documents, after the last of its kind, further back, at the top. */
  #beginnings(kind: TotalWord["kind"], level: number): readonly Mark[] {
    const before = this.#marks.slice(-BEGINNINGS).reverse();
    const last = before.find(({ documents }) => documents < this.#draft.count);
    const same = before.find((mark) => mark.kind === kind && mark.level >= level);
    const ordered = [last, same, ...before, this.#first].filter((mark) => mark !== undefined);
    return kind === "star" ? ordered.filter((mark) => mark.kind !== "star" || mark.level >= level || mark === last) : ordered;
  }

  #compare(stated: Stated, beginnings: readonly Mark[]): void {
    stated.values.forEach((value, c) => {
      if (Number.isNaN(value) || beginnings.some((from) => this.#near(c, value, from, stated.currency))) return;
      const sums = [beginnings[0] ?? this.#first, ...beginnings.slice(-1)].flatMap((from) => {
        const { written, signed } = this.#sum(c, from, stated.currency);
        return [value - written, value - signed];
      });
      const least = sums.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best));
      const minor = toMinor(least * this.#plan.unit(this.#columns[c]!), this.#scale(stated));
      this.#draft.issues.add("TOTAL_DIFFERS", stated.row, this.#columns[c]!, stated.found, minor, this.#code(stated));
    });
  }

  #near(c: number, value: number, from: Mark, currency: number): boolean {
    const { written, signed, size } = this.#sum(c, from, currency);
    const slack = CENT + 1e-9 * size;
    return Math.abs(value - written) < slack || Math.abs(value - signed) < slack;
  }

  #sum(c: number, from: Mark, currency: number): { readonly written: number; readonly signed: number; readonly size: number } {
    let written = 0, signed = 0, size = 0;
    for (const [place, now] of this.#sums) {
      if (currency !== ANY && place !== currency) continue;
      const before = from.sums.get(place);
      written += now.written[c]! - (before?.written[c] ?? 0);
      signed += now.signed[c]! - (before?.signed[c] ?? 0);
      size += now.size[c]!;
    }
    return { written, signed, size };
  }

  #minor(c: number, stated: Stated): number {
    return c < 0 ? 0 : toMinor(stated.values[c]! * this.#plan.unit(this.#columns[c]!), this.#scale(stated));
  }

  /** The currency that the total names, else the one that all documents so far are in. */
  #code({ currency }: Stated): Currency {
    const { list } = this.#draft.currencies;
    if (currency >= 0) return list[currency]!.code;
    const used = list.filter(({ documents }) => documents > 0);
    return used.length === 1 ? used[0]!.code : NO_CURRENCY;
  }

  #scale(stated: Stated): number {
    const code = this.#code(stated);
    return this.#draft.currencies.list.find((one) => one.code === code)?.scale ?? scaleOf(2);
  }
}

function noSums(columns: number): Sums {
  return { written: new Float64Array(columns), signed: new Float64Array(columns), size: new Float64Array(columns) };
}
