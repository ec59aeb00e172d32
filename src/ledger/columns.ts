import { refuse } from "../values/answer";
import { errorIn, isBlank, plain, type Cell, type Grid } from "../values/cell";
import { LEDGER_FIELDS, type Field } from "./fields";
import { headingCore, headingText } from "./headingText";
import type { Column } from "./ledger";
import { NO_DAY } from "../values/day";
import { readDay } from "./readDay";
import { readNumber } from "./readNumber";

/** Where the headings are, and which column each field was found in. */
export interface Headings {
  /** 0-based row */
  readonly row: number;
  readonly columns: readonly Column[];
  at(field: string): number;
}

/** Headings are looked for in this many rows: exports put titles above them. */
const ROWS_SEARCHED = 30;
const COLUMNS_SEARCHED = 400;
const ROWS_SAMPLED = 60;

/** How much a heading says: exactly the field; the field after words that add nothing; perhaps the field. */
const EXACT = 1, CORE = 0.9, MAYBE = 0.6;

interface Candidate {
  readonly field: Field;
  readonly column: number;
  readonly heading: string;
  readonly word: number;
  readonly sure: number;
}

/** Finds the headings of any of the field lists; undefined when no row looks like headings. `chosen`: field -> heading, the user's own. */
export function findHeadings(grid: Grid, fields: readonly Field[], chosen: ReadonlyMap<string, string>): Headings | undefined {
  let best: { row: number; matches: Candidate[]; fields: number } | undefined;
  const last = Math.min(ROWS_SEARCHED, grid.length);
  for (let row = 0; row < last; row++) {
    const matches = matchesIn(grid[row] ?? [], fields, chosen);
    const count = new Set(matches.filter(({ word }) => word >= MAYBE).map(({ column }) => column)).size;
    if (count >= 2 && count > (best?.fields ?? 0)) best = { row, matches, fields: count };
  }
  return best === undefined ? undefined : assigned(grid, best.row, best.matches, chosen);
}

function matchesIn(cells: readonly Cell[], fields: readonly Field[], chosen: ReadonlyMap<string, string>): Candidate[] {
  const matches: Candidate[] = [];
  const known = wordsOf(fields);
  const width = Math.min(cells.length, COLUMNS_SEARCHED);
  for (let column = 0; column < width; column++) {
    const cell = plain(cells[column]);
    const text = headingText(cell);
    if (text === "" || /^\d+$/.test(text)) continue;
    const core = headingCore(cell);
    if (chosen.size === 0 && !known.has(text) && !known.has(core)) continue;
    for (const field of fields) {
      const word = chosen.get(field.name) !== undefined ? (headingText(chosen.get(field.name)) === text ? EXACT : 0) : wordFor(field, text, core);
      if (word > 0) matches.push({ field, column, heading: String(cell).trim(), word, sure: 0 });
    }
  }
  return matches;
}

const knownWords = new WeakMap<readonly Field[], ReadonlySet<string>>();

/** Every word of the fields: what is none of them needs no closer look. */
function wordsOf(fields: readonly Field[]): ReadonlySet<string> {
  let known = knownWords.get(fields);
  if (known === undefined) knownWords.set(fields, (known = new Set(fields.flatMap(({ exact, maybe }) => [...exact, ...maybe]))));
  return known;
}

function wordFor(field: Field, text: string, core: string): number {
  if (field.exact.includes(text)) return EXACT;
  if (core !== "" && field.exact.includes(core)) return CORE;
  if (field.maybe.includes(text)) return MAYBE;
  return core !== "" && field.maybe.includes(core) ? MAYBE - 0.1 : 0;
}

/** One column a field, one field a column: surest first, then the fields' own order, then the leftmost. */
function assigned(grid: Grid, row: number, matches: readonly Candidate[], chosen: ReadonlyMap<string, string>): Headings {
  const profiles = new Map<number, Profile>();
  const judged = matches.map((one) => {
    let profile = profiles.get(one.column);
    if (profile === undefined) profiles.set(one.column, (profile = profileOf(grid, row, one.column)));
    return { ...one, sure: chosen.has(one.field.name) ? 1 : 0.6 * one.word + 0.4 * fits(one.field, profile) };
  });
  const order = new Map(matches.map(({ field }, at) => [field, at]));
  const settled = ({ field }: Candidate): number => (chosen.has(field.name) ? 1 : 0); // the user's word goes before any heading's own
  judged.sort((a, b) => settled(b) - settled(a) || b.sure - a.sure || order.get(a.field)! - order.get(b.field)! || a.column - b.column);
  const byField = new Map<string, Candidate>();
  const taken = new Set<number>();
  for (const one of judged) {
    if (byField.has(one.field.name) || taken.has(one.column)) continue;
    byField.set(one.field.name, one);
    taken.add(one.column);
  }
  const amount = byField.get("amount");
  if (amount !== undefined && !chosen.has("amount")) refuseTwins(grid, row, amount, judged);
  const columns = [...byField.values()].sort((a, b) => a.column - b.column).map(({ field, heading, column, sure }) => ({ field: field.name, heading, index: column, sure }));
  return { row, columns, at: (field) => byField.get(field)?.column ?? -1 };
}

interface Profile {
  readonly day: number;
  readonly number: number;
  readonly text: number;
  /** nothing under the heading */
  readonly blank: boolean;
  /** different values among those sampled */
  readonly distinct: number;
}

