import { isBlank, type Cell, type Grid } from "../values/cell";
import { FIRST_DAY, LAST_DAY, NO_DAY } from "../values/day";
import { textOf } from "./cellText";
import type { DayColumn } from "./dayColumn";
import { Fingerprint, hashText, secondLane } from "./fingerprint";
import type { MoneyColumn } from "./moneyColumn";

/** Rows read at a time: a block's cells stay in the processor's cache while its columns take turns. */
export const BLOCK = 256;

/**
 * One column over a block of rows. Every cell goes into the column's fingerprint; what it says goes into an array of the
 * block. A cell that says anything out of the ordinary marks its row in `slow`, and the row is read cell by cell.
 */
export abstract class BlockColumn {
  readonly print = new Fingerprint();
  readonly index: number;
  protected readonly slow: Uint8Array;

  constructor(index: number, slow: Uint8Array) {
    this.index = index;
    this.slow = slow;
  }

  abstract load(grid: Grid, from: number, to: number): void;
}

export class DayBlock extends BlockColumn {
  readonly days = new Int32Array(BLOCK);
  readonly #column: DayColumn;
  readonly #shift: number;

  constructor(index: number, slow: Uint8Array, column: DayColumn, shift: number) {
    super(index, slow);
    this.#column = column;
    this.#shift = shift;
  }

  load(grid: Grid, from: number, to: number): void {
    const { index, print, days } = this;
    const shift = this.#shift;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let day: number = NO_DAY;
      if (typeof cell === "number") {
        print.number(r, cell);
        day = Math.floor(cell) + shift;
        if (!(day >= FIRST_DAY && day <= LAST_DAY)) day = this.#other(cell, r - from);
      } else if (typeof cell === "string") {
        if (cell !== "") {
          print.text(r, cell);
          day = this.#other(cell, r - from);
        }
      } else if (cell !== null && cell !== undefined) {
        print.cell(r, cell);
        this.slow[r - from] = 1;
      }
      days[r - from] = day;
    }
  }

  #other(cell: Cell, at: number): number {
    const day = this.#column.read(cell);
    if (day < NO_DAY) this.slow[at] = 1;
    return day;
  }
}

/** Numbers as the sheet has them; NaN = blank. */
export class NumberBlock extends BlockColumn {
  readonly numbers = new Float64Array(BLOCK);
  /** units of money that one of the sheet's numbers counts */
  readonly unit: number;
  readonly #money: MoneyColumn;

  constructor(index: number, slow: Uint8Array, money: MoneyColumn) {
    super(index, slow);
    this.#money = money;
    this.unit = money.unit;
  }

  load(grid: Grid, from: number, to: number): void {
    const { index, print, numbers, slow } = this;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let number = NaN;
      if (typeof cell === "number") {
        print.number(r, cell);
        number = cell;
        if (cell - cell !== 0) slow[r - from] = 1;
      } else if (typeof cell === "string") {
        if (cell !== "") {
          print.text(r, cell);
          number = this.#text(cell, r - from);
        }
      } else if (cell !== null && cell !== undefined) {
        print.cell(r, cell);
        slow[r - from] = 1;
      }
      numbers[r - from] = number;
    }
  }

  #text(cell: string, at: number): number {
    const number = this.#money.read(cell);
    if (number !== number && !isBlank(cell)) this.slow[at] = 1;
    return number;
  }
}

/** Texts that repeat (buyers, types, currencies): a code a row, 0 for blank; each distinct cell once. */
export class CodeBlock extends BlockColumn {
  readonly codes = new Int32Array(BLOCK);
  /** the text of each code, as `textOf` has it */
  readonly texts: string[] = [""];
  readonly #first: number[] = [0];
  readonly #second: number[] = [0];
  readonly #known = new Map<Cell, number>();

  load(grid: Grid, from: number, to: number): void {
    const { index, print, codes, slow } = this;
    const first = this.#first;
    const second = this.#second;
    let last = "";
    let lastCode = 0;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let code = 0;
      if (typeof cell === "string") {
        if (cell !== "") {
          if (cell !== last) {
            last = cell;
            lastCode = this.#known.get(cell) ?? this.#learn(cell);
          }
          code = lastCode;
          print.add(r, first[code]!, second[code]!);
          if (cell.charCodeAt(0) === 35) slow[r - from] = 1;
        }
      } else if (cell !== null && cell !== undefined) {
        print.cell(r, cell);
        if (typeof cell === "object") slow[r - from] = 1;
        else code = this.#known.get(cell) ?? this.#learn(cell);
      }
      codes[r - from] = code;
    }
  }

  #learn(cell: Cell): number {
    const code = this.texts.push(textOf(cell)) - 1;
    this.#known.set(cell, code);
    this.#first.push(hashText(typeof cell === "string" ? cell : ""));
    this.#second.push(secondLane());
    return code;
  }
}

/** Texts that hardly repeat (document numbers), by reference, with a hash by which equal ones are found. */
export class TextBlock extends BlockColumn {
  readonly texts = new Array<string>(BLOCK).fill("");
  readonly hashes = new Int32Array(BLOCK);

  load(grid: Grid, from: number, to: number): void {
    const { index, print, texts, hashes, slow } = this;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let text = "";
      if (typeof cell === "string") {
        if (cell !== "") {
          text = cell;
          const hash = hashText(cell);
          print.add(r, hash, secondLane());
          hashes[r - from] = hash;
          if (!isTidy(cell)) slow[r - from] = 1;
        }
      } else if (typeof cell === "number") {
        print.number(r, cell);
        text = textOf(cell);
        hashes[r - from] = hashText(text);
      } else if (cell !== null && cell !== undefined) {
        print.cell(r, cell);
        slow[r - from] = 1;
      }
      texts[r - from] = text;
    }
  }
}

/** Nothing to trim, to widen or to take off. */
function isTidy(text: string): boolean {
  const head = text.charCodeAt(0);
  const tail = text.charCodeAt(text.length - 1);
  return head > 39 && head < 127 && tail > 32 && tail < 127;
}

/** Columns that nothing is read from: they count in the fingerprint, and an error in them is a doubt. */
export class OtherBlock extends BlockColumn {
  load(grid: Grid, from: number, to: number): void {
    const { index, print, slow } = this;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      if (typeof cell === "number") print.number(r, cell);
      else if (typeof cell === "string") {
        if (cell === "") continue;
        print.text(r, cell);
        if (cell.charCodeAt(0) === 35) slow[r - from] = 1;
      } else if (cell !== null && cell !== undefined) {
        print.cell(r, cell);
        if (typeof cell === "object") slow[r - from] = 1;
      }
    }
  }
}
