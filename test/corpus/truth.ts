/** What an accountant gets from the lines of a sheet, worked out by adding up; nothing of the reader is used. */
import { isoText, NONE } from "./calendar";

/** A document as the sheet tells it. */
export interface Line {
  /** 1-based row of the sheet */
  readonly row: number;
  /** id where the sheet has ids, else the name */
  readonly buyer: string;
  readonly number: string;
  readonly issued: number;
  readonly due: number;
  /** minor units, debit +, credit - */
  readonly minor: number;
  readonly currency: string;
  /** day NONE: the sheet does not say when */
  readonly settled: readonly { readonly day: number; readonly minor: number }[];
}

/** One number to be checked: minor units, or a count where no currency is named. */
export interface Figure {
  readonly name: string;
  readonly currency: string | undefined;
  readonly value: number;
}

/** What a set of lines is asked. */
export interface Asked {
  /** the export's day */
  readonly day: number;
  /** earlier days, where the sheet dates its settlements */
  readonly past: readonly number[];
}

export const AGEING = ["Not due", "1-30", "31-60", "61-90", "Over 90", "No due date", "Unapplied"] as const;

/** What each row adds to each figure. */
export interface Parts {
  readonly currency: string | undefined;
  readonly byRow: ReadonlyMap<number, number>;
}

export function figuresOf(lines: readonly Line[], asked: Asked): Figure[] {
  return [...partsOf(lines, asked)].map(([name, { currency, byRow }]) => ({ name, currency, value: [...byRow.values()].reduce((sum, one) => sum + one, 0) }));
}

export function partsOf(lines: readonly Line[], { day, past }: Asked): ReadonlyMap<string, Parts> {
  const parts = new Map<string, { currency: string | undefined; byRow: Map<number, number> }>();
  const add = (name: string, currency: string | undefined, row: number, value: number): void => {
    const part = parts.get(name) ?? { currency, byRow: new Map<number, number>() };
    part.byRow.set(row, (part.byRow.get(row) ?? 0) + value);
    parts.set(name, part);
  };
  const numbers = new Set<string>();
  for (const line of lines) {
    const { currency, buyer, minor, due, row } = line;
    const open = openAt(line, day);
    add(`open ${currency}`, currency, row, open);
    add(`open ${currency} of ${buyer}`, currency, row, open);
    if (open > 0 && due !== NONE && due < day) add(`overdue ${currency}`, currency, row, open);
    if (open !== 0) add(`ageing ${currency} ${ageOf(open, due, day)}`, currency, row, open);
    add(`${minor < 0 ? "credits" : "debits"} ${currency}`, currency, row, minor);
    for (const earlier of past) add(`open ${currency} on ${isoText(earlier)}`, currency, row, openAt(line, earlier));
    const number = `${currency}\u0000${buyer}\u0000${line.number === "" ? `#${row}` : line.number}`;
    if (minor > 0 && !numbers.has(number)) add("documents", undefined, row, 1); // instalments of one invoice are one document
    if (minor > 0) numbers.add(number);
  }
  return parts;
}

function openAt(line: Line, day: number): number {
  if (line.issued > day) return 0;
  return line.settled.reduce((left, one) => (one.day <= day ? left - one.minor : left), line.minor);
}

function ageOf(open: number, due: number, day: number): (typeof AGEING)[number] {
  if (open < 0) return "Unapplied";
  if (due === NONE) return "No due date";
  const late = day - due;
  return late <= 0 ? "Not due" : late <= 30 ? "1-30" : late <= 60 ? "31-60" : late <= 90 ? "61-90" : "Over 90";
}
