/** Writes entries under headings the way a system prints them, and keeps beside the cells what they truly say. */
import type { Cell, Grid } from "../../src/values/cell";
import { NONE } from "./calendar";
import { openOn, scaleOf, type Book, type Doc } from "./book";
import type { Line } from "./truth";
import type { DayWriter, MoneyWriter } from "./writers";

export type Row = readonly Cell[];

/** A line before it has found its row. */
export type Told = Omit<Line, "row">;

/** One row of an export. */
export interface Entry {
  readonly doc: Doc;
  /** minor units, as the row shows them before it is written in the system's way */
  readonly amount: number;
  readonly open: number;
  readonly due: number;
  /** day of the settlement the row shows */
  readonly closed: number;
  readonly status: string;
  /** what the row adds to the ledger; undefined: it is no receivable */
  readonly line: Told | undefined;
  /** cells that are not what the column would write, by heading */
  readonly cells?: ReadonlyMap<string, Cell>;
  /** the row is truly wrong: an issue in this row must say so, with this money where it is known */
  readonly wrong?: { readonly minor: number | undefined };
}

export interface Column {
  readonly heading: string;
  /** the heading above it in a sheet with two rows of headings */
  readonly above?: string;
  /** field of the ledger it must be mapped to; `a|b`: either */
  readonly field?: string;
  /** fields it must never be taken for */
  readonly never?: readonly string[];
  readonly cell: (entry: Entry, at: number) => Cell;
  /** what a total row shows here */
  readonly total?: (entries: readonly Entry[]) => Cell;
}

export interface Sheet {
  readonly name: string;
  readonly system: string;
  readonly language: "en" | "zh";
  readonly dirt: readonly string[];
  readonly grid: Grid;
  /** receipts by invoice number, a second range */
  readonly payments?: Grid;
  readonly lines: readonly Line[];
  /** the export's day */
  readonly day: number;
  /** earlier days the sheet can tell; empty where it dates no settlement */
  readonly past: readonly number[];
  /** expected: field (or `a|b`) -> column */
  readonly columns: readonly { readonly field: string; readonly index: number; readonly heading: string }[];
  readonly never: readonly { readonly field: string; readonly index: number; readonly heading: string }[];
  /** rows (from 1) that an issue must name */
  /** ids and names by what the buyer is known by in `lines` */
  readonly buyers: ReadonlyMap<string, string>;
  readonly wrong: readonly { readonly row: number; readonly minor: number | undefined; readonly currency: string }[];
  /** the sheet names no currency anywhere: whatever the reading calls it is right */
  readonly unnamedCurrency: boolean;
  /** figures to which the sheet gives two right answers */
  readonly unasked: RegExp | undefined;
  /** `must`: nobody can read it; `may`: read right or refused, both are honest */
  readonly refused: "never" | "may" | "must";
}

export interface Layout {
  readonly name: string;
  readonly system: string;
  readonly language: "en" | "zh";
  readonly dirt: readonly string[];
  readonly day: number;
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  readonly past?: readonly number[];
  readonly payments?: Grid;
  readonly unasked?: RegExp;
  readonly refused?: "never" | "may" | "must";
  /** rows above the headings and below the last entry */
  readonly above?: readonly Row[];
  readonly below?: readonly Row[];
  /** directly under the headings */
  readonly gap?: readonly Row[];
  readonly group?: {
    readonly by: (entry: Entry) => string;
    readonly head?: (entries: readonly Entry[]) => readonly Row[];
    readonly foot?: (entries: readonly Entry[]) => readonly Row[];
  };
  /** a new page after so many entries: rows at its foot, then the headings again */
  readonly page?: { readonly every: number; readonly foot?: (entries: readonly Entry[]) => readonly Row[]; readonly head?: readonly Row[] };
  readonly grand?: (entries: readonly Entry[]) => readonly Row[];
}

