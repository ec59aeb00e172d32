import { readLedger } from "../ledger/readLedger";
import { readPolicy } from "../ledger/readPolicy";
import type { Reading } from "../ledger/reading";
import type { Grid } from "../values/cell";
import { Fingerprint } from "../values/fingerprint";

/** The ranges a reading is made of. */
export interface Sources {
  readonly invoices: Grid;
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

/** The last readings are kept up to about this; the oldest use leaves first, the last reading always stays. */
export const MOST_BYTES = 300_000_000;

/**
 * Readings by the content of their ranges: two formulas over the same cells read them once, whether they name a range or a
 * text from AR.LEDGER. Content, not address: a moved range is the same reading, an edited one another.
 */
export class Memory {
  /** in order of use, the latest last */
  private readonly kept = new Map<string, { readonly remembered: Remembered; readonly bytes: number }>();
  private readonly most: number;
  private bytes = 0;

  constructor(most: number = MOST_BYTES) {
    this.most = most;
  }

  find(key: string): Remembered | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.remembered;
  }

  /** The reading of these ranges, from memory or read now. Throws Refusal where they cannot be read. */
  read(sources: Sources): Remembered {
    const key = keyOf(sources);
    const found = this.find(key);
    if (found !== undefined) return found;
    const remembered = { key, sources, reading: readAll(sources) };
    this.keep(remembered);
    return remembered;
  }

  private keep(remembered: Remembered): void {
    const bytes = bytesOf(remembered.sources);
    this.kept.set(remembered.key, { remembered, bytes });
    this.bytes += bytes;
    for (const [key, one] of this.kept) {
      if (this.bytes <= this.most || key === remembered.key) break;
      this.kept.delete(key);
      this.bytes -= one.bytes;
    }
  }
}

function readAll({ invoices, payments, buyers, policy }: Sources): Reading {
  return readLedger(invoices, {
    ...(policy === undefined ? {} : { policy: readPolicy(policy) }),
    ...(payments === undefined ? {} : { payments }),
    ...(buyers === undefined ? {} : { buyers }),
  });
}

function keyOf({ invoices, payments, buyers, policy }: Sources): string {
  const whole = new Fingerprint();
  [invoices, payments, buyers, policy].forEach((grid, place) => {
    if (grid === undefined) return;
    const one = new Fingerprint();
    one.grid(grid);
    whole.join(place + 1, one);
  });
  return whole.hex();
}

function bytesOf({ invoices, payments, buyers, policy }: Sources): number {
  const cells = (grid: Grid | undefined): number => (grid?.length ?? 0) * (grid?.[0]?.length ?? 0);
  return BYTES_A_READING + BYTES_A_CELL * (cells(invoices) + cells(payments) + cells(buyers) + cells(policy));
}
