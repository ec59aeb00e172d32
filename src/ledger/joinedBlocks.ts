import { refuse } from "../values/answer";
import type { Grid } from "../values/cell";
import { printOf } from "../values/gridPrint";
import { checkBlocks, type Lack } from "./checkBlocks";
import type { Headings } from "./columns";
import type { JoinedRows } from "./joinedRows";
import type { Policy } from "./policy";
import { inBlock, stack, type Block, type Stack } from "./stack";
import type { Draft } from "./sweep";

/** Documents and minor units of a block, by place of their currency. */
type Sums = Map<number, { documents: number; minor: number }>;

/** Blocks of one book on their way into one reading: stacked, checked, and what is doubtful about them said. */
export class JoinedBlocks {
  readonly #stack: Stack;
  /** blocks that are given once more, and which block they are */
  readonly #twice: ReadonlyMap<number, number>;
  readonly #cut: boolean;
  #lacks: readonly Lack[] = [];

  constructor(blocks: readonly Grid[], policy: Policy) {
    const all = blocks.map((grid, at): Block => ({ grid, number: at + 1 }));
    this.#cut = policy.blocks === "cut";
    this.#twice = this.#cut ? new Map<number, number>() : repeated(all);
    this.#stack = stack(all.filter(({ number }) => !this.#twice.has(number)), policy.fields);
  }

  get grid(): Grid {
    return this.#stack.grid;
  }

  get rows(): JoinedRows {
    return this.#stack.rows;
  }

  /** Where blocks begin that may repeat what those before hold; none where they were cut from one table. */
  get seams(): readonly number[] {
    return this.#cut ? [] : this.rows.seams;
  }

  /** Refuses what cannot be read as one. */
  check(headings: Headings): void {
    this.#lacks = checkBlocks(this.#stack, headings);
  }

  /** Adds the doubts about whole blocks; refuses a block that holds no document, unless it is a piece of a table. */
  say(draft: Draft): void {
    const sums = this.#sums(draft);
    if (!this.#cut) this.#refuseEmpty(draft, sums);
    for (const { block, column, heading } of this.#lacks) add(draft, "BLOCK_LACKS", column, `${block}: ${heading}`, sums.get(block));
    for (const [block, first] of this.#twice) add(draft, "BLOCK_TWICE", -1, `${block} = ${first}`, sums.get(first));
  }

  #refuseEmpty({ issues }: Draft, sums: ReadonlyMap<number, Sums>): void {
    const doubted = new Map<number, Set<number>>();
    const filled = new Set(sums.keys());
    for (const { code, row } of issues.list) {
      if (row === 0) continue;
      const block = this.rows.block(row);
      if (code === "IN_TWO_BLOCKS") filled.add(block);
      doubted.set(block, (doubted.get(block) ?? new Set()).add(row));
    }
    for (const { number, row } of this.#stack.heads) if (!filled.has(number)) inBlock(number, () => refuse("NO_DOCUMENTS", { row: row + 1, issues: doubted.get(number)?.size ?? 0 }));
  }

  /** By block, of the documents that count. */
  #sums({ count, row, amount, currency }: Draft): ReadonlyMap<number, Sums> {
    const sums = new Map<number, Sums>();
    const { seams } = this.rows;
    let at = -1;
    let own: Sums = new Map();
    for (let i = 0; i < count; i++) {
      if (at < 0 || row[i]! > (seams[at] ?? Infinity)) {
        for (at = Math.max(at, 0); row[i]! > (seams[at] ?? Infinity); ) at++;
        sums.set(this.rows.block(row[i]!), (own = new Map()));
      }
      const sum = own.get(currency[i]!);
      if (sum === undefined) own.set(currency[i]!, { documents: 1, minor: amount[i]! });
      else {
        sum.documents++;
        sum.minor += amount[i]!;
      }
    }
    return sums;
  }
}

function add(draft: Draft, code: string, column: number, found: string, sums: Sums | undefined): void {
  if (sums === undefined) draft.issues.add(code, 0, column, found, 0, undefined, 0);
  for (const [place, { documents, minor }] of sums ?? []) draft.issues.add(code, 0, column, found, minor, draft.currencies.list[place]!.held, documents);
}

/** Blocks whose every cell is that of a block before. */
function repeated(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const firsts = new Map<string, number>();
  const twice = new Map<number, number>();
  for (const { grid, number } of blocks) {
    const print = printOf(grid).hex();
    const first = firsts.get(print);
    if (first === undefined) firsts.set(print, number);
    else twice.set(number, first);
  }
  return twice;
}