export function write(layout: Layout): Sheet {
  const { columns, entries, group, page } = layout;
  const grid: Row[] = [...(layout.above ?? [])];
  const wrong: { row: number; minor: number | undefined; currency: string }[] = [];
  const lines: Line[] = [];
  const headings = headingRows(columns);
  grid.push(...headings, ...(layout.gap ?? []));
  let onPage: Entry[] = [];
  let at = 0;
  for (const part of partsOf(entries, group?.by)) {
    grid.push(...(group?.head?.(part) ?? []));
    for (const entry of part) {
      grid.push(columns.map((column) => (entry.cells?.has(column.heading) === true ? entry.cells.get(column.heading) : column.cell(entry, at))));
      if (entry.line !== undefined) lines.push({ ...entry.line, row: grid.length });
      if (entry.wrong !== undefined) wrong.push({ row: grid.length, minor: entry.wrong.minor, currency: entry.doc.currency });
      onPage.push(entry);
      if (++at < entries.length && page !== undefined && onPage.length === page.every) {
        grid.push(...(page.foot?.(onPage) ?? []), ...(page.head ?? []), ...headings);
        onPage = [];
      }
    }
    grid.push(...(group?.foot?.(part) ?? []));
  }
  grid.push(...(layout.grand?.(entries) ?? []), ...(layout.below ?? []));
  return {
    name: layout.name, system: layout.system, language: layout.language, dirt: layout.dirt, grid, day: layout.day, past: layout.past ?? [], unasked: layout.unasked,
    refused: layout.refused ?? "never", wrong, lines,
    buyers: new Map(entries.flatMap(({ line, doc: { buyer } }) => (line === undefined ? [] : [buyer.id, plainName(buyer.name), line.buyer].map((known) => [known, line.buyer] as const)))),
    ...(layout.payments === undefined ? {} : { payments: layout.payments }),
    columns: columns.flatMap(({ field, heading }, index) => (field === undefined ? [] : [{ field, index, heading }])),
    never: columns.flatMap(({ never, heading }, index) => (never ?? []).map((field) => ({ field, index, heading }))),
    unnamedCurrency: lines.every(({ currency }) => currency === "XXX"),
  };
}

/** A name without what does not tell two buyers apart: width and spaces. */
export function plainName(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ");
}

function headingRows(columns: readonly Column[]): Row[] {
  if (columns.every(({ above }) => above === undefined)) return [columns.map(({ heading }) => heading)];
  const top = columns.map(({ above, heading }, c) => (above === undefined ? heading : columns[c - 1]?.above === above ? null : above)); // a merged cell holds its text in its first
  return [top, columns.map(({ above, heading }) => (above === undefined ? null : heading))];
}

function partsOf(entries: readonly Entry[], by: ((entry: Entry) => string) | undefined): readonly (readonly Entry[])[] {
  if (by === undefined) return [entries];
  const parts = new Map<string, Entry[]>();
  for (const entry of entries) parts.set(by(entry), [...(parts.get(by(entry)) ?? []), entry]);
  return [...parts.values()];
}

/** A total: its label in one column, sums where the columns have them. */
export function totalRow(columns: readonly Column[], label: string, place: number, entries: readonly Entry[]): Row {
  return columns.map(({ total }, c) => (c === place ? label : (total?.(entries) ?? null)));
}

export interface Telling {
  /** `dated`: each settlement with its day; `undated`: what is left of each; `open`: the open amount alone */
  readonly tells: "dated" | "undated" | "open" | "nothing";
  /** the sheet knows buyers by this; default id */
  readonly buyer?: "id" | "name";
  /** only what is open at the export's day */
  readonly openOnly?: boolean;
  /** XXX where the sheet states none */
  readonly currency?: "stated" | "XXX";
  readonly due?: (doc: Doc) => number;
  readonly status?: (doc: Doc, open: number) => string;
  /** as the sheet's buyer cells read; default the id or the name */
  readonly key?: (doc: Doc) => string;
}

/** The book's documents as rows, with what each of them tells. */
export function entriesOf(book: Book, telling: Telling): Entry[] {
  return book.docs.map((doc) => entryOf(doc, book.day, telling)).filter(({ open }) => telling.openOnly !== true || open !== 0);
}

export function entryOf(doc: Doc, day: number, telling: Telling): Entry {
  const open = openOn(doc, day);
  const due = telling.due === undefined ? doc.due : telling.due(doc);
  const amount = telling.tells === "open" ? open : doc.minor;
  const settled = telling.tells === "dated" ? doc.settled : telling.tells === "undated" && amount !== open ? [{ day: NONE, minor: amount - open }] : [];
  const buyer = telling.key?.(doc) ?? (telling.buyer === "name" ? doc.buyer.name : doc.buyer.id);
  const currency = telling.currency === "XXX" ? "XXX" : doc.currency;
  return {
    doc, amount, open, due, closed: open === 0 ? (doc.settled.at(-1)?.day ?? NONE) : NONE, status: telling.status?.(doc, open) ?? "",
    line: { buyer: plainName(buyer), number: doc.number, issued: doc.issued, due, minor: amount, currency, settled },
  };
}

