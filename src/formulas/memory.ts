import { readBlocks } from "../ledger/readLedger";
import { readPolicy } from "../ledger/readPolicy";
import type { Reading } from "../ledger/reading";
import type { Grid } from "../values/cell";
import { Fingerprint } from "../values/fingerprint";
import { printOf } from "../values/gridPrint";

/** The ranges a reading is made of. */
export interface Sources {
  readonly invoices: Grid;
  /** blocks of the same book that come after */
  readonly further?: readonly Grid[];
  readonly payments: Grid | undefined;
  readonly buyers: Grid | undefined;
  readonly policy: Grid | undefined;
}

/** A reading in memory: 16 hexadecimal digits of its ranges' content, and the ranges, so that a policy can be added later. */
export interface Remembered {
  readonly key: string;
  readonly sources: Sources;
  readonly reading: Reading;
}

/** What a reading costs, measured with its position, scores and assessment: so much for itself, and for each cell. */
const BYTES_A_READING = 75_000;
const BYTES_A_CELL = 60;

/** A joined reading shares the cells of its blocks: what is left is its columns and figures, two fifths of a reading, measured. */
const BYTES_A_SHARED_CELL = 24;

/**
 * The last readings are kept up to about this; the oldest use leaves first, the last reading always stays. So much that the
 * blocks of a sheet full to its last row are all there when they are joined.
 */
export const MOST_BYTES = 600_000_000;

interface Kept {
  readonly remembered: Remembered;
  readonly bytes: number;
  /** keys of the readings it joins */
  readonly blocks: readonly string[];
}

/**
 * Readings by the content of their ranges: two formulas over the same cells read them once, whether they name a range or a
 * text from AR.LEDGER. Content, not address: a moved range is the same reading, an edited one another.
 */
export class Memory {
  /** in order of use, the latest last */
  private readonly kept = new Map<string, Kept>();
  private readonly most: number;
  private bytes = 0;
  /** blocks of what was joined last: one of them is edited, and the others are wanted again */
  private joined: readonly string[] = [];

  constructor(most: number = MOST_BYTES) {
    this.most = most;
  }

  find(key: string): Remembered | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.use(found.blocks);
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.remembered;
  }

  /**
   * The reading of these ranges, from memory or read now. Throws Refusal where they cannot be read. `blocks`: keys of the
   * readings that it joins, which stay as long as it does, those joined last even longer.
   */
  read(sources: Sources, blocks: readonly string[] = []): Remembered {
    const key = keyOf(sources);
    const found = this.find(key);
    if (found !== undefined) return found;
    const remembered = { key, sources, reading: readAll(sources) };
    this.keep(remembered, blocks.filter((block) => block !== key));
    return remembered;
  }

  private use(blocks: readonly string[]): void {
    for (const block of blocks) this.find(block);
    if (blocks.length > 1) this.joined = blocks;
  }

  private keep(remembered: Remembered, blocks: readonly string[]): void {
    this.use(blocks);
    const bytes = bytesOf(remembered.sources, blocks.length > 0);
    this.kept.set(remembered.key, { remembered, bytes, blocks });
    this.bytes += bytes;
    while (this.bytes > this.most) {
      const oldest = this.oldest(remembered.key);
      if (oldest === undefined) return;
      this.bytes -= this.kept.get(oldest)!.bytes;
      this.kept.delete(oldest);
    }
  }

  /** The oldest use that no joined reading needs; never the last. */
  private oldest(last: string): string | undefined {
    const needed = new Set([...this.joined, ...[...this.kept.values()].flatMap(({ blocks }) => blocks)]);
    for (const key of this.kept.keys()) if (key !== last && !needed.has(key)) return key;
    return undefined;
  }
}

function readAll({ invoices, further = [], payments, buyers, policy }: Sources): Reading {
  return readBlocks([invoices, ...further], {
    ...(policy === undefined ? {} : { policy: readPolicy(policy) }),
    ...(payments === undefined ? {} : { payments }),
    ...(buyers === undefined ? {} : { buyers }),
  });
}

/** Blocks in another order are another reading: its doubts name them by number. */
function keyOf({ invoices, further = [], payments, buyers, policy }: Sources): string {
  const whole = new Fingerprint();
  [invoices, payments, buyers, policy].forEach((grid, place) => {
    if (grid !== undefined) whole.join(place + 1, printOf(grid));
  });
  further.forEach((grid, at) => whole.join(SIDES + at + 1, printOf(grid)));
  return whole.hex();
}

/** Places of the ranges that every reading may have. */
const SIDES = 4;

function bytesOf({ invoices, further = [], payments, buyers, policy }: Sources, shared: boolean): number {
  const cells = (grid: Grid | undefined): number => (grid?.length ?? 0) * (grid?.[0]?.length ?? 0);
  const blocks = [invoices, ...further].reduce((sum, grid) => sum + cells(grid), 0);
  return BYTES_A_READING + (shared ? BYTES_A_SHARED_CELL : BYTES_A_CELL) * blocks + BYTES_A_CELL * (cells(payments) + cells(buyers) + cells(policy));
}
