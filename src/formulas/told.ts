import type { Shown } from "../values/cell";

/**
 * A cell that cannot be told, with its sentence in the ledger's language: `value` becomes #VALUE!, `na` #N/A. Thrown where
 * it is the whole answer, an element of the table where it concerns one cell.
 */
export class CellRefusal extends Error {
  readonly kind: "value" | "na";
  constructor(kind: "value" | "na", sentence: string) {
    super(sentence);
    this.name = "CellRefusal";
    this.kind = kind;
  }
}

/** What a formula may answer in one cell. */
export type Told = Shown | CellRefusal;

/** A spill: rectangular, `""` for empty, never a formula text. */
export type Table = readonly (readonly Told[])[];
