/** Rows of a joined table that stand one after another in a block too. */
export interface Stretch {
  /** 0-based row of the joined table at which it begins */
  readonly from: number;
  /** the block, from 1 */
  readonly block: number;
  /** 0-based row of the block at which it begins */
  readonly row: number;
}

/** A cell of a block. */
export interface BlockCell {
  /** from 1 */
  readonly block: number;
  /** 1-based row of the block's range */
  readonly row: number;
  /** 0-based column of the block's range, -1 where no single column is meant or the block lacks it */
  readonly column: number;
}

/** Where each cell of a joined table comes from. */
export class JoinedRows {
  readonly #stretches: readonly Stretch[];
  readonly #columns: ReadonlyMap<number, readonly number[]>;

  /** `columns`: by block its own column for every column of the joined table, -1 for none; a block whose columns are the same is not in it */
  constructor(stretches: readonly Stretch[], columns: ReadonlyMap<number, readonly number[]>) {
    this.#stretches = stretches;
    this.#columns = columns;
  }

  /** `row` from 1, `column` from 0 or -1, as an issue has them */
  cell(row: number, column: number): BlockCell {
    const { from, block, row: first } = this.#stretch(row - 1);
    const own = this.#columns.get(block);
    return { block, row: first + (row - 1 - from) + 1, column: own === undefined || column < 0 ? column : (own[column] ?? -1) };
  }

  /** blocks with rows in the table, in order: one that is given a second time has none */
  get blocks(): readonly number[] {
    return [...new Set(this.#stretches.map(({ block }) => block))];
  }

  has(block: number): boolean {
    return this.#stretches.some((stretch) => stretch.block === block);
  }

  /** the block of a 1-based row of the joined table */
  block(row: number): number {
    return this.#stretch(row - 1).block;
  }

  /** The 1-based row of the joined table that is this row of a block; undefined where it is not taken into the table. */
  row(block: number, row: number): number | undefined {
    for (const [at, stretch] of this.#stretches.entries()) {
      const found = stretch.from + (row - 1 - stretch.row);
      if (stretch.block === block && found >= stretch.from && found < (this.#stretches[at + 1]?.from ?? Infinity)) return found + 1;
    }
    return undefined;
  }

  /** 0-based rows at which another block begins than the one before, in order */
  get seams(): readonly number[] {
    return this.#stretches.flatMap(({ from, block }, at) => (at > 0 && this.#stretches[at - 1]!.block !== block ? [from] : []));
  }

  #stretch(row: number): Stretch {
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#stretches[middle]!.from <= row) low = middle;
      else high = middle - 1;
    }
    return this.#stretches[low]!;
  }
}