/** One document in equal parts, each a row of its own with its own due date, so many days apart. Its money must divide. */
export function instalments(entry: Entry, parts: number, apart: number): Entry[] {
  const minor = entry.amount / parts;
  return Array.from({ length: parts }, (_, n) => {
    const due = entry.due + n * apart;
    return { ...entry, amount: minor, open: minor, due, line: { ...entry.line!, minor, due } };
  });
}

/** Draft, void and cancelled rows: on the sheet, no receivable. */
export function noReceivable(entry: Entry, status: string, cells?: Readonly<Record<string, Cell>>): Entry {
  return { ...entry, status, line: undefined, ...(cells === undefined ? {} : { cells: new Map(Object.entries(cells)) }) };
}

/** A row that is truly wrong in a cell that its document cannot do without: it is left out, and an issue says so. */
export function dropped(entry: Entry, cells: Readonly<Record<string, Cell>>, minor: number | undefined): Entry {
  return { ...entry, cells: new Map(Object.entries(cells)), line: undefined, wrong: { minor } };
}

/** A row whose due date cannot be read: kept without one. */
export function undue(entry: Entry, cells: Readonly<Record<string, Cell>>): Entry {
  return { ...entry, due: NONE, cells: new Map(Object.entries(cells)), line: entry.line === undefined ? undefined : { ...entry.line, due: NONE }, wrong: { minor: entry.amount } };
}

type Text = (entry: Entry, at: number) => Cell;

export function text(heading: string, field: string | undefined, cell: Text, never?: readonly string[]): Column {
  return { heading, ...(field === undefined ? {} : { field }), ...(never === undefined ? {} : { never }), cell };
}

export function days(heading: string, field: string | undefined, day: (entry: Entry) => number, writer: DayWriter, never?: readonly string[]): Column {
  return text(heading, field, (entry) => writer(day(entry)), never);
}

export function money(heading: string, field: string | undefined, minor: (entry: Entry) => number, writer: MoneyWriter, never?: readonly string[]): Column {
  return {
    ...text(heading, field, (entry) => writer(minor(entry), scaleOf(entry.doc.currency)), never),
    total: (entries) => writer(entries.reduce((sum, entry) => sum + minor(entry), 0), scaleOf(entries[0]?.doc.currency ?? "USD")),
  };
}

/** The same two headings one above the other. */
export const under = (above: string, column: Column): Column => ({ ...column, above });

export const idText: Text = ({ doc }) => doc.buyer.id;
export const nameText: Text = ({ doc }) => doc.buyer.name;
export const numberText: Text = ({ doc }) => doc.number;
export const currencyText: Text = ({ doc }) => doc.currency;
export const issuedDay = ({ doc }: Entry): number => doc.issued;
export const dueDay = ({ due }: Entry): number => due;
export const amountOf = ({ amount }: Entry): number => amount;
export const openOf = ({ open }: Entry): number => open;
export const paidOf = ({ amount, open }: Entry): number => amount - open;
export const statusText: Text = ({ status }) => status;

/** Days past due at the export's day, as the systems print it beside the date. */
export const lateDays = (day: number): Text => ({ due }) => (due === NONE ? null : Math.max(0, day - due));

/** Ageing columns: the open amount under the heading its age falls in. `edges` are the upper ends in days past due. */
export function buckets(headings: readonly string[], edges: readonly number[], day: number, writer: MoneyWriter): Column[] {
  return headings.map((heading, k) => money(heading, undefined, (entry) => (bucketOf(entry, edges, day) === k ? entry.open : 0), writer, ["amount", "open", "paid"]));
}

export function bucketOf(entry: Entry, edges: readonly number[], day: number): number {
  const late = day - (entry.due === NONE ? entry.doc.issued : entry.due);
  const k = edges.findIndex((edge) => late <= edge);
  return k < 0 ? edges.length : k;
}

export function byBuyer(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (a.doc.buyer.name < b.doc.buyer.name ? -1 : a.doc.buyer.name > b.doc.buyer.name ? 1 : a.doc.issued - b.doc.issued));
}

export function byDate(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.doc.issued - b.doc.issued || (a.doc.number < b.doc.number ? -1 : 1));
}
