import type { Paper } from "./choices";

/**
 * A pack before it is a file: sheets of cells with formulas as text, each with the value that our engine gives it. Whoever writes
 * it decides about fonts; whoever seals it reads the same cells that a reader of the file meets.
 */
export interface PackDocument {
  readonly title: string;
  readonly sheets: readonly PackSheet[];
  /** decimals of the money */
  readonly exponent: number;
  readonly paper: Paper;
  /** what a reader is told before all: checks that failed, money in doubt; empty when all is well */
  readonly warnings: readonly string[];
  readonly seal: SealFacts;
}

/** What the seal states besides the sheets. */
export interface SealFacts {
  /** SHA-256 of tape, policy, day and method version, as AR.SEAL gives it: text to be hashed */
  readonly ledgerText: () => Iterable<string>;
  readonly asOf: number;
  readonly methodVersion: string;
  readonly release: string;
  readonly words: SealWords;
}

export interface SealWords {
  readonly sheet: string;
  readonly title: string;
  readonly explained: readonly string[];
  readonly labels: Readonly<Record<SealLabel, string>>;
}

export const SEAL_LABELS = ["pack", "ledger", "asOf", "method", "release", "part", "name", "rows", "hash", "looks", "visibility", "names", "rowSeals", "columnSeals", "firstRow", "values", "formulas", "printed"] as const;
export type SealLabel = (typeof SEAL_LABELS)[number];

export const PARTS = ["certificate", "ageing", "ineligibles", "concentration", "cover", "trend", "buyers", "invoices", "terms"] as const;
export type Part = (typeof PARTS)[number];

export interface PackName {
  readonly name: string;
  /** `Invoices!$G$6:$G$105` */
  readonly range: string;
}

export type PackValue = number | string;

/** A formula never begins with `=` here, has no blanks, exponents or TRUE, and gives money and shares rounded: so it survives a save. */
export interface StyledCell {
  readonly value?: PackValue;
  readonly formula?: string;
  readonly look?: Look;
  /** sheet that a click goes to */
  readonly to?: string;
}

/** A plain value takes the look of its column. */
export type PackCell = PackValue | StyledCell | undefined;

export interface PackSheet {
  readonly part: Part;
  /** letters and digits of any script, no blanks: print titles do not survive others */
  readonly name: string;
  readonly columns: readonly PackColumn[];
  /** row by row from the first; undefined is an empty row */
  readonly rows: readonly (readonly PackCell[] | undefined)[];
  /** 1-based row of the headings that are repeated on each page and stay in sight; 0: none */
  readonly headingRow: number;
  readonly frozenColumns: number;
  /** 1-based rows that are taller than a line: their number of lines */
  readonly tall: ReadonlyMap<number, number>;
  /** one page for all, or as many as it takes */
  readonly onePage: boolean;
  /** ranges and cells of this sheet that formulas call by name */
  readonly names: readonly PackName[];
  /** 1-based row that begins another page; 0: none */
  readonly breakBefore: number;
  /** last row that is printed, where not all are */
  readonly printedTo?: number;
  /** so many columns are printed; undefined: all of them */
  readonly printedColumns?: number;
}

export interface PackColumn {
  /** in characters */
  readonly width: number;
  readonly look: Look;
}

export const LOOKS = [
  "title", "subtitle", "section", "heading", "headingRight", "headingCentre", "headingIndented", "text", "right", "label", "indented", "wrapped", "money", "moneyTotal", "share", "days", "times", "count", "day", "dayRight", "total",
  "engine", "engineShare", "check", "warning", "ground", "link", "input", "inputShare", "inputDay", "inputText", "small", "line", "monospace", "code",
] as const;
export type Look = (typeof LOOKS)[number];

export function styled(cell: PackCell): StyledCell | undefined {
  return cell === undefined || typeof cell === "object" ? cell : { value: cell };
}
