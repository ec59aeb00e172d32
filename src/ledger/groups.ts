import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { foldedText } from "./buyerList";
import type { Headings } from "./columns";
import { labelIn, type Label } from "./groupLabel";
import { mergedGroups } from "./mergedBuyers";
import { readNumber } from "./readNumber";
import type { RowParts } from "./rowParts";
import { totalWord, type TotalKind } from "./totalWords";

/** A buyer that stands once, and the rows of its documents. */
export interface Group {
  /** 0-based row in which the buyer stands */
  readonly label: number;
  /** further rows that say the same buyer: a name below a number */
  readonly also: readonly number[];
  readonly id: Cell;
  readonly name: Cell;
  /** what the buyer's own row says its documents add up to, and what they do; by column of money, in the sheet's units */
  readonly states: readonly { readonly column: number; readonly stated: number; readonly sum: number }[];
  /** first and last row of documents in a row, in order */
  readonly runs: readonly (readonly [from: number, to: number])[];
}

type Event =
  | { readonly kind: "label"; readonly label: Label }
  | { readonly kind: "close"; readonly row: number; readonly name: string; readonly total: TotalKind }
  | { readonly kind: "documents"; readonly from: number; to: number };

/** Where buyers stand above their documents, at least this share of the documents names none. */
const SHARE_OF_GROUPS = 0.5;

/** Where buyers' rows carry sums, so many of them must be right. */
const HEADED_RIGHT = 0.8;
/** A sum that differs by less is the sum. */
export const CENT = 0.005;

/** The buyers above their documents; none where nothing tells surely whose documents they are. */
export function groupsIn(grid: Grid, headings: Headings, parts: RowParts): readonly Group[] {
  const { events, documents, lacking } = eventsIn(grid, headings, parts);
  const groups = lacking >= SHARE_OF_GROUPS * documents ? grouped(grid, events, parts) : [];
  const sure = groups.length > 1 || groups.some(({ label }) => labelAt(events, label)?.explicit === true) || closed(events).size > 0;
  if (groups.length > 0 && sure) return groups;
  return parts.buyers.length === 0 ? [] : mergedGroups(grid, headings.row, parts);
}

/** A row with money is a buyer's only where such rows are the sums of what stands below them. */
function grouped(grid: Grid, events: readonly Event[], parts: RowParts): readonly Group[] {
  const headed = new Set(events.flatMap((event) => (event.kind === "label" && event.label.headed ? [event.label.row] : [])));
  const groups = [...owners(events).values()].map((group) => (headed.has(group.label) ? { ...group, states: statesOf(grid, group, parts) } : group));
  const stating = groups.filter(({ states }) => states.length > 0);
  const right = stating.filter(({ states }) => states.every(({ stated, sum }) => Math.abs(stated - sum) < CENT + 1e-9 * Math.abs(stated)));
  if (right.length >= HEADED_RIGHT * stating.length) return groups;
  return [...owners(events.filter((event) => event.kind !== "label" || !event.label.headed)).values()];
}

function statesOf(grid: Grid, { label, runs }: Group, { money, isDocument }: RowParts): Group["states"] {
  const sums = money.map(() => 0);
  for (const [from, to] of runs) {
    for (let r = from; r <= to; r++) if (isDocument(grid[r] ?? [])) money.forEach((column, at) => (sums[at] = sums[at]! + (readNumber(grid[r]?.[column], undefined) || 0)));
  }
  return money.map((column, at) => ({ column, stated: readNumber(grid[label]?.[column], undefined), sum: sums[at]! })).filter(({ stated }) => !Number.isNaN(stated));
}

function labelAt(events: readonly Event[], row: number): Label | undefined {
  for (const event of events) if (event.kind === "label" && event.label.row === row) return event.label;
  return undefined;
}

/** One look at every row: labels, totals that close a group, and runs of documents without a buyer. */
function eventsIn(grid: Grid, headings: Headings, parts: RowParts): { readonly events: readonly Event[]; readonly documents: number; readonly lacking: number } {
  let events: Event[] = [];
  const titles = new Set(grid.slice(0, headings.row).flatMap((row) => row.map((cell) => plain(cell)).filter((cell) => typeof cell === "string" && cell.length < 200).map((cell) => foldedText(cell as string))));
  const opened = new Set<string>();
  let documents = 0, lacking = 0;
  for (let r = 0; r < headings.row; r++) {
    const last = events.at(-1);
    const goesOn = last?.kind === "label" && last.label.row === r - 1; // a name below a number
    const label = labelIn(grid[r] ?? [], r, parts, !goesOn);
    if (label?.explicit === true) events.push({ kind: "label", label });
  }
  let run: Extract<Event, { kind: "documents" }> | undefined;
  for (let r = headings.row + 1; r < grid.length; r++) {
    const cells = grid[r] ?? [];
    if (parts.isDocument(cells)) {
      documents++;
      if (!parts.lacksBuyer(cells)) {
        run = undefined;
        continue;
      }
      lacking++;
      if (run !== undefined) run.to = r;
      else events.push((run = { kind: "documents", from: r, to: r }));
      continue;
    }
    const event = parts.isHeadings(cells) ? undefined : boundary(cells, r, parts, titles, opened);
    if (event === undefined) continue;
    if (event.kind === "label") for (const name of namesOf(event.label)) opened.add(name);
    run = undefined;
    events.push(event);
  }
  const explicit = events.some((event) => event.kind === "label" && event.label.explicit);
  if (explicit) events = joined(events.filter((event) => event.kind !== "label" || event.label.explicit));
  return { events, documents, lacking };
}

