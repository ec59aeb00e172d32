import { isBlank, type Cell, type Grid } from "../values/cell";
import { FIRST_DAY, LAST_DAY, NO_DAY } from "../values/day";
import { textOf } from "./cellText";
import type { DayColumn } from "./dayColumn";
import { isRoundedId } from "./roundedId";
import type { MoneyColumn } from "./moneyColumn";

/** Rows read at a time: a block's cells stay in the processor's cache while its columns take turns. */
export const BLOCK = 512;

/**
 * One column over a block of rows: what its cells say goes into an array of the block. A cell that says anything out of the
 * ordinary marks its row in `slow`, and the row is read cell by cell.
 */
export abstract class BlockColumn {
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
    const { index, days } = this;
    const shift = this.#shift;
    let numbers = 0;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let day: number = NO_DAY;
      if (typeof cell === "number") {
        numbers++;
        day = Math.floor(cell) + shift;
        if (!(day >= FIRST_DAY && day <= LAST_DAY)) day = this.#other(cell, r - from);
      } else if (typeof cell === "string") {
        if (cell !== "") {
          day = this.#other(cell, r - from);
        }
      } else if (cell !== null && cell !== undefined) {
        this.slow[r - from] = 1;
      }
      days[r - from] = day;
    }
    this.#column.counted(numbers);
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
    const { index, numbers, slow } = this;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let number = NaN;
      if (typeof cell === "number") {
        number = cell;
        if (cell - cell !== 0) slow[r - from] = 1;
      } else if (typeof cell === "string") {
        if (cell !== "") {
          number = this.#text(cell, r - from);
        }
      } else if (cell !== null && cell !== undefined) {
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
  readonly #known = new Map<Cell, number>();
  /** the codes of texts that may spell an error */
  readonly #odd = new Set<number>();

  load(grid: Grid, from: number, to: number): void {
    const { index, codes } = this;
    const known = this.#known;
    let last = ""; // the text before this one: of most columns it is the same again
    let lastCode = 0;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      let code = lastCode;
      if (typeof cell !== "string") code = this.#other(cell, r - from);
      else if (cell !== last) {
        last = cell;
        lastCode = code = cell === "" ? 0 : (known.get(cell) ?? this.#learn(cell));
      }
      codes[r - from] = code;
    }
    if (this.#odd.size > 0) this.#doubt(to - from);
  }

  #other(cell: Cell | undefined, at: number): number {
    if (cell === null || cell === undefined) return 0;
    if (typeof cell !== "object") return this.#known.get(cell) ?? this.#learn(cell);
    this.slow[at] = 1;
    return 0;
  }

  #doubt(count: number): void {
    const { codes, slow } = this;
    for (let at = 0; at < count; at++) if (this.#odd.has(codes[at]!)) slow[at] = 1;
  }

  #learn(cell: Cell): number {
    const code = this.texts.push(textOf(cell)) - 1;
    this.#known.set(cell, code);
    if (typeof cell === "string" && cell.charCodeAt(0) === 35) this.#odd.add(code);
    return code;
  }
}

/** Columns from which nothing is read row by row: an error in them is a doubt. */
export class OtherBlock extends BlockColumn {
  load(grid: Grid, from: number, to: number): void {
    const { index, slow } = this;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      if (typeof cell === "string" ? cell.charCodeAt(0) === 35 : typeof cell === "object" && cell !== null) slow[r - from] = 1;
    }
  }
}

/** Document numbers stay where they are; looked for is only `1.93057E+09`, which stands for many. */
export class IdBlock extends BlockColumn {
  rounded = false;

  load(grid: Grid, from: number, to: number): void {
    const { index, slow } = this;
    for (let r = from; r < to; r++) {
      const cell = grid[r]?.[index];
      if (typeof cell === "string") {
        const head = cell.charCodeAt(0);
        if (head === 35) slow[r - from] = 1;
        else if (head >= 48 && head <= 57 && !this.rounded) this.rounded = isRoundedId(cell);
      } else if (typeof cell === "object" && cell !== null) slow[r - from] = 1;
    }
  }
}