function profileOf(grid: Grid, row: number, column: number): Profile {
  let day = 0, number = 0, text = 0, filled = 0;
  const values = new Set<unknown>();
  const step = Math.max(1, Math.floor((grid.length - row - 1) / ROWS_SAMPLED));
  for (let r = row + 1; r < grid.length && filled < ROWS_SAMPLED; r += step) {
    const cell = plain(grid[r]?.[column]);
    if (isBlank(cell) || errorIn(cell) !== undefined) continue;
    filled++;
    values.add(cell);
    if (looksLikeDay(cell)) day++;
    if (!Number.isNaN(readNumber(cell, undefined))) number++;
    else if (typeof cell === "string") text++;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return { day: share(day), number: share(number), text: share(text), blank: filled === 0, distinct: share(values.size) };
}

function looksLikeDay(cell: Cell): boolean {
  if (typeof cell === "string" && !/\d/.test(cell.slice(0, 40))) return false;
  if (typeof cell === "number" && (cell < 20000 || cell > 110000) && !(cell >= 19900101 && cell <= 22001231)) return false;
  return readDay(cell, "mdy", 0) > NO_DAY || readDay(cell, "dmy", 0) > NO_DAY;
}

/** 0 to 1: does the column hold what the field holds? An empty column says nothing against it. */
function fits(field: Field, profile: Profile): number {
  if (profile.blank) return 0.5;
  switch (field.content) {
    case "day": return profile.day;
    case "number": return profile.number * (1 - 0.5 * profile.text);
    case "code": return 0.6 + 0.2 * profile.distinct + 0.2 * profile.number;
    case "name": return 0.4 + 0.6 * profile.text;
    case "text": return 0.6 + 0.2 * profile.text;
  }
}

/** Two columns that both say "amount" and differ: only the user knows which is owed. */
function refuseTwins(grid: Grid, row: number, amount: Candidate, judged: readonly Candidate[]): void {
  const twin = judged.find((one) => one.field.name === "amount" && one.column !== amount.column && one.word >= amount.word && one.sure > amount.sure - 0.05);
  if (twin === undefined || agree(grid, row, amount.column, twin.column)) return;
  refuse("TWO_AMOUNTS", { first: amount.heading, second: twin.heading });
}

function agree(grid: Grid, row: number, one: number, other: number): boolean {
  for (let r = row + 1; r < Math.min(grid.length, row + 500); r++) {
    const a = readNumber(grid[r]?.[one], undefined);
    const b = readNumber(grid[r]?.[other], undefined);
    if (!Number.isNaN(a) && !Number.isNaN(b) && Math.abs(a - b) > 1e-9 * Math.abs(a)) return false;
  }
  return true;
}

/** The ledger's headings, or a refusal that says what was looked for and what was found. */
export function ledgerHeadings(grid: Grid, chosen: ReadonlyMap<string, string>): Headings {
  if (grid.length === 0 || grid.every((row) => row.every(isBlank))) refuse("EMPTY_SHEET");
  if (grid.length === 1 && (grid[0]?.length ?? 0) <= 1) refuse("SINGLE_CELL", { found: shown(grid[0]?.[0]) });
  for (const [field, heading] of chosen) checkChosen(grid, field, heading);
  const found = findHeadings(grid, LEDGER_FIELDS, chosen);
  if (found === undefined) refuse(looksLikeData(grid) ? "NO_HEADINGS" : "UNKNOWN_HEADINGS", { listFound: firstRow(grid) });
  if (isTrialBalance(found)) refuse("TRIAL_BALANCE");
  const lacks = lacking(found);
  if (lacks.length > 0) {
    const known = found.columns.map(({ heading, field }) => `${cut(heading)} (${field})`).join(", ");
    refuse(looksLikeData(grid) && found.columns.length < 3 ? "NO_HEADINGS" : "MISSING_COLUMNS", { listLacks: lacks.join(", "), row: found.row + 1, listKnown: known, listFound: rowText(grid[found.row] ?? []) });
  }
  return found;
}

function checkChosen(grid: Grid, field: string, heading: string): void {
  const wanted = headingText(heading);
  const there = grid.slice(0, ROWS_SEARCHED).some((row) => row.some((cell) => headingText(plain(cell)) === wanted));
  if (!there) refuse("NO_SUCH_HEADING", { field, heading });
}

function lacking(headings: Headings): string[] {
  const has = (...fields: string[]): boolean => fields.some((field) => headings.at(field) >= 0);
  const lacks: string[] = [];
  if (!has("buyerId", "buyerName")) lacks.push("a buyer (Customer No, Customer Name, 客户)");
  if (!has("docDate", "postDate")) lacks.push("a date of issue (Invoice Date, 业务日期)");
  if (!has("amount", "open", "amountLocal")) lacks.push("an amount or an open amount (Amount, Open Amount, 价税合计, 未核销金额)");
  return lacks;
}

function isTrialBalance(headings: Headings): boolean {
  const balances = ["openingBalance", "closingBalance", "debit", "credit"].filter((field) => headings.at(field) >= 0).length;
  return headings.at("docDate") < 0 && headings.at("docNo") < 0 && (balances >= 2 || (balances >= 1 && headings.at("accountCode") >= 0));
}

/** First rows of numbers and dates where headings should be. */
function looksLikeData(grid: Grid): boolean {
  const first = grid.find((row) => row.some((cell) => !isBlank(cell))) ?? [];
  const filled = first.map(plain).filter((cell) => !isBlank(cell));
  return filled.some((cell) => typeof cell === "number" || looksLikeDay(cell) || !Number.isNaN(readNumber(cell, undefined)));
}

function firstRow(grid: Grid): string {
  return rowText(grid.find((row) => row.some((cell) => !isBlank(cell))) ?? []);
}

function rowText(row: readonly Cell[]): string {
  const texts = row.filter((cell) => !isBlank(cell)).slice(0, 20).map((cell) => cut(shown(cell)));
  return texts.join(", ");
}

function cut(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

export function shown(cell: Cell): string {
  const value = plain(cell);
  return errorIn(value) ?? (typeof value === "object" ? "" : String(value ?? "").slice(0, 80));
}