function boundary(cells: readonly Cell[], row: number, parts: RowParts, titles: ReadonlySet<string>, opened: ReadonlySet<string>): Event | undefined {
  const first = cells.findIndex((cell) => !isBlank(plain(cell)));
  if (first < 0) return undefined;
  const total = totalWord(cells[first]);
  const money = parts.hasMoney(cells);
  const name = total === undefined ? "" : called(total.name);
  const isTotal = total !== undefined && (total.alone || opened.has(name) || (money && !MAY_BE_CALLED.test(String(plain(cells[first])))));
  if (isTotal) return { kind: "close", row, name, total: total.kind };
  const label = labelIn(money ? cells.map((cell, column) => (parts.money.includes(column) || isSum(cell) ? null : cell)) : cells, row, parts, false);
  if (label === undefined || namesOf(label).some((name) => titles.has(name))) return undefined; // the title again, at the head of a page
  return { kind: "label", label: money ? { ...label, headed: true } : label };
}

/** Total Energies and 合计贸易 are buyers, where nobody without that word is. */
const MAY_BE_CALLED = /^\s*(?:total (?!for\b|of\b)|合计|小计|总计)/i;

function isSum(cell: Cell): boolean {
  return typeof plain(cell) === "number";
}

/** A number in one row and a name in the next are one buyer's. */
function joined(events: readonly Event[]): Event[] {
  const out: Event[] = [];
  for (const event of events) {
    const last = out.at(-1);
    if (event.kind === "label" && last?.kind === "label" && (last.label.id === undefined || event.label.id === undefined) && (last.label.name === undefined || event.label.name === undefined)) {
      const { id, name, row } = event.label;
      out[out.length - 1] = { kind: "label", label: { ...last.label, id: last.label.id ?? id, name: last.label.name ?? name, also: [...last.label.also, row] } };
    } else out.push(event);
  }
  return out;
}

/** Names that a total closes and a label opens: with these, groups stand in one another. */
function closed(events: readonly Event[]): ReadonlySet<string> {
  const opened = new Set(events.flatMap((event) => (event.kind === "label" ? namesOf(event.label) : [])));
  return new Set(events.flatMap((event) => (event.kind === "close" && opened.has(event.name) ? [event.name] : [])));
}

function namesOf({ id, name }: Label): string[] {
  return [id, name].filter((cell) => !isBlank(cell)).map((cell) => called(String(cell)));
}

/** A name as its total has it too: without the point of Ltd. */
function called(name: string): string {
  return foldedText(name).replace(/[\s.:]+$/, "");
}

/** Groups within groups: a total that is missing must not pile them up. */
const DEEPEST = 8;

interface Run {
  readonly stack: readonly Label[];
  readonly from: number;
  readonly to: number;
}

/** Whose each run of documents is: the outermost level of labels that anywhere has documents of its own. */
function owners(events: readonly Event[]): ReadonlyMap<number, Group> {
  const names = closed(events);
  const nested = names.size > 0;
  const runs: Run[] = [];
  let stack: readonly Label[] = [];
  for (const event of events) {
    if (event.kind === "label") {
      if (nested && !namesOf(event.label).some((name) => names.has(name)) && !event.label.explicit) continue;
      stack = [...(nested && !event.label.explicit ? stack.slice(1 - DEEPEST) : stack.filter(({ depth }) => depth < event.label.depth)), event.label];
    } else if (event.kind === "close") stack = afterTotal(stack, event.name, event.total, nested);
    else if (stack.length > 0) runs.push({ stack, from: event.from, to: event.to });
  }
  const level = runs.reduce((least, { stack: labels }) => Math.min(least, labels.length), DEEPEST) - 1;
  const groups = new Map<number, Group & { runs: (readonly [number, number])[] }>();
  for (const { stack: labels, from, to } of runs) {
    const label = labels[level]!;
    let group = groups.get(label.row);
    if (group === undefined) groups.set(label.row, (group = { label: label.row, also: label.also, id: label.id, name: label.name, states: [], runs: [] }));
    group.runs.push([from, to]);
  }
  return groups;
}

function afterTotal(stack: readonly Label[], name: string, total: TotalKind, nested: boolean): readonly Label[] {
  if (total === "grand") return [];
  if (total === "page" || total === "running") return stack;
  const opened = name === "" ? -1 : stack.map((label) => namesOf(label).includes(name)).lastIndexOf(true);
  if (opened >= 0) return stack.slice(0, opened);
  return nested ? stack : stack.slice(0, -1);
}
